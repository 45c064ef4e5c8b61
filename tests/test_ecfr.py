"""The eCFR reader: entries, what is said about them, labels, notes and their lists, tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData
from controllist.readers.ecfr import read
from controllist.readers.ecfr_labels import follows, leftover_range, printed_path, reserved_range
from controllist.sources.scheme import Scheme, load_scheme

FRAME = '<?xml version="1.0" encoding="UTF-8"?>\n<DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX">{}</DIV9>'
ENTRY = """
<HEAD>Supplement No. 1 to Part 774—Kitchen goods</HEAD>
<HD1>Category 3—Kettles</HD1>
<HD1>A. “Vessels”</HD1>
<FP-2><B>3A001 Teapots and kettles (see List of Items Controlled).</B></FP-2>
<FP-1><E T="04">License Requirements</E></FP-1>
<FP-1><I>Reason for Control:</I> NS, AT</FP-1>
<DIV width="100%"><DIV class="gpotbl_div">
<TABLE><THEAD><TR><TH>Control(s)</TH><TH>Chart<br></br>(of spouts)</TH></TR></THEAD>
<TBODY><TR><TD>NS applies to all</TD><TD>NS Column 2</TD></TR></TBODY></TABLE></DIV></DIV>
<FP-1><E T="05">List Based License Exceptions (See Part 740)</E></FP-1>
<FP-1><I>LVS:</I> $500</FP-1>
<FP-1><E T="04">List of Items Controlled</E></FP-1>
<FP-1><I>Related Controls:</I> (1) None of these is a teapot:</FP-1>
<P>a. Vases;</P>
<P>b. Jugs.</P>
<FP-1><I>Related Definitions:</I> N/A</FP-1>
"""
ITEMS = "<FP><I>Items:</I></FP>"


@pytest.fixture(scope="module")
def us(lists: Path) -> Scheme:
    return load_scheme(lists / "us-ccl")


def reading(scheme: Scheme, body: str) -> Reading:
    found = read((SourceData("kitchen.xml", FRAME.format(ENTRY + body).encode()),), scheme)
    assert sum(line.chars for line in found.lines) == found.source_chars
    return found


def after_entry(scheme: Scheme, body: str) -> list[Line]:
    lines = reading(scheme, body).lines
    start = next(at for at, line in enumerate(lines) if line.name == "related-definitions")
    return list(lines[start + 1 :])


def shape(lines: list[Line]) -> list[tuple[str, str, str]]:
    return [(line.role, ".".join(line.labels), line.text) for line in lines if line.role != "furniture"]


def test_headings_and_entry(us: Scheme) -> None:
    lines = reading(us, ITEMS).lines
    assert [(line.role, line.entry, line.text) for line in lines if line.entry] == [
        ("category", "3", "Kettles"),
        ("group", "3A", "“Vessels”"),
        ("item", "3A001", "Teapots and kettles (see List of Items Controlled)."),
    ]


def test_what_is_said_about_an_entry_is_annotation(us: Scheme) -> None:
    notes = [(line.name, line.text or line.rows) for line in reading(us, ITEMS).lines if line.role == "annotation"]
    assert notes == [
        ("reason-for-control", "NS, AT"),
        ("license-requirements", (("Control(s)", "Chart (of spouts)"), ("NS applies to all", "NS Column 2"))),
        ("license-exceptions", "LVS: $500"),
        ("related-controls", "(1) None of these is a teapot:"),
        ("related-controls", "a. Vases;"),
        ("related-controls", "b. Jugs."),
        ("related-definitions", "N/A"),
    ]


def test_labels_are_printed_in_full(us: Scheme) -> None:
    body = """<FP><I>Items:</I> a. Teapots;</FP><P>a.1. 0.9 m high; <I>or</I></P><P>a.2.b Round, 5 × 10
