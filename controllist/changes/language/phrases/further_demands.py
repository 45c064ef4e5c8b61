"""Phrases that ask for something more of goods: a size behind them, a material before a measure, a manner.

>>> demands_further(" of <come> in length", "Spoons", ", specified by the maker")
True
>>> demands_further("Silver with", "", " an average weight <limit>")
True
>>> demands_further("Other pots with", "", " an average weight <limit>")
False
>>> demands_further(" to a cup or saucer", "A flow <limit>", "; or")
True
>>> demands_further(" and stamped by a guild", "Pots that have been weighed", " to hold a litre")
True
"""

from __future__ import annotations

import re

from controllist.changes.language.phrases.modifiers import names_what_is_measured
from controllist.changes.language.print.harmless import HEAD_ENDS
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

_SIZED = pattern(r"\s*of\s+<(?:come|gone)>(?:\s+in\s+(?:length|width|height|depth|diameter|thickness|weight|mass))?\s*")
_ENDS_IN_NOUN = pattern(r"[^\W\d_]{3,}[\"')]*\s*$")
_NOT_NEXT = pattern(r"\s*(?:or|oder|to)\b")
_MADE_OF = pattern(
    r"\W*(?:an?\s+)?(?P<name>[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,2})\s+(?:with|having)\s*", re.IGNORECASE
)
_MEASURE = pattern(r"\s*(?:an?\s+)?[^,;:<>]{3,50}<limit")
_GIVEN_TO = pattern(r"\s*(?:to|onto|into|through|via)\s+[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,6}\s*", re.IGNORECASE)
_ENDS_IN_LIMIT = pattern(r"<limit\w*>\s*$")
_AT_END = pattern(r"\s*(?:[;,]|$)")
_NO_GOAL = pattern(r"\b(?:be|not|which|that|is|are|any|all|each|within|than)\b", re.IGNORECASE)
_ONE_MORE_PART = pattern(r"\s*,?\s*and\s+an?\s+[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,4}\s*", re.IGNORECASE)
_HAVING = pattern(
    r"\b(?:having|with|containing|comprising|incorporating)\s+(?:an?|the|one|two)\b(?![^;:.]*\bor\b)[^;:.]*$",
    re.IGNORECASE,
)
_ABLE_TOO = pattern(r"\s*and\s+(?:of\s+)?[a-z]+ing\s*")
_ABLE = pattern(r"\bcapable\s+of\s+[a-z]+ing\s*$", re.IGNORECASE)
_DONE_TOO = pattern(r"\s*and\s+[a-z]{3,}ed\s+by\s+(?:an?|the)\s+[a-z]+(?:\s[a-z]+){0,3}\s*")
"""What someone must have done to goods, beside what must have been done anyway."""
_DONE = pattern(r"\b(?<!not\s)(?!designed\b|modified\b|specified\b|controlled\b)[a-z]{3,}ed\s*$")
_DONE_NEXT = pattern(r"\s*(?:to\b|for\b|[;,.]|$)")
_BETWEEN = pattern(r"\s*,\s*[a-z]+(?:able|ible|ed|ic|al|ive|proof)\s*,?\s*")
_DEMAND_NEXT = pattern(r"\s*,?\s*(?:with|having|capable|designed|specially|usable|rated)\b", re.IGNORECASE)
_NO_PART = pattern(r"\b(?:of|for|to|in|at|on|by|or|not|than|therefor|thereof)\b", re.IGNORECASE)
_ALONE = pattern(r"\s*(?:exclusively|solely|mainly|primarily|principally|predominantly)\s*", re.IGNORECASE)
_USE_NEXT = pattern(r"\s*(?:for\s|used\b|intended\b|designed\b|made\s+(?:of|from)\b)")
_MADE_SO = pattern(
    r"\s*(?:(?:[a-z]+ly|so)\s+)?(?:designed|modified|engineered|intended|configured|adapted|altered)\s+to(?P<be>\s+be)?\s*",
    re.IGNORECASE,
)
_BE_NEXT, _SO_NEXT = pattern(r"\s*be\s+\w"), pattern(r"\s*[a-z]+(?:ed|ant|ent|able|ible)\b")
_NOT_BEFORE = pattern(r"\b(?:not|or|nor|and|is|are|be|was|were|non)\s*$", re.IGNORECASE)
_FUNCTION = pattern(r"\s*,?\s*as\s+a\s+function\s+of\s+[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s*", re.IGNORECASE)
_LONGEST_SIGN = 24
"""Characters of what stands for a limit."""
_NO_KIND = word_set(
    "other any all item items component components part parts equipment system systems device devices material "
    "materials product products article articles unit units tube tubes apparatus and or of for in by having being"
)
"""Names that narrow nothing: they only say what the heading says of all goods below it."""


def demands_further(words: str, before: str, after: str) -> bool:
    """Whether words put in between `before` and `after` leave fewer goods than there were."""
    if "<" in words:
        return (
            _SIZED.fullmatch(words) is not None
            and _ENDS_IN_NOUN.search(before[-40:]) is not None
            and not _NOT_NEXT.match(after)
        )
    if before.strip():
        if _ENDS_IN_LIMIT.search(before[-_LONGEST_SIGN:]) and _AT_END.match(after):
            return _GIVEN_TO.fullmatch(words) is not None and _NO_GOAL.search(words) is None
        return _asks_so(words, before, after)
    match = _MADE_OF.fullmatch(words) if _MEASURE.match(after) else None
    if match is None or _NO_KIND.intersection(match["name"].lower().split()):
        return False
    return not names_what_is_measured(f" {match['name']},")


def _asks_so(words: str, before: str, after: str) -> bool:
    """Whether words behind goods name one more of their parts, or the manner or the purpose in which they are so."""
    if _ALONE.fullmatch(words):
        return _USE_NEXT.match(after) is not None and _NOT_BEFORE.search(before) is None
    if match := _MADE_SO.fullmatch(words):
        is_so = (_SO_NEXT if match["be"] else _BE_NEXT).match(after)
        return is_so is not None and _NOT_BEFORE.search(before) is None
    if _BETWEEN.fullmatch(words):
        is_shut = words.rstrip().endswith(",") or after.lstrip().startswith(",")
        return is_shut and _DEMAND_NEXT.match(after) is not None and not HEAD_ENDS.search(before)
    if _DONE_TOO.fullmatch(words):
        return _DONE.search(before) is not None and _DONE_NEXT.match(after) is not None
    if _ABLE_TOO.fullmatch(words):
        return _ABLE.search(before) is not None and _AT_END.match(after) is not None
    if _ONE_MORE_PART.fullmatch(words):
        has_parts = _HAVING.search(before) and not _NO_PART.search(words)
        return bool(has_parts) and _AT_END.match(after) is not None
    return "function" in words and _FUNCTION.fullmatch(words) is not None
