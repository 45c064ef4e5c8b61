"""The blocks of a provision as lines: its items, and the notes among them with their lists inside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import msgspec

from controllist.lines import Line, Role, count_chars
from controllist.model import Mark
from controllist.readers.hklm_blocks import Block, all_marks, all_text, merged
from controllist.readers.hklm_siblings import Note, Siblings, labels_in
from controllist.sources.scheme import Words
from controllist.typography import folded


@dataclass(frozen=True)
class Place:
    """Where blocks stand: in which item, inside how many notes, and how a person would find it.

    `loose` says that there is no item around (a statement, a definition): labelled blocks and notes are then a list in
    the running text.
    """

    where: str
    depth: int | None = None
    level: int = 0
    loose: bool = False

    def item(self, label: str) -> Place:
        """The place inside the sub-item `label`."""
        return Place(f"{self.where}({label})", (self.depth or 0) + 1)

    def inside(self, level: int) -> Place:
        """The same place inside that many notes."""
        return replace(self, level=level)


@dataclass
class Draft:
    """A line in the making; `level` counts the notes it stands in, `head` is what is printed over a note it opens."""

    line: Line
    level: int = 0
    head: str = ""


@dataclass(frozen=True)
class Opening:
    """The text that stands at a provision's head, with the marks and characters of its number, and what follows."""

    text: str
    marks: tuple[Mark, ...]
    chars: int
    rest: tuple[Block, ...]


