"""Rows become paragraphs: which row continues the one before, which begins something new."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

from controllist.codes import entry_of, labels_of
from controllist.lines import Line, Role
from controllist.model import Mark
from controllist.readers.pdf_heads import Head
from controllist.readers.pdf_layout import Document
from controllist.readers.pdf_marks import begins_footnote
from controllist.readers.pdf_text import HYPHEN, Row
from controllist.typography import folded

_TIGHT = 1.3  # of the type size: rows this close belong together
_LOOSE = 2.0  # the same, where a raised character pushed them apart
_ENDED = re.compile(r"[.;:!?][\"'”’)]*$")
_ENDED_LIST = re.compile(r"(?:[.;:!?][\"'”’)]*|\b(?:and|or))$")
_EMPTY = re.compile(r"[-–—]\s*None$")  # an entry that holds nothing is complete
_JOINED = re.compile(r"(?:[\w)]-|/|[\x02\xad])$")


@dataclass
class Paragraph:
    """A paragraph that is still growing."""

    role: Role
    where: str
    x: float
    text_x: float | None
    last: Row
    entry: str = ""
    labels: tuple[str, ...] = ()
    number: str = ""
    name: str = ""
    italic: bool = False
    bound: bool = False
    parts: list[str] = field(default_factory=list)
    chars: int = 0
    marks: list[Mark] = field(default_factory=list)
    twins: tuple[str, ...] = ()
    """Further codes that the same words stand for."""

    @property
    def tail(self) -> str:
        return self.parts[-1] if self.parts else ""


class Flow:
    """The lines of a document so far, and the paragraph that is open."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines: list[Line] = []
        self._later: list[Line] = []
        self.open: Paragraph | None = None
        self.mark: Mark | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, when the document is at its end."""
        self.close()
        return tuple(self._lines)

    def begin(self, role: Role, row: Row, text: str, x: float | None = None, text_x: float | None = None,
              **more: object) -> Paragraph:
        """Closes what is open and opens a paragraph at `row`, whose own text is `text`."""
        self.close()
        paragraph = Paragraph(role, f"p. {row.page}", row.x if x is None else x, text_x, row)
        for name, value in more.items():
            setattr(paragraph, name, value)
        if self.mark:
            paragraph.marks.append(self.mark)
        self.open = paragraph
        self._take(paragraph, row, text)
        return paragraph

    def extend(self, row: Row, text: str | None = None) -> None:
        """`row` continues the open paragraph."""
        paragraph = self.open
        assert paragraph is not None
        if paragraph.text_x is None:
            paragraph.text_x = row.x
        if self.mark and self.mark not in paragraph.marks:
            paragraph.marks.append(self.mark)
        self._take(paragraph, row, row.text if text is None else text)

    def _take(self, paragraph: Paragraph, row: Row, text: str) -> None:
        if text:
            paragraph.parts.append(text)
        paragraph.chars += row.chars
        paragraph.last = row

    def aside(self, line: Line) -> None:
        """A line that stands beside the flow: it follows the open paragraph, which may go on on the next page."""
        (self._later if self.open else self._lines).append(line)

    def furniture(self, row: Row, name: str) -> None:
        """`row` is no text of the list."""
        self.aside(Line("furniture", text=folded(row.text.replace(HYPHEN, "-")), where=f"p. {row.page}", name=name,
                        chars=row.chars))

    def close(self) -> None:
        """The open paragraph is complete."""
        paragraph, self.open = self.open, None
        if paragraph:
            line = self._line(paragraph)
            self._lines.append(line)
            self._lines += [msgspec.structs.replace(line, entry=entry_of(code), labels=labels_of(code), chars=0)
                            for code in paragraph.twins]
        self._lines += self._later
        self._later.clear()

    def add(self, line: Line) -> None:
        """Closes what is open and adds `line`."""
        self.close()
        self._lines.append(line)

    def footnotes(self, rows: list[Row]) -> None:
        """Lays the footnotes at the foot of a page aside."""
        found: list[list[Row]] = []
        for row in rows:
            if not found or begins_footnote(row):
                found.append([])
            found[-1].append(row)
        for note in found:
            text, chars = self.joined([row.text for row in note]), sum(row.chars for row in note)
            self.aside(Line("footnote", text=text, where=f"p. {note[0].page}", name="Footnote", chars=chars))

    def joined(self, parts: list[str]) -> str:
        """The texts of rows as one, broken words mended."""
        text = ""
        for part in parts:
            text += part if not text or _JOINED.search(text) else " " + part
        return folded(self._document.unhyphened(text))

    def _line(self, paragraph: Paragraph) -> Line:
        return Line(
            paragraph.role, text=self.joined(paragraph.parts), where=paragraph.where, entry=paragraph.entry,
            labels=paragraph.labels, indent=round(paragraph.x - self._document.left, 1), italic=paragraph.italic,
            firm=paragraph.role == "item", bound=paragraph.bound, number=paragraph.number, name=paragraph.name,
            chars=paragraph.chars, marks=tuple(paragraph.marks),
        )  # fmt: skip

    @property
    def complete(self) -> bool:
        """Whether the open paragraph, if any, ends as a sentence does."""
        return self.open is None or bool(_ENDED.search(self.open.tail))

    def continues(self, row: Row, head: Head | None) -> bool:
        """Whether `row` continues the open paragraph."""
        paragraph = self.open
        if paragraph is None:
            return False
        last = paragraph.last
        drop = last.y - row.y
        same_page = row.page == last.page
        tight = same_page and drop <= _TIGHT * max(row.size, last.size)
        at_text = paragraph.text_x is not None and abs(row.x - paragraph.text_x) <= 4
        if head and head.weak and tight and not (_ENDED.search(paragraph.tail) and abs(row.x - paragraph.x) < 4):
            head = None
        if head:
            return tight and at_text and self._full(last) and not _ENDED_LIST.search(paragraph.tail)
        if paragraph.text_x is None and not paragraph.parts:
            return row.x >= paragraph.x - 4
        if _EMPTY.search(paragraph.tail) and row.text.isupper():
            return False
        if tight:
            return row.x >= paragraph.x - 4
        if _ENDED.search(paragraph.tail) or not paragraph.parts:
            return False
        if same_page:
            raised = any(word.shift for word in (*row.words, *last.words))
            return at_text and (self._full(last) or raised) and drop <= _LOOSE * row.size
        return row.x >= paragraph.x - 4

    def _full(self, row: Row) -> bool:
        """Whether `row` reaches the right margin, so that the text had to break there."""
        left, right = self._document.left, self._document.right
        return row.end > right - 0.18 * (right - left)
