"""Moves of which a list tells itself: "See 1A001.b for kettles previously specified in 1A001.c".

An item that went where a new note says where its goods are, or that came where one says that they stood elsewhere,
is no item less or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.tree import Tree
from controllist.figures.references import references
from controllist.model import Node
from controllist.patterns import pattern

MOVED = "a note says that its goods moved"
_CUES = ("formerly", "previously")
_FORMERLY = (
    r"\b(?:formerly|previously)\s+(?:specified|controlled|listed|described|enumerated|classified|included)\s+"
    r"(?:by|in|under)\b"
)
_SEE_FIRST = pattern(rf"\bsee\b(?P<after>.*?)\sfor\s.*?{_FORMERLY}(?P<before>.*)", re.IGNORECASE | re.DOTALL)
_SEE_LAST = pattern(rf"{_FORMERLY}(?P<before>.*?)(?:,|\s)\s*see\b(?P<after>[^;]*)", re.IGNORECASE | re.DOTALL)
"""Where a note says that goods were before, and where they are after."""
_SENTENCES = pattern(r"(?<=[.;])\s+(?=[A-Z])")
Move = tuple[str, str]
"""The codes of where goods were and of where they are."""


def told_of_move(node: Node, editions: Editions) -> str:
    """The code of the other place of an item of the new edition, where a note in one edition alone tells that its goods
    moved; empty if none does."""
    gone, come = _told_once(editions)
    came = [was for was, is_now in come if is_same_or_below(node.code, is_now)]
    went = [is_now for was, is_now in gone if is_same_or_below(node.code, was)]
    return min(came + went, default="")


@lru_cache(maxsize=4)
def _told_once(editions: Editions) -> tuple[Set[Move], Set[Move]]:
    """The moves of which the old edition tells and the new one does not, and the reverse.

    They stand in nodes that differ; the others are asked only if there are any, which may tell of the same ones.
    """
    old = _moves([old for old, _ in editions.differing if old is not None])
    new = _moves([new for _, new in editions.differing if new is not None])
    return old - _moves(_citing(old, editions.new)), new - _moves(_citing(new, editions.old))


def _citing(moves: Set[Move], tree: Tree) -> Iterable[Node]:
    """The nodes of an edition that may tell of some moves, too: they cite where goods were."""
    codes = {was for was, _ in moves}
    return [node for node in tree.nodes if node.refs and not codes.isdisjoint(node.refs)] if codes else ()


def _moves(nodes: Iterable[Node]) -> Set[Move]:
    """The moves of which some notes and emptied numbers tell."""
    told = [node for node in nodes if node.refs and (_CUES[0] in node.text or _CUES[1] in node.text)]
    return {move for node in told for move in _moves_in(node)}


def _moves_in(node: Node) -> Iterator[Move]:
    place = node.code or node.parent
    for sentence in _SENTENCES.split(plain(node.text)):
        found = _SEE_FIRST.search(sentence) or _SEE_LAST.search(sentence)
        if found is None:
            continue
        before, after = (references(found[side], within=place) for side in ("before", "after"))
        yield from ((was, is_now) for was in before for is_now in after if not is_same_or_below(is_now, was))
