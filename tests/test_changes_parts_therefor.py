"""Parts of goods that a heading names beside them, and words that go from an item together with its heading's."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

PARTS = "Kettles having a lid of tin, and specially designed {} therefor:"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("spouts, whistles, lids, trays and handles", "lids and trays", "relaxed"),
        ("lids and trays", "trays and lids", "none"),
        ("spouts, whistles, lids, trays and handles", "lids, trays and saucers", "unclear"),
    ],
)
def test_parts_of_goods_are_a_list_of_alternatives(before: str, after: str, expected: str) -> None:
    assert effect([item("1A001", PARTS.format(before))], [item("1A001", PARTS.format(after))], "1A001") == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Components and specially designed parts therefor, as follows:", "Items, as follows:", "relaxed"),
        ("Components, as follows:", "Items, as follows:", "none"),
        ("Components and cups, as follows:", "Items, as follows:", "unclear"),
    ],
)
def test_the_parts_of_all_that_is_listed_are_goods_of_their_own(before: str, after: str, expected: str) -> None:
    below = item("1A001.a", "Lids;")
    assert effect([item("1A001", before), below], [item("1A001", after), below], "1A001") == expected


@pytest.mark.parametrize(
    ("was_above", "is_above", "expected"),
    [
        ("Synthesized whistles", "Whistles", "tightened"),
        ("Synthesized whistles", "Synthesized whistles", "unclear"),
        ("Whistles", "Whistles", "unclear"),
    ],
)
def test_a_word_that_went_from_the_heading_too_is_asked_for_no_more(
    was_above: str, is_above: str, expected: str
) -> None:
    said = "A change of less than 3 s within the {}pitch range exceeding 4 kHz;"
    old = [item("1A001", f"{was_above}, having any of the following:"), item("1A001.a", said.format("synthesized "))]
    new = [item("1A001", f"{is_above}, having any of the following:"), item("1A001.a", said.format(""))]
    assert effect(old, new, "1A001.a") == expected


def test_a_quantity_is_known_by_its_name_with_a_word_between() -> None:
    old = [item("1A001", "Kettles having a maximum steam pressure exceeding 3 kPa")]
    new = [item("1A001", "Kettles having a maximum pressure exceeding 5 kPa")]
    assert effect(old, new, "1A001") == "unclear", "the limit rose, and more than steam is meant"
    same = [item("1A001", "Kettles having a maximum pressure exceeding 3 kPa")]
    assert effect(same, new, "1A001") == "relaxed"
