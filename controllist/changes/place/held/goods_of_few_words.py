"""Goods that a word or two name, and that one edition names in one place and the other in another: "Ladles".

Few words tell little of what is asked of goods; but an item that says nothing beside the name of its goods is known
again where an item without a counterpart says the same name, and nothing else.
"""

from __future__ import annotations

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import gone_with_many_of, telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.held.goods_of_gone import OF_ANY_GOODS
from controllist.codes import subject_of
from controllist.model import Node
from controllist.patterns import pattern

SAME_NAME = "goods of the same name, and nothing else, stood elsewhere"
NOW_ELSEWHERE = "goods of the same name, and nothing else, stand elsewhere now"
_MOST = 3
"""Telling words of a name; items that say more are compared by all their words."""
_LONGEST = 60
_PLAIN_NAME = pattern(r"[^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,4}[\s;.,]*(?:(?:and|or|und|oder)\W*)?")
_CLASSES = OF_ANY_GOODS | {"attachment"}


def same_name_elsewhere(node: Node, editions: Editions) -> Node | None:
    """The item that the new edition lacks and that only named, in another place, what a new item only names."""
    words = _name(node, editions.new)
    if not words:
        return None
    for gone in gone_with_many_of(words, editions, 0):
        if _name(gone, editions.old) == words and subject_of(gone.code) == subject_of(node.code):
            return gone
    return None


def _name(node: Node, tree: Tree) -> frozenset[str]:
    """The telling words of an item that only names goods, in a list of these or below the caption of an entry; empty
    for any other."""
    said = node.text.rstrip().rpartition("\n")[2]
    if len(said) > _LONGEST or tree.is_list(node.id) or not _PLAIN_NAME.fullmatch(plain(said)):
        return frozenset()
    above = tree.parent_item(node)
    if above is not None and (tree.logic(above) != "list" or said != node.text.rstrip()):
        return frozenset()
    words = telling_words(said)
    return words if len(words) <= _MOST and not words <= _CLASSES else frozenset()
