"""Conditions that a heading gave up and that some of the items below it took."""

from __future__ import annotations

from changes_nodes import effect, item

from controllist.model import Node

SHIPS = "specially designed for galleys of ships"
OLD = [item("1A001", f"Kitchenware, {SHIPS}, as follows:"), item("1A001.a", "Pots"), item("1A001.b", "Pans")]


def kitchenware(pots: str, pans: str, heading: str = "Kitchenware, as follows:") -> list[Node]:
    """The same list with other words."""
    return [item("1A001", heading), item("1A001.a", pots), item("1A001.b", pans)]


def test_items_that_took_something_else_leave_the_heading_and_themselves_in_doubt() -> None:
    new = kitchenware(f"Pots, {SHIPS}", "Pans designed for open fires")
    assert effect(OLD, new, "1A001") == effect(OLD, new, "1A001.b") == "unclear"
    assert effect(OLD, new, "1A001.a") == "none"


def test_items_that_took_nothing_hold_more() -> None:
    assert effect(OLD, kitchenware(f"Pots, {SHIPS}", "Pans"), "1A001") == "tightened"


def test_a_condition_under_a_heading_that_stands_is_told_by_itself() -> None:
    new = kitchenware("Pots, specially designed for camps", "Pans designed for open fires", OLD[0].text)
    assert effect(OLD, new, "1A001.b") == "relaxed"


def test_a_condition_that_no_item_took_is_told_of_the_heading_alone() -> None:
    new = kitchenware("Pots", "Pans designed for open fires")
    assert effect(OLD, new, "1A001.b") == "relaxed"
    assert effect(OLD, new, "1A001") == "tightened"
