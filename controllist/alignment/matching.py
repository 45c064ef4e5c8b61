"""The pairs found so far, which every pass adds to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import filterfalse

from controllist.alignment.comparing import Comparing
from controllist.alignment.forest import EXPLAINING, GOODS, ROOT, Tree
from controllist.alignment.result import MatchedBy, Rival

IDENTICAL: tuple[MatchedBy, float, Rival | None] = ("identical", 1.0, None)
"""How pairs within identical subtrees were found."""


class Matching:
    """Two trees, who goes with whom, and how each pair was found. Positions are those of the trees."""

    def __init__(self, old: Tree, new: Tree, comparing: Comparing, forbidden: set[tuple[int, int]]) -> None:
        self.old = old
        self.new = new
        self.comparing = comparing
        self.forbidden = forbidden
        self.new_of: dict[int, int] = {ROOT: ROOT}
        self.old_of: dict[int, int] = {ROOT: ROOT}
        self.how: dict[int, tuple[MatchedBy, float, Rival | None]] = {}
        """How each pair was found, by the old node, but for those of identical subtrees."""
        self.votes: Counter[tuple[int, int]] = Counter()
        """How many nodes below an old and a new node are paired with one another, as far as known before descending."""
        self._made: list[tuple[int, int]] = []
        """The pairs as they were made, those of identical subtrees without what stands below; some may be parted."""
        self._left: tuple[list[int], list[int]] | None = None
        """Nodes among which those are that have no partner yet, in order, once they were asked for."""

    def may_pair(self, at: int, to: int, *, explaining: bool = False) -> bool:
        """Whether both are free, of one family, and nobody decided against it.

        With `explaining` notes, definitions and statements may also pair with one another: terms move between them.
        """
        if at in self.new_of or to in self.old_of or (at, to) in self.forbidden:
            return False
        families = self.old.family[at], self.new.family[to]
        if families[0] != families[1] and not (explaining and EXPLAINING.issuperset(families)):
            return False
        return self.control_alike(at, to)

    def control_alike(self, at: int, to: int) -> bool:
        """Whether both control goods of one group, or software, or technology: the same words about another subject
        are no move."""
        old, new = self.old.subject(at), self.new.subject(to)
        return old == new or not old or not new or (GOODS in (old, new) and len(old) + len(new) == len(GOODS) + 1)

    def pair(self, at: int, to: int, by: MatchedBy, score: float, rival: Rival | None = None) -> None:
        """Record that an old and a new node are the same."""
        self.new_of[at] = to
        self.old_of[to] = at
        self.how[at] = (by, score, rival)
        self._made.append((at, to))

    def settle(self, olds: range, news: range) -> None:
        """Pair two subtrees that are the same in their place, node by node, and let them speak for what is above."""
        self.new_of.update(zip(olds, news, strict=True))
        self.old_of.update(zip(news, olds, strict=True))
        self.vote(self.old.parent[olds.start], self.new.parent[news.start], len(olds))

    def found_by(self, at: int) -> tuple[MatchedBy, float, Rival | None]:
        """How the pair of an old node was found, how alike its words are, and what came second."""
        return self.how.get(at, IDENTICAL)

    def part(self, at: int) -> None:
        """Take back the pair of an old node."""
        to = self.new_of.pop(at)
        del self.old_of[to]
        self.how.pop(at, None)
        for place, tree, left in zip((at, to), (self.old, self.new), self._left or (), strict=False):
            index = bisect_left(left, place)
            if not tree.reserved[place] and left[index : index + 1] != [place]:
                left.insert(index, place)

    def pair_subtrees(self, at: int, to: int) -> int:
        """Pair two identical subtrees node by node; of how many nodes they are."""
        new_of, old_of, old_children, new_children = self.new_of, self.old_of, self.old.children, self.new.children
        self._made.append((at, to))
        subtrees = [(at, to)]
        for old, new in subtrees:
            if old not in new_of and new not in old_of:
                new_of[old] = new
                old_of[new] = old
            if old_children[old]:
                subtrees += zip(old_children[old], new_children[new], strict=True)
        return len(subtrees)

    def vote(self, at: int, to: int, weight: int) -> None:
        """Let what is paired below an old and a new node speak for them, and for the pairs of nodes above them."""
        votes, parent_old, parent_new = self.votes, self.old.parent, self.new.parent
        while at != ROOT and to != ROOT:
            votes[at, to] = votes.get((at, to), 0) + weight
            at, to = parent_old[at], parent_new[to]

    def shared_below(self, at: int, to: int) -> float:
        """The share of what stands below an old and a new node that is paired with one another or equal, 0 to 1."""
        old, new = self.old.children[at], self.new.children[to]
        if not old or not new:
            return 0.0
        paired = 2 * self.votes[at, to] / (self.old.size(at) + self.new.size(to) - 2) if (at, to) in self.votes else 0.0
        before = [self.old.subtree[child] for child in old if not self.old.reserved[child]]
        after = [self.new.subtree[child] for child in new]
        equal = 0 if {*before}.isdisjoint(after) else (Counter(before) & Counter(after)).total()
        return min(max(paired, 2 * equal / (len(old) + len(new))), 1.0)

    @cached_property
    def _best_votes(self) -> tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]]:
        """For each old, and for each new node: the most votes that it has with another one, and that one.

        To be asked for when all votes are cast.
        """
        of_old: dict[int, tuple[int, int]] = {}
        of_new: dict[int, tuple[int, int]] = {}
        for (old, new), count in self.votes.items():
            if count > of_old.get(old, (0, 0))[0]:
                of_old[old] = (count, new)
            if count > of_new.get(new, (0, 0))[0]:
                of_new[new] = (count, old)
        return of_old, of_new

    def is_pledged(self, at: int, to: int, below: float) -> bool:
        """Whether what stands below one of the nodes belongs, for the better half, to another free node."""
        of_old, of_new = self._best_votes
        _, new = of_old.get(at, (0, to))
        _, old = of_new.get(to, (0, at))
        return (new != to and new not in self.old_of and self._belong(at, new, below)) or (
            old != at and old not in self.new_of and self._belong(old, to, below)
        )

    def _belong(self, at: int, to: int, below: float) -> bool:
        several = len(self.old.children[at]) > 1 and len(self.new.children[to]) > 1
        return several and self.shared_below(at, to) >= max(0.5, below)

    def left(self) -> tuple[list[int], list[int]]:
        """The old and the new nodes that have no partner yet, numbers kept empty apart."""
        new_of, old_of = self.new_of, self.old_of
        if self._left is None:
            olds = filterfalse(new_of.__contains__, self.old.numbered)
            news = filterfalse(old_of.__contains__, self.new.numbered)
            left = [at for at in olds if not self.old.reserved[at]]
            self._left = left, [to for to in news if not self.new.reserved[to]]
        else:
            olds_left, news_left = self._left
            self._left = [at for at in olds_left if at not in new_of], [to for to in news_left if to not in old_of]
        return self._left

    def recoded(self) -> list[tuple[int, int]]:
        """The pairs of items with two codes that nobody decided on, but for what went along with what it stands under
        unchanged; in order."""
        old, new = self.old, self.new
        found = {(at, to) for at, to in self._made if old.ids[at] != new.ids[to] and self.new_of.get(at) == to}
        return sorted([p for p in found if old.nodes[p[0]].kind == "item" and self.found_by(p[0])[0] != "judgement"])

    def free_below(self, at: int, to: int) -> tuple[list[int], list[int]]:
        """The children of an old and of a new node that have no partner yet."""
        return (
            [child for child in self.old.below(at) if child not in self.new_of],
            [child for child in self.new.below(to) if child not in self.old_of],
        )
