"""New items of an entry that has an item for the rest of their goods: "Parts for jugs, not elsewhere specified"."""

from __future__ import annotations

import re

from controllist.changes.language.plain import plain
from controllist.changes.place.editions import Editions
from controllist.changes.place.neighbours import telling_words
from controllist.changes.place.tree import Tree
from controllist.changes.records import Effect
from controllist.codes import entry_of
from controllist.figures.phrases import word_set
from controllist.model import Node
from controllist.patterns import pattern

_REST = pattern(
    r"\bn\.?e\.?s\.?(?=[\s;,.]|$)|\bnot\s+(?:elsewhere|otherwise)\s+(?:specified|enumerated|described|controlled)"
    r"|\bnot\s+(?:specified|enumerated|described|controlled)\s+elsewhere"
    r"|\bother\s+than\s+(?:those\s+)?(?:specified\s+)?elsewhere|\b(?:soweit\s+)?nicht\s+anderweitig\b",
    re.IGNORECASE,
)
_PIECES = ("n.e.s", "nes", "elsewhere", "otherwise", "anderweitig")
"""Where none of these stands, nothing is said of the rest."""
_HEAD = 5
"""Words within which an item names its goods."""
_OF_ANY_GOODS = word_set("specific other certain software technology equipment material system item commodity designed")


def held_by_the_rest(node: Node, editions: Editions, effect: Effect) -> Node | None:
    """The item that held as the rest of the old entry, or holds as that of the new one, what a new item takes in or,
    as a condition, leaves out; None if there is none.

    The goods are those that the item, or an item above it in the entry, begins with.
    """
    tree = editions.old if effect == "tightened" else editions.new
    above = [one for one in editions.new.items_above(node) if one.code != entry_of(one.code)]
    goods = frozenset[str]().union(*(_goods(one.text) for one in (node, *above)))
    named = {node.code, *(one.code for one in above)}
    for rest in _items_for_the_rest(entry_of(node.code), tree) if goods else ():
        if rest.code not in named and goods & _goods(rest.text):
            return rest
    return None


def _items_for_the_rest(code: str, tree: Tree) -> list[Node]:
    """The items directly below an entry that hold what no other item does."""
    entry = tree.by_code.get(code)
    return [
        item
        for item in (tree.items_below(entry.id) if entry else ())
        if any(map(item.text.__contains__, _PIECES)) and _REST.search(plain(item.text))
    ]


def _goods(text: str) -> frozenset[str]:
    """The telling words with which an item begins."""
    words = plain(text).replace('"', " ").split()[:_HEAD]
    return frozenset(filter(str.isalpha, telling_words(" ".join(words)))) - _OF_ANY_GOODS
