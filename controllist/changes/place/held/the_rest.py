"""New items of an entry that has an item for the rest of their goods: "Parts for jugs, not elsewhere specified".

So has an entry that another leaves out by its number: "Jugs, other than those specified in 1A001" hold what 1A001 did
not hold before, or does no more. So have items of a list beside "Other jugs, not listed in 1A001".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words_below
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect
from controllist.codes import entry_of
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern

_REST = pattern(
    r"\bn\.?e\.?s\.?(?=[\s;,.]|$)|\bnot\s+(?:elsewhere|otherwise)\s+(?:specified|enumerated|described|controlled|listed)"
    r"|\bnot\s+(?:specified|enumerated|described|controlled|listed)\s+elsewhere"
    r"|\bother\s+than\s+(?:those\s+)?(?:specified\s+)?elsewhere|\b(?:soweit\s+)?nicht\s+anderweitig\b",
    re.IGNORECASE,
)
_PIECES = ("n.e.s", "nes", "elsewhere", "otherwise", "anderweitig")
"""Where none of these stands, nothing is said of the rest."""
_HEAD_ENDS = pattern(
    r"[;:(<]|\b(?:for|having|with|of|us(?:ed|ing|able)|designed|specially|capable|according|which|that|as\s+follows|in|to|at"
    r"|rated|made|not|n\.?e\.?s|other\s+than|except|including|controlled|specified|und|für|mit|wie\s+folgt|nicht|soweit)\b",
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
    if not (own or kinds):
        return None
    for rest in _items_for_the_rest(entry_of(node.code), tree):
        if rest.code not in named and _is_of_kinds(rest, own, kinds):
            return rest
    is_named = _is_named(node, editions.new)
    kinds = kinds if is_named and not node.thresholds else frozenset()
    for rest in _items_beyond(node, editions, tree) if is_named or own else ():
        if _is_clause_for_the_rest(rest, node, tree):
            may_hold = _is_of_kinds(rest, own, kinds)
        else:
            may_hold = bool(own) and is_named and _may_hold(rest, own, telling_words_below(node, editions.new), tree)
        if may_hold and rest.code not in named:
            return rest
    return None


def _is_named(node: Node, tree: Tree) -> bool:
    """Whether an item stands for goods in a list of these, and asks nothing of goods that are named above it."""
    above = tree.parent_item(node)
    return above is not None and tree.logic(above) == "list"


def _is_of_kinds(rest: Node, own: frozenset[str], kinds: frozenset[str]) -> bool:
    """Whether an item holds all kinds of goods that a new item begins with, or one that an item above it does."""
    held = _kinds(rest.text)
    return bool((own and own <= held) or kinds & held)


def _is_clause_for_the_rest(rest: Node, node: Node, tree: Tree) -> bool:
    """Whether an item holds all other goods of a new one's entry that do what it says, and has no list of its own."""
    return entry_of(rest.code) == entry_of(node.code) and tree.logic(rest) != "list"


def _may_hold(rest: Node, kinds: frozenset[str], words: frozenset[str], tree: Tree) -> bool:
    """Whether an item that leaves out others by number, or one of its list, begins with goods of some kinds and says
    with all below it little beside some words."""
    for held in tree.whole(rest):
        said = frozenset(filter(str.isalpha, telling_words_below(held, tree))) if kinds & _kinds(held.text) else ()
        if len(said) >= _FEWEST and len(words.intersection(said)) >= _MOST * len(said):
            return True
    return False


_FEWEST = 3
_MOST = 0.6
"""The part of an item's telling words by which another one may be a part of its goods."""


def _items_for_the_rest(code: str, tree: Tree) -> list[Node]:
    """The items directly below an entry that hold what no other item does."""
    entry = tree.by_code.get(code)
    return [
        item
        for item in (tree.items_below(entry.id) if entry else ())
        if any(map(item.text.__contains__, _PIECES)) and _REST.search(plain(item.text))
    ]


def _items_beyond(node: Node, editions: Editions, tree: Tree) -> Iterator[Node]:
    """The items that leave out, by number, what a new item stands under, and does not leave out itself."""
    codes = [one.code for one in editions.new.items_above(node) if one.code not in node.refs]
    codes = codes if tree is editions.new else [editions.came_from.get(code, "") for code in codes]
    for code in codes:
        for item in tree.citing.get(code, ()):
            text = plain(item.text)
            if any(cites == code and polarity(text, start) < 0 for start, _, cites in cited(text, within=item.code)):
                yield item


def _kinds(text: str) -> frozenset[str]:
    """The nouns of the goods with which an item begins; none where one of them is said of any goods."""
    head = _HEAD_ENDS.split(_ASIDE.sub(" ", plain(text)).strip(), maxsplit=1)[0]
    nouns = [words[-1] for kind in _KINDS.split(head) if (words := kind.strip(" ,.").lower().split())]
    found = frozenset(stem(noun) for noun in nouns if noun.isalpha())
    return frozenset() if found & _OF_ANY_GOODS or len(nouns) > len(found) else found
