"""Notes, definitions and general statements left over, wherever they went: what explains changes kind and place.

They are compared by what they say themselves, without the words that tell where it holds (`For the purposes of
3A001.a,`), their own number, and with the term that a definition defines. A pair is made where

- two notes say the same, or a technical note went into another near by, which says its words and more;
- a note says what a definition says, and names its term;
- a note or definition says what a statement says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import Indel

from controllist.alignment.forest import EXPLAINING, OWN_NUMBER, ROOT, Tree
from controllist.alignment.matching import Matching
from controllist.alignment.moves import FAR, FAR_TELLING, clear_ones, is_related
from controllist.alignment.siblings import ENOUGH_TELLING, choose
from controllist.wording import closeness, normal

ENOUGH_SAID = 8
"""Words of the shorter node below which nothing is recognised."""
A_SENTENCE = 16
"""The same between a statement and a note or definition."""
LIKE_A_STATEMENT = 0.7
"""Likeness at which a statement is what was a note or definition, or the reverse."""
LIKE_A_POINTER = 0.95
"""Likeness at which a note that only points elsewhere is the same: but for the codes, many of them say the same."""
KEPT = 0.85
"""The share of its words, in their order, that a technical note has in the longer one which took it in. A note that
takes out something is more than its words: in another place it takes out something else."""
KEPT_OF_A_DEFINITION = 0.8
"""The same for a definition and the note that names its term."""
OF_THE_LONGER = 0.25
"""So long must a note at least be beside the one that took it in; a smaller part is told as a merge."""
MOST_OF_A_NOTE = 0.66
"""Likeness from which on a definition is most of what a note says."""

_WHERE_IT_HOLDS = re.compile(
    r"\W*(?:(?:technical\s+)?notes?\b[^:]{0,60}:\W*)?"
    r"(?:(?:for\s+the\s+purposes?\s+of|in|im\s+sinne\s+(?:von|der|des))\s(?=[^'\",:]*[\d\0])[^'\",:]{1,60}(?:[,:]\s*|(?=['\"])))?",
    re.IGNORECASE,
)
"""What a note begins with that only says where it holds; of a text with plain marks."""


class _Said(NamedTuple):
    """What a node says, without where it holds, and the name of what it defines."""

    text: str
    term: str


def pair_explaining(matching: Matching, likely: Iterable[tuple[int, int]]) -> None:
    """Pair notes, definitions and statements left over that say the same, or hardly more, each clearly best, among
    likely pairs."""
    family = matching.old.family
    wanted = [pair for pair in likely if family[pair[0]] in EXPLAINING and matching.may_pair(*pair, explaining=True)]
    if not matching.comparing.affords(len(wanted), "moved", "notes and definitions left over"):
        return
    matching.comparing.made += len(wanted)
    said_of_old = {at: _said(matching.old, at) for at in dict.fromkeys(at for at, _ in wanted)}
    said_of_new = {to: _said(matching.new, to) for to in dict.fromkeys(to for _, to in wanted)}
    weighed = {(at, to): _likeness(matching, at, to, (said_of_old[at], said_of_new[to])) for at, to in wanted}
    likeness = {pair: found for pair, found in weighed.items() if found is not None}
    for pair in likeness:
        matching.comparing.similarity(*pair)
    choose(matching, clear_ones(likeness), wanted, "moved")


def pair_pointers(matching: Matching) -> None:
    """Pair what only points elsewhere with what stands in its place: one nota bene left over under either node of a
    pair, with one label, if either says too little to be told by its words."""
    olds, news = ([at for at in left if tree.nodes[at].kind == "nota-bene" and tree.parent[at] != ROOT]
                  for tree, left in zip((matching.old, matching.new), matching.left(), strict=True))
    for at in olds:
        above = matching.old.parent[at]
        found = [to for to in news if matching.new.parent[to] == matching.new_of.get(above)]
        alone = len(found) == 1 == sum(matching.old.parent[other] == above for other in olds)
        if not alone or matching.old.nodes[at].label != matching.new.nodes[found[0]].label:
            continue
        if matching.comparing.fewest_words(at, found[0]) < ENOUGH_SAID and matching.may_pair(at, found[0]):
            matching.pair(at, found[0], "code", matching.comparing.similarity(at, found[0]) or 0.0)


def pair_numbered_pointers(matching: Matching) -> None:
    """Pair a lone nota bene left over with the numbered one that cites the same one item and names the same goods:
    when a second one came, the first got a number, and perhaps another verb."""
    olds, news = (
        {(tree.parent[at], tree.nodes[at].refs): at for at in left if _points_at_one(tree, at)}
        for tree, left in zip((matching.old, matching.new), matching.left(), strict=True)
    )
    for (above, goal), at in olds.items():
        to = news.get((matching.new_of.get(above, ROOT), goal), ROOT)
        if to == ROOT or _is_numbered(matching.old, at) == _is_numbered(matching.new, to):
            continue
        if matching.may_pair(at, to) and matching.comparing.telling(at, to) >= ENOUGH_TELLING:
            matching.pair(at, to, "siblings", matching.comparing.similarity(at, to) or 0.0)


def _points_at_one(tree: Tree, at: int) -> bool:
    """Whether a node is a nota bene that cites one item, which no other one under its parent does."""
    node = tree.nodes[at]
    if node.kind != "nota-bene" or len(node.refs) != 1:
        return False
    beside = (tree.nodes[one] for one in tree.children[tree.parent[at]])
    return sum(one.kind == "nota-bene" and one.refs == node.refs for one in beside) == 1


def _is_numbered(tree: Tree, at: int) -> bool:
    return any(map(str.isdigit, tree.nodes[at].label))


def _likeness(matching: Matching, at: int, to: int, said: tuple[_Said, _Said]) -> float | None:
    """How much speaks for a pair that says so; None where too little does."""
    comparing = matching.comparing
    a, b = (comparing.wording(one.text) for one in said)
    shorter, longer = sorted((len(a.ordered), len(b.ordered)))
    families = {matching.old.family[at], matching.new.family[to]}
    if shorter < (A_SENTENCE if "statement" in families else ENOUGH_SAID):
        return None
    score = closeness(a, b)
    kept = (shorter + longer) * Indel.normalized_similarity(a.ordered, b.ordered) / (2 * shorter)
    if "statement" in families:
        return score if len(families) > 1 and score >= LIKE_A_STATEMENT else None
    if len(families) > 1:
        is_named = _names(*said) or _names(*reversed(said))
        return score if is_named and kept >= KEPT_OF_A_DEFINITION and score >= MOST_OF_A_NOTE else None
    kinds = {matching.old.nodes[at].kind, matching.new.nodes[to].kind}
    if score >= (LIKE_A_POINTER if "nota-bene" in kinds else FAR) and _telling(matching, *said) >= FAR_TELLING:
        return score
    went_in = kinds == {"technical-note"} and is_related(matching, at, to)
    return kept if went_in and kept >= KEPT and shorter >= OF_THE_LONGER * longer else None


def _said(tree: Tree, at: int) -> _Said:
    node = tree.nodes[at]
    if node.kind == "definition":
        term = node.label.partition("(")[0].strip()
        return _Said(f"{term} {node.text}", normal(term).lower())
    said = tree.said(at)
    found = _WHERE_IT_HOLDS.match(normal(said))
    return _Said((normal(said)[found.end() :] if found else said).replace(OWN_NUMBER, " "), "")


def _names(definition: _Said, note: _Said) -> bool:
    """Whether a note names what a definition defines."""
    return bool(definition.term) and definition.term in note.text.lower()


def _telling(matching: Matching, old: _Said, new: _Said) -> float:
    """The share of telling words that two explanations have in common."""
    (a, told), (b, told_too) = matching.comparing.words(old.text), matching.comparing.words(new.text)
    return 2 * matching.comparing.told_by_both(a, b) / ((told + told_too) or 1.0)
