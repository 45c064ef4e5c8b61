"""Real editions: what every tree must keep, and counts made without this project's readers."""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree

from controllist.check import structure_faults
from controllist.codes import canonical, entry_of
from controllist.ingest import read_sources
from controllist.model import Edition
from controllist.parse import parse
from controllist.sources.scheme import load_scheme

pytestmark = pytest.mark.corpus

LISTS = Path(__file__).resolve().parents[1] / "lists"
PREFIX = re.compile(
    r"((?:\d\.\t[A-E]\.\t\d+\.\t|ML\d+\.\t)(?:(?:[a-z]|\d+)\.\t)*)(?![A-Z, ]+(?:$| - None))\S"
)
"""A code printed in full before an item's own words, not before a group's title."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

EDITIONS = {
    "wa": ["wa/1997-12-19*", "wa/2004-12-09*", "wa/2010-12-22*", "wa/2018-12-06*", "wa/2021-12-22*", "wa/2026-01-15*"],
    "us-ccl": ["us/ccl_2017-01-15*", "us/ccl_2020-06-29*", "us/ccl_2025-09-28*", "us/ccl_2026-06-24*"],
    "hk": ["hk/*.xml"],
    "eu": ["eu/2015-12-25*", "eu/2022-05-05*"],
    "de-al": ["de/al_01*", "de/al_06b*", "de/al_07*"],
    "ca-ecl": ["ca/*2020-07-01*_en_*", "ca/*2025-04-25*_en_*", "ca/*2025-04-25*_fr_*"],
}


@lru_cache(maxsize=4)
def edition_of(name: str, path: Path) -> Edition:
    return parse(read_sources([path]), load_scheme(LISTS / name))


def source(corpus: Path, pattern: str) -> Path:
    found = sorted(corpus.glob(pattern))
    assert found, pattern
    return found[0]


@pytest.mark.parametrize(("name", "pattern"), [(name, p) for name, patterns in EDITIONS.items() for p in patterns])
def test_every_edition_is_a_whole_tree(corpus: Path, name: str, pattern: str) -> None:
    path = source(corpus, pattern)
    edition = edition_of(name, path)
    assert list(structure_faults(edition)) == []
    assert edition.coverage >= (0.99 if path.name.endswith(".gz") else 0.999)
    items = [node for node in edition.nodes if node.kind == "item"]
    twice = [node.id for node in items if "~" in node.id]
    assert len(twice) <= 2, twice


def entries_of(edition: Edition) -> set[str]:
    return {entry_of(node.code) for node in edition.nodes if node.kind == "item"}


def test_every_entry_of_the_ccl(corpus: Path) -> None:
    path = source(corpus, "us/ccl_2026-06-24.xml")
    printed = re.findall(
        rb"<(?:FP-2|FP-1|HD1)>(?:<[BI]>)*\s*(\d[A-EY]\d{3})\b(?!\s*(?:through|to|and|,))", path.read_bytes()
    )
    found = entries_of(edition_of("us-ccl", path))
    assert {code.decode() for code in printed} <= found
    assert len(found) == 638


def test_paragraphs_of_the_ccl_agree_with_another_parse(corpus: Path) -> None:
    """The reconstructed lines of 2025-09-28 are another tool's parse of nearly the same text."""
    ours = {n.code for n in edition_of("us-ccl", source(corpus, "us/ccl_2026-06-24.xml")).nodes if n.kind == "item"}
    theirs = {
        n.code
        for n in edition_of("us-ccl", source(corpus, "us/ccl_2025-09-28*")).nodes
        if n.kind == "item" and n.status == "active"
    }
    assert len(theirs & ours) / len(theirs) >= 0.99


