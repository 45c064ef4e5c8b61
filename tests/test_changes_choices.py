"""What words do that leave something open, ask for one thing more, or name goods beside others."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded
from msgspec.structs import replace

CHOICES = [
    ("Teapots with agitators", "Teapots with or without agitators", "tightened"),
    ("Teapots fitted with lids", "Teapots, whether or not fitted with lids", "tightened"),
    ("Teapots", "Teapots with or without agitators", "none"),
    ("Teapots of 1 l or more", "Teapots of 1 l or more, whether fixed or mobile", "none"),
    ("Spouts made of tin", "Spouts lined with or made of tin", "tightened"),
    ("Teapots fitted with lids", "Teapots fitted with, or designed to be fitted with, lids", "tightened"),
    ("Teapots having a spout", "Teapots having a spout and a lid", "relaxed"),
    ("Teapots capable of steaming", "Teapots capable of steaming and boiling", "relaxed"),
    ("Tea for inns", "Tea exclusively for inns", "relaxed"),
    ("Tea resistant to heat", "Tea genetically modified to be resistant to heat", "relaxed"),
    ("Teapots", "Teapots not fitted with lids", "relaxed"),
    ("Teapots that hold tea", "Teapots that hold tea and that have a lid", "relaxed"),
    ("Teapots with a volume of 3 l or more", "Teapots with a volume of between 3 l and 9 l", "relaxed"),
    ("Arms and pans", "Kettles with a volume of less than 2 l, other arms and pans", "tightened"),
    ("Kettles and pans", "Kettles and pans, cups, and tea and coffee pots", "tightened"),
    (
        "Teapots with a volume of 3 l or more and a mass of less than 2 kg",
        "Teapots with a volume of 3 l or more or a mass of less than 2 kg",
        "tightened",
    ),
    ("Kettles, cups and pans specially designed for inns", "Kettles and cups designed for inns", "unclear"),
    ("Tea recorders using tape", "Tea recorder systems using tape", "none"),
    ("Flow of 3 l/min or more", "Flow of 3 l/min or more to cup or saucer", "relaxed"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), CHOICES)
def test_choices_and_demands(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


def test_an_exclusion_between_commas_does_not_hold_the_limit_behind_it() -> None:
    old, new = "Motors weighing less than 5 kg", "Motors, other than toy motors, weighing less than 5 kg"
    assert reworded(old, new) == "relaxed"


NOTES = [
    (
        "1A001 does not apply to kettles having any of the following: a. A lid; or b. A spout.",
        "1A001 does not apply to kettles having any of the following: a. A lid; b. A spout; or c. A handle.",
        "relaxed",
    ),
    ("1A001 does not apply to kettles and cups.", "1A001 does not apply to kettles, pans and cups.", "relaxed"),
    (
        "1A001 does not apply to kettles having all of the following: a. Configured for inns; and b. Painted.",
        "1A001 does not apply to kettles having all of the following: a. Not configured for inns; and b. Painted.",
        "mixed",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), NOTES)
def test_what_a_note_takes_out(before: str, after: str, expected: str) -> None:
    assert effect([note("1A001/note", before)], [note("1A001/note", after)], "1A001/note") == expected


def test_a_limit_that_moved_decides_beside_a_standard_that_is_named_now() -> None:
    before = "Spouts with a drip of less than 6 g along the rim"
    after = "Spouts with a drip of less than 4 g according to ISO 999 (1911) along the rim"
    assert reworded(before, after) == "relaxed"


def test_a_limit_that_moved_with_another_issue_of_the_standard_that_a_note_above_prescribed() -> None:
    before = item("1A001", "Spouts with a drip of less than 6 g along the rim")
    after = item("1A001", "Spouts with a drip of less than 4 g according to ISO 999/2 (1911) along the rim")
    said = note("1A/nb", "The drip of spouts is determined and presented in accordance with {}.", kind="nota-bene")
    expected = {"ISO 999/2": "unclear", "ISO 999-2:1905": "unclear", "ISO 999/2 (1911)": "relaxed", "ISO 9": "relaxed"}
    for standard, told in expected.items():
        group = [replace(item("1A", "Teaware"), kind="group"), replace(said, text=said.text.format(standard))]
        nodes = [[*group, replace(one, parent="1A")] for one in (before, after)]
        assert effect(*nodes, "1A001") == told


def test_a_purpose_that_is_spelt_out() -> None:
    said = "Cups, sold to inns, {}for the serving of tea"
    assert reworded(said.format(""), said.format("designed or modified ")) == "unclear"
    assert reworded(said.format(""), said.format("specially designed ")) == "relaxed"
    assert reworded("Cups for inns", "Cups designed to be carried, for inns") == "relaxed"


def test_lines_that_hold_a_clause_together_beside_one_that_is_new() -> None:
    old = [item("1A001", "Masks made for defence against tea or coffee, and specially designed parts therefor;")]
    lead = "Masks made for defence against any of the following, and specially designed parts therefor:"
    lines = [item("1A001.a", "Tea;"), item("1A001.b", "Coffee; or"), item("1A001.c", "Cocoa;")]
    assert effect(old, [item("1A001", lead), *lines], "1A001") == "tightened"


def test_a_lead_that_ends_in_a_preposition() -> None:
    old = [item("1A001", "Lids with a strength of 3 MPa or more and a weight of less than 2 kg;")]
    lines = [item("1A001.a", "A strength of 3 MPa or more; and"), item("1A001.b", "A weight of less than 2 kg;")]
    assert effect(old, [item("1A001", "Lids with:"), *lines], "1A001") == "none"
