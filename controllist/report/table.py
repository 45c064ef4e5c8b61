"""A comparison as CSV: a row for each change, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from controllist.changes.records import Change
from controllist.changes.words import evidence_line
from controllist.comparison import Comparison
from controllist.report.view import ALL, Wanted

HEAD = (
    "from", "to", "id", "kind", "effect", "old_code", "new_code", "old_cite", "new_cite", "old_id", "new_id",
    "matched_by", "score", "flags", "evidence",
)  # fmt: skip


def as_csv(comparison: Comparison, wanted: Wanted = ALL) -> str:
    """The changes asked for, then those that are carried (`flags` says so). Evidence is joined by ` | `."""
    return csv_of_all([comparison], wanted)


def csv_of_all(comparisons: Iterable[Comparison], wanted: Wanted = ALL) -> str:
    """Several comparisons under one head."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(HEAD)
    for comparison in comparisons:
        for change in (*comparison.changes, *comparison.carried):
            if wanted.takes(change):
                writer.writerow(_cells(comparison, change))
    return target.getvalue()


def _cells(comparison: Comparison, change: Change) -> list[str | float]:
    sides = [(side.code, side.cite, side.id) if side else ("", "", "") for side in (change.old, change.new)]
    return [
        f"{comparison.old.list}@{comparison.old.edition}",
        f"{comparison.new.list}@{comparison.new.edition}",
        change.id,
        change.kind,
        change.effect,
        *(value for pair in zip(*sides, strict=True) for value in pair),
        change.matched_by,
        change.score,
        " ".join(change.flags),
        " | ".join(evidence_line(one) for one in change.evidence),
    ]
