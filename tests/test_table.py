"""The table reader: JSON lines, CSV and XLSX; rows that repeat, lack, or add to what the source printed."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from controllist.errors import WrongUse
from controllist.lines import Line, SourceData
from controllist.readers.table import read
from controllist.sources.scheme import Scheme, load_scheme


@pytest.fixture(scope="module")
def us(lists: Path) -> Scheme:
    return load_scheme(lists / "us-ccl")


def row(code: str, text: str | None, *content: dict[str, str], supplement: str = "1") -> dict[str, Any]:
    parent = code.rpartition(".")[0] or None
    return {"code": code, "parent": parent, "supplement": supplement, "text": text, "content": list(content)}


def p(html: str) -> dict[str, str]:
    return {"tag": "P", "html": f"<P>{html}</P>"}


def lines_of(scheme: Scheme, *rows: dict[str, Any]) -> list[Line]:
    data = "\n".join(json.dumps(line) for line in rows).encode()
    found = read((SourceData("kitchen.jsonl.gz", gzip.compress(data)),), scheme)
    assert sum(line.chars for line in found.lines) == found.source_chars
    return list(found.lines)


def items(lines: list[Line]) -> list[tuple[str, str]]:
    return [(".".join(filter(None, [line.entry, *line.labels])), line.text) for line in lines if line.role == "item"]


def test_codes_give_depth(us: Scheme) -> None:
    lines = lines_of(
        us, row("3A001", "3A001 Teapots"), row("3A001.a.2", "Red ones"), row("3A001.q", "x", supplement="6")
    )
    assert items(lines) == [("3A001", "Teapots"), ("3A001.a.2", "Red ones")]
    assert [(line.depth, line.firm) for line in lines] == [(0, True), (2, True)]


def test_the_paragraph_in_the_fragments_keeps_its_markup(us: Scheme) -> None:
    lines = lines_of(us, row("3A001.a", "Over 10 3 cups", p("a. Over 10\n<SU>3</SU> cups")))
    assert items(lines) == [("3A001.a", "Over 10³ cups")]


def test_reserved_ranges_stop_where_a_row_stands(us: Scheme) -> None:
    lines = lines_of(
        us, row("3A001.b", "through d. [Reserved]"), row("3A001.d", "Lids"), row("3A001.e.1", "1 to e.2 [Reserved]")
    )
    assert [code for code, _ in items(lines)] == ["3A001.b", "3A001.c", "3A001.d", "3A001.e.1", "3A001.e.2"]


def test_items_printed_with_the_word_items_are_recovered(us: Scheme) -> None:
    entry = row(
        "3A001",
        "3A001 Teapots",
        {"text": "Related Controls:"},
        {"text": "None"},
        {"text": "Items:"},
        {"text": "a. Of"},
        {"text": "clay;"},
    )
    lines = lines_of(us, entry, row("3A001.a", None), row("3A001.b", "3A001.b"), row("3A001.b.1", "1 Blue ones"))
    assert items(lines) == [("3A001", "Teapots"), ("a", "Of clay;"), ("3A001.b.1", "Blue ones")]
    assert [(line.name, line.text) for line in lines if line.role == "annotation"] == [("related-controls", "None")]


def test_lists_in_the_metadata_are_no_items(us: Scheme) -> None:
    lines = lines_of(
        us,
        row("3A001", "3A001 Teapots", {"text": "Related Controls:"}, {"text": "Not these:"}),
        row("3A001.a", "Vases;", p("a. Vases;"), p("a. Pots of clay;")),
        row("3A001.b", "Jugs.", p("b. Jugs."), {"text": "Related Definitions:"}, {"text": "N/A"}, {"text": "Items:"}),
    )
    assert items(lines) == [("3A001", "Teapots"), ("3A001.a", "Pots of clay;")]
    related = [line.text for line in lines if line.name == "related-controls"]
    assert related == ["Not these:", "a. Vases;", "b. Jugs."]


def test_notes_and_tables_follow_their_row(us: Scheme) -> None:
    note = {"tag": "NOTE", "html": "<NOTE><HED>Note:</HED><P>Not these:</P><P>a. Hats.</P></NOTE>"}
    table = {"tag": "TABLE", "html": "<TABLE><TR><TH>Cup</TH><TD>1 l</TD></TR></TABLE>"}
    lines = lines_of(us, row("3A001.a", "Cups", note, table, {"text": "Cup"}))
    assert [(line.role, line.text, line.bound) for line in lines[1:3]] == [
        ("note", "Not these:", False),
        ("text", "Hats.", True),
    ]
    assert lines[3].rows == (("Cup", "1 l"),)
    assert lines[4].name == "table-repeated"


def test_metadata_of_an_entry_that_is_missing_is_not_given_to_another(us: Scheme) -> None:
    stray = ({"text": "License Requirements"}, {"text": "Reason for Control:"}, {"text": "XX"}, {"text": "Items:"})
    lines = lines_of(us, row("3A001", "3A001 Teapots"), row("3A001.a", "Cups", *stray))
    assert not [line for line in lines if line.role == "annotation"]
    assert items(lines) == [("3A001", "Teapots"), ("3A001.a", "Cups")]


def test_metadata_that_goes_on_after_a_row_made_from_its_words_is_the_entrys_own(us: Scheme) -> None:
    """The converter opens a row where a licence condition names an item; the item itself lends it the text later."""
    rest = ({"text": "List of Items Controlled"}, {"text": "Related Controls:"}, {"text": "None"}, {"text": "Items:"})
    lines = lines_of(
        us,
        row("3A001", "3A001 Teapots"),
        row("3A001.a", "Cups", *rest, p("<I>Note:</I> Not hats.")),
        row("3A001.b", "Pots"),
    )
    assert items(lines) == [("3A001", "Teapots"), ("3A001.a", "Cups"), ("3A001.b", "Pots")]
    assert [(line.role, line.name, line.text) for line in lines if line.role in ("annotation", "note")] == [
        ("annotation", "related-controls", "None"),
        ("note", "", "Not hats."),
    ]


def test_an_entry_whose_heading_is_all_has_no_items(us: Scheme) -> None:
    """The rows come from a list in its metadata."""
    rest = ({"text": "List of Items Controlled"}, {"text": "Items:"})
    all_said = p("The list of items controlled is contained in the ECCN heading.")
    lines = lines_of(
        us, row("3A001", "3A001 Teapots"), row("3A001.a", "Cups; or"), row("3A001.b", "Pots", *rest, all_said)
    )
    assert items(lines) == [("3A001", "Teapots")]
    assert [line.text for line in lines if line.role == "annotation"] == ["Cups; or", "Pots"]


def test_a_lost_paragraph_is_given_back_to_its_row(us: Scheme) -> None:
    rest = ({"text": "List of Items Controlled"}, {"text": "Items:"}, {"text": "a. Cups of"}, {"text": "clay:"})
    lines = lines_of(
        us,
        row("3A001", "3A001 Pots"),
        row("3A001.a", "3A001.a"),
        row("3A001.a.1", "Red ones"),
        row("3A001.e", None, *rest),
    )
    assert items(lines)[:3] == [("3A001", "Pots"), ("3A001.a", "Cups of clay:"), ("3A001.a.1", "Red ones")]


def test_the_text_of_a_row_may_be_a_statement_about_its_entry(us: Scheme) -> None:
    lines = lines_of(us, row("3A001", "3A001 Pots"), row("3A001.a", "STA: May not be used for pots in 3A001.a"))
    assert items(lines) == [("3A001", "Pots")]
    assert [(line.name, line.text) for line in lines if line.role == "annotation"] == [
        ("sta", "May not be used for pots in 3A001.a")
    ]


def test_a_general_statement_closes_the_last_entry_of_a_category(us: Scheme) -> None:
    """What stands after it came before the next category's first entry."""
    note = {"tag": "NOTE", "html": "<NOTE><HED>Note 1:</HED><P>All kettles are also pots.</P></NOTE>"}
    closing = ({"text": "Items:"}, {"text": "a. Cups"}, {"text": "EAR99 Other"}, {"text": "pots."}, note)
    lines = lines_of(us, row("3A001", "3A001 Pots", *closing), row("4A001", "4A001 Kettles"))
    assert [(line.role, line.text) for line in lines if line.role != "furniture"] == [
        ("item", "Pots"),
        ("item", "Cups"),
        ("statement", "EAR99 Other pots."),
        ("note", "All kettles are also pots."),
        ("item", "Kettles"),
    ]


