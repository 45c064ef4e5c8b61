"""The rows of a table saved as JSON lines, CSV or XLSX, whichever it is, plain or gzipped."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from controllist.errors import WrongUse
from controllist.lines import SourceData

NEEDED = ("code", "parent", "text")
LARGEST = 256 * 2**20
"""Bytes that a packed file may unpack to."""


class Row(msgspec.Struct, frozen=True):
    """One row: its place, and its cells by the name of their column."""

    where: str
    cells: dict[str, Any]

    def text(self, column: str) -> str | None:
        """The text of a cell; None where the cell is empty or missing."""
        value = self.cells.get(column)
        return None if value is None else str(value)


def rows_of(source: SourceData) -> Iterator[Row]:
    """The rows of a table in order.

    Raises `WrongUse` where a column is missing or a row cannot be read, with its place.
    """
    data = _unpacked(source)
    if not data.strip():
        raise WrongUse(f"{source.name}: the table is empty; a table has the columns {', '.join(NEEDED)}")
    if data[:2] == b"PK":
        return _sheet_rows(data, source.name)
    if data.lstrip()[:1] == b"{":
        return _json_rows(data, source.name)
    return _csv_rows(data, source.name)


def _unpacked(source: SourceData) -> bytes:
    if source.data[:2] != b"\x1f\x8b":
        return source.data
    try:
        with gzip.open(io.BytesIO(source.data)) as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise WrongUse(f"{source.name}: {error}; the file is cut off or damaged; copy it again") from None
    if len(data) > LARGEST:
        raise WrongUse(f"{source.name}: unpacks to more than {LARGEST >> 20} MB; give a smaller file")
    return data


def _json_rows(data: bytes, name: str) -> Iterator[Row]:
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            cells = decode(line)
        except msgspec.DecodeError as error:
            raise WrongUse(
                f"{name}, line {number}: {error}; every line is one JSON object, and the last one must be whole"
            ) from None
        _demand_columns(cells, name, f"line {number}")
        yield Row(f"line {number}", cells)


def _csv_rows(data: bytes, name: str) -> Iterator[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WrongUse(f"{name}, line {line}: this is no UTF-8 text; save the table as CSV in UTF-8") from None
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from _with_header(((f"line {reader.line_num}", cells) for cells in reader), name)
    except csv.Error as error:
        raise WrongUse(f"{name}, line {reader.line_num}: {error}; mend the quotation marks of this row") from None


def _sheet_rows(data: bytes, name: str) -> Iterator[Row]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise WrongUse(f"{name}: unpacks to more than {LARGEST >> 20} MB; give a smaller file")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, OSError) as error:
        raise WrongUse(f"{name}: {error}; this is no whole XLSX file; save the table again") from None
    sheet = book.worksheets[0]
    rows = ((f"row {number}", list(cells)) for number, cells in enumerate(sheet.iter_rows(values_only=True), 1))
    yield from _with_header(rows, name)
    book.close()


def _with_header(rows: Iterable[tuple[str, list[Any]]], name: str) -> Iterator[Row]:
    header: list[str] = []
    for where, cells in rows:
        if all(cell is None or cell == "" for cell in cells):
            continue
        if not header:
            header = [str(cell or "").strip().lower() for cell in cells]
            _demand_columns(header, name, where)
            continue
        if len(cells) > len(header):
            raise WrongUse(f"{name}, {where}: {len(cells)} cells under {len(header)} columns; quote what holds commas")
        named = zip(header, cells, strict=False)
        yield Row(where, {column: cell for column, cell in named if cell is not None and cell != ""})


def _demand_columns(columns: Iterable[str], name: str, where: str) -> None:
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise WrongUse(
            f"{name}, {where}: the column{'s' * (len(missing) > 1)} {', '.join(missing)} "
            f"{'are' if len(missing) > 1 else 'is'} missing; a table has the columns {', '.join(NEEDED)}"
        )
