"""The divisions of a list's PDF, each read in its own way: entries, notes, tables, definitions, quoted lists."""

from __future__ import annotations

import re
from collections.abc import Callable

from controllist.codes import canonical, entry_of, labels_of
from controllist.lines import Line, Role
from controllist.model import Mark
from controllist.readers.pdf_acronyms import acronym_lines
from controllist.readers.pdf_columns import table_of
from controllist.readers.pdf_flow import Flow, Paragraph
from controllist.readers.pdf_heads import Head, Heads, code_in, follows, parted_at_heading, tokens_of
from controllist.readers.pdf_layout import Document, Frame, Options, Section
from controllist.readers.pdf_marks import footnotes, is_marker, is_title, sign_of
from controllist.readers.pdf_terms import named, opens_with_references
from controllist.readers.pdf_text import Page, Row, Word, chars_of, runs_of, text_of
from controllist.sources.scheme import Scheme

_OUTSIDE = Section(at="", kind="outside", name="outside the list")
_QUOTED_CODE = re.compile(r"(?:\d\.[A-E]\.\d+|ML\d+|\d[A-E]\d{3}(?!\d))(?:\.[a-z0-9]{1,2})*\.?(?![\w])")
_QUOTED = re.compile(rf"(?:{_QUOTED_CODE.pattern}(?:\s*(?:&|and|,)\s*)?)+")
_TITLED = ("acronyms", "definitions", "quoted")  # kinds whose own title is printed under the page's heading
_NOTE_ROLES: dict[str, Role] = {"note": "note", "technical-note": "technical-note", "nota-bene": "nota-bene"}


