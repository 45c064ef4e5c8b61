"""Bands of one quantity that were divided: a new item may say what an old one beside it said in a wider band.

>>> holds((800.0, 1400.0), (900.0, 1000.0)), holds((800.0, 1400.0), (900.0, inf))
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from controllist.changes.place.editions import Editions
from controllist.model import Node

Band = tuple[float, float]


def divided_band(node: Node, origin: Node, editions: Editions) -> Node | None:
    """The old item under `origin` whose band of a quantity held that of a new item, and whose successor's does not."""
    for key, band in bands_of(node).items():
        for near in editions.old.items_below(origin.id):
            before = bands_of(near).get(key)
            kept = editions.new.by_id.get(editions.partner.get(near.id, ""))
            after = bands_of(kept).get(key) if kept is not None else None
            if before and holds(before, band) and not (after and holds(after, band)):
                return near
    return None


def bands_of(node: Node) -> dict[tuple[str, str], Band]:
    """The lower and upper end of each quantity that a node limits from below, by the last word of its name and unit."""
    found: dict[tuple[str, str], Band] = {}
    for limit in node.thresholds:
        if limit.doubtful or isinstance(limit.value, tuple) or not limit.unit:
            continue
        key = (limit.parameter.rpartition(" ")[2], limit.unit)
        low, high = found.get(key, (-inf, inf))
        if limit.op in (">", ">="):
            low = max(low, limit.value)
        elif limit.op in ("<", "<="):
            high = min(high, limit.value)
        found[key] = (low, high)
    return {key: band for key, band in found.items() if -inf < band[0] < band[1]}


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
