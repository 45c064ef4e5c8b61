"""Items of the regime that a mirror took over under numbers of its own."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from controllist.alignment import align
from controllist.codes import entry_of, labels_of
from controllist.mirrors.parts import word_counts
from controllist.mirrors.rules import MirrorRules, derived_code
from controllist.model import Node
from controllist.wording import normal, tokens

ENOUGH = 0.8
"""Likeness of words at which an item of any number is taken from the regime."""
ENOUGH_WORDS = 5
"""So many words must such an item have: of shorter ones many are alike."""
ENOUGH_BY_NUMBER = 0.6
"""The share of its words, the rare ones counting more, that an item must have in common with one of the entry that its
number tells: the mean of both ways."""
WHOLE = 0.85
"""The share of the regime's words that suffices in an item that says more than they do."""
OF_ITS_OWN = 0.25
"""The share that both must have in common for that, and for the mean to count."""
AT_ITS_PLACE = (0.5, 0.1)
"""The shares, of the one and of the other, that suffice where the labels after the entry are the same."""

Pairing = tuple[str, str, str, float]
"""The ids of both nodes, how they were found, and how alike they are."""
_Share = Callable[[Node, Node], float]


def derived_pairs(olds: Sequence[Node], news: Sequence[Node], rules: MirrorRules) -> Iterator[Pairing]:
    """The pairs of the regime's and the mirror's items, by their words; where the number tells the entry, by fewer."""
    left = {node.id: node for node in olds if node.kind == "item" and node.status == "active"}
    free = {node.id: node for node in news if node.kind == "item" and node.status == "active"}
    named = dict(free)
    for pair in align(olds, news).pairs:
        if pair.old.id in left and pair.score >= ENOUGH and len(tokens(pair.new.text)) >= ENOUGH_WORDS:
            del left[pair.old.id]
            free.pop(pair.new.id, None)
            yield pair.old.id, pair.new.id, pair.matched_by, round(pair.score, 4)
    share = _shares([*olds, *news])
    found = []
    for new in free.values():
        entry = derived_code(new.code, rules)
        for old in left.values() if entry else ():
            if entry_of(old.code) == entry and (likeness := _by_number(old, new, share)):
                found.append((labels_of(old.code) != labels_of(new.code), -likeness, old.id, new.id))
    for _, likeness, old_id, new_id in sorted(found):
        if old_id in left and (new_id in free or share(left[old_id], named[new_id]) >= WHOLE):
            del left[old_id]
            free.pop(new_id, None)
            yield old_id, new_id, "number", round(-likeness, 4)


def said_twice(olds: Iterable[Node], news: Iterable[Node]) -> Iterator[Pairing]:
    """Items of the mirror that say what one of the regime's says, word for word, though another answers it already."""
    texts: dict[str, list[str]] = {}
    for node in olds:
        if node.kind == "item" and node.status == "active":
            texts.setdefault(normal(node.text), []).append(node.id)
    for node in news:
        same = texts.get(normal(node.text), [])
        if len(same) == 1 and len(tokens(node.text)) >= ENOUGH_WORDS:
            yield same[0], node.id, "twice", 1.0


def _by_number(old: Node, new: Node, share: _Share) -> float:
    """How alike two items are of which the number tells that they may be one; 0 where it is not enough."""
    of_old, of_new = share(old, new), share(new, old)
    mean, least = (of_old + of_new) / 2, min(of_old, of_new)
    if least >= OF_ITS_OWN and (mean >= ENOUGH_BY_NUMBER or of_old >= WHOLE):
        return mean
    is_in_place = labels_of(old.code) == labels_of(new.code)
    return mean if is_in_place and max(of_old, of_new) >= AT_ITS_PLACE[0] and least >= AT_ITS_PLACE[1] else 0.0


def _shares(nodes: Iterable[Node]) -> _Share:
    """What tells the share of a node's words that stand in another; words count by how rare they are in `nodes`."""
    words = {node.id: word_counts(node.text) for node in nodes}
    spread = Counter(word for counts in words.values() for word in counts)
    weight = {word: math.log(1 + len(words) / times) for word, times in spread.items()}

    def weighed(counts: Counter[str]) -> float:
        return sum(weight[word] * times for word, times in counts.items())

    def share(node: Node, other: Node) -> float:
        own, there = word_counts(node.text), word_counts(other.text)
        return weighed(own & there) / weighed(own) if own else 0.0

    return share
