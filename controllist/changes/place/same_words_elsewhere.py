"""New items that say word for word what another item said, and may still say: their goods were controlled there.

"1A001.d. Whistles for tin kettles", which is new, beside "1A009.b. Whistles for tin kettles" brings nothing by itself.
"""

from __future__ import annotations

from controllist.changes.place.editions import Editions
from controllist.changes.place.neighbours import telling_words
from controllist.changes.place.tree import Tree
from controllist.codes import subject_of
from controllist.model import Node
from controllist.wording import normal

SAME_WORDS = "another item said the same words"
_FEWEST = 4
"""Telling words by which goods are known: fewer are said of many."""
_END = " ;.,:"


def same_words_elsewhere(node: Node, editions: Editions) -> Node | None:
    """The item of the old edition that named the same goods as a new item, in a list of goods as that does.

    Of what stands under a heading that asks for it the same words may be said of other goods.
    """
    if len(telling_words(node.text)) < _FEWEST or not _names_goods(node, editions.new):
        return None
    said = normal(node.text).rstrip(_END)
    for other in editions.old.items_beginning(node.text):
        is_alike = other.status == "active" and subject_of(other.code) == subject_of(node.code)
        if is_alike and normal(other.text).rstrip(_END) == said and _names_goods(other, editions.old):
            return other
    return None


def _names_goods(item: Node, tree: Tree) -> bool:
    above = tree.parent_item(item)
    return above is None or tree.logic(above) == "list"
