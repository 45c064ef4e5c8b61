"""How right the effects are on pairs of real texts that were judged by reading them.

A label names a list, two editions and a code, and says the kind and the effect that one reading found in a redline of
the two texts, without the items below; `how` says when it was judged (labels/README.md tells more). The rules were
tuned on `labels/effects.jsonl`. The labels of `labels/effects-blind.jsonl` were judged without any answer of the
engine; the rules were worked on with those of half of its pairs. The other half (`came_later` tells which) was first
measured unseen: 0.57 of its rescopes were decided, and 8 of 382 verdicts were wrong (7 where the reader saw no effect).
Then that half was worked on, too.

The labels of `labels/effects-second.jsonl` are a fresh draw over all consecutive editions, judged without the engine's
answers. At first sight 29 of its 65 rescopes (0.45) were decided, 8 of 227 verdicts were wrong, and 91 of 162 pairs
without effect were told to have none. Then its rescopes were looked at, too.

Those of `labels/effects-third.jsonl` were drawn likewise after that, and judged while the rules grew. At first sight 36
of its 60 rescopes (0.60) were decided, 6 of 266 verdicts were wrong (2 none where the reader saw an effect, 4 effects
where the reader saw none), and 127 of 206 pairs without effect were told to have none.

Those of `labels/effects-fourth.jsonl` are items alone, drawn likewise after that, without differences of mere spelling.
At first sight 59 of its 97 rescopes (0.61) were decided, 13 of 280 verdicts were wrong (1 in the
opposite direction, 1 of two ways, 1 none where the reader saw an effect, 10 effects where the reader saw none), and 114
of 183 pairs without effect were told to have none. Then they were worked on, too.

Those of `labels/effects-fifth.jsonl` were drawn like the fourth after that. At first sight 50 of its 65 rescopes (0.77)
were decided, 9 of 171 verdicts were wrong (none in the opposite direction: 1 of one way where the reader saw two, 8
effects where the reader saw none), and 71 of 106 pairs without effect were told to have none. Then the wrong verdicts
and the undecided rescopes were looked at.

Those of `labels/effects-sixth.jsonl` were drawn likewise after that. At first sight 37 of its 56 rescopes (0.66) were
decided, 6 of 149 verdicts were wrong (none in the opposite direction: 2 none where the reader saw an effect, 4 effects
where the reader saw none), and 65 of 92 pairs without effect were told to have none. Then its undecided rescopes were
worked on, too.

Those of `labels/effects-seventh.jsonl` are of pairs of editions two apart, too, whose changes add up. At first sight 19
of its 38 rescopes (0.50) were decided, 1 of 139 verdicts was wrong (an effect where the reader saw none), and 76 of 101
pairs without effect were told to have none: that is what unseen pairs may expect. Then they were worked on, too.

Those of `labels/effects-eighth.jsonl` are of pairs two to ten editions apart, judged with both whole editions at hand.
At first sight 29 of its 49 rescopes (0.59) were decided, 2 of 112 verdicts were wrong (1 in the opposite direction, 1
none where the reader saw an effect), and 48 of 63 pairs without effect were told to have none. The two wrong ones were
mended in general, and the undecided rescopes were looked at.

A hundred labels (the 73 that were disputed, and 27 by lot of those that nobody disputed) were judged anew with both
whole editions at hand, blind; `first` keeps what the redline alone had said, and the table's last row counts by it.

Each pair is the one that was read, so that only kind and effect are measured here. What surrounds it is aligned as
in any comparison: a reference may follow its item to another code.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from controllist.alignment import align
from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.kinds import kind_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import ChangeKind, Effect
from controllist.model import Edition

FOLDER = Path(__file__).resolve().parent / "labels"
DRAWS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
"""The blind draws after the first, as their files and groups are named."""
LABELS = tuple(FOLDER / f"effects{name}.jsonl" for name in ("", "-blind", *(f"-{draw}" for draw in DRAWS)))


class Label(msgspec.Struct, frozen=True, rename={"old": "from", "new": "to"}):
    """What was found of one pair of texts by reading it."""

    list: str
    old: str
    new: str
    code: str
    kind: ChangeKind
    effect: Effect
    how: str
    new_code: str = ""
    """The item's code in the newer edition, where it is another."""
    disputed: str = ""
    """Why another reader may judge otherwise: such a label counts in the table, but holds nobody to it."""
    first: str = ""
    """Kind and effect as first found in the redline alone, where a reading of both whole editions found otherwise."""

    @property
    def group(self) -> str:
        """Whether the rules were tuned on this label, worked on with it, or worked on with it later."""
        if self.how.startswith(DRAWS):
            return self.how.partition(":")[0]
        if not self.how.startswith("blind"):
            return "tuned"
        return "worked on later" if came_later(self) else "worked on"

    def as_first_given(self) -> Label:
        """The label before it was judged anew, or itself."""
        if not self.first:
            return self
        kind, effect = self.first.split(", ")
        return msgspec.convert({**msgspec.to_builtins(self), "kind": kind, "effect": effect, "first": ""}, Label)


