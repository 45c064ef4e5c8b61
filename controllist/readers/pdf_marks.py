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


def _footnotes(self, rows: list[Row]) -> None:
        texts: list[tuple[list[str], int, int]] = []
        for row in rows:
            if not texts or (_FOOTNOTE.match(row.text) and texts[-1][0][-1:] != [""]):
                texts.append(([], 0, row.page))
            parts, chars, page = texts[-1]
            parts.append(row.text)
            texts[-1] = (parts, chars + row.chars, page)
        for parts, chars, page in texts:
            self._flow.aside(Line("statement", text=self._flow.joined(parts), where=f"p. {page}", name="footnote",
                                  chars=chars))


def _named(definition: Line) -> Line:
    """A definition with its term as name, its category references as number, and the rest as text."""
    if definition.name:
        return msgspec.structs.replace(definition, name=definition.name.strip("\"“”"))
    term = _TERM.match(definition.text)
    if not term:
        return definition
    refs = _REFERRED.match(definition.text, term.end())
    text = definition.text[term.end() :]
    if refs:
        text = definition.text[term.end() : refs.start("refs") - 1].rstrip() + definition.text[refs.end() :]
    text = text.strip()
    return msgspec.structs.replace(definition, name=term["term"], text=text,
                                   number=refs["refs"] if refs else "")


def _tokens(words: tuple[Word, ...]) -> list[list[Word]]:
    found: list[list[Word]] = []
    for word in words:
        if found and not word.gap:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _code_in(row: Row) -> str:
    """The code that a row consists of or begins with: `ML 10 (WP 3)`, `5.A.2.a.`."""
    match = re.match(r"(?:ML\s?\d+|\d\.[A-E]\.\d+)(?:\.\w+)*\.?", row.text)
    return canonical(match[0].replace(" ", "")) if match else ""


def _footnotes(self, rows: list[Row]) -> None:
        texts: list[tuple[list[str], int, int]] = []
        for row in rows:
            if not texts or (_FOOTNOTE.match(row.text) and texts[-1][0][-1:] != [""]):
                texts.append(([], 0, row.page))
            parts, chars, page = texts[-1]
            parts.append(row.text)
            texts[-1] = (parts, chars + row.chars, page)
        for parts, chars, page in texts:
            self._flow.aside(Line("statement", text=self._flow.joined(parts), where=f"p. {page}", name="footnote",
                                  chars=chars))


def _named(definition: Line) -> Line:
    """A definition with its term as name, its category references as number, and the rest as text."""
    if definition.name:
        return msgspec.structs.replace(definition, name=definition.name.strip("\"“”"))
    term = _TERM.match(definition.text)
    if not term:
        return definition
    refs = _REFERRED.match(definition.text, term.end())
    text = definition.text[term.end() :]
    if refs:
        text = definition.text[term.end() : refs.start("refs") - 1].rstrip() + definition.text[refs.end() :]
    text = text.strip()
    return msgspec.structs.replace(definition, name=term["term"], text=text,
                                   number=refs["refs"] if refs else "")


def _tokens(words: tuple[Word, ...]) -> list[list[Word]]:
    found: list[list[Word]] = []
    for word in words:
        if found and not word.gap:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _code_in(row: Row) -> str:
    """The code that a row consists of or begins with: `ML 10 (WP 3)`, `5.A.2.a.`."""
    match = re.match(r"(?:ML\s?\d+|\d\.[A-E]\.\d+)(?:\.\w+)*\.?", row.text)
    return canonical(match[0].replace(" ", "")) if match else ""


def _is_title(row: Row, left: float) -> bool:
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
