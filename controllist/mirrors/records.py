"""The records of the mirrors as the dataset keeps them: `correspondences.jsonl`, `adoptions.jsonl`, `gaps.jsonl`.

They are facts: codes, dates, limits and spans of a few words, never a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

Relation = Literal["same", "part", "whole", "derived"]
"""The mirror's item says what the regime's says; a part of it; that and more; or it took it over in another form."""

AdoptionStatus = Literal["adopted", "pending", "ahead", "not-applicable", "unknown"]
GapStatus = Literal["aligned", "differs", "missing", "extra", "unknown"]
Stricter = Literal["mirror", "regime", "neither", "unclear"]
What = Literal["added", "changed", "repealed", "renumbered", "reworded"]
ProofType = Literal["text", "threshold", "reference", "chemical", "wording", "code", "presence", "mark", "reason"]


class Correspondence(msgspec.Struct, frozen=True, omit_defaults=True):
    """A node of the regime and the mirror's node that answers it, both named by their lineages.

    `score` is how alike their words are in the editions `at` (the regime's, the mirror's), or, for `part` and `whole`,
    the share of the smaller that stands in the larger. One regime item may have several parts.
    """

    regime: str
    mirror: str
    relation: Relation
    matched_by: str
    score: float
    at: tuple[str, str]


class Proof(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a verdict rests on: a limit, a reference, a few words that the mirror shares with one state, not another.

    `old` and `new` are the regime's before and after, `mirror` is what the mirror says, `note` a reason in words.
    """

    type: ProofType
    old: str = ""
    new: str = ""
    mirror: str = ""
    note: str = ""


class Adoption(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one change of the regime in one mirror.

    `change` is the change's id between the regime's editions `regime_from` and `regime_edition`. `after` is the last
    mirror edition that says the old, `by` the first that says the new; without `after` it is known only that the new
    stood there by then. `days` run from the regime's document date to the day `by` took force; `days_least` is given
    where mirror editions may be missing between `after` and `by`: the true lag lies between the two.
    """

    change: str
    code: str
    kind: str
    effect: str
    regime_from: str
    regime_edition: str
    mirror: str
    status: AdoptionStatus
    mirror_code: str = ""
    instrument: str = ""
    after: str = ""
    by: str = ""
    days: int | None = None
    days_least: int | None = None
    evidence: tuple[Proof, ...] = ()

    @property
    def edition(self) -> str:
        """The first mirror edition that shows the change."""
        return self.by


class Difference(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing in which a mirror's item differs from the regime's, and who controls more by it."""

    type: str
    stricter: Stricter
    parameter: str = ""
    regime: str = ""
    mirror: str = ""
    note: str = ""


class GapRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """One item of the regime and of the mirror, side by side. `origin` tags a mirror's item of another origin."""

    code: str
    mirror_code: str
    status: GapStatus
    stricter: Stricter
    differences: tuple[Difference, ...] = ()
    origin: str = ""
    id: str = ""
    mirror_id: str = ""


class Provision(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an instrument did to one provision; `regime_edition` brought what the provision says since."""

    code: str
    id: str
    what: What
    regime_edition: str = ""
    days: int | None = None
    evidence: tuple[Proof, ...] = ()


class Update(msgspec.Struct, frozen=True, omit_defaults=True):
    """One instrument and the provisions that it touched. `base` is the newest regime edition it brought in full."""

    instrument: str
    in_force: str
    provisions: tuple[Provision, ...]
    base: str = ""


class Shared(msgspec.Struct, frozen=True, omit_defaults=True):
    """A national control that several lists hold, none of them from the regime: list id, edition, node id of each."""

    items: tuple[tuple[str, str, str], ...]
    score: float
    evidence: tuple[Proof, ...] = ()


class Median(msgspec.Struct, frozen=True, omit_defaults=True):
    """The days by which half of the changes are adopted, by Kaplan and Meier, with a confidence interval.

    None where fewer than half are adopted yet, or where the interval is open. `adopted` and `pending` are the numbers
    of changes that it rests on; those of no known day are left out. Where editions of the mirror may be missing, `days`
    takes each change for adopted as late as the editions allow, and `least` is the median if all were adopted as early.
    """

    adopted: int
    pending: int
    days: int | None = None
    low: int | None = None
    high: int | None = None
    least: int | None = None


class Medians(msgspec.Struct, frozen=True):
    """The medians of one mirror's lag; adoptions are seen since `since`, pending changes were observed until `until`.

    Changes of the regime's editions before `since` are in `by_edition` alone. `from_edition` are the medians of changes
    of an edition and those after it; `effects_by_edition` and `effects_from_edition` are by edition, then by effect.
    """

    since: str
    until: str
    all: Median
    by_edition: dict[str, Median]
    by_category: dict[str, Median]
    by_effect: dict[str, Median]
    effects_by_edition: dict[str, dict[str, Median]] = {}
    from_edition: dict[str, Median] = {}
    effects_from_edition: dict[str, dict[str, Median]] = {}


def counted(rows: Iterable[GapRow]) -> dict[str, int]:
    """How many rows of each status there are; items of other origins are not counted."""
    found: dict[str, int] = {}
    for row in rows:
        if not row.origin:
            found[row.status] = found.get(row.status, 0) + 1
    return found


class MirrorRecords(NamedTuple):
    """A mirror's correspondences, what became of every change of the regime in it, its gaps to the newest edition of
    the regime, and what each of its instruments did."""

    correspondences: tuple[Correspondence, ...]
    adoptions: tuple[Adoption, ...]
    gaps: tuple[GapRow, ...]
    updates: tuple[Update, ...]
