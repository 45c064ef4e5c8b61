"""New items that a statement of the old edition said, which is gone: provisions that were put into numbers.

A statement controls what it names though it bears no number of its own; a heading without words is what its items are.
"""

from __future__ import annotations

import msgspec

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.records import Evidence
from controllist.model import Node

_FEWEST = 4
"""Telling words by which an item is known again in a statement."""
_MOST = 0.8
"""The part of an item's telling words that a statement says which may have held it."""


def unless_stated(evidence: Evidence, node: Node, editions: Editions, note: str) -> Evidence:
    """The evidence of a new item, undecided, with a `note`, where a statement that is gone may have said it."""
    if evidence.effect in ("none", "unclear") or node.kind != "item" or not editions.statements_gone:
        return evidence
    said = [node] if node.text else editions.new.items_below(node.id)
    if not any(_is_stated(one, editions) for one in said):
        return evidence
    return msgspec.structs.replace(evidence, effect="unclear", note=note)


def _is_stated(node: Node, editions: Editions) -> bool:
    words = telling_words(node.text)
    return len(words) >= _FEWEST and any(
        len(words & telling_words(statement.text)) >= _MOST * len(words) for statement in editions.statements_gone
    )
