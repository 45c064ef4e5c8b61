"""The running text of gii-norm XML: an element's content as paragraphs, lists and tables in order.

Emphasis, raised and lowered characters, line breaks and font changes are inside a paragraph; a `DL` or a `table`
stands between paragraphs, even where the markup has put it inside the emphasis of one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from lxml import etree

from controllist.lines import count_chars
from controllist.typography import folded, lowered, raised

_SHIFTS: dict[str, Callable[[str], str]] = {"SUP": raised, "SUB": lowered}


class Block(NamedTuple):
    """A piece of an element's content. A paragraph has `text` and says whether most of it is slanted or bold."""

    kind: Literal["paragraph", "list", "table"]
    element: etree._Element
    text: str = ""
    chars: int = 0
    italic: bool = False
    bold: bool = False


class _Run(NamedTuple):
    text: str
    italic: bool
    bold: bool


def blocks(element: etree._Element, *, italic: bool = False) -> Iterator[Block]:
    """The paragraphs, lists and tables of `element`, in order; empty paragraphs are left out."""
    runs: list[_Run] = []
    for piece in _pieces(element, italic, False, None):
        if isinstance(piece, _Run):
            runs.append(piece)
            continue
        yield from _paragraph(element, runs)
        runs = []
        yield Block("list" if piece.tag == "DL" else "table", piece)
    yield from _paragraph(element, runs)


def paragraphs(body: etree._Element) -> Iterator[list[Block]]:
    """The content of a `DD`, one list of blocks for each `LA` in it; text outside of them is not lost."""
    italic = body.get("Font") == "italic"
    loose: list[_Run] = [_Run(body.text or "", italic, False)]
    for child in body:
        if child.tag in ("DL", "table"):
            loose_blocks = list(_paragraph(body, loose))
            yield [*loose_blocks, Block("list" if child.tag == "DL" else "table", child)]
            loose = []
        elif child.tag in ("LA", "P"):
            yield list(_paragraph(body, loose))
            yield list(blocks(child, italic=italic))
            loose = []
        else:
            loose.extend(run for run in _pieces(child, italic, child.tag == "B", None) if isinstance(run, _Run))
        loose.append(_Run(child.tail or "", italic, False))
    yield list(_paragraph(body, loose))


def text_of(element: etree._Element | None) -> str:
    """All text of `element` as one paragraph, lists and tables included."""
    if element is None:
        return ""
    return folded("".join(run.text for run in _runs(element)))


def table_rows(table: etree._Element) -> tuple[tuple[str, ...], ...]:
    """The rows of a CALS table, its head first; a cell that spans columns is followed by empty ones."""
    rows = []
    for row in table.iter("row"):
        columns = _column_names(row)
        cells: list[str] = []
        for entry in row.iterchildren("entry"):
            first = entry.get("namest") or entry.get("colname")
            if first in columns:
                cells.extend([""] * (columns.index(first) - len(cells)))
            cells.append(text_of(entry))
            last = entry.get("nameend")
            if last in columns:
                cells.extend([""] * (columns.index(last) + 1 - len(cells)))
        cells.extend([""] * (len(columns) - len(cells)))
        rows.append(tuple(cells))
    return tuple(rows)


def source_chars(element: etree._Element) -> int:
    """The non-space characters below `element`, whatever the elements mean."""
    return count_chars("".join(map(str, element.itertext())))


def _column_names(row: etree._Element) -> list[str]:
    group = next(row.iterancestors("tgroup"), None)
    if group is None:
        return []
    return [spec.get("colname", "") for spec in group.iterchildren("colspec")]


def _paragraph(element: etree._Element, runs: list[_Run]) -> Iterator[Block]:
    text = folded("".join(run.text for run in runs))
    if not text:
        return
    size = count_chars(text)
    slanted = sum(count_chars(run.text) for run in runs if run.italic)
    heavy = sum(count_chars(run.text) for run in runs if run.bold)
    yield Block("paragraph", element, text, size, slanted * 2 > size, heavy == size)


def _runs(element: etree._Element) -> Iterator[_Run]:
    for piece in _pieces(element, False, False, None):
        if isinstance(piece, _Run):
            yield piece
        else:
            yield _Run(" ", False, False)
            yield from _runs(piece)
            yield _Run(" ", False, False)


def _pieces(
    element: etree._Element, italic: bool, bold: bool, shift: Callable[[str], str] | None
) -> Iterator[_Run | etree._Element]:
    """Text runs, with lists and tables whole between them."""

    def run(text: str | None) -> Iterator[_Run]:
        if text:
            yield _Run(shift(text) if shift else text, italic, bold)

    yield from run(element.text)
    for child in element:
        if child.tag in ("DL", "table"):
            yield child
        elif child.tag == "BR":
            yield _Run(" ", italic, bold)
        elif isinstance(child.tag, str):
            apart = child.tag in ("DT", "DD", "LA", "P", "row", "entry", "Title")
            if apart:
                yield _Run(" ", italic, bold)
            yield from _pieces(
                child, italic or child.tag == "I", bold or child.tag == "B", _SHIFTS.get(child.tag, shift)
            )
            if apart:
                yield _Run(" ", italic, bold)
        yield from run(child.tail)
