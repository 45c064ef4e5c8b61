"""Notes that call the item under which they stand "this entry" in one edition and by its number in the other."""

from __future__ import annotations

import re

from controllist.changes.language.same.listing import Clause
from controllist.changes.language.text.segments import Segment, words_at
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.codes import entry_of
from controllist.figures.references import references
from controllist.patterns import pattern

ITSELF = "the item that it stands under"
_THIS = pattern(r"\W*this\s+(?:entry|item|ECCN|control|paragraph)\W*", re.IGNORECASE)
_PLACE = pattern(
    r"\W*(?:(?:technical\s+)?notes?(?:\s\d{1,2})?\s+to\s+<refs:\d+>\s*:\s*)?(?:(?:ECCN|item|entry|paragraph)\s+)?<refs:\d+>\W*",
    re.IGNORECASE,
)


def speaks_of_itself(old: Clause, new: Clause, segment: Segment, within: tuple[str, str]) -> str:
    """Why a difference is none, where one side says "this entry" and the other one the number of the note's own item.

    `within` are the codes of the items that the clauses stand in. Empty where that is not so.
    """
    unlike = (*old.tokens[slice(*segment[:2])], *new.tokens[slice(*segment[2:])])
    if not any(token.key == "<refs>" for token in unlike):
        return ""
    spans = (old, *segment[:2], within[0]), (new, *segment[2:], within[1])
    said = [words_at(clause.masked.text, clause.tokens, start, stop) for clause, start, stop, _ in spans]
    for here, there in ((0, 1), (1, 0)):
        if "<refs" not in said[there] or not _THIS.fullmatch(said[here]) or not _PLACE.fullmatch(said[there]):
            continue
        codes = references(spans[there][0].masked.shown(said[there]))
        if codes and all(_is_its_own(code, within) for code in codes):
            return ITSELF
    return ""


def _is_its_own(code: str, within: tuple[str, str]) -> bool:
    """Whether a code is that of the item a clause stands in, or of its entry, in either edition."""
    return any(place and is_same_or_below(place, code) and entry_of(place) == entry_of(code) for place in within)
