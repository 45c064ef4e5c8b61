"""My codes and the exact look-up: the browser says of codes what the program says of them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from invented import DATES, Kitchen, editions
from scripts import answer

from controllist.codes import Style, canonical, cite
from controllist.impact import Wanted, impacts
from controllist.library import Library
from controllist.publish.finding.code_data import index_data, since_data
from controllist.publish.parts.shelf import Shelf
from controllist.sources.catalogue import list_ids
from controllist.sources.vault import Vault

STYLES: tuple[Style, ...] = ("dotted", "wassenaar", "brackets", "compact")
CHECKOUT_LISTS = Path(__file__).resolve().parents[1] / "lists"
NAMES = list_ids(CHECKOUT_LISTS)


@pytest.fixture(scope="module")
def library(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The lists of the checkout, without texts."""
    return Library(lists, Vault(tmp_path_factory.mktemp("vault")))


def forms(code: str) -> list[str]:
    """A code in the ways people write it."""
    spaced, run_together = " ".join(code.split(".")), "".join(code.split("."))
    return [*(cite(code, style) for style in STYLES), spaced, run_together, f" {code} ", code.lower()]


def codes_of(library: Library, name: str) -> list[str]:
    found = (version.facts.code for version in library.history(name).versions if version.facts.kind == "item")
    return sorted(set(found))


@pytest.mark.parametrize("name", NAMES)
def test_scripts_read_every_form_of_every_code_as_python_does(library: Library, name: str) -> None:
    texts = [form for code in codes_of(library, name) for form in forms(code)]
    assert len(texts) > 1000
    assert answer("canonical", texts=texts) == [canonical(text) for text in texts]


def test_scripts_read_what_is_no_code_as_python_does(library: Library) -> None:
    chance = random.Random(5)
    texts = [form for name in NAMES for code in chance.choices(codes_of(library, name), k=300) for form in forms(code)]
    spoilt = [_spoilt(text, chance) for text in texts]
    said = [canonical(text) for text in spoilt]
    assert 0 < said.count("") < len(said)
    assert answer("canonical", texts=spoilt) == said


def _spoilt(text: str, chance: random.Random) -> str:
    """A text with a few characters put in, taken out or changed."""
    letters = list(text)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(letters) + 1)
        letters[at : at + chance.randint(0, 2)] = chance.sample("aAbEe015M L.()-/x\u00a0é", chance.randint(0, 2))
    return "".join(letters)


@pytest.mark.parametrize("style", STYLES)
def test_scripts_cite_codes_as_python_does(library: Library, style: Style) -> None:
    codes = codes_of(library, NAMES[0])
    assert answer("cite", codes=codes, style=style) == [cite(code, style) for code in codes]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((form, "3A001.a.5") for form in (
            "3A001.a.5", "3.A.1.a.5", "3A001(a)(5)", "3A001 a 5", "3a001.A.5", "ECCN 3A001.a.5", "3a001a5",
            "3A001 (a) (5)", "3A001-a-5", "3A001/a/5", "3.a.1.a.5.", "“3A001[a][5]”,",
        )),
        ("ML7e1", "ML7.e.1"), ("ml7.e.1.", "ML7.e.1"), ("ML 7 e 1", "ML7.e.1"), ("5506(2)(c)(ii)", "5506.2.c.ii"),
        ("0006.a", "0006.a"), ("AL 0006a", "0006.a"), ("4A906", "4A906"), ("3-01(2)(a)", "3-01.2.a"),
        ("３Ａ００１．ａ", "3A001.a"),
    ],
)  # fmt: skip
def test_a_code_is_known_in_any_form(written: str, meant: str) -> None:
    (found,) = answer("readings", texts=[written])
    assert meant in found


def test_words_are_no_codes() -> None:
    assert answer("readings", texts=["laser", "high-speed camera", "", "item", "12"]) == [[], [], [], [], []]


# What became of codes

def asked(library: Library, name: str, day: str, codes: list[str]) -> tuple[Any, Any]:
    """What the program and the scripts say of codes since a day."""
    shelf = Shelf(library, name)
    number = [info.edition <= day for info in shelf.infos].count(True) - 1
    since = since_data(library, shelf, number) if number < len(shelf.infos) - 1 else None
    changes = json.loads(since) if since else None
    told = answer("impact", data=json.loads(index_data(shelf)), day=day, since=changes, codes=codes)
    for each in told:
        for reason in each["reasons"]:
            del reason["steps"]
    wanted = [Wanted(code, name, 1) for code in codes]
    said = json.loads(msgspec.json.encode(impacts(library, wanted, day)))
    for each in said:
        for reason in each["reasons"]:
            reason.setdefault("carried", False)
            reason.setdefault("note", "")
    return said, told


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_of_codes_what_the_command_says(library: Library, name: str) -> None:
    chance = random.Random(name)
    codes = codes_of(library, name)
    dates = [info.edition for info in library.infos(name)]
    between = f"{dates[len(dates) // 2][:8]}28"
    days = {dates[0], dates[-1], between, "2026-11-01", *chance.sample(dates, min(3, len(dates)))}
    actions = set()
    for day in sorted(day for day in days if day >= dates[0]):
        drawn = chance.sample(codes, 50)
        strange = [f"{drawn[0]}.zz", "9Z999.z", "no code", drawn[1].lower(), cite(drawn[2], "brackets")]
        said, told = asked(library, name, day, [*drawn, *strange])
        assert told == said
        actions |= {each["action"] for each in said}
    assert {"nothing", "unknown"} <= actions
    assert len(dates) < 4 or "revisit" in actions


