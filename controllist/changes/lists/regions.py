"""Two lists of limits on the same quantities, as the regions of values that they leave: which of them has more.

"All of: a width below 9 m or above 20 m; a weight above 3 t" and "any of: a width below 14 m and a weight above 5 t; a
width above 14 m and a weight above 3 t": the first has narrow things of 4 t, the second has those 12 m wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

from controllist.changes.lists.itemizing import words_in
from controllist.changes.place.ground.provisions import Joined, Way
from controllist.changes.place.held.boxes import Box, box_of, has_gap
from controllist.changes.records import Effect
from controllist.figures.phrases import word_set
from controllist.figures.thresholds import thresholds
from controllist.patterns import pattern

_EITHER = pattern(r"\bless\s+than\s+\d[^;:,]{1,20}?\s(?P<or>or\s+(?:more|greater)\s+than\s+\d)", re.IGNORECASE)
_COMPARING = word_set("equal greater less more lower higher than exceeding having above below not up including")
_FEWEST = 2
"""Quantities of which a list speaks: those of one alone are compared clause by clause."""


def regions_effect(before: Sequence[Way], after: Sequence[Way]) -> Effect:
    """What the ways of one list do in the place of another's, where all say the same but for their limits."""
    words = {frozenset[str]().union(*(_words(need) for need in way.needs)) for way in (*before, *after)}
    if len(words) != 1:
        return "unclear"
    regions = [[box for way in ways for box in _boxes(way)] for ways in (before, after)]
    if not all(regions) or len({frozenset(box) for box in [*regions[0], *regions[1]]}) != 1:
        return "unclear"
    if len(regions[0][0]) < _FEWEST:
        return "unclear"
    lost, gained = _beyond(regions[0], regions[1]), _beyond(regions[1], regions[0])
    if lost is None or gained is None:
        return "unclear"
    return "mixed" if lost and gained else "relaxed" if lost else "tightened" if gained else "none"


def _beyond(some: Iterable[Box], others: Sequence[Box]) -> bool | None:
    """Whether some regions have values that the others do not; None where that is not certain."""
    found = [has_gap(one, others) for one in some]
    return None if None in found else any(found)


def _boxes(way: Way) -> list[Box]:
    """The regions that a way leaves, one for each choice that its clauses offer; empty where one of them has none."""
    found = []
    for texts in product(*(_choices(need.text) for need in way.needs)):
        box = box_of(limit for text in texts for limit in thresholds(text, "en"))
        if not box:
            return []
        found.append(box)
    return found


def _choices(text: str) -> tuple[str, ...]:
    """A clause once for each side of a limit that leaves out what lies between two values."""
    either = _EITHER.search(text)
    if not either:
        return (text,)
    first, start = either.start(), either.start("or")
    end = either.end() - 1
    behind = re.compile(r"\d[\d.,]*\s\S+").match(text, end)
    rest = text[behind.end() :] if behind else ""
    return (text[:start] + rest, text[:first] + text[start + len("or ") :])


def _words(need: Joined) -> frozenset[str]:
    """The words of a clause without its limits."""
    text = need.text
    for choice in _choices(text):
        for limit in thresholds(choice, "en"):
            text = text.replace(limit.raw, " ")
    return words_in(text) - _COMPARING
