"""What comes and goes together: notes with their items, headings over what was there, bands that were divided."""

from __future__ import annotations

import pytest
from changes_nodes import effect, evidence, item, note

from controllist.changes.compare import Matched, changes_between, effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree

ENTRY = item("1A001", "Kettles, as follows:")
TIN = item("1A001.a", "Kettles of tin")
CLAY = item("1A001.b", "Kettles of clay")


def test_what_a_note_takes_from_an_item_that_is_new_with_it_was_never_controlled() -> None:
    exclusion = note("1A001.b/note", "1A001.b does not apply to toys.")
    assert effect([ENTRY, TIN], [ENTRY, TIN, CLAY, exclusion], "1A001.b/note") == "none"
    assert effect([ENTRY, TIN, CLAY], [ENTRY, TIN, CLAY, exclusion], "1A001.b/note") == "relaxed"
    empty = item("1A001.b", "Not used", status="reserved")
    assert effect([ENTRY, TIN, empty], [ENTRY, TIN, CLAY, exclusion], "1A001.b/note") == "none"


def test_a_heading_over_items_that_were_there_controls_nothing_more() -> None:
    entry = item("1A001", "Vessels, as follows:")
    heading, part = item("1A001.c", "Vessels of clay, as follows:"), item("1A001.c.1", "Jugs of clay")
    jugs = item("1A001.b", "Jugs of clay")
    paired = {"1A001": "1A001", "1A001.a": "1A001.a", "1A001.b": "1A001.c.1"}
    ground = Editions(Tree([entry, TIN, jugs]), Tree([entry, TIN, heading, part]), paired)
    assert effect_of(evidence_of(None, heading, ground)) == "none"
    assert effect([entry, TIN], [entry, TIN, heading, part], "1A001.c") == "tightened", "all of it is new"


@pytest.mark.parametrize(
    ("kept", "expected"), [("exceeding 3 l but not exceeding 5 l", "unclear"), ("exceeding 3 l", "tightened")]
)
def test_a_band_that_was_divided_holds_nothing_new(kept: str, expected: str) -> None:
    old = [ENTRY, item("1A001.a", "A volume exceeding 3 l")]
    new = [ENTRY, item("1A001.a", f"A volume {kept}"), item("1A001.b", "A volume exceeding 5 l and a spout of tin")]
    assert effect(old, new, "1A001.b") == expected


@pytest.mark.parametrize(
    ("kept", "expected"), [("of 0.2 l or more but not exceeding 3 l", "unclear"), ("not exceeding 3 l", "tightened")]
)
def test_what_a_band_without_a_lower_end_gave_up_holds_nothing_new(kept: str, expected: str) -> None:
    old = [ENTRY, item("1A001.a", "A volume not exceeding 3 l")]
    new = [ENTRY, item("1A001.a", f"A volume {kept}"), item("1A001.b", "A volume of less than 200 ml and a tin spout")]
    assert effect(old, new, "1A001.b") == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("Copper whistles for steam kettles.", "unclear"), ("Pewter whistles for steam kettles.", "tightened")],
)
def test_goods_that_another_item_names_word_for_word_were_controlled(before: str, expected: str) -> None:
    other = item("1A009", before)
    came = item("1A001.c", "Copper whistles for steam kettles;")
    assert effect([ENTRY, TIN, CLAY, other], [ENTRY, TIN, CLAY, came, other], "1A001.c") == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Copper, iron or pewter kettles that whistle when steaming", "unclear"),
        ("Copper or pewter kettles that whistle when steaming", "tightened"),
        ("Copper or pewter kettles, other than iron kettles, that whistle when steaming", "tightened"),
    ],
)
def test_a_part_of_a_clause_that_was_divided_may_have_been_held_by_it(before: str, expected: str) -> None:
    heading = item("1A001", "Kettles, as follows:")
    kept, came = item("1A001.a", "Copper kettles that whistle when steaming"), item("1A001.b", "Iron, steaming whistle")
    pairs = {"1A001": "1A001.a"}
    ground = Editions(Tree([item("1A001", before)]), Tree([heading, kept, came]), pairs)
    assert effect_of(evidence_of(None, came, ground)) == expected


