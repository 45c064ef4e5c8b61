"""Members of lists of goods that come with a clause of their own, and words that can but name more."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

POTS = "Copper pots, kettles made of tin, {}pans for inns or stands, for boiling."


def test_a_member_with_a_clause_of_its_own() -> None:
    for said, expected in (
        ("lids that fit pots and keep them warm, ", "tightened"),
        ("lids that fit pots, ", "tightened"),
        ("lids not made of tin, ", "unclear"),
    ):
        assert reworded(POTS.format(""), POTS.format(said)) == expected


def test_what_follows_a_comma_may_be_said_of_all() -> None:
    old, new = "Copper pots, having a rim or a handle", "Copper pots, lids that fit, having a rim or a handle"
    assert reworded(old, new) == "unclear"


FREE = (
    "1. The term ‘boiling’ includes steaming. 2. 1A001 does not apply to the making of pots. "
    "3. It does not apply to: {}."
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("cutting tools, pans, lids for pots or stands", "cutting tools, lids for pots or stands", "tightened"),
        ("cutting tools, pans or stands", "cutting tools, pans, stands or lids", "relaxed"),
    ],
)
def test_a_list_that_is_taken_out_as_a_whole(before: str, after: str, expected: str) -> None:
    old, new = (note("1A001/note", FREE.format(said)) for said in (before, after))
    assert effect([item("1A001", "Pots"), old], [item("1A001", "Pots"), new], "1A001/note") == expected


def test_presses_have_dies() -> None:
    assert reworded("Tools, dies or stands for lids", "Tools or stands for lids") == "relaxed"


def test_one_more_choice_beside_those_left_out() -> None:
    old = "Pots having any use other than boiling or slow steaming and having a lid of tin"
    new = "Pots having any use other than boiling, slow steaming or the frying of fish, and having a lid of tin"
    assert reworded(old, new) == "relaxed"
    goods = "Kettles, other than tin kettles, pots or pans", "Kettles, other than tin kettles, pots, lids or pans"
    assert reworded(*goods) == "unclear"  # perhaps only tin kettles are left out


def test_what_can_but_name_more_gainsays_nothing_that_names_more() -> None:
    old, new = "Samovar (copper)", "Urns including samovar (copper) and teapot (tin)"
    assert reworded(old, new) == "tightened"
    assert reworded("Samovar (copper)", "Urns including samovar (copper)") == "unclear"
    assert reworded("Lids above 3 kg for pots", "Lids above 2 kg for pots; and pans as follows:") == "tightened"
    assert reworded("Lids above 3 kg (tin lids)", "Lids above 2 kg (e.g., tin lids)") == "tightened"
    assert reworded("Lids above 3 kg (tin lids)", "Lids above 4 kg (e.g., tin lids)") == "unclear"


def test_words_that_end_in_a_not_say_nothing_of_what_stands_behind_them() -> None:
    old, new = "Pots, kettles made of tin, pans", "Pots, kettles made of tin, lids not made of tin, pans"
    assert reworded(old, new) == "unclear"


def test_of_neither_kind() -> None:
    old, new = "Kettles of tin", "Non-magnetic and non-rusting kettles of tin"
    assert reworded(old, new) == "relaxed"


def test_a_note_that_says_by_which_item_goods_are_controlled() -> None:
    old, new = (
        note("1A001/tn", f"{said}pots with a lid are controlled by ECCN 1A001. Pans are also controlled in 1A001.",
             kind="technical-note")
        for said in ("", "Non-magnetic and non-rusting ")
    )  # fmt: skip
    assert effect([item("1A001", "Pots"), old], [item("1A001", "Pots"), new], "1A001/tn") == "relaxed"


def test_the_standards_of_some_authorities_of_a_state_are_not_all_its_standards() -> None:
    old = "Kettles that meet the standards of harbour authorities of a Member State"
    new = "Kettles that meet the standards of harbour authorities of one or more Member States"
    assert reworded(old, new) == "none"
    assert reworded("Kettles that meet the standards of a Member State", old) == "unclear"


def test_an_of_before_a_limit_says_nothing() -> None:
    old = "Steam urns with a capacity exceeding 10 kg of tea in 24 hours and less than 900 kg of tea an hour;"
    new = "Steam or gas urns with a capacity of 10 kg of tea or more in 24 hours and less than 900 kg of tea an hour;"
    assert reworded(old, new) == "tightened"
