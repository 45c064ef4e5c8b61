"""Bands of one quantity that were divided: a new item may say what an old one beside it said in a wider band.

>>> holds((800.0, 1400.0), (900.0, 1000.0)), holds((800.0, 1400.0), (900.0, inf))
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from typing import TypeVar

from controllist.changes.language.text.quantities import Dimension, measure
from controllist.changes.place.ground.editions import Editions
from controllist.model import Node, Threshold

Band = tuple[float, float]
Scale = TypeVar("Scale", str, Dimension)
Bands = dict[tuple[str, Scale], Band]


def divided_band(node: Node, origin: Node, editions: Editions) -> Node | None:
    """The old item under `origin` whose band of a quantity held that of a new item, and whose successor's does not."""
    for near in editions.old.items_below(origin.id):
        kept = editions.new.by_id.get(editions.partner.get(near.id, ""))
        if _gave_up(bands_of(node), bands_of(near), bands_of(kept) if kept is not None else {}):
            return near
        if kept is not None and _begins_after(_measured(node), _measured(near), _measured(kept)):
            return near
    return None


def _gave_up(bands: Bands[Scale], before: Bands[Scale], after: Bands[Scale]) -> bool:
    """Whether one of some bands lies in one of before, and in none after."""
    return any(
        key in before and holds(before[key], band) and not (key in after and holds(after[key], band))
        for key, band in bands.items()
    )


def _begins_after(bands: Bands[Scale], before: Bands[Scale], after: Bands[Scale]) -> bool:
    """Whether a band that had no lower end has one now, where one of some bands without one ends."""
    return any(
        band[0] == -inf and key in before and holds(before[key], band) and key in after and after[key][0] == band[1]
        for key, band in bands.items()
    )


def bands_of(node: Node) -> Bands[str]:
    """The lower and upper end of each quantity that a node limits from below, by the last word of its name and unit."""
    found = _bands((_name(limit), limit.unit, limit.op, value) for limit, value in _single_limits(node))
    return {key: band for key, band in found.items() if -inf < band[0]}


def _measured(node: Node) -> Bands[Dimension]:
    """The same of each quantity that it limits, in whatever unit."""
    sizes = [(limit, measure(value, limit.unit)) for limit, value in _single_limits(node)]
    return _bands((_name(limit), size.dimension, limit.op, size.value) for limit, size in sizes)


def _bands(limits: Iterable[tuple[str, Scale, str, float]]) -> Bands[Scale]:
    found: Bands[Scale] = {}
    for name, scale, op, value in limits:
        low, high = found.get((name, scale), (-inf, inf))
        if op in (">", ">="):
            low = max(low, value)
        elif op in ("<", "<="):
            high = min(high, value)
        found[name, scale] = (low, high)
    return {key: band for key, band in found.items() if band[0] < band[1]}


def _single_limits(node: Node) -> Iterator[tuple[Threshold, float]]:
    for limit in node.thresholds:
        if not limit.doubtful and not isinstance(limit.value, tuple) and limit.unit:
            yield limit, limit.value


def _name(limit: Threshold) -> str:
    return limit.parameter.rpartition(" ")[2]


def holds(wider: Band, band: Band) -> bool:
    """Whether a band lies within another one."""
    return wider[0] <= band[0] and band[1] <= wider[1]


def leaves_a_gap(whole: Band, parts: Iterable[Band]) -> bool:
    """Whether some bands leave out values of another one.

    >>> leaves_a_gap((31.0, inf), [(43.5, inf)]), leaves_a_gap((31.0, inf), [(20.0, 40.0), (40.0, inf)])
    (True, False)
    """
    low = whole[0]
    for start, stop in sorted(parts):
        if start <= low:
            low = max(low, stop)
    return low < whole[1]
