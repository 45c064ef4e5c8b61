"""Limits that no thing meets at once: `above 1 l but not above 2 l` and `above 3 l` tell of two items.

An item that kept its code may have been given other limits. Where a pair has two codes, it is made by its words, and
clauses that differ in their figures alone say nearly the same of all of them.
"""

from __future__ import annotations

import math

from controllist.alignment.matching import Matching
from controllist.figures.units import normal_unit
from controllist.model import Node, Threshold

BESIDE_LIMITS = 1.5
"""So much must the words tell that two clauses have in common beside those of their limits."""

Bands = dict[tuple[str, str], tuple[float, float]]
"""The lowest and the highest value allowed, by parameter and unit."""


def without_disjoint(matching: Matching, likeness: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The likely pairs but those of two codes whose limits exclude one another, if they have hardly more than the
    frame of their clauses in common, or either node has another likely partner."""
    apart = {pair for pair in likeness if _are_apart(matching, *pair)}
    if not apart:
        return likeness
    olds = {at for at, to in likeness if (at, to) not in apart}
    news = {to for at, to in likeness if (at, to) not in apart}
    return {
        (at, to): score for (at, to), score in likeness.items()
        if (at, to) not in apart or not (at in olds or to in news or is_frame(matching, at, to))
    }


def _are_apart(matching: Matching, at: int, to: int) -> bool:
    """Whether two items of different codes limit the same parameter to values that exclude one another."""
    old, new = matching.old.nodes[at], matching.new.nodes[to]
    if old.id == new.id or not old.thresholds or not new.thresholds:
        return False
    a, b = (_bands(node) for node in (old, new))
    return any(_exclude(a[one], b[other]) for one in a for other in b if _are_one(one, other))


def _bands(node: Node) -> Bands:
    found: Bands = {}
    for limit in node.thresholds:
        if limit.parameter and not limit.doubtful:
            low, high = _ends(limit)
            key = limit.parameter, normal_unit(limit.unit)
            before = found.get(key, (-math.inf, math.inf))
            found[key] = max(low, before[0]), min(high, before[1])
    return {key: band for key, band in found.items() if band[0] <= band[1]}


def _ends(limit: Threshold) -> tuple[float, float]:
    """The lowest and the highest value that a limit allows."""
    value = limit.value
    if isinstance(value, tuple):
        return value
    return (value if limit.op in (">", ">=", "=") else -math.inf), (value if limit.op in ("<", "<=", "=") else math.inf)


def _exclude(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether two bands have nothing in common but an end. Of two single values the one may have replaced the other."""
    is_band = a[0] < a[1] and b[0] < b[1]
    return is_band and (a[1] <= b[0] or b[1] <= a[0])


def _are_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two parameters in one unit are the same, one of them perhaps named at length (`outer rim`, `rim`)."""
    short, long = sorted((one[0].split(), other[0].split()), key=len)
    return one[1] == other[1] and long[len(long) - len(short) :] == short


def is_frame(matching: Matching, at: int, to: int) -> bool:
    """Whether two clauses have hardly any telling words in common beside those of their limits."""
    comparing = matching.comparing
    old, new = matching.old.nodes[at], matching.new.nodes[to]
    limited = comparing.words(" ".join(f"{one.parameter} {one.raw}" for one in (*old.thresholds, *new.thresholds)))[0]
    a, b = (comparing.words(node.text)[0] for node in (old, new))
    kept = {word: count for word, count in a.items() if word not in limited}
    return sum(min(count, b[word]) * comparing.weights.get(word, 1.0) for word, count in kept.items()) < BESIDE_LIMITS
