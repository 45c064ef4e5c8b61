"""What a browser needs to look up codes and to say what became of them: two kinds of small files for each list.

`codes/<list>/index.json` holds every code that ever stood in the list and the editions it stood in;
`codes/<list>/<date>.json` what changed from the edition of that date to the newest, as `controllist impact` weighs it.
The steps between are drawn together here, so that there is one way to do it. These files are the pages' own: their
shape may change with the scripts, and is no part of the dataset.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from controllist.changes.records import Change, FieldChange, Side
from controllist.changes.words import field_words
from controllist.history.chained import chained
from controllist.history.pairs import PairRecord, carried_changes
from controllist.history.records import side_of_facts
from controllist.impact import Ground, note_of, weighs
from controllist.library import Library
from controllist.publish.parts.addresses import page_name
from controllist.publish.parts.pair_index import ELSEWHERE, change_anchors, counts_of, part_of
from controllist.publish.parts.shelf import Shelf
from controllist.report.view import category_of, entry_of_change

Row = list[object]
"""A record as the browser reads it; empty fields at its end are left out."""


def index_data(shelf: Shelf) -> bytes:
    """The codes of a list with the editions they stood in, and where the list's pages show them.

    `stands` has for each of `items` a number of `bits`: the editions in which the item is in force, and those in which
    its number is kept empty, in hexadecimal. `after` tells of a code that was handed on or given up: the last edition
    in which it was the item's, and the code the item has in the newest, if it lives on there.
    """
    items = [ident for idents in shelf.entries.values() for ident in idents if _is_item(shelf, ident)]
    bits: dict[tuple[int, int], int] = {}
    stands = [bits.setdefault(_editions(shelf, ident), len(bits)) for ident in items]
    codes = {ident: shelf.presence.stands[ident][-1].facts.code for ident in items}
    pages = {ident: shelf.page_of(ident, _last(shelf, ident)) for ident in items}
    entries, others = _entry_rows(shelf, pages)
    return msgspec.json.encode({
        "list": shelf.name,
        "short": shelf.scheme.short,
        "style": shelf.scheme.codes.cite,
        "editions": [info.edition for info in shelf.infos],
        "since": [number for number in range(len(shelf.infos) - 1) if _records_from(shelf, number)],
        "parted": [number for number, record in enumerate(_records(shelf), 1) if record and counts_of(record).in_parts],
        "bits": [(f"{active:x}", f"{reserved:x}") for active, reserved in bits],
        "entries": entries,
        "items": "\n".join(items),
        "stands": stands,
        "codes": {ident: code for ident, code in codes.items() if code != ident},
        "pages": others,
        "after": {ident: found for ident in items if (found := _after(shelf, ident))},
    })  # fmt: skip


def _is_item(shelf: Shelf, ident: str) -> bool:
    return shelf.presence.stands[ident][0].facts.kind == "item"


def _editions(shelf: Shelf, ident: str) -> tuple[int, int]:
    """The editions in which an item is in force, and those in which its number is kept empty, as bits."""
    found = {"active": 0, "reserved": 0}
    for stand in shelf.presence.stands[ident]:
        found[stand.facts.status] |= stand.bits
    return found["active"], found["reserved"]


def _last(shelf: Shelf, ident: str) -> int:
    """The number of the last edition in which an item is in force, or else its number is kept empty."""
    active, reserved = _editions(shelf, ident)
    return (active or reserved).bit_length() - 1


def _entry_rows(shelf: Shelf, pages: dict[str, str]) -> tuple[list[Row], dict[str, str]]:
    """Each entry's code, caption, folder, section and part of a report; the sections of items that stand elsewhere."""
    rows: list[Row] = []
    others: dict[str, str] = {}
    for entry, idents in shelf.entries.items():
        items = [ident for ident in idents if ident in pages]
        own = pages[items[-1]]
        others |= {ident: pages[ident] for ident in items if pages[ident] != own}
        rows.append(_trimmed(entry, shelf.caption(entry), page_name(entry), own, _part(shelf, entry)))
    return rows, others


@lru_cache(maxsize=8192)
def _part(shelf: Shelf, entry: str) -> str:
    """The part of a report in which an entry stands, where it has parts."""
    return part_of(category_of(shelf.scheme, entry), entry)


def _after(shelf: Shelf, ident: str) -> list[tuple[int, str]]:
    """The items that had this code and no longer do: the last edition of each, and its code in the newest edition."""
    lineages = shelf.history.lineages
    if not lineages.bearing(ident):
        return []
    dates = shelf.history.editions
    active, _ = _editions(shelf, ident)
    owners = [(number, lineages.name(dates[number], ident)) for number in range(len(dates)) if active >> number & 1]
    last = {owner: number for number, owner in owners}
    newest = {*_active_now(shelf)}
    found = []
    for owner, number in last.items():
        now = lineages.id_at(owner, dates[-1])
        if number < len(dates) - 1 and now != ident:
            found.append((number, now if now in newest else ""))
    return sorted(found)


@lru_cache(maxsize=1)
def _active_now(shelf: Shelf) -> frozenset[str]:
    facts = shelf.history.facts(shelf.infos[-1].edition)
    return frozenset(ident for ident, each in facts.items() if each.kind == "item" and each.status == "active")


