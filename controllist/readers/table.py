"""Reads a list that was saved as a table: a row an item, with the columns `code`, `parent` and `text`.

The code says where an item stands, so its depth is certain; `parent` is not needed for that. Options under
`[readers.table]` of a list:

- `belongs.COLUMN`: the values of a column with which a row belongs to the list; other rows are left out. A table
  without the column belongs as a whole.
- `fragments`: a column that holds what else the source had beside the paragraph, as a list of objects with `tag` and
  `html` (an element of the eCFR) or `text` (a loose piece of text). They are read with the options of `[readers.ecfr]`.
- `first`: the names of the statements (of `[readers.ecfr.metadata]`) that come first in what is said about an entry.
  After items they are another entry's, whose own row is missing.
- `outside`: regular expressions for codes that the table's maker gave to text outside the list.
- `foreign`: regular expressions for texts that are about an item and were taken for its own. They become annotations;
  the item stays, without text, if other rows stand below it. So do texts that open a statement about the entry.

A row that holds only its own code was added for the sake of the rows below it. It is an item only as the first below
its entry: there the source prints the item on another line, from which converters lose it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec
from lxml import etree

from controllist.codes import canonical, entry_of, labels_of
from controllist.errors import WrongUse
from controllist.lines import Line, Reading, Role, SourceData, count_chars
from controllist.readers.ecfr_entry import Walk
from controllist.readers.ecfr_labels import Path, leftover_range
from controllist.readers.ecfr_markup import Texts
from controllist.readers.ecfr_words import Words
from controllist.readers.table_fragments import Fragment, Fragments, fragments_of
from controllist.readers.table_rows import Row, rows_of
from controllist.sources.scheme import Scheme
from controllist.typography import flat

READER = "table 1"

_SENTENCE = re.compile(r"[. ]+(?:[A-Z][a-z]+\b(?!\.)|[“\"'‘\[])")
_SECTION = re.compile(r"(?P<category>\d|\dP\d|ML)|(?P<group>\d[A-Z])")


class _Item(msgspec.Struct, frozen=True):
    """A row that belongs to the list.

    `chars` are those of its code and its text; it is bare if its text is only its code.
    """

    where: str
    entry: str
    labels: Path
    text: str
    chars: int
    fragments: tuple[Fragment, ...] = ()
    section: str = ""
    is_bare: bool = False

    @property
    def code(self) -> str:
        """The canonical code of the row."""
        return ".".join([self.entry, *self.labels])


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of a list saved in one or more tables.

    Raises `WrongUse` where a table lacks a column, or a row its code, with the place.
    """
    lines: list[Line] = []
    chars = 0
    for source in sources:
        items = list(_items(source, scheme))
        chars += sum(item.chars + sum(part.chars for part in item.fragments) for item in items)
        table = _Table(scheme)
        for _, entry in groupby(items, key=lambda item: item.entry):
            table.read_entry(list(entry))
        lines += table.lines
    if not lines:
        names = ", ".join(source.name for source in sources)
        raise WrongUse(f"{names}: no row belongs to {scheme.short}; see belongs under [readers.table] of its list.toml")
    return Reading(tuple(lines), chars, {}, READER)


def _items(source: SourceData, scheme: Scheme) -> Iterator[_Item]:
    options: dict[str, Any] = scheme.readers.get("table", {})
    belongs: dict[str, list[str]] = options.get("belongs", {})
    column: str = options.get("fragments", "")
    for row in rows_of(source):
        if all(str(row.cells[name]) in values for name, values in belongs.items() if name in row.cells):
            yield _item(row, column, source.name)


def _item(row: Row, column: str, name: str) -> _Item:
    printed, text = row.text("code") or "", row.text("text") or ""
    fragments = fragments_of(row.cells.get(column)) if column else ()
    if fragments is None:
        raise WrongUse(f"{name}, {row.where}: {column} is no list of fragments; each has tag and html, or text")
    chars = count_chars(printed) + count_chars(text)
    text = " ".join(text.split())
    if (section := _SECTION.fullmatch(printed)) and section.lastgroup:
        return _Item(row.where, printed, (), text, chars, fragments, section.lastgroup)
    code = canonical(printed)
    if not code:
        raise WrongUse(f"{name}, {row.where}: {printed!r} is no item code; the column code holds codes like 3A001.b.2")
    rest = _without_code(text, printed)
    return _Item(row.where, entry_of(code), labels_of(code), rest, chars, fragments, is_bare=bool(text and not rest))


def _without_code(text: str, code: str) -> str:
    """The text of a row without the code that some tables repeat at its head."""
    if text.startswith(code) and not text[len(code) : len(code) + 1].isalnum():
        return text[len(code) :].lstrip(" .:—–")
    return text


