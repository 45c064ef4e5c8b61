"""What tells that an item without a counterpart is no more control, or no less: exchanges, moves, pointers."""

from __future__ import annotations

import pytest
from changes_nodes import editions, effect, item, note

from controllist.changes.effect import evidence_of
from controllist.changes.records import Effect
from controllist.model import Node


def _paired(old: list[Node], new: list[Node], links: dict[str, str], ident: str) -> Effect:
    """The effect of a node of one edition alone, where `links` pairs some nodes whose ids differ."""
    ground = editions(old, new)
    ground.partner.update(links)
    ground.origin.update({after: before for before, after in links.items()})
    return evidence_of(ground.old.by_id.get(ident), ground.new.by_id.get(ident), ground)[0].effect


LIDS = [item("1A001", "Lids having all of the following:"), item("1A001.c", "A handle of tin.")]
DEEP, WIDE = item("1A001.a", "A depth of 2 cm or more; and"), item("1A001.b", "A rim of woven straw; and")


def test_one_condition_in_the_place_of_another_is_neither_more_nor_less() -> None:
    assert effect([*LIDS, DEEP], [*LIDS, WIDE], "1A001.a") == "unclear"
    assert effect([*LIDS, DEEP], [*LIDS, WIDE], "1A001.b") == "unclear"
    assert effect([*LIDS, DEEP], [*LIDS, DEEP, WIDE], "1A001.b") == "relaxed"


def test_one_of_several_that_are_each_enough_may_come_where_another_went() -> None:
    lids = [item("1A001", "Lids having any of the following:"), LIDS[1]]
    assert effect([*lids, DEEP], [*lids, WIDE], "1A001.b") == "tightened"


JUGS = [item("1A001", "Jugs, as follows:"), item("1A001.a", "Jugs of tin with a whistle;")]
FLASKS = item("1A001.b", "Flasks rated for tea;")
EMPTY = item("1A001.b", "", status="reserved")


@pytest.mark.parametrize(
    "said",
    [
        "See 1A001.a for goods previously specified in 1A001.b.",
        "For goods formerly listed under 1A001.b, see 1A001.a.",
    ],
)
def test_a_number_whose_goods_moved_by_the_word_of_a_note_is_no_less(said: str) -> None:
    told = note("1A001.b/nb", said, kind="nota-bene")
    assert effect([*JUGS, FLASKS], [*JUGS, EMPTY, told], "1A001.b") == "unclear"
    assert effect([*JUGS, FLASKS, told], [*JUGS, EMPTY, told], "1A001.b") == "relaxed"


def test_what_came_where_a_note_says_that_goods_stood_elsewhere_is_no_more() -> None:
    told = note("1A001/nb", "See 1A001.b for goods previously specified in 1A002.", kind="nota-bene")
    assert effect(JUGS, [*JUGS, FLASKS, told], "1A001.b") == "unclear"
    other = note("1A001/nb", "See 1A001.a for goods previously specified in 1A002.", kind="nota-bene")
    assert effect(JUGS, [*JUGS, FLASKS, other], "1A001.b") == "tightened"


def test_an_item_whose_exclusion_stands_under_another_one_is_no_less() -> None:
    own, passed = (note(f"1A001.{one}/note", f"1A001.{one} does not apply to toys.") for one in "ba")
    there, here = [*JUGS, FLASKS, own], [*JUGS, passed]
    assert _paired(there, here, {own.id: passed.id}, "1A001.b") == "unclear"
    assert _paired(here, there, {passed.id: own.id}, "1A001.b") == "unclear"
    above = note("1A001/note", "1A001 does not apply to toys.")
    assert _paired(there, [*JUGS, above], {own.id: above.id}, "1A001.b") == "relaxed"


