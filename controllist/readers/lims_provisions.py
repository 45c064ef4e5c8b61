"""Nested provisions of Justice Laws XML as items, notes and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from controllist.lines import Line
from controllist.model import Mark
from controllist.readers.lims_text import (
    bare,
    label_of,
    own_size,
    printed_text,
    size,
    table_rows,
    texts_of,
)

LIMS = "{http://justice.gc.ca/lims}"

_LABEL = re.compile(r"\(([0-9A-Za-z]+)\)")
_FIRST_WORDS = 80  # characters in which a note says what it is about


@dataclass(frozen=True)
class Provisions:
    """Reads provisions; `instruments` are the amending instruments by the date they came into force."""

    note: str
    mention: str
    instruments: dict[str, list[str]]

    def marks(self, *elements: etree._Element) -> tuple[Mark, ...]:
        """When the elements came into force, and by which instrument where only one did so that day."""
        dates = [date for element in elements if (date := element.get(f"{LIMS}inforce-start-date"))]
        named = {date: self.instruments.get(date, []) for date in dates}
        return tuple(Mark(instrument=names[0] if len(names) == 1 else "", date=date) for date, names in named.items())

    def marks_of(self, provision: etree._Element) -> tuple[Mark, ...]:
        """The marks of a provision and of its text, which may have been replaced later."""
        return self.marks(provision, *provision.findall("Text"))

    def item(self, provision: etree._Element, label: str, where: str, depth: int) -> Iterator[Line]:
        """An item and all that stands in it."""
        yield Line(
            "item", texts_of(provision), where, entry="" if depth else label, labels=(label,) if depth else (),
            depth=depth, firm=True, chars=own_size(provision), marks=self.marks_of(provision),
        )  # fmt: skip
        yield from self._children(provision, where, depth)

    def _children(self, provision: etree._Element, where: str, depth: int) -> Iterator[Line]:
        children = [child for child in provision if child.tag not in ("Label", "Text")]
        before: tuple[int | None, str] = (None, "")
        while children:
            child = children.pop(0)
            if child.tag != "Provision":
                yield self._other(child, where, depth=depth)
            elif self._opens_notes(child):
                yield from self._notes(child, _notes_under(child, children), where, depth)
            elif label := bare(label_of(child)):
                indent = _indent(child)
                if before[0] is not None and indent is not None and indent > before[0]:
                    # The element before was closed too early: its own indent says that this one stands in it.
                    yield from self.item(child, label, f"{where}({before[1]})({label})", depth + 2)
                else:
                    before = (indent, label)
                    yield from self.item(child, label, f"{where}({label})", depth + 1)
            else:
                chars, marks = own_size(child), self.marks_of(child)
                yield Line("text", texts_of(child), where, depth=depth, firm=True, chars=chars, marks=marks)
                yield from self._children(child, where, depth)

    def _opens_notes(self, provision: etree._Element) -> bool:
        return not label_of(provision) and bool(re.fullmatch(self.note, texts_of(provision), re.IGNORECASE))

    def _notes(self, head: etree._Element, notes: list[etree._Element], where: str, depth: int) -> Iterator[Line]:
        """The notes under a head: one for each number, further paragraphs with the one before them."""
        chars, marks = own_size(head), self.marks_of(head)
        open_note = False
        for note in notes:
            number = bare(label_of(note))
            if note.tag != "Provision":
                yield self._other(note, where, bound=True)
            elif open_note and not number:
                yield from self.bound(note, where)
            else:
                marks = tuple(dict.fromkeys((*marks, *self.marks_of(note))))
                text = texts_of(note)
                entry, labels = self._mentioned(text, where)
                yield Line(
                    "note", text, where, entry=entry, labels=labels, depth=depth, firm=True, number=number,
                    chars=chars + own_size(note), marks=marks,
                )  # fmt: skip
                yield from self.bound_children(note, where)
                chars, marks, open_note = 0, (), True
        if chars:
            yield Line("note", "", where, depth=depth, firm=True, chars=chars, marks=marks)

    def _mentioned(self, text: str, where: str) -> tuple[str, tuple[str, ...]]:
        """The item that a note at `where` names by a label near it ("In clause (B), …"); nothing if it names none.

        A label is that of an item around the note, else of one beside the item that the note stands in, else of one
        inside it. Of several, the item that holds them all.
        """
        entry, path = where.partition("(")[0], tuple(_LABEL.findall(where))
        match = re.search(rf"(?:{self.mention})s?\s+(?P<labels>\(\w+\)(?:[\s,]+(?:\w+\s+)?\(\w+\))*)",
                          text[:_FIRST_WORDS], re.IGNORECASE) if self.mention and path else None
        if not match:
            return "", ()
        places = [_place_of(label, path) for label in _LABEL.findall(match["labels"])]
        shared = 0
        while len({place[: shared + 1] for place in places}) == 1 and shared < min(map(len, places)):
            shared += 1
        return (entry, places[0][:shared]) if shared else ("", ())

    def bound(self, provision: etree._Element, where: str) -> Iterator[Line]:
        """A provision as part of the note or statement that is open, with all that stands in it."""
        label = bare(label_of(provision))
        yield Line(
            "text", texts_of(provision), where, labels=(label,) if label else (), bound=True,
            chars=own_size(provision), marks=self.marks_of(provision),
        )  # fmt: skip
        yield from self.bound_children(provision, where)

    def bound_children(self, provision: etree._Element, where: str) -> Iterator[Line]:
        """What stands in a provision, as part of the note or statement that is open."""
        for child in provision:
            if child.tag in ("Provision", "Paragraph", "Subparagraph", "Clause", "Subsection"):
                yield from self.bound(child, where)
            elif child.tag not in ("Label", "Text"):
                yield self._other(child, where, bound=True)

    def _other(self, element: etree._Element, where: str, *, depth: int | None = None, bound: bool = False) -> Line:
        """A table or any other element inside a provision."""
        rows, chars = table_rows(element), size(element)
        if rows:
            return Line("table", where=where, depth=depth, firm=not bound, bound=bound, chars=chars, rows=rows)
        return Line("text", printed_text(element), where, depth=depth, firm=not bound, bound=bound, chars=chars)


def _place_of(label: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """The path of the item that `label` means to a reader who has come to `path`."""
    for depth in range(len(path), 0, -1):
        if path[depth - 1] == label:
            return path[:depth]
    alike = (label.isdigit(), label.isupper()) == (path[-1].isdigit(), path[-1].isupper())
    return (*path[:-1], label) if alike else (*path, label)


def _notes_under(head: etree._Element, following: list[etree._Element]) -> list[etree._Element]:
    """The provisions in a note's head, or, where it holds none, those after it up to the next sub-item."""
    under = [child for child in head if child.tag not in ("Label", "Text")]
    if not under:
        while following and following[0].tag == "Provision" and not label_of(following[0]).endswith(")"):
            under.append(following.pop(0))
    return under


def _indent(provision: etree._Element) -> int | None:
    """The level of indentation that a provision is set at, if it says one."""
    match = re.match(r"indent-(\d+)", provision.get("format-ref", ""))
    return int(match[1]) if match else None
