"""Two lists in the place of one another, each read as the ways to be controlled that it leaves.

Where a heading was rewritten with its list, what its words do cannot be told from them alone: a condition may have
gone to the items, or come from them. Each item is read as a clause with the words of the heading before it; one list
holds all that the other did where each of its ways holds what some way of the other held.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from controllist.changes.lists.regions import regions_effect
from controllist.changes.lists.ways_compared import ComparedWays, are_too_many
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.neighbours import SAID_NEARBY
from controllist.changes.place.ground.provisions import Way, ways_of
from controllist.changes.place.headings.rewritten_lists import REWRITTEN_LIST
from controllist.changes.records import Effect, Evidence, opposite
from controllist.model import Node

SAME_WAYS = "both lists hold the same, read item by item"
MORE_WAYS = "the list holds what the other one did and more, read item by item"
FEWER_WAYS = "the list holds no more than the other one did, read item by item"
OTHER_WAYS = "each list holds what the other one does not, read item by item"
WITHIN_LIST = "the list that stood there held it already"
BEYOND_LIST = "more than the list held that stood there"
_STRUCTURAL = frozenset((
    SAID_NEARBY, REWRITTEN_LIST, "what was said in one clause now stands in several",
    "how the list counts is not certain",
))  # fmt: skip
"""The notes of evidence about words that may have gone to the items of a list, or come from them."""


class Told(NamedTuple):
    """What a list does in the place of another one, and why."""

    effect: Effect
    why: str


def lists_evidence(old: Node, new: Node, editions: Editions) -> Told | None:
    """What the list below a heading does in the place of the one that stood there; None where that is not certain."""
    before = ways_of(old, editions.old)
    after = ways_of(new, editions.new) if before else ()
    if not before or not after or are_too_many(before, after):
        return None
    compared = ComparedWays(old, new, editions)
    back = ComparedWays(new, old, editions.swapped)
    covered = all(
        any(compared.covers(way, other) for other in after) or compared.hold_together(way, after) for way in before
    )
    inside = all(
        any(compared.is_within(way, other) for way in before) or back.hold_together(other, before) for other in after
    )
    if covered and inside:
        return Told("none", SAME_WAYS)
    beyond = [] if inside else [other for other in after if all(compared.goes_beyond(way, other) for way in before)]
    lost = [] if covered else [way for way in before if all(compared.falls_short(way, other) for other in after)]
    if (beyond and compared.stood_elsewhere(before, after, beyond)) or (
        lost and compared.stands_elsewhere(before, after, lost)
    ):
        return _told_by_limits(before, after)
    if covered and beyond:
        return Told("tightened", MORE_WAYS)
    if inside and lost:
        return Told("relaxed", FEWER_WAYS)
    if beyond and lost:
        return Told("mixed", OTHER_WAYS)
    return _told_by_limits(before, after)


def _told_by_limits(before: Sequence[Way], after: Sequence[Way]) -> Told | None:
    """What a list does in the place of another one that says the same but for its limits; None if not certain."""
    effect = regions_effect(before, after)
    return Told(effect, _BY_LIMITS[effect]) if effect != "unclear" else None


_BY_LIMITS = {"none": SAME_WAYS, "tightened": MORE_WAYS, "relaxed": FEWER_WAYS, "mixed": OTHER_WAYS}


def in_place_of_list(node: Node, heading: Node, origin: Node, editions: Editions) -> Evidence | None:
    """The evidence of a new item in a list that was rewritten: whether the list that stood there held it already."""
    if editions.new.logic(heading) == "all":
        return None
    before = ways_of(origin, editions.old)
    ways = ways_of(heading, editions.new) if before else ()
    after = [way for way in ways if is_same_or_below(way.code, node.code)]
    if not before or not after or are_too_many(before, after):
        return None
    compared = ComparedWays(origin, heading, editions)
    if all(any(compared.is_within(way, other) for way in before) for other in after):
        return Evidence("alternative", "none", old=origin.code, new=node.code, note=WITHIN_LIST)
    beyond = [other for other in after if all(compared.goes_beyond(way, other) for way in before)]
    if not beyond or compared.stood_elsewhere(before, after, beyond):
        return None
    effect: Effect = {1: "tightened", -1: "relaxed"}.get(editions.new.way(node), "unclear")  # type: ignore[assignment]  # three effects
    return Evidence("alternative", effect, old=origin.code, new=node.code, note=BEYOND_LIST)


def with_lists_told(found: Sequence[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a pair of headings; where what they say cannot be told from them alone, of their lists."""
    if not any(one.effect == "unclear" and one.note in _STRUCTURAL for one in found) or old.kind != "item":
        return list(found)
    way = editions.old.way(old)
    if way != editions.new.way(new) or not way:
        return list(found)
    lists = editions.old.items_below(old.id), editions.new.items_below(new.id)
    if [item.text for item in lists[0]] == [item.text for item in lists[1]]:
        return list(found)  # only the words of the heading differ
    told = lists_evidence(old, new, editions)
    if told is None:
        return list(found)
    effect = opposite(told.effect) if way < 0 else told.effect
    return [Evidence("alternative", effect, old=old.code, new=new.code, note=told.why)]
