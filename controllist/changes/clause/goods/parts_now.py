"""Goods that were named for themselves and are named now only as parts of the goods beside them, or the reverse.

"Lids or kettles" holds all lids; "kettles and specially designed lids therefor" those for such kettles alone.

>>> with_parts_told(["Tin lids or kettles", "Tin kettles and specially designed lids therefor"])[1][0].effect
'relaxed'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from controllist.changes.language.print.harmless import HEAD_ENDS
from controllist.changes.language.text.clauses import polarity
from controllist.changes.records import Effect, Evidence, opposite
from controllist.patterns import pattern

PARTS_NOW, GOODS_NOW = "named as parts alone now", "named for themselves now, not as parts alone"
_THEREFOR = pattern(r",?\s+and\s+specially\s+designed\s+(?P<name>[a-z]{3,}s)\s+therefor\b")
_MARK = " therefor"


def with_parts_told(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts in which such goods stand in one way, and what it does that they stood in another."""
    old, new = texts
    if (_MARK in old) == (_MARK in new):
        return [old, new], []
    is_now = _MARK in new
    whole, parted = (old, new) if is_now else (new, old)
    parts = _THEREFOR.search(parted)
    goods = _side_by_side(parts["name"]).search(whole) if parts else None
    if not (parts and goods) or HEAD_ENDS.search(whole[: goods.start()].replace(",", " ")):
        return [old, new], []
    if re.search(rf"\b{parts['name']}\b", parted[: parts.start()] + parted[parts.end() :]):
        return [old, new], []
    effect: Effect = {1: "relaxed", -1: "tightened"}.get(polarity(whole, goods.start()), "unclear")  # type: ignore[assignment]  # three effects
    told = [whole[: goods.start()] + whole[goods.end() :], parted[: parts.start()] + parted[parts.end() :]]
    said = [goods.group().strip(), parts.group().strip(" ,")]
    if is_now:
        return told, [Evidence("alternative", effect, old=said[0], new=said[1], note=PARTS_NOW)]
    return told[::-1], [Evidence("alternative", opposite(effect), old=said[1], new=said[0], note=GOODS_NOW)]


@lru_cache(maxsize=64)
def _side_by_side(name: str) -> re.Pattern[str]:
    """Goods of a name with the word that joins them to others."""
    return re.compile(rf"(?:(?<=\s)|^){name}\s+or\s+(?=[a-z]{{3,}}s\b)|(?<=s)\s+or\s+{name}\b", re.IGNORECASE)
