"""PDF pages as rows of words: where each word stands, how large it is, whether it is slanted, raised or lowered.

A row is what a reader's eye takes for one: words on one baseline, with the smaller raised and lowered characters that
belong to it put back at their place. Nothing here knows what a control list is.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from controllist.errors import WrongUse
from controllist.lines import SourceData
from controllist.typography import SYMBOL_FONT, lowered, raised

HYPHEN = "\x02"
"""What stands for a hyphen at the end of a row, which may be the typesetter's or the word's own."""

_HYPHEN_IN_WHOLE = "\ufffe"  # the same, where a page's text is taken as a whole

_DEGREES = frozenset({"o", "º", "°"})  # a raised o stands for the sign of degrees
_SAME_ROW = 0.32  # of the type size: baselines this close are one row, if the words do not overlap
_SMALL = 0.86  # of the row's type size: smaller characters may be raised or lowered ones
_RISE = (-0.45, 0.75)  # of the row's type size: how far such a character may stand below or above the baseline


class Word(NamedTuple):
    """Characters without a gap between them. `shift` is 1 where they are raised, -1 where lowered, else 0."""

    x: float
    end: float
    y: float
    size: float
    text: str
    italic: bool
    bold: bool
    gap: int
    """What stands before it: 0 nothing, 1 a gap, 2 a blank that the source writes."""
    shift: int = 0

    @property
    def shown(self) -> str:
        """The text as Unicode shows it: raised and lowered characters as such."""
        if not self.shift:
            return self.text
        if self.shift > 0 and self.text in _DEGREES:
            return "°"
        return raised(self.text) if self.shift > 0 else lowered(self.text)


class Row(NamedTuple):
    """Words on one baseline, from left to right; `y` counts points from the foot of the page."""

    page: int
    y: float
    size: float
    words: tuple[Word, ...]

    @property
    def x(self) -> float:
        return self.words[0].x

    @property
    def end(self) -> float:
        return self.words[-1].end

    @property
    def text(self) -> str:
        return text_of(self.words)

    @property
    def chars(self) -> int:
        return chars_of(self.words)

    @property
    def italic(self) -> bool:
        """Whether most characters of the row are slanted."""
        return 2 * sum(len(word.text) for word in self.words if word.italic) > self.chars

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


class Page(NamedTuple):
    """One page: its number from 1, its size in points, its rows from top to bottom, its non-space characters."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    chars: int


def text_of(words: Sequence[Word]) -> str:
    """The words as text, one blank where the source has a gap."""
    parts: list[str] = []
    for word in words:
        if word.gap and parts:
            parts.append(" ")
        parts.append(word.shown)
    return "".join(parts)


def chars_of(words: Sequence[Word]) -> int:
    """Number of the source's characters in the words."""
    return sum(len(word.text) for word in words)


def runs_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words parted at every gap: what stands together without one, though set in several types."""
    found: list[list[Word]] = []
    for word in words:
        if found and not word.gap:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def pages(source: SourceData) -> Iterator[Page]:
    """The pages of a PDF file, in order.

    Raises `WrongUse` if the file is not a readable PDF or is cut off.
    """
    if not source.data.lstrip()[:5].startswith(b"%PDF-"):
        raise WrongUse(f"{source.name}: this is not a PDF file; give the PDF as published, or name another format")
    if b"%%EOF" not in source.data[-1024:]:
        raise WrongUse(f"{source.name}: the PDF is cut off; fetch it again from its publisher")
    document = pdfium.FPDF_LoadMemDocument64(source.data, len(source.data), None)
    if not document:
        raise WrongUse(f"{source.name}: the PDF is cut off, damaged or locked; fetch it again from its publisher")
    try:
        for index in range(pdfium.FPDF_GetPageCount(document)):
            page = pdfium.FPDF_LoadPage(document, index)
            if not page:
                raise WrongUse(f"{source.name}, p. {index + 1}: the page cannot be read; fetch the file again")
            try:
                yield _page(page, index + 1)
            finally:
                pdfium.FPDF_ClosePage(page)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(page: Any, number: int) -> Page:
    text = pdfium.FPDFText_LoadPage(page)
    try:
        words = _Words(text).gathered()
        chars = _char_count(text)
    finally:
        pdfium.FPDFText_ClosePage(text)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return Page(number, width, height, tuple(_rows(words, number)), chars)


def _char_count(text: Any) -> int:
    """The page's characters that are not white space, taken from its text as a whole."""
    count = pdfium.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer)
    whole = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    return sum(1 for mark in whole if _visible(mark))


def _visible(mark: str) -> bool:
    return mark in (HYPHEN, _HYPHEN_IN_WHOLE) or (mark > " " and not mark.isspace())


class _Type(NamedTuple):
    """The type a text object is set in."""

    size: float
    italic: bool
    bold: bool
    symbols: bool = False
    """Whether the font stores its letters in a private range."""


