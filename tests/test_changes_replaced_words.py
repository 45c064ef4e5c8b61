"""Words and limits that took the place of others: peaks for averages, second names, sums of lists, paragraphs cited."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

from controllist.changes.compare import effect_of
from controllist.changes.language.print.printed import PUT_RIGHT, printed_alike
from controllist.changes.records import Evidence
from controllist.model import Node

KETTLES = "Kettles with {} steam flow greater than {} kg"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("an average", 3), ("a peak", 3), "tightened"),
        (("an average", 3), ("a maximum", 2), "tightened"),
        (("an average", 3), ("a peak", 4), "unclear"),
        (("an average", 3), ("an average", 4), "relaxed"),
    ],
)
def test_a_peak_is_never_less_than_the_average(before: tuple[str, int], after: tuple[str, int], expected: str) -> None:
    assert reworded(KETTLES.format(*before), KETTLES.format(*after)) == expected


def test_an_upper_bound_on_the_peak_holds_less_than_one_on_the_average() -> None:
    text = "Kettles having {} steam flow less than 3 kg"
    assert reworded(text.format("an average"), text.format("a peak")) == "relaxed"


def test_a_peak_of_another_quantity_is_not_compared() -> None:
    before, after = KETTLES.format("an average", 3), KETTLES.format("a peak", 3).replace("steam", "tea")
    assert reworded(before, after) == "unclear"


def test_a_peak_elsewhere_in_the_clause_and_one_more_condition() -> None:
    before = "Kettles rated for boiling at heights exceeding 3 km and with an average steam flow greater than 3 kg"
    after = "Kettles rated for boiling with a peak steam flow greater than 3 kg at any height exceeding 3 km"
    assert reworded(before, after) == "tightened"
    assert reworded(before, f"{after}, and with a lid width of greater than 9 cm") == "mixed"


def test_a_second_name_in_brackets_is_the_same_name() -> None:
    before = "Pots with a clear opening of less than {} cm"
    after = "Pots with a spout width (clear opening) of less than {} cm"
    assert reworded(before.format(9), after.format(9)) == "none"
    assert reworded(before.format(9), after.format(5)) == "relaxed"
    assert reworded(before.format(9), "Pots with a spout width (outer rim) of less than 5 cm") == "unclear"


LISTED = [item("1A001.a", "Lids having a rim"), item("1A001.b", "Spouts having a filter")]


def test_general_names_give_way_to_those_of_what_is_listed() -> None:
    before = [item("1A001", "Units, specially designed for kettles, or pots, as follows:"), *LISTED]
    after = [item("1A001", "Lids and spouts, specially designed for kettles, as follows:"), *LISTED]
    assert effect(before, after, "1A001") == "relaxed"
    other = [item("1A001", "Handles and chains, specially designed for kettles, as follows:"), *LISTED]
    assert effect(before, other, "1A001") == "unclear"


def test_what_came_to_the_lead_in_was_an_item_of_the_list() -> None:
    below = [("Steam whistles tuned above 9 kHz;", "1"), ("Copper handles;", "2"), ("Two lids;", "3")]
    before = [item("1A001", "Kettles having all of the following:")]
    before += [item(f"1A001.{label}", text) for text, label in below]
    after = [item("1A001", "Kettles having steam whistles tuned above 9 kHz, and having any of the following:")]
    after += [item(f"1A001.{label}", text) for text, label in below[1:]]
    assert effect(before, after, "1A001") == "tightened"
    after[0] = item("1A001", "Kettles having steam valves opened above 9 kPa, and having any of the following:")
    assert effect(before, after, "1A001") != "tightened"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Tents that do not exceed 1 m²", "Tents that do not exceed 90 cm × 100 cm", "relaxed"),
        ("Tents that do not exceed 90 cm × 100 cm", "Tents that do not exceed 1 m²", "tightened"),
        ("Tents that do not exceed 1 m²", "Tents that do not exceed 110 cm × 100 cm", "unclear"),
    ],
)
def test_sides_that_bound_a_size_which_an_area_did(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


def test_a_limit_within_a_share_counts_the_other_way() -> None:
    text = "Teas with no more than 5% of the leaves larger than {} mm"
    assert reworded(text.format(9), text.format(4)) == "relaxed"


def test_limits_that_went_both_ways_are_mixed_whatever_else_is_in_doubt() -> None:
    found = [Evidence("threshold", "tightened"), Evidence("threshold", "relaxed"), Evidence("wording", "unclear")]
    assert effect_of(found) == "mixed"
    assert effect_of(found[1:]) == "unclear"
    assert effect_of([*found, Evidence("parent", "unclear")]) == "unclear"


def test_goods_joined_to_those_that_are_left_out() -> None:
    before = "Kettles for any use other than boiling or brewing and having any of the following:"
    after = "Kettles for any use other than boiling, brewing or the washing of lids, and having any of the following:"
    assert reworded(before, after) == "relaxed"


def test_a_stroke_for_an_or() -> None:
    assert reworded("Pots moulded/glazed for tea", "Pots moulded or glazed for tea") == "none"


CITING = "Lids designed for kettles specified in {}"


def pots(code: str, cites: str) -> list[Node]:
    labels = {"c": "Kettles", "c.i": "Kettles of blue tin from Lisbon", "c.ii": "Kettles of green clay from Porto"}
    return [
        item("5506", "Pots"), item("5506.2", "Pots as follows:"), item("5506.2.a", CITING.format(cites)),
        *(item(f"5506.2.{label}", text) for label, text in labels.items()),
        *([item("5506.2.c.iii", "Seven samovars painted with red Ural dragons")] if code else []),
    ]  # fmt: skip


def test_paragraphs_cited_as_statutes_do() -> None:
    old = pots("", "subparagraph (c)(i) or (ii)")
    assert effect(old, pots("more", "any of subparagraphs (c)(i) to (iii)"), "5506.2.a") == "tightened"
    assert effect(old, pots("", "subparagraph (c)(i) or subparagraph (c)(ii)"), "5506.2.a") == "none"


def test_a_product_group_takes_in_the_items_of_it_that_were_named() -> None:
    goods = {"3A001": "Cups", "3A001.a": "Cups of tin", "3A001.b": "Cups of clay", "3A002": "Jugs"}
    others = [item(code, text) for code, text in goods.items()]
    before = [item("3E001", '"Technology" for the making of items specified by 3A001.a. or 3A001.b.'), *others]
    after = [item("3E001", '"Technology" for the making of items specified by 3.A.'), *others]
    assert effect(before, after, "3E001") == "tightened"


def test_german_goods_told_by_their_number_before_or_behind_the_noun() -> None:
    cans = item("1A001", "Kannen, besonders konstruiert für Tee")
    before = [item("1D001", "Deckel, konstruiert für die Pflege der von Nummer 1A001 erfassten Kannen."), cans]
    after = [item("1D001", "Deckel, konstruiert für die Pflege von Kannen, die von Nummer 1A001 erfasst werden."), cans]
    assert effect(before, after, "1D001") == "none"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("(CAS 7732-18-6", "(CAS 7732-18-5", PUT_RIGHT),
        ("(CAS 7732-81-5", "(CAS 7732-18-5", PUT_RIGHT),
        ("(CAS 7732-18-5", "(CAS 7440-57-5", ""),
    ],
)
def test_a_substance_number_with_a_slip(one: str, other: str, expected: str) -> None:
    assert printed_alike(one, other) == expected


def test_one_temperature_on_two_scales_and_its_conversion_in_brackets() -> None:
    assert printed_alike("293 K", "20 °C") != ""
    assert printed_alike("293 K", "25 °C") == ""
    assert reworded("Pots kept at 4 K (-269.2°C) for tea", "Pots kept at 4 K (-269.1°C) for tea") == "none"


def test_a_narrower_name_in_the_midst_of_a_list_that_a_wider_one_takes_in() -> None:
    before = "Clocks, flash memories, tea timers or magnetic random access memories (MRAMs), having a lid"
    after = "Clocks, tea timers or non-volatile memories, having a lid"
    assert reworded(before, after) == "tightened"


def test_what_a_note_lets_go_is_counted_backwards() -> None:
    entry = item("1A001", "Kettles")
    text = "1A001 does not control felt for the repair of kettles, provided the size does not exceed {}."
    before, after = (note("1A001/note", text.format(size)) for size in ("1 m²", "90 cm × 90 cm"))
    assert effect([entry, before], [entry, after], "1A001/note") == "tightened"


def test_so_much_of_a_quantity_for_doing_something_is_asked_of_fewer_goods() -> None:
    before = "Being capable of {} of tea"
    after = "A steam flow of 65 kg or more and a lid width of 4 cm or more for {} of tea"
    assert reworded(before.format("steaming"), after.format("steaming")) == "relaxed"
    assert reworded(before.format("steaming"), after.format("steaming").replace("and a", "or a")) == "unclear"


def test_what_someone_must_have_done_beside_is_a_further_demand() -> None:
    before = "Pots tested to a safety level exceeding class A of the guild"
    after = "Pots that have been tested{} to exceed class A of the guild"
    assert reworded(before, after.format("")) == "none"
    assert reworded(before, after.format(" and stamped by a master")) == "relaxed"
    assert reworded(before, after.format(" and not stamped")) == "unclear"
    assert reworded(before.replace("safety", "noise"), after.format("")) == "unclear"


def test_a_figure_that_became_a_range_is_compared_only_where_the_goods_have_it() -> None:
    before, after = "Kettles {} 3 km", "Kettles {} greater than or equal to 3 km"
    flown = "for use at heights of"
    able = "capable of boiling at heights of"
    assert reworded(before.format(flown), after.format(flown)) == "tightened"
    assert reworded(before.format(able), after.format(able)) == "unclear"
