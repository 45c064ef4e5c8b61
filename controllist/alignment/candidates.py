"""Which nodes are worth comparing where there are too many to compare all: those that share uncommon words."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Sequence

from controllist.alignment.forest import Tree, facts_of
from controllist.alignment.matching import Matching

PARTNERS = 4
"""Likely partners weighed for a node."""
UNCOMMON = 24
"""A word that stands in more of the nodes than this finds nobody."""
_WHOLE = math.lcm(*range(1, UNCOMMON + 1))
"""The weight of a word that stands in one node. Its shares are whole numbers: their sum is the same in any order."""


def likely_partners(matching: Matching, olds: Sequence[int], news: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each old node the new ones with which it shares most uncommon words; the same id, and votes, count too."""
    sought = set[Hashable]().union(*[_marks(matching, matching.old, at) for at in olds])
    index: dict[Hashable, list[int]] = {}
    for to in news:
        for mark in sought.intersection(_marks(matching, matching.new, to)):
            index.setdefault(mark, []).append(to)
    index = {mark: found for mark, found in index.items() if len(found) <= UNCOMMON}
    by_id = {matching.new.nodes[to].id: to for to in news}
    voted: dict[int, list[int]] = {}
    free = set(news)
    for at, to in matching.votes:
        if to in free:
            voted.setdefault(at, []).append(to)
    for at in olds:
        shared: dict[int, int] = {}
        for mark in _marks(matching, matching.old, at):
            if found := index.get(mark):
                weight = _WHOLE // len(found)
                for to in found:
                    shared[to] = shared.get(to, 0) + weight
        best = sorted([(-weight, to) for to, weight in shared.items()])[:PARTNERS]
        same = by_id.get(matching.old.nodes[at].id)
        partners = [to for _, to in best] + voted.get(at, [])
        yield from _once(at, partners if same is None else [*partners, same])


def _once(at: int, partners: Iterable[int]) -> Iterator[tuple[int, int]]:
    for to in dict.fromkeys(partners):
        yield at, to


def _marks(matching: Matching, tree: Tree, at: int) -> Iterable[Hashable]:
    """What a node is looked up by: pairs of following words and words alone, or without words its figures."""
    node = tree.nodes[at]
    if not node.text:
        return facts_of(node)
    return matching.comparing.marks(node.text)
