"""The years of all lists: which editions each brought, and what changed in a list over a year's editions together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby

from controllist.changes.records import Change
from controllist.comparison import Comparison
from controllist.publish.parts.addresses import pair_page
from controllist.publish.parts.pair_index import change_anchors, part_of
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.templating import fragment
from controllist.report.view import View, Words, category_of, entry_of_change, view_of


class ListYear:
    """The editions of a list that are dated in one year, by their numbers; each but a list's first ends a pair."""

    def __init__(self, shelf: Shelf, year: str, numbers: Sequence[int]) -> None:
        self.shelf = shelf
        self.year = year
        self.numbers = tuple(numbers)

    @property
    def pairs(self) -> tuple[int, ...]:
        """The numbers of the editions that have one before them here."""
        return tuple(number for number in self.numbers if number)

    @property
    def recorded(self) -> bool:
        """Whether the dataset has a record of every pair."""
        return all(self.shelf.counts(number) is not None for number in self.pairs)

    @cached_property
    def comparison(self) -> Comparison | None:
        """What changed from the edition before the year to its last; None without a pair, or without its record."""
        if not self.pairs or not self.recorded:
            return None
        if len(self.pairs) == 1:
            return self.shelf.comparison(self.pairs[0])
        return self.shelf.net_comparison(self.pairs[0] - 1, self.pairs[-1])

    @cached_property
    def view(self) -> View | None:
        """The comparison arranged for reading, without texts."""
        return view_of(self.comparison, Words(self.shelf.scheme, self.shelf.captions)) if self.comparison else None

    def steps_of(self, change: Change) -> list[tuple[str, str]]:
        """Where the reports of the year's pairs tell a change: the edition and the address, oldest first."""
        assert self.comparison is not None
        side, date = (
            (change.new, self.comparison.new.edition) if change.new else (change.old, self.comparison.old.edition)
        )
        assert side is not None
        return self._steps.get(self.shelf.history.lineages.name(date, side.id), [])

    @cached_property
    def _steps(self) -> dict[str, list[tuple[str, str]]]:
        """The changes that the pairs' reports tell of each lineage."""
        found: dict[str, list[tuple[str, str]]] = {}
        for number in self.pairs:
            for lineage, edition, href in _homes(self.shelf, number):
                steps = found.setdefault(lineage, [])
                if not steps or steps[-1][0] != edition:
                    steps.append((edition, href))
        return found


def _homes(shelf: Shelf, number: int) -> Iterable[tuple[str, str, str]]:
    """The lineage of each node that a pair's report tells a change of, the edition, and the address of that change."""
    comparison = shelf.comparison(number) if len(shelf.infos) > number else None
    counts = shelf.counts(number)
    if comparison is None or counts is None:
        return
    old, new = comparison.old.edition, comparison.new.edition
    anchors = change_anchors(comparison.changes)
    for change in comparison.changes:
        side, date = (change.new, new) if change.new else (change.old, old)
        assert side is not None
        entry = entry_of_change(change)
        part = part_of(category_of(shelf.scheme, entry), entry) if counts.in_parts else ""
        href = f"{pair_page(shelf.name, old, new, part)}#{fragment(anchors[change.id])}"
        yield shelf.history.lineages.name(date, side.id), new, href


def list_years(shelf: Shelf) -> list[ListYear]:
    """The years in which a list has an edition, oldest first."""
    numbers = groupby(range(len(shelf.infos)), key=lambda number: shelf.infos[number].edition[:4])
    return [ListYear(shelf, year, list(found)) for year, found in numbers]


def years_of(shelves: Sequence[Shelf]) -> dict[str, list[ListYear]]:
    """The years in which any list has an edition, newest first, each with its lists in their order."""
    found: dict[str, list[ListYear]] = {}
    for shelf in shelves:
        for each in list_years(shelf):
            found.setdefault(each.year, []).append(each)
    return dict(sorted(found.items(), reverse=True))
