"""The paragraphs, notes and tables after a heading of the eCFR as lines.

The format nests nothing: that a paragraph is an item, that it still speaks about licences, or that it belongs to the
list of a note shows only in the order of labels and in words. This module keeps account of both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from lxml import etree

from controllist.lines import Line, Role
from controllist.readers.ecfr_labels import Path, follows, in_list, printed_path, reserved_range, resolved
from controllist.readers.ecfr_markup import Texts, rows_chars
from controllist.readers.ecfr_words import Head, NoteRole, Words

Stage = Literal["preamble", "metadata", "items", "annex"]

_ABOUT_PATH = re.compile(r"(?:to|for|on)\s+paragraph\s+\.?([a-z]{1,2}(?:\.\w{1,3})*)\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,2})\.?")
_GOES_ON = re.compile(r"(?:[;:,]|\b(?:and|or))$")
_CAPTION = re.compile(r"[A-Z][A-Za-z]{3,}(?:,? (?:(?:and|or|of|for) )?[A-Z][A-Za-z]+){0,5}")
"""A few words in title case or capitals, and no mark at their end."""
_TABLES = frozenset({"TABLE", "table", "DIV", "div"})


def size(text: str) -> int:
    """Characters of a folded text that are not blanks."""
    return len(text) - text.count(" ")


class Walk:
    """Reads block after block and keeps what the next one is to be judged by."""

    def __init__(self, words: Words, texts: Texts) -> None:
        self.texts = texts
        self.lines: list[Line] = []
        self.stage: Stage = "preamble"
        self._items_ahead: Callable[[], bool] = bool
        self._words = words
        self._path: Path = ()
        self._note_list: Path = ()
        self._note_role: NoteRole = "note"
        self._own_list: Path = ()
        self._broken_off: tuple[int, Path] | None = None
        self._loose: Literal["", "note", "appendix"] = ""
        self._annotation = ""
        self._last = ""

    def restart(self, stage: Stage, items_ahead: Callable[[], bool] = bool) -> None:
        """Forget the entry read so far: a heading opens something new.

        `items_ahead` tells, if asked, whether the words that open the list of items are still to come.
        """
        self.stage, self._items_ahead = stage, items_ahead
        self._path = self._note_list = self._own_list = ()
        self._broken_off = None
        self._note_role, self._loose, self._annotation, self._last = "note", "", "", ""

    def place(self, path: Path) -> None:
        """Go on from the item at `path`, which is read already."""
        self.stage, self._path = "items", path
        self._note_list, self._own_list, self._broken_off = (), (), None
        self._loose = self._last = ""

    @property
    def in_metadata(self) -> bool:
        """Whether a statement about the entry is open, so that what comes next may go on with it."""
        return self.stage == "metadata" and bool(self._annotation)

    # Paragraphs --------------------------------------------------------------------------------------------------

    def paragraph(self, text: str, where: str) -> None:
        """Read one paragraph that stands outside notes; its text is not empty."""
        if self.stage == "items":
            self._in_items(text, where)
        elif self.stage == "metadata":
            self._in_metadata(text, where)
        elif self.stage == "annex" and (found := printed_path(text))[0]:
            self._bound(text, where, *found)
        else:
            self._loose_text(text, where)

    def aside(self, text: str, where: str) -> None:
        """Read a paragraph that is certainly no item: part of a statement, of a note, or of the item before it."""
        path, at = printed_path(text)
        if self.in_metadata or not path:
            self.paragraph(text, where)
        else:
            self._bound(text, where, path, at)

    def furniture(self, text: str, where: str, name: str) -> None:
        """Account for text that is no part of any node."""
        self.lines.append(Line("furniture", text, where, name=name, chars=size(text)))

    def statement(self, text: str, where: str, name: str, category: str) -> None:
        """Read a general statement, which closes the entries of a category."""
        self.restart("annex")
        self.lines.append(Line("statement", text, where, entry=category, name=name, chars=size(text)))

    def _in_metadata(self, text: str, where: str) -> None:
        words = self._words
        if text[0] in "Ii" and (opening := words.items.match(text)):
            self._begin_items(text, opening.end(), where)
        elif found := words.metadata(text):
            self._open_annotation(*found, text, where)
        elif text[0] == "a" and self._items_begin(text) and not self._last.endswith(":"):
            self.stage = "items"
            self._in_items(text, where)
        elif self._annotation:
            self._annotation = self._words.continues.get(self._annotation, self._annotation)
            self._annotate(text, where, size(text))
        else:
            self._loose_text(text, where)

    def _items_begin(self, text: str) -> bool:
        """Whether the first item stands here although nothing has said that items follow."""
        return printed_path(text)[0][:1] == ("a",) and not self._items_ahead()

    def _open_annotation(self, name: str, rest: str, text: str, where: str) -> None:
        self._annotation = name
        if not rest:
            self.furniture(text, where, "heading")
            self._last = ""
        elif rest[0] == "a" and rest is not text and self._items_begin(rest):
            # The first item stands on the heading's own line.
            self.furniture(text[: len(text) - len(rest)].rstrip(), where, "heading")
            self.stage = "items"
            self._in_items(rest, where)
        elif "Items:" in rest and (inside := re.search(r"(?<=[.\s])Items:", rest)):
            head = rest[: inside.start()].rstrip()
            self._annotate(head, where, size(text) - size(rest[inside.start() :]))
            self._begin_items(rest[inside.start() :], inside.end() - inside.start(), where)
        else:
            self._annotate(rest, where, size(text))

    def _annotate(self, text: str, where: str, chars: int) -> None:
        self.lines.append(Line("annotation", text, where, name=self._annotation, chars=chars))
        self._last = text

    def _begin_items(self, text: str, at: int, where: str) -> None:
        self.stage = "items"
        self.furniture(text[:at].rstrip(), where, "heading")
        if rest := text[at:].lstrip():
            self._in_items(rest, where)

    def _in_items(self, text: str, where: str) -> None:
        path, at = printed_path(text)
        if path:
            if self._loose and self._goes_on_in_note(path):
                self._bound(text, where, path, at)
            else:
                self._item(path, text, at, where)
        elif self._words.heading_only.fullmatch(text):
            self.furniture(text, where, "heading-only")
        elif found := self._words.metadata(text):
            self._annotation = found[0]
            self._annotate(found[1] or text, where, size(text))
        else:
            self._loose_text(text, where)

    def _item(self, path: Path, text: str, at: int, where: str) -> None:
        """An item line; for a reserved range one line for each of its numbers."""
        rest = text[at:]
        paths: tuple[Path, ...] = ()
        if text.endswith(("]", "].")):
            paths, rest = reserved_range(path, rest)
        if path == self._path and self.lines[-1].chars == 0:
            self.lines.pop()  # a reserved range that reaches one number too far: here that number is in use
        full, depth, firm = _placed(self._path, path)
        chars = size(text)
        for labels in paths or (path,):
            self.lines.append(Line("item", rest, where, labels=labels, depth=depth, firm=firm, chars=chars))
            chars = 0
        self._path = paths[-1] if paths else full or path
        self._note_list, self._own_list, self._broken_off = (), (), None
        self._loose, self._last = "", rest

    # Text that is no item ----------------------------------------------------------------------------------------

    def _loose_text(self, text: str, where: str) -> None:
        """A paragraph without label: a note that lacks its element, or text of what stands before it."""
        if text[0] in "NnTt" and (head := self._words.note_head(text, colon=True)):
            self._loose = "note"
            self._open_note(head, _head_text(head, text), where, size(text))
            return
        if self._heads_the_next(text):
            self.furniture(text, where, "subheading")
            return
        if self._words.excludes(text):
            self.lines.append(Line("note", text, where, chars=size(text)))
        elif self._loose == "note" and not self._last:
            self.lines.append(Line("text", text, where, bound=True, chars=size(text)))
        elif self.stage == "preamble":
            self.lines.append(Line("text", text, where, chars=size(text)))
        else:
            depth = len(self._path)
            self.lines.append(Line("text", text, where, depth=depth, firm=True, chars=size(text)))
            self._loose = "appendix" if self._path and text.endswith(":") else ""
            self._note_list = ()
        self._last = text

    def _heads_the_next(self, text: str) -> bool:
        """Whether a paragraph is the caption of the items that come next, and no part of the one before."""
        return bool(self._path) and not self._last.endswith((":", ",")) and _CAPTION.fullmatch(text) is not None

    def _goes_on_in_note(self, path: Path) -> bool:
        """Whether a labelled paragraph after a loose note belongs to its list rather than to the entry's."""
        if len(path) == 1 and path[0] in ("a", "1") and not self._note_list:
            goes_on = self._loose == "appendix" or not self._last or self._last.endswith(":") or path[0] == "1"
        else:
            goes_on = bool(self._note_list) and bool(in_list(self._note_list, path))
        if not goes_on or not follows(self._path, path):
            return goes_on
        return self._loose == "appendix" or not self._path or bool(_GOES_ON.search(self._last))

    def _bound(self, text: str, where: str, path: Path, at: int) -> None:
        self.lines.append(Line("text", text[at:], where, labels=path, bound=True, chars=size(text)))
        self._note_list = in_list(self._note_list, path) or path
        self._own_list = in_list(self._own_list, path) or path
        self._last = text

    def _goes_on_before(self, path: Path) -> bool:
        """Whether a label within a technical note or N.B. goes on with the list of the note that this one broke off."""
        if self._broken_off is None or path[-1] in ("a", "1") or in_list(self._own_list, path):
            return False
        return bool(in_list(self._broken_off[1], path))

    def _resumed(self, text: str, where: str, path: Path, at: int) -> None:
        """A paragraph of a broken-off list: set back to where its note ended, so that both notes are whole."""
        end, before = self._broken_off or (len(self.lines), ())
        self.lines.insert(end, Line("text", text[at:], where, labels=path, bound=True, chars=size(text)))
        self._note_list = (in_list(before, path) or path) if path else before
        self._broken_off = (end + 1, self._note_list)
        self._last = text

    # Notes -------------------------------------------------------------------------------------------------------

    def note(self, element: etree._Element, where: str) -> None:
        """Read a note that has an element of its own."""
        if self.stage == "metadata" and self._annotation:
            self._note_on_metadata(element, where)
            return
        self._loose = ""
        head: Head | None = None
        head_text = ""
        resumed = False
        for child, tag, text in self.texts.each(element, _TABLES):
            if tag in _TABLES:
                self.table(child, where)
                continue
            if tag == "HED":
                head, head_text = self._note_heading(text), text
                continue
            if not text:
                continue
            inner = self._words.note_head(text, colon=True) if text[0] in "NnTt" else None
            path, at = ((), 0) if inner else printed_path(text)
            if head and (inner or path or head.rest):
                self._open_note(head, _head_text(head, head_text), where, size(head_text))
                head = None
            resumed = not inner and (resumed or (bool(path) and self._goes_on_before(path)))
            if inner and not inner.rest:
                head, head_text = inner, text
            elif inner:
                self._open_note(inner, _head_text(inner, text), where, size(text))
            elif head:
                lead = f"{head_text.rstrip(' :')}: " if head.about else ""
                self._open_note(head, lead + text, where, size(head_text) + size(text))
                head = None
            elif path and self._is_item_in_note(path):
                self._item(path, text, at, where)
            elif resumed:
                self._resumed(text, where, path, at)
            elif path:
                self._bound(text, where, path, at)
            else:
                self.lines.append(Line("text", text, where, bound=not self._path_is_open, chars=size(text)))
        if head:
            self._open_note(head, _head_text(head, head_text), where, size(head_text))

    @property
    def _path_is_open(self) -> bool:
        """Whether the line before is an item, so that text continues it."""
        return bool(self.lines) and self.lines[-1].role == "item"

    def _note_heading(self, text: str) -> Head | None:
        if not text:
            return None
        if number := _NUMBER.fullmatch(text):
            return Head(self._note_role, number[1], "", "")
        return self._words.note_head(text, colon=False) or Head("note", "", text, "")

    def _open_note(self, head: Head, text: str, where: str, chars: int) -> None:
        if head.role == "note":
            self._broken_off = None
        elif self._own_list and self._note_role == "note":
            self._broken_off = (len(self.lines), self._own_list)
        self._own_list = ()
        depth = self._depth_named(head.about)
        firm = depth is not None
        role: Role = head.role
        self.lines.append(Line(role, text, where, number=head.number, depth=depth, firm=firm, chars=chars))
        self._note_role = head.role
        self._last = text

    def _depth_named(self, about: str) -> int | None:
        """Depth of the paragraph a note names without its entry's code, if that paragraph is still open."""
        if not about or not (named := _ABOUT_PATH.search(about)):
            return None
        path = tuple(named[1].split("."))
        return len(path) if self._path[: len(path)] == path else None

    def _is_item_in_note(self, path: Path) -> bool:
        """Whether a labelled paragraph in a note's element is an item whose own element was never opened."""
        return bool(self._path) and follows(self._path, path) and not in_list(self._note_list, path)

    def _note_on_metadata(self, element: etree._Element, where: str) -> None:
        """A note among the licence terms is part of them, unless it opens statements of its own."""
        text = " ".join([text for _, _, text in self.texts.each(element) if text])
        if found := self._words.metadata(text):
            self._annotation, rest = found
        else:
            self._annotation, rest = self._words.continues.get(self._annotation, self._annotation), text
        self._annotate(rest, where, size(text))

    # Tables ------------------------------------------------------------------------------------------------------

    def table(self, element: etree._Element, where: str) -> None:
        """Read a table, or a division that holds one."""
        if element.tag in ("DIV", "div"):
            for child, tag, text in self.texts.each(element, _TABLES):
                if tag in _TABLES:
                    self.table(child, where)
                elif text:
                    self.paragraph(text, where)
            return
        rows = self.texts.rows(element)
        if not rows:
            return
        if self.stage == "metadata" and self._annotation:
            name = self._words.continues.get(self._annotation, self._annotation)
            self.lines.append(Line("annotation", "", where, name=name, rows=rows, chars=rows_chars(rows)))
        else:
            self.lines.append(Line("table", "", where, rows=rows, chars=rows_chars(rows)))


@lru_cache(maxsize=16384)
def _placed(before: Path, path: Path) -> tuple[Path, int | None, bool]:
    """The full path of printed labels, the depth that they prove, and whether they prove it beyond doubt."""
    full = resolved(before, path)
    if len(path) > 1 or full == path:
        return full, len(path), True
    if full:
        return full, len(full), False
    if path[0].isalpha() and before and (len(path[0]), path[0]) >= (len(before[0]), before[0]):
        return full, 1, True  # labels are printed in full, so a lone letter stands right below the entry
    return full, None, False


def _head_text(head: Head, text: str) -> str:
    """What a note's head says beyond its kind and number: all of it where it names what the note is about."""
    return text if head.about else head.rest
