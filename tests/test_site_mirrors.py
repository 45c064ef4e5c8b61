"""The pages of mirrors: who adopted what and when, differences, instruments, and what other pages say of them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from site_lists import MARKUP, dead_links, heading, item, page, row, texts_of, words, write_library, write_list

from controllist.library import Library
from controllist.mirrors.build import MirrorRecords
from controllist.mirrors.records import (
    Adoption,
    Difference,
    GapRow,
    Median,
    Proof,
    Provision,
    Shared,
    Update,
)
from controllist.mirrors.store import save_mirror, save_shared
from controllist.mirrors.survival import medians_of, survival_steps
from controllist.publish.mirrors.charts import Curve, rows_of, survival_chart
from controllist.publish.mirrors.lag_pages import compared_words
from controllist.publish.site.builder import build_site

OLD, NEW = "2001-01-01", "2002-02-02"
MIRROR = """
[mirror]
regime = "pots"
carries = ['\\d[A-E]0\\d\\d']
[mirror.origins]
ag = ['\\d[A-E]3\\d\\d']
"""
OWN = (
    heading("1"), heading("1A", "1", "group"), item("1A001", "1A"), item("1A001.a", "1A001"), item("1A001.x", "1A001"),
    item("1A351", "1A"),
)  # fmt: skip


def fate(change: str, status: str, *evidence: Proof, kind: str = "rescoped", **more: object) -> Adoption:
    code = change.rpartition(">")[2] or change.partition(">")[0]
    fields = {"change": change, "code": code, "kind": kind, "effect": "relaxed", "regime_from": OLD,
              "regime_edition": NEW, "mirror": "lids", "status": status, "evidence": evidence} | more  # fmt: skip
    return Adoption(**fields)  # type: ignore[arg-type]  # the fields are named by the tests


ORDER = "Order <7> of 2002"
ADOPTIONS = (
    fate("1A001.a>1A001.a", "adopted", Proof("threshold", ">= 5000 ml", MARKUP, ">= 13 l"), mirror_code="1A001.a",
         instrument=ORDER, after="2002-03-01", by="2002-12-01", days=302, days_least=20),
    fate("def/lid>def/lid", "adopted", Proof("text", note="the same words"), instrument=ORDER, after="2002-03-01",
         by="2002-12-01", days=302, days_least=27),
    fate(">1A001.e.1", "pending", Proof("presence", note="the mirror has no such item"), kind="added",
         effect="tightened", after="2002-12-01"),
    fate("1A001.c>", "unknown", Proof("reason", note="its words are like neither"), kind="removed"),
    fate("2A001>", "not-applicable", Proof("reason", note="not carried"), kind="removed"),
    fate("1A001.d>1A001.e", "pending", kind="reworded", effect="none"),
)  # fmt: skip
GAPS = (
    GapRow("1A001", "1A001", "aligned", "neither", id="1A001", mirror_id="1A001"),
    GapRow("1A001.a", "1A001.a", "differs", "mirror", (
        Difference("threshold", "mirror", "volume", ">= 13150 ml", ">= 12000 ml", MARKUP),), id="1A001.a",
        mirror_id="1A001.a"),
    GapRow("1A001.e", "", "missing", "regime", id="1A001.e"),
    GapRow("", "1A001.x", "extra", "unclear", mirror_id="1A001.x"),
    GapRow("", "1A351", "extra", "unclear", origin="ag", mirror_id="1A351"),
)  # fmt: skip
UPDATES = (
    Update(ORDER, "2002-12-01", (
        Provision("1A001.a", "1A001.a", "changed", NEW, 302, (Proof("text", note="the same words"),)),
        Provision("1A351", "1A351", "changed", evidence=(Proof("reason", note="no state is told"),)),
        Provision("1A001.b", "1A001.b", "repealed"),
        Provision("1A001.d", "1A001.d", "changed", evidence=(Proof("mark", note="amended again"),)),
    ), base=NEW),
    Update("", "2002-03-01", (Provision("1A001.x", "1A001.x", "added", "2009-09-09"),)),
    Update("Order 1", "2001-05-05", ()),
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The invented regime with two mirrors, one with records of everything and one with hardly any."""
    found = write_library(tmp_path_factory.mktemp("dataset"))
    for name, language in (("lids", "en"), ("woks", "de")):
        write_list(found.lists, name, {"2002-03-01": OWN, "2002-12-01": OWN}, language=language)
        with (found.lists / name / "list.toml").open("a") as scheme:
            scheme.write(MIRROR)
    records = MirrorRecords((), ADOPTIONS, GAPS, UPDATES)
    save_mirror(found.lists / "lids", records, medians_of(ADOPTIONS, "2002-12-01", OLD))
    save_mirror(found.lists / "woks", MirrorRecords((), (), (), ()), medians_of((), "2002-12-01", OLD))
    both = (("lids", "2002-12-01", "1A001.x"), ("woks", "2002-12-01", "1A351"))
    save_shared(found.lists, [Shared(both, 0.9)])
    return found


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(library, tmp_path_factory.mktemp("out") / "site", jobs=2).parent


