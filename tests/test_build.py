"""Building a site: nothing is touched where nothing changed, all or nothing is replaced, and wrong input is named."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from site_lists import page, write_library

from controllist.cli import main
from controllist.errors import Refused, WrongUse
from controllist.library import Library
from controllist.publish.parts.options import Options
from controllist.publish.parts.policy import page_policy
from controllist.publish.parts.press import Press
from controllist.publish.parts.templating import default_templates
from controllist.publish.parts.writer import SiteWriter
from controllist.publish.site.builder import build_site
from controllist.publish.site.hosting import last_change, write_hosting
from controllist.publish.site.printing import Step
from controllist.publish.site.record import RECORD, load_record

BASE = "https://kitchen.example/controls/"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return write_library(tmp_path / "data")


@pytest.fixture
def site(library: Library, tmp_path: Path) -> Path:
    return build_site(library, tmp_path / "site", jobs=1).parent


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the templates that the build takes."""
    own = Path(shutil.copytree(default_templates(), tmp_path / "templates"))
    monkeypatch.setenv("CONTROLLIST_TEMPLATES", str(own))
    return own


def states(site: Path) -> dict[str, tuple[int, int]]:
    """What tells whether a file or folder was touched: the number of its node, and its time."""
    found = {path: path.stat() for path in (site, *site.rglob("*"))}
    return {str(path.relative_to(site)): (status.st_ino, status.st_mtime_ns) for path, status in found.items()}


def contents(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def steps_of(library: Library, site: Path, **options: bool | str) -> list[Step]:
    """The steps of building once more."""
    told: list[Step] = []
    build_site(library, site, jobs=1, tell=told.append, **options)  # type: ignore[arg-type]
    return told


def test_a_second_build_touches_nothing(library: Library, site: Path) -> None:
    before = states(site)
    assert steps_of(library, site) == []
    assert states(site) == before


def test_the_steps_of_a_build_are_told(library: Library, tmp_path: Path) -> None:
    told = steps_of(library, tmp_path / "site")
    assert [step.done for step in told] == list(range(1, len(told) + 1))
    assert {step.total for step in told} == {len(told)}
    assert "pots editions" in {step.what for step in told}


def test_what_does_not_change_keeps_its_file(library: Library, site: Path) -> None:
    before, said = states(site), contents(site)
    captions = library.lists / "captions.toml"
    captions.write_text(captions.read_text().replace("Pans", "Frying-pans"))
    assert steps_of(Library(library.lists, library.vault), site)
    after, now = states(site), contents(site)
    changed = {path for path in now if now[path] != said.get(path)}
    assert "pots/2A001/index.html" in changed
    assert "assets/site.css" not in changed
    assert {path for path in now if after[path] != before.get(path)} == changed


def remove(site: Path) -> None:
    (site / "about.html").unlink()


def alter(site: Path) -> None:
    path = site / "about.html"
    path.write_bytes(path.read_bytes().replace(b"About", b"Aboot"))


def shorten_a_download(site: Path) -> None:
    path = site / "data" / "pots" / "nodes.jsonl"
    path.write_bytes(path.read_bytes()[:-2])


def add(site: Path) -> None:
    (site / "pots" / "left-over.html").write_text("old")


def lose_the_record(site: Path) -> None:
    (site / RECORD).unlink()


def spoil_the_record(site: Path) -> None:
    (site / RECORD).write_text('{"inputs": 5}')


@pytest.mark.parametrize("damage", [remove, alter, shorten_a_download, add, lose_the_record, spoil_the_record])
def test_a_damaged_site_is_made_whole(library: Library, site: Path, damage: Callable[[Path], None]) -> None:
    whole = contents(site)
    damage(site)
    assert contents(site) != whole
    assert steps_of(library, site)
    assert contents(site) == whole


def test_a_copy_of_a_site_is_as_good_whatever_its_times(library: Library, site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "copy", copy_function=shutil.copy))
    os.utime(copy / RECORD, (0, 0))
    before = states(copy)
    assert steps_of(library, copy) == []
    assert states(copy) == before


