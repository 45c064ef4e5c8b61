"""The pages of the method and of a jurisdiction, and what pages tell to machines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from site_kinds import BASE, mirrored_library, structured, written
from site_lists import page, texts_of, words

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = mirrored_library(tmp_path_factory.mktemp("dataset"))
    kinds = ("common", "data", "list", "editions", "entries", "mirror", "changes")
    return written(library, tmp_path_factory.mktemp("site"), *kinds, base_url=BASE)


def test_the_figures_of_quality_are_those_of_the_benchmarks() -> None:
    shown = (ROOT / "templates/method_measures.html").read_text()
    document = (ROOT / "docs/benchmarks.md").read_text().replace(",", "")
    figures = re.findall(r'<data value="([^"]*)">([^<]*)</data>', shown)
    assert len(figures) > 15
    for value, printed in figures:
        assert printed.replace(",", "") == value
        assert re.search(rf"(?<![\d./]){re.escape(value)}(?![\d/]|\.\d)", document), f"{value} is not in the document"
    words_alone = re.sub(r"<data .*?</data>|<[^>]*>|{#.*?#}", "", shown, flags=re.DOTALL)
    assert not re.search(r"\d", words_alone), "a figure outside of <data> is checked by nobody"


def test_the_method_has_a_row_for_each_edition_with_how_its_text_came(site: Path) -> None:
    root = page(site, "method/index.html")
    editions = sorted(str(path.parent.relative_to(site)) for path in site.glob("*/2*-*-*/index.html"))
    hrefs = root.xpath("//table[contains(@class,'sources')]//tbody/tr/th/a/@href")
    assert sorted(href.removeprefix("../").removesuffix("/index.html") for href in hrefs) == editions
    row = next(one for one in root.xpath("//table//tr") if "Edition 2001-01-01" in words(one))
    for expected in ("official", "table", "t 1", "kitchen.example", "ab" * 6, "99.87", "1 place", "6 characters"):
        assert expected in words(row), expected
    assert row.xpath(".//a[contains(@href,'#contradictions')]/@href") == [
        "../pots/2001-01-01/index.html#contradictions"
    ]


def test_the_method_tells_what_a_list_says_of_itself(site: Path) -> None:
    said = words(page(site, "method/index.html"))
    assert "Its gazette is <b>bold</b>." in said, "escaped"
    assert "Issued, and not at hand: the edition of 2001-09-09." in said
    assert "1 item of national controls" in said
    assert "no legal advice" in said


def test_every_page_leads_to_the_method(site: Path) -> None:
    for path in ("index.html", "pots/1A001/index.html", "lag/lids.html"):
        root = "../" * path.count("/")
        assert f"{root}method/index.html" in page(site, path).xpath("//header//nav//a/@href")


def test_a_jurisdiction_is_told_on_one_page(site: Path) -> None:
    root = page(site, "lag/lids.html")
    headings = [words(one) for one in root.xpath("//h2")]
    for expected in ("Texts and acts", "Not yet adopted", "Where it differs from POTS today", "Controls of its own"):
        assert any(one.startswith(expected) for one in headings), expected
    said = words(root)
    assert "Order <7> of 2002" in said
    assert "Lids</script> is stricter 1 row" in said
    assert "POTS is stricter 1 row" in said
    national, beyond = root.xpath("//section | //details[@class='box']/ul[@class='index']")[:2]
    assert texts_of(national) == ["1A901 1 item"]
    assert "1A001 Teapots <b>and</b> kettles 1 item" in texts_of(beyond)


def test_pending_changes_have_an_age_that_does_not_depend_on_the_day_of_the_build(site: Path) -> None:
    (place,) = page(site, "lag/lids.html").xpath("//*[@data-since]")
    assert place.get("data-since") == "2002-02-02"
    assert words(place) == "", "today is known in the browser alone"
    assert "302 days old" in words(place.getparent())
    assert page(site, "lag/lids.html").xpath("//script[contains(@src,'age.js')]/@defer") == ["defer"]


def test_pages_tell_machines_what_they_are_about(site: Path) -> None:
    (whole,) = structured(site / "index.html")
    assert whole["@type"] == "WebSite"
    assert whole["url"] == BASE
    law, way = structured(site / "pots/2002-02-02/index.html")
    assert law["@type"] == "Legislation"
    assert law["legislationIdentifier"] == "Edition 2002-02-02"
    assert law["legislationDateVersion"] == law["legislationDate"] == "2002-02-02"
    assert law["inLanguage"] == "en"
    assert law["url"] == f"{BASE}pots/2002-02-02/"
    assert law["publisher"] == {"@type": "Organization", "name": "Office of Kettles <&>"}
    assert law["encoding"]["url"] == "https://kitchen.example/list?a=1&b=2"  # type: ignore[index]
    steps = way["itemListElement"]
    assert isinstance(steps, list)
    assert [step.get("item") for step in steps] == [BASE, f"{BASE}pots/", None]
    listed, _ = structured(site / "pots/index.html")
    assert [part["legislationDateVersion"] for part in listed["hasPart"]] == [  # type: ignore[attr-defined]
        "2003-01-01", "2002-02-02", "2001-01-01"
    ]  # fmt: skip
    (data,) = structured(site / "data/index.html")
    assert data["@type"] == "Dataset"
    urls = [one["contentUrl"] for one in data["distribution"]]  # type: ignore[attr-defined]
    assert f"{BASE}data/pots/nodes.jsonl" in urls


def test_no_name_of_a_list_ends_a_block_of_data(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if "application/ld+json" in path.read_text()]
    assert len(pages) > 20
    for path in pages:
        assert structured(path), path
    (law, _) = structured(site / "lids/2002-12-01/index.html")
    assert str(law["name"]).startswith("Lids</script>, ")


def test_without_an_address_nothing_is_made_up(tmp_path: Path) -> None:
    folder = written(mirrored_library(tmp_path / "dataset"), tmp_path / "site", "list", "common")
    for path in folder.rglob("*.html"):
        for thing in structured(path):
            assert "url" not in thing, path
