"""Paired nodes → the changes between two editions, with kind, effect and evidence."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence, Set

import msgspec

from controllist.alignment.result import Pair
from controllist.changes.chains import chain_evidence
from controllist.changes.effect import evidence_of
from controllist.changes.kinds import is_moved, kind_of, place_change, place_evidence
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.governed import causes_of, governed_by
from controllist.changes.place.ground.tree import tree_of
from controllist.changes.place.headings.lead_ins import lead_in_evidence
from controllist.changes.records import (
    REWRITTEN,
    STANDARD_NAMED,
    Change,
    Effect,
    Evidence,
    change_id,
    combined,
    decided_by,
    side_of,
    tidied,
)
from controllist.model import Node


class Matched(msgspec.Struct, frozen=True, gc=False):
    """A pair as this floor needs it: the node in the old and in the new edition, one of them maybe None."""

    old: Node | None
    new: Node | None
    matched_by: str = ""
    score: float = 0.0


AnyPair = Matched | Pair
"""A pair, as alignment gives it or not."""


def changes_between(old: Sequence[Node], new: Sequence[Node], pairs: Iterable[AnyPair]) -> tuple[Change, ...]:
    """The changes between two editions whose nodes have been paired, in the order of the pairs.

    An item whose own words and place stand as they were, while a definition or note that governs it changed what it
    says, is `rescoped` with the flag `carried`, and evidence that names the cause. One that was reworded, renumbered or
    moved keeps its kind and its own effect; the cause stands in its evidence, and the flag `governed` says so.
    """
    matched = tuple(pairs)
    partner = {pair.old.id: pair.new.id for pair in matched if pair.old is not None and pair.new is not None}
    touched = _touched(matched, partner)
    differing = [(pair.old, pair.new) for pair in map(matched.__getitem__, touched)]
    editions = Editions(tree_of(old), tree_of(new), partner, differing)
    led = _changed_below([matched[at] for at in touched], partner)
    moved = editions.reassigned
    place = _places(matched)
    likely = sorted({*touched, *[place[ident] for ident in _reached(led, moved, editions) if ident in place]})
    asked = [(at, matched[at]) for at in likely if not _says_the_same(matched[at], led, moved)]
    own = {at: found for at, pair in asked if (found := evidence_of(pair.old, pair.new, editions))}
    causes = causes_of((matched[at].old, matched[at].new, found) for at, found in own.items())
    carried = governed_by(causes, editions)
    likely = sorted({*likely, *[place[ident] for ident in carried if ident in place]})
    changes = [
        _change(matched[at], own.get(at, []), carried, editions)
        for at in likely
        if at in own or not _stands(matched[at], carried, editions)
    ]
    return tuple([change for change in changes if change is not None])


def own_change(pair: AnyPair, editions: Editions) -> Change | None:
    """The change of one pair by its own words and place, whatever governs it; None where nothing changed."""
    is_same = _says_the_same(pair, (editions.old.below, editions.new.below), editions.reassigned)
    own = [] if is_same else evidence_of(pair.old, pair.new, editions)
    return _change(pair, own, {}, editions) if own or not _stands(pair, {}, editions) else None


def _touched(pairs: Sequence[AnyPair], partner: Mapping[str, str]) -> list[int]:
    """Where the pairs stand whose nodes differ in words, number or place, or are not both in force.

    Most pairs do not: all that follows looks at these, and at what they reach.
    """
    found: list[int] = []
    for at, pair in enumerate(pairs):
        old, new = pair.old, pair.new
        if (
            old is None
            or new is None
            or not old.text == new.text != ""
            or not old.status == new.status == "active"
            or old.code != new.code
            or not partner.get(above := old.parent, "") == new.parent == above
        ):
            found.append(at)
    return found


def _places(pairs: Iterable[AnyPair]) -> dict[str, int]:
    """Where the pair of each new node stands."""
    return {pair.new.id: at for at, pair in enumerate(pairs) if pair.new is not None}


def _reached(led: tuple[Set[str], Set[str]], moved: Set[str], editions: Editions) -> Iterable[str]:
    """The new nodes' ids of pairs that may count otherwise though they say the same: what stands below them changed,
    or they cite a number that went to another item."""
    partner = editions.partner
    leading = {partner.get(ident, "") for ident in led[0]} & led[1]
    if not moved:
        return leading
    citing = [node.id for node in editions.old.nodes if node.refs and not moved.isdisjoint(node.refs)]
    return leading.union([partner.get(ident, "") for ident in citing])


def _changed_below(pairs: Iterable[AnyPair], partner: Mapping[str, str]) -> tuple[Set[str], Set[str]]:
    """The ids of the old and of the new nodes below which something came, went, moved or has other words now."""
    led: tuple[set[str], set[str]] = set(), set()
    for pair in pairs:
        old, new = pair.old, pair.new
        if old is None or new is None:
            led[0].update([old.parent] if old else ())
            led[1].update([new.parent] if new else ())
        elif old.text != new.text or old.status != new.status or partner.get(old.parent, "") != new.parent:
            led[0].add(old.parent)
            led[1].add(new.parent)
    return led


def _says_the_same(
    pair: AnyPair, led: tuple[Container[str], Container[str]], reassigned: frozenset[str]
) -> bool:
    """Whether a pair has the same words and needs no look at what stands below it: there is no evidence.

    `led` are the ids of the old and of the new nodes whose lists may count otherwise.
    """
    old, new = pair.old, pair.new
    return (
        old is not None
        and new is not None
        and old.text == new.text != ""
        and old.status == new.status == "active"
        and not (old.id in led[0] and new.id in led[1])
        and not (old.refs and reassigned and not reassigned.isdisjoint(old.refs))
    )


def _stands(pair: AnyPair, carried: Mapping[str, list[Evidence]], editions: Editions) -> bool:
    """Whether a pair without evidence of its own is in its place, and nothing elsewhere reaches it."""
    old, new = pair.old, pair.new
    if old is None or new is None or old.code != new.code or new.id in carried:
        return False
    if old.parent == new.parent or not is_moved(old, new, editions):
        return True
    return place_change(old, new, editions) is None and not old.excludes  # what takes goods out does so of another item


def _change(
    pair: AnyPair, own: list[Evidence], carried: dict[str, list[Evidence]], editions: Editions
) -> Change | None:
    moved = is_moved(pair.old, pair.new, editions)
    elsewhere = lead_in_evidence(pair.old, pair.new, editions) if moved else []
    is_open = elsewhere or (moved and any(map(_may_be_said_above, own)) and decided_by(own) == "unclear")
    if is_open and pair.old and pair.new and (whole := chain_evidence(pair.old, pair.new, editions)):
        is_same = all(one.effect == "none" for one in (*own, *whole))
        own, elsewhere = (own, whole) if is_same else (whole, [])
    kind = kind_of(pair.old, pair.new, own, editions) or ("moved" if elsewhere else None)
    from_above = carried.get(pair.new.id, []) if pair.new and kind not in ("added", "removed") else []
    from_above = from_above if pair.new and pair.new.status == "active" else []
    is_governed = any(one.effect != "none" for one in from_above)
    if kind in ("rescoped", "reworded"):
        kind = "rescoped" if any(one.effect != "none" for one in elsewhere) else kind
        own = own + place_evidence(pair.old, pair.new, editions)
    own = own + elsewhere
    if kind is None and not is_governed:
        return None
    flags = () if not is_governed or kind == "rescoped" else ("carried",) if kind is None else ("governed",)
    return Change(
        id=change_id(pair.old, pair.new),
        kind=kind or "rescoped",
        effect=effect_of(own, from_above if kind in (None, "rescoped") else ()),
        old=side_of(pair.old),
        new=side_of(pair.new),
        matched_by=pair.matched_by,
        score=pair.score,
        evidence=tuple(dict.fromkeys(map(tidied, (*own, *from_above)))),
        flags=flags,
    )


def _may_be_said_above(one: Evidence) -> bool:
    """Whether evidence is about words of one edition alone, which in the other a lead-in may say."""
    return one.effect == "unclear" and one.type == "wording" and bool(one.old) != bool(one.new)


_OUTWEIGHED = (REWRITTEN, STANDARD_NAMED)


def effect_of(own: Sequence[Evidence], carried: Sequence[Evidence] = ()) -> Effect:
    """One effect: the item's own words decide; a cause elsewhere adds what it is sure of.

    Where the own words say nothing, the cause's doubt is the item's doubt; so it is with a word that is now a term,
    with what bears a cited number and was rewritten in its place, and with a standard by which a limit is measured now.
    """
    sure = [one for one in own if not (one.effect == "unclear" and (one.type == "term" or one.note in _OUTWEIGHED))]
    decided = decided_by(sure)
    if decided == "none" and len(sure) < len(own):
        decided = "unclear"
    if decided == "unclear" and _limits_go_both_ways(sure):
        return "mixed"
    above = combined(one.effect for one in carried)
    if decided == "unclear" and above not in ("none", "unclear") and len(sure) == len(own):
        return decided_by((*sure, *carried))  # what can go one way alone does not gainsay a cause that goes that way
    if decided == "none" or (above not in ("none", "unclear") and decided != "unclear"):
        return combined([decided, above])
    return decided


def _limits_go_both_ways(own: Sequence[Evidence]) -> bool:
    """Whether limits of an item's own words went in either direction, which no doubt about its other words undoes."""
    told = {one.effect for one in own if one.type == "threshold"}
    return {"tightened", "relaxed"} <= told and not any(one.type in ("parent", "logic") for one in own)
