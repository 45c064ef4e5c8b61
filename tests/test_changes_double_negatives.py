"""A note that lets go what is not so, and an item that asks for what is so."""

from __future__ import annotations

from changes_nodes import effect, item, note

NAMED = "1. Mugs are jugs for the purpose of 1A001."
LIMIT = "2. 1A001 does not control jugs that are not usable in the serving of breakfast tea for guests."
FREES = "2. 1A001 does not control jugs that are usable in the serving of breakfast tea for guests."
ASKS = "Jugs, usable in the serving of breakfast tea for guests, having two handles"


def test_an_item_asks_for_what_a_note_asked_for_by_a_double_negative() -> None:
    old = [item("1A001", "Jugs, as follows:"), item("1A001.a", "Jugs having two handles"),
           note("1A001/tn", f"{NAMED} {LIMIT}", kind="technical-note")]  # fmt: skip
    new = [item("1A001", "Jugs, as follows:"), item("1A001.a", ASKS), note("1A001/tn", NAMED, kind="technical-note")]
    assert effect(old, new, "1A001.a") == "unclear"
    assert effect(old, new, "1A001/tn") == "unclear"


def test_a_condition_that_no_note_asked_for_narrows() -> None:
    for said in (NAMED, f"{NAMED} {FREES}"):
        notes = [note("1A001/tn", said, kind="technical-note")]
        old = [item("1A001", "Jugs, as follows:"), item("1A001.a", "Jugs having two handles"), *notes]
        new = [item("1A001", "Jugs, as follows:"), item("1A001.a", ASKS), *notes]
        assert effect(old, new, "1A001.a") == "relaxed"
