"""A comparison for the terminal: a summary, then the changes by category and entry, with redlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from controllist.changes.records import Change, Evidence
from controllist.codes import entry_of
from controllist.comparison import Comparison
from controllist.model import Node
from controllist.wording import Op, marked, redline

Runs = tuple[tuple[Op, str], ...]
Show = Callable[[Runs], str]
"""Shows a redline: what was taken out, put in, and kept."""


def report_lines(comparison: Comparison, wanted: Callable[[Change], bool], show: Show = marked) -> Iterator[str]:
    """The report, line by line."""
    old, new = comparison.old.info, comparison.new.info
    yield f"{old.list}@{old.edition} {old.label} -> {new.list}@{new.edition} {new.label}"
    yield ", ".join(f"{count} {kind}" for kind, count in comparison.summary.items() if count) or "no change"
    if comparison.alignment.budget_exceeded:
        parts = (f"{undone.where or 'whole list'} ({undone.work})" for undone in comparison.alignment.undone)
        yield "The work was cut short; these parts were not compared: " + ", ".join(parts)
    before = {node.id: node for node in comparison.old.nodes}
    after = {node.id: node for node in comparison.new.nodes}
    changes = [change for change in comparison.own if wanted(change)]
    for entry, group in groupby(changes, key=_entry_of_change):
        yield ""
        yield entry or "Definitions and general notes"
        for change in group:
            old_node = before.get(change.old.id) if change.old else None
            new_node = after.get(change.new.id) if change.new else None
            yield from _change_lines(change, old_node, new_node, show)


def _entry_of_change(change: Change) -> str:
    side = change.new or change.old
    return entry_of(side.id.partition("/")[0]) if side and not side.id.startswith(("def/", "statement/")) else ""


def _change_lines(change: Change, old: Node | None, new: Node | None, show: Show) -> Iterator[str]:
    names = [side.id for side in (change.old, change.new) if side]
    name = " -> ".join(dict.fromkeys(names))
    yield f"  {name}  {change.kind}, {change.effect}"
    if text := _text(change, old, new, show):
        yield f"    {text}"
    for evidence in change.evidence:
        yield f"      {_evidence_line(evidence)}"


def _text(change: Change, old: Node | None, new: Node | None, show: Show) -> str:
    if change.kind in ("renumbered", "moved"):
        return ""
    if old and new and old.text and new.text:
        return show(redline(_line(old), _line(new)))
    node = new or old
    return show((("+" if node is new else "-", _line(node)),)) if node and node.text else ""


def _line(node: Node) -> str:
    return " ".join(node.text.split())


def _evidence_line(evidence: Evidence) -> str:
    sides = f"{evidence.old} -> {evidence.new}" if evidence.old or evidence.new else ""
    parts = [evidence.type, evidence.parameter, sides, evidence.note, f"({evidence.effect})"]
    return " ".join(part for part in parts if part)
