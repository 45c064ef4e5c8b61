"""One general word for the goods of an item that gave way to another, as in the heading above it."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

from controllist.changes.records import Effect


def reworded(heads: tuple[str, str], items: tuple[str, str]) -> Effect:
    """What it does to an item that its words and those of the heading above it changed so."""
    old, new = ([item("1A001", head), item("1A001.a", text)] for head, text in zip(heads, items, strict=True))
    return effect(old, new, "1A001.a")


HEADS = (
    "Steam powered kettles, electric or not, as follows:",
    "Steam powered 'heated vessels', electric or not, as follows:",
)


@pytest.mark.parametrize("words", ["{} having a lid of tin;", "Double walled {}, or parts thereof;"])
def test_an_item_that_names_the_goods_as_its_heading_does_says_no_more(words: str) -> None:
    assert reworded(HEADS, (words.format("Kettles"), words.format("Vessels"))) == "none"


@pytest.mark.parametrize(
    "heads",
    [
        (HEADS[0], HEADS[0]),
        ("Steam powered kettles and pans, as follows:", "Steam powered vessels and pans, as follows:"),
        ("Equipment for kettles, as follows:", "Equipment for vessels, as follows:"),
    ],
)
def test_a_heading_that_names_other_goods_tells_nothing(heads: tuple[str, str]) -> None:
    assert reworded(heads, ("Kettles having a lid of tin;", "Vessels having a lid of tin;")) == "unclear"


def test_a_word_elsewhere_in_the_item_is_not_the_name_of_its_goods() -> None:
    assert reworded(HEADS, ("Lids of tin for kettles;", "Lids of tin for vessels;")) == "unclear"


GOODS = ("Base materials having all of the following:", "Ceramic powders having all of the following:")


def test_other_goods_of_a_name_that_the_heading_bears_too_are_told_of_the_heading() -> None:
    assert reworded(GOODS, ("Other base materials of tin;", "Other ceramic powders of tin;")) == "none"


def test_the_name_of_goods_that_are_not_the_others_tells_for_itself() -> None:
    assert reworded(GOODS, ("Base materials of tin;", "Ceramic powders of tin;")) == "relaxed"
    heads = ("Materials as follows:", "Materials as follows:")
    assert reworded(heads, ("Other base materials of tin;", "Other ceramic powders of tin;")) == "relaxed"


FOR_URNS = "Tools for the making of any of the following tea urn parts or stands:"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("'Tight' tea urn spout parts of tin;", "'Tight' spout parts of tin;"), "none"),
        (("'Tight' tea urn spout rings of tin;", "'Tight' spout rings of tin;"), "unclear"),
        (("'Tight' tea urn with parts of tin;", "'Tight' with parts of tin;"), "unclear"),
    ],
)
def test_what_the_heading_says_of_goods_need_not_be_said_of_their_kind(words: tuple[str, str], expected: str) -> None:
    assert reworded((FOR_URNS, FOR_URNS), words) == expected
