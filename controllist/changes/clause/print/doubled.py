"""Headings that a source prints twice, the second time behind their code: "Kettles, nes. 1A001 Kettles, nes."

>>> without_double("Kettles above 2 x 10 3 l. 1A001 Kettles above 2 x 10³ l.", "1A001")
'Kettles above 2 x 10 3 l.'
>>> without_double("Kettles as 1A001 kettles above 3 l", "1A001")
'Kettles as 1A001 kettles above 3 l'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from controllist.model import Threshold

_LEAST = 12
"""So many letters and figures make a heading that nobody says twice on purpose."""


def without_double(text: str, code: str) -> str:
    """A plain text without its own repetition behind the item's code; figures set high or low count as the same."""
    if not code or len(code) < 3 or f" {code} " not in text:
        return text
    head, _, again = text.partition(f" {code} ")
    said = _letters(head)
    return head if len(said) >= _LEAST and said == _letters(again) else text


def thresholds_in(text: str, thresholds: Sequence[Threshold]) -> tuple[Threshold, ...]:
    """The limits of a text that was printed twice, each of them once: those that its first half states."""
    said = _letters(text)
    found = {_letters(one.raw): one for one in reversed(thresholds) if _letters(one.raw) in said}
    return tuple(one for one in thresholds if found.get(_letters(one.raw)) is one)


def kept_limits(limits: Sequence[Threshold], phrase: str, rest: str) -> list[Threshold]:
    """The limits of a text without those that only a phrase of it states."""
    gone, stays = thresholds_in(phrase, limits), thresholds_in(rest, limits)
    return [one for one in limits if one not in gone or one in stays]


def _letters(text: str) -> str:
    """The letters and figures of a text alone, in one form."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
