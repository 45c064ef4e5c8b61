"""Changes over several editions, told from the records of their pairs; and the same read backwards."""

from __future__ import annotations

import pytest
from changes_nodes import item, note
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import Content, annotated, editions, governed, net, recorded, verdicts

from controllist.comparing import compare
from controllist.comparison import mirrored
from controllist.history.pairs import record_of
from controllist.model import Annotation, Node

KETTLES = {"1A001": "Kettles, as follows:", "1A001.a": "Rated above 3 l", "1A001.b": "Having a gilded spout"}


def rated(litres: int) -> dict[str, str]:
    return {**KETTLES, "1A001.a": f"Rated above {litres} l"}


def with_alarm(litres: int = 3) -> dict[str, str]:
    return {**rated(litres), "1A001.b": "Fitted with an alarm bell", "1A001.c": "Having a gilded spout"}


def test_two_steps_one_way_are_one_change_with_the_evidence_of_both() -> None:
    (change,) = net(rated(3), rated(5), rated(9)).changes
    assert (change.id, change.kind, change.effect) == ("1A001.a>1A001.a", "rescoped", "relaxed")
    assert [(one.old, one.new, one.edition) for one in change.evidence] == [
        ("> 3 l", "> 5 l", "2002-01-01"), ("> 5 l", "> 9 l", "2003-01-01"),
    ]  # fmt: skip


def test_what_was_undone_is_no_change() -> None:
    found = net(rated(3), rated(5), rated(3))
    assert (found.changes, found.carried) == ((), ())
    assert net(KETTLES, with_alarm(), KETTLES).changes == ()
    assert net(with_alarm(), KETTLES, with_alarm()).changes == ()


def test_directions_that_differ_are_unclear() -> None:
    (change,) = net(rated(3), rated(9), rated(5)).changes
    assert (change.kind, change.effect) == ("rescoped", "unclear")
    assert change.evidence[-1].type == "steps"
    (doubtful,) = net(rated(3), rated(9), {**KETTLES, "1A001.a": "Rated above 9 l or plated with tin foil"}).changes
    assert doubtful.effect == "unclear"


def test_added_then_changed_is_added() -> None:
    found = net(KETTLES, with_alarm(), {**with_alarm(), "1A001.b": "Fitted with an alarm bell or horn"})
    assert verdicts(found) == {">1A001.b": ("added", "tightened"), "1A001.b>1A001.c": ("renumbered", "none")}


def test_changed_then_removed_is_removed() -> None:
    without = {code: text for code, text in KETTLES.items() if code != "1A001.a"}
    assert verdicts(net(rated(3), rated(5), without)) == {"1A001.a>": ("removed", "relaxed")}


def test_what_came_and_went_in_between_is_not_told() -> None:
    assert net(KETTLES, {**KETTLES, "1A002": "Pans"}, rated(5)).changes[0].id == "1A001.a>1A001.a"
    assert len(net(KETTLES, {**KETTLES, "1A002": "Pans"}, rated(5)).changes) == 1


def test_a_rescope_that_was_renumbered_in_another_edition_says_so() -> None:
    new = {**with_alarm(), "1A001.c": "Having a gilded spout above 2 cm"}
    change = {one.id: one for one in net(KETTLES, with_alarm(), new).changes}["1A001.b>1A001.c"]
    assert change.kind == "rescoped"
    assert [(one.old, one.new, one.note) for one in change.evidence if one.type == "code"] == [
        ("1A001.b", "1A001.c", "renumbered")
    ]


def test_a_change_of_parent_is_a_move() -> None:
    whistle = "Whistles that can be heard in the next room while the water is boiling"
    there = {**KETTLES, "1A001.c": whistle, "1A002": "Pans, as follows:", "1A002.a": "Of copper"}
    moved = {code: text for code, text in there.items() if code != "1A001.c"} | {"1A002.b": whistle}
    found = verdicts(net(there, moved, {**moved, "1A003": "Spoons"}))
    assert found["1A001.c>1A002.b"] == ("moved", "none")


def test_a_definition_that_changed_is_carried_through_several_editions() -> None:
    found = net(governed(3), governed(5), governed(9))
    assert {(one.id, one.kind, one.flags) for one in found.carried} == {
        ("1A001>1A001", "rescoped", ("carried",)), ("1A009>1A009", "rescoped", ("carried",)),
    }  # fmt: skip
    assert [one.edition for one in found.carried[0].evidence] == ["2002-01-01", "2003-01-01"]


def test_a_definition_that_is_again_what_it_was_reaches_nothing() -> None:
    found = net(governed(3), governed(5), governed(3))
    assert (found.changes, found.carried) == ((), ())


def test_what_is_carried_survives_a_renumbering_and_a_rewording() -> None:
    renumbered = net(governed(3), governed(5), governed(5, place="1A002"))
    change = {one.id: one for one in renumbered.carried}["1A001>1A002"]
    assert (change.kind, change.effect) == ("rescoped", "unclear")
    assert [one.type for one in change.evidence] == ["definition", "code"]
    reworded = net(governed(3), governed(5), governed(5, first="An automatic “tea maker”, or “tea maker”"))
    change = {one.id: one for one in reworded.changes}["1A001>1A001"]
    assert change.kind == "rescoped"
    assert "definition" in {one.type for one in change.evidence}


