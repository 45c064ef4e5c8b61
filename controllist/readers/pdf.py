"""Lists published as PDF: pages become rows (`pdf_text`), rows become paragraphs (`pdf_flow`), and these become lines.

What differs from list to list stands in `[readers.pdf]` of list.toml (`pdf_layout.Options`):

- `furniture`: rows that are no text of the list. `pattern` matches the whole row; `head` and `foot` say that it stands
  within so many points of the page's head or foot.
- `sections`: what opens a division of the document, tried in order. `at` matches the whole row; with `head` it must
  stand among the page heads. `kind` says how the division is read: `list` (entries and items), `notes` (general notes,
  annexes and notes to tables: no items), `table`, `definitions`, `acronyms`, `quoted` (a sensitive list that quotes
  items; `name` becomes the name of its annotations), `statements`, or `outside` (no part of the list; furniture called
  `name`). Named groups `category` and `part` in `at`, or `code`, make the row a category heading. Where definitions
  have a column of references beside them, `column` says where the other begins, in points, and `references` matches a
  word of it. What stands before the first section is outside the list.
- `resumed`: how a code repeated at the top of a page ends ("(continued)"). `statements`: what opens a statement.
- `label` and `date` (groups `day`, `month`, `year`): where the document names and dates itself; searched in all rows.
- `amendment`: a row of the table of amending acts (groups `sign`, `instrument`, and the date's), for marks like `▼M1`.

Italic type is evidence: labels of items stand upright, labels of lists inside notes are slanted. Where a slanted label
must be an item's all the same (its sequence and its place say so), the line is an item and not marked as italic; a list
that is certainly a note's is `bound`, even where its labels were set upright. `indent` is where the
label stands, in points from the outermost column of the document. The category references of a definition ("Cat 6",
"(2 6)") are its `number`. Footnotes become statements called `footnote`, after the paragraph that a page break cuts.
"""

from __future__ import annotations

import re

from controllist.errors import WrongUse
from controllist.lines import Line, Reading, SourceData
from controllist.readers.pdf_layout import Document, Options, options_of
from controllist.readers.pdf_marks import amendments, iso_date
from controllist.readers.pdf_sections import SectionReader
from controllist.readers.pdf_text import pages as pages_of
from controllist.sources.scheme import Scheme

VERSION = "pdf/1"


def read(sources: tuple[SourceData, ...], scheme: Scheme) -> Reading:
    """The lines of a list's PDF files.

    Raises `WrongUse` if a file is no readable PDF, holds no text, or no section of the list is found in it.
    """
    options = options_of(scheme)
    lines: list[Line] = []
    chars = 0
    facts: dict[str, str] = {}
    for source in sources:
        document = Document(tuple(pages_of(source)))
        count = sum(page.chars for page in document.pages)
        if not count:
            raise WrongUse(f"{source.name}: the PDF holds no text, perhaps only images; give a PDF with a text layer")
        reader = SectionReader(scheme, options, document, amendments(document.pages, options.amendment))
        lines += reader.lines()
        if not reader.found:
            raise WrongUse(f"{source.name}: no section of {scheme.short} was found in {len(document.pages)} pages; "
                           f"is it an edition of this list? If so, [readers.pdf.sections] of list.toml must learn it")
        chars += count
        facts |= {name: value for name, value in _facts(document, options).items() if name not in facts}
    return Reading(tuple(lines), chars, facts, VERSION)


def _facts(document: Document, options: Options) -> dict[str, str]:
    """What the document says of itself: its label and its date, where they are printed most often."""
    found: dict[str, dict[str, int]] = {"label": {}, "date": {}}
    for name, pattern in (("label", options.label), ("date", options.date)):
        if not pattern:
            continue
        rule = re.compile(pattern)
        for page in document.pages:
            for row in page.rows:
                if match := rule.search(row.text):
                    value = iso_date(match) if name == "date" else match[0].strip()
                    found[name][value] = found[name].get(value, 0) + 1
    return {name: max(counts, key=lambda value: counts[value]) for name, counts in found.items() if counts}
