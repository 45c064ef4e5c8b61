"""Hong Kong's hklm: which labelled paragraphs are items, which belong to notes, and where source notes go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData
from controllist.readers.hklm import read
from controllist.readers.hklm_definitions import term_and_rest
from controllist.readers.hklm_siblings import follows, labels_in
from controllist.sources.scheme import Scheme, load_scheme

HKLM = "http://www.xml.gov.hk/schemas/hklm/1.0"
XHTML = "http://www.w3.org/1999/xhtml"


@pytest.fixture(scope="module")
def scheme(lists: Path) -> Scheme:
    return load_scheme(lists / "hk")


def regulation(schedule: str, *, rest: str = "") -> SourceData:
    """A regulation whose first schedule holds `schedule`."""
    text = f"""<subLeg xmlns="{HKLM}" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <meta><docNumber>99Z</docNumber><dc:date>2031-02-03</dc:date><dc:language>en</dc:language></meta>
    <main><section><num>1.</num><heading>Title</heading><content>Call these the Teapot Rules.</content></section>
    <schedule><num>Schedule 1</num><heading>Kitchenware</heading>
    <crossHeading>CATEGORY 3—TEA</crossHeading>
    <section><num>3A</num><content>V<inline>essels</inline></content></section>
    {schedule}</schedule>{rest}</main></subLeg>"""
    return SourceData("cap_99Z.xml", text.encode())


def entry(content: str, code: str = "3A001") -> str:
    return f"<section><num>{code}</num><subsection><num></num>{content}</subsection></section>"


def item(label: str, content: str, element: str = "paragraph") -> str:
    return f"<{element} name='dummy'><num value='dummy'>{label}</num>{content}</{element}>"


def said(text: str) -> str:
    return f"<content>{text}</content>"


def reading(source: SourceData, scheme: Scheme) -> Reading:
    result = read((source,), scheme)
    assert sum(line.chars for line in result.lines) == result.source_chars
    return result


def outline_of(source: SourceData, scheme: Scheme) -> list[tuple[str, str, str]]:
    """Role, label or number, and text of every line from the first entry on."""
    lines = list(reading(source, scheme).lines)
    start = next(at for at, line in enumerate(lines) if line.role == "item")
    return [
        (line.role, line.entry or line.number or "".join(line.labels), line.text)
        for line in lines[start:]
        if line.role != "furniture"
    ]


def test_headings_entries_and_items_have_their_depth(scheme: Scheme) -> None:
    source = regulation(
        entry(
            "<leadIn>Teapots, as follows:</leadIn>"
            + item("(a)", "<leadIn>Of metal:</leadIn>" + item("(1)", said("Tin;"), "subparagraph"))
            + item("(b)", said("Of clay, 10<sup>3</sup> Pa, H<sub>2</sub>O;"))
        )
    )
    lines = [line for line in reading(source, scheme).lines if line.role in ("category", "group", "item")]
    assert [(line.role, line.entry, line.labels, line.depth, line.text) for line in lines] == [
        ("category", "3", (), None, "TEA"),
        ("group", "3A", (), None, "Vessels"),
        ("item", "3A001", (), 0, "Teapots, as follows:"),
        ("item", "", ("a",), 1, "Of metal:"),
        ("item", "", ("1",), 2, "Tin;"),
        ("item", "", ("b",), 1, "Of clay, 10³ Pa, H₂O;"),
    ]
    assert lines[4].where == "Schedule 1, 3A001(a)(1)"


def test_the_list_of_an_exclusion_note_comes_before_the_items_of_the_entry(scheme: Scheme) -> None:
    source = regulation(
        entry(
            "<leadIn>Teapots, as follows:</leadIn><leadIn><i>Note:</i></leadIn>"
            "<leadIn>3A001 does not apply to the following:</leadIn>"
            + item("(a)", said("Toys;"))
            + item("(b)", said("Samovars."))
            + item("(a)", said("Of metal;"))
            + item("(b)", said("Of clay;"))
        )
    )
    assert outline_of(source, scheme) == [
        ("item", "3A001", "Teapots, as follows:"),
        ("note", "", "3A001 does not apply to the following:"),
        ("text", "a", "Toys;"),
        ("text", "b", "Samovars."),
        ("item", "a", "Of metal;"),
        ("item", "b", "Of clay;"),
    ]


def test_numbers_after_a_head_are_notes_and_keep_their_own_lists(scheme: Scheme) -> None:
    source = regulation(
        entry(
            "<leadIn>Teapots, as follows:</leadIn><leadIn><i>Notes:</i></leadIn>"
            + item("1.", "<leadIn>Lids are:</leadIn>" + item("(a)", said("Flat; or")) + item("(b)", said("Round.")))
            + item("2-3.", "<sourceNote>(Repealed L.N. 7 of 2020)</sourceNote>")
            + item("(a)", said("Of metal;"))
            + "<continued><leadIn><i>Technical Note:</i></leadIn> Clay is fired earth.</continued>"
        )
    )
    assert outline_of(source, scheme) == [
        ("item", "3A001", "Teapots, as follows:"),
        ("note", "1", "Lids are:"),
        ("text", "a", "Flat; or"),
        ("text", "b", "Round."),
        ("note", "2", "(Repealed L.N. 7 of 2020)"),
        ("note", "3", "(Repealed L.N. 7 of 2020)"),
        ("item", "a", "Of metal;"),
        ("technical-note", "", "Clay is fired earth."),
    ]


@pytest.mark.parametrize(
    ("number", "third"), [("{}.", "text"), ("({})", "item")]
)
def test_a_number_that_may_be_an_item_or_go_on_with_a_note_is_what_its_print_says(
    scheme: Scheme, number: str, third: str
) -> None:
    source = regulation(
        entry(
            "<leadIn>Cups that are:</leadIn>"
            + item("(1)", said("Thin;"))
            + item("(2)", said("White;"))
            + "<continued><i>Note:</i></continued><continued>3A001 does not control:</continued>"
            + item("1.", said("Egg cups."))
            + item("2.", said("Doll cups."))
            + item(number.format(3), said("Whole."))
        )
    )
    assert [role for role, _, _ in outline_of(source, scheme)] == [
        "item", "item", "item", "note", "text", "text", third,
    ]


def test_a_list_printed_like_the_items_goes_on_as_the_note_began_it(scheme: Scheme) -> None:
    source = regulation(
        entry(
            "<leadIn>Cups that are:</leadIn>"
            + item("(1)", said("Thin;"))
            + item("(2)", said("White;"))
            + "<continued><leadIn><i>Technical Notes:</i></leadIn><leadIn>In 3A001:</leadIn>"
            + item("(1)", said("Thin is thinner than a nail."))
            + item("(2)", said("White is not cream."))
            + item("(3)", said("A nail is a thumb's."))
            + "</continued>"
        )
    )
    assert [role for role, _, _ in outline_of(source, scheme)][-4:] == ["technical-note", "text", "text", "text"]


def test_dotted_numbers_that_the_entry_promised_are_its_items(scheme: Scheme) -> None:
    source = regulation(
        entry(
            "<leadIn>Kettles, as follows:</leadIn><leadIn><i>N.B.:</i> See also 3A002.</leadIn>"
            + item("1.", said("Whistling;"))
            + item("2.", said("Silent;"))
        )
    )
    assert [role for role, _, _ in outline_of(source, scheme)] == ["item", "nota-bene", "item", "item"]


def test_a_note_inside_a_list_that_goes_on_stays_in_it(scheme: Scheme) -> None:
    nested = "<content>Toys;</content><content><i>Technical Note:</i></content><content>A toy is small.</content>"
    source = regulation(
        entry(
            "<leadIn>Teapots;</leadIn><leadIn><i>Note:</i></leadIn><leadIn>3A001 does not control:</leadIn>"
            + item("(a)", nested)
            + item("(b)", nested)
        )
    )
    assert outline_of(source, scheme)[2:] == [
        ("text", "a", "Toys;"),
        ("text", "", "Technical Note: A toy is small."),
        ("text", "b", "Toys;"),
        ("technical-note", "", "A toy is small."),
    ]


def test_ranges_of_repealed_numbers_are_one_item_each(scheme: Scheme) -> None:
    repealed = item("(a)-(c)", "<sourceNote>(Repealed <ref href='x'>L.N. 7 of 2020</ref>)</sourceNote>")
    source = regulation(entry("<leadIn>Cups:</leadIn>" + repealed + item("(d)", said("Mugs;"))))
    lines = [line for line in reading(source, scheme).lines if line.labels]
    assert [(line.labels, line.text) for line in lines[:3]] == [
        (("a",), "(Repealed L.N. 7 of 2020)"),
        (("b",), "(Repealed L.N. 7 of 2020)"),
        (("c",), "(Repealed L.N. 7 of 2020)"),
    ]
    assert all(line.marks[0].instrument == "L.N. 7 of 2020" for line in lines[:3])


def test_source_notes_are_marks_of_their_provision_not_text(scheme: Scheme) -> None:
    source = regulation(
        entry(
            "<leadIn>Cups: <sourceNote>(<ref href='/wrong'>L.N. 7 of 2020</ref>; E.R. 2 of 2021)</sourceNote></leadIn>"
            + item("(a)", said("Tin;") + "<sourceNote>(L.N. 8 of 2022)</sourceNote>")
        ).replace("</section>", "<sourceNote>(29 of 2000 s. 2)</sourceNote></section>")
    )
    cups, tin = [line for line in reading(source, scheme).lines if line.role == "item"]
    assert cups.text == "Cups:"
    assert [mark.instrument for mark in cups.marks] == ["29 of 2000", "L.N. 7 of 2020", "E.R. 2 of 2021"]
    assert [mark.instrument for mark in tin.marks] == ["L.N. 8 of 2022"]


def test_a_table_whose_rows_are_labelled_is_a_list(scheme: Scheme) -> None:
    rows = "".join(f"<tr><td>({label})</td><td>Heat {label}</td><td>{n} °C;</td></tr>" for label, n in ("a9", "b8"))
    source = regulation(
        entry(f"<leadIn>Kilns with:</leadIn><continued><table xmlns='{XHTML}'>{rows}</table></continued>")
    )
    assert outline_of(source, scheme)[1:] == [("item", "a", "Heat a 9 °C;"), ("item", "b", "Heat b 8 °C;")]


def test_definitions_carry_their_term_and_what_follows_it(scheme: Scheme) -> None:
    row = (
        f"<tr><td>3 6</td><td><content xmlns='{HKLM}'>“<term>Teapot</term>” (<term>茶壺</term>)</content>"
        f"<content xmlns='{HKLM}'>A vessel for tea. <sourceNote>(L.N. 7 of 2020)</sourceNote></content></td></tr>"
    )
    table = f"<text><table xmlns='{XHTML}'>{row}</table></text>"
    source = regulation(entry("<leadIn>Cups;</leadIn>") + f"<crossHeading>DEFINITIONS OF TERMS</crossHeading>{table}")
    lines = reading(source, scheme).lines
    definition = next(line for line in lines if line.role == "definition")
    assert (definition.name, definition.text) == ("Teapot", "A vessel for tea.")
    assert definition.marks[0].instrument == "L.N. 7 of 2020"
    assert next(line for line in lines if line.role == "table").rows == (("3 6", "(茶壺)"),)


def test_terms_lose_their_quotes_and_their_other_language() -> None:
    assert term_and_rest("“(CW) Teapot” ((連續) 茶壺)") == ("(CW) Teapot", "((連續) 茶壺)", "")
    assert term_and_rest("“TPT”— see “Teapot”") == ("TPT", "", "— see “Teapot”")


def test_another_schedule_annotates_the_items_it_names(scheme: Scheme) -> None:
    clause = item("(a)", said("items 3A001(a), 3A001 and 3A002 in the list; <i>and</i>"))
    whole = item("(b)", said("all of the items in Category 3;"))
    rest = (
        f"<schedule><num>Schedule 2</num><section><num>1.</num><leadIn>Of Schedule 1—</leadIn>{clause}{whole}</section>"
        "</schedule>"
    )
    cups = entry("<leadIn>Cups:</leadIn>" + item("(a)", said("Tin;"))) + entry("<leadIn>Mugs;</leadIn>", "3A002")
    lines = [line for line in reading(regulation(cups, rest=rest), scheme).lines if line.role == "annotation"]
    assert {line.name for line in lines} == {"schedule-2"}
    assert [(line.entry, line.labels) for line in lines] == [
        ("3A001", ("a",)), ("3A001", ()), ("3A002", ()), ("3A001", ()), ("3A002", ()),
    ]  # fmt: skip


def test_labels_and_their_order() -> None:
    assert labels_in("(k)-(n)") == ("k", "l", "m", "n")
    assert labels_in("(y)-(bb)") == ("y", "z", "aa", "bb")
    assert labels_in("") == ()
    assert follows("aa", "bb")
    assert follows("aa", "ab")
    assert not follows("a", "1")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (f"<subLeg xmlns='{HKLM}'><main>".encode(), "cut off"),
        (b"<html/>", "not Hong Kong's hklm"),
        (f"<subLeg xmlns='{HKLM}'><main/></subLeg>".encode(), "Schedule 1"),
    ],
)
def test_wrong_files_are_refused_with_the_reason(scheme: Scheme, data: bytes, message: str) -> None:
    with pytest.raises(WrongUse, match=message):
        read((SourceData("some.xml", data),), scheme)


# The real list

_CODE = re.compile(r"\d[A-E]\d{3}|ML\d+")


@pytest.fixture(scope="module")
def edition(corpus: Path) -> SourceData:
    path = next((corpus / "hk").glob("cap_60G_*.xml"))
    return SourceData(path.name, path.read_bytes())


@pytest.fixture(scope="module")
def real(edition: SourceData, scheme: Scheme) -> Reading:
    return reading(edition, scheme)


def paths(lines: tuple[Line, ...]) -> list[tuple[str, ...]]:
    """The labels of every item from its entry on, from the depths alone."""
    found: list[tuple[str, ...]] = []
    path: tuple[str, ...] = ()
    for line in lines:
        if line.role == "item":
            path = (line.entry,) if line.entry else (*path[: line.depth], *line.labels)
            assert len(path) == (line.depth or 0) + 1
            found.append(path)
    return found


@pytest.mark.corpus
def test_every_entry_that_is_printed_is_found(edition: SourceData, real: Reading) -> None:
    numbers = (" ".join("".join(num.itertext()).split()) for num in etree.fromstring(edition.data).iter("{*}num"))
    printed = [number for number in numbers if _CODE.fullmatch(number)]
    assert len(printed) > 390
    assert [line.entry for line in real.lines if line.role == "item" and line.entry] == printed


@pytest.mark.corpus
def test_labels_run_without_gaps_under_every_parent(real: Reading) -> None:
    found = paths(real.lines)
    assert len(found) == len(set(found))
    last: dict[tuple[str, ...], str] = {}
    gaps = []
    for path in found:
        if len(path) == 1:
            continue
        before = last.get(path[:-1], "")
        if path[-1] not in ("a", "1") if not before else not follows(before, path[-1]):
            gaps.append(path)
        last[path[:-1]] = path[-1]
    assert gaps == []


@pytest.mark.corpus
def test_letters_and_numbers_take_turns(real: Reading) -> None:
    """But for the chemicals of one entry, numbered at once, and one entry with dotted numbers."""
    odd = {path[0] for path in paths(real.lines) if any(b.isdigit() != (n % 2 == 1) for n, b in enumerate(path[1:]))}
    assert odd == {"1C350", "7B002"}


@pytest.mark.corpus
def test_every_source_note_of_an_entry_is_a_mark_in_it(edition: SourceData, real: Reading) -> None:
    instrument = re.compile(r"L\.N\. \d+ of \d{4}")
    marked: dict[str, set[str]] = {}
    for line in real.lines:
        if match := re.match(rf"Schedule 1, ({_CODE.pattern})", line.where):
            marked.setdefault(match[1], set()).update(mark.instrument for mark in line.marks)
    for section in etree.fromstring(edition.data).iter("{*}section"):
        number = "".join(section.find("{*}num").itertext()) if section.find("{*}num") is not None else ""
        if _CODE.fullmatch(number):
            notes = " ".join(" ".join("".join(note.itertext()).split()) for note in section.iter("{*}sourceNote"))
            assert set(instrument.findall(notes)) <= marked[number]


@pytest.mark.corpus
def test_the_file_says_when_it_is_from(real: Reading) -> None:
    assert real.facts["date"] == real.facts["in_force"] == "2025-05-30"
    assert real.facts["instrument"] == "L.N. 6 of 2025"
    assert sum(line.role == "annotation" for line in real.lines) > 90
