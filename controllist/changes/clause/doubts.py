"""Why words that one clause alone has may do nothing, although by themselves they do something.

They stand in a term whose definition may say them; they name the place of goods that the other clause points to with
"those"; or the other clause says the one word of a choice elsewhere, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.listing import Clause, keys_of
from controllist.changes.language.meaning import bare
from controllist.changes.language.segments import Segment
from controllist.changes.records import Evidence
from controllist.patterns import pattern

IN_TERM = "a word within a term"
POINTED_TO = "points to what is named"
MOVED = "words moved and changed"
_POINTS = pattern(r"\b(?:those|such|these|said)\s+[\"']?(?:[\w-]+[\"']?\s*){1,3}$", re.IGNORECASE)
_PLACED = pattern(
    r"\W*(?:specified|controlled|described|listed|identified|enumerated)\s+(?:in|by|under)\s", re.IGNORECASE
)
_JOINTS = frozenset(("or", "and", "and/or", "oder", "und"))


def doubt(evidence: Evidence, one: Segment, old: Clause, new: Clause, differing: Sequence[Segment]) -> str:
    """Why evidence from words that one clause alone has decides nothing; empty if nothing is against it."""
    if not (one.is_insertion or one.is_deletion) or evidence.type not in ("condition", "alternative"):
        return ""
    has, lacks, start, at = (
        (new, old, one.new_from, one.old_from) if one.is_insertion else (old, new, one.old_from, one.new_from)
    )
    words = evidence.old or evidence.new
    if _is_within_term(lacks, at, words):
        return IN_TERM
    if evidence.type == "condition":
        before = bare(lacks.masked.text[: lacks.tokens[at - 1].end]) if at else ""
        return POINTED_TO if _PLACED.match(words) and _POINTS.search(before) else ""
    stop = one.new_to if one.is_insertion else one.old_to
    choice = [key for key in keys_of(has.tokens[start:stop]) if key not in _JOINTS]
    if len(choice) != 1:
        return ""
    others = (other for other in differing if other != one)
    spans = ((other.old_from, other.old_to) if one.is_insertion else (other.new_from, other.new_to) for other in others)
    return MOVED if any(choice[0] in keys_of(lacks.tokens[first:last]) for first, last in spans) else ""


def _is_within_term(lacks: Clause, at: int, words: str) -> bool:
    """Whether words have their place between two words of one marked term."""
    if not 0 < at < len(lacks.tokens):
        return False
    left, right = lacks.tokens[at - 1], lacks.tokens[at]
    between = lacks.masked.text[left.end : right.start]
    return bool(left.mark) and left.mark == right.mark and left.mark not in between + words
