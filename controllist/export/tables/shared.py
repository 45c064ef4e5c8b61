"""National controls that several lists share, none of them from the regime: `shared_controls`, `shared_evidence`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from controllist.export.shape import LIST, POSITION, Filled, Row, Table, count, number
from controllist.export.tables.lists import EDITION
from controllist.export.tables.mirrors import PROOF
from controllist.export.tables.nodes import ID
from controllist.mirrors.records import Shared
from controllist.mirrors.store import load_shared

_CONTROL = count("control_number", "Number of the shared control, from 1.", required=True)
SHARED = Table("shared_controls", "One row for each list's item of a national control that several lists share.", (
    _CONTROL, POSITION, LIST, EDITION, ID,
    number("score", "How alike the words of the items are.", 0.9, unit="share, 0 to 1", required=True),
), ("control_number", "position"))  # fmt: skip
SHARED_EVIDENCE = Table("shared_evidence", "One row for each reason why a control is held to be shared.", (
    _CONTROL, POSITION, *PROOF,
), ("control_number", "position"))  # fmt: skip


def shared_tables(lists: Path, names: Sequence[str]) -> list[Filled]:
    """Both tables, with the controls that one of the lists named has; the other lists' items stand beside it."""
    found = [each for each in load_shared(lists) if {name for name, _, _ in each.items} & {*names}]
    return [Filled(SHARED, list(_items(found))), Filled(SHARED_EVIDENCE, list(_evidence(found)))]


def _items(shared: Sequence[Shared]) -> Iterator[Row]:
    for control, each in enumerate(shared, 1):
        for position, item in enumerate(each.items, 1):
            yield control, position, *item, each.score


def _evidence(shared: Sequence[Shared]) -> Iterator[Row]:
    for control, each in enumerate(shared, 1):
        for position, one in enumerate(each.evidence, 1):
            yield control, position, one.type, one.old, one.new, one.mirror, one.note
