"""Exclusions that only name other items of the list: the evidence says what controls the goods that they take out."""

from __future__ import annotations

from changes_nodes import evidence, item, note

TIN = item("1A001", "Kettles of tin")
WITHOUT = item("1A001", "Kettles, not specified by 1A002, of tin")
WHISTLING = item("1A002", "Kettles that whistle")


def test_what_an_exclusion_takes_out_by_number_is_controlled_by_the_item_that_it_names() -> None:
    (one,) = evidence([TIN, WHISTLING], [WITHOUT, WHISTLING], "1A001")
    assert (one.effect, one.note) == ("relaxed", "what it takes out is controlled by 1A002")
    (one,) = evidence([WITHOUT, WHISTLING], [TIN, WHISTLING], "1A001")
    assert (one.effect, one.note) == ("tightened", "what it took out is controlled by 1A002")


def test_that_is_said_only_of_items_that_both_editions_have() -> None:
    assert [one.note for one in evidence([TIN], [WITHOUT, WHISTLING], "1A001")] == [""]


def test_an_exclusion_in_words_of_its_own_names_no_item() -> None:
    whole, less = (note("1A001/note", f"1A001 includes lids{more}.") for more in ("", ", other than lids of tin"))
    assert not any("controlled by" in one.note for one in evidence([TIN, whole], [TIN, less], "1A001/note"))


EXCEPTED = [item("1A002", "Kettles that whistle"), item("1A003", "Kettles that sing")]


def test_an_exception_that_names_more_numbers_says_that_these_are_items_themselves() -> None:
    old, new = (item("1A001", f"Kettles of tin, except {codes}") for codes in ("1A002", "1A002 and 1A003"))
    (one,) = evidence([old, *EXCEPTED], [new, *EXCEPTED], "1A001")
    assert (one.effect, one.note.rpartition("; ")[2]) == ("relaxed", "these control what it takes out")
    (one,) = evidence([new, *EXCEPTED], [old, *EXCEPTED], "1A001")
    assert (one.effect, one.note.rpartition("; ")[2]) == ("tightened", "these controlled what it took out")


def test_goods_do_not_control_the_software_for_them() -> None:
    old, new = (item("1D001", f'"Software" for kettles, except for {codes}') for codes in ("1A002", "1A002 and 1A003"))
    found = evidence([old, *EXCEPTED], [new, *EXCEPTED], "1D001")
    assert found
    assert not any("these control" in one.note for one in found)
