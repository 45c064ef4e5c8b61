"""What a row of a table keeps of the eCFR beside its paragraph: notes, tables, paragraphs, and loose pieces of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec
from lxml import etree

from controllist.lines import count_chars
from controllist.readers.ecfr_entry import Walk
from controllist.readers.ecfr_labels import Path, printed_path
from controllist.readers.ecfr_markup import Texts, is_italic
from controllist.readers.ecfr_words import Words
from controllist.readers.xml_source import parse_fragment

_HEADINGS = frozenset({"HD1", "HD2", "HD3"})
_TABLES = frozenset({"TABLE", "DIV"})


class Fragment(msgspec.Struct, frozen=True):
    """One fragment. A loose piece of text has no `tag`; `path` and `rest` are a paragraph's labels and what follows."""

    tag: str
    text: str
    chars: int
    element: etree._Element | None = None
    path: Path = ()
    rest: str = ""
    italic: bool = False


def fragments_of(cell: Any) -> tuple[Fragment, ...] | None:
    """The fragments in a cell; None if it is no list of fragments. A cell of a sheet holds them as JSON."""
    if isinstance(cell, str):
        try:
            cell = msgspec.json.decode(cell)
        except msgspec.DecodeError:
            return None
    if not isinstance(cell, list):
        return () if cell is None else None
    found = [_fragment(part) for part in cell]
    return None if None in found else tuple(part for part in found if part)


def _fragment(part: Any) -> Fragment | None:
    if not isinstance(part, dict):
        return None
    if isinstance(text := part.get("text"), str):
        return Fragment("", " ".join(text.split()), count_chars(text))
    if not isinstance(markup := part.get("html"), str):
        return None
    element = parse_fragment(markup)
    if element is None:
        return Fragment("", " ".join(markup.split()), count_chars(markup))
    tag = str(element.tag)
    if tag in _TABLES or tag == "NOTE":
        return Fragment(tag, "", Texts(element).chars, element)
    text = Texts(element).of(element)
    path, at = printed_path(text)
    return Fragment(tag, text, count_chars(text), element, path, text[at:], is_italic(element))


class Fragments:
    """Reads fragments with the words of the eCFR, as if they stood in the whole file after their item."""

    def __init__(self, words: Words, walk: Walk, first: Iterable[str]) -> None:
        self._words = words
        self._walk = walk
        self._first = frozenset(first)

    def goes_on(self, fragments: Sequence[Fragment]) -> bool:
        """Whether the rows up to this one are lists in the entry's metadata, which goes on to these fragments.

        It does so if the items open here with no heading before, or if there are none but the entry's heading. Where
        headings stand before and items follow, a word of the metadata made the row, and an item has lent it the text.
        """
        headings = False
        for part, following in pairwise((*fragments, Fragment("", "", 0))):
            if not part.tag and (opening := self._words.items.match(part.text)):
                rest = part.text[opening.end() :] or following.text
                return not headings or self._words.heading_only.match(rest) is not None
            if not part.tag and self._opens_entry(part.text):
                return False
            headings = headings or (not part.tag and self._is_heading(part.text))
        return False

    def read(self, fragments: Iterable[Fragment], where: str, category: str = "") -> None:
        """Add the lines of fragments that stand after one another.

        After the last row of an entry, `category` is the one it belongs to: its general statement may stand here.
        """
        walk = self._walk
        table = ""
        stray = False
        for part in self._joined(fragments):
            stray = stray or (walk.stage == "items" and not part.tag and self._opens_entry(part.text))
            if stray:
                text = part.text or " ".join("".join(map(str, part.element.itertext())).split())  # type: ignore[union-attr]  # without text there is an element
                walk.furniture(text, where, "another entry's metadata")
            elif category and not part.tag and (name := self._words.statement(part.text)):
                walk.statement(part.text, where, name, category)
            elif not part.tag and table and "".join(part.text.split()) in table:
                walk.furniture(part.text, where, "table-repeated")  # the cells stand a second time as loose pieces
            else:
                self._read_one(part, where)
                if part.tag in _TABLES and part.element is not None:
                    table = "".join("".join(map(str, part.element.itertext())).split())

    def _read_one(self, part: Fragment, where: str) -> None:
        walk = self._walk
        if part.element is not None:
            walk.texts = Texts(part.element)
        if walk.stage == "items" and not part.tag and self._is_heading(part.text):
            walk.restart("metadata", lambda: True)  # the entry's own goes on after a row that was made from its words
        if part.tag == "NOTE" and part.element is not None:
            walk.note(part.element, where)
        elif part.tag in _TABLES and part.element is not None:
            walk.table(part.element, where)
        elif part.tag in _HEADINGS:
            walk.furniture(part.text, where, "subheading")
        elif part.tag and part.text:
            walk.aside(part.text, where)
        elif part.text:
            walk.paragraph(part.text, where)

    def _joined(self, fragments: Iterable[Fragment]) -> Iterator[Fragment]:
        """The fragments, with pieces of text that were torn at the borders of markup put together again."""
        pieces: list[Fragment] = []
        after_table = False
        for part in fragments:
            opens = bool(part.tag) or after_table or self._opens(part.text)
            if pieces and (opens or self._complete(pieces)):
                yield _together(pieces)
                pieces = []
            if part.tag:
                after_table = part.tag in _TABLES
                yield part
            else:
                after_table = after_table and not self._opens(part.text)
                pieces.append(part)
        if pieces:
            yield _together(pieces)

    def _opens(self, text: str) -> bool:
        words = self._words
        return bool(words.items.match(text) or words.statement(text)) or words.metadata(text) is not None

    def _opens_entry(self, text: str) -> bool:
        """Whether a piece opens all that is said about an entry: here another's, whose own row is missing."""
        found = self._words.metadata(text)
        return found is not None and found[0] in self._first

    def _is_heading(self, text: str) -> bool:
        """Whether a piece is a heading of the metadata, which opens a section and says nothing itself."""
        found = self._words.metadata(text)
        return found is not None and not found[1] and not text.endswith(":")

    def _complete(self, pieces: list[Fragment]) -> bool:
        """Whether a heading stands alone: what comes next is no part of it."""
        return len(pieces) == 1 and self._is_heading(pieces[0].text)


def _together(pieces: list[Fragment]) -> Fragment:
    return Fragment("", " ".join(piece.text for piece in pieces if piece.text), sum(piece.chars for piece in pieces))
