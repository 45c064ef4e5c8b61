"""What changed between any two editions of a list, told from the records of the pairs between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from controllist.changes.records import Change, FieldChange
from controllist.codes import Style
from controllist.comparison import Comparison, Division, Link
from controllist.history.net import Ends, Standing, Step, joined_fields, net_change, undone_causes, without_causes
from controllist.history.pairs import PairRecord, carried_changes
from controllist.history.records import side_of_facts
from controllist.history.store import History
from controllist.model import EditionInfo


def chained(
    history: History, style: Style, old: EditionInfo, new: EditionInfo, records: Sequence[PairRecord]
) -> Comparison:
    """The changes from `old` to `new`, where `records` are those of all successive pairs between them, in order.

    Over one pair they are the record's own. Over several a node's kind follows from its two ends; its evidence is that
    of every step, named by edition. What was undone on the way is no change. Where the steps went both ways the net
    effect is `unclear`, for the records do not tell it.
    """
    before, after = (_standing(history, style, info.edition) for info in (old, new))
    own, carried = _steps(history, style, records)
    found: list[Change] = []
    if len(records) > 1:
        undone = undone_causes(history, old.edition, new.edition, records)
        for name in [*after, *(name for name in before if name not in after)]:
            if name not in own and name not in carried and _stayed(before.get(name), after.get(name)):
                continue
            ends = _ends(history, (old.edition, new.edition), before.get(name), after.get(name))
            change = net_change(history, ends, own.get(name, []), without_causes(carried.get(name, []), undone))
            found += [change] if change else []
    else:
        for name in [*after, *(name for name in before if name not in after)]:
            found += [change for _, change in (own.get(name) or carried.get(name) or ())[:1]]
    return Comparison(
        old, new,
        changes=tuple(change for change in found if "carried" not in change.flags),
        carried=tuple(change for change in found if "carried" in change.flags),
        fields=_fields(history, records, before, after),
        links=tuple(_links(before, after, own)),
        splits=_divisions(history, records, before, after, "splits"),
        merges=_divisions(history, records, before, after, "merges"),
        undone=tuple(undone for record in records for undone in record.undone),
    )  # fmt: skip


@lru_cache(maxsize=4)  # the next pair of editions begins where this one ends
def _standing(history: History, style: Style, date: str) -> Mapping[str, Standing]:
    found = {}
    for ident, facts in history.facts(date).items():
        found[history.lineages.name(date, ident)] = Standing(ident, facts, side_of_facts(ident, facts, style))
    return found


_Steps = dict[str, list[Step]]
"""The changes of each lineage, oldest first."""


def _steps(history: History, style: Style, records: Iterable[PairRecord]) -> tuple[_Steps, _Steps]:
    """Those of its own words or place, and those that are carried."""
    found: tuple[_Steps, _Steps] = {}, {}
    for record in records:
        for target, steps in zip(found, _steps_of_pair(history, style, record), strict=True):
            for name, more in steps.items():
                target.setdefault(name, []).extend(more)
    return found


@lru_cache(maxsize=64)  # comparisons from several editions to the newest share the later pairs
def _steps_of_pair(history: History, style: Style, record: PairRecord) -> tuple[_Steps, _Steps]:
    above = carried_changes(record, lambda date, ident: side_of_facts(ident, history.facts(date)[ident], style))
    found: tuple[_Steps, _Steps] = {}, {}
    for target, changes in zip(found, (record.changes, above), strict=True):
        for change in changes:
            side, date = (change.new, record.new) if change.new else (change.old, record.old)
            assert side is not None
            target.setdefault(history.lineages.name(date, side.id), []).append(Step(record.new, change))
    return found


def _stayed(start: Standing | None, end: Standing | None) -> bool:
    """Whether both editions hold the same version of a node."""
    return start is not None and end is not None and start.facts is end.facts


def _ends(history: History, dates: tuple[str, str], start: Standing | None, end: Standing | None) -> Ends:
    if start is None or end is None:
        return Ends(start, end, same_parent=True)
    above = [history.lineages.name(date, each.facts.parent) for date, each in zip(dates, (start, end), strict=True)]
    return Ends(start, end, same_parent=above[0] == above[1])


def _links(
    before: Mapping[str, Standing], after: Mapping[str, Standing], own: Mapping[str, Sequence[Step]]
) -> Iterator[Link]:
    """Each node that both editions hold: how it was recognised where one step tells it, else by its lineage."""
    for name, start in before.items():
        end = after.get(name)
        if end is None:
            continue
        steps = own.get(name, [])
        if len(steps) == 1 and steps[0].change.matched_by:
            yield Link(start.id, end.id, steps[0].change.matched_by, steps[0].change.score)
        elif steps:
            yield Link(start.id, end.id, "lineage", min(step.change.score for step in steps))
        else:
            yield Link(start.id, end.id, "identical" if start.facts.digest == end.facts.digest else "lineage", 1.0)


def _fields(
    history: History, records: Sequence[PairRecord], before: Mapping[str, Standing], after: Mapping[str, Standing]
) -> tuple[FieldChange, ...]:
    """The changes of fields of nodes that stand in both editions, under their ids in the new one."""
    if len(records) == 1:
        return records[0].fields
    found: dict[tuple[str, str], list[FieldChange]] = {}
    for record in records:
        for field in record.fields:
            name = history.lineages.name(record.new, field.id)
            if name in before and name in after:
                here = msgspec.structs.replace(field, id=after[name].id, code=after[name].facts.code)
                known = found.get((name, field.field), [])
                found[name, field.field] = joined_fields(known, here)
    return tuple(field for fields in found.values() for field in fields)


def _divisions(
    history: History, records: Iterable[PairRecord], before: Mapping[str, Standing], after: Mapping[str, Standing],
    which: str,
) -> tuple[Division, ...]:  # fmt: skip
    """The splits or merges of all steps, by the ids that the nodes have at both ends; those that are gone left out."""
    found = []
    for record in records:
        dates = (record.old, record.new) if which == "splits" else (record.new, record.old)
        ends = (before, after) if which == "splits" else (after, before)
        divisions: tuple[Division, ...] = getattr(record, which)
        for division in divisions:
            whole = ends[0].get(history.lineages.name(dates[0], division.whole))
            parts = [ends[1].get(history.lineages.name(dates[1], part)) for part in division.parts]
            if whole and all(parts):
                found.append(Division(whole.id, tuple(part.id for part in parts if part), division.share))
    return tuple(found)
