"""The commands as a person meets them: answers, errors with place and remedy, exit status."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import msgspec
import pytest
from click.testing import CliRunner
from desk import TEXT, Desk, two_editions

from controllist.cli import main
from controllist.errors import WrongUse
from controllist.library import Library
from controllist.sources.catalogue import resolve_edition
from controllist.sources.vault import Vault


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_parse_prints_the_tree_in_the_agreed_shape(desk: Desk) -> None:
    shape = json.loads(desk.run("parse", "--list", "wa", desk.file(), "--json").stdout)
    assert (shape["list"], shape["edition"], shape["label"]) == ("wa", "2018-12-06", "WA-LIST (18) 1")
    assert shape["coverage"] == 1.0
    assert shape["residue"] == []
    found = shape["nodes"][-2]
    assert {key: found[key] for key in ("id", "kind", "code", "cite", "label", "parent", "status", "excludes")} == {
        "id": "3A001.a", "kind": "item", "code": "3A001.a", "cite": "3.A.1.a.", "label": "a", "parent": "3A001",
        "status": "active", "excludes": False,
    }  # fmt: skip
    assert {key: found["thresholds"][0][key] for key in ("op", "value", "unit")} == {"op": ">", "value": 3, "unit": "l"}
    assert not (desk.lists / "wa" / "nodes.jsonl").exists()


def test_an_edition_is_added_listed_and_shown(desk: Desk) -> None:
    assert desk.run("ingest", "--list", "wa", desk.file()).exit_code == 0
    listed = json.loads(desk.run("editions", "--json").stdout)["editions"]
    assert [(each["list"], each["edition"], each["items"], each["provenance"]) for each in listed] == [
        ("wa", "2018-12-06", 3, "official")
    ]
    tree = json.loads(desk.run("tree", "wa@2019-05-01", "--json").stdout)
    assert [node["id"] for node in tree["nodes"]] == ["3", "3A", "3A001", "3A001.a", "3A001.b"]
    assert tree["nodes"][2]["text"].startswith("Kettles")


def test_without_the_vault_the_tree_is_shown_by_its_facts(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    (desk.folder / "vault").rename(desk.folder / "elsewhere")
    tree = json.loads(desk.run("tree", "wa", "--json").stdout)
    assert "text" not in tree["nodes"][3]
    assert tree["nodes"][3]["thresholds"][0]["value"] == 3
    assert "Kettles of glass" not in (desk.lists / "wa" / "nodes.jsonl").read_text(encoding="utf-8")


def test_a_kept_text_that_the_dataset_has_outgrown_is_not_shown(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    vault = Vault(desk.folder / "vault")
    kept = Library(desk.lists, vault).edition("wa")
    vault.add_edition(msgspec.structs.replace(kept, nodes=kept.nodes[:-1]))
    tree = json.loads(desk.run("tree", "wa", "--json").stdout)
    assert [node["id"] for node in tree["nodes"]] == [node.id for node in kept.nodes]
    assert not any("text" in node for node in tree["nodes"])


def test_check_ends_with_one_where_something_is_wrong(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    assert desk.run("check", "wa").exit_code == 0
    result = desk.run("check", "wa", "--least", "1.01")
    assert (result.exit_code, "below 1.01" in result.stdout) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tree", "xx"], "'xx' is no list; the lists are wa"),
        (["tree", "wa"], "has no edition yet"),
        (["parse", "--list", "wa", "nowhere.docx"], "nowhere.docx: there is no such file"),
        (["ingest", "some.docx"], "say which list"),
        (["ingest", "--from", "nowhere"], "nowhere: there is no such folder"),
        (["check-site", "--site", "nowhere"], "build one with: controllist build"),
    ],
)
def test_wrong_use_is_answered_in_one_sentence(desk: Desk, words: list[str], said: str) -> None:
    result = desk.run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.docx", b"", "empty.docx: the file is empty"),
        ("page.html", b"<!doctype html><html>Not found</html>", "page.html: the file is a web page"),
        ("cut.docx", b"PK\x03\x04 and no more", "cut.docx: the file is cut off or damaged"),
        ("cut.pdf", b"%PDF-1.7 and no more", "cut.pdf"),
        ("noise.bin", b"\x00\x01\x02 noise", "noise.bin: the file is in none of the formats"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_remedy(desk: Desk, name: str, data: bytes, said: str) -> None:
    (desk.folder / name).write_bytes(data)
    for command in (["parse"], ["ingest"]):
        result = desk.run(*command, "--list", "wa", desk.folder / name)
        assert (result.exit_code, said in result.stderr) == (2, True)
    assert not (desk.lists / "wa" / "nodes.jsonl").exists()


def test_another_kind_of_text_is_refused(desk: Desk) -> None:
    result = desk.run("parse", "--list", "wa", desk.file("Dear Sir,\nplease find the kettles.\n"))
    assert (result.exit_code, "no item of list wa was found" in result.stderr) == (2, True)


def test_an_edition_of_another_list_is_refused(desk: Desk) -> None:
    (desk.folder / "rows.csv").write_text("code,parent,text\n5506,,Kettles\n5506.1,5506,Lids\n", encoding="utf-8")
    result = desk.run("parse", "--list", "wa", desk.folder / "rows.csv")
    assert (result.exit_code, "1 of 1 entries (5506, …)" in result.stderr) == (2, True)


def test_an_edition_that_exists_with_other_content_is_not_overwritten(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    before = (desk.lists / "wa" / "nodes.jsonl").read_bytes()
    other = desk.file(TEXT.replace("glass", "clay"), "other.docx")
    result = desk.run("ingest", "--list", "wa", other)
    assert (result.exit_code, "wa@2018-12-06 exists with other content" in result.stderr) == (1, True)
    assert (desk.lists / "wa" / "nodes.jsonl").read_bytes() == before
    assert desk.run("ingest", "--list", "wa", "--replace", other).exit_code == 0
    assert (desk.lists / "wa" / "nodes.jsonl").read_bytes() != before


def test_an_edition_that_lost_most_items_is_refused(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    short = desk.file("3.⇥A.⇥1.⇥Kettles.", "short.docx", footer="WA-LIST (19) 1⇥05-12-2019")
    result = desk.run("ingest", "--list", "wa", short)
    assert (result.exit_code, "has 1 items, the edition before (2018-12-06) 3" in result.stderr) == (1, True)
    assert [e["edition"] for e in json.loads(desk.run("editions", "wa", "--json").stdout)["editions"]] == ["2018-12-06"]
    assert desk.run("ingest", "--list", "wa", "--accept-loss", short).exit_code == 0


def test_everything_known_is_built_anew_from_its_files(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    desk.run("ingest", "--list", "wa", desk.file(footer="WA-LIST (19) 1⇥05-12-2019", name="later.docx"))
    before = desk.dataset()
    assert any(name.startswith("changes/") for name in before)
    (desk.lists / "wa" / "nodes.jsonl").unlink()
    result = desk.run("ingest", "--from", desk.folder, "--jobs", 1)
    assert result.exit_code == 0, result.stderr
    assert desk.dataset() == before


def test_files_that_are_nowhere_are_named(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    (desk.folder / "vault").rename(desk.folder.parent / f"{desk.folder.name}-away")
    (desk.folder / "list.docx").unlink()
    before = (desk.lists / "wa" / "nodes.jsonl").read_bytes()
    result = desk.run("ingest", "--from", desk.folder)
    assert (result.exit_code, "wa@2018-12-06 (1 of 1 files)" in result.stderr) == (1, True)
    assert (desk.lists / "wa" / "nodes.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("wa@1999-01-01", "no edition on or before 1999-01-01; its first: wa@2018-12-06, wa@2019-12-05"),
        ("wa@2018", "'2018' is no date; write wa@YYYY-MM-DD. The nearest editions: wa@2018-12-06, wa@2019-12-05"),
        ("wa@2018-13-01", "'2018-13-01' is no date; write wa@YYYY-MM-DD. The nearest editions: wa@2018-12-06, wa@2019"),
        ("wa@2019-02-30", "The nearest editions: wa@2018-12-06, wa@2019-12-05"),
        ("wa@20191231", "The nearest editions: wa@2018-12-06, wa@2019-12-05"),
        ("wa@yesterday", "The nearest editions: wa@2018-12-06, wa@2019-12-05"),
    ],
)
def test_an_edition_that_does_not_exist_names_the_nearest(desk: Desk, wanted: str, said: str) -> None:
    two_editions(desk)
    for words in (["tree", wanted], ["diff", wanted, "wa"], ["diff", "wa", "--since", wanted[3:]]):
        result = desk.run(*words)
        assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_the_nearest_of_many_editions_are_those_around_the_year() -> None:
    dates = [f"{year}-06-01" for year in range(1996, 2026)]
    around = {
        "2004": "tea@2003-06-01, tea@2004-06-01",
        "31.12.2004": "tea@2003-06-01, tea@2004-06-01",
        "2004-99-99": "tea@2004-06-01, tea@2005-06-01",
        "1900": "tea@1996-06-01, tea@1997-06-01",
        "now": "tea@2024-06-01, tea@2025-06-01",
    }
    for wanted, near in around.items():
        with pytest.raises(WrongUse, match=re.escape(f"The nearest editions: {near}")):
            resolve_edition(dates, wanted, "tea")
    assert resolve_edition(dates, "2004-06-30", "tea") == "2004-06-01"
    assert resolve_edition(dates, "", "tea") == "2025-06-01"


def test_an_item_that_is_not_there_names_its_neighbours(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    assert "near it: 3A001, 3A001.a, 3A001.b" in desk.run("tree", "wa", "--entry", "3A009").stderr


def test_tree_tells_lineages(desk: Desk) -> None:
    two_editions(desk)
    nodes = json.loads(desk.run("tree", "wa", "--json").stdout)["nodes"]
    assert {node["id"]: node["lineage"] for node in nodes if node["kind"] == "item"} == {
        "3A001": "3A001", "3A001.a": "3A001.a", "3A001.b": "3A001.b@2019-12-05", "3A001.c": "3A001.b",
    }  # fmt: skip


def test_an_edition_in_between_parts_the_record(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    desk.run("ingest", "--list", "wa", desk.file(TEXT.replace("3 l", "9 l"), "last.docx", "WA-LIST (21) 1⇥22-12-2021"))
    desk.run("ingest", "--list", "wa", desk.file(TEXT.replace("3 l", "5 l"), "mid.docx", "WA-LIST (19) 1⇥05-12-2019"))
    assert sorted(name for name in desk.dataset() if name.startswith("changes/")) == [
        "changes/2018-12-06_2019-12-05.json", "changes/2019-12-05_2021-12-22.json",
    ]  # fmt: skip
    shape = json.loads(desk.run("diff", "wa@2018-12-06", "wa", "--json").stdout)
    assert [(each["effect"], [one["edition"] for one in each["evidence"]]) for each in shape["changes"]] == [
        ("relaxed", ["2019-12-05", "2021-12-22"])
    ]


def test_every_command_has_help() -> None:
    names = main.list_commands(click.Context(main))
    assert {"diff", "timeline", "reclass", "impact", "ingest"} <= set(names)
    for name in names:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        assert command.help, name
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0
    result = CliRunner().invoke(main, ["dif"])
    assert (result.exit_code, "No such command" in result.stderr) == (2, True)
