"""Goods that German texts tell by their number before or behind the noun: "der von Nummer 1A001 erfassten Kannen" and
"von Kannen, die von Nummer 1A001 erfasst werden".

>>> said = ["Deckel der von Nummer 1A001 erfassten Kannen", "Deckel von Kannen, die von Nummer 1A001 erfasst sind"]
>>> cited_alike(said)[0]
'Deckel von Kannen, die von Nummer 1A001 erfasst sind'
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.patterns import pattern

_BY = r"(?P<by>(?:von|in|durch)\s+(?:der\s+|den\s+)?(?:Unter)?[Nn]ummern?\s+[^.;:,]{2,60}?)"
_NOUN = r"(?P<goods>[A-ZÄÖÜ][\w-]+)"
_BEFORE = pattern(rf"\b(?:der|des|von)\s+{_BY}\s+erfasste[nrms]?\s+{_NOUN}")
_BEHIND = pattern(rf"\bvon\s+{_NOUN},\s+(?:der|die|das)\s+{_BY}\s+(?P<verb>erfasst\s+(?:ist|sind|wird|werden))\b")


def cited_alike(texts: Sequence[str]) -> list[str]:
    """Two plain texts, both with the number behind the noun where one has it before the same noun."""
    told = list(texts)
    if texts[0] == texts[1] or not all("erfasst" in text for text in texts):
        return told
    for at in (0, 1):
        before, behind = [*_BEFORE.finditer(told[at])], [*_BEHIND.finditer(told[1 - at])]
        if len(before) != 1 or len(behind) != 1 or _BEFORE.search(told[1 - at]) or _BEHIND.search(told[at]):
            continue
        one, other = before[0], behind[0]
        if one["goods"].rstrip("en") == other["goods"].rstrip("en"):
            said = other.group().replace(other["by"], one["by"])
            told[at] = told[at][: one.start()] + said + told[at][one.end() :]
            break
    return told
