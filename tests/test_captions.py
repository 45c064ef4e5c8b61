"""Captions of entries: short, in one form, sorted, and there for every entry code that an official list prints."""

from __future__ import annotations

import gzip
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from controllist.codes import canonical, entry_of, sort_key

MOST_WORDS = 8
DUAL_USE = re.compile(r"\s*(\d)\s*\.\s*([A-E])\s*\.\s*(\d{1,2})(?!\d)")
MUNITIONS = re.compile(r"\s*ML\s*(\d{1,2})(?!\d)")
CCL_ENTRY = re.compile(r"(\d[A-E]\d{3})\s")
WORD_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUTSIDE_THE_LISTS = re.compile(r"GTN|Cover|Contents|\bV?SL\b|DEF|Acronyms|SOU")


class Captions(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands: captions for all lists, and those of single lists."""

    captions: dict[str, str]
    lists: dict[str, dict[str, str]]

    def tables(self) -> dict[str, dict[str, str]]:
        return {"": self.captions, **self.lists}

    def missing(self, list_id: str, codes: set[str]) -> list[str]:
        """Codes of a list that have neither a caption of that list nor a general one."""
        return sorted(codes - self.captions.keys() - self.lists.get(list_id, {}).keys())


@pytest.fixture(scope="module")
def captions(lists: Path) -> Captions:
    return msgspec.toml.decode((lists / "captions.toml").read_bytes(), type=Captions)


def each(captions: Captions) -> Iterator[tuple[str, str]]:
    for table in captions.tables().values():
        yield from table.items()


def test_keys_are_canonical_codes_of_entries(captions: Captions) -> None:
    assert [code for code, _ in each(captions) if canonical(code) != code or entry_of(code) != code] == []


def test_tables_are_sorted_by_code(captions: Captions) -> None:
    for table in captions.tables().values():
        assert list(table) == sorted(table, key=sort_key)


def test_captions_have_one_form(captions: Captions) -> None:
    """One to eight words, from a capital or figure on, without a code in front or a dot behind."""
    for code, caption in each(captions):
        assert 1 <= len(caption.split()) <= MOST_WORDS, code
        assert caption == " ".join(caption.split()), code
        assert caption[0].isupper(), code
        assert not caption.endswith((".", ",", ";", ":")), code
        assert not canonical(caption.split()[0]), code


def test_captions_differ_within_a_table(captions: Captions) -> None:
    for table in captions.tables().values():
        assert [text for text, times in Counter(map(str.lower, table.values())).items() if times > 1] == []


def test_captions_differ_within_a_list(captions: Captions) -> None:
    """Munitions that Germany numbers 0001 to 0022 carry the captions of ML1 to ML22; nothing else may repeat."""
    for list_id, own in captions.lists.items():
        general = {text for code, text in captions.captions.items() if code not in own}
        repeated = {code for code, text in own.items() if text in general}
        assert repeated <= ({f"{number:04d}" for number in range(1, 23)} if list_id == "de-al" else set())


def test_every_named_list_exists(captions: Captions, lists: Path) -> None:
    assert [name for name in captions.lists if not (lists / name / "list.toml").is_file()] == []


def paragraphs(word_file: Path) -> Iterator[str]:
    """Texts of a Word file's paragraphs, tabs kept."""
    with zipfile.ZipFile(word_file) as parts:
        root = etree.fromstring(parts.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    for paragraph in root.iter(WORD_NAMESPACE + "p"):
        yield "".join(
            (part.text or "") if part.tag == WORD_NAMESPACE + "t" else "\t"
            for part in paragraph.iter(WORD_NAMESPACE + "t", WORD_NAMESPACE + "tab")
        )


def printed(file: Path, path: str) -> Iterator[str]:
    """Texts of the elements that `path` finds in an XML file, white space folded."""
    root = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True))
    for element in root.iterfind(path):
        yield " ".join("".join(map(str, element.itertext())).split())


@pytest.mark.corpus
def test_every_wassenaar_entry_has_a_caption(captions: Captions, corpus: Path) -> None:
    codes = set()
    for file in sorted(corpus.glob("wa/*/*.docx")):
        if OUTSIDE_THE_LISTS.search(file.stem.partition(" - ")[2]):
            continue
        for text in paragraphs(file):
            if found := DUAL_USE.match(text):
                codes.add(f"{found[1]}{found[2]}{int(found[3]):03d}")
            elif found := MUNITIONS.match(text):
                codes.add(f"ML{found[1]}")
    assert len(codes) > 150
    assert captions.missing("wa", codes) == []


@pytest.mark.corpus
def test_every_american_entry_has_a_caption(captions: Captions, corpus: Path) -> None:
    codes = set()
    for file in sorted(corpus.glob("us/ccl_*.jsonl.gz")):
        for line in gzip.decompress(file.read_bytes()).splitlines():
            row = msgspec.json.decode(line)
            if row["parent"] is None and row["supplement"] == "1":
                codes.add(entry_of(canonical(row["code"])))
    for file in sorted(corpus.glob("us/ccl_*.xml")):
        for element in ("FP-1", "FP-2"):
            codes |= {found[1] for text in printed(file, f".//{element}") if (found := CCL_ENTRY.match(text))}
    assert len(codes) > 630
    assert captions.missing("us-ccl", codes) == []


@pytest.mark.corpus
def test_every_hong_kong_entry_has_a_caption(captions: Captions, corpus: Path) -> None:
    pattern = re.compile(r"\d[A-E]\d{3}|ML\d{1,3}")
    codes = {
        text for file in corpus.glob("hk/*.xml") for text in printed(file, ".//{*}num") if pattern.fullmatch(text)
    }
    assert len(codes) > 380
    assert captions.missing("hk", codes) == []


@pytest.mark.corpus
def test_every_german_entry_has_a_caption(captions: Captions, corpus: Path) -> None:
    pattern = re.compile(r"(\d[A-E]\d{3,4}|00\d\d)(?:[a-z]+\d*)?")
    codes = {
        found[1]
        for file in corpus.glob("de/*.xml")
        for text in printed(file, ".//DT")
        if (found := pattern.fullmatch(text))
    }
    assert len(codes) > 50
    assert captions.missing("de-al", codes) == []


@pytest.mark.corpus
def test_every_canadian_item_has_a_caption(captions: Captions, corpus: Path) -> None:
    codes = {
        text
        for file in corpus.glob("ca/*.xml")
        for text in printed(file, ".//Provision/Label")
        if re.fullmatch(r"\d{4}", text)
    }
    assert len(codes) > 25
    assert captions.missing("ca-ecl", codes) == []
