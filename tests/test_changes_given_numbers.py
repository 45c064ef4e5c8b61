"""Notes under an item whose number was given to another one."""

from __future__ import annotations

from changes_nodes import item, note

from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree

OLD = [
    item("1A001", "Kettles and lids, as follows:"),
    item("1A001.b", "Lids, as follows:"),
    item("1A001.b.3", "Lids of clay;"),
    note("1A001.b.3/note", "1A001.b.3 does not apply to lids with a width of 10 mm or less."),
]
LATER = note("1A001.b.3/note", "1A001.b.3 does not apply to lids with a width of 15 mm or less.")
NEW = [OLD[0], item("1A001.b", "Kettles, as follows:"), OLD[2], LATER, item("1A001.c", "Lids, as follows:")]
LINKS = {node.id: node.id for node in (OLD[0], OLD[2], OLD[3])}


def _effects(above: str) -> set[str]:
    """The effects of the note where the list of lids has become the item `above`."""
    ground = Editions(Tree(OLD), Tree(NEW), {**LINKS, "1A001.b": above})
    return {one.effect for one in evidence_of(OLD[3], LATER, ground)}


def test_a_note_whose_list_went_elsewhere_is_not_told_by_the_note_of_the_list_that_has_the_number_now() -> None:
    assert _effects("1A001.b") == {"relaxed"}
    assert _effects("1A001.c") == {"unclear"}
