"""Goods that a clause names beside the number of the item that controls them: "kettles of 1A001" are "items of 1A001".

Where the item that is cited is about kettles, the word says nothing that its number does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.clause.goods.headwords import says_all
from controllist.changes.language.print.harmless import HEAD_ENDS
from controllist.changes.language.text.meaning import IDLE
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.figures.references import references
from controllist.model import Node
from controllist.patterns import pattern

_ITEMS = pattern(r"\W*(?:any\s+|the\s+)?(?:items?|goods|commodit(?:y|ies)|products?)\W*", re.IGNORECASE)
_GOODS = pattern(r"[\s\"']*(?:the\s+|an?\s+)?[^\W\d_][\w-]*(?:[\s\"']+[^\W\d_][\w-]*){0,4}[\s\"']*", re.IGNORECASE)
_NO_GOODS = pattern(
    r"\b(?:of|for|with|having|not|no|and|or|other|than|designed|specially|capable|usable|any|all|following)\b",
    re.IGNORECASE,
)
_CITED = pattern(
    r"[\s\"']*(?:(?:that|which)\s+(?:is|are)\s+)?(?:specified|controlled|described|enumerated|listed)\s+(?:by|in|under)\s"
    r"(?P<codes>(?:(?!\b(?:having|with|that|which|for|not|except|other)\b)[^;:])*)",
    re.IGNORECASE,
)
_WORDS = pattern(r"[^\W\d_][\w-]*")
NAMED_BY_CODE = "the goods of the item that is cited"


def with_goods_cited(found: Iterable[Evidence], old: Node, new: Node, trees: tuple[Tree, Tree]) -> list[Evidence]:
    """The evidence of a pair of clauses, in which "items" stands for the goods of the items that are cited."""
    if not (old.refs and new.refs):
        return list(found)
    return [
        Evidence("wording", "none", old=one.old, new=one.new, note=NAMED_BY_CODE)
        if one.type == "wording" and one.effect == "unclear" and one.old and one.new and _is_same(one, old, new, trees)
        else one
        for one in found
    ]


def _is_same(one: Evidence, old: Node, new: Node, trees: tuple[Tree, Tree]) -> bool:
    if _ITEMS.fullmatch(one.new):
        goods, all_goods = (one.old, old, trees[0]), (one.new, new, trees[1])
    elif _ITEMS.fullmatch(one.old):
        goods, all_goods = (one.new, new, trees[1]), (one.old, old, trees[0])
    else:
        return _is_named_anew((one.old, old, trees[0]), (one.new, new, trees[1]))
    mine = _name(goods[0])
    codes = _codes_behind(goods[0], goods[1])
    if not mine or not codes or codes != _codes_behind(all_goods[0], all_goods[1]):
        return False
    return all(_names(code, mine, tree) for _, _, tree in (goods, all_goods) for code in codes)


def _is_named_anew(*sides: tuple[str, Node, Tree]) -> bool:
    """Whether goods bear the names that the one item which is cited gives them in either edition: it is the same item,
    and what its new name does is told of that item itself."""
    names = [_name(words) for words, _, _ in sides]
    codes = [_codes_behind(words, node) for words, node, _ in sides]
    if not all(names) or len(codes[0]) != 1 or codes[0] != codes[1]:
        return False
    (code,) = codes[0]
    heads = [_head_of(code, tree) for _, _, tree in sides]
    return (
        all(head.issuperset(name) for head, name in zip(heads, names, strict=True))
        and not heads[0].issuperset(names[1])
        and not heads[1].issuperset(names[0])
    )


def _name(words: str) -> list[str]:
    """The words of a name of goods; none where they may be anything else."""
    if not _GOODS.fullmatch(words) or _NO_GOODS.search(words):
        return []
    return [key for word in _WORDS.findall(words) if (key := stem(word)) not in IDLE]


def _head_of(code: str, tree: Tree) -> frozenset[str]:
    """The words of a clause up to what it asks of its goods."""
    node = tree.by_code.get(code)
    if node is None or node.kind != "item":
        return frozenset()
    head = HEAD_ENDS.split(re.sub(r"\([^()]*\)|,", " ", plain(node.text)), maxsplit=1)[0]
    return frozenset(stem(word) for word in _WORDS.findall(head))


def _codes_behind(words: str, node: Node) -> frozenset[str]:
    """The codes by which a clause tells the goods that it calls by `words`; none where it says them in two places."""
    parts = plain(node.text).split(words.strip())
    cited = [match for part in parts[1:] if (match := _CITED.match(part))]
    return frozenset(references(cited[0]["codes"], within=node.code)) if len(cited) == 1 else frozenset()


def _names(code: str, words: list[str], tree: Tree) -> bool:
    """Whether an item, or one that it stands under, names the goods by all of these words."""
    node = tree.by_code.get(code)
    if node is None or node.kind != "item":
        return False
    return any(says_all(plain(one.text), words) for one in (node, *tree.items_above(node)))
