"""hklm's table of defined terms: one row a term, with where it is used and what it is called in the other language."""

from __future__ import annotations

import re

from controllist.lines import Line
from controllist.readers.hklm_blocks import Block, Cell, all_chars, all_marks, merged
from controllist.readers.hklm_notes import Place, Writer
from controllist.readers.hklm_siblings import Siblings
from controllist.typography import folded

_HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_FIRST_HAN = re.compile(f"[{_HAN}]")
_THROUGH_LAST_HAN = re.compile(rf".*[{_HAN}][^A-Za-z—–]*?(?=$|[A-Za-z—–]|\s)", re.DOTALL)
_QUOTES = str.maketrans("", "", "“”\"")


def write_definitions(table: Block, where: str, writer: Writer) -> None:
    """Write every row: a definition, or the continuation of the one before it."""
    place, siblings = Place(where, loose=True), Siblings()
    spent = 0
    for row in table.rows:
        spent += sum(all_chars(cell.blocks) for cell in row)
        *uses, body = row
        blocks = body.blocks
        if blocks and _names_term(blocks[0]):
            writer.settle(place, siblings)
            name = term_and_rest(blocks[0].text)[0]
            place, siblings = Place(f"{where}, {name[:60]}", loose=True), Siblings()
            _write_definition(uses, blocks, place, siblings, writer)
        else:
            for block in (*(run for cell in uses for run in cell.blocks), *blocks):
                writer.put(block, place, siblings)
    writer.settle(place, siblings)
    if table.chars > spent:
        writer.add(Line("furniture", where=where, name="between rows", chars=table.chars - spent))


def _names_term(block: Block) -> bool:
    return (bool(block.terms) and block.text.startswith(("“", '"'))) or bool(
        re.match(r"“[^”]+”", block.text) and _FIRST_HAN.search(block.text)
    )


def term_and_rest(head: str) -> tuple[str, str, str]:
    """A term as printed in a definition's head, its name in the other language, and what follows both.

    >>> term_and_rest("“Teapot” (metal) (茶壺) (金屬)—see “Kettle”")
    ('Teapot (metal)', '(茶壺) (金屬)', '—see “Kettle”')
    """
    han = _FIRST_HAN.search(head)
    if not han:
        term, dash, rest = head.partition("—")
        return folded(term.translate(_QUOTES)), "", folded(dash + rest)
    cut = _outermost_open(head, han.start())
    through = _THROUGH_LAST_HAN.match(head, cut)
    end = through.end() if through else len(head)
    return folded(head[:cut].translate(_QUOTES)), folded(head[cut:end]), folded(head[end:])


def _outermost_open(text: str, at: int) -> int:
    """Position of the outermost bracket that is still open at `at`, or `at` itself."""
    opened: list[int] = []
    for index, char in enumerate(text[:at]):
        if char == "(":
            opened.append(index)
        elif char == ")" and opened:
            opened.pop()
    return opened[0] if opened else at


def _write_definition(
    uses: list[Cell], blocks: tuple[Block, ...], place: Place, siblings: Siblings, writer: Writer
) -> None:
    head, rest = blocks[0], blocks[1:]
    term, other, text = term_and_rest(head.text)
    chars, marks = head.chars, head.marks
    if rest and not (rest[0].label or rest[0].rows or writer.role_of_head(rest[0])):
        text = folded(f"{text} {rest[0].text}")
        chars, marks = chars + rest[0].chars, merged(marks, rest[0].marks)
        rest = rest[1:]
    writer.add(Line("definition", text, place.where, name=term, chars=chars, marks=marks))
    siblings.last_text = text
    for block in rest:
        writer.put(block, place, siblings)
    writer.settle(place, siblings)
    where_used = folded(" ".join(cell.text for cell in uses))
    if where_used or other:
        marks = tuple(mark for cell in uses for mark in all_marks(cell.blocks))
        chars = sum(all_chars(cell.blocks) for cell in uses)
        line = Line("table", where=place.where, bound=True, rows=((where_used, other),), chars=chars, marks=marks)
        writer.add(line)