class _Table:
    """Turns the rows of one table into lines, entry after entry."""

    def __init__(self, scheme: Scheme) -> None:
        options: dict[str, Any] = scheme.readers.get("table", {})
        self._words = words = Words(scheme)
        self._walk = Walk(words, Texts(etree.Element("table")))
        self._fragments = Fragments(words, self._walk, options.get("first", []))
        self._outside = _any_of(options.get("outside", []))
        self._foreign = _any_of(options.get("foreign", []))
        self._seen: set[Path] = set()
        self._empty: dict[tuple[str, Path], int] = {}
        self._rows: set[Path] = set()
        self._parents: set[Path] = set()
        self._before_items = self._last = False

    @property
    def lines(self) -> list[Line]:
        """The lines read so far."""
        return self._walk.lines

    def read_entry(self, items: list[_Item]) -> None:
        """Read the rows of one entry, or one heading."""
        self._seen = set()
        self._parents = {item.labels[:-1] for item in items}
        self._walk.restart("metadata", lambda: True)
        self._rows = {item.labels for item in items}
        # Lists within an entry's metadata make rows too; the words that open the items then stand in a later row.
        later = (at for at, item in enumerate(items) if at and self._fragments.goes_on(item.fragments))
        opening = max(later, default=-1)
        for at, item in enumerate(items):
            self._before_items, self._last = at < opening, at == len(items) - 1
            if item.section:
                role: Role = "category" if item.section == "category" else "group"
                self.lines.append(Line(role, item.text, item.where, entry=item.entry, chars=item.chars))
            elif not item.labels:
                self._add(item, item.text, item.chars)
            elif self._outside.match(item.code):
                self._account(item, "outside the list")
            else:
                self._read_row(item, metadata=at <= opening)
                continue
            self._read_fragments(item.fragments, item)

    def _read_row(self, item: _Item, metadata: bool) -> None:
        """Read a row below an entry; `metadata` says that the entry's own items have not begun before it."""
        own = [at for at, part in enumerate(item.fragments) if _repeats(part, item)]
        apart = bool(item.text) and not any(_same_text(item.fragments[at], item) for at in own)
        if metadata and len(own) + apart == 1 and len(item.labels) == 1:
            # The one paragraph with this label is in a list of the metadata.
            start = own[0] + 1 if own else 0
            self._read_fragments(item.fragments[:start], item)
            self._annotate(item) if apart else self._account(item, "row repeated")
        elif own:
            start = own[-1] + 1
            part = item.fragments[start - 1]
            if apart:
                self._annotate(item)
            self._read_fragments(item.fragments[: start - 1], item)
            self._add(item, part.rest, part.chars + (0 if apart else item.chars))
        elif self._foreign.match(item.text) or self._words.metadata(item.text):
            start = 0
            self._annotate(item)
            if item.labels in self._parents:
                self._add(item, "", 0)
        elif not item.text and self._is_no_item(item):
            start = 0
            self._account(item, "row")
        else:
            start = 0
            self._add(item, item.text, item.chars)
        self._read_fragments(item.fragments[start:], item)
        if self._before_items:
            self._walk.stage = "metadata"

    def _is_no_item(self, item: _Item) -> bool:
        """Whether a row without text is no item: read already, made from a letter within a text, or only a parent."""
        return (
            item.labels in self._seen
            or any(part.tag == "P" for part in item.fragments)
            or (item.is_bare and item.labels != ("a",))
        )

    def _annotate(self, item: _Item) -> None:
        name, text = self._words.metadata(item.text) or ("metadata", item.text)
        self.lines.append(Line("annotation", text, item.where, name=name, chars=item.chars))

    def _account(self, item: _Item, name: str) -> None:
        text = f"{item.code} {item.text}".strip()
        self.lines.append(Line("furniture", text, item.where, name=name, chars=item.chars))

    def _add(self, item: _Item, text: str, chars: int) -> None:
        """An item line; for a reserved range one line for each of its numbers."""
        paths: tuple[Path, ...] = ()
        if item.labels:
            paths, text = leftover_range(item.labels, _without_label(text, item.labels[-1]))
        taken = self._rows - {item.labels}  # a range may reach a number too far, which then has a row of its own
        for path in [path for path in paths if path not in taken] or (item.labels,):
            depth = len(path)
            line = Line("item", text, item.where, entry=item.entry, labels=path, depth=depth, firm=True, chars=chars)
            if not text:
                self._empty[item.entry, path] = len(self.lines)
            self.lines.append(line)
            self._seen.add(path)
            chars = 0
        if item.labels:
            self._walk.place(item.labels)

    def _read_fragments(self, fragments: tuple[Fragment, ...], item: _Item) -> None:
        start = len(self.lines)
        self._fragments.read(fragments, item.where, item.entry[:1] if self._last else "")
        read = self.lines[start:]
        del self.lines[start:]
        for line in read:
            if line.role == "item" and (at := self._empty.pop((item.entry, line.labels), None)) is not None:
                row = self.lines[at]  # the paragraph that another row has lost
                self.lines[at] = msgspec.structs.replace(row, text=line.text, chars=row.chars + line.chars)
            else:
                self.lines.append(line)
        self._seen.update(line.labels for line in read if line.role == "item")


def _repeats(part: Fragment, item: _Item) -> bool:
    """Whether a fragment is a paragraph with the row's label; a list in a note is italic throughout."""
    if part.tag != "P" or not part.path:
        return False
    return _same_text(part, item) or (part.path == item.labels and not part.italic)


def _same_text(part: Fragment, item: _Item) -> bool:
    """Whether a fragment and the row's own text have the same words, spacing, raising and label aside."""
    text = _without_label(item.text, item.labels[-1])
    return bool(text) and _words(part.rest) in (_words(text), _words(item.text))


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, flat(text)))


def _without_label(text: str, label: str) -> str:
    """The text of a row without the end of its label, where a converter has left that (`a Cups` at `.a`)."""
    rest = text[len(label) :]
    return rest.lstrip(" .") if text.startswith(label) and _SENTENCE.match(rest) else text


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)