def came_later(label: Label) -> bool:
    """Whether a label's pair of editions was measured unseen, before the rules were worked on with it."""
    return hashlib.sha256(f"{label.list}{label.old}{label.new}".encode()).digest()[-1] % 2 == 0


class Judged(NamedTuple):
    """A label and what the engine says of the same pair."""

    label: Label
    kind: ChangeKind | None
    effect: Effect

    @property
    def is_wrong_way(self) -> bool:
        """Whether the engine states another effect than the reader, where both state one."""
        return self.label.effect != "unclear" and self.effect not in (self.label.effect, "unclear")


def labels(paths: Sequence[Path] = LABELS) -> list[Label]:
    """The labels of some files."""
    return [msgspec.json.decode(line, type=Label) for path in paths for line in path.read_bytes().splitlines()]


def judged(wanted: Iterable[Label], edition: Callable[[str, str], Edition]) -> list[Judged]:
    """Each label with the engine's verdict; `edition` gives the edition of a list and date, with its texts."""
    grounds: dict[tuple[str, str, str], Editions] = {}
    found = []
    for label in wanted:
        key = (label.list, label.old, label.new)
        if key not in grounds:
            old, new = edition(label.list, label.old), edition(label.list, label.new)
            partner = {pair.old.id: pair.new.id for pair in align(old.nodes, new.nodes).pairs}
            grounds[key] = Editions(Tree(old.nodes), Tree(new.nodes), partner)
        ground = grounds[key]
        before, after = ground.old.by_id.get(label.code), ground.new.by_id.get(label.new_code or label.code)
        evidence = evidence_of(before, after, ground)
        found.append(Judged(label, kind_of(before, after, evidence, ground), effect_of(evidence)))
    return found


GROUPS = ("tuned", "worked on", "worked on later", *(f"{draw} blind" for draw in DRAWS))


def table(found: Iterable[Judged]) -> str:
    """The figures of each group of labels."""
    judged = list(found)
    rows = ["labels          pairs  decidable  decided  share  of rescopes  wrong way  claims where none was read"]
    groups = {name: [one for one in judged if one.label.group == name] for name in GROUPS}
    groups |= {"together": judged, "undisputed": [one for one in judged if not one.label.disputed]}
    groups["as first given"] = [one._replace(label=one.label.as_first_given()) for one in judged]
    for name, group in groups.items():
        decidable = [one for one in group if one.label.effect != "unclear"]
        rescopes = [one for one in decidable if one.label.effect != "none"]
        decided, of_rescopes = _decided(decidable), _decided(rescopes)
        claims = sum(1 for one in group if one.label.effect == "unclear" and one.effect != "unclear")
        rows.append(
            f"{name:15} {len(group):5} {len(decidable):10} {decided:8} {decided / max(1, len(decidable)):6.2f}"
            f" {of_rescopes / max(1, len(rescopes)):12.2f} {sum(one.is_wrong_way for one in group):10} {claims:6}"
        )
    kinds = Counter((one.label.kind, one.kind) for one in judged)
    rows.append("kinds: " + ", ".join(f"{wanted} → {got}: {count}" for (wanted, got), count in kinds.most_common()))
    return "\n".join(rows)


def _decided(found: Iterable[Judged]) -> int:
    return sum(1 for one in found if one.effect != "unclear")
