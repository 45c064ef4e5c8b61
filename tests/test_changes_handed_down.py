"""Conditions that a heading lost and some of its items say now."""

from __future__ import annotations

from changes_nodes import effect, item

HEADING = (
    "Pots, jugs and lids, specially glazed for seagoing steamboats, as follows:",
    "Pots, jugs and lids, as follows:",
)
POTS = ("Pots of clay;", "Pots of clay, specially glazed for seagoing steamboats;")


def _verdict(lids: str) -> str:
    old = [item("1A001", HEADING[0]), item("1A001.a", POTS[0]), item("1A001.b", "Lids of tin;")]
    new = [item("1A001", HEADING[1]), item("1A001.a", POTS[1]), item("1A001.b", lids)]
    return effect(old, new, "1A001")


def test_a_condition_that_each_item_says_now_is_still_asked_for() -> None:
    assert _verdict("Lids of tin, specially glazed for seagoing steamboats;") == "none"


def test_a_condition_in_whose_place_an_item_has_one_of_its_own_decides_nothing() -> None:
    assert _verdict("Lids of tin with porcelain handles;") == "unclear"


def test_a_condition_that_an_item_is_left_without_is_one_less() -> None:
    assert _verdict("Lids of tin;") == "tightened"
