"""How well two items fit with what stands below them: for items whose words moved between themselves and their parts.

A sentence that is cut into a heading and its parts says the same; so does a part that repeats what its old heading said.
Compared are therefore the words of whole subtrees, and words that the one says itself and the other's headings say
count in part. What an item controls is named where it begins: its subject is asked for apart.
"""

from __future__ import annotations

from collections import Counter

from controllist.alignment.comparing import FEW, Comparing
from controllist.alignment.forest import ROOT, Tree
from controllist.alignment.matching import Matching
from controllist.alignment.result import Side

INHERITED = 0.25
"""What a word counts that the one item says itself, and the other only by the headings above it."""
SUBJECT = 2
"""An item is told by its first telling words, so many of them."""


class Fitting:
    """Scores of pairs of items with all that stands below them. To be asked for when most pairs are made."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching
        self._comparing: Comparing = matching.comparing
        self._said: tuple[dict[int, Counter[str]], dict[int, Counter[str]]] = {}, {}

    def fit(self, at: int, to: int) -> float:
        """The share of words, by what they tell, that an old and a new item have in common, 0 to 1."""
        old, new = self._below(self._matching.old, 0, at), self._below(self._matching.new, 1, to)
        said = self._told(old) + self._told(new)
        if not said:
            return 0.0
        both = old & new
        inherited = self._told((old - both) & self._headings(self._matching.new, to))
        inherited += self._told((new - both) & self._headings(self._matching.old, at))
        return min((2 * self._told(both) + 2 * INHERITED * inherited) / said, 1.0)

    def names(self, side: Side, at: int, to: int) -> bool:
        """Whether the partner of a node of `side` names itself what the node begins with.

        A node without words names nothing, and its partner may be anything; words that tell nothing are no subject.
        """
        tree, other, (node, partner) = self._matching.old, self._matching.new, (at, to)
        if side == "new":
            tree, other, node, partner = other, tree, to, at
        if not tree.nodes[node].text:
            return True
        return any(word in self._opening(other, partner)[0] for word in self._opening(tree, node)[1])

    def told_in_common(self, at: int, to: int) -> float:
        """How much the words tell that two nodes have in common with all that stands below them."""
        return self._told(self._below(self._matching.old, 0, at) & self._below(self._matching.new, 1, to))

    def spread(self, side: Side, at: int, heading: int, part: int) -> float:
        """The share of a node's words that a heading's other parts say, and neither the heading nor the part itself.

        The node stands on `side`, heading and part on the other one.
        """
        tree, other, sides = self._matching.old, self._matching.new, (0, 1)
        if side == "new":
            tree, other, sides = other, tree, (1, 0)
        words = self._below(tree, sides[0], at)
        left = words - self._comparing.words(other.nodes[heading].text)[0] - self._below(other, sides[1], part)
        rest = self._below(other, sides[1], heading) - self._below(other, sides[1], part)
        return self._told(left & rest) / (self._told(words) or 1.0)

    def _told(self, words: Counter[str]) -> float:
        weights = self._comparing.weights
        return sum([count * weights.get(word, 1.0) for word, count in words.items()])

    def _below(self, tree: Tree, side: int, at: int) -> Counter[str]:
        """The words of an item and of all items below it."""
        known = self._said[side]
        found = known.get(at)
        if found is None:
            found = Counter(self._comparing.words(tree.nodes[at].text)[0])
            for child in tree.items_below(at):
                found.update(self._below(tree, side, child))
            known[at] = found
        return found

    def _headings(self, tree: Tree, at: int) -> Counter[str]:
        """The words of the items above an item."""
        found: Counter[str] = Counter()
        above = tree.parent[at]
        while above != ROOT and tree.nodes[above].kind == "item":
            found |= self._comparing.words(tree.nodes[above].text)[0]
            above = tree.parent[above]
        return found

    def _opening(self, tree: Tree, at: int) -> tuple[str, str]:
        """The words of an item, or of the first item below it that says anything telling, and its first telling ones."""
        weights = self._comparing.weights
        while True:
            words = self._comparing.wording(tree.nodes[at].text).ordered
            telling = [word for word in words if weights.get(word, 1.0) >= FEW]
            below = tree.items_below(at)
            if telling or not below:
                return words, "".join(telling[:SUBJECT])
            at = below[0]
