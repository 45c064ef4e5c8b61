"""The nested lists of gii-norm XML as lines: which list holds items, which belongs to a note.

A `DL` is a run of `DT` (the label) and `DD` (what it labels, in `LA` paragraphs). Items nest in items. A note is a `DT`
among the items, and then everything in its `DD` is the note's; or it is an `LA` that is only a heading, and then
what follows it may be the note's or the item's again. A list after such a heading goes on with the items if its first
label is the item's next one, or if it is the item's first list, the note's last words did not announce it, and it is
not slanted as notes are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec
from lxml import etree

from controllist.codes import canonical, cite, entry_of, labels_of
from controllist.lines import Line, Role
from controllist.readers.gii_paragraphs import Block, blocks, paragraphs, source_chars, table_rows, text_of
from controllist.sources.scheme import Scheme
from controllist.typography import folded

_LABEL = r"(?:[a-z]{1,2}|\d{1,3})"
_LABELS = re.compile(rf"\(?({_LABEL})[.)](?:\s*(bis|und|,|–|-)\s*\(?({_LABEL})[.)])?")


class Head(NamedTuple):
    """The head of a note, and what stands behind it in the same paragraph."""

    role: Role
    number: str
    rest: str


def note_head(text: str, scheme: Scheme) -> Head | None:
    """The note that `text` opens, if it does: the word, perhaps a number, then a colon or nothing more."""
    roles: tuple[tuple[Role, tuple[str, ...]], ...] = (
        ("technical-note", scheme.words.technical_note),
        ("nota-bene", scheme.words.nota_bene),
        ("note", scheme.words.note),
    )
    for role, words in roles:
        for word in words:
            pattern = rf"(?:{word})(?:\s+(\d+|[a-z]))?\s*(?::\s*|$)"
            if match := re.match(pattern, text, re.IGNORECASE):
                return Head(role, match[1] or "", text[match.end() :])
    return None


def labels_in(text: str) -> tuple[str, ...]:
    """The labels that a `DT` stands for: one of `a)` and `1.`, several of `d) bis f)`; none if it is something else."""
    match = _LABELS.fullmatch(text.strip())
    if not match:
        return ()
    first, link, last = match.groups()
    if not last:
        return (first,)
    if link in ("und", ","):
        return (first, last)
    run = [first]
    while run[-1] != last and len(run) < 100:
        run.append(_followers(run[-1])[0])
    return tuple(run) if run[-1] == last else (first, last)


def _followers(label: str) -> tuple[str, ...]:
    """The labels that may come after `label`: `b` after `a`, `10` after `9`, `aa` after `z`, then `bb` or `ab`."""
    if label.isdigit():
        return (str(int(label) + 1),)
    if label == "z":
        return ("aa",)
    following = chr(ord(label[-1]) + 1)
    if len(label) == 2 and label[0] == label[1]:
        return (following * 2, label[0] + following)
    return (label[:-1] + following,)


class _Item:
    """The item in whose `DD` the reader stands."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.last = ""  # the label of its latest child

    @property
    def depth(self) -> int:
        return len(labels_of(self.code))


