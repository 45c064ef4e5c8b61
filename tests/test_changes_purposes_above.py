"""A purpose that an item and the item above it both name, which the other edition says once."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

from controllist.changes.records import Effect

HEAD = 'Lids and valves for "tea keeping", as follows:'


def changed(before: str, after: str, head: str = HEAD) -> Effect:
    """What it does to an item below a heading that its words changed so."""
    old, new = (
        [item("1A001", head), item("1A001.a", text), item("1A001.b", "Spouts of tin")] for text in (before, after)
    )
    return effect(old, new, "1A001.a")


PURPOSE = 'Valves designed to use "steam" employing springs to ensure "tea keeping"'
DEMAND = 'Valves designed to use "steam" employing springs performing any task other than boiling'


def test_a_purpose_of_the_heading_need_not_be_said_again() -> None:
    assert changed(PURPOSE, 'Valves designed to use "steam" employing springs') == "none"


def test_what_took_its_place_is_a_demand() -> None:
    assert changed(PURPOSE, DEMAND) == "relaxed"


@pytest.mark.parametrize("head", ["Lids and valves, as follows:", 'Lids and valves, not "tea keeping", as follows:'])
def test_a_purpose_that_the_heading_does_not_name_stays(head: str) -> None:
    assert changed(PURPOSE, DEMAND, head) == "unclear"
