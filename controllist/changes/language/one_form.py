"""Two texts in one form, before they are compared, where sources print or order the same words in two ways."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.isotopes import with_isotopes
from controllist.changes.language.plain import plain
from controllist.changes.language.print_slips import SLIPS, without_slips
from controllist.changes.language.synonyms import is_german
from controllist.changes.language.word_order import ORDERS, in_one_order
from controllist.figures.thresholds import thresholds
from controllist.model import Threshold

Limits = Sequence[tuple[Threshold, ...]]


def in_one_form(texts: Sequence[str], limits: Limits) -> tuple[list[str], list[tuple[Threshold, ...]]]:
    """Two plain texts and their limits in one form; the limits of a text that changed are those that it states now."""
    if texts[0] == texts[1] or not all(texts) or not _holds_any("\n".join(texts), _HINTS):
        return list(texts), list(limits)
    apart = "\n".join(unlike(*texts))
    meant = list(map(without_slips, texts)) if _holds_any(apart, SLIPS) else list(texts)
    are_new = [one != text for one, text in zip(meant, texts, strict=True)]
    told = list(map(with_isotopes, meant)) if _holds_any(apart, _SIGNS) else meant
    if any(are_new) or _holds_any(apart, ORDERS):
        told = in_one_order(told)
    return told, [_stated(*one) for one in zip(texts, told, limits, are_new, strict=True)]


_SIGNS = ("⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "( ", "(1", "(2", "(3", "(6", "(9")
_HINTS = (*SLIPS, *ORDERS, *_SIGNS)
"""Where none of these stands in what two texts do not share, they have one form already."""
_BESIDE = 40
"""Characters beside what differs that may belong to it."""


def _holds_any(said: str, hints: Sequence[str]) -> bool:
    return any(map(said.__contains__, hints))


def unlike(one: str, other: str) -> tuple[str, str]:
    """Two texts without what they begin and end with alike, but for some characters beside what differs."""
    most = min(len(one), len(other))
    begin = max(0, _shared(one, other, most) - _BESIDE)
    end = max(0, _shared(one[::-1], other[::-1], most) - _BESIDE)
    return one[begin : len(one) - end], other[begin : len(other) - end]


def _shared(one: str, other: str, most: int) -> int:
    """How many characters two texts begin with alike."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if one[:middle] == other[:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _stated(text: str, said: str, limits: tuple[Threshold, ...], is_new: object) -> tuple[Threshold, ...]:
    """The limits of a text that may say them in other words now."""
    if text == said or not (is_new or any(plain(one.raw) not in said for one in limits)):
        return limits
    return thresholds(said, "de" if is_german(said) else "en")
