"""An "or" that alone came or went, and an "or" in the place of an "and"."""

from __future__ import annotations

import re

from controllist.changes.language.same.listing import ORS, Clause
from controllist.changes.language.text.meaning import bare
from controllist.changes.language.text.segments import Segment
from controllist.changes.records import Effect
from controllist.patterns import pattern

JOINS_CODES = "joins what is cited"
SLASH = "a stroke for the word"


def lone_or(old: Clause, new: Clause, segment: Segment) -> str:
    """Why an "or" that one of two clauses has more says nothing; empty if it may say something.

    It joins codes of which more or fewer are cited now; or the other clause has a stroke for it: "made/shaped".
    """
    has, lacks, at, gap = (
        (new, old, segment.new_from, segment.old_from) if segment.is_insertion else (old, new, *segment[::2])
    )
    stop = segment.new_to if segment.is_insertion else segment.old_to
    if stop != at + 1 or has.tokens[at].key not in ORS or not 0 < at < len(has.tokens) - 1:
        return ""
    if not (segment.is_insertion or segment.is_deletion) or not 0 < gap < len(lacks.tokens):
        return ""
    if has.tokens[at - 1].key == has.tokens[at + 1].key == "<refs>":
        return JOINS_CODES
    between = lacks.masked.text[lacks.tokens[gap - 1].end : lacks.tokens[gap].start]
    around = has.masked.text[has.tokens[at - 1].end : has.tokens[at + 1].start]
    return SLASH if between.strip() == "/" and around.split() == [has.tokens[at].key] else ""


_BEFORE_LINE = pattern(r"\s*(?:\(?[a-z]\)|[a-z]\.|\d{1,2}\.)\s")
_LEADS = pattern(r"<(any|all)>")
_MEASURED_BEFORE = pattern(r"\b(?:having|with)\s[^;:]*<limit\w*>[^;:<>,]{0,20}$", re.IGNORECASE)
_LIMIT_BEFORE = pattern(r"<limit\w*>(?:\s[\w-]+){0,3}$")
_LIMIT_NEXT = pattern(r"\s*<limit\w*>")
_MEASURED_NEXT = pattern(r"\s*(?:an?\s+)?[^;:<>]{3,60}<limit\w*>", re.IGNORECASE)


def joined_otherwise(old: Clause, new: Clause, segment: Segment) -> tuple[Effect, str] | None:
    """What it does that "or" joins two measures that "and" joined, or the reverse; nothing by itself before the last
    line of a list that asks for any of its lines now and asked for all. None where it is not certain."""
    sides = ((old, *segment[:2]), (new, *segment[2:]))
    keys = [[token.key for token in clause.tokens[start:stop]] for clause, start, stop in sides]
    if sorted(keys) != [["and"], ["or"]]:
        return None
    before = [bare(clause.masked.text[: clause.tokens[start].start]).rstrip(" ,") for clause, start, _ in sides]
    after = [bare(clause.masked.text[clause.tokens[start].end :]) for clause, start, _ in sides]
    leads = [_LEADS.findall(text) for text in before]
    if all(leads) and all(map(_BEFORE_LINE.match, after)):
        fits = [{"and": "all", "or": "any"}[word[0]] == found[-1] for word, found in zip(keys, leads, strict=True)]
        return ("none", "goes with what leads into the list") if all(fits) else None
    measured = all(map(_MEASURED_BEFORE.search, before)) and all(map(_MEASURED_NEXT.match, after))
    if measured or (all(map(_LIMIT_BEFORE.search, before)) and all(map(_LIMIT_NEXT.match, after))):
        return ("tightened", "one is enough now") if keys[1] == ["or"] else ("relaxed", "all are needed now")
    return None
