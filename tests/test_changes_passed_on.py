"""Goods that came into an item, or left its exclusion, while an item that named them went; and the reverse."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

COOKWARE = (
    "Angled copper ladles holding 3 l",
    "Wooden gravy spoons made for ships or angled copper ladles holding 3 l",
)
SPOONS = item("1A004", "Wooden gravy spoons longer than 30 cm.")


def _verdict(change: tuple[str, str], gone: str, code: str = "1A004") -> str:
    old, new = ([item("1A001", text)] for text in change)
    return effect([*old, item(code, gone)], new, "1A001")


def test_goods_that_an_item_that_is_gone_named_may_be_no_more() -> None:
    assert _verdict(COOKWARE, SPOONS.text) == "unclear"
    assert effect([item("1A001", COOKWARE[0]), SPOONS], [item("1A001", COOKWARE[1]), SPOONS], "1A001") == "tightened"


@pytest.mark.parametrize("gone", ["Wooden spoons longer than 30 cm.", "Boxes for wooden gravy spoons.", "Gravy trays."])
def test_goods_of_another_name_are_more(gone: str) -> None:
    assert _verdict(COOKWARE, gone) == "tightened"


def test_what_makes_the_goods_is_another_item() -> None:
    assert _verdict(COOKWARE, SPOONS.text, "1B004") == "tightened"


def test_goods_that_leave_an_exclusion_may_have_stood_in_an_item_that_is_gone() -> None:
    change = (
        "Tableware (excluding gravy spoons) of silver",
        "Tableware (excluding gravy spoons, unless the gravy spoons contain only tin) of silver",
    )
    assert _verdict(change, "Gravy spoons, except pewter ones, and parts.") == "unclear"
    assert _verdict(change, "Soup spoons, except pewter ones, and parts.") == "tightened"


def test_a_substance_that_another_item_names_is_controlled_by_it() -> None:
    old = [item("1C001", "Glazes of cobalt (CAS 7440-48-4), glazes of copper (CAS 7440-50-8);")]
    new = [item("1C001", "Glazes of cobalt (CAS 7440-48-4);")]
    other = item("1C002", "Glazes of copper (CAS 7440-50-8);")
    assert effect(old, new, "1C001") == "relaxed"
    assert effect(old, [*new, other], "1C001") == "unclear"
