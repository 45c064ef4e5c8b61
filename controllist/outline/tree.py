"""Lines with their places → the nodes of an edition, and the account of every character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from controllist.codes import cite, parent_of
from controllist.lines import Line, Reading
from controllist.model import Annotation, Kind, Node, Problem, Residue
from controllist.outline.depth import DOUBT, NEAR, NOTE_ROLES, Place, solve
from controllist.outline.drafts import Draft, Ids, slug
from controllist.outline.entry import Entry
from controllist.sources.scheme import Scheme

_HEADINGS = frozenset({"category", "group", "statement", "definition", "footnote"})
MAX_RESERVED = 200
"""An item of more characters than this is not an empty number, however it begins."""

_SOLVED = frozenset({"item", "text", "table", *NOTE_ROLES})


class Outline(msgspec.Struct, frozen=True):
    """A reading as a tree. `coverage` is the share of the source's characters that a node or named furniture holds."""

    nodes: tuple[Node, ...]
    residue: tuple[Residue, ...]
    problems: tuple[Problem, ...]
    coverage: float


def outline(reading: Reading, scheme: Scheme) -> Outline:
    """The tree of a reading under a list's numbering scheme."""
    builder = _Builder(scheme)
    for segment in _segments(reading.lines):
        builder.add(segment)
    return builder.finish(reading)


