"""The pairs found so far, which every pass adds to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from controllist.alignment.comparing import Comparing
from controllist.alignment.forest import ROOT, Tree
from controllist.alignment.result import MatchedBy, Rival


class Matching:
    """Two trees, who goes with whom, and how each pair was found. Positions are those of the trees."""

    def __init__(self, old: Tree, new: Tree, comparing: Comparing, forbidden: Set[tuple[int, int]]) -> None:
        self.old = old
        self.new = new
        self.comparing = comparing
        self.forbidden = forbidden
        self.new_of: dict[int, int] = {ROOT: ROOT}
        self.old_of: dict[int, int] = {ROOT: ROOT}
        self.how: dict[int, tuple[MatchedBy, float, Rival | None]] = {}
        self.votes: Counter[tuple[int, int]] = Counter()
        """How many nodes below an old and a new node are paired with one another, as far as known before descending."""
        self._best_votes: dict[tuple[str, int], tuple[int, int]] | None = None

    def may_pair(self, at: int, to: int, *, explaining: bool = False) -> bool:
        """Whether both are free, of one family, and nobody decided against it.

        With `explaining` a note may also pair with a definition: terms move between the two.
        """
        families = {self.old.family[at], self.new.family[to]}
        return (
            at not in self.new_of
            and to not in self.old_of
            and (len(families) == 1 or (explaining and families == {"note", "definition"}))
            and (at, to) not in self.forbidden
        )

    def pair(self, at: int, to: int, by: MatchedBy, score: float, rival: Rival | None = None) -> None:
        """Record that an old and a new node are the same."""
        self.new_of[at] = to
        self.old_of[to] = at
        self.how[at] = (by, score, rival)

    def pair_subtrees(self, at: int, to: int) -> None:
        """Pair two identical subtrees node by node."""
        waiting = [(at, to)]
        while waiting:
            old, new = waiting.pop()
            if old not in self.new_of and new not in self.old_of:
                self.pair(old, new, "identical", 1.0)
            waiting += zip(self.old.children[old], self.new.children[new], strict=True)

    def vote(self, at: int, to: int, weight: int) -> None:
        """Let a pair speak for the pairs of nodes above it."""
        for pair in self.above(at, to):
            self.votes[pair] += weight

    def above(self, at: int, to: int) -> list[tuple[int, int]]:
        """The nodes above an old and a new one, level by level, nearest first."""
        found = []
        while at != ROOT and to != ROOT:
            at, to = self.old.parent[at], self.new.parent[to]
            if at != ROOT and to != ROOT:
                found.append((at, to))
        return found

    def shared_below(self, at: int, to: int) -> float:
        """The share of what stands below an old and a new node that is paired with one another or equal, 0 to 1."""
        old, new = self.old.children[at], self.new.children[to]
        if not old or not new:
            return 0.0
        paired = 2 * self.votes[at, to] / (self.old.size[at] + self.new.size[to] - 2) if (at, to) in self.votes else 0.0
        said = Counter(self.old.subtree[child] for child in old if not self.old.is_reserved(child))
        equal = sum((said & Counter(self.new.subtree[child] for child in new)).values())
        return min(max(paired, 2 * equal / (len(old) + len(new))), 1.0)

    def is_pledged(self, at: int, to: int, below: float) -> bool:
        """Whether what stands below one of the nodes belongs, for the better half, to another free node."""
        if self._best_votes is None:
            self._best_votes = {}
            for (old, new), count in self.votes.items():
                for key, other in ((("old", old), new), (("new", new), old)):
                    if count > self._best_votes.get(key, (0, 0))[0]:
                        self._best_votes[key] = (count, other)
        _, new = self._best_votes.get(("old", at), (0, to))
        _, old = self._best_votes.get(("new", to), (0, at))
        return (new != to and new not in self.old_of and self._belong(at, new, below)) or (
            old != at and old not in self.new_of and self._belong(old, to, below)
        )

    def _belong(self, at: int, to: int, below: float) -> bool:
        several = len(self.old.children[at]) > 1 and len(self.new.children[to]) > 1
        return several and self.shared_below(at, to) >= max(0.5, below)

    def free_below(self, at: int, to: int) -> tuple[list[int], list[int]]:
        """The children of an old and of a new node that have no partner yet."""
        return (
            [child for child in self.old.below(at) if child not in self.new_of],
            [child for child in self.new.below(to) if child not in self.old_of],
        )
