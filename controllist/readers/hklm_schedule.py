"""One schedule of the list in hklm: its headings, statements and entries, block by block."""

from __future__ import annotations

import re

import msgspec
from lxml import etree

from controllist.lines import Line, count_chars
from controllist.readers.hklm_blocks import Block, blocks_of, number_of
from controllist.readers.hklm_definitions import write_definitions
from controllist.readers.hklm_notes import Place, Writer
from controllist.readers.hklm_siblings import Siblings
from controllist.sources.scheme import Scheme


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `[readers.hklm]` may say; see the module `hklm`."""

    list: tuple[str, ...] = ()
    annotations: dict[str, str] = {}
    categories: dict[str, str] = {}
    parts: str = ""
    group: str = r"\d[A-E]"
    definitions: str = ""
    banners: tuple[str, ...] = ()


class ScheduleReader:
    """Reads a schedule of the list."""

    def __init__(self, schedule: str, scheme: Scheme, options: Options) -> None:
        self._schedule = schedule
        self._entry_pattern = scheme.codes.entry
        self._options = options
        self._writer = Writer(scheme.words)
        self._category = ""
        self._begun = False
        self._defining = False
        self._place = Place(schedule, loose=True)
        self._siblings = Siblings()

    def lines(self, element: etree._Element) -> list[Line]:
        """All lines of the schedule."""
        number = number_of(element)
        self._add_furniture("number of the schedule", Block(text=number, chars=count_chars(number)))
        for block in blocks_of(element):
            self._read(block)
        self._end()
        return self._writer.lines()

    def _read(self, block: Block) -> None:
        if block.about_all:
            self._end()
            self._add_furniture("history of the schedule", block)
        elif block.heading:
            self._read_heading(block)
        elif re.fullmatch(self._entry_pattern, block.label):
            self._read_entry(block)
        elif block.label and re.fullmatch(self._options.group, block.label):
            self._read_group(block)
        elif block.rows and self._defining:
            self._end()
            write_definitions(block, f"{self._schedule}, definitions", self._writer)
        elif block.italic.isupper() and not self._writer.role_of_head(block):
            self._read_statement(block)
        elif not self._begun and not block.label:
            self._add_furniture("head of the schedule", block)
        else:
            self._writer.put(block, self._place, self._siblings)

    def _read_heading(self, block: Block) -> None:
        if not block.text:
            self._writer.put(block, self._place, self._siblings)
            return
        if code := self._category_of(block.text):
            self._category = code
            self._enter(f"category {code}")
            title = re.sub(r"^(?:category|part)\s+\d+\W*", "", block.text, flags=re.IGNORECASE)
            self._add_category(block, title, code)
        elif self._category and self._options.parts and (part := re.match(self._options.parts, block.text)):
            code = f"{self._category[0]}P{part[1]}"
            self._enter(f"category {self._category[0]}, part {part[1]}")
            self._add_category(block, block.text[part.end() :].lstrip(" —–-:"), code)
        elif any(re.fullmatch(pattern, block.text, re.IGNORECASE) for pattern in self._options.banners):
            self._end()
            self._add_furniture("heading", block)
        else:
            self._read_statement(msgspec.structs.replace(block, italic=block.text))
            definitions = self._options.definitions
            self._defining = bool(definitions and re.fullmatch(definitions, block.text, re.IGNORECASE))

    def _category_of(self, heading: str) -> str:
        for pattern, code in self._options.categories.items():
            if match := re.match(pattern, heading, re.IGNORECASE):
                return match.expand(code)
        return ""

    def _read_group(self, block: Block) -> None:
        opening = self._writer.opening(block)
        self._enter(block.label)
        line = Line(
            "group", opening.text, self._place.where, entry=block.label, chars=opening.chars, marks=opening.marks
        )
        self._writer.add(line)
        for child in opening.rest:
            self._writer.put(child, self._place, self._siblings)

    def _read_statement(self, block: Block) -> None:
        title = block.italic
        self._enter(title[:60].rstrip(), loose=True)
        text = block.text[len(title) :].strip()
        line = Line("statement", text, self._place.where, name=title, chars=block.chars, marks=block.marks)
        self._writer.add(line)

    def _read_entry(self, block: Block) -> None:
        opening = self._writer.opening(block)
        self._enter(block.label, depth=0)
        line = Line(
            "item", opening.text, self._place.where, entry=block.label, depth=0, firm=True, chars=opening.chars,
            marks=opening.marks,
        )  # fmt: skip
        self._writer.add(line)
        self._siblings.last_text = opening.text
        for child in opening.rest:
            if child.heading or self._place.loose:  # a heading inside its element ends the entry
                self._read(child)
            else:
                self._writer.put(child, self._place, self._siblings)

    def _enter(self, where: str, *, depth: int | None = None, loose: bool = False) -> None:
        self._end()
        self._begun, self._defining = True, False
        self._place = Place(f"{self._schedule}, {where}", depth, loose=loose)

    def _end(self) -> None:
        self._writer.settle(self._place, self._siblings)
        self._siblings = Siblings()

    def _add_category(self, block: Block, title: str, code: str) -> None:
        line = Line("category", title, self._place.where, entry=code, chars=block.chars, marks=block.marks)
        self._writer.add(line)

    def _add_furniture(self, name: str, block: Block) -> None:
        line = Line("furniture", block.text, self._schedule, name=name, chars=block.chars, marks=block.marks)
        self._writer.add(line)
