"""Reads the Commerce Control List from the XML of the eCFR, and any list that is published in the same way.

Options under `[readers.ecfr]` of a list, all regular expressions that disregard case and match at the start:

- `appendix`: the `N` of the division that is the list, where the file holds more than one.
- `category`, `part`, `group`: headings of these; the first bracketed group is the digit or letter of the code.
- `annex`: headings of annexes, which hold no entries.
- `items`: the words that open the list of items of an entry.
- `heading_only`: a paragraph which says no more than that the heading is all.
- `continues.NAME`: the name of what follows the statement `NAME` without a heading of its own (a table, a paragraph).
- `statements.NAME`: paragraphs that stand after the entries of a category as general statements.
- `metadata.NAME`: headings and lead words of what is said about an entry. They become annotations of that name. Words
  inside a bracketed group stay in the annotation's text. The first that matches counts.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Literal

from lxml import etree

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData
from controllist.readers.ecfr_entry import Walk, size
from controllist.readers.ecfr_markup import Texts
from controllist.readers.ecfr_words import Words
from controllist.readers.xml_source import parse_xml
from controllist.sources.scheme import Scheme

READER = "ecfr 1"

_PARAGRAPHS = frozenset({"P", "FP", "FP-1", "FP-2", "FP1", "FP1-2", "PSPACE"})
_CONTAINERS = frozenset({"NOTE", "DIV", "TABLE", "EXTRACT"})
_HEADINGS = frozenset({"HD1", "HD2", "HD3", "HD4"})
_EDITORIAL = frozenset({"CITA", "EDNOTE", "XREF", "SOURCE", "AUTH", "APPRO", "FTNT"})
_DATE = re.compile(r"/on/(\d{4}-\d{2}-\d{2})/")


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of the list in one eCFR file (a title, a part, or the appendix alone).

    Raises `WrongUse` for anything else.
    """
    if len(sources) != 1:
        raise WrongUse(f"an edition in eCFR XML is one file, not {len(sources)}; give the file of the appendix alone")
    source = sources[0]
    words = Words(scheme)
    appendix = _appendix(parse_xml(source.data, source.name), words, source.name)
    texts = Texts(appendix)
    reader = _Reader(words, texts)
    reader.read(appendix)
    if not reader.entries:
        raise WrongUse(f"{source.name}: no entry code stands at the head of a paragraph; is this {scheme.short}?")
    date = _DATE.search(appendix.get("hierarchy_metadata", ""))
    facts = {"date": date[1]} if date else {}
    return Reading(tuple(reader.walk.lines), texts.chars, facts, READER)


def _appendix(root: etree._Element, words: Words, name: str) -> etree._Element:
    candidates = [root] if root.tag == "DIV9" else list(root.iter("DIV9"))
    divisions = [division for division in candidates if words.appendix.match(division.get("N", ""))]
    if len(divisions) == 1:
        return divisions[0]
    if divisions:
        raise WrongUse(f"{name}: {len(divisions)} divisions are named like the list; give a file of one date")
    held = ", ".join(repr(d.get("N", "")) for d in candidates) or f"a <{etree.QName(root).localname}> document"
    raise WrongUse(f"{name}: this is no eCFR XML of the list (it holds {held}); fetch the appendix from the eCFR")


class _Reader:
    """Reads the children of the appendix one after the other."""

    def __init__(self, words: Words, texts: Texts) -> None:
        self.words, self.texts = words, texts
        self.walk = Walk(words, texts)
        self.entries = 0
        self._category = ""

    def read(self, parent: etree._Element) -> None:
        """Read everything that stands directly in `parent`."""
        walk = self.walk
        for element, tag, text in self.texts.each(parent, _CONTAINERS):
            where = f"line {element.sourceline}"
            if text:
                if tag not in _PARAGRAPHS:
                    self._special(element, text, where)
                elif not (tag == "FP-2" or text[0].isdigit()) or not self._opening(element, text, where):
                    walk.paragraph(text, where)
            elif tag == "NOTE":
                walk.note(element, where)
            elif tag == "DIV" or tag == "TABLE":
                walk.table(element, where)
            elif tag == "EXTRACT":
                self.read(element)

    def _special(self, element: etree._Element, text: str, where: str) -> None:
        """Read a heading, or what the editors of the eCFR have added."""
        tag, walk = element.tag, self.walk
        if tag in _HEADINGS:
            if not self._opening(element, text, where):
                self._heading(text, where)
        elif tag in _EDITORIAL or tag == "HEAD":
            walk.furniture(text, where, "title" if tag == "HEAD" else "editorial")
        else:
            walk.paragraph(text, where)

    def _opening(self, element: etree._Element, text: str, where: str) -> bool:
        """Read a paragraph that opens an entry or stands as a general statement; whether it does either."""
        if opening := _entry_opening(element, text, self.words):
            self.entries += 1
            self.walk.restart("metadata", partial(self._items_ahead, element))
            title = text[opening.end() :]
            self.walk.lines.append(
                Line("item", title, where, entry=opening[1], depth=0, firm=True, chars=size(text))
            )
        elif name := self.words.statement(text):
            self.walk.statement(text, where, name, self._category)
        else:
            return False
        return True

    def _items_ahead(self, element: etree._Element) -> bool:
        """Whether the words that open a list of items come after `element` and before the next entry."""
        for sibling in element.itersiblings(*_PARAGRAPHS, *_HEADINGS):
            text = self.texts.of(sibling)
            if text and self.words.items.match(text):
                return True
            if text and _entry_opening(sibling, text, self.words):
                return False
        return False

    def _heading(self, text: str, where: str) -> None:
        words, walk = self.words, self.walk
        if opening := words.category.match(text):
            self._category = opening[1]
            self._section("category", self._category, opening, where)
        elif self._category and (opening := words.part.match(text)):
            self._section("category", f"{self._category}P{opening[1]}", opening, where)
        elif self._category and (opening := words.group.match(text)):
            self._section("group", self._category + opening[1], opening, where)
        elif words.annex.match(text):
            walk.restart("annex")
            walk.lines.append(Line("statement", "", where, name=text, chars=size(text)))
        elif walk.stage == "metadata" and words.metadata(text):
            walk.paragraph(text, where)
        else:
            walk.furniture(text, where, "subheading")

    def _section(self, role: Literal["category", "group"], code: str, opening: re.Match[str], where: str) -> None:
        text = opening.string
        self.walk.restart("preamble")
        self.walk.lines.append(Line(role, text[opening.end() :], where, entry=code, chars=size(text)))


def _entry_opening(element: etree._Element, text: str, words: Words) -> re.Match[str] | None:
    """The entry code at the head of a paragraph that is set as a heading: by its tag, or bold from end to end."""
    if not text[0].isdigit() or not (opening := words.entry.match(text)):
        return None
    if element.tag == "FP-2" or element.tag in _HEADINGS:
        return opening
    if len(element) != 1 or (element.text and not element.text.isspace()):
        return None
    bold = element[0]
    is_bold = (bold.tag == "B" or bold.get("T") == "04") and not any(map(str.isalpha, bold.tail or ""))
    return opening if is_bold else None
