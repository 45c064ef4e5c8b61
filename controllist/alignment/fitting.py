"""How well two items fit with what stands below them: for items whose words moved between them and their parts.

A sentence that is cut into a heading and its parts says the same; so does a part that repeats what its old heading
said. Compared are therefore the words of whole subtrees, and words that the one says itself and the other's headings
say count in part. What an item controls is named where it begins: its subject is asked for apart.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from controllist.alignment.comparing import FEW, Comparing
from controllist.alignment.forest import ROOT, Tree
from controllist.alignment.matching import Matching
from controllist.alignment.result import Side

INHERITED = 0.25
"""What a word counts that the one item says itself, and the other only by the headings above it."""
HOPELESS = 0.3
"""A fit below which headings are not asked what they would add."""
SUBJECT = 2
"""An item is told by its first telling words, so many of them."""


class _Words(NamedTuple):
    """Words with their number, and how much they tell together."""

    counted: Counter[str]
    told: float


class Fitting:
    """Scores of pairs of items with all that stands below them. To be asked for when most pairs are made."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching
        self._comparing: Comparing = matching.comparing
        self._said: tuple[dict[int, _Words], dict[int, _Words]] = {}, {}
        self._above: tuple[dict[int, set[str]], dict[int, set[str]]] = {}, {}

    def fit(self, at: int, to: int) -> float:
        """The share of words, by what they tell, that an old and a new item have in common, 0 to 1."""
        old, new = self._below("old", at), self._below("new", to)
        said = old.told + new.told
        if not said:
            return 0.0
        both = self._comparing.told_by_both(old.counted, new.counted)
        if 2 * both < HOPELESS * said:
            return 2 * both / said
        inherited = self._inherited(old.counted, new.counted, self._headings("new", to))
        inherited += self._inherited(new.counted, old.counted, self._headings("old", at))
        return min((2 * both + 2 * INHERITED * inherited) / said, 1.0)

    def _inherited(self, words: Counter[str], others: Counter[str], headings: set[str]) -> float:
        """How much the words tell that the other item does not say, but its headings do."""
        weights = self._comparing.weights
        more = [word for word, count in words.items() if count > others[word]]
        return sum([weights.get(word, 1.0) for word in more if word in headings])

    def names(self, side: Side, at: int, to: int) -> bool:
        """Whether the partner of a node of `side` names itself what the node begins with.

        A node without words names nothing, and its partner may be anything; words that tell nothing are no subject.
        """
        tree, other, node, partner = self._matching.old, self._matching.new, at, to
        if side == "new":
            tree, other, node, partner = other, tree, to, at
        if not tree.nodes[node].text:
            return True
        return any(word in self._opening(other, partner)[0] for word in self._opening(tree, node)[1])

    def says_something(self, side: Side, at: int) -> bool:
        """Whether a node itself says anything telling; a mere introduction to what stands below it does not."""
        return bool(self._comparing.telling_words(self._tree(side).nodes[at].text))

    def told_in_common(self, at: int, to: int) -> float:
        """How much the words tell that two nodes have in common with all that stands below them."""
        return self._comparing.told_by_both(self._below("old", at).counted, self._below("new", to).counted)

    def spread(self, side: Side, at: int, heading: int, part: int) -> float:
        """The share of a node's words that a heading's other parts say, and neither the heading nor the part itself.

        The node stands on `side`, heading and part on the other one.
        """
        other: Side = "new" if side == "old" else "old"
        words, said = self._below(side, at), self._below(other, part).counted
        whole = self._below(other, heading).counted
        left = words.counted - self._comparing.words(self._tree(other).nodes[heading].text)[0] - said
        return self._comparing.told_by_both(left, whole - said) / (words.told or 1.0)

    def _tree(self, side: Side) -> Tree:
        return self._matching.old if side == "old" else self._matching.new

    def _below(self, side: Side, at: int) -> _Words:
        """The words of an item and of all items below it."""
        known = self._said[side == "new"]
        found = known.get(at)
        if found is None:
            tree = self._tree(side)
            count, told = self._comparing.words(tree.nodes[at].text)
            below = [self._below(side, child) for child in tree.items_below(at)]
            if below:
                count = count.copy()
                for words in below:
                    count.update(words.counted)
                    told += words.told
            found = known[at] = _Words(count, told)
        return found

    def _headings(self, side: Side, at: int) -> set[str]:
        """The words of the items above an item."""
        tree, known = self._tree(side), self._above[side == "new"]
        above = tree.parent[at]
        if above == ROOT or tree.nodes[above].kind != "item":
            return set()
        found = known.get(above)
        if found is None:
            found = known[above] = {*self._comparing.words(tree.nodes[above].text)[0], *self._headings(side, above)}
        return found

    def _opening(self, tree: Tree, at: int) -> tuple[str, str]:
        """The words of an item, or of the first one below it that says anything telling, and the first telling ones."""
        weights = self._comparing.weights
        while True:
            words = self._comparing.wording(tree.nodes[at].text).ordered
            telling = [word for word in words if weights.get(word, 1.0) >= FEW]
            below = tree.items_below(at)
            if telling or not below:
                return words, "".join(telling[:SUBJECT])
            at = below[0]
