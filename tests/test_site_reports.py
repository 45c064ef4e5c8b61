"""Reports that people and machines take away: files of each pair, the years of all lists, the index of deltas."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import jsonschema
import msgspec
import openpyxl
import pytest
from click.testing import CliRunner
from lxml import etree
from site_lists import (
    FIRST,
    LIMIT,
    MARKUP,
    PAIR,
    change,
    dead_links,
    edition,
    heading,
    item,
    page,
    row,
    texts_of,
    words,
    write_library,
    write_list,
)
from test_site_mirrors import ADOPTIONS, MIRROR, OLD, OWN, UPDATES

from controllist.changes.records import CHANGE_KINDS
from controllist.cli import main
from controllist.history.pairs import PairRecord
from controllist.library import Library
from controllist.mirrors.build import MirrorRecords
from controllist.mirrors.records import Adoption
from controllist.mirrors.store import save_mirror
from controllist.mirrors.survival import medians_of
from controllist.model import Node
from controllist.publish.reports.deltas import DeltaIndex, schema_of
from controllist.publish.reports.summaries import lead_words
from controllist.publish.reports.year_adoptions import days_between
from controllist.publish.site.builder import build_site
from controllist.sources.vault import Vault

KETTLES = (heading("1"), heading("1A", "1", "group"), item("1A001", "1A"), item("1A001.a", "1A001"))
FOUR = (*KETTLES, item("1A001.b", "1A001"))
DATES = ("2004-01-01", "2004-05-05", "2004-09-09", "2004-12-12", "2005-01-01")
YEAR = [
    PairRecord(DATES[0], DATES[1], (change("1A001.a", "1A001.a", "rescoped", "relaxed", LIMIT),
                                    change("", "1A001.b", "added", "tightened"))),
    PairRecord(DATES[1], DATES[2], (change("1A001.a", "1A001.a", "rescoped", "relaxed", LIMIT),
                                    change("1A001.b", "", "removed", "relaxed"))),
    PairRecord(DATES[2], DATES[3]),
    PairRecord(DATES[3], DATES[4], (change("1A001.a", "", "removed", "relaxed"),)),
]  # fmt: skip
CHANGES = "pots/changes/2001-01-01_2002-02-02"
FILES = f"{CHANGES}/pots_2001-01-01_2002-02-02"


def stated(nodes: Sequence[Node], text: str) -> list[Node]:
    """The nodes, of which one item has other words than before."""
    return [msgspec.structs.replace(node, text=f"{node.id} {text}") if node.id == "1A001.a" else node for node in nodes]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The invented lists, a mirror of one of them, and a list of several editions a year."""
    found = write_library(tmp_path_factory.mktemp("dataset"))
    write_list(found.lists, "lids", {"2002-03-01": OWN, "2002-12-01": OWN})
    with (found.lists / "lids" / "list.toml").open("a") as scheme:
        scheme.write(MIRROR)
    save_mirror(found.lists / "lids", MirrorRecords((), ADOPTIONS, (), UPDATES), medians_of(ADOPTIONS, OLD, OLD))
    nodes = (KETTLES, FOUR, KETTLES, KETTLES, KETTLES[:-1])
    said = {date: stated(each, text) for date, each, text in zip(DATES, nodes, "abccc", strict=True)}
    write_list(found.lists, "years", said, YEAR)
    return found


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(library, tmp_path_factory.mktemp("out") / "site", jobs=1).parent


def said(library: Library, *command: str) -> str:
    """What a command prints, on a machine without official texts."""
    given = ["--lists", str(library.lists), "--vault", str(library.lists / "none")]
    result = CliRunner().invoke(main, [*given, *command])
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize("pair", [("pots", "2001-01-01", "2002-02-02"), ("years", *DATES[:2]), ("years", *DATES[2:4])])
def test_files_of_a_pair_say_what_the_commands_say(site: Path, library: Library, pair: tuple[str, str, str]) -> None:
    name, old, new = pair
    ends = f"{name}@{old}", f"{name}@{new}"
    stem = f"{name}/changes/{old}_{new}/{name}_{old}_{new}"
    for form, ending in (("csv", ".csv"), ("json", ".json"), ("markdown", ".md")):
        assert (site / f"{stem}{ending}").read_text() == said(library, "diff", *ends, "--format", form), ending
    for form in ("csv", "json", "xml"):
        known = said(library, "reclass", *ends, "--format", form)
        assert (site / f"{stem}_reclassification.{form}").read_text() == known, form


