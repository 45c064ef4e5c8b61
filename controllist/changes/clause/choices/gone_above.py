"""Words that can only have narrowed an item, and that went from the item above it, too (or came to both).

By itself "painted" before "height" may only say in full what was meant: the heights of the painted kettles that the
heading speaks of. Where the heading lost the word as well, what is not painted is meant now, and more is controlled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.language.text.meaning import IDLE
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import AT_MOST_LESS, AT_MOST_MORE, Effect, Evidence
from controllist.model import Node

IN_BOTH = "the item above says so in the same edition alone"
_WORD = re.compile(r"[^\W\d_][\w-]*")


def with_words_gone_above(
    found: Iterable[Evidence], old: Node, new: Node, trees: tuple[Tree, Tree]
) -> list[Evidence]:
    """The evidence of a pair of items, in which words of one edition alone, here and above, do what they say."""
    told = list(found)
    if old.kind != "item" or new.kind != "item":
        return told
    return [_told(one, old, new, trees) if one.note in _ONE_WAY else one for one in told]


_ONE_WAY: dict[str, tuple[str, Effect]] = {AT_MOST_MORE: ("old", "tightened"), AT_MOST_LESS: ("new", "relaxed")}


def _told(one: Evidence, old: Node, new: Node, trees: tuple[Tree, Tree]) -> Evidence:
    side, effect = _ONE_WAY[one.note]
    words = [word for word in map(stem, _WORD.findall(getattr(one, side))) if word not in IDLE]
    if one.type != "wording" or (one.old and one.new) or not words:
        return one
    has, lacks = (_words_above(old, trees[0]), _words_above(new, trees[1]))
    if side == "new":
        has, lacks = lacks, has
    if not set(words) <= has or set(words) & lacks:
        return one
    return Evidence("condition", effect, old=one.old, new=one.new, note=IN_BOTH)


def _words_above(node: Node, tree: Tree) -> set[str]:
    return {stem(word) for above in tree.items_above(node) for word in _WORD.findall(plain(above.text))}
