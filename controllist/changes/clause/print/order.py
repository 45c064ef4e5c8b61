"""Clauses that say the same words in another order, and whether that may matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.names.other_names import names_one_thing
from controllist.changes.language.same.listing import Clause, keys_of, listed_changes
from controllist.changes.language.text.meaning import bare
from controllist.changes.language.text.segments import Segment
from controllist.changes.records import Effect, Evidence
from controllist.patterns import pattern

TELLING = pattern(r"^-?\d|^<(?!refs)|^(?:not|no|or|and|than|except|without|unless)$")
"""Tokens of which it matters where in a clause they stand."""


def reordered(old: Clause, new: Clause, differing: Sequence[Segment]) -> Evidence:
    """The evidence of two clauses of the same words in another order."""
    moved = [token.key for segment in differing for token in old.tokens[segment.old_from : segment.old_to]]
    is_chemical = any(token.key.startswith("cas:") for token in old.tokens)
    telling = [key for key in moved if TELLING.search(key) and not key.startswith("cas:") and key != "<list>"]
    if is_chemical:  # the number tells which substance it is, in whatever order its names stand
        telling = [key for key in telling if not _IN_A_NAME.fullmatch(key)]
    if telling and (_conjunction_moved(old, new, differing) or _is_phrase_past_limit(old, new, differing)):
        telling = []
    if telling and _have_swapped_demands(old, new):
        telling = []
    if telling and names_one_thing(old.masked.text, new.masked.text):
        telling = []
    if telling and _is_one_list(old, new, differing):
        telling = []
    elif not telling and not is_chemical and _has_exchanged(old, new, differing):
        telling = [] if _is_one_list(old, new, differing) else moved
    effect: Effect = "unclear" if telling else "none"
    return Evidence("order", effect, note="the same words in another order")


_TWO_DEMANDS = pattern(
    r"(?P<lead>.*\b(?:having|with|of))\s+(?P<one>an?\s[^,;:<>]{3,60}<limit\w+>)\s+and\s+"
    r"(?P<other>an?\s[^,;:<>]{3,60}<limit\w+>)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def _have_swapped_demands(old: Clause, new: Clause) -> bool:
    """Whether two limits that are both asked, each of its own quantity, stand in the other order."""
    was, now = (_TWO_DEMANDS.fullmatch(bare(clause.masked.text)) for clause in (old, new))
    if was is None or now is None:
        return False
    places = (("lead", "lead"), ("one", "other"), ("other", "one"), ("rest", "rest"))
    return all(_WORDS.findall(was[here].lower()) == _WORDS.findall(now[there].lower()) for here, there in places)


_WORDS = pattern(r"[\w<>]+")


def _has_exchanged(old: Clause, new: Clause, differing: Sequence[Segment]) -> bool:
    """Whether words took each other's places, as in "red lids and tin pots" for "tin lids and red pots"."""
    sides = [
        (keys_of(old.tokens[one.old_from : one.old_to]), keys_of(new.tokens[one.new_from : one.new_to]))
        for one in differing
        if not (one.is_insertion or one.is_deletion)
    ]
    return any((now, was) in sides for was, now in sides)


def _is_one_list(old: Clause, new: Clause, differing: Sequence[Segment]) -> bool:
    """Whether all that moved are whole members of lists of alternatives."""
    lists = listed_changes(old, new, differing)
    pure = all(not one.gone and not one.come for one in lists)
    return pure and sum(len(one.differences) for one in lists) == len(differing)


def _is_phrase_past_limit(old: Clause, new: Clause, differing: Sequence[Segment]) -> bool:
    """Whether the one limit of a clause only changed places with a phrase that says where or how it is taken."""
    if len(differing) != 2 or sum(token.key.startswith("<limit") for token in old.tokens) != 1:
        return False
    first, second = differing
    phrase = new.tokens[first.new_to : second.new_from]
    if first.is_insertion and second.is_deletion:
        limit = new.tokens[first.new_from : first.new_to]
    elif first.is_deletion and second.is_insertion:
        limit = old.tokens[first.old_from : first.old_to]
    else:
        return False
    if not any(token.key.startswith("<limit") for token in limit):  # the phrase is what difflib moved
        limit, phrase = phrase, limit
    keys = keys_of(phrase)
    return len(limit) == 1 and bool(keys) and keys[0] in _WHERE and not any(map(TELLING.search, keys))


_WHERE = frozenset({"in", "at", "along", "over", "per", "on", "across", "within", "during"})
_IN_A_NAME = pattern(r"-?[\d.]+|or|and")


_BETWEEN_LINES = pattern(
    r"[\s\"')]*[;,]\s*(?:or|and|oder|und)\s+(?:\(?[a-z]\)|[a-z]\.|\d{1,2}\.|<|$)", re.IGNORECASE
)


def _conjunction_moved(old: Clause, new: Clause, differing: Sequence[Segment]) -> bool:
    """Whether nothing but the "or" before the last line of a list stands before another line now."""
    places = [(old, *one[:2]) for one in differing] + [(new, *one[2:]) for one in differing]
    return all(
        start == stop or _BETWEEN_LINES.match(clause.masked.text, clause.tokens[start - 1].end if start else 0)
        for clause, start, stop in places
    ) and all(one.old_to - one.old_from + one.new_to - one.new_from == 1 for one in differing)
