"""Everything that the dataset keeps of one mirror, from its editions and the regime's."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.history.pairs import PairRecord
from controllist.mirrors.adoption import adoptions
from controllist.mirrors.correspondence import Verdict, correspondences
from controllist.mirrors.gaps import gap_rows
from controllist.mirrors.linking import links_of
from controllist.mirrors.marks import credits_of
from controllist.mirrors.records import Adoption, MirrorRecords
from controllist.mirrors.rules import MirrorRules
from controllist.mirrors.said import Mirror
from controllist.mirrors.traced import Traced, resembled
from controllist.mirrors.updates import kinds_of, updates_by_editions, updates_by_marks


def seen_since(mirrors: Sequence[Traced], rules: MirrorRules) -> str:
    """The day from which on a mirror's adoptions are seen: its first edition's, or its oldest dated instrument's."""
    return min(rules.instruments.values(), default=mirrors[0].in_force)


def first_told(regimes: Sequence[Traced], mirrors: Sequence[Traced], rules: MirrorRules) -> str:
    """The edition of the regime from which on all changes tell something; of older ones a mirror only shows that they
    are in. It is the one that the mirror's first edition resembles, and none that came after adoptions are seen.
    """
    day = seen_since(mirrors, rules)
    before = max((each.date for each in regimes if each.date <= day), default=regimes[0].date)
    return min(before, resembled(mirrors[0], regimes, rules).date)


def worth_keeping(adoptions_: Sequence[Adoption], since: str) -> tuple[Adoption, ...]:
    """The adoptions that tell something: of older changes than `since` only those that are dated, or not adopted."""
    return tuple(
        each for each in adoptions_
        if each.regime_edition >= since or each.days is not None or each.after or each.status in ("pending", "ahead")
    )  # fmt: skip


def records_of_mirror(
    regimes: Sequence[Traced], mirrors: Sequence[Traced], rules: MirrorRules, *,
    regime_changes: Sequence[PairRecord], mirror_changes: Sequence[PairRecord] = (), verdicts: Sequence[Verdict] = (),
    missing: Sequence[str] = (),
) -> MirrorRecords:  # fmt: skip
    """The records of one mirror; editions oldest first, with their texts.

    `missing` are the days of the regime's editions that are not at hand. Where the mirror's provisions bear the marks
    of instruments, these date them; else its editions do.
    """
    found = correspondences(regimes, mirrors, rules, verdicts)
    links = links_of(found)
    mirror = Mirror(regimes, mirrors, links, rules)
    marked = bool(rules.instruments)
    credits_ = credits_of(mirror) if marked else None
    updates = (
        updates_by_marks(mirror, credits_, kinds_of(regimes, regime_changes), missing) if credits_ is not None
        else updates_by_editions(mirror, mirror_changes)
    )  # fmt: skip
    return MirrorRecords(
        found, adoptions(mirror, regime_changes, missing, credits_),
        gap_rows(regimes[-1], mirrors[-1], links, rules), updates,
    )  # fmt: skip
