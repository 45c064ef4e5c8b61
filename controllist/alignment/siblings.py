"""From matched parents down to their children: equal ones first, then the best assignment within each gap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from controllist.alignment.assignment import assign
from controllist.alignment.candidates import likely_partners
from controllist.alignment.disjoint import without_disjoint
from controllist.alignment.forest import LABELLED, ROOT
from controllist.alignment.identical import pair_equal_texts, pair_identical_siblings, pair_reserved
from controllist.alignment.matching import Matching
from controllist.alignment.result import MatchedBy, Rival, Side

SAME_LABEL = 0.1
"""What the same number under the same parent adds to likeness."""
ENOUGH = 0.6
"""Likeness at which two children of one parent are the same whatever their numbers."""
ENOUGH_WITH_LABEL = 0.4
"""Likeness (without the addition) at which a child that kept its number is the same."""
ENOUGH_FOR_ENTRY = 0.25
"""The same for an entry: its number is hardly ever given to another subject, and its heading is often rewritten."""
ENOUGH_TELLING = 0.5
"""The share of telling words that a child which did not keep its number must have in common with what it was."""
PART = 0.3
"""Likeness at which it is asked whether a child says a part of what it was, or it said a part of what it is."""
TELLING_WITH_LABEL = 0.2
"""The same for a child that kept its number: more than the words in which every clause is put."""
UNFOLDED = 0.8
"""A child that kept its number is the same where this share of its words went to its new children, or came from them,
or where it says all it said and more, or now says a part of it."""
ENOUGH_UNDER_ANOTHER_NAME = 6
"""A definition or heading of fewer words is never recognised under another name: `EBU` is not `EU`."""
ANOTHER_STATEMENT = 0.4
"""Likeness below which two statements of one heading (`Annex`) yield to any that say what they said."""
ALMOST_EQUAL = 0.9
"""In a large group a child that kept its number and so much of its words is taken without weighing others."""
PASSED_OVER = 40
"""A group of more new nodes in which some old ones have no likely partner is reported as not compared in full."""
FLOOR = 0.35
"""Likeness that speaks for nothing."""
WEIGHED_ALL = 1_500
"""Groups of up to so many possible pairs are weighed pair by pair; in larger ones only likely partners are."""


def descend(matching: Matching, at: int, to: int) -> None:
    """Pair what stands below a matched pair of nodes, level by level."""
    waiting = [(at, to)]
    while waiting:
        pair = waiting.pop()
        _pair_children(matching, *pair)
        for child in matching.old.below(pair[0]):
            partner = matching.new_of.get(child)
            if partner is None or matching.old.subtree[child] == matching.new.subtree[partner]:
                continue
            if matching.new.parent[partner] == pair[1] and matching.old.children[child]:
                waiting.append((child, partner))


def _pair_children(matching: Matching, at: int, to: int) -> None:
    free_old, free_new = matching.free_below(at, to)
    if not free_old or not free_new:
        return
    pair_reserved(matching, free_old, free_new)
    pair_identical_siblings(matching, free_old, free_new)
    pair_equal_texts(matching, free_old, free_new)
    if not all(_free_items(matching, at, to)):
        return
    where = matching.old.nodes[at].id if at != ROOT else ""
    last: tuple[list[int], list[int]] = ([], [])
    for gap in _gaps(matching, at, to):
        if all(gap):
            last = gap
            _pair_best(matching, *gap, where)
    rest = _free_items(matching, at, to)
    if all(rest) and rest != last:
        _pair_best(matching, *rest, where)


def _free_items(matching: Matching, at: int, to: int) -> tuple[list[int], list[int]]:
    free_old, free_new = matching.free_below(at, to)
    return (
        [child for child in free_old if not matching.old.reserved[child]],
        [child for child in free_new if not matching.new.reserved[child]],
    )


def _gaps(matching: Matching, at: int, to: int) -> Iterator[tuple[list[int], list[int]]]:
    """The unmatched children between matched ones that stand in the same order in both editions.

        old   a=A   b    c=B   d        gaps: (b | C), (d | E, F)
        new   A=a   C    B=c   E   F
    """
    old_below, new_below = matching.old.below(at), matching.new.below(to)
    place = {child: number for number, child in enumerate(new_below)}
    matched = [
        (number, place[matching.new_of[child]])
        for number, child in enumerate(old_below)
        if matching.new_of.get(child) in place
    ]
    edges = [(-1, -1), *_rising(matched), (len(old_below), len(new_below))]
    for (old_start, new_start), (old_end, new_end) in pairwise(edges):
        olds = old_below[old_start + 1 : old_end]
        news = new_below[new_start + 1 : new_end]
        if olds and news:
            yield (
                [child for child in olds if child not in matching.new_of and not matching.old.reserved[child]],
                [child for child in news if child not in matching.old_of and not matching.new.reserved[child]],
            )


def _rising(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of matched children that kept their order; the others moved among their siblings."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(places):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    found = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(places[number])
        number = before[number]
    return found[::-1]


def _pair_best(matching: Matching, olds: list[int], news: list[int], where: str) -> None:
    """Pair the children of one gap: those that kept number and words in a large one, then the best assignment."""
    if len(olds) * len(news) > WEIGHED_ALL:
        olds, news = _pair_almost_equal(matching, olds, news, where)
    likeness: dict[tuple[int, int], float] = {}
    if len(olds) * len(news) <= WEIGHED_ALL:
        wanted: Iterable[tuple[int, int]] = [(at, to) for at in olds for to in news]
    else:
        wanted = list(likely_partners(matching, olds, news))
        passed_over = len({*olds} - {at for at, _ in wanted})
        if passed_over and len(news) > PASSED_OVER:  # nodes without a word that few others have
            matching.comparing.leave(passed_over * len(news), "siblings", where)
    wanted = [pair for pair in wanted if matching.may_pair(*pair)]
    if not matching.comparing.affords(len(wanted), "siblings", where):
        return
    for pair in wanted:
        found = _likeness(matching, *pair)
        if found is not None:
            likeness[pair] = found
    choose(matching, without_disjoint(matching, likeness), wanted, "siblings")


def _pair_almost_equal(matching: Matching, olds: list[int], news: list[int], where: str) -> tuple[list[int], list[int]]:
    """Pair children that kept their number and nearly all their words; what is left of both."""
    by_label = {matching.new.nodes[to].label: to for to in news}
    if matching.comparing.affords(min(len(olds), len(news)), "code", where):
        for at in olds:
            to = by_label.get(matching.old.nodes[at].label)
            if to is None or not matching.may_pair(at, to):
                continue
            score = matching.comparing.similarity(at, to)
            if score is not None and max(score, matching.shared_below(at, to)) >= ALMOST_EQUAL:
                matching.pair(at, to, "code", score)
    return [at for at in olds if at not in matching.new_of], [to for to in news if to not in matching.old_of]


def _likeness(matching: Matching, at: int, to: int) -> float | None:
    """How much speaks for a pair of siblings; None where too little does."""
    old, new = matching.old.nodes[at], matching.new.nodes[to]
    same_label = old.label.lower() == new.label.lower() and old.kind == new.kind
    words = matching.comparing.similarity(at, to)
    if old.kind in LABELLED:
        if same_label:
            is_other = old.kind == "statement" and (old.text or new.text) and (words or 0.0) < ANOTHER_STATEMENT
            return (ENOUGH_WITH_LABEL if is_other else 1.0) + (words or 0.0)
        if matching.comparing.fewest_words(at, to) < ENOUGH_UNDER_ANOTHER_NAME:
            return None
    below = matching.shared_below(at, to)
    if words is None:
        return 0.3 + below if same_label else (below if below >= ENOUGH else None)
    if words < ALMOST_EQUAL and matching.is_pledged(at, to, below):
        return None
    likeness = max(words, below * 0.9 if below >= 0.3 else 0.0, (words + 2 * below) / 3)
    found = _with_label(matching, at, to, likeness, below) if same_label and likeness < ENOUGH else None
    if found is None:
        found = _without_label(matching, at, to, likeness, below)
    if found is None and same_label and likeness >= ENOUGH:
        found = _with_label(matching, at, to, likeness, below)
    return found + SAME_LABEL * same_label + 0.05 * below if found is not None else None


def _with_label(matching: Matching, at: int, to: int, likeness: float, below: float) -> float | None:
    """How much speaks for a child that kept its number, though not quite its words."""
    code = matching.old.nodes[at].code
    is_entry = bool(code) and "." not in code
    enough = ENOUGH_FOR_ENTRY if is_entry else ENOUGH_WITH_LABEL
    if likeness < enough:
        return enough if matching.comparing.unfolds(at, to) >= UNFOLDED else None
    if is_entry or below or matching.comparing.telling(at, to) >= TELLING_WITH_LABEL:
        return likeness
    return None


def _without_label(matching: Matching, at: int, to: int, likeness: float, below: float) -> float | None:
    """How much speaks for a child by its words alone."""
    if likeness >= ALMOST_EQUAL or (likeness >= ENOUGH and below):
        return likeness
    if likeness >= ENOUGH and matching.comparing.telling(at, to) >= ENOUGH_TELLING:
        return likeness
    return max(likeness, ENOUGH) if likeness >= PART and matching.comparing.is_part(at, to) else None


def choose(
    matching: Matching, likeness: dict[tuple[int, int], float], weighed: Iterable[tuple[int, int]], by: MatchedBy
) -> None:
    """Make the best assignment of likely pairs, each with the best of all others that were weighed for its nodes."""
    rivals = _Rivals(matching, weighed) if likeness else None
    for at, to in assign(_nearer_first(likeness)):
        words = matching.comparing.known(at, to)
        same_label = matching.old.nodes[at].label == matching.new.nodes[to].label
        name = by
        if words is None:
            name = by if matching.shared_below(at, to) else "number"
        elif words == 1.0:
            name = "text"
        elif by == "siblings" and same_label:
            name = "code"
        matching.pair(at, to, name, words or 0.0, rivals.of(at, to) if rivals else None)


class _Rivals:
    """The other partners that were weighed for a node."""

    def __init__(self, matching: Matching, weighed: Iterable[tuple[int, int]]) -> None:
        self._matching = matching
        self._news: dict[int, list[tuple[float, int]]] = {}
        self._olds: dict[int, list[tuple[float, int]]] = {}
        for at, to in weighed:
            score = matching.comparing.known(at, to)
            if score is not None:
                self._news.setdefault(at, []).append((score, -to))
                self._olds.setdefault(to, []).append((score, -at))

    def of(self, at: int, to: int) -> Rival | None:
        """The best of them for either node of a pair."""
        found: list[tuple[float, Side, int]] = []
        found += [(score, "new", other) for score, other in self._news.get(at, ()) if other != -to]
        found += [(score, "old", other) for score, other in self._olds.get(to, ()) if other != -at]
        if not found:
            return None
        score, side, other = max(found)
        tree = self._matching.new if side == "new" else self._matching.old
        return Rival(tree.nodes[-other].id, side, round(score, 4))


def _nearer_first(likeness: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """What each pair gains over none, so that two poor pairs never outweigh a good one; of equal ones that gains more
    whose nodes stand in like places of their groups."""
    olds = {at: number for number, at in enumerate(sorted({at for at, _ in likeness}))}
    news = {to: number for number, to in enumerate(sorted({to for _, to in likeness}))}
    return {
        (at, to): max(score - FLOOR, 0.01) - 1e-6 * abs(olds[at] - news[to]) for (at, to), score in likeness.items()
    }
