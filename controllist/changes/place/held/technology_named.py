"""Technology for goods that are told by technology of another item: "kettles using welding technology of 1E001.b".

Where the other item stands in both editions, whoever held the technology for such kettles may have held it there: what
comes or goes beside it is no more or less for sure.
"""

from __future__ import annotations

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.codes import subject_of
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern

_TECHNOLOGY = pattern(r"\btechnology\W+(?:(?:specified|controlled|described)\s+)?(?:by|in|of)\W+$")
_LONGEST_LEAD = 60
"""Characters before a number in which the words stand that tell what it controls."""


def technology_named(node: Node, editions: Editions) -> Node | None:
    """The old item, still there, whose technology a new item of technology names to tell its goods; None if none."""
    if subject_of(node.code) != "technology" or not node.refs:
        return None
    text = plain(node.text)
    for start, _, code in cited(text, within=node.code):
        there = editions.old.by_code.get(code)
        is_kept = there is not None and there.id in editions.partner and editions.new.is_active(code)
        if there is not None and is_kept and subject_of(code) == "technology" and _is_its(text, start):
            return there
    return None


def _is_its(text: str, start: int) -> bool:
    """Whether the number at a place is told to be that of technology which the goods have, not of what is left out."""
    return polarity(text, start) > 0 and _TECHNOLOGY.search(text[max(0, start - _LONGEST_LEAD) : start]) is not None
