"""Bands of one quantity that were divided: a new item may say what an old one beside it said in a wider band.

>>> holds((800.0, 1400.0), (900.0, 1000.0)), holds((800.0, 1400.0), (900.0, inf))
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import inf

from controllist.changes.language.quantities import measure
from controllist.changes.place.editions import Editions
from controllist.changes.place.neighbours import telling_words
from controllist.changes.records import Evidence
from controllist.model import Node, Threshold
from controllist.patterns import pattern

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


def taken_from_beside(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Node | None:
    """The item beside one whose band became wider that held, from where the old band ended, what it took up, and holds
    it no more; or, where the band became narrower, the reverse."""
    upper = evidence.old.startswith("<") and evidence.new.startswith("<")
    if not upper and not (evidence.old.startswith(">") and evidence.new.startswith(">")):
        return None
    name = evidence.parameter.split(" ")
    for (last, unit), before in bands_of(old).items():
        after = bands_of(new).get((last, unit))
        if after is None or last != name[-1] or (before[1] == after[1] if upper else before[0] == after[0]):
            continue
        is_wider = after[1] > before[1] if upper else after[0] < before[0]
        pair, bands, ground = (
            ((old, new), (before, after), editions) if is_wider else ((new, old), (after, before), editions.swapped)
        )
        edge = (bands[0][1], bands[1][1]) if upper else (bands[1][0], bands[0][0])
        parent = ground.old.by_id.get(pair[0].parent)
        if parent is not None and ground.old.logic(parent) != "all":
            return _holder_beside(pair, (name, unit), edge, ground, upper=upper)
    return None


def _holder_beside(
    pair: tuple[Node, Node], quantity: tuple[Sequence[str], str], ground: Band, editions: Editions, *, upper: bool
) -> Node | None:
    """The old item beside one that held a stretch of a quantity from its inner end on, and holds it no more.

    It is gone, or is one bare limit that moved; and it does not ask for more than the item that took its ground.
    """
    name, unit = quantity
    item, taker = pair
    for near in editions.old.items_below(item.parent):
        kept = editions.new.by_id.get(editions.partner.get(near.id, ""))
        is_bare = len(near.thresholds) == 1
        if near.id == item.id or (kept is not None and kept.status == "active" and not is_bare):
            continue
        after = bands_of(kept) if kept is not None and kept.status == "active" else {}
        for key, band in bands_of(near).items():
            is_same = key == (name[-1], unit) or (is_bare and key[1] == unit and key[0] in ("", *name))
            if not is_same or (band[0] != ground[0] if upper else band[1] != ground[1]):
                continue
            held = max(band[0], ground[0]), min(band[1], ground[1])
            is_kept = any(holds(wide, held) for one, wide in after.items() if one[1] == unit)
            if not is_kept and not _asks_for_more(near, taker, name[-1]):
                return near
    return None


def _asks_for_more(one: Node, other: Node, band: str) -> bool:
    """Whether all that an item asks for beside its band another one asks for, too, and the first for more."""
    words, fewer = ({word[:_ROOT] for word in telling_words(node.text) if word.isalpha()} for node in (one, other))
    asked, less = ([limit for limit in node.thresholds if limit.parameter.rpartition(" ")[2] != band]
                   for node in (one, other))  # fmt: skip
    if not fewer <= words or _OR.search(one.text) or len(asked) < len(less):
        return False
    signs = [_stricter(mine, his) for mine, his in zip(asked, less, strict=False)]
    return all(sign in (0, 1) for sign in signs) and (1 in signs or len(asked) > len(less))


def _stricter(one: Threshold, other: Threshold) -> int | None:
    """1 where a limit asks for more than another one of its kind, 0 where for the same, -1 where for less."""
    if (one.parameter, one.op) != (other.parameter, other.op) or one.doubtful or other.doubtful:
        return None
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return None
    mine, his = measure(one.value, one.unit), measure(other.value, other.unit)
    if mine.dimension != his.dimension:
        return None
    if mine.value == his.value:
        return 0
    return 1 if (mine.value > his.value) == (one.op in (">", ">=")) else -1


_ROOT = 5
"""Letters by which forms of one word are known."""


_OR = pattern(r"\bor\b(?=.*\w{3})(?!\s+(?:more|less)\b)|\boder\b", re.IGNORECASE)
