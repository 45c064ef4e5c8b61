"""A schedule in hklm that says something about the list's items by naming them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from controllist.codes import canonical, entry_of, labels_of
from controllist.lines import Line, count_chars
from controllist.model import Mark
from controllist.readers.hklm_blocks import Block, blocks_of, number_of
from controllist.sources.scheme import Scheme
from controllist.typography import folded

_CATEGORY = re.compile(r"\bCategory\s+(\d)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:to|–|-)\s*")
_LABELS = r"(?:\((?:[a-z]{1,2}|\d{1,3})\))*"


def annotation_lines(element: etree._Element, name: str, entries: tuple[str, ...], scheme: Scheme) -> Iterator[Line]:
    """The schedule's clauses: an annotation for every item that one names, furniture where it names none."""
    schedule = number_of(element)
    yield Line("furniture", schedule, schedule, name=f"outside the list: {schedule}", chars=count_chars(schedule))
    codes = re.compile(rf"(?<![0-9A-Za-z])(?:{scheme.codes.entry}){_LABELS}(?![0-9A-Za-z])")
    for place, block in _runs(blocks_of(element), schedule):
        named = _quoted_items(block.text, codes, entries) or _items_of_category(block.text, entries)
        if not named:
            yield Line(
                "furniture", block.text, place, name=f"outside the list: {schedule}", chars=block.chars,
                marks=block.marks,
            )  # fmt: skip
        chars, marks = block.chars, block.marks
        for code, quoted in named:
            yield Line(
                "annotation", quoted, place, entry=entry_of(code), labels=labels_of(code), name=name, chars=chars,
                marks=marks,
            )  # fmt: skip
            chars = 0


def _runs(blocks: tuple[Block, ...], place: str) -> Iterator[tuple[str, Block]]:
    """Every run of text with its place; a number counts with the first run after it."""
    for block in blocks:
        if not block.label:
            yield place, block
            continue
        inner = f"{place}, {block.label.rstrip('.')}" if place[-1] != ")" else place + block.label
        own, marks = block.chars, block.marks
        for at, run in _runs(block.children, inner):
            yield at, _with(run, own, marks)
            own, marks = 0, ()
        if own:
            yield inner, Block(chars=own, marks=marks)


def _with(block: Block, chars: int, marks: tuple[Mark, ...]) -> Block:
    return Block(text=block.text, chars=block.chars + chars, marks=(*block.marks, *marks))


def _quoted_items(text: str, codes: re.Pattern[str], entries: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each code that a clause names, with the words about it: from the code to the next one."""
    found = list(codes.finditer(text))
    following_each = [*found[1:], None]
    items: list[tuple[str, str]] = []
    for match, following in zip(found, following_each[: len(found)], strict=True):
        code = canonical(match[0])
        end = following.start() if following else match.end()
        between = text[match.end() : end]
        quoted = re.sub(r"(?:\s*[,;]|\s+and|\s+or)+$", "", folded(text[match.start() : end]))
        items.append((code, quoted))
        if following and _RANGE.fullmatch(between):
            items += [(entry, quoted) for entry in _strictly_between(code, canonical(following[0]), entries)]
    return items


def _strictly_between(first: str, last: str, entries: tuple[str, ...]) -> tuple[str, ...]:
    if first in entries and last in entries:
        return entries[entries.index(first) + 1 : entries.index(last)]
    return ()


def _items_of_category(text: str, entries: tuple[str, ...]) -> list[tuple[str, str]]:
    quoted = re.sub(r"[\s;,.]+(?:and|or)?\s*$", "", text)
    digits = {match[1] for match in _CATEGORY.finditer(text)}
    return [(entry, quoted) for entry in entries if entry[0] in digits]