def word_lines(path: Path) -> list[str]:
    """The text of each paragraph of a Word file, tabs kept; by means of its own."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    return [
        "".join("\t" if e.tag == f"{WORD}tab" else e.text or "" for e in p.iter(f"{WORD}t", f"{WORD}tab"))
        for p in root.iter(f"{WORD}p")
    ]


@pytest.mark.parametrize("year", ["1999", "2008", "2018", "2021"])
def test_every_code_that_a_word_edition_prints_in_full(corpus: Path, year: str) -> None:
    folder = source(corpus, f"wa/{year}*")
    printed: set[str] = set()
    for path in folder.glob("*.docx"):
        if not re.search(r"Cat|CAT|ML\.docx", path.name) or "SL" in path.name:
            continue
        for line in word_lines(path):
            if match := PREFIX.match(line):
                printed.add(canonical(match[1].replace("\t", "")))
    found = {node.code for node in edition_of("wa", folder).nodes if node.kind == "item"}
    missing = sorted(code for code in printed if code not in found)
    assert len(printed) > 300
    assert len(missing) <= len(printed) * 0.005, missing


@pytest.mark.parametrize("year", ["1997", "2012-12", "2021"])
def test_no_word_of_a_word_edition_is_lost(corpus: Path, year: str) -> None:
    """Every word of the categories stands in a node: the stated coverage, asked of the source itself."""
    folder = source(corpus, f"wa/{year}*")
    edition = edition_of("wa", folder)
    held: set[str] = set()
    for node in edition.nodes:
        texts = [node.text, node.label, *(cell for row in node.rows for cell in row)]
        texts += [annotation.text for annotation in node.annotations]
        held |= {word for text in texts for word in re.findall(r"[a-z]{4,}", text.lower())}
    for path in folder.glob("*Cat*.docx"):
        words = {word for line in word_lines(path) for word in re.findall(r"[a-z]{4,}", line.lower())}
        assert len(words - held) <= 3, (path.name, sorted(words - held)[:20])


def test_hong_kong_entries(corpus: Path) -> None:
    path = source(corpus, "hk/*.xml")
    ns = "{http://www.xml.gov.hk/schemas/hklm/1.0}"
    root = etree.parse(str(path)).getroot()
    printed = {
        text
        for num in root.iter(f"{ns}num")
        if re.fullmatch(r"\d[A-E]\d{3}|ML\d{1,3}", text := "".join(num.itertext()).strip().rstrip("."))
    }
    assert len(printed) > 350
    assert printed <= entries_of(edition_of("hk", path))


def test_every_legal_notice_of_hong_kong_is_kept(corpus: Path) -> None:
    path = source(corpus, "hk/*.xml")
    instruments = {mark.instrument for node in edition_of("hk", path).nodes for mark in node.marks}
    notices = ((89, 2021), (6, 2025), (42, 2017), (85, 2023))
    assert {f"L.N. {number} of {year}" for number, year in notices} <= instruments


def test_german_entries(corpus: Path) -> None:
    path = source(corpus, "de/al_07*")
    root = etree.parse(str(path)).getroot()
    printed = {
        canonical(text)
        for term in root.iter("DT")
        if re.fullmatch(r"\d[A-E]\d{3,4}(?:[a-z]\d*)?|00\d\d", text := "".join(term.itertext()).strip())
    }
    codes = {node.code for node in edition_of("de-al", path).nodes if node.kind == "item"}
    assert len(printed) > 40
    assert printed <= codes


def test_eu_editions_agree_where_the_law_did_not_change(corpus: Path) -> None:
    """Two consolidations between which Annex I was not amended hold the same items."""
    january = edition_of("eu", source(corpus, "eu/2022-01-07*"))
    may = edition_of("eu", source(corpus, "eu/2022-05-05*"))
    assert [(n.id, n.text) for n in january.nodes if n.kind == "item"] == [
        (n.id, n.text) for n in may.nodes if n.kind == "item"
    ]


def test_lists_that_copy_one_another_have_the_same_items(corpus: Path) -> None:
    """The EU's text of 2022 mirrors Wassenaar 2019: nearly all its 0xx items stand there under the same code."""
    eu = {n.code for n in edition_of("eu", source(corpus, "eu/2022-05-05*")).nodes if n.kind == "item"}
    regime = {n.code for n in edition_of("wa", source(corpus, "wa/2019-12-05*")).nodes if n.kind == "item"}
    dual = {code for code in regime if re.match(r"\d[A-E]0", code)}
    assert len(dual & eu) / len(dual) >= 0.985


def test_known_figures(corpus: Path) -> None:
    """Values read in the sources by eye."""
    by_code = {n.code: n for n in edition_of("wa", source(corpus, "wa/2018-12-06*")).nodes if n.kind == "item"}
    total_dose = by_code["3A001.a.1.a"].thresholds[0]
    assert (total_dose.op, total_dose.value, total_dose.unit) == (">=", 5000.0, "Gy (Si)")
    assert by_code["3A001.a.1.b"].thresholds[0].value == 5e6  # raised by its position on the line
    speed = by_code["4A003.b"].thresholds[0]
    assert (speed.op, speed.value) == (">", 29.0)
    assert (by_code["3A001.a.4"].status, by_code["3A001.a.4"].year) == ("reserved", 2010)
    assert [annotation.name for annotation in by_code["6A001.a.1.b.1"].annotations] == ["very-sensitive"]
