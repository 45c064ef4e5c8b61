"""hklm XML as blocks: runs of text, numbered provisions, headings and tables, in the order of the source.

The element names of the format say little (`leadIn`, `content` and `continued` hold the same things, a numbered
paragraph may be any of four elements, a number may be empty), so only three things are kept of them: where a run of
text ends, what stands in a displayed `<num>`, and what is inside what. Source notes leave the text and become marks of
the run they end, or of the provision whose last child they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from lxml import etree

from controllist.lines import count_chars
from controllist.model import Mark
from controllist.typography import folded, lowered, raised

_NUMBERED = frozenset({"section", "subsection", "paragraph", "subparagraph"})
_HOLDERS = frozenset({"content", "leadIn", "continued", "text", "def", "part", "schedule"})
_SPACED = frozenset({"br", "p", "marker", "td"})
_INSTRUMENT = re.compile(r"(?:(?:L\.N\.|E\.R\.)\s*)?\d+\s+of\s+\d{4}")
_BARE_MARK = re.compile(rf"\(\s*{_INSTRUMENT.pattern}(?:\s*[;,]\s*{_INSTRUMENT.pattern})*\s*\)")
_EMPTIED = re.compile(r"\(?\s*(?:repealed|omitted|deleted)\b", re.IGNORECASE)


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table: its text, and its blocks for tables that are lists."""

    text: str
    blocks: tuple[Block, ...]


