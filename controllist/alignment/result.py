"""What an alignment says."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from controllist.model import Node

MatchedBy = Literal["judgement", "identical", "text", "code", "siblings", "moved", "number"]
Work = Literal["judgement", "identical", "text", "code", "siblings", "moved", "number", "splits"]
Side = Literal["old", "new"]


class Rival(msgspec.Struct, frozen=True, gc=False):
    """The best other partner that was weighed for either node of a pair: `id` stands in the edition named by `side`."""

    id: str
    side: Side
    score: float


class Pair(msgspec.Struct, frozen=True, gc=False):
    """One item in both editions: how it was recognised, how alike its words are (0 to 1), and what came second."""

    old: Node
    new: Node
    matched_by: MatchedBy
    score: float
    runner_up: Rival | None = None

    @property
    def mirrored(self) -> Pair:
        """The pair seen from the other edition."""
        rival = self.runner_up
        if rival is not None:
            rival = Rival(rival.id, "old" if rival.side == "new" else "new", rival.score)
        return Pair(self.new, self.old, self.matched_by, self.score, rival)


class Split(msgspec.Struct, frozen=True):
    """One old item whose words stand in several new ones. `share` is the part of its words that is found in them."""

    old: Node
    new: tuple[Node, ...]
    share: float


class Merge(msgspec.Struct, frozen=True):
    """Several old items whose words stand in one new one. `share` is the part of its words that is found in them."""

    old: tuple[Node, ...]
    new: Node
    share: float


class Undone(msgspec.Struct, frozen=True):
    """Work left undone because there was too much of it: in which pass, where, and how many comparisons it wanted."""

    work: Work
    where: str
    comparisons: int


class Alignment(msgspec.Struct, frozen=True, dict=True):
    """Two editions node by node. Every node stands in exactly one of `pairs`, `removed` or `added`, `numbers_…`.

    `numbers_dropped` and `numbers_reserved` are the reserved numbers without a partner: they never held an item.
    `splits` and `merges` say of some of the pairs, removed and added where their words went.
    """

    pairs: tuple[Pair, ...]
    removed: tuple[Node, ...]
    added: tuple[Node, ...]
    splits: tuple[Split, ...] = ()
    merges: tuple[Merge, ...] = ()
    numbers_dropped: tuple[Node, ...] = ()
    numbers_reserved: tuple[Node, ...] = ()
    comparisons: int = 0
    undone: tuple[Undone, ...] = ()

    @property
    def budget_exceeded(self) -> bool:
        """Whether work was left undone; then `undone` says which."""
        return bool(self.undone)

    @cached_property
    def new_of(self) -> dict[str, Node]:
        """The new node of each old id that has one."""
        return {pair.old.id: pair.new for pair in self.pairs}

    @cached_property
    def old_of(self) -> dict[str, Node]:
        """The old node of each new id that has one."""
        return {pair.new.id: pair.old for pair in self.pairs}

    def parent_kept(self, pair: Pair) -> bool:
        """Whether a pair stands under the same item in both editions; its code may differ."""
        if not pair.old.parent or not pair.new.parent:
            return pair.old.parent == pair.new.parent
        partner = self.new_of.get(pair.old.parent)
        return partner is not None and partner.id == pair.new.parent

    @property
    def mirrored(self) -> Alignment:
        """The alignment seen from the other edition."""
        return Alignment(
            pairs=tuple(pair.mirrored for pair in self.pairs),
            removed=self.added,
            added=self.removed,
            splits=tuple(Split(merge.new, merge.old, merge.share) for merge in self.merges),
            merges=tuple(Merge(split.new, split.old, split.share) for split in self.splits),
            numbers_dropped=self.numbers_reserved,
            numbers_reserved=self.numbers_dropped,
            comparisons=self.comparisons,
            undone=self.undone,
        )
