"""The paragraphs of a Word file: their tab-separated fields, automatic numbers, typeface, and tables.

Only what carries evidence for the outline is kept. Raised and lowered runs become Unicode superscripts and subscripts
(Word has two ways to raise a run: `vertAlign` and a `position` above the line). Text boxes stand apart from the
paragraph that anchors them; their fallback copies and deleted text are left out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from controllist.errors import WrongUse
from controllist.lines import SourceData, count_chars
from controllist.readers.docx_layout import Layouts
from controllist.readers.xml_source import safe_parser
from controllist.typography import SYMBOL_FONT, lowered, raised

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DEGREES = frozenset({"o", "º"})  # raised, they stand for the sign of degrees

MAX_UNPACKED = 64 * 1024 * 1024
"""A part of a Word file that unpacks to more bytes than this is refused."""

def written(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs that hold text; of those after an empty one it is noted."""
    found: list[Paragraph] = []
    blank = False
    for paragraph in paragraphs:
        if paragraph.chars:
            found.append(replace(paragraph, after_blank=True) if blank else paragraph)
        blank = not paragraph.chars
    return found


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `fields` are its parts between tabs; `number` its automatic number, as Word would print it."""

    fields: tuple[str, ...]
    number: str
    italic: bool
    emphatic: bool
    where: str
    chars: int
    cells: tuple[tuple[str, ...], ...] = field(default=())
    """For a table row: the paragraphs of each cell; `fields` is then empty."""
    positions: tuple[float, ...] = field(default=())
    """Where each of `fields` begins, in points from the margin; empty for a table row."""
    after_blank: bool = False
    """Whether an empty paragraph stands before it."""

    @property
    def indent(self) -> float | None:
        """Where the paragraph's first printed part begins."""
        return next((at for at, part in zip(self.positions, self.fields, strict=False) if part), None)

    @property
    def text(self) -> str:
        """The paragraph's words in one string."""
        return " ".join(" ".join(self.fields).split())


class WordFile:
    """A Word file in memory, unpacked within limits.

    Raises `WrongUse` where the file is not Word's, is cut off, or unpacks to more than `MAX_UNPACKED` bytes.
    """

    def __init__(self, source: SourceData) -> None:
        self.name = source.name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
            self._names = set(self._zip.namelist())
        except zipfile.BadZipFile:
            raise WrongUse(f"{source.name}: not a whole Word file; get it again from its publisher") from None
        self._numbering = _Numbering(self._part("word/numbering.xml"))
        styles = self._part("word/styles.xml")
        self._styles = _italic_styles(styles)
        self._layouts = Layouts(styles)
        body = self._part("word/document.xml")
        if body is None:
            raise WrongUse(f"{source.name}: no text in this Word file (word/document.xml is missing)")
        self.body = body

    def _part(self, name: str) -> etree._Element | None:
        if name not in self._names:
            return None
        if self._zip.getinfo(name).file_size > MAX_UNPACKED:
            limit = MAX_UNPACKED // (1024 * 1024)
            raise WrongUse(f"{self.name}: {name} unpacks to more than {limit} MiB and is not read")
        try:
            return etree.fromstring(self._zip.read(name), safe_parser())
        except (etree.XMLSyntaxError, zipfile.BadZipFile, EOFError) as error:
            raise WrongUse(f"{self.name}: {name} is damaged ({error}); get the file again from its publisher") from None

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs and table rows of the text, in order."""
        body = self.body.find(f"{_W}body")
        if body is None:
            return
        count = 0
        for block in body:
            if block.tag == f"{_W}p":
                count += 1
                yield from self._paragraph(block, f"{self.name} ¶ {count}")
            elif block.tag == f"{_W}tbl":
                for row in block.iter(f"{_W}tr"):
                    count += 1
                    yield _row(row, f"{self.name} ¶ {count}")

    def footnotes(self) -> Iterator[Paragraph]:
        """The paragraphs of the file's footnotes."""
        part = self._part("word/footnotes.xml")
        for number, note in enumerate(part if part is not None else (), 1):
            if note.get(f"{_W}type") in ("separator", "continuationSeparator"):
                continue
            for block in note.iter(f"{_W}p"):
                yield from self._paragraph(block, f"{self.name} footnote {number}")

    def running(self, kind: str) -> list[str]:
        """The lines of the file's page headers (`kind` = "header") or footers, each once."""
        found: dict[str, None] = {}
        for name in sorted(self._names):
            if not name.startswith(f"word/{kind}"):
                continue
            part = self._part(name)
            for block in part.iter(f"{_W}p") if part is not None else ():
                runs = _runs(block, boxes=[])
                found["".join(text for text, _ in runs).strip().translate(SYMBOL_FONT)] = None
        return [text for text in found if text]

    def _paragraph(self, block: etree._Element, where: str) -> Iterator[Paragraph]:
        boxes: list[etree._Element] = []
        runs = _runs(block, boxes)
        text = "".join(text for text, _ in runs).translate(SYMBOL_FONT)
        fields = tuple(" ".join(part.split()) for part in text.split("\t"))
        style = block.find(f"{_W}pPr/{_W}pStyle")
        by_style = style is not None and self._styles.get(style.get(f"{_W}val", ""), False)
        italic = sum(count_chars(t) for t, r in runs if _is_on(r, "i", by_style))
        strong = sum(count_chars(t) for t, r in runs if _is_on(r, "b", False) or _is_on(r, "u", False))
        chars = count_chars(text)
        number = self._numbering.next_number(block)
        positions = self._layouts.positions(block, fields, self._numbering.properties(block))
        yield Paragraph(fields, number, italic * 2 > chars, strong * 2 > chars, where, chars, positions=positions)
        for box in boxes:
            for inner in box.iter(f"{_W}p"):
                yield from self._paragraph(inner, f"{where} (box)")


