"""In which editions each node of a list stands, as bits: bit n is the n-th edition, the oldest is 0."""

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


class Presence:
    """Where each node of a list stands, by id."""

    def __init__(self, history: History) -> None:
        self.dates = history.editions
        self.stands: dict[str, list[Stand]] = {}
        numbers = {date: number for number, date in enumerate(self.dates)}
        for version in history.versions:
            bits = bits_of(version.spans, numbers)
            self.stands.setdefault(version.id, []).append(Stand(bits, version.facts))

    def editions_of(self, ident: str) -> int:
        """The editions a node stands in, as bits."""
        found = 0
        for stand in self.stands.get(ident, ()):
            found |= stand.bits
        return found

    def facts_at(self, ident: str, number: int) -> Facts:
        """The facts of a node in the n-th edition, where it stands."""
        return next(stand.facts for stand in self.stands[ident] if stand.bits >> number & 1)


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
