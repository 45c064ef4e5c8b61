"""What a text says depends on where it stands: empty entries, notes that say it too, headings, lists that are kept."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

from controllist.changes.compare import Matched, changes_between
from controllist.model import Node

EMPTY = " No kettles are currently controlled by this entry. See 1A005 for kettles of tin."
ANY, ALL = "Kettles having any of the following:", "Kettles having all of the following:"


def test_an_entry_that_says_it_is_empty_controls_nothing() -> None:
    assert reworded("Kettles of tin." + EMPTY, "Kettles of tin or clay, for inns." + EMPTY) == "none"
    assert reworded("Kettles of tin.", "Kettles of tin." + EMPTY) == "relaxed"
    assert effect([], [item("1A001", "Kettles of tin." + EMPTY)], "1A001") == "none"
    moved = " No kettles are currently controlled by this entry. Those formerly controlled by it are in 1A005."
    assert reworded("Kettles of tin.", "Kettles of tin." + moved) == "unclear"


def test_words_behind_an_items_end_that_a_note_says_change_nothing() -> None:
    short, tail = "Kettles that hold 3 l or more;", "where the steam factor of the lid = 0.4"
    technical = note("1A001/tn", f"The rate is taken from the draught, {tail}.", kind="technical-note")
    assert effect([item("1A001", f"{short} {tail}")], [item("1A001", short), technical], "1A001") == "none"
    assert effect([item("1A001", f"{short} {tail}")], [item("1A001", short)], "1A001") == "unclear"


def test_a_demand_that_went_into_an_exclusion_is_not_said_by_it() -> None:
    lid = "having a copper lid with a hinge"
    out = note("1A001/note", f"1A001 does not apply to kettles {lid}.")
    old = [item("1A001", f"Kettles of tin, {lid};")]
    assert effect(old, [item("1A001", "Kettles of tin;"), out], "1A001") != "none"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ([item("1A001.a", "A lid of copper;"), item("1A001.b", "A spout of clay;")], "tightened"),
        ([item("1A001.a", "A lid of gold;"), item("1A001.b", "Feet made from horn;")], "unclear"),
    ],
)
def test_a_list_of_which_one_is_enough_now_takes_in_more_only_if_it_keeps_an_item(
    new: list[Node], expected: str
) -> None:
    old = [item("1A001", ALL), item("1A001.a", "A lid of copper;"), item("1A001.b", "A whistle louder than 60 dB;")]
    assert effect(old, [item("1A001", ANY), *new], "1A001") == expected


def test_a_word_that_a_heading_puts_before_the_same_noun_adds_nothing() -> None:
    before, after = "A flow of less than 5 l;", "A steam flow of less than 5 l;"
    for head, expected in (("Kettles with steam flow meters:", "none"), ("Kettles with meters:", "unclear")):
        top = item("1A001", head)
        assert effect([top, item("1A001.a", before)], [top, item("1A001.a", after)], "1A001.a") == expected


def test_a_second_way_of_making_with_its_own_purpose_is_not_one_more_choice() -> None:
    before = "Kettles specially designed for boiling eggs"
    assert reworded(before, "Kettles specially designed or modified for boiling eggs") == "tightened"
    assert reworded(before, "Kettles, specially designed or modified for use in inns, for boiling eggs") == "unclear"


def test_more_named_among_what_is_included_may_be_there_anyway() -> None:
    before = "Pots including tea pots (TPs) and large coffee pots;"
    assert reworded(before, "Pots including tea pots (TPs), large coffee pots and samovars;") == "unclear"


def test_the_letter_of_an_item_and_another_name_are_no_further_choice() -> None:
    before = "Lids of pots named in 1A001.a (if named there)"
    assert reworded(before, before.replace(".a", ".a or z")) == "unclear"
    assert reworded("Cups for use in UAVs of tin", "Cups for use in UAVs or drones of tin") == "unclear"


def test_parts_that_moved_to_the_end_are_the_same_parts() -> None:
    before = "Kettles and specially designed components, not named elsewhere in the Kitchen Book, as follows:"
    after = "Kettles, not named elsewhere in the Kitchen Book, as follows, and specially designed components therefor:"
    assert reworded(before, after) == "none"


def test_equipment_that_codes_name_may_be_called_items() -> None:
    before = '"Software" specially designed for the use of equipment controlled by 1A001 or 1B002'
    assert reworded(before, before.replace("equipment", "items")) == "none"


def test_an_index_word_in_front_of_a_sentence_says_nothing() -> None:
    text = "All the means by which tea is kept warm, pots and cosies among them."
    definitions = [[note("/def", one, kind="definition", label="Warmers")] for one in (f"TKSN {text}", text)]
    assert effect(*definitions, "/def") == "none"


def test_a_line_that_was_deleted_is_as_empty_as_one_not_used() -> None:
    text = "1A001 does not apply to: a. Toys; b. {} c. Models of kettles."
    said = "Deleted;", "Not used since 2000;"
    notes = [[item("1A001", "Kettles"), note("1A001/note", text.format(one))] for one in said]
    assert effect(*notes, "1A001/note") == "none"


def test_how_something_is_cited_does_not_bear_on_what_is_cited() -> None:
    before = "Lids for kettles specified in paragraphs i.1 and i.2 of this entry"
    assert reworded(before, before.replace(" and ", " or ")) == "none"
    before = "Lids named in the Guide and not enumerated in 1A002 or in USML Category III."
    assert reworded(before, before.replace("or in", "or described in")) == "none"


def test_an_entry_that_split_off_from_one_that_is_cited_may_be_nothing_more() -> None:
    software, more = (
        '"Software" for the use of kettles controlled by 1A001.',
        '"Software" for the use of kettles controlled by 1A001 or 1A005.',
    )
    old = [item("1A001", "Kettles of tin or clay."), item("1D001", software)]
    for head, expected in (
        ("Kettles of tin or clay (except 1A005 clay kettles).", "unclear"),
        ("Kettles.", "tightened"),
    ):
        new = [
            item("1A001", head),
            item("1A005", "Pots made from clay, with a whistle and two handles."),
            item("1D001", more),
        ]
        assert effect(old, new, "1D001") == expected


def test_what_a_note_says_of_an_item_that_is_new_with_it_changes_nothing_more() -> None:
    kettles, cups = item("1A001", "Kettles"), item("1A002", "Cups of tin")
    said = note(
        "1A002/tn",
        "For the purposes of 1A002, 'tin' is a metal with a tin content of 95% or more.",
        kind="technical-note",
    )
    assert effect([kettles], [kettles, cups, said], "1A002/tn") == "none"
    assert effect([kettles, cups], [kettles, cups, said], "1A002/tn") == "unclear"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Copper kettles, for inns;", "none"),
        ("Other kettles;", "none"),
        ("Copper kettles, samovars for inns;", "none"),
        ("Kettle lids;", "relaxed"),
        ("Copper kettles, trays for inns;", "relaxed"),
    ],
)
def test_an_item_that_one_beside_it_holds_now_has_not_left_the_list(before: str, expected: str) -> None:
    head = item("1A001", "Kitchen goods, as follows:")
    new = [head, item("1A001.a", "Kettles not specified elsewhere in the Kitchen Book;"), item("1A001.b", "Samovars;")]
    assert effect([head, item("1A001.c", before), item("1A001.d", "Pans of tin;")], new, "1A001.c") == expected


def test_an_item_whose_substances_or_words_another_one_says_may_have_been_controlled() -> None:
    head, other = item("1A001", "Kitchen goods, as follows:"), item("1A002", "Salts for soup, as follows:")
    salts = [item("1A002.a", "Sea salt (CAS 7647-14-5) and its flakes;"), item("1A002.b", "Pepper in grains;")]
    pans = item("1A001.a", "Pans")
    moved = item("1A001.b", "White salt (CAS 7647-14-5);")
    assert effect([head, pans, other, *salts], [head, pans, moved, other, *salts], "1A001.b") == "unclear"
    words = "Whistling kettles with copper lids holding boiling water"
    gone, come = item("1A003", f"{words} for small inns"), item("1A001.c", f"{words} and milk;")
    assert effect([head, pans, gone], [head, pans, come], "1A001.c") == "unclear"
    assert effect([head, pans], [head, pans, come], "1A001.c") == "tightened"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Kettles with copper lids, having any of the following:",
            "Kettles with copper lids for inns, having any of the following:",
            "tightened",
        ),
        (
            "Kettles with copper lids, having any of the following:",
            "Trays and saucers made from pressed tin, having any of the following:",
            "unclear",
        ),
    ],
)
def test_an_item_under_a_heading_that_was_rewritten_decides_nothing(before: str, after: str, expected: str) -> None:
    kept = item("1A001.a", "A spout of clay;")
    new = [item("1A001", after), kept, item("1A001.b", "A whistle;")]
    assert effect([item("1A001", before), kept], new, "1A001.b") == expected


def test_an_item_that_says_it_is_deleted_controls_nothing() -> None:
    head, kept = item("1A001", "Kitchen goods, as follows:"), item("1A001.a", "Pans;")
    assert effect([head, kept, item("1A001.b", "Deleted (transferred to 1A005)")], [head, kept], "1A001.b") == "none"


def test_the_other_side_of_a_range_may_stand_beside_it() -> None:
    head = item("1A001", "Kettles having any of the following:")
    before = item("1A001.a", "Designed to work outside the range from 4 °C to 90 °C;")
    after, beside = item("1A001.a", "Designed to work below 4 °C; or"), item("1A001.b", "Designed to work above 90 °C;")
    assert effect([head, before], [head, after], "1A001.a") == "relaxed"
    assert effect([head, before], [head, after, beside], "1A001.a") == "unclear"


def test_a_line_that_another_one_may_hold_now_decides_nothing() -> None:
    text = "1A001 does not apply to kettles having any of the following: a. A volume exceeding 3 l but not exceeding {}"
    old = [item("1A001", "Kettles"), note("1A001/note", text.format("5 l; b. A weight exceeding 9 kg and 2 handles."))]
    new = [item("1A001", "Kettles"), note("1A001/note", text.format("8 l."))]
    assert effect(old, new, "1A001/note") == "unclear"


def test_a_condition_that_was_asked_beside_an_item_and_stands_in_it_now_decides_nothing() -> None:
    lid = item("1A001.a", "A copper lid with a tin hinge; and")
    old = [item("1A001", ALL), lid, item("1A001.b", "A volume exceeding 3 l.")]
    new = [
        item("1A001", ANY),
        item("1A001.a", "A wooden grip; or"),
        item("1A001.b", "A copper lid with a tin hinge and a volume exceeding 5 l."),
    ]
    assert effect(old, new, "1A001.b") == "unclear"


@pytest.mark.parametrize(
    ("lead", "expected"), [("having all of the following:", "unclear"), ("as follows:", "tightened")]
)
def test_a_new_item_beside_old_ones_under_a_new_heading(lead: str, expected: str) -> None:
    kept = "A copper lid with a tin hinge;"
    old = [item("1A001", "Kettles as follows:"), item("1A001.a", kept), item("1A001.b", "Pans;")]
    heading = item("1A001.c", f"Samovars {lead}")
    new = [old[0], old[2], heading, item("1A001.c.1", kept), item("1A001.c.2", "A silver tap.")]
    pairs = [Matched(old[0], new[0]), Matched(old[1], new[3]), Matched(old[2], new[1])]
    changes = changes_between(old, new, [*pairs, Matched(None, heading), Matched(None, new[4])])
    assert {one.new.id: one.effect for one in changes if one.new}["1A001.c.2"] == expected


def test_an_item_whose_goods_are_those_of_items_that_it_names_adds_none() -> None:
    head, kettles = item("1A001", "Kitchen goods, as follows:"), item("1A001.a", "Kettles;")
    more = item("1A001.b", "Goods that are described in 1A001.a and that also hold more than 3 l.")
    assert effect([head, kettles], [head, kettles, more], "1A001.b") == "none"
