"""Feeds: valid in both forms, the same in both, of what changed alone, and escaped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from site_kinds import ACT, BASE, mirrored_library, written
from site_lists import page, words

from controllist.publish.feeds.feed_forms import Feed, Item, atom, lasting_id
from controllist.publish.parts.options import Options
from controllist.publish.parts.writer import SiteWriter

ATOM = "{http://www.w3.org/2005/Atom}"
# What RFC 4287 asks of the elements that are used here, and of no others.
GRAMMAR = etree.RelaxNG(
    etree.fromstring("""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="feed"><attribute name="xml:lang"/><interleave>
 <ref name="id"/><ref name="title"/><ref name="updated"/>
 <element name="subtitle"><text/></element>
 <element name="author"><element name="name"><ref name="words"/></element></element>
 <element name="generator"><attribute name="version"/><text/></element>
 <oneOrMore><ref name="link"/></oneOrMore>
 <oneOrMore><element name="entry"><interleave>
  <ref name="id"/><ref name="title"/><ref name="updated"/>
  <oneOrMore><ref name="link"/></oneOrMore>
  <zeroOrMore><element name="category"><attribute name="term"/></element></zeroOrMore>
  <element name="content"><attribute name="type"><value>html</value></attribute><text/></element>
 </interleave></element></oneOrMore>
</interleave></element></start>
<define name="words"><data type="string"><param name="minLength">1</param></data></define>
<define name="id"><element name="id">
 <data type="anyURI"><param name="pattern">[a-z]+:.+</param></data></element></define>
<define name="title"><element name="title"><ref name="words"/></element></define>
<define name="updated"><element name="updated">
 <data type="dateTime"><param name="pattern">.*Z</param></data></element></define>
<define name="link"><element name="link"><attribute name="rel"/><optional><attribute name="type"/></optional>
 <attribute name="href"><data type="anyURI"/></attribute></element></define>
