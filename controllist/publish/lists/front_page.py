"""The first page: what changed last in each list, who has adopted the newest lists of a regime, and ways to search."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.publish.mirrors.lag_pages import alignments
from controllist.publish.parts.addresses import list_page
from controllist.publish.parts.latest import Latest, latest
from controllist.publish.parts.mirrored import Mirrors
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.structured_data import site_data
from controllist.publish.parts.writer import SiteWriter

_EARLIER = 5
"""Pairs of editions beside the newest one of each list that the first page names."""

_EDITIONS = 5
"""Editions of a regime that the first page shows beside their mirrors."""


def write_front(site: SiteWriter, shelves: Sequence[Shelf], mirrors: Mirrors) -> None:
    """Write the first page."""
    newest = sorted((latest(shelf, len(shelf.infos) - 1) for shelf in shelves), key=lambda one: one.new, reverse=True)
    site.page(
        "index.html",
        "index.html",
        title="Export-control lists as one tree of items",
        newest=newest,
        earlier=_earlier(shelves),
        alignments=alignments(mirrors, _EDITIONS),
        list_page=list_page,
        structured=site_data(site, shelves),
    )


def _earlier(shelves: Sequence[Shelf]) -> list[Latest]:
    """The newest pairs of editions that are not the last of their list."""
    pairs = [(shelf.infos[number].edition, shelf.name, shelf, number)
             for shelf in shelves for number in range(1, len(shelf.infos) - 1)]  # fmt: skip
    pairs.sort(key=lambda pair: pair[:2], reverse=True)
    return [latest(shelf, number) for _, _, shelf, number in pairs[:_EARLIER]]
