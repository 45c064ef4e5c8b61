"""Finding by code: the page "My codes", the search page, and the data of each list that their scripts read."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from controllist.impact import ACTIONS
from controllist.library import Library
from controllist.publish.finding.code_data import index_data, since_data
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.writer import Crumb, SiteWriter

KINDS = ("entry", "change report", "mirror", "instrument", "list", "about")
"""The kinds of pages by which a search is narrowed; templates name theirs with the macro `searched`."""


def write_codes(site: SiteWriter, shelves: Sequence[Shelf]) -> None:
    """Write the page that says in the browser what became of codes, and the lists' names for scripts."""
    site.data("codes/lists.json", msgspec.json.encode([shelf.name for shelf in shelves]))
    site.page(
        "codes/index.html",
        "codes.html",
        title="My codes: what changed",
        crumbs=(Crumb("Lists", "index.html"),),
        shelves=shelves,
        actions=ACTIONS,
    )


def write_search(site: SiteWriter, shelves: Sequence[Shelf]) -> None:
    """Write the search page."""
    site.page(
        "search/index.html",
        "search.html",
        title="Search",
        crumbs=(Crumb("Lists", "index.html"),),
        shelves=shelves,
        kinds=KINDS,
        csp_wasm=True,
    )


def write_code_data(site: SiteWriter, library: Library, shelf: Shelf, number: int) -> None:
    """Write the data of the changes since the n-th edition of a list; with the newest one, the index of its codes."""
    if number == len(shelf.infos) - 1:
        site.data(f"codes/{shelf.name}/index.json", index_data(shelf))
    elif data := since_data(library, shelf, number):
        site.data(f"codes/{shelf.name}/{shelf.infos[number].edition}.json", data)
