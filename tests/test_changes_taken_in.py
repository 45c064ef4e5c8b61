"""Lines of a list within one note that went while the limits of another line grew."""

from __future__ import annotations

from changes_nodes import effect, item, note

from controllist.changes.records import Effect

ITEM = item("1A001", "Kettles.")
A = "a. Volume exceeding 1 l but not exceeding 2 l and having a weight exceeding 1 kg; "
B = "b. Volume exceeding 3 l but not exceeding {} l and having a weight exceeding 2 kg; "
C = "c. Volume exceeding 4 l but not exceeding 5 l and having a weight exceeding {} kg; "
D = "d. Volume exceeding 7 l but not exceeding 9 l and having a weight exceeding 9 kg."


def noted(*lines: str) -> str:
    """A note that leaves the kettles of some lines out."""
    return "1A001 does not apply to kettles having any of the following: " + "".join(lines)


def changed(old: str, new: str) -> Effect:
    """What a change of such a note does."""
    return effect([ITEM, note("1A001/note", old)], [ITEM, note("1A001/note", new)], "1A001/note")


def test_a_line_within_the_limits_of_one_that_grew_is_held_by_it() -> None:
    assert changed(noted(B.format(4), C.format(3), D), noted(B.format(5), D)) == "relaxed"


def test_a_line_whose_values_no_other_has_is_gone() -> None:
    assert changed(noted(A, B.format(4), C.format(3), D), noted(B.format(5), D)) == "mixed"


def test_a_line_that_the_grown_one_holds_in_part_is_in_doubt() -> None:
    assert changed(noted(B.format(4), C.format(1), D), noted(B.format(5), D)) == "unclear"
    assert changed(noted(B.format(4), C.format(3), D), noted(B.format("4.5"), D)) == "unclear"