<SU>-6</SU> m thick, of SiO<E T="52">2</E>;</P><P>b. Cups</P>"""
    assert shape(after_entry(us, body)) == [
        ("item", "a", "Teapots;"),
        ("item", "a.1", "0.9 m high; or"),
        ("item", "a.2.b", "Round, 5 × 10⁻⁶ m thick, of SiO₂;"),
        ("item", "b", "Cups"),
    ]


def test_a_list_that_a_technical_note_breaks_off_stays_in_its_note(us: Scheme) -> None:
    lines = after_entry(
        us,
        ITEMS
        + """<P>a. Pots</P>
<NOTE><HED><I>Note:</I></HED><P><I>3A001.a does not control:</I></P><P><I>a. Having all of:</I></P>
<P><I>1. A 'lid'; and</I></P></NOTE>
<NOTE><HED><I>Technical Note:</I></HED><P><I>A 'lid' closes:</I></P><P><I>1. From above; or</I></P>
<P><I>2. From below.</I></P><P><I>b. Pots of clay.</I></P></NOTE>
<P>b. Cups</P>""",
    )
    assert shape(lines) == [
        ("item", "a", "Pots"),
        ("note", "", "3A001.a does not control:"),
        ("text", "a", "Having all of:"),
        ("text", "1", "A 'lid'; and"),
        ("text", "b", "Pots of clay."),
        ("technical-note", "", "A 'lid' closes:"),
        ("text", "1", "From above; or"),
        ("text", "2", "From below."),
        ("item", "b", "Cups"),
    ]


def test_items_may_begin_without_announcement(us: Scheme) -> None:
    body = """<FP-2><B>3A002 Pans</B></FP-2><FP-1><I>Related Controls:</I> See 3A001.</FP-1><P>a. Of iron;</P>
<FP-2><B>3A003 Lids</B></FP-2><FP-1><E T="04">List of Items Controlled</E> a. Of glass;</FP-1><P>b. Of tin.</P>"""
    items = [(line.entry, line.labels) for line in after_entry(us, ITEMS + body) if line.role == "item"]
    assert items == [("3A002", ()), ("", ("a",)), ("3A003", ()), ("", ("a",)), ("", ("b",))]


def test_reserved_ranges_give_a_line_a_number(us: Scheme) -> None:
    body = ITEMS + "<P>a. Cups;</P><P>b. through d. [Reserved]</P><P>d. Mugs</P><P>e.1 through e.2. [Reserved]</P>"
    lines = after_entry(us, body)
    assert shape(lines) == [
        ("item", "a", "Cups;"),
        ("item", "b", "[Reserved]"),
        ("item", "c", "[Reserved]"),
        ("item", "d", "Mugs"),
        ("item", "e.1", "[Reserved]"),
        ("item", "e.2", "[Reserved]"),
    ]


def test_note_elements_keep_their_lists(us: Scheme) -> None:
    body = (
        ITEMS
        + """<P>a. Cups;</P>
<NOTE><HED><I>Note 2 to paragraph a:</I></HED><P><I>Not these:</I></P>
<P><I>a. Thimbles;</I></P><P><I>b. Hats.</I></P></NOTE>
<NOTE><HED><I>Technical Notes:</I></HED><P><I>1. A cup has an ear.</I></P></NOTE>
<NOTE><HED><I>N.B.:</I></HED><P><I>For mugs see 3A009.</I></P></NOTE><P>b. Bowls.</P>"""
    )
    lines = after_entry(us, body)
    assert shape(lines) == [
        ("item", "a", "Cups;"),
        ("note", "", "Note 2 to paragraph a: Not these:"),
        ("text", "a", "Thimbles;"),
        ("text", "b", "Hats."),
        ("technical-note", "", ""),
        ("text", "1", "A cup has an ear."),
        ("nota-bene", "", "For mugs see 3A009."),
        ("item", "b", "Bowls."),
    ]
    note = next(line for line in lines if line.role == "note")
    assert (note.number, note.depth) == ("2", 1)
    assert all(line.bound for line in lines if line.role == "text")


def test_an_item_inside_a_note_element_is_an_item(us: Scheme) -> None:
    body = ITEMS + "<P>a. Cups;</P><NOTE><HED>Note:</HED><P>Cups are round.</P><P>b. Bowls;</P></NOTE><P>c. Pots.</P>"
    assert [line.labels for line in after_entry(us, body) if line.role == "item"] == [("a",), ("b",), ("c",)]


def test_loose_notes_keep_their_lists(us: Scheme) -> None:
    body = (
        ITEMS
        + """<P>a. Cups;</P><P>a.1 Small ones.</P><P>Note: 3A001.a.1 does not apply to:</P>
