"""New software and technology for goods whose software or technology a wider item held before, by naming those goods.

"Software for the use of kettles of 1A001 to 1A009" held what a new "Software for the operation of kettles of 1A002"
does where it names 1A003 to 1A009 now. It held, too, what a new item says of kettles that it describes, and that no
item for kettles holds any more, or holds with the limit that they have there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from controllist.changes.clause.ground.pointers import Named, Range, named_in
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.meaning import runs_of
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import gone_with_many_of, telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.codes import entry_of, group_of, subject_of
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern

_ACTS = {
    "development": pattern(r"\b(?:development|Entwicklung)\b", re.IGNORECASE),
    "production": pattern(r"\b(?:production|Herstellung)\b", re.IGNORECASE),
    "use": pattern(r"\b(?:use|operation|maintenance|Verwendung|Betrieb|Wartung)\b", re.IGNORECASE),
}
"""What software and technology is for; who uses goods operates and maintains them."""
_FEWEST = 4
"""Telling words by which goods are known again."""
_MOST = 0.6
"""The part of the words that tell goods which items say that are gone."""


class _Cited(NamedTuple):
    """What a clause names, and what it takes out."""

    taken_in: Named
    taken_out: Named


def held_by_wider(node: Node, editions: Editions) -> Node | None:
    """The old item for software, or for technology, that may have held a new one by naming its goods, and whose
    successor names them no more; None if there is none."""
    group = group_of(entry_of(node.code))
    acts = _acts_of(node) if group[1:2] in ("D", "E") else frozenset()
    if not acts:
        return None
    wider = [one for one in _items_of(group, editions.old) if acts & _acts_of(one) and not editions.old.is_list(one.id)]
    if not wider:
        return None
    named = [before for code in node.refs if (before := _was(code, editions)) and _names(node, code, editions.new)]
    gone = [item.code for item in (*_goods_gone(node, editions), *_goods_of_old_limits(node, editions))]
    for one in wider:
        if any(_names(one, code, editions.old) for code in gone):
            return one
        if any(_names(one, code, editions.old) and not _is_still_named(one, code, acts, editions) for code in named):
            return one
    return None


def _acts_of(node: Node) -> frozenset[str]:
    return _acts_in(plain(node.text))


@lru_cache(maxsize=4096)
def _acts_in(text: str) -> frozenset[str]:
    return frozenset(act for act, words in _ACTS.items() if words.search(text))


def _items_of(group: str, tree: Tree) -> list[Node]:
    """The items in force of a product group that cite others."""
    return [
        item for code, item in tree.by_code.items()
        if item.refs and item.kind == "item" and item.status == "active" and code.startswith(group)
    ]  # fmt: skip


def _was(code: str, editions: Editions) -> str:
    """The code in the old edition of goods that a new item names; empty if they are new, or no goods."""
    before = editions.came_from.get(code, "") if editions.new.is_active(code) else ""
    return before if subject_of(before) == "goods" and editions.old.is_active(before) else ""


def _is_still_named(wider: Node, code: str, acts: frozenset[str], editions: Editions) -> bool:
    """Whether the successor of an item, or an item below that, names goods for one of the same acts."""
    after = editions.new.by_id.get(editions.partner.get(wider.id, ""))
    now = editions.renamed.get(code, code)
    items = editions.new.whole(after) if after is not None else ()
    return any(acts & _acts_of(item) and _names(item, now, editions.new) for item in items)


def _goods_gone(node: Node, editions: Editions) -> Iterator[Node]:
    """The goods that the new edition lacks and that an item, or one below it, describes."""
    for part in editions.new.whole(node):
        words = frozenset(filter(str.isalpha, telling_words(part.text)))
        for gone in gone_with_many_of(words, editions, 1 - _MOST) if len(words) >= _FEWEST else ():
            if subject_of(gone.code) == "goods" and len(words & telling_words(gone.text)) >= _MOST * len(words):
                yield gone


def _goods_of_old_limits(node: Node, editions: Editions) -> Iterator[Node]:
    """The goods that an item, or one below it, describes by all words and figures of the old edition's item for them,
    which has other figures now."""
    for part in editions.new.whole(node):
        words = telling_words(part.text)
        figures = frozenset(filter(_FIGURE.match, words))
        for before, after in editions.reworded if figures and len(words) >= _FEWEST else ():
            is_same = telling_words(before.text) == words and subject_of(before.code) == "goods"
            if is_same and not figures <= telling_words(after.text):
                yield before


_FIGURE = pattern(r"\d")


def _names(item: Node, code: str, tree: Tree) -> bool:
    """Whether an item names goods by their code or that of anything they stand under, and does not take them out."""
    said = _cited(plain(item.text), item.code)
    above = list(_codes_above(code, tree))
    return any(map(said.taken_in.takes_in, above)) and not any(map(said.taken_out.takes_in, above))


def _codes_above(code: str, tree: Tree) -> Iterator[str]:
    """A code and those of all that its item stands under, the category included."""
    node = tree.by_code.get(code)
    while node is not None:
        yield node.code
        node = tree.by_id.get(node.parent)


@lru_cache(maxsize=4096)
def _cited(text: str, within: str) -> _Cited:
    found = [(start, Named(frozenset([code]), frozenset())) for start, _, code in cited(text, within=within)]
    found += [(run.start, named_in(text[run.start : run.end], within)) for run in runs_of(text)]
    taken_out = [named for start, named in found if polarity(text, start) < 0]
    return _Cited(_joined([named for _, named in found if named not in taken_out]), _joined(taken_out))


def _joined(found: list[Named]) -> Named:
    codes = frozenset[str]().union(*(named.codes for named in found))
    return Named(codes, frozenset[Range]().union(*(named.ranges for named in found)))