class Lists:
    """Collects the lines of an annex. `lines` is the result; the methods take its elements in document order."""

    def __init__(self, scheme: Scheme, parts: dict[str, str]) -> None:
        self.lines: list[Line] = []
        self._scheme = scheme
        self._parts = parts
        self._entry = re.compile(scheme.codes.entry)
        self._item: _Item | None = None
        self._fresh = False  # the last line still waits for its first paragraph

    # Lines

    def open(self, line: Line) -> None:
        """Adds a line whose text is the next paragraph, if one comes before anything else."""
        self.add(line)
        self._fresh = not line.text

    def add(self, line: Line) -> None:
        """Adds a line that is complete."""
        self.lines.append(line)
        self._fresh = False

    def paragraph(self, block: Block, where: str, *, item: _Item | None = None) -> None:
        """Adds a paragraph: the text that an open line waits for, else a line of its own.

        Without `item` it is certainly a part of the note, definition or statement that is open.
        """
        if self._fresh:
            last = self.lines.pop()
            self.add(
                msgspec.structs.replace(
                    last, text=block.text, chars=last.chars + block.chars, italic=last.italic or block.italic
                )
            )
            return
        depth = item.depth if item else None
        self.add(
            Line(
                "text", block.text, where, depth=depth, firm=item is not None, bound=item is None,
                italic=block.italic, chars=block.chars,
            )
        )  # fmt: skip

    def table(self, table: etree._Element, where: str, *, item: _Item | None = None) -> None:
        """Adds a table to what precedes it."""
        self.add(
            Line(
                "table", where=where, rows=table_rows(table), chars=source_chars(table), bound=item is None,
                depth=item.depth if item else None, firm=item is not None,
            )
        )  # fmt: skip

    # Lists of the annex itself

    def entries(self, dl: etree._Element, section: str) -> None:
        """A list that stands directly in the annex: parts, entries, and before the first part general notes."""
        for dt, dd in _pairs(dl):
            label = text_of(dt)
            code = canonical(label)
            if code and self._entry.fullmatch(entry_of(code)):
                self._item = _Item(code)
                self._open_entry(code, dt)
                self.item_body(dd, self._item)
            elif label in self._parts:
                self._item = None
                self.open(Line("category", entry=self._parts[label], where=label, chars=source_chars(dt)))
                self.body(dd, label)
            elif self._item:
                self._pair(dt, dd, self._item, items=True)
            else:
                self._statement(dt, dd, section)

    def _open_entry(self, code: str, dt: etree._Element) -> None:
        labels = labels_of(code)
        self.open(
            Line(
                "item", entry=entry_of(code), labels=labels, depth=len(labels), firm=True,
                where=self._place(code), chars=source_chars(dt),
            )
        )  # fmt: skip

    def _statement(self, dt: etree._Element, dd: etree._Element, section: str) -> None:
        label = text_of(dt)
        number = (labels_in(label) or (label,))[0]
        where = folded(f"{section}, {label}")
        self.open(Line("statement", name=section, number=number, where=where, chars=source_chars(dt)))
        self.body(dd, where)

    # Inside an item

    def item_body(self, dd: etree._Element, item: _Item) -> None:
        """What an item's `DD` holds: its text, its notes, the items below it."""
        in_note = False
        for group in paragraphs(dd):
            lead = ""
            for block in group:
                if block.kind == "paragraph":
                    lead = block.text
                    in_note = self._item_paragraph(block, item, in_note)
                elif block.kind == "table":
                    self.table(block.element, self._place(item.code), item=None if in_note else item)
                elif in_note and not self._goes_on(block.element, item, lead):
                    self.list_inside(block.element, self._place(item.code))
                else:
                    self._item_list(block.element, item)
                    in_note = False

    def _item_paragraph(self, block: Block, item: _Item, in_note: bool) -> bool:
        """Adds the paragraph; whether a note is open after it."""
        head = note_head(block.text, self._scheme)
        if head:
            self._open_note(head, block, item)
            return True
        self.paragraph(block, self._place(item.code), item=None if in_note else item)
        return in_note

    def _open_note(self, head: Head, block: Block, item: _Item) -> None:
        self.open(
            Line(
                head.role, head.rest, f"{self._place(item.code)}, {_heading(block.text, head)}", depth=item.depth,
                firm=True, number=head.number, name=_heading(block.text, head), italic=block.italic, chars=block.chars,
            )
        )  # fmt: skip

    def _goes_on(self, dl: etree._Element, item: _Item, lead: str) -> bool:
        """Whether a list that follows a note's heading continues the item's own list."""
        dt, dd = next(iter(_pairs(dl)), (dl, dl))
        labels = labels_in(text_of(dt))
        if not labels:
            return note_head(text_of(dt), self._scheme) is not None
        if item.last:
            return labels[0] in _followers(item.last)
        first = next((group[0] for group in paragraphs(dd) if group), None)
        slanted = first is not None and first.italic
        return labels[0] in ("a", "1") and (not lead or lead[-1] in ".;") and not slanted

    def _item_list(self, dl: etree._Element, item: _Item) -> None:
        for dt, dd in _pairs(dl):
            self._pair(dt, dd, item, items=True)

    def _pair(self, dt: etree._Element, dd: etree._Element, item: _Item, *, items: bool) -> None:
        """A label with what it labels, below `item` or (not `items`) in the list of a note of `item`."""
        where = self._place(item.code)
        block = next(blocks(dt), None)
        if block is None:
            self.item_body(dd, item)
            return
        head = note_head(block.text, self._scheme)
        labels = labels_in(block.text)
        if head:
            self._open_note(head, block, item)
            self._note_body(dd, item)
        elif labels and items:
            self._items(labels, block, dd, item)
        else:
            self._inner_pair(dt, dd, where)

    def _items(self, labels: tuple[str, ...], block: Block, dd: etree._Element, item: _Item) -> None:
        """One item a label; several labels before one text are numbers that share it, as reserved ones do."""
        start = len(self.lines)
        below = item
        for label in labels:
            below = _Item(f"{item.code}.{label}")
            item.last = label
            chars = block.chars if label == labels[0] else 0
            place = self._place(below.code)
            self.open(Line("item", labels=(label,), depth=below.depth, firm=True, where=place, chars=chars))
        self.item_body(dd, below)
        shared = self.lines[start + len(labels) - 1].text
        for index in range(start, start + len(labels) - 1):
            self.lines[index] = msgspec.structs.replace(self.lines[index], text=shared)

    # Inside a note, a definition or a statement

    def _note_body(self, dd: etree._Element, item: _Item) -> None:
        """A note's `DD`: its paragraphs and lists; a further note at its end stands under the same item."""
        where = self._place(item.code)
        for group in paragraphs(dd):
            for block in group:
                if block.kind == "list":
                    for dt, inner in _pairs(block.element):
                        self._pair(dt, inner, item, items=False)
                elif block.kind == "table":
                    self.table(block.element, where)
                elif head := note_head(block.text, self._scheme):
                    self._open_note(head, block, item)
                else:
                    self.paragraph(block, where)

    def body(self, element: etree._Element, where: str) -> None:
        """Paragraphs, lists and tables that stay inside the line that is open."""
        for group in paragraphs(element):
            for block in group:
                self.inside(block, where)

    def inside(self, block: Block, where: str) -> None:
        """A block that stays inside the line that is open."""
        if block.kind == "list":
            self.list_inside(block.element, where)
        elif block.kind == "table":
            self.table(block.element, where)
        else:
            self.paragraph(block, where)

    def list_inside(self, dl: etree._Element, where: str) -> None:
        """A list that stays inside the line that is open: its labels are no item's."""
        for dt, dd in _pairs(dl):
            self._inner_pair(dt, dd, where)

    def _inner_pair(self, dt: etree._Element, dd: etree._Element, where: str) -> None:
        block = next(blocks(dt), None)
        if block:
            labels = labels_in(block.text)
            text = "" if labels else block.text
            line = Line("text", text, where, labels=labels[:1], bound=True, italic=block.italic, chars=block.chars)
            self.open(line)
        self.body(dd, where)

    def _place(self, code: str) -> str:
        return cite(code, self._scheme.codes.cite)


def _heading(text: str, head: Head) -> str:
    return text[: len(text) - len(head.rest)].strip(" :")


def _pairs(dl: etree._Element) -> list[tuple[etree._Element, etree._Element]]:
    """The labels of a list with what they label; a `DT` or `DD` without its partner gets an empty one."""
    pairs: list[tuple[etree._Element, etree._Element]] = []
    waiting: etree._Element | None = None
    for child in dl:
        if child.tag == "DT":
            if waiting is not None:
                pairs.append((waiting, etree.Element("DD")))
            waiting = child
        elif child.tag == "DD":
            pairs.append((waiting if waiting is not None else etree.Element("DT"), child))
            waiting = None
    if waiting is not None:
        pairs.append((waiting, etree.Element("DD")))
    return pairs
