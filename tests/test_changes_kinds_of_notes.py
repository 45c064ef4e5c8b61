"""Notes that stand elsewhere: which of them moved, and which a source only prints in another place."""

from __future__ import annotations

from changes_nodes import editions, item, note

from controllist.changes.kinds import kind_of

LIST = [item("1A001", "Kitchen ware as follows:"), item("1A001.b", "Kettles as follows:")]
ITEMS = [item("1A001.b.1", "Copper kettles;"), item("1A001.b.1.a", "Above 3 l;"), item("1A001.b.2", "Iron kettles;")]
PAN = item("1A001.c", "Pans;")


def _kind(text: str, before: str, after: str) -> str | None:
    """The kind of the change of a note that stands under one item and then under another, behind all others."""
    old, new = note(f"{before}/note.1", text), note(f"{after}/note.1", text)
    ground = editions([*LIST, *ITEMS, old, PAN], [*LIST, new, *ITEMS, PAN])
    ground.partner[old.id] = new.id
    ground.origin[new.id] = old.id
    return kind_of(old, new, [], ground)


def test_a_note_that_says_whose_it_is_did_not_move_along_the_line_of_these() -> None:
    says = "The status of kettles in 1A001.b.1.a to 1A001.b.1.c is told by their weight."
    assert _kind(says, "1A001.b.1.a", "1A001.b") is None
    assert _kind(says, "1A001.b.2", "1A001.b") == "moved", "another item is none of these"
    assert _kind("The status of kettles is told by their weight.", "1A001.b.1.a", "1A001.b") == "moved"
