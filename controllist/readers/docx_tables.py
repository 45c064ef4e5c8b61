"""Tables that a Word file sets with tabs: `TABLE - …`, a line of column titles, then rows whose cells wrap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from controllist.lines import Line, Role
from controllist.readers.docx_prefix import prefix_of
from controllist.readers.docx_text import Paragraph

_TITLE = re.compile(r"TABLE\b\s*[-–—:]?\s*(?P<name>[^a-z]*)")
_NOTES = re.compile(r".*?\b(?P<technical>TECHNICAL\s+)?(?:NOTES?|STATEMENTS?\s+OF\s+UNDERSTANDING)\s*$")
_COLUMN = re.compile(r"\d\.")


class TableMode:
    """Whether the text stands in a table set with tabs, and the row that is being put together."""

    def __init__(self) -> None:
        self._open = ""  # "", "rows", "notes"
        self._columns: list[int] = []
        self._row: list[list[str]] = []
        self._row_chars = 0
        self._where = ""
        self._titles: set[str] = set()

    def takes(self, paragraph: Paragraph) -> bool:
        """Whether this paragraph belongs to a table or to the notes printed after it."""
        if _TITLE.fullmatch(paragraph.text):
            return True
        if not self._open:
            return False
        labels = prefix_of(paragraph.fields).labels
        if labels[:1] and (labels[0][:2] == "ML" or (labels[0].isdigit() and labels[1:2] and labels[1] in "ABCDE")):
            self._open = ""  # the entry's prefix again: the table is over
            return False
        return True

    def lines(self, paragraph: Paragraph) -> Iterator[Line]:
        """The lines this paragraph completes."""
        text = paragraph.text
        if title := _TITLE.fullmatch(text):
            yield from self._title(paragraph, title)
        elif self._open == "notes":
            yield from self._note_text(paragraph)
        elif sum(1 for part in paragraph.fields if _COLUMN.fullmatch(part)) >= 2:
            yield from self._header(paragraph)
        else:
            yield from self._cells(paragraph)

    def rest(self) -> Iterator[Line]:
        """The row that was being put together, if any."""
        if self._row_chars:
            row = tuple("\n".join(cell) for cell in self._row)
            yield Line("table", where=self._where, rows=(row,), chars=self._row_chars)
        self._row, self._row_chars = [[] for _ in self._columns], 0

    def _title(self, paragraph: Paragraph, title: re.Match[str]) -> Iterator[Line]:
        yield from self.rest()
        name = re.sub(r"[\s–—-]+", " ", title["name"]).strip()
        if name in self._titles:
            yield Line("furniture", paragraph.text, paragraph.where, name="table title again", chars=paragraph.chars)
            return
        self._titles.add(name)
        notes = _NOTES.fullmatch(name)
        self._open = "notes" if notes else "rows"
        if notes:
            role: Role = "technical-note" if notes["technical"] else "note"
            yield Line(role, "", paragraph.where, name=paragraph.text, chars=paragraph.chars)
        else:
            yield Line("text", paragraph.text, paragraph.where, chars=paragraph.chars)

    def _note_text(self, paragraph: Paragraph) -> Iterator[Line]:
        prefix = prefix_of(paragraph.fields)
        yield Line("text", prefix.text, paragraph.where, labels=prefix.labels[-1:], bound=True, chars=paragraph.chars)

    def _header(self, paragraph: Paragraph) -> Iterator[Line]:
        yield from self.rest()
        starts = [at for at, part in enumerate(paragraph.fields) if _COLUMN.fullmatch(part)]
        titles = tuple(
            " ".join(part for part in paragraph.fields[start:end] if part)
            for start, end in zip(starts, [*starts[1:], len(paragraph.fields)], strict=True)
        )
        again = bool(self._columns)
        self._columns = starts
        self._row = [[] for _ in starts]
        if again:
            text = " ".join(titles)
            yield Line("furniture", text, paragraph.where, name="column titles again", chars=paragraph.chars)
        else:
            yield Line("table", where=paragraph.where, rows=(titles,), chars=paragraph.chars)

    def _cells(self, paragraph: Paragraph) -> Iterator[Line]:
        if not self._columns:
            yield Line("text", paragraph.text, paragraph.where, chars=paragraph.chars)
            return
        if paragraph.fields[0].rstrip() or paragraph.after_blank or not self._row_chars:
            yield from self.rest()
            self._where = paragraph.where
        for at, part in enumerate(paragraph.fields):
            if part:
                column = max(i for i, start in enumerate(self._columns) if start <= at)
                self._row[column].append(part)
        self._row_chars += paragraph.chars
