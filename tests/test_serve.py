"""A site served on this machine: its files, lasting addresses led to their places, and rebuilding on change."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import get_args
from urllib.parse import quote, urlsplit

import lxml.html
import pytest
from click.testing import CliRunner
from site_lists import FIRST, page, write_library

from controllist.cli import main
from controllist.codes import Style, cite
from controllist.errors import WrongUse
from controllist.library import Library
from controllist.publish.site.builder import build_site
from controllist.publish.site.lasting import Missing, led_to
from controllist.publish.site.server import NEAR, rebuild_on_change, served

BASE = "https://kitchen.example/controls/"
NODE = shutil.which("node")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return write_library(tmp_path_factory.mktemp("dataset"))


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(library, tmp_path_factory.mktemp("out") / "site", jobs=1).parent


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, 0) as address:
        yield address


def asked(address: str, path: str, method: str = "GET") -> HTTPResponse:
    """The answer to a request for exactly this path."""
    parts = urlsplit(address)
    assert parts.hostname == "127.0.0.1"
    connection = HTTPConnection(parts.hostname, parts.port or 0, timeout=20)
    connection.request(method, path)
    return connection.getresponse()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("pots/2001-01-01/1A001.a.1", "pots/2001-01-01/1.html#1A001.a.1"),
        ("pots/2001-01-01/1A001(a)(1)", "pots/2001-01-01/1.html#1A001.a.1"),
        ("pots/2001-01-01/1.A.1.a.1.", "pots/2001-01-01/1.html#1A001.a.1"),
        ("pots/2001-01-01/1a001.A.1".lower(), "pots/2001-01-01/1.html#1A001.a.1"),
        ("pots/2001-01-01/1A001a1/", "pots/2001-01-01/1.html#1A001.a.1"),
        ("pots/2001-01-01/1A001.b", "pots/2001-01-01/1.html#1A001.b"),
        ("pots/2001-12-31/1A001.d", "pots/2001-01-01/1.html#1A001.d"),
        ("pots/2030-01-01/1A001.e.1", "pots/2003-01-01/1.html#1A001.e.1"),
        ("pots/2001-06-06", "pots/2001-01-01/index.html"),
        ("pots/2001-06-06/1", "pots/2001-01-01/1.html"),
        ("pots/2001-06-06/1.html", "pots/2001-01-01/1.html"),
        ("pots/1A001.a", "pots/1A001/index.html#1A001.a"),
        ("pots/1A001.d", "pots/1A001/index.html#1A001.d"),
        ("pots/1.A.1", "pots/1A001/index.html#1A001"),
        ("pots/changes/2001-01-01_2002-02-02", "pots/changes/2001-01-01_2002-02-02.html"),
        ("about", "about.html"),
    ],
)
def test_a_lasting_address_leads_to_its_place(site: Path, address: str, path: str, place: str) -> None:
    answer = asked(address, f"/{path}")
    assert (answer.status, answer.headers["Location"]) == (302, f"/{place}")
    file, _, anchor = place.partition("#")
    assert (site / file).is_file()
    assert not anchor or page(site, file).xpath("//*[@id=$anchor]", anchor=anchor)


def test_files_are_files(site: Path, address: str) -> None:
    for path in ("", "pots/", "pots/1A001/index.html", "assets/site.css?x=1", "codes/pots/index.json"):
        assert asked(address, f"/{path}").status == 200
    assert asked(address, "/pots/1A001").headers["Location"] == "/pots/1A001/", "a folder is a folder"
    assert asked(address, "/about.html", "HEAD").read() == b""


@pytest.mark.parametrize(
    ("path", "said", "near"),
    [
        ("pots/2002-02-02/1A001.a.7", "POTS, edition of 2002-02-02, has no item 1A001.a.7.", ["1A001.a", "1A001.a.1"]),
        ("pots/2002-02-02/1A001.d.1.a", "POTS, edition of 2002-02-02, has no item 1A001.d.1.a.", ["1A001", "1A001.a"]),
        ("pots/2002-02-02/1A001.d", "POTS, edition of 2002-02-02, has no item 1A001.d.", ["1A001.d in other editions"]),
        ("pots/1A002", "POTS has no item 1A002.", ["1A001"]),
        ("pots/2000-01-01/1A001", "POTS has no edition of 2000-01-01 or before it here.", ["edition of 2001-01-01"]),
        ("pots/2001-02-30/1A001", "2001-02-30 is no day.", []),
        ("pots/kettle", "POTS has no item kettle.", ["all entries of POTS"]),
        ("pans/1A001", "No list is called pans.", []),
        ("<script>alert(1)</script>", "There is no such page.", []),
        ("pots/2001-01-01/<script>", "POTS, edition of 2001-01-01, has no item <script>.", ["edition of 2001-01-01"]),
    ],
)  # fmt: skip
def test_where_nothing_is_the_page_says_what_is_near(address: str, path: str, said: str, near: list[str]) -> None:
    answer = asked(address, f"/{quote(path)}")
    html = answer.read().decode()
    assert answer.status == 404
    assert "<script>alert" not in html
    (told,) = lxml.html.fromstring(html).xpath("//*[@id='near']")
    assert told.xpath("string(p[1])") == said
    links = told.xpath(".//a")
    assert [link.text for link in links][: len(near)] == near
    assert all(asked(address, link.get("href").partition("#")[0]).status == 200 for link in links)


@pytest.mark.parametrize(
    "path",
    ["//evil.example/pots/1A001.a", "/\\evil.example/1A001", "/%2F%2Fevil.example/pots/1A001.a", "/https://evil.example/",
     "//evil.example", "/pots/2001-01-01//evil.example/1A001"],
)  # fmt: skip
def test_no_address_leads_away_from_the_site(address: str, path: str) -> None:
    to = asked(address, path).headers.get("Location", "/")
    assert to.startswith("/")
    assert not to.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "path",
    ["/../../lists/captions.toml", "/%2e%2e/lists/captions.toml", "/pots/../../lists/captions.toml",
     "/pots/..%2f..%2f..%2flists/captions", "/.controllist", "/pots/2001-01-01/../../../etc/passwd"],
)  # fmt: skip
def test_nothing_outside_of_the_site_is_shown(address: str, path: str) -> None:
    assert asked(address, path).status == 404


def test_a_site_with_an_address_is_served_under_its_path_too(library: Library, tmp_path: Path) -> None:
    site = build_site(library, tmp_path / "site", jobs=1, base_url=BASE).parent
    with served(site, 0) as address:
        assert address.endswith("/controls/")
        assert asked(address, "/controls/assets/site.css").status == 200
        assert asked(address, "/assets/site.css").status == 200
        assert asked(address, "/controls/pots/1A001.a").headers["Location"] == "/controls/pots/1A001/index.html#1A001.a"
        assert b'href="/controls/pots/1A001/index.html#1A001"' in asked(address, "/controls/pots/1A002").read()


def test_without_a_site_or_a_port_it_is_wrong_use(site: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no site there"), served(tmp_path, 0):
        pass
    with served(site, 0) as address, pytest.raises(WrongUse, match="cannot be used"):
        served(site, urlsplit(address).port or 0).__enter__()
    with pytest.raises(WrongUse, match="cannot be used"), served(site, 99999):
        pass


@pytest.mark.skipif(not NODE and not os.environ.get("CONTROLLIST_NEEDS_CORPUS"), reason="node is not installed")
def test_the_script_of_the_404_page_answers_as_the_server_does(site: Path, tmp_path: Path) -> None:
    codes = [node.code for node in FIRST if node.kind == "item" and node.code]
    codes += ["1A001.e", "1A001.e.1", "1A001.e.2", "1A001.a.9", "1A009", "2A001.c", "7B001", "9Z", "kettle"]
    dates = ["", "2000-01-01/", "2001-01-01/", "2001-12-31/", "2002-02-02/", "2005-05-05/", "2001-02-30/"]
    cited = [cite(code, style) for code in codes for style in get_args(Style)]
    paths = [f"{name}/{date}{form}" for name in ("pots", "bare", "none") for date in dates for form in cited]
    paths += ["pots/2001-06-06", "pots/2001-06-06/1", "pots/2001-06-06/general.html", "pots", "Pots/1A001"]
    paths = [path for path in paths if not (site / path / "index.html").is_file()]  # no host asks for those
    (tmp_path / "paths.json").write_text(json.dumps(paths))
    words = [NODE or "", str(Path(__file__).parent / "js" / "lasting.mjs"), str(site), str(tmp_path / "paths.json")]
    answers = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    ours = [led_to(site, path) for path in paths]
    shown = [
        {"words": answer.words, "near": [place._asdict() for place in answer.near]}
        if isinstance(answer, Missing) else {"address": answer} for answer in ours
    ]  # fmt: skip
    assert sum("address" in answer for answer in shown) > 100
    assert {path: (one, other) for path, one, other in zip(paths, answers, shown, strict=True) if one != other} == {}


def test_the_404_page_has_its_script_and_the_place_for_what_is_near(site: Path) -> None:
    assert NEAR in (site / "404.html").read_bytes()
    ways = page(site, "404.html").xpath("//script[contains(@src, 'lasting')]/@src")
    assert ways == [f"{way}assets/lasting.js" for way in ("/", "../", "../../", "../../../")]


def test_only_what_changes_is_built_again(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    kept = tmp_path / "a" / "kept"
    kept.write_text("1")
    built: list[int] = []
    deeds = iter([
        lambda: None,
        lambda: kept.write_text("12"),
        lambda: None,
        lambda: (tmp_path / "b" / "new").write_text(""),
        lambda: (tmp_path / "b" / "new").unlink(),
    ])  # fmt: skip
    looks = iter(range(5))

    def wait() -> bool:
        if (look := next(looks, None)) is None:
            return False
        next(deeds)()
        built.append(-look)
        return True

    rebuild_on_change((tmp_path / "a", tmp_path / "b", tmp_path / "none"), lambda: built.append(99), wait)
    assert built == [0, -1, 99, -2, -3, 99, -4, 99]


def wait_for(path: Path, words: bytes) -> None:
    """Wait until a page of the site says something."""
    end = time.monotonic() + 120
    while not (path.is_file() and words in path.read_bytes()):
        assert time.monotonic() < end, f"{path} never said {words!r}"
        time.sleep(0.1)


def _hears_interrupts() -> None:
    """A process started in the background is deaf to interrupts, and so would be what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_serve_builds_and_rebuilds_and_keeps_the_last_good_site(tmp_path: Path) -> None:
    library = write_library(tmp_path / "data")
    captions, about = library.lists / "captions.toml", tmp_path / "site" / "pots" / "2A001" / "index.html"
    words = [sys.executable, "-m", "controllist", "--lists", str(library.lists), "--vault", str(library.vault.folder),
             "serve", "--site", str(tmp_path / "site"), "--port", "0"]  # fmt: skip
    build_site(library, tmp_path / "site", jobs=1)
    said = (tmp_path / "said").open("wb")
    with said, subprocess.Popen(words, stdout=subprocess.PIPE, stderr=said, preexec_fn=_hears_interrupts) as serving:
        assert serving.stdout
        address = serving.stdout.readline().decode().split()[0]
        try:
            assert b"Pans" in asked(address, "/pots/2A001/").read()
            captions.write_text(captions.read_text().replace("Pans", "Woks"))
            wait_for(about, b"Woks")
            captions.write_text("[captions\n")
            wait_for(tmp_path / "said", b"the last good site is still served")
            assert b"Woks" in asked(address, "/pots/2A001/").read()
        finally:
            serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=20) == 0
    assert b"captions.toml" in (tmp_path / "said").read_bytes()


def test_a_site_that_is_not_watched_is_served_as_it_stands(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = build_site(library, tmp_path / "site", jobs=1).parent
    (site / "about.html").write_text("mine")

    def at_once() -> bool:
        return False

    monkeypatch.setattr("controllist.publish.site.server.a_second", at_once)
    words = ["--lists", str(library.lists), "--vault", str(library.vault.folder), "serve", "--port", "0",
             "--site", str(site)]  # fmt: skip
    result = CliRunner().invoke(main, [*words, "--no-watch"])
    assert result.exit_code == 0
    assert result.stdout.startswith("http://127.0.0.1:")
    assert (site / "about.html").read_text() == "mine"
    assert CliRunner().invoke(main, words).exit_code == 0
    assert (site / "about.html").read_text() != "mine"
