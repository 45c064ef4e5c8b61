"""Lines of an exclusion that went, or came, while the item does not reach their values without them.

"1A001 does not apply to kettles of: a. 1 l to 2 l" takes nothing out of kettles above 2 l: where the line goes in the
step in which the item's limit rises from 1 l to 2 l, its kettles stay uncontrolled.
"""

from __future__ import annotations

import re
from math import inf, nextafter

import msgspec

from controllist.changes.clause.limits.taken_in import lines_of, shown
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.quantities import measure
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.figures.thresholds import thresholds
from controllist.model import Node, Threshold
from controllist.patterns import pattern

OUT_OF_REACH = "its values are outside the limits of the item without it"
_CHOICE = pattern(r"\b(?:or|oder)\b(?=\s*\w)", re.IGNORECASE)
"""A choice within a clause, where no limit is sure to hold for all of it; the "or" at its end joins it to the next."""


def unless_out_of_reach(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of a pair of notes; a line of one of them does nothing where the other edition's item, whatever the
    note takes out of it, begins above the line's values."""
    if not (old.excludes and new.excludes) or evidence.type != "alternative" or evidence.effect in ("none", "unclear"):
        return evidence
    if bool(evidence.old) == bool(evidence.new):
        return evidence
    here, there, tree = (old, new, editions.new) if evidence.old else (new, old, editions.old)
    item = tree.parent_item(there)
    if item is None or not all(is_same_or_below(code, item.code) for code in there.refs):
        return evidence
    lines = [line for line in lines_of(plain(here.text)) if line.startswith(shown(evidence))]
    upper = [one for one in thresholds(lines[0], "en") if _is_upper(one)] if len(lines) == 1 else []
    if not any(map(_CHOICE.search, lines)) and any(_value(one) <= _least(item, one, tree) for one in upper):
        return msgspec.structs.replace(evidence, effect="unclear", note=OUT_OF_REACH)
    return evidence


def _least(item: Node, limit: Threshold, tree: Tree) -> float:
    """The value above which all goods of an item lie, by its own limits, of those above it and of all below."""
    return max([_least_below(item, limit, tree), *[_own_least(above, limit) for above in tree.items_above(item)]])


def _least_below(item: Node, limit: Threshold, tree: Tree) -> float:
    below = [_least_below(one, limit, tree) for one in tree.items_below(item.id)]
    among = (max if tree.logic(item) == "all" else min)(below) if below else -inf
    return max(_own_least(item, limit), among)


def _own_least(item: Node, limit: Threshold) -> float:
    """The lowest limit of an item's own words; none where they leave a choice."""
    if _CHOICE.search(item.text):
        return -inf
    return max([-inf, *[_lower(one) for one in item.thresholds if _is_of_one_quantity(one, limit)]])


def _is_upper(limit: Threshold) -> bool:
    return limit.op in ("<", "<=") and not limit.doubtful and not isinstance(limit.value, tuple)


def _is_of_one_quantity(one: Threshold, other: Threshold) -> bool:
    return one.parameter == other.parameter and measure(0, one.unit).dimension == measure(0, other.unit).dimension


def _lower(limit: Threshold) -> float:
    """What a limit leaves out from below: all up to its value, or all below it."""
    if limit.doubtful or limit.op not in (">", ">=") or isinstance(limit.value, tuple):
        return -inf
    return _value(limit) if limit.op == ">" else nextafter(_value(limit), -inf)


def _value(limit: Threshold) -> float:
    """The one value of a limit in the unit of its quantity."""
    return measure(limit.value, limit.unit).value if not isinstance(limit.value, tuple) else inf
