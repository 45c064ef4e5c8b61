"""Numbers given up that say where their goods stand now: `1A001.c Not used. N.B. For kettles, see 1A004.a`.

What stood under such a number went where it says, if that is a number which the other edition has not: to nothing
else, and to that one if nothing else became it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import compress, count
from typing import NamedTuple

from controllist.alignment.divisions import Division
from controllist.alignment.forest import ROOT, Tree
from controllist.alignment.matching import Matching
from controllist.alignment.siblings import descend


class Pointer(NamedTuple):
    """The node whose number the other edition keeps empty, and the nodes of that edition which it names."""

    place: int
    goals: tuple[int, ...]
    turned: bool
    """Whether the place is one of the new tree, and the goals are of the old."""

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs that the pointer speaks for, the old node first."""
        return [(goal, self.place) if self.turned else (self.place, goal) for goal in self.goals]


def follow_pointers(matching: Matching) -> list[Pointer]:
    """Forbid what stood under numbers given up to go anywhere but where these say; where that is."""
    found = [*_pointers(matching.old, matching.new, turned=False), *_pointers(matching.new, matching.old, turned=True)]
    if found:
        sides = (matching.old, matching.new, matching.left()[1]), (matching.new, matching.old, matching.left()[0])
        for pointer in found:
            tree, other, free = sides[pointer.turned]
            goals = {*_subtrees(other, pointer.goals)}
            barred = [(at, to) for at in _subtrees(tree, (pointer.place,)) for to in free if to not in goals]
            matching.forbidden.update([(to, at) for at, to in barred] if pointer.turned else barred)
    return found


def _pointers(tree: Tree, other: Tree, *, turned: bool) -> Iterator[Pointer]:
    for to in compress(count(), other.reserved):
        at = tree.position.get(other.ids[to], ROOT)
        if at != ROOT and not tree.reserved[at] and (goals := _pointed_at(tree, other, to)):
            yield Pointer(at, goals, turned)


def _pointed_at(tree: Tree, other: Tree, to: int) -> tuple[int, ...]:
    """The numbers of the other edition alone to which one kept empty points; none if it points to older ones too."""
    beside = [other.nodes[child] for child in other.children[to] if other.nodes[child].kind == "nota-bene"]
    named = {ref for node in (other.nodes[to], *beside) for ref in node.refs} - {other.ids[to]}
    if any(ref in tree.position for ref in named):
        return ()
    return tuple(sorted(other.position[ref] for ref in named if ref in other.position))


def _subtrees(tree: Tree, tops: tuple[int, ...] | list[int]) -> Iterator[int]:
    """Nodes with all that stands below them."""
    for top in tops:
        yield top
        yield from _subtrees(tree, tree.children[top])


def pair_pointed_at(matching: Matching, pointers: list[Pointer]) -> None:
    """Pair items left over with the one at which they point, if nothing else points at it."""
    for (at, to), alone in _still_free(matching, pointers).items():
        if alone and matching.may_pair(at, to):
            matching.pair(at, to, "moved", matching.comparing.similarity(at, to) or 0.0)
            descend(matching, at, to)


def gathered(matching: Matching, pointers: list[Pointer], *, old_is_whole: bool) -> list[Division]:
    """The items left over at which several numbers given up point: those were merged into it, or seen the other way
    it was split."""
    parts: dict[int, list[int]] = {}
    for pair, alone in _still_free(matching, pointers, turned=old_is_whole).items():
        if not alone:
            parts.setdefault(pair[not old_is_whole], []).append(pair[old_is_whole])
    return [
        Division(whole, tuple(sorted(found)), _share(matching, whole, found, old_is_whole))
        for whole, found in parts.items() if len(found) > 1
    ]


def _share(matching: Matching, whole: int, parts: list[int], old_is_whole: bool) -> float:
    """The share of the whole's words, by what they tell, that its parts say."""
    sides = (matching.old, matching.new) if old_is_whole else (matching.new, matching.old)
    words, told = matching.comparing.words(sides[0].nodes[whole].text)
    said: Counter[str] = Counter()
    for part in parts:
        said |= matching.comparing.words(sides[1].nodes[part].text)[0]
    return round(matching.comparing.told_by_both(words, said) / (told or 1.0), 4)


def _still_free(
    matching: Matching, pointers: list[Pointer], *, turned: bool | None = None
) -> dict[tuple[int, int], bool]:
    """The pairs for which pointers speak and of which both nodes are left over; whether either has no other such."""
    spoken_for = [pair for one in pointers if turned in (None, one.turned) for pair in one.pairs()]
    free = [pair for pair in spoken_for if matching.may_pair(*pair)]
    olds, news = Counter(at for at, _ in free), Counter(to for _, to in free)
    return {(at, to): olds[at] == news[to] == 1 for at, to in free}
