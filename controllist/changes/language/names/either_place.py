"""Names that stand in one list of alternatives, but in other places of it, behind or before the same neighbours.

>>> one, other = "saucers, kettles or lids, having a rim", "saucers, lids or teapots, having a rim"
>>> stand_in_one_list(one, (9, 16), other, (17, 24)), stand_in_one_list(one, (0, 7), other, (17, 24))
(True, False)
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

Span = tuple[int, int]

_WORDS = re.compile(r"\w+")
_JOINED_BEHIND = pattern(r"\s*(?:,|\b(?:or|and)\b)", re.IGNORECASE)
_JOINED_BEFORE = pattern(r"(?:,|\b(?:or|and))\s+$", re.IGNORECASE)
_JOINTS = frozenset({"or", "and"})
_SEEN = 160
"""Characters on each side of a name in which its neighbours are looked for."""
_BETWEEN = 8
"""The most words between the two places."""
_AROUND = 2
"""Words on each side of the two places that have to be the same."""


def stand_in_one_list(one: str, place: Span, other: str, there: Span) -> bool:
    """Whether what stands between two places and around them is the same in both texts."""
    return _passes(one, place, other, there) or _passes(other, there, one, place)


def _passes(one: str, place: Span, other: str, there: Span) -> bool:
    """The same, where the first name stands before what is between, and the second one behind it."""
    if not (_JOINED_BEHIND.match(one, place[1]) and _JOINED_BEFORE.search(other[max(0, there[0] - 8) : there[0]])):
        return False
    before, behind = _around(one, place)
    passed, follows = _around(other, there)
    return any(
        passed[-count:] == behind[:count]
        and passed[:-count][-_AROUND:] == before[-_AROUND:]
        and behind[count:][:_AROUND] == follows[:_AROUND]
        for count in range(1, min(_BETWEEN, len(behind), len(passed)) + 1)
    )


def _around(text: str, place: Span) -> tuple[list[str], list[str]]:
    """The words before a place and behind it, but for what joins the members of a list."""
    sides = text[max(0, place[0] - _SEEN) : place[0]], text[place[1] : place[1] + _SEEN]
    before, behind = ([word for word in _WORDS.findall(side.lower()) if word not in _JOINTS] for side in sides)
    return before, behind
