"""Words that do something by themselves, but nothing for certain beside what the other clause says."""

from __future__ import annotations

from changes_nodes import reworded


def test_a_word_that_went_into_a_term_may_be_said_by_its_definition() -> None:
    assert reworded("An average or steady heat output above 30 W", "An “average heat output” above 30 W") == "unclear"
    assert reworded("An average or steady heat output above 30 W", "An average heat output above 30 W") == "relaxed"


def test_what_those_goods_are_may_be_said_by_their_place() -> None:
    assert reworded("Lids for those kettles", "Lids for kettles specified in 1A002") == "unclear"
    assert reworded("Lids for kettles", "Lids for kettles specified in 1A002") == "relaxed"


def test_one_choice_that_stands_elsewhere_now() -> None:
    old = "Kettles or pots above 3 l, specially designed for inns"
    new = "Copper pots with a spout of tin, other kettles above 3 l, specially designed for inns"
    assert reworded(old, new) == "unclear"


def test_the_verb_by_which_a_place_is_cited_says_nothing() -> None:
    assert reworded("Lids designed for kettles in 1A002", "Lids designed for kettles specified in 1A002") == "none"
    assert reworded("Lids for use in the EU", "Lids for kettles, for use in the EU") != "none"


def test_an_english_noun_is_no_german_adjective() -> None:
    assert reworded("Green stove ware", "Green stove disease ware") == "unclear"
    assert reworded("Kessel aus Stahl", "Kessel aus gewalzte Stahl") == "relaxed"
