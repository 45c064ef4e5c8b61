"""Lists that went to another entry and were put in other words: what is left over on both sides may be the same goods.

No item of such a list is known by its number or its place, and the words of those that were paired tell how freely the
others were written anew.
"""

from __future__ import annotations

from collections import Counter

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.codes import entry_of
from controllist.model import Node
from controllist.wording import normal

_FEWEST = 2
_RARE = 3
"""Items of both lists, the two that are compared among them, that say a word by which goods are known."""


def left_over_of_moved(node: Node, editions: Editions) -> Node | None:
    """The item of an old list, of which the new edition holds no counterpart, that may be a new item of the list, which
    stands in another entry now; None if there is none."""
    parent = editions.new.parent_item(node)
    origin = editions.old.by_id.get(editions.origin.get(parent.id, "")) if parent is not None else None
    if parent is None or origin is None or entry_of(origin.code) == entry_of(parent.code):
        return None
    before, after = editions.old.items_below(origin.id), editions.new.items_below(parent.id)
    left = [item for item in before if item.id not in editions.partner]
    if not left:
        return None
    kept = [(item, editions.new.by_id[ident]) for item in before if (ident := editions.partner.get(item.id))]
    kept = [(item, now) for item, now in kept if now.parent == parent.id]
    if 2 * sum(normal(item.text) != normal(now.text) for item, now in kept) > len(kept):
        return left[0]
    said = Counter(word for item in (*before, *after) for word in telling_words(item.text))
    rare = {word for word in telling_words(node.text) if said[word] <= _RARE}
    return next((item for item in left if len(rare & telling_words(item.text)) >= _FEWEST), None)
