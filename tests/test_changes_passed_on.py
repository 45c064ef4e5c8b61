"""Words and codes that pass, in one step, between an item and a definition, or between two notes."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note

from controllist.changes.records import Effect
from controllist.model import Node

FREE = 'Kettles usable without "starting" or started by hand'
SAFE = 'Kettles usable, or started by hand, by "starting" not employing a gilded mechanism'


def with_definition(text: str, meaning: str) -> list[Node]:
    """A list of one item, and of the definition of a term in it."""
    return [
        item("1A001", "Kettles, as follows:"),
        item("1A001.a", text),
        note("def/starting", meaning, kind="definition", label="Starting"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Any heating by means of a gilded mechanism", "Any heating by means of a mechanism", "unclear"),
        ("Any heating by means of a mechanism", "Any heating by means of a mechanism of tin", "tightened"),
    ],
)
def test_a_word_that_the_definition_gave_to_the_item_decides_nothing(before: str, after: str, expected: Effect) -> None:
    old, new = with_definition("Kettles of tin or \"starting\" lids", before), with_definition(
        "Kettles of tin, gilded mechanism or \"starting\" lids", after
    )
    assert effect(old, new, "1A001.a") == expected


OF_ALL = (
    "The status of goods described in 1A, other than those described in 1A001.a{}, which are made for pots is "
    "determined by the status of the other pots"
)
OF_SOME = (
    "The status of goods described in 1A001.a{} which are welded into pots is determined by the status of the other "
    "pots"
)
OF_OTHERS = "1A001 does not apply to goods described in 1A001.a{} which are welded into pots"


def with_notes(first: str, second: str) -> list[Node]:
    """An entry of three items with two notes."""
    return [
        item("1A001", "Kettles, as follows:"),
        item("1A001.a", "Tin kettles"),
        item("1A001.b", "Clay kettles"),
        note("1A001/note.1", first),
        note("1A001/note.2", second),
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((OF_ALL.format(""), OF_ALL.format(" or 1A001.b")), OF_SOME, "unclear"),
        ((OF_ALL.format(""), OF_ALL.format("")), OF_SOME, "relaxed"),
        ((OF_ALL.format(""), OF_ALL.format(" or 1A001.b")), OF_OTHERS, "relaxed"),
    ],
)
def test_a_code_that_one_note_excepts_and_another_takes_in_decides_nothing(
    first: tuple[str, str], second: str, expected: Effect
) -> None:
    old = with_notes(first[0], second.format(""))
    new = with_notes(first[1], second.format(" or 1A001.b"))
    assert effect(old, new, "1A001/note.2") == expected
