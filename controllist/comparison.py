"""Two editions of one list compared: aligned, then each pair's change with its kind, effect and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from controllist.alignment import Alignment, Judgement, align
from controllist.changes.compare import Matched, changes_between
from controllist.changes.records import CHANGE_KINDS, Change, Evidence, change_id, side_of
from controllist.errors import WrongUse
from controllist.model import Edition


class Comparison(msgspec.Struct, frozen=True):
    """What changed from one edition to another, in the new edition's order, what is gone last."""

    old: Edition
    new: Edition
    alignment: Alignment
    changes: tuple[Change, ...]

    @property
    def own(self) -> tuple[Change, ...]:
        """The changes that stand in the item's own words or place."""
        return tuple(change for change in self.changes if "carried" not in change.flags)

    @property
    def carried(self) -> tuple[Change, ...]:
        """Items whose own words stand as they were, while a definition or note that governs them changed."""
        return tuple(change for change in self.changes if "carried" in change.flags)

    @property
    def summary(self) -> dict[str, int]:
        """The number of changes of each kind, those that are carried apart."""
        counts = Counter(change.kind for change in self.own)
        return {**{kind: counts[kind] for kind in CHANGE_KINDS}, "carried": len(self.carried)}


Digests = tuple[Mapping[str, str], Mapping[str, str]]
"""Digests of the texts of both editions by node, for nodes whose words are not at hand."""


def compare(
    old: Edition, new: Edition, judgements: Sequence[Judgement] = (), digests: Digests | None = None
) -> Comparison:
    """The changes from `old` to `new`. Raises `WrongUse` where the two have no code in common."""
    _refuse_strangers(old, new)
    alignment = align(old.nodes, new.nodes, judgements, digests=digests)
    matched = [Matched(pair.old, pair.new, pair.matched_by, round(pair.score, 4)) for pair in alignment.pairs]
    matched += [Matched(None, node) for node in alignment.added]
    matched += [Matched(node, None) for node in alignment.removed]
    rank = {node.id: at for at, node in enumerate(new.nodes)}
    gone = {node.id: len(rank) + at for at, node in enumerate(old.nodes)}
    matched.sort(key=lambda pair: rank[pair.new.id] if pair.new else gone[pair.old.id] if pair.old else 0)
    found = {change.id: change for change in changes_between(old.nodes, new.nodes, matched)}
    for pair in matched if digests else ():
        known = found.get(change_id(pair.old, pair.new))
        if _differs_unread(pair, digests) and (known is None or known.kind in ("renumbered", "moved") or known.flags):
            found[change_id(pair.old, pair.new)] = _unread_change(pair, known)
    order = (change_id(pair.old, pair.new) for pair in matched)
    return Comparison(old, new, alignment, tuple(found[ident] for ident in order if ident in found))


def _differs_unread(pair: Matched, digests: Digests | None) -> bool:
    """Whether two texts differ of which at least one is not on this machine."""
    if not (digests and pair.old and pair.new) or (pair.old.text and pair.new.text):
        return False
    return digests[0].get(pair.old.id) != digests[1].get(pair.new.id)


def _unread_change(pair: Matched, known: Change | None) -> Change:
    reason = Evidence("wording", "unclear", note="the words differ; the texts are not on this machine")
    return Change(
        change_id(pair.old, pair.new), "rescoped", "unclear", side_of(pair.old), side_of(pair.new),
        pair.matched_by, pair.score, (reason, *(known.evidence if known else ())),
    )  # fmt: skip


def _refuse_strangers(old: Edition, new: Edition) -> None:
    codes = [{node.code for node in edition.nodes if node.kind == "item"} for edition in (old, new)]
    if not codes[0] & codes[1]:
        names = " and ".join(f"{edition.info.list}@{edition.info.edition}" for edition in (old, new))
        raise WrongUse(f"{names} have no code in common: these lists number differently and cannot be compared by diff")


def comparison_shape(comparison: Comparison, wanted: Callable[[Change], bool]) -> dict[str, Any]:
    """A comparison in `diff --json`, with the changes that are wanted."""
    return {
        "from": f"{comparison.old.info.list}@{comparison.old.info.edition}",
        "to": f"{comparison.new.info.list}@{comparison.new.info.edition}",
        "summary": comparison.summary,
        "changes": [msgspec.to_builtins(change) for change in comparison.own if wanted(change)],
        "carried": [msgspec.to_builtins(change) for change in comparison.carried if wanted(change)],
    }
