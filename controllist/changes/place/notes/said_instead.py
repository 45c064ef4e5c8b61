"""Notes that are new or gone while the item they speak of, or what stands around it, says so in the other edition.

A limit that a note set may have become a word of the item, of the items below it or of a note of the items above: then
the note alone does not tell what its coming or going does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.notes.said_by_others import named_item_says, part_says
from controllist.figures.phrases import word_set
from controllist.model import Node
from controllist.patterns import pattern


def may_be_said_instead(note: Node, editions: Editions) -> Node | None:
    """The old item that said otherwise, with what stands around it, what a new note says now; None if there is none."""
    item = editions.new.by_id.get(note.parent)
    before = editions.old.by_id.get(editions.origin.get(note.parent, ""))
    if item is not None and item.kind in ("category", "group"):
        return part_says(own_words(note), note, editions)
    if item is None or before is None or item.kind != "item":
        return None
    if _speaks_of_design(note, item, before):
        return before
    own = own_words(note) - telling_words(item.text)
    here, there = set(_around(item, editions.new, note.id)), set(_around(before, editions.old))
    if here == there:
        return None
    said = frozenset[str]().union(*map(telling_words, there - here))
    kept = frozenset[str]().union(*map(telling_words, here))
    return before if own & (said - kept) or named_item_says(own - kept, item, before, editions) else None


def _speaks_of_design(note: Node, item: Node, before: Node) -> bool:
    """Whether a note speaks of goods that are "not modified" for something, as only the old item asked of its goods."""
    made = {word.lower() for word in _NOT_MADE_SO.findall(plain(note.text))}
    return any(word in before.text.lower() and word not in item.text.lower() for word in made)


_NOT_MADE_SO = pattern(r"\bnot\s+(?:specially\s+|specifically\s+)?(designed|modified)\b", re.IGNORECASE)


def own_words(note: Node) -> frozenset[str]:
    """The telling words of a note that are not those of any note."""
    return frozenset(filter(str.isalpha, telling_words(note.text))) - OF_ALL_NOTES


OF_ALL_NOTES = word_set(
    """all any also apply applies appl control controls does doe not no nor only other others under when where which
    have has item items include includes including subject equipment operate operation use used using element containing
    purpose purposes below above specified limited nicht erfasst gilt gelten andere nur"""
)
"""Words of any note, which tell nothing of what it is about."""


def _around(item: Node, tree: Tree, left_out: str = "") -> Iterator[str]:
    """The texts of an item, of what stands directly below it, and of the notes of the items above it."""
    yield item.text
    yield from (node.text for node in tree.below.get(item.id, ()) if node.id != left_out)
    for above in tree.items_above(item):
        yield from (node.text for node in tree.below.get(above.id, ()) if node.kind == "note")
