"""Where two clauses differ: words put in, words taken out, words replaced, each with what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from controllist.changes.language.text.meaning import Token


class Segment(NamedTuple):
    """One difference: the tokens `old_from:old_to` of the old clause stand against `new_from:new_to` of the new."""

    old_from: int
    old_to: int
    new_from: int
    new_to: int

    @property
    def is_insertion(self) -> bool:
        return self.old_from == self.old_to

    @property
    def is_deletion(self) -> bool:
        return self.new_from == self.new_to

    @property
    def mirrored(self) -> Segment:
        return Segment(self.new_from, self.new_to, self.old_from, self.old_to)


def segments(old: Sequence[Token], new: Sequence[Token]) -> list[Segment]:
    """The differences between two token sequences, in order. Read backwards they are the same differences."""
    left, right = tuple([token.key for token in old]), tuple([token.key for token in new])
    if left > right:  # one of both directions is computed, so that the other mirrors it
        return [segment.mirrored for segment in _segments(right, left)]
    return [*_segments(left, right)]


@lru_cache(maxsize=1024)
def _segments(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[Segment, ...]:
    if left == right:
        return ()
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return tuple([Segment(*places) for tag, *places in steps if tag != "equal"])


def holds_run(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether some words, at least one, stand among others without a break."""
    first, length = run[0], len(run)
    return any(words[at] == first and words[at : at + length] == run for at in range(len(words) - length + 1))


def slides(tokens: Sequence[Token], start: int, stop: int) -> list[tuple[int, int]]:
    """All places where the same insertion can be said to stand: "a b [a b]" and "a [b a] b" put in the same words."""
    places = [(start, stop)]
    first, last = start, stop
    while first > 0 and tokens[first - 1].key == tokens[last - 1].key:
        first, last = first - 1, last - 1
        places.append((first, last))
    first, last = start, stop
    while last < len(tokens) and tokens[first].key == tokens[last].key:
        first, last = first + 1, last + 1
        places.append((first, last))
    return places


def words_at(text: str, tokens: Sequence[Token], start: int, stop: int) -> str:
    """The source's own words of a stretch of tokens, with the idle words and marks that lead into it."""
    opens = tokens[start - 1].end if start else 0
    shuts = tokens[stop - 1].end if stop > start else opens
    return text[opens:shuts]
