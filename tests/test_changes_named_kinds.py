"""Goods named by their kind: one kind that became a choice, kinds that share a name, what all of a list must be."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, reworded

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.headings.lead_ins import lead_in_evidence
from controllist.changes.records import Evidence


def test_one_kind_that_became_a_choice_among_others_is_less() -> None:
    before, after = (
        "Steam kettles, or parts of them;",
        "Kettles based on steam, hot oil, or town gas burners, or parts of them;",
    )
    assert reworded(before, after) == "tightened"
    assert reworded(before, after.replace("steam,", "coal,")) != "tightened"
    assert reworded(before, f"Steam {after.lower()}") != "tightened"


def test_such_goods_may_bear_the_word_of_their_heading() -> None:
    old = [item("1A001", "Warm kettles, as follows:"), item("1A001.a", "Steam kettles, with a lid;")]
    new = [
        item("1A001", "Warm vessels, as follows:"),
        item("1A001.a", "Vessels based on steam, or hot oil burners, with a lid;"),
    ]
    assert effect(old, new, "1A001.a") == "tightened"
    assert effect(old, [item("1A001", "Warm pots, as follows:"), new[1]], "1A001.a") == "unclear"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Steam kettles, oil kettles and oil and gas kettles having a lid", "tightened"),
        ("Steam kettles, oil kettles and coal and gas kettles having a lid", "tightened"),
        ("Steam kettles, oil kettles and oil and coal kettles having a lid", "unclear"),
        ("Steam kettles and gas pans having a lid", "unclear"),
    ],
)
def test_the_name_of_goods_may_be_said_after_each_of_more_kinds(after: str, expected: str) -> None:
    assert reworded("Steam and gas kettles having a lid", after) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Ship grade or for marine applications brass kettles;", "tightened"),
        ("For marine purposes brass kettles;", "tightened"),
        ("See 1A002 for marine purposes brass kettles;", "unclear"),
    ],
)
def test_a_purpose_that_leads_a_clause_is_a_condition(before: str, expected: str) -> None:
    assert reworded(before, "Brass kettles;") == expected


def test_one_more_circumstance_of_a_measure_is_at_most_less() -> None:
    before = "Capable of holding tea at more than 80 °C, when shut by a lid; or"
    after = "Capable of holding tea at more than 90 °C, when shut by a lid and measured over a period of rest; or"
    assert reworded(before, after) == "relaxed"
    assert reworded(before, after.replace("90", "70")) == "unclear"
    assert reworded(before.replace("Capable of h", "H"), after.replace("Capable of h", "H")) == "unclear"


def test_what_forms_something_is_what_that_is_formed_of() -> None:
    before = 'Kettles, where tin, clay or glass form the "wall";'
    assert reworded(before, 'Kettles, with a "wall" formed of tin, clay or glass;') == "none"
    assert reworded(before, 'Kettles, with a "wall" formed of tin or clay;') == "relaxed"
    assert reworded(before, 'Kettles, with a "lid" formed of tin, clay or glass;') == "unclear"


def test_a_composite_of_ceramic_in_ceramic_has_a_matrix_of_ceramic() -> None:
    before = 'Ceramic-ceramic "composite" kettles, having a lid;'
    assert reworded(before, 'Ceramic-"matrix" "composite" kettles, having a lid;') == "tightened"
    assert reworded(before, 'Metal-"matrix" "composite" kettles, having a lid;') == "unclear"


HEADING = "Tin and clay that is intended for use in inns, as follows:"
CLAUSE = "Tin of a weight greater than 3 kg that is intended for use in inns"


def moved(heading: str) -> list[Evidence]:
    """What it does to an item that it moved, as it was, under a heading that its entry got."""
    old, new = [item("1A001", CLAUSE)], [item("1A001", heading), item("1A001.a", CLAUSE), item("1A001.b", "Clay.")]
    return lead_in_evidence(old[0], new[1], Editions(Tree(old), Tree(new), {"1A001": "1A001.a"}))


def test_a_heading_that_asks_what_an_item_says_itself_asks_nothing_of_it() -> None:
    assert not moved(HEADING)
    assert moved(HEADING.replace("in inns", "in shops"))
    assert moved(HEADING.replace("Tin", "Glass"))


def test_a_clause_that_became_the_first_item_of_a_longer_list_is_held_by_it() -> None:
    new = [item("1A001", HEADING), item("1A001.a", f"{CLAUSE};"), item("1A001.b", "Clay not for use in inns.")]
    assert effect([item("1A001", CLAUSE)], new, "1A001") == "tightened"
    new[0] = item("1A001", HEADING.replace("in inns", "in shops"))
    assert effect([item("1A001", CLAUSE)], new, "1A001") == "unclear"


def test_goods_are_fewer_things_than_what_german_law_calls_by_the_wider_name() -> None:
    text = "Ausrüstung für die Prüfung der im Teil B genannten {} und Teile hierfür;"
    before, after = text.format("Waren"), text.format("Güter")
    assert reworded(before, after) == "tightened"
    assert reworded(after, before) == "relaxed"
