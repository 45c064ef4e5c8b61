"""New items whose goods an item that is still there held before: it lost their name, or leaves them out by number."""

from __future__ import annotations

import re

from controllist.changes.language.clauses import polarity
from controllist.changes.language.plain import plain
from controllist.changes.place.editions import Editions
from controllist.changes.place.goods_of_gone import are_alike, names_of
from controllist.changes.place.neighbours import telling_words
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern


def held_by_kept(node: Node, editions: Editions) -> Node | None:
    """The item that held a new one's goods before, in the old edition; None if there is none."""
    names = [name for name in names_of(node) if len(telling_words(name)) > 1]
    if names and len(names) == len(names_of(node)):
        for before, after in editions.reworded:
            if are_alike(before.code, node.code) and all(_lost(name, before, after) for name in names):
                return before
    return _left_out_above(node, editions)


def _lost(name: str, before: Node, after: Node) -> bool:
    """Whether a name was one of those that an item lists, and stands in it no more."""
    text = plain(before.text).lower()
    places = re.finditer(re.escape(name), text) if name in text and name not in plain(after.text).lower() else ()
    return any(_OPENS.search(text[: one.start()]) and _CLOSES.match(text, one.end()) for one in places)


_OPENS = pattern(r"(?:^|[;,:]\s+(?:(?:and|or)\s+)?)$")
_CLOSES = pattern(r"\s*(?:[;,.]|$)")


def _left_out_above(node: Node, editions: Editions) -> Node | None:
    """The item that leaves out, as it did not before, goods of a new one that an item above this holds."""
    above = {one.code for one in editions.new.items_above(node)}
    words = telling_words(node.text) if above else frozenset()
    for before, after in editions.reworded if above else ():
        for code in (above & set(after.refs)) - set(before.refs):
            text = plain(after.text)
            for start, _, named in cited(text, within=after.code):
                if named == code and polarity(text, start) < 0 and _goods_before(text[:start]) & words:
                    return before
    return None


_GOODS = pattern(r"(?:other\s+than|except|excluding)\s+(?:(?:that|those|the)\s+)?[\"']?(?P<goods>\w+)[\"']?\s+"
                 r"(?:controlled|specified|described)\s+(?:in|by)\b[^;:]*$", re.IGNORECASE)  # fmt: skip


def _goods_before(text: str) -> frozenset[str]:
    """The goods that words before a number leave out, as far as that item holds them."""
    found = _GOODS.search(text)
    return telling_words(found["goods"]) if found else frozenset()
