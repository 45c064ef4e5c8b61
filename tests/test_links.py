"""The check of a built site finds what is broken in it, with its place, and nothing else."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from site_lists import write_library

from controllist.cli import main
from controllist.publish.site.builder import build_site
from controllist.publish.site.links import PAGE_LIMIT, check_site

BASE = "https://kitchen.example/controls/"
PAGE = "pots/2001-01-01/index.html"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = write_library(tmp_path_factory.mktemp("dataset"))
    return build_site(library, tmp_path_factory.mktemp("out") / "site", jobs=1, base_url=BASE).parent


@pytest.fixture
def site(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "site"))


def put(site: Path, path: str, html: str) -> None:
    """Add something to the end of a page's content."""
    page = site / path
    page.write_text(page.read_text().replace("</main>", f"{html}</main>"))


def faults(site: Path) -> list[tuple[str, str]]:
    return [(fault.page, fault.what) for fault in check_site(site, jobs=1).faults]


def test_a_whole_site_has_no_fault(site: Path) -> None:
    checked = check_site(site, jobs=1)
    assert checked.faults == ()
    assert checked.pages == len([*site.rglob("*.html")])
    assert check_site(site, jobs=2) == checked


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="nowhere.html">a</a>', "leads to nowhere.html, which is not there"),
        ('<a href="../1A001/">a</a>', "leads to ../1A001/, which is not there"),
        ('<a href="../../../../../etc/passwd">a</a>', "leads to ../../../../../etc/passwd, which is not there"),
        ('<a href="#nowhere">a</a>', "leads to #nowhere, which is no place on it"),
        ('<a href="1.html#1A009">a</a>', "leads to #1A009 of pots/2001-01-01/1.html, which has no such place"),
        ('<a href="1.html?of=1#n%C3%B6">a</a>', "leads to #nö of pots/2001-01-01/1.html, which has no such place"),
        ('<a href="/a.html">a</a>', "/a.html leads to the root of the host, where the site may not stand"),
        (f'<a href="{BASE}nowhere/">a</a>', f"leads to {BASE}nowhere/, which is not there"),
        ('<img src="cup.png" alt="">', "leads to cup.png, which is not there"),
        ('<img srcset="../../assets/icon.svg 1x, cup.png 2x" alt="">', "leads to cup.png, which is not there"),
        ('<form action="../find"></form>', "leads to ../find, which is not there"),
        ('<script src="https://cups.example/a.js"></script>', "loads https://cups.example/a.js, from elsewhere"),
        ('<link rel="stylesheet" href="//cups.example/a.css">', "loads //cups.example/a.css, from elsewhere"),
        ('<p style="color:red">a</p>', "style stands in the page, which its policy forbids: color:red"),
        ('<style>p { color: red }</style>', "style stands in the page, which its policy forbids: p { color: red }"),
        ('<p onclick="go()">a</p>', "an event handler stands in the page, which its policy forbids: go()"),
        ("<script>go()</script>", "a script stands in the page, which its policy forbids: go()"),
        ('<i id="main-content"></i>', "id main-content stands 2 times"),
    ],
)  # fmt: skip
def test_what_is_broken_is_found_with_its_place(site: Path, html: str, said: str) -> None:
    put(site, PAGE, html)
    assert faults(site) == [(PAGE, said)]


@pytest.mark.parametrize(
    "html",
    ['<a href="https://cups.example/#a">a</a>', '<a href="mailto:cook@kitchen.example">a</a>', '<a href="#">a</a>',
     '<a href="1.html?x=1#1A001.a">a</a>', f'<a href="{BASE}pots/1A001/">a</a>', '<a href="">a</a>',
     '<img src="data:image/png;base64,AA==" alt="">', "<p>style= onclick= &lt;script&gt;</p>",
     '<script type="application/ld+json">{"a": 1}</script>', '<a href="../../%61bout.html">a</a>'],
)  # fmt: skip
def test_what_is_sound_is_no_fault(site: Path, html: str) -> None:
    put(site, PAGE, html)
    assert faults(site) == []


def remove_a_page(site: Path) -> None:
    (site / "pots" / "2A001" / "index.html").unlink()


def remove_the_styles(site: Path) -> None:
    (site / "assets" / "site.css").unlink()


@pytest.mark.parametrize("damage", [remove_a_page, remove_the_styles])
def test_all_pages_that_lead_to_what_is_gone_are_named(site: Path, damage: Callable[[Path], None]) -> None:
    damage(site)
    found = faults(site)
    pages = {page for page, _ in found}
    assert {"sitemap.xml", "pots/entries/index.html"} <= pages if damage is remove_a_page else len(pages) > 20
    assert "404.html" in pages or damage is remove_a_page


def test_a_page_may_not_weigh_too_much(site: Path) -> None:
    noise = random.Random(5).randbytes(PAGE_LIMIT).hex()
    put(site, "about.html", f"<p>{noise}</p>")
    put(site, "pots/2001-01-01/1.html", f"<p>{noise}</p>")
    checked = check_site(site, jobs=1)
    (fault,) = checked.faults
    assert (fault.page, fault.what[:11]) == ("about.html", "too heavy: ")
    assert checked.heaviest
    assert checked.heaviest.page == "about.html"
    assert checked.heaviest.size > PAGE_LIMIT
    assert checked.heaviest_tree
    assert checked.heaviest_tree.page == "pots/2001-01-01/1.html", "a tree may weigh more"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["check-site", "--jobs", "1", *(str(word) for word in words)])


def test_the_command_answers_no_where_something_is_broken(site: Path, tmp_path: Path) -> None:
    sound = run("--site", site)
    assert sound.exit_code == 0
    assert ", 0 faults\n" in sound.stdout
    put(site, PAGE, '<a href="#nowhere">a</a>')
    broken = run("--site", site)
    assert broken.exit_code == 1
    assert broken.stdout.startswith(f"{PAGE}: leads to #nowhere, which is no place on it\n")
    told = msgspec.json.decode(run("--site", site, "--json").stdout)
    assert told["faults"] == [{"page": PAGE, "what": "leads to #nowhere, which is no place on it"}]
    none = run("--site", tmp_path / "none")
    assert none.exit_code == 2
    assert "no site there" in none.stderr
