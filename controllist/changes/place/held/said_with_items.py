"""Goods that one edition names in one clause, and the other in a heading and the items right below it.

"Kettles boiling sea water beyond the limits of 1B001.a" is gone; "Pots that do all of the following: 1. Boiling of sea
water ..." came: neither is sure to be less or more control by itself.
"""

from __future__ import annotations

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_roots
from controllist.changes.place.held.goods_of_gone import are_alike
from controllist.model import Node

SAID_WITH_ITEMS = "a heading and the items below it said most of it"
_FEWEST, _MOST = 6, 0.8
"""Beginnings of telling words by which a clause is known again, and the part of them that the others must say."""


def said_with_items(node: Node, editions: Editions) -> Node | None:
    """The heading that the new edition lacks and that said, with its items, most of what a new clause does."""
    if editions.new.is_list(node.id):
        return None
    roots = telling_roots(node.text)
    if len(roots) < _FEWEST:
        return None
    for heading in editions.lists_gone:
        if are_alike(heading.code, node.code) and len(roots & _said(heading, editions)) >= _MOST * len(roots):
            return heading
    return None


def _said(heading: Node, editions: Editions) -> frozenset[str]:
    known = editions.said_by_lists.get(heading.id)
    if known is None:
        below = editions.old.items_below(heading.id)
        known = telling_roots(heading.text).union(*(telling_roots(item.text) for item in below))
        editions.said_by_lists[heading.id] = known
    return known
