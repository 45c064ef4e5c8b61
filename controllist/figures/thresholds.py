"""The limits that a clause states: comparison, value, unit, and what they are about.

>>> limits = thresholds("Kettles with a capacity exceeding 3 l, but less than 5 kg")
>>> [(limit.parameter, limit.op, limit.value, limit.unit) for limit in limits]
[('capacity', '>', 3.0, 'l'), ('', '<', 5.0, 'kg')]

A number is a limit only where words or signs compare something with it; conditions ("at 20 °C") are none. `op` speaks
of the value of the good: "not exceeding 5" is `<=`. A range with two ends in one breath ("from 2 to 5 mm") is one
`between`; whether its ends belong to it is not said. Two comparisons ("2 or more, but less than 5") are two limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from controllist.figures.languages import phrases
from controllist.figures.numbers import NUMBER, Number, read_number
from controllist.figures.parameters import dimension_after, noun_after, parameter_before, plain_words
from controllist.figures.phrases import Phrases
from controllist.figures.units import loses_exponents, normal_unit, unit_end
from controllist.model import Op, Threshold

RAW_WORDS = 11
"""Longest `raw`, in words: the dataset ships no sentences."""

_DIGIT = re.compile(r"\d")
_GAP_BREAK = re.compile(r"[,;:()\d]|\b(?:and|or|und|oder|et|ou|than|als|having|with|mit|at|bei)\b")
_EQUIVALENT = re.compile(r"\s?\((?=[^()]*\d)(?![^()]*(?:CAS|see\b|[A-Z]\d{3}))(?:[^()]|\([^()]*\)){1,32}\)")
_LOST = re.compile(r"10(?:[3-9]|[12]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DECIMAL_COMMA = re.compile(
    r"(?<![\d,])(?:\d+,\d{1,2}|0,\d+)(?![\d,])"
    r"(?!['’′`]|-[^\W\d_]|-\(|[A-Z]|\s?\[|\s[a-z]\]|\s(?:[Bb]is|bi\s\d|tris|(?:di|tri)[a-z]{4}|[a-z]*(?:amino|nitro|azido|methyl)))"
)
"""A number such as 1,25; not the places of groups in the name of a substance, such as 1,3-diamino."""
_UNIT_GAP = re.compile(r"\s?[-‑]?")
_WORD = re.compile(r"[^\W\d_]+\.?")
_REMARK = re.compile(r"\s?\([^()]{1,30}\)")
_SHORT_FORM = re.compile(r"\s?\([A-Z]{2,6}\)")
"""The short form of what is measured: "60 % of the Usual Fill (UF) or more"."""
_TIMES_BEFORE = re.compile(r"[x×]\s*$")
_UNWANTED = re.compile(r"noise|distortion|loss|error|rauschen", re.IGNORECASE)
_LISTED = re.compile(r"(?:\b(?:and|or|by|und|et)|,|×|\bx)\s*$")
_AND_SHARE = re.compile(r"\s[^\W\d_]+\s(?:and|und|et)\s")
_MACH = re.compile(r"Mach\s?$")
_NAMED = re.compile(r"[^\W\d_]{4,}[\"”'’]?\s*$")
_MEASURED_OVER = re.compile(r"(?:[,)]|\b(?:measured|averaged|integrated|made|taken|period|spread))\s*$", re.IGNORECASE)
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


class _Place(NamedTuple):
    """Where a limit starts and ends, and the figure in it."""

    start: int
    end: int
    quantity: _Quantity


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
    digits = _DIGIT.search(text)
    lower = text.lower()
    if not any(stem in lower for stem in words.stems) or not (digits or words.counts.search(text)):
        return ()
    comma = words.comma or bool(_DECIMAL_COMMA.search(text))
    found = list(_ranges(text, words, comma)) if digits else []
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
    number = _value(match, words, comma)
    gap = _UNIT_GAP.match(text, end)
    at = gap.end() if gap else end
    multiple = _WORD.match(text, at)
    if multiple and (factor := words.multiples.get(multiple.group().lower())):
        number = Number(number.value * factor, number.doubtful)
        end = multiple.end()
        at = end + 1 if text[end : end + 1] == " " else end
    unit_stop = unit_end(text, at)
    unit = "λ" if match["part"] else " ".join(text[at:unit_stop].split())
    if not comma and unit.startswith("%") and "," in match.group():
        number = read_number(match.group(), comma=True)
    if _LOST.fullmatch(match.group()) and loses_exponents(unit):
        number = Number(10.0 ** int(match.group()[2:]), True)
    stop = unit_stop if unit else end
    equivalent = _EQUIVALENT.match(text, stop)
    signed = match.group()[0] in "±∓"
    return _Quantity(
        match.start(), end, stop, equivalent.end() if equivalent else stop, number, unit, bool(spelled), signed
    )


def _value(match: re.Match[str], words: Phrases, comma: bool) -> Number:
    """The value of a number in one of its forms: in words, as a ratio, as a part of a wavelength, in digits."""
    if match["spelled"]:
        return Number(words.words[match["spelled"].lower()])
    if match["ratio"]:
        first, _, second = match["ratio"].partition(":")
        return Number(read_number(first, comma="," in first).value / read_number(second).value)
    if match["part"]:
        return Number(1 / int(match["part"]))
    return read_number(match.group(), comma=comma)


def _limit(text: str, quantity: _Quantity, words: Phrases, last: _Found | None) -> _Found | None:
    """The limit that compares with `quantity`, if its surroundings compare at all."""
    noun, noun_end = ("", quantity.end) if quantity.unit else noun_after(text, quantity.end, words)
    from_ = max(0, quantity.start - 72)
    tail = text[from_ : quantity.start]
    lower = tail[-40:].lower()
    cue = words.before.search(tail) if any(stem in lower for stem in words.stems) else None
    ahead = cue is not None and (last is None or from_ + cue.start() >= last.end)
    if cue and ahead and _comparison_holds(text, cue, quantity, noun, words):
        start, end = from_ + cue.start(), quantity.shut
    else:
        ahead = False
        cue, end = _cue_after(text, quantity, noun_end, words)
        if not cue:
            return _shared(text, quantity, words, last)
        start = quantity.start
        if not (quantity.unit or noun):
            noun, end = noun_after(text, end, words)
    unit = quantity.unit or _unit_in_front(cue)
    if not unit and (mach := _MACH.search(text[from_:start])):
        start, unit = from_ + mach.start(), "Mach"
    parameter, unit = _parameter(text, _Place(start, end, quantity), cue, unit, noun, words, last)
    bare_year = not parameter and _YEAR.fullmatch(text[quantity.start : quantity.number_end])
    joined = last and words.joins.fullmatch(text, last.end, start)
    if not (unit or noun) and (quantity.spelled or (bare_year and not joined)):
        return None
    op = _op(cue, parameter, quantity, words)
    threshold = Threshold(
        parameter,
        op,
        quantity.number.value,
        unit,
        _clipped(text[start:end], text[start : quantity.end if ahead else end], head=ahead),
        quantity.number.doubtful,
    )
    return _Found(threshold, start, end)


def _parameter(
    text: str, place: _Place, cue: re.Match[str], unit: str, noun: str, words: Phrases, last: _Found | None
) -> tuple[str, str]:
    """What the limit is about, and its unit: the counted thing where there is another noun to name it."""
    start, end, quantity = place
    shut = quantity.shut
    if cue.re is words.before and cue.group().rstrip().lower().endswith("level"):
        return "level", unit
    if named := dimension_after(text, shut, words) or dimension_after(text, end, words):
        return named, unit
    if last and _same_kind(unit, last.threshold.unit) and words.joins.fullmatch(text, last.end, start):
        return last.threshold.parameter, unit
    follows = cue.start() >= shut and cue.re is words.after
    if follows and unit and (named := plain_words(text[shut : cue.start()], words)):
        return named, unit
    before = "" if _word(cue) == "within" else parameter_before(text, start, words, last.end if last else 0)
    if noun and not unit:
        belongs = before and text[:start].rstrip().endswith((" of", " von")) and not before.endswith("s")
        return (before, noun) if belongs and " " not in noun and not quantity.spelled else (noun, unit)
    if not before and follows:
        before = noun_after(text, end, words)[0]
    if not before and " per " in unit and unit[-1].isalpha():
        before = _counted(unit)
    return before, unit


def _same_kind(unit: str, other: str) -> bool:
    """Whether two units can measure one thing: the same, or differing in a prefix only."""
    return normal_unit(unit)[-1:] == normal_unit(other)[-1:]


def _counted(unit: str) -> str:
    """What a rate such as "cups per tray" counts, empty for a rate of a unit."""
    counted = unit.partition(" per ")[0]
    return "" if unit_end(counted, 0) == len(counted) or counted.startswith("part") else counted.lower()


def _comparison_holds(text: str, cue: re.Match[str], quantity: _Quantity, noun: str, words: Phrases) -> bool:
    """Whether a comparison before a number is about a figure of the good."""
    word = _word(cue)
    if cue["symbol"] and "*" in quantity.unit:
        return False
    if cue["symbol"] == "=" or word.rpartition(" ")[2] in words.weak:
        if not quantity.unit:
            return cue.group().rstrip().lower().endswith("level") or (bool(noun) and word in ("above", "below"))
        if cue["symbol"] == "=":
            return bool(_NAMED.search(cue.string[: cue.start()]))
        if word == "over" and _MEASURED_OVER.search(cue.string[: cue.start()]):
            return False
        if word == "within":
            return quantity.signed or normal_unit(quantity.unit) not in ("d", "month", "year", "week", "h", "min")
    if quantity.spelled:
        return bool(quantity.unit or noun)
    return bool(quantity.unit) or not re.match(r"\s*(?:CFR|U\.?S\.?C|USC)\b", text[quantity.end : quantity.end + 6])


def _cue_after(text: str, quantity: _Quantity, noun_end: int, words: Phrases) -> tuple[re.Match[str] | None, int]:
    """A comparison that follows: "8 bit or more", "5 axes or more", "3 degrees of freedom or more"."""
    if _TIMES_BEFORE.search(text, max(0, quantity.start - 3), quantity.start):
        return None, quantity.shut
    remark = _REMARK.match(text, quantity.end)
    for at in dict.fromkeys((quantity.shut, quantity.end, remark.end() if remark else noun_end, noun_end)):
        if cue := words.after.match(text, at):
            return cue, cue.end()
    past = remark.end() if remark and not _DIGIT.search(remark.group()) else quantity.shut
    cue = words.after.search(text, past, past + 80)
    gap = _SHORT_FORM.sub("", text[past : cue.start()]) if cue else ""
    if not cue or not cue["word"] or _GAP_BREAK.search(gap) or len(gap.split()) > 5:
        return None, quantity.shut
    return cue, cue.end()


def _shared(text: str, quantity: _Quantity, words: Phrases, last: _Found | None) -> _Found | None:
    """A figure that shares the comparison before it: "exceeding 8 mm in width and 2 mm in depth"."""
    if not (last and quantity.unit and quantity.start - last.end < 45):
        return None
    between = text[last.end : quantity.start]
    parameter = dimension_after(text, quantity.shut, words)
    if not parameter and _AND_SHARE.fullmatch(between) and quantity.unit == last.threshold.unit:
        parameter = noun_after(text, quantity.shut, words)[0].partition(" ")[0]
    if not parameter or not _LISTED.search(between):
        return None
    number = quantity.number
    raw = _clipped(text[quantity.start : quantity.shut], text[quantity.start : quantity.end], head=True)
    threshold = Threshold(parameter, last.threshold.op, number.value, quantity.unit, raw, number.doubtful)
    return _Found(threshold, quantity.start, quantity.shut)


def _word(cue: re.Match[str]) -> str:
    """The comparing word, as the tables of directions know it."""
    for name in ("word", "word2", "word3"):
        if found := cue.groupdict().get(name):
            return " ".join(found.lower().rstrip(".").split())
    return ""


def _op(cue: re.Match[str], parameter: str, quantity: _Quantity, words: Phrases) -> Op:
    """The comparison that `cue` makes, "better" decided by what is compared."""
    groups = cue.groupdict()
    if symbol := groups.get("symbol"):
        return _SIGNS[symbol]
    word = _word(cue)
    direction = words.directions.get(word) or words.directions.get(word.rpartition(" ")[2], "even")
    if direction == "best":
        second = words.directions.get((groups.get("second") or "").lower(), "")
        direction = second if second in ("up", "down") else _better(parameter, quantity, words)
    # "oder mehr" includes its limit; "50 kW überschreitet" does not.
    joined = cue.re is words.after and not word.startswith(("überschr", "überst", "untersch"))
    same = joined or any(groups.get(name) for name in ("same", "same2", "same3", "same4", "same5"))
    if not groups.get("neg"):
        return _OPS[direction, same]
    flipped = {"up": "down", "down": "up"}.get(direction, direction)
    return _OPS[flipped, not same]


def _better(parameter: str, quantity: _Quantity, words: Phrases) -> str:
    """Whether better is more or less: less for errors, lengths and times, more for the rest."""
    unit = normal_unit(quantity.unit)
    if quantity.signed or unit in ("ppm", "ppb") or unit.startswith("part"):
        return "down"
    if words.larger_is_better.search(parameter) or (unit == "%" and quantity.number.value > 50):
        return "up"
    if unit.startswith(("bit", "dB", "Hz")):
        return "down" if _UNWANTED.search(parameter) else "up"
    if words.smaller_is_better.search(parameter) or not unit:
        return "down"
    return "down" if _LENGTH_OR_TIME.fullmatch(unit.partition("/")[0]) else "up"


def _unit_in_front(cue: re.Match[str]) -> str:
    """A unit printed before its number: a speed in Mach, a price."""
    match = re.search(r"(Mach|DN|NPS|US\$|\$|€)\s*$", cue.group())
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
        raw = _clipped(text[match.start() : shut], text[match.start() : end], head=True)
        if first_unit and normal_unit(first_unit) != normal_unit(unit):
            yield _Found(Threshold(parameter, ">=", low.value, first_unit, raw, doubtful), match.start(), shut)
            yield _Found(Threshold(parameter, "<=", high.value, unit, raw, doubtful), match.start(), shut)
            continue
        ends = (min(low.value, high.value), max(low.value, high.value))
        yield _Found(Threshold(parameter, "between", ends, unit, raw, doubtful), match.start(), shut)


def _clipped(span: str, shorter: str, *, head: bool) -> str:
    """`span`, or where it is too long to be quoted, `shorter`, cut to the words that may be shown from one end."""
    words = span.split()
    if len(words) > RAW_WORDS:
        words = shorter.split()
    return " ".join(words[:RAW_WORDS] if head else words[-RAW_WORDS:]).strip(" ,;")


__all__ = ["NUMBER", "RAW_WORDS", "thresholds"]