<P>a. Thimbles; or</P><P>b. Hats.</P>
<P>a.2. Large ones.</P><P>Technical Notes:</P><P>1. An ear is a handle.</P><P>b. Bowls.</P>"""
    )
    roles = [(line.role, line.labels, line.bound) for line in after_entry(us, body) if line.role != "furniture"]
    assert roles == [
        ("item", ("a",), False),
        ("item", ("a", "1"), False),
        ("note", (), False),
        ("text", ("a",), True),
        ("text", ("b",), True),
        ("item", ("a", "2"), False),
        ("technical-note", (), False),
        ("text", ("1",), True),
        ("item", ("b",), False),
    ]


def test_annexes_hold_no_items(us: Scheme) -> None:
    body = ITEMS + """<FP-2>EAR99 Spoons.</FP-2><HD1>Annex to Category 3</HD1><P>1. Tea;</P><P>a. Green;</P>"""
    assert [(line.role, line.name) for line in after_entry(us, body)[1:]] == [
        ("statement", "EAR99"),
        ("statement", "Annex to Category 3"),
        ("text", ""),
        ("text", ""),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (FRAME.format(ENTRY).encode()[:700], "cut off"),
        (b"<html><body>Sorry</body></html>", "no eCFR XML"),
        (b'<DIV9 N="Supplement No. 2 to Part 774"/>', "Supplement No. 2"),
        (FRAME.format("<P>No codes here.</P>").encode(), "no entry code"),
    ],
)
def test_wrong_input_is_refused_with_its_name(us: Scheme, data: bytes, message: str) -> None:
    with pytest.raises(WrongUse, match=message) as caught:
        read((SourceData("kitchen.xml", data),), us)
    assert "kitchen.xml" in str(caught.value)


def test_labels() -> None:
    assert printed_path("b.2.a.. Bowls") == (("b", "2", "a"), 8)
    assert printed_path("z.1 Pots") == (("z", "1"), 4)
    assert printed_path("a spout") == printed_path("e.g., tea") == printed_path("no. 5") == ((), 0)
    assert reserved_range(("d",), "-f. [Reserved]") == ((("d",), ("e",), ("f",)), "[Reserved]")
    assert leftover_range(("y", "2"), "2 to y.3. [Reserved]") == ((("y", "2"), ("y", "3")), "[Reserved]")
    assert follows(("z",), ("aa",))
    assert not follows(("a", "1"), ("a", "3"))


@pytest.mark.corpus
def test_the_whole_list(corpus: Path, us: Scheme) -> None:
    path = corpus / "us" / "ccl_2026-06-24.xml"
    found = read((SourceData(path.name, path.read_bytes()),), us)
    assert sum(line.chars for line in found.lines) == found.source_chars
    assert len({line.entry for line in found.lines if line.role == "item" and line.entry}) == 638
    items = [line for line in found.lines if line.role == "item"]
    assert len(items) > 6200
    assert sum(not line.firm for line in items) <= 2


def test_a_caption_is_no_part_of_the_item_before_it(us: Scheme) -> None:
    body = ITEMS + "<P>a. [Reserved]</P><P>Jugs</P><P>b. Jugs of tin;</P><P>CUPS AND SAUCERS</P><P>c. Cups</P><P>or</P>"
    assert shape(after_entry(us, body)) == [
        ("item", "a", "[Reserved]"),
        ("item", "b", "Jugs of tin;"),
        ("item", "c", "Cups"),
        ("text", "", "or"),
    ]
