"""Standards of measurement that an item names in one edition alone while a note above it prescribes them in the other.

"Lids flat within 3 µm by ISO 999 (1997)" asks for no measuring that is new where a note of the group says that flatness
is determined by ISO 999: that was an earlier issue, and its figures may not be comparable.
"""

from __future__ import annotations

from collections.abc import Iterator

from controllist.changes.language.text.standards import standards_in
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import OTHER_STANDARD, STANDARD_NAMED, Evidence
from controllist.model import Node

_NOTES = ("technical-note", "nota-bene", "note")


def unless_prescribed(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence; a standard named where none was is another issue of one that a note of the item, or of what it
    stands under, prescribed there without its year or with another."""
    if evidence.note != STANDARD_NAMED:
        return evidence
    has, lacks, tree = (new, old, editions.old) if evidence.new else (old, new, editions.new)
    named = standards_in(has.text)
    above = [one for note in _notes_over(lacks, tree) for one in standards_in(note.text).items()]
    if any(number in named and year != named[number] for number, year in above):
        return Evidence(evidence.type, "unclear", old=evidence.old, new=evidence.new, note=OTHER_STANDARD)
    return evidence


def _notes_over(node: Node, tree: Tree) -> Iterator[Node]:
    """The notes of a node and of all that it stands under, headings of groups and categories included."""
    at: Node | None = node
    while at is not None:
        yield from (near for near in tree.below.get(at.id, ()) if near.kind in _NOTES and near.id != node.id)
        at = tree.by_id.get(at.parent)
