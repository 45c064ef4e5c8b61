"""The commands that say what changed: diff, reclass, timeline, impact; their forms and their answers to wrong use."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from desk import LISTS, TEXT, Desk, two_editions
from lxml import etree
from test_pdf import made_pdf


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


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


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "csv"])
def test_diff_has_its_forms(desk: Desk, form: str) -> None:
    two_editions(desk)
    result = desk.run("diff", "wa@2018-12-06", "wa", "--format", form)
    assert result.exit_code == 0, result.stderr
    heads = {"text": "wa@2018-12-06 WA-LIST (18) 1 → wa@2019-12-05 WA-LIST (19) 1\n", "json": '{"from":"wa@2018-12-06"',
             "markdown": "# wa@2018-12-06 → wa@2019-12-05\n", "csv": "from,to,id,kind,effect,",
             "html": "<!doctype html>"}  # fmt: skip
    assert result.stdout.startswith(heads[form])
    assert "3A001.a" in result.stdout
    assert result.stdout.endswith("\n")
    assert result.stderr == ""


def test_diff_since_a_day_starts_with_the_edition_in_force_on_it(desk: Desk) -> None:
    two_editions(desk)
    assert desk.run("diff", "wa", "--since", "2019-05-01").stdout == desk.run("diff", "wa@2018-12-06", "wa").stdout
    assert desk.run("diff", "wa@2019-01-01", "--since", "2018-12-31").stdout.splitlines()[1] == "no change"


def test_diff_backwards_is_the_mirror(desk: Desk) -> None:
    two_editions(desk)
    shape = json.loads(desk.run("diff", "wa", "wa@2018-12-06", "--json").stdout)
    assert {(each["kind"], each["effect"], each["id"]) for each in shape["changes"]} == {
        ("rescoped", "tightened", "3A001.a>3A001.a"),
        ("removed", "relaxed", "3A001.b>"),
        ("renumbered", "none", "3A001.c>3A001.b"),
    }


def test_diff_narrowed_to_a_kind_counts_all(desk: Desk) -> None:
    two_editions(desk)
    shape = json.loads(desk.run("diff", "wa@2018-12-06", "wa", "--only", "added", "--json").stdout)
    assert [each["id"] for each in shape["changes"]] == [">3A001.b"]
    assert (shape["summary"]["rescoped"], shape["summary"]["renumbered"]) == (1, 1)
    report = desk.run("diff", "wa@2018-12-06", "wa", "--only", "added").stdout
    assert ("3A001.b  added" in report, "rescoped, relaxed" in report) == (True, False)


def test_diff_of_two_files_is_that_of_the_editions(desk: Desk) -> None:
    two_editions(desk)
    files = desk.run("diff", desk.folder / "list.docx", desk.folder / "later.docx", "--list", "wa", "--json")
    held = desk.run("diff", "wa@2018-12-06", "wa@2019-12-05", "--json")
    assert json.loads(files.stdout)["changes"] == json.loads(held.stdout)["changes"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["diff", "wa"], "with what is wa compared?"),
        (["diff", "wa", "wa@2018-12-06", "--since", "2018-12-06"], "--since takes one edition"),
        (["diff", "wa@2018-12-06", "wa", "--entry", "3A009"], "neither edition has an item 3A009; near it: 3A001"),
        (["diff", "xx", "wa"], "'xx' is no list"),
        (["timeline", "wa", "3A009"], "no edition of wa has item 3A009"),
        (["timeline", "wa@2018-12-06", "3A001.c"], "wa@2018-12-06 has no item 3A001.c"),
        (["impact", "nowhere.csv", "--since", "2018-12-06"], "nowhere.csv: cannot be read"),
        (["reclass", "wa@1999-01-01", "wa"], "its first: wa@2018-12-06"),
    ],
)
def test_wrong_questions_are_answered_in_one_sentence(desk: Desk, words: list[str], said: str) -> None:
    two_editions(desk)
    result = desk.run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_lists_without_common_numbering_cannot_be_compared(desk: Desk) -> None:
    two_editions(desk)
    (desk.lists / "ca-ecl").mkdir()
    (desk.lists / "ca-ecl" / "list.toml").write_bytes((LISTS / "ca-ecl" / "list.toml").read_bytes())
    rows = desk.folder / "rows.csv"
    rows.write_text("code,parent,text\n5506,,Kettles\n5506.1,5506,Lids\n", encoding="utf-8")
    done = desk.run("ingest", "--list", "ca-ecl", rows, "--date", "2020-01-01")
    assert done.exit_code == 0, done.stderr
    for words in (["diff", "wa@2018-12-06", "ca-ecl"], ["reclass", "ca-ecl", "wa"]):
        result = desk.run(*words)
        assert (result.exit_code, "have no code in common" in result.stderr) == (2, True)
        assert "number differently and cannot be compared" in result.stderr


def cut_xml() -> bytes:
    return b'<?xml version="1.0"?><dokumente doknr="1"><norm><metadaten><jurabk>AL</jurabk></metadaten><textdaten>'


def cut_gzip() -> bytes:
    rows = [json.dumps({"code": f"3A{at:03}", "parent": None, "text": f"Kettles {at}"}) for at in range(1, 200)]
    return gzip.compress("\n".join(rows).encode())[:-40]


def cut_pdf() -> bytes:
    whole = made_pdf(*[[(50, 700, f"Kettles of kind {page}")] for page in range(3)])
    return whole[: len(whole) * 9 // 10]


@pytest.mark.parametrize("name", ["cut.docx", "cut.xml", "cut.jsonl.gz", "cut.pdf"])
def test_a_cut_off_file_is_refused_before_any_diff(desk: Desk, name: str) -> None:
    whole = desk.file()
    cut = {"cut.docx": lambda: whole.read_bytes()[:-200], "cut.xml": cut_xml, "cut.jsonl.gz": cut_gzip,
           "cut.pdf": cut_pdf}[name]()  # fmt: skip
    (desk.folder / name).write_bytes(cut)
    for pair in ((whole, desk.folder / name), (desk.folder / name, whole)):
        for command in ("diff", "reclass"):
            result = desk.run(command, "--list", "wa", *pair)
            assert (result.exit_code, result.stdout) == (2, ""), result.stderr
            assert name in result.stderr
            assert "cut off" in result.stderr
            assert len(result.stderr.strip().splitlines()) == 1


def test_timeline_tells_codes_and_changes(desk: Desk) -> None:
    two_editions(desk)
    report = desk.run("timeline", "wa", "3A001.c").stdout
    assert report.splitlines()[:4] == [
        "wa 3A001.c  Kettles",
        "lineage 3A001.b",
        "  2018-12-06 to 2018-12-06  3A001.b",
        "  since 2019-12-05          3A001.c",
    ]
    assert "  3A001.b → 3A001.c  renumbered, none" in report.splitlines()
    assert "The code 3A001.b was also that of: " in desk.run("timeline", "wa", "3A001.b").stdout
    first = desk.run("timeline", "wa", "3A001.a").stdout
    assert "    Kettles with a volume exceeding [-3-]{+5+} l;" in first.splitlines()
    shape = json.loads(desk.run("timeline", "wa@2018-12-06", "3A001(b)", "--json").stdout)
    assert (shape["code"], shape["lineage"], [each["id"] for each in shape["codes"]]) == (
        "3A001.b", "3A001.b", ["3A001.b", "3A001.c"],
    )  # fmt: skip
    assert [each["change"]["kind"] for each in shape["events"]] == ["renumbered"]


def test_impact_answers_for_each_code_in_its_forms(desk: Desk) -> None:
    two_editions(desk)
    codes = desk.folder / "codes.csv"
    codes.write_text("\ufeffpart;code;list\nK-1;3.A.1.a.;wa\nK-2;3A001.b;\nK-3;3A009;\n", encoding="utf-8")
    question = ["impact", codes, "--since", "2018-12-31", "--list", "wa"]
    shape = json.loads(desk.run(*question, "--json").stdout)
    assert [(each["code"], each["action"], each["codes_now"]) for each in shape["codes"]] == [
        ("3.A.1.a.", "revisit", ["3A001.a"]), ("3A001.b", "recode", ["3A001.c"]), ("3A009", "unknown", []),
    ]  # fmt: skip
    assert shape["summary"] == {"revisit": 1, "recode": 1, "text-only": 0, "nothing": 0, "unknown": 1}
    rows = list(csv.DictReader(io.StringIO(desk.run(*question, "--format", "csv").stdout)))
    assert [(row["code"], row["action"]) for row in rows] == [
        ("3.A.1.a.", "revisit"), ("3A001.b", "recode"), ("3A009", "unknown"),
    ]  # fmt: skip
    assert "wa 3A001.b → 3A001.c  recode, none" in desk.run(*question).stdout


def test_impact_names_the_line_whose_list_is_not_said(desk: Desk) -> None:
    two_editions(desk)
    codes = desk.folder / "codes.csv"
    codes.write_text("code,list\n3A001,wa\n3A001.a,\n", encoding="utf-8")
    result = desk.run("impact", codes, "--since", "2018-12-31")
    assert (result.exit_code, "codes.csv:3: of which list is 3A001.a?" in result.stderr) == (2, True)
    codes.write_bytes("code\nKännchen".encode("latin-1"))
    assert "give a CSV file in UTF-8" in desk.run("impact", codes, "--since", "2018-12-31", "--list", "wa").stderr
