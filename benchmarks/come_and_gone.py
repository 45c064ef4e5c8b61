"""How right the verdicts are on items that stand in one of two editions alone, which were judged by reading.

A label names a list, two editions and a code that bears an item in force in one of them (`side`) and none in the other.
`kind` says what became of the item: `added` or `removed`; `elsewhere`, where its provision stands in the other edition
under other codes (`other`), perhaps changed, in a wider clause or divided; or `gap`, where one source plainly lost it.
`effect` says what that did to what is controlled. The labels were drawn by lot over all consecutive editions and judged
without any answer of the engine (labels/README.md tells more).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from controllist.changes.records import Change, Effect

LABELS = Path(__file__).resolve().parent / "labels" / "come-and-gone.jsonl"

Outcome = Literal["right", "unclear", "gap told", "wrong"]


class Label(msgspec.Struct, frozen=True, rename={"old": "from", "new": "to"}):
    """What became of one item by reading the two editions."""

    list: str
    old: str
    new: str
    code: str
    side: Literal["old", "new"]
    kind: Literal["added", "removed", "elsewhere", "gap"]
    effect: Effect
    how: str
    other: str = ""


class Judged(NamedTuple):
    """A label and the change that is told of the item; None where the two editions have it alike."""

    label: Label
    change: Change | None

    @property
    def outcome(self) -> Outcome:
        """Whether the change told agrees with the reader, says that it cannot tell, or is wrong."""
        effect = self.change.effect if self.change else "none"
        if self.change and "gap-in-source" in self.change.flags:
            return "gap told"
        if "unclear" in (effect, self.label.effect):
            return "unclear"
        return "right" if effect == self.label.effect else "wrong"


def labels() -> list[Label]:
    """The labels, in the order of their file."""
    return [msgspec.json.decode(line, type=Label) for line in LABELS.read_bytes().splitlines()]


def judged(wanted: Iterable[Label], changes: Callable[[str, str, str], Iterable[Change]]) -> list[Judged]:
    """Each label with the change told; `changes` gives those of a list between two of its editions."""
    told: dict[tuple[str, str, str], dict[tuple[str, str], Change]] = {}
    found = []
    for label in wanted:
        key = (label.list, label.old, label.new)
        if key not in told:
            told[key] = {}
            for change in changes(*key):
                told[key] |= {("old", change.old.id): change} if change.old else {}
                told[key] |= {("new", change.new.id): change} if change.new else {}
        found.append(Judged(label, told[key].get((label.side, label.code))))
    return found


def table(found: Iterable[Judged]) -> str:
    """How many labels of each kind were told right, wrong, not decided, or told as a gap of a source."""
    counts = Counter((one.label.kind, one.outcome) for one in found)
    rows = ["became         right  unclear  gap told  wrong"]
    for kind in ("added", "removed", "elsewhere", "gap"):
        right, unclear, gap, wrong = (counts[kind, told] for told in ("right", "unclear", "gap told", "wrong"))
        rows.append(f"{kind:12} {right:7} {unclear:8} {gap:9} {wrong:6}")
    return "\n".join(rows)
