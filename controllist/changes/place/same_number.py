"""Items of one number, one in each edition, that are no pair though they speak of much the same: one was rewritten.

"Lids that can be fastened and loosened while tea boils" and "Fasteners for loosening lids while tea boils" under one
number: neither that the first is gone nor that the second is new is sure.
"""

from __future__ import annotations

from controllist.changes.place.editions import Editions
from controllist.changes.place.neighbours import telling_roots
from controllist.model import Node

SAME_NUMBER = "what bears its number in the other edition says much the same"
_FEWEST = 4
"""Words that two such items share at least."""


def bore_its_number(node: Node, editions: Editions) -> Node | None:
    """The old item of the number of a new one, where neither has a counterpart and they share more than half of the
    roots of the telling words of the one that has fewer."""
    other = editions.old.by_id.get(node.id)
    if other is None or other.id in editions.partner or other.kind != "item" or other.status != "active":
        return None
    before, after = telling_roots(other.text), telling_roots(node.text)
    shared = len(before & after)
    return other if shared >= _FEWEST and 2 * shared > min(len(before), len(after)) else None
