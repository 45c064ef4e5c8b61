"""What a list's PDF editions look like, as data, and what follows from it for whole pages.

The options of `[readers.pdf]` in list.toml; the hyphens, margins and amendment marks of a document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import msgspec

from controllist.errors import WrongUse
from controllist.readers.pdf_hyphens import Hyphens
from controllist.readers.pdf_marks import is_marker
from controllist.readers.pdf_text import Page, Row
from controllist.sources.scheme import Scheme

Kind = Literal["outside", "notes", "list", "table", "definitions", "acronyms", "quoted", "statements"]


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rows that are no text of the list: `pattern` matches the whole row, `head` and `foot` bound its place."""

    name: str
    pattern: str
    head: float = 0
    foot: float = 0


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A division of the document: it begins at a row that `at` matches as a whole, and is read as its `kind` asks.

    With `head`, the row stands among the page heads. Named groups `category` and `part` of `at`, or `code`, make the
    row a category heading. `column` is where the second column of definitions begins, `references` matches the words
    that may stand in the first.
    """

    at: str
    kind: Kind
    name: str = ""
    code: str = ""
    head: float = 0
    column: float = 0
    references: str = ""


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[readers.pdf]`: see the docstring of `controllist.readers.pdf`."""

    furniture: tuple[Furniture, ...] = ()
    sections: tuple[Section, ...] = ()
    resumed: str = r"\(?\s*cont(?:inued|\.)\s*\)?\.?"
    statements: tuple[str, ...] = ()
    label: str = ""
    date: str = ""
    amendment: str = ""


def options_of(scheme: Scheme) -> Options:
    """The options of `scheme` for PDF editions; raises `WrongUse` if it has none or they do not fit."""
    if "pdf" not in scheme.readers:
        raise WrongUse(f"{scheme.id}: list.toml has no [readers.pdf], so it is not known how this list prints its PDFs")
    try:
        return msgspec.convert(scheme.readers["pdf"], Options)
    except msgspec.ValidationError as error:
        raise WrongUse(f"{scheme.id}: [readers.pdf] in list.toml: {error}") from None


class Frame:
    """Which rows of a page are furniture, and which open a section."""

    def __init__(self, options: Options) -> None:
        self._furniture = [(rule, re.compile(rule.pattern)) for rule in options.furniture]
        self._sections = [(rule, re.compile(rule.at)) for rule in options.sections]

    def section(self, row: Row, page: Page) -> tuple[Section, re.Match[str]] | None:
        """The section that `row` opens, with the match that shows it."""
        text = row.text
        in_head = self._in_head(row, page)
        for rule, pattern in self._sections:
            if bool(rule.head) == in_head and (match := pattern.fullmatch(text)):
                return rule, match
        return None

    def furniture(self, row: Row, page: Page) -> str:
        """The name of the furniture that `row` is; empty if it is none."""
        for rule, pattern in self._furniture:
            if rule.head and row.y < page.height - rule.head:
                continue
            if rule.foot and row.y > rule.foot:
                continue
            if pattern.fullmatch(row.text):
                return rule.name
        return ""

    def _in_head(self, row: Row, page: Page) -> bool:
        zones = [rule.head for rule, _ in self._furniture if rule.head]
        return bool(zones) and row.y >= page.height - max(zones)


class Document:
    """What is true of all pages together: margins, and how its line-end hyphens are to be read."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages

    @cached_property
    def _edges(self) -> tuple[float, float]:
        lefts: Counter[int] = Counter()
        rights: Counter[int] = Counter()
        for page in self.pages:
            rows = [row for row in page.rows if 0.06 < row.y / page.height < 0.9 and not is_marker(row.words[0].text)]
            if rows:
                lefts[round(min(row.x for row in rows))] += 1
                rights.update(round(row.end) for row in rows)
        if not lefts:
            return 0.0, 0.0
        return float(lefts.most_common(1)[0][0]), float(rights.most_common(1)[0][0])

    @property
    def left(self) -> float:
        """Where the outermost text of a page begins, in points."""
        return self._edges[0]

    @property
    def right(self) -> float:
        """Where a full row ends."""
        return self._edges[1]

    @cached_property
    def _hyphens(self) -> Hyphens:
        return Hyphens([[row.text for row in page.rows] for page in self.pages])

    def unhyphened(self, text: str) -> str:
        """`text` with each line-end hyphen kept where the word has one, dropped where the typesetter put it."""
        return self._hyphens.unhyphened(text)