def _is_on(run: etree._Element, name: str, default: bool) -> bool:
    flag = run.find(f"{_W}rPr/{_W}{name}")
    return default if flag is None else flag.get(f"{_W}val", "1") not in ("0", "false", "none")


def _runs(block: etree._Element, boxes: list[etree._Element]) -> list[tuple[str, etree._Element]]:
    """The text of each run of a paragraph with the run; text boxes anchored in it are collected in `boxes`."""
    found: list[tuple[str, etree._Element]] = []
    stack = list(reversed(block))
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}r":
            text = _run_text(element, boxes)
            if text:
                found.append((text, element))
        elif element.tag not in (f"{_W}del", f"{_W}pPr"):
            stack.extend(reversed(element))
    return found


def _run_text(run: etree._Element, boxes: list[etree._Element]) -> str:
    parts: list[str] = []
    for element in run:
        tag = element.tag
        if tag == f"{_W}t":
            parts.append(element.text or "")
        elif tag == f"{_W}tab":
            parts.append("\t")
        elif tag in (f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif tag == f"{_W}noBreakHyphen":
            parts.append("\u2011")
        elif tag == f"{_W}sym":
            parts.append(chr(int(element.get(f"{_W}char", "20"), 16)))
        elif tag in (f"{_MC}AlternateContent", f"{_W}drawing", f"{_W}pict", f"{_W}object"):
            boxes.extend(_boxes(element))
    text = "".join(parts)
    level = _raised_by(run)
    if level > 0 and text.strip() in _DEGREES:
        return text.replace(text.strip(), "°")
    return raised(text) if level > 0 else lowered(text) if level < 0 else text


def _boxes(element: etree._Element) -> list[etree._Element]:
    boxes = list(element.iter(f"{_W}txbxContent"))
    return [box for box in boxes if not any(above.tag == f"{_MC}Fallback" for above in box.iterancestors())]


def _raised_by(run: etree._Element) -> int:
    align = run.find(f"{_W}rPr/{_W}vertAlign")
    if align is not None:
        return {"superscript": 1, "subscript": -1}.get(align.get(f"{_W}val", ""), 0)
    position = run.find(f"{_W}rPr/{_W}position")
    return int(position.get(f"{_W}val", "0")) if position is not None else 0


def _row(row: etree._Element, where: str) -> Paragraph:
    cells: list[tuple[str, ...]] = []
    for cell in row.iter(f"{_W}tc"):
        texts = ("".join(t for t, _ in _runs(block, [])).translate(SYMBOL_FONT) for block in cell.iter(f"{_W}p"))
        cells.append(tuple(" ".join(text.split()) for text in texts if text.strip()))
    chars = sum(count_chars(text) for cell in cells for text in cell)
    return Paragraph((), "", False, False, where, chars, tuple(cells))


def _italic_styles(part: etree._Element | None) -> dict[str, bool]:
    if part is None:
        return {}
    return {
        style.get(f"{_W}styleId", ""): _is_on(style, "i", False)
        for style in part.iter(f"{_W}style")
        if style.get(f"{_W}type") == "paragraph"
    }


class _Numbering:
    """Counts automatic numbers as Word does: per list and level, restarted below a higher level."""

    def __init__(self, part: etree._Element | None) -> None:
        self._levels: dict[str, dict[str, tuple[str, str, int]]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._properties: dict[tuple[str, str], etree._Element] = {}
        if part is None:
            return
        abstract = {e.get(f"{_W}abstractNumId"): e for e in part.iter(f"{_W}abstractNum")}
        for num in part.iter(f"{_W}num"):
            link = num.find(f"{_W}abstractNumId")
            base = abstract.get(link.get(f"{_W}val")) if link is not None else None
            for level in base.iter(f"{_W}lvl") if base is not None else ():
                properties = level.find(f"{_W}pPr")
                if properties is not None:
                    self._properties[num.get(f"{_W}numId", ""), level.get(f"{_W}ilvl", "0")] = properties
            if base is not None:
                self._levels[num.get(f"{_W}numId", "")] = {
                    level.get(f"{_W}ilvl", "0"): _level(level) for level in base.iter(f"{_W}lvl")
                }

    def properties(self, block: etree._Element) -> etree._Element | None:
        """The indents that the paragraph's level of numbering gives it."""
        number, depth = _numbered_as(block)
        return self._properties.get((number, depth))

    def next_number(self, block: etree._Element) -> str:
        """The number Word prints before this paragraph: `a.`, `3.`, `-` for a bullet, empty for none."""
        number, depth = _numbered_as(block)
        if depth not in self._levels.get(number, {}):
            return ""
        style, pattern, start = self._levels[number][depth]
        if style == "bullet":
            return "-"
        at = int(depth)
        for deeper in range(at + 1, 9):
            self._counts.pop((number, deeper), None)
        count = self._counts.get((number, at), start - 1) + 1
        self._counts[number, at] = count
        printed = _printed(count, style)
        return printed + "." if printed and "%" in pattern else ""


def _numbered_as(block: etree._Element) -> tuple[str, str]:
    """The list and the level that a paragraph is numbered in; empty if it is not."""
    found = block.find(f"{_W}pPr/{_W}numPr")
    if found is None:
        return "", ""
    identity, level = found.find(f"{_W}numId"), found.find(f"{_W}ilvl")
    number = identity.get(f"{_W}val", "") if identity is not None else ""
    return number, level.get(f"{_W}val", "0") if level is not None else "0"


def _level(level: etree._Element) -> tuple[str, str, int]:
    def value(name: str, default: str) -> str:
        found = level.find(f"{_W}{name}")
        return found.get(f"{_W}val", default) if found is not None else default

    return value("numFmt", "none"), value("lvlText", ""), int(value("start", "1"))


def _printed(count: int, style: str) -> str:
    if style == "decimal":
        return str(count)
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26)
        return letter if style == "lowerLetter" else letter.upper()
    return ""