def test_the_page_of_all_mirrors_counts_what_became_of_the_changes(site: Path) -> None:
    (lids, woks) = page(site, "lag/index.html").xpath("//h2[@id='mirrors']/following::table[1]/tbody/tr")
    assert texts_of(lids.xpath("./td"))[:5] == ["2", "1", "0", "1", "1"], "reworded changes are not counted"
    assert "between 27 and 302: editions are missing" in words(lids)
    assert texts_of(woks.xpath("./td"))[:6] == ["0", "0", "0", "0", "0", "none dated 0 dated, 0 pending"]


def test_the_matrix_tells_shares_in_words(site: Path) -> None:
    front = "LIDS, 2002-02-02: most 2 of 4 1 pending, 1 unknown"
    whole = "LIDS, 2002-02-02: 2 of 4 adopted 1 pending, 1 unknown median 27 to 302 days"
    for path, root, kind, wanted in (("lag/index.html", "../", "cell", whole), ("index.html", "", "sq", front)):
        cells = page(site, path).xpath("//td[starts-with(@class,$kind)]", kind=kind)
        told = texts_of(cells)
        assert wanted in told, path
        assert any("nothing recorded" in each for each in told), path
        (link,) = [each for each in cells if "2 of 4" in words(each)]
        assert link.get("class") == f"{kind} sh5"
        assert link.xpath("./a/@href") == [f"{root}lag/lids/2002-02-02.html"]


def test_curves_have_a_title_a_description_and_a_table(site: Path) -> None:
    (chart,) = page(site, "lag/index.html").xpath("//*[@class='km']")
    named = [chart.xpath("string(./*[@id=$ident])", ident=ident) for ident in chart.get("aria-labelledby").split()]
    assert named[0] == "LIDS: share of POTS changes not yet adopted, by years"
    assert "rests on 2 adopted and 1 pending" in named[1]
    assert page(site, "lag/index.html").xpath("//section[@class='chart']//table")


def test_a_mirror_has_curves_by_edition_and_by_category(site: Path) -> None:
    root = page(site, "lag/lids/curves.html")
    assert texts_of(root.xpath("//h2")) == ["By edition of POTS", "By category"]
    drawn = root.xpath("//section[@class='chart']")
    assert [words(each.xpath("./h3")[0]) for each in drawn] == [
        "2002-02-02 2 adopted, 1 pending", "Category 1: Pots 1 adopted, 1 pending",
        "Definitions and general notes 1 adopted, 0 pending",
    ]  # fmt: skip
    assert all(each.xpath(".//*[@class='km']/*[local-name()='title']") and each.xpath(".//table") for each in drawn)
    assert drawn[0].xpath("./h3/a/@href") == ["../../lag/lids/2002-02-02.html"]
    assert page(site, "lag/index.html").xpath("//a[@href='../lag/lids/curves.html']")
    assert not (site / "lag/woks/curves.html").exists(), "nothing of its editions is counted"


def test_survival_steps_count_pending_changes_as_waiting() -> None:
    steps = survival_steps(ADOPTIONS[:3], "2002-12-01")
    assert [(step.days, round(step.share, 2)) for step in steps] == [(302, 0.33)]
    early = survival_steps(ADOPTIONS[:3], "2002-12-01", earliest=True)
    assert [(step.days, round(step.share, 2)) for step in early] == [(20, 0.67), (27, 0.33), (302, 0.33)]
    assert survival_steps(ADOPTIONS[2:], "2002-12-01") == []


def test_a_chart_falls_where_its_steps_do() -> None:
    steps = survival_steps([fate("a>a", "adopted", days=100), fate("b>b", "adopted", days=500)], "2004-01-01")
    curve = Curve("x", "t <", "d", steps, ())
    assert [(found.years, found.share) for found in rows_of(curve, 3)] == [(1, 0.5)], "no row beyond what is known"
    drawn = survival_chart(curve, 2)
    assert 'class="curve" d="M44.0 10.0H88.6V91.0H267.1V172.0H267.1"' in drawn
    assert "<title id=\"km-x-t\">t &lt;</title>" in drawn


