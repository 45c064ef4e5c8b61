"""Codes cited in clauses, in the styles of all lists, shortened, in ranges, and relative to the item itself."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controllist.codes import cite
from controllist.figures import references, resolve, resolve_range

CITED = [
    ("lids of 1A007.e, .f .g, .h, or .j", ["1A007.e", "1A007.f", "1A007.g", "1A007.h", "1A007.j"]),
    ("lids of 1A007.a.2 .a; or", ["1A007.a.2", "1A007.a"]),
    ("specified in 3B001.a.4, p.4, r or 3B002.c", ["3B001.a.4", "3B001.p.4", "3B001.r", "3B002.c"]),
    ("specified in 7A001,a,1, or 7A001,a,2, for lids", ["7A001.a.1", "7A001.a.2"]),
    ("Item ML.8.f.2. includes", ["ML8.f.2"]),
    ("Teapots specified in 3.A.1.a.5.a.1. and 3.B.2.", ["3A001.a.5.a.1", "3B002"]),
    ("see 3A001(a)(5)(a)(1) or 9A012(b);", ["3A001.a.5.a.1", "9A012.b"]),
    ("described in ECCN 3A001.a.5, 0A521 and 4A003.", ["3A001.a.5", "0A521", "4A003"]),
    ("von Unternummer 0002a1c oder Nummer 3A1901a15 erfasst", ["0002.a.1.c", "3A1901.a.15"]),
    ("von Nummer 0010 oder 0019 erfasst", ["0010", "0019"]),
    ("tea cosies of ML7.e.1. and ML 8.a", ["ML7.e.1", "ML8.a"]),
    ("cups and saucers controlled by item 5506(a)(2)", ["5506.a.2"]),
    # each code once
    ("3A001.a is not 3A001.b; 3A001.a stays", ["3A001.a", "3A001.b"]),
    # shortened codes
    ("exports under 3A001.b.2 and b.3", ["3A001.b.2", "3A001.b.3"]),
    ("see ML8.d.8. and d.9.", ["ML8.d.8", "ML8.d.9"]),
    ("in 1C210.a. or b. or 1C010.c.", ["1C210.a", "1C210.b", "1C010.c"]),
    ("commodities of 0A501.d, .x, and .y", ["0A501.d", "0A501.x", "0A501.y"]),
    ("in 5D002.a.1, .b, .c.1, and z.1", ["5D002.a.1", "5D002.b", "5D002.c.1", "5D002.z.1"]),
    ("in 2E009.c.4.b, c.4.e, and c.4.g.", ["2E009.c.4.b", "2E009.c.4.e", "2E009.c.4.g"]),
    ("Unternummern 0008g3 und g4", ["0008.g.3", "0008.g.4"]),
    ("3A001(a)(3) to (12)", ["3A001.a.3", "3A001.a.12"]),
    ("3A001.b.4.a. to 3A001.b.4.e.", ["3A001.b.4.a", "3A001.b.4.e"]),
    ("9A004.a through .f apply", ["9A004.a", "9A004.f"]),
    # categories and groups
    ("equipment of 6.A. or 6.B. of this list", ["6A", "6B"]),
    ("equipment specified in 2A, 2B or 2D.", ["2A", "2B", "2D"]),
    ("equipment controlled by 7A (except 7A994)", ["7A", "7A994"]),
    ("see Category 5 – Part 2 and Category 4", ["5P2", "4"]),
    ("Categories 1 to 9", ["1", "9"]),
]

NOT_CITED = [
    "",
    "A kettle of 3 A and 5 V, at 2.5 K",
    "See 15 CFR 740.2 and 22 CFR parts 120 through 130",
    "USML Category XI, paragraph (a)(7)",
    "a 3D model of a teapot, in 2D and 3D",
    "Regulation 2021/821, L.N. 89 of 2021, ISO 9001, in 2014",
    "sucrose (CAS 57-50-1)",
    "in the year 0 or at 0100 hours",
]

OWN = [
    ("paragraph a.1. of this entry", "1A004.b", ["1A004.a.1"]),
    ("paragraphs (a) and (b)", "1A004.c", ["1A004.a", "1A004.b"]),
    ("spouts described in paragraph .x of this entry", "9A610.b", ["9A610.x"]),
    ("lids controlled by .a or .b", "8A620.y", ["8A620.a", "8A620.b"]),
    ("Unternummer a1 erfasst", "0008.b", ["0008.a.1"]),
    # three kinds of labels keep apart what two would confuse
    ("subparagraph (vi)", "5506.2.c.iii", ["5506.2.c.vi"]),
    ("clause (c)(ii)(B) or (C)", "5506.2.d.i", ["5506.2.c.ii.B", "5506.2.c.ii.C"]),
    ("paragraph (2)", "3A001.b.1", ["3A001.b.2"]),
    # paragraphs of something else
    ("paragraphs a.1 through a.3 of this Note", "1A004.b", []),
    ("paragraph (b) of Article 7", "1A004.b", []),
    ("see § 740.2 paragraph (a)", "1A004.b", []),
]


@pytest.mark.parametrize(("text", "codes"), CITED)
def test_cited_codes(text: str, codes: list[str]) -> None:
    assert list(references(text)) == codes


@pytest.mark.parametrize("text", NOT_CITED)
def test_what_is_no_code(text: str) -> None:
    assert references(text) == ()


@pytest.mark.parametrize(("text", "within", "codes"), OWN)
def test_paragraphs_of_the_item_itself(text: str, within: str, codes: list[str]) -> None:
    assert list(references(text, within=within)) == codes


def test_without_knowing_the_item_a_paragraph_is_not_resolved() -> None:
    assert references("paragraph a.1. of this entry") == ()


letters, numbers = st.sampled_from("abcdefgh"), st.integers(1, 30).map(str)
codes = st.tuples(
    st.sampled_from(["3A001", "5E002", "9D104"]),
    st.one_of(st.just(()), st.tuples(letters), st.tuples(letters, numbers), st.tuples(letters, numbers, letters)),
).map(lambda parts: ".".join([parts[0], *parts[1]]))


@given(codes, st.sampled_from(["dotted", "wassenaar", "brackets", "compact"]))
def test_every_style_of_citing_leads_to_the_canonical_code(code: str, style: str) -> None:
    printed = cite(code, style)  # type: ignore[arg-type]  # hypothesis does not know literals
    assert references(f"tea sets specified in {printed} of the list") == (code,)


def test_resolve_goes_to_the_nearest_known_ancestor() -> None:
    known = {"3A001", "3A001.a", "3A001.a.1"}
    assert resolve(["3A001.a.1", "3A001.a.9.b", "7B003"], known) == {
        "3A001.a.1": "3A001.a.1",
        "3A001.a.9.b": "3A001.a",
        "7B003": "",
    }


def test_a_range_holds_the_known_codes_between_its_ends() -> None:
    known = [
        "3A001",
        "3A001.a.9",
        "3A001.a.10",
        "3A001.a.10.b",
        "3A001.a.11",
        "3A001.a.12",
        "3A001.b.10",
        "3A002",
        "3B001",
    ]
    assert resolve_range("3A001.a.9", "3A001.a.11", known) == ("3A001.a.9", "3A001.a.10", "3A001.a.11")
    assert resolve_range("3A001", "3A002", known) == ("3A001", "3A002")
    assert resolve_range("3A001.a.9", "3B001", known) == ("3A001.a.9", "3B001")


@pytest.mark.corpus
def test_references_of_a_real_list_are_known_codes(corpus: Path) -> None:
    packed = (corpus / "us" / "ccl_2024-09-06.jsonl.gz").read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(packed).splitlines()]
    known = {row["code"] for row in rows}
    found = [ref for row in rows for ref in references(row["text"] or "", within=row["code"])]
    led = resolve(found, known)
    assert len(led) > 1000
    assert sum(bool(code) for code in led.values()) > 0.93 * len(led)
