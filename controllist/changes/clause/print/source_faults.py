"""Differences that a fault of a source made: a clause that breaks off, a run of words that is printed twice."""

from __future__ import annotations

import re

from controllist.changes.language.same.listing import Clause
from controllist.changes.language.text.segments import Segment
from controllist.patterns import pattern

_LONG = 6
"""Words that no clause says twice but by a slip of its source."""
_LEADS_ON = pattern(r"or|and|<.*>|[a-z]?[\d.]+")
"""What may stand between a line and its double: a conjunction, the line's label."""


def breaks_off(shorter: str, old: Clause, new: Clause, segment: Segment) -> bool:
    """Whether one of two clauses ends in the middle of a bracket, or right behind "and", where the other goes on."""
    if segment.old_to < len(old.tokens) or segment.new_to < len(new.tokens):
        return False
    longer = new.masked.text if segment.is_insertion else old.masked.text
    if _ENDS_OPEN.search(shorter[-20:]) and longer.startswith(shorter.strip()):
        return True
    counts = [text.count("(") - text.count(")") for text in (old.masked.text, new.masked.text)]
    return shorter.count("(") - shorter.count(")") > 0 and min(counts) <= 0


_ENDS_OPEN = pattern(r"[^\s;:,]\s+(?:and|or|und|oder)\s*$", re.IGNORECASE)


def says_again(clause: Clause, segment: Segment) -> bool:
    """Whether a clause only repeats, in what it has more, a long run of its own words beside it."""
    start, stop = segment[:2] if segment.is_deletion else segment[2:]
    if not (segment.is_insertion or segment.is_deletion) or stop - start < _LONG:
        return False
    held, text = clause.masked.held, clause.masked.text
    said = [held.get(text[token.start : token.end].strip(), token.key) for token in clause.tokens]
    more = said[start:stop]
    while more and _LEADS_ON.fullmatch(more[0]):
        more = more[1:]
    near = (start - len(more) - 1, start - len(more), stop, stop + 1)
    return len(more) >= _LONG and any(said[at : at + len(more)] == more for at in near if at >= 0)
