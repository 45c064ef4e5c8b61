"""Exclusions that speak of goods which their item names in the same edition alone."""

from __future__ import annotations

from changes_nodes import evidence, item, note

KETTLES, BOTH = item("1A001", "Kettles of tin"), item("1A001", "Kettles or teapots of tin")
SOME = note("1A001/note", "1A001 does not apply to model kettles.")
MORE = note("1A001/note", "1A001 does not apply to model kettles or model teapots.")


def test_what_an_exclusion_takes_out_more_may_have_come_with_it() -> None:
    (one,) = evidence([KETTLES, SOME], [BOTH, MORE], "1A001/note")
    assert (one.effect, one.note) == ("unclear", "in an exclusion; its item did not name these goods before")
    (one,) = evidence([BOTH, MORE], [KETTLES, SOME], "1A001/note")
    assert (one.effect, one.note) == ("unclear", "in an exclusion; its item names these goods no more")


def test_what_the_item_named_before_is_taken_out_of_it() -> None:
    (one,) = evidence([BOTH, SOME], [BOTH, MORE], "1A001/note")
    assert (one.effect, one.note) == ("relaxed", "in an exclusion")


def test_an_exclusion_that_changes_a_name_as_its_item_does_decides_nothing() -> None:
    heads = [item("1A001", "Automobiles of tin"), item("1A001", "Vehicles of tin")]
    names = ("automobiles", "vehicles")
    notes = [note("1A001/note", f"1A001 does not apply to {goods} for children.") for goods in names]
    (one,) = evidence([heads[0], notes[0]], [heads[1], notes[1]], "1A001/note")
    assert (one.effect, one.note) == ("unclear", "its item changed the same name")
    (one,) = evidence([heads[1], notes[0]], [heads[1], notes[1]], "1A001/note")
    assert one.effect == "relaxed"
