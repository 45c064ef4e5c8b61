"""Lists of which all was asked and any is enough now, or the reverse: it tells something only of a list that is kept.

Of "all of: steel; 3 l" and "any of: steel; tin" the second takes in more, for what is of steel is among both. Where no
item of one list stands in the other, another list is asked for, and which takes in more cannot be told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.records import Effect, Evidence
from controllist.model import Node
from controllist.wording import normal

EvidenceOf = Callable[[Node, Node, Editions], Sequence[Evidence]]
_COUNTED = frozenset(("one is enough now", "all are needed now"))
TURNED_LIST = "stands in a list that is counted in another way"
REWRITTEN_LIST = "the list is counted in another way, and holds other items"


def with_lists_compared(
    found: Sequence[Evidence], old: Node, new: Node, editions: Editions, evidence_of: EvidenceOf
) -> list[Evidence]:
    """The evidence of a pair of nodes, undecided where the list below is counted otherwise and keeps no item.

    `evidence_of` gives the evidence of a pair of items.
    """
    ways: set[Effect] = {one.effect for one in found if _is_recounted(one)}
    if not ways or _keeps_an_item(old, new, editions, ways, evidence_of):
        return list(found)
    return [
        msgspec.structs.replace(one, effect="unclear", note=REWRITTEN_LIST) if _is_recounted(one) else one
        for one in found
    ]


def _is_recounted(one: Evidence) -> bool:
    return one.effect not in ("none", "unclear") and (one.note in _COUNTED or (one.type == "logic" and bool(one.old)))


def _keeps_an_item(old: Node, new: Node, editions: Editions, ways: set[Effect], evidence_of: EvidenceOf) -> bool:
    """Whether an item of the old list stands in the new one and says the same, or changed the same way.

    A list that stands within the text of a node is compared with its words.
    """
    before, after = editions.old.items_below(old.id), editions.new.items_below(new.id)
    if not before or not after:
        return True
    if _is_one_item_of(new, before, editions, editions.old.logic(old)):
        return True
    if _is_one_item_of(old, after, editions.swapped, editions.new.logic(new)):
        return True
    there = {node.id: node for node in after}
    kept = [(node, there[to]) for node in before if (to := editions.partner.get(node.id, "")) in there]
    return any(
        one.text == other.text or all(found.effect in ("none", *ways) for found in evidence_of(one, other, editions))
        for one, other in kept
    )


def _is_one_item_of(heading: Node, items: Sequence[Node], editions: Editions, logic: str) -> bool:
    """Whether all items of a list stand, saying the same and counted alike, below one item of the other edition's list.

    "All of: a, b" and "any of: (all of: a, b), c": the first list is one of the second's items now. So it is with "any
    of: a, b" and "all of: (any of: a, b), c".
    """
    now = [editions.new.by_id.get(editions.partner.get(item.id, "")) for item in items]
    parents = {node.parent for node in now if node is not None}
    over = editions.new.by_id.get(next(iter(parents))) if len(parents) == 1 else None
    if over is None or over.parent != heading.id or editions.new.logic(over) != logic:
        return False
    beside = [item for item in editions.new.items_below(heading.id) if item.id != over.id]
    before = editions.old.by_id.get(items[0].parent)
    if logic == "any" and (before is None or all(_says_half(item.text, [before]) for item in beside)):
        return False  # the heading asked for the same, and gave it to an item
    kept = all(
        node is not None and normal(node.text) == normal(item.text) for node, item in zip(now, items, strict=True)
    )
    return kept and len(editions.new.items_below(over.id)) == len(items)


def with_turned_list(found: Sequence[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a pair of items of a list of which all were asked and any is enough now, or the reverse.

    It decides nothing where one of them has a condition that an item beside the other has: what was asked together
    then stands in each.
    """
    above = editions.old.parent_item(old), editions.new.parent_item(new)
    one_sided = [one for one in found if bool(one.old) != bool(one.new)]
    conditions = [one for one in one_sided if one.type == "condition" and one.effect != "none"]
    if not conditions or above[0] is None or above[1] is None:
        return list(found)
    if {editions.old.logic(above[0]), editions.new.logic(above[1])} != {"any", "all"}:
        return list(found)
    beside = {
        "new": [near for near in editions.old.items_below(above[0].id) if near.id != old.id],
        "old": [near for near in editions.new.items_below(above[1].id) if near.id != new.id],
    }
    if not any(_says_half(one.new or one.old, beside["new" if one.new else "old"]) for one in conditions):
        return list(found)
    return [_undecided(one) for one in found]


def _says_half(said: str, nodes: Sequence[Node]) -> bool:
    words = telling_words(said)
    return bool(words) and any(2 * len(words & telling_words(near.text)) >= len(words) for near in nodes)


def _undecided(one: Evidence) -> Evidence:
    if one.effect in ("none", "unclear"):
        return one
    return msgspec.structs.replace(one, effect="unclear", note=TURNED_LIST)