class SectionReader:
    """Reads a document's rows into lines, division by division."""

    def __init__(self, scheme: Scheme, options: Options, document: Document, acts: dict[str, Mark]) -> None:
        self._document = document
        self._frame = Frame(options)
        self._heads = Heads(scheme, options.resumed)
        self._statements = re.compile("|".join(options.statements)) if options.statements else None
        self._acts = acts
        self._flow = Flow(document)
        self._section = _OUTSIDE
        self._heading = ""
        self._in_list = False
        self._category = ""
        self._banner: tuple[Section, str] | None = None
        self._base_mark: Mark | None = None
        self._note_x: float | None = None
        self._levels: list[tuple[float, str, bool]] = []
        self._item: Paragraph | None = None
        self._number_x: float | None = None
        self._group = ""
        self._table: list[Row] = []
        self._pending: list[Row] = []
        self._ways: dict[str, Callable[[Row], None]] = {
            "outside": lambda row: self._flow.furniture(row, self._section.name or _OUTSIDE.name),
            "list": self._list, "notes": self._notes, "table": self._table.append, "acronyms": self._acronyms,
            "definitions": self._definitions, "quoted": self._quoted, "statements": self._statement,
        }
        self.found = False
        """Whether any section of the list was found."""

    def lines(self) -> tuple[Line, ...]:
        """The lines of the whole document."""
        for page in self._document.pages:
            foot = footnotes(page, self._frame.furniture)
            for row in page.rows:
                if row in foot and self._section.kind != "outside":
                    continue
                self._row(row, page)
            if self._section.kind != "outside":
                self._flow.footnotes(foot)
        self._end_section()
        return tuple(named(line) if line.role == "definition" else line for line in self._flow.lines)

    def _row(self, row: Row, page: Page) -> None:
        name = self._frame.furniture(row, page)
        opened = self._frame.section(row, page)
        if opened and (not name or opened[0].head):
            self._open(row, *opened)
        elif name:
            self._flow.furniture(row, name)
        else:
            kept, ends = self._unmarked(row)
            for part in parted_at_heading(kept, self._document.left) if kept else ():
                self._ways[self._section.kind](part)
            if ends:
                self._flow.mark = self._base_mark

    def _unmarked(self, row: Row) -> tuple[Row | None, bool]:
        """The row without amendment marks, if anything is left; and whether a marked passage ends in it."""
        if not any(mark in word.text for word in row.words for mark in "▼►▶◄◀"):
            return row, False
        kept: list[Word] = []
        marks: list[Word] = []
        ends = False
        for token in runs_of(row.words):
            text = "".join(word.text for word in token)
            if not is_marker(text):
                kept += token
                continue
            marks += token
            if sign := sign_of(text):
                self._flow.mark = self._acts.get(sign, Mark(instrument=sign)) if sign != "B" else None
                if text[0] == "▼":
                    self._base_mark = self._flow.mark
            else:
                ends = True
        if marks:
            self._flow.aside(Line("furniture", text=text_of(marks), where=f"p. {row.page}", name="amendment mark",
                                  chars=chars_of(marks)))
        return (row._replace(words=tuple(kept)) if kept else None), ends

    def _open(self, row: Row, rule: Section, match: re.Match[str]) -> None:
        groups = match.groupdict()
        category, part = groups.get("category") or "", groups.get("part") or ""
        code = rule.code or (category or self._category[:1]) + (f"P{part}" if part else "") if (
            rule.code or category or part) else ""
        if rule.kind == "outside":
            self._end_section()
            self._section, self._in_list, self._heading = rule, False, row.text
            self._flow.close()
            self._flow.furniture(row, rule.name or _OUTSIDE.name)
            return
        if (rule.head and (rule, code) == self._banner) or (rule == self._section and row.text == self._heading):
            self._flow.furniture(row, "repeated heading")
            return
        if rule.head:
            self._banner = (rule, code)
        self._end_section()
        within = self._in_list and rule.kind in ("notes", "table") and not rule.head
        self._section, self._heading, self.found = rule, row.text, True
        self._in_list = within or rule.kind == "list"
        self._note_x = None
        if code:
            self._category = code
            self._flow.begin("category", row, row.text, entry=code)
        else:
            self._title(row)
        if rule.head and rule.kind not in _TITLED:
            self._flow.close()

    def _end_section(self) -> None:
        """Lays down what the section has gathered."""
        plain = self._section.kind == "acronyms"
        if rows := self._table:
            cells = tuple(tuple(self._cell(cell, plain) for cell in line) for line in table_of(rows, plain))
            where, chars = f"p. {rows[0].page}", sum(row.chars for row in rows)
            for line in acronym_lines(cells, where, chars) if plain else [Line("table", "", where, rows=cells,
                                                                               chars=chars)]:
                self._flow.add(line)
        self._table.clear()
        for row in self._pending:
            self._flow.furniture(row, "heading")
        self._pending.clear()

    def _cell(self, texts: list[str], plain: bool) -> str:
        """A cell's printed rows: one text where they are `plain`, else one entry a row."""
        return self._flow.joined(texts) if plain else "\n".join(self._flow.joined([text]) for text in texts)

    def _title(self, row: Row) -> Paragraph:
        left = self._document.left
        paragraph = self._flow.begin("statement", row, "", x=left, name=self._flow.joined([row.text]))
        self._note_x = None
        return paragraph

    def _margin(self, row: Row) -> bool:
        return row.x <= self._document.left + 6

    def _list(self, row: Row) -> None:
        head = self._heads.read(row, self._margin(row))
        self._place(row, self._entry_of_number(head) if head else None, items=True)

    def _entry_of_number(self, head: Head) -> Head:
        """The head with its whole code, where only the last number of an entry code is printed, in its column."""
        if head.entry:
            self._group = head.entry[:2] if head.entry[0].isdigit() else ""
            self._number_x = head.number_x or self._number_x
        elif head.kind == "label" and not head.italic and self._group and self._number_x and (
            abs(head.x - self._number_x) < 3 and head.labels[0].isdigit()
        ):
            entry = f"{self._group}{int(head.labels[0]):03d}"
            return head._replace(kind="entry", entry=entry, labels=head.labels[1:])
        return head

    def _notes(self, row: Row) -> None:
        head = self._heads.read(row, self._in_list and self._margin(row))
        if head and head.kind in ("entry", "group"):
            self._end_section()
            self._section = Section(at="", kind="list")
            self._place(row, head, items=True)
        elif not head and is_title(row, self._document.left):
            self._more_title(row)
        else:
            self._place(row, head, items=False)

    def _more_title(self, row: Row) -> None:
        """A title, or the second row of one."""
        paragraph = self._flow.open
        if paragraph and paragraph.role == "statement" and not paragraph.parts and (
            paragraph.last.page == row.page and paragraph.last.y - row.y < 1.5 * row.size
        ):
            paragraph.name = self._flow.joined([paragraph.name, row.text])
            self._flow.extend(row, "")
            paragraph.text_x = None
        else:
            self._title(row)

    def _place(self, row: Row, head: Head | None, items: bool) -> None:
        """Puts the row where its head says, or where it goes on."""
        flow = self._flow
        if head and head.kind == "resume":
            flow.aside(Line("resume", text=row.text, where=f"p. {row.page}", entry=head.entry, labels=head.labels,
                            indent=round(head.x - self._document.left, 1), italic=head.italic, number=head.number,
                            name=head.name, chars=row.chars))
            if head.name and self._note_x is None:
                self._note_x = head.x
            return
        if not (head and head.kind in ("entry", "group")) and flow.continues(row, head):
            flow.extend(row)
            return
        if head is None and items and not row.italic and is_title(row, self._document.left):
            flow.close()
            flow.furniture(row, "heading")
            return
        if head is None:
            bound = self._note_x is not None and (row.italic or self._set_in_from_item(row, self._note_x))
            flow.begin("text", row, row.text, text_x=row.x, italic=row.italic, bound=bound)
            return
        text = row.text[head.rest :]
        if head.kind in ("entry", "group"):
            self._note_x = None
            if not head.labels:
                self._levels.clear()
            else:
                self._levels.append((head.x, head.labels[-1], False))
            self._item = flow.begin("item" if head.kind == "entry" else "group", row, text, head.x, head.text_x,
                                    entry=head.entry, labels=head.labels, italic=head.italic)
        elif head.kind == "label" and items and self._margin(row) and text.isupper():
            flow.close()
            flow.furniture(row, "heading")
        elif head.kind == "label":
            self._labelled(row, head, text, items)
        elif head.kind == "dash":
            flow.begin("text", row, text, head.x, head.text_x, italic=row.italic, bound=self._note_x is not None)
        else:
            self._note_x = head.x
            flow.begin(_NOTE_ROLES[head.kind], row, text, head.x, head.text_x, number=head.number, italic=head.italic)

    def _set_in_from_item(self, row: Row, note_x: float) -> bool:
        """Whether the row stands too far in to go on with the last item, as an upright formula of a note may."""
        item_x = self._item.text_x if self._item else None
        return item_x is not None and row.x > max(item_x, note_x) + 8

    def _labelled(self, row: Row, head: Head, text: str, items: bool) -> None:
        """An item, or a list inside a note; of two labels in one row (`1. a.`) the first has no text of its own."""
        inside = not items or self._in_note(row, head)
        for label, x in zip(head.labels[:-1], head.label_xs, strict=False):
            if self._listed_at(x) != (label, inside):
                self._levels.append((x, label, inside))
                self._flow.add(Line("text" if inside else "item", where=f"p. {row.page}", labels=(label,), bound=inside,
                                    firm=not inside, indent=round(x - self._document.left, 1),
                                    italic=inside and head.italic))  # fmt: skip
        labels = head.labels[-1:]
        self._levels.append((head.x, labels[0], inside))
        paragraph = self._flow.begin("text" if inside else "item", row, text, head.x, head.text_x, labels=labels,
                                     italic=inside and head.italic, bound=inside)
        if not inside:
            self._note_x, self._item = None, paragraph

    def _listed_at(self, x: float) -> tuple[str, bool]:
        """The last label that stood at `x`, and whether it was a note's."""
        return next(((label, inside) for at, label, inside in reversed(self._levels) if abs(at - x) < 3), ("", False))

    def _in_note(self, row: Row, head: Head) -> bool:
        """Whether a labelled row stands in a note.

        Slanted labels do, but for those that go on with a list of items farther out, or open the list that an item
        announced where the note before them announced none. Upright ones do if they go on with the note's list, or
        open a list that only the note announced.
        """
        if self._note_x is None:
            return False
        opened, item = self._flow.open, self._item
        label, inside = self._listed_at(head.x)
        goes_on, opens = follows(label, head.labels[0]), head.labels[0] in ("a", "1")
        awaited = item is not None and item.tail.endswith(":")
        told = opened is not None and bool(opened.parts)
        announced = opened is not None and opened.tail.endswith(":")
        if head.italic:
            astray = (opens and awaited and told and not announced) or (
                goes_on and not inside and head.x < self._note_x - 3)
            return not astray
        untold = opened is not None and opened.role in _NOTE_ROLES and not opened.parts
        return untold or (goes_on and inside) or (opens and announced and not awaited) or (
            row.italic and head.x > self._note_x + 4)

    def _acronyms(self, row: Row) -> None:
        if self._table or not self._titles(row):
            self._table.append(row)

    def _definitions(self, row: Row) -> None:
        column = self._section.column
        refs = self._reference_words(row) if column else 0
        body = row._replace(words=row.words[refs:]) if refs else row
        if body.words:
            self._defined(body, column)
        if refs:
            self._refer(row._replace(words=row.words[:refs]))

    def _reference_words(self, row: Row) -> int:
        """How many of the row's words stand in the column of references beside a definition."""
        pattern = re.compile(self._section.references)
        count = 0
        for word in row.words if self._margin(row) else ():
            if word.x >= self._section.column + 15 or not pattern.fullmatch(word.text):
                break
            count += 1
        return count

    def _defined(self, row: Row, column: float) -> None:
        opened = self._flow.open
        quoted = row.text[0] in "\"“"
        begins = quoted and (row.x < column + 8 if column else self._margin(row) and self._new_term(row))
        if begins:
            self._note_x = None
            if column:
                self._flow.begin("definition", row, "", row.x, name=row.text)
            else:
                self._flow.begin("definition", row, row.text, text_x=row.x)
        elif column and opened and opened.role == "definition" and not opened.parts and row.x < column + 8:
            opened.name = self._flow.joined([opened.name, row.text])
            opened.chars += row.chars
        elif not self._titles(row):
            self._place(row, self._heads.read(row, False), items=False)

    def _titles(self, row: Row) -> bool:
        """Whether the row is the title printed under a section's heading; it takes the heading's place."""
        opened = self._flow.open
        if opened is None or opened.role != "statement" or opened.parts or not is_title(row, self._document.left):
            return False
        again = opened.name == self._heading
        opened.name = self._flow.joined([row.text] if again else [opened.name, row.text]).capitalize()
        self._flow.extend(row, "")
        return True

    def _new_term(self, row: Row) -> bool:
        """Whether a quotation at the margin opens a definition: after a gap, or after a full stop with references."""
        opened = self._flow.open
        titled = opened is not None and opened.role == "statement" and not opened.parts
        return titled or not self._flow.continues(row, None) or (
            self._flow.complete and opens_with_references(row.text)
        )

    def _refer(self, row: Row) -> None:
        """Category references in the column beside a definition."""
        paragraph = self._flow.open
        if paragraph and paragraph.role == "definition":
            paragraph.number = f"{paragraph.number} {row.text}".strip()
            paragraph.chars += row.chars
        else:
            self._flow.furniture(row, "references of a definition")

    def _quoted(self, row: Row) -> None:
        flow = self._flow
        first = tokens_of(row)[0]
        match = _QUOTED.match(row.text)
        if self._margin(row) and match:
            codes = [canonical(code) for code in _QUOTED_CODE.findall(match[0])]
            flow.begin("annotation", row, row.text[match.end() :].strip(), entry=entry_of(codes[0]),
                       labels=labels_of(codes[0]), name=self._section.name, twins=tuple(codes[1:]))
        elif self._titles(row):
            return
        elif self._margin(row) and not first.italic and not self._heads.read(row, False):
            flow.furniture(row, "heading of a quoted list")
        elif flow.open:
            flow.extend(row)
        else:
            flow.begin("statement", row, row.text, name=self._section.name)

    def _statement(self, row: Row) -> None:
        """A statement, under the titles and the code that stand before it."""
        opens = self._statements.match(row.text) if self._statements and self._margin(row) else None
        if opens:
            title = row.text if row.bold else opens[0]
            self._state(row, "" if row.bold else row.text[opens.end() :].strip(), title)
        elif row.bold or (self._margin(row) and code_in(row) and len(row.text) < 40):
            self._flow.close()
            self._pending.append(row)
        elif self._pending:
            self._state(row, row.text)
        else:
            self._place(row, self._heads.read(row, False), items=False)

    def _state(self, row: Row, text: str, title: str = "") -> None:
        pending, self._pending = self._pending, []
        code = next((found for found in map(code_in, reversed(pending)) if found), "")
        titles = [before.text for before in pending if not code_in(before)]
        # A statement's own title is its name; what stands over it says where it belongs.
        name = title or next(reversed([*(before.text for before in pending if code_in(before)), *titles]), "")
        paragraph = self._flow.begin("statement", row, text, text_x=row.x if text else None, entry=entry_of(code),
                                     labels=labels_of(code), name=name)
        paragraph.chars += sum(before.chars for before in pending)
