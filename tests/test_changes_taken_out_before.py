"""Items named no more that a note took out before."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note

from controllist.model import Node

GOODS = [item("1A001", "Kettles of tin"), item("1A002", "Pots of clay"), item("1A003", "Urns of glass")]
ALL = "Lids for the goods specified by 1A"
SOME = "Lids for the goods specified by 1A001 or 1A002"
OUT = "1B001 does not apply to lids for goods specified by {}."


def lids(text: str, taken_out: str = "") -> list[Node]:
    """Three entries of goods, and one of lids for them with a note that may take some out."""
    told = [note("1B001/note", OUT.format(taken_out))] if taken_out else []
    return [*GOODS, item("1B001", text), *told]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (lids(ALL, "1A003"), lids(SOME), "none"),
        (lids(ALL, "1A001"), lids(SOME), "relaxed"),
        (lids(ALL), lids(SOME), "relaxed"),
    ],
)
def test_what_a_note_took_out_is_missed_by_nobody(before: list[Node], after: list[Node], expected: str) -> None:
    assert effect(before, after, "1B001") == expected


@pytest.mark.parametrize(("text", "expected"), [(SOME, "none"), (ALL, "tightened")])
def test_a_note_that_took_out_what_its_item_names_no_more_went_for_nothing(text: str, expected: str) -> None:
    assert effect(lids(ALL, "1A003"), lids(text), "1B001/note") == expected
