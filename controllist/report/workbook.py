"""Reports as a workbook, for reading and filtering by hand: a sheet for the figures, one for each kind of finding."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import xlsxwriter

from controllist.changes.records import Change
from controllist.changes.words import evidence_line, field_words
from controllist.report.view import FLAG_WORDS, View, entry_of_change
from controllist.sources.captions import Captions

Cells = Sequence[str | float]

_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Stands in the file as the day it was made, so that the same report gives the same bytes."""
_LONGEST = 32_767
"""Characters of a cell; the format allows no more."""
_WIDTHS = {"evidence": 80, "caption": 40, "flags": 24, "was": 30, "is": 30, "label": 36, "matched by": 14}
_WIDTH = 12


class Sheet(NamedTuple):
    """A table of a workbook."""

    name: str
    head: tuple[str, ...]
    rows: Iterable[Cells]


def as_workbook(views: Sequence[View], captions: Captions) -> bytes:
    """The reports as one XLSX file, with no text of a list but what evidence quotes."""
    return workbook(
        (
            Sheet("summary", ("list", "from", "to", "label", "what", "which", "number"), _summary(views)),
            Sheet("changes", ("list", "to", "entry", "caption", "old code", "new code", "kind", "effect", "flags",
                              "evidence", "matched by", "alike"), _changes(views, captions)),
            Sheet("changed elsewhere", ("list", "to", "code", "effect", "evidence"), _carried(views)),
            Sheet("beside the words", ("list", "to", "code", "what", "was", "is"), _fields(views)),
        )
    )  # fmt: skip


def _summary(views: Iterable[View]) -> Iterator[Cells]:
    for view in views:
        new = view.comparison.new
        of = (new.list, view.comparison.old.edition, new.edition, new.label)
        yield from ((*of, "kind", kind, count) for kind, count in view.kinds.items())
        yield from ((*of, "effect", effect, count) for effect, count in view.effects.items())
        yield *of, "items", "changed elsewhere", len(view.comparison.carried)
        yield *of, "fields", "beside the words", len(view.fields)


def _changes(views: Iterable[View], captions: Captions) -> Iterator[Cells]:
    for view in views:
        new = view.comparison.new
        for change in view.comparison.changes:
            entry = entry_of_change(change)
            yield (
                new.list, new.edition, entry, captions.caption(new.list, entry), _code(change, "old"),
                _code(change, "new"), change.kind, change.effect,
                ", ".join(FLAG_WORDS.get(flag, flag) for flag in change.flags), _evidence(change),
                change.matched_by, change.score if change.matched_by else "",
            )  # fmt: skip


def _carried(views: Iterable[View]) -> Iterator[Cells]:
    for view in views:
        new = view.comparison.new
        for change in view.comparison.carried:
            yield new.list, new.edition, _code(change, "new"), change.effect, _evidence(change)


def _fields(views: Iterable[View]) -> Iterator[Cells]:
    for view in views:
        new = view.comparison.new
        for field in view.comparison.fields:
            plain = field_words(field) if field.note or not (field.old or field.new) else f"{field.field} {field.what}"
            yield new.list, new.edition, field.id, plain, field.old, field.new


def _code(change: Change, which: str) -> str:
    side = change.old if which == "old" else change.new
    return side.id if side else ""


def _evidence(change: Change) -> str:
    return " | ".join(evidence_line(one) for one in change.evidence)


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Sheets as an XLSX file: heads frozen and bold, rows filterable, cells text unless they are numbers."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"title": "controllist", "created": _MADE})
        bold = book.add_format({"bold": True})
        for name, head, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for at, title in enumerate(head):
                sheet.set_column(at, at, _WIDTHS.get(title, _WIDTH))
                sheet.write_string(0, at, title, bold)
            last = 0
            for last, row in enumerate(rows, 1):
                for at, cell in enumerate(row):
                    if isinstance(cell, str):
                        if cell:
                            sheet.write_string(last, at, cell[:_LONGEST])
                    else:
                        sheet.write_number(last, at, cell)
            sheet.autofilter(0, 0, last, len(head) - 1)
    return target.getvalue()