def test_a_workbook_has_every_change_as_text_and_no_clock(site: Path) -> None:
    path = site / f"{FILES}.xlsx"
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["summary", "changes", "changed elsewhere", "beside the words"]
    rows = list(book["changes"].iter_rows(values_only=True))
    assert len(rows) == 1 + len(PAIR.changes)
    by_code = {each[5]: each for each in rows}
    assert by_code["1A001.a"][6:8] == ("rescoped", "relaxed")
    assert MARKUP in by_code["def/lid"][9], "shown as it stands"
    assert [each[:2] for each in book["beside the words"].iter_rows(min_row=2, values_only=True)] == [
        ("pots", "2002-02-02")
    ]
    assert {info.date_time[0] for info in zipfile.ZipFile(path).infolist()} == {1980}


def test_files_hold_no_text_where_pages_show_them(library: Library, tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    said_here = [msgspec.structs.replace(node, text="Teapots rated above 12 degrees") for node in FIRST]
    vault.add_edition(edition("pots", "2001-01-01", said_here))
    out = build_site(Library(library.lists, vault), tmp_path / "site", jobs=1, with_texts=True).parent
    assert "Teapots rated above" in (out / f"{CHANGES}.html").read_text()
    files = [path for path in out.rglob("*") if path.suffix in (".csv", ".json", ".xml", ".md")]
    assert len(files) > 20
    assert not [path for path in files if b"Teapots rated above" in path.read_bytes()]
    for path in out.rglob("*.xlsx"):
        cells = (str(cell) for sheet in openpyxl.load_workbook(path) for line in sheet.values for cell in line)
        assert not any("Teapots rated above" in cell for cell in cells), path


def test_a_report_begins_with_a_sentence_its_categories_and_its_files(site: Path) -> None:
    (head,) = page(site, f"{CHANGES}.html").xpath("//div[@class='head']")
    assert words(head.xpath("./p[@class='lead']")[0]) == (
        "7 changes in 2 entries: 1 tightens control, 3 relax it, 2 leave it as it was, 1 is unclear from the texts."
    )
    assert texts_of(head.xpath(".//table[@class='by']/tbody/tr/*"))[:5] == [
        "Category 1: Pots", "1", "4", "1 added 1 removed 1 rescoped 1 renumbered", "1 tightened 2 relaxed 1 no effect",
    ]  # fmt: skip
    offered = head.xpath(".//section[@class='take']//a/@href")
    assert [link.rpartition("_")[2] for link in offered[4:]] == [
        "reclassification.csv", "reclassification.json", "reclassification.xml",
    ]  # fmt: skip
    assert all((site / "pots/changes" / link).resolve().is_file() for link in offered)


def test_one_sentence_counts_in_words() -> None:
    assert lead_words({"added": 1}, {"mixed": 1}, 0) == "1 change: 1 both tightens and relaxes control."
    assert lead_words({}, {}, 0) == ""


def test_what_a_page_can_be_narrowed_down_to_stands_in_it(site: Path) -> None:
    root = page(site, f"{CHANGES}.html")
    (box,) = root.xpath("//section[@class='filter']")
    assert box.get("hidden") is not None, "without scripts nothing offers what it cannot do"
    assert box.xpath(".//select/option/@value") == ["", "1", "general", "2"]
    assert box.xpath(".//input[@data-name='kind']/@value") == ["added", "removed", "rescoped", "renumbered"]
    assert box.xpath(".//span[@data-count]/text()")[:4] == ["1", "3", "2", "1"]
    assert {"1", "general", "2"} == set(root.xpath("//section[@data-category]/@data-category"))
    assert not root.xpath("//section[@class='views']"), "no words are shown, so there is no view of them"
    assert not root.xpath("//*[@style or @onclick]")


def test_a_report_in_parts_tells_each_entry_by_kind_and_effect(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controllist.publish.parts.pair_index.HEAVIEST", 1)
    out = build_site(library, tmp_path / "site", jobs=1).parent
    tallies = page(out, f"{CHANGES}.html").xpath("//li/@data-tally")
    assert "added tightened 1,removed relaxed 1,renumbered none 1,rescoped relaxed 1" in tallies
    assert sum(int(part.split()[2]) for tally in tallies for part in tally.split(",")) == len(PAIR.changes)
    assert dead_links(out) == []


def test_all_years_stand_in_one_table(site: Path) -> None:
    lines = page(site, "changes/index.html").xpath("//table[contains(@class,'years')]/tbody/tr")
    told = {words(line.xpath("./th")[0]): texts_of(line.xpath("./td")) for line in lines}
    assert list(told) == ["2005", "2004", "2003", "2002", "2001"]
    heads = texts_of(page(site, "changes/index.html").xpath("//table[contains(@class,'years')]/thead//th"))
    by_list = {year: dict(zip(heads[1:], cells, strict=True)) for year, cells in told.items()}
    assert by_list["2004"]["YEARS"] == "1 change 4 editions"
    assert by_list["2002"]["POTS"] == "7 changes 1 edition"
    assert by_list["2001"]["POTS"] == "not compared 1 edition", "the first edition has nothing before it"
    assert by_list["2003"]["POTS"] == "not compared 1 edition", "no record"
    assert by_list["2004"]["POTS"] == "no edition"
    assert by_list["2002"]["Taken over by mirrors"] == "2 changes"


def test_a_year_shows_what_is_left_of_its_changes(site: Path) -> None:
    root = page(site, "changes/2004/index.html")
    (found,) = root.xpath("//section[@data-list='years']//ul[@class='net']/li")
    assert words(found) == "1A001.a rescoped relaxed in 2004-05-05, 2004-09-09"
    assert found.xpath("./a/@href") == ["../../years/changes/2004-05-05_2004-09-09.html#c-1A001.a"]
    assert found.xpath("./span/a/@href")[0] == "../../years/changes/2004-01-01_2004-05-05.html#c-1A001.a"
    editions = texts_of(root.xpath("//ul[@class='pairs']/li"))
    assert [each[:10] for each in editions] == list(DATES[:4])
    assert "the first edition here" in editions[0]
    assert "1 change in 1 entry: 1 relaxes control." in words(root)
    assert page(site, "changes/2005/index.html").xpath("//ul[@class='net']/li")
    assert dead_links(site) == []


def test_a_year_of_one_pair_is_that_pair(site: Path) -> None:
    rows = page(site, "changes/2002/index.html").xpath("//section[@data-list='pots']//ul[@class='net']/li")
    pair = page(site, f"{CHANGES}.html").xpath("//*[@class='c']")
    assert {each.xpath("string(./a/@href)").rpartition("#")[2] for each in rows} == {each.get("id") for each in pair}


def test_a_year_too_heavy_for_a_page_is_split_by_list(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controllist.publish.reports.year_pages.HEAVIEST", 2000)
    out = build_site(library, tmp_path / "site", jobs=1).parent
    first = page(out, "changes/2002/index.html")
    assert not first.xpath("//ul[@class='net']")
    assert "../../changes/2002/pots.html" in first.xpath("//section[@data-list='pots']//a/@href")
    apart = page(out, "changes/2002/pots.html")
    assert not apart.xpath("//ul[@class='net']"), "too heavy even by itself: entries with their counts"
    (entry,) = apart.xpath("//p[@id='pots-1A001']")
    assert entry.get("data-tally").count(",") == 3
    assert "4 changes" in words(entry)
    assert dead_links(out) == []


def test_files_of_a_year_have_every_list(site: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((site / "changes/2004/changes_2004.csv").read_text())))
    assert [(each["from"], each["to"], each["kind"]) for each in rows] == [
        ("years@2004-01-01", "years@2004-12-12", "rescoped")
    ]
    shape = json.loads((site / "changes/2002/changes_2002.json").read_text())
    assert {each["to"] for each in shape["lists"]} == {"pots@2002-02-02"}
    document = (site / "changes/2002/changes_2002.md").read_text()
    assert document.startswith("# What changed in 2002\n\n## pots@2001-01-01")
    assert openpyxl.load_workbook(site / "changes/2002/changes_2002.xlsx")["changes"].max_row == 8
    assert not (site / "changes/2001/changes_2001.csv").exists(), "nothing is compared"


def test_a_year_tells_what_mirrors_took_over(site: Path) -> None:
    (line,) = page(site, "changes/2002/index.html").xpath("//section[@aria-labelledby='taken-over']//tbody/tr")
    assert texts_of(line.xpath("./*")) == ["LIDS", "POTS 2002-02-02", "Order <7> of 2002", "2", "–"]
    assert line.xpath("./td/a/@href")[0] == "../../lag/lids/2002-02-02.html"


def test_a_change_that_may_have_come_in_an_earlier_year_is_not_surely_of_this_one() -> None:
    plain = Adoption("a>a", "a", "rescoped", "none", "2000-01-01", "2000-06-30", "m", "adopted", by="2001-03-01")
    assert days_between(plain) is None, "it stood there by then: since when, nobody knows"
    assert days_between(msgspec.structs.replace(plain, after="2000-12-01")) == ("2000-12-01", "2001-03-01")
    dated = msgspec.structs.replace(plain, after="2000-12-01", days=244)
    assert days_between(dated) == ("2001-03-01", "2001-03-01")
    assert days_between(msgspec.structs.replace(dated, days_least=154)) == ("2000-12-01", "2001-03-01")
    assert days_between(msgspec.structs.replace(dated, status="pending")) is None


def test_deltas_lead_from_one_edition_to_the_next(site: Path) -> None:
    index = json.loads((site / "data/delta/index.json").read_text())
    assert {each["list"]: each["newest"] for each in index["lists"]}["years"] == "2005-01-01"
    chain = [each for each in index["deltas"] if each["list"] == "years"]
    assert [each["from"] for each in chain] == list(DATES[:-1])
    assert all(one["to"] == two["from"] for one, two in pairwise(chain))
    for delta in index["deltas"]:
        content = (site / "data/delta" / delta["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (delta["size"], delta["sha256"])
        record = json.loads(content)
        assert (record["from"], record["to"]) == (delta["from"], delta["to"])
        assert sum(delta["kinds"].values()) == sum(delta["effects"].values()) == delta["changes"]
        assert delta["changes"] == len(record.get("changes", []))
    assert {each["list"] for each in index["deltas"]} == {"pots", "years"}, "no record, no delta"


def test_deltas_and_records_keep_their_schemas(site: Path, lists: Path) -> None:
    folder = site / "data" / "delta"
    shapes = {name: json.loads((folder / f"{name}.schema.json").read_text()) for name in ("index", "changes")}
    for shape in shapes.values():
        jsonschema.Draft202012Validator.check_schema(shape)
    index = json.loads((folder / "index.json").read_text())
    jsonschema.Draft202012Validator(shapes["index"]).validate(index)
    validator = jsonschema.Draft202012Validator(shapes["changes"])
    records = [folder / delta["path"] for delta in index["deltas"]]
    records += [sorted((lists / name / "changes").glob("*.json"))[-1] for name in ("ca-ecl", "eu", "us-ccl", "wa")]
    for path in records:
        validator.validate(json.loads(path.read_text()))
    for wrong in ({"from": "2001-01-01"}, {"from": "a", "to": "b", "changes": [{"id": "a>b", "kind": "grown"}]}):
        assert not validator.is_valid(wrong)
    assert not jsonschema.Draft202012Validator(schema_of(DeltaIndex, "index", "")).is_valid(index | {"deltas": [{}]})


def test_redlines_can_be_read_clean(library: Library, tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    for date, nodes, text in ((DATES[0], KETTLES, "a"), (DATES[1], FOUR, "b")):
        vault.add_edition(edition("years", date, stated(nodes, text)))
    out = build_site(Library(library.lists, vault), tmp_path / "site", jobs=1, with_texts=True).parent
    path = f"years/changes/{DATES[0]}_{DATES[1]}.html"
    changed = row(out, path, "c-1A001.a").xpath("./p[@class='rl']/del|./p[@class='rl']/ins")
    assert texts_of(changed) == ["removed: a", "added: b"]
    (views,) = page(out, path).xpath("//section[@class='views']")
    assert views.get("hidden") is not None, "a script shows it"
    assert views.xpath(".//button/@data-words") == ["", "old", "new"]
    assert not page(out, f"years/changes/{DATES[2]}_{DATES[3]}.html").xpath("//section[@class='views']")


def test_markup_of_a_list_is_text_in_every_form(site: Path) -> None:
    assert MARKUP not in (site / f"{CHANGES}.html").read_text()
    assert etree.parse(site / f"{FILES}_reclassification.xml").getroot().get("to") == "pots@2002-02-02"
    assert set(CHANGE_KINDS) == set(json.loads((site / f"{FILES}.json").read_text())["summary"])