def test_faster_is_said_only_where_intervals_lie_apart() -> None:
    slow, quick, wide = Median(9, 0, 400, 300, 500), Median(9, 0, 100, 90, 200), Median(9, 0, 350, 150, 600)
    assert compared_words({"relaxed": quick, "tightened": slow}).startswith("relaxations were faster")
    assert compared_words({"relaxed": slow, "tightened": quick}).startswith("tightenings were faster")
    assert compared_words({"relaxed": wide, "tightened": slow}).startswith("no difference")
    assert compared_words({"relaxed": Median(4, 0, 1, 1, 1), "tightened": slow}) == "too few dated changes to tell"
    open_end = Median(9, 0, 100, 90, None)
    assert compared_words({"relaxed": open_end, "tightened": slow}).startswith("no difference")
    missing = Median(9, 0, 400, 300, 500, 0)
    assert "editions are missing" in compared_words({"relaxed": quick, "tightened": missing})


def test_a_mirrors_page_tells_what_is_pending_and_its_age_at_the_newest_text(site: Path) -> None:
    root = page(site, "lag/lids.html")
    assert texts_of(root.xpath("//h2[@id='became']/following::ul[1]/li")) == [
        "2 adopted", "1 pending", "0 ahead", "1 not applicable", "1 unknown"]  # fmt: skip
    waiting = root.xpath("//h2[@id='pending']/following::h3")[0]
    assert words(waiting) == "POTS 2002-02-02 1 change, 302 days old"
    assert root.xpath("//ul[contains(@class,'wide-codes')]/li/a/@href") == ["../lag/lids/2002-02-02.html#c-1A001.e.1"]
    (act,) = root.xpath("//h2[@id='acts']/following::table[1]/tbody/tr")
    assert texts_of(act.xpath("./*")) == ["2002-12-01", ORDER, "2", NEW, "between 20 and 302 days"]


def test_each_change_leads_to_the_regimes_report_and_to_the_mirrors_item(site: Path) -> None:
    path = "lag/lids/2002-02-02.html"
    found = row(site, path, "c-1A001.a")
    report = "../../pots/changes/2001-01-01_2002-02-02.html#c-1A001.a"
    assert found.xpath(".//a/@href") == [report, "../../lids/2002-12-01/1.html#1A001.a"]
    (evidence,) = texts_of(found.xpath("./ul/li"))
    assert evidence == f"threshold POTS: >= 5000 ml →became {MARKUP}; LIDS: >= 13 l"
    titles = texts_of(page(site, path).xpath("//main//h3"))
    assert f"{ORDER}, 2002-12-01 between 20 and 302 days after the edition" in titles
    assert f"{ORDER}, 2002-12-01 between 27 and 302 days after the edition" in titles
    assert "its words are like neither" in titles
    assert words(row(site, path, "c-1A001.c")).endswith("relaxed"), "the reason stands in the heading"
    assert row(site, path, "c-1A001.e").getparent().get("class") == "codes", "what is reworded stands apart"


def test_gaps_tell_who_is_stricter_and_count_other_origins(site: Path) -> None:
    root = page(site, "gaps/lids.html")
    assert texts_of(root.xpath("//ul[@class='stats']/li"))[:4] == [
        "1 alike", "1 differ", "1 missing in LIDS", "1 only in LIDS"]  # fmt: skip
    assert "1 of Australia Group (AG)" in words(root)
    assert not root.xpath("//*[contains(@id,'1A351')]"), "items of other origin are no gaps"
    found = row(site, "gaps/lids.html", "g-1A001.a")
    assert "differs LIDS is stricter" in words(found)
    assert texts_of(found.xpath("./ul/li")) == [
        f"threshold volume: POTS >= 13150 ml, LIDS >= 12000 ml {MARKUP} (LIDS is stricter)"]  # fmt: skip
    assert texts_of(root.xpath("//h2[@class='minor']")) == ["LIDS is stricter 1 row", "POTS is stricter 1 row"]
    assert words(root.xpath("//section[h2/@id='shared']//li")[0]) == "LIDS 1A001.x · WOKS 1A351"


