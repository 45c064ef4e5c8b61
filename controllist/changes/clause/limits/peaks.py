"""A limit put on the average of something that became one on its peak: no peak lies below the average.

"With an average output power greater than 3 W" and "with a peak saturated power output greater than 3 W": all that
meets the first meets the second. Where the peak is asked to be the higher of the two, what gives 4 W all the time and
should have a peak of 9 W is left out; whether something comes in that has such peaks on a lower average cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.clause.print.doubled import kept_limits
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.quantities import Measure, comparable, measure
from controllist.changes.records import Effect, Evidence, clipped, opposite
from controllist.figures.numbers import NUMBER, read_number
from controllist.figures.units import unit_end
from controllist.model import Threshold
from controllist.patterns import pattern

_LIMIT = pattern(
    r",?\s*\b(?:and\s+)?(?:with|having)\s+an?\s+(?P<kind>average|mean|peak|maximum)\s+(?P<what>(?:[a-z]+\s){1,3})"
    r"(?:of\s+)?(?:(?P<above>greater\s+than|more\s+than|exceeding)|less\s+than)\s+"
    rf"(?P<number>{NUMBER})\s*(?=[^\W\d])"
)
_IN_OTHER_UNITS = pattern(r"\s*\([^()]{1,24}\)")
_APART = pattern(r"[pnµmkM]\s[WVAJ]\b")
_PEAKS = ("peak", "maximum")
_AVERAGES = ("average", "mean")
_SATURATED = "saturated"
"""A device gives no more than what it gives when saturated: that is the peak."""
Limits = tuple[Sequence[Threshold], Sequence[Threshold]]


def with_peaks_told(texts: Sequence[str], limits: Limits) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits without a limit on the average in one and on the peak of the same in the other,
    and what that change does; as they are where there is no such pair."""
    old, new = texts
    if not any(word in old or word in new for word in _PEAKS):
        return [old, new], limits, []
    for (low, high), is_back in (((old, new), False), ((new, old), True)):
        if not any(word in low and word not in high for word in _AVERAGES) or not any(map(high.__contains__, _PEAKS)):
            continue
        found = _only(low, _AVERAGES), _only(high, _PEAKS)
        if not (found[0] and found[1]):
            continue
        effects = effects_of(found[0], found[1])
        if not effects or polarity(low, found[0].start()) != 1 or polarity(high, found[1].start()) != 1:
            continue
        lacking = [without(low, found[0]), without(high, found[1])]
        phrases = [stated(one) for one in found if one]
        if is_back:
            effects, lacking, phrases = tuple(map(opposite, effects)), lacking[::-1], phrases[::-1]
        kept = kept_limits(limits[0], phrases[0], lacking[0]), kept_limits(limits[1], phrases[1], lacking[1])
        return lacking, kept, [said_of(effect, phrases) for effect in effects]
    return [old, new], limits, []


NEVER_BELOW = "no peak lies below the average"
LOWER_AVERAGE = "such a peak may go with a lower average"


def said_of(effect: Effect, phrases: Sequence[str]) -> Evidence:
    """The evidence of one effect that a limit on the peak has in the place of one on the average, or the reverse."""
    note = LOWER_AVERAGE if effect == "unclear" else NEVER_BELOW
    return Evidence("threshold", effect, old=clipped(phrases[0]), new=clipped(phrases[1]), note=note)


def _only(text: str, kinds: Sequence[str]) -> re.Match[str] | None:
    """The one limit on an average, or on a peak, that a text states."""
    found = [match for match in _LIMIT.finditer(text) if match["kind"] in kinds]
    return found[0] if len(found) == 1 else None


def average_in(text: str) -> re.Match[str] | None:
    """The one limit on an average that a text states."""
    return _only(text, _AVERAGES)


def peak_in(text: str) -> re.Match[str] | None:
    """The one limit on a peak that a text states."""
    return _only(text, _PEAKS)


def effects_of(average: re.Match[str], peak: re.Match[str]) -> tuple[Effect, ...]:
    """What it does that the peak is asked for instead of the average: empty where they cannot be compared.

    Where the average between the two limits is sure to be left out, or to come in, the second effect is a doubt.
    """
    names = [{*match["what"].split()} - {_SATURATED} for match in (average, peak)]
    values = [_value(match) for match in (average, peak)]
    if names[0] != names[1] or bool(average["above"]) != bool(peak["above"]) or not comparable(*values):
        return ()
    is_higher = values[1].value > values[0].value
    if average["above"]:
        return ("relaxed", "unclear") if is_higher else ("tightened",)
    return ("tightened", "unclear") if is_higher else ("relaxed",)


def is_one_value(average: re.Match[str], peak: re.Match[str]) -> bool:
    """Whether both limits are the same figure: what has the one as its average may have it as its peak."""
    return _value(average).value == _value(peak).value


def _value(match: re.Match[str]) -> Measure:
    unit = match.string[match.end() : _unit_end(match)].replace(" ", "")
    return measure(read_number(match["number"]).value, unit)


def _unit_end(match: re.Match[str]) -> int:
    """Where the unit of a limit ends, even if its prefix is printed apart: "n W"."""
    apart = _APART.match(match.string, match.end())
    return apart.end() if apart else unit_end(match.string, match.end())


def _end(match: re.Match[str]) -> int:
    end = _unit_end(match)
    aside = _IN_OTHER_UNITS.match(match.string, end)
    return aside.end() if aside else end


def stated(match: re.Match[str]) -> str:
    """The words of a limit, without those that join it to others."""
    return re.sub(r"^\W*(?:and\s+)?(?:with|having)\s+", "", match.string[match.start() : _end(match)].strip())


def without(text: str, match: re.Match[str]) -> str:
    """A text without one of its limits, and the same limit in other units behind it."""
    return (text[: match.start()] + text[_end(match) :]).strip()
