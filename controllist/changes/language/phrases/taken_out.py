"""Notes that take goods out of control: their clause without the words that do so, and the way it then counts.

>>> outside(["1A001 does not apply to toys", "1A001 does not apply to toys or models"], True, 1)
(['1A001 applies to toys', '1A001 applies to toys or models'], -1)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.text.clauses import Polarity
from controllist.changes.language.text.spotted import found_near
from controllist.patterns import pattern

_EXCLUDES = pattern(
    r"\b(?:(?:do|does)\s+not\s+(?:apply\s+to|apply|control|include|restrict|specify)|(?:is|are)\s+not\s+controlled|not\s+be\s+controlled)\b"
    r"|\b(?:erfass(?:t|en)|gilt|gelten)\s+(?:nicht|keine?)\b|\bschließ(?:t|en)\s+nicht\s+ein\b",
    re.IGNORECASE,
)
_AGAIN = pattern(
    r"\b(?:however|nevertheless|remains?|still|appl(?:y|ies)\s+only|only\s+appl(?:y|ies)|jedoch|gleichwohl)\b",
    re.IGNORECASE,
)
_NOT_UNLESS = pattern(r"\b(?:not|nicht|keine?)\b[^.;]*\b(?:unless|es\s+sei\s+denn)\b", re.IGNORECASE)
_PARTS_OF_AGAIN = ("however", "nevertheless", "remain", "still", "only", "jedoch", "gleichwohl")
DETERMINED = pattern(
    r"\bstatus\s+of\b.*\bis\s+determined\s+by\s+the\s+(?:control\s+)?status\s+of\b", re.IGNORECASE | re.DOTALL
)
"""A note that lets goods follow other goods takes them out of the control that names them."""
_FIRST_SENTENCE = pattern(r"(?:[^.;]|[.](?!\s+[A-Z\"(]|$))*")
OTHER_WAY: dict[Polarity, Polarity] = {1: -1, -1: 1, 0: 0}


def outside(texts: list[str], excluding: bool, way: Polarity) -> tuple[list[str], Polarity]:
    """The texts of two notes without the words that take goods out, and the way they count without them."""
    if all("status" in text.lower() and DETERMINED.search(text) for text in texts):
        return texts, OTHER_WAY[way]
    if not excluding:
        return texts, way
    found = [match if (match := _EXCLUDES.search(text)) and _leads(text, match.start()) else None for text in texts]
    if not any(found):
        return texts, way
    bare = [
        text[: match.start()] + "applies to" + text[match.end() :] if match else text
        for text, match in zip(texts, found, strict=True)
    ]
    if bool(found[0]) != bool(found[1]) or not _same_from_there(bare):
        return bare, 0
    return bare, OTHER_WAY[way] if all(found) else way


_SUBJECT = pattern(
    r"\W*(?:(?!(?:that|which|who|if|when|where|whether|unless|even|die|der|das|wenn)\b)[\w().'\"-]+\s+){1,6}"
    r"(?:(?:do|does|shall)\s+not\s+(?:apply|control|include|specify)|(?:erfass(?:t|en)|gilt|gelten)\s+(?:nicht|keine?))\b",
    re.IGNORECASE,
)
"""A short subject with a verb that takes out, at the beginning of a text."""


def takes_out(text: str) -> bool:
    """Whether the main verb of a plain text takes what follows out of control.

    >>> takes_out("Part 1 does not include toys"), takes_out("Kettles that do not include a lid")
    (True, False)
    """
    return _SUBJECT.match(text) is not None


def _same_from_there(texts: Sequence[str]) -> bool:
    """Whether what turns an exclusion round once more, with all behind it, is the same in both texts."""
    rests = [text[_again(text) :] for text in texts]
    return rests[0] == rests[1]


def _again(text: str) -> int:
    """Where the words begin that turn an exclusion round once more; the end of the text if there are none."""
    lower = text.lower()
    found = [next(found_near(_AGAIN, text, _PARTS_OF_AGAIN), None)]
    found += [_NOT_UNLESS.search(text)] if "unless" in lower or "denn" in lower else []
    return min([match.start() for match in found if match], default=len(text))


def _leads(text: str, at: int) -> bool:
    """Whether a place stands in the first sentence of a text."""
    first = _FIRST_SENTENCE.match(text)
    return first is not None and at < first.end()
