"""Canada's Justice Laws XML: nested provisions, groups without numbers, notes, and dates of coming into force."""

from __future__ import annotations

from pathlib import Path

import pytest

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData
from controllist.model import Mark
from controllist.readers.lims import read
from controllist.sources.scheme import Scheme, load_scheme


@pytest.fixture(scope="module")
def scheme(lists: Path) -> Scheme:
    return load_scheme(lists / "ca-ecl")


def regulation(schedule: str, *, after: str = "", body: str = "") -> SourceData:
    """A regulation whose schedule holds `schedule`."""
    text = f"""<Regulation xmlns:lims="http://justice.gc.ca/lims" xml:lang="en" lims:pit-date="2031-02-03"
      lims:lastAmendedDate="2031-02-03">
    <Identification><InstrumentNumber>SOR/99-9</InstrumentNumber></Identification>
    <Body>{body}</Body>
    <Schedule><ScheduleFormHeading><Label>SCHEDULE</Label></ScheduleFormHeading>
    <Heading level="1"><Label>GROUP 5</Label><TitleText>Kitchenware</TitleText></Heading>
    {schedule}
    <HistoricalNote>
      <HistoricalNoteSubItem lims:inforce-start-date="2020-01-01">SOR/90-1, s. 1; SOR/91-2, s. 3</HistoricalNoteSubItem>
      <HistoricalNoteSubItem lims:inforce-start-date="2031-02-03">SOR/2031-7, s. 2</HistoricalNoteSubItem>
    </HistoricalNote></Schedule>{after}</Regulation>"""
    return SourceData("SOR-99-9.xml", text.encode())


def provision(label: str, text: str = "", inner: str = "", attributes: str = "") -> str:
    label = f"<Label>{label}</Label>" if label else ""
    return f"<Provision {attributes}>{label}<Text>{text}</Text>{inner}</Provision>"


def heading(title: str, level: int) -> str:
    return f"<Heading level='{level}'><TitleText>{title}</TitleText></Heading>"


def reading(source: SourceData, scheme: Scheme) -> Reading:
    result = read((source,), scheme)
    assert sum(line.chars for line in result.lines) == result.source_chars
    return result


def paths(lines: tuple[Line, ...]) -> list[str]:
    found: list[str] = []
    path: tuple[str, ...] = ()
    for line in lines:
        if line.role == "item":
            path = (line.entry,) if line.entry else (*path[: line.depth], *line.labels)
            assert len(path) == (line.depth or 0) + 1
            found.append(".".join(path))
    return found


def test_nested_labels_keep_their_case_and_depth(scheme: Scheme) -> None:
    deep = provision("(A)", "tin, 10<Sup>-4</Sup> Pa", provision("(I)", "thin, or"))
    paragraph = provision("(a)", "of", provision("(i)", "", deep))
    source = regulation(provision("5506", "", provision("(2)", "Pots:", paragraph)))
    lines = reading(source, scheme).lines
    assert paths(lines) == ["5506", "5506.2", "5506.2.a", "5506.2.a.i", "5506.2.a.i.A", "5506.2.a.i.A.I"]
    tin = next(line for line in lines if line.labels == ("A",))
    assert (tin.text, tin.where, tin.firm) == ("tin, 10⁻⁴ Pa", "5506(2)(a)(i)(A)", True)


def test_groups_are_named_after_the_first_entry_below_them(scheme: Scheme) -> None:
    source = regulation(
        heading("Pots", 2) + heading("Teapots", 3) + provision("5101", "Teapots.") + heading("Kettles", 3)
        + provision("5102", "<Repealed>[Repealed, SOR/2007-14, s. 2]</Repealed>")
    )  # fmt: skip
    lines = reading(source, scheme).lines
    assert [(line.role, line.entry) for line in lines if line.role in ("category", "group")] == [
        ("category", "G5"), ("group", "G5.5101"), ("group", "G5.5101.3"), ("group", "G5.5102"),
    ]  # fmt: skip
    assert [line.text for line in lines if line.entry == "5102"] == ["[Repealed, SOR/2007-14, s. 2]"]


def test_text_that_stands_under_a_category_is_its_statement(scheme: Scheme) -> None:
    pots = provision("", "Pots as the Handbook has them:", provision("(a)", "old;"))
    source = regulation(pots + provision("5101", "x"))
    lines = reading(source, scheme).lines
    statement = next(line for line in lines if line.role == "statement")
    assert (statement.name, statement.text) == ("GROUP 5 Kitchenware", "Pots as the Handbook has them:")
    old = next(line for line in lines if line.labels == ("a",))
    assert (old.role, old.bound, old.text) == ("text", True, "old;")


def test_notes_stand_under_the_item_around_them(scheme: Scheme) -> None:
    notes = provision("", "NOTE", provision("1", "Lids count.") + provision("2", "Spouts:", provision("(a)", "bent")))
    single = provision("", "NOTE", provision("", "Clay is fired earth."))
    source = regulation(provision("5101", "Pots:", provision("(a)", "tin", notes) + provision("(b)", "clay") + single))
    lines = reading(source, scheme).lines
    assert paths(lines) == ["5101", "5101.a", "5101.b"]
    assert [(line.number, line.text, line.depth) for line in lines if line.role == "note"] == [
        ("1", "Lids count.", 1), ("2", "Spouts:", 1), ("", "Clay is fired earth.", 0),
    ]  # fmt: skip
    bent = next(line for line in lines if line.text == "bent")
    assert (bent.role, bent.bound) == ("text", True)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("In clause (B), a lid is round.", ("a", "ii", "B")),  # inside the item the note stands in
        ("Subparagraph (i) includes lids.", ("a", "i")),  # beside it
        ("For the purposes of paragraph (a), a lid is round.", ("a",)),  # around it
        ("In subparagraphs (i) and (ii), a lid is round.", ("a",)),  # what holds them both
        ("Aux sous-alinéas (i) et (ii), un couvercle est rond.", ("a",)),
        ("A lid is round.", ()),
    ],
)
def test_a_note_names_the_item_it_is_about(scheme: Scheme, text: str, labels: tuple[str, ...]) -> None:
    note = provision("", "NOTE", provision("", text))
    lids = provision("(A)", "flat") + provision("(B)", "round") + note
    inner = provision("(i)", "cups") + provision("(ii)", "lids:", lids)
    found = reading(regulation(heading("Tea", 2) + provision("5001", "Pots:", provision("(a)", "tin:", inner))), scheme)
    line = next(line for line in found.lines if line.role == "note")
    assert (line.entry, line.labels) == (("5001" if labels else ""), labels)


