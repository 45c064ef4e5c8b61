"""Changes between two editions: their kinds, what definitions and notes carry, and the record."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec
import pytest
from changes_nodes import item, note

from controllist.changes.compare import Matched, changes_between
from controllist.changes.records import Change, span_alone
from controllist.model import Node


def matched(old: Sequence[Node], new: Sequence[Node], renumbered: dict[str, str] | None = None) -> list[Matched]:
    """Nodes of one id as pairs, and those that have another id in the new edition."""
    ids = {node.id: node for node in new}
    partner = {node.id: ids.get((renumbered or {}).get(node.id, node.id)) for node in old}
    taken = {node.id for node in partner.values() if node}
    pairs = [Matched(node, partner[node.id], "code", 1.0) for node in old]
    return pairs + [Matched(None, node) for node in new if node.id not in taken]


def changed(old: Sequence[Node], new: Sequence[Node], renumbered: dict[str, str] | None = None) -> dict[str, Change]:
    """The changes by the id of the node they are about."""
    found = changes_between(old, new, matched(old, new, renumbered))
    return {(change.new or change.old).id: change for change in found if change.new or change.old}


KETTLES = [item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin"), item("1A001.b", "Of clay")]


def test_an_edition_has_not_changed_from_itself() -> None:
    assert changed(KETTLES, KETTLES) == {}


def test_typography_alone_is_no_change() -> None:
    new = [item("1A001", "kettles , as follows :"), item("1A001.a", "Of tin; or"), item("1A001.b", "Of clay.")]
    assert changed(KETTLES, new) == {}


def test_an_insertion_is_one_addition_and_renumberings() -> None:
    new = [*KETTLES[:1], item("1A001.a", "Of copper"), item("1A001.b", "Of tin"), item("1A001.c", "Of clay")]
    found = changed(KETTLES, new, {"1A001.a": "1A001.b", "1A001.b": "1A001.c"})
    assert {ident: (change.kind, change.effect) for ident, change in found.items()} == {
        "1A001.a": ("added", "tightened"),
        "1A001.b": ("renumbered", "none"),
        "1A001.c": ("renumbered", "none"),
    }


def test_another_parent_is_a_move_and_a_rescope_says_that_the_code_changed() -> None:
    old = [*KETTLES, item("1A002", "Pans, as follows:")]
    new = [*KETTLES[:2], item("1A002", "Pans, as follows:"), item("1A002.a", "Of clay")]
    assert changed(old, new, {"1A001.b": "1A002.a"})["1A002.a"].kind == "moved"
    old[2], new[-1] = item("1A001.b", "Clay lids"), item("1A002.a", "Clay or glass lids")
    change = changed(old, new, {"1A001.b": "1A002.a"})["1A002.a"]
    assert (change.kind, change.effect) == ("rescoped", "tightened")
    assert [(one.old, one.new, one.note) for one in change.evidence if one.type == "code"] == [
        ("1A001.b", "1A002.a", "moved")
    ]


def test_reserved_numbers_are_removed_or_nothing() -> None:
    empty = item("1A001.b", "Reserved", status="reserved")
    found = changed(KETTLES, [*KETTLES[:2], empty])
    assert (found["1A001.b"].kind, found["1A001.b"].effect) == ("removed", "relaxed")
    assert changed([*KETTLES[:2], empty], KETTLES[:2]) == {}
    assert changed([*KETTLES[:2], empty], KETTLES)["1A001.b"].kind == "added"


def test_a_changed_definition_is_carried_to_the_items_that_use_its_term() -> None:
    items = [item("1A001", "A “tea maker”"), item("1A002", "Pans"), item("1A003", "Parts of “tea makers”")]
    old = [*items, note("def/tea-maker", "A machine above 3 l.", kind="definition", label="Tea maker")]
    new = [*items, note("def/tea-maker", "A machine above 5 l.", kind="definition", label="Tea maker")]
    found = changed(old, new)
    assert set(found) == {"def/tea-maker", "1A001", "1A003"}
    assert found["1A001"].kind == "rescoped"
    assert found["1A001"].flags == ("carried",)
    assert [(one.type, one.effect, one.note) for one in found["1A001"].evidence] == [
        ("definition", "unclear", "“Tea maker” changed")
    ]


@pytest.mark.parametrize(("old", "new", "told"), [("", "Above 5 l.", "is new"), ("Above 3 l.", "", "is gone")])
def test_what_a_cause_elsewhere_did_is_named(old: str, new: str, told: str) -> None:
    items = [item("1A001", "A “tea maker”")]
    sides = [
        [*items, *([note("def/tea-maker", text, kind="definition", label="Tea maker")] if text else [])]
        for text in (old, new)
    ]
    change = changed(*sides)["1A001"]
    assert change.flags == ("carried",)
    assert [one.note for one in change.evidence] == [f"“Tea maker” {told}"]


@pytest.mark.parametrize(
    ("span", "quoted"),
    [
        (') or "lid', 'or "lid"'), ('", and pots', "and pots"), (". 2. Lids", "2. Lids"), (".5 l", ".5 l"),
        ("spouts (SPs", "spouts (SPs)"), ("lids (of tin", "lids (of tin)"), ('"lids" of …', '"lids" of …'),
        ("; (", "; ("),
    ],
)  # fmt: skip
def test_evidence_quotes_words_without_the_marks_of_what_stands_around_them(span: str, quoted: str) -> None:
    assert span_alone(span) == quoted


def test_a_note_governs_what_it_stands_under_or_names() -> None:
    old = [*KETTLES, note("1A001/note", "1A001 does not apply to toys.")]
    new = [*KETTLES, note("1A001/note", "1A001 does not apply to toys or models.")]
    found = changed(old, new)
    assert set(found) == {"1A001", "1A001.a", "1A001.b", "1A001/note"}
    assert found["1A001"].effect == "relaxed"
    assert found["1A001.a"].effect == "unclear", "whether models of tin exist is not said"
    named = [*KETTLES, note("1A001/note", "1A001.a does not apply to toys.")]
    assert set(changed(KETTLES, named)) == {"1A001/note", "1A001.a"}


def test_a_technical_note_governs_the_items_that_use_its_term() -> None:
    items = [KETTLES[0], item("1A001.a", "With a 'rated spout'"), item("1A001.b", "Of clay")]
    old = [*items, note("1A001/tn", "'Rated spout' is measured cold.", kind="technical-note")]
    new = [*items, note("1A001/tn", "'Rated spout' is measured hot.", kind="technical-note")]
    assert set(changed(old, new)) == {"1A001/tn", "1A001.a"}


def test_own_words_decide_before_a_cause_elsewhere() -> None:
    old = [item("1A001", "Kettles above 3 l"), note("1A001/tn", "Measured cold.", kind="technical-note")]
    new = [item("1A001", "Kettles above 5 l"), note("1A001/tn", "Measured hot.", kind="technical-note")]
    change = changed(old, new)["1A001"]
    assert change.effect == "relaxed"
    assert {one.type: one.effect for one in change.evidence} == {"threshold": "relaxed", "note": "unclear"}
    assert change.flags == ()


def test_the_record_in_json() -> None:
    old, new = (
        [item("1A001", "Kettles with a capacity above 3 l")],
        [item("1A001", "Kettles with a capacity above 5 l")],
    )
    (change,) = changes_between(old, new, matched(old, new))
    assert json.loads(msgspec.json.encode(change)) == {
        "id": "1A001>1A001",
        "kind": "rescoped",
        "effect": "relaxed",
        "old": {"code": "1A001", "cite": "1A001", "id": "1A001"},
        "new": {"code": "1A001", "cite": "1A001", "id": "1A001"},
        "matched_by": "code",
        "score": 1.0,
        "evidence": [
            {"type": "threshold", "effect": "relaxed", "parameter": "capacity", "old": "> 3 l", "new": "> 5 l"}
        ],
    }


def test_facts_alone_decide_by_figures() -> None:
    old, new = (msgspec.structs.replace(item("1A001", f"Kettles above {size} l"), text="") for size in (3, 5))
    assert changed([old], [new])["1A001"].effect == "relaxed"


@pytest.mark.parametrize(
    ("entry", "above", "words", "effect"),
    [
        ("Kettles, as follows:", "Kettles with a lid, as follows:", "Made of tin", "unclear"),
        ("Kettles, as follows:", "Kettles with a lid, as follows:", "Tin kettles", "unclear"),
        ("Kettles with a lid, as follows:", "Kettles with a lid:", "Made of tin", "none"),
        ("Kitchenware, as follows:", "Kettles and related goods, as follows:", "Tin kettles", "none"),
        ("Kitchenware, as follows:", "Kettles and related goods, as follows:", "Made of tin", "unclear"),
        ("Kettles having any of the following:", "Having all of the following:", "A lid of tin", "unclear"),
    ],
)
def test_what_an_item_moved_to_may_ask_for_more(entry: str, above: str, words: str, effect: str) -> None:
    old = [item("1A001", entry), item("1A001.a", words)]
    new = [item("1A001", entry), item("1A001.a", above), item("1A001.a.1", words)]
    there = changed(old, new, {"1A001.a": "1A001.a.1"})["1A001.a.1"]
    back = changed(new, old, {"1A001.a": "", "1A001.a.1": "1A001.a"})["1A001.a"]
    assert (there.kind, there.effect) == (back.kind, back.effect) == ("moved", effect)


def test_what_an_edition_has_no_words_of_cannot_be_told() -> None:
    """Neither its figures nor their absence say what the lost words asked for."""
    beside = item("1A002", "Spoons of horn")
    whole, lost = item("1A001", "Kettles holding more than 3 l:"), item("1A001", "")
    for old, new in ((whole, lost), (lost, whole)):
        found = changed([old, beside], [new, beside])["1A001"]
        assert (found.kind, found.effect) == ("rescoped", "unclear")
    assert not changed([lost, beside], [lost, beside])


LIDS = "Lids are what closes a kettle from above."


def test_a_note_that_is_printed_where_it_was_did_not_move() -> None:
    """Between the same two items it was only taken to belong to the list, and now to the last item of it."""
    top, *below = KETTLES
    old, new = [top, *below[:1], note("1A001/note", LIDS), *below[1:]], [top, *below[:1], note("1A001.a/note", LIDS)]
    new += below[1:]
    assert changed(old, new, {"1A001/note": "1A001.a/note"}) == {}
    new = [*KETTLES, note("1A001.b/note", LIDS)]
    assert changed(old, new, {"1A001/note": "1A001.b/note"})["1A001.b/note"].kind == "moved"


def test_a_note_that_takes_goods_out_of_another_item_now_may_do_so_wherever_it_is_printed() -> None:
    words = "This does not apply to kettles of dolls' houses."
    old = [*KETTLES[:2], note("1A001/note", words), KETTLES[2]]
    new = [*KETTLES[:2], note("1A001.a/note", words), KETTLES[2]]
    found = changed(old, new, {"1A001/note": "1A001.a/note"})["1A001.a/note"]
    assert (found.kind, found.effect) == ("moved", "unclear")
