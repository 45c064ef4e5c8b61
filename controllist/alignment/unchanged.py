"""What stands in both editions word for word in its place: subtrees that no pass needs to ask about.

Most of an edition is the last one's text. Such subtrees are found by comparing slices of what makes up the nodes; they
are paired as the passes would pair them, which then number and compare the rest alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from controllist.alignment.forest import ROOT, Tree


class Unchanged(NamedTuple):
    """A subtree that stands in both editions, with those behind it that do: their positions in either tree.

    All of them stand under the same node.
    """

    old: range
    new: range


def unchanged_subtrees(old: Tree, new: Tree, judged: tuple[Set[int], Set[int]]) -> list[Unchanged]:
    """The largest subtrees that are the same in both editions, under headings and items that kept id and words, those
    that follow one another together.

    None that anybody judged, and none at all where nodes have no words.
    """
    if not old.has_texts or not new.has_texts:
        return []
    return [*_unchanged(old, new, judged)]


def _unchanged(old: Tree, new: Tree, judged: tuple[Set[int], Set[int]]) -> Iterator[Unchanged]:
    waiting = [(range(ROOT, len(old.nodes)), range(ROOT, len(new.nodes)))]
    for above, above_new in waiting:
        partners = {new.ids[one[0]]: one for one in _parts(new, above_new)}
        run = Unchanged(range(0), range(0))
        for part in _parts(old, above):
            partner = partners.get(old.ids[part[0]])
            if partner is None or _is_judged(part, judged[0]) or _is_judged(partner, judged[1]):
                continue
            if _say_the_same(old, part, new, partner):
                if run.old.stop == part.start and run.new.stop == partner.start:
                    run = Unchanged(range(run.old.start, part.stop), range(run.new.start, partner.stop))
                    continue
                if run.old:
                    yield run
                run = Unchanged(part, partner)
            elif len(part) > 1 and len(partner) > 1 and _opens_the_same(old, part[0], new, partner[0]):
                waiting.append((part, partner))
        if run.old:
            yield run


def _is_judged(part: range, judged: Set[int]) -> bool:
    return bool(judged) and not judged.isdisjoint(part)


def _parts(tree: Tree, subtree: range) -> list[range]:
    """The subtrees of the children of a node, whose own subtree is given; none if a child stands outside of it."""
    below = tree.below(subtree.start)
    return [*map(range, below, [*below[1:], subtree.stop])] if below and below[-1] < subtree.stop else []


def _say_the_same(old: Tree, part: range, new: Tree, partner: range) -> bool:
    """Whether two subtrees have the same nodes with the same words."""
    if len(part) != len(partner):
        return False
    if old.facets[part.start : part.stop] != new.facets[partner.start : partner.stop]:
        return False
    return _is_whole(old, part) and _is_whole(new, partner)


def _is_whole(tree: Tree, part: range) -> bool:
    """Whether all that stands below the first of some nodes is among them, and nothing else."""
    if len(part) == 1:
        return not tree.children[part.start]
    children = sum(map(len, tree.children[part.start : part.stop]))
    return children == len(part) - 1 and min(tree.parent[part.start + 1 : part.stop]) >= part.start


def _opens_the_same(old: Tree, at: int, new: Tree, to: int) -> bool:
    """Whether two nodes of one id are headings, or say the same themselves."""
    is_heading = old.family[at] == new.family[to] == "heading"
    return is_heading or old.facets[at] == new.facets[to]