def test_files_that_the_system_hides_are_no_damage(library: Library, site: Path) -> None:
    (site / ".DS_Store").write_text("window")
    assert steps_of(library, site) == []


def test_other_options_are_another_site(library: Library, site: Path) -> None:
    assert steps_of(library, site, base_url=BASE)
    assert steps_of(library, site, base_url=BASE) == []
    record = load_record(site)
    assert record
    assert record.options == Options(base_url=BASE)


def test_what_a_killed_build_left_goes(library: Library, site: Path) -> None:
    left, other = (site.with_name(f".site.new-{process}") for process in (2**22 + 1, os.getppid()))
    left.mkdir()
    other.mkdir()
    (site / "about.html").unlink()
    build_site(library, site, jobs=1)
    assert not left.exists()
    assert other.exists(), "another process is writing it"


def test_a_template_that_cannot_be_read_is_named(library: Library, templates: Path, tmp_path: Path) -> None:
    site = build_site(library, tmp_path / "site", jobs=1).parent
    before = states(site)
    about = templates / "about.html"
    about.write_text("{% extends 'base.html' %}\n{% block content %}\n{% if %}\n{% endblock %}")
    with pytest.raises(Refused, match=r"about\.html, line 3: Expected an expression.*stands as it was"):
        build_site(library, site, jobs=1)
    assert states(site) == before
    assert not list(tmp_path.glob(".site*"))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("fault", "said"),
    [("{{ no_such_name }}", r"list\.html, line 4: 'no_such_name' is undefined"),
     ("{{ 1 / 0 }}", r"list\.html, line 4: division by zero"),
     ("{% include 'no_such.html' %}", r"list\.html, line 4: 'no_such\.html' not found")],
)  # fmt: skip
def test_a_fault_of_a_template_is_named_with_its_line(
    library: Library, templates: Path, tmp_path: Path, fault: str, said: str, jobs: int
) -> None:
    path = templates / "list.html"
    lines = path.read_text().splitlines()
    path.write_text("\n".join(["{# #}", *lines[:2], "{% block content %}" + fault + "{% endblock %}"]))
    with pytest.raises(Refused, match=said):
        build_site(library, tmp_path / "site", jobs=jobs)
    assert not (tmp_path / "site").exists()


def test_a_vault_without_texts_is_named(library: Library, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"vault: this vault holds the text of no edition.*controllist ingest"):
        build_site(library, tmp_path / "site", jobs=1, with_texts=True)
    assert not (tmp_path / "site").exists()


