"""The full-text index and the pages for finding: what is searched, the same bytes, what stands without scripts."""

from __future__ import annotations

import filecmp
import json
import re
from pathlib import Path

import pytest
from invented import DATES, Kitchen, editions
from site_lists import page, texts_of, words, write_library

from controllist.errors import Refused
from controllist.library import Library
from controllist.publish.finding import search_index
from controllist.publish.finding.code_pages import KINDS
from controllist.publish.finding.search_index import FACETS, write_search_index
from controllist.publish.parts.templating import default_templates
from controllist.publish.site.builder import build_site


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return write_library(tmp_path_factory.mktemp("dataset"))


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(library, tmp_path_factory.mktemp("out") / "site", jobs=1).parent


def pages_with(site: Path, words: bytes) -> list[str]:
    """The pages of a site that have these bytes."""
    return [str(path.relative_to(site)) for path in sorted(site.rglob("*.html")) if words in path.read_bytes()]


def test_what_helps_people_is_searched_and_no_page_of_an_editions_tree(site: Path) -> None:
    searched = pages_with(site, b" data-pagefind-body")
    report = "pots/changes/2001-01-01_2002-02-02.html"
    assert {"pots/1A001/index.html", report, "about.html", "pots/index.html"} <= set(searched)
    assert not any(re.match(r"pots/\d{4}-\d\d-\d\d/", path) for path in searched)
    assert len(json.loads((site / FACETS).read_bytes())) == len(searched)


def test_results_can_be_narrowed_by_list_and_kind(site: Path) -> None:
    facets = list(json.loads((site / FACETS).read_bytes()).values())
    assert ["POTS", "entry"] in facets
    assert ["POTS", "change report"] in facets
    assert ["BARE", "list"] in facets
    assert ["", "about"] in facets
    assert {kind for _, kind in facets} <= set(KINDS)


def test_every_kind_that_a_template_names_can_be_chosen() -> None:
    templates = "".join(path.read_text() for path in default_templates().glob("*.html"))
    assert set(re.findall(r'\{\{ searched\("([^"]+)"', templates)) == set(KINDS)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_same_pages_give_the_same_index(library: Library, site: Path, tmp_path: Path) -> None:
    again = build_site(library, tmp_path / "other", jobs=1).parent
    found = files(site / "pagefind")
    assert files(again / "pagefind") == found
    assert filecmp.cmpfiles(site / "pagefind", again / "pagefind", found, shallow=False) == (found, [], [])
    assert (site / FACETS).read_bytes() == (again / FACETS).read_bytes()


def test_only_what_the_search_page_loads_is_kept(site: Path) -> None:
    kept = {path.name for path in (site / "pagefind").iterdir() if path.is_file()}
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"} <= kept
    assert not any("ui" in name or "highlight" in name for name in kept)


def test_where_no_index_can_be_made_the_build_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refused, match="made no search index"):
        write_search_index(tmp_path / "empty")
    monkeypatch.setattr(search_index.pagefind_bin, "get_executable", lambda: tmp_path / "gone")
    with pytest.raises(Refused, match="cannot be started"):
        write_search_index(tmp_path)


def test_only_the_search_page_may_compile(site: Path) -> None:
    assert pages_with(site, b"wasm-unsafe-eval") == ["search/index.html"]


def test_the_box_of_every_page_leads_to_the_search_page(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 20
    for path in pages:
        (form,) = page(site, str(path.relative_to(site))).xpath("//form[@class='find']")
        assert (path.parent / form.get("action")).resolve() == site / "search" / "index.html"
        assert form.get("method") == "get"
        assert form.xpath("string(.//label[@for=//form[@class='find']//input[@name='q']/@id])").strip()


def test_without_scripts_the_search_page_leads_to_the_indexes_of_entries(site: Path) -> None:
    found = page(site, "search/index.html")
    assert "needs scripts" in words(found.xpath("//noscript")[0])
    assert found.xpath("//form[@id='search']/@hidden")
    links = found.xpath("//main//a/@href")
    assert {"../pots/entries/index.html", "../bare/entries/index.html"} <= set(links)


def test_without_scripts_my_codes_names_the_command_and_the_reports(site: Path) -> None:
    found = page(site, "codes/index.html")
    assert "controllist impact CODES.csv --since DATE" in words(found.xpath("//noscript")[0])
    assert "../pots/changes/2002-02-02_2003-01-01.html" in found.xpath("//main//a/@href")
    assert found.xpath("//form[@id='my-codes']/@hidden")


def test_every_control_of_the_forms_has_a_label(site: Path) -> None:
    for path in ("search/index.html", "codes/index.html"):
        found = page(site, path)
        for control in found.xpath("//main//input | //main//select | //main//textarea"):
            labels = found.xpath("//label[@for=$ident]", ident=control.get("id", ""))
            assert "".join(texts_of(control.xpath("ancestor::label") or labels))


def test_where_a_pair_was_never_compared_the_changes_since_are_not_offered(site: Path) -> None:
    assert files(site / "codes") == ["bare/index.json", "index.html", "lists.json", "pots/index.json"]
    index = json.loads((site / "codes" / "pots" / "index.json").read_bytes())
    assert (index["editions"], index["since"]) == (["2001-01-01", "2002-02-02", "2003-01-01"], [])
    assert "1A001.b" in index["items"].split("\n")


def test_each_edition_but_the_newest_has_the_changes_since(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions({"1A001": "Kettles"}, {"1A001": "Kettles", "1A002": "Pans"}, {"1A002": "Pans"}))
    site = build_site(kitchen.library, tmp_path / "site", jobs=1).parent
    assert files(site / "codes" / "tea") == [f"{DATES[0]}.json", f"{DATES[1]}.json", "index.json"]
    data = json.loads((site / "codes" / "tea" / f"{DATES[0]}.json").read_bytes())
    assert {(row[0], row[2]) for row in data["changes"]} == {("added", ""), ("removed", "1A001")}