class Block(msgspec.Struct, frozen=True):
    """A run of text, or (with `label`) a numbered provision, or (with `rows`) a table, or a heading.

    `italic` is the part of `text` that is set in italics at its very beginning. `chars` counts the non-space characters
    of the run, of a provision's number, or of a whole table; those of children are theirs. `about_all` says that the
    marks are those of a whole schedule.
    """

    text: str = ""
    italic: str = ""
    label: str = ""
    heading: bool = False
    marks: tuple[Mark, ...] = ()
    about_all: bool = False
    chars: int = 0
    line: int = 0
    children: tuple[Block, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    terms: tuple[str, ...] = ()


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def _line_of(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def raw_text(element: etree._Element) -> str:
    """All text of an element as it stands in the source."""
    return "".join(map(str, element.itertext()))


def plain_text(element: etree._Element) -> str:
    """All text of an element, folded, markup ignored."""
    return folded(raw_text(element))


def marks_in(text: str) -> tuple[Mark, ...]:
    """The instruments a source note names, once each, in order: `L.N. 89 of 2021`."""
    return tuple(Mark(instrument=folded(found)) for found in dict.fromkeys(_INSTRUMENT.findall(text)))


def merged(first: tuple[Mark, ...], second: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Both runs of marks, each mark once."""
    return tuple(dict.fromkeys((*first, *second)))


def blocks_of(element: etree._Element) -> tuple[Block, ...]:
    """The blocks inside an element (its own number left out), in order."""
    return tuple(_Runs(element).blocks())


def number_of(element: etree._Element) -> str:
    """What is displayed as the element's number; empty if nothing is."""
    number = next((child for child in element if name_of(child) == "num"), None)
    return plain_text(number) if number is not None else ""


class _Runs:
    """Collects the runs of text of one element between the blocks inside it."""

    def __init__(self, element: etree._Element) -> None:
        self._element = element
        self._numbered = name_of(element) in _NUMBERED | {"schedule"}
        self._clear(element)

    def _clear(self, element: etree._Element) -> None:
        self._parts: list[str] = []
        self._italic = ""
        self._marks: tuple[Mark, ...] = ()
        self._about_all = False
        self._chars = 0
        self._terms: list[str] = []
        self._line = _line_of(element)

    def blocks(self) -> Iterator[Block]:
        self._take_text(self._element.text)
        for child in self._element:
            yield from self._child(child)
            self._take_text(child.tail)
        yield from self._flushed(self._element)

    def _child(self, child: etree._Element) -> Iterator[Block]:
        name = name_of(child)
        if name == "num" and self._numbered:
            self._line = _line_of(child)
        elif name in _NUMBERED:
            yield from self._flushed(child)
            yield from _provision(child)
        elif name == "table":
            yield from self._flushed(child)
            yield _table(child)
        elif name in ("crossHeading", "heading"):
            yield from self._flushed(child)
            yield from (msgspec.structs.replace(run, heading=True) for run in blocks_of(child))
        elif name in _HOLDERS:
            yield from self._flushed(child)
            yield from blocks_of(child)
        elif name == "sourceNote" and name_of(self._element) in _NUMBERED | {"schedule", "part"}:
            yield from self._flushed(child)
            self._take_inline(child)
            yield from self._flushed(child)
        else:
            self._take_inline(child)

    def _flushed(self, following: etree._Element) -> Iterator[Block]:
        text = folded("".join(self._parts))
        if self._chars or self._marks:
            yield Block(
                text=text,
                italic=self._italic,
                marks=self._marks,
                about_all=self._about_all,
                chars=self._chars,
                line=self._line,
                terms=tuple(self._terms),
            )
        self._clear(following)

    def _take_text(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._chars += count_chars(text)

    def _take_inline(self, child: etree._Element) -> None:
        name = name_of(child)
        whole = plain_text(child)
        if name == "sourceNote" or (name == "inline" and _BARE_MARK.fullmatch(whole)):
            self._take_mark(child, whole)
            return
        if name in _SPACED:
            self._parts.append(" ")
        if name == "term":
            self._terms.append(whole)
        if name in ("sup", "sub"):
            text = raw_text(child)
            self._parts.append(raised(text) if name == "sup" else lowered(text))
            self._chars += count_chars(text)
            return
        opens_in_italics = name == "i" and not folded("".join(self._parts))
        self._take_text(child.text)
        for inner in child:
            self._take_inline(inner)
            self._take_text(inner.tail)
        if opens_in_italics:
            self._italic = folded("".join(self._parts))
        if name in _SPACED:
            self._parts.append(" ")

    def _take_mark(self, child: etree._Element, whole: str) -> None:
        self._marks = merged(self._marks, marks_in(whole))
        self._chars += count_chars(whole)
        if _EMPTIED.match(whole):
            self._parts.append(f" {whole} ")
        self._about_all |= whole.lower().startswith("(schedule ")


def _provision(element: etree._Element) -> Iterator[Block]:
    """A numbered element as one block; one without a displayed number gives its contents."""
    label = number_of(element)
    children = blocks_of(element)
    if not label:
        yield from children
        return
    marks: tuple[Mark, ...] = ()
    chars = count_chars(label)
    if len(children) > 1 and _only_marks(children[-1]) and name_of(element[-1]) == "sourceNote":
        # Standing last, the note is about the whole provision, not about the sub-item before it.
        marks, chars = children[-1].marks, chars + children[-1].chars
        children = children[:-1]
    yield Block(label=label, marks=marks, chars=chars, line=_line_of(element), children=children)


def _only_marks(block: Block) -> bool:
    return bool(block.marks) and not (block.text or block.label or block.rows)


def _table(element: etree._Element) -> Block:
    rows: list[tuple[Cell, ...]] = []
    marks: tuple[Mark, ...] = ()
    for row in element.iter("{*}tr"):
        cells = tuple(_cell(cell) for cell in row if name_of(cell) in ("td", "th"))
        if any(cell.text for cell in cells):
            rows.append(cells)
    for note in element.iter("{*}sourceNote"):
        marks = merged(marks, marks_in(plain_text(note)))
    chars = count_chars(raw_text(element))
    return Block(rows=tuple(rows), marks=marks, chars=chars, line=_line_of(element))


def _cell(element: etree._Element) -> Cell:
    blocks = blocks_of(element)
    return Cell(text=folded(" ".join(_texts(blocks))), blocks=blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.label
        yield block.text
        for row in block.rows:
            yield from (cell.text for cell in row)
        yield from _texts(block.children)


def all_text(blocks: tuple[Block, ...]) -> str:
    """The text of blocks and of everything inside them, numbers included."""
    return folded(" ".join(_texts(blocks)))


def all_chars(blocks: tuple[Block, ...]) -> int:
    """The characters of blocks and of everything inside them."""
    return sum(block.chars + all_chars(block.children) for block in blocks)


def all_marks(blocks: tuple[Block, ...]) -> tuple[Mark, ...]:
    """The marks of blocks and of everything inside them, each once."""
    marks: tuple[Mark, ...] = ()
    for block in blocks:
        marks = merged(merged(marks, block.marks), all_marks(block.children))
    return marks
