"""Items of one number, one in each edition, that are no pair though they speak of much the same: one was rewritten.

"Lids that can be fastened and loosened while tea boils" and "Fasteners for loosening lids while tea boils" under one
number: neither that the first is gone nor that the second is new is sure. The same holds of "Harbour kettles" and of
"Pots" with a note that they are also called harbour kettles.
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.text.plain import term_key
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import ROOT, telling_roots, telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.held.goods_of_gone import OF_ANY_GOODS, heads_of
from controllist.model import Node

SAME_GOODS = "what bears its number in the other edition speaks of the same, with its notes"
SAME_NUMBER = "what bears its number in the other edition says much the same"
_FEWEST = 4
"""Words that two such items share at least."""


def bore_its_number(node: Node, editions: Editions) -> Node | None:
    """The old item of the number of a new one, where neither has a counterpart and they share more than half of the
    roots of the telling words of the one that has fewer, or half of them with the items below them; or where both are
    names of a few words of which two begin alike: "Green leaf disease", "Leafy greens"."""
    other = _other_of_its_number(node, editions)
    if other is None:
        return None
    if _are_names_alike(other, node):
        return other
    before, after = telling_roots(other.text), telling_roots(node.text)
    if len(before & after) >= _FEWEST and 2 * len(before & after) > min(len(before), len(after)):
        return other
    before, after = _roots_below(other, editions.old) | before, _roots_below(node, editions.new) | after
    return other if len(before & after) >= _FEWEST and 2 * len(before & after) >= min(len(before), len(after)) else None


def _are_names_alike(one: Node, other: Node) -> bool:
    names = [telling_words(node.text) for node in (one, other)]
    if one.cas or other.cas or not all(0 < len(name) <= _LONGEST_NAME for name in names):
        return False
    begun = [{word[:_BEGINNING] for word in name if word.isalpha() and len(word) >= ROOT} for name in names]
    return not begun[0].isdisjoint(begun[1])


_LONGEST_NAME = 3
_BEGINNING = 5
"""Telling words of a name, and letters by which a word of it is known in another form."""


def _roots_below(item: Node, tree: Tree) -> frozenset[str]:
    return frozenset[str]().union(*(telling_roots(one.text) for one in tree.items_below(item.id)))


def bore_number_for_same_goods(node: Node, editions: Editions) -> Node | None:
    """The old item of the number of a new one, where neither has a counterpart and both, with their notes, mark a term
    of their own, or the notes of one name goods of the other."""
    other = _other_of_its_number(node, editions)
    if other is None:
        return None
    said = _with_notes(other, editions.old), _with_notes(node, editions.new)
    is_told = _share_a_term(*said, editions) or _name_goods_of(node, said[0][1:]) or _name_goods_of(other, said[1][1:])
    return other if is_told else None


def _other_of_its_number(node: Node, editions: Editions) -> Node | None:
    """The old item in force of the number of a new one, if it has no counterpart."""
    other = editions.old.by_id.get(node.id)
    if other is None or other.id in editions.partner or other.kind != "item" or other.status != "active":
        return None
    return other


def _with_notes(item: Node, tree: Tree) -> list[Node]:
    """An item and the notes directly below it."""
    return [item, *(near for near in tree.below.get(item.id, ()) if near.kind != "item")]


def _share_a_term(befores: Sequence[Node], afters: Sequence[Node], editions: Editions) -> bool:
    """Whether two items, with their notes, mark a term of several words that few others mark in either edition."""
    keys = [{term_key(term) for node in nodes for term in node.terms} for nodes in (befores, afters)]
    shared = [key for key in keys[0] & keys[1] if " " in key]
    return any(max(len(tree.marks.of(key)) for tree in (editions.old, editions.new)) <= _FEW for key in shared)


_FEW = 12
"""Nodes that mark a term by which goods are known."""


def _name_goods_of(item: Node, notes: Sequence[Node]) -> bool:
    """Whether the notes of one item name goods of another one, by several words."""
    words = frozenset[str]().union(*(telling_words(note.text) for note in notes))
    return bool(words) and any(len(name) > 1 and name - OF_ANY_GOODS and name <= words for name in heads_of(item))
