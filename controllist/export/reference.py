"""The tables in words, as Markdown: `README.md` of an export and the second half of docs/export.md."""

from __future__ import annotations

from collections.abc import Iterator

from controllist.export.dataset import TABLES
from controllist.export.shape import DATASET_VERSION, Column, Table
from controllist.export.tables.by_edition import BY_EDITION, LISTS, PLAIN
from controllist.export.tables.nodes import THRESHOLD

_HEAD = ("| column | type | unit | meaning |", "|---|---|---|---|")


def readme(lists: dict[str, str]) -> str:
    """The front page of an export of these lists, with the newest edition of each."""
    held = ", ".join(f"{name} up to {date}" for name, date in lists.items())
    return f"""# controllist dataset {DATASET_VERSION}

Facts about export-control lists and their national mirrors ({held}): codes, the shape of the tree, limits, references,
changes, adoptions. No text of a list, and no legal advice. `manifest.json` has the size and sha256 of every file.
The same tables stand in every form; an empty cell says that there is nothing to state.

{tables_in_words()}"""


def tables_in_words() -> str:
    """Every table and column of the export."""
    lines: list[str] = []
    for table in TABLES:
        lines += [*_table(table), ""]
    return "\n".join([*lines, *_by_edition()]) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"## `{table.name}`"
    yield ""
    yield table.meaning
    yield f"Key: {_named(table.key)}." + "".join(
        f" {_named(reference.columns)} → `{reference.table}`." for reference in table.references
    )
    yield ""
    yield from _HEAD
    yield from map(_column, table.columns)


def _named(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def _column(column: Column) -> str:
    needed = "" if column.required else ", may be empty"
    allowed = " One of " + _named(column.values) + "." if column.values else ""
    return f"| `{column.name}` | {column.type}{needed} | {column.unit} | {column.meaning}{allowed} |"


def _by_edition() -> Iterator[str]:
    yield f"## Parquet: `{BY_EDITION}`"
    yield ""
    yield "One row for each node of each edition, in folders `list=…/edition=…`, whose names are two more columns."
    yield "Key: `list`, `edition`, `id`."
    yield ""
    yield from _HEAD
    yield from map(_column, PLAIN)
    yield f"| `thresholds` | list of structures | | The limits it states: {_named(tuple(c.name for c in THRESHOLD))}. |"
    for name, column in LISTS.items():
        yield f"| `{name}` | list of strings | | What the table `{name}` has as `{column}`. |"


if __name__ == "__main__":
    from pathlib import Path

    path = Path("docs/export.md")
    head = path.read_text(encoding="utf-8").partition("## `lists`")[0]
    path.write_text(head + tables_in_words(), encoding="utf-8")
