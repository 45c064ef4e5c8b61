""""Military cups" and "cups, specially designed or modified for military use": one expression for the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.records import Evidence
from controllist.patterns import pattern

_ADJECTIVE = ("military", "militärische", "militärischer", "militärischen")
_PHRASE = pattern(
    r"[\s,]*(?:specially\s+designed(?:\s+or\s+modified)?|designed\s+or\s+modified)\s+for\s+military\s+use[\s,]*"
    r"|[\s,]*besonders\s+konstruiert(?:\s+oder\s+geändert)?\s+für\s+militärische\s+Zwecke[\s,]*",
    re.IGNORECASE,
)
SAME_USE = "another expression for the same"


def with_military_use(found: Iterable[Evidence]) -> list[Evidence]:
    """The evidence of a clause, in which an adjective that gave way to the phrase, or the reverse, does nothing."""
    told = list(found)
    short = [one for one in told if (one.old or one.new).lower() in _ADJECTIVE and not (one.old and one.new)]
    long = [one for one in told if short and not (one.old and one.new) and _PHRASE.fullmatch(one.old or one.new)]
    if len(short) != 1 or len(long) != 1 or bool(short[0].old) == bool(long[0].old):
        return told
    said = short[0].old or long[0].old, short[0].new or long[0].new
    same = Evidence("wording", "none", old=said[0], new=said[1], note=SAME_USE)
    return [same if one is long[0] else one for one in told if one is not short[0]]
