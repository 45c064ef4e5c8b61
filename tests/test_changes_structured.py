"""What is said beside an item's words: how it is structured, what counts as a change, and which facts are stated."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest
from changes_nodes import item, note
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from controllist.changes.records import FieldChange
from controllist.changes.structured import comparable_fields, field_changes
from controllist.model import Annotation, Node

Row = tuple[str, ...]


def said(name: str, *texts: str, rows: tuple[Row, ...] = ()) -> tuple[Annotation, ...]:
    """The paragraphs of one field, with the table that may stand in it."""
    return tuple(Annotation(name, text) for text in texts) + ((Annotation(name, "", rows),) if rows else ())


def kettle(*annotations: tuple[Annotation, ...], code: str = "1A001") -> Node:
    """An item with fields beside its words."""
    return replace(item(code, "Kettles"), annotations=tuple(one for group in annotations for one in group))


WITNESS = kettle(
    *(said(name, "Polished") for name in ("reason-for-control", "license-requirements", "license-exceptions")),
    *(said(name, "Polished") for name in ("related-controls", "sta", "sensitive", "used-in", "metadata")),
    code="9Z999",
)
"""An item that uses every field in both editions, so that all are comparable."""
BYSTANDER = kettle(said("unit", "Number"), code="9Z998")
"""An item with none of these fields, so that none is one that every item has."""


def changed(old: Sequence[Node], new: Sequence[Node]) -> list[FieldChange]:
    """The changes between nodes of one id, in editions where every field is used."""
    ids = {node.id: node for node in new}
    pairs = [(node, ids.pop(node.id, None)) for node in old] + [(None, node) for node in ids.values()]
    return list(field_changes([*pairs, (WITNESS, WITNESS), (BYSTANDER, BYSTANDER)]))


def one(old: Node, new: Node) -> tuple[str, str, str, str, str]:
    """The only change between two states of an item: field, what, old, new, note."""
    (change,) = changed([old], [new])
    return change.field, change.what, change.old, change.new, change.note


HEAD = ("Control(s)", "Country Chart (See Supp. No. 9)")


def requirements(*rows: Row) -> tuple[Annotation, ...]:
    return said("license-requirements", rows=(HEAD, *rows))


def test_typography_is_no_change() -> None:
    old = kettle(said("license-exceptions", "LVS: $5000"), said("related-controls", "See “spouts” in 1B001"))
    new = kettle(said("license-exceptions", "LVS: $5,000."), said("related-controls", 'See "spouts" in 1B001.'))
    assert changed([old], [new]) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("AT, NS", "NS, AT.", None),
        ("AT", "AT, NS", ("added", "", "NS")),
        ("AT NS", "AT", ("removed", "NS", "")),
        ("AT, kitchen policy", "AT", ("removed", "kitchen policy", "")),
    ],
)
def test_reasons_are_a_set(before: str, after: str, expected: tuple[str, str, str] | None) -> None:
    old, new = kettle(said("reason-for-control", before)), kettle(said("reason-for-control", after))
    assert [(change.what, change.old, change.new) for change in changed([old], [new])] == [expected] * bool(expected)


def test_requirements_are_columns_by_reason() -> None:
    old = kettle(requirements(("NS applies to entire entry", "NS Column 2"), ("AT applies to 1A001.a", "AT Column 1")))
    new = kettle(requirements(("NS applies to entire entry", "NS Column 1."), ("AT applies to 1A001.a", "AT column 1")))
    assert one(old, new) == ("license-requirements", "changed", "NS Column 2", "NS Column 1", "")


def test_requirements_of_other_items_are_told_by_their_codes() -> None:
    old = kettle(requirements(("MT applies to pots in 1B001 or 1B002", "MT Column 1")))
    new = kettle(requirements(("MT applies to pots in 1B001 or 1B003", "MT Column 1")))
    assert one(old, new) == ("license-requirements", "changed", "MT 1B002", "MT 1B003", "")


def test_the_form_of_a_requirement_is_no_matter() -> None:
    table = kettle(requirements(("NS applies to 1A001.a.1 and .a.2", "NS Column 1")))
    merged = kettle(requirements(("NS applies to 1A001.a.1 and .a.2 NS Column 1",)))
    repeated = kettle(said("license-requirements", "NS applies to all", rows=(HEAD, *table.annotations[0].rows[1:])))
    own = kettle(requirements(("NS applies to 1A001.a.1, 1A001.a.2 (1A001)", "NS Column 1.")))
    assert changed([table], [merged]) == changed([table], [repeated]) == changed([table], [own]) == []


def test_exceptions_are_values_by_name() -> None:
    old = kettle(said("license-exceptions", "LVS: $3000", "GBS: N/A", "TSR: Yes, except for copper"))
    new = kettle(said("license-exceptions", "LVS: N/A", "GBS: N/A", "TSR: Yes, except for brass", "APP: Yes"))
    assert [(change.what, change.old, change.new, change.note) for change in changed([old], [new])] == [
        ("added", "", "APP Yes", ""),
        ("changed", "LVS $3000", "LVS N/A", ""),
        ("changed", "", "", "TSR: words differ"),
    ]


def test_a_paragraph_goes_on_with_the_exception_before() -> None:
    old = kettle(said("license-exceptions", "LVS: Yes for:", "$1500: 1A001.c", "GBS: N/A"))
    new = kettle(said("license-exceptions", "LVS: Yes for:", "$2500: 1A001.c", "GBS: N/A"))
    assert one(old, new) == ("license-exceptions", "changed", "LVS Yes, $1500", "LVS Yes, $2500", "")


def test_an_emptied_mark_is_no_mark() -> None:
    old, new = kettle(said("sensitive", "Kettles of any size")), kettle(said("sensitive", "Not used since 2020"))
    assert one(old, new)[:2] == ("sensitive", "removed")
    assert one(new, old)[:2] == ("sensitive", "added")
    assert changed([new], [kettle()]) == []


def test_a_mark_that_covers_more_says_its_limit() -> None:
    old = kettle(said("sensitive", "Kettles having a capacity exceeding 4 l"))
    new = kettle(said("sensitive", "Kettles having a capacity exceeding 2 l"))
    field, what, before, after, note_text = one(old, new)
    assert (field, what, note_text) == ("sensitive", "changed", "")
    assert (before.split()[:2], after.split()[:2]) == ([">", "4"], [">", "2"])


def test_a_sentence_is_never_stated() -> None:
    old, new = kettle(said("sta", "Only to tidy kitchens")), kettle(said("sta", "Only to very tidy kitchens"))
    assert one(old, new) == ("sta", "changed", "", "", "words differ")


def test_a_sentence_in_place_of_a_name_is_never_stated() -> None:
    old = kettle(said("reason-for-control", "AT"))
    new = kettle(said("reason-for-control", "AT, whatever the kitchen council may find fit"))
    assert one(old, new) == ("reason-for-control", "added", "", "", "")


def test_the_users_of_a_term_are_places() -> None:
    def term(*texts: str) -> Node:
        return replace(note("def/spout", "A pipe", kind="definition"), annotations=said("used-in", *texts))

    found = changed(
        [term("Cat 1, 3", "KGN &", "Both", "Lists", "ML5, 9")], [term("KGN Both Lists", "Cat 3", "5P1", "ML 9", "ML5")]
    )
    assert [(change.id, change.what, change.old, change.new) for change in found] == [
        ("def/spout", "removed", "Cat 1", ""),
        ("def/spout", "added", "", "Cat 5P1"),
    ]


def test_dates_are_compared() -> None:
    old, new = replace(kettle(), expires="2021-12-31"), replace(kettle(), expires="2023-12-31")
    assert one(old, new) == ("expires", "changed", "2021-12-31", "2023-12-31", "")


def test_what_one_source_lacks_altogether_is_no_change() -> None:
    plain, marked = kettle(said("sta", "No")), kettle(said("sta", "No"), said("unit", "Number"))
    assert comparable_fields([plain], [marked]) == {"sta"}
    assert field_changes([(plain, marked)]) == field_changes([(marked, plain)]) == ()


def test_a_lost_block_is_no_change_but_a_lost_mark_is() -> None:
    block = [said("sta", "No"), said("related-controls", "See 1B001"), said("sensitive", "Kettles")]
    assert [change.field for change in changed([kettle(*block)], [kettle()])] == ["sensitive"]
    assert [change.field for change in changed([kettle(*block[:2])], [kettle(block[1])])] == ["sta"]


def test_a_statement_that_every_item_has_is_lost_by_the_source() -> None:
    whole, lacking = (kettle(said("sta", "No"), said(name, "No")) for name in ("reason-for-control", "metadata"))
    assert field_changes([(whole, lacking), (WITNESS, WITNESS)]) == ()
    assert [change.field for change in changed([whole], [lacking])] == ["reason-for-control"]


def test_a_paragraph_under_another_name_is_no_change() -> None:
    report = "See the kitchen book for what must be written down of every export"
    old = kettle(said("related-controls", "See 1B001"), said("sta", report))
    new = kettle(said("related-controls", "See 1B001", report))
    assert changed([old], [new]) == changed([new], [old]) == []


def test_a_statement_that_stands_as_a_note_is_no_change() -> None:
    report = "Samples of up to two kettles a year need no licence at all"
    old = kettle(said("sta", report, "Spouts:"), said("related-controls", "See 1B001"))
    new = [kettle(said("related-controls", "See 1B001")), note("1A001/note", f"Samples. {report}")]
    assert changed([old], new) == []
    assert [change.field for change in changed([old], new[:1])] == ["sta"]


def test_words_that_are_not_at_hand_are_not_compared() -> None:
    assert changed([kettle(said("sta", "Only to tidy kitchens"))], [kettle(said("sta", ""))]) == []


def test_items_that_come_or_go_say_nothing() -> None:
    marked = kettle(said("sensitive", "Kettles"))
    assert changed([marked], []) == changed([], [marked]) == []
    assert changed([marked], [replace(marked, status="reserved", annotations=())]) == []


VALUES = st.sampled_from(("N/A", "Yes", "$500", "$3000", "Yes, except 1B001", "No steel"))
EXCEPTIONS = st.dictionaries(st.sampled_from(("LVS", "GBS", "TSR")), VALUES)


@given(EXCEPTIONS, EXCEPTIONS)
def test_changes_read_backwards_are_the_same_changes(before: dict[str, str], after: dict[str, str]) -> None:
    old, new = (
        kettle(said("license-exceptions", *(f"{name}: {value}" for name, value in sides.items())), said("sta", "No"))
        for sides in (before, after)
    )
    there, back = changed([old], [new]), changed([new], [old])
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    assert [(turned[change.what], change.new, change.old) for change in there] == [
        (change.what, change.old, change.new) for change in back
    ]
    assert len(there) == sum(before.get(name) != after.get(name) for name in before.keys() | after.keys())


def test_importing_is_cheap() -> None:
    code = "import sys, controllist.changes.structured; sys.exit('deepdiff' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
