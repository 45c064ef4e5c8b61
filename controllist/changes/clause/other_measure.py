"""A limit on one quantity in the place of a limit on quite another: neither takes in what the other does.

>>> of_other_quantity("stress less than 3 MPa", "density of greater than 2 g/cm³")
True
>>> of_other_quantity("frequency exceeding 3 GHz", "wavelength less than 10 cm")
False
"""

from __future__ import annotations

import re

from controllist.changes.language.quantities import dimension_of
from controllist.figures import figures_of
from controllist.model import Threshold
from controllist.patterns import pattern

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
