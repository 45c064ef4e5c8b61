"""Items that were moved and rewritten at once, and headings that took the code of what stands below them now.

Two passes at the end, with subtrees compared (`Fitting`). Among leftovers, a pair is made if it fits well and clearly
better than any other of either node. A pair whose words were rewritten yields to a free item above, below or beside
it that fits much better: `1A001.a Kettles of brass` became `1A001.a.1` under a new heading `1A001.a Vessels`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from controllist.alignment.disjoint import without_disjoint
from controllist.alignment.fitting import Fitting
from controllist.alignment.forest import ROOT, Tree
from controllist.alignment.matching import Matching
from controllist.alignment.result import Rival, Side
from controllist.alignment.siblings import descend
from controllist.codes import entry_of
from controllist.wording import conjunction

ENOUGH_FIT = 0.58
"""Fit at which two leftovers are the same."""
ENOUGH_AFAR = 0.64
"""The same for leftovers of two entries."""
SOME_LIKENESS = 0.3
"""Likeness of their own words below which two nodes without children are not asked how they fit."""
CLEAR_LEAD = 0.1
"""By so much must it be more than that of any other partner."""
ENOUGH_TO_YIELD = 0.4
"""Fit from which on a pair yields to another one near by."""
KEPT = 0.9
"""A pair whose words are alike to this degree yields to nobody."""
WITHOUT_SUBJECT = 0.8
"""What a pair's fit is worth where the one does not name what the other begins with."""
SPREAD = 0.05
"""No more of an item's words may stand in the other parts of a heading, if one part is to be the item."""
OWN_TELLING = 0.45
"""The share of telling words that two headings left over must have in common themselves, if they say any."""
KNOWN = 1.9
"""So much must the words tell that two leftovers have in common."""

AND = ("and", "und", "et")
"""Conjunctions of conditions that hold together."""


def pair_rewritten(matching: Matching, fitting: Fitting, likely: Sequence[tuple[int, int]]) -> None:
    """Pair items left over that fit well, and clearly better than any others, among likely pairs."""
    family = matching.old.family
    free = [(at, to) for at, to in likely if family[at] == "item" and matching.may_pair(at, to)]
    wanted = {pair for pair in _with_headings(matching, free) if matching.may_pair(*pair) and _may_fit(matching, *pair)}
    if not _affords(matching, len(wanted), "leftovers"):
        return
    scores = {pair: fitting.fit(*pair) for pair in wanted}
    for at, to in without_disjoint(matching, {pair: scores[pair] for pair in _clearly_best(matching, scores)}):
        if not matching.may_pair(at, to) or not _is_known(matching, fitting, at, to):
            continue
        matching.pair(at, to, "moved", matching.comparing.similarity(at, to) or 0.0)
        descend(matching, at, to)


def _is_known(matching: Matching, fitting: Fitting, at: int, to: int) -> bool:
    """Whether two nodes have enough in common that tells, themselves too, and one names what the other begins with."""
    if fitting.told_in_common(at, to) < KNOWN:
        return False
    if not (fitting.names("old", at, to) or fitting.names("new", at, to)):
        return False
    if not matching.old.items_below(at) or not matching.new.items_below(to):
        return True  # words that the one says itself may stand in the other's parts
    introduces = not fitting.says_something("old", at) or not fitting.says_something("new", to)
    return introduces or matching.comparing.telling(at, to) >= OWN_TELLING


def _may_fit(matching: Matching, at: int, to: int) -> bool:
    """Whether two nodes have some words in common, or items below them that may have."""
    known = matching.comparing.known(at, to)
    is_leaf = not matching.old.children[at] and not matching.new.children[to]
    return known is None or known >= SOME_LIKENESS or not is_leaf


