"""Items that a clause cites more, or less, and that came or went without any goods of their own.

"Lids for the kettles of 1A001.a or 1A001.z" names no more kettles than "of 1A001.a" does for certain, where 1A001.z is
new and holds "any kettle described in 1A001 that whistles": what it holds was controlled, and maybe cited, before.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from controllist.changes.place.editions import Editions
from controllist.changes.records import Evidence
from controllist.model import Node

NO_GOODS_OF_THEIR_OWN = "the items that it names more hold goods of others"
NO_GOODS_OF_THEIR_OWN_BEFORE = "the items that it names no more held goods of others"
Come = Callable[[Node, Editions], Evidence]
"""The evidence of a node that the old edition lacks."""


def without_own_goods(evidence: Evidence, editions: Editions, come: Come) -> Evidence:
    """The evidence of a pair; items that came, or went, without goods of their own make the clause name no more."""
    if evidence.type != "reference" or evidence.effect not in ("tightened", "relaxed"):
        return evidence
    if bool(evidence.old) == bool(evidence.new):
        return evidence
    place = editions if evidence.new else editions.swapped
    named = [place.new.by_code.get(code) for code in (evidence.new or evidence.old).split(", ")]
    if not all(node is not None and node.id not in place.origin and _brings_nothing(node, place, come) for node in named):
        return evidence
    note = NO_GOODS_OF_THEIR_OWN if evidence.new else NO_GOODS_OF_THEIR_OWN_BEFORE
    return msgspec.structs.replace(evidence, effect="unclear", note=note)


def _brings_nothing(node: Node, editions: Editions, come: Come) -> bool:
    return come(node, editions).effect == "none"
