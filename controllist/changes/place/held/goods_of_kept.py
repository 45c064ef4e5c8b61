"""New items whose goods an item that is still there held before: it lost their name, or leaves them out by number."""

from __future__ import annotations

import re

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.held.goods_of_gone import heads_of, names_of
from controllist.codes import group_and_subject
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern


def held_by_kept(node: Node, editions: Editions) -> Node | None:
    """The item that held a new one's goods before, in the old edition; None if there is none."""
    names = [name for name in names_of(node) if len(telling_words(name)) > 1]
    if names and len(names) == len(names_of(node)):
        for before, after in editions.reworded_of.get(group_and_subject(node.code), ()):
            if all(_lost(name, before, after) for name in names):
                return before
    return _now_a_kind(node, editions) or _left_out_above(node, editions)


def _now_a_kind(node: Node, editions: Editions) -> Node | None:
    """The item of the same list whose goods were called what a new item's are called, and are one kind of these now.

    Of "sealed jars" it holds the "sealed glass jars" alone since there are "sealed stone jars" in an item of their own.
    """
    around = next((one for one in editions.new.items_above(node) if one.id in editions.origin), None)
    if around is None:
        return None
    listed = editions.origin[around.id] + "."
    heads: list[frozenset[str]] | None = None
    for before, after in editions.reworded:
        if not before.id.startswith(listed):
            continue
        heads = heads_of(node) if heads is None else heads
        was, now = heads_of(before), heads_of(after)
        is_narrower = len(was) == len(now) == 1 and len(was[0]) >= _FEWEST and was[0] < now[0]
        if is_narrower and any(was[0] <= head and not now[0] <= head for head in heads):
            return before
    return None


_FEWEST = 2
"""Telling words of a name of goods: one alone is that of many kinds of them."""


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
    for before, after, more in editions.citing_more if above else ():
        for code in more & above:
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
