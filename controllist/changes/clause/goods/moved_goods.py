"""Goods that stand elsewhere in the clause, among more: "trays, lids" and "lids and hinges therefor, trays".

So it is with "tin lids, tin trays or cups" and "tin trays, of 3 kg or more, or tin lids, or cups".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from controllist.changes.language.same.listing import Clause, keys_of
from controllist.changes.language.text.segments import Segment, slides
from controllist.figures.phrases import word_set

AreGoods = Callable[[Clause, int, int], bool]
_LEAST = 3
"""So many words tell that they are the same goods, and not a word that is common to both."""


def without_moved_goods(old: Clause, new: Clause, differing: Sequence[Segment], are_goods: AreGoods) -> list[Segment]:
    """The differences, in which goods that moved are left out, and what stands beside them now is all that came.

    `are_goods` says whether a stretch of tokens of one clause is one or more of the goods that it lists.
    """
    left = list(differing)
    for one in differing:
        if not one.is_deletion and not one.is_insertion:
            continue
        clause, start, stop = (old, *one[:2]) if one.is_deletion else (new, *one[2:])
        if stop - start < _LEAST or any(word.startswith("<") for word in keys_of(clause.tokens[start:stop])):
            continue
        for other in differing:
            rest = _rest_of(old, new, one, other, are_goods)
            if rest:
                left.remove(one)
                left[left.index(other) : left.index(other) + 1] = [rest] if any(_lengths(rest)) else []
                return without_moved_goods(old, new, left, are_goods)
    return left


def _rest_of(old: Clause, new: Clause, one: Segment, other: Segment, are_goods: AreGoods) -> Segment | None:
    """What is left of a difference on the other side that holds the goods of one; None if it does not hold them."""
    if not (other.is_insertion if one.is_deletion else other.is_deletion):
        return None
    clause, start, stop = (old, *one[:2]) if one.is_deletion else (new, *one[2:])
    words = keys_of(clause.tokens[start:stop])
    rest = _beside(old, new, words, other, one.is_deletion)
    if rest and (_are_parts(words) or are_goods(clause, start, stop)):
        return rest
    there, first, last = (new, *other[2:]) if one.is_deletion else (old, *other[:2])
    for begins, ends in slides(clause.tokens, start, stop):
        words = keys_of(clause.tokens[begins:ends])
        at = last - len(words) - 1
        is_same = at > first and keys_of(there.tokens[at:last]) in (["or", *words], ["oder", *words])
        if is_same and are_goods(there, at, last):
            return Segment(*other[:2], first, at) if one.is_deletion else Segment(first, at, *other[2:])
    return None


_PARTS = word_set("component part accessory")
_OF_PARTS = _PARTS | word_set("and specially designed or modified therefor")


def _are_parts(words: Sequence[str]) -> bool:
    """Whether words name nothing but specially designed parts of the goods around them."""
    return _OF_PARTS.issuperset(words) and not _PARTS.isdisjoint(words)


_THEREFOR = "therefor"
"""Says of parts what their place says of them, too."""


def _lengths(segment: Segment) -> tuple[int, int]:
    return segment.old_to - segment.old_from, segment.new_to - segment.new_from


def _beside(old: Clause, new: Clause, words: list[str], other: Segment, is_gone: bool) -> Segment | None:
    """What is left of a difference on the other side that begins with the same words; None if it does not."""
    clause, start, stop = (new, *other[2:]) if is_gone else (old, *other[:2])
    words = [word for word in words if word != _THEREFOR]
    past = start + len(words)
    if past > stop or keys_of(clause.tokens[start:past]) != words:
        return None
    if past < stop and clause.tokens[past].key == _THEREFOR:
        past += 1
    return Segment(*other[:2], past, stop) if is_gone else Segment(past, stop, *other[2:])
