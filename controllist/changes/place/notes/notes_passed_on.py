"""Items that came or went while what their notes leave out stands with another item in the other edition.

A note "a does not apply to toy jugs" that is b's now tells that b holds what a held, or some of it.
"""

from __future__ import annotations

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.model import Node

PASSED_ON = "another item has what its note leaves out"


def had_its_note(node: Node, editions: Editions) -> Node | None:
    """The old item, beside a new one, under which an exclusion of the new one stood; None if there is none.

    What passed between an item and its heading tells where a note is printed, no more.
    """
    for note in editions.new.below.get(node.id, ()):
        before = editions.old.by_id.get(editions.origin.get(note.id, "")) if note.excludes else None
        item = editions.old.by_id.get(before.parent) if before is not None and note.kind == "note" else None
        if item is not None and item.kind == "item" and item.status == "active" and _is_beside(item, node):
            return item
    return None


def _is_beside(one: Node, other: Node) -> bool:
    return not (is_same_or_below(one.code, other.code) or is_same_or_below(other.code, one.code))