def _with_headings(matching: Matching, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs, and each node with the free parent of its likely partner."""
    for at, to in pairs:
        yield at, to
        above_old, above_new = matching.old.parent[at], matching.new.parent[to]
        if above_new != ROOT and above_new not in matching.old_of:
            yield at, above_new
        if above_old != ROOT and above_old not in matching.new_of:
            yield above_old, to


def _clearly_best(matching: Matching, scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs that fit and lead all others of either node by far; what stands above or below a node is no rival."""
    of_old: dict[int, list[tuple[float, int]]] = {}
    of_new: dict[int, list[tuple[float, int]]] = {}
    for (at, to), score in scores.items():
        of_old.setdefault(at, []).append((score, to))
        of_new.setdefault(to, []).append((score, at))
    found = []
    for (at, to), score in scores.items():
        enough = ENOUGH_FIT if _in_one_entry(matching, at, to) else ENOUGH_AFAR
        leads = score >= enough and _leads(matching.new, score, to, of_old[at])
        if leads and _leads(matching.old, score, at, of_new[to]):
            found.append((at, to))
    return sorted(found)


def _in_one_entry(matching: Matching, at: int, to: int) -> bool:
    return entry_of(matching.old.nodes[at].code) == entry_of(matching.new.nodes[to].code)


def _leads(tree: Tree, score: float, place: int, others: list[tuple[float, int]]) -> bool:
    lines = {tree.parent[place], *tree.children[place]}
    return all(
        other == place or found <= score - (0.0 if other in lines else CLEAR_LEAD) for found, other in others
    )


def settle_headings(matching: Matching, fitting: Fitting) -> None:
    """Let rewritten pairs yield to free items near by that fit better."""
    rewritten = [
        (at, matching.new_of[at]) for at, (by, score, _) in matching.how.items()
        if score < KEPT and by != "judgement" and matching.old.nodes[at].kind == "item"
    ]
    for at, to in sorted(rewritten):
        if matching.new_of.get(at) == to:
            _settle(matching, fitting, at, to)


def _settle(matching: Matching, fitting: Fitting, at: int, to: int) -> None:
    found = [pair for pair in _others(matching, at, to) if _may_replace(matching, fitting, (at, to), pair)]
    if not found or not _affords(matching, len(found) + 1, matching.old.nodes[at].id):
        return
    best, pair = max((fitting.fit(*pair), pair) for pair in found)
    side: Side = "old" if pair[0] == at else "new"
    now = fitting.fit(at, to) * (1.0 if fitting.names(side, at, to) else WITHOUT_SUBJECT)
    if best < max(ENOUGH_TO_YIELD, now + CLEAR_LEAD):
        return
    rival = Rival(matching.new.nodes[to].id, "new", round(matching.how[at][1], 4))
    if side == "new":
        rival = Rival(matching.old.nodes[at].id, "old", rival.score)
    matching.part(at)
    matching.pair(*pair, "moved", matching.comparing.similarity(*pair) or 0.0, rival)
    descend(matching, *pair)


def _others(matching: Matching, at: int, to: int) -> Iterator[tuple[int, int]]:
    """Pairs of either node with a free item below or above its partner, or with one that has its id."""
    for other in _near(matching.new, to, matching.old.nodes[at].id):
        if other not in matching.old_of:
            yield at, other
    for other in _near(matching.old, at, matching.new.nodes[to].id):
        if other not in matching.new_of:
            yield other, to


def _near(tree: Tree, place: int, ident: str) -> list[int]:
    found = dict.fromkeys([*tree.items_below(place), tree.parent[place], tree.position.get(ident, ROOT)])
    return [at for at in found if at not in (ROOT, place)]


def _may_replace(matching: Matching, fitting: Fitting, pair: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one pair may yield to another: the item must be named there, and not be its heading that it was.

    A heading that opens as the item did, and its part does not, or that says all that the item said, is the item; so
    is one whose parts share what the item said.
    """
    old, new = matching.old, matching.new
    nodes = old.nodes[other[0]], new.nodes[other[1]]
    if nodes[0].kind != "item" or nodes[1].kind != "item" or "reserved" in (nodes[0].status, nodes[1].status):
        return False
    if other in matching.forbidden or not matching.control_alike(*other):
        return False
    side: Side = "old" if other[0] == pair[0] else "new"
    if _took_the_children(matching, fitting, *other):
        return True
    if not fitting.names(side, *other):
        return False
    tree, heading, part = (new, pair[1], other[1]) if side == "old" else (old, pair[0], other[0])
    if tree.parent[part] != heading:
        return True
    comparing = matching.comparing
    if comparing.is_part(*pair) or (comparing.opens_alike(*pair) and not comparing.opens_alike(*other)):
        return False
    return fitting.spread(side, pair[side == "new"], heading, part) <= SPREAD


def _took_the_children(matching: Matching, fitting: Fitting, at: int, to: int) -> bool:
    """Whether the items below two nodes, several at least, are all paired with one another, and both nodes tell of
    something: a mere introduction (`having any of the following`) goes along with its items anywhere. One of several
    conditions that hold together is not the item that has them."""
    if _is_joined(matching.old, at) or _is_joined(matching.new, to):
        return False
    old, new = matching.old.items_below(at), matching.new.items_below(to)
    if len(old) != len(new) or len(old) < 2 or {matching.new_of.get(child) for child in old} != {*new}:
        return False
    return fitting.says_something("old", at) and fitting.says_something("new", to)


def _is_joined(tree: Tree, at: int) -> bool:
    """Whether an `and` stands between a node and the item beside it, before or behind."""
    beside = tree.items_below(tree.parent[at]) if tree.parent[at] != ROOT else [at]
    place = beside.index(at)
    return any(conjunction(tree.nodes[_last(tree, one)].text) in AND for one in beside[max(place - 1, 0) : place + 1])


def _last(tree: Tree, at: int) -> int:
    """The last item below a node, whose end is its end."""
    while below := tree.items_below(at):
        at = below[-1]
    return at


def _affords(matching: Matching, comparisons: int, where: str) -> bool:
    if not matching.comparing.affords(comparisons, "moved", where):
        return False
    matching.comparing.made += comparisons
    return True
