"""Tables left over under another name: their words stand in rows, and they have no text of their own."""

from __future__ import annotations

from collections import Counter

from controllist.alignment.forest import ROOT, Tree
from controllist.alignment.matching import Matching
from controllist.alignment.moves import clear_ones
from controllist.wording import table_words

LIKE_A_TABLE = 0.8
"""The share of their words that two tables must have in common."""


def pair_tables(matching: Matching) -> None:
    """Pair tables left over on both sides whose rows say nearly the same, each clearly best."""
    olds, news = matching.left()
    old = _words_of_tables(matching.old, olds)
    new = _words_of_tables(matching.new, news) if old else {}
    wanted = [(at, to) for at in old for to in new if matching.may_pair(at, to)]
    if not wanted or not matching.comparing.affords(len(wanted), "moved", "tables left over"):
        return
    matching.comparing.made += len(wanted)
    likeness = {(at, to): _likeness(old[at], new[to]) for at, to in wanted}
    clear = clear_ones({pair: found for pair, found in likeness.items() if found >= LIKE_A_TABLE})
    for (at, to), found in clear.items():
        above = matching.old.parent[at], matching.new.parent[to]
        is_near = above[1] in (matching.new_of.get(above[0]), ROOT)
        matching.pair(at, to, "siblings" if is_near else "moved", found)


def _words_of_tables(tree: Tree, left: list[int]) -> dict[int, Counter[str]]:
    """The words of those nodes that are tables and nothing else."""
    tables = [at for at in left if tree.nodes[at].rows and not tree.nodes[at].text]
    return {at: Counter(table_words(tree.nodes[at].rows)) for at in tables}


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """The share of words that two tables have in common, 0 to 1; never quite 1, for no text says so."""
    said = old.total() + new.total()
    return min(2 * (old & new).total() / said, 0.999) if said else 0.0
