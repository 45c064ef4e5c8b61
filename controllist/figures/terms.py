"""Terms in quotation marks: double ones are defined for the whole list, single ones for one entry.

>>> global_terms('A "kettle" with a ‘rated spout’ and the user\\'s manual, 12" wide'), local_terms("a ‘rated spout’")
(('kettle',), ('rated spout',))
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 100
MOST_WORDS = 10
"""Longer spans between two marks are quotations, not terms."""

# A mark opens only where no letter or digit stands before it: 12" is a length, 3'-nitro a position, user's a case.
_GLOBAL = re.compile(
    rf"“([^“”\"]{{1,{LONGEST}}}?)[”\"]|„([^„“”\"]{{1,{LONGEST}}}?)[“”\"]|«\s?([^«»]{{1,{LONGEST}}}?)\s?»"
    rf"|(?<![\w\"])\"(?=\S)([^\"“”]{{1,{LONGEST}}}?)(?<=\S)[\"”]|(?<![\w”])”(?=\w)([^\"“”]{{1,{LONGEST}}}?)(?<=\w)[”\"]"
)
_INSIDE = r"(?:[^'‘’‚ʻ‛\n]|(?<=\w)['’](?=\w))"
_LOCAL = re.compile(
    rf"(?<!\w)‘(?=\S)({_INSIDE}{{1,{LONGEST}}}?)(?<=\S)['’ʼ](?!\w)|(?<!\w)[‚‛](?=\S)({_INSIDE}{{1,{LONGEST}}}?)(?<=\S)[ʻ‘’'](?!\w)"
    rf"|(?<!\w)['’](?=[^\W_]|\")({_INSIDE}{{1,{LONGEST}}}?)(?<=\S)['’‘](?!\w)|(?<!\w),(?=\w)([^',‚ʻ‘]{{1,{LONGEST}}}?)[ʻ‘](?!\w)"
)
_SINGLE = ("'", "‘", "’", "‚", "ʻ", "‛")
_DOUBLE = ('"', "“", "”", "„", "«")


def global_terms(text: str) -> tuple[str, ...]:
    """Terms in double marks, each once, in order."""
    return _found(text, True) if any(mark in text for mark in _DOUBLE) else ()


def local_terms(text: str) -> tuple[str, ...]:
    """Terms in single marks, each once, in order."""
    return _found(text, False) if any(mark in text for mark in _SINGLE) else ()


def terms(text: str, language: str = "en") -> tuple[str, ...]:
    """All quoted terms, the global ones bare, then the local ones in single marks (`'rated spout'`)."""
    return (*global_terms(text), *(f"'{term}'" for term in local_terms(text)))


@lru_cache(maxsize=65536)
def _found(text: str, double: bool) -> tuple[str, ...]:
    pattern = _GLOBAL if double else _LOCAL
    spans = (next(filter(None, match.groups()), "") for match in pattern.finditer(text))
    cleaned = (_clean(span) for span in spans)
    return tuple(
        dict.fromkeys(term for term in cleaned if any(map(str.isalpha, term)) and term.count(" ") < MOST_WORDS)
    )


def _clean(span: str) -> str:
    """A term without marks inside it, folded, without the comma that American typesetting puts before the mark."""
    return " ".join(re.sub(r"[\"“”„«»]", "", span).split()).strip(" ,;.")
