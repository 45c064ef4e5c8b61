"""The limits of two clauses, paired and compared on one scale.

A limit is a region of values: a region that grows controls more, one that shrinks controls less, whichever way the
number went. Limits pair by what they are about and by direction; a value in doubt is never compared.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from controllist.changes.clause.limits.sides import have_one_rest, is_of_share, other_sides
from controllist.changes.language.print.printed import EXPONENT_LOST, printed_alike
from controllist.changes.language.text.clauses import Polarity, is_condition, polarity
from controllist.changes.language.text.lines import line_at
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.language.text.quantities import Measure, comparable, dimension_of, measure
from controllist.changes.records import Effect, Evidence, EvidenceType, opposite
from controllist.figures.phrases import word_set
from controllist.model import Threshold
from controllist.patterns import pattern

_ARC = pattern(r"\s*of\s+arc\b", re.IGNORECASE)
_ARCS = {"second": "arcsec", "seconds": "arcsec", "minute": "arcmin", "minutes": "arcmin"}
_FORMULA = pattern(r"^\s*(?:[+×*x/÷·]|divided\b|times\b|multiplied\b|plus\b|minus\b)\s*[\w(]")
_FORMULA_BEFORE = pattern(r"[+×*/÷]\s*$|\bL\s*/\s*$")
_CLASS = pattern(r"\b(?:class|grade|level|type|category|stufe|klasse|classe)\b(?!\s\w)", re.IGNORECASE)
_COUNTED_LEVEL = pattern(r"(?:above|exceeding|greater\s+than|more\s+than|über|oberhalb)\s+level\s+\d", re.IGNORECASE)
"""Levels that are counted, of which those above a number are meant."""
_AGAIN = pattern(r"\d[\d.,]*\s?[^\W\d][^()]{0,25}?\s?\((-?\d[\d.,\s]*\s?[^\W\d][\w/°³²]{0,12}[^()]{0,12})\)")
_BAND = pattern(
    r"\bfor\s+any\s[^;,]{1,80}?\swithin\s+(?:the|an?)\s(?:[\w-]+\s){0,2}(?:frequency|wavelength)\s(?:range|band)\b"
    r"(?:(?!,\s|\b(?:when|if|while|where|measured)\b)[^;])*$",
    re.IGNORECASE,
)
"""The words in front of an end of the band in which something is to be done at one place: a wider band holds more."""
_NEXT_WORD = pattern(r"\s?(?!(?:in|at|or|and|for|when|with|on|to)\b)[^\W\d_]{1,4}(?!\w)")
_WORD = pattern(r"\w+")
_COUNTS = word_set("one two three four five six seven eight nine ten eleven twelve")
_DIFFERENCE = pattern(r"differ|gradient|stabil|chang|rise|uniform|drift|toleranc", re.IGNORECASE)


MEASURED = "says how it is measured"
UNIT_SLIP = "the same number in another unit: a misprint, or its correction?"
_THOUSAND = 999.0
"""The least by which the units of a misprint differ, a little less for the sake of fractions."""


class Limit(NamedTuple):
    """One limit where it stands in its clause: from `start` to `end`, -1 where the text is not at hand."""

    threshold: Threshold
    low: float
    high: float
    open_low: bool
    open_high: bool
    base: Measure
    start: int
    end: int
    way: Polarity
    text: str
    """The clause in which it stands."""
    sides: tuple[float, ...] = ()
    """The other sides of a size, 90 of `50 cm × 90 cm`, on the base scale."""


class LimitPair(NamedTuple):
    """Two limits on one thing, or a limit that stands on one side only."""

    old: Limit | None
    new: Limit | None


def limits_of(text: str, thresholds: Sequence[Threshold]) -> tuple[Limit, ...]:
    """The thresholds of a clause as limits, each with its place in the plain `text` and what surrounds it."""
    found = []
    at = 0
    for threshold in thresholds:
        raw = plain(threshold.raw)
        start = text.find(raw, at) if text and raw else -1
        end = start + len(raw) if start >= 0 else -1
        at = max(at, end)
        found.append(_limit(text, threshold, start, end))
    return tuple(found)


def _limit(text: str, threshold: Threshold, start: int, end: int) -> Limit:
    unit = threshold.unit
    if start >= 0 and unit.lower() in _ARCS and (arc := _ARC.match(text, end)):
        unit, end = _ARCS[unit.lower()], arc.end()
    way: Polarity = polarity(text, start) if start >= 0 else 1
    if start > 0 and "han " in text and is_of_share(text[:start]):
        way = {1: -1, -1: 1}.get(way, 0)  # type: ignore[assignment]  # three ways
    value = threshold.value
    ends = value if isinstance(value, tuple) else (value, value)
    bases = [measure(one, unit) for one in ends]
    low = -math.inf if threshold.op in ("<", "<=") else bases[0].value
    high = math.inf if threshold.op in (">", ">=") else bases[1].value
    strict = threshold.op in ("<", ">")
    sides, end = other_sides(text, end, bases[0]) if end >= 0 else ((), end)
    return Limit(threshold, low, high, strict, strict, bases[0], start, end, way, text, sides)


def _aside(limit: Limit) -> str:
    """Why a limit cannot be compared: it is part of a formula, or says under which circumstances one measures."""
    text, start, end = limit.text, limit.start, limit.end
    if start < 0:
        return ""
    if _FORMULA.match(text[end : end + 20]) or _FORMULA_BEFORE.search(text[max(0, start - 8) : start]):
        return "part of a formula"
    is_bare = not limit.threshold.unit
    if is_bare and _CLASS.search(limit.threshold.parameter) and not _COUNTED_LEVEL.match(plain(limit.threshold.raw)):
        return "a class is no quantity"
    is_measured = is_condition(text, start) and not _BAND.search(text[max(0, start - 200) : start])
    return MEASURED if is_measured else ""


def paired(old: Sequence[Limit], new: Sequence[Limit]) -> list[LimitPair]:
    """The limits of both clauses, paired: first the same values, then what is about the same thing, then leftovers."""
    if not old or not new:
        return [*[LimitPair(one, None) for one in old], *[LimitPair(None, one) for one in new]]
    pairs: list[LimitPair] = []
    left, right = list(old), list(new)
    lines = {one: line_at(one.text, one.start) if one.start > 0 else "" for one in (*left, *right)}
    for alike in (_same_value, _same_print, _same_thing, _same_name, _only_one):
        for one in list(left):
            partners = [
                other for other in right
                if (alike in _ANYWHERE or lines[one] == lines[other] or not (lines[one] and lines[other]))
                and alike(one, other, left, right)
            ]  # fmt: skip
            if partners:
                best = min(partners, key=lambda other: (other.way != one.way, right.index(other)))
                pairs.append(LimitPair(one, best))
                left.remove(one)
                right.remove(best)
    pairs += [LimitPair(one, None) for one in left]
    return pairs + [LimitPair(None, one) for one in right]


def _direction(limit: Limit) -> str:
    return {"<=": "<", ">=": ">"}.get(limit.threshold.op, limit.threshold.op)


def same_parameter(one: Limit, other: Limit) -> bool:
    """Whether two limits say that they are about one thing: the words of one name are those of the other or fewer."""
    first, second = _words(one), _words(other)
    if _is_short_for(first, second) or _is_short_for(second, first):
        return True
    return first == second or (bool(first) and bool(second) and first[-1] == second[-1] and _within(first, second))


def _same_words_before(one: Limit, other: Limit) -> bool:
    """Whether all that stands before two limits with units is the same but for marks: so is what they are of."""
    if one.start < 0 or other.start < 0 or not (one.threshold.unit and other.threshold.unit):
        return False
    if any(limit.threshold.parameter in plain(limit.text[limit.end :]) for limit in (one, other)):
        return False  # it is named behind the limit
    words = [_WORD.findall(limit.text[: limit.start].lower()) for limit in (one, other)]
    return words[0] == words[1] and len(words[0]) >= _FEWEST_BEFORE


_FEWEST_BEFORE = 3
_OF_WHOLE = pattern(r",\s+of:?\s*$")
"""How a limit goes on with the thing that is measured, behind the circumstances in which it is."""


def _is_short_for(short: list[str], words: list[str]) -> bool:
    """Whether a name is one word made of the first letters of the other's words."""
    return len(short) == 1 and len(words) > 1 and short[0] == "".join(word[0] for word in words)


