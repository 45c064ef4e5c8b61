"""Passes that compare nothing: equal subtrees and equal words are known by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from controllist.alignment.forest import LABELLED, ROOT, Tree, places_of
from controllist.alignment.matching import Matching

TELLING = 40
"""A subtree of so many characters that stands once in either edition is the same wherever it stands; fewer may be
said of two things (`Aluminium;`). Without words a node counts for a quarter and each of its figures for half."""


def pair_unique_subtrees(matching: Matching) -> None:
    """Pair the largest subtrees that stand once in each edition, and let them speak for what is above them."""
    old, new = matching.old, matching.new
    most = max([*old.subtree, *new.subtree, 0])
    places_old = places_of(old.subtree, old.numbered, most)
    places_new = places_of(new.subtree, new.numbered, most)
    paired_below: dict[tuple[int, int], int] = {}
    for at in old.numbered:  # parents stand before their children: the largest come first
        value = old.subtree[at]
        to = places_new[value]
        if to < 0 or places_old[value] != at or at in matching.new_of or to in matching.old_of:
            continue
        if old.reserved[at] or not _is_telling(old, at) or not _control_alike(matching, at, to):
            continue
        if _stands_in_its_place(old, at, new, to) or _stands_in_its_place(new, to, old, at):
            continue
        size = matching.pair_subtrees(at, to)
        above = old.parent[at], new.parent[to]
        paired_below[above] = paired_below.get(above, 0) + size
    for (at, to), count in paired_below.items():
        matching.vote(at, to, count)


def _control_alike(matching: Matching, at: int, to: int) -> bool:
    """Whether two nodes control things of one sort; what kept its number does."""
    return matching.old.ids[at] == matching.new.ids[to] or matching.control_alike(at, to)


def _stands_in_its_place(tree: Tree, at: int, other: Tree, to: int) -> bool:
    """Whether a node of one edition, equal to another one elsewhere, stands in its own place in that edition too, with
    the same letters and figures: a full stop that became a semicolon, and what stands elsewhere is a copy of it."""
    here = other.position.get(tree.ids[at], to)
    return here != to and _parent_id(tree, at) != _parent_id(other, to) and _is_set_otherwise(tree, at, other, here)


def _parent_id(tree: Tree, at: int) -> str:
    above = tree.parent[at]
    return "" if above == ROOT else tree.ids[above]


def _is_set_otherwise(old: Tree, at: int, new: Tree, to: int) -> bool:
    """Whether two nodes, with all that stands below them, have the same letters and figures, whatever the marks."""
    below, there = old.children[at], new.children[to]
    return (
        old.family[at] == new.family[to]
        and len(below) == len(there)
        and _letters(old.said(at)) == _letters(new.said(to))
        and all(map(_is_set_otherwise, repeat(old), below, repeat(new), there))
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _is_telling(tree: Tree, at: int) -> bool:
    node = tree.nodes[at]
    if len(node.text) >= TELLING:
        return True
    weight = len(node.text) if tree.has_texts else (TELLING // 4) * (1 + 2 * len(node.thresholds + node.cas))
    return weight >= TELLING or (weight + sum(1 + len(tree.nodes[c].text) for c in tree.children[at])) >= TELLING


def pair_reserved(matching: Matching, free_old: Iterable[int], free_new: Iterable[int]) -> None:
    """Pair the numbers kept empty under one parent: they have nothing but their label."""
    labels = {matching.new.nodes[to].label: to for to in free_new if matching.new.reserved[to]}
    for at in free_old:
        if matching.old.reserved[at]:
            to = labels.get(matching.old.nodes[at].label)
            if to is not None and matching.may_pair(at, to):
                matching.pair(at, to, "identical", 1.0)


def pair_identical_siblings(matching: Matching, free_old: Sequence[int], free_new: Sequence[int]) -> None:
    """Pair children of one pair of parents that are the same with all that stands below them."""
    for at, to in _equal(matching, free_old, free_new, matching.old.subtree, matching.new.subtree):
        matching.pair_subtrees(at, to)


def pair_equal_texts(matching: Matching, free_old: Sequence[int], free_new: Sequence[int]) -> None:
    """Pair children of one pair of parents that say the same, but not all that stands below them.

    Words that say little (`Having any of the following:`) need the same label or something in common below.
    """
    for at, to in _equal(matching, free_old, free_new, matching.old.content, matching.new.content):
        old, new = matching.old.nodes[at], matching.new.nodes[to]
        is_bare = not matching.old.children[at] and not matching.new.children[to]
        is_named = old.kind in LABELLED or len(old.text) >= TELLING
        if is_bare or is_named or old.label == new.label or matching.votes[at, to]:
            matching.pair(at, to, "text", 1.0)


def _equal(
    matching: Matching, free_old: Sequence[int], free_new: Sequence[int], old_number: list[int], new_number: list[int]
) -> list[tuple[int, int]]:
    """Pairs of one number. Among several: what is paired below decides, then the same label, then the order."""
    places: dict[int, list[int]] = {}
    for to in free_new:
        if not matching.new.reserved[to] and to not in matching.old_of:
            places.setdefault(new_number[to], []).append(to)
    seekers: dict[int, list[int]] = {}
    for at in free_old:
        if old_number[at] in places and not matching.old.reserved[at] and at not in matching.new_of:
            seekers.setdefault(old_number[at], []).append(at)
    found: list[tuple[int, int]] = []
    for number, olds in seekers.items():
        news = places[number]
        for chosen in (_by_votes, _by_label, _by_order):
            pairs = chosen(matching, olds, news)
            found += pairs
            olds = [at for at in olds if at not in {pair[0] for pair in pairs}]
            news = [to for to in news if to not in {pair[1] for pair in pairs}]
            if not olds or not news:
                break
    return [pair for pair in found if matching.may_pair(*pair)]


def _by_votes(matching: Matching, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    if len(olds) == len(news) == 1:
        return [(olds[0], news[0])]
    ranked = sorted(
        ((matching.votes[at, to], at, to) for at in olds for to in news if (at, to) in matching.votes),
        key=lambda found: (-found[0], *found[1:]),
    ) if matching.votes and len(olds) * len(news) <= 10_000 else []
    taken: dict[int, int] = {}
    for _, at, to in ranked:
        if at not in taken and to not in taken.values():
            taken[at] = to
    return list(taken.items())


def _by_label(matching: Matching, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    labels = {matching.new.nodes[to].label: to for to in reversed(news)}
    found: dict[int, int] = {}
    for at in olds:
        to = labels.pop(matching.old.nodes[at].label, None)
        if to is not None:
            found[at] = to
    return list(found.items())


def _by_order(matching: Matching, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    return list(zip(olds, news, strict=False))
