"""One list as the tables need it: its editions, each node's versions with spans, its changes, its mirror's records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from controllist.changes.records import Change, Side
from controllist.codes import Style, cite
from controllist.errors import WrongUse
from controllist.history.pairs import PairRecord, carried_changes, load_pair
from controllist.history.records import Facts, Reading, side_of_facts
from controllist.library import Library
from controllist.mirrors.rules import rules_in
from controllist.model import EditionInfo


class Stretch(NamedTuple):
    """Successive editions, first to last, in which a node says the same; `position` is the node's place in the list's
    common order, from 1. `current` where the newest edition is among them."""

    id: str
    first: str
    last: str
    current: bool
    lineage: str
    position: int
    facts: Facts


class Compared(NamedTuple):
    """A change between two successive editions."""

    old: str
    new: str
    change: Change


class ListSource:
    """One list of a library."""

    def __init__(self, library: Library, name: str) -> None:
        self.library = library
        self.name = name
        self.folder = library.lists / name
        self.scheme = library.scheme(name)
        self.history = library.history(name)
        self.infos: list[EditionInfo] = library.infos(name)
        self.dates = self.history.editions

    @property
    def style(self) -> Style:
        """How the list cites its codes."""
        return self.scheme.codes.cite

    def cite(self, facts: Facts) -> str:
        """A node's code as the list prints it; empty for a node without a code."""
        return cite(facts.code, self.style) if facts.kind == "item" else facts.code

    def reading(self, info: EditionInfo) -> Reading:
        """How an edition was read."""
        return self.history.readings[info.edition]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """Every node's versions, in the list's common order, older before newer."""
        found: list[Stretch] = []
        positions: dict[str, int] = {}
        for version in self.history.versions:
            position = positions.setdefault(version.id, len(positions) + 1)
            for first, *ended in version.spans:
                last = ended[0] if ended else self.dates[-1]
                found += self._stretches(version.id, first, last, position, version.facts)
        return sorted(found, key=lambda each: (each.position, each.first))

    def _stretches(self, ident: str, first: str, last: str, position: int, facts: Facts) -> Iterator[Stretch]:
        """A span of a version; where the id passes from one lineage to another within it, one for each."""
        dates = self.dates[self._at[first] : self._at[last] + 1]
        for lineage, group in groupby(dates, lambda date: self.history.lineages.name(date, ident)):
            run = list(group)
            yield Stretch(ident, run[0], run[-1], run[-1] == self.dates[-1], lineage, position, facts)

    @cached_property
    def _at(self) -> dict[str, int]:
        return {date: number for number, date in enumerate(self.dates)}

    @cached_property
    def pairs(self) -> list[PairRecord]:
        """The recorded changes between successive editions, oldest first."""
        records = (load_pair(self.folder, *pair) for pair in pairwise(self.dates))
        return [record for record in records if record is not None]

    @cached_property
    def changes(self) -> list[Compared]:
        """Every change, pair after pair: those in a node's own words or place, then those carried to it.

        Raises `WrongUse` where one names a node that its edition does not hold.
        """
        return [
            Compared(record.old, record.new, change)
            for record in self.pairs
            for change in (*record.changes, *carried_changes(record, self._side))
        ]

    def _side(self, date: str, ident: str) -> Side:
        facts = self.history.facts(date).get(ident)
        if facts is None:
            raise WrongUse(f"{self.name}@{date} has no {ident}, which a recorded change names; write the list anew")
        return side_of_facts(ident, facts, self.style)

    def lineage(self, compared: Compared) -> str:
        """The lineage of the node that changed."""
        change = compared.change
        if change.new is not None:
            return self.history.lineages.name(compared.new, change.new.id)
        return self.history.lineages.name(compared.old, change.old.id) if change.old else ""

    @cached_property
    def regime(self) -> str:
        """The id of the regime that the list mirrors; empty for a regime, or a list that does not say."""
        rules = rules_in(self.scheme.mirror)
        return rules.regime if rules else ""
