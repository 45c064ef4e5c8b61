"""References, of items and notes of both editions, to items of one edition alone.

"Polish for the lids of 1A001 or 1A004": where 1A004 is new and its lids may have been held by 1A001, whether polish for
more lids is controlled is no surer than whether more lids are. The same is true of notes by which goods follow the
status of others: "the status of lids described in 1A001.b is determined by the status of the kettle".
"""

from __future__ import annotations

from controllist.changes.language.taken_out import DETERMINED
from controllist.changes.place.editions import Editions
from controllist.changes.place.held_by_named import IN_EXCLUSION
from controllist.changes.place.notes_of_new import Come
from controllist.changes.records import Evidence
from controllist.model import Node

CAME_ALONG = "names items that came or went with it"
_REFERS = "refers to "


def unless_sure_of_new(evidence: Evidence, old: Node, new: Node, editions: Editions, come: Come) -> Evidence:
    """The evidence of a pair that names items more, or less, which all came, or went, in the same edition.

    An exception narrows an item whatever became of the goods that it takes out.

    `come` gives the evidence of a node that is new.
    """
    if evidence.type != "reference" or evidence.effect in ("none", "unclear"):
        return evidence
    if not evidence.note.startswith(_REFERS):
        return evidence
    is_exception = IN_EXCLUSION in evidence.note
    if is_exception and not all(DETERMINED.search(node.text) for node in (old, new)):
        return evidence
    there = editions if evidence.new else editions.swapped
    items = [there.new.by_code.get(code) for code in (evidence.new or evidence.old).split(", ")]
    added = [item for item in items if item is not None and item.status == "active" and item.id not in there.origin]
    if len(added) < len(items) or all(come(item, there).effect == "tightened" for item in added):
        return evidence
    return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=CAME_ALONG)
