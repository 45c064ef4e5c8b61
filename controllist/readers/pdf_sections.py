"""The divisions of a list's PDF, each read in its own way: entries, notes, tables, definitions, quoted lists."""

from __future__ import annotations

import re
from collections.abc import Callable

from controllist.codes import canonical, entry_of, labels_of
from controllist.lines import Line
from controllist.model import Mark
from controllist.readers.pdf_columns import split_at, table_of
from controllist.readers.pdf_flow import Flow, Paragraph
from controllist.readers.pdf_heads import Head, Heads, tokens_of
from controllist.readers.pdf_layout import Document, Frame, Options, Section, is_marker, sign_of
from controllist.readers.pdf_text import Page, Row, Word, chars_of, text_of
from controllist.sources.scheme import Scheme

_OUTSIDE = Section(at="", kind="outside", name="outside the list")
_TERM = re.compile(r"[\"“](?P<term>[^\"”]+)[\"”]")
_REFERENCES = re.compile(r"\s*\((?P<refs>(?:(?:[A-Z]{2,}|All|\d|ML ?\d+)[,\s]*)+)\)")
_REFERRED = re.compile(r"(?:\s*\([^)]*\))*?" + _REFERENCES.pattern)
_QUOTED = re.compile(r"(?:(\d\.[A-E]\.\d+\.(?:[a-z0-9]+\.?)*|ML\d+\.(?:[a-z0-9]+\.?)*)(?:\s*(?:&|and|,)\s*)?)+")
_FOOTNOTE = re.compile(r"\(?[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾*\d]+\)?(?:\s|$)")
_SMALL = 0.92  # of the page's type: smaller rows at its foot are footnotes


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
        self._number_x: float | None = None
        self._group = ""
        self._table: list[Row] = []
        self._pending: list[Row] = []
        self._ways: dict[str, Callable[[Row], None]] = {
            "outside": lambda row: self._flow.furniture(row, self._section.name or _OUTSIDE.name),
            "list": self._list, "notes": self._notes, "table": self._table.append, "acronyms": self._table.append,
            "definitions": self._definitions, "quoted": self._quoted, "statements": self._statement,
        }
        self.found = False
        """Whether any section of the list was found."""

    def lines(self) -> tuple[Line, ...]:
        """The lines of the whole document."""
        for page in self._document.pages:
            foot = _footnotes(page, self._frame)
            for row in page.rows:
                if row in foot and self._section.kind != "outside":
                    continue
                self._row(row, page)
            if self._section.kind != "outside":
                self._footnotes(foot)
        self._end_section()
        return self._flow.lines

    def _row(self, row: Row, page: Page) -> None:
        name = self._frame.furniture(row, page)
        opened = self._frame.section(row, page)
        if opened and (not name or opened[0].head):
            self._open(row, *opened)
        elif name:
            self._flow.furniture(row, name)
        else:
            kept, ends = self._unmarked(row)
            if kept:
                self._ways[self._section.kind](kept)
            if ends:
                self._flow.mark = self._base_mark

    def _unmarked(self, row: Row) -> tuple[Row | None, bool]:
        """The row without amendment marks, if anything is left; and whether a marked passage ends in it."""
        if not any(mark in word.text for word in row.words for mark in "▼►▶◄◀"):
            return row, False
        kept: list[Word] = []
        marks: list[Word] = []
        ends = False
        for token in _tokens(row.words):
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
        if rule.head:
            self._flow.close()

    def _end_section(self) -> None:
        """Lays down what the section has gathered."""
        plain = self._section.kind == "acronyms"
        if rows := self._table:
            cells = tuple(tuple(self._cell(cell, plain) for cell in line) for line in table_of(rows, plain))
            self._flow.add(Line("table", where=f"p. {rows[0].page}", rows=cells, chars=sum(row.chars for row in rows)))
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
        elif not head and _is_title(row, self._document.left):
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
            self._note_x = head.x if head.name else self._note_x
            return
        if not (head and head.kind in ("entry", "group")) and flow.continues(row, head):
            flow.extend(row)
            return
        if head is None:
            bound = self._note_x is not None and row.italic
            flow.begin("text", row, row.text, text_x=row.x, italic=row.italic, bound=bound)
            return
        text = row.text[head.rest :]
        if head.kind in ("entry", "group"):
            self._note_x = None
            flow.begin("item" if head.kind == "entry" else "group", row, text, head.x, head.text_x, entry=head.entry,
                       labels=head.labels, italic=head.italic)
        elif head.kind == "label":
            self._labelled(row, head, text, items)
        elif head.kind == "dash":
            flow.begin("text", row, text, head.x, head.text_x, italic=row.italic, bound=self._note_x is not None)
        else:
            self._note_x = head.x
            flow.begin(head.kind, row, text, head.x, head.text_x, number=head.number, italic=head.italic)

    def _labelled(self, row: Row, head: Head, text: str, items: bool) -> None:
        """An item, or a list inside a note: slanted labels are a note's."""
        note_x = self._note_x
        inside = head.italic and (note_x is not None or row.italic)
        inside = inside or (note_x is not None and row.italic and head.x > note_x + 4)
        if inside or not items:
            self._flow.begin("text", row, text, head.x, head.text_x, labels=head.labels, italic=head.italic, bound=True)
        else:
            self._note_x = None
            self._flow.begin("item", row, text, head.x, head.text_x, labels=head.labels, italic=head.italic)

    def _definitions(self, row: Row) -> None:
        column = self._section.column
        left, right = split_at(row, column) if column else ([], list(row.words))
        head = self._heads.read(row, False)
        if (head and head.kind in ("note", "technical-note", "nota-bene")) or (left and not right):
            left, right = ([], list(row.words)) if head else (left, right)
        body = row._replace(words=tuple(right)) if right else None
        term = _TERM.match(body.text) if body else None
        start = column or self._document.left
        if body and term and abs(body.x - start) < 8 and (column or self._new_term(body, term)):
            self._define(body, term, bool(column))
        elif body:
            self._place(body, self._heads.read(body, False), items=False)
        if left:
            self._refer(row._replace(words=tuple(left)))

    def _new_term(self, row: Row, term: re.Match[str]) -> bool:
        """Whether a quotation at the margin opens a definition: after a gap, or after a full stop with references."""
        return not self._flow.continues(row, None) or (
            self._flow.complete and bool(_REFERRED.match(row.text, term.end()))
        )

    def _define(self, row: Row, term: re.Match[str], columns: bool) -> None:
        self._note_x = None
        text = row.text[term.end() :] if not columns else ""
        refs = _REFERENCES.match(text)
        paragraph = self._flow.begin("definition", row, text[refs.end() if refs else 0 :].strip(), text_x=None,
                                     name=row.text if columns else term["term"], number=refs["refs"] if refs else "")
        if columns:
            paragraph.name = self._flow.joined([row.text]).strip("\"“”")
        else:
            paragraph.text_x = row.x

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
            codes = [canonical(code) for code in re.findall(r"\d\.[A-E]\.\d+[\w.]*|ML\d+[\w.]*", match[0])]
            for code in codes[1:]:
                flow.close()
                flow.aside(Line("resume", entry=entry_of(code), labels=labels_of(code), where=f"p. {row.page}"))
            flow.begin("annotation", row, row.text[match.end() :].strip(), entry=entry_of(codes[0]),
                       labels=labels_of(codes[0]), name=self._section.name)
        elif self._margin(row) and not first.italic and not self._heads.read(row, False):
            flow.furniture(row, "heading of a quoted list")
        elif flow.open:
            flow.extend(row)
        else:
            flow.begin("statement", row, row.text, name=self._section.name)

    def _statement(self, row: Row) -> None:
        flow = self._flow
        code = canonical(row.text.replace(" ", "")) if len(row.text) < 24 else ""
        match = self._statements.match(row.text) if self._statements else None
        if match and self._margin(row):
            pending, self._pending = self._pending, []
            code = next((found for found in map(_code_in, reversed(pending)) if found), "")
            paragraph = flow.begin("statement", row, row.text[match.end() :].strip(), name=match[0],
                                   entry=entry_of(code), labels=labels_of(code))
            paragraph.chars += sum(before.chars for before in pending)
            titles = [before.text for before in pending if not _code_in(before)]
            paragraph.name = " – ".join([*titles, row.text if row.bold else match[0]])
            if row.bold:
                paragraph.parts.clear()
        elif row.bold or (code and self._margin(row)) or (_code_in(row) and len(row.text) < 40):
            flow.close()
            self._pending.append(row)
        elif self._pending:
            pending, self._pending = self._pending, []
            code = next((found for found in map(_code_in, reversed(pending)) if found), "")
            paragraph = flow.begin("statement", row, row.text, text_x=row.x, entry=entry_of(code), labels=labels_of(code),
                                   name=" – ".join(before.text for before in pending))
            paragraph.chars += sum(before.chars for before in pending)
        else:
            self._place(row, self._heads.read(row, False), items=False)

    def _footnotes(self, rows: list[Row]) -> None:
        texts: list[tuple[list[str], int, int]] = []
        for row in rows:
            if not texts or (_FOOTNOTE.match(row.text) and texts[-1][0][-1:] != [""]):
                texts.append(([], 0, row.page))
            parts, chars, page = texts[-1]
            parts.append(row.text)
            texts[-1] = (parts, chars + row.chars, page)
        for parts, chars, page in texts:
            self._flow.aside(Line("statement", text=self._flow.joined(parts), where=f"p. {page}", name="footnote",
                                  chars=chars))


