"""Parquet: a file for each table, and the nodes of every edition in hive folders `list=…/edition=…`.

DuckDB writes them from rows that are passed to it as lines of JSON, with one thread, so that the same data gives the
same bytes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from controllist.export.forms.json import object_of
from controllist.export.shape import DATASET_VERSION, NAME, Cell, Column, Dataset, Table
from controllist.export.source import ListSource
from controllist.export.tables.by_edition import BY_EDITION, LISTS, PLAIN
from controllist.export.tables.nodes import THRESHOLD, fact_cells, threshold_cells
from controllist.history.records import Facts

FOLDER = "parquet"
_TYPES = {"string": "VARCHAR", "date": "DATE", "integer": "INTEGER", "boolean": "BOOLEAN", "number": "DOUBLE"}
_SETTINGS = (
    f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{dataset: '{NAME}', version: '{DATASET_VERSION}'}}"
)  # fmt: skip


def write_parquet(dataset: Dataset, sources: Sequence[ListSource], folder: Path) -> None:
    """Write `parquet/<table>.parquet` and `parquet/edition_nodes/list=<list>/edition=<date>/nodes.parquet`."""
    (folder / FOLDER).mkdir()
    with tempfile.TemporaryDirectory(prefix=f"{NAME}-") as scratch, duckdb.connect(config={"threads": 1}) as engine:
        press = _Press(engine, Path(scratch) / "rows.jsonl")
        for table, rows in dataset.tables:
            objects = (press.encode(object_of(table, row)) for row in rows)
            press.write(objects, _types(table.columns), folder / FOLDER / f"{table.name}.parquet")
        types = edition_types()
        for source in sources:
            for date, lines in _editions(source, press.encode):
                place = folder / FOLDER / BY_EDITION / f"list={source.name}" / f"edition={date}"
                place.mkdir(parents=True)
                press.write(lines, types, place / "nodes.parquet")


class _Press:
    """Turns lines of JSON into Parquet by way of one scratch file."""

    def __init__(self, engine: duckdb.DuckDBPyConnection, scratch: Path) -> None:
        self._engine = engine
        self._scratch = scratch
        self.encode = msgspec.json.Encoder().encode

    def write(self, lines: Iterable[bytes], types: dict[str, str], target: Path) -> None:
        """Write one file with columns of these types."""
        with self._scratch.open("wb") as scratch:
            scratch.writelines(line + b"\n" for line in lines)
        columns = ", ".join(f"{_quoted(name)}: {_quoted(kind)}" for name, kind in types.items())
        rows = f"read_json({_quoted(str(self._scratch))}, format = 'newline_delimited', columns = {{{columns}}})"
        self._engine.execute(f"COPY (SELECT * FROM {rows}) TO {_quoted(str(target))} ({_SETTINGS})")


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _types(columns: Iterable[Column]) -> dict[str, str]:
    return {column.name: _TYPES[column.type] for column in columns}


def edition_types() -> dict[str, str]:
    """The columns of the nodes by edition with DuckDB's names of their types, in order."""
    limit = ", ".join(f"{name} {kind}" for name, kind in _types(THRESHOLD).items())
    return {**_types(PLAIN), "thresholds": f"STRUCT({limit})[]", **dict.fromkeys(LISTS, "VARCHAR[]")}


def _editions(source: ListSource, encode: Any) -> Iterable[tuple[str, Iterable[bytes]]]:
    """Each edition with its nodes in its own order as lines of JSON; what a node says is put in lines only once."""
    known: dict[tuple[str, str, Facts], bytes] = {}
    for date in source.dates:
        lines = []
        lineages = source.history.lineages.names(date, source.history.facts(date))
        for position, (ident, facts) in enumerate(source.history.facts(date).items(), 1):
            key = (ident, lineages[ident], facts)
            if key not in known:
                known[key] = encode(_without_position(source, *key))[1:]
            lines.append(b'{"position":%d,%s' % (position, known[key]))
        yield date, lines


def _without_position(source: ListSource, ident: str, lineage: str, facts: Facts) -> dict[str, Any]:
    plain: tuple[Cell, ...] = (ident, lineage, *fact_cells(source, facts))
    names = (column.name for column in PLAIN[1:])
    limits = Table("", "", THRESHOLD, ())
    return {
        **{name: cell for name, cell in zip(names, plain, strict=True) if cell is not None and cell != ""},
        "thresholds": [_limit(limits, threshold_cells(fact)) for fact in facts.thresholds],
        "cross_references": facts.refs,
        "terms": facts.terms,
        "chemicals": facts.cas,
    }


def _limit(limits: Table, cells: tuple[Cell, ...]) -> dict[str, Cell]:
    return object_of(limits, tuple(None if cell == "" else cell for cell in cells))
