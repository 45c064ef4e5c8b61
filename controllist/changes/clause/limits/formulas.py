"""Limits that grow with a length: "(0.9 + L/350) µm" compared with "(1.2 + L/350) µm", whatever the length may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.meaning import Span
from controllist.changes.language.text.quantities import Measure, comparable, measure
from controllist.changes.records import Effect, Evidence, opposite
from controllist.figures.numbers import NUMBER, read_number
from controllist.figures.units import unit_end
from controllist.patterns import pattern

_FORMULA = pattern(
    rf"\(?\s?(?P<base>{NUMBER})\s?\+\s?\(?(?P<letter>[A-Z])\s?/\s?(?P<over>{NUMBER})\s?\)?\s?\)?\s?(?=[^\W\d])"
)
_DOWN = pattern(
    r"\b(?:less|lower|smaller|better)\s*(?:\((?:better|lower|less)\)\s*)?than\s*$|\bnot\s+exceeding\s*$|≤\s*$|<\s*$",
    re.I,
)
_UP = pattern(r"\b(?:more|greater|higher)\s+than\s*$|\bexceeding\s*$|≥\s*$|>\s*$", re.I)


class Formula(NamedTuple):
    """A limit `base` + length × `rate`: where it stands, which way it bounds, the letter of the length."""

    start: int
    end: int
    base: Measure
    rate: float
    letter: str
    way: int


def formulas_of(text: str) -> list[Formula]:
    """The formulas of a plain text that a comparing word leads to."""
    if "/" not in text or "+" not in text:
        return []
    found = []
    for match in _FORMULA.finditer(text):
        end = unit_end(text, match.end())
        before = text[max(0, match.start() - 40) : match.start()]
        way = -1 if _DOWN.search(before) else 1 if _UP.search(before) else 0
        if end == match.end() or not way:
            continue
        unit = text[match.end() : end]
        over = read_number(match["over"]).value
        value = (
            read_number(match["base"], comma=True).value
            if _COMMA.fullmatch(match["base"])
            else read_number(match["base"]).value
        )
        if over:
            base = measure(value, unit)
            found.append(Formula(match.start(), end, base, measure(1 / over, unit).value, match["letter"], way))
    return found


_COMMA = pattern(r"\d+,\d{1,2}")


def compared_formulas(
    texts: Sequence[str], taken: Sequence[tuple[Span | None, Span | None]]
) -> tuple[list[tuple[Span, Span]], list[Evidence]]:
    """The formulas that stand in both plain texts as one sign each, and what became of them.

    Formulas of which a part is `taken` as a limit of its own are left to that.
    """
    old, new = formulas_of(texts[0]), formulas_of(texts[1])
    if len(old) != len(new) or not old:
        return [], []
    for side, formulas in enumerate((old, new)):
        for span in filter(None, (pair[side] for pair in taken)):
            if any(span.start < one.end and one.start < span.end for one in formulas):
                return [], []
    spans, found = [], []
    for one, other in zip(old, new, strict=True):
        if one.letter != other.letter or one.way != other.way or not comparable(one.base, other.base):
            return [], []
        key = f"limit{one.start}x{other.start}"
        spans.append((Span(one.start, one.end, key), Span(other.start, other.end, key)))
        if (one.base, one.rate) != (other.base, other.rate):
            said = texts[0][one.start : one.end], texts[1][other.start : other.end]
            effect = _effect(one, other)
            way = {polarity(texts[0], one.start), polarity(texts[1], other.start)}
            if way != {1}:
                effect = opposite(effect) if way == {-1} else "unclear"
            found.append(Evidence("threshold", effect, "", *said, note="a formula"))
    return spans, found


def _effect(old: Formula, new: Formula) -> Effect:
    """A bound from above that grows at every length lets in more; one from below that grows lets in less."""
    changes = {_sign(new.base.value - old.base.value), _sign(new.rate - old.rate)} - {0}
    if len(changes) != 1:
        return "unclear" if changes else "none"
    return "tightened" if changes.pop() == -old.way else "relaxed"


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
