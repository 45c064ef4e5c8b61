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


def test_an_adverb_before_the_second_of_two_may_be_meant_without_being_said_twice() -> None:
    assert reworded("Kettles specially made or specially shaped", "Kettles specially made or shaped") == "unclear"
    assert reworded("Kessel, besonders gebaut oder besonders rund", "Kessel, besonders gebaut oder rund") == "unclear"
    assert reworded("Kettles made or specially shaped for inns", "Kettles made or shaped for inns") == "tightened"


def test_what_a_figure_is_corrected_for_asks_nothing_of_the_goods() -> None:
    old = "Kettles with a leak of less than 3 g"
    assert reworded(old, "Kettles with a leak, when compensated for the heat of the tea, of less than 3 g") == "unclear"
    assert reworded(old, "Kettles with a leak, when mounted on the wall of an inn, of less than 3 g") != "none"
