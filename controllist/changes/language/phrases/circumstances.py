"""One more circumstance under which goods must be capable of something: at most fewer goods are.

What can do it when warm and measured over an hour can do it when warm; the reverse need not be so.

>>> asks_under_more("and measured over an hour", "Capable of holding the tea warm when shut", "; or")
True
>>> asks_under_more("and measured over an hour", "A heat of the tea when shut", "")
False
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_MEASURED = pattern(r"[\s,]*(?:and\s+)?measured\s+(?:over|during|within|at|in)\s[^;:()]*")
_CAPABLE = pattern(r"\W*capable\s+of\s[^;:]*\bwhen\s[^;:.]*", re.IGNORECASE)
_END = pattern(r"[\s,;.]*(?:(?:or|and)\s*)?")


def asks_under_more(words: str, before: str, after: str) -> bool:
    """Whether words at the end of a clause add how is measured what goods must be capable of under a circumstance."""
    return (
        "measured" in words
        and _MEASURED.fullmatch(words) is not None
        and _CAPABLE.fullmatch(before) is not None
        and _END.fullmatch(after) is not None
    )
