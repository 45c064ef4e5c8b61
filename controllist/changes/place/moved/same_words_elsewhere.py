"""New items that say word for word what another item said, and may still say: their goods were controlled there.

"1A001.d. Whistles for tin kettles", which is new, beside "1A009.b. Whistles for tin kettles" brings nothing by itself.
"""

from __future__ import annotations

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.held.goods_of_gone import are_alike, heads_of
from controllist.codes import subject_of
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern
from controllist.wording import normal

SAME_WORDS = "another item said the same words"
_FEWEST = 4
"""Telling words by which goods are known: fewer are said of many."""
_MOST = 0.7
MOST_OF_SAME = "another item asks for most of it of goods of the same name"
_QUOTES = pattern(r"[\"',]")
_END = " ;.:"


def same_words_elsewhere(node: Node, editions: Editions) -> Node | None:
    """The item of the old edition that named the same goods as a new item, in a list of goods as that does.

    Where a heading asks for what stands below it, the same words may be said of other goods.
    """
    if len(telling_words(node.text)) < _FEWEST or not _names_goods(node, editions.new):
        return None
    said = _words(node.text)
    for other in editions.old.items_beginning(node.text):
        is_alike = other.status == "active" and subject_of(other.code) == subject_of(node.code)
        if is_alike and _words(other.text) == said and _names_goods(other, editions.old):
            return other
    return None


def same_goods_elsewhere(node: Node, editions: Editions) -> Node | None:
    """The item, in force in both editions, that asks of goods of the same name for the figures of a new item, and for
    most of what this asks for beside them."""
    if not any(map(str.isdigit, node.text)) or subject_of(node.code) != "goods" or not _names_goods(node, editions.new):
        return None
    for other in editions.old.items_beginning(node.text):
        if other.id in editions.partner and are_alike(other.code, node.code) and _names_goods(other, editions.old):
            words, said = telling_words(_without_codes(node)), telling_words(other.text)
            figures = {word for word in words if any(map(str.isdigit, word))}
            most = max(_FEWEST, _MOST * len(words))
            if figures and figures <= said and len(words & said) >= most and _are_of_one_name(node, other):
                return other
    return None


def _are_of_one_name(node: Node, other: Node) -> bool:
    """Whether two items begin with the same names of goods, of two telling words each."""
    names = heads_of(node)
    return names == heads_of(other) and all(len(name) > 1 for name in names)


def _without_codes(node: Node) -> str:
    parts, done = [], 0
    for start, end, _ in cited(node.text, within=node.code):
        parts.append(node.text[done:start])
        done = end
    return " ".join([*parts, node.text[done:]])


def _words(text: str) -> str:
    return _QUOTES.sub("", normal(text)).rstrip(_END)


def _names_goods(item: Node, tree: Tree) -> bool:
    asking = [one for one in (item, tree.parent_item(item)) if one is not None and tree.is_list(one.id)]
    return all(tree.logic(one) == "list" for one in asking)
