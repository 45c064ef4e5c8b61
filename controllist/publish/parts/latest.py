"""An edition and what changed in it, as the first page and a jurisdiction's page show it."""

from __future__ import annotations

from typing import NamedTuple

from controllist.publish.parts.addresses import pair_page
from controllist.publish.parts.change_rows import EFFECTS, Mark, marked_counts
from controllist.publish.parts.pair_index import PairCounts
from controllist.publish.parts.shelf import Shelf


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


def latest(shelf: Shelf, number: int) -> Latest:
    """The n-th edition of a list and what changed in it."""
    new = shelf.infos[number].edition
    if not number:
        return Latest(shelf, number, "", new, "", None, [])
    old, counts = shelf.infos[number - 1].edition, shelf.counts(number)
    effects = marked_counts(counts.effects, EFFECTS) if counts else []
    return Latest(shelf, number, old, new, pair_page(shelf.name, old, new), counts, effects)
