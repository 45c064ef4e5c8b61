"""What sentences leave out before and behind "not controlled", and words that decide nothing."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

from controllist.changes.language.text.clauses import polarity

LEFT_OUT = [
    ("Toy [cups] are not controlled.", -1),
    ("Kannen aus [Zinn] werden nicht erfasst.", -1),
    ("Cups of [tin]. Saucers are not controlled.", 1),
    ("Cups of [tin] which are not controlled by 1A001", 1),
    ("2. Glazing any of the following is not controlled: cups, saucers or [jugs]. 3. Tin is a metal.", -1),
    ("2. Glazing any of the following is not controlled: cups, saucers or jugs. 3. [Tin] is a metal.", 1),
    ("Kettles not listed in USML Category XX or described in ECCN [1A001], that:", -1),
    ("Kettles not listed in USML Category XX that boil [water]", 1),
    ("1A001 does not apply to kettles incapable of boiling [water].", 0),
    ("1A001 does not apply to kettles which are prevented from boiling [water].", 0),
    ("1A001 does not apply to kettles capable of boiling [water].", -1),
]


@pytest.mark.parametrize(("marked", "way"), LEFT_OUT)
def test_what_a_sentence_says_is_not_controlled(marked: str, way: int) -> None:
    text = marked.replace("[", "").replace("]", "")
    assert polarity(text, marked.index("[")) == way


def test_goods_in_a_sentence_before_it_are_not_left_out() -> None:
    old = "1A001 includes cups. Saucers are not controlled."
    new = "1A001 includes cups and jugs. Saucers are not controlled."
    assert effect([note("1A001/note", old)], [note("1A001/note", new)], "1A001/note") != "relaxed"


def test_a_sentence_that_breaks_off_decides_nothing() -> None:
    before, after = "Kettles as follows (see the list) and", "Kettles as follows (see the list) and parts therefor."
    assert reworded(before, after) == reworded(after, before) == "unclear"


def test_a_note_whose_words_its_item_says_in_the_other_edition_does_not_decide_alone() -> None:
    old = [item("1A001", "Lids of clay"), note("1A001/note", "1A001 does not apply to lids with a radiant glaze.")]
    said = [item("1A001", "Lids of clay without a radiant glaze")]
    assert effect(old, said, "1A001/note") == effect(said, old, "1A001/note") == "unclear"
    assert effect(old, [item("1A001", "Lids of clay")], "1A001/note") == "tightened"


def test_a_note_that_a_note_of_the_entry_now_says_does_not_decide_alone() -> None:
    old = [
        item("1A001", "Lids as follows:"),
        item("1A001.a", "Lids of clay"),
        note("1A001.a/note", "1A001.a does not apply to radiant lids."),
    ]
    new = [*old[:2], note("1A001/note", "1A001.a and 1A001.b do not apply to radiant lids.")]
    assert effect(old, new, "1A001.a/note") == "unclear"


def test_technology_that_an_item_beside_it_leaves_out_may_have_been_held_there() -> None:
    old = [
        item("1E001", "Technology as follows:"),
        item("1E001.a", "Technology, other than that specified in 1E001.b, for goods of this list;"),
        item("1E001.b", "Technology as follows:"),
        item("1E001.b.1", "Technology for teapots;"),
        item("1E001.b.2", "Technology for coffee mills;"),
    ]
    assert effect(old, old[:-1], "1E001.b.2") == "unclear"
    plain = [old[0], item("1E001.a", "Technology for goods of this list;"), *old[2:]]
    assert effect(plain, plain[:-1], "1E001.b.2") == "relaxed"


def test_an_item_for_the_rest_of_the_goods_may_have_held_a_new_one() -> None:
    old = [
        item("1A001", "Jugs and parts, as follows:"),
        item("1A001.a", "Parts for jugs, not elsewhere specified;"),
        item("1A001.b", "Specific parts, as follows:"),
        item("1A001.b.1", "Handles;"),
        item("1A001.b.2", "Spouts;"),
    ]
    assert effect(old[:-1], old, "1A001.b.2") == "unclear"
    other = [old[0], item("1A001.a", "Saucers, not elsewhere specified;"), *old[2:]]
    assert effect(other[:-1], other, "1A001.b.2") == "tightened"


def test_a_condition_that_a_lost_note_of_the_entry_asked_for() -> None:
    old = [item("1A001", "Cups for seafaring inns"), note("1A001/note", "1A001 controls cups for a military kitchen.")]
    new = [item("1A001", "Cups for seafaring inns, for military use")]
    assert effect(old, new, "1A001") == "unclear"
    assert effect(old[:1], new, "1A001") == "relaxed"


def test_a_choice_that_is_gone_where_the_other_words_stand_in_another_order() -> None:
    assert reworded("Tea grade or for seafaring inns kettles;", "Kettles for seafaring inns;") == "relaxed"
    assert reworded("Tea grade for seafaring inns kettles;", "Kettles for seafaring inns;") != "relaxed"


def test_a_limit_for_a_range_and_anywhere_within_it() -> None:
    before = "A hum better than -(9+2 F) for 10 Hz < F < 9 kHz"
    assert reworded(before, before.replace("for", "anywhere within the range of")) == "none"


SINCE = [("", "relaxed"), (", immediately prior to May 6, 2014, classified here", "unclear")]


@pytest.mark.parametrize(("since", "expected"), SINCE)
def test_an_entry_that_says_what_it_held_long_ago(since: str, expected: str) -> None:
    before = "Kettles for inns."
    after = f"{before} No items are currently in this entry. See 1A005 for kettles that were{since} of tin."
    assert reworded(before, after) == expected


def test_a_german_clause_for_all_others_may_have_held_a_new_item() -> None:
    rest = item("0001.a.2", 'andere als die von Unternummer 0001a erfassten "Gewürze" und mit einer Schärfe über 9;')
    old = [item("0001", "Gewürze"), item("0001.a", '"Gewürze" wie folgt:'), item("0001.a.1", "Safran;"), rest]
    assert effect(old, [*old, item("0001.a.3", "Kurkuma;")], "0001.a.3") == "unclear"
    other = [*old[:3], item("0001.a.2", "Kessel mit einer Schärfe über 9;")]
    assert effect(other, [*other, item("0001.a.3", "Kurkuma;")], "0001.a.3") == "tightened"


def test_a_note_on_goods_not_made_for_something_decides_nothing_where_the_item_asks_that_they_be() -> None:
    left_out = note("1A001.c/note", "1A001.c does not apply to looms not modified for the above uses.")
    head = item("1A001", "Machines as follows:")
    old = [head, item("1A001.c", "Looms for weaving tea towels;"), left_out]
    for text, expected in (
        ("Looms specially designed or modified for weaving tea towels;", "unclear"),
        ("Looms for weaving tea towels;", "tightened"),
    ):
        assert effect(old, [head, item("1A001.c", text)], "1A001.c/note") == expected


def test_technology_for_goods_that_are_told_by_technology_that_is_still_there() -> None:
    kept = [item("1E001", "Technology as follows:"), item("1E001.a", "Welding technology for jugs;")]
    new = [*kept, item("1E003", "Other technology as follows:"), item("1E003.b", "Technology for lids;")]
    for said, expected in (
        ("Technology for kettles using welding technology specified in 1E001.a;", "unclear"),
        ("Technology, other than technology specified in 1E001.a, for kettles;", "relaxed"),
        ("Technology for kettles having three spouts;", "relaxed"),
    ):
        assert effect([*new, item("1E003.c", said)], new, "1E003.c") == expected


def test_an_item_beside_one_that_was_not_set_apart_from_it_before() -> None:
    head = item("1A001", "Kettles as follows:")
    before = item("1A001.a", "Whistling kettles of any metal with a content above 4 l and a height above 20 cm;")
    apart = item("1A001.a", "Copper kettles, whistling, of a content above 5 l and a height above 20 cm;")
    new = item("1A001.b", "Whistling kettles of any metal with a content above 3 l and a height above 20 cm;")
    assert effect([head, before], [head, apart, new], "1A001.b") == "unclear"
    assert effect([head, apart], [head, apart, new], "1A001.b") == "tightened"


def test_an_item_that_is_gone_where_a_new_one_is_told_to_have_taken_its_place() -> None:
    head = item("1D001", "Software as follows:")
    gone = item("1D001.d", "Software that makes kettles whistle sea shanties by a shanty whistle;")
    new = item("1D001.b", "Software of a shanty whistle for kettles;")
    assert effect([head, gone], [head, new], "1D001.b") == effect([head, gone], [head, new], "1D001.d") == "unclear"
    assert effect([head, gone], [head, item("1D001.b", "Software for lids of glass;")], "1D001.d") == "relaxed"
