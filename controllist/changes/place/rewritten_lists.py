"""Lists of which all was asked and any is enough now, or the reverse: it tells something only of a list that is kept.

Of "all of: steel; 3 l" and "any of: steel; tin" the second takes in more, for what is of steel is among both. Where no
item of one list stands in the other, another list is asked for, and which takes in more cannot be told.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from controllist.changes.place.editions import Editions
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.wording import normal

_COUNTED = frozenset(("one is enough now", "all are needed now"))
REWRITTEN_LIST = "the list is counted in another way, and holds other items"


def with_lists_compared(found: Sequence[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a pair of nodes, undecided where the list below is counted otherwise and shares no item."""
    if not any(map(_is_recounted, found)) or _share_an_item(old, new, editions):
        return list(found)
    return [
        msgspec.structs.replace(one, effect="unclear", note=REWRITTEN_LIST) if _is_recounted(one) else one
        for one in found
    ]


def _is_recounted(one: Evidence) -> bool:
    return one.effect not in ("none", "unclear") and (one.note in _COUNTED or (one.type == "logic" and bool(one.old)))


def _share_an_item(old: Node, new: Node, editions: Editions) -> bool:
    """Whether an item of the old list says the same in the new one, or one of the sides has its list within its text."""
    before, after = editions.old.items_below(old.id), editions.new.items_below(new.id)
    if not before or not after:
        return True
    said = {node.id: normal(node.text) for node in after}
    return any(said.get(editions.partner.get(node.id, "")) == normal(node.text) for node in before)