class _Types:
    """The types of a page's text objects, each asked for once."""

    def __init__(self) -> None:
        self._known: dict[int, _Type] = {}
        self._name = ctypes.create_string_buffer(256)
        self._size = ctypes.c_float()
        self._angle = ctypes.c_int()
        self._matrix = pdfium.FS_MATRIX()

    def of(self, text_object: Any) -> _Type:
        address = ctypes.addressof(text_object.contents)
        known = self._known.get(address)
        if known is None:
            known = self._known[address] = self._ask(text_object)
        return known

    def _ask(self, text_object: Any) -> _Type:
        pdfium.FPDFTextObj_GetFontSize(text_object, ctypes.byref(self._size))
        pdfium.FPDFPageObj_GetMatrix(text_object, ctypes.byref(self._matrix))
        font = pdfium.FPDFTextObj_GetFont(text_object)
        pdfium.FPDFFont_GetBaseFontName(font, self._name, 256)
        pdfium.FPDFFont_GetItalicAngle(font, ctypes.byref(self._angle))
        name = self._name.value.decode("utf-8", "replace").lower()
        italic = "italic" in name or "oblique" in name or self._angle.value != 0
        stretch = (self._matrix.c**2 + self._matrix.d**2) ** 0.5
        return _Type(round(self._size.value * stretch, 2), italic, "bold" in name, "symbol" in name)


class _Words:
    """The words of a page in the order of its content stream, gathered character by character."""

    def __init__(self, text: Any) -> None:
        self._text = text
        self._found: list[Word] = []
        self._marks: list[str] = []
        self._start = (0.0, 0.0)
        self._style = _Type(0.0, False, False)
        self._gap = 2
        self._last = 0
        self._box = pdfium.FS_RECTF()

    def gathered(self) -> list[Word]:
        text, types, marks = self._text, _Types(), self._marks
        x, y = ctypes.c_double(), ctypes.c_double()
        x_at, y_at = ctypes.byref(x), ctypes.byref(y)
        code_of, owner_of, origin_of, generated = (
            pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetCharOrigin,
            pdfium.FPDFText_IsGenerated,
        )
        before = 0.0
        for index in range(pdfium.FPDFText_CountChars(text)):
            mark = chr(code_of(text, index))
            if not _visible(mark):
                self._close()
                self._gap = max(self._gap, 1 if generated(text, index) else 2)
                continue
            origin_of(text, index, x_at, y_at)
            owner = owner_of(text, index)
            style = types.of(owner) if owner else self._style
            across, up = x.value, y.value
            if marks and ((style is not self._style and style != self._style)
                          or abs(up - self._start[1]) > 0.6 or across < before - 0.5):
                self._close()
            if not marks:
                self._start, self._style = (across, up), style
            marks.append(mark)
            before, self._last = across, index
        self._close()
        return self._found

    def _close(self) -> None:
        if not self._marks:
            return
        pdfium.FPDFText_GetLooseCharBox(self._text, self._last, ctypes.byref(self._box))
        (x, y), style = self._start, self._style
        text = "".join(self._marks)
        word = Word(x, max(self._box.right, x), y, style.size, text.translate(SYMBOL_FONT) if style.symbols else text,
                    style.italic, style.bold, self._gap)
        self._found.append(word)
        self._marks.clear()
        self._gap = 0


def _rows(words: list[Word], page: int) -> list[Row]:
    """The words as rows from top to bottom, raised and lowered ones in the row they belong to."""
    if not words:
        return []
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    body = sizes.most_common(1)[0][0]
    rows = _by_baseline([word for word in words if word.size >= _SMALL * body])
    loose: list[Word] = []
    for word in sorted((word for word in words if word.size < _SMALL * body), key=lambda word: word.x):
        if not _put_back(word, rows):
            loose.append(word)
    rows += _by_baseline(loose)
    rows.sort(key=lambda row: -_baseline(row))
    return [_finished(row, page) for row in rows]


def _baseline(row: list[Word]) -> float:
    return next((word.y for word in row if not word.shift), row[0].y)


def _by_baseline(words: list[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.y):
        if rows and _on_row(word, rows[-1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _on_row(word: Word, row: list[Word]) -> bool:
    drop = row[0].y - word.y
    size = max(word.size, row[0].size)
    return drop <= 0.1 * size or (
        drop <= _SAME_ROW * size and not any(other.x < word.end - 1 and word.x < other.end - 1 for other in row)
    )


def _put_back(word: Word, rows: list[list[Word]]) -> bool:
    """Whether the small `word` found its place in one of `rows`: beside a larger one, raised or lowered."""
    best: list[Word] | None = None
    least = 1e9
    for row in rows:
        size = row[0].size
        rise = word.y - row[0].y
        if not (_RISE[0] * size <= rise <= _RISE[1] * size) or word.size > _SMALL * size or abs(rise) >= least:
            continue
        middle = (word.x + word.end) / 2
        if any(other.x < middle < other.end for other in row):
            continue
        if min(max(word.x - other.end, other.x - word.end) for other in row) < 0.8 * size:
            best, least = row, abs(rise)
    if best is None:
        return False
    rise = word.y - best[0].y
    shift = 0 if abs(rise) < 0.05 * best[0].size else 1 if rise > 0 else -1
    best.append(word._replace(shift=shift))
    return True


def _finished(words: list[Word], page: int) -> Row:
    words.sort(key=lambda word: word.x)
    level = [word for word in words if not word.shift] or words
    size = max(word.size for word in level)
    spaced = [words[0]]
    for word in words[1:]:
        wide = word.x - spaced[-1].end
        if word.gap < 2:
            word = word._replace(gap=int(wide > (0.08 if word.gap else 0.25) * size))
        spaced.append(word)
    return Row(page, level[0].y, size, tuple(spaced))
