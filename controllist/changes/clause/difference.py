"""What one difference between two clauses does."""

from __future__ import annotations

import re

from controllist.changes.clause.choices.conjunctions import lone_or
from controllist.changes.clause.choices.negated import turned_round
from controllist.changes.clause.print.source_faults import breaks_off, says_again
from controllist.changes.clause.put_in import at_most_done, put_in
from controllist.changes.clause.replacement import replacement_evidence
from controllist.changes.language.print.better import is_equivalent_standard
from controllist.changes.language.same.listing import Clause
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.meaning import bare
from controllist.changes.language.text.segments import Segment, words_at
from controllist.changes.language.text.standards import STANDARD
from controllist.changes.records import (
    OTHER_STANDARD,
    STANDARD_NAMED,
    Effect,
    Evidence,
    clipped,
    opposite,
)
from controllist.patterns import pattern


def difference_evidence(old: Clause, new: Clause, segment: Segment) -> Evidence:
    """What one difference between two clauses does."""
    gone = words_at(old.masked.text, old.tokens, segment.old_from, segment.old_to)
    come = words_at(new.masked.text, new.tokens, segment.new_from, segment.new_to)
    said = {"old": clipped(old.masked.shown(gone).strip(" ,;")), "new": clipped(new.masked.shown(come).strip(" ,;"))}
    if _in_title(old, segment.old_from) and _in_title(new, segment.new_from):
        return Evidence("reference", "unclear", **said, note="in a title that is cited")
    if says_again(old if segment.is_deletion else new, segment):
        return Evidence("wording", "none", **said, note="the same words twice")
    if breaks_off(old.masked.text if segment.is_insertion else new.masked.text, old, new, segment):
        return Evidence("wording", "unclear", **said, note="one of the sources breaks off")
    if why := lone_or(old, new, segment):
        return Evidence("wording", "none", **said, note=why)
    if why := turned_round(old, new, segment):
        return Evidence("condition", "mixed", **said, note=why)
    if segment.is_insertion:
        role, effect = put_in(new, segment.new_from, segment.new_to)
        said["old"] = ""
    elif segment.is_deletion:
        role, effect = put_in(old, segment.old_from, segment.old_to)
        effect = opposite(effect)
        said["new"] = ""
    else:
        return replacement_evidence(old, new, segment, said)
    if role == "alternative" and effect == "unclear":
        effect = _as_the_one_before(old, new, segment)
    if role == "condition" and _before_bracket(old, segment.old_to) != _before_bracket(new, segment.new_to):
        return Evidence("wording", "unclear", **said, note="one of two names")
    if STANDARD.search(said["old"] + " " + said["new"]) and not _is_equivalent(old, new, segment, said):
        is_added = role == "condition" and not any(map(_names_standard, (old, new), (segment[:2], segment[2:])))
        return Evidence("standard", "unclear", **said, note=STANDARD_NAMED if is_added else OTHER_STANDARD)
    kind = {"neutral": "wording", None: "wording"}.get(role, role)
    note = "" if role else "what the words do is not certain"
    if role is None and (one_way := at_most_done(old, new, segment)):
        note = one_way
    return Evidence(kind, effect, **said, note=note)  # type: ignore[arg-type]  # roles are evidence types


def _names_standard(clause: Clause, span: tuple[int, int]) -> bool:
    """Whether a clause names a standard beside the tokens of a span."""
    shown = clause.masked.shown(words_at(clause.masked.text, clause.tokens, *span))
    whole = clause.masked.shown(clause.masked.text)
    return STANDARD.search(whole.replace(shown, " ") if shown else whole) is not None


def _as_the_one_before(old: Clause, new: Clause, segment: Segment) -> Effect:
    """What one more choice behind an "or" does, where only the other clause tells which way the one before it counts.

    In "other than tin or clay" both are left out, so they are in "other than tin, clay or glass".
    """
    has, lacks, at, here = (
        (new, old, segment.old_from, segment.new_from) if segment.is_insertion else
        (old, new, segment.new_from, segment.old_from)
    )  # fmt: skip
    if not at or not here or has.tokens[here - 1].key != lacks.tokens[at - 1].key:
        return "unclear"
    before = bare(lacks.masked.text[: lacks.tokens[at - 1].end])
    if not _OR_MORE.match(bare(has.masked.text[has.tokens[here - 1].end :])) or not _LAST_CHOICE.search(before):
        return "unclear"
    if polarity(bare(lacks.masked.text), len(before) - 1) >= 0:
        return "unclear"
    return "relaxed" if segment.is_insertion else "tightened"


_OR_MORE = pattern(r"[\s\"',]*(?:or|oder)\s", re.IGNORECASE)


_LAST_CHOICE = pattern(r"\b(?:or|oder)\s+[\w\s\"'-]{3,40}$", re.IGNORECASE)
"""The last of several, all of which stand in what one conjunction joins."""


def _is_equivalent(old: Clause, new: Clause, segment: Segment, said: dict[str, str]) -> bool:
    """Whether words name but standards equivalent to a grade that is asked for at the least."""
    clause, at = (new, segment.new_from) if segment.is_insertion else (old, segment.old_from)
    before = bare(clause.masked.text[: clause.tokens[at - 1].end if at else 0])
    return is_equivalent_standard(said["old"] or said["new"]) and not _AT_THE_MOST.search(before)


_AT_THE_MOST = pattern(r"\b(?:less|lower|below|under|worse|weniger|unter|kleiner|schlechter)\b[^;:]*$", re.IGNORECASE)


_TITLE = pattern(r"\b(?:entitled|titled|headed|mit\s+dem\s+Titel|überschrieben)\s*(?:\"[^\"]*|'[^']*)$", re.IGNORECASE)


_ENTITLED = ("titled", "headed", "titel", "überschrieben")
"""Without one of these there is no title."""


def _in_title(clause: Clause, at: int) -> bool:
    """Whether a token stands in a title of another provision, which is cited."""
    opens = clause.tokens[at - 1].end if at else 0
    before = clause.masked.text[:opens]
    if '"' not in before and "'" not in before:
        return False
    return any(map(before.lower().__contains__, _ENTITLED)) and _TITLE.search(before) is not None


def _before_bracket(clause: Clause, stop: int) -> bool:
    """Whether a bracket opens behind a stretch of tokens, in front of the next one."""
    return stop > 0 and _BRACKET_OPENS.match(clause.masked.text, clause.tokens[stop - 1].end) is not None


_BRACKET_OPENS = pattern(r"[\s\"']*\((?!\s*(?:[\d-]|CAS|see|e\.g|i\.e|s\)))")
