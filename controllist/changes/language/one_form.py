"""Two texts in one form, before they are compared, where sources print or order the same words in two ways."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.isotopes import with_isotopes
from controllist.changes.language.plain import plain
from controllist.changes.language.print_slips import without_slips
from controllist.changes.language.synonyms import is_german
from controllist.changes.language.word_order import in_one_order
from controllist.figures.thresholds import thresholds
from controllist.model import Threshold

Limits = Sequence[tuple[Threshold, ...]]


def in_one_form(texts: Sequence[str], limits: Limits) -> tuple[list[str], list[tuple[Threshold, ...]]]:
    """Two plain texts and their limits in one form; the limits of a text that changed are those that it states now."""
    if texts[0] == texts[1] or not all(texts):
        return list(texts), list(limits)
    meant = [without_slips(text) for text in texts]
    told = in_one_order(list(map(with_isotopes, meant)))
    are_new = [one != text for one, text in zip(meant, texts, strict=True)]
    return told, [_stated(*one) for one in zip(texts, told, limits, are_new, strict=True)]


def _stated(text: str, said: str, limits: tuple[Threshold, ...], is_new: object) -> tuple[Threshold, ...]:
    """The limits of a text that may say them in other words now."""
    if text == said or not (is_new or any(plain(one.raw) not in said for one in limits)):
        return limits
    return thresholds(said, "de" if is_german(said) else "en")
