"""A whole category or list that was cited and gave way to some of its items, or the reverse: "Category 5 - Part 2" and
"5A002", "ML5., ML9.c. or ML18." and "the Munitions List".

>>> within_category("Category 5 - Part 2", "5A002 or 5B002"), within_category("1A001", "Category 2")
('relaxed', None)
>>> within_category("ML5., ML9.c. or ML18.", "the Munitions List"), within_category("1A001", "the Munitions List")
('tightened', None)
"""

from __future__ import annotations

import re

from controllist.changes.records import Effect
from controllist.codes import entry_of
from controllist.figures.references import cited
from controllist.patterns import pattern

_CATEGORY = pattern(r"\W*(?:the\s+)?(?:Category|Cat\.?)\s+(?P<number>\d)(?:[\s,-]*Part\s+(?P<part>\d))?\W*")
_LIST = pattern(r"\W*(?:the\s+)?Munitions\s+List\W*")
_OF_LIST = "ML"
"""How the codes of a munitions list begin."""
_JOINTS = pattern(r"[\s,.;()]*(?:\b(?:and|or|to|ECCNs?|items?)\b[\s,.;]*)*")
_ONE_ENTRY = pattern(
    r"\b(software|technology|materials)[\"']?\s+(?:controlled|specified|described)\s+(?:by|in)\s+$", re.IGNORECASE
)
_GROUPS = {"materials": "C", "software": "D", "technology": "E"}
_MOST_SPECIFIC = 4
"""Characters of the number of an entry, or more."""


def within_category(old: str, new: str, before: str = "") -> Effect | None:
    """What it does that the items of a category are named instead of the whole of it, or the reverse.

    Of software, technology and materials, which `before` may end in, a part of a category has but one entry.
    """
    for whole, parts, effect in ((old, new, "relaxed"), (new, old, "tightened")):
        if _LIST.fullmatch(whole):
            codes = _codes(parts)
            return effect if codes and all(code.startswith(_OF_LIST) for code in codes) else None  # type: ignore[return-value]  # one of two effects
        found = _CATEGORY.fullmatch(whole) if "Cat" in whole else None
        codes = _codes(parts) if found else ()
        if found and codes and all(_belongs(code, found["number"], found["part"]) for code in codes):
            only = _ONE_ENTRY.search(before) if found["part"] and len(codes) == 1 else None
            if only and codes[0] == entry_of(codes[0]) and codes[0][1] == _GROUPS[only[1].lower()]:
                return "none"
            return effect  # type: ignore[return-value]  # one of two effects
    return None


def _codes(words: str) -> tuple[str, ...]:
    """The codes that words cite; none where they say anything else."""
    at, codes = 0, []
    for start, end, code in cited(words):
        if not _JOINTS.fullmatch(words[at:start]):
            return ()
        at = end
        codes.append(code)
    return tuple(codes) if _JOINTS.fullmatch(words[at:]) else ()


def _belongs(code: str, number: str, part: str | None) -> bool:
    """Whether an entry stands in a category, and in its part if one is named: the first part has the first entries."""
    entry = entry_of(code)
    if len(entry) < _MOST_SPECIFIC or not entry.startswith(number):
        return False
    return part is None or (entry.endswith("001") if part == "1" else not entry.endswith("001"))
