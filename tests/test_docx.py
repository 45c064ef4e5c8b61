"""Word editions: prefixes split by tabs, notes in italics, parts told by their first words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from word import word_file

from controllist.errors import WrongUse
from controllist.lines import Line, SourceData
from controllist.outline import outline
from controllist.readers import docx
from controllist.readers.docx_layout import Layouts
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
    assert [node.id for node in tree.nodes] == ["5P2", "5A2", "5A002", "5A002.a"]


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


def test_a_note_qualifies_the_item_that_it_is_set_under(scheme: Scheme) -> None:
    text = """
    3.⇥A.⇥SYSTEMS, EQUIPMENT AND COMPONENTS
    @56/-56,17,35,56 3.⇥A.⇥1.⇥Kettles, as follows:
    @79/-79,17,35,59 ⇥⇥⇥a.⇥Kettles having any of the following:
    @103/-103,17,35,59,79 ⇥⇥⇥⇥1.⇥A lid; or
    @103/-103,17,35,59,79 ⇥⇥⇥⇥2.⇥A spout;
    _@0/0 N.B.⇥For lids see elsewhere.
    """.replace("_@0/0 ", "@119/-40 _")
    lines = docx.read((word_file(text),), scheme).lines
    assert [line.indent for line in lines if line.role in ("item", "nota-bene")] == [35, 59, 79, 79, 79]
    nodes = outline(docx.read((word_file(text),), scheme), scheme).nodes
    assert [node.parent for node in nodes if node.kind == "nota-bene"] == ["3A001.a"]


def test_a_style_gives_its_paragraphs_their_place() -> None:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = etree.fromstring(f"""<w:styles xmlns:w="{name}">
        <w:style w:type="paragraph" w:styleId="plain"><w:pPr><w:ind w:left="800"/><w:tabs>
          <w:tab w:val="left" w:pos="400"/><w:tab w:val="left" w:pos="600"/></w:tabs></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="hung"><w:basedOn w:val="plain"/>
          <w:pPr><w:ind w:hanging="800"/></w:pPr></w:style></w:styles>""")
    block = etree.fromstring(f"""<w:p xmlns:w="{name}"><w:pPr><w:pStyle w:val="hung"/>
        <w:tabs><w:tab w:val="clear" w:pos="600"/></w:tabs></w:pPr></w:p>""")
    assert Layouts(styles).positions(block, ("", "", "b.", "Cups")) == (0, 20, 40, 72)


def test_the_sign_of_a_footnote_is_no_part_of_a_label(scheme: Scheme) -> None:
    text = "GENERAL KITCHEN NOTE\nCups do not leave the kitchen.\nML1.*⇥Spoons.\nML2.⇥Forks."
    nodes = outline(docx.read((word_file(text, header="MUNITIONS LIST"),), scheme), scheme).nodes
    assert [node.id for node in nodes] == ["ML", "statement/general-kitchen-note", "ML1", "ML2"]


def test_a_heading_within_an_entry_does_not_end_it(scheme: Scheme) -> None:
    text = """
    6.⇥D.⇥SOFTWARE
    6.⇥D.⇥3.⇥Other recipes, as follows:
    KETTLES
    6.⇥D.⇥3.⇥a.⇥Recipes for tea;
    SPOONS
    6.⇥D.⇥3.⇥b.⇥Recipes for soup.
    KETTLES
    _6.⇥D.⇥(For recipes of cakes see elsewhere.)
    """
    tree = outline(docx.read((word_file(text),), scheme), scheme)
    assert [node.id for node in tree.nodes] == ["6", "6D", "6D003", "6D003.a", "6D003.b", "statement/6-d"]
    assert [node.text for node in tree.nodes[3:5]] == ["Recipes for tea;", "Recipes for soup."]
    assert tree.coverage == 1.0


def test_a_note_that_goes_on_has_no_second_head(scheme: Scheme) -> None:
    text = """
    3.⇥A.⇥1.⇥a.⇥Kettles.
    _Technical Notes
    _1.⇥A kettle is round.
    3.⇥A.⇥1.⇥a.
    _Technical Notes cont.
    _2.⇥A lid is flat.
    """
    (note,) = [node for node in outline(docx.read((word_file(text),), scheme), scheme).nodes if "tn" in node.id]
    assert note.text == "1. A kettle is round.\n2. A lid is flat."


def test_a_raised_letter_is_the_sign_of_degrees(scheme: Scheme) -> None:
    assert read(scheme, "3.⇥A.⇥1.⇥Kettles at 90^{o}C.")[-1].text == "Kettles at 90°C."


def test_a_term_may_be_used_in_both_lists_and_stand_before_more_words(scheme: Scheme) -> None:
    text = """
    DEFINITIONS OF TERMS USED IN THESE LISTS
    Both Lists⇥"Lids"
    ⇥Covers of any kind.
    Cat 7⇥"Tea-Based Kitchen" ("TBK") Systems
    ⇥Kitchens for tea.
    Cat 6⇥"Stirring" slow - see "Slow stirring"
    "Stirring" Note cont.
    """
    tree = outline(docx.read((word_file(text),), scheme), scheme)
    found = [(node.label, node.text) for node in tree.nodes if node.kind == "definition"]
    assert found == [
        ("Lids", "Covers of any kind."), ('Tea-Based Kitchen ("TBK") Systems', "Kitchens for tea."),
        ("Stirring", 'slow - see "Slow stirring"'),
    ]  # fmt: skip


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
    rows += "\n5:E.1.a.=|=Recipes\n7.D.4.a. to 7.D.4.b.=|=Menus"
    lines = [line for line in read(scheme, rows) if line.role == "annotation"]
    assert [(line.entry, line.labels, line.name, line.text) for line in lines] == [
        ("3A001", ("a",), "sensitive", "Kettles…"), ("3A001", ("b",), "sensitive", "Kettles…"),
        ("3A001", ("a",), "sensitive", "and their lids"), ("3A001", ("b",), "sensitive", "and their lids"),
        ("5E001", ("a",), "sensitive", "Recipes"), ("7D004", ("a",), "sensitive", "Menus"),
        ("7D004", ("b",), "sensitive", "Menus"),
    ]  # fmt: skip


def test_a_validity_note_knows_its_item_and_its_end(scheme: Scheme) -> None:
    text = "STATEMENTS OF UNDERSTANDING AND VALIDITY NOTES\n9.A.4.f.\nValidity Note⇥Valid until 31 December 2019 only."
    statement = next(line for line in read(scheme, text) if line.name == "Validity Note")
    assert (statement.entry, statement.labels) == ("9A004", ("f",))


@pytest.mark.parametrize(
    ("heading", "entry"),
    [
        ("5.D.2., Note", "5D002"),
        ("9.B.1.f.1. and 9.C.2.a.", "9B001"),
        ("9.E.1.b.4., 5., 6., 8. and 9.", "9E001"),
        ("9.A.4.b., 9.D.2.a.3., Note to 9.E.2.a.", "9A004"),
    ],
)
def test_a_heading_of_codes_belongs_to_the_statement_that_follows(scheme: Scheme, heading: str, entry: str) -> None:
    text = "STATEMENTS OF UNDERSTANDING AND VALIDITY NOTES\n9.A.4.f.\nValidity Note⇥Valid for a year."
    lines = read(scheme, f"{text}\n{heading}\nValidity Note⇥Valid for two years.")
    assert [(line.entry, line.text) for line in lines if line.role == "statement"] == [
        ("9A004", "Valid for a year."), (entry, "Valid for two years."),
    ]  # fmt: skip


def test_codes_and_notes_that_no_statement_follows_are_words(scheme: Scheme) -> None:
    text = "STATEMENTS OF UNDERSTANDING AND VALIDITY NOTES\n9.A.4.f.\nValidity Note⇥Valid for a year:"
    lines = read(scheme, f"{text}\n9.D.2., Note\nThese are meant.")
    assert [line.text for line in lines if line.role == "text"] == ["9.D.2., Note", "These are meant."]


def test_a_code_with_the_paper_it_was_agreed_by_opens_a_statement(scheme: Scheme) -> None:
    text = "STATEMENTS OF UNDERSTANDING AND VALIDITY NOTES\nML 8\nStatement of Understanding⇥Forks are forks."
    lines = read(scheme, text + "\nML 10 (KITCHEN (95) 2)\nSpoons are spoons.")
    assert [(line.name, line.entry) for line in lines if line.role == "statement"] == [
        ("Statement of Understanding", "ML8"), ("ML 10 (KITCHEN (95) 2)", "ML10"),
    ]  # fmt: skip


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
