"""Items that went to another place of the tree: what the passes among siblings left, compared across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from itertools import compress

from controllist.alignment.candidates import likely_partners
from controllist.alignment.disjoint import without_disjoint
from controllist.alignment.forest import ROOT, Tree, only_once
from controllist.alignment.matching import Matching
from controllist.alignment.siblings import ENOUGH_TELLING, choose, descend
from controllist.codes import entry_of

FAR = 0.8
"""Likeness at which two nodes in unrelated places are the same, if they say enough to be told apart."""
FAR_TELLING = 0.7
"""The share of telling words that they must have in common."""
NEAR = 0.65
"""The same where one stands below what the other stands under, or both kept their code."""
WENT_DOWN = 0.4
"""The same where a heading took the code and the node stands below it, or the other way round."""
ENOUGH_SAID = 6
"""Words below which nothing is recognised in an unrelated place."""
FORMULA = 0.96
"""The same for statements, which repeat their formulas (`… is valid until …`) for one item after another."""
ENOUGH_IF_UNIQUE = 3
"""Words that are enough where nothing else in either edition says the same."""
A_TELLING_WORD = 0.5
"""So much must the words tell that an item which kept its code has in common with what it was."""
ENOUGH_WITH_CHILDREN = 0.4
A_RECOGNISED_CHILD = 0.1
"""A node that kept its code is the same at this likeness, to which everything recognised below it adds."""
LEAD = 0.04
"""By so much a move must be likelier than any other partner of either node."""
ROUNDS = 3
"""A moved item's own children are looked for in the next round."""


def pair_moved(matching: Matching) -> list[tuple[int, int]]:
    """Pair nodes left over on both sides wherever they stand, then what is below them.

    The pairs that were weighed last are given back, for those who ask less of them.
    """
    _pair_unique_texts(matching)
    wanted: list[tuple[int, int]] = []
    for _ in range(ROUNDS):
        olds, news = matching.left()
        if not olds or not news:
            return wanted
        wanted = [pair for pair in likely_partners(matching, olds, news) if matching.may_pair(*pair, explaining=True)]
        fresh = [pair for pair in wanted if matching.comparing.known(*pair) is None]
        if not matching.comparing.affords(len(fresh), "moved", f"{len(olds)} old and {len(news)} new nodes left over"):
            return []
        likeness = {pair: found for pair in wanted if (found := _likeness(matching, *pair)) is not None}
        clear = clear_ones(without_disjoint(matching, likeness))
        choose(matching, clear, wanted, "moved")
        made = [(at, matching.new_of[at]) for at in olds if at in matching.new_of]
        for at, to in made:
            descend(matching, at, to)
        if not made and not _pair_by_children(matching):
            break
    return wanted


def _pair_unique_texts(matching: Matching) -> None:
    """Pair items left over that say the same, and that nothing else in either edition says."""
    left = matching.left()[0]
    sought = {matching.old.content[at] for at in left}
    once_old, once_new = (_once(tree, sought) for tree in (matching.old, matching.new))
    for at in left:
        content = matching.old.content[at]
        to = once_new.get(content, ROOT)
        if to == ROOT or content not in once_old or matching.old.family[at] != "item" or not matching.may_pair(at, to):
            continue
        if min(_words_said(matching, at, to)) >= ENOUGH_IF_UNIQUE:
            matching.pair(at, to, "text", 1.0)
            descend(matching, at, to)


def _once(tree: Tree, sought: Set[int]) -> dict[int, int]:
    """The position of each of some contents that an edition has once."""
    contents = [*map(tree.content.__getitem__, tree.numbered)]
    places = [*compress(tree.numbered, map(sought.__contains__, contents))]
    return {found: places[at] for found, at in only_once([tree.content[place] for place in places]).items()}


def pair_same_codes(matching: Matching) -> None:
    """Pair items left over that kept code and parent among siblings that mostly kept theirs: rewritten provisions.

    They must share a word that tells something; a code that was given to another subject shares none.
    """
    for at in matching.left()[0]:
        to = matching.new.position.get(matching.old.nodes[at].id, ROOT)
        if to == ROOT or matching.new.reserved[to] or matching.old.family[at] != "item":
            continue
        if not matching.may_pair(at, to) or not _stayed(matching, at, to):
            continue
        score = matching.comparing.similarity(at, to)
        told = matching.comparing.told_in_common(at, to)
        if score is not None and (told >= A_TELLING_WORD or matching.comparing.opens_alike(at, to)):
            matching.pair(at, to, "code", score)
            descend(matching, at, to)


def _stayed(matching: Matching, at: int, to: int) -> bool:
    """Whether two nodes stand under the same item, and most of their siblings kept their numbers."""
    above = matching.old.parent[at]
    if above == ROOT or matching.new_of.get(above) != matching.new.parent[to]:
        return False
    siblings = [child for child in matching.old.items_below(above) if child != at and not matching.old.reserved[child]]
    partners = ((child, matching.new_of.get(child, ROOT)) for child in siblings)
    kept = sum(to != ROOT and matching.old.nodes[at].label == matching.new.nodes[to].label for at, to in partners)
    others = max(len(siblings), len(matching.new.items_below(matching.new.parent[to])) - 1)
    return 2 * kept >= others


