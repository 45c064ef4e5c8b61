"""Goods that came to an entry or left it: in the other edition an item for all others of their kind may hold them."""

from __future__ import annotations

from changes_nodes import effect, evidence, item

from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree

HEADING = item("1A001", "Kitchenware, as follows:")
DYES = [HEADING, item("1A001.a", "Dyes, as follows:"), item("1A001.a.1", "Madder;"), item("1A001.a.2", "Woad;")]
WELD = item("1A001.a.3", "Weld;")
FAST = "Any dye not listed in 1A001.a that stays on wool for more than 40 washings"


def test_goods_named_now_may_have_been_held_by_what_they_do() -> None:
    clause = item("1A001.b", FAST)
    old, new = [*DYES, clause], [*DYES, WELD, clause]
    assert effect(old, new, "1A001.a.3") == "unclear"
    assert evidence(old, new, "1A001.a.3")[0].old == "1A001.b"


def test_a_heading_over_goods_that_were_named_holds_no_more_than_they_do() -> None:
    clause = item("1A001.b", FAST)
    reds = [item("1A001.a.3", "Reds, as follows:"), item("1A001.a.3.a", "Kermes;")]
    old = [*DYES, item("1A001.a.4", "Kermes;"), clause]
    new = [*DYES, *reds, clause]
    partner = {node.id: node.id for node in (*DYES, clause)} | {"1A001.a.4": "1A001.a.3.a"}
    ground = Editions(Tree(old), Tree(new), partner)
    heading = ground.new.by_id["1A001.a.3"]
    assert [one.effect for one in evidence_of(None, heading, ground)] == ["none"]


def test_goods_of_another_kind_are_no_rest_of_the_goods_named() -> None:
    clause = item("1A001.b", FAST.replace("dye", "soap"))
    assert effect([*DYES, clause], [*DYES, WELD, clause], "1A001.a.3") == "tightened"
    named = item("1A001.b", "Dyes, not listed in 1A001.a, as follows:")
    below = [named, item("1A001.b.1", "Indigo;"), item("1A001.b.2", "Saffron;")]
    assert effect([*DYES, *below], [*DYES, WELD, *below], "1A001.a.3") == "tightened"


def test_goods_with_a_limit_of_their_own_are_compared_by_it() -> None:
    clause = item("1A001.b", FAST)
    lasting = item("1A001.a.3", "Lichens lasting more than 20 washings with a strength exceeding 3 kg;")
    assert effect([*DYES, clause], [*DYES, lasting, clause], "1A001.a.3") == "tightened"


def test_what_leaves_an_entry_that_another_leaves_out_may_be_held_by_that() -> None:
    kettles = item("1A001.b", "Copper whistling kettles having a whistling pitch exceeding 2 kHz;")
    others = [item("1A201", "Kettles and jugs, other than those specified in 1A001, as follows:")]
    others += [item("1A201.a", "Whistling kettles having a pitch exceeding 1 kHz;"), item("1A201.b", "Jugs of glass;")]
    old, new = [HEADING, item("1A001.a", "Trays;"), kettles, *others], [HEADING, item("1A001.a", "Trays;"), *others]
    assert effect(old, new, "1A001.b") == "unclear"
    assert evidence(old, new, "1A001.b")[0].new == "1A201"


def test_an_entry_that_holds_other_kettles_has_nothing_to_do_with_it() -> None:
    kettles = item("1A001.b", "Copper whistling kettles having a whistling pitch exceeding 2 kHz;")
    trays = item("1A001.a", "Trays;")
    for lead, first in (
        ("Kettles and jugs, as follows:", "Whistling kettles having a pitch exceeding 1 kHz;"),
        ("Kettles and jugs, other than those specified in 1A001, as follows:", "Kettles driven by steam or wind;"),
    ):
        others = [item("1A201", lead), item("1A201.a", first), item("1A201.b", "Jugs of glass;")]
        assert effect([HEADING, trays, kettles, *others], [HEADING, trays, *others], "1A001.b") == "relaxed", lead
