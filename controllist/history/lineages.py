"""One node through all editions of a list, whatever its code was.

A lineage is named after the node's id in the list's anchor edition; one that ended before it is `id@last edition`, one
that began after it `id@first edition`. So names stay when older or newer editions are added (docs/decisions/0005).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec


class Lineage(msgspec.Struct, frozen=True):
    """A lineage and the ids its node bore: each with the first and last edition, no last while it still holds.

    Only lineages that cannot be told from the nodes themselves are recorded: those with several ids, or whose id
    belonged to another node too.
    """

    id: str
    ids: tuple[tuple[str, ...], ...]


Links = Mapping[str, str]
"""The new id of each old id that two successive editions share."""


def lineages_of(
    editions: Sequence[tuple[str, Sequence[str]]],
    links: Mapping[tuple[str, str], Links],
    says: Callable[[str, str], str],
    anchor: str,
) -> tuple[Lineage, ...]:
    """The lineages of a list that need recording, in the order of their names.

    `editions` are dates, oldest first, each with the ids of its nodes. `says(date, id)` is what a node says: one that
    was gone and comes back under its id with the same words takes its lineage up again. `anchor` is the edition that
    names lineages.
    """
    stretches = _stretches(editions, links, says)
    dates = [date for date, _ in editions]
    bearers: dict[str, int] = {}
    for stretch in stretches:
        for ident in {ident for _, ident in stretch}:
            bearers[ident] = bearers.get(ident, 0) + 1
    found = []
    for stretch in stretches:
        name = _name(stretch, dates, anchor)
        ids = {ident for _, ident in stretch}
        if ids != {name} or bearers[name] > 1:
            found.append(Lineage(name, _runs(stretch, dates)))
    return tuple(sorted(found, key=lambda lineage: lineage.id))


_Stretch = list[tuple[int, str]]
"""The numbers of the editions that hold a node, each with the id it bears there."""


def _stretches(
    editions: Sequence[tuple[str, Sequence[str]]],
    links: Mapping[tuple[str, str], Links],
    says: Callable[[str, str], str],
) -> list[_Stretch]:
    found: list[_Stretch] = []
    current: dict[str, int] = {}
    ended: dict[tuple[str, str], int] = {}
    for number, (date, ids) in enumerate(editions):
        before = editions[number - 1][0] if number else ""
        old_of = {new: old for old, new in links.get((before, date), {}).items()}
        now: dict[str, int] = {}
        for ident in ids:
            at = current.get(old_of.get(ident, ""), -1)
            if at < 0:
                at = ended.pop((ident, says(date, ident)), -1) if (ident, says(date, ident)) in ended else len(found)
            if at == len(found):
                found.append([])
            found[at].append((number, ident))
            now[ident] = at
        going = set(current.values()) - set(now.values())
        ended |= {(ident, says(before, ident)): at for ident, at in current.items() if at in going}
        current = now
    return found


def _name(stretch: _Stretch, dates: Sequence[str], anchor: str) -> str:
    at_anchor = next((ident for number, ident in stretch if dates[number] == anchor), "")
    if at_anchor:
        return at_anchor
    earlier = [(number, ident) for number, ident in stretch if dates[number] < anchor]
    number, ident = earlier[-1] if earlier else stretch[0]
    return f"{ident}@{dates[number]}"


def _runs(stretch: _Stretch, dates: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    runs: list[tuple[str, int, int]] = []
    for number, ident in stretch:
        if runs and runs[-1][0] == ident and runs[-1][2] == number - 1:
            runs[-1] = (ident, runs[-1][1], number)
        else:
            runs.append((ident, number, number))
    newest = len(dates) - 1
    return tuple(
        (ident, dates[first]) if last == newest else (ident, dates[first], dates[last]) for ident, first, last in runs
    )


class Lineages:
    """The lineages of one list, looked up by node or by name."""

    def __init__(self, recorded: Iterable[Lineage], dates: Sequence[str]) -> None:
        self.recorded = {lineage.id: lineage for lineage in recorded}
        self._dates = list(dates)
        self._at = {date: number for number, date in enumerate(dates)}
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        for lineage in self.recorded.values():
            for ident, first, *last in lineage.ids:
                end = self._at[last[0]] if last else len(self._dates) - 1
                self._spans.setdefault(ident, []).append((self._at[first], end, lineage.id))

    def name(self, date: str, ident: str) -> str:
        """The lineage of a node of an edition."""
        if spans := self._spans.get(ident):
            at = self._at[date]
            return next((name for first, last, name in spans if first <= at <= last), ident)
        return ident

    def names(self, date: str, idents: Iterable[str]) -> dict[str, str]:
        """The lineage of each node of an edition, by the node's id."""
        return {ident: self.name(date, ident) for ident in idents}

    def id_at(self, name: str, date: str) -> str:
        """The id that a lineage's node bears in an edition, where the edition holds it; else empty.

        For a lineage that is not recorded this is its name, whether or not the edition holds it.
        """
        lineage = self.recorded.get(name)
        if lineage is None:
            return name if self.name(date, name) == name else ""
        at = self._at[date]
        for ident, first, *last in lineage.ids:
            if self._at[first] <= at <= (self._at[last[0]] if last else len(self._dates) - 1):
                return ident
        return ""

    def bearing(self, ident: str) -> list[str]:
        """The recorded lineages whose node bore this id at some time, oldest first."""
        return [name for _, _, name in sorted(self._spans.get(ident, []))]
