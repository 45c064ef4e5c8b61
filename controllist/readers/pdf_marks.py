"""Signs on a page that are no words of its text: amendment marks, footnotes, titles, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from controllist.model import Mark
from controllist.readers.pdf_text import Page, Row

_FOOTNOTE = re.compile(r"(?:\([⁰¹²³⁴⁵⁶⁷⁸⁹*\d]{1,3}\)|[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾*]+|\d{1,2})(?:\s|$)")
_SMALL = 0.92  # of the page's type: smaller rows at its foot are footnotes
_MARKER = re.compile(r"[▼►▶]([A-Z]\d*)")


def is_marker(text: str) -> bool:
    """Whether `text` is an amendment mark: `▼M1`, `►C2`, `◄`."""
    return bool(_MARKER.fullmatch(text)) or text in {"◄", "◀"}


def sign_of(text: str) -> str:
    """The sign of an amendment mark: `M1`; empty for the mark that ends one."""
    match = _MARKER.fullmatch(text)
    return match[1] if match else ""


def amendments(pages: Sequence[Page], pattern: str) -> dict[str, Mark]:
    """The acts that the marks stand for, from the table before the text.

    `pattern` has the named groups `sign`, `instrument`, and `day`, `month`, `year` of its publication.
    """
    found: dict[str, Mark] = {}
    if not pattern:
        return found
    rule = re.compile(pattern)
    for page in pages[:4]:
        for row in page.rows:
            if match := rule.search(row.text):
                found.setdefault(match["sign"], Mark(instrument=match["instrument"], date=iso_date(match)))
    return found


def iso_date(match: re.Match[str]) -> str:
    """The date in the groups `year`, `month` and `day`, or nothing."""
    groups = match.groupdict()
    if not groups.get("year"):
        return ""
    return f"{int(groups['year']):04d}-{int(groups['month']):02d}-{int(groups['day']):02d}"


def begins_footnote(row: Row) -> bool:
    """Whether `row` begins with a footnote's sign."""
    return bool(_FOOTNOTE.match(row.text))


def is_title(row: Row, left: float) -> bool:
    """Whether `row` looks like a title: bold or in capitals, set off from the margin or of several words."""
    text = row.text
    letters = [mark for mark in text if mark.isalpha()]
    if len(letters) < 4 or text[-1] in ".;:,":
        return False
    capitals = all(not mark.islower() for mark in letters)
    return (row.bold or capitals) and (row.x > left + 10 or row.bold or len(text.split()) > 2)


def footnotes(page: Page, is_furniture: Callable[[Row, Page], object]) -> list[Row]:
    """The rows at the foot of the page that are set smaller than its text, or follow a lone raised number."""
    rows = [row for row in page.rows if not is_furniture(row, page)]
    sizes: dict[float, int] = {}
    for row in rows:
        sizes[row.size] = sizes.get(row.size, 0) + row.chars
    body = max(sizes, key=lambda size: sizes[size], default=0.0)
    for place, row in enumerate(rows):
        if row.size < 0.8 * body and row.text.isdigit() and row.y < page.height / 2:
            return rows[place:]
    count = 0
    for row in reversed(rows):
        if row.size >= _SMALL * body:
            break
        count += 1
    found = rows[len(rows) - count :] if count else []
    return found if found and begins_footnote(found[0]) else []
