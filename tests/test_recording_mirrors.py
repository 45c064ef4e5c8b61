"""What ingest writes of mirrors: whole, the same every time, and not at all where texts are missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from desk import Desk, two_editions
from mirror_desk import NEW, OLD, cup_edition, cup_list, regime_and_mirror

from controllist.library import Library
from controllist.mirrors.store import (
    ADOPTIONS,
    CORRESPONDENCES,
    GAPS,
    MEDIANS,
    UPDATES,
    load_adoptions,
    load_correspondences,
    load_gaps,
    load_medians,
    load_updates,
)
from controllist.recording_mirrors import mirrors_of, record_mirrors
from controllist.sources.vault import Vault

FILES = (ADOPTIONS, CORRESPONDENCES, GAPS, MEDIANS, UPDATES)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def written(desk: Desk) -> dict[str, bytes]:
    return {name: (desk.lists / "cup" / name).read_bytes() for name in FILES if (desk.lists / "cup" / name).exists()}


def test_a_mirror_is_recorded_in_full(desk: Desk) -> None:
    regime_and_mirror(desk)
    folder = desk.lists / "cup"
    assert written(desk).keys() == {*FILES}
    assert (desk.lists / "shared.jsonl").exists()
    links = {(link.regime, link.mirror) for link in load_correspondences(folder) if link.relation == "same"}
    added = ("3A001.b@2019-12-05", "3A001.b@2020-06-05")  # its number was another's before
    assert {("3A001.a", "3A001.a"), ("3A001.b", "3A001.b"), added} <= links
    told = {each.code: each for each in load_adoptions(folder)}
    assert told.keys() == {"3A001.a", "3A001.b", "3A001.c"}
    assert {(each.status, each.after, each.by, each.days) for each in told.values()} == {
        ("adopted", "2019-01-01", "2020-06-05", 183)
    }
    assert [(row.code, row.mirror_code, row.status, row.origin) for row in load_gaps(folder)] == [
        ("3A001", "3A001", "aligned", ""), ("3A001.a", "3A001.a", "aligned", ""),
        ("3A001.b", "3A001.b", "aligned", ""), ("3A001.c", "3A001.c", "aligned", ""),
        ("", "3A901", "extra", "national"),
    ]  # fmt: skip
    medians = load_medians(folder)
    assert medians is not None
    assert (medians.since, medians.until, medians.all.days, medians.all.adopted) == (
        "2019-01-01", "2020-06-05", 183, 3,
    )  # fmt: skip
    assert [len(update.provisions) for update in load_updates(folder)] == [3]


def test_the_records_are_the_same_bytes_every_time(desk: Desk) -> None:
    regime_and_mirror(desk)
    before = written(desk)
    for name in FILES:
        (desk.lists / "cup" / name).unlink()
    library = Library(desk.lists, Vault(desk.folder / "vault"))
    assert record_mirrors(library, mirrors_of(library, ["wa"]), 1, lambda _: None) == []
    assert written(desk) == before


def test_an_edition_of_the_regime_renews_its_mirrors(desk: Desk) -> None:
    two_editions(desk)
    cup_list(desk)
    library = Library(desk.lists, Vault(desk.folder / "vault"))
    assert mirrors_of(library, ["wa"]) == [], "a mirror without editions is none yet"
    cup_edition(desk, "2019-01-01", OLD)
    fresh = Library(desk.lists, Vault(desk.folder / "vault"))
    assert mirrors_of(fresh, ["wa"]) == mirrors_of(fresh, ["cup"]) == ["cup"]
    assert {each.status for each in load_adoptions(desk.lists / "cup")} == {"unknown"}, "its edition is too old to tell"


def test_without_texts_the_records_stand_and_it_is_said(desk: Desk) -> None:
    regime_and_mirror(desk)
    before = written(desk)
    shutil.rmtree(desk.folder / "vault")
    said = cup_edition(desk, "2021-01-01", NEW.replace("Spoons", "Ladles"))
    assert "cup was not compared with its regime anew: the vault has no texts of wa@2018-12-06, wa@2019-12-05" in said
    assert "ingest --from" in said
    assert written(desk) == before
