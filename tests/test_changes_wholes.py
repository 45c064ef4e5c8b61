"""What names a whole of which another name is a part, and what lies on one side of a range."""

from __future__ import annotations

import pytest
from changes_nodes import reworded


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Kettles designed to work outside the temperature range from 4 °C (39 °F) to 90 °C (194 °F).",
         "Kettles designed to work below 4 °C (39 °F); or", "relaxed"),
        ("Kettles designed to work outside the range of 4 °C to 90 °C.",
         "Kettles designed to work above 90 °C;", "relaxed"),
        ("Kettles designed to work outside the range of 4 °C to 90 °C.",
         "Kettles designed to work above 4 °C;", "unclear"),
        ("Kettles designed to work outside the range of 4 °C to 90 °C.",
         "Kettles designed to work below 5 °C;", "unclear"),
    ],
)  # fmt: skip
def test_of_what_lies_outside_a_range_one_side_is_less(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


def test_materials_that_consist_of_goods_are_those_goods() -> None:
    assert reworded("Tea leaves with a coat of tin", "Materials consisting of tea leaves with a coat of tin") == "none"


def test_what_goods_called_materials_set_aside_is_less() -> None:
    after = "Materials, not specified by 1A002, consisting of a teapot with a coat of tin"
    assert reworded("Teapots with a coat of tin", after) == "relaxed"


def test_a_word_at_the_head_that_the_condition_gone_had_said_asks_for_nothing_more() -> None:
    before = "Equipment, tools or jigs, specially designed for brewing green tea, with a lid:"
    assert reworded(before, "Brewing equipment, tools or jigs, with a lid:") == "tightened"


def test_a_word_at_the_head_that_no_condition_had_said_is_not_told_by_it() -> None:
    before = "Equipment, tools or jigs, specially designed for brewing green tea, with a lid:"
    assert reworded(before, "Glazing equipment, tools or jigs, with a lid:") == "unclear"


def test_goods_that_moved_within_a_list_bring_what_stands_beside_them_now() -> None:
    before = "Pressed lids and bottom plates, kettles in trains, tea caddies and porcelain saucers, trays of tin"
    after = (
        "Tea caddies and porcelain saucers and specially designed handles therefor, pressed lids and bottom plates,"
        " kettles in trains, trays of tin"
    )
    assert reworded(before, after) == "tightened"


def test_one_compound_of_a_metal_is_less_than_all_its_compounds_of_a_sort() -> None:
    before = "Powders of single or complex oxides of tin, with a grain of less than 5 µm;"
    assert reworded(before, "Powders of tin dioxide (SnO2), with a grain of less than 5 µm;") == "relaxed"
    assert reworded(before, "Powders of zinc oxide (ZnO), with a grain of less than 5 µm;") == "unclear"


def test_an_electric_propulsion_engine_is_a_motor() -> None:
    assert reworded("Electric propulsion engines of tin;", "Electric propulsion motors of tin;") == "none"
    assert reworded("Marine engines of tin;", "Marine motors of tin;") == "unclear"


def test_a_heading_printed_twice_says_nothing_more() -> None:
    before = "Kettles of tin having a volume greater than 3 l. 1A001 Kettles of tin having a volume greater than 3 l."
    assert reworded(before, "Kettles of tin having a volume greater than 3 l.") == "none"
    assert reworded(before, "Kettles of tin having a volume greater than 4 l.") == "relaxed"


def test_a_second_measure_asks_for_more_before_another_line_or_in_front_of_the_first() -> None:
    before = "A spout width smaller than 9 mm;"
    assert reworded(before, "A spout width smaller than 9 mm and a lid height less than 17 mm; or") == "relaxed"
    assert reworded(before, "A lid height less than 17 mm, and having a spout width smaller than 9 mm;") == "relaxed"
    assert reworded(before, "A lid height less than 17 mm or having a spout width smaller than 9 mm;") != "relaxed"


def test_a_limit_on_another_quantity_takes_something_and_gives_something() -> None:
    before = "Trays more than 10 cm thick and with stress less than 45 MPa;"
    assert reworded(before, "Trays more than 10 cm thick and with density of greater than 2 g/cm³;") == "mixed"
    before = "Lamps with a frequency exceeding 3 THz;"
    assert reworded(before, "Lamps with a wavelength less than 100 µm;") == "unclear"


def test_of_all_spouts_is_less_than_of_at_least_two_of_them() -> None:
    before = "Two or more spouts of which at least two can be shut at once;"
    assert reworded(before, "Three or more spouts which can be shut at once;") == "relaxed"
    before = "Three or more spouts of which at least two can be shut;"
    assert reworded(before, "Three or more spouts which can be shut;") == "unclear"


def test_any_other_means_is_more_than_one_means_without_a_safeguard() -> None:
    before = "Kettles whose lid can be opened by means of “steam pressure” not employing a locked mechanism, of tin"
    after = "Kettles whose lid can be opened by any means other than locked “steam pressure”, of tin"
    assert reworded(before, after) == "tightened"
    assert reworded(before, after.replace("locked", "weak")) == "unclear"
    assert reworded(before, after.replace("steam", "water")) == "unclear"


def test_a_name_that_takes_in_more_may_stand_elsewhere_in_its_list() -> None:
    before = "Kettles, lids for tea, EEPROMs, flash memories or brass trays, having a rim"
    after = "Kettles, lids for tea, brass trays or 'non-volatile memories', having a rim"
    assert reworded(before, after) == "tightened"
    after = "Kettles, lids for tea or copper trays, having 'non-volatile memories' with a rim"
    assert reworded(before, after) not in ("tightened", "none")


def test_members_of_a_list_of_alternatives_may_change_places() -> None:
    before = "Kettles, tea lids, warm pans or brass trays, having a rim"
    assert reworded(before, "Kettles, tea lids, brass trays or warm pans, having a rim") == "none"
    assert reworded("Kettles of tin or clay, and lids", "Kettles, and lids of clay or tin") != "none"


def test_fewer_choices_of_which_the_first_is_limited_are_less() -> None:
    before = "Kettles whose lid is open, has been opened, or can be opened by means of “steam” alone, of tin"
    after = "Kettles whose lid is open without “steam” or has been opened, of tin"
    assert reworded(before, after) == "relaxed"
    assert reworded(before, after.replace("has been opened", "has been shut")) == "unclear"
    assert reworded(f"Pots, other than {before}", f"Pots, other than {after}") == "tightened"
