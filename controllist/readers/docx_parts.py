"""The parts of a list that hold no items of their own: definitions, acronyms, sensitive lists, statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from controllist.codes import canonical, entry_of, labels_of, mentions
from controllist.lines import Line
from controllist.readers.docx_prefix import prefix_of
from controllist.readers.docx_text import Paragraph
from controllist.readers.notes import NoteWords

_RULE = re.compile(r"[\s_*.]*")
_TERM = re.compile(
    r"[\"“](?P<term>[^\"”]+)[\"”]\s*(?P<suffix>\([^)]*\))?\s*"
    r"(?P<more>[A-Z][\w-]*|(?:\w+\s)?[-–]?\s?see\s[\"“][^\"”]+[\"”])?"
)
_CONTINUED = re.compile(r"\bcont(?:inued|['’]?d)?\b[\s.)]*$", re.IGNORECASE)
_USED_IN = re.compile(
    r"(?!\d{1,2}\.$|[a-z]\.$)(?:(?:Cat\.?|ML|GTN|GSN|ALL|Part|Both|Lists?|Dual-Use)(?![a-z])|\d{1,2}[P,\d]?)"
    r"[\sA-Z\d,.&P]*",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:Statement of Understanding|Validity Note|Note)\b", re.IGNORECASE)
_CODED = re.compile(r"(?:ML\s?\d+|\d\.\s?[A-E]\.\s?\d+)[\w.\s]*\(.{1,40}\)")  # a code and the paper it was agreed by
_CODE = r"(?:ML\s?\d+|\d\.[A-E]\.\d+)(?:\.\w+)*\.?"
_OR_NOTE = rf"(?:{_CODE}|\d+\.?|(?:Technical\s+)?Notes?(?:\s+\d+)?)"
_CONCERNED = re.compile(rf"{_CODE}(?:(?:\s?,|\s+(?:and|to))*\s+{_OR_NOTE})+[\s.,]*", re.IGNORECASE)
"""Several codes, or notes of theirs: `9.A.2., Note`, `9.A.2.b. and 9.B.1.`, `9.A.2.b., 3., Note to 9.B.1.`."""
_SECTION = re.compile(r"(?:Category|Cat\.)\s+\d.*|[A-Z][A-Z\s,&-]{8,}", re.DOTALL)


def part_lines(part: str, paragraphs: list[Paragraph], words: NoteWords) -> Iterator[Line]:
    """The lines of a part that is no category."""
    readers: dict[str, Callable[[list[Paragraph], NoteWords], Iterator[Line]]] = {
        "definitions": _definitions,
        "acronyms": _acronyms,
        "sensitive": lambda p, w: _sensitive("sensitive", p),
        "very-sensitive": lambda p, w: _sensitive("very-sensitive", p),
        "statements": _statements,
        "general": _general,
    }
    if part not in readers:
        for paragraph in paragraphs:
            yield _furniture(paragraph, part)
        return
    yield from readers[part](paragraphs, words)


def _furniture(paragraph: Paragraph, name: str) -> Line:
    return Line("furniture", paragraph.text, paragraph.where, name=name, chars=paragraph.chars)


def _prose(paragraph: Paragraph, words: NoteWords) -> Line:
    """A note's head, a list's label with its text, or plain text."""
    if opening := words.opening(paragraph.fields):
        return Line(opening.role, opening.text, paragraph.where, number=opening.number, name=opening.printed,
                    italic=paragraph.italic, chars=paragraph.chars)  # fmt: skip
    prefix = prefix_of(paragraph.fields)
    labels = prefix.labels[-1:] or ((paragraph.number.rstrip("."),) if paragraph.number not in ("", "-") else ())
    return Line("text", prefix.text, paragraph.where, labels=labels, italic=paragraph.italic, bound=bool(labels),
                chars=paragraph.chars)  # fmt: skip


def _definitions(paragraphs: list[Paragraph], words: NoteWords) -> Iterator[Line]:
    title, *rest = paragraphs
    yield Line("statement", "", title.where, name=title.text.capitalize(), chars=title.chars)
    for paragraph in rest:
        if _RULE.fullmatch(paragraph.text):
            yield _furniture(paragraph, "rule")
            continue
        if _CONTINUED.search(paragraph.text) and len(paragraph.text) < 60:
            yield _furniture(paragraph, "head again")
            continue
        parts = [part for part in paragraph.fields if part]
        used_in = parts.pop(0) if len(parts) > 1 and _USED_IN.fullmatch(parts[0]) else ""
        used_chars = len(used_in.replace(" ", ""))
        term = _TERM.fullmatch(" ".join(parts))
        if term:
            more = term["more"] or ""
            is_reference = "see " in more  # to where the term is defined
            name = " ".join(part for part in (term["term"], term["suffix"], "" if is_reference else more) if part)
            yield Line("definition", more if is_reference else "", paragraph.where, name=name,
                       chars=paragraph.chars - used_chars)  # fmt: skip
        elif parts:
            without = Paragraph(
                tuple(parts), paragraph.number, paragraph.italic, False, paragraph.where, paragraph.chars - used_chars
            )
            yield _prose(without, words)
        if used_in:
            yield Line("annotation", used_in.strip(" ,"), paragraph.where, name="used-in", chars=used_chars)


def _acronyms(paragraphs: list[Paragraph], words: NoteWords) -> Iterator[Line]:
    title, *rest = paragraphs
    yield Line("statement", "", title.where, name=title.text.capitalize(), chars=title.chars)
    begun = False
    for paragraph in rest:
        parts = [part for part in paragraph.fields if part]
        if parts and parts[0].upper().startswith(("ACRONYM OR", "ABBREVIATION")):
            yield _furniture(paragraph, "column titles")
            begun = True
        elif begun and len(parts) >= 2 and len(parts[0]) <= 20:
            name, *meaning = parts
            yield Line("definition", " ".join(meaning), paragraph.where, name=name, chars=paragraph.chars)
        else:
            yield _prose(paragraph, words)


def _sensitive(name: str, paragraphs: list[Paragraph]) -> Iterator[Line]:
    """Rows of code and quoted words: marks on the items, not items."""
    current: tuple[str, ...] = ()
    titled = False
    for paragraph in paragraphs:
        if not paragraph.cells:
            if _RULE.fullmatch(paragraph.text) or re.match(r"Category\b", paragraph.text):
                yield _furniture(paragraph, "heading")
            elif not titled:
                titled = True
                yield Line("statement", "", paragraph.where, name=paragraph.text.capitalize(), chars=paragraph.chars)
            else:
                yield Line("text", paragraph.text, paragraph.where, chars=paragraph.chars)
            continue
        first = " ".join(paragraph.cells[0])
        codes = _codes_in(paragraph.cells[0]) or _spaced_codes(first)
        if first and not codes:
            yield _furniture_row(paragraph)
            continue
        current = codes or current
        quoted = [" ".join(cell) for cell in paragraph.cells[1:] if cell]
        beside = paragraph.cells[1] if len(paragraph.cells) == 2 and len(paragraph.cells[0]) == len(current) > 1 else ()
        if not current:
            yield _furniture_row(paragraph)
            continue
        for at, code in enumerate(current):
            # Of several codes in a row, each in a paragraph of its own, each has its own words beside it.
            text = beside[at] if len(beside) == len(current) else " ".join(quoted)
            yield Line("annotation", text, paragraph.where, entry=entry_of(code), labels=labels_of(code),
                       name=name, chars=paragraph.chars if at == 0 else 0)  # fmt: skip


def _codes_in(cell: tuple[str, ...]) -> tuple[str, ...]:
    """The codes in a cell's paragraphs; one that ends in a full stop does not go on behind a blank."""
    words = (word for text in cell for word in re.split(r"(?<=\.)\s+", text))
    return tuple(code for word in words for _, _, code in mentions(word))