def _pair_by_children(matching: Matching) -> bool:
    """Pair nodes whose own words were rewritten, but with what stands below them recognised; whether any were."""
    made = False
    free = [at for at in matching.old.numbered_parents() if at not in matching.new_of]
    shared = [(*found, pair) for at in free for pair, found in _shared_below(matching, at)]
    for count, children, (at, to) in sorted(shared, key=lambda found: (-found[0], found[2])):
        if not matching.may_pair(at, to):
            continue
        score = matching.comparing.similarity(at, to) or 0.0
        kept_code = matching.old.nodes[at].id == matching.new.nodes[to].id
        most = 2 * children >= max(len(matching.old.children[at]), len(matching.new.children[to]), 4)
        if most or (kept_code and score + count * A_RECOGNISED_CHILD >= ENOUGH_WITH_CHILDREN):
            matching.pair(at, to, "code" if kept_code else "moved", score)
            descend(matching, at, to)
            made = True
    return made


def _shared_below(matching: Matching, at: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """For a node left over, each new node left over below which partners stand on the same level: how many of them,
    and how many of them are children."""
    old, new = matching.old, matching.new
    count: Counter[int] = Counter()
    children: Counter[int] = Counter()
    level, depth = old.children[at], 1
    while level:
        for child in level:
            to = matching.new_of.get(child, ROOT)
            for _ in range(depth):
                to = new.parent[to] if to != ROOT else ROOT
            if to not in matching.old_of:
                count[to] += 1
                children[to] += depth == 1
        level, depth = [inner for child in level for inner in old.children[child]], depth + 1
    return [((at, to), (found, children[to])) for to, found in count.items()]


def _likeness(matching: Matching, at: int, to: int) -> float | None:
    """How much speaks for a move; None where too little does."""
    words = matching.comparing.similarity(at, to)
    below = matching.shared_below(at, to)
    if words is None and not below:
        return None
    likeness = max(words or 0.0, ((words or 0.0) + 2 * below) / 3)
    near = is_related(matching, at, to)
    said = min(_words_said(matching, at, to))
    enough = NEAR if near else FAR
    if near and _went_down(matching, at, to):
        enough = WENT_DOWN
    if not near and matching.old.family[at] == "statement":
        enough = FORMULA
    if said < ENOUGH_SAID:
        enough = 0.9 if near else 2.0  # few words are recognised near by, if nearly all are kept, and nowhere else
    if below >= 0.5:
        enough = min(enough, 0.5)
    telling = ENOUGH_TELLING if near else FAR_TELLING
    if likeness < enough or (below < 0.5 and matching.comparing.telling(at, to) < telling):
        return None
    if _went_to_others(matching, at, to):
        return None
    return likeness + 0.1 * near


def _went_to_others(matching: Matching, at: int, to: int) -> bool:
    """Whether two headings of two entries have fewer items in common than those of either that went elsewhere."""
    old, new = matching.old, matching.new
    if entry_of(old.nodes[at].code) == entry_of(new.nodes[to].code):
        return False
    went = [new.parent[matching.new_of[child]] for child in old.items_below(at) if child in matching.new_of]
    came = [old.parent[matching.old_of[child]] for child in new.items_below(to) if child in matching.old_of]
    return 2 * went.count(to) < len(went) or 2 * came.count(at) < len(came)


def _went_down(matching: Matching, at: int, to: int) -> bool:
    """Whether a node stands below a new heading that took its code, or above it stood a heading whose code it took."""
    parents = matching.new.parent[to], matching.old.parent[at]
    return (parents[0] != ROOT and matching.new.nodes[parents[0]].id == matching.old.nodes[at].id) or (
        parents[1] != ROOT and matching.old.nodes[parents[1]].id == matching.new.nodes[to].id
    )


def is_related(matching: Matching, at: int, to: int) -> bool:
    """Whether one node stands below what the other stands under, or both have the same id."""
    if matching.old.nodes[at].id == matching.new.nodes[to].id:
        return True
    above_old, above_new = matching.old.parent[at], matching.new.parent[to]
    if ROOT not in (above_old, above_new):
        lines = ((matching.old, above_old, matching.old_of.get(above_new)),
                 (matching.new, above_new, matching.new_of.get(above_old)))
        for tree, start, sought in lines:
            while start != ROOT:
                if start == sought:
                    return True
                start = tree.parent[start]
    return False


def _words_said(matching: Matching, at: int, to: int) -> tuple[int, int]:
    """How many words, or without words figures, each of the nodes says."""
    old, new = matching.old.nodes[at], matching.new.nodes[to]
    return tuple(  # type: ignore[return-value]  # two nodes, two numbers
        len(matching.comparing.wording(node.text).ordered) if node.text else 3 * len(node.thresholds + node.cas)
        for node in (old, new)
    )


def clear_ones(likeness: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Those pairs that lead every other pair of either node."""
    best: dict[tuple[str, int], list[float]] = {}
    for (at, to), score in likeness.items():
        best.setdefault(("old", at), []).append(score)
        best.setdefault(("new", to), []).append(score)
    for scores in best.values():
        scores.sort(reverse=True)
    return {
        (at, to): score
        for (at, to), score in likeness.items()
        if all(_leads(score, best[key]) for key in (("old", at), ("new", to)))
    }


def _leads(score: float, scores: list[float]) -> bool:
    return score == scores[0] and (len(scores) == 1 or scores[0] - scores[1] >= LEAD)
