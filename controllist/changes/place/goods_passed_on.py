"""Goods that came into a clause while an item that named them went, and the reverse: they were controlled all along.

"Kettles or copper pans" says no more than "Kettles" and "Copper pans" did before it, as far as its limits are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from controllist.changes.place.editions import Editions
from controllist.changes.place.goods_of_gone import HEAD_ENDS, KINDS, OF_ANY_GOODS, are_alike, heads_of, words_of
from controllist.changes.place.neighbours import gone_with_many_of
from controllist.changes.place.tree import Tree
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

STOOD_IN, STANDS_IN = "an item that is gone named these goods", "an item that came names these goods"
OTHER_NUMBER = "another item names these substances"
_LEADS = pattern(r"(?:(?:and|or|unless|the|any|an?|other|and/or|und|oder)\b\W*)+", re.IGNORECASE)


def unless_of_gone(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence; that a clause names more goods, or excludes fewer, decides nothing where an item that is gone named
    them, and the reverse."""
    if (
        evidence.effect not in ("tightened", "relaxed")
        or evidence.type not in ("alternative", "exclusion")
        or bool(evidence.old) == bool(evidence.new)
    ):
        return evidence
    came = evidence.effect == "tightened"
    ground = editions if came else editions.swapped
    numbers = set(new.cas) - set(old.cas) if evidence.new else set(old.cas) - set(new.cas)
    item = old if came else new
    if numbers and old.kind == new.kind == "item" and all(_is_named(number, item, ground.old) for number in numbers):
        return msgspec.structs.replace(evidence, effect="unclear", note=OTHER_NUMBER)
    kinds = [words for kind in _kinds(evidence.old or evidence.new) if (words := _told(kind))]
    if kinds and all(_names(words, new.code or new.parent, ground) for words in kinds):
        return msgspec.structs.replace(evidence, effect="unclear", note=STOOD_IN if came else STANDS_IN)
    return evidence


def _is_named(number: str, item: Node, tree: Tree) -> bool:
    """Whether another item of an edition than this one names a substance."""
    return any(user.id != item.id for user in tree.users_of_substances.get(number, ()))


def _kinds(said: str) -> Iterator[str]:
    """The names of goods that some words begin with."""
    for kind in KINDS.split(said.replace('"', " ")):
        name = kind.strip(" ,;:.()")
        lead = _LEADS.match(name)
        name = name[lead.end() :] if lead else name
        end = HEAD_ENDS.search(name)
        yield name[: end.start()] if end else name
        if end:
            return


def _told(kind: str) -> frozenset[str]:
    """The words of a name; none where they tell nothing."""
    words = words_of(kind)
    return words if words - OF_ANY_GOODS else frozenset()


def _names(words: frozenset[str], code: str, editions: Editions) -> bool:
    """Whether an item that the new edition lacks is one of goods of this name."""
    return any(
        are_alike(gone.code, code) and _is_head(words, gone)
        for gone in gone_with_many_of(words - {"non"}, editions, 0)
    )


def _is_head(words: frozenset[str], gone: Node) -> bool:
    """Whether an item is one of goods of this name; a single word must be the whole of the item's name."""
    return any(words <= head if len(words) > 1 else words == head for head in heads_of(gone))
