"""An item of a list of which all was asked and any is enough now, read with what the list asked for beside it.

"All of: a width above 9 m; a weight above 3 t" and "any of: a width above 12 m; a weight above 5 t and a width above
4 m": what the second item holds is told by the whole of the old list, of which it was a part.
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.lists.regions import regions_effect
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.provisions import ways_of
from controllist.changes.place.headings.rewritten_lists import TURNED_LIST
from controllist.changes.records import Evidence, opposite
from controllist.model import Node

WITH_ITS_LIST = "with what the items beside it asked for"


def with_turned_items_told(found: Sequence[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a pair of items; in such a list, of the regions of values that the item and that list leave."""
    undecided = [one for one in found if one.effect == "unclear"]
    if not undecided or any(one.note != TURNED_LIST for one in undecided):
        return list(found)
    heading, above = editions.old.parent_item(old), editions.new.parent_item(new)
    if heading is None or above is None:
        return list(found)
    if editions.old.logic(heading) == "any":
        return [_turned(one) for one in with_turned_items_told(found, new, old, editions.swapped)]
    before = ways_of(heading, editions.old)
    after = [way for way in ways_of(above, editions.new) if is_same_or_below(way.code, new.code)]
    effect = regions_effect(before, after) if before and after else "unclear"
    if effect == "unclear":
        return list(found)
    return [Evidence("alternative", effect, old=old.code, new=new.code, note=WITH_ITS_LIST)]


def _turned(one: Evidence) -> Evidence:
    if one.note != WITH_ITS_LIST:
        return one
    return Evidence(one.type, opposite(one.effect), old=one.new, new=one.old, note=one.note)
