"""Goods named by what they are built on, of which that became one of several choices: "steam kettles" are fewer than
"kettles based on steam, gas or oil burners".

>>> texts = ["Steam kettles, with a lid", "Kettles based on steam, gas or oil burners, with a lid"]
>>> with_choices_to_build_on(texts)[1][0].effect
'tightened'
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.records import Evidence, clipped
from controllist.patterns import pattern

_END = r"(?=,|;|$|\s(?:having|with|specially|designed)\b)"
_BY_KIND = pattern(rf"(?P<kind>[A-Z][a-z]{{3,}})\s(?P<goods>[a-z]{{4,}}s){_END}")
_BUILT_ON = pattern(
    r"(?P<goods>[A-Z][a-z]{3,}s)\sbased\son\s(?P<first>[a-z]{4,})(?P<more>(?:,\s[a-z]{3,}(?:\s[a-z]{3,})?)*,?"
    rf"\sor\s[a-z]{{3,}}(?:\s[a-z]{{3,}})?\s[a-z]{{4,}}s){_END}"
)
_CHOICES = "one kind became a choice among others, or was one"


def with_choices_to_build_on(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts in which goods are named by their kind alone, and what it does that one of them offers others."""
    if (" based on " in texts[0]) == (" based on " in texts[1]):
        return list(texts), []
    at = 0 if " based on " in texts[0] else 1
    wide, narrow = _BUILT_ON.match(texts[at]), _BY_KIND.match(texts[1 - at])
    if not (wide and narrow) or wide["first"] != narrow["kind"].lower():
        return list(texts), []
    told = list(texts)
    told[at] = f"{narrow['kind']} {wide['goods'].lower()}{texts[at][wide.end() :]}"
    more = clipped(wide["more"].strip(" ,"))
    one = Evidence("alternative", "tightened", new=more, note=_CHOICES)
    return told, [one if at else Evidence("alternative", "relaxed", old=more, note=_CHOICES)]
