"""XLSX: one workbook with a sheet for each table, the dictionary of columns first; days are real dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import xlsxwriter

from controllist.errors import Refused
from controllist.export.shape import DATASET_VERSION, Dataset, Filled, Row, Table

FILE = "controllist.xlsx"
MOST_ROWS = 1_048_575
"""Rows of a sheet, its head left out; the format allows no more."""
MOST_CHARACTERS = 32_767
"""Characters of a cell."""

_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Stands in the file as the day it was made, so that the same data gives the same bytes."""
_DAY_ZERO = date(1899, 12, 30)
_WIDTH = 14


def write_xlsx(dataset: Dataset, folder: Path) -> None:
    """Write `controllist.xlsx`. Raises `Refused` where a table is too long for the format."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(folder / FILE, options) as book:
        book.set_properties({"title": f"controllist {DATASET_VERSION}", "created": _MADE})
        formats = {"head": book.add_format({"bold": True}), "date": book.add_format({"num_format": "yyyy-mm-dd"})}
        for filled in _ordered(dataset.tables):
            _refuse_too_long(filled)
            _write_sheet(book.add_worksheet(filled.table.name), filled.table, filled.rows, formats)


def _ordered(tables: Sequence[Filled]) -> list[Filled]:
    return sorted(tables, key=lambda filled: filled.table.name != "dictionary")


def _refuse_too_long(filled: Filled) -> None:
    longest = max((len(cell) for row in filled.rows for cell in row if isinstance(cell, str)), default=0)
    if len(filled.rows) > MOST_ROWS or longest > MOST_CHARACTERS:
        what = f"{len(filled.rows)} rows, longest cell {longest} characters"
        raise Refused(f"table {filled.table.name}: {what}: too much for XLSX; take --format csv, or one --list")


def _write_sheet(sheet: Any, table: Table, rows: Iterable[Row], formats: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(table.columns) - 1, _WIDTH)
    for at, name in enumerate(table.names):
        sheet.write_string(0, at, name, formats["head"])
    types = [column.type for column in table.columns]
    for line, row in enumerate(rows, 1):
        for at, (cell, kind) in enumerate(zip(row, types, strict=True)):
            if cell is None:
                continue
            if kind == "string":
                sheet.write_string(line, at, cell)
            elif kind == "date":
                sheet.write_number(line, at, _serial(str(cell)), formats["date"])
            elif kind == "boolean":
                sheet.write_boolean(line, at, cell)
            else:
                sheet.write_number(line, at, cell)


@lru_cache(maxsize=4096)
def _serial(day: str) -> int:
    """A day as spreadsheets count it."""
    return (date.fromisoformat(day) - _DAY_ZERO).days
