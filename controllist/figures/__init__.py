"""What a clause says in figures: thresholds, units, chemical numbers, cross-references, defined terms.

Pure functions over one clause of text; every result is a fact that may be published, never a sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from controllist.figures.chemicals import cas_numbers, is_cas_number
from controllist.figures.numbers import Number, read_number
from controllist.figures.references import references, resolve, resolve_range
from controllist.figures.remarks import Reserved, excludes, expiry, reserved
from controllist.figures.terms import global_terms, local_terms, terms
from controllist.figures.thresholds import thresholds
from controllist.figures.units import normal_unit
from controllist.model import Threshold


class Figures(NamedTuple):
    """All that one clause says in figures. `terms` holds local terms in single marks, global ones bare."""

    thresholds: tuple[Threshold, ...] = ()
    refs: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()


def figures_of(text: str, language: str = "en", *, within: str = "") -> Figures:
    """The figures of one clause; `within` is the code of the item it stands in."""
    if not text:
        return Figures()
    return Figures(
        thresholds(text, language), references(text, within=within), terms(text, language), cas_numbers(text)
    )


__all__ = [
    "Figures", "Number", "Reserved", "cas_numbers", "excludes", "expiry", "figures_of", "global_terms", "is_cas_number",
    "local_terms", "normal_unit", "read_number", "references", "reserved", "resolve", "resolve_range", "terms",
    "thresholds",
]  # fmt: skip
