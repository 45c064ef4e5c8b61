"""A limit on the average that a heading lost, while the items of its new list each put one on the peak.

"With an average output power greater than 3 W" became "having any of the following: a. A peak output power greater than
9 W at any frequency up to 4 GHz; b. A peak output power greater than 2 W at any frequency above 4 GHz": where the peak
is to be higher than the average was, less is held, and where it may be lower, more is.
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.clause.limits.peaks import (
    Limits,
    average_in,
    effects_of,
    is_one_value,
    peak_in,
    said_of,
    stated,
    without,
)
from controllist.changes.clause.print.doubled import kept_limits
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence, opposite
from controllist.model import Node
from controllist.patterns import pattern

_LEAD = pattern(r"[\s,]*(?:and\s+)?having\s+any\s+of\s+the\s+following\W*$")
_AVERAGES = ("average", "mean")
_PEAK_FIRST = ("A peak", "A maximum")
_FEWEST = 2


def with_peaks_below(
    texts: Sequence[str], limits: Limits, nodes: tuple[Node, Node], trees: tuple[Tree, Tree]
) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits without a limit on the average in one and what leads to limits on the peak of
    the same in the other, and what that change does; as they are where there is no such pair."""
    old, new = texts
    has_average = [any(word in text for word in _AVERAGES) for text in texts]
    if has_average[0] == has_average[1]:
        return [old, new], limits, []
    at = has_average.index(True)
    there = 1 - at
    average, lead = average_in(texts[at]), _LEAD.search(texts[there])
    if not average or not lead or _LEAD.search(texts[at]) or polarity(texts[at], average.start()) != 1:
        return [old, new], limits, []
    items = trees[there].items_below(nodes[there].id)
    peaks = [peak_in(f"having a{text[1:]}") for item in items if (text := plain(item.text)).startswith(_PEAK_FIRST)]
    told = [effects_of(average, peak) if peak else () for peak in peaks]
    if len(peaks) < _FEWEST or len(peaks) < len(items) or not all(told):
        return [old, new], limits, []
    lacking = [without(old, average), new[: lead.start()]] if at == 0 else [old[: lead.start()], without(new, average)]
    phrase = stated(average)
    kept = (
        (kept_limits(limits[0], phrase, lacking[0]), limits[1]) if at == 0 else
        (limits[0], kept_limits(limits[1], phrase, lacking[1]))
    )  # fmt: skip
    first = {
        found[0]: stated(peak)
        for found, peak in zip(told, peaks, strict=True)
        if peak and not is_one_value(average, peak)
    }
    if not first:
        return [old, new], limits, []
    sides = {effect: (phrase, words) if at == 0 else (words, phrase) for effect, words in first.items()}
    return lacking, kept, [said_of(_seen(effect, at), sides[effect]) for effect in first] + _doubts(first, sides)


def _seen(effect: Effect, at: int) -> Effect:
    """An effect as it is where the average stands in the old text (0) or in the new one (1)."""
    return effect if at == 0 else opposite(effect)


def _doubts(first: dict[Effect, str], sides: dict[Effect, tuple[str, str]]) -> list[Evidence]:
    """The doubt that one effect alone leaves: more may come in than is told, or bands between the items go out."""
    return [] if len(first) > 1 else [said_of("unclear", sides[effect]) for effect in first]