def test_what_a_heading_asks_for_may_be_said_of_other_goods() -> None:
    asking, other = (
        item("1A001", "Kettles having any of the following:"),
        item("1A009", "Pans having any of the following:"),
    )
    words = "A whistle of tin for steam of tea"
    known, came = item("1A009.a", words), item("1A001.c", words)
    assert effect([asking, TIN, CLAY, other, known], [asking, TIN, CLAY, came, other, known], "1A001.c") == "tightened"


def test_a_note_that_went_to_another_item_has_moved() -> None:
    words = "A 'spout' is what tea is poured from."
    here, there = note("1A001.a/tn", words, kind="technical-note"), note("1A001.b/tn", words, kind="technical-note")
    old, new = [ENTRY, TIN, CLAY, here], [ENTRY, TIN, CLAY, there]
    pairs = [Matched(one, other) for one, other in zip(old, new, strict=True)]
    (change,) = changes_between(old, new, pairs)
    assert (change.kind, change.effect) == ("moved", "none")


def test_an_exclusion_that_names_no_item_takes_out_of_the_item_it_stands_under() -> None:
    words = "This does not apply to toys."
    old, new = [ENTRY, TIN, CLAY, note("1A001.a/note", words)], [ENTRY, TIN, CLAY, note("1A001.b/note", words)]
    pairs = [Matched(one, other) for one, other in zip(old, new, strict=True)]
    (change,) = changes_between(old, new, pairs)
    assert (change.kind, change.effect) == ("moved", "unclear")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("1A001.a does not apply to toys.", "1A001 does not apply to toys.", "relaxed"),
        ("1A001 does not specify toys.", "1A001.a does not specify toys.", "tightened"),
        ("1A001 does not apply to toys of copper.", "1A001.a does not apply to toys of copper.", "unclear"),
    ],
)
def test_an_exclusion_for_a_part_and_for_the_whole(before: str, after: str, expected: str) -> None:
    old, new = note("1A001/note", before), note("1A001/note", after)
    items = [ENTRY, item("1A001.a", "Kettles made of copper"), CLAY]
    found = evidence([*items, old], [*items, new], "1A001/note")
    assert effect_of(found) == expected


def test_a_new_heading_over_items_whose_goods_others_name() -> None:
    old = [item("1A002", "Jugs as follows:"), item("1A002.a", "Clay jugs;")]
    new = [*old, item("1A002.z", "Other goods, as follows:"), item("1A002.z.1", "Goods specified in 1A002.a for inns;")]
    assert effect(old, new, "1A002.z") == effect(old, new, "1A002.z.1") == "none"


def test_goods_named_for_the_sake_of_their_software_are_not_held_by_them() -> None:
    goods = [item("1A002", "Jugs as follows:"), item("1A002.a", "Clay jugs;")]
    old = [*goods, item("1D002", "Software as follows:"), item("1D002.a", "Software for teapots;")]
    heading = item("1D002.b", "Software for the use of any of the following:")
    new = [*old, heading, item("1D002.b.1", "Goods specified in 1A002.a;")]
    assert effect(old, new, "1D002.b.1") == "tightened"


INCLUDING = note("1A001.b/note", "1A001.b includes tea recorders, colour whistles and steam gauges.")


@pytest.mark.parametrize(
    ("goods", "expected"), [("Steam gauges and color whistles having a dial", "unclear"), ("Steam valves", "tightened")]
)
def test_a_new_item_whose_note_includes_the_goods_of_one_that_is_gone_may_bring_nothing(
    goods: str, expected: str
) -> None:
    gone, came = (
        item("1A001.c", goods),
        item("1A001.b", "Assemblies, boards or cards that do all that is done with tea"),
    )
    assert effect([ENTRY, TIN, gone], [ENTRY, TIN, came, INCLUDING], "1A001.b") == expected
    assert effect([ENTRY, TIN, gone], [ENTRY, TIN, came, INCLUDING], "1A001.c") == (
        "unclear" if expected == "unclear" else "relaxed"
    )
