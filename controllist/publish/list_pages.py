"""The pages above the editions: the first page, a list's own, the dataset, and what the words on them mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from controllist.publish.addresses import list_page
from controllist.publish.edition_pages import official
from controllist.publish.lag_pages import alignments
from controllist.publish.mirrored import STATUS_MARKS, Mirrors
from controllist.publish.pair_index import PairCounts
from controllist.publish.shelf import Shelf
from controllist.publish.templating import default_templates
from controllist.publish.writer import Crumb, SiteWriter

_LATEST = 10


class Change(NamedTuple):
    """A pair of successive editions of a list and what changed, where the dataset has a record of it."""

    shelf: Shelf
    old: str
    new: str
    counts: PairCounts | None


def write_front(site: SiteWriter, shelves: Sequence[Shelf], mirrors: Mirrors) -> None:
    """Write the first page."""
    latest = [
        Change(shelf, shelf.infos[number - 1].edition, shelf.infos[number].edition, shelf.counts(number))
        for shelf in shelves
        for number in range(max(1, len(shelf.infos) - _LATEST), len(shelf.infos))
    ]
    latest.sort(key=lambda change: change.new, reverse=True)
    site.page("index.html", "index.html", title="Export-control lists as one tree of items", shelves=shelves,
              latest=latest[:_LATEST], alignments=alignments(mirrors),
              statuses=list(STATUS_MARKS.values()))  # fmt: skip


def write_list(site: SiteWriter, shelf: Shelf) -> None:
    """Write a list's own page."""
    rows = list(zip(range(len(shelf.infos)), shelf.infos, shelf.readings, strict=True))
    site.page(
        list_page(shelf.name),
        "list.html",
        title=f"{shelf.scheme.title}: editions",
        crumbs=(Crumb("Lists", "index.html"),),
        shelf=shelf,
        rows=rows[::-1],
        most=max((reading.items for reading in shelf.readings), default=1),
        official=official(shelf, shelf.infos[-1]),
    )


def write_about(site: SiteWriter) -> None:
    """Write the page that explains the site, and the one for addresses that lead nowhere."""
    site.page("about.html", "about.html", title="About: what is shown, and what it means")
    site.page("404.html", "404.html", title="Page not found")


def write_assets(site: SiteWriter) -> None:
    """Copy the style sheet and the scripts."""
    for path in sorted((default_templates() / "assets").iterdir()):
        site.data(f"assets/{path.name}", path.read_bytes())
