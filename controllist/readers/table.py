"""Reads a list that was saved as a table: a row an item, with the columns `code`, `parent` and `text`.

The code says where an item stands, so its depth is certain. Options under `[readers.table]` of a list:

- `belongs.COLUMN`: the values of a column with which a row belongs to the list; other rows are left out.
- `fragments`: a column that holds what else the source had beside the paragraph, as a list of objects with `tag` and
  `html` (an element of the eCFR) or `text` (a loose piece of text). They are read with the options of `[readers.ecfr]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from controllist.codes import canonical, entry_of, labels_of
from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData, count_chars
from controllist.readers.ecfr_labels import Path, leftover_range
from controllist.readers.table_fragments import Fragment, Fragments, fragments_of
from controllist.readers.table_rows import Row, rows_of
from controllist.sources.scheme import Scheme
from controllist.typography import folded

READER = "table 1"

_HEADING = re.compile(r"(?P<category>\d|\dP\d|ML)|(?P<group>\d[A-Z])")
_CATEGORY_ROLES = {"category": "category", "group": "group"}


class _Item(msgspec.Struct, frozen=True):
    """A row that belongs to the list."""

    where: str
    entry: str
    labels: Path
    text: str
    fragments: tuple[Fragment, ...]
    chars: int


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of a list saved in one or more tables.

    Raises `WrongUse` where a table lacks a column, or a row its code, with the place.
    """
    lines: list[Line] = []
    chars = 0
    for source in sources:
        items = list(_items(source, scheme, lines))
        table = _Table(scheme, items)
        for item in items:
            table.add(item)
            chars += item.chars
        lines += table.lines
    if not lines:
        names = ", ".join(source.name for source in sources)
        raise WrongUse(f"{names}: no row belongs to {scheme.short}; see belongs under [readers.table] of its list.toml")
    return Reading(tuple(lines), chars + sum(line.chars for line in lines if line.role in _CATEGORY_ROLES), {}, READER)
