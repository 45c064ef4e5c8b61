"""The reader of gii-norm XML, on small annexes of invented goods and on the real editions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData
from controllist.readers import gii
from controllist.sources.scheme import Scheme, load_scheme


@pytest.fixture(scope="module")
def scheme(lists: Path) -> Scheme:
    return load_scheme(lists / "de-al")


def act(content: str, *, footnotes: str = "", stand: str = "", citation: str = "BGBl. 2031 I Nr. 7, S. 3 - 9") -> bytes:
    """An act whose first annex has `content`."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <dokumente builddate="20310814214545" doknr="X">
      <norm><metadaten><jurabk>TKV</jurabk><standangabe><standtyp>Stand</standtyp>
        <standkommentar>{stand}</standkommentar></standangabe></metadaten></norm>
      <norm><metadaten><enbez>§ 1</enbez></metadaten>
        <textdaten><text><Content><P>Diese Verordnung regelt Kannen.</P></Content></text></textdaten></norm>
      <norm builddate="20310815000000"><metadaten><enbez>Anlage 1</enbez></metadaten><textdaten>
        <text format="XML"><Content>
        <P><noindex><kommentar typ="Fundstelle">(Fundstelle: {citation})</kommentar></noindex></P>
        {content}</Content></text>
        <fussnoten>{footnotes}</fussnoten></textdaten></norm>
    </dokumente>""".encode()


def dl(*pairs: tuple[str, str]) -> str:
    """A list of labels and the content of their `DD`."""
    return "<DL>" + "".join(f"<DT>{label}</DT><DD>{content}</DD>" for label, content in pairs) + "</DL>"


def la(content: str) -> str:
    return f"<LA>{content}</LA>"


def entries(*pairs: tuple[str, str]) -> str:
    """Part A of a list with these entries."""
    return "<Title><B>TEIL I</B></Title><P>" + dl(("<B>A</B>", la("<B>Kannen</B>")), *pairs) + "</P>"


def read(data: bytes, scheme: Scheme) -> Reading:
    return gii.read((SourceData("awv.xml", data),), scheme)


def read_entries(scheme: Scheme, *pairs: tuple[str, str]) -> Reading:
    return read(act(entries(*pairs)), scheme)


def in_list(reading: Reading) -> list[Line]:
    return [line for line in reading.lines if line.role not in ("furniture", "category")]


def shape(reading: Reading) -> list[tuple[str, str, int | None, str]]:
    """Role, printed head, depth and text of each line of the list."""
    return [(line.role, line.entry + "".join(line.labels), line.depth, line.text) for line in in_list(reading)]


NOTE = "<I><U>Anmerkung:</U></I>"
TECHNICAL = la("<I>Technische Anmerkung:</I>")


def test_nesting_is_depth(scheme: Scheme) -> None:
    lids = dl(("1.", la("Deckel <U>oder</U>")), ("2.", la("Tüllen.")))
    parts = dl(("a)", la("Teile: " + lids)), ("b)", la("Siebe.")))
    reading = read_entries(scheme, ("0001", la("Kannen wie folgt: " + parts)))
    assert shape(reading) == [
        ("item", "0001", 0, "Kannen wie folgt:"),
        ("item", "a", 1, "Teile:"),
        ("item", "1", 2, "Deckel oder"),
        ("item", "2", 2, "Tüllen."),
        ("item", "b", 1, "Siebe."),
    ]
    assert all(line.firm for line in in_list(reading))
    assert [line.where for line in in_list(reading)] == ["0001", "0001a", "0001a1", "0001a2", "0001b"]


def test_a_part_letter_heads_a_category(scheme: Scheme) -> None:
    lines = read_entries(scheme, ("0001", la("Kannen."))).lines
    category = next(line for line in lines if line.role == "category")
    assert (category.entry, category.text) == ("ML", "Kannen")


def test_labels_printed_in_the_code_count_as_depth(scheme: Scheme) -> None:
    kinds = dl(("a)", la("aus Ton.")), ("b)", la("aus Glas.")))
    head, *children = in_list(read_entries(scheme, ("3A1901b13", la("Kannen: " + kinds))))
    assert (head.entry, head.labels, head.depth) == ("3A1901", ("b", "13"), 2)
    assert [(line.labels, line.depth) for line in children] == [(("a",), 3), (("b",), 3)]


def test_a_note_among_the_items_keeps_its_list(scheme: Scheme) -> None:
    points = dl(("a)", la("<I>Siebe,</I>")), ("b)", la("<I>Löffel.</I>")))
    note = dl((NOTE, la("<I>Unternummer 0001a erfasst nicht:</I>" + points)))
    goods = dl(("a)", la("Teile." + note)), ("b)", la("Tassen.")))
    reading = read_entries(scheme, ("0001", la("Kannen: " + goods)))
    assert shape(reading) == [
        ("item", "0001", 0, "Kannen:"),
        ("item", "a", 1, "Teile."),
        ("note", "", 1, "Unternummer 0001a erfasst nicht:"),
        ("text", "a", None, "Siebe,"),
        ("text", "b", None, "Löffel."),
        ("item", "b", 1, "Tassen."),
    ]
    assert [line.bound for line in in_list(reading)] == [False, False, False, True, True, False]


def test_items_go_on_after_a_note_that_is_only_a_heading(scheme: Scheme) -> None:
    goods = dl(("a)", la("Kannen,")), ("b)", la("Tassen.")))
    see = la("<I>Ergänzende Anmerkung 2:</I>") + la("<I>Siehe Nummer 0011.</I>" + goods)
    reading = read_entries(scheme, ("0004", la("Geschirr wie folgt:") + see))
    assert shape(reading) == [
        ("item", "0004", 0, "Geschirr wie folgt:"),
        ("nota-bene", "", 0, "Siehe Nummer 0011."),
        ("item", "a", 1, "Kannen,"),
        ("item", "b", 1, "Tassen."),
    ]
    assert in_list(reading)[1].number == "2"


@pytest.mark.parametrize(
    ("before", "after", "role"),
    [
        ("", la("<I>Kannen haben:</I>" + dl(("a)", la("Henkel.")))), "text"),
        ("", la("<I>Kannen haben Henkel.</I>" + dl(("a)", la("<I>aus Ton.</I>")))), "text"),
        ("", la("<I>Kannen haben Henkel.</I>" + dl(("a)", la("Tassen.")))), "item"),
        (dl(("a)", la("Kannen."))), la("<I>Kannen haben Henkel.</I>") + la(dl(("b)", la("Tassen.")))), "item"),
        (dl(("a)", la("Kannen."))), la("<I>Kannen haben Henkel.</I>" + dl(("a)", la("aus Ton.")))), "text"),
    ],
    ids=["announced by the note", "slanted", "first list of the item", "next label of the item", "first label again"],
)
def test_whose_list_follows_a_note(scheme: Scheme, before: str, after: str, role: str) -> None:
    reading = read_entries(scheme, ("0001", la("Geschirr: " + before) + TECHNICAL + after))
    assert in_list(reading)[-1].role == role


def test_a_heading_within_a_point_of_a_note_stays_in_the_note(scheme: Scheme) -> None:
    see = la("<I>Ergänzende Anmerkung:</I>")
    points = dl(("a)", la("<I>Siebe,</I>") + see + la("<I>Siehe 0002.</I>")), ("b)", la("<I>Löffel.</I>")))
    note = dl((NOTE, la("<I>Nicht erfasst:</I>" + points) + see + la("<I>Siehe 0003.</I>")))
    reading = read_entries(scheme, ("0001", la("Kannen." + note)))
    assert [(line.role, line.text) for line in in_list(reading)][2:] == [
        ("text", "Siebe,"),
        ("text", "Ergänzende Anmerkung:"),
        ("text", "Siehe 0002."),
        ("text", "Löffel."),
        ("nota-bene", "Siehe 0003."),
    ]


def test_each_number_of_a_reserved_range_is_an_item(scheme: Scheme) -> None:
    points = dl(("a)", la("Kannen;")), ("b) bis d)", la("nicht belegt;")), ("e)", la("Tassen.")))
    reading = read_entries(scheme, ("0001", la("Geschirr: " + points)))
    assert [(line.labels, line.text) for line in in_list(reading)][2:5] == [
        (("b",), "nicht belegt;"),
        (("c",), "nicht belegt;"),
        (("d",), "nicht belegt;"),
    ]
    assert sum(line.chars for line in reading.lines) == reading.source_chars


def test_an_empty_label_goes_on_with_the_entry(scheme: Scheme) -> None:
    note = la(dl((NOTE, la("<I>Gilt nicht für Tassen.</I>"))))
    reading = read_entries(scheme, ("5A902", la("Kannen: " + dl(("a)", la("aus Ton."))))), ("", note))
    assert shape(reading)[-1] == ("note", "", 0, "Gilt nicht für Tassen.")


def test_raised_and_lowered_characters_survive(scheme: Scheme) -> None:
    text = "Kannen<BR/>mit CO<SUB>2</SUB> bei 10<SUP>-3</SUP> m<I><SUP>2</SUP></I>."
    reading = read_entries(scheme, ("0001", la(text)))
    assert in_list(reading)[0].text == "Kannen mit CO₂ bei 10⁻³ m²."


def test_general_notes_tables_and_other_text(scheme: Scheme) -> None:
    table = (
        '<table><tgroup cols="3"><colspec colname="c1"/><colspec colname="c2"/><colspec colname="c3"/>'
        '<thead><row><entry namest="c1" nameend="c2">Ware</entry><entry colname="c3">Maß</entry></row></thead>'
        '<tbody><row><entry colname="c1">Kanne</entry><entry colname="c3">1 l</entry></row></tbody></tgroup></table>'
    )
    reading = read(
        act(
            f"<Title>Inhaltsübersicht</Title>{table}<Title>Teil I</Title><P>{dl(('1.', la('Maße:' + table)))}</P>"
            + entries(("0001", la("Kannen.")))
            + f"<P><B>TEIL II</B></P>{table}",
            footnotes="<Content><P>Ein Schreibfehler wurde berichtigt.</P></Content>",
        ),
        scheme,
    )
    statement, rows = in_list(reading)[:2]
    assert (statement.role, statement.number, statement.text) == ("statement", "1", "Maße:")
    assert rows.rows == (("Ware", "", "Maß"), ("Kanne", "", "1 l"))
    names = [line.name for line in reading.lines if line.role == "furniture"]
    assert names == ["gazette citation", "heading", "contents", "heading", "heading", "outside", "outside", "footnote"]


def test_definitions_carry_their_term(scheme: Scheme) -> None:
    rule = dl((NOTE, la("Klammern nennen Nummern.")))
    parts = dl(("a)", la("Henkel,")), ("b)", la("Tülle.")))
    reading = read(
        act(
            entries(("0001", la("„Kannen“.")))
            + "<Title>Begriffsbestimmungen</Title>"
            + f"<P>Begriffe sind erklärt: {rule}„Kanne“ (0001) (pot): ein Gefäß mit {parts}</P>"
            + "<P>Anmerkung: Siehe auch „Tasse“.</P><P>„Tasse“ (DEF) (cup): ein Gefäß.</P>"
        ),
        scheme,
    )
    found = [(line.role, line.name, "".join(line.labels), line.text) for line in in_list(reading)][1:]
    assert found == [
        ("statement", "Begriffsbestimmungen", "", "Begriffe sind erklärt:"),
        ("text", "", "", "Anmerkung:"),
        ("text", "", "", "Klammern nennen Nummern."),
        ("definition", "Kanne", "", "(0001) (pot): ein Gefäß mit"),
        ("text", "", "a", "Henkel,"),
        ("text", "", "b", "Tülle."),
        ("text", "", "", "Anmerkung: Siehe auch „Tasse“."),
        ("definition", "Tasse", "", "(DEF) (cup): ein Gefäß."),
    ]


def test_abbreviations_are_a_table_whatever_their_markup(scheme: Scheme) -> None:
    listed = dl(("TK", la("Teekanne<BR/>(teapot)")), ("C<SUP>3</SUP>", la("Dreimal C")))
    heading = "<P><B>Verzeichnis der Abkürzungen</B></P>"
    reading = read(act(entries(("0001", la("Kannen."))) + f"{heading}<P>{listed}</P>"), scheme)
    assert in_list(reading)[-1].rows == (("TK", "Teekanne (teapot)"), ("C³", "Dreimal C"))


def test_facts_of_the_federal_law_gazette(scheme: Scheme) -> None:
    stand = "Zuletzt geändert durch Art. 1 V v. 5.7.2031 I Nr. 7 mWv 9.7.2031"
    assert read(act(entries(("0001", la("Kannen."))), stand=stand), scheme).facts == {
        "label": "BGBl. 2031 I Nr. 7, S. 3 - 9",
        "instrument": "BGBl. 2031 I Nr. 7",
        "stand": stand,
        "built": "2031-08-15",
        "adopted": "2031-07-05",
        "in_force": "2031-07-09",
    }


@pytest.mark.parametrize(
    "stand",
    [
        "Änderung durch Art. 2 V v. 5.7.2031 BAnz AT 08.07.2031 V1 mWv 9.7.2031 noch nicht berücksichtigt",
        "Zuletzt geändert durch Art. 2 V v. 5.7.2031 BAnz AT 08.07.2031 V12 mWv 9.7.2031",
    ],
    ids=["not yet in the text", "another instrument"],
)
def test_only_the_remark_on_the_instrument_dates_it(scheme: Scheme, stand: str) -> None:
    facts = read(act(entries(("0001", la("Kannen."))), stand=stand, citation="BAnz AT 08.07.2031 V1"), scheme).facts
    assert facts["published"] == facts["date"] == "2031-07-08"
    assert "in_force" not in facts
    assert "adopted" not in facts


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "awv.xml: the file is empty"),
        (act(entries(("0001", la("Kannen."))))[:-300], "cut off"),
        (b"<Regulation/>", "root element is <Regulation>"),
        (b"<dokumente><norm><metadaten><enbez>Anlage 9</enbez></metadaten></norm></dokumente>", "Anlage 9"),
        (act("<P>Kannen.</P>"), "no entry of the list"),
    ],
    ids=["empty", "cut off", "another format", "no such annex", "no entry"],
)
def test_wrong_input_is_refused_with_its_place(scheme: Scheme, data: bytes, message: str) -> None:
    with pytest.raises(WrongUse, match=message):
        read(data, scheme)


def test_several_files_are_refused(scheme: Scheme) -> None:
    source = SourceData("awv.xml", act(entries(("0001", la("Kannen.")))))
    with pytest.raises(WrongUse, match="one file, not 2"):
        gii.read((source, source), scheme)


# The real editions


EDITIONS = 7


@pytest.fixture(scope="module")
def readings(corpus: Path, scheme: Scheme) -> dict[Path, Reading]:
    files = sorted((corpus / "de").glob("*.xml"))
    assert len(files) == EDITIONS
    return {path: read(path.read_bytes(), scheme) for path in files}


def codes(reading: Reading) -> list[str]:
    """The canonical codes of the items, from their depths alone."""
    found: list[str] = []
    path: list[str] = []
    for line in reading.lines:
        if line.role == "item":
            assert line.depth is not None
            path = [line.entry, *line.labels] if line.entry else [*path[: line.depth], line.labels[0]]
            assert len(path) == line.depth + 1
            found.append(".".join(path))
    return found


@pytest.mark.corpus
def test_every_character_stands_on_a_line(readings: dict[Path, Reading]) -> None:
    for path, reading in readings.items():
        assert sum(line.chars for line in reading.lines) == reading.source_chars > 100_000, path.name


@pytest.mark.corpus
def test_every_printed_entry_is_found(readings: dict[Path, Reading]) -> None:
    for path, reading in readings.items():
        labels = ("".join(dt.itertext()).strip() for dt in etree.parse(path).iter("DT"))
        printed = [label for label in labels if re.fullmatch(r"00\d\d|\d[A-E]\d{3,4}[a-z]?\d*", label)]
        found = ["".join([line.entry, *line.labels]) for line in reading.lines if line.role == "item" and line.entry]
        assert found == printed, path.name


@pytest.mark.corpus
def test_codes_are_unique_and_their_sequence_has_no_gap(readings: dict[Path, Reading]) -> None:
    for path, reading in readings.items():
        found = codes(reading)
        assert len(found) == len(set(found)), path.name
        before: dict[str, str] = {}
        printed = {code for code in found if code.count(".") and code.rpartition(".")[0] not in found}
        for code in found:
            parent, _, label = code.rpartition(".")
            if parent and code not in printed:
                expected = _next(before[parent]) if parent in before else {"a", "1"}
                assert label in expected, (path.name, code)
                before[parent] = label


def _next(label: str) -> set[str]:
    return {str(int(label) + 1)} if label.isdigit() else {chr(ord(label) + 1)}


@pytest.mark.corpus
def test_items_are_upright_and_notes_slanted(readings: dict[Path, Reading]) -> None:
    for path, reading in readings.items():
        assert not [line.where for line in reading.lines if line.role == "item" and line.italic], path.name
        notes = [line for line in reading.lines if line.role in ("note", "technical-note", "nota-bene")]
        assert len(notes) > 100, path.name
        assert all(line.italic for line in notes), path.name


@pytest.mark.corpus
def test_real_items_at_their_place(readings: dict[Path, Reading]) -> None:
    by_year = {reading.facts["instrument"]: set(codes(reading)) for reading in readings.values()}
    assert {"0001.b.2.a", "0008.a.32.j", "0009.a.2.d.4"} <= set.intersection(*by_year.values())
    newer = by_year["BGBl. 2024 I Nr. 243"]
    assert {"3A1901.b.13.c", "3B1901.k.b.3", "4A1906.a.8", "4D1901.b.3"} <= newer - by_year["BGBl. 2023 I Nr. 264"]
