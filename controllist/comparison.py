"""What changed between two editions: the structure that `diff`, the dataset and the pages share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from controllist.alignment.result import Undone
from controllist.changes.records import CHANGE_KINDS, Change, ChangeKind, FieldChange, RunnerUp, opposite
from controllist.model import EditionInfo, Node

Digests = tuple[Mapping[str, str], Mapping[str, str]]
"""Digests of the texts of both editions by node, for nodes whose words are not at hand."""


class Link(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A node's id in both editions, how it was recognised, and how alike its words are (0 to 1)."""

    old: str
    new: str
    matched_by: str
    score: float


class Division(msgspec.Struct, frozen=True, array_like=True):
    """One node whose words stand in several of the other edition; `share` is the part of its words found there."""

    whole: str
    parts: tuple[str, ...]
    share: float


class Comparison(msgspec.Struct, frozen=True):
    """What changed from one edition to another, in the new edition's order, what is gone last.

    `changes` stand in a node's own words or place. `carried` are items whose own words stand as they were, while a
    definition or note that governs them changed. `fields` are changes of what is stated beside the words (reasons for
    control, exceptions, marks). `splits` are old nodes with their new parts, `merges` new ones with their old parts.
    `undone` is what the budget cut off.
    """

    old: EditionInfo
    new: EditionInfo
    changes: tuple[Change, ...]
    carried: tuple[Change, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    links: tuple[Link, ...] = ()
    splits: tuple[Division, ...] = ()
    merges: tuple[Division, ...] = ()
    undone: tuple[Undone, ...] = ()

    @property
    def summary(self) -> dict[str, int]:
        """The number of changes of each kind."""
        counts = Counter(change.kind for change in self.changes)
        return {kind: counts[kind] for kind in CHANGE_KINDS}


def mirrored(comparison: Comparison) -> Comparison:
    """The comparison read backwards: what was added is removed, what tightened relaxes."""
    changes = (*comparison.changes, *comparison.carried)
    codes = {change.new.id: change.old.code for change in changes if change.old and change.new}
    ids = {link.new: link.old for link in comparison.links}
    return Comparison(
        old=comparison.new,
        new=comparison.old,
        changes=tuple(_mirrored_change(change) for change in comparison.changes),
        carried=tuple(_mirrored_change(change) for change in comparison.carried),
        fields=tuple(
            _mirrored_field(field, ids.get(field.id, field.id), codes.get(field.id, field.code))
            for field in comparison.fields
        ),
        links=tuple(Link(link.new, link.old, link.matched_by, link.score) for link in comparison.links),
        splits=comparison.merges,
        merges=comparison.splits,
        undone=comparison.undone,
    )


def _mirrored_change(change: Change) -> Change:
    kinds: dict[ChangeKind, ChangeKind] = {"added": "removed", "removed": "added"}
    rival = change.runner_up
    return msgspec.structs.replace(
        change,
        id=">".join(reversed(change.id.split(">"))),
        kind=kinds.get(change.kind, change.kind),
        effect=opposite(change.effect),
        old=change.new,
        new=change.old,
        evidence=tuple(
            msgspec.structs.replace(one, effect=opposite(one.effect), old=one.new, new=one.old)
            for one in change.evidence
        ),
        runner_up=RunnerUp(rival.id, "old" if rival.side == "new" else "new", rival.score) if rival else None,
    )


def _mirrored_field(field: FieldChange, ident: str, code: str) -> FieldChange:
    """The field's change read backwards, of the node with this id and code."""
    what = {"added": "removed", "removed": "added"}.get(field.what, field.what)
    return msgspec.structs.replace(field, id=ident, code=code, what=what, old=field.new, new=field.old)


def is_active(node: Node) -> bool:
    """Whether a node is an item in force."""
    return node.kind == "item" and node.status == "active"
