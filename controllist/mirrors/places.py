"""Items that the alignment left alone and that stand at the same place: same code, same parent, nothing against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from controllist.changes.language.text.quantities import dimension_of
from controllist.mirrors.linking import Links
from controllist.mirrors.parts import contained
from controllist.mirrors.records import Correspondence
from controllist.mirrors.rules import MirrorRules, regime_code
from controllist.mirrors.traced import Traced
from controllist.model import Node

ALIKE = 0.6
"""The share of words, figures left out, that two items of one language at one place must have in common."""
_FIGURE = re.compile(r"\d[\d.,]*(?:\s\d{3})*")


def in_place(
    regime: Traced, mirror: Traced, rules: MirrorRules, links: Links, free: tuple[set[str], set[str]],
    forbidden: Set[tuple[str, str]],
) -> Iterator[Correspondence]:  # fmt: skip
    """Links of free nodes (ids of the regime's and of the mirror's) at one place, from above downwards.

    `forbidden` are the lineages that people decided are not the same.
    """
    at_code = {n.code: n for n in regime.edition.nodes if n.id in free[0] and n.kind == "item" and n.status == "active"}
    partners = links.partners(regime, mirror)
    taken = {there: here for here, there in partners.items()}
    for node in mirror.edition.nodes:
        if node.id not in free[1] or node.id in taken or node.kind != "item" or node.status != "active":
            continue
        there = at_code.get(regime_code(node.code, rules))
        if there is None or there.id in partners or taken.get(node.parent) != there.parent:
            continue
        if (regime.lineages[there.id], mirror.lineages[node.id]) in forbidden:
            continue
        if not _may_be_same(there, node, same_language=regime.language == mirror.language):
            continue
        partners[there.id] = node.id
        taken[node.id] = there.id
        at = (regime.date, mirror.date)
        yield Correspondence(regime.lineages[there.id], mirror.lineages[node.id], "same", "place", 0.0, at)


def _may_be_same(one: Node, other: Node, *, same_language: bool) -> bool:
    if same_language:
        first, second = (_FIGURE.sub("", node.text) for node in (one, other))
        return min(contained(first, second), contained(second, first)) >= ALIKE
    if one.cas and other.cas and not {*one.cas} & {*other.cas}:
        return False
    dimensions = [{dimension_of(limit.unit) for limit in node.thresholds} for node in (one, other)]
    return not all(dimensions) or bool(dimensions[0] & dimensions[1])
