"""Levels of a standard and what is better: said before the level or behind it, one and the same is meant.

>>> or_better("ware proof equal to or better than grade III (Cup Board 7, May 1985), with lids")
'ware proof to grade III (Cup Board 7, May 1985) or better, with lids'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.patterns import pattern

_LEVEL = (
    r"(?:(?:the|der)\s+)?[\w]*(?:level|class|grade|stufe|klasse)\s+[\w/ ]{1,12}?"
    r"(?:\s*\((?![^()]*(?:equivalent|gleichwertig))[^()]{3,80}\)|\s+(?:nach|according\s+to)\s[^;,\"']{3,60}?)"
)
_BEFORE = pattern(
    rf"\b(?:equal\s+to\s+or\s+(?:better|greater|higher)\s+than|größer/gleich)\s+(?P<level>{_LEVEL})"
    r"(?P<better>\s+(?:or|oder)\s+(?:better|besser)\b)?"
    r"(?=\s*[;,]|[.]?\s*$|\s+(?:or|oder|and|und|zu|bewirken)\b)",
    re.IGNORECASE,
)
_STAYS = pattern(
    r"\b(?:equal\s+to\s+or\s+(?:better|greater|higher)\s+than|größer/gleich)\s+(?:(?:the|der)\s+)?\w*(?:level|class|grade|stufe|klasse)\b",
    re.I,
)
EQUIVALENT = pattern(
    r"[\s,]*(?:or|oder)\s+[\"']*(?:equivalent\s+standards?|gleichwertige[rn]?\s+(?:standards?|normen))[\"']*\s*",
    re.IGNORECASE,
)
"""One more standard by which goods may be measured, whichever it is."""


def with_better_behind(texts: Sequence[str]) -> list[str]:
    """Two plain texts with "or better" behind each level; as they were where it stays before one in either."""
    found = [or_better(text) for text in texts]
    return list(texts) if any(map(_STAYS.search, found)) else found


def or_better(text: str) -> str:
    """A plain text in which "or better" stands behind each level of a standard."""
    if " better than " not in text and "größer/gleich" not in text and " greater than " not in text:
        return text
    return _BEFORE.sub(_behind, text)


def _behind(match: re.Match[str]) -> str:
    german = match.group().startswith("größer")
    return f"{'' if german else 'to '}{match['level']} {'oder besser' if german else 'or better'}"
