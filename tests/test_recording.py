"""The dataset grows edition by edition: the same as all at once, whole or not at all."""

from __future__ import annotations

import json
import os
import re
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from changes_nodes import item
from invented import DATES, Kitchen, edition, editions, governed, row_of, verdicts

from controllist.errors import Refused, WrongUse
from controllist.history.pairs import carried_changes, change_of, encoded_pair, load_pair, pair_path, record_of
from controllist.history.records import side_of_facts
from controllist.model import Edition, Problem
from controllist.recording import add_edition, compare_neighbours, record_list

FIRST = {"1A001": "Kettles, as follows:", "1A001.a": "Rated above 3 l", "1A001.b": "Having a gilded spout"}
SECOND = {**FIRST, "1A001.a": "Rated above 5 l", "1A001.b": "Fitted with a bell", "1A001.c": "Having a gilded spout"}
THIRD = {**SECOND, "1A001.a": "Rated above 3 l", "1A002": "Pans of copper"}


@pytest.fixture
def three() -> list[Edition]:
    return editions(FIRST, SECOND, THIRD)


def changes_files(kitchen: Kitchen) -> list[str]:
    return sorted(path.name for path in (kitchen.folder / "changes").iterdir())


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_added_one_by_one_in_any_order_it_is_as_all_at_once(
    three: list[Edition], tmp_path: Path, order: tuple[int, ...]
) -> None:
    at_once, one_by_one = Kitchen(tmp_path / "once", anchor=DATES[order[0]]), Kitchen(tmp_path / "by one")
    at_once.record(three)
    one_by_one.record([three[order[0]]])
    for number in order[1:]:
        one_by_one.add(three[number])
    assert one_by_one.files() == at_once.files()
    assert "changes/2001-01-01_2002-01-01.json" in at_once.files()


