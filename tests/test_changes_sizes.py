"""Sizes, first figures of formulas, figures of quantities named in marks, and words around codes and lines."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

SHEETS = "Sheets of felt not exceeding {} cm × {} cm"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((40, 60), (80, 90), "tightened"),
        ((40, 60), (40, 90), "tightened"),
        ((40, 60), (30, 60), "relaxed"),
        ((40, 60), (30, 90), "unclear"),
        ((40, 60), (40, 60), "none"),
    ],
)
def test_a_size_grows_where_no_side_shrinks(old: tuple[int, int], new: tuple[int, int], expected: str) -> None:
    assert reworded(SHEETS.format(*old), SHEETS.format(*new)) == expected


def test_a_least_size_that_grows_holds_less() -> None:
    before, after = "Sheets of felt exceeding 40 cm × 60 cm", "Sheets of felt exceeding 50 cm × 90 cm"
    assert reworded(before, after) == "relaxed"


def test_a_size_in_an_exclusion_counts_the_other_way() -> None:
    entry = item("1A001", "Felt")
    before = note("1A001/note", "1A001 does not control sheets of a size that does not exceed 40 cm × 60 cm.")
    after = note("1A001/note", "1A001 does not control sheets of a size that does not exceed 80 cm × 90 cm.")
    assert effect([entry, before], [entry, after], "1A001/note") == "relaxed"


def test_the_first_figure_of_a_formula_that_is_otherwise_as_it_was() -> None:
    text = "Kettles having a weight exceeding {} kg divided by the height of the spout"
    assert reworded(text.format(4), text.format(3)) == "tightened"
    other = "Kettles having a weight exceeding 3 kg divided by the width of the spout"
    assert reworded(text.format(4), other) == "unclear"


@pytest.mark.parametrize(
    ("bound", "expected"),
    [("exceeding", "relaxed"), ("not exceeding", "tightened"), ("less than", "tightened"), ("of", "unclear")],
)
def test_a_figure_bounds_a_quantity_named_in_marks(bound: str, expected: str) -> None:
    text = 'Kettles {} a "Steam Rate" of {}' if bound != "of" else 'Kettles {} with a "Steam Rate" of {}'
    assert reworded(text.format(bound, "3,000"), text.format(bound, "20,000")) == expected


def test_lowered_figures_are_figures() -> None:
    assert reworded("Kettles for H₂O of tea houses", "Kettles for H2O of tea houses") == "none"


def test_equipment_that_codes_name_may_be_called_commodities() -> None:
    text = '"Software" designed for {} controlled by 1{}001'
    assert reworded(text.format("equipment", "A"), text.format("commodities", "A")) == "none"
    assert reworded(text.format("equipment", "C"), text.format("commodities", "C")) == "unclear"


def test_an_or_before_the_last_line_says_nothing_new() -> None:
    entry = item("1A001", "Pottery")
    text = "1A001 does not control {} of the following: a. Cups; b. Pans; {}c. Lids."
    before, after = (note("1A001/note", text.format("any", joint)) for joint in ("", "or "))
    assert effect([entry, before], [entry, after], "1A001/note") == "none"
    before, after = (note("1A001/note", text.format("goods having all", joint)) for joint in ("", "or "))
    assert effect([entry, before], [entry, after], "1A001/note") == "unclear"


def test_a_range_that_holds_its_end_holds_more() -> None:
    before, after = "Kettles having a whistle of 10 Hz < f < 20 kHz", "Kettles having a whistle of 10 Hz ≤ f < 20 kHz"
    assert reworded(before, after) == "tightened"
    throughout = "Kettles that whistle throughout a band of 10 Hz {} f < 20 kHz"
    assert reworded(throughout.format("<"), throughout.format("≤")) == "unclear"


def test_a_list_of_goods_is_any_of_them() -> None:
    assert reworded("Lumps of the following clays:", "Lumps of any of the following clays:") == "none"


def test_a_state_that_takes_part_may_be_named_in_full() -> None:
    before = "Kettles certified by a Participating State"
    assert reworded(before, "Kettles certified by a Wassenaar Arrangement Participating State") == "none"


def test_goods_behind_including_may_stand_in_the_row() -> None:
    before, after = "Kettles for tea (T), including green tea or milk", "Iron kettles for tea (T), green tea or milk"
    assert reworded(before, after) == "relaxed"


def test_a_note_need_not_say_the_purposes_that_its_item_asks_for() -> None:
    above = item("1E001", '"Technology" according to the Tea Note for the "development" or "production" of kettles')
    before = note("1E001/note", '1E001 does not apply to "technology" for the "development" or "production" of lids.')
    after = note("1E001/note", '1E001 does not apply to "technology" for lids.')
    assert effect([above, before], [above, after], "1E001/note") == "none"
    wider = item("1E001", '"Technology" for the "development", "production" or "use" of kettles')
    assert effect([wider, before], [wider, after], "1E001/note") == "unclear"


def test_what_goods_are_specified_to_work_at_is_their_own_property() -> None:
    old = "Leaking less than 2 drops per hour when {} at pressures below 10 bar"
    specified, measured = old.format("specified to operate"), old.format("measured")
    assert reworded(specified, specified.replace("10 bar", "12 bar")) == "tightened"
    assert reworded(measured, measured.replace("10 bar", "12 bar")) == "unclear"
