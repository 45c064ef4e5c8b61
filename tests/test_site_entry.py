"""An entry's page: its history drawn and in figures, lists side by side, its neighbours, and how it is cited."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from site_kinds import mirrored_library, written
from site_lists import page, texts_of

from controllist.publish.lists.history_chart import Point, history_chart
from controllist.publish.parts.presence import Span

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = mirrored_library(tmp_path_factory.mktemp("dataset"))
    kinds = ("common", "list", "editions", "entries", "mirror", "changes", "feeds")
    return written(library, tmp_path_factory.mktemp("site"), *kinds)


def test_the_history_is_drawn_with_a_title_a_description_and_a_table(site: Path) -> None:
    root = page(site, "pots/1A001/index.html")
    (chart,) = root.xpath("//*[@class='hist']")
    named = [chart.xpath("string(./*[@id=$ident])", ident=ident) for ident in chart.get("aria-labelledby").split()]
    assert named[0] == "1A001: what changed, and when"
    assert "from 2001-01-01 to 2003-01-01, with a mark for each of the 3 editions" in named[1]
    assert "1 of them changed it" in named[1]
    (row,) = root.xpath("//table[@class='touched']/tbody/tr")
    assert texts_of(row.xpath("./*")) == [
        "2002-02-02 against 2001-01-01", "Edition 2002-02-02",
        "1 added, 1 removed, 1 rescoped, 1 renumbered; 1 item governed by what changed elsewhere; "
        "1 change beside the words",
        "1 tightened 2 relaxed 1 no effect",
    ]  # fmt: skip
    assert not page(site, "bare/1A001/index.html").xpath("//*[@class='hist']"), "nothing changed there"


def test_what_tightens_goes_up_and_what_relaxes_goes_down() -> None:
    days = ["2001-01-01", "2002-01-01", "2003-01-01"]
    points = [Point("2002-01-01", {"tightened": 3, "relaxed": 1}), Point("2003-01-01", {"unclear": 2})]
    drawn = str(history_chart("1A<1>", days, [Span(0, 1)], points))
    assert "1A&lt;1&gt;: what changed" in drawn
    assert "1A<1>" not in drawn
    bars = {name: drawn.partition(f'class="ef-{name}"')[2].partition("/>")[0] for name in ("tightened", "relaxed")}
    tops = {name: float(bar.partition(' y="')[2].partition('"')[0]) for name, bar in bars.items()}
    heights = {name: float(bar.partition('height="')[2].partition('"')[0]) for name, bar in bars.items()}
    assert tops["tightened"] + heights["tightened"] < tops["relaxed"]
    assert heights["tightened"] > heights["relaxed"], "more changes, a longer bar"
    assert drawn.count("<circle") == 1
    band = drawn.partition('class="band"')[2].partition("/>")[0]
    start, width = (float(band.partition(f' {name}="')[2].partition('"')[0]) for name in ("x", "width"))
    assert start == 14
    assert start + width == pytest.approx(706), "up to the edition that no longer has it"


def test_a_list_of_one_day_can_be_drawn() -> None:
    assert "<circle" in history_chart("1A001", ["2001-01-01"], [Span(0, 0)], [Point("2001-01-01", {})])


def test_lists_stand_side_by_side_with_their_facts(site: Path) -> None:
    table = page(site, "pots/1A001/index.html").xpath("//table[@class='beside']")[0]
    assert texts_of(table.xpath("./thead//th")) == ["POTS 2003-01-01", "Lids</script> 2002-12-01"]
    rows = {texts_of(row.xpath("./th"))[0]: texts_of(row.xpath("./td"))[0] for row in table.xpath("./tbody/tr")}
    (limit,) = [key for key in rows if key.startswith("1A001.a volume")]
    assert rows[limit] == "1A001.a differs in words only"
    assert rows["1A001.e in words only"] == "missing"
    assert rows["–"] == "1A001.x extra in words only"
    assert not any(key.startswith("1A001.b") for key in rows), "an empty number that no mirror has"
    href = table.xpath(".//td//a[.//code='1A001.x']/@href")
    assert href == ["../../lids/2002-12-01/1.html#1A001.x"]


def test_a_mirrors_entry_leads_to_the_regimes(site: Path) -> None:
    root = page(site, "lids/1A001/index.html")
    assert not root.xpath("//table[@class='beside']")
    assert "../../pots/1A001/index.html" in root.xpath("//h2[@id='others']/following::p[1]/a/@href")
    assert not page(site, "lids/1A901/index.html").xpath("//h2[@id='others']"), "the regime has no such entry"


def test_an_entry_leads_to_its_neighbours(site: Path) -> None:
    turn = "//nav[@aria-label='Other entries']/a"
    assert page(site, "pots/1A001/index.html").xpath(f"{turn}[@rel='next']/@href") == ["../2A001/index.html"]
    assert page(site, "pots/2A001/index.html").xpath(f"{turn}/@rel") == ["prev"]


def test_pages_tell_the_script_what_to_cite_and_have_no_button_of_their_own(site: Path) -> None:
    for path, edition in (("pots/1A001/index.html", "2003-01-01"), ("pots/2002-02-02/index.html", "2002-02-02"),
                          ("pots/2001-01-01/1.html", "2001-01-01"), ("pots/2001-01-01/general.html", "2001-01-01"),
                          ("pots/changes/2001-01-01_2002-02-02.html", "2002-02-02")):  # fmt: skip
        root = page(site, path)
        (told,) = root.xpath("//*[@id='cite']")
        assert told.get("data-list") == "pots"
        assert told.get("data-edition") == edition, path
        assert told.get("data-official") == "https://kitchen.example/list?a=1&b=2"
        assert root.xpath("//a[@rel='external']/@href"), "the way to the official text"
        assert not root.xpath("//button[contains(@class,'cite')]")
    (report,) = page(site, "pots/changes/2001-01-01_2002-02-02.html").xpath("//*[@id='cite']")
    assert report.get("data-old") == "2001-01-01"


def test_items_of_former_editions_are_cited_from_their_last(site: Path) -> None:
    root = page(site, "pots/1A001/index.html")
    (former,) = root.xpath("//tr[@id='1A001.d']")
    assert former.get("data-last") == "2001-01-01"
    editions = json.loads(root.xpath("string(//script[@id='cite-editions'])"))
    assert editions["2001-01-01"] == ["Edition 2001-01-01", "", "https://kitchen.example/list?a=1&b=2"]
    assert root.xpath("//tr[@id='1A001.a']/@data-last") == []


@pytest.mark.skipif(not shutil.which("node"), reason="no node here to read the scripts with")
@pytest.mark.parametrize("name", ["cite.js", "age.js"])
def test_scripts_can_be_read(name: str) -> None:
    subprocess.run(["node", "--check", str(ROOT / "templates/assets" / name)], check=True)
