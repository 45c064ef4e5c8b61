"""New items whose goods an item beside them held all the time, by its words and limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from controllist.changes.language.text.clauses import Polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.lists.ways_compared import ComparedWays, are_too_many
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.provisions import CLAUSE_END, Joined, Way, ways_of
from controllist.changes.place.ground.tree import Logic, Tree
from controllist.changes.records import Effect, Evidence
from controllist.figures import references
from controllist.model import Node
from controllist.patterns import pattern

NEW_CHOICE = "one more of several that are each enough"
NEW_NEED = "one more of several that are all needed"
SAID_BEFORE = "a neighbour said it before"
HELD_BESIDE = "an item beside it held it before"
_FEWEST = 2
"""Telling words by which goods are known again."""


def under_bare_heading(node: Node, heading: Node, logic: Logic, editions: Editions) -> Evidence:
    """The evidence of a new item under a new heading that only leads into a list with an item that was there."""
    way = editions.new.way(node)
    if logic == "all":
        return Evidence("logic", _counted(-1, way), new=node.code, note=NEW_NEED)
    origin = editions.old.by_id[editions.origin[heading.parent]]
    if wider := held_in_clause(node, origin, editions):
        return Evidence("logic", "none", old=wider.code, new=node.code, note=HELD_BESIDE)
    words = telling_words(node.text)
    for before in editions.old.items_below(origin.id):
        if 2 * len(words & telling_words(before.text)) >= len(words):
            return Evidence("logic", "unclear", old=before.code, new=node.code, note=SAID_BEFORE)
    if _was_the_heading(editions.new.items_below(heading.id), heading, editions):
        return Evidence("logic", "unclear", old=heading.code, new=node.code, note=SAID_BEFORE)
    return Evidence("logic", _counted(1, way), new=node.code, note=NEW_CHOICE)


def _was_the_heading(items: Iterable[Node], heading: Node, editions: Editions) -> bool:
    """Whether what bore the number of a heading before is one of the items below it now, in other words: it may have
    held what the others hold."""
    befores = [(item, editions.old.by_id.get(editions.origin.get(item.id, ""))) for item in items]
    return any(
        before is not None and before.code == heading.code and _bare(before) != _bare(item) for item, before in befores
    )


def _bare(node: Node) -> str:
    return CLAUSE_END.sub("", plain(node.text))


def _counted(more: Polarity, way: Polarity) -> Effect:
    """What more of something does where it adds goods (1) or asks for more (-1), in a place that counts so."""
    return {1: "tightened", -1: "relaxed", 0: "unclear"}[more * way]  # type: ignore[return-value]  # three effects


def held_in_clause(node: Node, origin: Node, editions: Editions) -> Node | None:
    """The item of the old list below `origin` that held all that a new item holds, by its words and limits.

    An item that cites new items is not compared: what their numbers named before cannot be told.
    """
    counterpart = editions.old.by_id.get(editions.origin.get(node.id, ""))
    if counterpart is not None and counterpart.status == "active":
        return None
    words = telling_words(_NOT_ELSEWHERE.sub("", plain(node.text)))
    if len(words) < _FEWEST or node.cas or _cites_new(node, editions):
        return None
    rated = [(_likeness(near, words, editions.old), near) for near in editions.old.items_below(origin.id)]
    likely = sorted([one for one in rated if one[0]], key=lambda one: -one[0])
    return next((near for _, near in likely if _holds(near, node, editions)), None)


def _likeness(near: Node, words: frozenset[str], tree: Tree, above: frozenset[str] = frozenset()) -> float:
    """The part of the telling words of an item and of a new one that both say, 0 where that is too little; of a list
    that of the item most like the new one."""
    said = telling_words(near.text) | above
    shared = len(words & said)
    if not near.text or not 2 * shared >= min(len(words), len(said)) > 1:
        return 0.0
    below = tree.items_below(near.id)
    return max([_likeness(item, words, tree, said) for item in below], default=shared / len(words | said))


_NOT_ELSEWHERE = pattern(
    r"\bnot\s+(?:specified|controlled|described|listed|enumerated)\s+(?:by|in)\s+\S*\d\S*(?:\s+and\b)?", re.IGNORECASE
)
"""What leaves goods to another item of the same list: they are controlled by one or the other."""


def _cites_new(node: Node, editions: Editions) -> bool:
    """Whether an item, or one below it, has goods of items that are new, or that bear another number now."""
    if any(_cites_new(item, editions) for item in editions.new.items_below(node.id)):
        return True
    if not node.refs:
        return False
    named = references(_NOT_ELSEWHERE.sub("", plain(node.text)), within=node.code)
    return any(editions.came_from.get(code) != code and editions.new.is_active(code) for code in named)


def _holds(old: Node, new: Node, editions: Editions) -> bool:
    """Whether all ways to be controlled by a new item are among those of an old one."""
    before, after = _ways(old, editions.old), _ways(new, editions.new)
    if not before or not after or are_too_many(before, after):
        return False
    compared = ComparedWays(old, new, editions)
    return all(any(compared.is_within(way, other) for way in before) for other in after)


def _ways(node: Node, tree: Tree) -> Sequence[Way]:
    """The ways to be controlled by an item, one where it leads into no list."""
    if tree.is_list(node.id):
        return ways_of(node, tree)
    text = CLAUSE_END.sub("", plain(node.text))
    return (Way(node.code, (Joined(text),)),) if text else ()
