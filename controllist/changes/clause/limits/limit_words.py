"""Words that one text says within a limit and the other beside it: "above 3 kg of tea", "3 kg of tea or more"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.clause.limits.limits import Limit
from controllist.changes.language.same.listing import Clause, keys_of
from controllist.changes.language.text.meaning import Token, meaning_of
from controllist.changes.language.text.segments import Segment
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

WITHIN = "said within the limit beside it"
WITH_ITS_ENDS = "a range has its ends, whether that is said or not"


def said_in_limit(old: Clause, new: Clause, segment: Segment) -> str:
    """Why a difference says nothing new: its words stand in the other text's words of the same limit; else empty."""
    if segment.is_deletion:
        clause, other, start, stop = old, new, segment.old_from, segment.old_to
    elif segment.is_insertion:
        clause, other, start, stop = new, old, segment.new_from, segment.new_to
    else:
        return ""
    words = keys_of(clause.tokens[start:stop])
    beside = [at for at in (start - 1, stop) if 0 <= at < len(clause.tokens)]
    limits = {clause.tokens[at].key for at in beside if clause.tokens[at].key.startswith("<limit")}
    if not limits or "not" in words or any(word.startswith("<") for word in words):
        return ""
    if "at" in words and not {"least", "most"} & {*words} and not _opens_bracket(clause, start):
        return ""  # under what circumstances something is measured is no part of a limit
    if words == ["inclusive"]:
        return WITH_ITS_ENDS
    own = {token.key: _said(clause, token) for token in clause.tokens if token.key in limits}
    for token in other.tokens:
        if token.key in own and sorted(_said(other, token)) == sorted([*own[token.key], *_telling(words)]):
            return WITHIN
    return ""


def _opens_bracket(clause: Clause, start: int) -> bool:
    """Whether a bracket opens right before a token: a remark on the limit, as "(at 3 m)", belongs to it."""
    behind = clause.tokens[start - 1].end if start else 0
    return "(" in clause.masked.text[behind : clause.tokens[start].start]


def hides_words(old: Limit, new: Limit) -> bool:
    """Whether one figure is of other things in two limits that compare alike: "2 kg of tin or more", "2 kg of clay or
    more". Their words are to be compared, then, and are not as one sign with their figure."""
    said = [_of_what(limit.text[limit.start : limit.end]) for limit in (old, new)]
    return all(said) and said[0] != said[1]


def _of_what(limit: str) -> list[str]:
    """The words behind an "of" that follows a figure."""
    found = _OF.search(limit)
    return _telling([one.key for one in meaning_of(found[1])]) if found else []


_OF = pattern(r"\d[^\d\s]*(?:\s[^\d\s]{1,12})?\sof\s((?:the\s)?[a-z][^\d]*)$", re.IGNORECASE)


def _said(clause: Clause, token: Token) -> list[str]:
    """What a limit says beside its figure and its comparison."""
    return _telling([one.key for one in meaning_of(clause.masked.held[clause.masked.text[token.start : token.end]])])


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if not word[0].isdigit() and word not in _COMPARES]


_COMPARES = word_set(
    "of or and more less greater fewer than exceeding above below over under equal to at least most not up < > ≤ ≥ ="
)
