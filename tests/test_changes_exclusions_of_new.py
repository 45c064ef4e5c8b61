"""Exclusions that take out what their item came to name with them, what another item holds, or that include, too."""

from __future__ import annotations

import pytest
from changes_nodes import effect, evidence, item, note

from controllist.changes.records import Effect

DRUMS = note("1A001/note", "1A001 does not control toy drums made of tin before 1938.")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Kettles, pans and lids therefor", "Kettles, pans, drums and lids therefor", "unclear"),
        ("Kettles, pans and drums", "Kettles, pans, drums and churns", "relaxed"),
        ("Kettles, drums and lids therefor", "Kettles, drums and lids therefor", "relaxed"),
    ],
)
def test_goods_that_an_item_came_to_name_with_an_exclusion_of_them(before: str, after: str, expected: Effect) -> None:
    old, new = [item("1A001", before)], [item("1A001", after), DRUMS]
    assert effect(old, new, "1A001/note") == expected
    if expected == "unclear":
        assert evidence(old, new, "1A001/note")[0].note == "its item came to name such goods with it"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1A001 does not control kettles for tea. For such kettles, see 1A003.", "unclear"),
        ("1A001 does not control kettles for tea. See 1A003 for kettles for tea.", "unclear"),
        ("1A001 does not control kettles for tea. For other kettles, see also 1A003.", "relaxed"),
        ("1A001 does not control kettles for tea. For such kettles, see 1A009.", "relaxed"),
    ],
)
def test_an_exclusion_that_sends_for_its_goods_to_another_item(said: str, expected: Effect) -> None:
    items = [item("1A001", "Kettles of tin"), item("1A003", "Tea things of any metal")]
    assert effect(items, [*items, note("1A001/note", said)], "1A001/note") == expected


def test_a_note_that_includes_some_goods_and_takes_out_others() -> None:
    items = [item("1A001", "Kettles of tin")]
    both = note("1A001/note", "1A001 includes:\n1. Urns;\n2. Samovars.\n1A001 does not apply to:\n1. Toys.")
    assert effect(items, [*items, both], "1A001/note") == "unclear"
    toys = note("1A001/note", "1A001 does not apply to:\n1. Toys;\n2. Kits of which the kettle includes: lids.")
    assert effect(items, [*items, toys], "1A001/note") == "relaxed"


def test_an_exclusion_that_says_that_its_goods_remain_controlled_lets_nothing_go_for_sure() -> None:
    jugs = [item("1A001", "Jugs"), item("1A002", "Lids")]
    plain = "1A001 does not control jugs with a lid, whose lids stand in another place."
    kept = "1A001 does not control jugs with a lid; lids for jugs remain controlled in Category 1."
    for text, expected in ((plain, "relaxed"), (kept, "unclear")):
        assert effect(jugs, [*jugs, note("1A001/note", text)], "1A001/note") == expected


@pytest.mark.parametrize(("before", "after", "expected"), [(3, 5, "relaxed"), (5, 3, "unclear"), (5, 5, "unclear")])
def test_an_exception_for_what_came_with_it_gainsays_nothing_that_lets_go(
    before: int, after: int, expected: Effect
) -> None:
    old = [item("1A001", "Kettles"), item("1B001", f"Lids above {before} kg for goods of 1A (except 1A001)")]
    new = [item("1A001", "Kettles"), item("1A906", "Samovars for charcoal")]
    new.append(item("1B001", f"Lids above {after} kg for goods of 1A (except 1A001 or 1A906)"))
    assert effect(old, new, "1B001") == expected
