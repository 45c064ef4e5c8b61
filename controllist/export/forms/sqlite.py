"""SQLite: one database with a table for each table, keys and references declared; days are ISO text, yes is 1."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from controllist.export.shape import DATASET_VERSION, Column, Dataset, Table

FILE = "controllist.sqlite"
_TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}


def write_sqlite(dataset: Dataset, folder: Path) -> None:
    """Write `controllist.sqlite`; `PRAGMA user_version` is the version of the shape, 10203 for 1.2.3."""
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("PRAGMA journal_mode = OFF")  # a file that was not finished is never handed out
        database.execute("PRAGMA synchronous = OFF")
        database.execute(f"PRAGMA user_version = {_number(DATASET_VERSION)}")
        database.execute("BEGIN")
        for table, rows in dataset.tables:
            database.execute(_created(table))
            places = ", ".join("?" for _ in table.columns)
            database.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)
            for reference in table.references:
                if reference.columns != table.key[: len(reference.columns)]:
                    name = "_".join((table.name, *reference.columns))
                    database.execute(f"CREATE INDEX {name} ON {table.name} ({', '.join(reference.columns)})")
        database.execute("COMMIT")


def _created(table: Table) -> str:
    parts = [_declared(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [
        f"FOREIGN KEY ({', '.join(reference.columns)}) REFERENCES {reference.table} ({', '.join(reference.key)})"
        for reference in table.references
    ]
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(parts) + "\n) STRICT, WITHOUT ROWID"


def _declared(column: Column) -> str:
    needed = " NOT NULL" if column.required else ""
    allowed = ", ".join(f"'{value}'" for value in column.values)
    check = f" CHECK ({column.name} IN ({allowed}))" if column.values else ""
    check = f" CHECK ({column.name} IN (0, 1))" if column.type == "boolean" else check
    return f"{column.name} {_TYPES[column.type]}{needed}{check}"


def _number(version: str) -> int:
    major, minor, patch = (int(part) for part in version.split("."))
    return major * 10000 + minor * 100 + patch
