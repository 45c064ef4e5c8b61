"""One change of a node for the several that it went through: what still differs between the two ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from controllist.changes.kinds import NOTES
from controllist.changes.records import (
    GAP,
    Change,
    ChangeKind,
    Effect,
    Evidence,
    FieldChange,
    Side,
    cause_name,
    cause_note,
    combined,
    opposite,
)
from controllist.history.flags import said
from controllist.history.pairs import PairRecord
from controllist.history.records import Facts
from controllist.history.store import History


class Standing(NamedTuple):
    """A node of an edition."""

    id: str
    facts: Facts
    side: Side


class Ends(NamedTuple):
    """A node in the first and in the last edition, None where it is not there; whether under the same parent."""

    start: Standing | None
    end: Standing | None
    same_parent: bool


class Step(NamedTuple):
    """One change of a node, and the edition that made it."""

    edition: str
    change: Change


def net_change(history: History, ends: Ends, own: Sequence[Step], carried: Sequence[Step]) -> Change | None:
    """The change of a node over all its steps, oldest first; None where nothing of them is left.

    `own` are the changes of its own words or place, `carried` those that a cause elsewhere brought.
    """
    there, here = _active(ends.start), _active(ends.end)
    if not there and not here:
        return None
    if not there or not here:
        kind: ChangeKind = "added" if here else "removed"
        steps = [step for step in own if step.change.kind == kind]
        return _net(ends, kind, ([step for step in steps if GAP not in step.change.flags] or steps)[-1:], ())
    worded = _lasting(history, ends, [step for step in own if step.change.kind not in ("renumbered", "moved")])
    if worded:
        alone = all(step.change.kind == "reworded" for step in worded)
        doubts = any(step.change.effect != "none" for step in carried)
        return _net(ends, "reworded" if alone and not doubts else "rescoped", worded, carried)
    if carried:
        return _net(ends, "rescoped", (), carried)
    place = _place(ends)
    if place is None:
        return None
    steps = [step for step in own if step.change.kind in ("renumbered", "moved")]
    if not steps and _are_notes(ends):
        return None  # it stands where it stood, and was only taken to belong to another item
    plain = _net(ends, place, steps[-1:], ())
    return msgspec.structs.replace(plain, evidence=(), effect="none", score=plain.score if steps else 1.0)


def _active(standing: Standing | None) -> bool:
    return standing is not None and standing.facts.status == "active"


def _place(ends: Ends) -> ChangeKind | None:
    """How a node's code differs between the two ends."""
    codes = [standing.facts.code for standing in (ends.start, ends.end) if standing]
    if len(codes) == 2 and not any(codes):
        return None if ends.same_parent or not _are_notes(ends) else "moved"
    if len(codes) < 2 or not all(codes) or codes[0] == codes[1]:
        return None
    return "renumbered" if ends.same_parent else "moved"


def _are_notes(ends: Ends) -> bool:
    return all(standing is not None and standing.facts.kind in NOTES and standing.facts.parent for standing in ends[:2])


def _lasting(history: History, ends: Ends, steps: Sequence[Step]) -> list[Step]:
    """The steps in a node's words that still count: where it says again what it said, none of those in its words.

    A step beside its words (how its list counts) counts unless a later one takes it back.
    """
    assert ends.start is not None
    assert ends.end is not None
    if said(ends.start.facts)[0] != said(ends.end.facts)[0]:
        return list(steps)
    found: list[Step] = []
    for step in steps:
        if _in_words(history, step):
            continue
        if found and _takes_back(step.change, found[-1].change):
            found.pop()
        else:
            found.append(step)
    return found


def _in_words(history: History, step: Step) -> bool:
    """Whether a step changed what the node says, not only what stands around it."""
    before = history.editions[history.editions.index(step.edition) - 1]
    sides = (before, step.change.old), (step.edition, step.change.new)
    facts = [history.facts(date).get(side.id) if side else None for date, side in sides]
    return said(facts[0])[:1] != said(facts[1])[:1]


def _takes_back(later: Change, earlier: Change) -> bool:
    reverse = {(one.type, opposite(one.effect), one.parameter, one.new, one.old) for one in later.evidence}
    return reverse == {(one.type, one.effect, one.parameter, one.old, one.new) for one in earlier.evidence}