def _words(limit: Limit) -> list[str]:
    words = [stem(word) for word in _WORD.findall(limit.threshold.parameter)]
    return [word for word in words if word not in _COUNTS]


def _within(first: list[str], second: list[str]) -> bool:
    """Whether one name ends in the other, or has further words in its middle alone: "number of [blue] lids"."""
    if first == second[-len(first) :] or second == first[-len(second) :]:
        return True
    short, long = sorted((first, second), key=len)
    rest = iter(long)
    return len(short) > 1 and short[0] == long[0] and all(word in rest for word in short)


def _same_value(one: Limit, other: Limit, _left: list[Limit], _right: list[Limit]) -> bool:
    same = _are_equal(one, other)
    return same and same_parameter(one, other)


def _are_equal(one: Limit, other: Limit) -> bool:
    return one[1:5] == other[1:5] and one.sides == other.sides and comparable(one.base, other.base)


def _same_print(one: Limit, other: Limit, _left: list[Limit], _right: list[Limit]) -> bool:
    return _printed(one, other) != ""


def _printed(one: Limit, other: Limit) -> str:
    """Why two limits are one although their figures were read in different ways; empty if they are not one."""
    if comparable(one.base, other.base) or one.start < 0 or other.start < 0 or one.way != other.way:
        return ""
    if any(_NEXT_WORD.match(limit.text, limit.end) for limit in (one, other) if not limit.threshold.unit):
        return ""  # it may be a unit that was not read
    return printed_alike(*(limit.text[limit.start : limit.end] for limit in (one, other)))


