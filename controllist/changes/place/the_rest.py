"""New items of an entry that has an item for the rest of their goods: "Parts for jugs, not elsewhere specified"."""

from __future__ import annotations

import re

from controllist.changes.language.plain import plain, stem
from controllist.changes.place.editions import Editions
from controllist.changes.place.tree import Tree
from controllist.changes.records import Effect
from controllist.codes import entry_of
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
_HEAD_ENDS = pattern(
    r"[;:(<]|\b(?:for|having|with|of|used|usable|designed|specially|capable|which|that|as\s+follows|in|to|at|rated|made|not"
    r"|n\.?e\.?s|other\s+than|except|including|controlled|specified|und|für|mit|nicht|soweit)\b",
    re.IGNORECASE,
)
_ASIDE = pattern(r"\([^()]*\)|\"")
_KINDS = pattern(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+", re.IGNORECASE)
_OF_ANY_GOODS = frozenset(
    map(stem, ("software", "technology", "equipment", "material", "item", "commodity", "goods", "article"))
)


def held_by_the_rest(node: Node, editions: Editions, effect: Effect) -> Node | None:
    """The item that held as the rest of the old entry, or holds as that of the new one, what a new item takes in or,
    as a condition, leaves out; None if there is none.

    The goods are all kinds that the item begins with, or one that an item above it in the entry does.
    """
    tree = editions.old if effect == "tightened" else editions.new
    above = [one for one in editions.new.items_above(node) if one.code != entry_of(one.code)]
    own, kinds = _kinds(node.text), frozenset[str]().union(*(_kinds(one.text) for one in above))
    named = {node.code, *(one.code for one in above)}
    for rest in _items_for_the_rest(entry_of(node.code), tree) if own or kinds else ():
        held = _kinds(rest.text)
        if rest.code not in named and ((own and own <= held) or kinds & held):
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


def _kinds(text: str) -> frozenset[str]:
    """The nouns of the goods with which an item begins; none where one of them is said of any goods."""
    head = _HEAD_ENDS.split(_ASIDE.sub(" ", plain(text)).strip(), maxsplit=1)[0]
    nouns = [words[-1] for kind in _KINDS.split(head) if (words := kind.strip(" ,.").lower().split())]
    found = frozenset(stem(noun) for noun in nouns if noun.isalpha())
    return frozenset() if found & _OF_ANY_GOODS or len(nouns) > len(found) else found