def test_what_a_note_of_another_entry_leaves_out_instead_is_left_out_still() -> None:
    entries = [item("1A001", "Weighing scales"), item("1A002", "Recipes for puddings")]
    own = note("1A001/note", "1A001 does not apply to antique pudding recipes printed on parchment.")
    points = "1A002 does not apply to recipes as follows: a. Sung aloud; b. For antique pudding, printed on parchment."
    there = note("1A002/note", points)
    assert effect([*entries, own], [*entries, there], "1A001/note") == "unclear"
    assert effect([*entries, own, there], [*entries, there], "1A001/note") == "tightened"
    less = note("1A002/note", "1A002 does not apply to antique recipes: a. Printed on parchment; b. For pudding.")
    assert effect([*entries, own], [*entries, less], "1A001/note") == "tightened"


def test_an_item_that_only_points_elsewhere_controls_nothing() -> None:
    pointer = item("1A001.b", "See also 1A005 and 1A006 for other jugs. See 1E001 for their recipes. Items:")
    assert effect(JUGS, [*JUGS, pointer], "1A001.b") == "none"
    assert effect(JUGS, [*JUGS, item("1A001.b", "See-through jugs.")], "1A001.b") == "tightened"


def test_a_nota_bene_that_says_what_is_not_controlled_does_more_than_point() -> None:
    said = "Jugs of 1A001 stay in 1A001. 1A002 does not apply to their lids."
    assert effect(JUGS, [*JUGS, note("1A001/nb", said, kind="nota-bene")], "1A001/nb") == "unclear"
    pointer = "For jugs that are not controlled, see 1A002."
    assert effect(JUGS, [*JUGS, note("1A001/nb", pointer, kind="nota-bene")], "1A001/nb") == "none"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Trays containing any of the following:", "unclear"), ("Cups, as follows:", "none")],
)
def test_goods_that_stand_for_what_contains_them_are_not_those_of_their_item(heading: str, expected: Effect) -> None:
    entries = [item("1A003", "Cups of tin"), *JUGS]
    new = [*entries, item("1A001.b", heading), item("1A001.b.1", "Cups specified in 1A003.")]
    assert effect(entries, new, "1A001.b.1") == expected


def test_a_note_on_the_whole_entry_does_not_fall_with_the_item_that_it_stands_under() -> None:
    told = note("1A001.b/tn", "1. Tin is soft. 2. This entry does not control paper cups.", kind="technical-note")
    assert effect([*JUGS, FLASKS, told], JUGS, "1A001.b/tn") == "unclear"
    own = note("1A001.b/tn", "1. Tin is soft. 2. A flask has a neck.", kind="technical-note")
    assert effect([*JUGS, FLASKS, own], JUGS, "1A001.b/tn") == "none"


def test_a_note_that_leaves_out_only_what_is_of_new_items() -> None:
    trays = item("1E001", "Recipes for the making of the ware specified by 1A.")
    left = note("1E001/note", "1E001 does not apply to recipes for tea or ware specified by 1A009.")
    urns = item("1A009", "Urns heated by charcoal that steam and boil")
    assert effect([*JUGS, trays], [*JUGS, trays, urns, left], "1E001/note") == "unclear"
    assert effect([*JUGS, trays, urns], [*JUGS, trays, urns, left], "1E001/note") == "relaxed"


KETTLES = [item("1A001", "Kitchen goods, as follows:"), item("1A001.a", "Kettles of tin or copper;")]
TIN_KETTLES = [KETTLES[0], item("1A001.a", "Kettles of tin;")]
REST = item("1A001.b", "Kettles, other than those specified in 1A001.a, having any of the following:")
WHISTLE = item("1A001.b.1", "A whistle of tin;")


def test_what_a_kept_item_lost_may_be_in_a_new_one_that_leaves_it_out() -> None:
    after = [*TIN_KETTLES, REST, WHISTLE]
    assert effect(KETTLES, after, "1A001.b") == "unclear"
    assert effect(KETTLES, after, "1A001.b.1") == "unclear"


