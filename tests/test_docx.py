"""Word editions: prefixes split by tabs, notes in italics, parts told by their first words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from word import word_file

from controllist.errors import WrongUse
from controllist.lines import Line, SourceData
from controllist.outline import outline
from controllist.readers import docx
from controllist.readers.docx_prefix import prefix_of
from controllist.readers.docx_text import MAX_UNPACKED
from controllist.sources.scheme import Scheme, load_scheme

CATEGORY = """
3.⇥A.⇥SYSTEMS, EQUIPMENT AND COMPONENTS
_Note 1⇥The status of kettles is told by their lids.
3.⇥A.⇥1.⇥Kettles, as follows:
⇥⇥⇥a.⇥Kettles having any of the following:
_Note⇥3.A.1.a. does not apply to:
_a.⇥Toys;
_b.⇥Models.
3.⇥A.⇥1.⇥a.⇥1.⇥A heat of 5 x 10^{3} W or more; or
⇥⇥⇥⇥2.⇥Two spouts;
3.⇥A.⇥1.⇥b.⇥Not used since 2010
3.⇥A.⇥2.⇥Lids.
3.⇥B.⇥TEST, INSPECTION AND PRODUCTION EQUIPMENT - None
"""


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return load_scheme(Path(__file__).resolve().parents[1] / "lists" / "wa")


def read(scheme: Scheme, text: str, header: str = "", footer: str = "") -> tuple[Line, ...]:
    return docx.read((word_file(text, header=header, footer=footer),), scheme).lines


def test_a_category_becomes_a_tree(scheme: Scheme) -> None:
    header = "DUAL-USE LIST - CATEGORY 3 - KITCHENWARE"
    reading = docx.read((word_file(CATEGORY, header=header, footer="WA-LIST (18) 1⇥06-12-2018"),), scheme)
    tree = outline(reading, scheme)
    assert [(node.kind, node.id, node.parent) for node in tree.nodes] == [
        ("category", "3", ""), ("group", "3A", "3"), ("note", "3A/note.1", "3A"), ("item", "3A001", "3A"),
        ("item", "3A001.a", "3A001"), ("note", "3A001.a/note", "3A001.a"), ("item", "3A001.a.1", "3A001.a"),
        ("item", "3A001.a.2", "3A001.a"), ("item", "3A001.b", "3A001"), ("item", "3A002", "3A"),
        ("group", "3B", "3"),
    ]  # fmt: skip
    assert tree.coverage == 1.0
    by_id = {node.id: node for node in tree.nodes}
    assert by_id["3A001.a.1"].text == "A heat of 5 x 10³ W or more; or"
    assert by_id["3A001.a/note"].text.splitlines()[1:] == ["a. Toys;", "b. Models."]
    assert (by_id["3A001.b"].status, by_id["3A001.b"].year) == ("reserved", 2010)
    assert reading.facts == {"label": "WA-LIST (18) 1", "date": "2018-12-06"}


@pytest.mark.parametrize(
    ("fields", "labels", "start"),
    [
        (("3.", "A.", "1.", "a.", "Cups"), ("3", "A", "1", "a"), 0),
        (("5.", "A. 2.", "CUPS"), ("5", "A", "2"), 0),
        (("7.", "A. CUPS"), ("7", "A"), 0),
        (("", "", "", "b.", "Cups"), ("b",), 3),
        (("ML7.", "b.", "3.", "Cups"), ("ML7", "b", "3"), 0),
        (("Cups of 2. In the form of a jug",), (), 0),
        (("", "", "2.", "b.", "Cups"), ("2", "b"), 2),
    ],
)
def test_prefixes(fields: tuple[str, ...], labels: tuple[str, ...], start: int) -> None:
    found = prefix_of(fields)
    assert (found.labels, found.start if labels else 0) == (labels, start)


def test_parts_share_a_group_letter(scheme: Scheme) -> None:
    text = """
    Part 2 - "KITCHEN SECURITY"
    5.⇥A.⇥2.⇥SYSTEMS, EQUIPMENT AND COMPONENTS
    ⇥⇥⇥a.⇥Locks for kettles;
    """
    tree = outline(docx.read((word_file(text, header="CATEGORY 5 - PART 2 - X"),), scheme), scheme)
    assert [node.id for node in tree.nodes] == ["5P2", "5A", "5A002", "5A002.a"]


def test_the_munitions_list_has_its_own_prefix(scheme: Scheme) -> None:
    text = """
    ML7.⇥Spoons, as follows:
    ⇥a.⇥Forks;
    ⇥⇥1.⇥Small forks;
    ML7. Note 1 cont.
    ML7.⇥b.⇥Knives.
    """
    tree = outline(docx.read((word_file(text, header="MUNITIONS LIST"),), scheme), scheme)
    assert [node.code for node in tree.nodes] == ["ML", "ML7", "ML7.a", "ML7.a.1", "ML7.b"]


def test_definitions_keep_their_term_and_their_notes(scheme: Scheme) -> None:
    text = """
    DEFINITIONS OF TERMS USED IN THESE LISTS
    Cat 2, 3,⇥"Brew"
    6, 7⇥(Measured in cups) is what a pot gives.
    _Technical Note
    _⇥1.⇥A pot gives no more than it holds.
    ML8⇥"Lids" (of pots)
    ⇥Covers of any kind.
    """
    tree = outline(docx.read((word_file(text),), scheme), scheme)
    found = {node.id: node for node in tree.nodes}
    assert found["def/brew"].text == "(Measured in cups) is what a pot gives."
    assert [a.text for a in found["def/brew"].annotations] == ["Cat 2, 3", "6, 7"]
    assert found["def/brew/tn"].parent == "def/brew"
    assert found["def/brew/tn"].text == "1. A pot gives no more than it holds."
    assert found["def/lids-of-pots"].label == "Lids (of pots)"
    assert tree.coverage == 1.0


def test_sensitive_lists_mark_items(scheme: Scheme) -> None:
    rows = "THE SENSITIVE LIST OF KITCHENWARE\nCategory 3=|=\n3.A.1.a. & 3.A.1.b.=|=Kettles…\n=|=and their lids"
    lines = [line for line in read(scheme, rows) if line.role == "annotation"]
    assert [(line.entry, line.labels, line.name, line.text) for line in lines] == [
        ("3A001", ("a",), "sensitive", "Kettles…"), ("3A001", ("b",), "sensitive", "Kettles…"),
        ("3A001", ("a",), "sensitive", "and their lids"), ("3A001", ("b",), "sensitive", "and their lids"),
    ]  # fmt: skip


def test_a_validity_note_knows_its_item_and_its_end(scheme: Scheme) -> None:
    text = "STATEMENTS OF UNDERSTANDING AND VALIDITY NOTES\n9.A.4.f.\nValidity Note⇥Valid until 31 December 2019 only."
    statement = next(line for line in read(scheme, text) if line.name == "Validity Note")
    assert (statement.entry, statement.labels) == ("9A004", ("f",))


def test_a_table_set_with_tabs_keeps_rows_and_cells(scheme: Scheme) -> None:
    text = """
    2.⇥E.⇥3.⇥f.⇥"Technology" for glazing.
    TABLE - GLAZES
    1.⇥Oven (1)⇥2.⇥Pot⇥3.⇥Glaze
    A.⇥Electric⇥⇥Clay (2) and⇥⇥Blue
    ⇥⇥⇥stone⇥⇥Green
    B.⇥Gas⇥⇥Glass⇥⇥Red
    TABLE - GLAZES - NOTES
    1.⇥An oven is a kiln.
    2.⇥Clay is any earth.
    """
    tree = outline(docx.read((word_file(text, header="CATEGORY 2 - X"),), scheme), scheme)
    item = next(node for node in tree.nodes if node.code == "2E003.f")
    assert item.rows == (
        ("1. Oven (1)", "2. Pot", "3. Glaze"), ("A.\nElectric", "Clay (2) and\nstone", "Blue\nGreen"),
        ("B.\nGas", "Glass", "Red"),
    )  # fmt: skip
    note = next(node for node in tree.nodes if node.kind == "note")
    assert note.text.splitlines() == ["1. An oven is a kiln.", "2. Clay is any earth."]


def test_a_file_that_is_cut_off_is_refused(scheme: Scheme) -> None:
    whole = word_file(CATEGORY)
    with pytest.raises(WrongUse, match=r"Cat 3\.docx: not a whole Word file"):
        docx.read((SourceData(whole.name, whole.data[: len(whole.data) // 2]),), scheme)


def test_a_file_that_unpacks_to_too_much_is_refused(scheme: Scheme) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (MAX_UNPACKED + 1))
    with pytest.raises(WrongUse, match="unpacks to more than 64 MiB"):
        docx.read((SourceData("bomb.docx", packed.getvalue()),), scheme)


def test_entities_are_not_expanded(scheme: Scheme) -> None:
    packed = io.BytesIO()
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{ns}"><w:body><w:p><w:r>'
            "<w:t>3. A. 1. Cups &x;</w:t></w:r></w:p></w:body></w:document>",
        )
    lines = docx.read((SourceData("x.docx", packed.getvalue()),), scheme).lines
    assert all("Cups" in line.text or not line.text for line in lines)
    assert not any(Path("/etc/hostname").read_text().strip() in line.text for line in lines)
