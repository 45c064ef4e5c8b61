"""New items beside one that was a whole clause: "Iron kettles" beside "Copper kettles", which was "Kettles"."""

from __future__ import annotations

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.held.goods_of_gone import OF_ANY_GOODS, names_of
from controllist.model import Node
from controllist.patterns import pattern

DIVIDED = "a clause that was divided may have held its goods"
_FEWEST = 2
"""Words, numbers aside, that show that two texts are about the same."""
_WORD = pattern(r"[^\W\d_]+")


def divided_clause(node: Node, editions: Editions) -> Node | None:
    """The old item that became one part under a new heading, and that named goods of a new item there, in words of
    which it has given up some; None if there is none."""
    parent = editions.new.parent_item(node)
    if parent is None or parent.id in editions.origin:
        return None
    words = telling_words(node.text) - OF_ANY_GOODS
    for near in editions.new.items_below(parent.id):
        before = editions.old.by_id.get(editions.origin.get(near.id, ""))
        if before is None or before.status != "active" or before.text == near.text:
            continue
        said = telling_words(before.text)
        shared = [word for word in words & said if word.isalpha()]
        is_most = len(shared) >= _FEWEST and 2 * len(words & said) >= len(words)
        if is_most and said - telling_words(near.text) and _names(before, node):
            return before
    return None


def _names(before: Node, node: Node) -> bool:
    """Whether a clause says a word of the first name of an item's goods, and nowhere takes such a word out."""
    name = telling_words(names_of(node)[0]) - OF_ANY_GOODS
    text = plain(before.text)
    ways = [polarity(text, one.start()) for one in _WORD.finditer(text) if stem(one[0]) in name]
    return bool(ways) and min(ways) > 0
