"""JSON: an object for each table, each row on a line of its own, and beside it the schema that tells its shape."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from controllist.export.shape import DATASET_VERSION, NAME, Cell, Column, Dataset, Row, Table

FOLDER = "json"
SCHEMAS = "schemas"
_TYPES = {"date": "string"}


def write_json(dataset: Dataset, folder: Path) -> None:
    """Write `json/<table>.json` and `json/schemas/<table>.schema.json`."""
    (folder / FOLDER / SCHEMAS).mkdir(parents=True)
    encode = msgspec.json.Encoder().encode
    for table, rows in dataset.tables:
        head = encode({"dataset": NAME, "version": DATASET_VERSION, "table": table.name})[:-1]
        lines = b",\n".join(encode(object_of(table, row)) for row in rows)
        content = b'%s,"rows":[\n%s\n]}\n' % (head, lines) if rows else b'%s,"rows":[]}\n' % head
        (folder / FOLDER / f"{table.name}.json").write_bytes(content)
        schema = msgspec.json.format(encode(schema_of(table)), indent=1) + b"\n"
        (folder / FOLDER / SCHEMAS / f"{table.name}.schema.json").write_bytes(schema)


def object_of(table: Table, row: Row) -> dict[str, Cell]:
    """A row by the names of its columns; empty cells are left out."""
    return {name: cell for name, cell in zip(table.names, row, strict=True) if cell is not None}


def schema_of(table: Table) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a table's file, with an example."""
    row = {
        "type": "object",
        "properties": {column.name: _property(column) for column in table.columns},
        "required": [column.name for column in table.columns if column.required],
        "additionalProperties": False,
    }
    head = {"dataset": NAME, "version": DATASET_VERSION, "table": table.name}
    example = object_of(table, tuple(column.example for column in table.columns))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{NAME}:{DATASET_VERSION}:{table.name}",
        "title": table.name,
        "description": table.meaning,
        "type": "object",
        "properties": {
            **{name: {"const": value} for name, value in head.items()},
            "rows": {"type": "array", "items": row},
        },
        "required": [*head, "rows"],
        "additionalProperties": False,
        "examples": [{**head, "rows": [example]}],
    }


def _property(column: Column) -> dict[str, Any]:
    unit = f" Unit: {column.unit}." if column.unit else ""
    found: dict[str, Any] = {"type": _TYPES.get(column.type, column.type), "description": column.meaning + unit}
    if column.type == "date":
        found["format"] = "date"
    elif column.values:
        found["enum"] = list(column.values)
    elif column.type == "string":
        found["minLength"] = 1
    if column.example is not None:
        found["examples"] = [column.example]
    return found
