"""Notes by which goods follow the status of others, of both editions, that name items of one edition alone.

"The status of lids described in 1A001.a and 1A001.b is determined by the status of the kettle": where 1A001.b is new,
nothing was said of its lids before. What the note does to them is no surer than that they are controlled anew.
"""

from __future__ import annotations

from controllist.changes.language.taken_out import DETERMINED
from controllist.changes.place.editions import Editions
from controllist.changes.place.notes_of_new import Come
from controllist.changes.records import Evidence
from controllist.model import Node

CAME_ALONG = "names items that came or went with it"
_REFERS = "refers to "


def with_status_of_new(evidence: Evidence, old: Node, new: Node, editions: Editions, come: Come) -> Evidence:
    """The evidence of such a note that names items more, or less, which all came, or went, in the same edition.

    `come` gives the evidence of a node that is new.
    """
    if evidence.type != "reference" or evidence.effect in ("none", "unclear"):
        return evidence
    if not evidence.note.startswith(_REFERS) or not all(DETERMINED.search(node.text) for node in (old, new)):
        return evidence
    there = editions if evidence.new else editions.swapped
    items = [there.new.by_code.get(code) for code in (evidence.new or evidence.old).split(", ")]
    added = [item for item in items if item is not None and item.status == "active" and item.id not in there.origin]
    if len(added) < len(items) or all(come(item, there).effect == "tightened" for item in added):
        return evidence
    return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=CAME_ALONG)
