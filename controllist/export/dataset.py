"""A library → all tables of the export, filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from controllist.errors import WrongUse
from controllist.export.shape import Column, Dataset, Filled, Filling, Row, Table, count, text
from controllist.export.source import ListSource
from controllist.export.tables import changes, lists, mirrors, nodes, shared
from controllist.library import Library
from controllist.sources.catalogue import list_ids

FILLINGS: tuple[Filling, ...] = (*lists.FILLINGS, *nodes.FILLINGS, *changes.FILLINGS, *mirrors.FILLINGS)

DICTIONARY = Table("dictionary", "One row for each column of each table: what it holds.", (
    text("table_name", "The table.", "editions", required=True),
    count("position", "Place of the column, from 1.", required=True),
    text("column_name", "The column.", "coverage", required=True),
    text("type", "Type of its values.", "number", values=("string", "integer", "number", "boolean", "date"),
         required=True),
    text("unit", "What its numbers count.", "share, 0 to 1"),
    text("allowed", "The only values it may have, parted by spaces.", "regime mirror"),
    text("meaning", "What it says.", "Share of the source that was read.", required=True),
), ("table_name", "position"))  # fmt: skip

TABLES: tuple[Table, ...] = (*(f.table for f in FILLINGS), shared.SHARED, shared.SHARED_EVIDENCE, DICTIONARY)
"""All tables, in the order of every form."""


def sources_of(library: Library, wanted: Sequence[str] = ()) -> list[ListSource]:
    """The lists wanted, or all that hold an edition; regimes first.

    Raises `WrongUse` where a list is not there or holds no edition.
    """
    for name in wanted:
        library.scheme(name)
    names = [name for name in list_ids(library.lists) if name in wanted or not wanted]
    held = [name for name in names if library.infos(name)]
    if not held or (wanted and held != names):
        lacking = ", ".join(name for name in names if name not in held)
        raise WrongUse(f"{library.lists}: no edition of {lacking}; add one with: controllist ingest")
    return [ListSource(library, name) for name in held]


def dataset_of(sources: Sequence[ListSource]) -> Dataset:
    """All tables of these lists of one library, a list after the other. Raises `WrongUse` where a record is damaged."""
    filled = [Filled(filling.table, _rows(filling, sources)) for filling in FILLINGS]
    filled += shared.shared_tables(sources[0].library.lists, [source.name for source in sources])
    filled.append(Filled(DICTIONARY, list(_dictionary())))
    tables = [Filled(each.table, [_without_empty(row) for row in each.rows]) for each in filled]
    return Dataset(tables, {source.name: source.dates[-1] for source in sources})


def _rows(filling: Filling, sources: Sequence[ListSource]) -> list[Row]:
    return [row for source in sources for row in filling.rows(source)]


def _without_empty(row: Row) -> Row:
    return tuple(None if cell == "" else cell for cell in row)


def _dictionary() -> Iterator[Row]:
    for table in TABLES:
        for position, column in enumerate(table.columns, 1):
            yield table.name, position, *_described(column)


def _described(column: Column) -> Row:
    return column.name, column.type, column.unit, " ".join(column.values), column.meaning