def test_how_a_list_counts_is_a_change_beside_the_words() -> None:
    parts = {"1A001.a": "Made of tin", "1A001.b": "Fitted with a bell"}
    counted = [{"1A001": f"Kettles having {word} of the following:", **parts} for word in ("any", "all")]
    joined = [
        {"1A001": "Kettles having the following:", "1A001.a": f"Made of tin; {word}", "1A001.b": "Fitted with a bell"}
        for word in ("or", "and")
    ]
    for first, second in (counted, joined):
        direct = verdicts(compare(*editions(first, second)))
        assert direct["1A001>1A001"] == ("rescoped", "relaxed")
        more = {"1A002": "Spoons"}
        over = verdicts(net(first, second, {**second, **more}))
        assert {ident: over[ident] for ident in direct} == direct
        assert net(first, second, first).changes == ()


def test_a_number_kept_empty_is_a_removal() -> None:
    start = [item("1A001", "Kettles"), item("1A002", "Pans")]
    empty = [item("1A001", "Kettles"), item("1A002", "Not used", status="reserved")]
    later = [*empty, item("1A003", "Spoons")]
    kinds = {change.kind for change in net(start, empty, later).changes if "1A002" in change.id}
    assert kinds == {"removed"}


def reasons(text: str, code: str = "1A001") -> list[Node]:
    told = annotated(item(code, "Kettles of tin"), annotations=(Annotation("reason-for-control", text),))
    other = annotated(item("1A009", "Pans of copper"), annotations=(Annotation("reason-for-control", "TT"),))
    before = [] if code == "1A001" else [item("1A001", "Biscuit cutters, steam driven")]
    return [*before, told, other]


def test_fields_are_told_by_the_ids_of_the_newest_edition() -> None:
    found = net(reasons("AA"), reasons("AA, BB"), reasons("AA, BB", "1A002")).fields
    assert {(field.id, field.code, field.field) for field in found} == {("1A002", "1A002", "reason-for-control")}
    assert net(reasons("AA"), reasons("AA, BB"), reasons("AA")).fields == ()


def test_fields_read_backwards_are_told_by_the_ids_of_the_other_edition() -> None:
    found = net(reasons("AA"), reasons("AA, BB", "1A002"))
    assert {field.id for field in found.fields} == {"1A002"}
    assert {(field.id, field.code) for field in mirrored(found).fields} == {("1A001", "1A001")}


CASES: list[list[Content]] = [
    [rated(3), rated(5)],
    [KETTLES, with_alarm(9)],
    [governed(3), governed(5)],
    [governed(3), governed(5, place="1A002")],
    [reasons("AA"), reasons("AA, BB", "1A002")],
    [KETTLES, [item("1A001", "Kettles, as follows:"), item("1A001.b", "", status="reserved")]],
]  # fmt: skip


@pytest.mark.parametrize("contents", CASES)
def test_over_one_pair_it_is_the_record(contents: list[Content]) -> None:
    _, (record,), _ = recorded(*contents)
    again = record_of(net(*contents))
    assert again == record
    direct = compare(*editions(*contents))
    assert {change.id for change in net(*contents).carried} == {change.id for change in direct.carried}


_TEXTS = st.sampled_from(
    ["Kettles of tin", "Pots above 3 l", "Pots above 5 l", "Whistles for kettles", "Spoons, gilded", "Trays of glass"]
)
_CONTENT = st.dictionaries(
    st.sampled_from(["1A002", "1A003", "1A003.a", "1A003.b", "1A004"]), _TEXTS, max_size=5
).map(lambda found: {"1A001": "Cups", **({"1A003": "Boxes"} if any("." in code for code in found) else {}), **found})
_SOME = _CONTENT.map(lambda found: dict(sorted(found.items())))


@settings(max_examples=60, deadline=None)
@given(st.lists(_SOME, min_size=2, max_size=4))
def test_read_backwards_twice_it_is_itself(contents: list[dict[str, str]]) -> None:
    for found in (net(*contents), compare(*editions(contents[0], contents[-1]))):
        assert mirrored(mirrored(found)) == found


@settings(max_examples=60, deadline=None)
@given(_SOME, _SOME)
def test_there_and_back_is_nothing(first: dict[str, str], second: dict[str, str]) -> None:
    """Law: whatever happened in between, an edition that says again what the first said has not changed."""
    found = net(first, second, first)
    assert (found.changes, found.carried) == ((), ())
    assert all(link.old == link.new for link in found.links)


@settings(max_examples=60, deadline=None)
@given(st.lists(_SOME, min_size=3, max_size=4))
def test_what_is_told_accounts_for_both_ends(contents: list[dict[str, str]]) -> None:
    """Law: old items less the removed, with their new codes, and the added are the new items."""
    found = net(*contents)
    gone = {change.old.id for change in found.changes if change.kind == "removed" and change.old}
    come = {change.new.id for change in found.changes if change.kind == "added" and change.new}
    stay = {link.old: link.new for link in found.links}
    assert stay.keys() == contents[0].keys() - gone
    assert set(stay.values()) | come == contents[-1].keys()
    told = {change.old.id: change.new.id for change in found.changes if change.old and change.new}
    assert told.items() <= stay.items()
    assert {old for old, new in stay.items() if old != new} <= told.keys()


def test_a_note_that_no_step_moved_did_not_move_over_several_editions() -> None:
    words = "Lids are what closes a kettle of any size from above, if it has one."
    top, first, second = item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin"), item("1A001.b", "Of clay")
    before = [top, first, note("1A001/note", words), second]
    after = [top, first, note("1A001.a/note", words), second]
    assert verdicts(net(before, after)) == verdicts(net(before, after, after)) == {}
    assert verdicts(net(before, after, [*after, item("1A002", "Spoons")])) == {">1A002": ("added", "tightened")}
