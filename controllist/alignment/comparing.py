"""How alike two nodes are, and the budget of such comparisons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, compress, takewhile
from operator import concat, not_

from controllist.alignment.forest import Tree, facts_of
from controllist.alignment.result import Undone, Work
from controllist.model import Node
from controllist.wording import Lexicon, Wording, closeness

BUDGET_A_NODE = 30
BUDGET_AT_LEAST = 20_000
"""The comparisons that an alignment may make: so many for every node, but at least so many."""

HEADING = 8
"""So many words of its own has a line that only introduces what stands below it (`having any of the following`)."""

KEPT_BY_A_PART = 0.9
"""The share of the words of the shorter of two nodes that stand in the longer, where it is a part of it."""
ENOUGH_TO_BE_KNOWN = 1.5
"""So much must its words tell (a word that nothing else says tells 1)."""
ENOUGH_TO_OPEN = 0.75
"""So much must the words tell with which two clauses open alike."""
SAMPLE = 100
"""About so many texts of either edition show which words are common."""
FEW = 0.4
"""The least weight of a word that few texts have: one in forty."""
WENT_BELOW = 0.8
"""The share of words in common with one item below at which a node is that item, if its partner has less."""
EVEN = 0.97
"""The share of words in common at which two nodes say the same but for a word."""


class Comparing:
    """Scores of node pairs, each computed once and counted; nothing is computed beyond the budget."""

    def __init__(self, old: Tree, new: Tree, budget: int | None) -> None:
        self.old = old
        self.new = new
        self.budget = budget if budget is not None else max(
            BUDGET_AT_LEAST, BUDGET_A_NODE * (len(old.nodes) + len(new.nodes))
        )
        self.made = 0
        self._undone: list[Undone] = []
        self._refused = 0
        self._words: dict[str, tuple[Counter[str], float]] = {}
        self._lexicon = Lexicon()
        self._wordings: dict[str, Wording] = {}
        self._marks: dict[str, set[Sequence[str]]] = {}
        self._telling: dict[str, list[str]] = {}
        self._scores: dict[tuple[int, int], float | None] = {}

    def affords(self, comparisons: int, work: Work, where: str) -> bool:
        """Whether so many comparisons are left; if not, it is recorded what stays undone."""
        if self.made + comparisons <= self.budget:
            return True
        self.leave(comparisons, work, where)
        return False

    def leave(self, comparisons: int, work: Work, where: str) -> None:
        """Record comparisons that were not made because there were too many of them."""
        self._undone.append(Undone(work, where, comparisons))

    def similarity(self, at: int, to: int) -> float | None:
        """How alike the words (or without words the figures) of an old and a new node are; None if nothing is known."""
        key = (at, to)
        if key not in self._scores:
            if not self._take(1):
                return None
            self._scores[key] = self._computed(at, to)
        return self._scores[key]

    def _take(self, comparisons: int) -> bool:
        if self.made + comparisons > self.budget:
            self._refused += comparisons
            return False
        self.made += comparisons
        return True

    @property
    def undone(self) -> tuple[Undone, ...]:
        """What was left undone, so far."""
        single = (Undone("siblings", "single comparisons", self._refused),) if self._refused else ()
        return (*self._undone, *single)

    def unfolds(self, at: int, to: int) -> float:
        """The share of words of a node that its partner says too, itself or in the items below it; the fuller is asked.

        None at all, if there are items below both; nor if the partner itself says much that is new, or one item below
        it says nearly all that the node says, and the partner does not: then the node only went below another.
        """
        if self.old.items_below(at) and self.new.items_below(to):
            return 0.0
        sides = [(self.old, at), (self.new, to)]
        (tree, leaf), (other, branch) = sorted(sides, key=lambda side: self._fullness(*side))
        words = Counter(self.wording(tree.nodes[leaf].text).ordered)
        below = other.items_below(branch)
        said = Counter(self.wording(other.nodes[branch].text).ordered)
        if not words or not self._take(1) or (below and (said - words).total() > HEADING):
            return 0.0
        own = 2 * (words & said).total() / (words.total() + said.total())
        for child in below:
            found = Counter(self.wording(other.nodes[child].text).ordered)
            in_common = 2 * (words & found).total() / (words.total() + found.total())
            if in_common >= EVEN or (in_common >= WENT_BELOW > own):
                return 0.0
            said.update(found)
        return (words & said).total() / words.total()

    def opens_alike(self, at: int, to: int) -> bool:
        """Whether two nodes begin with the same telling words: a clause opens with the thing that it controls."""
        return self.told_by_opening(at, to) >= ENOUGH_TO_OPEN

    def told_by_opening(self, at: int, to: int) -> float:
        """How much the words tell with which two nodes open alike; one word alone tells nothing."""
        old, new = (self.wording(node.text).ordered for node in (self.old.nodes[at], self.new.nodes[to]))
        opening = [a for a, b in takewhile(lambda both: both[0] == both[1], zip(old, new, strict=False))]
        weights = self.weights
        return sum([weights.get(word, 1.0) for word in opening]) if len(opening) > 1 else 0.0

    def fewest_words(self, at: int, to: int) -> int:
        """How many words the shorter of two nodes says."""
        return min(len(self.wording(node.text).ordered) for node in (self.old.nodes[at], self.new.nodes[to]))

    def _fullness(self, tree: Tree, at: int) -> tuple[bool, int]:
        return bool(tree.items_below(at)), len(self.wording(tree.nodes[at].text).ordered)

    def known(self, at: int, to: int) -> float | None:
        """The similarity where it was computed already."""
        return self._scores.get((at, to))

    def wording(self, text: str) -> Wording:
        """A text ready for comparison."""
        found = self._wordings.get(text)
        if found is None:
            found = self._wordings[text] = self._lexicon.wording(text)
        return found

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much a word tells: the less, the more often a sample of both editions has it; 1 if it has it nowhere."""
        sample: list[str] = []
        for tree in (self.old, self.new):
            texts = [*filter(None, compress(tree.texts, map(not_, tree.reserved)))]
            sample += texts[:: len(texts) // SAMPLE + 1]
        common = Counter(chain.from_iterable(map(set, map(self._lexicon.words, sample))))
        return {word: (1 + count) ** -0.5 for word, count in common.items()}

    def words(self, text: str) -> tuple[Counter[str], float]:
        """The words of a text, and how much they tell together."""
        found = self._words.get(text)
        if found is None:
            words, weights = Counter(self.wording(text).ordered), self.weights
            told = sum([count * weights.get(word, 1.0) for word, count in words.items()])
            found = self._words[text] = words, told
        return found

    def telling_words(self, text: str) -> list[str]:
        """The words of a text that few texts of the sample have."""
        found = self._telling.get(text)
        if found is None:
            weights = self.weights
            found = self._telling[text] = [word for word in self.words(text)[0] if weights.get(word, 1.0) >= FEW]
        return found

    def marks(self, text: str) -> set[Sequence[str]]:
        """What a text is looked up by: its words alone, and pairs of following words."""
        found = self._marks.get(text)
        if found is None:
            ordered = self.wording(text).ordered
            found = self._marks[text] = {*ordered, *map(concat, ordered, ordered[1:])}
        return found

    def told_by_both(self, a: Counter[str], b: Counter[str]) -> float:
        """How much the words tell that stand in both."""
        weights = self.weights
        return sum([min(count, b[word]) * weights.get(word, 1.0) for word, count in a.items() if word in b])

    def telling(self, at: int, to: int) -> float:
        """The share of telling words that two nodes have in common; 1 where they have no words to judge by."""
        both, old, new = self._told(at, to)
        return 2 * both / (old + new) if old + new else 1.0

    def told_in_common(self, at: int, to: int) -> float:
        """How much the words tell that two nodes have in common."""
        return self._told(at, to)[0]

    def is_part(self, at: int, to: int) -> bool:
        """Whether one of two nodes says hardly more than a part of what the other says, and yet enough to be known."""
        both, old, new = self._told(at, to)
        return min(old, new) >= ENOUGH_TO_BE_KNOWN and both >= KEPT_BY_A_PART * min(old, new)

    def _told(self, at: int, to: int) -> tuple[float, float, float]:
        """How much the words tell that two nodes have in common, that the old one has, and that the new one has."""
        (a, old), (b, new) = self.words(self.old.nodes[at].text), self.words(self.new.nodes[to].text)
        return (self.told_by_both(a, b), old, new) if a and b else (0.0, 0.0, 0.0)

    def _computed(self, at: int, to: int) -> float | None:
        if self.old.content[at] == self.new.content[to]:
            return 1.0
        old, new = self.old.nodes[at], self.new.nodes[to]
        if old.text and new.text:
            return self._of_texts(old, new)
        if old.text or new.text:
            return None if not facts_of(old) or not facts_of(new) else _overlap(old, new)
        return _overlap(old, new)

    def _of_texts(self, old: Node, new: Node) -> float:
        score = closeness(self.wording(old.text), self.wording(new.text))
        if old.cas and new.cas and len(old.cas) + len(new.cas) <= 4:
            same = set(old.cas) & set(new.cas)
            return max(score, 0.9) if same else min(score, 0.3)  # a chemical's number tells what its name may hide
        return score


def _overlap(old: Node, new: Node) -> float | None:
    """The share of figures that two nodes have in common; None where neither has any."""
    a, b = facts_of(old), facts_of(new)
    return min(len(a & b) / len(a | b), 0.999) if a | b else None
