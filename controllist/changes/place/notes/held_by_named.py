"""Exclusions that only name other items of the list: what they take out is controlled by these.

"Kettles, not specified by 1A002, of tin" holds fewer kettles than "Kettles of tin", by its own words; but those that it
takes out stay controlled, by 1A002. That decides nothing about the item itself; the evidence says so beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import msgspec

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.excepted import excepts_more
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.records import Evidence
from controllist.codes import sort_key, subject_of
from controllist.model import Node
from controllist.patterns import pattern

TAKES_OUT, TOOK_OUT = "what it takes out is controlled by", "what it took out is controlled by"
HOLD, HELD = "these control what it takes out", "these controlled what it took out"
IN_EXCLUSION = "in an exclusion"
_BY_NUMBER = pattern(
    r"\W*(?:\w+,\s+)?(?:not|other\s+than(?:\s+(?:those|that|items|goods))?)\s+(?:specified|controlled|described|listed)\s+(?:in|by|under)\b",
    re.IGNORECASE,
)
"""How an exclusion begins that tells by numbers what it takes out; the goods that it speaks of may stand before it."""


def with_holders(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of a pair; of an exclusion by numbers that both editions have it says what controls its goods."""
    if bool(evidence.old) == bool(evidence.new):
        return evidence
    if evidence.type == "reference" and evidence.note.endswith(IN_EXCLUSION):
        return _with_named_holders(evidence, old, new, editions)
    if evidence.type != "exclusion" or evidence.note:
        return evidence
    if not _BY_NUMBER.match(evidence.old or evidence.new):
        return evidence
    codes = excepts_more(old, new) if evidence.new else excepts_more(new, old)
    own = (new if evidence.new else old).code
    is_held = all(tree.is_active(code) for code in codes for tree in (editions.old, editions.new))
    if not codes or not is_held or not _may_hold(codes, own):
        return evidence
    note = TAKES_OUT if evidence.new else TOOK_OUT
    return msgspec.structs.replace(evidence, note=f"{note} {', '.join(sorted(codes, key=sort_key))}")


def _with_named_holders(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of an exception by numbers that names more or fewer; it says that these are items of their own in
    the edition that excepts them."""
    one, other, tree = (old, new, editions.new) if evidence.new else (new, old, editions.old)
    codes = excepts_more(one, other)
    if old.kind != "item" or new.kind != "item" or not codes or not all(map(tree.is_active, codes)):
        return evidence
    if not _may_hold(codes, other.code):
        return evidence
    return msgspec.structs.replace(evidence, note=f"{evidence.note}; {HOLD if evidence.new else HELD}")


def _may_hold(codes: Collection[str], own: str) -> bool:
    """Whether all codes control things of the sort that an item does, in other lines than its own.

    Software for goods that it excepts is not controlled with these.
    """
    return {*map(subject_of, codes)} == {subject_of(own)} and not any(is_same_or_below(own, code) for code in codes)
