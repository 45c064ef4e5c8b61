"""Numbers that became a range, and ranges that changed, where no limit says so.

>>> recounted("three or more", "three or four"), from_figure(["6bit"], "6 bit or more, but less than 9 bit")
(('relaxed', 'fewer numbers are meant'), True)
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from controllist.changes.clause.limits.limits import limits_of
from controllist.changes.language.names.replaced import SPELLED
from controllist.changes.language.text.meaning import meaning_of
from controllist.changes.language.text.plain import plain
from controllist.changes.records import Effect
from controllist.figures import figures_of
from controllist.figures.numbers import read_number
from controllist.patterns import pattern

_COUNTED = rf"(?:\d+|{'|'.join(SPELLED)})"
_NUMBERS_MEANT = pattern(
    rf"(?:greater\s+than|more\s+than|exceeding|over|above)\s+(?P<over>{_COUNTED})"
    rf"|(?P<first>{_COUNTED})(?:\s+or\s+(?:(?P<more>more|greater)|(?P<other>{_COUNTED}))|\s+to\s+(?P<last>{_COUNTED}))?",
    re.IGNORECASE,
)
"""Numbers of things that are counted: `three or more`, `three or four`, `17 to 50`, `more than 16`."""
_OPENS = pattern(rf"\b{_COUNTED}\s+or\s+$", re.IGNORECASE)
_VALUE = pattern(r"-?\d[\d.]*(?:e[-+]?\d+)?")


def recounted(old: str, new: str) -> tuple[Effect, str] | None:
    """What it does that words mean more or fewer numbers than before; None where they are not numbers alone."""
    left, right = old.split(), new.split()
    while len(left) > 1 and len(right) > 1 and left[-1].lower() == right[-1].lower():
        left, right = left[:-1], right[:-1]
    before, after = _numbers_meant(" ".join(left)), _numbers_meant(" ".join(right))
    if before is None or after is None or before == after:
        return None
    if before[0] <= after[0] and after[1] <= before[1]:
        return "relaxed", "fewer numbers are meant"
    if after[0] <= before[0] and before[1] <= after[1]:
        return "tightened", "more numbers are meant"
    return None


def opening(before: str) -> str:
    """The `three or ` that the words before a place end in, which what stands there goes on with."""
    match = _OPENS.search(before) if before[-3:].lower() == "or " else None
    return match.group() if match else ""


def _numbers_meant(words: str) -> tuple[float, float] | None:
    match = _NUMBERS_MEANT.fullmatch(" ".join(words.split()))
    if match is None:
        return None
    if match["over"]:
        return _number(match["over"]) + 1, math.inf
    first = _number(match["first"])
    if match["more"]:
        return first, math.inf
    last = _number(match["other"] or match["last"] or match["first"])
    return None if last < first or (match["other"] and last > first + 1) else (first, last)


def _number(word: str) -> float:
    return float(word) if word.isdigit() else float(SPELLED.index(word.lower()))


def figure_effect(before: str, old: str, new: str, after: str) -> tuple[Effect, str] | None:
    """What it does that another figure bounds a quantity that is named in marks: `exceeding a "rate" of` 3."""
    if not (_FIGURE.fullmatch(old) and _FIGURE.fullmatch(new)):
        return None
    match = _BOUNDED.search(before)
    if match is None or _GOES_ON.match(after):
        return None
    values = read_number(old), read_number(new)
    if values[0].value == values[1].value or values[0].doubtful or values[1].doubtful:
        return None
    is_lower_bound = bool(match["over"]) != bool(match["negated"])
    grew = (values[1].value < values[0].value) == is_lower_bound
    return ("tightened" if grew else "relaxed"), "another figure bounds the named quantity"


def sign_effect(before: str, old: str, new: str) -> tuple[Effect, str] | None:
    """What it does that a range holds its end, or does so no more: `3 Hz < f`, `3 Hz ≤ f`."""
    signs = old.strip() + new.strip()
    if signs not in ("<≤", ">≥", "≤<", "≥>") or _THROUGHOUT.search(before):
        return None
    return ("tightened", "the range holds its end") if signs in ("<≤", ">≥") else ("relaxed", "the range lost its end")


_THROUGHOUT = pattern(
    r"\b(?:throughout|entire|whole|all|each|every|over|across|when|if|where|for|measured|tested)\b[^;:]*$",
    re.IGNORECASE,
)
"""What must hold in all of a range is less, the wider the range; what says how one measures tells nothing."""
_BOUNDED = pattern(
    r"(?P<negated>\bnot\s+)?\b(?:(?P<over>exceed(?:ing|s)?|(?:greater|more|higher)\s+than|above)"
    r"|(?:less|lower)\s+than|below)\s+(?:an?\s+|the\s+)?(?:\"[^\"]{3,60}\"|'[^']{3,60}')\s*(?:\(\w+\)\s*)?of\s+$",
    re.IGNORECASE,
)
_FIGURE = pattern(r"\d[\d.]*|\d{1,3}(?:,\d{3})+")
_GOES_ON = pattern(r"\s*(?:[-+×*/x^%]|(?:or|to|and)\b|divided\b|times\b)", re.IGNORECASE)


def from_figure(keys: Sequence[str], words: str) -> bool:
    """Whether one figure, given as a token, lies in the range that other words state: they hold nothing but limits."""
    if len(keys) != 1 or keys[0].startswith("-") or not (value := _VALUE.match(keys[0])):
        return False
    limits = limits_of(plain(words), figures_of(words).thresholds)
    unit = keys[0][value.end() :]
    if not limits or any(_dimension(f"{one.threshold.raw}") != unit for one in limits):
        return False
    number = float(value.group())
    return all(
        (one.low < number or (one.low == number and not one.open_low))
        and (number < one.high or (number == one.high and not one.open_high))
        for one in limits
    )


def _dimension(raw: str) -> str:
    """The dimension of the one figure in the words of a limit, as tokens spell it."""
    found = {key[value.end() :] for key in (token.key for token in meaning_of(raw)) if (value := _VALUE.match(key))}
    return found.pop() if len(found) == 1 else "?"


_LEADS_TO_RANGE = pattern(r"\b(?:range|from|of|in|the|but|and)\b|[\s,]", re.IGNORECASE)


def same_ends(old: str, new: str) -> bool:
    """Whether words state one range of values in two ways: "from 0 to 5 Hz", "exceeding 0 Hz but not exceeding 5 Hz".

    An end that one of them holds and the other does not may only be 0, at which nothing is measured.
    """
    ranges = [_range_of(plain(words)) for words in (old, new)]
    if not all(ranges):
        return False
    first, second = (one for one in ranges if one)
    if first[:3] != second[:3] or first[5] != second[5]:
        return False
    return (first[3] == second[3] or first[0] == 0) and first[4] == second[4]


def _range_of(words: str) -> tuple[float, float, object, bool, bool, str] | None:
    """Both ends that words state, their dimension, whether each is left out, and what else the words say."""
    limits = limits_of(words, figures_of(words).thresholds)
    if not limits or len({one.base.dimension for one in limits}) > 1 or any(one.start < 0 for one in limits):
        return None
    low, high = max(limits, key=lambda one: one.low), min(limits, key=lambda one: one.high)
    if not (math.isfinite(low.low) and math.isfinite(high.high) and low.low < high.high):
        return None
    for one in sorted(limits, key=lambda one: -one.start):
        words = words[: one.start] + words[one.end :]
    rest = _LEADS_TO_RANGE.sub("", words)
    return low.low, high.high, low.base.dimension, low.open_low, high.open_high, rest
