"""Lists of which nothing was kept under a heading that took up what one of their items said, or gave words to one.

"Lids: a. for the open fire; b. for ovens" and "Lids for the open fire: a. over 2 l; b. over 1 l, of tin": what the new
items ask for is asked beside what an old one did, and which of them holds more than before cannot be told one by one.
"""

from __future__ import annotations

from collections.abc import Iterable

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.model import Node

_FEWEST = 3
"""Telling words by which a condition is known again."""


def is_written_anew(origin: Node, parent: Node, editions: Editions) -> bool:
    """Whether a list keeps no item, and an item of it says most of what its heading says in the other edition alone."""
    said, says = telling_words(origin.text), telling_words(parent.text)
    if max(len(said - says), len(says - said)) < _FEWEST:
        return False
    before, after = editions.old.items_below(origin.id), editions.new.items_below(parent.id)
    if {item.id for item in after} & {editions.partner.get(item.id) for item in before}:
        return False
    return _is_said_by_one(says - said, before) or _is_said_by_one(said - says, after)


def _is_said_by_one(words: frozenset[str], items: Iterable[Node]) -> bool:
    return len(words) >= _FEWEST and any(2 * len(words & telling_words(item.text)) >= len(words) for item in items)
