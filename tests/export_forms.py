"""Reads every form of an export back into rows as the shape has them, and checks a Data Package."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl

from controllist.export.dataset import TABLES
from controllist.export.shape import Cell, Row, Table

Tables = dict[str, list[Row]]


def from_csv(folder: Path) -> Tables:
    return {table.name: _csv_rows(folder / "csv" / f"{table.name}.csv", table) for table in TABLES}


def _csv_rows(path: Path, table: Table) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as source:
        head, *lines = csv.reader(source)
    assert tuple(head) == table.names
    types = [column.type for column in table.columns]
    return [tuple(map(_parsed, line, types)) for line in lines]


def _parsed(cell: str, kind: str) -> Cell:
    if not cell:
        return None
    if kind == "boolean":
        return {"true": True, "false": False}[cell]
    return {"integer": int, "number": float}.get(kind, str)(cell)


def from_json(folder: Path) -> Tables:
    found: Tables = {}
    for table in TABLES:
        document = json.loads((folder / "json" / f"{table.name}.json").read_text())
        assert all(set(row) <= set(table.names) for row in document["rows"])
        found[table.name] = [tuple(row.get(name) for name in table.names) for row in document["rows"]]
    return found


def from_sqlite(folder: Path) -> Tables:
    with closing(sqlite3.connect(folder / "controllist.sqlite")) as database:
        return {table.name: _typed(database.execute(f"SELECT * FROM {table.name}"), table) for table in TABLES}


def _typed(rows: Any, table: Table) -> list[Row]:
    flags = [column.type == "boolean" for column in table.columns]
    return [tuple(bool(cell) if flag else cell for cell, flag in zip(row, flags, strict=True)) for row in rows]


def from_xlsx(folder: Path) -> Tables:
    book = openpyxl.load_workbook(folder / "controllist.xlsx", read_only=True)
    found: Tables = {}
    for table in TABLES:
        head, *rows = book[table.name].iter_rows(values_only=True, max_col=len(table.columns))
        assert head == table.names
        found[table.name] = [tuple(map(_day_as_text, row)) for row in rows]
    book.close()
    return found


def from_parquet(folder: Path) -> Tables:
    found: Tables = {}
    with duckdb.connect() as engine:
        for table in TABLES:
            answer = engine.execute(f"SELECT * FROM '{folder / 'parquet' / table.name}.parquet'")
            assert tuple(column[0] for column in answer.description) == table.names
            found[table.name] = [tuple(map(_day_as_text, row)) for row in answer.fetchall()]
    return found


def _day_as_text(cell: Any) -> Cell:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell


READERS = {"csv": from_csv, "json": from_json, "sqlite": from_sqlite, "xlsx": from_xlsx, "parquet": from_parquet}


def package_faults(folder: Path) -> list[str]:
    """What a Data Package says of its files that does not hold: size, digest, columns, types, constraints, keys."""
    package = json.loads((folder / "datapackage.json").read_text())
    rows = {each["name"]: _rows_of(folder, each) for each in package["resources"]}
    return [fault for each in package["resources"] for fault in _faults(folder, each, rows)]


def _rows_of(folder: Path, resource: dict[str, Any]) -> list[dict[str, str]]:
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def _faults(folder: Path, resource: dict[str, Any], rows: dict[str, list[dict[str, str]]]) -> list[str]:
    name, schema, own = resource["name"], resource["schema"], rows[resource["name"]]
    content = (folder / resource["path"]).read_bytes()
    found = []
    if (resource["bytes"], resource["hash"]) != (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}"):
        found.append(f"{name}: size or digest")
    if own and list(own[0]) != [field["name"] for field in schema["fields"]]:
        found.append(f"{name}: columns")
    for field in schema["fields"]:
        found += [f"{name}.{field['name']}: {row[field['name']]!r}" for row in own if not _fits(row, field)]
    found += [f"{name}: {key} twice" for key, times in Counter(_key(row, schema["primaryKey"]) for row in own).items()
              if times > 1]  # fmt: skip
    for foreign in schema.get("foreignKeys", []):
        target = foreign["reference"]
        known = {_key(row, target["fields"]) for row in rows[target["resource"]]}
        found += [f"{name}: no {_key(row, foreign['fields'])}" for row in own
                  if _key(row, foreign["fields"]) not in known]  # fmt: skip
    return found


def _key(row: dict[str, str], columns: list[str]) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)


def _fits(row: dict[str, str], field: dict[str, Any]) -> bool:
    cell, limits = row[field["name"]], field.get("constraints", {})
    if cell == "":
        return "required" not in limits
    if "enum" in limits and cell not in limits["enum"]:
        return False
    readers = {"integer": int, "number": float, "date": date.fromisoformat, "boolean": ["true", "false"].index}
    try:
        readers.get(field["type"], str)(cell)
    except ValueError:
        return False
    return True
