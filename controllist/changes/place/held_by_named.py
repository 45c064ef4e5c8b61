"""Exclusions that only name other items of the list: what they take out is controlled by these.

"Kettles, not specified by 1A002, of tin" holds fewer kettles than "Kettles of tin", by its own words; but those that it
takes out stay controlled, by 1A002. That decides nothing about the item itself; the evidence says so beside it.
"""

from __future__ import annotations

import re

import msgspec

from controllist.changes.place.editions import Editions
from controllist.changes.place.excepted import excepts_more
from controllist.changes.place.lineages import is_same_or_below
from controllist.changes.records import Evidence
from controllist.codes import sort_key
from controllist.model import Node
from controllist.patterns import pattern

TAKES_OUT, TOOK_OUT = "what it takes out is controlled by", "what it took out is controlled by"
_BY_NUMBER = pattern(
    r"\W*(?:\w+,\s+)?(?:not|other\s+than(?:\s+(?:those|that|items|goods))?)\s+(?:specified|controlled|described|listed)\s+(?:in|by|under)\b",
    re.IGNORECASE,
)
"""How an exclusion begins that tells by numbers what it takes out; the goods that it speaks of may stand before it."""


def with_holders(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of a pair; of an exclusion by numbers that both editions have it says what controls its goods."""
    if evidence.type != "exclusion" or evidence.note or bool(evidence.old) == bool(evidence.new):
        return evidence
    if not _BY_NUMBER.match(evidence.old or evidence.new):
        return evidence
    codes = excepts_more(old, new) if evidence.new else excepts_more(new, old)
    own = (new if evidence.new else old).code
    is_held = all(tree.is_active(code) for code in codes for tree in (editions.old, editions.new))
    if not codes or not is_held or any(is_same_or_below(own, code) for code in codes):
        return evidence
    note = TAKES_OUT if evidence.new else TOOK_OUT
    return msgspec.structs.replace(evidence, note=f"{note} {', '.join(sorted(codes, key=sort_key))}")
