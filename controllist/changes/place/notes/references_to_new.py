"""References, of items and notes of both editions, to items of one edition alone.

"Polish for the lids of 1A001 or 1A004": where 1A004 is new and its lids may have been held by 1A001, which was named
before, polish for them may have been controlled all the time. Notes by which goods follow the status of others ("the
status of lids described in 1A001.b is determined by the status of the kettle") are no surer than that these are new.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from controllist.changes.language.phrases.taken_out import DETERMINED
from controllist.changes.language.text.groups import groups_in
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.notes.held_by_named import IN_EXCLUSION
from controllist.changes.place.notes.notes_of_new import Come
from controllist.changes.records import LEFT_OUT_GONE, LEFT_OUT_NEW, Evidence
from controllist.codes import group_of
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
    there = editions if evidence.new else editions.swapped
    items = [there.new.by_code.get(code) for code in (evidence.new or evidence.old).split(", ")]
    added = [item for item in items if item is not None and item.status == "active" and item.id not in there.origin]
    doubts = [found for item in added if (found := come(item, there)).effect != "tightened"]
    if len(added) < len(items):
        return evidence
    tells_status = all(DETERMINED.search(node.text) for node in (old, new))
    codes = [item.code for item in added]
    if not tells_status and IN_EXCLUSION in evidence.note and _came_with_the_rest(codes, old, new, doubts):
        note = LEFT_OUT_NEW if evidence.effect == "relaxed" else LEFT_OUT_GONE
        return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=note)
    named = {*old.refs} & {*new.refs}
    is_known = IN_EXCLUSION not in evidence.note and all(one.old and _is_named(one.old, named) for one in doubts)
    if not tells_status and not (is_known and len(doubts) == len(added)):
        return evidence
    return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=CAME_ALONG)


def _came_with_the_rest(codes: Sequence[str], old: Node, new: Node, doubts: Sequence[Evidence]) -> bool:
    """Whether two texts leave out items of what they hold by its number: of the entry of a note, or of a group that is
    cited. What came to it and is left out of it at once was never held; an item's own goods it may have been."""
    if old.kind == new.kind == "note":
        return not doubts or all(is_same_or_below(code, new.parent) for code in codes)
    cited = [{group for _, _, group in groups_in(plain(node.text))} for node in (old, new)]
    return old.kind == new.kind == "item" and {group_of(code) for code in codes} <= cited[0] & cited[1]


def _is_named(code: str, named: Set[str]) -> bool:
    return any(is_same_or_below(code, one) for one in named)
