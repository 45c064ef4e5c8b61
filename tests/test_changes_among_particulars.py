"""Notes of one edition that another one prints among the particulars of their item."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import effect, evidence, item, note

from controllist.changes.records import Effect
from controllist.model import Annotation, Node

KETTLES = item("1A001", "Kettles of tin with a whistle")
SAID = "1A001.a does not apply to kettles of 2 l or less that are sold to households in shops."
TOYS = note("1A001/note", SAID)


def _with(text: str) -> list[Node]:
    return [msgspec.structs.replace(KETTLES, annotations=(Annotation("license-requirement-note", text),))]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (SAID, "none"),
        (f"Licences for kettles: {SAID} See the list of countries.", "none"),
        ("1A001.a does not apply to kettles of 3 pounds that households buy from potters and smiths.", "relaxed"),
        ("", "relaxed"),
    ],
)
def test_a_note_that_was_printed_among_the_particulars_of_its_item_does_nothing(printed: str, expected: Effect) -> None:
    before = _with(printed)
    assert effect(before, [KETTLES, TOYS], "1A001/note") == expected
    if expected == "none":
        assert "particulars" in evidence(before, [KETTLES, TOYS], "1A001/note")[0].note


def test_a_note_that_went_among_the_particulars_is_there_still() -> None:
    assert effect([KETTLES, TOYS], _with(SAID), "1A001/note") == "none"


def test_particulars_of_another_item_do_not_say_it_of_this_one() -> None:
    other = msgspec.structs.replace(item("1A002", "Pans"), annotations=(Annotation("license-requirement-note", SAID),))
    assert effect([KETTLES, other], [KETTLES, other, TOYS], "1A001/note") == "relaxed"
