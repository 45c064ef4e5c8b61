"""A comparison for the terminal: a summary, then the changes by category and entry, with redlines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from controllist.changes.words import evidence_line, field_line
from controllist.report.view import Row, Show, View, undone_line, verdict
from controllist.wording import marked

WIDTH = 110
"""Columns that a list of codes is folded to."""


def terminal_lines(view: View, show: Show = marked) -> Iterator[str]:
    """The report, line by line."""
    old, new = view.comparison.old, view.comparison.new
    yield f"{old.list}@{old.edition} {old.label} → {new.list}@{new.edition} {new.label}"
    yield ", ".join(f"{count} {kind}" for kind, count in view.kinds.items() if count) or "no change"
    if any(view.effects.values()):
        yield "effects: " + ", ".join(f"{count} {effect}" for effect, count in view.effects.items() if count)
    if view.comparison.carried:
        count = len(view.comparison.carried)
        yield f"{count} more items stand as they were, while a definition or note that governs them changed"
    if view.comparison.undone:
        yield undone_line(view)
    for category in view.categories:
        yield ""
        yield " ".join(part for part in ("Category" if category.code[:1].isdigit() else "", category.code) if part) + (
            f" {category.title}" if category.code else category.title
        )
        for entry in category.entries:
            if entry.code:
                yield f"  {entry.code}  {entry.caption}".rstrip()
            for row in entry.rows:
                yield from _row_lines(row, show)
    yield from _elsewhere(view)


def _row_lines(row: Row, show: Show) -> Iterator[str]:
    yield f"    {row.name}  {verdict(row.change)}"
    if row.runs:
        yield f"      {show(row.runs)}"
    for evidence in row.change.evidence:
        yield f"        {evidence_line(evidence)}"


def _elsewhere(view: View) -> Iterator[str]:
    if view.causes:
        yield ""
        yield "Governed by what changed elsewhere"
    for cause in view.causes:
        yield "  " + "; ".join(evidence_line(one) for one in cause.evidence)
        yield from textwrap.wrap(", ".join(cause.items), WIDTH, initial_indent="    ", subsequent_indent="    ")
    if view.fields:
        yield ""
        yield "Stated beside the words"
    for field in view.fields:
        yield f"  {field_line(field)}"
