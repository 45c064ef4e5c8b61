"""Two texts in one form, before they are compared, where sources print or order the same words in two ways."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.print.formed_of import FORMS, formed_alike
from controllist.changes.language.print.isotopes import with_isotopes
from controllist.changes.language.print.print_slips import SLIPS, without_slips
from controllist.changes.language.print.word_order import ORDERS, in_one_order
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.synonyms import is_german
from controllist.changes.language.text.unlike import unlike
from controllist.figures.thresholds import thresholds
from controllist.model import Threshold

Limits = Sequence[tuple[Threshold, ...]]


def in_one_form(texts: Sequence[str], limits: Limits) -> tuple[list[str], list[tuple[Threshold, ...]]]:
    """Two plain texts and their limits in one form; the limits of a text that changed are those that it states now."""
    if texts[0] == texts[1] or not all(texts):
        return list(texts), list(limits)
    differing = "\n".join(unlike(*texts))
    if not _may_have_forms(differing):
        return list(texts), list(limits)
    meant = list(map(without_slips, texts)) if _holds_any(differing, SLIPS) else list(texts)
    are_new = [one != text for one, text in zip(meant, texts, strict=True)]
    told = list(map(with_isotopes, meant)) if _holds_any(differing, _SIGNS) else meant
    if any(are_new) or _holds_any(differing, ORDERS):
        told = in_one_order(told)
    if _holds_any(differing, FORMS):
        told = formed_alike(told)
    return told, [_stated(*one) for one in zip(texts, told, limits, are_new, strict=True)]


_RAISED = ("⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹")
_IN_BRACKETS = ("( ", "(1", "(2", "(3", "(6", "(9")
_SIGNS = (*_RAISED, *_IN_BRACKETS)
_HINTS = (*SLIPS, *ORDERS, *FORMS)


def _may_have_forms(said: str) -> bool:
    """Whether anything stands in what two texts do not share that may have several forms."""
    return (
        _holds_any(said, _HINTS)
        or (not said.isascii() and _holds_any(said, _RAISED))
        or ("(" in said and _holds_any(said, _IN_BRACKETS))
    )


def _holds_any(said: str, hints: Sequence[str]) -> bool:
    return any(map(said.__contains__, hints))


def _stated(text: str, said: str, limits: tuple[Threshold, ...], is_new: object) -> tuple[Threshold, ...]:
    """The limits of a text that may say them in other words now."""
    if text == said or not (is_new or any(plain(one.raw) not in said for one in limits)):
        return limits
    return thresholds(said, "de" if is_german(said) else "en")
