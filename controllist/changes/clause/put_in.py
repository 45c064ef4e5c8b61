"""Words that one of two clauses has and the other has not: their role, and what their presence does."""

from __future__ import annotations

import re

from controllist.changes.clause.goods.made_of import said_of_whole
from controllist.changes.language.phrases.circumstances import asks_under_more
from controllist.changes.language.phrases.insertions import says_which
from controllist.changes.language.phrases.kinds_named import names_more_at_most
from controllist.changes.language.phrases.phrases import role_of
from controllist.changes.language.print.harmless import at_most
from controllist.changes.language.same.listing import ORS, Clause
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.meaning import bare
from controllist.changes.language.text.segments import Segment, slides
from controllist.changes.records import (
    AT_MOST_LESS,
    AT_MOST_MORE,
    Effect,
    opposite,
)
from controllist.patterns import pattern

_BY_ROLE: dict[str, Effect] = {
    "alternative": "tightened", "condition": "relaxed", "exclusion": "relaxed", "example": "none", "neutral": "none",
}  # fmt: skip


def at_most_done(old: Clause, new: Clause, segment: Segment, *, alone: bool = True) -> str:
    """The note of words put in or taken out that can only have done one thing, if anything; else nothing.

    Of words before a noun that took the place of others (not `alone`) nothing can be told.
    """
    clause, start, stop = (
        (new, segment.new_from, segment.new_to) if segment.is_insertion else (old, segment.old_from, segment.old_to)
    )
    opens = clause.tokens[start - 1].end if start else 0
    words = bare(clause.masked.text[opens : clause.tokens[stop - 1].end])
    around = bare(clause.masked.text[:opens]), bare(clause.masked.text[clause.tokens[stop - 1].end :])
    only = at_most(words) or names_more_at_most(words, *around)
    only = only or ("less" if asks_under_more(words, *around) or (alone and says_which(words, *around)) else "")
    way = only and polarity(bare(clause.masked.text), len(bare(clause.masked.text[: clause.tokens[start].start])))
    if not way:
        return ""
    grew = ((only == "more") == (way > 0)) == segment.is_insertion
    return AT_MOST_MORE if grew else AT_MOST_LESS


def put_in(clause: Clause, start: int, stop: int, *, slide: bool = True) -> tuple[str | None, Effect]:
    """The role of words that one clause has and the other has not, and what their presence does."""
    text = clause.masked.text
    is_choice = clause.tokens[start].key in ORS and start > 0
    for first, last in slides(clause.tokens, start, stop) if slide else [(start, stop)]:
        opens = clause.tokens[first - 1].end if first else 0
        shuts = clause.tokens[last - 1].end
        shuts = _shut(text, opens, shuts)
        words = clause.masked.shown(text[opens:shuts]) if not first else ""
        around = bare(text[opens:shuts]), bare(text[:opens]), bare(text[shuts:])
        role = said_of_whole(words) or role_of(*around, alone=slide)
        if role is None or (role == "condition" and is_choice and first != start):
            continue
        effect = _BY_ROLE[role]
        if effect == "none":
            return role, effect
        if role == "alternative" and _EACH.search(bare(text[:opens])):
            effect = "unclear"
        way = polarity(bare(text), len(bare(text[: clause.tokens[first].start])))
        if role == "exclusion" or _JOINED.match(around[0]):
            asks = _ASKS_ON.match(text[opens:shuts]) if way > 0 and role == "condition" else None
            way = polarity(bare(text), len(bare(text[: opens + asks.end() if asks else opens])))
        if role == "exclusion" and _NEW_SENTENCE.match(text[opens:shuts]):
            way = 1
        if way != 1:
            effect = opposite(effect) if way < 0 else "unclear"
        return role, effect
    return None, "unclear"


def are_goods(clause: Clause, start: int, stop: int) -> bool:
    """Whether a stretch of tokens is one or more of the goods, or other alternatives, that a clause lists."""
    return put_in(clause, start, stop, slide=False) == ("alternative", "tightened")


def _shut(text: str, opens: int, shuts: int) -> int:
    """The end of a stretch of text with the quotation mark or bracket behind it that shuts what it opens."""
    while shuts < len(text) and text[shuts] in "\"')²³":
        if text[shuts] in "²³":
            shuts += 1
            continue
        words, mark = text[opens:shuts].lstrip(" \"').,;"), text[shuts]
        is_open = mark == ")" and words.count("(") > words.count(")") and not words.startswith("(")
        if not is_open and (text[opens:shuts].count(mark) % 2 == 0 or (mark == ")" and "(" in words)):
            break
        shuts += 1
    return shuts


_NEW_SENTENCE = pattern(r"[\s\"')]*[.]\s")


_EACH = pattern(r"\b(?:for\s+)?(?:each|every|per|jede[rsnm]?)[\s\"']*$", re.IGNORECASE)
"""What is counted for each of several is no alternative."""


_JOINED = pattern(r"[\s,]*(?:and/or|or|and|oder|und)\b", re.IGNORECASE)
"""Words that go on with what stands before them, an exclusion too."""


_ASKS_ON = pattern(
    r"[\s,]*(?:and|but)\s+(?:having|with|being|which|that|capable|specially|designed|usable)\b", re.IGNORECASE
)
"""Words that ask for something of the goods behind an exclusion that names codes: they do not go on with it."""
