"""New items whose goods an item that is gone, or one that is still there, held before."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

HEADING = [item("1A002", "Tableware, as follows:")]


def test_a_new_item_under_a_new_heading_holds_what_one_of_its_name_did_that_is_gone() -> None:
    gone = item("1A009", "Gravy boats, except pewter boats, and their silver ladles.")
    new = [*HEADING, item("1A002.a", "Gravy boats (chipped too) with no pewter; their silver ladles and saucers.")]
    assert effect([gone], new, "1A002.a") == "unclear"
    other = item("1A009", "Sauce boats, except pewter boats, and their silver ladles.")
    assert effect([other], new, "1A002.a") == "tightened"
    tests = item("1B009", "Gravy boats, except pewter boats, and their silver ladles.")
    assert effect([tests], new, "1A002.a") == "tightened"


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ("Teapots; toast cosies; trays.", "Teapots; trays.", "unclear"),
        ("Teapots; toast cosies; trays.", "Teapots; toast cosies.", "tightened"),
        ("Teapots with toast cosies of wool; trays.", "Teapots; trays.", "tightened"),
    ],
)
def test_a_new_item_holds_what_an_item_that_is_still_there_named_among_others(
    before: str, after: str, verdict: str
) -> None:
    new = [*HEADING, item("1A002.b", "Toast (and egg) cosies."), item("1A005", after)]
    assert effect([item("1A005", before)], new, "1A002.b") == verdict


def test_a_new_item_holds_a_substance_that_an_item_leaves_out_now() -> None:
    heading = item("1C001", "Glazes, as follows:")
    came = item("1C001.b", "Blue glaze (CAS 7440-50-8);")
    old = [heading, item("1C001.a", "Tin glaze;"), item("1C004", "Coloured glazes, other than red glaze;")]
    left_out = item("1C004", "Coloured glazes, other than red glaze and blue glaze (CAS 7440-50-8);")
    assert effect(old, [*old[:2], came, left_out], "1C001.b") == "unclear"
    assert effect(old, [*old[:2], came, old[2]], "1C001.b") == "tightened"


def test_goods_that_a_general_item_leaves_out_no_more_are_held_by_it() -> None:
    others = [item("ML18", "Moulds and recipes, as follows:"), item("ML18.a", "Moulds of clay;")]
    gone = item("ML18.b", "Recipes for glazing moulds of clay;")
    general = [item("ML22", "Recipes for goods of the list, other than recipes specified in ML18.")]
    kept = [item("ML22", "Recipes for goods of the list.")]
    assert effect([*others, gone, *general], [*others, *kept], "ML18.b") == "unclear"
    assert effect([*others, gone, *general], [*others, *general], "ML18.b") == "relaxed"


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ("Sealed jars", "Sealed glass jars", "unclear"),
        ("Sealed jars", "Glazed jars", "tightened"),
        ("Sealed jars", "Sealed stone jars", "tightened"),
        ("Jars", "Glass jars", "tightened"),
    ],
)
def test_a_new_item_holds_what_an_item_of_its_list_gave_up_that_holds_one_kind_alone_now(
    before: str, after: str, verdict: str
) -> None:
    heading = item("1A002", "Tableware, as follows:")
    rest = " having a lid that weighs more than 3 kg;"
    came = item("1A002.d", "Sealed stone jars, having any handle;")
    old, new = [heading, item("1A002.a", before + rest)], [heading, item("1A002.a", after + rest), came]
    assert effect(old, new, "1A002.d") == verdict


def test_an_item_of_another_list_that_holds_one_kind_alone_now_gave_up_nothing_for_a_new_one() -> None:
    lists = [item("1A002", "Tableware, as follows:"), item("1A002.a", "Tableware for inns, as follows:"),
             item("1A002.b", "Tableware for ships, as follows:"), item("1A002.b.2", "Soup bowls of wood;")]  # fmt: skip
    wider, kept = (item("1A002.a.1", f"Sealed {kind}jars, having a lid;") for kind in ("", "glass "))
    for code, verdict in (("1A002.b.1", "tightened"), ("1A002.a.2", "unclear")):
        came = item(code, "Sealed stone jars;")
        assert effect([*lists, wider], [*lists, kept, came], code) == verdict


def test_a_clause_whose_goods_a_heading_and_its_items_name_in_the_other_edition() -> None:
    fleet = item("1A001", "Goods for galleys, as follows:")
    clause = item("1A001.a", "Kettles boiling salted water quickly, exceeding the limits specified in 1B001;")
    heading = item("1A002.c", "Kettles or urns, specified to perform all of the following:")
    doing = [item("1A002.c.1", "Boiling of salted water quickly; and"), item("1A002.c.2", "Pouring of tea;")]
    pans = [item("1A002", "Goods for harbours, as follows:"), item("1A002.a", "Pans of copper;")]
    keep = item("1A001.b", "Ladles of horn;")
    old, new = [fleet, clause, keep, *pans], [fleet, keep, *pans, heading, *doing]
    assert effect(old, new, "1A001.a") == "unclear"
    cold = [item("1A002.c.1", "Cooling of wine; and"), doing[1]]
    assert effect(old, [fleet, keep, *pans, heading, *cold], "1A001.a") == "relaxed"
