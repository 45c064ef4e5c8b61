"""Lines of an exclusion that went while the item ceased to reach their values."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note

A = "a. Volume exceeding 1 l but not exceeding 2 l and having a weight exceeding 1 kg; "
LINES = (
    "b. Volume exceeding 3 l but not exceeding 4 l and having a weight exceeding 2 kg; "
    "c. Volume exceeding 5 l but not exceeding {} l."
)
LEAD = "1A001 does not apply to kettles having any of the following: "


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ("Kettles having a volume exceeding 2 l.", "unclear"),
        ("Kettles having a volume exceeding 1.5 l.", "mixed"),
        ("Kettles having a volume exceeding 2 l or a weight exceeding 3 kg.", "mixed"),
        ("Kettles having a width exceeding 2 m.", "mixed"),
    ],
)
def test_a_line_below_the_limits_that_the_item_has_now(limits: str, expected: str) -> None:
    old = [item("1A001", "Kettles having a volume exceeding 1 l."), note("1A001/note", LEAD + A + LINES.format(6))]
    new = [item("1A001", limits), note("1A001/note", LEAD + LINES.format(7))]
    assert effect(old, new, "1A001/note") == expected
