"""Text in columns: tables, and the two columns of definitions and acronyms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from controllist.readers.pdf_text import Row, Word, text_of

_WIDE = 8.0  # points: a gap wider than a blank
_NUMBER = re.compile(r"(?:\d{1,2}|[A-Z])\.(?:\d{1,2}\.)?")
_NEAR = 4.0  # words beginning this close stand in one column


def columns_of(rows: Sequence[Row]) -> list[float]:
    """Where the columns of a table begin: where words often begin after a wide gap, and little text runs across.

    A number or letter set before a cell's text (`A.`, `2.`) makes no column of its own.
    """
    runs = [run[1:] if len(run) > 1 and _is_number(run[0]) else run for row in rows for run in _runs(row)]
    starts: Counter[float] = Counter()
    for run in runs:
        word = run[0]
        if not _is_number(word):
            near = next((x for x in starts if abs(x - word.x) <= _NEAR), word.x)
            starts[near] += 1
    found = []
    for x, count in starts.items():
        across = sum(1 for run in runs if run[0].x < x - _NEAR and run[-1].end > x + _NEAR)
        if count >= (3 if len(rows) > 6 else 2) and across <= 0.4 * count:
            found.append(x)
    return sorted(found) or [min(row.x for row in rows)]


def _runs(row: Row) -> list[list[Word]]:
    """The row's words, parted where the gap is wide."""
    found: list[list[Word]] = []
    for word in row.words:
        if found and word.x - found[-1][-1].end <= _WIDE:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _is_number(word: Word) -> bool:
    return bool(_NUMBER.fullmatch(word.text))


def cells_of(row: Row, columns: Sequence[float]) -> list[list[Word]]:
    """The row's words by column: a word belongs to the last column that begins before it, a number to its text's."""
    cells: list[list[Word]] = [[] for _ in columns]
    words = list(row.words)
    for word, after in zip(words, [*words[1:], None], strict=True):
        x = after.x if after and _is_number(word) and after.x - word.end < 4 * _WIDE else word.x
        cells[max(sum(1 for start in columns if start <= x + _NEAR) - 1, 0)].append(word)
    return cells


def table_of(rows: Sequence[Row], plain: bool = False) -> list[list[list[str]]]:
    """The rows as table rows of cells, each cell the texts of its printed rows.

    A table row begins where a column other than the last has text that does not continue the text above it; in a
    `plain` table of short entries, at every such text.
    """
    found: list[list[list[str]]] = []
    columns = columns_of(rows)
    last_y: list[float] = []
    page = 0
    for row in rows:
        if row.page != page:
            page, last_y = row.page, [1e9] * len(columns)
        cells = cells_of(row, columns)
        filled = [place for place, words in enumerate(cells) if words]
        leads = [place for place in filled if place < len(columns) - 1] or (filled if len(columns) == 1 else [])
        begins = (plain and bool(leads)) or any(last_y[place] - row.y > 1.3 * row.size for place in leads)
        if begins or not found:
            found.append([[] for _ in columns])
            last_y = [1e9 if place not in filled else row.y for place in range(len(columns))]
        for place in filled:
            found[-1][place].append(text_of(cells[place]))
            last_y[place] = row.y
    return found
