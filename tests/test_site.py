"""The published site, built from a small invented list: pages, anchors, links, escaping, the same bytes each time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from site_lists import MARKUP, dead_links, line, page, row, words, write_library, write_list

from controllist.errors import WrongUse
from controllist.library import Library
from controllist.publish.parts.figures import number_html
from controllist.publish.parts.presence import Span, runs
from controllist.publish.parts.shelf import Shelf
from controllist.publish.site.builder import build_site
from controllist.sources.captions import Captions, load_captions
from controllist.sources.vault import Vault


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return write_library(tmp_path_factory.mktemp("dataset"))


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(library, tmp_path_factory.mktemp("out") / "site", jobs=2).parent


def test_every_kind_of_page_is_there(site: Path) -> None:
    wanted = [
        "index.html", "about.html", "404.html", "data/index.html", "data/pots/nodes.jsonl", "data/captions.toml",
        "assets/site.css", "assets/site.js", "pots/index.html", "pots/2001-01-01/index.html",
        "pots/2001-01-01/1.html", "pots/2001-01-01/2.html", "pots/2001-01-01/general.html",
        "pots/entries/index.html", "pots/1A001/index.html", "pots/2A001/index.html",
        "pots/changes/2001-01-01_2002-02-02.html",
    ]  # fmt: skip
    assert [path for path in wanted if not (site / path).is_file()] == []
    assert not (site / "pots/2002-02-02/2.html").exists()
    assert not (site / "bare/changes").exists()


def test_no_link_is_dead_and_ids_are_unique(site: Path) -> None:
    assert dead_links(site) == []


def test_every_page_has_its_landmarks_and_headings_in_order(site: Path) -> None:
    for path in site.rglob("*.html"):
        root = etree.fromstring(path.read_bytes(), etree.HTMLParser())
        assert root.get("lang") == "en"
        assert len(root.xpath("//main")) == len(root.xpath("//h1")) == len(root.xpath("/html/head/title")) == 1, path
        assert root.xpath("//a[@class='skip']/@href") == ["#main-content"]
        levels = [int(heading.tag[1]) for heading in root.xpath("//h1|//h2|//h3|//h4")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert root.xpath("//thead//th[not(@scope)]") == []


def test_an_item_has_its_address_and_a_line_of_facts(site: Path) -> None:
    found = row(site, "pots/2001-01-01/1.html", "1A001.a")
    assert found.xpath("./a/@href") == ["#1A001.a"]
    assert words(found.xpath("./a")[0]) == "1A001.a"
    assert words(found.xpath("./small")[0]) == "1A001(a)"
    assert line(found) == "volume ≥\xa013\u202f150\xa0ml see 2A001.a, 9A009".replace("\xa0", " ").replace("\u202f", " ")
    assert found.xpath("./p/a/@href") == ["../2A001/index.html#2A001.a"], "an entry of another list is no link"
    assert not found.xpath("./details/summary//a"), "no link inside a control"
    assert [child.get("id") for child in found.xpath("./details/ul/li")] == ["1A001.a.1", "1A001.a/note.1"]


def test_notes_reserved_numbers_and_wordy_items_say_what_they_are(site: Path) -> None:
    path = "pots/2001-01-01/1.html"
    assert row(site, path, "1A001.a/note.1").get("class") == "n"
    assert line(row(site, path, "1A001.a/note.1")) == "⊘ exclusion"
    assert row(site, path, "1A001.b").get("class") == "r"
    assert line(row(site, path, "1A001.b")) == "reserved since 1999"
    assert line(row(site, path, "1A001.d")) == "in words only: official text"


def test_an_entry_shows_its_caption_and_annotations(site: Path) -> None:
    found = words(row(site, "pots/2001-01-01/1.html", "1A001"))
    assert "Teapots <b>and</b> kettles" in found
    assert "Sensitive List" in found
    assert "Reason for control HOT".replace(" ", "") in found.replace(" ", "")
    assert "Licence notes (in the official text)" in found
    assert "by far" not in found


def test_markup_of_the_source_is_escaped_and_only_web_addresses_are_links(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text()
        assert MARKUP not in text
        assert "<b>and</b>" not in text
        assert 'href="javascript:' not in text
    tree = (site / "pots/2001-01-01/1.html").read_text()
    assert "“&lt;script&gt;alert(" in tree
    assert "‘lid’" in tree


def test_an_entry_is_shown_through_its_editions(site: Path) -> None:
    now = row(site, "pots/1A001/index.html", "1A001.c")
    assert "r" in (now.get("class") or "")
    assert words(now.xpath("./td[last()]")[0]) == "since 2001-01-01"
    assert words(row(site, "pots/1A001/index.html", "1A001.e").xpath("./td[last()]")[0]) == "since 2002-02-02"
    assert words(row(site, "pots/1A001/index.html", "1A001.d").xpath("./td[last()]")[0]) == "2001-01-01"
    assert "No longer in the list." in words(page(site, "pots/2A001/index.html"))


def test_an_edition_tells_how_it_was_read(site: Path) -> None:
    found = words(page(site, "pots/2001-01-01/index.html"))
    for expected in ("99.87", "p. 3", "b stands twice", "p. 4", "ab" * 32, "Edition 2001-01-01"):
        assert expected in found
    assert page(site, "pots/2001-01-01/index.html").xpath("//p[@id='official']/a/@href") == [
        "https://kitchen.example/list?a=1&b=2"
    ]


def test_items_without_headings_stand_under_those_their_codes_imply(site: Path) -> None:
    assert row(site, "bare/2003-03-03/1.html", "1A001.a") is not None
    assert row(site, "bare/2003-03-03/general.html", "7B001") is not None, "the scheme names no category 7"


def test_a_heavy_category_is_published_group_by_group(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controllist.publish.parts.shelf.MOST_ROWS", 5)
    out = build_site(library, tmp_path / "site", jobs=1).parent
    assert row(out, "pots/2001-01-01/1A.html", "1A001.a") is not None
    assert row(out, "pots/2001-01-01/1.html", "1A001").xpath("./a/@href") == ["1A.html#1A001"]


def test_two_builds_give_the_same_bytes(library: Library, site: Path, tmp_path: Path) -> None:
    again = build_site(library, tmp_path / "site", jobs=1).parent
    first = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    second = {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}
    assert first == second
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_is_replaced_whole_and_nothing_else_is(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build_site(library, out, jobs=1)
    (out / "left-over.html").write_text("old")
    build_site(library, out, jobs=1)
    assert not (out / "left-over.html").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(WrongUse, match="did not build"):
        build_site(library, tmp_path / "mine", jobs=1)
    with pytest.raises(WrongUse, match="is a file"):
        build_site(library, tmp_path / "mine" / "letter.txt", jobs=1)
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


def test_a_failed_build_leaves_the_last_site(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    front = build_site(library, tmp_path / "site", jobs=1)
    before = front.read_bytes()
    monkeypatch.setattr(Shelf, "cite", property(lambda self: 1 / 0))
    with pytest.raises(ZeroDivisionError):
        build_site(library, tmp_path / "site", jobs=1, base_url="https://kitchen.example/")
    assert front.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_without_editions_is_wrong_use(tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    write_list(lists, "none", {})
    with pytest.raises(WrongUse, match="no list here holds an edition"):
        build_site(Library(lists, Vault(tmp_path / "vault")), tmp_path / "site", jobs=1)


def test_captions_may_be_missing_but_not_malformed(tmp_path: Path) -> None:
    assert load_captions(tmp_path) == Captions()
    (tmp_path / "captions.toml").write_text("[caption]\n")
    with pytest.raises(WrongUse, match="caption"):
        load_captions(tmp_path)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0"), (5.0, "5"), (-2.5, "−2.5"), (2048.0, "2048"), (600000.0, "600\u202f000"), (1e13, "10<sup>13</sup>"),
     (5e-4, "5\xa0×\xa010<sup>−4</sup>"), (123456789.0, "123\u202f456\u202f789"), (0.024, "0.024")],
)  # fmt: skip
def test_numbers_are_set_to_be_read(value: float, shown: str) -> None:
    assert number_html(value) == shown


def test_runs_of_editions() -> None:
    assert list(runs(0b1101)) == [Span(0, 0), Span(2, 3)]
    assert list(runs(0)) == []