def _tokens(words: tuple[Word, ...]) -> list[list[Word]]:
    found: list[list[Word]] = []
    for word in words:
        if found and not word.gap:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _code_in(row: Row) -> str:
    """The code that a row consists of or begins with: `ML 10 (WP 3)`, `5.A.2.a.`."""
    match = re.match(r"(?:ML\s?\d+|\d\.[A-E]\.\d+)(?:\.\w+)*\.?", row.text)
    return canonical(match[0].replace(" ", "")) if match else ""


def _is_title(row: Row, left: float) -> bool:
    text = row.text
    letters = [mark for mark in text if mark.isalpha()]
    if len(letters) < 4 or text[-1] in ".;:,":
        return False
    capitals = all(not mark.islower() for mark in letters)
    return (row.bold or capitals) and (row.x > left + 10 or row.bold or len(text.split()) > 2)


def _footnotes(page: Page, frame: Frame) -> list[Row]:
    """The rows at the foot of the page that are set smaller than its text, or follow a lone raised number."""
    rows = [row for row in page.rows if not frame.furniture(row, page)]
    sizes: dict[float, int] = {}
    for row in rows:
        sizes[row.size] = sizes.get(row.size, 0) + row.chars
    body = max(sizes, key=lambda size: sizes[size], default=0.0)
    for place, row in enumerate(rows):
        if row.size < 0.8 * body and row.text.isdigit() and row.y < page.height / 2:
            return rows[place:]
    count = 0
    for row in reversed(rows):
        if row.size >= _SMALL * body:
            break
        count += 1
    found = rows[len(rows) - count :] if count else []
    return found if found and _FOOTNOTE.match(found[0].text) else []
