"""Limits on the average of a quantity in the place of a limit on its peak: a peak is never less than the average.

What has an average above 3 W has a peak above 3 W, too; not all that has such a peak has such an average.
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.clause.doubled import thresholds_in
from controllist.changes.clause.limits import Limit, limits_of, stated
from controllist.changes.language.plain import stem
from controllist.changes.language.quantities import comparable
from controllist.changes.records import Effect, Evidence, opposite
from controllist.model import Threshold
from controllist.patterns import pattern

_MEAN = frozenset(map(stem, ("average", "mean")))
_PEAK = frozenset(map(stem, ("peak", "maximum")))
_SORTS = frozenset((*_MEAN, *_PEAK, stem("saturated"), "of"))
_SAID = ("verage", "mean", "eak", "aximum")
"""Where none of these pieces stands, no average and no peak is bounded."""
_WORD = pattern(r"[^\W\d_]+")
_LEADS_UP = pattern(r"[\s,]*(?:\band\s+)?\b(?:with|having)\s+an?\s+(?:[^\W\d_]+\s+){2,5}$")
_GOES_ON = pattern(r"\s*[;.]?\s*(?:or|and)?\s*$|[\s,]+(?:and\s+)?(?:at|with|having)\b")
"""What may stand behind such a limit, where nothing goes on to say how the quantity is measured."""
Limits = tuple[Sequence[Threshold], Sequence[Threshold]]


def without_extremes(texts: Sequence[str], limits: Limits) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits without such a pair of limits, and what its change does."""
    kept: tuple[list[str], Limits, list[Evidence]] = list(texts), limits, []
    sorts = [{*filter(None, (_sort(one) for one in found if one.parameter))} for found in limits]
    if texts[0] == texts[1] or sorts not in ([{"mean"}, {"peak"}], [{"peak"}, {"mean"}]):
        return kept
    both = [limits_of(text, found) for text, found in zip(texts, limits, strict=True)]
    sides = [[one for one in found if _sort(one.threshold)] for found in both]
    if any(len(some) != 1 for some in sides):
        return kept
    old, new = sides[0][0], sides[1][0]
    effect = _effect(old, new)
    places = [_place(text, one) for text, one in zip(texts, (old, new), strict=True)]
    if effect is None or not all(places):
        return kept
    left = [text[: place[0]] + text[place[1] :] for text, place in zip(texts, places, strict=True) if place]
    rest = thresholds_in(left[0], limits[0]), thresholds_in(left[1], limits[1])
    note = "a peak is never less than the average"
    return left, rest, [Evidence("threshold", effect, new.threshold.parameter, stated(old), stated(new), note)]


def _sort(one: Threshold) -> str:
    """Whether a limit is on an average or on a peak; empty where it says neither, or both."""
    if not any(map(one.parameter.__contains__, _SAID)):
        return ""
    said = {stem(word) for word in _WORD.findall(one.parameter)}
    if bool(said & _MEAN) == bool(said & _PEAK):
        return ""
    return "mean" if said & _MEAN else "peak"


def _effect(old: Limit, new: Limit) -> Effect | None:
    """What it does that a limit on the one took the place of a limit on the other; None where that is not certain."""
    if _of_what(old) != _of_what(new) or old.way != 1 or new.way != 1:
        return None
    doubtful = old.threshold.doubtful or new.threshold.doubtful
    if doubtful or not comparable(old.base, new.base) or not old.threshold.op[0] == new.threshold.op[0] in "<>":
        return None
    mean, peak = (old, new) if _sort(old.threshold) == "mean" else (new, old)
    if old.threshold.op[0] == ">":
        is_wider: Effect | None = "tightened" if (peak.low, peak.open_low) <= (mean.low, mean.open_low) else None
    else:
        is_wider = "relaxed" if (peak.high, not peak.open_high) <= (mean.high, not mean.open_high) else None
    return is_wider if is_wider is None or peak is new else opposite(is_wider)


def _of_what(one: Limit) -> list[str]:
    words = [stem(word) for word in _WORD.findall(one.threshold.parameter)]
    return sorted(word for word in words if word not in _SORTS)


def _place(text: str, one: Limit) -> tuple[int, int] | None:
    """Where a limit stands with the words that lead to it, a condition of its own."""
    if one.start < 0 or not (lead := _LEADS_UP.search(text, max(0, one.start - 80), one.start)):
        return None
    said = {stem(word) for word in _WORD.findall(lead.group())}
    if not said.issuperset(stem(word) for word in _WORD.findall(one.threshold.parameter)):
        return None
    return (lead.start(), one.end) if _GOES_ON.match(text, one.end) else None