def _segments(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines cut before every heading and before every line that opens another entry; footnotes come after."""
    segment: list[Line] = []
    footnotes: list[Line] = []
    entry = ""
    for line in lines:
        if line.role == "footnote":
            footnotes.append(line)
            continue
        opens = line.role in _HEADINGS or (line.role == "item" and line.entry and line.entry != entry)
        if opens:
            if segment:
                yield segment
            yield from ([footnote] for footnote in footnotes)
            segment, footnotes = [], []
            entry = line.entry if line.role == "item" else ""
        segment.append(line)
    if segment:
        yield segment
    yield from ([footnote] for footnote in footnotes)


class _Builder:
    """Grows the tree segment by segment: a heading with its preamble, or one entry."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._ids = Ids()
        self._drafts: list[Draft] = []
        self._items: dict[str, Draft] = {}
        self._problems: list[Problem] = []
        self._residue: list[Line] = []
        self._later: list[Line] = []
        self._validity: list[tuple[Draft, str]] = []
        self._category: Draft | None = None
        self._group: Draft | None = None
        self._heading: Draft | None = None
        self._claimed = 0

    # One segment -------------------------------------------------------------------------------------------------

    def add(self, segment: list[Line]) -> None:
        """Add a heading with what follows it, or an entry with all its lines."""
        first = segment[0]
        if first.role in _HEADINGS:
            self._open_heading(first)
            segment = segment[1:]
            entry = ""
        else:
            entry = first.entry if first.role == "item" else ""
        solved = [line for line in segment if line.role in _SOLVED]
        places = iter(solve(solved, self._scheme.codes.levels) if entry else _under_heading(solved))
        start = len(self._drafts)
        entry_part = Entry(entry, self._heading if not entry else self._group or self._category)
        for line in segment:
            if line.role in _SOLVED:
                self._place(line, next(places), entry_part)
            elif line.role == "annotation":
                self._annotate(line, entry)
            else:
                self._claimed += line.chars  # furniture, prefix repeats
        self._settle_notes(entry_part, start)

    def _open_heading(self, line: Line) -> None:
        kind: Kind = "statement" if line.role == "footnote" else line.role  # type: ignore[assignment]  # heading roles
        draft = Draft(kind, "", where=line.where, marks=line.marks, label=line.number)
        if line.role in ("category", "group"):
            self._open_section(draft, line)
        else:
            draft.label = line.name
            draft.number = slug(line.name) or "untitled"
            if kind == "statement":
                draft.parent = self._heading_above()
                if line.entry:
                    self._validity.append((draft, ".".join([line.entry, *line.labels])))
                    draft.number = f"{slug(line.name)}-{line.entry.lower()}"
            draft.id = self._ids.unique(f"{'statement' if kind == 'statement' else 'def'}/{draft.number}")
        if line.text:
            draft.paragraphs.append(line.text)
        draft.rows += line.rows
        self._claimed += line.chars
        self._drafts.append(draft)
        self._heading = draft

    def _open_section(self, draft: Draft, line: Line) -> None:
        if line.role == "category":
            # A part (5P1) stands under its category, if that has a heading of its own.
            above = self._category if self._category and line.entry.startswith(self._category.code) else None
            draft.parent = above if above and above.code != line.entry else None
            self._category, self._group = draft, None
        else:
            draft.parent = self._category
            self._group = draft
        draft.code = line.entry
        draft.cite = line.name or line.entry
        part = self._category.code if line.role == "group" and self._category else ""
        if part[1:2] == "P" and line.entry == part[0] + line.entry[-1]:
            # The parts of a category share its group letters; some lists print 5A2 for group A of part 2, and so do we.
            draft.code = line.entry + part[2:]
        draft.id = self._ids.unique(draft.code)

    def _heading_above(self) -> Draft | None:
        heading = self._heading
        while heading and heading.kind not in ("category", "group"):
            heading = heading.parent
        return heading

    # One line ----------------------------------------------------------------------------------------------------

    def _place(self, line: Line, place: Place, entry: Entry) -> None:
        if line.role == "item" and place.note < 0 and entry.code:
            self._add_item(line, place, entry)
        elif line.role in NOTE_ROLES:
            self._add_note(line, place, entry)
        else:
            target = entry.notes[place.note] if 0 <= place.note < len(entry.notes) else entry.item_at(place.path)
            if target is None:
                self._residue.append(line)
                return
            # What comes next goes to this note, or to one around it: those inside it are closed.
            del entry.notes[: place.note if place.note >= 0 else None]
            _append(target, line)
            self._claimed += line.chars
            if line.role == "item" and place.cost >= DOUBT:
                self._problems.append(Problem(f"label {line.labels[-1]} read as part of a note", line.where))

    def _add_item(self, line: Line, place: Place, entry: Entry) -> None:
        entry.notes.clear()
        if place.path and entry.code not in entry.items:
            self._add_draft(Draft("item", "", entry.code, where=line.where, label=entry.code), entry)
        code = ".".join([entry.code, *place.path])
        if not place.path and code in entry.items:
            _append(entry.items[code], line)  # the entry's code printed again before more of its text
            self._claimed += line.chars
            return
        draft = Draft(
            "item",
            "",
            code,
            label=line.labels[-1] if line.labels else entry.code,
            where=line.where,
            paragraphs=[line.text] if line.text else [],
            rows=line.rows,
            marks=line.marks,
        )
        self._add_draft(draft, entry)
        self._report_doubts(line, place, draft)
        self._claimed += line.chars

    def _add_draft(self, draft: Draft, entry: Entry) -> None:
        """Add an item; an entry whose own heading is not printed (`4.D.1.a.` comes first) is added without text."""
        draft.id = self._ids.unique(draft.code)
        style = self._scheme.codes.cite
        draft.cite = draft.code if style == "dotted" else cite(draft.code, style)
        draft.parent = entry.parent_of(draft.code)
        if draft.id == draft.code:
            self._items[draft.code] = draft
        entry.items[draft.code] = draft
        self._drafts.append(draft)

    def _report_doubts(self, line: Line, place: Place, draft: Draft) -> None:
        code = draft.code
        twice = draft.id != code
        if twice or place.cost >= DOUBT:
            printed = ".".join([line.entry or "…", *line.labels])
            doubt = " stands twice" if twice else ": its label does not follow from the one before"
            self._problems.append(Problem(f"{code}{doubt} (printed {printed})", line.where))
        above = draft.parent.code if draft.parent else ""
        if place.path and above != parent_of(code) and not (line.firm and line.entry):
            what = f"{code}: {parent_of(code)} is not printed; placed under {above}"
            self._problems.append(Problem(what, line.where))

    def _add_note(self, line: Line, place: Place, entry: Entry) -> None:
        above = entry.item_at(place.path)
        if above is None:
            self._residue.append(line)
            return
        kind: Kind = line.role  # type: ignore[assignment]  # note roles are kinds
        draft = Draft(kind, "", where=line.where, parent=above, number=line.number, marks=line.marks)
        draft.code = ".".join([line.entry, *line.labels]) if line.entry else ""
        draft.label = line.name or _NOTE_LABELS[kind] + (f" {line.number}" if line.number else "")
        if line.text:
            draft.paragraphs.append(line.text)
        draft.rows += line.rows
        self._claimed += line.chars
        draft.indent = line.indent
        draft.within = next((note for note in entry.notes if _is_inside(draft, note)), None)
        entry.notes.insert(0, draft)
        entry.all_notes.append(draft)
        self._drafts.append(draft)

    def _annotate(self, line: Line, entry: str) -> None:
        if line.entry:
            self._later.append(line)
            return
        item = self._items.get(entry) if entry else self._heading
        if entry and line.labels:
            item = self._items.get(".".join([entry, *line.labels])) or item
        if item is None:
            self._residue.append(line)
            return
        item.annotations += (Annotation(line.name, line.text, line.rows),)
        self._claimed += line.chars

    # Afterwards --------------------------------------------------------------------------------------------------

    def _settle_notes(self, entry: Entry, start: int) -> None:
        """Give each note of the segment the item it names, its id, and a place after that item."""
        if not entry.all_notes:
            return
        for draft in entry.all_notes:
            draft.parent, draft.code = entry.qualified_by(draft), ""
            draft.id = self._ids.of_note(draft)
        order = {draft: at for at, draft in enumerate(self._drafts[start:])}
        early = [d for d in entry.all_notes if d.parent is not None and order.get(d.parent, -1) > order[d]]
        for draft in early:
            self._drafts.remove(draft)
        for draft in reversed(early):
            self._drafts.insert(self._drafts.index(draft.parent) + 1, draft)  # type: ignore[arg-type]  # checked above

    def finish(self, reading: Reading) -> Outline:
        """The finished tree and the account of what it holds."""
        if reserved := _reserved_pattern(self._scheme.words.reserved):
            for draft in self._drafts:
                if draft.kind == "item" or draft.kind in NOTE_ROLES:
                    _mark_reserved(draft, reserved)
        for draft, code in self._validity:
            draft.parent = self._items.get(code) or draft.parent
        for line in self._later:
            self._annotate_item(line)
        on_lines = sum(line.chars for line in reading.lines)
        total = max(reading.source_chars, on_lines)
        residue = [Residue(" ".join([*line.labels, line.text or str(line.rows)]), line.where) for line in self._residue]
        if lost := total - on_lines:
            residue.append(Residue(f"{lost} characters of the source stand on no line", "whole source"))
        coverage = self._claimed / total if total else 0.0
        nodes = tuple(draft.frozen() for draft in _parents_first(self._drafts))
        return Outline(nodes, tuple(residue), tuple(self._problems), round(coverage, 6))

    def _annotate_item(self, line: Line) -> None:
        code = ".".join([line.entry, *line.labels])
        item = self._items.get(code)
        while item is None and (code := parent_of(code)):
            item = self._items.get(code)
        if item is None:
            self._residue.append(line)
            return
        named = ".".join([line.entry, *line.labels])
        text = line.text if item.code == named else f"[{cite(named, self._scheme.codes.cite)}] {line.text}"
        item.annotations += (Annotation(line.name, text, line.rows),)
        self._claimed += line.chars


def _under_heading(lines: list[Line]) -> list[Place]:
    """Places outside entries: what follows a note belongs to it, unless it is set upright after an italic note."""
    places: list[Place] = []
    note: Line | None = None
    for line in lines:
        if line.role in NOTE_ROLES:
            note = line
            places.append(Place(()))
        else:
            if note is not None and note.italic and not line.italic and not line.bound:
                note = None
            places.append(Place((), 0 if note is not None else -1))
    return places


_NOTE_LABELS = {"note": "Note", "technical-note": "Technical Note", "nota-bene": "N.B."}


def _is_inside(draft: Draft, note: Draft) -> bool:
    """Whether a note stands inside an open one: it is set in farther."""
    return draft.indent is not None and note.indent is not None and draft.indent > note.indent + NEAR


def _append(draft: Draft, line: Line) -> None:
    """Add a line to a node: a paragraph of its text (with the label of a list inside a note), or rows of a table."""
    text = f"{line.labels[-1]}. {line.text}" if line.labels else line.text
    if text:
        draft.paragraphs.append(text)
    draft.rows += line.rows
    draft.marks += line.marks


@lru_cache(maxsize=16)
def _reserved_pattern(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    # A named group may stand once in a pattern only, so that alternatives number their years.
    numbered = [pattern.replace("(?P<year>", f"(?P<year{i}>") for i, pattern in enumerate(patterns)]
    # A title in capitals may stand before the words: `CUPS AND SAUCERS - Not used since 2004`.
    title = r"(?:(?-i:[A-Z][A-Z\s,&]*)[-–—]\s*)?"
    words = "|".join(numbered)
    ends = r"[\s\]).;,]*(?:(?:or|and)\b\W*)?"
    return re.compile(title + rf"[\s\[(]*(?:{words})" + ends, re.IGNORECASE) if patterns else None


_POINTER = re.compile(r"\W*(?:N\.?\s?B\.?|See)\b", re.IGNORECASE)
"""A paragraph that says where to look for what a number held."""


def _mark_reserved(draft: Draft, pattern: re.Pattern[str]) -> None:
    """Mark a number kept empty: it says so, and no more than where to look instead."""
    text, *others = draft.paragraphs or [""]
    if len(text) <= MAX_RESERVED and (match := pattern.fullmatch(text)) and all(map(_POINTER.match, others)):
        draft.status = "reserved"
        years = [int(year) for name, year in match.groupdict().items() if name.startswith("year") and year]
        draft.year = years[0] if years else None


def _parents_first(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts in document order, but none before its parent (a validity note may name a later item)."""
    given: set[Draft | None] = {None}
    waiting: dict[Draft, list[Draft]] = {}
    for draft in drafts:
        if draft.parent in given and draft not in waiting:
            given.add(draft)
            yield draft
            continue
        stack = [draft]
        while stack:
            current = stack.pop()
            if current.parent is not None and current.parent not in given:
                waiting.setdefault(current.parent, []).append(current)
                continue
            given.add(current)
            yield current
            stack.extend(reversed(waiting.pop(current, [])))