def _same_thing(one: Limit, other: Limit, _left: list[Limit], _right: list[Limit]) -> bool:
    alike = comparable(one.base, other.base) and _direction(one) == _direction(other)
    return alike and one.threshold.parameter == other.threshold.parameter


def _same_name(one: Limit, other: Limit, _left: list[Limit], _right: list[Limit]) -> bool:
    return comparable(one.base, other.base) and _direction(one) == _direction(other) and same_parameter(one, other)


def _only_one(one: Limit, other: Limit, left: list[Limit], right: list[Limit]) -> bool:
    """The only limit left of its dimension on each side."""
    dimension = one.base.dimension
    if other.base.dimension != dimension:
        return False
    return all(sum(1 for limit in side if limit.base.dimension == dimension) == 1 for side in (left, right))


_ANYWHERE = (_same_value, _same_print)
"""Ways of being alike that hold in whatever line the limits stand."""


def compare(old: Limit, new: Limit) -> Evidence | None:
    """What became of one limit; None if nothing did."""
    same = _are_equal(old, new)
    if why := _printed(old, new):
        return _evidence(old, new, "none", why, "exponent" if why == EXPONENT_LOST else "units")
    if not same_parameter(old, new) and not _same_words_before(old, new):
        if same and old.way == new.way and old.start >= 0 and new.start >= 0:
            return None  # what it is about stands in the words, which are compared for themselves
        return _evidence(old, new, "unclear", "measured by another name")
    if same:
        if old.way != new.way:
            return _evidence(old, new, "unclear", "stands under another exclusion")
        if old.threshold.doubtful != new.threshold.doubtful:
            return _evidence(old, new, "none", EXPONENT_LOST, "exponent")
        if (old.threshold.value, old.threshold.unit) != (new.threshold.value, new.threshold.unit):
            return _evidence(old, new, "none", "the same limit in other units", "units")
        return None
    if _says_again(old) == _says_again(new) != "":
        return _evidence(old, new, "unclear", "the conversion in brackets is as it was")
    if why := _incomparable(old, new):
        return _evidence(old, new, "unclear", why)
    effect = region_effect(old, new)
    note = "; ".join(filter(None, [_misprint(old, new), "" if new.way > 0 else "in an exclusion"]))
    return _evidence(old, new, opposite(effect) if new.way < 0 else effect, note)


