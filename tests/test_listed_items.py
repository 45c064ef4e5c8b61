"""Items of a list that was one clause before: what each of them adds, and a list that asks for all as one clause."""

from __future__ import annotations

import pytest
from changes_nodes import editions, effect, item

from controllist.changes.effect import evidence_of
from controllist.model import Node

ANY, ALL = "having any of the following:", "having all of the following:"


def listed(heading: str, items: list[str]) -> list[Node]:
    """An entry with its items."""
    below = [item(f"1A001.{label}", text) for label, text in zip("abcdef", items, strict=False)]
    return [item("1A001", heading), *below]


def effects_of_items(clause: str, new: list[Node]) -> list[str]:
    """What each new item does where the entry was one clause."""
    ground = editions([item("1A001", clause)], new)
    return [evidence_of(None, node, ground)[0].effect for node in new[1:]]


@pytest.mark.parametrize(
    ("clause", "heading", "items", "expected"),
    [
        (
            "Pots having a spout longer than 12 cm",
            f"Pots {ANY}",
            ["A spout longer than 30 cm; or", "A spout longer than 3 cm and a weight exceeding 3 kg"],
            ["none", "tightened"],
        ),
        (
            "Pots having a spout longer than 12 cm",
            f"Pots {ALL}",
            ["A spout longer than 30 cm; and", "A spout longer than 3 cm"],
            ["relaxed", "none"],
        ),
        (
            "Copper or clay pots, designed for ships",
            "Pots, designed for ships, as follows:",
            ["Copper pots;", "Glass pots."],
            ["none", "unclear"],
        ),
    ],
)
def test_items_of_a_list_that_was_one_clause(clause: str, heading: str, items: list[str], expected: list[str]) -> None:
    assert effects_of_items(clause, listed(heading, items)) == expected


def test_an_item_that_lacks_what_the_clause_asked_of_all_its_goods_may_be_more() -> None:
    new = listed("Galley ware, as follows:", ["Copper pots;", "Clay pots."])
    assert effects_of_items("Copper or clay pots, designed for ships", new) == ["unclear", "unclear"]


@pytest.mark.parametrize(
    ("clause", "heading", "items", "expected"),
    [
        (
            "Copper or clay pots, rated for ships, with a spout longer than 12 cm and a lid of tin",
            f"Copper pots, rated for ships, {ALL}",
            ["A lid of tin; and", "A spout longer than 12 cm"],
            "relaxed",
        ),
        (
            "Pots having a weight exceeding 3 kg and a spout longer than 12 cm",
            f"Pots {ALL}",
            ["A weight exceeding 2 kg; and", "A spout longer than 12 cm"],
            "tightened",
        ),
        (
            "Pots having any of the following: 1. A lid of tin; 2. A spout longer than 12 cm",
            f"Pots {ANY}",
            ["A lid of tin; or", "A spout longer than 12 cm"],
            "none",
        ),
    ],
)
def test_a_list_that_asks_for_all_is_one_clause(clause: str, heading: str, items: list[str], expected: str) -> None:
    assert effect([item("1A001", clause)], listed(heading, items), "1A001") == expected


def test_a_condition_that_the_item_above_took_over_is_still_asked_for() -> None:
    old = [item("1A001", "Pots, as follows:"), item("1A001.a", "Kettles rated for ships having a lid and a spout")]
    new = [item("1A001", "Pots rated for ships, as follows:"), item("1A001.a", f"Kettles {ALL}")]
    new += [item("1A001.a.1", "A lid; and"), item("1A001.a.2", "A spout")]
    assert effect(old, new, "1A001.a") != "tightened"


def test_a_name_that_sums_up_a_list_is_told_by_the_items_that_came_or_went() -> None:
    old = [item("1A001", "Kettles and parts, as follows:"), item("1A001.a", "Tin kettles"), item("1A001.b", "Lids")]
    new = [item("1A001", "Kettles, parts and accessories, as follows:"), *old[1:]]
    assert effect(old, new, "1A001") == "unclear"
    assert effect(old, [*new, item("1A001.c", "Accessories for ships")], "1A001") == "tightened"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Tin pots, as follows:", "none"),
        ("Tin pots having a spout longer than 3 cm, as follows:", "unclear"),
        ("Tin pots, other than toys, as follows:", "unclear"),
    ],
)
def test_a_heading_that_only_names_the_goods_of_items_that_were_there(heading: str, expected: str) -> None:
    lead = [item("1A001", "Wares, as follows:"), item("1A001.a", "Glass pots")]
    kept = [item("1A001.b.1", "Kettles of tin"), item("1A001.b.2", "Jugs of tin")]
    new = [*lead, item("1A001.b", heading), *kept]
    assert evidence_of(None, new[2], editions([*lead, *kept], new))[0].effect == expected


def test_bands_that_leave_a_gap_hold_no_longer_all_that_a_clause_did() -> None:
    clause = "Whistles rated for use at frequencies exceeding 31 kHz"
    bands = [
        "Rated for use at frequencies exceeding 3 kHz up to and including 31 kHz and with a mass of over 6 g; or",
        "Rated for use at frequencies exceeding 31 kHz up to and including 43 kHz and with a mass of over 9 g; or",
        "Rated for use at frequencies exceeding 43 kHz.",
    ]
    assert effect([item("1A001", clause)], listed(f"Whistles {ANY}", bands), "1A001") == "mixed"
    bands[1] = "Rated for use at frequencies exceeding 31 kHz up to and including 43 kHz; or"
    assert effect([item("1A001", clause)], listed(f"Whistles {ANY}", bands), "1A001") != "mixed"


def test_items_under_a_new_heading_in_a_list_that_was_a_clause() -> None:
    new = [
        item("1A001", "Ware as follows:"), item("1A001.a", "Copper pots;"), item("1A001.b", "Other ware, as follows:"),
        item("1A001.b.1", "Clay pots;"), item("1A001.b.2", "Glass jugs."),
    ]  # fmt: skip
    assert "tightened" not in effects_of_items("Ware, namely copper pots or clay pots", new)[2:3]


def test_what_cites_an_item_that_came_below_the_number_of_the_clause_was_not_held_by_it() -> None:
    goods = [item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin;"), item("1D001", '"Software" for:')]
    old = [*goods, item("1D001.a", "Goods specified by 1A001;")]
    listed_now = [item("1D001.a", "Goods, as follows:"), item("1D001.a.1", "Goods specified by 1A001.a;")]
    of_clay = item("1D001.a.2", "Goods specified by 1A001.b;")
    clay = [goods[0], goods[1], item("1A001.b", "Of clay;"), goods[2]]
    assert effect(old, [*clay, *listed_now, of_clay], "1D001.a.2") == "unclear"
    assert effect(old, [*clay, *listed_now, of_clay], "1D001.a.1") == "none"
    assert effect([*clay, old[-1]], [*clay, *listed_now, of_clay], "1D001.a.2") == "none", "it was there before"
