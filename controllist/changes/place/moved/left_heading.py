"""New items beside some that came from elsewhere under a heading of their own: an old item there may have said it.

"Lids for: testing tins; weighing tins" and "Lids for the weighing of tins" in a list: what was under the heading stands
in the list now, and "testing tins" is gone only if no item of the list says it in other forms of the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_roots
from controllist.model import Node

_FEWEST = 3
"""Telling words by which an item is known again."""
_MOST = 0.75
"""The part of its words that another item says which may have held it."""


def said_where_others_stood(node: Node, heading: Node, editions: Editions) -> Node | None:
    """The old item that may have said what an item under a new heading does: one of the lists in which others under
    the heading stood before, which says it no more. None if there is none."""
    words = telling_roots(node.text)
    if len(words) < _FEWEST:
        return None
    for near in _lists_left(heading, editions):
        kept = editions.new.by_id.get(editions.partner.get(near.id, ""))
        if _says_most(words, near) and (kept is None or not _says_most(words, kept)):
            return near
    return None


def _lists_left(heading: Node, editions: Editions) -> Iterator[Node]:
    """The items of the old lists that items under a new heading left."""
    below = [editions.origin.get(item.id, "") for item in editions.new.items_below(heading.id)]
    parents = {editions.old.by_id[ident].parent: None for ident in below if ident}
    for parent in parents:
        above = editions.old.by_id.get(parent)
        if above is not None and above.kind == "item":
            yield from editions.old.items_below(parent)


def _says_most(words: frozenset[str], node: Node) -> bool:
    return len(words & telling_roots(node.text)) >= _MOST * len(words)