def test_notes_may_stand_beside_their_head(scheme: Scheme) -> None:
    beside = provision("", "NOTE") + provision("1", "Lids count.") + provision("(b)", "clay")
    source = regulation(provision("5101", "Pots:", provision("(a)", "tin") + beside))
    lines = reading(source, scheme).lines
    assert paths(lines) == ["5101", "5101.a", "5101.b"]
    assert [line.text for line in lines if line.role == "note"] == ["Lids count."]


def test_a_provision_closed_too_early_is_put_back_by_the_indent(scheme: Scheme) -> None:
    first = provision("(2)", "Pots:", provision("(a)", "tin", "", "format-ref='indent-1-1'"), "format-ref='indent-0-0'")
    source = regulation(provision("5504", "", first + provision("(b)", "clay", "", "format-ref='indent-1-1'")))
    assert paths(reading(source, scheme).lines) == ["5504", "5504.2", "5504.2.a", "5504.2.b"]


def test_marks_name_the_date_and_the_only_instrument_of_that_date(scheme: Scheme) -> None:
    old, new = "lims:inforce-start-date='2020-01-01'", "lims:inforce-start-date='2031-02-03'"
    replaced = f"<Provision {old}><Label>(b)</Label><Text {new}>clay</Text></Provision>"
    source = regulation(provision("5101", "Pots:", provision("(a)", "tin", "", old) + replaced))
    marks = {line.labels: line.marks for line in reading(source, scheme).lines if line.role == "item"}
    assert marks[("a",)] == (Mark(date="2020-01-01"),)
    assert marks[("b",)] == (Mark(date="2020-01-01"), Mark(instrument="SOR/2031-7", date="2031-02-03"))


def test_what_is_not_in_force_is_left_out(scheme: Scheme) -> None:
    later = "<Schedule id='NifProvs'>" + provision("5999", "Cups to come.") + "</Schedule>"
    lines = reading(regulation(provision("5101", "Pots."), after=later), scheme).lines
    assert paths(lines) == ["5101"]
    assert [line.chars for line in lines if line.name == "not in force"] == [15]


def test_defined_terms_of_the_regulation_are_definitions(scheme: Scheme) -> None:
    definition = "<Definition><Text><DefinedTermEn>Pot</DefinedTermEn> means a vessel.</Text></Definition>"
    section = f"<Section><Label>1</Label><Text>In it,</Text>{definition}</Section>"
    body = heading("Words", 1) + section
    lines = reading(regulation(provision("5101", "Pots."), body=body), scheme).lines
    found = next(line for line in lines if line.role == "definition")
    assert (found.name, found.text) == ("Pot", "means a vessel.")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"<Regulation><Identification>", "cut off"),
        (b"<html/>", "no regulation"),
        (b"<Regulation><Identification/></Regulation>", "no entry"),
    ],
)
def test_wrong_files_are_refused_with_the_reason(scheme: Scheme, data: bytes, message: str) -> None:
    with pytest.raises(WrongUse, match=message):
        read((SourceData("some.xml", data),), scheme)


def corpus_reading(corpus: Path, scheme: Scheme, date: str, language: str = "en") -> Reading:
    path = next((corpus / "ca").glob(f"SOR-89-202_pit-{date}_*_{language}_*.xml"))
    return reading(SourceData(path.name, path.read_bytes()), scheme)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("date", "instrument", "items"),
    [
        ("2020-07-01", "SOR/2020-70; SOR/2020-148", 170),
        ("2021-04-01", "SOR/2021-70", 170),
        ("2021-07-23", "SOR/2021-121", 189),
        ("2024-07-19", "SOR/2024-112", 230),
        ("2025-04-25", "SOR/2025-89", 263),
    ],
)
def test_editions(corpus: Path, scheme: Scheme, date: str, instrument: str, items: int) -> None:
    result = corpus_reading(corpus, scheme, date)
    assert result.facts["in_force"] == date
    assert result.facts["instrument"] == instrument
    found = paths(result.lines)
    assert len(found) == len(set(found)) == items
    assert {line.entry for line in result.lines if line.role == "category"} == {f"G{n}" for n in range(1, 10)}


@pytest.mark.corpus
def test_the_french_edition_has_the_same_items_groups_and_notes(corpus: Path, scheme: Scheme) -> None:
    english = corpus_reading(corpus, scheme, "2025-04-25")
    french = corpus_reading(corpus, scheme, "2025-04-25", "fr")
    assert french.facts["language"] == "fr"
    assert [(line.role, line.entry, line.labels, line.number, line.depth) for line in french.lines] == [
        (line.role, line.entry, line.labels, line.number, line.depth) for line in english.lines
    ]