</grammar>""")
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = mirrored_library(tmp_path_factory.mktemp("dataset"))
    return written(library, tmp_path_factory.mktemp("site"), "common", "feeds", "list", "entries", "changes", "mirror")


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = mirrored_library(tmp_path_factory.mktemp("dataset"))
    return written(library, tmp_path_factory.mktemp("site"), "common", "feeds", base_url=BASE)


def feed(site: Path, name: str) -> etree._Element:
    return etree.fromstring((site / "feeds" / f"{name}.atom").read_bytes())


def json_of(site: Path, name: str) -> dict[str, Any]:
    found = json.loads((site / "feeds" / f"{name}.json").read_bytes())
    assert isinstance(found, dict)
    return found


def test_every_feed_is_valid_atom_with_ids_of_its_own(site: Path, hosted: Path) -> None:
    for folder in (site, hosted):
        paths = sorted(folder.glob("feeds/**/*.atom"))
        assert len(paths) > 6
        for path in paths:
            root = etree.fromstring(path.read_bytes())
            assert GRAMMAR.validate(root), (path, GRAMMAR.error_log)
            ids = root.xpath("//*[local-name()='id']/text()")
            assert len(ids) == len(set(ids)), path


def test_every_feed_is_a_json_feed(site: Path) -> None:
    paths = sorted(site.glob("feeds/**/*.json"))
    assert len(paths) == len(list(site.glob("feeds/**/*.atom")))
    for path in paths:
        found = json.loads(path.read_bytes())
        assert found["version"] == "https://jsonfeed.org/version/1.1"
        assert found["title"]
        assert found["items"]
        assert not {"home_page_url", "feed_url"}.intersection(found), "no address is known"
        for one in found["items"]:
            assert isinstance(one["id"], str)
            assert one["content_text"]
            assert "url" not in one
            assert one["date_published"].endswith("T00:00:00Z")
            target = site / one["_controllist"]["page"].partition("#")[0]
            assert target.exists() or "/20" in one["_controllist"]["page"], "a page of this site"


def test_both_forms_say_the_same(site: Path) -> None:
    for path in site.glob("feeds/**/*.atom"):
        name = str(path.relative_to(site / "feeds")).removesuffix(".atom")
        entries = feed(site, name).findall(f"{ATOM}entry")
        items = json_of(site, name)["items"]
        assert [entry.findtext(f"{ATOM}id") for entry in entries] == [one["id"] for one in items]
        assert [entry.findtext(f"{ATOM}title") for entry in entries] == [one["title"] for one in items]


def test_an_entrys_feed_tells_its_changes_and_who_adopted_them(site: Path) -> None:
    adopted, changed = json_of(site, "pots/1A001")["items"]
    assert changed["title"] == "1A001, 2002-02-02: 1 added, 1 removed, 1 rescoped, 1 renumbered"
    assert changed["date_published"] == "2002-02-02T00:00:00Z"
    assert "Effect on control: 1 tightened, 2 relaxed, 1 no effect." in changed["content_text"]
    assert "1A001.a rescoped, relaxed; 1A001.d → 1A001.e renumbered; 1A001.e.1 added" in changed["content_text"]
    assert changed["_controllist"]["page"] == "pots/changes/2001-01-01_2002-02-02.html#e-1A001"
    assert changed["external_url"] == "https://kitchen.example/list?a=1&b=2"
    assert adopted["title"] == "1A001: Lids</script> adopted 1 change of 2002-02-02"
    assert adopted["date_published"] == "2002-12-01T00:00:00Z"
    assert ACT in adopted["content_text"]


def test_the_feed_of_all_lists_is_newest_first_and_names_first_editions(site: Path) -> None:
    titles = [one["title"] for one in json_of(site, "all")["items"]]
    assert titles[:3] == ["BARE 2003-03-03: first edition here", "POTS 2003-01-01: changes not recorded",
                          "Lids</script> 2002-12-01: changes not recorded"]  # fmt: skip
    assert "POTS 2002-02-02: 1 added, 3 removed, 2 rescoped, 1 renumbered" in titles
    updated = feed(site, "all").findtext(f"{ATOM}updated")
    assert updated == "2003-03-03T00:00:00Z", "the newest edition’s day, and not the clock’s"


def test_only_what_changed_has_a_feed_and_its_page_leads_there(site: Path) -> None:
    names = {path.name for path in (site / "feeds/pots").glob("*.atom")}
    assert names == {"all.atom", "category-1.atom", "category-2.atom", "1A001.atom", "2A001.atom"}
    assert not list((site / "feeds/bare").glob("[0-9]*.atom"))
    alternates = "//link[@rel='alternate']/@href"
    assert page(site, "pots/1A001/index.html").xpath(alternates) == [
        "../../feeds/pots/1A001.atom", "../../feeds/pots/1A001.json"
    ]  # fmt: skip
    assert page(site, "bare/1A001/index.html").xpath(alternates) == []
    assert page(site, "index.html").xpath(alternates) == ["feeds/all.atom", "feeds/all.json"]


def test_the_pages_of_feeds_name_all_of_them(site: Path) -> None:
    named = set()
    for path in site.glob("feeds/**/index.html"):
        for link in page(site, str(path.relative_to(site))).xpath("//main//a[@type]/@href"):
            named.add((path.parent / link).resolve())
    assert named == {path.resolve() for path in site.glob("feeds/**/*.*") if path.suffix in (".atom", ".json")}
    assert "1A001 Teapots <b>and</b> kettles" in words(page(site, "feeds/pots/index.html"))


def test_a_site_with_an_address_has_whole_links_and_the_same_ids(site: Path, hosted: Path) -> None:
    whole, local = json_of(hosted, "pots/1A001"), json_of(site, "pots/1A001")
    assert whole["feed_url"] == f"{BASE}feeds/pots/1A001.json"
    assert whole["home_page_url"] == f"{BASE}pots/1A001/"
    assert whole["items"][1]["url"] == f"{BASE}pots/changes/2001-01-01_2002-02-02.html#e-1A001"
    assert [one["id"] for one in whole["items"]] == [one["id"] for one in local["items"]]
    links = feed(hosted, "all").xpath("//*[local-name()='link'][@rel!='via']/@href")
    assert all(link.startswith(BASE) for link in links)
    near = feed(site, "pots/1A001").xpath("./*[local-name()='link']/@href")
    assert near == ["../../feeds/pots/1A001.atom", "../../pots/1A001/index.html"]


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    hostile = "</content>\x00<script>alert(1)</script>&\ufffe"
    told = Feed("feeds/x", hostile, hostile, "index.html",
                [Item("x/<y> z", "index.html", "2001-01-01", hostile, (hostile,), (hostile,), "")])  # fmt: skip
    root = etree.fromstring(atom(SiteWriter(tmp_path, Options()), told).encode())
    assert GRAMMAR.validate(root), GRAMMAR.error_log
    shown = hostile.replace("\x00", "\ufffd").replace("\ufffe", "\ufffd")
    assert root.findtext(f"{ATOM}title") == shown
    content = root.findtext(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert "<script>" not in content, "escaped once for HTML, once more for XML"
    assert words(etree.fromstring(content)) == shown
    assert lasting_id("x/<y> z") == "tag:controllist,2026:x/%3Cy%3E%20z"


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = written(mirrored_library(tmp_path / "dataset"), tmp_path / "site", "common", "feeds")
    for path in sorted(site.glob("feeds/**/*.*")):
        assert path.read_bytes() == (again / path.relative_to(site)).read_bytes()
