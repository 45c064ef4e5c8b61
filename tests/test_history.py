"""The dataset: versions with spans, one order for all editions, flags of changes, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from changes_nodes import item
from hypothesis import given
from hypothesis import strategies as st
from invented import Content, editions, recorded

from controllist.comparing import compare
from controllist.errors import Refused, WrongUse
from controllist.history.flags import flagged_pairs, is_correction, is_corrigendum
from controllist.history.order import common_order, departures, restored
from controllist.history.records import Facts, facts_of
from controllist.history.store import compile_history, load_history, save_history
from controllist.model import Edition, EditionInfo, Node, Source, Threshold

ids = st.lists(st.sampled_from("abcdefghij"), unique=True)


@given(st.lists(ids, min_size=1, max_size=6))
def test_every_editions_order_is_restored(editions: list[list[str]]) -> None:
    """Law: the common order and the departures of an edition give back its own order exactly."""
    order = common_order(editions)
    assert sorted(order) == sorted({ident for edition in editions for ident in edition})
    for edition in editions:
        own = [ident for ident in order if ident in edition]
        assert restored(own, departures(edition, order)) == edition


def test_older_ids_stand_where_they_stood() -> None:
    assert common_order([["a", "x", "b"], ["a", "b", "c"]]) == ["a", "x", "b", "c"]


def edition(date: str, *texts: tuple[str, str]) -> Edition:
    nodes = tuple(
        Node(f"3A001.{label}", "item", f"3A001.{label}", f"3.A.1.{label}.", label, "", "active", "¶ 1", text=text,
             thresholds=(Threshold("capacity", ">", 3.0, "l", "exceeding 3 l"),))
        for label, text in texts
    )  # fmt: skip
    info = EditionInfo("wa", date, f"Edition {date}", "official", Source("", "0" * 64, "docx"))
    return Edition(info, nodes, 1.0, (), (), "docx 1")


@pytest.fixture
def three() -> list[Edition]:
    return [
        edition("2001-01-01", ("a", "Cups"), ("b", "Pots")),
        edition("2002-01-01", ("a", "Cups"), ("b", "Big pots")),
        edition("2003-01-01", ("a", "Cups"), ("b", "Pots"), ("c", "Lids")),
    ]


def test_what_stays_the_same_is_recorded_once(three: list[Edition]) -> None:
    history = compile_history({}, three)
    spans = {(v.id, v.spans) for v in history.versions}
    assert ("3A001.a", (("2001-01-01",),)) in spans
    assert ("3A001.b", (("2001-01-01", "2001-01-01"), ("2003-01-01",))) in spans
    assert ("3A001.b", (("2002-01-01", "2002-01-01"),)) in spans


def test_facts_hold_no_sentence(three: list[Edition]) -> None:
    facts = facts_of(three[0].nodes[0])
    assert "Cups" not in repr(facts)
    assert facts.thresholds[0].value == 3.0


def test_written_and_read_back_it_is_the_same(three: list[Edition], tmp_path: Path) -> None:
    folder = tmp_path / "wa"
    folder.mkdir()
    history = compile_history({}, three)
    save_history(folder, history)
    again = load_history(folder)
    assert again.versions == history.versions
    assert list(again.facts("2002-01-01")) == ["3A001.a", "3A001.b"]
    save_history(folder, again)
    assert load_history(folder).versions == history.versions


def test_an_edition_added_later_gives_the_same_history_as_all_at_once(three: list[Edition]) -> None:
    early = compile_history({}, [three[0], three[2]])
    kept: dict[str, tuple[object, dict[str, Facts]]] = {
        date: (early.readings[date], early.facts(date)) for date in early.editions
    }
    late = compile_history(kept, [three[1]])  # type: ignore[arg-type]
    assert late.versions == compile_history({}, three).versions


def test_a_damaged_file_is_named_with_its_line(three: list[Edition], tmp_path: Path) -> None:
    save_history_into(tmp_path, three)
    path = tmp_path / "wa" / "nodes.jsonl"
    path.write_bytes(path.read_bytes() + b'{"id":')
    with pytest.raises(WrongUse, match=r"nodes\.jsonl:5"):
        _ = load_history(tmp_path / "wa").versions


def test_facts_that_do_not_fit_are_named_with_their_line(three: list[Edition], tmp_path: Path) -> None:
    save_history_into(tmp_path, three)
    path = tmp_path / "wa" / "nodes.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b'"kind":"', b'"kind":"no-')
    path.write_bytes(b"".join(lines))
    history = load_history(tmp_path / "wa")
    with pytest.raises(WrongUse, match=r"nodes\.jsonl:2: .*no-"):
        [history.facts(edition) for edition in history.editions]


def test_nothing_is_half_written(three: list[Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_history_into(tmp_path, three[:1])
    before = (tmp_path / "wa" / "nodes.jsonl").read_bytes()

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("controllist.folders.os.replace", full)
    with pytest.raises(Refused, match="no space left"):
        save_history(tmp_path / "wa", compile_history({}, three))
    assert (tmp_path / "wa" / "nodes.jsonl").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["wa"]


def save_history_into(folder: Path, editions: list[Edition]) -> None:
    (folder / "wa").mkdir()
    save_history(folder / "wa", compile_history({}, editions))


KETTLES = {"1A001": "Kettles above 3 l", "1A002": "Pans of copper"}
LARGER = {"1A001": "Kettles above 5 l", "1A002": "Pans of copper"}
SPOONS = {"1A003": "Spoons of silver"}


def flags(*contents: Content) -> list[dict[str, tuple[str, ...]]]:
    """The flags of each change, by pair of editions."""
    _, records, _ = recorded(*contents)
    return [{change.id: change.flags for change in record.changes} for record in records]


def test_a_change_undone_in_the_next_edition_is_a_reversal() -> None:
    assert flags(KETTLES, LARGER, KETTLES) == [{"1A001>1A001": ()}, {"1A001>1A001": ("reversal",)}]
    assert flags(KETTLES, LARGER, LARGER) == [{"1A001>1A001": ()}, {}]
    other = {**KETTLES, "1A001": "Kettles above 9 l"}
    assert flags(KETTLES, LARGER, other)[1] == {"1A001>1A001": ()}


def test_what_comes_and_goes_or_goes_and_comes_is_a_reversal() -> None:
    more = {**KETTLES, **SPOONS}
    assert flags(KETTLES, more, KETTLES) == [{">1A003": ()}, {"1A003>": ("reversal",)}]
    assert flags(more, KETTLES, more) == [{"1A003>": ()}, {">1A003": ("reversal",)}]
    assert flags(more, KETTLES, {**KETTLES, "1A003": "Sugar tongs by clockwork"})[1] == {">1A003": ()}


def test_a_number_emptied_and_filled_again_is_a_reversal() -> None:
    filled = [item("1A001", "Kettles"), item("1A002", "Pans of copper")]
    empty = [item("1A001", "Kettles"), item("1A002", "Not used", status="reserved")]
    found = flags(filled, empty, filled)
    assert [set(each.values()) for each in found] == [{()}, {("reversal",)}]


def test_a_renumbering_taken_back_is_a_reversal() -> None:
    first = {"1A001": "Boxes, as follows:", "1A001.a": "Made of tin plate", "1A001.b": "Made of walnut"}
    second = {**first, "1A001.b": "Having two lids and a lock", "1A001.c": "Made of walnut"}
    assert flags(first, second, first)[1] == {"1A001.c>1A001.b": ("reversal",), "1A001.b>": ("reversal",)}


def infos(*labels: str) -> list[EditionInfo]:
    return [EditionInfo("tea", f"20{at:02}-01-01", label, "official", Source("", "", "")) for at, label in
            enumerate(labels, 1)]  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "is_one"),
    [
        (("TEA-LIST (4)", "TEA-LIST (4) Corr."), True),
        (("TEA-LIST (4) Corr. 1", "TEA-LIST (4) Corr. 2"), True),
        (("Tea list 2004", "Tea list 2004 Corrigendum"), True),
        (("TEA-LIST (3)", "TEA-LIST (4) Corr."), False),
        (("TEA-LIST (4) Corr.", "TEA-LIST (5)"), False),
        (("TEA-LIST (4) Corr.", "TEA-LIST (4) Corr."), False),
        (("Corridor list", "Corridor list of 2004"), False),
    ],
)
def test_a_corrigendum_is_the_edition_before_with_a_mark(labels: tuple[str, str], is_one: bool) -> None:
    assert is_corrigendum(*infos(*labels)) is is_one


def test_every_change_of_a_corrigendum_says_so() -> None:
    history, records, known = recorded(KETTLES, LARGER)
    labels = zip(known, ("TEA-LIST (4)", "TEA-LIST (4) Corr."), strict=True)
    named = [msgspec.structs.replace(info, label=label) for info, label in labels]
    (record,) = flagged_pairs(history, named, records)
    assert [change.flags for change in record.changes] == [("corrigendum",)]
    assert flagged_pairs(history, known, [record]) == records, "flags are given anew, not heaped up"


def test_an_exponent_found_again_is_a_correction() -> None:
    old, new = editions({"1A001": "Leaves above 5 x 105 Gy"}, {"1A001": "Leaves above 5 x 10⁵ Gy"})
    (change,) = compare(old, new).changes
    assert (change.kind, change.effect, is_correction(change)) == ("reworded", "none", True)
    assert flags({"1A001": "Leaves above 5 x 105 Gy"}, {"1A001": "Leaves above 5 x 10⁵ Gy"}) == [
        {"1A001>1A001": ("correction",)}
    ]
    (change,) = compare(*editions(KETTLES, LARGER)).changes
    assert not is_correction(change)


@given(st.permutations([KETTLES, LARGER, {**KETTLES, **SPOONS}, SPOONS | KETTLES]))
def test_only_what_says_again_what_it_said_is_a_reversal(contents: list[dict[str, str]]) -> None:
    """Law: in an edition that differs from the one before last in all it changes, nothing is a reversal."""
    found = flags(*contents[:3])
    for ident, given_flags in found[1].items():
        code = ident.strip(">").split(">")[-1]
        same = contents[0].get(code) == contents[2].get(code)
        assert ("reversal" in given_flags) == same
