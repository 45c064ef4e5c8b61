"""New items whose goods stood elsewhere in the old edition, in other words or under a name of their own.

What another item said that is gone, or what names the same substances, was controlled all the time: whether the new
item holds more cannot be told.
"""

from __future__ import annotations

from itertools import islice

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.excepted import held_before_exception
from controllist.changes.place.ground.neighbours import ROOT, gone_with_many_of, telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.held.goods_of_gone import OF_ANY_GOODS, gone_within
from controllist.changes.place.held.goods_of_kept import held_by_kept
from controllist.changes.place.held.named_by_unlinked import is_of_one_part
from controllist.changes.place.moved.moved_lists import left_over_of_moved
from controllist.codes import subject_of
from controllist.model import Node

_FEWEST = 4
"""Telling words by which an item is known again in words that are not all the same."""
_MOST = 0.7
"""The part of an item's telling words that another one says which may have held it."""


def may_have_stood_elsewhere(node: Node, editions: Editions) -> Node | None:
    """The item of the old edition that may have held what a new item does, wherever it stood; None if there is none."""
    return (
        _substances_elsewhere(node, editions.old)
        or _gone_with_most_words(node, editions)
        or _gone_with_its_name(node, editions)
        or left_over_of_moved(node, editions)
        or may_have_been_held(node, editions)
    )


def may_have_been_held(node: Node, editions: Editions) -> Node | None:
    """The item that held what a new item names, whatever the list is in which this stands; None if there is none."""
    return held_before_exception(node, editions) or gone_within(node, editions) or held_by_kept(node, editions)


def _substances_elsewhere(node: Node, old: Tree) -> Node | None:
    """The first old item that names substances of a new one by their numbers, if all its numbers stood there."""
    if not node.cas:
        return None
    places = [old.users_of_substances.get(number) for number in node.cas]
    return places[0][0] if places[0] and all(places) else None


def _gone_with_most_words(node: Node, editions: Editions) -> Node | None:
    """The first item that the new edition lacks and that said most of the words which tell what a new item is about."""
    words = telling_words(node.text)
    if len(words) < _FEWEST:
        return None
    for item in gone_with_many_of(words, editions, 1 - _MOST):
        if len(words & telling_words(item.text)) >= _MOST * len(words) and subject_of(item.code) == subject_of(
            node.code
        ):
            return item
    return None


def _gone_with_its_name(node: Node, editions: Editions) -> Node | None:
    """The item that the new edition lacks and that says the few words of a new one of its part of the list; no other
    item says one of them, a name of its own."""
    words = telling_words(node.text)
    names = [word for word in words - OF_ANY_GOODS if len(word) >= ROOT and word.isalpha()]
    if len(words) >= _FEWEST or not names:
        return None
    gone = gone_with_many_of(words, editions, 0)
    alike = [one for one in gone if words <= telling_words(one.text) and is_of_one_part(one.code, node.code)]
    trees = (editions.old, editions.new)
    return alike[0] if alike and any(all(_is_said_once(name, tree) for tree in trees) for name in names) else None


_BEGINNING = 4
"""Letters that all forms of a word share: by them most texts are passed over."""


def _is_said_once(word: str, tree: Tree) -> bool:
    """Whether one item in force alone says a word."""
    said = (
        True for node in tree.nodes
        if node.kind == "item" and word[:_BEGINNING] in node.text.lower() and word in telling_words(node.text)
    )
    return len([*islice(said, 2)]) == 1


_LEAST_SAID = 3
_KEPT = 0.4
"""The part of the telling words of a heading that stays where it still asks for the same, or for a little more."""


def is_rewritten(old: Node, new: Node) -> bool:
    """Whether a heading asks for other things than before: what its items ask for cannot be held against its list."""
    words = telling_words(old.text), telling_words(new.text)
    if min(map(len, words)) < _LEAST_SAID or words[0] <= words[1] or words[1] <= words[0]:
        return False
    return len(words[0] & words[1]) < _KEPT * len(words[0] | words[1])