def since_data(library: Library, shelf: Shelf, number: int) -> bytes | None:
    """What changed from the n-th edition of a list to the newest; None where the dataset lacks the record of a step.

    A row of `changes` is: kind, effect, old id, new id, whether it is carried, number of its note, steps. Where the
    new id is the old one, it says 0. A step is the number of the edition that made it (negative where it stands among
    what changed elsewhere), or that with the anchor of its place in the report. A row of `fields`: id, effect, words,
    steps. `links` has the items whose id is another in the newest edition, empty where it is gone; `parts` those that
    were divided or joined.
    """
    records = _records_from(shelf, number)
    if not records:
        return None
    comparison = chained(shelf.history, shelf.scheme.codes.cite, shelf.infos[number], shelf.infos[-1], records)
    ground = Ground(library, comparison)
    notes: dict[str, int] = {}
    changes = [
        _trimmed(
            change.kind, change.effect, *_ids(change), int("carried" in change.flags),
            notes.setdefault(note_of(change), len(notes)), _steps_of(shelf, number, change),
        )
        for change in ground.changes if _touches_entry(shelf, change)
    ]  # fmt: skip
    fields = [
        _trimmed(
            field.id, "unclear" if weighs(field) else "none", field_words(field), _field_steps(shelf, number, field)
        )
        for field in comparison.fields if _root(field.id) in shelf.entries
    ]  # fmt: skip
    return msgspec.json.encode({
        "from": comparison.old.edition,
        "to": comparison.new.edition,
        "notes": list(notes),
        "changes": changes,
        "fields": fields,
        "links": {old: new for old in ground.old if (new := ground.link.get(old, "")) != old},
        "parts": {ident: parts for ident, parts in ground.parts.items() if ident in ground.old},
    })  # fmt: skip


def _records_from(shelf: Shelf, number: int) -> list[PairRecord]:
    """The records of all pairs from the n-th edition on; none where one is missing."""
    found = _records(shelf)[number:]
    return [record for record in found if record is not None] if None not in found else []


@lru_cache(maxsize=1)
def _records(shelf: Shelf) -> Sequence[PairRecord | None]:
    return [shelf.record(number) for number in range(1, len(shelf.infos))]


def _root(ident: str) -> str:
    """What an id stands under: an entry, a group, or the kind of a definition or statement."""
    return ident.partition("/")[0].partition(".")[0]


def _touches_entry(shelf: Shelf, change: Change) -> bool:
    """Whether a change stands in an entry on either side: no other can touch a code."""
    return any(_root(side.id) in shelf.entries for side in (change.old, change.new) if side)


def _ids(change: Change) -> tuple[str, str | int]:
    old, new = change.old.id if change.old else "", change.new.id if change.new else ""
    return old, 0 if old == new else new


def _trimmed(*values: object) -> Row:
    """The values without those at the end that are empty."""
    found = list(values)
    while found and not found[-1]:
        found.pop()
    return found


_NOWHERE = Side("", "", "")

Step = tuple[int, str, str]
"""The number of the edition that made a change, its anchor in the report of that edition, and the report's part."""


def _steps_of(shelf: Shelf, number: int, change: Change) -> list[object]:
    """Where the reports tell of a change that was drawn together: those steps that its evidence names, else all."""
    name = _lineage(shelf, number, change)
    found = [step for step in _steps(shelf).get(name, ()) if step[0] > number]
    named = {one.edition for one in change.evidence}
    told = [step for step in found if shelf.infos[step[0]].edition in named]
    ident = (change.new or change.old or _NOWHERE).id
    part = _part(shelf, _root(ident)) if _root(ident) in shelf.entries else ""
    return [_step(step, f"c-{ident}", part) for step in told or found]


def _step(step: Step, anchor: str, part: str) -> object:
    number, own, page = step
    if own == ELSEWHERE:
        return -number
    return number if (own, page) == (anchor, part) else _trimmed(number, own, "" if page == part else page)


def _field_steps(shelf: Shelf, number: int, field: FieldChange) -> list[int]:
    name = shelf.history.lineages.name(shelf.infos[-1].edition, field.id)
    return [step for step in _steps_of_fields(shelf).get((name, field.field), ()) if step > number]


def _lineage(shelf: Shelf, number: int, change: Change) -> str:
    side, date = (change.new, shelf.infos[-1].edition) if change.new else (change.old, shelf.infos[number].edition)
    return shelf.history.lineages.name(date, side.id) if side else ""


@lru_cache(maxsize=1)
def _steps(shelf: Shelf) -> dict[str, list[Step]]:
    """The places in the reports that tell of each lineage, oldest first."""
    found: dict[str, list[Step]] = {}
    for number, record in enumerate(_records(shelf), 1):
        for name, anchor, part in _places(shelf, record) if record else ():
            steps = found.setdefault(name, [])
            if not steps or steps[-1][0] != number:
                steps.append((number, anchor, part))
    return found


def _places(shelf: Shelf, record: PairRecord) -> Iterator[tuple[str, str, str]]:
    """Each lineage that a pair touched, with the anchor of its change and the part of the report that tells of it."""
    anchors = change_anchors(record.changes)
    for change in record.changes:
        yield _owner(shelf, record, change), anchors[change.id], _part(shelf, entry_of_change(change))
    facts, style = shelf.history.facts, shelf.scheme.codes.cite
    for change in carried_changes(record, lambda date, ident: side_of_facts(ident, facts(date)[ident], style)):
        yield _owner(shelf, record, change), ELSEWHERE, ""


def _owner(shelf: Shelf, record: PairRecord, change: Change) -> str:
    side, date = (change.new, record.new) if change.new else (change.old, record.old)
    return shelf.history.lineages.name(date, side.id) if side else ""


@lru_cache(maxsize=1)
def _steps_of_fields(shelf: Shelf) -> dict[tuple[str, str], list[int]]:
    """The pairs that changed a field of a lineage; their reports tell of it under `beside`."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, record in enumerate(_records(shelf), 1):
        for field in record.fields if record else ():
            name = shelf.history.lineages.name(record.new, field.id) if record else ""
            steps = found.setdefault((name, field.field), [])
            if number not in steps:
                steps.append(number)
    return found
