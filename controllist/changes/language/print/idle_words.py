"""Words that the ones around them say already: "made" before "of tin", "a temperature of" before degrees.

>>> says_no_more("made ", "lids ", "of tin"), says_no_more("made ", "lids ", "by hand")
(True, False)
"""

from __future__ import annotations

from controllist.patterns import pattern

_MADE = pattern(r"\s*(?:made|manufactured|fabricated)\s*")
_OF_WHAT = pattern(r"\s*(?:of|from)\b")
_LEVEL = pattern(r"\s*(?:levels?|values?)\s*")
"""What a quantity may be called beside its name, before its limit."""
_LIMIT_NEXT = pattern(r"\s*(?:of\s+)?<(?:limit|gone|come)")
_NOUN_BEFORE = pattern(r"\b[a-z]{5,}\s*$")
_ALL = pattern(r"\s*(?:all|any)\s*")
_GOODS_NEXT = pattern(r"\s*(?!of\b|the\b|other\b|following\b|but\b)[\"']?[^\W\d_]{3,}")
_WHEN = pattern(r"\s*(?:when|if)\s*")
_MEASURED = pattern(r"\s*(?:tested|measured|determined|evaluated|calculated)\b")
_QUANTITY = pattern(r"\s*(?:an?\s+)?(?:temperature|pressure|frequency|wavelength|voltage|speed)s?\s+of\s*")
_AT = pattern(r"\b(?:at|to|above|below|of)\s*(?:an?\s*)?$")
_FIGURE_NEXT = pattern(r"\s*(?:<(?:limit|gone|come)|[-±]?\d)")
_PAIRS = (
    (_MADE, None, _OF_WHAT), (_LEVEL, _NOUN_BEFORE, _LIMIT_NEXT), (_WHEN, None, _MEASURED),
    (_QUANTITY, _AT, _FIGURE_NEXT),
)  # fmt: skip
"""Words, what must stand before them, and what behind them."""
_LONGEST = 24
"""Characters of such words."""


def says_no_more(words: str, before: str, after: str) -> bool:
    """Whether words put in between `before` and `after` say what is said there anyway."""
    if len(words) > _LONGEST:
        return False
    lower = words.lower()
    return any(
        said.fullmatch(lower) and behind.match(after) and (ahead is None or ahead.search(before))
        for said, ahead, behind in _PAIRS
    )


def is_all(words: str, after: str) -> bool:
    """Whether words at the head of a clause but say that all goods are meant that it names."""
    return len(words) < _LONGEST and _ALL.fullmatch(words.lower()) is not None and _GOODS_NEXT.match(after) is not None
