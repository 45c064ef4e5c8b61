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
from collections.abc import Iterator

import msgspec
from lxml import etree

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData, count_chars
from controllist.readers.ecfr_entry import Walk, size
from controllist.readers.ecfr_markup import inline_text, parse_xml
from controllist.readers.ecfr_words import Words
from controllist.sources.scheme import Scheme

READER = "ecfr 1"

_HEADINGS = frozenset({"HD1", "HD2", "HD3", "HD4"})
_BLOCKS = frozenset({"NOTE", "DIV", "TABLE", "EXTRACT"})
_EDITORIAL = frozenset({"CITA", "EDNOTE", "XREF", "SOURCE", "AUTH", "APPRO", "FTNT"})
_DATE = re.compile(r"/on/(\d{4}-\d{2}-\d{2})/")


class _Block(msgspec.Struct, frozen=True, gc=False):
    """One child of the appendix: its tag, its text where it is a paragraph, and the entry it opens, if any."""

    tag: str
    text: str
    element: etree._Element
    entry: str = ""
    heading: str = ""


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of the list in one eCFR file (a title, a part, or the appendix alone).

    Raises `WrongUse` for anything else.
    """
    if len(sources) != 1:
        raise WrongUse(f"an edition in eCFR XML is one file, not {len(sources)}; give the file of the appendix alone")
    source = sources[0]
    words = Words(scheme)
    appendix = _appendix(parse_xml(source.data, source.name), words, source.name)
    blocks = list(_blocks(appendix, words))
    if not any(block.entry for block in blocks):
        raise WrongUse(f"{source.name}: no entry code stands at the head of a paragraph; is this {scheme.short}?")
    lines = _lines(blocks, words)
    chars = count_chars(str(etree.tostring(appendix, method="text", encoding="unicode", with_tail=False)))
    date = _DATE.search(appendix.get("hierarchy_metadata", ""))
    return Reading(tuple(lines), chars, {"date": date[1]} if date else {}, READER)


def _appendix(root: etree._Element, words: Words, name: str) -> etree._Element:
    divisions = [d for d in root.iter("DIV9") if words.appendix.match(d.get("N", ""))]
    if len(divisions) == 1:
        return divisions[0]
    if divisions:
        raise WrongUse(f"{name}: {len(divisions)} divisions are named like the list; give a file of one date")
    held = ", ".join(repr(d.get("N", "")) for d in root.iter("DIV9")) or f"a <{etree.QName(root).localname}> document"
    raise WrongUse(f"{name}: this is no eCFR XML of the list (it holds {held}); fetch the appendix from the eCFR")


def _blocks(appendix: etree._Element, words: Words) -> Iterator[_Block]:
    for element in appendix:
        tag = str(element.tag)
        if tag in _BLOCKS:
            if tag == "EXTRACT":
                yield from _blocks(element, words)
            else:
                yield _Block(tag, "", element)
            continue
        text = inline_text(element)
        if text[:1].isdigit() and text[1:2].isalpha() and _may_open_entry(tag, element):
            if opening := words.entry.match(text):
                yield _Block(tag, text, element, opening[1], text[opening.end() :])
                continue
        yield _Block(tag, text, element)


def _may_open_entry(tag: str, element: etree._Element) -> bool:
    """Whether a paragraph that begins with a code is set as a heading: a heading's tag, or bold from end to end."""
    if tag == "FP-2" or tag in _HEADINGS:
        return True
    if len(element) != 1 or (element.text and not element.text.isspace()):
        return False
    bold = element[0]
    return (bold.tag == "B" or bold.get("T") == "04") and not any(map(str.isalpha, bold.tail or ""))


def _lines(blocks: list[_Block], words: Words) -> list[Line]:
    walk = Walk(words)
    category = ""
    for at, block in enumerate(blocks):
        tag, text, element = block.tag, block.text, block.element
        where = f"line {element.sourceline}"
        if block.entry:
            walk.restart("metadata", _items_ahead(blocks, at, words))
            walk.lines.append(
                Line("item", block.heading, where, entry=block.entry, depth=0, firm=True, chars=size(text))
            )
        elif tag == "NOTE":
            walk.note(element, where)
        elif tag in ("DIV", "TABLE"):
            walk.table(element, where)
        elif tag in _EDITORIAL:
            walk.furniture(text, where, "editorial")
        elif tag == "HEAD":
            walk.furniture(text, where, "title")
        elif tag in _HEADINGS:
            category = _heading(walk, words, text, where, category)
        elif tag == "FP-2" and (name := words.statement(text)):
            walk.restart("annex")
            walk.lines.append(Line("statement", text, where, name=name, chars=size(text)))
        else:
            walk.paragraph(text, where)
    return walk.lines


def _items_ahead(blocks: list[_Block], at: int, words: Words) -> bool:
    """Whether the entry that opens at `at` has the words that open its list of items."""
    for block in blocks[at + 1 :]:
        if block.entry:
            return False
        if block.text[:1] in "Ii" and words.items.match(block.text):
            return True
    return False


def _heading(walk: Walk, words: Words, text: str, where: str, category: str) -> str:
    """Add the lines of a heading; the category that is open after it."""
    if opening := words.category.match(text):
        category = opening[1]
        walk.restart("preamble")
        walk.lines.append(Line("category", text[opening.end() :], where, entry=category, chars=size(text)))
    elif category and (opening := words.part.match(text)):
        walk.restart("preamble")
        code = f"{category}P{opening[1]}"
        walk.lines.append(Line("category", text[opening.end() :], where, entry=code, chars=size(text)))
    elif category and (opening := words.group.match(text)):
        walk.restart("preamble")
        code = category + opening[1]
        walk.lines.append(Line("group", text[opening.end() :], where, entry=code, chars=size(text)))
    elif words.annex.match(text):
        walk.restart("annex")
        walk.lines.append(Line("statement", "", where, name=text, chars=size(text)))
    elif walk.stage == "metadata" and words.metadata(text):
        walk.paragraph(text, where)
    else:
        walk.furniture(text, where, "subheading")
    return category
