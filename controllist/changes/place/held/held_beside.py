"""New items that an item beside them held all the time: "tin kettles" came where "Kettles" stood in the same list."""

from __future__ import annotations

import re

from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.model import Node
from controllist.patterns import pattern

_ASIDE = pattern(r"\([^()]*\)|\"|'")
_NOT_ELSEWHERE = pattern(
    r",?\s*(?:(?:that|which)\s+are\s+)?not\s+(?:otherwise\s+|elsewhere\s+)?(?:specified|controlled|described|listed|enumerated)\b[^,;:]*$",
    re.IGNORECASE,
)
"""What says that goods are meant unless another item names them: they are controlled by one or the other."""
_ELSEWHERE = pattern(r"\b(?:elsewhere|otherwise)\b", re.IGNORECASE)
_BARE = pattern(r"(?:other\s+)?[^\W\d_]{4,}(?:\s[^\W\d_]{4,}){0,2}", re.IGNORECASE)
_HEAD_ENDS = pattern(
    r"[;:(<]|\b(?:for|having|with|of|used|usable|designed|specially|capable|which|that|as\s+follows|in|to|at|rated|using"
    r"|incorporating|employing|containing|made|not|other\s+than|except|meeting|exceeding)\b",
    re.IGNORECASE,
)
_NO_GOODS = pattern(
    r"\b(?:and|or|equipment|items?|goods|components?|parts|accessories|systems?|materials?|devices?)\b", re.I
)
"""Words for goods of any kind, and lists of several kinds."""


def held_beside(node: Node, origin: Node, editions: Editions) -> Node | None:
    """The item of the old list below `origin` that names, without any condition, goods among which a new item's are.

    Of several kinds of goods each must be held by one. Names of substances are no kinds of goods.
    """
    kinds = _goods_at_head(plain(node.text)) if not node.cas else ()
    bare = {}
    for near in editions.old.items_below(origin.id) if kinds else ():
        if not near.cas and not editions.old.is_list(near.id) and (goods := _bare_goods(plain(near.text))):
            bare[goods] = near
    held = [next((near for goods, near in bare.items() if kind[-len(goods) :] == goods), None) for kind in kinds]
    return held[0] if held and all(held) else None


def restates(node: Node, heading: Node) -> bool:
    """Whether an item says over again what its heading says, no more and no less: the heading held all its goods."""
    said, heads = telling_words(node.text), telling_words(heading.text)
    return len(said) >= _FEWEST and said <= heads and heads - said <= _LEADS_ON


_FEWEST = 3
_LEADS_ON = frozenset(map(stem, ("list", "items", "controlled", "follows")))
"""What a heading says of its list alone."""


def _goods_at_head(text: str) -> list[tuple[str, ...]]:
    """The words of each kind of goods that an item names before all it asks of them."""
    head = _HEAD_ENDS.split(_ASIDE.sub(" ", text).strip(), maxsplit=1)[0].strip(" ,")
    if _NO_GOODS.search(head):
        return []
    kinds = [tuple(stem(word.lower()) for word in kind.split()) for kind in head.split(",")]
    return kinds if all(kind and kind[-1].isalpha() for kind in kinds) else []


def _bare_goods(text: str) -> tuple[str, ...]:
    """The words of an item that names goods of one kind and asks nothing of them; empty if it asks for anything."""
    text = _ASIDE.sub(" ", text).strip(" .;,")
    if _ELSEWHERE.search(text):
        text = _NOT_ELSEWHERE.sub("", text)
    text = re.sub(r"\s*[;,]?\s*\b(?:and|or)$", "", text).strip(" .;,")
    if not _BARE.fullmatch(text) or _NO_GOODS.search(text):
        return ()
    return tuple(stem(word.lower()) for word in text.split() if word.lower() != "other")
