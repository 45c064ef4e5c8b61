"""One item through all editions: its codes, what each edition did to it, and who else bore its code."""

from __future__ import annotations

from pathlib import Path

import pytest
from changes_nodes import item
from invented import DATES, Kitchen, annotated, editions, governed

from controllist.errors import WrongUse
from controllist.model import Annotation, Node
from controllist.report.timeline import timeline_lines
from controllist.timeline import timeline

FIRST = {"1A001": "Kettles, as follows:", "1A001.a": "Rated above 3 l", "1A001.b": "Having a gilded spout"}
SECOND = {**FIRST, "1A001.b": "Fitted with a bell", "1A001.c": "Having a gilded spout"}
THIRD = {**SECOND, "1A001.a": "Rated above 5 l", "1A001.c": "Having a gilded or silver spout"}


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(FIRST, SECOND, THIRD))
    return kitchen


def test_a_code_is_read_as_of_the_edition_named(kitchen: Kitchen) -> None:
    assert timeline(kitchen.library, "tea@2001-06-30", "1A001.b").lineage == "1A001.c"
    assert timeline(kitchen.library, "tea@2002-01-01", "1A001.b").lineage == "1A001.b"
    assert timeline(kitchen.library, "tea", "1A001.b").lineage == "1A001.b"


def test_the_codes_it_bore_and_what_each_edition_did(kitchen: Kitchen) -> None:
    found = timeline(kitchen.library, "tea", "1A001.c")
    assert [(each.code, each.first, each.last) for each in found.codes] == [
        ("1A001.b", DATES[0], DATES[0]), ("1A001.c", DATES[1], None),
    ]  # fmt: skip
    assert [(each.edition, each.before, each.instrument) for each in found.events] == [
        (DATES[1], DATES[0], "Act of 2002"), (DATES[2], DATES[1], "Act of 2003"),
    ]  # fmt: skip
    assert [each.change.kind for each in found.events if each.change] == ["renumbered", "rescoped"]


def test_others_that_bore_the_same_code_are_named(kitchen: Kitchen) -> None:
    assert timeline(kitchen.library, "tea", "1A001.b").others == ("1A001.c",)
    assert timeline(kitchen.library, "tea@2001-01-01", "1A001.b").others == ("1A001.b",)
    assert timeline(kitchen.library, "tea", "1A001.a").others == ()


def test_without_a_date_the_newest_edition_that_has_the_code_counts(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(SECOND, FIRST))
    found = timeline(kitchen.library, "tea", "1A001.c")
    assert [(each.code, each.last) for each in found.codes] == [("1A001.c", DATES[0]), ("1A001.b", None)]
    assert timeline(kitchen.library, "tea", "1A001(c)") == found, "a code may be written as a list cites it"


def test_an_item_that_went_and_came_back_is_one_with_a_gap(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    pans = {"1A002": "Pans of copper"}
    kitchen.record(editions({**FIRST, **pans}, FIRST, {**FIRST, **pans}))
    found = timeline(kitchen.library, "tea", "1A002")
    assert [(each.first, each.last) for each in found.codes] == [(DATES[0], DATES[0]), (DATES[2], None)]
    assert [(each.change.kind, each.change.flags) for each in found.events if each.change] == [
        ("removed", ()), ("added", ("reversal",)),
    ]  # fmt: skip


def test_a_number_kept_empty_is_said(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    empty = item("1A002", "Not used", status="reserved")
    kitchen.record(editions([item("1A001", "Kettles"), item("1A002", "Pans")], [item("1A001", "Kettles"), empty]))
    report = "\n".join(timeline_lines(timeline(kitchen.library, "tea", "1A002"), {}, "Pans"))
    assert "since 2002-01-01          1A002 (reserved)" in report


def test_carried_changes_and_fields_are_events(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(governed(3), governed(5)))
    (event,) = timeline(kitchen.library, "tea", "1A009").events
    assert event.change is not None
    assert event.change.flags == ("carried",)

    told = [[annotated(item("1A001", "Kettles"), annotations=(Annotation("marker", value),))] for value in "AB"]
    kitchen = Kitchen(tmp_path / "fields")
    kitchen.record(editions(*told))
    (event,) = timeline(kitchen.library, "tea", "1A001").events
    assert event.change is None
    assert [(field.field, field.what) for field in event.fields] == [("marker", "changed")]


def test_fields_of_the_next_owner_of_a_code_are_not_the_items(tmp_path: Path) -> None:
    def told(*items: tuple[str, str, str]) -> list[Node]:
        return [annotated(item(code, text), annotations=(Annotation("marker", mark),)) for code, text, mark in items]

    kitchen = Kitchen(tmp_path)
    old = told(("1A002", "Pans of copper", "A"), ("1A003", "Spoons of silver", "A"))
    new = told(("1A002", "Sugar tongs by clockwork", "A"), ("1A003", "Pans of copper", "B"),
               ("1A004", "Spoons of silver", "A"))  # fmt: skip
    kitchen.record(editions(old, new))
    (pans,) = timeline(kitchen.library, "tea", "1A003").events
    (spoons,) = timeline(kitchen.library, "tea", "1A004").events
    assert (len(pans.fields), len(spoons.fields)) == (1, 0)


@pytest.mark.parametrize(
    ("wanted", "code", "said"),
    [
        ("tea@2001-01-01", "1A001.c", "tea@2001-01-01 has no item 1A001.c"),
        ("tea", "1A009", "no edition of tea has item 1A009"),
        ("tea@1999-01-01", "1A001", "its first: tea@2001-01-01, tea@2002-01-01"),
        ("coffee", "1A001", "'coffee' is no list"),
    ],
)
def test_what_is_not_there_is_said(kitchen: Kitchen, wanted: str, code: str, said: str) -> None:
    with pytest.raises(WrongUse, match=said):
        timeline(kitchen.library, wanted, code)
