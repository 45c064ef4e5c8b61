"""Exclusions that came or went while a note elsewhere, in the other edition, leaves out the same in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.notes.said_instead import own_words
from controllist.model import Node
from controllist.patterns import pattern

LEFT_OUT_ELSEWHERE = "a note elsewhere leaves out the same"
_FEWEST = 4
"""Words of its own by which what a note leaves out is known again."""
_POINTS = pattern(r"(?:^|(?<=[\s:;.]))(?:[a-z]|\d{1,2})\.\s")
_LETTERS = 3
"""So many letters at the beginning of a word stand in each of its forms and spellings."""


def left_out_elsewhere(note: Node, editions: Editions) -> Node | None:
    """The old note that leaves out, as no other note does now, all that a new one does; None if there is none.

    Where a note left it out beside this one, or does so in both editions, it is left out of something else.
    """
    words = own_words(note)
    if len(words) < _FEWEST or any(one.id != note.id for one in _leaving_out(words, editions.new)):
        return None
    return next(_leaving_out(words, editions.old), None)


def _leaving_out(words: Set[str], tree: Tree) -> Iterator[Node]:
    """The exclusions that say, at one of their lettered points, all of some words."""
    signs = [word[:_LETTERS].lower() for word in sorted(words, key=len, reverse=True)]
    for note, said in _exclusions(tree):
        if _hold(said, signs):
            points = _points(plain(note.text))
            if any(_hold(point.lower(), signs) and words <= telling_words(point) for point in points):
                yield note


def _hold(text: str, signs: Sequence[str]) -> bool:
    """Whether all of some beginnings of words stand in a text, both in small letters."""
    return all(map(text.__contains__, signs))


@lru_cache(maxsize=4)
def _exclusions(tree: Tree) -> list[tuple[Node, str]]:
    """The notes of an edition that leave something out, with their texts in small letters."""
    return [(note, note.text.lower()) for note in tree.others if note.excludes and note.kind == "note"]


def _points(text: str) -> Iterator[str]:
    """Each lettered point of a text with the words before the first."""
    lead, *points = _POINTS.split(text)
    yield from (f"{lead} {point}" for point in points or [""])
