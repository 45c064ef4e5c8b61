"""Words at the head of an item that the item above it says anyway: "Kettles" above, "[Kettles] having a lid" below."""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.language.text.meaning import IDLE
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

_WORDS = pattern(r"[^\W\d_][\w-]*")
_JOINTS = pattern(r",|\b(?:and|or|und|oder)\b", re.IGNORECASE)
_NAME = pattern(r"[^\W\d_][\w\s-]*")
_GOODS = pattern(r".*[^s]s|equipment|software|technology|machinery|apparatus", re.IGNORECASE)
_HEAD_ENDS = pattern(r":|\b(?:having|with|as\s+follows|specially|designed|which|that|for)\b", re.IGNORECASE)
_GOES_ON = pattern(
    r"[\s\"',]*(?:having|with|of|which|that|capable|incorporating|containing|employing|using|operating|specially|specifically|\w+ed|\w+ing)\b|[\s\"']*\d",
    re.IGNORECASE,
)
_SAYS_MORE = pattern(r"\b(?:not|no|other|except|only|specially|specified|controlled)\b|\d", re.IGNORECASE)
_NOTE = "said by the item that it stands under"


def with_headwords(found: Iterable[Evidence], old: Node, new: Node, trees: tuple[Tree, Tree]) -> list[Evidence]:
    """The evidence of a pair of items, in which words at the head that stand above it do nothing."""
    told = list(found)
    if old.kind != "item" or new.kind != "item" or not any(map(Tree.parent_item, trees, (old, new))):
        return told
    return [
        Evidence("wording", "none", old=one.old, new=one.new, note=_NOTE)
        if _said_above(one, old, new, trees) or _named_above(one, old, new, trees) or _is_of_goods(one, old, new, trees)
        else one
        for one in told
    ]


def _said_above(one: Evidence, old: Node, new: Node, trees: tuple[Tree, Tree]) -> bool:
    """Whether evidence is about words at the head of one clause alone that the other edition's item above says."""
    if one.effect != "unclear" or one.type != "wording" or bool(one.old) == bool(one.new) or "…" in one.old + one.new:
        return False
    words, has, lacks, tree = (one.new, new, old, trees[0]) if one.new else (one.old, old, new, trees[1])
    text = plain(has.text)
    start = text.find(words)
    if start < 0 or text[:start].strip(" \"'") or not _GOES_ON.match(text, start + len(words)):
        return False
    if _SAYS_MORE.search(words):
        return False
    mine = [stem(word) for word in _WORDS.findall(words)]
    mine = [word for word in mine if word not in IDLE and word not in ("of", "with", "at", "in")]
    return bool(mine) and any(says_all(plain(above.text), mine) for above in tree.items_above(lacks))


def says_all(above: str, mine: list[str]) -> bool:
    """Whether a clause says all of some words, and names no other goods beside."""
    said = {stem(word) for word in _WORDS.findall(above)}
    return said.issuperset(mine) and _goods(above) <= {*mine}


_LONGEST_NAME = 3


def _named_above(one: Evidence, old: Node, new: Node, trees: tuple[Tree, Tree]) -> bool:
    """Whether words that one clause alone puts before goods stand before the same goods in an item above the other.

    The goods below may be of one kind: "tea urn parts" above, "tea urn [spout] parts" below.
    """
    words = one.old or one.new
    if one.effect != "unclear" or one.type != "wording" or (one.old and one.new) or not _NAME.fullmatch(words):
        return False
    has, lacks, tree = (new, old, trees[0]) if one.new else (old, new, trees[1])
    mine = [stem(word) for word in _WORDS.findall(words) if stem(word) not in IDLE]
    if not 0 < len(mine) <= _LONGEST_NAME or _SAYS_MORE.search(words):
        return False
    said = [stem(word) for word in _WORDS.findall(plain(has.text))]
    places = [at for at in range(len(said) - len(mine)) if said[at : at + len(mine)] == mine]
    if len(places) != 1:
        return False
    following = said[places[0] + len(mine) :][:2]
    heads = following[:1] if following[0] in _JOINING or len(following[0]) < _LEAST_KIND else following
    names = [f" {' '.join((*mine, head))} " for head in heads]
    above = [f" {' '.join(map(stem, _WORDS.findall(plain(item.text))))} " for item in tree.items_above(lacks)]
    return any(name in text for text in above for name in names)


_LEAST_KIND = 4
"""Letters of a word that may tell the kind of the goods behind it: "tea [rotor] lids"."""
_JOINING = frozenset(
    map(stem, ("from", "with", "using", "having", "under", "that", "which", "into", "over", "without", "containing"))
)


_QUALITY = pattern(r"(?:an?\s+|the\s+)?([a-z]{4,})\W*", re.IGNORECASE)
_MEASURED = r"(?:\W+[\w-]+){1,3}?\W+(?:of|exceeding|greater|less|more|higher|lower|equal|above|below)\b"


def _is_of_goods(one: Evidence, old: Node, new: Node, trees: tuple[Tree, Tree]) -> bool:
    """Whether evidence is about a word before a quantity that an item above the other clause says of the goods whose
    quantity it is: "sieved kettles, having any of the following", "a [sieved] flow exceeding 2 l"."""
    found = _QUALITY.fullmatch(one.old or one.new)
    if one.effect != "unclear" or one.type != "wording" or (one.old and one.new) or not found:
        return False
    has, lacks = (new, old) if one.new else (old, new)
    mine, theirs = trees[::-1] if one.new else trees
    word = found[1].lower()
    if _SAYS_MORE.search(word) or not re.search(rf"\b{word}{_MEASURED}", plain(has.text), re.IGNORECASE):
        return False
    if any(word in above.text.lower() for above in mine.items_above(has)):
        return False  # what was said above it, too, may have been asked once more
    heads = (_HEAD_ENDS.split(plain(above.text), maxsplit=1)[0] for above in theirs.items_above(lacks))
    return any(_WORDS.findall(head.lower())[-2:-1] == [word] for head in heads)


def _goods(text: str) -> set[str]:
    """The goods that a clause lists at its head, one word for each; empty if it names goods of one kind."""
    head = _HEAD_ENDS.split(text, maxsplit=1)[0].strip(" ,")
    names = [_WORDS.findall(part) for part in _JOINTS.split(head)]
    goods = {words[-1] for words in names if words and _GOODS.fullmatch(words[-1])}
    return {*map(stem, goods)} if len(goods) > 1 else set()
