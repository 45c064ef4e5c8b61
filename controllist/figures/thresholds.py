"""The limits that a clause states: comparison, value, unit, and what they are about.

>>> [(t.parameter, t.op, t.value, t.unit) for t in thresholds("Kettles with a capacity exceeding 3 l, but not 5 kg or more")]
[('capacity', '>', 3.0, 'l'), ('', '>=', 5.0, 'kg')]

A number is a limit only where words or signs compare something with it; conditions ("at 20 °C") are none. `op` speaks
of the value of the good: "not exceeding 5" is `<=`. A range with two ends in one breath ("from 2 to 5 mm") is one
`between`; whether its ends belong to it is not said. Two comparisons ("2 or more, but less than 5") are two limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from controllist.figures.numbers import NUMBER, Number, read_number
from controllist.figures.parameters import dimension_after, noun_after, parameter_before
from controllist.figures.phrases import Phrases, phrases
from controllist.figures.units import loses_exponents, normal_unit, unit_end
from controllist.model import Op, Threshold

RAW_WORDS = 11
"""Longest `raw`, in words: the dataset ships no sentences."""

_DIGIT = re.compile(r"\d")
_GAP_BREAK = re.compile(r"[,;:()\d]|\b(?:and|or|und|oder|et|ou|than|als|having|with|mit|at|bei)\b")
_EQUIVALENT = re.compile(r"\s?\((?=[^()]*\d)(?![^()]*(?:CAS|see\b|[A-Z]\d{3}))[^()]{1,32}\)")
_LOST = re.compile(r"10(?:[3-9]|[12]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DECIMAL_COMMA = re.compile(r"(?<![\d,])(?:\d+,\d{1,2}|0,\d+)(?![\d,])")
_SIGNS: dict[str, Op] = {
    ">": ">", "<": "<", "≥": ">=", "⩾": ">=", "≧": ">=", ">=": ">=", "≤": "<=", "⩽": "<=", "≦": "<=", "<=": "<=",
    "=": "=", "==": "=",
}  # fmt: skip
_OPS: dict[tuple[str, bool], Op] = {
    ("up", False): ">", ("up", True): ">=", ("down", False): "<", ("down", True): "<=", ("floor", False): ">=",
    ("floor", True): ">=", ("ceiling", False): "<=", ("ceiling", True): "<=", ("even", False): "=", ("even", True): "=",
}  # fmt: skip
_LENGTH_OR_TIME = re.compile(r"%|ppm|ppb|[nµmk]?m|in|°|arcsec|arcmin|[µmn]?rad|[nµmpf]?s|µ?g|min|h")


class _Quantity(NamedTuple):
    """A number with its unit, and where it stands: `start` to `end` without, to `shut` with a bracketed equivalent."""

    start: int
    number_end: int
    end: int
    shut: int
    number: Number
    unit: str
    spelled: bool
    signed: bool


class _Found(NamedTuple):
    threshold: Threshold
    start: int
    end: int


def thresholds(text: str, language: str = "en") -> tuple[Threshold, ...]:
    """The limits stated in `text`, in order."""
    return _thresholds(text, language) if text else ()


@lru_cache(maxsize=65536)
def _thresholds(text: str, language: str) -> tuple[Threshold, ...]:
    words = phrases(language)
    if not words.hint.search(text):
        return ()
    comma = words.comma or bool(_DECIMAL_COMMA.search(text))
    found = list(_ranges(text, words, comma)) if _DIGIT.search(text) else []
    taken = [(one.start, one.end) for one in found]
    last: _Found | None = None
    for match in words.number.finditer(text):
        if any(start <= match.start() < end for start, end in taken) or (last and match.start() < last.end):
            continue
        one = _limit(text, _quantity(text, match, words, comma), words, last)
        if one:
            found.append(one)
            last = one
    return tuple(one.threshold for one in sorted(found, key=lambda one: one.start))


def _quantity(text: str, match: re.Match[str], words: Phrases, comma: bool) -> _Quantity:
    end = match.end()
    spelled = match["spelled"]
    number = Number(words.words[spelled.lower()]) if spelled else read_number(match.group(), comma=comma)
    gap = re.compile(r"[\s ]?[-‑]?").match(text, end)
    at = gap.end() if gap else end
    multiple = re.compile(r"[^\W\d_]+\.?").match(text, at)
    if multiple and (factor := words.multiples.get(multiple.group().lower())):
        number = Number(number.value * factor, number.doubtful)
        end = multiple.end()
        at = end + 1 if text[end : end + 1] == " " else end
    unit_stop = unit_end(text, at)
    unit = " ".join(text[at:unit_stop].split())
    if not comma and unit.startswith("%") and "," in match.group():
        number = read_number(match.group(), comma=True)
    if _LOST.fullmatch(match.group()) and loses_exponents(unit):
        number = Number(10.0 ** int(match.group()[2:]), True)
    stop = unit_stop if unit else end
    equivalent = _EQUIVALENT.match(text, stop)
    signed = match.group()[0] in "±∓"
    return _Quantity(match.start(), end, stop, equivalent.end() if equivalent else stop, number, unit, bool(spelled), signed)


def _limit(text: str, quantity: _Quantity, words: Phrases, last: _Found | None) -> _Found | None:
    """The limit that compares with `quantity`, if its surroundings compare at all."""
    noun, noun_end = ("", quantity.end) if quantity.unit else noun_after(text, quantity.end, words)
    from_ = max(0, quantity.start - 72)
    cue = words.before.search(text[from_ : quantity.start])
    if cue and (last is None or from_ + cue.start() >= last.end):
        start, end = from_ + cue.start(), quantity.shut
        if not _comparison_holds(text, cue, quantity, noun, words):
            return None
    else:
        cue, end = _cue_after(text, quantity, noun_end, words)
        if not cue:
            return _shared(text, quantity, words, last)
        start = quantity.start
        if not (quantity.unit or noun):
            noun, end = noun_after(text, end, words)
    unit = quantity.unit or _unit_in_front(cue)
    parameter = dimension_after(text, quantity.shut, words) or dimension_after(text, end, words)
    if not parameter and last and words.joins.fullmatch(text, last.end, start):
        parameter = last.threshold.parameter
    parameter = parameter or ("" if unit else noun) or parameter_before(text, start, words)
    if (quantity.spelled and not (unit or noun)) or (not unit and not parameter and not noun):
        return None
    op = _op(cue, parameter, unit, words, follows=start == quantity.start)
    threshold = Threshold(parameter, op, quantity.number.value, unit, _raw(text, start, end, quantity), quantity.number.doubtful)
    return _Found(threshold, start, end)


def _comparison_holds(text: str, cue: re.Match[str], quantity: _Quantity, noun: str, words: Phrases) -> bool:
    """Whether a comparison before a number is about a figure of the good."""
    word = _word(cue)
    if cue["symbol"] == "=" or word in words.weak:
        if not quantity.unit:
            return False
        if word == "within":
            return quantity.signed or normal_unit(quantity.unit) not in ("d", "month", "year", "week", "h", "min")
    if quantity.spelled:
        return bool(quantity.unit or noun)
    return bool(quantity.unit) or not re.match(r"\s*(?:CFR|U\.?S\.?C|USC)\b", text[quantity.end : quantity.end + 6])


def _cue_after(text: str, quantity: _Quantity, noun_end: int, words: Phrases) -> tuple[re.Match[str] | None, int]:
    """A comparison that follows: "8 bit or more", "5 axes or more", "3 degrees of freedom or more"."""
    for at in dict.fromkeys((quantity.shut, quantity.end, noun_end)):
        if cue := words.after.match(text, at):
            return cue, cue.end()
    cue = words.after.search(text, quantity.shut, quantity.shut + 80)
    if not cue or _GAP_BREAK.search(text[quantity.shut : cue.start()]) or len(text[quantity.shut : cue.start()].split()) > 5:
        return None, quantity.shut
    return cue, cue.end()


def _shared(text: str, quantity: _Quantity, words: Phrases, last: _Found | None) -> _Found | None:
    """A figure that shares the comparison before it: "exceeding 80 mm in diameter and 20 mm in thickness"."""
    dimension = dimension_after(text, quantity.shut, words)
    if not (last and dimension and quantity.unit and quantity.start - last.end < 45):
        return None
    if not re.search(r"(?:\band|\bor|\bby|\bund|,|×|\bx)\s*$", text[last.end : quantity.start]):
        return None
    raw = _raw(text, quantity.start, quantity.shut, quantity)
    number = quantity.number
    threshold = Threshold(dimension, last.threshold.op, number.value, quantity.unit, raw, number.doubtful)
    return _Found(threshold, quantity.start, quantity.shut)


def _word(cue: re.Match[str]) -> str:
    """The comparing word, as the tables of directions know it."""
    for name in ("word", "word2", "word3"):
        if found := cue.groupdict().get(name):
            return " ".join(found.lower().rstrip(".").split()).split(" ")[-1]
    return ""


def _op(cue: re.Match[str], parameter: str, unit: str, words: Phrases, *, follows: bool) -> Op:
    groups = cue.groupdict()
    if symbol := groups.get("symbol"):
        return _SIGNS[symbol]
    word = _word(cue)
    direction = words.directions.get(word, "even")
    if direction == "best":
        second = words.directions.get((groups.get("second") or "").lower(), "")
        direction = second if second in ("up", "down") else _better(parameter, unit, words)
    # "oder mehr" includes its limit; "50 kW überschreitet" does not.
    joined = follows and not word.startswith(("überschr", "überst", "untersch"))
    same = joined or any(groups.get(name) for name in ("same", "same2", "same3", "same4", "same5"))
    if not groups.get("neg"):
        return _OPS[direction, same]
    flipped = {"up": "down", "down": "up"}.get(direction, direction)
    return _OPS[flipped, not same]


def _better(parameter: str, unit: str, words: Phrases) -> str:
    """Whether better is more or less: less for errors, lengths and times, more for the rest."""
    if words.larger_is_better.search(parameter) or normal_unit(unit).startswith(("bit", "dB", "Hz")):
        return "up"
    if words.smaller_is_better.search(parameter) or not unit:
        return "down"
    return "down" if _LENGTH_OR_TIME.fullmatch(normal_unit(unit).partition("/")[0]) else "up"


def _unit_in_front(cue: re.Match[str]) -> str:
    """A unit printed before its number: a speed in Mach, a price."""
    match = re.search(r"(Mach|US\$|\$|€)\s*$", cue.group())
    return match[1] if match else ""


def _ranges(text: str, words: Phrases, comma: bool) -> Iterator[_Found]:
    """Figures with two ends: "between 5 and 8 kg", "from −20 °C to 60 °C"."""
    for match in words.span.finditer(text):
        second_end = match.end()
        at = second_end + 1 if text[second_end : second_end + 1] in (" ", "-") else second_end
        stop = unit_end(text, at)
        unit, first_unit = text[at:stop], match["unit"].strip(" -")
        if first_unit and unit_end(first_unit, 0) != len(first_unit):
            continue
        unit = unit or first_unit
        parameter = parameter_before(text, match.start(), words)
        if match["opening"].lower() in ("of", "von") and match["joining"].lower()[:2] not in ("to", "bi", "up", "th"):
            continue
        if not unit and (not parameter or _YEAR.fullmatch(match["first"]) or match.group()[0] not in "bBzZ"):
            continue
        low, high = read_number(match["first"], comma=comma), read_number(match["second"], comma=comma)
        end = stop if stop > at else second_end
        equivalent = _EQUIVALENT.match(text, end)
        shut = equivalent.end() if equivalent else end
        parameter = dimension_after(text, shut, words) or parameter
        doubtful = low.doubtful or high.doubtful
        raw = _clipped(text[match.start() : shut], text[match.start() : end])
        if first_unit and normal_unit(first_unit) != normal_unit(unit):
            yield _Found(Threshold(parameter, ">=", low.value, first_unit, raw, doubtful), match.start(), shut)
            yield _Found(Threshold(parameter, "<=", high.value, unit, raw, doubtful), match.start(), shut)
            continue
        ends = (min(low.value, high.value), max(low.value, high.value))
        yield _Found(Threshold(parameter, "between", ends, unit, raw, doubtful), match.start(), shut)


def _raw(text: str, start: int, end: int, quantity: _Quantity) -> str:
    return _clipped(text[start:end], text[start : max(quantity.end, min(end, quantity.end))])


def _clipped(span: str, shorter: str) -> str:
    """`span`, or where it is too long to quote the shorter one, cut to the words that may be shown."""
    words = span.split()
    if len(words) > RAW_WORDS:
        words = shorter.split()
    return " ".join(words[:RAW_WORDS] if len(words) <= RAW_WORDS else words[-RAW_WORDS:]).strip(" ,;")


__all__ = ["NUMBER", "RAW_WORDS", "thresholds"]
