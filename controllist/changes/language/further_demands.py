"""Phrases that ask for something more of goods: a size behind them, a material before a measure, a manner.

>>> demands_further(" of <come> in length", "Spoons", ", specified by the maker")
True
>>> demands_further("Silver with", "", " an average weight <limit>")
True
>>> demands_further("Other pots with", "", " an average weight <limit>")
False
>>> demands_further(" to a cup or saucer", "A flow <limit>", "; or")
True
"""

from __future__ import annotations

import re

from controllist.changes.language.modifiers import names_what_is_measured
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

_SIZED = pattern(r"\s*of\s+<(?:come|gone)>(?:\s+in\s+(?:length|width|height|depth|diameter|thickness|weight|mass))?\s*")
_ENDS_IN_NOUN = pattern(r"[^\W\d_]{3,}[\"')]*\s*$")
_NOT_NEXT = pattern(r"\s*(?:or|oder|to)\b")
_MADE_OF = pattern(r"\W*(?:an?\s+)?(?P<name>[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,2})\s+(?:with|having)\s*", re.IGNORECASE)
_MEASURE = pattern(r"\s*(?:an?\s+)?[^,;:<>]{3,50}<limit")
_GIVEN_TO = pattern(r"\s*(?:to|onto|into|through|via)\s+[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,6}\s*", re.IGNORECASE)
_ENDS_IN_LIMIT = pattern(r"<limit\w*>\s*$")
_AT_END = pattern(r"\s*(?:[;,]|$)")
_NO_GOAL = pattern(r"\b(?:be|not|which|that|is|are|any|all|each|within|than)\b", re.IGNORECASE)
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
        return "function" in words and _FUNCTION.fullmatch(words) is not None
    match = _MADE_OF.fullmatch(words) if _MEASURE.match(after) else None
    if match is None or _NO_KIND.intersection(match["name"].lower().split()):
        return False
    return not names_what_is_measured(f" {match['name']},")