OLD = {
    "1A001": "Kettles, as follows:", "1A001.a": "Rated above 3 l", "1A001.b": "Having a gilded spout",
    "1A002": "Pans of copper, having a lid", "1A003": "Spoons of silver", "1A004": "Jugs of any size",
}  # fmt: skip
NEW = {
    "1A001": "Kettles, as follows:", "1A001.a": "Rated above 5 l", "1A001.b": "Fitted with a bell",
    "1A001.c": "Having a gilded spout", "1A002": "Pans of copper having lids", "1A003": "Spoons of silver",
    "1A006": "Sugar tongs driven by clockwork",
}  # fmt: skip
LAST = {**NEW, "1A001.a": "Rated above 6 l"}


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    found = Kitchen(tmp_path)
    found.record(editions(OLD, NEW, LAST))
    return found


def test_each_verdict_appears(kitchen: Kitchen) -> None:
    codes = ["1A001", "1A001.a", "1A001.b", "1A002", "1A003", "1A004", "1A006", "1A009"]
    said, told = asked(kitchen.library, "tea", DATES[0], codes)
    assert told == said
    assert {each["action"] for each in told} == {"revisit", "recode", "text-only", "nothing", "unknown"}


def test_reasons_lead_to_the_reports_that_tell_of_them(kitchen: Kitchen) -> None:
    shelf = Shelf(kitchen.library, "tea")
    since = since_data(kitchen.library, shelf, 0)
    assert since is not None
    found = answer("steps", data=json.loads(index_data(shelf)), since=json.loads(since), number=0)
    addresses = {address for steps in found for address in steps}
    assert {
        "tea/changes/2001-01-01_2002-01-01.html#c-1A001.a", "tea/changes/2002-01-01_2003-01-01.html#c-1A001.a",
        "tea/changes/2001-01-01_2002-01-01.html#c-1A001.c", "tea/changes/2001-01-01_2002-01-01.html#c-1A004",
    } <= addresses  # fmt: skip


def looked_up(kitchen: Kitchen, *texts: str) -> Any:
    return answer("hits", indexes=[json.loads(index_data(Shelf(kitchen.library, "tea")))], texts=list(texts))


def test_a_code_leads_to_its_item(kitchen: Kitchen) -> None:
    (found,), none = looked_up(kitchen, "1a001(A)", "spoons")
    assert none == []
    assert (found["item"], found["gone"], found["near"]) == ("1A001.a", False, False)
    assert found["entry"] == "tea/1A001/index.html#1A001.a"
    assert found["tree"] == "tea/2003-01-01/1.html#1A001.a"


def test_a_code_that_was_handed_on_says_so(kitchen: Kitchen) -> None:
    (found,), = looked_up(kitchen, "1A001.b")
    assert found["fate"][1] == "up to the edition of 2001-01-01 this was the code of what is now 1A001.c"


def test_an_item_that_is_gone_leads_to_its_last_edition(kitchen: Kitchen) -> None:
    (found,), = looked_up(kitchen, "1.A.4.")
    assert found["gone"]
    assert found["tree"] == "tea/2001-01-01/1.html#1A004"
    assert found["fate"] == ["last in force in the edition of 2001-01-01"]


def test_where_an_item_is_not_the_nearest_above_it_is_shown(kitchen: Kitchen) -> None:
    (found,), = looked_up(kitchen, "1A002.x.9")
    assert (found["item"], found["near"]) == ("1A002", True)


# Lists of codes

def table(kitchen: Kitchen, text: str) -> Any:
    return answer("table", text=text, data=json.loads(index_data(Shelf(kitchen.library, "tea"))))


def test_a_table_with_a_head_keeps_its_other_columns(kitchen: Kitchen) -> None:
    text = '\ufeffProduct;ECCN;List\r\n"Kettle; big ""K""";1A001(a);tea\r\n\r\nPan;1A002;\r\nCup;;tea\r\n'
    found = table(kitchen, text)
    assert [(row["written"], row["list"], row["product"], row["line"]) for row in found["wanted"]] == [
        ("1A001(a)", "tea", 'Kettle; big "K"', 2), ("1A002", "", "Pan", 4),
    ]  # fmt: skip
    assert [row["line"] for row in found["unread"]] == [5]


def test_codes_are_found_in_any_text(kitchen: Kitchen) -> None:
    lines = ("1A001.a", "Our kettle 3000 is under 1A001 and 1A002", "nothing here", "1A001 (a), Pan 2000", "1A777")
    found = table(kitchen, "\n".join(lines))
    assert [(row["written"], row["line"]) for row in found["wanted"]] == [
        ("1A001.a", 1), ("1A001", 2), ("1A002", 2), ("1A001 (a)", 4), ("1A777", 5),
    ]  # fmt: skip
    assert [row["line"] for row in found["unread"]] == [3]


def test_answers_are_written_as_csv_that_runs_no_formula() -> None:
    assert answer("csv", rows=[["1A001", 'a "b", c', "=1+1"], ["x", "", "two\nlines"]]) == (
        '1A001,"a ""b"", c",\'=1+1\nx,,"two\nlines"\n'
    )
