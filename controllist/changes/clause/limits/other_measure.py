"""A limit on one quantity in the place of a limit on quite another: neither takes in what the other does.

>>> of_other_quantity("stress less than 3 MPa", "density of greater than 2 g/cm³")
True
>>> of_other_quantity("frequency exceeding 3 GHz", "wavelength less than 10 cm")
False
"""

from __future__ import annotations

import re

from controllist.changes.clause.limits.limits import limits_of
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.quantities import dimension_of
from controllist.changes.records import Effect
from controllist.figures import figures_of
from controllist.model import Threshold
from controllist.patterns import pattern

SIDES_OF_AREA = "sides that bound an area"
_JOINED = pattern(
    r"\b(?:or|and|not|no|oder|und|nicht|when|measured|per)\b|<|\d\s*(?:to|-|–)\s*\d", re.IGNORECASE
)
_TOLD_BY_ANOTHER = tuple(
    frozenset(map(dimension_of, units.split()))
    for units in (
        "m Hz s J", "J W N kg Ns", "m kg", "V J A W", "m rad rad/s s", "kg kg/m³ N", "rpm m/s Hz rad/s",
        "bit s Hz bit/s",
    )
)  # fmt: skip
"""Kinds of measures of which one often is but another way to state the other: a wave's length and its frequency."""
_SHARES = frozenset(map(dimension_of, ("%", "% by weight", "% by volume")))


def of_other_quantity(old: str, new: str) -> bool:
    """Whether both words are one limit and no more, on quantities that nothing turns into one another."""
    if _JOINED.search(old) or _JOINED.search(new):
        return False
    before, after = _only_limit(old), _only_limit(new)
    if before is None or after is None or before.parameter == after.parameter:
        return False
    dimensions = {dimension_of(before.unit), dimension_of(after.unit)}
    return (
        len(dimensions) == 2
        and not dimensions & _SHARES
        and not any(dimensions <= kinds for kinds in _TOLD_BY_ANOTHER)
    )


def _only_limit(words: str) -> Threshold | None:
    found = figures_of(words).thresholds
    return found[0] if len(found) == 1 and found[0].unit and found[0].parameter and not found[0].doubtful else None


def within_area(old: str, new: str) -> Effect | None:
    """What it does that two sides bound a size which an area did, or the reverse; None if that is not certain.

    What is not over 20 cm × 30 cm is not over 600 cm²; not all that is not over 600 cm² is so.
    """
    if _JOINED.search(_NOT_MORE.sub("", old)) or _JOINED.search(_NOT_MORE.sub("", new)):
        return None
    limits = [limits_of(plain(words), figures_of(words).thresholds) for words in (old, new)]
    if any(len(found) != 1 or found[0].threshold.op[0] != "<" or found[0].threshold.doubtful for found in limits):
        return None
    (before,), (after,) = limits
    if len(before.sides) + len(after.sides) != 1:
        return None
    by_sides, by_area = (before, after) if before.sides else (after, before)
    if by_sides.base.dimension != dimension_of("m") or by_area.base.dimension != dimension_of("m²"):
        return None
    if by_sides.base.value * by_sides.sides[0] > by_area.base.value:
        return None
    return "relaxed" if after.sides else "tightened"


_NOT_MORE = pattern(r"\b(?:not|no)\s+(?=(?:to\s+)?(?:exceed|more|greater|larger|over)|larger)", re.IGNORECASE)
