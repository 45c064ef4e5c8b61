"""Figures without words of comparison, below a heading that says how they bound."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

from controllist.changes.records import Effect

EXCEED = "Hardened to exceed any of the following specifications:"


def changed(before: str, after: str, head: str = EXCEED) -> Effect:
    """What it does to an item below a heading that its words changed so."""
    old, new = (
        [item("1A001", head), item("1A001.a", f"Single Pot Upset {text}"), item("1A001.b", "Steam of 3 kg")]
        for text in (before, after)
    )
    return effect(old, new, "1A001.a")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("1 x 10⁻⁷ Error/pot/day", "1 x 10⁻⁸ Error/pot/day", "relaxed"),
        ("1 x 10⁻⁷ Error/pot/day", "1 x 10⁻⁸ Error/pot/week", "unclear"),
        ("1 x 10- Error/pot/day", "1 x 10⁻⁸ Error/pot/day", "unclear"),
    ],
)
def test_fewer_errors_exceed_what_is_asked(before: str, after: str, expected: Effect) -> None:
    assert changed(before, after) == expected


def test_more_of_anything_else_does() -> None:
    assert changed("2 kg(tin)/s", "3 kg(tin)/s") == "relaxed"


@pytest.mark.parametrize("head", ["Having any of the following:", "Not made to exceed any of the following levels:"])
def test_a_heading_that_does_not_ask_to_exceed_tells_nothing(head: str) -> None:
    assert changed("1 x 10⁻⁷ Error/pot/day", "1 x 10⁻⁸ Error/pot/day", head) == "unclear"
