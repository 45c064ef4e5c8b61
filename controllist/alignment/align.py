"""The passes in their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import compress, count, repeat

from controllist.alignment.citing import follow_goods
from controllist.alignment.comparing import Comparing
from controllist.alignment.conditions import part_strays, uncross
from controllist.alignment.divisions import divisions
from controllist.alignment.explaining import pair_explaining, pair_numbered_pointers, pair_pointers
from controllist.alignment.fitting import Fitting
from controllist.alignment.forest import ROOT, Tree, number_contents, tree_of
from controllist.alignment.identical import pair_unique_subtrees
from controllist.alignment.judgements import Judgement
from controllist.alignment.kept_codes import pair_kept_codes
from controllist.alignment.matching import IDENTICAL, Matching
from controllist.alignment.moves import pair_moved, pair_same_codes
from controllist.alignment.pointers import Pointer, follow_pointers, gathered, pair_pointed_at
from controllist.alignment.result import Alignment, Merge, Pair, Split
from controllist.alignment.rewritten import pair_rewritten, settle_headings
from controllist.alignment.siblings import descend
from controllist.alignment.tables import pair_tables
from controllist.alignment.unchanged import unchanged_subtrees
from controllist.errors import WrongUse
from controllist.model import Node

Digests = tuple[Mapping[str, str], Mapping[str, str]]
"""Fingerprints of the old and of the new nodes' texts by id, made alike on both sides; a missing one is no text."""


def align(
    old: Sequence[Node],
    new: Sequence[Node],
    judgements: Sequence[Judgement] = (),
    *,
    digests: Digests | None = None,
    budget: int | None = None,
) -> Alignment:
    """Pair the nodes of two editions. The answer is the same, mirrored, when the editions are exchanged.

    `judgements` are those of this pair of editions. `digests` serve where the nodes carry no texts. `budget` is the
    number of comparisons that may be made, by default in proportion to the nodes; what it cuts off is in `undone`.
    Raises `WrongUse` where a judgement names a node that is not there.
    """
    if _stands_second(old, new):
        turned = [Judgement(j.to_edition, j.from_edition, j.new, j.old, j.same, j.reason) for j in judgements]
        other = (digests[1], digests[0]) if digests else None
        return _aligned(new, old, turned, other, budget).mirrored
    return _aligned(old, new, judgements, digests, budget)


def _stands_second(old: Sequence[Node], new: Sequence[Node]) -> bool:
    """One direction is always computed, the other mirrored: ties then fall alike. Any fixed order of editions does."""
    for a, b in zip(old, new, strict=False):
        if a != b:
            return (a.id, a.label, a.text, repr(a)) > (b.id, b.label, b.text, repr(b))
    return len(old) > len(new)


def _aligned(
    old: Sequence[Node], new: Sequence[Node], judgements: Sequence[Judgement], digests: Digests | None,
    budget: int | None,
) -> Alignment:
    trees = tree_of(old), tree_of(new)
    decided = [(_position(trees[0], j, j.old), _position(trees[1], j, j.new), j.same) for j in judgements]
    judged = {at for at, _, _ in decided}, {to for _, to, _ in decided}
    unchanged = unchanged_subtrees(*trees, judged) if not digests else []
    number_contents(*trees, digests, judged, unchanged)
    comparing = Comparing(*trees, budget)
    matching = Matching(*trees, comparing, {(at, to) for at, to, same in decided if not same})
    for olds, news in unchanged:
        matching.settle(olds, news)
    same = [(at, to) for at, to, same in decided if same]
    for at, to in same:
        score = comparing.similarity(at, to)
        matching.pair(at, to, "judgement", score if score is not None else 0.0)
        matching.vote(trees[0].parent[at], trees[1].parent[to], 1)
    pair_unique_subtrees(matching)
    pointers = follow_pointers(matching)
    for at, to in [(ROOT, ROOT), *same]:
        descend(matching, at, to)
    weighed = pair_moved(matching)
    pair_pointed_at(matching, pointers)
    fitting = Fitting(matching)
    pair_rewritten(matching, fitting, weighed)
    recoded = matching.recoded()
    uncross(matching, recoded)
    part_strays(matching, recoded)
    follow_goods(matching, recoded)
    pair_same_codes(matching)
    pair_kept_codes(matching)
    settle_headings(matching, fitting)
    pair_explaining(matching, weighed)
    pair_tables(matching)
    pair_pointers(matching)
    pair_numbered_pointers(matching)
    return _result(matching, pointers)


def _position(tree: Tree, judgement: Judgement, ident: str) -> int:
    if ident not in tree.position:
        raise WrongUse(
            f"judgement {judgement.old} / {judgement.new} ({judgement.from_edition} to {judgement.to_edition}): "
            f"{ident} is not in that edition; correct or remove the judgement"
        )
    return tree.position[ident]


def _result(matching: Matching, pointers: list[Pointer]) -> Alignment:
    old, new = matching.old, matching.new
    new_of, old_of = matching.new_of, matching.old_of
    olds, news = old.nodes, new.nodes
    places = sorted(new_of)[1:]  # behind `ROOT`
    partners = map(news.__getitem__, map(new_of.__getitem__, places))
    pairs = [*map(Pair, map(olds.__getitem__, places), partners, *map(repeat, IDENTICAL))]
    for at, (by, score, rival) in matching.how.items():  # all others are of identical subtrees
        pairs[bisect_left(places, at)] = Pair(olds[at], news[new_of[at]], by, round(score, 4), rival)
    gone, come = matching.left()
    splits = [*divisions(matching, old_is_whole=True), *gathered(matching, pointers, old_is_whole=True)]
    merges = [*divisions(matching, old_is_whole=False), *gathered(matching, pointers, old_is_whole=False)]
    return Alignment(
        pairs=tuple(pairs),
        removed=tuple(old.nodes[at] for at in gone),
        added=tuple(new.nodes[to] for to in come),
        splits=tuple(Split(old.nodes[d.whole], tuple(new.nodes[p] for p in d.parts), d.share) for d in splits),
        merges=tuple(Merge(tuple(old.nodes[p] for p in d.parts), new.nodes[d.whole], d.share) for d in merges),
        numbers_dropped=tuple(old.nodes[at] for at in compress(count(), old.reserved) if at not in new_of),
        numbers_reserved=tuple(new.nodes[to] for to in compress(count(), new.reserved) if to not in old_of),
        comparisons=matching.comparing.made,
        undone=matching.comparing.undone,
    )
