"""Words that went from an item to the one above it or to those below it."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import effect, item, note

MILITARY = "specially designed for galleys of ships"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (f"Kitchenware, {MILITARY}, as follows:", "none"),
        (f"Pots and kitchenware {MILITARY}, as follows:", "unclear"),
        (f"Kitchenware, {MILITARY} or for camps, as follows:", "unclear"),
    ],
)
def test_a_condition_that_the_item_above_gave_to_an_item(above: str, expected: str) -> None:
    old = [item("1A001", above), item("1A001.a", "Casting tools, made of clay"), item("1A001.b", "Steel pans")]
    new = [item("1A001", "Kitchenware, as follows:"), item("1A001.a", f"Casting tools, {MILITARY}, made of clay")]
    assert effect(old, new, "1A001.a") == expected


def test_a_heading_whose_condition_each_item_below_says() -> None:
    old = [item("1A001", f"Kitchenware, {MILITARY}, as follows:"), item("1A001.a", "Pots"), item("1A001.b", "Pans")]
    every = [item("1A001", "Kitchenware, as follows:"), item("1A001.a", f"Pots, {MILITARY}")]
    every.append(item("1A001.b", f"Pans, {MILITARY}"))
    assert effect(old, every, "1A001") == "none"
    assert effect(old, [*every[:2], old[2]], "1A001") == "tightened"


def test_parts_of_all_goods_of_a_list_named_by_each_of_them_instead() -> None:
    parts = "and specially designed components therefor"
    old = [item("1A001", f"Kitchenware, as follows, {parts}:"), item("1A001.a", "Pots for brewing")]
    new = [item("1A001", "Kitchenware, as follows:"), item("1A001.a", f"Pots for brewing {parts}")]
    assert effect(old, new, "1A001") == effect(old, new, "1A001.a") == "none"


def test_what_a_note_takes_out_is_not_said_by_the_item() -> None:
    entry = item("1E001", '"Technology" for the "development" or "production" of pots specified by 1A')
    old = [entry, note("1E001/note", '1E001 does not apply to "technology" for the "production" of lids or spouts.')]
    new = [entry, note("1E001/note", '1E001 does not apply to "technology" for lids or spouts.')]
    old[1], new[1] = (msgspec.structs.replace(one[1], excludes=True) for one in (old, new))
    assert effect(old, new, "1E001/note") == "relaxed"


def test_a_technical_note_on_a_term_of_the_new_words_does_not_say_them() -> None:
    explained = "'Pouring rate' means litres per minute poured from a heated base at sea."
    pots, rated = "Pots rated for use at sea", "and having a 'pouring rate' of more than 3 litres per minute"
    old = [item("1A001", pots), note("1A001/tn", explained, kind="technical-note")]
    assert effect(old, [item("1A001", f"{pots} {rated}")], "1A001") == "relaxed"


def test_a_technical_note_on_a_term_beside_the_words_may_say_them() -> None:
    heated = "and incorporating a heated base for pouring at sea"
    explained = "'Ship pots' incorporate a heated base for pouring at sea."
    old = [item("1A001", f"Ship pots {heated}")]
    new = [item("1A001", "'Ship pots'"), note("1A001/tn", explained, kind="technical-note")]
    assert effect(old, new, "1A001") == "unclear"


def test_of_items_that_are_all_needed_one_is_enough_to_say_a_condition() -> None:
    goods, test = "Ovens rated for galleys of ships", "Having a door of iron"
    old = [item("1A001", f"{goods}, having all of the following:"), item("1A001.a", "Having a flue; and")]
    old.append(item("1A001.b", test))
    new = [item("1A001", "Ovens having all of the following:"), item("1A001.a", "Rated for galleys of ships; and")]
    new.append(item("1A001.b", test))
    assert effect(old, new, "1A001") == "none"


def test_words_that_every_list_says_went_from_a_heading_to_its_items() -> None:
    old = [item("1A001", "Ovens specially designed:"), item("1A001.a", "To dry tiles; and"), item("1A001.b", "To bake")]
    new = [item("1A001", "Ovens having all of the following:"), item("1A001.a", "Specially designed to dry tiles; and")]
    new.append(item("1A001.b", "Specially designed to bake"))
    assert effect(old, new, "1A001.a") == "none"
    still = [item("1A001", "Ovens specially designed, as follows:"), *new[1:]]
    assert effect(old, still, "1A001.a") == "relaxed"
