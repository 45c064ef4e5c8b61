"""The commands about mirrors: lag, updates, gaps, divergence; their forms and their answers to wrong use."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from desk import LISTS, Desk, two_editions
from mirror_desk import cup_list, regime_and_mirror

from controllist.cli import main


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    regime_and_mirror(desk)
    return desk


def answer(desk: Desk, *words: object) -> dict[str, Any]:
    result = desk.run(*words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_lag_in_its_forms(desk: Desk) -> None:
    shape = answer(desk, "lag")
    assert shape.keys() == {"regime", "mirrors", "adoptions"}
    assert shape["mirrors"]["cup"].items() >= {
        "adopted": 3, "pending": 0, "ahead": 0, "not_applicable": 0, "unknown": 0, "median_days": 183,
    }.items()  # fmt: skip
    assert {(each["change"], each["mirror"], each["status"], each["edition"], each["days"], each["after"], each["by"])
            for each in shape["adoptions"]} == {
        (change, "cup", "adopted", "2020-06-05", 183, "2019-01-01", "2020-06-05")
        for change in ("3A001.a>3A001.a", ">3A001.b", "3A001.b>3A001.c")
    }  # fmt: skip
    assert all(isinstance(each["evidence"], list) and each["regime_edition"] == "2019-12-05"
               for each in shape["adoptions"])  # fmt: skip
    table = rows(desk.run("lag", "--format", "csv").stdout)
    assert [(row["code"], row["status"], row["days"]) for row in table] == [
        (each["code"], "adopted", "183") for each in shape["adoptions"]
    ]
    text = desk.run("lag", "--all").stdout
    assert text.splitlines()[2].startswith("cup                      3               0 ")
    assert "     183 (" in text
    assert "2019-12-05 3A001.a rescoped, relaxed: adopted by 2020-06-05 after 2019-01-01 183 days" in text
    assert "threshold > 3 l → > 5 l mirror: > 5 l" in " ".join(text.replace("volume ", "").split())


def test_lag_of_one_edition_and_since_a_day(desk: Desk) -> None:
    whole = answer(desk, "lag")["adoptions"]
    assert answer(desk, "lag", "--against", "wa@2019-12-31")["adoptions"] == whole
    assert answer(desk, "lag", "--since", "2018-12-06")["adoptions"] == whole
    assert answer(desk, "lag", "--against", "wa@2018-12-06")["adoptions"] == []
    assert answer(desk, "lag", "--since", "2018-12-06")["mirrors"]["cup"]["median_days"] == 183


def test_updates_in_its_forms(desk: Desk) -> None:
    shape = answer(desk, "updates", "cup")
    assert (shape["list"], [(each["in_force"], len(each["provisions"])) for each in shape["instruments"]]) == (
        "cup", [("2020-06-05", 3)],
    )  # fmt: skip
    told = {each["code"]: each for each in shape["instruments"][0]["provisions"]}
    assert {code: (each["what"], each.get("regime_edition"), each.get("days")) for code, each in told.items()} == {
        "3A001.a": ("changed", "2019-12-05", 183), "3A001.b": ("added", "2019-12-05", 183),
        "3A001.c": ("renumbered", None, None),
    }  # fmt: skip
    table = rows(desk.run("updates", "cup", "--format", "csv").stdout)
    assert [(row["code"], row["what"]) for row in table] == [(code, each["what"]) for code, each in told.items()]
    assert "3 provisions: 1 changed, 1 added, 1 renumbered" in desk.run("updates", "cup").stdout


def test_gaps_in_its_forms(desk: Desk) -> None:
    shape = answer(desk, "gaps", "cup@2019-01-01", "--against", "wa@2019-12-05")
    assert (shape["mirror"], shape["regime"]) == ("cup@2019-01-01", "wa@2019-12-05")
    found = {(row["code"], row["mirror_code"]): (row["status"], row["stricter"]) for row in shape["rows"]}
    assert found["3A001.a", "3A001.a"] == ("differs", "mirror")
    assert found["3A001.c", "3A001.b"] == ("aligned", "neither")
    assert found["3A001.b", ""][0] == "missing"
    limit = next(row for row in shape["rows"] if row["code"] == "3A001.a")["differences"][0]
    assert (limit["type"], limit["stricter"], limit["regime"], limit["mirror"]) == (
        "threshold", "mirror", "> 5 l", "> 3 l",
    )  # fmt: skip
    table = rows(desk.run("gaps", "cup@2019-01-01", "--format", "csv").stdout)
    assert {(row["code"], row["mirror_code"]): (row["status"], row["stricter"]) for row in table
            if not row["origin"]} == found  # fmt: skip
    assert "3A901" in [row["mirror_code"] for row in table if row["origin"] == "national"]
    text = desk.run("gaps", "cup@2019-01-01").stdout
    assert "3A001.a  differs, the mirror is stricter" in text
    assert "items of other origin, no gaps: 1 national" in text
    assert "aligned," not in text.split("national")[1]
    assert "aligned, neither" in desk.run("gaps", "cup@2019-01-01", "--aligned").stdout


def test_gaps_without_texts_are_unknown_rather_than_wrong(desk: Desk) -> None:
    with_texts = answer(desk, "gaps", "cup@2019-01-01")["rows"]
    (desk.folder / "vault").rename(desk.folder / "elsewhere")
    rows_ = answer(desk, "gaps", "cup@2019-01-01")["rows"]
    known = {(row["code"], row["mirror_code"]): row["stricter"] for row in with_texts}
    assert [(row["code"], row["mirror_code"]) for row in rows_] == [*known]
    assert {row["stricter"] for row in rows_ if row["status"] in ("missing", "extra")} == {"unclear"}
    for row in rows_:
        assert row["stricter"] in (known[row["code"], row["mirror_code"]], "unclear")
    limit = next(row for row in rows_ if row["code"] == "3A001.a")
    assert (limit["status"], limit["stricter"]) == ("differs", "mirror"), "one limit alone, on both sides"


def test_divergence_in_its_forms(desk: Desk) -> None:
    assert desk.run("divergence", "3A001").stdout == "3A001: no list differs from the regime\n"
    later = (desk.folder / "cup-2020-06-05.csv").read_text(encoding="utf-8").replace("5 l", "4 l")
    path = desk.folder / "cup-2021.csv"
    path.write_text(later, encoding="utf-8")
    assert desk.run("ingest", "--list", "cup", path, "--date", "2021-01-01").exit_code == 0
    assert desk.run("divergence", "3A001", "--format", "csv").stdout.startswith("code,list,list_code,status,stricter,")
    shape = answer(desk, "divergence", "3.A.1.")
    assert (shape["code"], [(item["code"], [*item["rows"]]) for item in shape["items"]], shape["shared"]) == (
        "3A001", [("3A001.a", ["cup"])], [],
    )  # fmt: skip
    assert "cup     3A001.a  differs, the mirror is stricter" in desk.run("divergence", "3A001").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lag", "--mirror", "wa"], "wa does not mirror wa; its mirrors are cup"),
        (["lag", "--mirror", "xx"], "'xx' is no list"),
        (["lag", "--against", "cup"], "no list here mirrors cup"),
        (["lag", "--against", "wa@1990-01-01"], "wa has no edition on or before 1990-01-01"),
        (["lag", "--since", "1990-01-01"], "wa has no edition before 2018-12-06"),
        (["lag", "--since", "2030-01-01"], "wa has no edition after 2019-12-05"),
        (["lag", "--since", "yesterday"], "'yesterday' is no day"),
        (["updates", "wa"], "wa mirrors no other list"),
        (["updates", "cup", "--instrument", "99/2020"], "cup knows no instrument '99/2020'; it knows "),
        (["gaps", "wa"], "wa mirrors no other list"),
        (["gaps", "cup", "--against", "wa@1990-01-01"], "wa has no edition on or before 1990-01-01"),
        (["gaps", "cup@1990-01-01"], "cup has no edition on or before 1990-01-01"),
        (["gaps", "cup", "--against", "cup"], "cup mirrors wa, not cup; give --against wa"),
        (["divergence", "3A009"], "no list has an item 3A009; near it: 3A001"),
        (["divergence", "3A001", "--against", "cup"], "no list here mirrors cup"),
    ],
)
def test_wrong_questions_are_answered_in_one_sentence(desk: Desk, words: list[str], said: str) -> None:
    result = desk.run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [["lag"], ["lag", "--mirror", "cup"], ["updates", "cup"], ["gaps", "cup"]])
def test_a_mirror_without_editions_is_told(tmp_path: Path, words: list[str]) -> None:
    desk = Desk(tmp_path)
    two_editions(desk)
    cup_list(desk)
    result = desk.run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cup has no edition" in result.stderr or "no list here mirrors wa" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [["lag"], ["updates", "us-ccl"], ["gaps", "eu"], ["gaps", "ca-ecl"], ["divergence", "4A003"]],
)
def test_the_commands_answer_from_the_real_lists(tmp_path: Path, words: list[str]) -> None:
    options = ["--lists", str(LISTS), "--vault", str(tmp_path)]
    for form in ([], ["--json"]):
        result = CliRunner().invoke(main, [*options, *words, *form])
        assert (result.exit_code, result.stderr) == (0, "")
        assert len(result.stdout.splitlines()) >= 1


def test_gaps_of_unrecorded_editions_are_computed_once_and_never_stale(desk: Desk) -> None:
    asked = ("gaps", "cup@2019-01-01", "--against", "wa@2019-12-05")
    first = answer(desk, *asked)
    (kept,) = (desk.folder / "vault" / "gaps").iterdir()
    data = kept.read_bytes()
    marked = data.replace(b'"code":"3A001.a"', b'"code":"3A001.zz"')
    assert marked != data
    kept.write_bytes(marked)
    assert answer(desk, *asked) != first, "what is kept is what is answered"
    links = desk.lists / "cup" / "correspondences.jsonl"
    links.write_bytes(b"".join(links.read_bytes().splitlines(keepends=True)[:-1]))
    assert "3A001.zz" not in json.dumps(answer(desk, *asked)), "other links: the rows are computed anew"
    kept.write_bytes(b"{")
    assert answer(desk, *asked)["rows"], "a damaged file is as if it were not there"
