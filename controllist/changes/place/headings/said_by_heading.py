"""Conditions that an item gave up, or took in, and that the heading above it says of all its items in both editions.

"Kettles and lids, for use at sea, as follows: a. Kettles for use at sea" asks for no more than "a. Kettles" there.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import SAID_NEARBY
from controllist.changes.records import Evidence
from controllist.model import Node

ASKED_ABOVE = "the heading above asks for it in both editions"


def unless_asked_above(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence; a condition on one side alone does nothing where the heading in either edition asks for it."""
    said = evidence.old or evidence.new
    is_sure = evidence.effect in ("tightened", "relaxed") or evidence.note == SAID_NEARBY
    if evidence.type != "condition" or not is_sure or (evidence.old and evidence.new):
        return evidence
    if "…" in said or old.kind != "item" or new.kind != "item":
        return evidence
    above = editions.old.parent_item(old), editions.new.parent_item(new)
    if all(heading is not None and asks_of_all(plain(heading.text), said) for heading in above):
        return msgspec.structs.replace(evidence, effect="none", note=ASKED_ABOVE)
    return evidence


def asks_of_all(heading: str, condition: str) -> bool:
    """Whether a heading ends in a condition, set off by a comma from all the goods that it names.

    >>> asks_of_all("Kettles and lids, for use at sea, as follows:", "for use at sea")
    True
    >>> asks_of_all("Kettles, and lids for use at sea, as follows:", "for use at sea")
    False
    """
    return condition in heading and _ending_in(condition).search(heading) is not None


@lru_cache(maxsize=256)
def _ending_in(condition: str) -> re.Pattern[str]:
    words = re.escape(condition.strip(" ,"))
    return re.compile(rf",\s*(?:as\s+follows,\s*)?{words}(?:,?\s*as\s+follows)?\W*$", re.IGNORECASE)
