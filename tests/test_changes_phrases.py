"""Names and phrases that gave way to wider or narrower ones, or that say the same: in items and in their notes."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

WIDER = [
    ("Stands to carry automobiles, or trucks of tin", "Stands to carry vehicles of tin", "tightened"),
    (
        "Maps for Global Navigation Satellite Systems (GNSS) (e.g., GPS) fit for inns",
        "Maps for “satellite navigation systems” fit for inns",
        "tightened",
    ),
    ("Lead shot for kettles", "Metal shot for kettles", "tightened"),
    ("Teapot virus", "Teapotvirus: all members of the Teapotvirus genus", "tightened"),
    ("Lids for sale of, or trade with, “tea”", "Lids for sale of “tea”", "relaxed"),
    ("Any cup or cups fit for inns", "Any cup, cups, pot or pots fit for inns", "tightened"),
    ("Software for gas boiling kettles", "Software for gas boilers and boiling kettles", "tightened"),
    (
        "Tea kettles, iron pots, tin pans, large cups for which the use is unknown, spoons, as follows:",
        "Tea kettles, iron pots, large cups for which the use is unknown, spoons, as follows:",
        "relaxed",
    ),
    ("Tea salt (CAS 62320-94-9);", "Tea salt (CAS 62320-94-9); pan salt (CAS 15748-73-9);", "tightened"),
    ("Urns having any of the following:", "Urns or pots having any of the following:", "tightened"),
    ("Urns having any of the following:", "Urns or pots, made with care and having any of the following:", "tightened"),
    ("Made from clay or tin salts:", "Clay or tin salts:", "unclear"),
    ("Lids of class III or better;", "Lids equal to or better than class III or “equivalent standards”;", "tightened"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), WIDER)
def test_names_that_take_in_more(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


MOVED = "Iron urns, {}static pans or hot lids fit for inns"


@pytest.mark.parametrize(
    ("came", "expected"), [("glass cups, ", "tightened"), ("cups that hold tea, ", "unclear"), ("", "none")]
)
def test_goods_that_moved_in_a_list_neither_came_nor_went(came: str, expected: str) -> None:
    assert reworded("Iron urns, hot lids or static pans fit for inns", MOVED.format(came)) == expected


def test_a_wider_name_in_an_exclusion_controls_less() -> None:
    old, new = "1A001 does not apply to toy trucks.", "1A001 does not apply to toy vehicles."
    assert effect([note("1A001/note", old)], [note("1A001/note", new)], "1A001/note") == "relaxed"
    old, new = (
        "Salts, other than N,N-tea thiol which is specified in 1C350",
        "Salts, other than N,N-tea thiol (CAS 57-14-7) and N,N-tea oxide (CAS 60-34-4) which are specified in 1C350",
    )
    assert reworded(old, new) == "relaxed"


DEMANDS = [
    ("A spot of less than 5 nm;", "A spot of less than 3 nm and a pan height of less than 7 nm (mean);", "relaxed"),
    ("“Tea leaves”, which may be used in “pots” or pans, as follows:", "“Tea leaves” as follows:", "tightened"),
    ("Pots for boiling tea and maintaining steam, as follows:", "Pots for boiling tea, as follows:", "tightened"),
    ("“Technology” for the “production” of tea", "“Technology” “required” for the “production” of tea", "relaxed"),
    ("Wireless optical tea links exceeding 5 m", "Optical tea links exceeding 5 m", "tightened"),
    ("A spot size of less than 5 nm", "A half-maximum (HM) spot size of less than 3 nm", "relaxed"),
    ("Use of green “pots” or of green pans above 20 l", "Use of “pots” or of pans above 20 l", "unclear"),
    ("Error less (better) than (0.2 + L/2000) µm", "Error less (better) than (1.6 + L/2000) nm", "relaxed"),
    ("Error less than (2 + L/300) mm", "Error less than (3 + L/200) mm", "tightened"),
    ("Error less than (2 + L/300) mm", "Error less than (3 + L/400) mm", "unclear"),
    ("Lids giving less than class III", "Lids giving less than class III or “equivalent standards”", "unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), DEMANDS)
def test_what_is_demanded_of_goods(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


SAME = [
    ("Fluids of any of the following:", "Fluids of any of the following salts or oils:"),
    ("Lids with a tungsten layer", "Lids with a tungsten (W) layer"),
    ("Kettles of tin;", "Kettles of tin; 1C007 Pans and lids, as follows (see List of Items Controlled)."),
    ("Kettles to perform all of it", "Kettles performing all of it"),
    ("Kettles in accordance with § 748.3(e) as gifts", "Kettles in accordance with § 748.3(e) of the EAR as gifts"),
    ("Lids of 1A001 or, kettles specified in 1A104, or pans", "Lids of 1A001, kettles specified in 1A104, or pans"),
    ("Kettles for use with controlled “lids”", "Kettles for use with specified “lids”"),
    ("Kettles. See 1A002 for tea pans", "Kettles. See 1A002 for tea and milk pans"),
    ("TKO (tea oil, leaf oil or pot oil) (CAS 57-14-7)", "Tea oil (CAS 57-14-7)"),
    ("Goods enumerated or controlled in the USML", "Goods described on the USML"),
    ("“Kettles” (tea vessels) for inns", "“Kettles” for inns"),
    ("Rooms having a total capacity of 20 l or more", "Rooms having a total internal volume of 20 l or more"),
    ("Kettles controlled by three lids", "Kettles controlled by 3 lids"),
    ("Core ‘LA’ less than 0.1", "Core ‘Lid Aperture’ (‘LA’) less than 0.1"),
    ("Tea of 10 ppm (parts per million) by weight", "Tea of 10 ppm by weight"),
    ("Lids, not specified elsewhere on the Tea List", "Lids, not specified elsewhere in the Tea List"),
    ("Lids specified in 4A003 for tea", "Lids specified in this ECCN 4A003 for tea"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), SAME)
def test_phrases_that_say_the_same(before: str, after: str) -> None:
    assert reworded(before, after) == "none"


def test_words_at_the_head_that_the_item_above_says() -> None:
    above = item("1A001.a", "Tea kettles, painted, as follows:")
    old, new = item("1A001.a.1", "Having a lid of tin"), item("1A001.a.1", "Kettles having a lid of tin")
    assert effect([above, old], [above, new], "1A001.a.1") == "none"
    above = item("1A001.a", "Tea kettles and pans, as follows:")
    assert effect([above, old], [above, new], "1A001.a.1") == "unclear"


def test_the_name_of_a_note_is_no_text() -> None:
    old, new = "1A001 does not apply to toys.", "Note 1 to 1A001: 1A001 does not apply to toys."
    assert effect([note("1A001/note", old)], [note("1A001/note", new)], "1A001/note") == "none"
