"""In which editions each node and each code of a list stands, as bits: bit n is the n-th edition, the oldest is 0."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from controllist.history.records import Facts
from controllist.history.store import History


class Span(NamedTuple):
    """A run of successive editions, by number."""

    first: int
    last: int


class Stand(NamedTuple):
    """One version of a node: the editions it holds in, and its facts."""

    bits: int
    facts: Facts


class CodeChanges(NamedTuple):
    """How the codes of an edition differ from those of the edition before; each list in no order."""

    came: list[str]
    went: list[str]
    became_reserved: list[str]
    taken_up: list[str]
    """Reserved numbers that control something again."""
    listed_reserved: list[str]
    """Numbers that were not there before and stand empty."""
    dropped_reserved: list[str]
    """Empty numbers that are no longer printed."""
    kept: int
    """How many codes control something in both."""


class Presence:
    """Where each node (by id) and each item code of a list stands."""

    def __init__(self, history: History) -> None:
        self.dates = history.editions
        self.stands: dict[str, list[Stand]] = {}
        self._active: dict[str, int] = {}
        self._reserved: dict[str, int] = {}
        self._ids: dict[str, list[str]] = {}
        numbers = {date: number for number, date in enumerate(self.dates)}
        for version in history.versions:
            bits = bits_of(version.spans, numbers)
            stands = self.stands.setdefault(version.id, [])
            stands.append(Stand(bits, version.facts))
            if version.facts.kind == "item":
                code = version.facts.code
                side = self._reserved if version.facts.status == "reserved" else self._active
                side[code] = side.get(code, 0) | bits
                if len(stands) == 1:
                    self._ids.setdefault(code, []).append(version.id)

    def editions_of(self, ident: str) -> int:
        """The editions a node stands in, as bits."""
        found = 0
        for stand in self.stands.get(ident, ()):
            found |= stand.bits
        return found

    def facts_at(self, ident: str, number: int) -> Facts:
        """The facts of a node in the n-th edition, where it stands."""
        return next(stand.facts for stand in self.stands[ident] if stand.bits >> number & 1)

    def id_at(self, code: str, number: int) -> str:
        """The id that an item code has in the n-th edition, where it stands."""
        return next(ident for ident in self._ids[code] if self.editions_of(ident) >> number & 1)

    def changes(self, number: int) -> CodeChanges:
        """How the codes of the n-th edition differ from those of the one before."""
        found = CodeChanges([], [], [], [], [], [], 0)
        kept = 0
        for code in self._active.keys() | self._reserved.keys():
            active = self._active.get(code, 0)
            empty = self._reserved.get(code, 0) & ~active
            before, now = active >> number - 1 & 1, active >> number & 1
            was_empty, is_empty = empty >> number - 1 & 1, empty >> number & 1
            if before and now:
                kept += 1
            elif now:
                (found.taken_up if was_empty else found.came).append(code)
            elif before:
                (found.became_reserved if is_empty else found.went).append(code)
            elif is_empty and not was_empty:
                found.listed_reserved.append(code)
            elif was_empty and not is_empty:
                found.dropped_reserved.append(code)
        return found._replace(kept=kept)


def bits_of(spans: tuple[tuple[str, ...], ...], numbers: Mapping[str, int]) -> int:
    """Spans of dates as bits; a span without an end lasts to the newest edition."""
    found = 0
    for first, *last in spans:
        end = numbers[last[0]] if last else len(numbers) - 1
        found |= (1 << end + 1) - (1 << numbers[first])
    return found


def runs(bits: int) -> Iterator[Span]:
    """The runs of successive editions in `bits`, oldest first.

    >>> list(runs(0b1110011))
    [Span(first=0, last=1), Span(first=4, last=6)]
    """
    number = 0
    while bits:
        skip = (bits & -bits).bit_length() - 1
        bits >>= skip
        number += skip
        length = (~bits & bits + 1).bit_length() - 1
        yield Span(number, number + length - 1)
        bits >>= length
        number += length