def test_an_edition_put_in_between_parts_the_record_of_its_neighbours(three: list[Edition], tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record([three[0], three[2]])
    assert changes_files(kitchen) == ["2001-01-01_2003-01-01.json"]
    kitchen.add(three[1])
    assert changes_files(kitchen) == ["2001-01-01_2002-01-01.json", "2002-01-01_2003-01-01.json"]
    toml = (kitchen.folder / "editions.toml").read_text(encoding="utf-8")
    assert re.findall(r"^date = \"(.*)\"", toml, re.MULTILINE) == list(DATES[:3])
    assert [info.edition for info in kitchen.library.infos("tea")] == list(DATES[:3])


def test_records_of_other_pairs_are_left_as_they_were(three: list[Edition], tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(three)
    before = kitchen.files()
    kitchen.add(edition(DATES[3], {**THIRD, "1A003": "Spoons"}))
    after = kitchen.files()
    for name in ("changes/2001-01-01_2002-01-01.json", "changes/2002-01-01_2003-01-01.json"):
        assert after[name] == before[name]
    assert verdicts(kitchen.diff(DATES[2], DATES[3])) == {">1A003": ("added", "tightened")}


def test_an_edition_read_anew_replaces_both_its_records(three: list[Edition], tmp_path: Path) -> None:
    kitchen, again = Kitchen(tmp_path / "one"), Kitchen(tmp_path / "two", anchor=DATES[2])
    kitchen.record(three)
    other = edition(DATES[1], {**SECOND, "1A001.a": "Rated above 4 l", "1A004": "Jugs"})
    kitchen.add(other, replace=True)
    again.record([three[0], other, three[2]])
    assert kitchen.files() == again.files()
    assert verdicts(kitchen.diff(*DATES[:2]))[">1A004"] == ("added", "tightened")


def test_the_same_library_adds_one_edition_after_the_other(three: list[Edition], tmp_path: Path) -> None:
    kitchen, at_once = Kitchen(tmp_path / "one"), Kitchen(tmp_path / "two", anchor=DATES[0])
    kitchen.record(three[:1])
    library = kitchen.library
    library.history("tea")
    for each in three[1:]:
        add_edition(library, each, row_of(each), replace=False, accept_loss=False)
        kitchen.keep([each])
    at_once.record(three)
    assert kitchen.files() == at_once.files()


def test_without_texts_of_its_neighbour_what_differs_is_unclear_and_the_rest_stands(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions({**FIRST, "1A002": "Pans of copper", "1A003": "Spoons above 9 g"}))
    (tmp_path / "vault").rename(tmp_path / "elsewhere")
    new = {**FIRST, "1A002": "Pans of tin", "1A003": "Spoons above 9 g", "1A004": "Jugs that pour by themselves"}
    kitchen.add(edition(DATES[1], new), texts=False)
    found = kitchen.diff(*DATES[:2])
    assert verdicts(found) == {"1A002>1A002": ("rescoped", "unclear"), ">1A004": ("added", "tightened")}
    assert [one.note for one in found.changes[0].evidence] == ["the words differ; the texts are not on this machine"]


def test_without_texts_an_inserted_item_takes_no_number_for_a_rescope(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(FIRST))
    (tmp_path / "vault").rename(tmp_path / "elsewhere")
    new = {**FIRST, "1A001.b": "Fitted with a bell", "1A001.c": "Having a gilded spout"}
    kitchen.add(edition(DATES[1], new), texts=False)
    assert verdicts(kitchen.diff(*DATES[:2])) == {
        ">1A001.b": ("added", "tightened"), "1A001.b>1A001.c": ("renumbered", "none"),
    }  # fmt: skip


def test_an_edition_replaced_without_old_texts_is_compared_by_its_own(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(FIRST, {**FIRST, "1A001.b": "Having a silver spout"}))
    (tmp_path / "vault").rename(tmp_path / "elsewhere")
    kitchen.add(edition(DATES[1], FIRST, label="Second print"), replace=True, texts=False)
    assert kitchen.diff(*DATES[:2]).changes == ()


def test_a_failing_write_leaves_all_as_it_was(
    three: list[Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(three[:2])
    before = kitchen.files()

    def full(*_: object) -> None:
        raise OSError("no space left")

    for name in ("controllist.folders.os.replace", "controllist.history.store._fill"):
        with monkeypatch.context() as patched:
            patched.setattr(name, full)
            with pytest.raises(Refused, match="no space left"):
                kitchen.add(three[2])
        assert kitchen.files() == before
        assert [path.name for path in kitchen.lists.iterdir() if path.name.startswith(".")] == []
    kitchen.add(three[2])
    assert kitchen.files() != before


def test_a_folder_that_cannot_take_its_place_gives_it_back(
    three: list[Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(three[:2])
    before, real = kitchen.files(), os.replace

    def failing(source: Path, target: Path) -> None:
        if source.name.endswith(".new"):
            raise OSError("no space left")
        real(source, target)

    monkeypatch.setattr("controllist.folders.os.replace", failing)
    with pytest.raises(Refused, match="no space left"):
        add_edition(kitchen.library, three[2], row_of(three[2]), replace=False, accept_loss=True)
    assert kitchen.files() == before


def test_what_would_lose_something_is_refused_and_nothing_is_written(three: list[Edition], tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(three)
    before = kitchen.files()
    other = edition(DATES[2], {**THIRD, "1A003": "Spoons"})
    short = edition(DATES[3], {"1A001": "Kettles"})
    doubtful = msgspec.structs.replace(edition(DATES[3], THIRD), problems=(Problem("label out of turn", "¶ 3"),) * 6)
    for held, said in ((other, "exists with other content"), (short, "has 1 items"), (doubtful, "6 contradictions")):
        with pytest.raises(Refused, match=said):
            add_edition(kitchen.library, held, row_of(held), replace=False, accept_loss=False)
        assert kitchen.files() == before


def test_neighbours_are_compared_in_order_in_processes_of_their_own(three: list[Edition], tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(three)
    before, seen = kitchen.files(), []
    found = compare_neighbours(kitchen.lists, three, 2, seen.append)
    assert [(one.old.edition, one.new.edition) for one in found] == [(DATES[0], DATES[1]), (DATES[1], DATES[2])]
    assert len(seen) == 2
    record_list(kitchen.lists, "tea", three, found)
    assert kitchen.files() == before


def test_a_pair_record_is_written_and_read_back_the_same(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    held = editions(governed(3), [*governed(5), item("1A003", "Spoons")])
    kitchen.record(held)
    record = load_pair(kitchen.folder, *DATES[:2])
    assert record is not None
    assert encoded_pair(record) == pair_path(kitchen.folder, *DATES[:2]).read_bytes()
    assert json.loads(encoded_pair(record))["from"] == DATES[0]
    assert (len(record.changes), len(record.carried)) == (2, 1)
    assert load_pair(kitchen.folder, DATES[1], DATES[2]) is None


def test_carried_changes_survive_as_one_cause_with_its_items(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(governed(3), governed(5)))
    record = load_pair(kitchen.folder, *DATES[:2])
    assert record is not None
    assert [group.items for group in record.carried] == [{"": ("1A009", "1A001")}]
    found = carried_changes(record, lambda date, ident: side_of_facts(
        ident, kitchen.library.history("tea").facts(date)[ident], "dotted"))  # fmt: skip
    assert [(one.id, one.kind, one.flags) for one in found] == [
        ("1A001>1A001", "rescoped", ("carried",)), ("1A009>1A009", "rescoped", ("carried",)),
    ]  # fmt: skip
    assert tuple(found) == kitchen.diff(*DATES[:2]).carried
    assert record_of(kitchen.diff(*DATES[:2])) == record
    side_of = {change.new.id: change.new for change in found if change.new}.get
    assert change_of(record, "1A009", "1A009", lambda _, ident: side_of(ident)) == found[1]
    assert change_of(record, "1A008", "1A008", lambda _, ident: side_of(ident)) is None


def test_a_damaged_record_is_named(three: list[Edition], tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(three)
    path = pair_path(kitchen.folder, *DATES[:2])
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(WrongUse, match=r"2001-01-01_2002-01-01\.json.*controllist ingest"):
        kitchen.diff(*DATES[:2])


def test_without_records_the_editions_themselves_are_compared(three: list[Edition], tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(three)
    told = verdicts(kitchen.diff(*DATES[:2]))
    pair_path(kitchen.folder, *DATES[:2]).unlink()
    assert verdicts(kitchen.diff(*DATES[:2])) == told
