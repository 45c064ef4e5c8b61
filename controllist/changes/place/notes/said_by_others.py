"""What a lost note said that stands farther off: with an item that its own item names now, or in new items of its part.

"Tests of 1A001" need no note where 1A001 has the same one; a note of a whole category may have become items of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.model import Node

_FEWEST = 3
"""Telling words by which a condition is known again."""


def named_item_says(words: frozenset[str], item: Node, before: Node, editions: Editions) -> bool:
    """Whether an exclusion of an item that the old item names, and the new one does not, holds some of the words."""
    for code in set(before.refs) - set(item.refs):
        named = editions.old.by_code.get(code)
        for above in (named, *editions.old.items_above(named)) if named is not None else ():
            for note in editions.old.below.get(above.id, ()):
                if note.kind == "note" and note.excludes and len(words & telling_words(note.text)) >= _FEWEST:
                    return True
    return False


def part_says(words: frozenset[str], note: Node, editions: Editions) -> Node | None:
    """The item that the new edition lacks, of the part of the list that a note speaks of, which holds some of the words
    that no new item of it does; None if there is none."""
    named = {node.id for code in note.refs if (node := editions.new.by_code.get(code))} or {note.parent}
    before = {editions.origin.get(ident, ident) for ident in named}
    for gone in editions.gone:
        if len(words & telling_words(gone.text)) >= _FEWEST and before.intersection(_line(gone, editions)):
            return gone
    return None


def _line(item: Node, editions: Editions) -> Iterator[str]:
    """The ids of an item and of all that it stands under in the old edition."""
    node: Node | None = item
    while node is not None:
        yield node.id
        node = editions.old.by_id.get(node.parent)
