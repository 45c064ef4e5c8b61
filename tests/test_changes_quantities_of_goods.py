"""A word before a quantity that the heading says of the goods whose quantity it is."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

from controllist.changes.records import Effect


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Sieved kettles, having any of the following:", "none"),
        ("Kettles for sieved pots, having any of the following:", "unclear"),
        ("Kettles, having any of the following:", "unclear"),
    ],
)
def test_a_word_that_the_heading_says_of_the_goods(head: str, expected: Effect) -> None:
    old = [item("1A001", "Other kettles, having any of the following:"), item("1A001.a", "A sieved flow exceeding 2 l")]
    new = [item("1A001", head), item("1A001.a", "A flow exceeding 2 l")]
    assert effect(old, new, "1A001.a") == expected


def test_a_word_that_both_headings_say_may_have_been_asked_once_more() -> None:
    head = item("1A001", "Sieved kettles, having any of the following:")
    assert (
        effect(
            [head, item("1A001.a", "A sieved flow of more than 2 l")],
            [head, item("1A001.a", "A flow of more than 2 l")],
            "1A001.a",
        )
        == "unclear"
    )