def test_an_instruments_page_begins_with_what_it_brought(site: Path) -> None:
    path = "updates/lids/order-7-of-2002.html"
    root = page(site, path)
    assert words(root.xpath("//p[@class='lead']")[0]) == (
        f"{ORDER} brought wording of the POTS list of 2002-02-02 into force on 2002-12-01: "
        "1 of the 4 provisions that it touched says so."
    )
    (origin,) = root.xpath("//h2[@id='origins']/following::table[1]/tbody/tr")
    assert texts_of(origin.xpath("./*")) == [NEW, "1", "1 changed", "302 days"]
    rest = [texts_of(each.xpath("./*"))[:2] for each in root.xpath("//h2[@id='rest']/following::table[1]/tbody/tr")]
    assert rest == [["not from POTS: Australia Group (AG)", "1"], ["repealed: no words are left that could tell", "1"],
                    ["amended again", "1"]]  # fmt: skip
    assert "from POTS 2002-02-02, 302 days the same words" in words(row(site, path, "p-1A001.a"))
    assert words(row(site, path, "p-1A351")).endswith("Australia Group (AG)")


def test_instruments_without_a_name_or_a_provision(site: Path) -> None:
    unnamed = words(page(site, "updates/lids/2002-03-01.html").xpath("//main")[0])
    assert "Edition of 2002-03-01 took force on 2002-03-01 and touched 1 provision." in unnamed
    assert "younger than the act" in unnamed
    last = page(site, "updates/lids/index.html").xpath("//tbody/tr")[2]
    told = ["Order 1", "2001-05-05", "0", "touched no provision of the list", "not told"]
    assert texts_of(last.xpath("./*")) == told
    assert not (site / "updates/woks").exists()


def test_an_entry_tells_its_adoption_and_other_lists(site: Path) -> None:
    root = page(site, "pots/1A001/index.html")
    (adoption,) = root.xpath("//h2[@id='adoption']/following::table[1]/tbody/tr")
    told = "LIDS, 2002-02-02 1 adopted, 1 pending, 1 unknown (by 2002-12-01)"
    assert texts_of(adoption.xpath("./*")) == [NEW, told]
    others = root.xpath("//h2[@id='others']/following::h3")
    assert texts_of(others) == ["LIDS and POTS 3 rows differ"]
    own = words(page(site, "lids/1A001/index.html"))
    assert "LIDS and POTS 2 rows differ" in own, "what is missing there has no place in the mirror's own entry"
    assert "Controlled alike by several lists" in own
    assert not page(site, "bare/1A001/index.html").xpath("//h2[@id='others' or @id='adoption']")


def test_the_dataset_offers_the_records_of_mirrors(site: Path) -> None:
    offered = page(site, "data/index.html").xpath("//th/a/@href")
    wanted = {f"lids/{name}" for name in ("adoptions.jsonl", "gaps.jsonl", "updates.jsonl", "medians.json")}
    assert wanted | {"shared.jsonl"} <= set(offered)
    assert "pots/adoptions.jsonl" not in offered


def test_no_link_is_dead_and_headings_are_in_order(site: Path) -> None:
    assert dead_links(site) == []
    for path in site.rglob("*.html"):
        root = etree.fromstring(path.read_bytes(), etree.HTMLParser())
        assert len(root.xpath("//h1")) == 1, path
        levels = [int(found.tag[1]) for found in root.xpath("//h1|//h2|//h3|//h4")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert MARKUP not in path.read_text(), path


def test_heavy_pages_are_split_by_category(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("parts.mirrored", "mirrors.gap_pages", "mirrors.update_pages"):
        monkeypatch.setattr(f"controllist.publish.{module}.HEAVIEST", 1)
    out = build_site(library, tmp_path / "site", jobs=1).parent
    assert row(out, "lag/lids/2002-02-02/1.html", "c-1A001.a") is not None
    assert row(out, "gaps/lids/1.html", "g-1A001.a") is not None
    assert row(out, "updates/lids/order-7-of-2002/1.html", "p-1A001.a") is not None
    assert not page(out, "lag/lids/2002-02-02.html").xpath("//*[@class='c']")
    assert dead_links(out) == []


def test_two_builds_have_the_same_bytes(library: Library, site: Path, tmp_path: Path) -> None:
    again = build_site(library, tmp_path / "site", jobs=1).parent
    pages = [path.relative_to(site) for path in site.rglob("*") if path.is_file()]
    assert len(pages) > 40
    assert [path for path in pages if (site / path).read_bytes() != (again / path).read_bytes()] == []


def test_a_site_without_mirrors_leads_to_none(tmp_path: Path) -> None:
    out = build_site(write_library(tmp_path / "data"), tmp_path / "site", jobs=1).parent
    assert not (out / "lag").exists()
    assert "Mirrors" not in texts_of(page(out, "index.html").xpath("//nav//a"))
