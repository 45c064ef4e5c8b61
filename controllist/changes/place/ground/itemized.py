"""Clauses that became lists of items, or the reverse: whether they say the same in another form."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Literal

from controllist.changes.language.text.meaning import lists_of, tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.tree import Tree
from controllist.figures.phrases import word_set
from controllist.model import Node
from controllist.patterns import pattern
from controllist.wording import normal

_LEADS = frozenset({"<any>", "<all>", "<list>"})
_ORS, _ANDS = word_set("or and/or oder und/oder"), word_set("and und sowie")
_LED_BY = word_set("having with meeting mit be is are")
"""Words that join a list of conditions to its goods."""
_FREE = _ORS | _ANDS | _LED_BY | _LEADS
"""What a clause and a list that say the same may each have alone."""
_CONDITIONS = pattern(r"\s*(?:and\s+)?(?:having|meeting|with)?\s*$", re.IGNORECASE)


def itemized(clause: Node, heading: Node, tree: Tree) -> Literal["same", "conditions"] | None:
    """What became of a clause that is now a heading with items below it, in the edition `tree`.

    `same`: the heading and its items together say the clause's words, and count them as it did. `conditions`: the
    heading says the whole clause, and the items are conditions put on it.
    """
    if not clause.text or not heading.text:
        return None
    lead = plain(heading.text)
    marks = lists_of(lead)
    if not marks:
        return None
    mark = marks[-1]
    asks = mark.key in ("any", "all") and not lead[mark.end :].strip(" :;.")
    if asks and normal(_CONDITIONS.sub("", lead[: mark.start]).rstrip(" ,")) == normal(plain(clause.text)):
        return "conditions"
    said = _keys(clause.text)
    if not _FREE.union(said).issuperset(_keys(heading.text)):
        return None  # the heading alone says what the clause did not
    before = Counter(said)
    after = Counter(key for node in tree.whole(heading) for key in _keys(node.text))
    joints = _ORS | _ANDS
    if lists_of(plain(clause.text)) and _without(before, joints) == _without(after, joints):
        return "same"  # the clause had the list within it
    if _without(before, joints | _LED_BY) != _without(after, _FREE):
        return None
    left = {key for key in before - after if key in joints}
    fits = {"any": left and left <= _ORS, "all": left and left <= _ANDS, "list": True}[mark.key]
    return "same" if fits else None


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens_of(plain(text)))


def _without(keys: Counter[str], left_out: frozenset[str]) -> Counter[str]:
    return Counter({key: count for key, count in keys.items() if key not in left_out})