def _net(ends: Ends, kind: ChangeKind, own: Sequence[Step], carried: Sequence[Step]) -> Change:
    steps = sorted([*own, *carried], key=lambda step: step.edition)
    place = _place(ends)
    codes = (ends.start.facts.code if ends.start else "", ends.end.facts.code if ends.end else "")
    effect, doubt = _net_effect([step.change.effect for step in own], [step.change.effect for step in carried])
    evidence = (
        msgspec.structs.replace(one, edition=step.edition)
        for step in steps for one in step.change.evidence if one.type != "code"
    )  # fmt: skip
    moved = (Evidence("code", "none", old=codes[0], new=codes[1], note=place),) if place else ()
    only = steps[0].change if len(steps) == 1 else None
    return Change(
        id=f"{ends.start.id if ends.start else ''}>{ends.end.id if ends.end else ''}",
        kind=kind,
        effect=effect,
        old=ends.start.side if ends.start else None,
        new=ends.end.side if ends.end else None,
        matched_by=only.matched_by if only else "lineage" if ends.start and ends.end else "",
        score=min((step.change.score for step in steps), default=0.0),
        evidence=(*evidence, *moved, *doubt),
        flags=only.flags if only else ("carried",) if carried and not own else (),
    )


def _net_effect(own: Sequence[Effect], carried: Sequence[Effect]) -> tuple[Effect, tuple[Evidence, ...]]:
    """The effect of all steps: a node's own words decide, a cause elsewhere adds what it is sure of."""
    sure = [effect for effect in carried if effect not in ("none", "unclear")]
    found = {effect for effect in (*own, *sure) if effect != "none"} or {each for each in carried if each != "none"}
    if len(found) > 1 and "unclear" not in found:
        return "unclear", (Evidence("steps", "unclear", note="the editions between differ in direction"),)
    return combined(found) if own or carried else "unclear", ()


_GOVERNING = ("definition", "note", "technical-note")


def undone_causes(history: History, old: str, new: str, records: Iterable[PairRecord]) -> set[tuple[str, str]]:
    """The changes of definitions and notes that left them saying what they said: edition, and the words of evidence.

    Evidence names its cause and no more; where two causes of one name changed in an edition, both must be undone.
    """
    undone: set[tuple[str, str]] = set()
    lasting: set[tuple[str, str]] = set()
    for record in records:
        for change in record.changes:
            side, date = (change.new, record.new) if change.new else (change.old, record.old)
            assert side is not None
            facts = history.facts(date)[side.id]
            if facts.kind in _GOVERNING:
                lineage = history.lineages.name(date, side.id)
                ends = [history.facts(each).get(history.lineages.id_at(lineage, each)) for each in (old, new)]
                name = cause_name(facts.kind, facts.label, side.id)
                same = said(ends[0])[:1] == said(ends[1])[:1]
                told = cause_note(name, was=change.old is not None, now=change.new is not None)
                (undone if same else lasting).add((record.new, told))
    return undone - lasting


def without_causes(carried: Sequence[Step], undone: set[tuple[str, str]]) -> list[Step]:
    """The steps that a cause elsewhere brought, without the causes that were undone."""
    found = []
    for edition, change in carried:
        kept = tuple(one for one in change.evidence if (edition, one.note) not in undone)
        if kept == change.evidence:
            found.append(Step(edition, change))
        elif any(one.type != "code" for one in kept):
            effect = combined(one.effect for one in kept)
            found.append(Step(edition, msgspec.structs.replace(change, evidence=kept, effect=effect)))
    return found


def joined_fields(known: Sequence[FieldChange], later: FieldChange) -> list[FieldChange]:
    """The changes of one field of a node with a later one: drawn together where it goes on, gone where undone."""
    if later in known:
        return list(known)
    for at, field in enumerate(known):
        if field.note or later.note or field.new != later.old:
            continue
        if field.old == later.new:
            return [*known[:at], *known[at + 1 :]]
        if field.new:
            what = "changed" if field.old and later.new else "added" if later.new else "removed"
            one = msgspec.structs.replace(later, old=field.old, what=what)
            return [*known[:at], one, *known[at + 1 :]]
    return [*known, later]
