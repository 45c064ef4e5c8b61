"""Points that went from one note of an entry to another."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note

from controllist.model import Node

KETTLES = item("1A001", "Kettles and parts therefor.")
HOLDS = "1A001 includes: a. Steel pots"


def with_urns_beside(beside: Node) -> str:
    """What it does that a note names urns, which another one named before."""
    old = [KETTLES, note("1A001/note", f"{HOLDS}."), beside]
    return effect(old, [KETTLES, note("1A001/note", f"{HOLDS}; b. Urns.")], "1A001/note")


def test_a_point_that_another_note_gave_to_this_one() -> None:
    named = note("1A001/tn", "In 1A001 the term kettles includes urns.", kind="technical-note")
    assert with_urns_beside(named) == "unclear"


@pytest.mark.parametrize(
    "beside",
    [
        note("1A001/tn", "In 1A001 the weight of urns is that of the empty vessel.", kind="technical-note"),
        note("1A001/note~2", "1A001 does not apply to urns."),
        note("1A001/note~2", "1A001 includes trays."),
    ],
    ids=["explains", "leaves out", "names other goods"],
)
def test_a_note_that_did_not_give_the_point(beside: Node) -> None:
    assert with_urns_beside(beside) == "tightened"


def test_a_note_that_says_it_in_both_editions_gave_nothing() -> None:
    both = note("1A001/note~2", "1A001 includes glazed urns.")
    old, new = note("1A001/note", f"{HOLDS}."), note("1A001/note", f"{HOLDS}; b. Urns.")
    assert effect([KETTLES, old, both], [KETTLES, new, both], "1A001/note") == "tightened"


LEADS = [item("1A001", "Vessels, as follows:"), item("1A001.a", "Kettles for brewing")]


def without_enamelled(*beside: tuple[Node, Node]) -> str:
    """What it does that an exclusion of one item lost a word, while notes of the item above changed or came."""
    lid = "1A001.a does not apply to {}tinned goods having a lid of clay."
    old, new = (note("1A001.a/note", lid.format(word)) for word in ("enamelled or ", ""))
    olds, news = [one for one, _ in beside], [one for _, one in beside]
    return effect([*LEADS, old, *olds], [*LEADS, new, *news], "1A001.a/note")


WIDER = note("1A001/note.2", "1A001 does not apply to enamelled goods for one purpose.")
LOST = (note("1A001/note.1", "1A001 does not apply to enamelled or tinned spoons."),
        note("1A001/note.1", "1A001 does not apply to tinned spoons."))  # fmt: skip


def test_a_word_that_a_new_exclusion_from_the_item_above_says() -> None:
    other = note("1A001/note.2", "1A001 does not apply to goods of iron.")
    assert without_enamelled(LOST, (other, WIDER)) == "unclear"
    assert without_enamelled(LOST, (other, other)) == "tightened"
