"""Clauses of which it is enough to know that they differ in doubt: one difference may tell before all are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.clause.difference import difference_evidence
from controllist.changes.clause.ground.leads import stays_in_doubt
from controllist.changes.clause.replacement import OTHER_WORDS
from controllist.changes.language.same.listing import JOINTS, Clause, keys_of
from controllist.changes.language.same.same_words import says_the_same
from controllist.changes.language.text.segments import Segment
from controllist.changes.records import Evidence


def sure_doubt(old: Clause, new: Clause, differing: Sequence[Segment]) -> Evidence | None:
    """The evidence of a difference that stays in doubt whatever the others do; None where this does not show at once.

    Such are other words in the place of some, of which each clause lacks one that the other has: they are neither moved
    nor the elements of one list in another order. The longest of them is looked at.
    """
    if len(differing) < _FEWEST:
        return None
    keys = {*keys_of(old.tokens)}, {*keys_of(new.tokens)}
    apart = [
        one
        for one in differing
        if _has_own(old, one.old_from, one.old_to, keys[1]) and _has_own(new, one.new_from, one.new_to, keys[0])
    ]
    longest = max(apart, key=lambda one: one.old_to - one.old_from + one.new_to - one.new_from, default=None)
    if longest is None or says_the_same(old, new, longest):
        return None
    evidence = difference_evidence(old, new, longest)
    return evidence if evidence.note == OTHER_WORDS and stays_in_doubt(evidence) else None


_FEWEST = 2
"""Differences of which one can spare a look at the others."""


def _has_own(clause: Clause, start: int, stop: int, others: set[str]) -> bool:
    """Whether a stretch of a clause, outside all brackets, has a word of its own that is none of these others."""
    own = [key for key in keys_of(clause.tokens[start:stop]) if key.isalpha() and key not in others | JOINTS]
    if not own:
        return False
    before = clause.masked.text[: clause.tokens[start].start]
    return before.count("(") == before.count(")")
