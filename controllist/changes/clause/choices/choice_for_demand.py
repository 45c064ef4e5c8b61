"""A limit that offered one choice more and gave way to one that is asked for, too, or the reverse.

"A width below 3 m or above 9 m" holds all that "a width below 3 m and a weight above 2 t" does, and more.
"""

from __future__ import annotations

from controllist.changes.language.same.listing import Clause, keys_of
from controllist.changes.language.text.segments import Segment
from controllist.changes.records import Effect

CHOICE_OR_DEMAND = "one offers a choice more, the other asks for more"
_ORS, _ANDS = ("or", "oder"), ("and", "und")
_GONE, _COME = "<gone>", "<come>"


def choice_for_demand(old: Clause, new: Clause, segment: Segment) -> Effect | None:
    """What it does that a choice gave way to a demand, or the reverse, right behind a limit that both clauses state."""
    gone = keys_of(old.tokens[segment.old_from : segment.old_to])
    come = keys_of(new.tokens[segment.new_from : segment.new_to])
    if _offers(gone, _GONE) and _asks(come, _COME) and _is_behind_limit(old, segment.old_from):
        return "relaxed"
    if _asks(gone, _GONE) and _offers(come, _COME) and _is_behind_limit(new, segment.new_from):
        return "tightened"
    return None


def _offers(words: list[str], limit: str) -> bool:
    return len(words) == 2 and words[0] in _ORS and words[1] == limit


def _asks(words: list[str], limit: str) -> bool:
    return words[0] in _ANDS and words[-1] == limit


def _is_behind_limit(clause: Clause, at: int) -> bool:
    return at > 0 and clause.tokens[at - 1].key.startswith("<limit")
