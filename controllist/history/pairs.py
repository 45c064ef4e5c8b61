"""What changed between two successive editions, as the dataset keeps it: `changes/<old>_<new>.json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from controllist.alignment.result import Undone
from controllist.changes.records import Change, Effect, Evidence, FieldChange, Side
from controllist.comparison import Comparison, Division
from controllist.errors import WrongUse

FOLDER = "changes"


class Carried(msgspec.Struct, frozen=True, omit_defaults=True):
    """Items of unchanged words that one cause elsewhere reaches alike.

    `items` are gathered by the beginning of their ids up to the last label, which tells each, the last first: a rising
    run of labels would read like a run of a list's own text. Under the empty beginning stand entries, and as `old>new`
    those with another id than before.
    """

    effect: Effect
    matched_by: str
    score: float
    evidence: tuple[Evidence, ...]
    items: dict[str, tuple[str, ...]]
    flags: tuple[str, ...]


class PairRecord(msgspec.Struct, frozen=True, omit_defaults=True, rename={"old": "from", "new": "to"}):
    """The changes between two successive editions; see `Comparison` for the fields."""

    old: str
    new: str
    changes: tuple[Change, ...] = ()
    carried: tuple[Carried, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    splits: tuple[Division, ...] = ()
    merges: tuple[Division, ...] = ()
    undone: tuple[Undone, ...] = ()

    def __hash__(self) -> int:
        return hash((self.old, self.new))  # its fields hold dictionaries, which have none


def record_of(comparison: Comparison) -> PairRecord:
    """A comparison as the dataset keeps it."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in comparison.carried:
        key = (change.effect, change.matched_by, change.score, change.evidence, change.flags)
        groups.setdefault(key, []).append(change)
    carried = tuple(
        Carried(first.effect, first.matched_by, first.score, first.evidence, _gathered(group), first.flags)
        for group in groups.values() for first in group[:1]
    )  # fmt: skip
    return PairRecord(
        comparison.old.edition, comparison.new.edition, comparison.changes, carried, comparison.fields,
        comparison.splits, comparison.merges, comparison.undone,
    )  # fmt: skip


def _gathered(changes: Iterable[Change]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for change in changes:
        assert change.old is not None
        assert change.new is not None
        if change.old.id == change.new.id:
            last = max(change.new.id.rfind("."), change.new.id.rfind("/")) + 1
            found.setdefault(change.new.id[:last], []).append(change.new.id[last:])
        else:
            found.setdefault("", []).append(f"{change.old.id}>{change.new.id}")
    return {beginning: tuple(reversed(labels)) for beginning, labels in found.items()}


def _items(group: Carried) -> Iterator[str]:
    """The items of a group: an id, or `old>new`."""
    return (f"{beginning}{label}" for beginning, labels in group.items.items() for label in reversed(labels))


SideOf = Callable[[str, str], Side]
"""The item that has this id in the edition of this date, as a change names it."""


def carried_changes(record: PairRecord, side_of: SideOf) -> list[Change]:
    """The changes that a record keeps by their causes, cause by cause."""
    return [_carried_change(record, group, item, side_of) for group in record.carried for item in _items(group)]


def _carried_change(record: PairRecord, group: Carried, item: str, side_of: SideOf) -> Change:
    old, _, new = item.partition(">")
    new = new or old
    return Change(
        f"{old}>{new}", "rescoped", group.effect, side_of(record.old, old), side_of(record.new, new),
        group.matched_by, group.score, group.evidence, group.flags,
    )  # fmt: skip


def change_of(record: PairRecord, old: str, new: str, side_of: SideOf) -> Change | None:
    """The change of the node with these ids, one of them empty where an edition lacks it; None where it stayed."""
    for change in record.changes:
        ids = change.old.id if change.old else "", change.new.id if change.new else ""
        if ids == (old, new):
            return change
    item = old if old == new else f"{old}>{new}"
    groups = (group for group in record.carried if item in _items(group))
    return next((_carried_change(record, group, item, side_of) for group in groups), None)


def encoded_pair(record: PairRecord) -> bytes:
    """A record as its file holds it: one JSON object, each change on a line of its own."""
    encoder = msgspec.json.Encoder()
    parts = [b'"from":%s,"to":%s' % (encoder.encode(record.old), encoder.encode(record.new))]
    for name in ("changes", "carried", "fields", "splits", "merges", "undone"):
        if values := getattr(record, name):
            lines = b",\n".join(encoder.encode(value) for value in values)
            parts.append(b'"%s":[\n%s\n]' % (name.encode(), lines))
    return b"{" + b",\n".join(parts) + b"}\n"


def pair_path(folder: Path, old: str, new: str) -> Path:
    """Where the record of two successive editions lies in the folder of their list."""
    return folder / FOLDER / f"{old}_{new}.json"


def load_pair(folder: Path, old: str, new: str) -> PairRecord | None:
    """The record of two successive editions; None where the dataset has none. Raises `WrongUse` where it is damaged."""
    path = pair_path(folder, old, new)
    try:
        return msgspec.json.decode(path.read_bytes(), type=PairRecord)
    except FileNotFoundError:
        return None
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongUse(f"{path}: {error}; write the list anew with controllist ingest") from None
