"""Names of goods in the heading of a list, which the items below it hold: the items tell what the name does."""

from __future__ import annotations

from changes_nodes import effect, evidence, item

from controllist.changes.lists.named_in_list import NAMED_BELOW

POTS = item("1A001.a", "Pots made of tin;")
LIDS = item("1A001.b", "Specially designed glass lids, kettle lids and spouts, for use with pots;")
BEFORE, AFTER = "Pots and related equipment, as follows:", "Pots, glass lids and related equipment, as follows:"


def test_a_name_that_items_of_both_editions_hold_does_nothing_for_sure() -> None:
    old, new = [item("1A001", BEFORE), POTS, LIDS], [item("1A001", AFTER), POTS, LIDS]
    assert effect(old, new, "1A001") == "unclear"
    assert {one.note for one in evidence(old, new, "1A001")} == {"items below name it in both editions"}


def test_a_name_that_an_item_holds_which_came_does_what_that_item_does() -> None:
    old, new = [item("1A001", BEFORE), POTS], [item("1A001", AFTER), POTS, LIDS]
    assert effect(old, new, "1A001") == "tightened"


def test_a_name_of_an_item_that_names_what_was_there_is_in_doubt_with_it() -> None:
    elsewhere = item("1A009", "Specially designed glass lids, kettle lids and spouts, for use with pots")
    old, new = [item("1A001", BEFORE), POTS, elsewhere], [item("1A001", AFTER), POTS, LIDS]
    assert effect(old, new, "1A001") == "unclear"


def test_other_goods_are_known_by_their_noun_as_they_sum_up_what_stands_beside_them() -> None:
    spouts = "Pots, other pouring spouts and related equipment, as follows:"
    old, new = [item("1A001", BEFORE), POTS, LIDS], [item("1A001", spouts), POTS, LIDS]
    assert effect(old, new, "1A001") == "unclear"


def test_a_name_that_no_item_holds_is_told_by_the_heading_only_behind_its_list() -> None:
    for after, told in (
        ("Pots, wooden ladles and related equipment, as follows:", "unclear"),
        ("Pots, glass spouts and related equipment, as follows:", "unclear"),  # the words of two names of the item
        ("Pots and related equipment, as follows, and specially designed glass lids therefor:", "tightened"),
    ):
        old, new = [item("1A001", BEFORE), POTS, LIDS], [item("1A001", after), POTS, LIDS]
        assert effect(old, new, "1A001") == told, after


def test_what_goods_are_for_is_no_name_of_them() -> None:
    stirring = item("1A001.b", "Spoons for stirring;")
    old = [item("1A001", "Spoons for cooking, as follows:"), POTS, stirring]
    new = [item("1A001", "Spoons for cooking or stirring, as follows:"), POTS, stirring]
    assert effect(old, new, "1A001") == "tightened"
    ladles = item("1A001.b", "Hooks for wooden ladles;")
    after = item("1A001", AFTER.replace("glass lids", "wooden ladles"))
    old, new = [item("1A001", BEFORE), POTS, ladles], [after, POTS, ladles]
    assert NAMED_BELOW not in {one.note for one in evidence(old, new, "1A001")}


def test_german_names_are_known_in_both_numbers() -> None:
    holders = item("1A001.b", "besonders konstruierte Deckelhalterungen für Kannen;")
    below = [item("1A001.a", "Kannen aus Zinn;"), holders]
    old = [item("1A001", "Kannen und Zubehör wie folgt:"), *below]
    new = [item("1A001", "Kannen, Deckelhalterungen und Zubehör wie folgt:"), *below]
    assert effect(old, new, "1A001") == "unclear"
