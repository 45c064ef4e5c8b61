"""The commands as a person meets them: answers, errors with place and remedy, exit status."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from word import word_file

from controllist.cli import main
from controllist.library import Library
from controllist.sources.vault import Vault

LISTS = Path(__file__).resolve().parents[1] / "lists"

TEXT = """
3.⇥A.⇥SYSTEMS, EQUIPMENT AND COMPONENTS
3.⇥A.⇥1.⇥Kettles, as follows:
⇥⇥⇥a.⇥Kettles with a volume exceeding 3 l;
⇥⇥⇥b.⇥Kettles of glass;
"""
FOOTER = "WA-LIST (18) 1⇥06-12-2018"


class Desk:
    """A folder of lists and a vault of its own, and the command line over them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lists = folder / "lists"
        (self.lists / "wa").mkdir(parents=True)
        (self.lists / "wa" / "list.toml").write_bytes((LISTS / "wa" / "list.toml").read_bytes())
        (self.lists / "captions.toml").write_text('[captions]\n"3A001" = "Kettles"\n', encoding="utf-8")

    def run(self, *words: object) -> Result:
        options = ["--lists", str(self.lists), "--vault", str(self.folder / "vault")]
        return CliRunner().invoke(main, [*options, *(str(word) for word in words)])

    def file(self, text: str = TEXT, name: str = "list.docx", footer: str = FOOTER) -> Path:
        path = self.folder / name
        path.write_bytes(word_file(text, name, header="CATEGORY 3 - KITCHEN", footer=footer).data)
        return path


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
        (["serve", "--site", "nowhere"], "build one with: controllist build"),
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
    before = {path.name: path.read_bytes() for path in (desk.lists / "wa").iterdir()}
    (desk.lists / "wa" / "nodes.jsonl").unlink()
    result = desk.run("ingest", "--from", desk.folder, "--jobs", 1)
    assert result.exit_code == 0, result.stderr
    assert {path.name: path.read_bytes() for path in (desk.lists / "wa").iterdir()} == before


def test_files_that_are_nowhere_are_named(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    (desk.folder / "vault").rename(desk.folder.parent / f"{desk.folder.name}-away")
    (desk.folder / "list.docx").unlink()
    before = (desk.lists / "wa" / "nodes.jsonl").read_bytes()
    result = desk.run("ingest", "--from", desk.folder)
    assert (result.exit_code, "wa@2018-12-06 (1 of 1 files)" in result.stderr) == (1, True)
    assert (desk.lists / "wa" / "nodes.jsonl").read_bytes() == before


def test_a_date_before_the_first_edition_names_the_first(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    assert "the first is 2018-12-06" in desk.run("tree", "wa@1999-01-01").stderr


def test_an_item_that_is_not_there_names_its_neighbours(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    assert "near it: 3A001, 3A001.a, 3A001.b" in desk.run("tree", "wa", "--entry", "3A009").stderr


def two_editions(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    later = TEXT.replace("exceeding 3 l", "exceeding 5 l").replace(
        "⇥⇥⇥b.⇥Kettles of glass;", "⇥⇥⇥b.⇥Kettles that whistle;\n⇥⇥⇥c.⇥Kettles of glass;"
    )
    desk.run("ingest", "--list", "wa", desk.file(later, "later.docx", "WA-LIST (19) 1⇥05-12-2019"))


def test_diff_knows_an_item_by_its_words_and_says_which_way(desk: Desk) -> None:
    two_editions(desk)
    shape = json.loads(desk.run("diff", "wa@2018-12-06", "wa@2019-12-05", "--json").stdout)
    assert (shape["from"], shape["to"]) == ("wa@2018-12-06", "wa@2019-12-05")
    assert {(each["kind"], each["effect"], each["id"]) for each in shape["changes"]} == {
        ("rescoped", "relaxed", "3A001.a>3A001.a"),
        ("added", "tightened", ">3A001.b"),
        ("renumbered", "none", "3A001.b>3A001.c"),
    }
    assert shape["summary"]["rescoped"] == 1


def test_diff_for_the_terminal_shows_redlines_without_colour(desk: Desk) -> None:
    two_editions(desk)
    report = desk.run("diff", "wa@2018-12-06", "wa", "--entry", "3A001.a").stdout
    assert "3A001.a  rescoped, relaxed" in report
    assert "exceeding [-3-]{+5+}" in report
    assert "3A001.b" not in report


def test_reclass_gives_every_active_item_its_new_code(desk: Desk) -> None:
    two_editions(desk)
    rows = desk.run("reclass", "wa@2018-12-06", "wa").stdout.splitlines()
    assert [",".join(row.split(",")[:3]) for row in rows] == [
        "old,new,relation", "3A001,3A001,1:1", "3A001.a,3A001.a,1:1", "3A001.b,3A001.c,1:1", ",3A001.b,new",
    ]  # fmt: skip
    shape = json.loads(desk.run("reclass", "wa", "wa@2018-12-06", "--format", "json").stdout)
    assert {"old": "3A001.b", "new": "", "relation": "decontrolled", "matched_by": "", "score": 0.0} in shape["rows"]
    root = etree.fromstring(desk.run("reclass", "wa@2018-12-06", "wa", "--format", "xml").stdout.encode())
    assert [item.get("relation") for item in root] == ["1:1", "1:1", "1:1", "new"]


def test_diff_of_an_edition_with_itself_is_empty(desk: Desk) -> None:
    two_editions(desk)
    assert desk.run("diff", "wa", "wa@2019-12-05").stdout.splitlines()[1] == "no change"


def test_diff_without_texts_says_that_words_differ_and_no_more(desk: Desk) -> None:
    desk.run("ingest", "--list", "wa", desk.file())
    later = TEXT.replace("of glass", "of clay")
    desk.run("ingest", "--list", "wa", desk.file(later, "later.docx", "WA-LIST (19) 1⇥05-12-2019"))
    (desk.folder / "vault").rename(desk.folder / "elsewhere")
    change = json.loads(desk.run("diff", "wa@2018-12-06", "wa", "--json").stdout)["changes"]
    verdicts = [(each["new"]["code"], each["kind"], each["effect"]) for each in change]
    assert verdicts == [("3A001.b", "rescoped", "unclear")]


def test_every_command_has_help() -> None:
    for name, command in main.commands.items():
        assert command.help, name
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0
