"""New items beside one that held their goods before it got something that sets it apart, or that the old list lacks.

"Iron kettles above 3 l" beside "Copper kettles above 5 l", which was "Kettles above 4 l": that it was set apart from
the new one may be all that happened. And where an item of the old list is gone and most of its words are said by the
new one, that took its place.
"""

from __future__ import annotations

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import said_before, telling_words, telling_words_below
from controllist.model import Node

SET_APART = "an item beside it was not set apart from it before"
IN_ITS_PLACE = "an item beside it that is gone said most of what it says"
_FEWEST = 4
_MOST = 0.6
"""The part of a new item's telling words that an item says which may have held its goods."""


def not_set_apart(node: Node, editions: Editions) -> Node | None:
    """The old item beside a new one that said most of what this says, without the words that set it apart now."""
    words = telling_words(node.text)
    parent = editions.new.parent_item(node)
    if len(words) < _FEWEST or parent is None or not node.thresholds:
        return None
    for now in editions.new.items_below(parent.id):
        before = editions.old.by_id.get(editions.origin.get(now.id, ""))
        if before is None or before.status != "active" or now.text == before.text:
            continue
        said = telling_words_below(before, editions.old)
        apart = telling_words(now.text) - said - words
        if apart and len(words & said) >= _MOST * len(words):
            return before
    return None


def took_its_place(node: Node, editions: Editions) -> Node | None:
    """The gone item of the old list of which a new one said most, read backwards."""
    parent = editions.new.parent_item(node)
    origin = editions.origin.get(parent.id, "") if parent is not None else ""
    if parent is None or not origin:
        return None
    for gone in editions.old.items_below(origin):
        is_alone = gone.id in editions.unpaired and not editions.old.is_list(gone.id)
        if is_alone and said_before(gone, parent, editions.swapped) is node:
            return gone
    return None