def test_csv_and_xlsx_say_the_same(us: Scheme) -> None:
    header, cells = ["Code", "parent", "text", "supplement"], ["3A001.a", "3A001", "Cups, “red”; or", "1"]
    csv = ("\ufeff" + ",".join(header) + "\n" + ",".join(f'"{cell}"' for cell in cells) + "\n").encode()
    book = Workbook()
    book.active.append(header)
    book.active.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    from_csv = read((SourceData("kitchen.csv", csv),), us)
    from_xlsx = read((SourceData("kitchen.xlsx", stream.getvalue()),), us)
    assert items(list(from_csv.lines)) == items(list(from_xlsx.lines)) == [("3A001.a", "Cups, “red”; or")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b" \n", "empty"),
        (b'{"code": "3A001", "text": "x"}', "line 1: the column parent is missing"),
        (b'{"code": "3A001", "parent": null, "text": "x", "supplement": "1"}\n{"code": ', "line 2"),
        (b'{"code": "Tea", "parent": null, "text": "x", "supplement": "1"}', "line 1: 'Tea' is no item code"),
        (b'{"code": "3A001", "parent": null, "text": "x", "supplement": "7"}', "no row belongs"),
        (b"code;text\n3A001;x\n", "line 1: the column parent is missing"),
        (b"code,parent,text\n3A001,,x,y,z\n", "line 2: 5 cells under 3 columns"),
        (b"PK\x03\x04broken", "no whole XLSX"),
        (gzip.compress(bytes(range(256)))[:-9], "cut off"),
    ],
)
def test_wrong_input_is_refused_with_its_place(us: Scheme, data: bytes, message: str) -> None:
    with pytest.raises(WrongUse, match=message) as caught:
        read((SourceData("kitchen", data),), us)
    assert "kitchen" in str(caught.value)


@pytest.mark.corpus
def test_every_reconstructed_edition(corpus: Path, us: Scheme) -> None:
    paths = sorted((corpus / "us").glob("*.jsonl.gz"))
    assert len(paths) == 49
    for path in paths[::6]:
        found = read((SourceData(path.name, path.read_bytes()),), us)
        assert sum(line.chars for line in found.lines) == found.source_chars, path.name
        codes = [code for code, _ in items(list(found.lines)) if code[0].isdigit()]
        assert len(codes) == len(set(codes)) > 5000, path.name


def test_a_table_of_the_three_columns_alone_belongs_as_a_whole(us: Scheme) -> None:
    data = b"code,parent,text\n3A001,,Teapots:\n3A001.a,3A001,Red ones\n"
    lines = list(read((SourceData("kitchen.csv", data),), us).lines)
    assert items(lines) == [("3A001", "Teapots:"), ("3A001.a", "Red ones")]
