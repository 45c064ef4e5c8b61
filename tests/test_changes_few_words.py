"""Goods that one word names, in one place before and in another now."""

from __future__ import annotations

from changes_nodes import effect, evidence, item

TOOLS = [item("1A005", "Tools of cooks, as follows:"), item("1A005.a", "Whisks;"), item("1A005.b", "Graters;")]
LADLES = item("1A005.c", "Ladles; and")
CAPTION = item("1A918", "Various kitchenware (see List of Items Controlled).\nLadles.")


def test_goods_of_one_word_that_another_entry_named_are_not_more() -> None:
    old, new = [*TOOLS, CAPTION], [*TOOLS, LADLES]
    assert effect(old, new, "1A005.c") == effect(old, new, "1A918") == "unclear"
    assert evidence(old, new, "1A005.c")[0].note == "goods of the same name, and nothing else, stood elsewhere"
    assert evidence(old, new, "1A918")[0].note == "goods of the same name, and nothing else, stand elsewhere now"


def test_goods_that_stand_there_still_or_with_a_condition_are_more() -> None:
    assert effect([*TOOLS, CAPTION], [*TOOLS, CAPTION, LADLES], "1A005.c") == "tightened"
    silver = item("1A918", "Various kitchenware (see List of Items Controlled).\nLadles of silver.")
    assert effect([*TOOLS, silver], [*TOOLS, LADLES], "1A005.c") == "tightened"


def test_one_word_that_is_asked_of_goods_names_none() -> None:
    asked = item("1A005", "Spoons having any of the following:")
    rest = [item("1A007", "Forks having any of the following:"), item("1A007.b", "Handles;")]
    old, new = [asked, TOOLS[1], *rest, item("1A007.a", "Hooks;")], [asked, TOOLS[1], item("1A005.b", "Hooks;"), *rest]
    assert effect(old, new, "1A005.b") == "tightened"


def test_a_general_name_is_no_name_of_goods() -> None:
    old, new = [*TOOLS, item("1A918", "Accessories.")], [*TOOLS, item("1A005.c", "Accessories;")]
    assert effect(old, new, "1A005.c") == "tightened"
