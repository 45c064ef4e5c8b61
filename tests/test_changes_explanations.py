"""Explaining notes: the place that they name, what they include, the name of a term, and words that a source lost."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

from controllist.changes.records import Effect

WARE = [item("1A001", "Teaware, as follows:"), item("1A001.a", "Teapots with a 'spout'"), item("1A001.b", "Strainers")]


def noted(before: str, after: str, kind: str = "note", ident: str = "1A001.a/note") -> Effect:
    """The effect of one note's change of words."""
    old, new = note(ident, before, kind=kind), note(ident, after, kind=kind)  # type: ignore[arg-type]
    return effect([*WARE, old], [*WARE, new], ident)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("'Spout' pipes in 1A001.a are those bent twice.",
         "For the purposes of 1A001.a, 'spout' pipes are those bent twice.", "none"),
        ("N in the following equals the number of cups. See below.",
         "For the purposes of 1A001.a, N equals the number of cups. See below.", "none"),
        ("The rating of a pot is its greatest one. See below.",
         "The rating of a pot in 1A001.b is its greatest one. See below.", "unclear"),
        ("The rating of a pot as told by 1A001.b is its greatest one. See below.",
         "The rating of a pot in 1A001.b as told by 1A001.b is its greatest one. See below.", "none"),
    ],
)  # fmt: skip
def test_a_place_that_an_explanation_names(before: str, after: str, expected: Effect) -> None:
    assert noted(before, after, "technical-note", "1A001.a/tn") == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("In 1A001.a, 'hot drinks' includes cocoa.", "In 1A001.a, 'hot drinks' includes cocoa or broth.", "tightened"),
        (
            "Teaware specified by 1A001 includes: a. Cups; b. Pots.",
            "Teaware specified by 1A001 includes: a. Cups.",
            "relaxed",
        ),
        (
            "A pot that includes a lid is heated by coal.",
            "A pot that includes a lid or a spout is heated by coal.",
            "unclear",
        ),
    ],
)
def test_a_note_that_says_what_something_includes(before: str, after: str, expected: Effect) -> None:
    assert noted(before, after) == expected


def test_a_definition_that_is_moved_to_the_item_which_uses_it_names_its_term() -> None:
    old = 'A "pipe" bent twice so that no drop is spilt.'
    assert (
        noted(
            old,
            "For the purposes of 1A001.a, a 'bent pipe' is a \"pipe\" bent twice so that no drop is spilt.",
            "technical-note",
        )
        == "none"
    )
    assert noted("'Swan necks' means pipes bent twice.", "means pipes bent twice.", "technical-note") == "none"


def test_the_name_of_a_standard_with_or_without_std() -> None:
    assert (
        reworded("Pots tested by the drip method (IEEE STD 528-2001)", "Pots tested by the drip method (IEEE 528-2001)")
        == "none"
    )


def test_goods_evaluated_against_the_limits_of_more_items() -> None:
    words = "The status of unglazed pots is to be evaluated against the parameters of {}."
    assert noted(words.format("1A001.a"), words.format("1A001.a or 1A001.b")) == "tightened"


def test_a_heading_that_one_source_leaves_out_may_have_said_anything() -> None:
    below = item("1A001.a", "Teapots")
    lost, heading = item("1A001", ""), item("1A001", "Teaware rated above 90 °C, as follows:")
    assert effect([lost, below], [heading, below], "1A001") == "unclear"


def test_an_explanation_that_holds_for_an_item_which_came_with_it() -> None:
    before = note("1A001/note", "For the purposes of 1A001.a, catering includes: a. Feasts; b. Funerals.")
    after = note("1A001/note", "For the purposes of 1A001.a and 1A001.c, catering includes: a. Feasts; b. Funerals.")
    come = item("1A001.c", "Whisks split from bamboo for catering")
    assert effect([*WARE, before], [*WARE, come, after], "1A001/note") == "none"
    after = note("1A001/note", "For the purposes of 1A001.a and 1A001.b, catering includes: a. Feasts; b. Funerals.")
    assert effect([*WARE, before], [*WARE, after], "1A001/note") == "unclear"
