"""A note that says of goods that they are included, and one that says that its item includes them.

>>> texts = ["Pots, which can boil, are included if they have a lid.", "1A001 includes pots that can boil."]
>>> inclusions_alike(texts, ("1A001", "1A001"))[0]
'1A001 includes Pots, which can boil, if they have a lid.'
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.figures.references import references
from controllist.patterns import pattern

_ARE = pattern(r"(?P<goods>[A-Z][^.;:]{3,120}?)\s+are\s+(?:included|controlled)\s+(?=if\b)")
"""Goods that are so under a condition, at the head of a note."""
_INCLUDES = pattern(r"(?P<item>[^\s,;:]*\d[^\s,;:]*\s+includes)\s")
_UNLESS = pattern(r"\b(?:not|no|only|other|except)\b")


def inclusions_alike(texts: Sequence[str], within: Sequence[str]) -> list[str]:
    """The plain texts of two notes, in which an item includes goods if it does so in one of them; else both "are
    included". `within` are the items that the notes stand under: of these alone they speak so."""
    if not any(" if " in text and (" are included" in text or " are controlled" in text) for text in texts):
        return [*texts]
    said = [_ARE.match(text) for text in texts]
    told = [*texts]
    for at in (0, 1):
        match, other = said[at], _INCLUDES.match(texts[1 - at])
        if match is None or _UNLESS.search(match["goods"]):
            continue
        rest = texts[at][match.end() :]
        if other is not None and references(other["item"]) == (within[1 - at],):
            told[at] = f"{other['item']} {match['goods']} {rest}"
        elif said[1 - at] is not None:
            told[at] = f"{match['goods']} are included {rest}"
    return told
