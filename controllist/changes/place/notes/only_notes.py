"""Notes that limit items ("applies only to kettles of tin"), whose words went to the items, or the reverse.

What a note asked for before is no new condition of the item; a note that asks for what its items said limits nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import LIMITS, Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.model import Node

ASKED_BY_NOTE = "a note asked for it before"
SAID_BY_ITEMS = "the items that it limits said it before"
SAME_LIMIT = "a note of the entry said it before"
_FEWEST = 3
_MOST = 0.6
"""The part of the telling words of a limit that an item says which asks for the same."""


def limit_told(evidence: Evidence, note: Node, editions: Editions) -> Evidence:
    """The evidence of a new note; one that limits items as another note, or as they did themselves, changes nothing."""
    if evidence.type != "condition" or evidence.effect != "relaxed":
        return evidence
    words = _limit(note)
    if any(entry_of(gone.parent) == entry_of(note.parent) and _limit(gone) == words for gone in editions.limits_gone):
        return Evidence("condition", "none", note=SAME_LIMIT)
    items = _limited(note, editions.new)
    before = [editions.old.by_id.get(editions.origin.get(item.id, "")) for item in items]
    if not words or not items or any(item is None for item in before):
        return evidence
    said = [_says(words, item, editions.old) for item in before if item is not None]
    if all(said) and not any(_says(words, item, editions.new) for item in items):
        return Evidence("condition", "none", note=SAID_BY_ITEMS)
    return Evidence("condition", "unclear", note=SAID_BY_ITEMS) if any(said) else evidence


def asked_by_note(words: frozenset[str], item: Node, editions: Editions) -> bool:
    """Whether a note that is gone limited an old item by all of some words."""
    return len(words) >= _FEWEST and any(words <= telling_words(gone.text) for gone in _limits_of(item, editions))


def _limits_of(item: Node, editions: Editions) -> list[Node]:
    """The notes that are gone and limited an old item, or one above it."""
    if not editions.limits_gone:
        return []
    places = {above.id for above in _with_above(item, editions.old)}
    return [gone for gone in editions.limits_gone if gone.parent in places]


def with_notes_asking(found: list[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a pair of items, in which a condition that a note asked for is none."""
    if not any(one.type == "condition" and one.effect in ("relaxed", "tightened") for one in found):
        return found
    return [_asked(one, old, new, editions) if one.type == "condition" else one for one in found]


def _asked(one: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    if one.effect == "tightened":
        old, new, editions = new, old, editions.swapped
    if one.effect not in ("relaxed", "tightened") or not _limits_of(old, editions):
        return one
    words = _words_below(new, editions.new) - _words_below(old, editions.old)
    if asked_by_note(words, old, editions):
        return msgspec.structs.replace(one, effect="none", note=ASKED_BY_NOTE)
    return one


def _limit(note: Node) -> frozenset[str]:
    text = plain(note.text)
    found = LIMITS.search(text)
    return telling_words(text[found.end() :]) if found else frozenset()


def _limited(note: Node, tree: Tree) -> Iterable[Node]:
    """The items that a note limits: those that it names in its entry, or those below what it stands under."""
    named = [tree.by_code[code] for code in note.refs if code in tree.by_code]
    own = [node for node in named if node.kind == "item" and node.code != note.parent]
    parent = tree.by_id.get(note.parent)
    below = tree.items_below(parent.id) if parent is not None else ()
    return own or below or ([parent] if parent is not None and parent.kind == "item" else [])


def _says(words: frozenset[str], item: Node, tree: Tree) -> bool:
    return len(words & _words_below(item, tree)) >= _MOST * len(words)


def _words_below(item: Node, tree: Tree) -> frozenset[str]:
    """The telling words of an item and of the items below it."""
    return telling_words(item.text).union(*(_words_below(below, tree) for below in tree.items_below(item.id)))


def _with_above(item: Node, tree: Tree) -> Iterator[Node]:
    yield item
    yield from tree.items_above(item)
