"""Ranges that an entry divides among its items: where one ends, the next goes on."""

from __future__ import annotations

from controllist.changes.language.text.quantities import Measure, comparable, measure
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.mirrors.traced import Traced
from controllist.model import Node, Threshold


def divides_range(evidence: Evidence, node: Node, there: Node, regime: Traced, mirror: Traced) -> bool:
    """Whether the limit that differs is the end of a range at which a neighbour goes on, in either list.

    Then what one item leaves out the other takes, and the two items alone do not tell who controls more. A range
    without an upper end, the last one, tells by itself: it adds to those before it.
    """
    if not _has_upper_end(evidence.old, node) and not _has_upper_end(evidence.new, there):
        return False
    return _goes_on(evidence.old, node, regime) or _goes_on(evidence.new, there, mirror)


def _has_upper_end(stated: str, node: Node) -> bool:
    """Whether the limit is an upper end, or its node states one for the same kind of quantity."""
    own = [limit for limit in node.thresholds if _said(limit) == stated]
    kinds = {first.dimension for limit in own for _, first in _ends(limit)}
    ends = (end for limit in node.thresholds for end in _ends(limit))
    return any(way == "<" and measured.dimension in kinds for way, measured in ends)


def _goes_on(stated: str, node: Node, side: Traced) -> bool:
    own = [limit for limit in node.thresholds if _said(limit) == stated]
    labels = node.code.split(".")
    near = ".".join(labels[:2] if len(labels) > 2 else labels[:1])
    for other in side.stating_limits(entry_of(node.code)):
        if other.id == node.id or not f"{other.code}.".startswith(f"{near}."):
            continue
        if any(_meet(limit, there) for limit in own for there in other.thresholds):
            return True
    return False


def _said(limit: Threshold) -> str:
    value = limit.value
    said = f"{value[0]:g} to {value[1]:g}" if isinstance(value, tuple) else f"{limit.op} {value:g}"
    return f"{said} {limit.unit}".strip()


def _meet(one: Threshold, other: Threshold) -> bool:
    """Whether one limit ends from below where the other begins, or the reverse."""
    return any(
        {way, there} == {"<", ">"} and comparable(first, second) and first.value == second.value
        for way, first in _ends(one) for there, second in _ends(other)
    )  # fmt: skip


def _ends(limit: Threshold) -> list[tuple[str, Measure]]:
    """The ends of a limit's range, each with the way that values are held back there."""
    value = limit.value
    if isinstance(value, tuple):
        return [(">", measure(value[0], limit.unit)), ("<", measure(value[1], limit.unit))]
    return [(limit.op[0], measure(value, limit.unit))]