def _spaced_codes(text: str) -> tuple[str, ...]:
    # A colon for a full stop is a misprint: `5:E.1.a.`.
    code = canonical(re.sub(r"(?<=\w)[:,](?=\w)", ".", text.replace(" ", "")))
    return (code,) if code else ()


def _furniture_row(paragraph: Paragraph) -> Line:
    text = " ".join(" ".join(cell) for cell in paragraph.cells)
    return Line("furniture", text, paragraph.where, name="heading", chars=paragraph.chars)


def _general(paragraphs: list[Paragraph], words: NoteWords) -> Iterator[Line]:
    """The general notes: each title in capitals opens a statement."""
    titles: set[str] = set()
    for paragraph in paragraphs:
        text = paragraph.text
        if _RULE.fullmatch(text):
            yield _furniture(paragraph, "rule")
        elif text in titles:
            yield _furniture(paragraph, "title again")
        elif text.replace('"', "").isupper() and len(text) > 6:
            titles.add(text)
            yield Line("statement", "", paragraph.where, name=text.title(), chars=paragraph.chars)
        else:
            yield _prose(paragraph, words)


def _statements(paragraphs: list[Paragraph], words: NoteWords) -> Iterator[Line]:
    """Statements of understanding and validity notes, each under the item whose code stands before it."""
    code = ""
    begun = False
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        text = paragraph.text
        parts = [part for part in paragraph.fields if part]
        alone = canonical(text.replace(" ", "")) if len(text) < 30 else ""
        if _CONCERNED.fullmatch(text) and (alone or (following and _TITLED.match(following.text))):
            alone = mentions(text)[0][2]
        if _RULE.fullmatch(text):
            yield _furniture(paragraph, "rule")
        elif alone:
            code = alone
            yield _furniture(paragraph, "code of the item concerned")
        elif _SECTION.fullmatch(text):
            code = ""
            yield _furniture(paragraph, "heading")
        elif _TITLED.match(parts[0]) and (len(parts[0]) < 60 or len(parts) > 1):
            begun = True
            yield Line("statement", " ".join(parts[1:]), paragraph.where, name=parts[0], entry=entry_of(code),
                       labels=labels_of(code), chars=paragraph.chars)  # fmt: skip
        elif (paragraph.emphatic and len(text) < 120) or not begun or _CODED.fullmatch(text):
            begun = True
            found = mentions(text)
            code = found[0][2] if found and found[0][0] == 0 else code
            yield Line("statement", "", paragraph.where, name=text, entry=entry_of(code), labels=labels_of(code),
                       chars=paragraph.chars)  # fmt: skip
        else:
            yield _prose(paragraph, words)
