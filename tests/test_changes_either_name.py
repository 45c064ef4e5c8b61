"""A term in marks with another name in brackets behind it, where the other edition has that name as its term."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note

from controllist.changes.records import Effect

NOTE = "For the purposes of 1A001, 'brewing time' (boiling time) is the time in which a litre of water boils."
OLD = 'Kettles having a "boiling time" (brewing time) of less than 3 min'
NEW = "Kettles having a 'brewing time' of less than {}"


def renamed(limit: str, explained: str = NOTE, new: str = NEW) -> Effect:
    """What it does that the term gave way to the name that stood behind it, with such a limit."""
    news = [item("1A001", new.format(limit)), note("1A001/tn", explained, kind="technical-note")]
    return effect([item("1A001", OLD)], news, "1A001")


@pytest.mark.parametrize(("limit", "expected"), [("3 min", "none"), ("5 min", "tightened"), ("2 min", "relaxed")])
def test_the_limit_alone_tells_where_what_explains_the_term_gives_both_names(limit: str, expected: Effect) -> None:
    assert renamed(limit) == expected


def test_a_term_that_is_explained_without_the_other_name_may_be_another_thing() -> None:
    assert renamed("3 min", NOTE.replace(" (boiling time)", "")) == "unclear"


def test_a_note_on_another_entry_explains_nothing_here() -> None:
    news = [item("1A001", NEW.format("3 min")), note("1A002/tn", NOTE, kind="technical-note")]
    assert effect([item("1A001", OLD)], news, "1A001") == "unclear"


def test_a_name_that_is_no_term_of_the_other_edition_is_not_told() -> None:
    assert renamed("3 min", new=NEW.replace("'", "")) == "unclear"
