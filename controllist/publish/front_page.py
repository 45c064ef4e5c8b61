"""The first page: what changed last in each list, who has adopted the newest lists of a regime, and ways to search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from controllist.publish.addresses import list_page, pair_page
from controllist.publish.change_rows import EFFECTS, Mark, marked_counts
from controllist.publish.lag_pages import alignments
from controllist.publish.mirrored import Mirrors
from controllist.publish.pair_index import PairCounts
from controllist.publish.shelf import Shelf
from controllist.publish.structured_data import site_data
from controllist.publish.writer import SiteWriter

_EARLIER = 5
"""Pairs of editions beside the newest one of each list that the first page names."""

_EDITIONS = 5
"""Editions of a regime that the first page shows beside their mirrors."""


class Latest(NamedTuple):
    """An edition of a list and what changed in it: `counts` is None where the dataset has no record of that.

    `href` leads to the report, empty for the first edition of a list; `old` is then empty too.
    """

    shelf: Shelf
    number: int
    old: str
    new: str
    href: str
    counts: PairCounts | None
    effects: list[tuple[Mark, int]]


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


def latest(shelf: Shelf, number: int) -> Latest:
    """The n-th edition of a list and what changed in it."""
    new = shelf.infos[number].edition
    if not number:
        return Latest(shelf, number, "", new, "", None, [])
    old, counts = shelf.infos[number - 1].edition, shelf.counts(number)
    effects = marked_counts(counts.effects, EFFECTS) if counts else []
    return Latest(shelf, number, old, new, pair_page(shelf.name, old, new), counts, effects)


def _earlier(shelves: Sequence[Shelf]) -> list[Latest]:
    """The newest pairs of editions that are not the last of their list."""
    pairs = [(shelf.infos[number].edition, shelf.name, shelf, number)
             for shelf in shelves for number in range(1, len(shelf.infos) - 1)]  # fmt: skip
    pairs.sort(key=lambda pair: pair[:2], reverse=True)
    return [latest(shelf, number) for _, _, shelf, number in pairs[:_EARLIER]]
