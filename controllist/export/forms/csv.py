"""CSV: a file for each table, UTF-8, commas, lines end in LF; nothing is an empty cell, yes is true, no is false."""

from __future__ import annotations

import csv
from pathlib import Path

from controllist.export.shape import Cell, Dataset, Row

FOLDER = "csv"


def write_csv(dataset: Dataset, folder: Path) -> None:
    """Write `csv/<table>.csv`."""
    (folder / FOLDER).mkdir()
    for table, rows in dataset.tables:
        with (folder / FOLDER / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(table.names)
            flags = [at for at, column in enumerate(table.columns) if column.type == "boolean"]
            writer.writerows(_spelled(row, flags) if flags else row for row in rows)


def _spelled(row: Row, flags: list[int]) -> list[Cell]:
    cells = list(row)
    for at in flags:
        cells[at] = "true" if cells[at] else "false"
    return cells
