"""What a table of the export is: its columns with types, units and enumerations, its key, what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

if TYPE_CHECKING:
    from controllist.export.source import ListSource

DATASET_VERSION = "1.0.0"
"""The version of the shape, of all forms at once. A column more raises the second number; a table or column that goes,
another meaning, type or unit raises the first; a word corrected raises the third."""

NAME = "controllist"
"""The name of the dataset."""

Cell = str | int | float | bool | None
"""A value; nothing is always None, never an empty text. Dates are ISO strings."""

Row = tuple[Cell, ...]
ColumnType = Literal["string", "integer", "number", "boolean", "date"]


class Column(msgspec.Struct, frozen=True):
    """One column. `meaning` is a sentence, `unit` what a number counts, `values` the only values it may have.

    `required` columns are never empty. `example` is an invented value.
    """

    name: str
    type: ColumnType
    meaning: str
    example: Cell = None
    required: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()


class Reference(msgspec.Struct, frozen=True):
    """Columns of a table that name a row of another table by its key."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """One table; `key` are the columns that tell its rows apart."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


class Filling(NamedTuple):
    """A table and the function that yields its rows of one list, in their order."""

    table: Table
    rows: Callable[[ListSource], Iterator[Row]]


class Filled(NamedTuple):
    """A table with its rows."""

    table: Table
    rows: list[Row]


class Dataset(NamedTuple):
    """All tables of an export, and the lists they tell of, with the newest edition of each."""

    tables: list[Filled]
    lists: dict[str, str]


def text(name: str, meaning: str, example: str = "", *, values: Sequence[str] = (), required: bool = False) -> Column:
    """A column of text; `values` are the only ones it may have."""
    return Column(name, "string", meaning, example or None, required, values=tuple(values))


def day(name: str, meaning: str, example: str = "2018-12-06", *, required: bool = False) -> Column:
    """A column of days."""
    return Column(name, "date", meaning, example, required)


def count(name: str, meaning: str, example: int | None = 1, *, unit: str = "", required: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(name, "integer", meaning, example, required, unit=unit)


def number(name: str, meaning: str, example: float = 1.0, *, unit: str = "", required: bool = False) -> Column:
    """A column of numbers."""
    return Column(name, "number", meaning, example, required, unit=unit)


def flag(name: str, meaning: str) -> Column:
    """A column of yes and no; never empty."""
    return Column(name, "boolean", meaning, False, required=True)


LIST = text("list", "Id of the list.", "wa", required=True)
POSITION = count("position", "Place among the rows of the same owner, from 1.", required=True)
FROM = day("from_edition", "The older of the two editions compared.", "2017-12-07", required=True)
TO = day("to_edition", "The newer of the two editions compared.", required=True)
TO_LIST = Reference(("list",), "lists", ("list",))
