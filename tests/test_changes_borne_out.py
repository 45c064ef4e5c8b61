"""Words of a heading over a closed list: what no item below bears out is not sure."""

from __future__ import annotations

import msgspec
from changes_nodes import effect, evidence, item, note

from controllist.changes.lists.borne_out import NOT_BORNE_OUT, SAID_BY_TITLE, SAID_OF_THESE
from controllist.changes.lists.named_in_list import NAMED_BELOW
from controllist.changes.records import NAMED_BEFORE

POTS, LIDS = item("1A001.a", "Pots made of tin;"), item("1A001.b", "Kettle lids of glass;")
BEFORE, AFTER = "Pots and lids, as follows:", "Pots, lids and related equipment, as follows:"


def test_a_name_that_no_item_bears_out_is_not_sure() -> None:
    old, new = [item("1A001", BEFORE), POTS, LIDS], [item("1A001", AFTER), POTS, LIDS]
    assert effect(old, new, "1A001") == effect(new, old, "1A001") == "unclear"
    assert {one.note for one in evidence(old, new, "1A001")} == {NOT_BORNE_OUT}


def test_a_name_that_an_item_bears_out_is() -> None:
    old = [item("1A001", BEFORE), POTS, LIDS]
    for came in (
        [POTS, LIDS, item("1A001.c", "Equipment for stirring broth;")],
        [POTS, item("1A001.b", "Kettle lids of glass, and equipment for holding lids;")],
    ):
        new = [item("1A001", AFTER), *came]
        assert (effect(old, new, "1A001"), effect(new, old, "1A001")) == ("tightened", "relaxed")


def test_a_heading_below_bears_nothing_out_unless_something_came_below_it() -> None:
    plates, spoons = item("1A001.b.1", "Plates of glass;"), item("1A001.b.2", "Ladles of horn;")
    old = [item("1A001", BEFORE), POTS, item("1A001.b", "Kettle lids, as follows:"), plates]
    new = [item("1A001", AFTER), POTS, item("1A001.b", "Kettle lids and related equipment, as follows:"), plates]
    assert effect(old, new, "1A001") == effect(old, new, "1A001.b") == "unclear"
    assert effect(old, [*new, spoons], "1A001") == "tightened"


def test_items_that_name_no_goods_are_of_all_goods_of_the_heading() -> None:
    below = [item("1A001.a", "Designed for use at sea;"), item("1A001.b", "Having a lid of glass;")]
    old, new = [item("1A001", "Pots, as follows:"), *below], [item("1A001", "Pots and ladles, as follows:"), *below]
    assert effect(old, new, "1A001") == "tightened"


def test_what_is_asked_of_all_items_and_what_stands_behind_the_list_the_heading_alone_says() -> None:
    for after, told in (
        ("Pots and lids specially designed for ships, as follows:", "relaxed"),
        ("Pots and lids, as follows, and specially designed handles therefor:", "tightened"),
        ("Pots and lids and specially designed handles therefor, as follows:", "tightened"),
    ):
        old, new = [item("1A001", BEFORE), POTS, LIDS], [item("1A001", after), POTS, LIDS]
        assert effect(old, new, "1A001") == told, after


def test_a_name_whose_item_stands_beside_the_heading_now_is_not_sure_to_be_lost() -> None:
    scoops = item("1A001.a.2", "Porcelain measuring scoops for flour, with a handle of maple wood;")
    moved = item("1A001.b", "Bowls or porcelain measuring scoops for flour, with a handle of maple wood;")
    spoons = item("1A001.a.1", "Wooden stirring spoons;")
    old = [item("1A001.a", "Wooden and porcelain kitchen tools, as follows:"), spoons, scoops]
    new = [item("1A001.a", "Wooden kitchen tools, as follows:"), spoons, moved]
    assert effect(old, new, "1A001.a") == "unclear"


def test_a_purpose_that_left_while_an_item_for_it_stands_below_is_not_sure() -> None:
    old = [item("1A001", "Tools for baking or tasting of cakes, as follows:"), item("1A001.a", "Ovens of brick;")]
    new = [item("1A001", "Tools for baking of cakes, as follows:"), item("1A001.a", "Ovens of brick;")]
    assert effect(old, new, "1A001") == "relaxed"
    spoons = item("1A001.b", "Tasting spoons of silver;")
    assert effect([*old, spoons], [*new, spoons], "1A001") == "unclear"
    assert {one.note for one in evidence([*old, spoons], [*new, spoons], "1A001")} == {NAMED_BELOW}


def test_a_purpose_that_left_with_items_while_those_that_stayed_have_the_other_is_not_sure() -> None:
    kept, gone = item("1A001.a", "Moulds for bread ovens;"), item("1A001.b", "Weights of brass, below 3 kg;")
    hooks = item("1A002", "Hooks and weights of brass, below 3 kg;")
    before = item("1A001", "Units specially designed for bread ovens, or grocery scales, as follows:")
    after = item("1A001", "Units specially designed for bread ovens, as follows:")
    assert effect([before, kept, gone], [after, kept, hooks], "1A001") == "unclear"
    assert effect([before, kept], [after, kept], "1A001") == "relaxed"


def test_a_condition_that_the_title_says_asks_nothing_for_sure() -> None:
    title = msgspec.structs.replace(note("1", "Nautical kitchens"), kind="category")
    before, after = item("1A001", BEFORE), item("1A001", "Nautical pots and lids, as follows:")
    old, new = [[title, msgspec.structs.replace(one, parent="1"), POTS, LIDS] for one in (before, after)]
    assert effect(old, new, "1A001") == "unclear"
    assert {one.note for one in evidence(old, new, "1A001")} == {SAID_BY_TITLE}
    assert effect(old[1:], new[1:], "1A001") == "relaxed"


def test_a_condition_behind_one_of_the_goods_that_its_item_says_in_both_editions_is_not_sure() -> None:
    ladles = item("1A001.b", "Ladles, specially designed for use at sea;")
    before = "Pots, ladles and bowls, as follows:"
    after = "Pots, ladles specially designed for use at sea and bowls, as follows:"
    old, new = [item("1A001", before), POTS, ladles], [item("1A001", after), POTS, ladles]
    assert effect(old, new, "1A001") == "unclear"
    assert {one.note for one in evidence(old, new, "1A001")} == {SAID_OF_THESE}
    plain = item("1A001.b", "Ladles of wood;")
    assert effect([old[0], POTS, plain], [new[0], POTS, plain], "1A001") == "relaxed"


def test_a_general_name_beside_others_bears_nothing_out() -> None:
    old = [item("1A001", "Pots, as follows:"), POTS, LIDS]
    systems = item("1A001.a", "Pots made of tin, and systems for them;")
    new = [item("1A001", "Pots, ladles and systems, as follows:"), systems, LIDS]
    assert effect(old, new, "1A001") == "unclear"


def test_a_general_name_of_goods_that_an_item_which_is_gone_named_is_not_sure() -> None:
    came, gone = item("1A001.b", "Round copper lid holders for pots;"), item("1A004", "Square copper lid holders")
    old = [item("1A001", "Pots, as follows:"), POTS]
    new = [item("1A001", "Pots and copper lid holders, as follows:"), POTS, came]
    assert effect(old, new, "1A001") == "tightened"
    assert effect([*old, gone], new, "1A001") == "unclear"
    assert {one.note for one in evidence([*old, gone], new, "1A001")} == {NAMED_BEFORE}
