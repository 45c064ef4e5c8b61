"""Word files for tests: paragraphs of our own words in the form the Wassenaar editions have."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from controllist.lines import SourceData

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str) -> str:
    """A paragraph; `_` at its head sets it in italics, `⇥` is a tab, `^{…}` a raised run, `=|=` parts table cells.

    `@80/-20,34,56 ` before all that indents it by 80 points, its first line by 20 less, and sets tab stops.
    """
    if "=|=" in text:
        cells = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in text.split("=|="))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    layout = ""
    if place := re.match(r"@(-?\d+)/(-?\d+)((?:,\d+)*) ", text):
        text = text[place.end() :]
        stops = "".join(f'<w:tab w:val="left" w:pos="{int(stop) * 20}"/>' for stop in place[3].split(",")[1:])
        indent = f'<w:ind w:start="{int(place[1]) * 20}" w:hanging="{-int(place[2]) * 20}"/>'
        layout = f"<w:pPr><w:tabs>{stops}</w:tabs>{indent}</w:pPr>"
    look = "<w:i/>" if text.startswith("_") and not text.startswith("__") else ""
    text = text.removeprefix("_") if look else text
    runs = []
    for part in re.split(r"(\^\{[^}]*\}|⇥)", text):
        if part == "⇥":
            runs.append("<w:r><w:tab/></w:r>")
        elif part.startswith("^{"):
            runs.append(f'<w:r><w:rPr>{look}<w:vertAlign w:val="superscript"/></w:rPr><w:t>{part[2:-1]}</w:t></w:r>')
        elif part:
            body = f'<w:t xml:space="preserve">{escape(part)}</w:t>'
            runs.append(f"<w:r><w:rPr>{look}</w:rPr>{body}</w:r>")
    return f"<w:p>{layout}{''.join(runs)}</w:p>"


def word_file(text: str, name: str = "Cat 3.docx", header: str = "", footer: str = "") -> SourceData:
    """A Word file with one paragraph for each line of `text`."""
    body = "".join(paragraph(line.strip(" ")) for line in text.strip("\n").split("\n"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NS}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/header1.xml", f"<w:hdr {_NS}>{paragraph(header)}</w:hdr>")
        archive.writestr("word/footer1.xml", f"<w:ftr {_NS}>{paragraph(footer)}</w:ftr>")
    return SourceData(name, packed.getvalue())
