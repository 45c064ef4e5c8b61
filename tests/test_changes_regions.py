"""Lists of limits that count in another way, told by the values that they leave; and headings that end in a colon."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

from controllist.changes.records import Effect
from controllist.model import Node

BOTH = ("A width of less than 9 m or more than 20 m; and", "A weight exceeding 3 t.")
EITHER = "A width of {} than 14 m, and a weight exceeding {} t;"


def barrels(heading: str, *texts: str) -> list[Node]:
    """A heading and the items below it."""
    below = [item(f"1A001.{label}", text) for label, text in zip("abc", texts, strict=False)]
    return [item("1A001", heading), *below]


def counted_otherwise(narrow: str, wide: str) -> Effect:
    """What it does that one of two bands with its own weight is enough where width and weight were asked."""
    bands = EITHER.format("less", narrow), EITHER.format("more", wide)
    new = barrels("Oak barrels, having any of the following:", *bands)
    return effect(barrels("Oak barrels, having all of the following:", *BOTH), new, "1A001")


@pytest.mark.parametrize(
    ("narrow", "wide", "expected"),
    [("3", "3", "tightened"), ("2", "3", "tightened"), ("5", "3", "mixed"), ("5", "1", "mixed")],
)
def test_the_values_tell_which_list_holds_more(narrow: str, wide: str, expected: Effect) -> None:
    assert counted_otherwise(narrow, wide) == expected


def test_what_else_is_asked_leaves_it_in_doubt() -> None:
    lid = EITHER.format("less", "3") + " and a lid of tin"
    new = barrels("Oak barrels, having any of the following:", lid, "A tap")
    assert effect(barrels("Oak barrels, having all of the following:", *BOTH), new, "1A001") == "unclear"


def test_what_ends_in_a_colon_leads_into_a_list_too() -> None:
    below = ("Made in inns; or", "Weighing more than 9 kg.")
    old = barrels("Multilayered oak barrels with a lid:", *below)
    new = barrels("Oak barrels with a lid, having any of the following:", *below)
    assert effect(old, new, "1A001") == "tightened"


def test_figures_with_a_blank_before_their_thousands_part_a_list_too() -> None:
    lid, tap = "A lid of tin", "A tap of brass"
    old = barrels("Oak barrels with a width exceeding 1 200 mm and having any of the following:", f"{lid}; or", tap)
    narrow = "A width exceeding 1 200 mm but not exceeding 3 500 mm, and having any of the following:"
    new = [
        *barrels("Oak barrels having any of the following:", narrow, "A width exceeding 3 500 mm."),
        *[item(f"1A001.a.{at}", text) for at, text in enumerate((f"{lid}; or", f"{tap}; or"), 1)],
    ]
    assert effect(old, new, "1A001") == "tightened"
