"""The values that ways to be controlled leave to each quantity, and whether several ways together hold all of one.

>>> width, height = ("width", (("m", 1.0),)), ("height", (("m", 1.0),))
>>> parts = [{width: (1.0, 3.0), height: (0.0, 5.0)}, {width: (3.0, inf)}]
>>> has_gap({width: (1.0, inf)}, parts), has_gap({width: (1.0, inf), height: (1.0, 4.0)}, parts)
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, product
from math import inf

from controllist.changes.language.text.quantities import Dimension, measure
from controllist.model import Threshold

Quantity = tuple[str, Dimension]
"""The last word of a quantity's name and its dimension."""
Box = Mapping[Quantity, tuple[float, float]]
"""The lowest and the highest value of each quantity that is limited."""
_MOST = 400
"""Places that are looked at to find a gap."""


def box_of(limits: Iterable[Threshold]) -> Box | None:
    """The values that some limits leave, all of which count; None where that is not certain, or nothing is left."""
    box: dict[Quantity, tuple[float, float]] = {}
    for limit in limits:
        if limit.doubtful:
            return None
        low, high = limit.value if isinstance(limit.value, tuple) else (limit.value, limit.value)
        least, most = measure(low, limit.unit), measure(high, limit.unit)
        key = (limit.parameter.rpartition(" ")[2], least.dimension)
        ends = (-inf if limit.op[0] == "<" else least.value, inf if limit.op[0] == ">" else most.value)
        known = box.get(key, (-inf, inf))
        box[key] = (max(ends[0], known[0]), min(ends[1], known[1]))
    return box if all(low <= high for low, high in box.values()) else None


def has_gap(whole: Box, parts: Sequence[Box]) -> bool | None:
    """Whether some boxes leave out values of another one; what else is asked is not looked at. None if not certain."""
    if not _are_told_apart([whole, *parts]):
        return None
    quantities = sorted({quantity for part in parts for quantity in part})
    places = [_places(whole.get(one, (-inf, inf)), [part[one] for part in parts if one in part]) for one in quantities]
    count = 1
    for some in places:
        count *= len(some)
    if not 0 < count <= _MOST:
        return None
    return any(
        not any(all(one not in part or _lies_in(at[one], part[one]) for one in quantities) for part in parts)
        for at in (dict(zip(quantities, place, strict=True)) for place in product(*places))
    )


def _are_told_apart(boxes: Sequence[Box]) -> bool:
    """Whether quantities of one dimension stand together in a box: else they may be one under two names."""
    names: dict[Dimension, set[str]] = {}
    for name, dimension in (quantity for box in boxes for quantity in box):
        names.setdefault(dimension, set()).add(name)
    return all(
        len(some) == 1 or any(all((name, dimension) in box for name in some) for box in boxes)
        for dimension, some in names.items()
    )


def _places(within: tuple[float, float], parts: Iterable[tuple[float, float]]) -> list[float]:
    """A value in each stretch between the ends of some bands, as far as another band has it."""
    low, high = within
    ends = sorted({end for part in parts for end in part if low < end < high} | {low, high})
    return [_between(start, stop) for start, stop in pairwise(ends)] or [low]


def _between(low: float, high: float) -> float:
    if low == -inf:
        return 0.0 if high == inf else high - abs(high) - 1
    return low + abs(low) + 1 if high == inf else (low + high) / 2


def _lies_in(value: float, band: tuple[float, float]) -> bool:
    return band[0] <= value <= band[1]
