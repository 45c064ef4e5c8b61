"""The pages of changes: figures, evidence, redlines where texts may be shown, one page or several, one file alone."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
from lxml import etree
from site_lists import (
    FIRST,
    LID,
    MARKUP,
    SECOND,
    change,
    dead_links,
    edition,
    item,
    page,
    row,
    texts_of,
    words,
    write_library,
    write_list,
)

from controllist.comparison import Comparison
from controllist.history.pairs import PairRecord
from controllist.library import Library
from controllist.publish.parts.pair_index import change_anchors, touches_of
from controllist.publish.reports.report_page import as_html
from controllist.publish.site.builder import build_site
from controllist.report.view import Wanted, Words, view_of
from controllist.sources.vault import Vault


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return write_library(tmp_path_factory.mktemp("dataset"))


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(library, tmp_path_factory.mktemp("out") / "site", jobs=2).parent


CHANGES = "pots/changes/2001-01-01_2002-02-02.html"


def test_a_pair_page_begins_with_its_figures(site: Path) -> None:
    root = page(site, CHANGES)
    assert texts_of(root.xpath("//ul[@class='stats']/li")) == [
        "1 added", "3 removed", "2 rescoped", "1 renumbered", "1 tightened", "3 relaxed", "2 no effect", "1 unclear",
    ]  # fmt: skip
    head = words(root.xpath("//div[@class='head']")[0])
    assert "2 entries are touched. 1 more item stands as before" in head
    assert "1 change is of what is stated beside the words." in head
    assert "The work was cut short." in head
    assert "1A001 (pass “siblings”, 500 comparisons left)." in head


def test_a_pair_page_tells_each_change_with_its_evidence(site: Path) -> None:
    found = row(site, CHANGES, "c-1A001.a")
    assert found.xpath("./h4/a/@href") == ["#c-1A001.a"]
    assert texts_of(found.xpath("./span")[:2]) == ["rescoped", "relaxed"]
    trees = found.xpath("./span[@class='at']/a/@href")
    assert trees == ["../2001-01-01/1.html#1A001.a", "../2002-02-02/1.html#1A001.a"]
    assert "volume" in words(found.xpath("./p[@class='l']")[0])
    (line_of_evidence,) = found.xpath("./ul[@class='ev']/li")
    assert words(line_of_evidence) == "threshold volume >= 5000 ml →became >= 13150 ml relaxed"
    assert words(found.xpath("./p[@class='by']")[0]) == (
        "matched by the same code, alike 0.99; next best 1A001.d at 0.25"
    ), "0.999 is not the same words"


def test_a_pair_page_tells_new_codes_flags_and_what_is_gone(site: Path) -> None:
    renumbered = row(site, CHANGES, "c-1A001.e")
    assert words(renumbered.xpath("./h4")[0]) == "1A001.d → 1A001.e"
    assert texts_of(renumbered.xpath("./em")) == ["undoes the change before"]
    assert not renumbered.xpath("./ul"), "the heading tells both codes"
    gone = [row(site, CHANGES, ident).xpath("./span[@class='at']/a/@href") for ident in ("c-2", "c-2A001")]
    assert gone == [["../2001-01-01/2.html"], ["../2001-01-01/2.html#2A001"]], "a category heads its own page"
    headings = texts_of(page(site, CHANGES).xpath("//main//h2|//main//h3"))
    assert headings == [
        "By kind", "By effect on control", "Take it with you", "Show",
        "Category 1: Pots 1 added, 1 removed, 1 rescoped, 1 renumbered", "1A001 Teapots <b>and</b> kettles",
        "Definitions and general notes 1 rescoped", "definition “lid”",
        "Category 2: Pans & lids 2 removed", "2", "2A001 Pans",
        "Governed by what changed elsewhere", "Stated beside the words",
    ], "in the new edition's order, what is gone last"  # fmt: skip


def test_a_pair_page_ends_with_what_is_governed_from_elsewhere_and_stated_beside(site: Path) -> None:
    root = page(site, CHANGES)
    (cause,) = root.xpath("//ul[@class='causes']/li")
    assert cause.xpath(".//a/@href") == ["#c-def/lid", "../2002-02-02/1.html#1A001.a.1"]
    assert "1 item, unclear" in words(cause)
    (field,) = texts_of(root.xpath("//ul[@class='fields']/li"))
    assert field == "1A001 reason for control changed HOT →became COLD"


def test_a_pair_without_a_record_says_so(site: Path) -> None:
    found = words(page(site, "pots/changes/2002-02-02_2003-01-01.html"))
    assert "no record of what changed" in found
    assert "not recorded" in words(page(site, "pots/2003-01-01/index.html"))


def test_pages_above_the_changes_count_them(site: Path) -> None:
    counts = "1 added 3 removed 2 rescoped 1 renumbered"
    for path in ("index.html", "pots/index.html", "pots/2002-02-02/index.html"):
        assert counts in texts_of(page(site, path).xpath("//span[@class='tally']")), path


def test_an_entry_leads_to_its_changes(site: Path) -> None:
    (touched,) = page(site, "pots/1A001/index.html").xpath("//table[@class='touched']/tbody/tr")
    assert texts_of(touched.xpath("./*")) == [
        "2002-02-02 against 2001-01-01",
        "Edition 2002-02-02",
        "1 added, 1 removed, 1 rescoped, 1 renumbered; 1 item governed by what changed elsewhere; "
        "1 change beside the words",
        "1 tightened 2 relaxed 1 no effect",
    ]
    (link,) = touched.xpath("./th/a/@href")
    assert link.endswith("changes/2001-01-01_2002-02-02.html#e-1A001")


def test_a_long_report_has_a_page_for_each_category(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controllist.publish.parts.pair_index.HEAVIEST", 1)
    out = build_site(library, tmp_path / "site", jobs=1).parent
    assert not page(out, CHANGES).xpath("//*[@class='c']")
    part = CHANGES.replace(".html", "/1.html")
    assert row(out, part, "c-1A001.a").xpath("./span[@class='at']/a/@href")[1] == "../../2002-02-02/1.html#1A001.a"
    assert row(out, part, "c-1A001.a").xpath("./p[@class='l']/a/@href") == ["../../2A001/index.html#2A001.a"]
    (cause,) = page(out, CHANGES).xpath("//ul[@class='causes']//ul[@class='ev']//a/@href")
    assert cause == "2001-01-01_2002-02-02/general.html#c-def/lid"
    assert dead_links(out) == []


@pytest.fixture
def worded(library: Library, tmp_path: Path) -> Library:
    """The lists with a vault that has the words of both editions."""
    vault = Vault(tmp_path / "vault")
    for date, nodes, volume in (("2001-01-01", FIRST, "5"), ("2002-02-02", SECOND, "7")):
        said = [msgspec.structs.replace(node, text=f"Teapots <b> of {volume} l or more") for node in nodes]
        vault.add_edition(edition("pots", date, said))
    return Library(library.lists, vault)


def test_texts_are_shown_only_where_the_list_or_the_builder_allows(worded: Library, tmp_path: Path) -> None:
    public = build_site(worded, tmp_path / "public", jobs=1).parent
    assert not any(b"<del>" in path.read_bytes() or b"Teapots &lt;b&gt; of" in path.read_bytes()
                   for path in public.rglob("*.html"))  # fmt: skip
    local = build_site(worded, tmp_path / "local", jobs=2, with_texts=True).parent
    found = row(local, CHANGES, "c-1A001.a").xpath("./p[@class='rl']")[0]
    assert words(found) == "Teapots <b> of removed: 5 added: 7 l or more"
    assert texts_of(found.xpath("./del|./ins")) == ["removed: 5", "added: 7"]
    assert row(local, CHANGES, "c-2A001").xpath("./p/del")
    assert not row(local, CHANGES, "c-1A001.e").xpath("./p/del"), "a new code is no new text"
    for path in local.rglob("*.html"):
        assert "Contains official texts; not for publication." in words(page(local, str(path))), path


def test_a_list_that_may_be_published_shows_its_texts(tmp_path: Path) -> None:
    lists, vault = tmp_path / "lists", Vault(tmp_path / "vault")
    old, new = (item("1A001", "", text=f"Kettles above {volume} l") for volume in (5, 7))
    pair = PairRecord("2001-01-01", "2002-02-02", (change("1A001", "1A001", "rescoped", "relaxed"),))
    write_list(lists, "free", {"2001-01-01": [old], "2002-02-02": [new]}, [pair], publish="text")
    for date, node in (("2001-01-01", old), ("2002-02-02", new)):
        vault.add_edition(edition("free", date, [node]))
    out = build_site(Library(lists, vault), tmp_path / "site", jobs=1).parent
    path = "free/changes/2001-01-01_2002-02-02.html"
    assert words(row(out, path, "c-1A001").xpath("./p[@class='rl']")[0]) == "Kettles above removed: 5 added: 7 l"
    assert "not for publication" not in words(page(out, path))


def test_a_report_is_one_file_that_asks_for_nothing(worded: Library) -> None:
    comparison = worded.comparison("pots@2001-01-01", "pots@2002-02-02")
    texts = [worded.texts(info) for info in (comparison.old, comparison.new)]
    given = Words(worded.scheme("pots"), worded.captions, *texts)
    text = as_html(view_of(comparison, given))
    root = etree.fromstring(text.encode(), etree.HTMLParser())
    assert MARKUP not in text
    assert not root.xpath("//script|//link|//img|//iframe|//*[@src]|//a[not(starts-with(@href, '#'))]")
    assert not re.search(r"url\(|@import", text)
    ids = set(root.xpath("//@id"))
    assert {unquote(link[1:]) for link in root.xpath("//a/@href")} <= ids
    assert words(root.xpath("//*[@id='c-1A001.a']/p/ins")[0]) == "added: 7"
    assert "Contains official texts; not for publication." in words(root)
    narrow = as_html(view_of(comparison, given, Wanted(kind="added")))
    assert "1 of 7 changes are shown" in narrow
    assert 'id="c-1A001.a"' not in narrow


def test_many_items_of_one_cause_are_folded(library: Library) -> None:
    infos = library.infos("pots")
    for count, folded in ((12, 0), (13, 1)):
        carried = tuple(
            change(f"1A001.{at}", f"1A001.{at}", "rescoped", "unclear", LID, flags=("carried",)) for at in range(count)
        )
        comparison = Comparison(infos[0], infos[1], (), carried)
        text = as_html(view_of(comparison, Words(library.scheme("pots"), library.captions)))
        assert text.count("<details>") == folded
        assert "No item, note or definition changed." in text


def test_a_code_that_is_handed_on_gives_two_anchors() -> None:
    gone, came = change("1A001.a", "", "removed", "relaxed"), change("1A001.b", "1A001.a", "renumbered", "none")
    assert list(change_anchors([gone, came]).values()) == ["c-1A001.a~gone", "c-1A001.a"]


def test_an_entry_that_lost_an_item_to_another_leads_to_where_it_went(library: Library) -> None:
    record = PairRecord("2001-01-01", "2002-02-02", (change("2A001.a", "1A001.a", "moved", "none"),))
    touches = dict(touches_of(record, 1, library.scheme("pots")))
    assert {entry: touch.anchor for entry, touch in touches.items()} == {"2A001": "c-1A001.a", "1A001": "e-1A001"}


def test_entries_of_no_category_and_definitions_are_parts_of_their_own(tmp_path: Path) -> None:
    nodes = [item("7B001", ""), item("", "", id="def/lid", kind="definition")]
    changes = (change("def/lid", "def/lid", "reworded", "none"), change("7B001", "7B001", "reworded", "none"))
    pair = PairRecord("2001-01-01", "2002-02-02", changes)
    write_list(tmp_path / "lists", "bare", {"2001-01-01": nodes, "2002-02-02": nodes}, [pair])
    out = build_site(Library(tmp_path / "lists", Vault(tmp_path / "vault")), tmp_path / "site", jobs=1).parent
    root = page(out, "bare/changes/2001-01-01_2002-02-02.html")
    assert root.xpath("//h2[starts-with(@id, 'in-')]/@id") == ["in-other", "in-general"]
