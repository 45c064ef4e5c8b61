"""Word files of a list printed with tabs (the Wassenaar Secretariat's form).

A code is split by tabs (`3.⇥A.⇥1.⇥a.⇥`); a continuation line begins with empty tabs whose count is a hint at its depth;
notes are set in italics. Where a label or a note begins on the page is its `indent`, which tells the item that a note
is set under; the lists inside italic notes keep no fixed edge and carry none. Each file is a category, the munitions
list, or another part (definitions, sensitive lists, statements, …), told by its first words: `readers.docx.parts` in
list.toml maps a part to a regular expression; `readers.docx.titles` matches titles in capitals over texts that are no
entries (annexes, notes on a method).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from controllist.codes import canonical, entry_of, labels_of
from controllist.lines import Line, Reading, Role, SourceData
from controllist.readers.docx_parts import part_lines
from controllist.readers.docx_prefix import Prefix, prefix_of
from controllist.readers.docx_tables import TableMode
from controllist.readers.docx_text import Paragraph, WordFile, written
from controllist.readers.notes import NoteWords, Opening
from controllist.sources.scheme import Scheme

VERSION = "docx 1"

_RULE = re.compile(r"[\s_*.]*")
_GROUP_TITLE = re.compile(r'(?:SYSTEMS|TEST|MATERIALS|"?SOFTWARE|"?TECHNOLOGY)\b')
_PART = re.compile(r"Part\s+(\d)\b\.?\s*[-–—]?\s*(.*)", re.IGNORECASE)
_CATEGORY = re.compile(r"CATEGORY\s+(\d)\s*[-–—]?\s*(?:PART\s+(\d)\s*[-–—]?)?\s*(.*)")
_DATE = re.compile(r"\b(\d\d)-(\d\d)-((?:\d\d)?\d\d)\b")
_LABEL = re.compile(r"WA.LIST \(\d\d\) \d+(?: Corr\.?\s?\d*)?\.?")
_CONTINUED = re.compile(r"(?:^|[\s(])cont(?:inued|['’]?d)?\b[\s.)]*$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\*+\s?")


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of one edition's Word files, in the order given."""
    words = NoteWords(scheme.words)
    options = scheme.readers.get("docx", {})
    patterns = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in options.get("parts", {}).items()}
    titles = re.compile(options.get("titles", r"(?!)"))
    lines: list[Line] = []
    facts: dict[str, str] = {}
    total = 0
    # The lists that quote items come after the items, whatever the files are called.
    for source in sources:
        file = WordFile(source)
        paragraphs = written((*file.paragraphs(), *file.footnotes()))
        total += sum(p.chars for p in paragraphs)
        headers, footers = file.running("header"), file.running("footer")
        facts.update(_facts(footers))
        part = _part_of([*(p.text for p in paragraphs[:6]), *headers], patterns)
        if part in ("category", "munitions"):
            lines.extend(_FileReader(words, titles, part, headers).lines(paragraphs))
        else:
            lines.extend(part_lines(part, paragraphs, words))
    return Reading(tuple(lines), total, facts, VERSION)


def _part_of(heads: list[str], patterns: dict[str, re.Pattern[str]]) -> str:
    """Which part of the list a file holds, by the first words that say so; a category if none does."""
    for head in heads:
        for name, pattern in patterns.items():
            if pattern.match(head):
                return name
    return "category"


def _facts(footers: list[str]) -> dict[str, str]:
    facts: dict[str, str] = {}
    for footer in footers:
        if match := _LABEL.search(footer):
            facts["label"] = match.group().replace("WA LIST", "WA-LIST")
        if match := _DATE.search(footer):
            day, month, year = match.groups()
            if len(year) == 2:
                year = ("19" if int(year) > 90 else "20") + year
            facts["date"] = f"{year}-{month}-{day}"
    return facts