@dataclass
class Writer:
    """Writes blocks as drafts of lines."""

    words: Words
    drafts: list[Draft] = field(default_factory=list)
    waiting: Block | None = None
    """A note's head whose text has not come yet."""

    def write(self, blocks: Iterable[Block], place: Place, siblings: Siblings) -> None:
        """Write all blocks that stand beside each other."""
        for block in blocks:
            self.put(block, place, siblings)
        self.settle(place, siblings)

    def put(self, block: Block, place: Place, siblings: Siblings) -> None:
        """Write one block; the head of a note waits for its text, or for `settle`."""
        if block.rows:
            self._table(block, place, siblings)
        elif block.label:
            self._labelled(block, place, siblings)
        else:
            self._run(block, place, siblings)

    def settle(self, place: Place, siblings: Siblings) -> None:
        """Write a head that nothing followed."""
        if self.waiting and siblings.note:
            self._open_note(Opening("", (), 0, ()), place, siblings.note)

    def add(self, line: Line, *, level: int = 0, head: str = "") -> None:
        """Add one line."""
        self.drafts.append(Draft(line, level, head))

    def lines(self) -> list[Line]:
        """The finished lines."""
        return _with_nested_notes_settled(self.drafts)

    def role_of_head(self, block: Block) -> Role | None:
        """The kind of note that a run in italics opens; None if it opens none."""
        head = block.italic.rstrip().rstrip(":").rstrip()
        kinds: tuple[tuple[Role, tuple[str, ...]], ...] = (
            ("technical-note", self.words.technical_note),
            ("nota-bene", self.words.nota_bene),
            ("note", self.words.note),
        )
        for role, patterns in kinds:
            if head and any(re.fullmatch(pattern, head, re.IGNORECASE) for pattern in patterns):
                return role
        titled = any(re.search(rf"\b(?:{pattern})\b", head, re.IGNORECASE) for pattern in self.words.note)
        return "note" if titled and block.italic.rstrip().endswith(":") else None

    def _title_of_head(self, block: Block) -> str:
        """The title of a note that has one ("Tea-time Note"), or nothing."""
        head = block.italic.rstrip().rstrip(":").rstrip()
        words = (*self.words.technical_note, *self.words.nota_bene, *self.words.note)
        return "" if any(re.fullmatch(pattern, head, re.IGNORECASE) for pattern in words) else head

    # Runs of text

    def _run(self, block: Block, place: Place, siblings: Siblings) -> None:
        if role := self.role_of_head(block):
            self.settle(place, siblings)
            siblings.note = Note(role, self._title_of_head(block))
            self.waiting, block = _split_head(block)
        if not block.text:
            self._extend(block)
        elif siblings.note is None:
            siblings.last_text = block.text
            self._own_text(block, place)
        elif siblings.note.has_text:
            siblings.note.last_text = block.text
            self._bound(block.text, block, place, level=place.level + 1)
        else:
            self._open_note(Opening(block.text, block.marks, block.chars, ()), place, siblings.note)

    def _extend(self, block: Block) -> None:
        """A run that holds nothing but marks goes to what stands before it."""
        if self.waiting:
            chars = self.waiting.chars + block.chars
            marks = merged(self.waiting.marks, block.marks)
            self.waiting = msgspec.structs.replace(self.waiting, chars=chars, marks=marks)
        elif self.drafts and block.chars:
            last = self.drafts[-1]
            marks = merged(last.line.marks, block.marks)
            last.line = msgspec.structs.replace(last.line, marks=marks, chars=last.line.chars + block.chars)

    def _own_text(self, block: Block, place: Place) -> None:
        if place.level or place.loose:
            self._bound(block.text, block, place, level=place.level)
            return
        firm = place.depth is not None
        line = Line(
            "text", block.text, place.where, depth=place.depth, firm=firm, chars=block.chars, marks=block.marks
        )
        self.add(line)

    def _bound(self, text: str, block: Block, place: Place, *, level: int) -> None:
        self.add(Line("text", text, place.where, bound=True, chars=block.chars, marks=block.marks), level=level)

    # Notes

    def _open_note(self, opening: Opening, place: Place, note: Note, number: str = "") -> None:
        head = self.waiting or Block()
        self.waiting = None
        note.has_text, note.last_text = True, opening.text
        chars, marks = head.chars + opening.chars, merged(head.marks, opening.marks)
        if place.loose:
            text, labels = folded(f"{head.text} {opening.text}"), (number,) if number else ()
            self.add(Line("text", text, place.where, labels=labels, bound=True, chars=chars, marks=marks))
            return
        line = Line(
            note.role, opening.text, place.where, depth=place.depth, firm=place.depth is not None,
            bound=place.level > 0, number=number, name=note.name, chars=chars, marks=marks,
        )  # fmt: skip
        self.add(line, level=place.level + 1, head=head.text or note.name or " ")

    # Labelled blocks

    def _labelled(self, block: Block, place: Place, siblings: Siblings) -> None:
        labels = labels_in(block.label)
        if not labels:
            self._bulleted(block, place, siblings)
            return
        belongs = siblings.belongs(labels[0], dotted=block.label.endswith("."))
        note = siblings.note
        if note is None or belongs == "own":
            siblings.note, siblings.last_item = None, labels[-1]
            if place.level or place.depth is None:
                self._listed(block, labels, place, place.level)
            else:
                self._item(block, labels, place)
        elif belongs == "numbered":
            note.numbered, note.listed = labels[-1], ""
            self._numbered_note(block, labels, place, note)
        else:
            note.listed, note.dotted, note.last_text = labels[-1], block.label.endswith("."), all_text((block,))
            self._listed(block, labels, place, place.level + 1)

    def _item(self, block: Block, labels: tuple[str, ...], place: Place) -> None:
        opening = self.opening(block)
        chars = opening.chars
        for label in labels:
            inner = place.item(label)
            line = Line(
                "item", opening.text, inner.where, labels=(label,), depth=inner.depth, firm=True, chars=chars,
                marks=opening.marks,
            )  # fmt: skip
            self.add(line)
            chars = 0
        self.write(opening.rest, inner, Siblings(last_text=opening.text))

    def _numbered_note(self, block: Block, labels: tuple[str, ...], place: Place, note: Note) -> None:
        opening = self.opening(block)
        if not opening.text and opening.rest and self.role_of_head(opening.rest[0]):
            # "3." and then "Tea-time Note:": the head is the numbered note's own title.
            head, first = _split_head(opening.rest[0])
            note = replace(note, name=head.italic.rstrip(": "))
            bare = Block(
                label=block.label,
                marks=merged(opening.marks, head.marks),
                chars=opening.chars + head.chars,
                children=(first, *opening.rest[1:]) if first.text else opening.rest[1:],
            )
            opening = self.opening(bare)
        chars = opening.chars
        for label in labels:
            self._open_note(replace(opening, chars=chars), place, note, number=label)
            chars = 0
        self.write(opening.rest, place.inside(place.level + 1), Siblings(last_text=opening.text))
        if opening.rest:  # a list that its text has promised has come
            note.last_text = all_text(opening.rest)

    def _listed(self, block: Block, labels: tuple[str, ...], place: Place, level: int) -> None:
        opening = self.opening(block)
        chars = opening.chars
        for label in labels:
            line = Line(
                "text", opening.text, place.where, labels=(label,), bound=True, chars=chars, marks=opening.marks
            )
            self.add(line, level=level)
            chars = 0
        self.write(opening.rest, place.inside(level), Siblings(last_text=opening.text))

    def _bulleted(self, block: Block, place: Place, siblings: Siblings) -> None:
        """A block whose number is a dash is one more paragraph of what is open."""
        opening = self.opening(block)
        text = folded(f"{block.label} {opening.text}")
        self._run(Block(text=text, marks=opening.marks, chars=opening.chars, line=block.line), place, siblings)
        self.write(opening.rest, place, siblings)

    def opening(self, block: Block) -> Opening:
        """What stands at the head of a labelled block, up to its first note, sub-item or second paragraph."""
        text, marks, chars = "", block.marks, block.chars
        rest = block.children
        while rest and not (text or rest[0].label or rest[0].rows or self.role_of_head(rest[0])):
            text, marks, chars = rest[0].text, merged(marks, rest[0].marks), chars + rest[0].chars
            rest = rest[1:]
        return Opening(text, marks, chars, rest)

    # Tables

    def _table(self, block: Block, place: Place, siblings: Siblings) -> None:
        self.settle(place, siblings)
        if rows := _rows_with_labels(block):
            for row in rows:
                self._labelled(row, place, siblings)
            return
        level = place.level + (siblings.note is not None)
        inside = level > 0 or place.loose
        self.add(
            table_line(block, place.where, depth=None if inside else place.depth, bound=inside), level=level
        )


