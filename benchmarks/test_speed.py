"""How fast editions are read and the site is built: `make bench`. Ratios are taken within one run; machines differ."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from controllist.ingest import read_sources
from controllist.library import Library
from controllist.outline import outline
from controllist.parse import parse
from controllist.publish.site.builder import build_site
from controllist.readers.formats import read
from controllist.sources.scheme import load_scheme
from controllist.sources.vault import Vault, default_vault

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
LISTS = ROOT / "lists"

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus beside the checkout")


def median_ms(work: Callable[[], object], runs: int = 9) -> float:
    """Median of several runs in milliseconds, without the collection of cycles, as `parse` reads."""
    times = []
    work()
    for _ in range(runs):
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
        gc.enable()
    return statistics.median(times)


@needs_corpus
def test_the_ccl_against_lxml(capsys: pytest.CaptureFixture[str]) -> None:
    sources = read_sources([next(CORPUS.glob("us/ccl_2026-06-24.xml"))])
    scheme = load_scheme(LISTS / "us-ccl")
    reading = read(sources, scheme)
    bare = median_ms(lambda: etree.fromstring(sources[0].data))
    reader = median_ms(lambda: read(sources, scheme))
    tree = median_ms(lambda: outline(reading, scheme))
    whole = median_ms(lambda: parse(sources, scheme), runs=3)
    with capsys.disabled():
        print(
            f"\nCCL XML: lxml {bare:.1f} ms; reader {reader:.1f} ms, outline {tree:.1f} ms: "
            f"{(reader + tree) / bare:.1f} × lxml; with all figures taken {whole:.0f} ms: {whole / bare:.1f} ×"
        )


@needs_corpus
def test_a_pdf_of_392_pages(capsys: pytest.CaptureFixture[str]) -> None:
    sources = read_sources([next(CORPUS.glob("eu/2022-05-05*.pdf"))])
    scheme = load_scheme(LISTS / "eu")
    start = time.perf_counter()
    parse(sources, scheme)
    seconds = time.perf_counter() - start
    with capsys.disabled():
        print(f"\nPDF of 392 pages: {seconds:.1f} s")
    assert seconds <= 20


def test_the_site_from_facts_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = time.perf_counter()
    build_site(Library(LISTS, Vault(tmp_path / "vault")), tmp_path / "site", 2)
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in (tmp_path / "site").rglob("*") if path.is_file())
    with capsys.disabled():
        print(f"\nsite: {seconds:.1f} s, {size / 1e6:.0f} MB")
    assert seconds <= 30


GAPS = [
    ("us-ccl@2021-12-06", "wa@2019-12-05"), ("us-ccl@2026-06-24", "wa@2008-12-03"), ("hk@2025-05-30", "wa@2018-12-06"),
    ("eu@2022-05-05", "wa@2019-12-05"), ("de-al@2025-11-01", "wa@2021-12-22"), ("ca-ecl@2025-04-25", "wa@2019-12-05"),
]  # fmt: skip
"""A mirror's edition and one of the regime whose rows are not recorded."""


@pytest.mark.parametrize(("mirror", "regime"), GAPS)
@pytest.mark.parametrize(("words", "limit"), [("facts", 2.4), ("texts", 6.5)])
def test_gaps_that_are_not_recorded(
    mirror: str, regime: str, words: str, limit: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = default_vault() / "editions"
    if words == "texts":
        if not kept.is_dir():
            pytest.skip("no texts on this machine")
        (tmp_path / "editions").symlink_to(kept)
    asked, beside = ["gaps", mirror, "--against", regime, "--json"], ["diff", "wa@2018-12-06", "wa@2019-12-05"]
    spent = least_seconds([asked, beside], tmp_path)
    with capsys.disabled():
        print(f"\n{mirror} against {regime}, {words}: {spent[0]:.2f} s, {spent[0] / spent[1]:.1f} × a recorded diff")
    assert spent[0] <= limit * spent[1]


def least_seconds(commands: list[list[str]], vault: Path, runs: int = 5) -> list[float]:
    """The processor time of each command as a process of its own, by turns, the least of several runs; nothing that an
    earlier run kept is there."""
    least = [float("inf")] * len(commands)
    environment = {**os.environ, "CONTROLLIST_LISTS": str(LISTS), "CONTROLLIST_VAULT": str(vault)}
    for _ in range(runs):
        for number, command in enumerate(commands):
            for path in vault.glob("gaps/*"):
                path.unlink()
            before = os.times()
            subprocess.run(
                [sys.executable, "-m", "controllist", *command], env=environment, cwd=ROOT, check=True,
                stdout=subprocess.DEVNULL,
            )  # fmt: skip
            after = os.times()
            spent = after.children_user + after.children_system - before.children_user - before.children_system
            least[number] = min(least[number], spent)
    return least
