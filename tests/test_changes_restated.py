"""A condition that a clause says with more words in another place is no second condition."""

from __future__ import annotations

import pytest
from changes_nodes import reworded


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Copper cores or lids", "Cores or lids, specially designed for pots, made from tin or copper", "unclear"),
        ("Copper cores or lids", "Cores or lids, specially designed for pots", "mixed"),
        ("Copper cores or lids", "Cores or lids", "tightened"),
        ("When designed to boil at depth", "Designed to boil at depth", "none"),
    ],
)
def test_a_condition_said_with_more_words_elsewhere(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected
