"""Lists published as PDF: rows from pages, paragraphs from rows, and the real editions."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData, count_chars
from controllist.readers import pdf
from controllist.readers.pdf_acronyms import acronym_lines
from controllist.readers.pdf_columns import table_of
from controllist.readers.pdf_hyphens import Hyphens
from controllist.readers.pdf_layout import Document
from controllist.readers.pdf_marks import is_marker, sign_of
from controllist.readers.pdf_terms import named
from controllist.readers.pdf_text import HYPHEN, Page, Row, Word, pages
from controllist.sources.scheme import Scheme, load_scheme

FONTS = {"": "Times-Roman", "i": "Times-Italic", "b": "Times-Bold"}
Text = tuple[float, float, str] | tuple[float, float, str, str] | tuple[float, float, str, str, float]
"""Where a text stands, the text, its style ("i" slanted, "b" bold, "") and its size."""


def made_pdf(*page_texts: list[Text]) -> bytes:
    """A PDF whose pages hold these texts."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    for name in FONTS.values():
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    fonts = " ".join(f"/F{place} {place + 3} 0 R" for place in range(len(FONTS)))
    kids = []
    for texts in page_texts:
        content = []
        for x, y, text, *more in texts:
            style, size = (*more, *("", 10.0)[len(more) :])
            shown = re.sub(r"([\\()])", r"\\\1", str(text))
            content.append(f"BT /F{list(FONTS).index(str(style))} {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET")
        stream = "\n".join(content)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
                       f" /Resources << /Font << {fonts} >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, starts = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        starts.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    return body + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
                   f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n").encode()


def reading(scheme: Scheme, *page_texts: list[Text]) -> Reading:
    found = pdf.read((SourceData("made.pdf", made_pdf(*page_texts)),), scheme)
    assert sum(line.chars for line in found.lines) == found.source_chars
    return found


def text_lines(found: Reading) -> list[Line]:
    return [line for line in found.lines if line.role != "furniture"]


@pytest.fixture(scope="module")
def eu(lists: Path) -> Scheme:
    return load_scheme(lists / "eu")


@pytest.fixture(scope="module")
def wa(lists: Path) -> Scheme:
    return load_scheme(lists / "wa")


RAISED = 349.0  # where the row before it ends
KITCHEN: list[Text] = [
    (180, 800, "Kitchen Gazette 12"),
    (107, 742, "CATEGORY 9 - KITCHEN AND TABLE", "b"),
    (107, 720, "9A", "b"), (158, 720, "Pots, Pans and Kettles", "b"),
    (107, 700, "9A001"), (158, 700, "Teapots that keep a brew of not less than 5 × 10"), (RAISED, 704, "3", "", 6),
    (RAISED + 6, 700, "leaves at"),
    (158, 688, "12 °C, as follows:"),
    (158, 668, "a. Teapots of glazed earth;"),
    (169, 648, "1. Brown ones; or"),
    (169, 628, "2. Blue ones;"),
    (169, 608, "Note: 9A001.a. does not control toys, as follows:", "i"),
    (190, 588, "a. Of tin;", "i"),
    (190, 568, "b. Of sugar.", "i"),
    (158, 548, "b. Kettles with a spout that is long, thin and bent up-"),
    (169, 536, "wards, and with lids of copper, pewter or wrought"),
]
KITCHEN_GOES_ON: list[Text] = [
    (180, 800, "Kitchen Gazette 13"),
    (107, 742, "9A001"), (158, 742, "b. (continued)"),
    (169, 722, "iron that never rust upwards;"),
    (158, 702, "c. Not used."),
]


def test_entries_items_and_notes_are_told_apart(eu: Scheme) -> None:
    lines = text_lines(reading(eu, KITCHEN))
    assert [(line.role, line.entry, line.labels) for line in lines] == [
        ("category", "9", ()), ("group", "9A", ()), ("item", "9A001", ()), ("item", "", ("a",)), ("item", "", ("1",)),
        ("item", "", ("2",)), ("note", "", ()), ("text", "", ("a",)), ("text", "", ("b",)), ("item", "", ("b",)),
    ]
    note = lines[6]
    assert note.italic
    assert all(line.bound for line in lines if line.role == "text")
    assert lines[3].indent == pytest.approx(51, abs=0.5)
    assert lines[4].indent == pytest.approx(62, abs=0.5)


def test_a_raised_figure_becomes_an_exponent(eu: Scheme) -> None:
    entry = next(line for line in reading(eu, KITCHEN).lines if line.entry == "9A001")
    assert entry.text == "Teapots that keep a brew of not less than 5 × 10³ leaves at 12 °C, as follows:"


def test_a_paragraph_goes_on_over_the_page_and_the_repeated_code(eu: Scheme) -> None:
    lines = reading(eu, KITCHEN, KITCHEN_GOES_ON).lines
    kettle = next(line for line in lines if line.text.startswith("Kettles"))
    assert "bent upwards, and with lids" in kettle.text
    assert kettle.text.endswith("pewter or wrought iron that never rust upwards;")
    resume = next(line for line in lines if line.role == "resume")
    assert (resume.entry, resume.labels, resume.where) == ("9A001", ("b",), "p. 2")
    assert {line.name for line in lines if line.role == "furniture"} == {"page head"}


def test_two_labels_in_one_row_are_two_items(eu: Scheme) -> None:
    rows: list[Text] = [*KITCHEN[:4], (158, 700, "Spoons:"), (158, 680, "a. Of wood, any:"), (169, 660, "1."),
                        (180, 660, "a. Long; and"), (180, 640, "b. Thin.")]
    lines = text_lines(reading(eu, rows))
    assert [line.labels for line in lines[3:]] == [("a",), ("1",), ("a",), ("b",)]
    assert [line.text for line in lines[4:6]] == ["", "Long; and"]


def test_an_upright_label_goes_on_with_the_list_of_a_note(eu: Scheme) -> None:
    rows: list[Text] = [*KITCHEN[:4], (158, 700, "Cups."), (158, 680, "Note: The cups are:", "i"),
                        (180, 660, "a. Red;", "i"), (180, 640, "b. Tall.")]
    assert [line.bound for line in text_lines(reading(eu, rows))[-2:]] == [True, True]


def test_a_symbol_with_a_hyphen_at_the_beginning_of_a_line_opens_no_note(eu: Scheme) -> None:
    rows: list[Text] = [*KITCHEN[:4], (158, 700, "Pans of alloys such as Cu-Nb-X or Sn-Nb or"),
                        (158, 688, "Nb-X-Sn."), (158, 660, "N.B. See also 9A002.", "i")]  # fmt: skip
    lines = text_lines(reading(eu, rows))[-2:]
    assert [line.role for line in lines] == ["text", "nota-bene"]
    assert lines[0].text.endswith("Sn-Nb or Nb-X-Sn.")
    assert lines[1].text == "See also 9A002."


def test_definitions_keep_term_references_and_notes(eu: Scheme) -> None:
    rows: list[Text] = [
        (152, 742, "DEFINITIONS OF TERMS USED IN THIS ANNEX"),
        (107, 720, '"Brew" (2 9) means tea that has stood for three minutes.'),
        (107, 700, 'N.B. See also "steep".', "i"),
        (107, 680, '"Steep" (9), of tea, means to stand in "brew" water.'),
    ]
    lines = text_lines(reading(eu, rows))[1:]
    assert [(line.role, line.name, line.number) for line in lines] == [
        ("definition", "Brew", "2 9"), ("nota-bene", "", ""), ("definition", "Steep", "9"),
    ]
    assert lines[0].text == "means tea that has stood for three minutes."


WA_HEAD: list[Text] = [(180, 769, "DUAL-USE LIST - CATEGORY 9 - KITCHEN", "b")]


def test_a_code_printed_in_columns_is_split(wa: Scheme) -> None:
    rows: list[Text] = [
        *WA_HEAD,
        (90, 720, "9."), (107, 720, "A."), (125, 720, "POTS AND PANS"),
        (90, 700, "9."), (107, 700, "A."), (126, 700, "1."), (148, 700, "Teapots as follows:"),
        (90, 680, "9."), (107, 680, "A."), (126, 680, "1."), (148, 680, "a."), (169, 680, "2."), (193, 680, "Blue;"),
        (126, 660, "2."), (148, 660, "Kettles."),
    ]
    lines = text_lines(reading(wa, rows))
    assert [(line.role, line.entry, line.labels) for line in lines] == [
        ("category", "9", ()), ("group", "9A", ()), ("item", "9A001", ()), ("item", "9A001", ("a", "2")),
        ("item", "9A002", ()),
    ]
    assert lines[3].indent == pytest.approx(79, abs=0.5)


def test_quoted_lists_annotate_the_items_they_quote(wa: Scheme) -> None:
    rows: list[Text] = [
        (260, 769, "Sensitive List", "b"),
        (90, 720, "Category 9"),
        (90, 700, "9.A.1.a. & 9.A.1.b."), (193, 700, "Pots that pour"),
        (193, 688, "without a drip..."),
        (90, 660, "9.A.2."), (193, 660, "Not used since 1998"),
    ]
    found = [line for line in reading(wa, rows).lines if line.role == "annotation"]
    assert [(line.entry, line.labels, line.name) for line in found] == [
        ("9A001", ("a",), "sensitive"), ("9A001", ("b",), "sensitive"), ("9A002", (), "sensitive"),
    ]
    assert found[1].text == "Pots that pour without a drip..."


def test_definitions_in_two_columns(wa: Scheme) -> None:
    rows: list[Text] = [
        (260, 769, "DEFINITIONS", "b"),
        (90, 700, "Cat 2, 3,"), (148, 700, '"Brew"'),
        (90, 688, "9"), (169, 688, "Tea that has stood"),
        (169, 676, "for three minutes."),
    ]
    brew = text_lines(reading(wa, rows))[-1]
    assert (brew.role, brew.name, brew.number) == ("definition", "Brew", "Cat 2, 3, 9")
    assert brew.text == "Tea that has stood for three minutes."


def row(y: float, *texts: tuple[float, str]) -> Row:
    return Row(1, y, 10, tuple(Word(x, x + 5 * len(text), y, 10, text, False, False, 2) for x, text in texts))


def test_acronyms_are_definitions() -> None:
    rows = (("An acronym stands", "for words."), ("ACRONYM OR", "MEANING"), ("SIGN", ""), ("TBK", "Tea-Based Kitchen"),
            ("POT", "Plain Old Teapot"), ("QoB", "Quality of Brew"), ("T2", "Tea"), ("", "Teapot"),
            ("ACRONYM OR", "MEANING"))  # fmt: skip
    lines = list(acronym_lines(rows, "p. 1", 200))
    assert sum(line.chars for line in lines) == 200
    assert [(line.role, line.name, line.text) for line in lines] == [
        ("text", "", "An acronym stands for words. ACRONYM OR MEANING SIGN"),
        ("definition", "TBK", "Tea-Based Kitchen"), ("definition", "POT", "Plain Old Teapot"),
        ("definition", "QoB", "Quality of Brew"), ("definition", "T2", "Tea Teapot"),
        ("furniture", "column titles again", "ACRONYM OR MEANING"),
    ]


def test_what_stands_beside_a_term_in_brackets_is_part_of_its_name() -> None:
    line = Line("definition", "Kitchens for tea.", name='"Tea-Based Kitchen" ("TBK") Systems')
    assert (named(line).name, named(line).text) == ('Tea-Based Kitchen ("TBK") Systems', "Kitchens for tea.")
    line = Line("definition", "is what a pot gives.", name='"Brew" (of tea) (cups)')
    assert (named(line).name, named(line).text) == ("Brew (of tea)", "(cups) is what a pot gives.")


def test_a_note_repeated_on_the_next_page_is_no_second_note(wa: Scheme) -> None:
    found = reading(wa, [
        (75, 800, "DUAL-USE LIST - CATEGORY 2 - KETTLES"),
        (75, 700, "2."), (92, 700, "A."), (110, 700, "1."), (131, 700, "Kettles."),
        (131, 680, "Note 2", "i"), (171, 680, "Kettles do not boil over, being:", "i"),
        (171, 660, "a.", "i"), (191, 660, "Small; or", "i")],
        [(75, 800, "DUAL-USE LIST - CATEGORY 2 - KETTLES"), (131, 720, "Note 2 cont.", "i"),
         (171, 700, "b.", "i"), (191, 700, "Cold.", "i"), (75, 660, "2."), (92, 660, "A."), (110, 660, "2."),
         (131, 660, "LIDS - None"), (131, 648, "SPOONS")])  # fmt: skip
    assert [(line.role, line.number) for line in found.lines if line.number] == [("note", "2"), ("resume", "2")]
    assert [(line.role, line.text) for line in found.lines[-2:]] == [("item", "LIDS - None"), ("furniture", "SPOONS")]


def test_a_table_keeps_rows_and_cells() -> None:
    rows = [
        row(700, (100, "A."), (118, "Glaze"), (250, "Clay"), (390, "Brown")),
        row(688, (118, "(cold)"), (390, "Blue")),
        row(664, (250, "Tin"), (390, "Grey")),
        row(640, (100, "B."), (118, "Paint"), (250, "Wood"), (390, "Red")),
    ]
    assert table_of(rows) == [
        [["A. Glaze", "(cold)"], ["Clay"], ["Brown", "Blue"]],
        [[], ["Tin"], ["Grey"]],
        [["B. Paint"], ["Wood"], ["Red"]],
    ]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [("kett|les", "kettles"), ("non|stick", "non-stick"), ("tea|pot", "tea-pot"), ("4|chloro", "4-chloro")],
)
def test_a_hyphen_at_the_end_of_a_row(broken: str, mended: str) -> None:
    text = [(50.0, "kettles"), (150.0, "non-stick"), (250.0, "pot"), (300.0, "tea")]
    document = Document([Page(1, 595, 842, (row(700, *text),), 0)])
    assert document.unhyphened(broken.replace("|", HYPHEN)) == mended


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("tea|pot", "tea-pot"),  # both are words of their own
        ("wood|en", "wooden"),  # neither is: the typesetter breaks words
        ("half|full", "half-full"), ("egg|cup", "eggcup"),  # printed both ways, the one more often
        ("non|sticky", "non-sticky"),  # this head takes a hyphen
        ("slate|lidded", "slate-lidded"),  # and so does this tail
        ("over|boiling", "overboiling"),  # a prefix of many words, though its end stands alone
        ("ß|tea", "ß-tea"),
    ],
)
def test_the_words_of_a_document_tell_how_it_breaks_them(broken: str, mended: str) -> None:
    over = ("overflow overfill overcook overpour overheat oversalt oversweet overroast overtoast overbake overfry "
            "oversteam overdone overboil")
    words = ("kettles tea pot boiling over-ripe half-full half-full halffull egg-cup eggcup eggcup "
             "non-stick non-drip non-iron tin-lidded glass-lidded " + over)
    page = [f"ket{HYPHEN}", "tles", words]
    hyphens = Hyphens([page])
    assert hyphens.unhyphened(broken.replace("|", HYPHEN)) == mended


def test_a_heading_set_behind_a_full_stop_is_parted(eu: Scheme) -> None:
    note = "A teapot has one lid."
    rows: list[Text] = [*KITCHEN[:4], (158, 700, "Teapots."), (158, 684, "Technical Note:", "i"), (158, 672, note, "i")]
    end = pages(SourceData("made.pdf", made_pdf(rows)))
    x = next(row.end for page in end for row in page.rows if row.text == note)
    rows += [(x, 672, "9B", "b"), (x + 50, 672, "Tools of the Kitchen", "b"),
             (107, 650, "9B001"), (158, 650, "Whisks.")]
    lines = text_lines(reading(eu, rows))
    assert [(line.role, line.entry, line.text) for line in lines[-3:]] == [
        ("technical-note", "", note), ("group", "9B", "Tools of the Kitchen"), ("item", "9B001", "Whisks."),
    ]


def test_an_upright_formula_stays_in_its_note(eu: Scheme) -> None:
    rows: list[Text] = [*KITCHEN[:4], (158, 700, "Cups."), (158, 680, "Note: In 9A001 the strength is:", "i"),
                        (215, 650, "S = L / W"), (215, 620, "and L are the leaves;"), (158, 590, "Cups may be tall.")]
    lines = text_lines(reading(eu, rows))
    assert [(line.text, line.bound) for line in lines[-3:]] == [
        ("S = L / W", True), ("and L are the leaves;", True), ("Cups may be tall.", False),
    ]


def test_amendment_marks() -> None:
    assert sign_of("▼M12") == "M12"
    assert sign_of("►C1") == "C1"
    assert is_marker("◄")
    assert not is_marker("M1")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a PDF"), (b"<html>", "not a PDF"), (made_pdf(KITCHEN)[:300], "cut off|no text"),
        (made_pdf([]), "no text"), (made_pdf([(100, 500, "A recipe for soup.")]), "no section"),
    ],
)
def test_wrong_input_is_refused(eu: Scheme, data: bytes, why: str) -> None:
    with pytest.raises(WrongUse, match=why):
        pdf.read((SourceData("soup.pdf", data),), eu)


EDITIONS = {
    "wa/2026-01-15_WA-LIST_25-1-Corr.pdf": ("wa", "2026-01-15"),
    "eu/2015-12-25_02015R2420-20151224_en.pdf": ("eu", "2015-12-24"),
    "eu/2021-09-09_annex1-as-adopted_norway-liste2_en.pdf": ("eu", ""),
    "eu/2022-01-07_02021R0821-20220107_en.pdf": ("eu", "2022-01-07"),
    "eu/2022-05-05_02021R0821-20220505_en.pdf": ("eu", "2022-05-05"),
}


@pytest.mark.corpus
@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_is_read_whole_and_fast(corpus: Path, lists: Path, name: str) -> None:
    scheme = load_scheme(lists / EDITIONS[name][0])
    source = SourceData(name, (corpus / name).read_bytes())
    began = time.perf_counter()
    found = pdf.read((source,), scheme)
    assert time.perf_counter() - began < 20
    assert sum(line.chars for line in found.lines) == found.source_chars
    assert found.facts.get("date", "") == EDITIONS[name][1]
    kept = [line for line in found.lines if line.role not in ("furniture", "table", "resume", "annotation")]
    merged = [line for line in kept if re.search(r"[;:] (?:[a-z]|\d{1,2})\. [A-Z]", line.text)]
    assert merged == []
    printed = headings(source, scheme)
    assert printed
    assert printed <= {line.entry for line in found.lines if line.role == "item"}


def headings(source: SourceData, scheme: Scheme) -> set[str]:
    """The entry codes printed at the margin, taken from the list's rows apart from the reader's rules."""
    wassenaar = scheme.codes.cite == "wassenaar"
    found: set[str] = set()
    inside = False
    for page in pages(source):
        for line in page.rows:
            text = line.text
            if re.match(r"(?:DUAL-USE LIST - )?CATEGORY \d (?!.*\.\.\.)|MUNITIONS LIST\*?$", text):
                inside = True
            if re.match(r".?ANNEX (?!I$)[IVX]+|DEFINITIONS|Sensitive List|Very Sensitive|2020 UPDATE", text):
                inside = False
            code = re.match(r"(\d)\. ?([A-E])\. (\d+)\. " if wassenaar else r"(\d[A-E]\d{3})(?: |$)", text)
            if inside and code and line.x < 110 and "ontinued" not in text:
                found.add(f"{code[1]}{code[2]}{int(code[3]):03d}" if wassenaar else code[1])
    return found


def test_characters_are_counted_as_lines_count_them() -> None:
    page = next(iter(pages(SourceData("made.pdf", made_pdf(KITCHEN)))))
    assert page.chars == sum(count_chars(text) for _, _, text, *_ in KITCHEN)


def test_a_file_whose_end_is_missing_is_refused() -> None:
    """A file that is made to be read before it is whole can be opened without its end."""
    longer = made_pdf([]) + b"\n9 0 obj\n" + b"x" * 2000
    with pytest.raises(WrongUse, match="cut off"):
        list(pages(SourceData("list.pdf", longer)))
