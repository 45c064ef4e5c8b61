"""Conditions of which all are needed, where some went and others came: one may stand in the place of the other.

"Lids having all of: a. Wider than 9 cm; b. Deeper than 2 cm" and "a. Area over 60 cm²; b. Blue" ask for other things,
and whether for more cannot be told of any of them alone.
"""

from __future__ import annotations

from controllist.changes.place.ground.editions import Editions
from controllist.model import Node

EXCHANGED = "one condition in the place of another"


def came_for_another(node: Node, editions: Editions) -> Node | None:
    """The first old item beside a new one, under the same heading, that has no counterpart; None if there is none."""
    before = editions.origin.get(node.parent)
    for gone in editions.old.items_below(before) if before else ():
        after = editions.new.by_id.get(editions.partner.get(gone.id, ""))
        if after is None or after.status != "active":
            return gone
    return None
