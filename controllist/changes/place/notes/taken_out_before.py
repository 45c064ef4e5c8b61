"""Parts of what an item named that a note of it took out: to name the others alone, without the note, says the same.

"Lids for goods of 1A", with a note that takes out lids for 1A003, and "lids for goods of 1A001 and 1A002" without one
let go, and hold, the same where 1A has these three entries.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from controllist.changes.language.text.groups import is_group
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import MORE_NAMED, PARTS_NAMED, Evidence
from controllist.codes import entry_of
from controllist.figures.references import cited
from controllist.model import Node

TAKEN_OUT = "a note took out what is named no more"
NOT_NAMED = "its item names none of this in the other edition"


def unless_taken_out(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of a pair of items, of which one names parts of what the other names as a whole."""
    is_divided = evidence.note.startswith(PARTS_NAMED)
    if evidence.type != "reference" or evidence.effect not in ("tightened", "relaxed"):
        return evidence
    if not (is_divided or evidence.note.startswith(MORE_NAMED)):
        return evidence
    wide, tree, narrow = (old, editions.old, new) if is_divided else (new, editions.new, old)
    whole = evidence.old if is_divided else evidence.new
    lost = [part for part in _parts(whole, tree) if not _names(narrow, part)]
    taken = {code for note in tree.below.get(wide.id, ()) for code in taken_out_whole(note)}
    if lost and all(any(is_same_or_below(part, code) for code in taken) for part in lost):
        return msgspec.structs.replace(evidence, effect="none", note=TAKEN_OUT)
    return evidence


def takes_out_what_was_not_named(note: Node, editions: Editions) -> bool:
    """Whether all that a new note takes out, told by codes alone, was of no item that its own item named before."""
    item = editions.old.by_id.get(editions.origin.get(note.parent, ""))
    codes = taken_out_whole(note)
    return bool(codes) and item is not None and bool(item.refs) and not any(_names(item, code) for code in codes)


def taken_out_whole(note: Node) -> tuple[str, ...]:
    """The items of which a note takes out all that its own item says of them; empty where it says more."""
    if note.kind != "note" or not note.excludes or not note.refs or "\n" in note.text.strip():
        return ()
    text = plain(note.text)
    found = [one for one in cited(text, within=note.parent) if not is_same_or_below(one[2], note.parent)]
    if not found or text[found[-1][1] :].strip(" .;)\"'") or "," in text[: found[0][0]].rpartition(" not ")[2]:
        return ()
    return tuple(code for _, _, code in found)


def _parts(whole: str, tree: Tree) -> Iterator[str]:
    """The items in force of which a product group, or an item, is made up."""
    if is_group(whole):
        entries = (node for code, node in tree.by_code.items() if code.startswith(whole) and code == entry_of(code))
        yield from (node.code for node in entries if node.kind == "item" and node.status == "active")
    elif (node := tree.by_code.get(whole)) is not None:
        yield from (item.code for item in tree.items_below(node.id))


def _names(item: Node, code: str) -> bool:
    """Whether an item cites another one, or a whole that it is part of."""
    return any(is_same_or_below(code, ref) or (is_group(ref) and code.startswith(ref)) for ref in item.refs)