def test_a_new_item_that_leaves_out_one_which_lost_nothing_is_more() -> None:
    assert effect(KETTLES, [*KETTLES, REST, WHISTLE], "1A001.b") == "tightened"
    assert effect(TIN_KETTLES, [*KETTLES, REST, WHISTLE], "1A001.b.1") == "tightened"


@pytest.mark.parametrize(
    ("goods", "expected"), [("hot and copper jugs", "unclear"), ("hot and copper pans", "tightened")]
)
def test_goods_to_which_an_item_of_their_kind_sends_may_have_been_held_by_it(goods: str, expected: str) -> None:
    pointer = note("1A001/nb", f"For {goods}, see 1A002.b.", kind="nota-bene")
    others = [item("1A002", "Tableware, as follows:"), item("1A002.a", "Gravy boats;")]
    came = item("1A002.b", "Vessels of copper with a spout;")
    assert effect([*JUGS, *others], [*JUGS, pointer, *others, came], "1A002.b") == expected


@pytest.mark.parametrize(("kept", "expected"), [("1A001.b.1", "unclear"), ("", "none")])
def test_a_note_under_a_new_heading_speaks_of_what_was_there(kept: str, expected: str) -> None:
    bowls, heading = item("1A001.c", "Bowls of green glass;"), item("1A001.b", "Bowls and cups, as follows:")
    below = item("1A001.b.1", bowls.text)
    exclusion = note("1A001.b/note", "1A001.b does not apply to toys.")
    links = {bowls.id: kept} if kept else {}
    assert _paired([*JUGS, bowls], [*JUGS, heading, below, exclusion], links, exclusion.id) == expected


@pytest.mark.parametrize(
    ("gone", "expected"), [("Pewter gravy boats;", "unclear"), ("Pewter sauce boats;", "tightened")]
)
def test_goods_of_the_same_kind_that_went_beside_may_be_some_of_a_new_item(gone: str, expected: str) -> None:
    came = item("1A001.d", "Gravy boats for two guests;")
    assert effect([*JUGS, item("1A001.b", gone)], [*JUGS, came], "1A001.d") == expected


def test_an_entry_that_only_names_a_list_of_which_nothing_is_at_hand_decides_nothing() -> None:
    empty = item("1A002", "Goods of the Pottery List, as follows:")
    assert effect(JUGS, [*JUGS, empty], "1A002") == "unclear"
    assert effect([*JUGS, empty], JUGS, "1A002") == "unclear"
    assert effect(JUGS, [*JUGS, empty, item("1A002.a", "Gravy boats;")], "1A002") == "tightened"


def _unpaired(old: list[Node], new: list[Node], ident: str) -> Effect:
    """The effect of a new node where the node of its id in the other edition is another one."""
    ground = editions(old, new)
    del ground.partner[ident], ground.origin[ident]
    return evidence_of(None, ground.new.by_id[ident], ground)[0].effect


@pytest.mark.parametrize(("gone", "expected"), [("Greenleaf disease", "unclear"), ("Brownrust disease", "tightened")])
def test_a_short_name_that_begins_like_the_one_before_it_may_be_of_the_same(gone: str, expected: str) -> None:
    head, came = item("1A001", "Ailments of tea, as follows:"), item("1A001.a", "Leafy greenleaves")
    assert _unpaired([head, item("1A001.a", gone)], [head, came], "1A001.a") == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [("Weighing sugar while steaming;", "unclear"), ("Holding napkins between courses;", "tightened")],
)
def test_a_list_that_is_one_clause_now_is_known_by_the_items_below_it(below: str, expected: str) -> None:
    head = item("1A001", "Tableware, as follows:")
    was = [item("1A001.b", "Devices specially designed for:"), item("1A001.b.1", below)]
    now = item("1A001.b", "Devices that are able to weigh sugar without being touched while steaming")
    assert _unpaired([head, *was], [head, now], "1A001.b") == expected