def table_line(block: Block, where: str, *, depth: int | None = None, bound: bool = False) -> Line:
    """A table as one line."""
    rows = tuple(tuple(cell.text for cell in row) for row in block.rows)
    return Line(
        "table", where=where, depth=depth, firm=depth is not None, bound=bound, chars=block.chars, rows=rows,
        marks=block.marks,
    )  # fmt: skip


def _split_head(block: Block) -> tuple[Block, Block]:
    """A run that opens a note as the head alone, which keeps the marks of a bare head, and the text after it."""
    rest = folded(block.text[len(block.italic) :].lstrip(": "))
    wording = folded(block.text[: len(block.text) - len(rest)])
    if not rest:
        return msgspec.structs.replace(block, text=wording), Block()
    head = Block(text=wording, italic=block.italic, chars=count_chars(wording), line=block.line)
    return head, msgspec.structs.replace(block, text=rest, italic="", chars=block.chars - head.chars)


def _rows_with_labels(block: Block) -> list[Block]:
    """The rows of a table that is a list, as labelled blocks; nothing if some row has no label in its first cell."""
    if any(len(row) < 2 or not (labels_in(row[0].text) and row[0].text.startswith("(")) for row in block.rows):
        return []
    rows: list[Block] = []
    for row in block.rows:
        text = folded(" ".join(cell.text for cell in row[1:]))
        marks: tuple[Mark, ...] = ()
        for cell in row:
            marks = merged(marks, all_marks(cell.blocks))
        run = Block(text=text, marks=marks, chars=count_chars(text), line=block.line)
        rows.append(Block(label=row[0].text, chars=count_chars(row[0].text), line=block.line, children=(run,)))
    # What the table holds beside labels and text (source notes) is accounted for on its first row.
    spare = block.chars - sum(row.chars + row.children[0].chars for row in rows)
    return [msgspec.structs.replace(rows[0], chars=rows[0].chars + spare), *rows[1:]]


def _with_nested_notes_settled(drafts: list[Draft]) -> list[Line]:
    """Lines of all drafts, where a note inside another's list, with more of that list to come, becomes part of it.

    A line goes to the note opened last. Were such a note a node of its own, the rest of the list would go astray.
    """
    lines: list[Line] = []
    for at, draft in enumerate(drafts):
        line = draft.line
        if draft.head and draft.level > 1 and _goes_on(drafts, at):
            text = folded(f"{draft.head} {line.text}")
            labels = (line.number,) if line.number else ()
            line = Line("text", text, line.where, labels=labels, bound=True, chars=line.chars, marks=line.marks)
        lines.append(line)
    return lines


def _goes_on(drafts: list[Draft], at: int) -> bool:
    """Whether the note around the nested note at `at` has more text of its own after it."""
    level = drafts[at].level
    for later in drafts[at + 1 :]:
        if not later.level or (later.head and later.level == 1):
            return False
        if later.level < level and not later.head:
            return True
    return False
