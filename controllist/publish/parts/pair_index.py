"""What each pair of successive editions of a list did: counts that many pages quote, and where its report stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from controllist.changes.records import CHANGE_KINDS, Change, ChangeKind, Effect
from controllist.history.pairs import PairRecord
from controllist.publish.parts.addresses import page_name
from controllist.report.view import category_of, entry_of_change
from controllist.sources.scheme import Scheme

HEAVIEST = 350_000
"""Bytes of HTML beyond which a report is published category by category."""

# Measured over the reports of six lists: about so many bytes of HTML each takes. A guess from the record alone keeps a
# report's addresses the same whether or not this machine has the texts.
_PAGE_BYTES = 16_000
_CHANGE_BYTES, _EVIDENCE_BYTES, _ITEM_BYTES, _FIELD_BYTES = 650, 190, 92, 245

ELSEWHERE, BESIDE = "elsewhere", "beside"
"""Ids of the two parts of a report that stand after its categories."""

GENERAL_PART, OTHER_PART = "general", "other"
"""The parts of a report that stand in no category: definitions and general notes, and entries of no category."""


class PairCounts(NamedTuple):
    """How many changes of each kind and effect a pair has, and whether its report is published in parts."""

    kinds: Mapping[ChangeKind, int]
    effects: Mapping[Effect, int]
    in_parts: bool


class Touch(NamedTuple):
    """What a pair of editions, the n-th and the one before, did to an entry, and where that stands in its report.

    `part` is the page of the report that holds it, empty for the first.
    """

    number: int
    kinds: Mapping[ChangeKind, int]
    effects: Mapping[Effect, int]
    governed: int
    fields: int
    part: str
    anchor: str


def counts_of(record: PairRecord) -> PairCounts:
    """The counts of a pair."""
    kinds = Counter(change.kind for change in record.changes)
    effects = Counter(change.effect for change in record.changes)
    return PairCounts({kind: kinds[kind] for kind in CHANGE_KINDS}, effects, _bytes(record) > HEAVIEST)


def _bytes(record: PairRecord) -> int:
    evidence = sum(len(change.evidence) for change in record.changes)
    evidence += sum(len(group.evidence) for group in record.carried)
    items = sum(len(found) for group in record.carried for found in group.items.values())
    return (
        _PAGE_BYTES
        + len(record.changes) * _CHANGE_BYTES
        + evidence * _EVIDENCE_BYTES
        + items * _ITEM_BYTES
        + len(record.fields) * _FIELD_BYTES
    )


def part_of(category: str, entry: str) -> str:
    """The part of a report that an entry of a category stands in: its anchor, and its page's name."""
    return page_name(category) if category else OTHER_PART if entry else GENERAL_PART


def entry_of_id(ident: str) -> str:
    """The entry that a node's id belongs to; empty for definitions and statements."""
    return "" if ident.startswith(("def/", "statement/")) else re.split(r"[./~]", ident, maxsplit=1)[0]


def change_anchors(changes: Iterable[Change]) -> dict[str, str]:
    """The id of each change's element by the change's id: that of the new item, else of the old one."""
    found = list(changes)
    taken = {change.new.id for change in found if change.new}
    return {change.id: _anchor(change, taken) for change in found}


def _anchor(change: Change, taken: set[str]) -> str:
    side = change.new or change.old
    assert side is not None
    # The code of an item that is gone may be another item's now.
    name = f"{side.id}~gone" if not change.new and side.id in taken else side.id
    return re.sub(r"\s", "_", f"c-{name}")


class _Tally:
    """What one pair did to one entry, while it is counted."""

    def __init__(self) -> None:
        self.kinds: Counter[ChangeKind] = Counter()
        self.effects: Counter[Effect] = Counter()
        self.governed = 0
        self.fields = 0
        self.place: tuple[str, str] | None = None


def touches_of(record: PairRecord, number: int, scheme: Scheme) -> Iterator[tuple[str, Touch]]:
    """Each entry that a pair touched."""
    tallies: dict[str, _Tally] = {}
    anchors = change_anchors(record.changes)
    for change in record.changes:
        own = entry_of_change(change)
        part = part_of(category_of(scheme, own), own)
        left = entry_of_id(change.old.id) if change.old else own
        for entry, anchor in {left: anchors[change.id], own: f"e-{own}"}.items():
            tally = tallies.setdefault(entry, _Tally())
            tally.kinds[change.kind] += 1
            tally.effects[change.effect] += 1
            if tally.place is None or entry == own:
                tally.place = part, anchor
    for group in record.carried:
        for item in group.items:
            tallies.setdefault(entry_of_id(item.rpartition(">")[2]), _Tally()).governed += 1
    for field in record.fields:
        tallies.setdefault(entry_of_id(field.id), _Tally()).fields += 1
    in_parts = counts_of(record).in_parts
    for entry, tally in tallies.items():
        part, anchor = tally.place or ("", ELSEWHERE if tally.governed else BESIDE)
        page = part if in_parts else ""
        yield entry, Touch(number, tally.kinds, tally.effects, tally.governed, tally.fields, page, anchor)
