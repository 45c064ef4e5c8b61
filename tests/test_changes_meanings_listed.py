"""A line more in a note that says what a term means, below an item that asks for the term or takes it out."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note

MEANS = "For the purposes of 1A001, 'fine pots' means any of the following: a. Pots of tin; "
BEFORE = MEANS + "or b. Pots of clay."
AFTER = MEANS + "b. Pots of clay; or c. Pots of glass."


@pytest.mark.parametrize(
    ("asks", "expected"),
    [
        ("Lids for 'fine pots'", "tightened"),
        ("Lids, other than lids for 'fine pots'", "unclear"),
        ("Lids for pots", "unclear"),
    ],
)
def test_one_more_thing_that_a_term_means_counts_where_the_item_asks_for_it(asks: str, expected: str) -> None:
    sides = [[item("1A001", asks), note("1A001/tn", said, kind="technical-note")] for said in (BEFORE, AFTER)]
    assert effect(sides[0], sides[1], "1A001/tn") == expected
