"""Goods that became "materials consisting of" the same goods, which names nothing else.

>>> said_of_whole("Materials, not specified by 1A002, consisting of a"), said_of_whole("materials consisting of")
('exclusion', 'neutral')
>>> said_of_whole("materials of")
''
"""

from __future__ import annotations

import re
from typing import Literal

from controllist.patterns import pattern

_CONSISTING = pattern(
    r"[\s\"']*(?:materials?|items?|goods|products?|commodit(?:y|ies)),?"
    r"(?P<but>\s+(?:not|other\s+than\s+those)\s+(?:specified|controlled|described|listed)\s+(?:by|in)\s+"
    r"[A-Z\d][\w.]*(?:(?:,|\s+(?:or|and|to))\s+[A-Z\d][\w.]*)*,?)?\s+consisting\s+of(?:\s+(?:an?|the))?[\s\"']*",
    re.IGNORECASE,
)


def said_of_whole(words: str) -> Literal["exclusion", "neutral", ""]:
    """The role of words at the head of a clause, before goods, that only call them a material; else empty.

    What such words set aside by its number is an exclusion.
    """
    match = _CONSISTING.fullmatch(words)
    if match is None:
        return ""
    return "exclusion" if match["but"] else "neutral"
