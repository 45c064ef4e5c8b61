"""What a source that is no official text may have lost: marked, unclear, and with the reason in evidence."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import item, note
from invented import Content, recorded

from controllist.history.flags import flagged_pairs
from controllist.history.pairs import PairRecord
from controllist.model import Annotation, Node

KETTLES = {"1A001": "Kettles above 3 l", "1A002": "Pans of copper"}
LARGER = {"1A001": "Kettles above 5 l", "1A002": "Pans of copper"}
SPOONS = {"1A003": "Spoons of silver"}

def in_a_source_of_gaps(*contents: Content, lacking: int = 1, act: str = "") -> list[PairRecord]:
    """The records of editions of which one was put together from amendments; `act` names what brought each."""
    history, records, known = recorded(*contents)
    known = [msgspec.structs.replace(info, instrument=act) for info in known]
    known[lacking] = msgspec.structs.replace(known[lacking], provenance="reconstructed")
    found = flagged_pairs(history, known, records)
    assert flagged_pairs(history, known, found) == found, "marks are given anew, not heaped up"
    official = [msgspec.structs.replace(info, provenance="official") for info in known]
    assert flagged_pairs(history, official, found) == records, "marks are taken back"
    return found


def verdicts(record: PairRecord) -> dict[str, tuple[str, bool]]:
    return {change.id: (change.effect, "gap-in-source" in change.flags) for change in record.changes}


def test_what_an_unofficial_edition_lacks_between_two_that_hold_it_is_a_gap_at_both_ends() -> None:
    more = {**KETTLES, **SPOONS}
    found = in_a_source_of_gaps(more, KETTLES, more)
    assert [verdicts(each) for each in found] == [{"1A003>": ("unclear", True)}, {">1A003": ("unclear", True)}]
    assert all("the source between may lack it" in each.changes[0].evidence[0].note for each in found)
    found = in_a_source_of_gaps(more, KETTLES, more, lacking=2)
    assert [verdicts(each) for each in found] == [{"1A003>": ("relaxed", False)}, {">1A003": ("tightened", False)}]


def test_a_gap_may_last_for_several_editions() -> None:
    more = {**KETTLES, **SPOONS}
    found = in_a_source_of_gaps(more, KETTLES, LARGER, more)
    assert verdicts(found[0])["1A003>"] == ("unclear", True)
    assert verdicts(found[2])[">1A003"] == ("tightened", False), "the edition before it is official"


def test_what_comes_back_with_other_words_or_was_marked_as_empty_is_no_gap() -> None:
    other = {**KETTLES, "1A003": "Sugar tongs by clockwork"}
    found = in_a_source_of_gaps({**KETTLES, **SPOONS}, KETTLES, other)
    assert verdicts(found[0]) == {"1A003>": ("relaxed", False)}
    filled = [item("1A001", "Kettles"), item("1A002", "Pans of copper")]
    empty = [item("1A001", "Kettles"), item("1A002", "Not used", status="reserved")]
    found = in_a_source_of_gaps(filled, empty, filled)
    assert not any("gap-in-source" in change.flags for each in found for change in each.changes)


def test_a_number_that_is_skipped_in_an_unofficial_edition_may_be_lost() -> None:
    entry, first = item("1A001", "Kettles, as follows:"), item("1A001.a", "Kettles of tin for inns")
    rest = [item("1A001.b", "Lids of copper for pots"), item("1A001.c", "Spouts of clay for jugs")]
    found = in_a_source_of_gaps([entry, *rest], [entry, first, *rest], lacking=0)
    assert verdicts(found[0]) == {">1A001.a": ("unclear", True)}
    empty = [entry, item("1A001.a", "Machines by which dough is kneaded, rolled and cut into rounds"),
             item("1A001.b", "Not used", status="reserved"), rest[1]]  # fmt: skip
    found = in_a_source_of_gaps([entry, *rest], empty, lacking=0)
    assert verdicts(found[0])[">1A001.a"] == ("unclear", True), "no list begins with its second number"
    renumbered = [item("1A001.a", rest[0].text), item("1A001.b", rest[1].text)]
    found = in_a_source_of_gaps([entry, *renumbered], [entry, first, *rest], lacking=0)
    assert verdicts(found[0])[">1A001.a"] == ("tightened", False), "the next ones moved on"
    found = in_a_source_of_gaps([entry, first, rest[0]], [entry, first, *rest], lacking=0)
    assert verdicts(found[0]) == {">1A001.c": ("tightened", False)}, "the last number may be new"


KITCHEN = [item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin"), item("1A002", "Pans of copper")]
TOYS = note("1A001/note", "1A001 does not apply to toys.")
ALONE = ("unclear", True)


def test_a_note_that_comes_alone_with_the_first_official_text_may_have_been_lost() -> None:
    (record,) = in_a_source_of_gaps(KITCHEN, [*KITCHEN, TOYS], lacking=0)
    assert verdicts(record) == {">1A001/note": ALONE}
    assert "nothing else there changed" in record.changes[0].evidence[0].note
    assert {group.effect for group in record.carried} == {"unclear"}
    (record,) = in_a_source_of_gaps([*KITCHEN, TOYS], KITCHEN, lacking=1)
    assert verdicts(record) == {"1A001/note>": ALONE}, "and the reverse"


def test_where_an_act_is_named_such_a_note_is_unclear_but_not_plainly_a_gap() -> None:
    (record,) = in_a_source_of_gaps(KITCHEN, [*KITCHEN, TOYS], lacking=0, act="Act of 2002")
    assert verdicts(record) == {">1A001/note": ("unclear", False)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([item("1A001", "Kettles for inns, as follows:"), *KITCHEN[1:]], [*KITCHEN, TOYS], id="its item"),
        pytest.param(KITCHEN, [*KITCHEN, TOYS, item("1A001.b", "Of clay")], id="an item beside it"),
        pytest.param([*KITCHEN, note("1A001/tn", "Toys hold no water.")], [*KITCHEN, TOYS], id="a note that went"),
    ],
)
def test_a_note_comes_with_an_amendment_where_something_else_changed(before: list[Node], after: list[Node]) -> None:
    (record,) = in_a_source_of_gaps(before, after, lacking=0)
    assert verdicts(record)[">1A001/note"][1] is False


def test_a_note_that_comes_from_one_unofficial_text_to_the_next_is_no_gap_by_itself() -> None:
    history, records, known = recorded(KITCHEN, [*KITCHEN, TOYS])
    known = [msgspec.structs.replace(info, provenance="reconstructed") for info in known]
    assert flagged_pairs(history, known, records) == records


def test_headings_that_a_source_has_none_of_are_lost_and_do_nothing_either_way() -> None:
    heading = msgspec.structs.replace(item("1A", "Kitchen goods"), kind="group")
    below = [msgspec.structs.replace(node, parent="1A") if node.parent == "" else node for node in KITCHEN]
    (record,) = in_a_source_of_gaps(KITCHEN, [heading, *below], lacking=0)
    assert verdicts(record) == {">1A": ("none", True)}
    other = msgspec.structs.replace(item("1B", "Tools"), kind="group")
    (record,) = in_a_source_of_gaps([*KITCHEN, other], [heading, *below, other], lacking=0)
    assert verdicts(record)[">1A"] == ("none", False), "that source has headings"


def test_an_item_that_the_edition_before_it_cites_was_there() -> None:
    tools = item("1B001", "Tools for the making of kettles of 1A001.b")
    clay = item("1A001.b", "Of clay")
    (record,) = in_a_source_of_gaps([*KITCHEN, tools], [*KITCHEN, clay, tools], lacking=0)
    assert verdicts(record)[">1A001.b"] == ("unclear", True)
    assert "cited" in next(each for each in record.changes if each.id == ">1A001.b").evidence[0].note
    (record,) = in_a_source_of_gaps([*KITCHEN, clay, tools], [*KITCHEN, tools], lacking=1)
    assert verdicts(record)["1A001.b>"] == ("relaxed", False), "acts leave citations of what they take out"
    empty = [item("1A001", "Kettles, as follows (1A001.b is kept empty):"), *KITCHEN[1:]]
    (record,) = in_a_source_of_gaps(empty, [*empty, clay], lacking=0)
    assert verdicts(record)[">1A001.b"] == ("tightened", False), "its own heading cites it"


def test_what_stands_under_a_lost_item_is_lost_with_it() -> None:
    rest = [item("1A001", "Kettles, as follows:"), item("1A001.b", "Lids of copper for pots")]
    lost = [item("1A001.a", "Kettles of tin, as follows:"), item("1A001.a.1", "For inns"),
            note("1A001.a/note", "1A001.a does not apply to toys.")]  # fmt: skip
    (record,) = in_a_source_of_gaps(rest, [rest[0], *lost, rest[1]], lacking=0)
    assert verdicts(record) == {">1A001.a": ALONE, ">1A001.a.1": ALONE, ">1A001.a/note": ALONE}


def test_what_points_elsewhere_does_nothing_whether_it_came_or_was_lost() -> None:
    see = note("1A001/nb", "N.B. See also 1A002.", kind="nota-bene")
    (record,) = in_a_source_of_gaps(KITCHEN, [*KITCHEN, see], lacking=0)
    assert verdicts(record) == {">1A001/nb": ("none", True)}


def test_what_a_lost_note_carries_is_unclear() -> None:
    items = [item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin"), item("1A002", "Pans")]
    full = [*items, note("1A001/note", "1A001 does not apply to toys.")]
    first, second = in_a_source_of_gaps(full, items, full)
    for record in (first, second):
        assert {group.effect for group in record.carried} == {"unclear"}
        assert any("may have a gap" in one.note for group in record.carried for one in group.evidence)


def test_words_that_an_unofficial_edition_leaves_out_are_a_gap() -> None:
    spoon, whole, lost = item("1A002", "Spoons of horn"), item("1A001", "Kettles above 3 l:"), item("1A001", "")
    found = in_a_source_of_gaps([whole, spoon], [lost, spoon], [whole, spoon])
    assert [verdicts(each) for each in found] == [{"1A001>1A001": ("unclear", True)}] * 2
    assert all("the source between left them out" in each.changes[0].evidence[0].note for each in found)
    other = item("1A001", "Kettles above 5 l:")
    found = in_a_source_of_gaps([whole, spoon], [lost, spoon], [other, spoon])
    assert all("may have a gap" in each.changes[0].evidence[0].note for each in found)
    found = in_a_source_of_gaps([whole, spoon], [lost, spoon], [other, spoon], lacking=2)
    assert [verdicts(each) for each in found] == [{"1A001>1A001": ("unclear", False)}] * 2


WEIGHED = {"1A001": "Kettles, as follows:", "1A001.a": "0.9 kg or more of tin; or"}
CUT = {"1A001": "Kettles, as follows:", "1A001.a": "9 kg or more of tin; or"}


@pytest.mark.parametrize(("before", "after", "lacking"), [(WEIGHED, CUT, 1), (CUT, WEIGHED, 0)])
def test_a_first_figure_that_lost_what_stood_before_its_point_is_no_change_of_law(
    before: Content, after: Content, lacking: int
) -> None:
    (record,) = in_a_source_of_gaps(before, after, lacking=lacking)
    assert verdicts(record) == {"1A001.a>1A001.a": ALONE}
    (change,) = record.changes
    assert "cut its first figure" in change.evidence[0].note


def test_the_figure_of_an_official_text_is_law_and_so_is_one_that_only_grew() -> None:
    (record,) = in_a_source_of_gaps(WEIGHED, CUT, lacking=0)
    assert verdicts(record) == {"1A001.a>1A001.a": ("relaxed", False)}
    other = {**CUT, "1A001.a": "19 kg or more of tin; or"}
    (record,) = in_a_source_of_gaps(other, CUT, lacking=1)
    assert verdicts(record) == {"1A001.a>1A001.a": ("tightened", False)}


CROCKERY = [item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin"), item("1A002", "Pans of copper")]
GILT = note("1A001.a/note", "1A001.a does not apply to gilt kettles weighing 3 kg or less, of 1B007.")
GILT_AGAIN = note("1A001.a/note", "1A001.a does not apply to gilt kettles, weighing 3 kg or less, of 1B007.")
DOLLS = note("1A001.a/note", "1A001.a does not apply to kettles for the houses of dolls.")


def test_a_note_of_the_same_figures_that_comes_back_with_another_comma_was_lost_between() -> None:
    found = in_a_source_of_gaps([*CROCKERY, GILT], CROCKERY, [*CROCKERY, GILT_AGAIN])
    assert [verdicts(each) for each in found] == [{"1A001.a/note>": ALONE}, {">1A001.a/note": ALONE}]
    assert "stands here in 2003-01-01 again" in found[0].changes[0].evidence[0].note
    found = in_a_source_of_gaps([*CROCKERY, GILT], CROCKERY, [*CROCKERY, DOLLS], act="Act of 2002")
    assert [verdicts(each) for each in found] == [
        {"1A001.a/note>": ("unclear", False)},
        {">1A001.a/note": ("unclear", False)},
    ], "a note of other figures may be another note"


def test_a_note_without_figures_was_lost_where_another_note_of_its_entry_was_lost_with_it() -> None:
    dolls = note("1A001.a/note", "1A001.a does not apply to kettles, for the houses of dolls.")
    tin = note("1A001/tn", "Tin is the metal of tin kettles.", kind="technical-note")
    found = in_a_source_of_gaps([*CROCKERY, tin, DOLLS], CROCKERY, [*CROCKERY, tin, dolls])
    assert [verdicts(each)[ident] for each, ident in zip(found, ("1A001.a/note>", ">1A001.a/note"), strict=True)] == [
        ALONE,
        ALONE,
    ]
    assert any("another note of its entry" in change.evidence[0].note for change in found[0].changes)
    pans = note("1A002/tn", tin.text, kind="technical-note")
    found = in_a_source_of_gaps([*CROCKERY, pans, DOLLS], CROCKERY, [*CROCKERY, pans, dolls], act="Act of 2002")
    assert verdicts(found[0])["1A001.a/note>"] == ("unclear", False), "a note of another entry tells nothing of it"


def test_an_item_of_the_same_figures_that_comes_back_in_other_words_was_lost_between() -> None:
    urns = item("1A003", "Urns above 3 l for the inns of 1B007")
    again = item("1A003", "Urns above 3 l, for inns of 1B007")
    found = in_a_source_of_gaps([*CROCKERY, urns], CROCKERY, [*CROCKERY, again])
    assert [verdicts(each) for each in found] == [{"1A003>": ALONE}, {">1A003": ALONE}]
    larger = item("1A003", "Urns above 5 l, for inns of 1B007")
    found = in_a_source_of_gaps([*CROCKERY, urns], CROCKERY, [*CROCKERY, larger])
    assert verdicts(found[0]) == {"1A003>": ("relaxed", False)}


def test_a_note_that_comes_with_what_its_entry_had_lost_decides_nothing() -> None:
    entry, lids = item("1A001", "Kettles, as follows:"), item("1A001.b", "Lids of copper for pots")
    first = item("1A001.a", "Machines by which dough is kneaded, rolled and cut into rounds")
    (record,) = in_a_source_of_gaps([entry, lids], [entry, first, lids, TOYS], lacking=0, act="Act of 2002")
    assert verdicts(record) == {">1A001.a": ALONE, ">1A001/note": ("unclear", False)}
    clay = item("1A001.c", "Of clay, without any lid")
    of_clay = note("1A001/note", "1A001.c does not apply to toys.")
    (record,) = in_a_source_of_gaps([entry, lids], [entry, first, lids, clay, of_clay], lacking=0)
    assert verdicts(record)[">1A001.c"] == ("tightened", False)
    assert not any("another node" in change.evidence[0].note for change in record.changes), "it came with an amendment"


def test_a_note_under_an_item_without_words_decides_nothing() -> None:
    bare = [item("1A001", ""), item("1A001.a", "Of tin"), item("1A002", "Pans of copper")]
    (record,) = in_a_source_of_gaps(bare, [*bare, TOYS, item("1A001.b", "Of clay")], lacking=0)
    assert verdicts(record)[">1A001/note"] == ("unclear", False)
    (record,) = in_a_source_of_gaps(KITCHEN, [*KITCHEN, TOYS, item("1A001.b", "Of clay")], lacking=0)
    assert verdicts(record)[">1A001/note"] == ("relaxed", False)


def test_a_note_that_stands_among_the_particulars_of_its_item_is_no_gap() -> None:
    said = Annotation("license-requirement-note", "1A001 does not apply to toys of tin that hold 1 l or less.")
    noted = [msgspec.structs.replace(KITCHEN[0], annotations=(said,)), *KITCHEN[1:]]
    (record,) = in_a_source_of_gaps([*KITCHEN, note("1A001/note", said.text)], noted, lacking=1)
    assert verdicts(record) == {"1A001/note>": ("none", False)}


def test_items_printed_under_the_entry_before_theirs_lost_the_heading_of_their_own() -> None:
    pans = {"b": "Pans of beaten copper with a long handle;", "c": "Pans of enamelled iron with two short ears;"}
    kettles = {"1A006": "Kettles as follows:", "1A006.a": "Kettles above 3 l;"}
    whole = {**kettles, "1A007": "Pans as follows:", **{f"1A007.{label}": text for label, text in pans.items()}}
    torn = {**kettles, **{f"1A006.{label}": text for label, text in pans.items()}}
    there, back = in_a_source_of_gaps(whole, torn, whole)
    for label in pans:
        for record, ident in ((there, f"1A007.{label}>1A006.{label}"), (back, f"1A006.{label}>1A007.{label}")):
            assert verdicts(record)[ident] == ("none", True)
    there, _ = in_a_source_of_gaps(whole, torn, torn)
    assert not verdicts(there)["1A007.b>1A006.b"][1], "it never came back"
