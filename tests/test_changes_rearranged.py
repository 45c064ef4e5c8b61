"""Names, limits and lists that went another way round: goods as parts, purposes, limits of some, lists within lists."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, reworded

from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import AT_MOST_LESS, Evidence
from controllist.model import Node

CLAUSES = [
    # what was named for itself is named as a part of something else
    ("Steam powered lids or kettles;", "Steam powered kettles and specially designed lids therefor;", "relaxed"),
    ("Steam powered lids or kettles;", "Steam powered kettles and specially designed cups therefor;", "mixed"),
    # a purpose before the goods or behind them
    ("Tea pouring systems, having a lid", "Systems or stands, designed for tea pouring, having a lid", "tightened"),
    ("Tea pouring systems, having a lid", "Systems, designed for tea pouring, having a lid", "none"),
    # some goods have a limit of their own, the others theirs
    (
        "Cups or kettles with a height above 3 cm, and lids",
        "Steam driven kettles with a height of 5 cm or more, other kettles or cups with a height above 3 cm, and lids",
        "relaxed",
    ),
    (
        "Cups or kettles with a height above 3 cm, and lids",
        "Steam driven kettles with a height of 2 cm or more, other kettles or cups with a height above 3 cm, and lids",
        "tightened",
    ),
    # a choice gave way to a demand
    ("A width of less than 9 m or more than 20 m", "A width of less than 9 m and a weight exceeding 3 t", "relaxed"),
    ("A width of less than 9 m or more than 20 m", "A width of less than 14 m and a weight exceeding 3 t", "mixed"),
    ("A width of less than 9 m and more than 2 m", "A width of less than 9 m and a weight exceeding 3 t", "unclear"),
    # goods that stand behind others now, one of which got a condition
    (
        "Single pots of teapot clay (TpCl), teapot steel clay (TpStCl) or copper clay (CpCl) of any kind",
        "Single pots of teapot steel clay (TpStCl), with steel content of less than 6% by weight, or "
        "teapot clay (TpCl), or copper clay (CpCl) of any kind",
        "relaxed",
    ),
    # words before goods
    ("Kettles for inns", "Copper or porcelain kettles for inns", "relaxed"),
    ("Kettles for inns", "Open or closed kettles for inns", "unclear"),
    ("Kettles for inns", "Metallic or non-metallic kettles for inns", "none"),
    ("Kettles for inns", "Metallic or wooden kettles for inns", "unclear"),
    ("Copper porcelain kettles", "Copper or porcelain kettles", "tightened"),
    ("Software for tea pouring systems", "Software for tea and hot milk pouring systems", "tightened"),
    # what is measured may be named behind the limit
    ("Kettles having more than 3 cm in height", "Kettles having more than 5 cm in width", "unclear"),
    # a range has its ends
    ("A width of 3 cm to 5 cm", "A width of 3 cm to 5 cm inclusive", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), CLAUSES)
def test_what_such_a_change_of_words_does(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


def test_a_purpose_that_is_asked_for_specially_is_more_than_one_named_before_the_goods() -> None:
    assert reworded("Tea pouring systems", "Systems specially designed for tea pouring") != "none"


def test_what_may_only_narrow_goes_with_a_cause_elsewhere_that_narrows() -> None:
    doubt = Evidence("wording", "unclear", new="A pressed", note=AT_MOST_LESS)
    narrows, widens = Evidence("note", "relaxed"), Evidence("note", "tightened")
    assert effect_of([doubt], [narrows]) == "relaxed"
    assert effect_of([doubt], [widens]) == "unclear"
    assert effect_of([Evidence("wording", "unclear")], [narrows]) == "unclear"


HEADING = "Kettles and lids, for the serving of guests, as follows:"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (HEADING, "none"),
        ("Kettles and lids, as follows, for the serving of guests:", "none"),
        ("Kettles, and lids for the serving of guests, as follows:", "unclear"),
    ],
)
def test_a_condition_that_the_heading_puts_on_all_items_may_be_left_out_of_one(heading: str, expected: str) -> None:
    old = [item("1A001", heading), item("1A001.a", "Kettles for the serving of guests;")]
    new = [item("1A001", heading), item("1A001.a", "Kettles;")]
    assert effect(old, new, "1A001.a") == expected


@pytest.mark.parametrize(
    ("heading", "named", "expected"),
    [
        ("Kettles, as follows:", "Kettles having a lid and a volume above 3 l;", "relaxed"),
        ("Kettles and cups, as follows:", "Kettles having a lid and a volume above 3 l;", "relaxed"),
        ("Kettles and cups, as follows:", "Kettles having a lid;", "unclear"),
        ("Kettles, as follows:", "Kettles having a lid;", "none"),
        ("Pans and cups, as follows:", "Kettles having a lid and a volume above 3 l;", "unclear"),
    ],
)
def test_an_item_names_goods_of_which_its_heading_spoke(heading: str, named: str, expected: str) -> None:
    old = [item("1A001", heading), item("1A001.a", "Having a lid;")]
    new = [item("1A001", heading), item("1A001.a", named)]
    assert effect(old, new, "1A001.a") == expected


def linked(old: list[Node], new: list[Node], partner: dict[str, str]) -> Editions:
    return Editions(Tree(old), Tree(new), partner)


def test_a_list_of_which_any_was_enough_is_one_of_several_demands_now() -> None:
    choices = ["A width above 3 m; or", "A weight above 2 t;"]
    head = "Kettles having {} of the following:"
    old = [item("1A001", head.format("any")), item("1A001.a", choices[0]), item("1A001.b", choices[1])]
    new = [item("1A001", head.format("all")), item("1A001.a", "Having any of the following; and")]
    new += [item("1A001.a.1", choices[0]), item("1A001.a.2", choices[1]), item("1A001.b", "Made of porcelain.")]
    ground = linked(old, new, {"1A001": "1A001", "1A001.a": "1A001.a.1", "1A001.b": "1A001.a.2"})
    assert effect_of(evidence_of(ground.old.by_id["1A001"], ground.new.by_id["1A001"], ground)) == "relaxed"


def test_a_heading_that_gave_what_it_asked_to_an_item_asks_for_no_more() -> None:
    choices = ["A width above 3 m; or", "A weight above 2 t;"]
    old = [item("1A001", "Porcelain kettles having any of the following:"), item("1A001.a", choices[0])]
    old += [item("1A001.b", choices[1])]
    new = [item("1A001", "Kettles having all of the following:"), item("1A001.a", "Having any of the following; and")]
    new += [item("1A001.a.1", choices[0]), item("1A001.a.2", choices[1]), item("1A001.b", "Made of porcelain.")]
    ground = linked(old, new, {"1A001": "1A001", "1A001.a": "1A001.a.1", "1A001.b": "1A001.a.2"})
    assert effect_of(evidence_of(ground.old.by_id["1A001"], ground.new.by_id["1A001"], ground)) != "relaxed"


def test_an_entry_that_became_the_first_item_of_its_list_holds_more_with_the_second() -> None:
    parts = "and specially designed components"
    old = [item("1A001", f"Tea kettles, not named elsewhere, specially designed for inns {parts} therefor.")]
    new = [item("1A001", f"Tea kettles {parts}, not named elsewhere, as follows:")]
    first = f"Tea kettles specially designed for inns {parts} therefor."
    new += [item("1A001.a", first), item("1A001.b", "Milk boiling pans.")]
    assert effect(old, new, "1A001") == "tightened"


def test_several_items_that_leave_values_of_one_clause_out_hold_less() -> None:
    use = "when specified to function at weights"
    lead = "Cups, when filled at an inn over one month and with regard to a fixed standard value"
    old = [item("1A001", f"{lead}, of:")]
    old += [item("1A001.a", f"Less (better) than 2 cm per hour {use} below 12 kg; or")]
    old += [item("1A001.b", f"Less (better) than 5 cm per hour {use} from 12 kg to 90 kg inclusive;")]
    new = [item("1A001", f"{lead} of less (better) than 5 cm per hour {use} up to and including 90 kg;")]
    assert effect(old, new, "1A001") == "tightened"


def test_an_item_of_a_list_that_asked_for_all_is_read_with_the_items_beside_it() -> None:
    head = "Kettles, having {} of the following:"
    old = [item("1A001", head.format("all")), item("1A001.a", "A width of less than 9 m or more than 20 m; and")]
    old += [item("1A001.b", "A weight exceeding 1 t;")]
    new = [item("1A001", head.format("any"))]
    new += [item("1A001.a", "A width of less than 14 m and having a weight exceeding 5 t; or")]
    new += [item("1A001.b", "A width greater than 14 m, and having a weight exceeding 3 t;")]
    assert effect(old, new, "1A001.b") == "mixed"
