"""A purpose that leads a clause, before the name of the goods: "for marine applications pumps" are fewer than "pumps".

>>> leads_with_purpose("Ship grade or for marine applications", "", " pumps of tin")
True
>>> leads_with_purpose("For marine applications", "", ", see 1A001"), leads_with_purpose("for use", "Kettles", " pumps")
(False, False)
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_PURPOSE = pattern(
    r"\W*(?:[^\W\d_][\w-]+\s+(?:grade|quality|class)\s+or\s+)?for\s+(?:[^\W\d_][\w-]+\s+){1,2}"
    r"(?:applications?|purposes?)\s*",
    re.IGNORECASE,
)
_NAME_NEXT = pattern(r"\s*[\"']?(?!(?:and|or|of|in|on|to|see|only)\b)[^\W\d_][\w-]+")


def leads_with_purpose(words: str, before: str, after: str) -> bool:
    """Whether words at the head of a clause ask for a use of the goods that are named right behind them."""
    return not before.strip() and _PURPOSE.fullmatch(words) is not None and _NAME_NEXT.match(after) is not None
