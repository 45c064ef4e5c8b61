"""The order of labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controllist.outline.labels import opens, steps


@pytest.mark.parametrize(
    ("before", "label", "expected"),
    [
        ("a", "b", 1), ("a", "d", 3), ("c", "c", 0), ("c", "a", -2), ("9", "10", 1), ("z", "aa", 1), ("aa", "bb", 1),
        ("aa", "ab", 1), ("i", "ii", 1), ("iv", "v", 1), ("h", "i", 1), ("IV", "V", 1), ("A", "B", 1), ("1", "a", None),
    ],
)  # fmt: skip
def test_steps_between_labels(before: str, label: str, expected: int | None) -> None:
    assert steps(before, label) == expected


@given(st.integers(1, 500), st.integers(1, 500))
def test_numbers_step_by_their_difference(before: int, label: int) -> None:
    assert steps(str(before), str(label)) == label - before


def test_only_first_labels_open_a_list() -> None:
    assert [label for label in ("a", "b", "1", "2", "i", "ii", "A", "I") if opens(label)] == ["a", "1", "i", "A", "I"]