def test_a_place_that_cannot_be_written_is_named(library: Library, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear")
    with pytest.raises(Refused, match=r"letter/site: cannot be written"):
        build_site(library, tmp_path / "letter" / "site", jobs=1)
    writer = SiteWriter(tmp_path, Options())
    with pytest.raises(Refused, match=r"letter/page\.html: cannot be written"):
        writer.data("letter/page.html", b"")


@pytest.mark.parametrize(
    "url",
    ["kitchen.example", "ftp://kitchen.example/", "https://", "https://kitchen.example/?a=1", "https://kitchen.example/#a",
     "javascript:alert(1)", "https://cook:pot@kitchen.example/", "https://kitchen.example:port/", 'https://a/"><script>',
     "//kitchen.example/", "https://küche.example/"],
)  # fmt: skip
def test_a_base_that_no_site_can_have_is_wrong_use(library: Library, tmp_path: Path, url: str) -> None:
    with pytest.raises(WrongUse, match=r"--base-url"):
        build_site(library, tmp_path / "site", jobs=1, base_url=url)


def test_a_site_for_this_machine_alone_has_no_address(library: Library, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="this machine alone"):
        build_site(library, tmp_path / "site", jobs=1, base_url=BASE, with_texts=True)


def test_a_base_gives_every_page_its_address(library: Library, tmp_path: Path) -> None:
    site = build_site(library, tmp_path / "site", jobs=1, base_url=BASE.rstrip("/")).parent
    for path, address in (("index.html", ""), ("about.html", "about.html"), ("pots/2001-01-01/1A.html",) * 2,
                          ("pots/2001-01-01/index.html", "pots/2001-01-01/")):  # fmt: skip
        if not (site / path).exists():
            continue
        assert page(site, path).xpath("//link[@rel='canonical']/@href") == [BASE + address]
        assert page(site, path).xpath("//meta[@property='og:url']/@content") == [BASE + address]
        assert not any(href.startswith("http") for href in page(site, path).xpath("//nav//a/@href"))
    assert (site / "robots.txt").read_text().endswith(f"Sitemap: {BASE}sitemap.xml\n")
    assert page(site, "404.html").xpath("//link[@rel='stylesheet']/@href") == ["/controls/assets/site.css"]
    assert page(site, "404.html").xpath("//link[@rel='canonical']") == []


def test_the_sitemap_names_every_page_once(library: Library, tmp_path: Path) -> None:
    site = build_site(library, tmp_path / "site", jobs=1, base_url=BASE).parent
    root = etree.parse(site / "sitemap.xml").getroot()
    found = [str(each.text) for each in root.iter("{*}loc")]
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    assert sorted(found) == sorted(BASE + path.removesuffix("index.html") for path in pages if path != "404.html")
    dates = dict(zip(found, (str(each.text) for each in root.iter("{*}lastmod")), strict=True))
    assert dates[f"{BASE}pots/2001-01-01/"] == "2001-01-01"
    assert dates[f"{BASE}pots/2A001/"] == "2003-01-01"
    assert dates[BASE] == "2003-03-03"


def test_a_long_sitemap_has_parts(library: Library, site: Path) -> None:
    press = Press(library, site, Options(base_url=BASE))
    write_hosting(press.site, press.shelves, most=10)
    named = [str(each.text) for each in etree.parse(site / "sitemap.xml").getroot().iter("{*}loc")]
    assert named[:2] == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]
    parts = [etree.parse(site / name.removeprefix(BASE)).getroot() for name in named]
    assert all(len(part) <= 10 for part in parts)
    assert sum(len(part) for part in parts) == len([*site.rglob("*.html")]) - 1


def test_without_a_base_nothing_claims_an_address(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    assert not (site / "robots.txt").exists()
    assert page(site, "index.html").xpath("//link[@rel='canonical']") == []
    assert page(site, "404.html").xpath("//link[@rel='stylesheet']/@href") == ["/assets/site.css"]


def test_a_change_is_dated_by_the_edition_it_speaks_of() -> None:
    newest = {"pots": "2003-01-01", "bare": "2004-04-04"}
    assert last_change("pots/changes/2001-01-01_2002-02-02.html", newest) == "2002-02-02"
    assert last_change("pots/1A001/index.html", newest) == "2003-01-01"
    assert last_change("about.html", newest) == "2004-04-04"


def test_every_page_has_its_policy_before_all_that_it_rules(site: Path) -> None:
    for path in site.rglob("*.html"):
        head = etree.fromstring(path.read_bytes(), etree.HTMLParser()).find("head")
        assert head is not None
        (policy,) = head.xpath("meta[@http-equiv='Content-Security-Policy']")
        compiles = path == site / "search" / "index.html"
        assert policy.get("content") == page_policy(compiles=compiles), path
        assert not policy.xpath("preceding-sibling::script|preceding-sibling::link"), path
    assert b"'unsafe-inline'" not in (site / "_headers").read_bytes()
    assert b"frame-ancestors 'none'" in (site / "_headers").read_bytes()


def test_the_path_is_the_answer_and_the_rest_goes_to_standard_error(library: Library, tmp_path: Path) -> None:
    words = ["--lists", str(library.lists), "--vault", str(library.vault.folder), "build", "--no-downloads",
             "--out", str(tmp_path / "site"), "--jobs", "1"]  # fmt: skip
    first, second = (CliRunner().invoke(main, words) for _ in range(2))
    assert first.exit_code == second.exit_code == 0
    assert first.stdout == second.stdout == f"{tmp_path / 'site' / 'index.html'}\n"
    assert "pages a second" in first.stderr
    assert "nothing changed" in second.stderr
    wrong = CliRunner().invoke(main, [*words, "--base-url", "kitchen"])
    assert (wrong.exit_code, wrong.stdout) == (2, "")
