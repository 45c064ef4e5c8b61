"""The dataset: versions with spans, one order for all editions, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controllist.errors import Refused, WrongUse
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
        load_history(tmp_path / "wa")


def test_nothing_is_half_written(three: list[Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_history_into(tmp_path, three[:1])
    before = (tmp_path / "wa" / "nodes.jsonl").read_bytes()

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("controllist.history.store.os.replace", full)
    with pytest.raises(Refused, match="no space left"):
        save_history(tmp_path / "wa", compile_history({}, three))
    assert (tmp_path / "wa" / "nodes.jsonl").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["wa"]


def save_history_into(folder: Path, editions: list[Edition]) -> None:
    (folder / "wa").mkdir()
    save_history(folder / "wa", compile_history({}, editions))
