"""Items of the regime that a mirror took over under numbers of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from controllist.alignment import align
from controllist.codes import entry_of
from controllist.mirrors.parts import contained
from controllist.mirrors.rules import MirrorRules, derived_code
from controllist.model import Node
from controllist.wording import tokens

ENOUGH = 0.8
"""Likeness of words at which an item of any number is taken from the regime."""
ENOUGH_WORDS = 5
"""So many words must such an item have: of shorter ones many are alike."""
ENOUGH_BY_NUMBER = 0.65
"""The share of its words that an item must have in common with one of the entry that its number tells."""

Pairing = tuple[str, str, str, float]
"""The ids of both nodes, how they were found, and how alike they are."""


def derived_pairs(olds: Sequence[Node], news: Sequence[Node], rules: MirrorRules) -> Iterator[Pairing]:
    """The pairs of the regime's and the mirror's items, by their words; where the number tells the entry, by fewer."""
    left = {node.id: node for node in olds if node.kind == "item" and node.status == "active"}
    free = {node.id: node for node in news if node.kind == "item" and node.status == "active"}
    for pair in align(olds, news).pairs:
        if pair.old.id in left and pair.score >= ENOUGH and len(tokens(pair.new.text)) >= ENOUGH_WORDS:
            del left[pair.old.id]
            free.pop(pair.new.id, None)
            yield pair.old.id, pair.new.id, pair.matched_by, round(pair.score, 4)
    found = []
    for new in free.values():
        entry = derived_code(new.code, rules)
        for old in left.values() if entry else ():
            if entry_of(old.code) == entry:
                share = (contained(old.text, new.text) + contained(new.text, old.text)) / 2
                found.append((-share, old.id, new.id))
    for share, old_id, new_id in sorted(found):
        if -share >= ENOUGH_BY_NUMBER and old_id in left and new_id in free:
            del left[old_id], free[new_id]
            yield old_id, new_id, "number", round(-share, 4)
