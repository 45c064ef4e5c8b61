"""A thing under two names, of which the notes of either edition say that it is also called a third."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note

from controllist.changes.records import Effect

OLD_NOTE = "Vendors may also refer to the pouring rate as spouting rate or flowing rate. It is given in litres."
NEW_NOTE = "'Tea rate' may also be referred to as steeping rate, usually given in litres, or flowing rate."
OLD, NEW = "Kettles with a pouring rate greater than 3 l/min", "Kettles with a 'tea rate' greater than {} l/min"


def renamed(litres: str, old_note: str = OLD_NOTE, new_note: str = NEW_NOTE) -> Effect:
    """What it does that the kettles' rate has another name, and so many litres as its limit."""
    old = [item("1A001", OLD), note("1A001/tn", old_note, kind="technical-note")]
    new = [item("1A001", NEW.format(litres)), note("1A001/tn", new_note, kind="technical-note")]
    return effect(old, new, "1A001")


@pytest.mark.parametrize(("litres", "expected"), [("3", "none"), ("5", "relaxed"), ("2", "tightened")])
def test_the_limit_alone_tells_where_both_names_have_a_third_in_common(litres: str, expected: Effect) -> None:
    assert renamed(litres) == expected


def test_names_with_nothing_in_common_are_of_two_things() -> None:
    assert renamed("5", new_note=NEW_NOTE.replace("flowing", "brewing")) == "unclear"


def test_what_one_edition_alone_says_is_not_enough() -> None:
    assert renamed("5", old_note="A kettle boils water.") == "unclear"