def _misprint(old: Limit, new: Limit) -> str:
    """The note of a figure that stands with a unit a thousand times larger or smaller, or more; empty of any other."""
    is_same = old.threshold.value == new.threshold.value and old.threshold.unit != new.threshold.unit
    sizes = sorted(abs(limit.base.value) for limit in (old, new))
    return UNIT_SLIP if is_same and 0 < _THOUSAND * sizes[0] <= sizes[1] else ""


def _says_again(limit: Limit) -> str:
    """The figure in brackets by which a limit says its value again in another unit, empty if it has none."""
    if limit.start < 0:
        return ""
    match = _AGAIN.search(limit.text[limit.start : limit.end + 40])
    return match[1] if match else ""


def _incomparable(old: Limit, new: Limit) -> str:
    if old.threshold.doubtful or new.threshold.doubtful:
        return EXPONENT_LOST
    if not comparable(old.base, new.base):
        return "units that cannot be compared"
    if _direction(old) != _direction(new) and not _is_one_within(old, new):
        return "compared the other way"
    if old.way != new.way or not new.way:
        return "in a negation"
    units = {old.threshold.unit, new.threshold.unit}
    if len(units) > 1 and _DIFFERENCE.search(new.threshold.parameter) and dimension_of("K") == new.base.dimension:
        return "a difference of temperatures in other degrees"
    if _same_words_before(old, new) and any(_OF_WHOLE.search(one.text, 0, one.start) for one in (old, new)):
        return ""
    if have_one_rest((old.text, old.start, old.end), (new.text, new.start, new.end)):
        return ""
    return _aside(old) or _aside(new)


def _is_one_within(old: Limit, new: Limit) -> bool:
    """Whether a range stands within what a bound on one side holds, or the reverse."""
    return "between" in (old.threshold.op, new.threshold.op) and region_effect(old, new) in ("tightened", "relaxed")


def region_effect(old: Limit, new: Limit) -> Effect:
    """Whether the region of values grew or shrank."""
    if old.threshold.op == "=" or new.threshold.op == "=" or len(old.sides) != len(new.sides):
        return "unclear"
    if old.sides != new.sides:
        return _size_effect(old, new)
    low = _end(new.low, new.open_low), _end(old.low, old.open_low)
    high = _end(-new.high, new.open_high), _end(-old.high, old.open_high)
    grew = low[0] < low[1] or high[0] < high[1]
    shrank = low[0] > low[1] or high[0] > high[1]
    if grew and shrank:
        return "mixed"
    return "tightened" if grew else "relaxed" if shrank else "none"


def _size_effect(old: Limit, new: Limit) -> Effect:
    """What it does to a bound on a size that some of its sides grew and none shrank, or the reverse."""
    sides = [*zip((old.base.value, *old.sides), (new.base.value, *new.sides), strict=True)]
    grew, shrank = any(one < other for one, other in sides), any(one > other for one, other in sides)
    ops = {old.threshold.op, new.threshold.op}
    if grew == shrank or len(ops) > 1 or ops == {"between"}:
        return "unclear"
    is_bound_above = math.isinf(new.low)
    return "tightened" if grew == is_bound_above else "relaxed"


def _end(value: float, is_open: bool) -> tuple[float, bool]:
    """One end of a region, to be compared: whether an endless region holds its end is no matter."""
    return value, is_open and math.isfinite(value)


def _evidence(old: Limit, new: Limit, effect: Effect, note: str, kind: EvidenceType = "threshold") -> Evidence:
    parameter = new.threshold.parameter or old.threshold.parameter
    return Evidence(kind, effect, parameter, stated(old), stated(new), note)


def stated(limit: Limit | None) -> str:
    """A limit as a line of our own: `> 40 MHz`."""
    if limit is None:
        return ""
    value = limit.threshold.value
    said = f"{value[0]:g} to {value[1]:g}" if isinstance(value, tuple) else f"{limit.threshold.op} {value:g}"
    return f"{said} {limit.threshold.unit}".strip()
