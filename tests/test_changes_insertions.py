"""Words put into a clause or taken out of it: which way they work, in items and in notes that take goods out."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

PUT_IN = [
    ("“Software” for “use” of lids", "“Software” “specially designed” for “use” of lids", "relaxed"),
    ("Kettle stands", "Kettle stands “specially designed” for ‘steaming’ of “lids”", "relaxed"),
    ("Fluted large kettles", "Fluted tubular (curved) large kettles", "relaxed"),
    ("Lids of diamond for kettles", "Lids of films of diamond for kettles", "relaxed"),
    ("Designed to pour for 4 hours or more", "Designed to continuously pour for 4 hours or more", "relaxed"),
    ("Kettle stands", "Kettle stands without lids", "relaxed"),
    ("Kettle stands", "Kettle stands painted by hand", "relaxed"),
    ("Other “kettles” designed for inns", "Other “kettles” and “stands” designed for inns", "tightened"),
    ("Equipment for the making of kettles", "Equipment and “software” for the making of kettles", "tightened"),
    ("Steam cleaned kettles of tin", "Steam, gas or vapour cleaned kettles of tin", "tightened"),
    (
        "Equipment for brewing at inns, and specially designed parts therefor",
        "Equipment for brewing at inns, models designed for schools, and specially designed parts therefor",
        "tightened",
    ),
    ("Stands for steaming or boiling tea", "Stands for brewing, steaming or boiling tea", "tightened"),
    ("Turn equipment, having a lid", "Turn (by hand) or tip (mixer) equipment, having a lid", "tightened"),
    ("Lids with tin or copper coats", "Lids with tin and/or copper coats", "none"),
    ("Tea salt (CAS 57-14-7);", "Tea salt (CAS 57-14-7) (see also 1A002);", "none"),
    ("“Software” for lids;", "“Software” for lids; Cups and Saucers", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), PUT_IN)
def test_words_put_in(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


NOT_CERTAIN = [
    ("“Kettles”", "“Kettles” “fit for inns”"),  # a term, which is defined elsewhere
    ("“Laser” kettles", "Continuous wave or pulsed “laser” kettles"),  # perhaps all there are
    ("Containers for tea", "ISO standard containers for tea"),
    ("A peak flow of less than 4 l", "A solar peak flow of less than 4 l"),  # another measure
    ("Lids for magnetic stands", "Lids for magnetic and electric field stands"),
    ("Kettle stands; lids", "Kettle stands; lids; Cups and Saucers"),
]


@pytest.mark.parametrize(("before", "after"), NOT_CERTAIN)
def test_words_that_may_do_one_thing_or_the_other(before: str, after: str) -> None:
    assert reworded(before, after) == "unclear"


def test_a_note_that_takes_out_turns_them_round() -> None:
    old, new = "1A001 does not apply to kettles.", "1A001 does not apply to kettles without lids."
    assert effect([note("1A001/note", old)], [note("1A001/note", new)], "1A001/note") == "tightened"


@pytest.mark.parametrize("verb", ["does not apply to", "includes"])
def test_activities_in_a_note_may_be_those_of_its_item_anyway(verb: str) -> None:
    old, new = (
        f"1E001 {verb} “technology” for the “development” or “production” of lids.",
        f"1E001 {verb} “technology” for lids.",
    )
    assert effect([note("1E001/note", old)], [note("1E001/note", new)], "1E001/note") == "unclear"
    item_old = "“Technology” for the “development” or “production” of lids"
    assert effect([item("1E001", item_old)], [item("1E001", "“Technology” for lids")], "1E001") == "tightened"
