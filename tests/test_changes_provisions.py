"""A provision as a whole: clauses that became lists, items read with their lead-ins, figures printed otherwise."""

from __future__ import annotations

import pytest
from changes_nodes import editions, effect, evidence, item

from controllist.changes.chains import chain_evidence
from controllist.changes.language.print.printed import ANOTHER_WAY, EXPONENT_LOST, UNIT_LEFT_OUT, printed_alike

ANY, ALL = "having any of the following:", "having all of the following:"


@pytest.mark.parametrize(
    ("clause", "heading", "items", "expected"),
    [
        (
            "Pots having a spout longer than 12 cm",
            ANY,
            ["A spout longer than 12 cm; or", "A lid of tin"],
            "tightened",
        ),
        (
            "Pots having a spout longer than 12 cm",
            ALL,
            ["A spout longer than 12 cm; and", "A lid of tin"],
            "relaxed",
        ),
        (
            "Pots having a spout longer than 12 cm",
            ANY,
            ["Spout longer than 12 cm and a weight exceeding 3 kg; or", "Spout longer than 30 cm"],
            "relaxed",
        ),
        (
            "Pots having a spout longer than 30 cm",
            ANY,
            ["Spout longer than 30 cm and a weight exceeding 3 kg; or", "Spout longer than 9 cm and a volume over 5 l"],
            "mixed",
        ),
        (
            "Pots made of copper, designed for ships",
            ALL,
            ["Made of copper; and", "Designed for ships"],
            "none",
        ),
        (
            "Pots made of copper, rated for brewing, designed for ships",
            ALL,
            ["Made of copper; and", "Designed for ships"],
            "tightened",
        ),
        (
            "Pots with a brewing time of less than 9 s",
            "with a brewing time as specified by any of the following:",
            ["Less than 9 s; or", "Less than 3 s with a lid"],
            "none",
        ),
        ("Pots having a spout longer than 12 cm", ANY, ["A lid of tin; or", "A handle of horn"], "unclear"),
    ],
)
def test_a_clause_that_became_a_list(clause: str, heading: str, items: list[str], expected: str) -> None:
    new = [item("1A001", f"Pots {heading}")]
    new += [item(f"1A001.{label}", text) for label, text in zip("abc", items, strict=False)]
    assert effect([item("1A001", clause)], new, "1A001") == expected


def test_ways_that_part_the_values_of_one_quantity_may_hold_all_of_a_clause() -> None:
    old = [item("1A001", "Teapots made of copper")]
    new = [
        item("1A001", "Teapots made of copper and having any of the following:"),
        item("1A001.a", "A weight of less than 3 kg and a lid; or"),
        item("1A001.b", "A weight of more than 2 kg"),
    ]
    found = [one for one in evidence(old, new, "1A001") if one.type == "alternative"]
    assert not [one for one in found if one.effect == "relaxed"]


def test_an_item_that_came_from_elsewhere_adds_nothing_to_a_list() -> None:
    old = [item("1A001", "Pots having a spout longer than 12 cm"), item("1A002", "Teapots having a lid of tin")]
    new = [
        item("1A001", f"Pots {ANY}"),
        item("1A001.a", "A spout longer than 12 cm; or"),
        item("1A001.b", "A lid of tin"),
    ]
    assert effect(old, new, "1A001") == "unclear"


def test_a_clause_that_became_a_list_of_exceptions_is_left_alone() -> None:
    old = [item("1A001", "Teapots, other than those having a spout longer than 12 cm")]
    new = [
        item("1A001", f"Teapots, other than those {ANY}"),
        item("1A001.a", "A spout longer than 12 cm; or"),
        item("1A001.b", "A lid of tin"),
    ]
    assert effect(old, new, "1A001") == "unclear"


def test_a_condition_that_went_to_the_lead_in_is_still_asked_for() -> None:
    old = [item("1A001", "Teapots having any of the following:"), item("1A001.a", "Made of copper and having a lid")]
    new = [
        item("1A001", "Teapots made of copper and having any of the following:"),
        item("1A001.a", "Having a lid"),
    ]
    ground = editions(old, new)
    found = chain_evidence(ground.old.by_id["1A001.a"], ground.new.by_id["1A001.a"], ground)
    assert found
    assert {one.effect for one in found} == {"none"}


def test_a_class_of_goods_above_an_item_does_not_tell_which_way() -> None:
    old = [item("1A001", "Teapots and parts therefor, as follows:"), item("1A001.a", "Teapots of copper")]
    new = [item("1A001", "Teapots, kettles and parts, as follows:"), item("1A001.a", "Teapots of copper with a lid")]
    ground = editions(old, new)
    assert chain_evidence(ground.old.by_id["1A001.a"], ground.new.by_id["1A001.a"], ground) == []


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("less than 0.1n W", "less than 0.1 nW", ANOTHER_WAY),
        ("less than 10⁻¹⁴ J", "less than 10⁻ ¹⁴ J", ANOTHER_WAY),
        ("450 Mpa", "450 MPa", ANOTHER_WAY),
        ("3 mega-sample per second", "3 megasample per second", ANOTHER_WAY),
        ("20 µr (microradians)", "20 µrad (microradians)", ANOTHER_WAY),
        ("3 kg N -1 h -1", "3 kg N⁻¹ h⁻¹", EXPONENT_LOST),
        ("5 × 10⁶", "5 × 106", EXPONENT_LOST),
        ("exceeding 3.5", "exceeding 3.5 kg", UNIT_LEFT_OUT),
        ("1 mW", "1 MW", ""),
        ("3 to 4", "3 to 41", ""),
        ("-70 °C", "70 °C", ""),
        ("made of tin", "madeof tin", ""),
    ],
)
def test_figures_printed_in_different_ways(one: str, other: str, why: str) -> None:
    assert printed_alike(one, other) == why
    assert printed_alike(other, one) == why


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Kettles weighing more than 3.5", "Kettles weighing more than 3.5 kg", "none"),
        ("A view of less than 3 µ rad", "A view of less than 3 µrad", "none"),
        ("Kettles heating by more than 3 r (radians)/s", "Kettles heating by more than 3 rad (radians)/s", "none"),
        ("Kettles with a loss equal to or less than 5 W in any direction",
         "Kettles with a loss, in any direction, equal to or less than 5 W", "none"),
        ("Kettles with a loss of less than 5 W or a lid", "Kettles with a loss or a lid of less than 5 W",
         "unclear"),
        ("5 ms or less for any change exceeding 2 Hz within the frequency range exceeding 3 Hz but not exceeding 9 Hz",
         "5 ms or less for any change exceeding 2 Hz within the frequency range exceeding 3 Hz but not exceeding 7 Hz",
         "relaxed"),
        ("5 ms or less for any change exceeding 2 Hz within the frequency range exceeding 3 Hz",
         "5 ms or less for any change exceeding 1 Hz within the frequency range exceeding 3 Hz", "unclear"),
        ("Less than 5 % when measured within the frequency range exceeding 3 Hz but not exceeding 9 Hz",
         "Less than 5 % when measured within the frequency range exceeding 3 Hz but not exceeding 7 Hz", "unclear"),
    ],
)  # fmt: skip
def test_figures_in_their_clauses(old: str, new: str, expected: str) -> None:
    assert effect([item("1A001", old)], [item("1A001", new)], "1A001") == expected
