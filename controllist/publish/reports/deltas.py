"""What changed since: an index of all records of changes for machines that follow the lists, and the schemas."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from controllist.changes.records import ChangeKind, Effect
from controllist.export.shape import NAME
from controllist.history.pairs import PairRecord, pair_path
from controllist.publish.parts.addresses import DELTAS
from controllist.publish.parts.press import Press
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.writer import Crumb
from controllist.report.view import EFFECTS

VERSION = "1.0.0"
"""Of the index and of the records: a new field raises the second number, any other change of shape the first."""

_FOLDER = posixpath.dirname(DELTAS)
INDEX = f"{_FOLDER}/index.json"
INDEX_SCHEMA = f"{_FOLDER}/index.schema.json"
RECORD_SCHEMA = f"{_FOLDER}/changes.schema.json"


class ListState(msgspec.Struct, frozen=True):
    """A list: its first edition here and its newest."""

    list: str
    first: str
    newest: str


class Delta(msgspec.Struct, frozen=True, rename={"old": "from", "new": "to"}):
    """The record of what changed from one edition of a list to the next.

    `path` leads from the index to the record; `size` is its bytes, `sha256` their digest. `carried` counts items that a
    change elsewhere governs, `fields` what is stated beside the words. The editions are days, as in `LIST@DATE`.
    """

    list: str
    old: str
    new: str
    path: str
    size: int
    sha256: str
    changes: int
    kinds: dict[ChangeKind, int]
    effects: dict[Effect, int]
    carried: int
    fields: int


class DeltaIndex(msgspec.Struct, frozen=True):
    """All records of changes, list by list, the oldest first: the editions of a list make one chain."""

    dataset: str
    version: str
    record_schema: str
    lists: tuple[ListState, ...]
    deltas: tuple[Delta, ...]


def write_deltas(press: Press) -> None:
    """Write the index of all deltas, its schema and that of the records, and the page that explains them."""
    found = delta_index(press.library.lists, press.shelves)
    site = press.site
    site.data(INDEX, _indented(found))
    site.data(INDEX_SCHEMA, _indented(schema_of(DeltaIndex, "index", "The index of all records of changes")))
    site.data(RECORD_SCHEMA, _indented(schema_of(PairRecord, "changes", "What changed between two editions")))
    site.page(
        DELTAS,
        "deltas.html",
        title="What changed since: for machines",
        crumbs=(Crumb("Lists", "index.html"), Crumb("Data", "data/index.html")),
        version=VERSION,
        index=found,
        folder=_FOLDER,
    )


def delta_index(lists: Path, shelves: Sequence[Shelf]) -> DeltaIndex:
    """The index of the records in a folder of lists."""
    states = tuple(ListState(shelf.name, shelf.infos[0].edition, shelf.infos[-1].edition) for shelf in shelves)
    deltas = tuple(delta for shelf in shelves for delta in _deltas(lists, shelf))
    return DeltaIndex(NAME, VERSION, posixpath.basename(RECORD_SCHEMA), states, deltas)


def _deltas(lists: Path, shelf: Shelf) -> Iterator[Delta]:
    for number in range(1, len(shelf.infos)):
        counts, record = shelf.counts(number), shelf.record(number)
        if counts is None or record is None:
            continue
        old, new = shelf.infos[number - 1].edition, shelf.infos[number].edition
        content = pair_path(lists / shelf.scheme.id, old, new).read_bytes()
        carried = sum(len(labels) for group in record.carried for labels in group.items.values())
        yield Delta(
            shelf.name, old, new, f"../{shelf.name}/changes/{old}_{new}.json", len(content),
            hashlib.sha256(content).hexdigest(), len(record.changes), dict(counts.kinds),
            {effect: counts.effects.get(effect, 0) for effect in EFFECTS}, carried, len(record.fields),
        )  # fmt: skip


def schema_of(shape: type, name: str, title: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a structure, from its own types."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{NAME}:{VERSION}:{name}",
        "title": title,
        **{key: value for key, value in msgspec.json.schema(shape).items() if key != "$schema"},
    }


def _indented(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
