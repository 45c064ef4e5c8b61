"""Notes by which goods follow the status of others, and references to items that came in the same edition."""

from __future__ import annotations

import pytest
from changes_nodes import effect, evidence, item, note

from controllist.model import Node

LIDS = [item("1A001", "Lids, as follows:"), item("1A001.a", "Lids of tin;"), item("1A001.b", "Lids of copper;")]
SAYS = "The status of lids described in {}, which fit one kettle alone, is determined by the status of the kettle."
BEFORE = note("1A/note.1", SAYS.format("1A001.a"))
AFTER = note("1A/note.1", SAYS.format("1A001.a and 1A001.c"))
CAME = item("1A001.c", "Caps of green glass with a cork on a thread;")


def test_what_a_note_does_to_goods_is_no_surer_than_that_they_are_controlled_anew() -> None:
    gone = item("1A009", "Green caps of glass with a cork on a thread or a chain.")
    old, new = [*LIDS, gone, BEFORE], [*LIDS, CAME, AFTER]
    assert effect(old, new, "1A001.c") == "unclear"
    assert effect(old, new, "1A/note.1") == "unclear"
    assert [one.note for one in evidence(old, new, "1A/note.1")] == ["names items that came or went with it"]


@pytest.mark.parametrize(("before", "expected"), [([*LIDS, BEFORE], "unclear"), ([*LIDS, CAME, BEFORE], "relaxed")])
def test_what_came_with_it_was_no_more_controlled_before(before: list[Node], expected: str) -> None:
    assert effect(before, [*LIDS, CAME, AFTER], "1A/note.1") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Polish for the lids of 1A009, 1A001.a{}.", "unclear"),
        ("Polish for the lids of 1A001.a{}.", "tightened"),
        ("Polish for the lids of 1A001 (except 1A001.a{}).", "relaxed"),
    ],
)
def test_more_goods_are_meant_only_where_the_items_named_hold_more(said: str, expected: str) -> None:
    gone = item("1A009", "Green caps of glass with a cork on a thread or a chain.")
    old = [*LIDS, gone, item("1D001", said.format(""))]
    new = [*LIDS, CAME, item("1D001", said.format(" and 1A001.c"))]
    assert effect(old, new, "1D001") == expected


def test_a_nota_bene_that_says_by_which_item_goods_are_judged_points_there() -> None:
    old = note("1A001.a/nb", "Lids with a rim should be evaluated against the criteria in 1A002.", kind="nota-bene")
    new = note("1A001.a/nb", 'For "rimmed" lids see 1A002.', kind="nota-bene")
    assert effect([*LIDS, old], [*LIDS, new], "1A001.a/nb") == "none"


def test_a_note_that_leaves_out_more_items_of_one_edition_alone_need_let_nothing_go() -> None:
    says = "1A001 does not apply to mixtures of the lids specified in {} with less than a third of them."
    old = [*LIDS, note("1A001/note.1", says.format("1A001.a"))]
    new = [*LIDS, CAME, note("1A001/note.1", says.format("1A001.a and 1A001.c"))]
    assert effect(old, new, "1A001/note.1") == "unclear"
    assert effect([*LIDS, CAME, old[-1]], new, "1A001/note.1") == "relaxed"


def test_what_a_group_gained_and_an_exception_leaves_out_at_once_was_never_held() -> None:
    says = "Software for lids controlled by 1A (except {})."
    came = item("1A009", "Caps of green glass with a cork on a thread;")
    old = [*LIDS, item("1D001", says.format("1A001.a"))]
    new = [*LIDS, came, item("1D001", says.format("1A001.a or 1A009"))]
    assert effect(old, new, "1D001") == "unclear"
    assert effect([*LIDS, came, old[-1]], new, "1D001") == "relaxed"
    goods = "Lids for inns (except {})."
    old = [*LIDS, item("1A002", goods.format("1A001.a"))]
    new = [*LIDS, came, item("1A002", goods.format("1A001.a or 1A009"))]
    assert effect(old, new, "1A002") == "relaxed"
