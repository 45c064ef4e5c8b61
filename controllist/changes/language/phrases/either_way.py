"""Phrases that leave it open whether goods have something: with them as many goods are meant as without.

>>> is_left_open(" with or without lids", " "), is_left_open("whether or not painted", "")
(True, True)
>>> is_left_open("with or without", " lids")
False
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_OPEN = pattern(
    r"[\s,(]*(?:with\s+or\s+without|whether(?=\s[^;:<>(),]*\sor\s)|whether\s+or\s+not|regardless\s+of|irrespective\s+of|independent(?:ly)?\s+of)\s+"
    r"(?:(?!\b(?:having|except|other\s+than|provided|if|when|designed|capable|specially)\b)[^;:<>(),]){3,60}[\s,)]*",
    re.IGNORECASE,
)
_GOES_ON = pattern(r"\s*[\"']?\w")
_STARTS = ("with or", "whether", "regardless", "irrespective", "independent")
"""Without one of these there is no such phrase."""


_KIND = r"[^\W\d_][\w-]*(?:\s[\w-]+){0,2}"
_TAIL = pattern(rf",\s+whether\s+{_KIND}\s+or\s+{_KIND}(?=\s*(?:[,;]|$))", re.IGNORECASE)


def without_open_tail(texts: list[str]) -> list[str]:
    """Two plain texts without the words behind a comma in which one of them says that it makes no difference whether
    goods are this or that.

    >>> without_open_tail(["Pots of 3 l or more", "Pots of 3 l or more, whether fixed or mobile"])
    ['Pots of 3 l or more', 'Pots of 3 l or more']
    """
    if ("whether " in texts[0]) == ("whether " in texts[1]):
        return texts
    return [_TAIL.sub("", text) for text in texts]


def is_left_open(words: str, after: str) -> bool:
    """Whether words say, and say no more, that something makes no difference. What goes on with another word may be
    the name of what they speak of."""
    lower = words.lower()
    if not any(map(lower.__contains__, _STARTS)) or not _OPEN.fullmatch(words):
        return False
    return words.rstrip().endswith(",") or _GOES_ON.match(after) is None
