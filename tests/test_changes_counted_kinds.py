"""Things that are counted, all of them or those of a kind alone, and what someone must have done to goods."""

from __future__ import annotations

import pytest
from changes_nodes import reworded


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Pots with three or more lids", "Pots with three or more 'turned' lids", "unclear"),
        ("Pots with three or more lids", "Pots with five or more 'turned' lids", "relaxed"),
        ("Pots with five or more lids", "Pots with three or more 'turned' lids", "unclear"),
        ("Pots that have been weighed to hold a litre", "Pots that have been weighed and stamped by a guild to hold "
         "a litre", "relaxed"),
        ("Pots tested to a safety level exceeding class 3", "Pots tested to exceed class 3", "none"),
        ("Pots tested to a safety level exceeding class 3,", "Pots weighed to exceed class 3", "unclear"),
    ],
)  # fmt: skip
def test_what_is_counted_and_what_is_done(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected
