"""Software and technology that went from one entry to another: what one "except for 1B001.c" lost, the other holds now.

"Software for 1A001 to 1B009 (except 1B001.c)" and "Software for 1B001.c", which is new, hold together what the first
held before: the second is no more control. So it is where an exception is gone with the number that it named, whose
items stand elsewhere. And the first, which excepts what the second names, holds no less together with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

import msgspec

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.records import Evidence
from controllist.codes import entry_of, group_of
from controllist.figures.references import cited
from controllist.model import Node

RENUMBERED = "what it excepts stands under a number that it does not except, in the other edition"
TAKEN_OVER = "what it excepts is named by an item that the other edition lacks"
_PRODUCTS = ("D", "E")
"""The product groups whose entries name the goods of others: software and technology."""


def not_renumbered(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of a pair; that an exception names more or less decides nothing where these are all numbers that
    the other edition lacks, and under which it has the items elsewhere, or that a new entry names as this one did."""
    if evidence.type not in ("reference", "exclusion") or evidence.effect not in ("tightened", "relaxed"):
        return evidence
    if evidence.type == "exclusion" and not cited(evidence.old or evidence.new, within=old.code):
        return evidence
    if _product(new) not in _PRODUCTS or _product(old) != _product(new) or old.kind != "item":
        return evidence
    for before, after, place in ((old, new, editions), (new, old, editions.swapped)):
        more = excepts_more(before, after)
        if more and all(_stood_elsewhere(code, place) for code in more):
            return msgspec.structs.replace(evidence, effect="unclear", note=RENUMBERED)
        if more and _is_taken_over(more, before, place):
            return msgspec.structs.replace(evidence, effect="unclear", note=TAKEN_OVER)
    return evidence


def _is_taken_over(excepted: Set[str], before: Node, editions: Editions) -> bool:
    """Whether all that an item excepts now, and that was there before, is named by new entries' items that it held.

    What a new item of its own entry names is told beside it.
    """
    left = {code for code in excepted if _was_there(code, editions)}
    named: set[str] = set()
    for _, node in editions.differing:
        if node is None or node.kind != "item" or not node.refs or node.id in editions.origin:
            continue
        if entry_of(node.code) != entry_of(before.code) and held_before_exception(node, editions) is before:
            named.update(_named_below(node, editions))
    return bool(named) and left <= named


def _stood_elsewhere(code: str, editions: Editions) -> bool:
    """Whether a number is none of the old edition, which has the number's item, or one below it, in another place."""
    node = editions.new.by_code.get(code)
    if node is None or editions.old.is_active(code):
        return False
    return any(item.id in editions.origin for item in (node, *editions.new.items_below(node.id)))


def held_before_exception(node: Node, editions: Editions) -> Node | None:
    """The old item that held, without the exception that it has now, what a new one of its product group names; None
    if there is none.

    One of the items named, at least, was there before: technology for goods that are new was not controlled. Of a list
    each item names some: software of another kind was not held by the other one.
    """
    if _product(node) not in _PRODUCTS:
        return None
    if node.id not in editions.held_before:
        editions.held_before[node.id] = _holder_before_exception(node, editions)
    return editions.held_before[node.id]


def _holder_before_exception(node: Node, editions: Editions) -> Node | None:
    named = set(_named_below(node, editions))
    if not any(_was_there(code, editions) for code in named):
        return None
    for after in editions.new.by_code.values():
        if not after.refs or named.isdisjoint(after.refs) or after.kind != "item" or _product(after) != _product(node):
            continue
        before = editions.old.by_id.get(editions.origin.get(after.id, ""))
        shared = named & excepts_more(before, after) if before is not None and before.status == "active" else set()
        is_known = any(_was_there(code, editions) for code in shared)
        if before is not None and is_known and 2 * len(shared) >= len(named) and _held(node, before, shared, editions):
            return before
    return None


def _product(node: Node) -> str:
    """The letter of an item's product group; empty for what has none."""
    return group_of(entry_of(node.code))[1:2] if node.code else ""


def excepts_more(old: Node, new: Node) -> Set[str]:
    """The codes that a new text takes out by number and an old one does not name."""
    more = set(new.refs) - set(old.refs)
    if not more:
        return more
    text = plain(new.text)
    return {code for start, _, code in cited(text, within=new.code) if code in more and polarity(text, start) < 0}


def _named_below(node: Node, editions: Editions) -> Iterator[str]:
    yield from node.refs
    for below in editions.new.items_below(node.id):
        yield from _named_below(below, editions)


def _held(node: Node, before: Node, shared: Set[str], editions: Editions) -> bool:
    """Whether an old item says most of what a new one, and each one below it, says of goods that are among `shared`."""
    words = set(filter(str.isalpha, telling_words(node.text)))
    return (
        2 * len(words & telling_words(before.text)) >= len(words)
        and not shared.isdisjoint(_named_below(node, editions))
        and all(_held(item, before, shared, editions) for item in editions.new.items_below(node.id))
    )


def _was_there(code: str, editions: Editions) -> bool:
    node = editions.new.by_code.get(code)
    return node is not None and node.id in editions.origin
