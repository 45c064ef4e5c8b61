"""A "not" that alone came to a clause, or went: what met the clause fails it now, and the reverse."""

from __future__ import annotations

from controllist.changes.language.same.listing import Clause, keys_of
from controllist.changes.language.text.meaning import bare
from controllist.changes.language.text.segments import Segment
from controllist.patterns import pattern

TURNED_ROUND = "asks for the contrary"
_BEGINS = pattern(r"(?:^|[;:]\s+(?:(?:and|or)\s+)?(?:\(?[a-z][.)]|\d{1,2}[.)])?)\s*$")
_DEMAND = pattern(
    r"\s*(?:designed|configured|modified|incorporating|using|employing|having|capable|containing|requiring|rated)\b"
)


def turned_round(old: Clause, new: Clause, segment: Segment) -> str:
    """Why a "not" at the head of a line leaves none of the goods that the line meant; empty if it may not.

    All that stands behind it must be the same, or it may be said in other words.
    """
    if not (segment.is_insertion or segment.is_deletion):
        return ""
    has, start, stop = (new, *segment[2:]) if segment.is_insertion else (old, *segment[:2])
    if stop != start + 1 or has.tokens[start].key != "not":
        return ""
    if keys_of(old.tokens[segment.old_to :]) != keys_of(new.tokens[segment.new_to :]):
        return ""
    text = has.masked.text
    is_head = _BEGINS.search(bare(text[: has.tokens[start].start])) and _DEMAND.match(text[has.tokens[start].end :])
    return TURNED_ROUND if is_head else ""
