"""Notes under an item whose number was given to another one: what the item stands under is another list now.

A note to "1A001.b.3" speaks of lids where 1A001.b are lids. If these are 1A001.c now, and 1A001.b are kettles, which
are new, the note to the number 1A001.b.3 says nothing of what the old one spoke of.
"""

from __future__ import annotations

import msgspec

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.records import Evidence
from controllist.model import Node

OTHER_LIST = "the number that it stands under was given to another item"


def unless_number_given(found: list[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a pair; between two notes under a number that was given to another item it decides nothing."""
    if old.kind == "item" or old.parent != new.parent or not any(one.effect != "none" for one in found):
        return found
    if not _is_given_away(old, editions):
        return found
    return [
        msgspec.structs.replace(one, effect="unclear", note=OTHER_LIST)
        if one.effect in ("tightened", "relaxed", "mixed") else one
        for one in found
    ]  # fmt: skip


def _is_given_away(note: Node, editions: Editions) -> bool:
    """Whether an item, above the one that a note stands under, went elsewhere while a new one took its number."""
    item = editions.old.by_id.get(note.parent)
    for above in editions.old.items_above(item) if item is not None else ():
        there = editions.partner.get(above.id, above.id)
        if there != above.id and not (is_same_or_below(there, above.id) or is_same_or_below(above.id, there)):
            return editions.new.is_active(above.code) and above.id not in editions.origin
    return False