class _FileReader:
    """Reads one category's file, or the munitions list; remembers the codes that short prefixes leave out."""

    def __init__(self, words: NoteWords, titles: re.Pattern[str], part: str, headers: list[str]) -> None:
        self._words = words
        self._munitions = part == "munitions"
        self._headers = headers
        self._category = ""
        self._part = ""
        self._group = ""
        self._entry = ""
        self._number = 0
        self._titled = False
        self._resumed = False
        self._pending: tuple[str, str] | None = None
        self._last: dict[int, str] = {}  # the label last printed at each tab
        self._titles = titles
        self._titles_seen: set[str] = set()
        self._table = TableMode()

    def lines(self, paragraphs: list[Paragraph]) -> Iterator[Line]:
        """The file's lines."""
        if self._munitions:
            title = next((h for h in self._headers if h.strip("_ ")), "Munitions")
            yield Line("category", title.title(), paragraphs[0].where, entry="ML")
        for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
            self._titled = following is not None and self._is_title(paragraph, following)
            self._resumed = following is not None and len(following.text) < 60 and bool(
                _CONTINUED.search(following.text))
            yield from self._lines_of(paragraph)
        yield from self._table.rest()

    def _lines_of(self, paragraph: Paragraph) -> Iterator[Line]:
        text = paragraph.text
        if _RULE.fullmatch(text) and not paragraph.cells:
            yield Line("furniture", where=paragraph.where, name="rule", chars=paragraph.chars)
            return
        if paragraph.cells:
            rows = (tuple("\n".join(cell) for cell in paragraph.cells),)
            yield Line("table", where=paragraph.where, rows=rows, chars=paragraph.chars)
            return
        if self._table.takes(paragraph):
            yield from self._table.lines(paragraph)
            return
        yield from self._table.rest()
        if _FOOTNOTE.match(text) or " footnote " in paragraph.where:
            yield Line("footnote", text, paragraph.where, name="Footnote", chars=paragraph.chars)
            return
        yield from self._prose(paragraph)

    def _prose(self, paragraph: Paragraph) -> Iterator[Line]:
        if self._titled:
            yield self._title(paragraph)
            return
        opening = self._words.opening(paragraph.fields)
        if opening:
            yield from self._note(paragraph, opening, Prefix((), 0, ""))
            return
        prefix = prefix_of(paragraph.fields)
        if prefix.labels and prefix.start == 0:
            opening = self._words.opening((prefix.text,))
            if opening or (_CONTINUED.search(prefix.text) and len(prefix.text) < 40):
                yield from self._note(paragraph, opening or Opening("note", "", "", prefix.text), prefix)
                return
        if paragraph.number and not prefix.labels:
            prefix = self._numbered(paragraph, prefix)
        if not prefix.labels:
            yield from self._unlabelled(paragraph, prefix)
            return
        yield from self._labelled(paragraph, prefix)

    def _note(self, paragraph: Paragraph, opening: Opening, prefix: Prefix) -> Iterator[Line]:
        """A note's head; the prefix printed before it names the item it qualifies."""
        if _CONTINUED.search(f"{opening.printed} {opening.text}") and len(paragraph.text) < 60:
            yield Line("furniture", paragraph.text, paragraph.where, name="note's head again", chars=paragraph.chars)
            return
        named = canonical(".".join(prefix.labels)) if prefix.labels else ""
        yield Line(
            opening.role, opening.text, paragraph.where, entry=entry_of(named), labels=labels_of(named),
            indent=paragraph.indent, italic=paragraph.italic, number=opening.number, name=opening.printed,
            chars=paragraph.chars,
        )  # fmt: skip

    def _numbered(self, paragraph: Paragraph, prefix: Prefix) -> Prefix:
        label = paragraph.number.rstrip(".")
        if label == "-":
            return Prefix((), prefix.start, "- " + prefix.text)
        return prefix._replace(labels=(label,))

    def _unlabelled(self, paragraph: Paragraph, prefix: Prefix) -> Iterator[Line]:
        text = prefix.text
        if (match := _PART.fullmatch(text)) and not self._munitions and len(text) < 80:
            category = self._category or self._category_in_header()
            yield Line("category", match[2], paragraph.where, entry=f"{category}P{match[1]}", name=text,
                       chars=paragraph.chars)  # fmt: skip
            self._category, self._part, self._group, self._entry = category, match[1], "", ""
            return
        if _CONTINUED.search(text) and len(text) < 40:
            yield Line("furniture", text, paragraph.where, name="note's head again", chars=paragraph.chars)
            return
        if not self._category and not self._munitions and not self._entry:
            yield from self._open_category()
        if self._munitions and not self._entry and text.isupper():
            is_own = any(text.strip("*").split() == header.upper().split() for header in self._headers)
            role: Role = "furniture" if is_own else "statement"
            name = "running title" if is_own else text.capitalize()
            yield Line(role, text if is_own else "", paragraph.where, name=name, chars=paragraph.chars)
            return
        yield Line(
            "text", text, paragraph.where, indent=_edge(paragraph, paragraph.indent), italic=paragraph.italic,
            chars=paragraph.chars,
        )  # fmt: skip

    def _is_title(self, paragraph: Paragraph, following: Paragraph) -> bool:
        """An upright line in capitals before an entry's full prefix, or over a text that is no entry."""
        text = paragraph.text
        if paragraph.italic or not text.isupper() or paragraph.cells:
            return False
        if self._titles.match(text) or text in self._titles_seen:
            return True
        return _is_printed(prefix_of(following.fields).labels) and not prefix_of(paragraph.fields).labels

    def _title(self, paragraph: Paragraph) -> Line:
        text = paragraph.text
        if text in self._titles_seen or not self._titles.match(text):
            # What an entry is about, printed over it, stands within the entries and does not end one.
            self._titles_seen.add(text)
            return Line("furniture", text, paragraph.where, name="heading", chars=paragraph.chars)
        self._titles_seen.add(text)
        return Line("statement", "", paragraph.where, name=text.capitalize(), chars=paragraph.chars)

    def _labelled(self, paragraph: Paragraph, prefix: Prefix) -> Iterator[Line]:
        labels = prefix.labels
        yield from self._by_form(paragraph, prefix)
        for at, label in enumerate(labels, prefix.start):
            self._last = {known: last for known, last in self._last.items() if known < at} | {at: label}

    def _by_form(self, paragraph: Paragraph, prefix: Prefix) -> Iterator[Line]:
        labels = prefix.labels
        if self._munitions:
            yield from self._munitions_item(paragraph, prefix)
        elif _is_printed(labels) and labels[2:] and not prefix.text and self._resumed:
            code = canonical(".".join(labels))  # printed again over a note that goes on
            yield Line("resume", "", paragraph.where, entry=entry_of(code), labels=labels_of(code),
                       chars=paragraph.chars)  # fmt: skip
        elif _is_printed(labels):
            yield from self._printed_item(paragraph, prefix)
        elif prefix.start == 0 and labels[0].isdigit() and len(labels) == 1 and prefix.text.isupper():
            self._category = labels[0]
            yield Line("category", prefix.text, paragraph.where, entry=labels[0], chars=paragraph.chars)
        elif self._is_short_entry(paragraph, prefix):
            self._number = int(labels[0])
            self._entry = f"{self._category}{self._group}{self._number:03d}"
            yield self._item(paragraph, prefix, self._entry, labels[1:], None)
        else:
            yield from self._continuation(paragraph, prefix, prefix.start - 3)

    def _is_short_entry(self, paragraph: Paragraph, prefix: Prefix) -> bool:
        """`⇥⇥1.⇥` where the category and group are left out: the next number of the group, upright."""
        label = prefix.labels[0]
        return (
            prefix.start == 2 and label.isdigit() and bool(self._group) and not paragraph.italic
            and int(label) == self._number + 1
        )  # fmt: skip

    def _printed_item(self, paragraph: Paragraph, prefix: Prefix) -> Iterator[Line]:
        category, group, *rest = prefix.labels
        part = _PART.fullmatch(prefix.text)
        title = re.split(r"\s[-–]\s", prefix.text)[0]
        is_title = part is not None or (_GROUP_TITLE.match(title) and title.isupper())
        if not rest and paragraph.italic and (category, group) == (self._category, self._group):
            yield Line("statement", prefix.text, paragraph.where, name=f"{category}.{group}.", chars=paragraph.chars)
            return
        if not rest or (len(rest) == 1 and is_title):
            yield from self._group_heading(paragraph, category, group, part[2] if part else prefix.text)
            if rest and rest[0].isdigit():
                # `5.⇥A.⇥1.⇥SYSTEMS …` may head the group and entry 1 at once; what follows decides.
                self._pending = (f"{category}{group}{int(rest[0]):03d}", prefix.text)
            return
        if category != self._category:
            yield from self._open_category(category)
        if rest[0].isdigit():
            self._group, self._number = group, int(rest[0])
            self._entry = f"{category}{group}{self._number:03d}"
            if rest[1:]:
                yield from self._pending_entry(paragraph)
            self._pending = None
            yield self._item(paragraph, prefix, self._entry, tuple(rest[1:]), None)
        else:
            yield from self._continuation(paragraph, prefix._replace(labels=tuple(rest), start=3), 0)

    def _pending_entry(self, paragraph: Paragraph) -> Iterator[Line]:
        if self._pending:
            code, title = self._pending
            self._pending, self._entry, self._number = None, code, int(code[2:])
            yield Line("item", title, paragraph.where, entry=code)

    def _group_heading(self, paragraph: Paragraph, category: str, group: str, title: str) -> Iterator[Line]:
        if category != self._category:
            yield from self._open_category(category)
        self._group, self._entry, self._number = group, "", 0
        # The groups of a category in parts are 5A1 and 5A2.
        yield Line("group", title, paragraph.where, entry=f"{category}{group}{self._part}", name=f"{category}.{group}.",
                   chars=paragraph.chars)  # fmt: skip

    def _open_category(self, category: str = "") -> Iterator[Line]:
        """The heading of a category that is printed in the page header only."""
        found = self._header_category()
        category = category or (found[1] if found else "")
        if not category:
            return
        self._category = category
        title = found[3].strip(" \"“”") if found and found[1] == category and not found[2] else ""
        yield Line("category", title, "page header", entry=category)

    def _header_category(self) -> re.Match[str] | None:
        return next((match for header in self._headers if (match := _CATEGORY.search(header))), None)

    def _category_in_header(self) -> str:
        found = self._header_category()
        return found[1] if found else ""

    def _munitions_item(self, paragraph: Paragraph, prefix: Prefix) -> Iterator[Line]:
        first, *rest = prefix.labels
        if first.startswith("ML"):
            self._entry = first
            yield self._item(paragraph, prefix, first, tuple(rest), None)
        else:
            yield from self._continuation(paragraph, prefix, prefix.start - 1)

    def _continuation(self, paragraph: Paragraph, prefix: Prefix, above: int) -> Iterator[Line]:
        """A line whose labels stand below an entry printed earlier; `above` is the depth its tabs skip."""
        if not self._entry and not paragraph.italic:
            yield from self._pending_entry(paragraph)
        *parents, _ = prefix.labels
        depth = above + 1 if above >= 0 else None
        for at, label in enumerate(parents, prefix.start):
            if self._last.get(at) != label:  # `a.⇥1.⇥` opens two items at once, or prints the first again
                yield Line("item", "", paragraph.where, labels=(label,), depth=depth, italic=paragraph.italic)
            depth = depth + 1 if depth is not None else None
        yield self._item(paragraph, prefix, "", prefix.labels[-1:], depth)

    def _item(
        self, paragraph: Paragraph, prefix: Prefix, entry: str, labels: tuple[str, ...], depth: int | None
    ) -> Line:
        return Line(
            "item", prefix.text, paragraph.where, entry=entry, labels=labels, depth=depth,
            indent=_edge(paragraph, paragraph.positions[prefix.last]), italic=paragraph.italic, chars=paragraph.chars,
        )  # fmt: skip


def _edge(paragraph: Paragraph, at: float | None) -> float | None:
    """Where an upright paragraph begins; what is set in italics stands in a note, whose lists keep no fixed edge."""
    return None if paragraph.italic else at


def _is_printed(labels: tuple[str, ...]) -> bool:
    """Whether labels begin with a category and a product group."""
    return len(labels) >= 2 and len(labels[0]) == 1 and labels[0].isdigit() and labels[1] in "ABCDE"

