"""Members of a list of goods that come with a clause of their own: "pots, [lids that fit pots,] pans or stands".

>>> is_member(" lids that fit pots,", "Copper pots, kettles made of tin,", " pans for inns or stands")
True
>>> is_member(" lids that fit pots,", "Copper pots,", " having a rim or a handle")
False
"""

from __future__ import annotations

import re

from controllist.changes.language.print.harmless import LIMITED
from controllist.patterns import pattern

_START = pattern(r"(?:[;:]|[.]\s)(?=[^;:]*$)")
_END = pattern(r"[;:]|[.](?:\s|$)|,?\s+(?:having|with|designed|capable|which)\s+<|<(?:list|any|all)>")
_GOODS = r"(?:[\w\"'()/-]+\s+){0,5}?[\w\"'()/-]*(?:[^\Ws]s|equipment|machinery|software|technology|apparatus)[\"')]*"
_MEMBER = pattern(
    rf"{_GOODS}(?:\s+(?:\([^()]*\)\s*)?(?:(?:that|which|whose|for|of|with|in|on|from|by|to|(?:specially\s+)?\w+ed)\s+)[^,;:<>()]+)?",
    re.IGNORECASE,
)
_NO_MEMBER = pattern(
    r"\W*(?:(?:and|or|but|not|no|if|when|where|unless|except|other|only|also|by|as|to|of|on|from|under|which|that)\b"
    r"|\w+ing\s+(?:the|an?|to|of|at|any)\b|\w+ed\s+(?:by|to|for|in|with|at|of|from|on)\b)",
    re.IGNORECASE,
)
_TURNED = pattern(r"\b(?:not|no|non|except|other|unless|only|without|neither|nor)\b|<", re.IGNORECASE)
_LAST = pattern(r"\s*,?\s*\b(?:and|or)\s+", re.IGNORECASE)
_FEWEST = 3
"""Members that such a list has beside the one in question."""


def is_member(words: str, before: str, after: str) -> bool:
    """Whether words put in between commas are one more member of a list of goods that goes on to an "and" or "or"."""
    if before.rstrip()[-1:] + words.lstrip()[:1] in ("", ".") or "," not in words:
        return False
    if not (words.lstrip().startswith(",") or before.rstrip().endswith(",")):
        return False
    if not (words.rstrip().endswith(",") or after.lstrip().startswith(",")):
        return False
    name = words.strip(" ,")
    if "," in name or _TURNED.search(name) or _starts_otherwise(name) or not _MEMBER.fullmatch(name):
        return False
    lead = before[_last_start(before) :]
    end = _END.search(after)
    tail = after[: end.start() if end else len(after)]
    firsts = [part for part in lead.split(",") if part.strip()]
    others = _up_to_last(tail)
    if not (firsts and others) or len(firsts) + len(others) < _FEWEST:
        return False
    return not any(map(_starts_otherwise, [*firsts, *others]))


def _up_to_last(tail: str) -> list[str]:
    """The members of a list behind a place, up to those that "and" or "or" joins; empty if nothing joins them."""
    found: list[str] = []
    for part in filter(str.strip, tail.split(",")):
        if joint := _LAST.search(part):
            return [*found, *filter(str.strip, (part[: joint.start()], part[joint.end() :]))]
        found.append(part)
    return []


def _starts_otherwise(part: str) -> bool:
    """Whether what stands between two commas begins as no name of goods does."""
    return LIMITED.match(part.lstrip()) is not None or _NO_MEMBER.match(part) is not None


def _last_start(before: str) -> int:
    starts = [match.end() for match in _START.finditer(before)]
    return starts[-1] if starts else 0
