"""Goods that a clause names by the item that controls them: "machines containing lids controlled by 1A001".

Where `1A001` has one list of lids alone, `1A001.b`, "lids controlled by 1A001.b" are the same lids.
"""

from __future__ import annotations

from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

ONLY_SUCH = "only these of its items are such goods"
_NOUN = pattern(
    r"\b(?P<noun>[a-z]{4,})[\"')]*,?\s+(?:(?:that|which)\s+(?:is|are)\s+)?"
    r"(?:controlled|specified|described|identified|listed)\s+(?:by|in|under)\s+(?:(?:items?|ECCNs?|entry)\s+)?$"
)
_GENERAL = frozenset(map(stem, ("items", "goods", "equipment", "materials", "software", "technology", "commodities")))
_GOODS_END = pattern(
    r"[;:,(]|\b(?:for|of|in|to|with|having|incorporating|containing|consisting|capable|which|that|used|using|designed)\b"
)


def only_such_goods(evidence: Evidence, before: str, trees: tuple[Tree, Tree]) -> Evidence:
    """The evidence of a citation narrowed to parts, or widened from parts to the whole, which is none where no other
    part of the whole has such goods as the word before the citation names. `before` is what stands before it."""
    found = _NOUN.search(before)
    noun = stem(found["noun"]) if found else ""
    wholes, parts = (evidence.old, evidence.new) if evidence.effect == "relaxed" else (evidence.new, evidence.old)
    if not noun or noun in _GENERAL or "," in wholes or not (wholes and parts):
        return evidence
    named = parts.split(", ")
    for tree in trees:
        whole = tree.by_code.get(wholes)
        others = [item for item in (tree.items_below(whole.id) if whole else ()) if not _is_named(item.code, named)]
        if whole is None or not others or any(_has(item, noun) for item in others):
            return evidence
        if not any(_has(tree.by_code[code], noun) for code in named if code in tree.by_code):
            return evidence
    return Evidence("reference", "none", old=evidence.old, new=evidence.new, note=ONLY_SUCH)


def _is_named(code: str, codes: list[str]) -> bool:
    return any(is_same_or_below(code, one) or is_same_or_below(one, code) for one in codes)


def _has(item: Node, noun: str) -> bool:
    """Whether an item names such goods before it says what they are for, or consist of."""
    return noun in map(stem, _GOODS_END.split(plain(item.text), maxsplit=1)[0].split())
