"""Notes that say of goods that they are included, and notes that say that their item includes them."""

from __future__ import annotations

from changes_nodes import effect, item, note

from controllist.changes.records import Effect

ARE = "Kettles, which can be used as pots, are {} if they meet the criteria for the tea function or the pot function."
INCLUDES = "{} includes kettles{} that can be used as pots if they meet the criteria for {}."
BOTH = "the tea function or the pot function"


def reworded(before: str, after: str) -> Effect:
    """What it does to the note of an item that its words changed so."""
    old, new = ([item("1A001", "Pots"), note("1A001/note", text)] for text in (before, after))
    return effect(old, new, "1A001/note")


def test_to_be_included_is_to_be_controlled() -> None:
    assert reworded(ARE.format("controlled"), ARE.format("included")) == "none"


def test_an_item_includes_what_is_included() -> None:
    assert reworded(ARE.format("included"), INCLUDES.format("1A001", "", BOTH)) == "none"
    assert reworded(ARE.format("included"), INCLUDES.format("1A001", "", "the pot function")) == "relaxed"


def test_another_item_may_include_other_goods() -> None:
    assert reworded(ARE.format("included"), INCLUDES.format("1B001", "", BOTH)) == "unclear"


def test_goods_that_are_not_included_stay_apart() -> None:
    before = ARE.format("included").replace("which can", "other than those that can")
    assert reworded(before, INCLUDES.format("1A001", "", BOTH)) == "unclear"
