"""A figure without words of comparison, below a heading that says how it bounds: "made to exceed any of the following
specifications: a. Width 5 m". A higher one leaves fewer goods; of errors, goods exceed what is asked by fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.clause.ground.setting import Setting
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.records import Effect, Evidence
from controllist.figures.numbers import NUMBER, read_number
from controllist.model import Node
from controllist.patterns import pattern

LED = "another figure, which the heading asks to exceed"
_FIGURE = pattern(rf"(?P<figure>{NUMBER})\s?(?P<unit>[^\W\d_][^\s,;]*)")
_EXCEEDS = pattern(
    r"\bto\s+exceed\s+(?:any|all|one)\s+of\s+the\s+following\s+(?:specifications|levels|limits|values)\b"
)
_ERRORS = pattern(r"errors?(?:/|$)", re.IGNORECASE)


def with_figures_led(found: Iterable[Evidence], old: Node, new: Node, setting: Setting) -> list[Evidence]:
    """The evidence of a pair of items, in which such a figure that gave way to another does what the heading says."""
    return [_told(one, old, new, setting) for one in found]


def _told(one: Evidence, old: Node, new: Node, setting: Setting) -> Evidence:
    if one.type != "wording" or one.effect != "unclear" or not (one.old and one.new):
        return one
    sides = _FIGURE.fullmatch(one.old), _FIGURE.fullmatch(one.new)
    if not (sides[0] and sides[1]) or sides[0]["unit"] != sides[1]["unit"]:
        return one
    above = setting.trees[0].parent_item(old), setting.trees[1].parent_item(new)
    if not all(heading is not None and _asks_to_exceed(plain(heading.text)) for heading in above):
        return one
    values = [read_number(side["figure"]) for side in sides if side]
    if any(value.doubtful for value in values) or values[0].value == values[1].value:
        return one
    is_less = (values[1].value > values[0].value) != bool(_ERRORS.match(sides[0]["unit"]))
    effect: Effect = "relaxed" if is_less else "tightened"
    return Evidence("threshold", effect, old=one.old, new=one.new, note=LED)


def _asks_to_exceed(text: str) -> bool:
    match = _EXCEEDS.search(text)
    return match is not None and polarity(text, match.start()) == 1
