"""The eCFR's inline markup and tables as plain text: used for whole files and for fragments kept in other formats."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from lxml import etree

from controllist.typography import lowered, raised

_RAISED = frozenset({"SU", "sup"})
_RAISED_TYPES = frozenset({"51", "53"})
_LOWERED_TYPES = frozenset({"52", "54"})
_SHIFTED_TYPES = _RAISED_TYPES | _LOWERED_TYPES
_INLINE = frozenset({"I", "B", "E", "SU", "sup", "sub", "strong", "em", "FR", "AC"})
_ROWS = frozenset({"TR", "tr"})
_ASCII = bytes(range(0x80))
_NOT_SOLID_ASCII = b" \t\n\r" + bytes(range(0x80, 0x100))
_RARE_SPACES = (b"\t", b"\r")


class Texts:
    """The texts of an element's paragraphs and cells; `chars` counts its characters that are not white space.

    Most paragraphs hold no markup that changes how they read and no white space to be folded. Whether any do is found
    out beforehand for all of them at once, so that the others are read fast.
    """

    def __init__(self, root: etree._Element) -> None:
        self._marked = set(_marked(root))
        data: bytes = etree.tostring(root, method="text", encoding="utf-8", with_tail=False)
        # No white space is printable but the blank. What is not ASCII is looked at apart: there is little of it.
        foreign = data.translate(None, _ASCII).decode()
        self._plain = foreign.isprintable() and not any(space in data for space in _RARE_SPACES)
        solid = len(data.translate(None, _NOT_SOLID_ASCII))
        self.chars = solid + (len(foreign) if self._plain else sum(map(len, foreign.split())))

    def of(self, element: etree._Element) -> str:
        """Text of a paragraph, white space folded, raised and lowered figures as Unicode (`10³`)."""
        return next(self.each((element,)))[2]

    def each(
        self, elements: Iterable[etree._Element], containers: Container[str] = ()
    ) -> Iterator[tuple[etree._Element, str, str]]:
        """Each element with its tag and its text; those whose tag is in `containers` without."""
        marked, plain, as_text = self._marked, self._plain, etree.tostring
        for element in elements:
            tag = element.tag
            if tag in containers:
                yield element, tag, ""
                continue
            if not len(element):
                text = element.text or ""
            elif element in marked:
                text = _joined(element)
            else:
                text = as_text(element, method="text", encoding="unicode", with_tail=False)
            text = text.strip()
            if not plain or "\n" in text or "  " in text:
                text = " ".join(text.split())
            yield element, tag, text

    def rows(self, table: etree._Element) -> tuple[tuple[str, ...], ...]:
        """The rows of a table, its caption first, each a tuple of cell texts. Empty rows are left out."""
        rows = []
        for row in table.iter("CAPTION", "caption", "TR", "tr"):
            cells = [text for _, _, text in self.each(row if row.tag in _ROWS else (row,))]
            if any(cells):
                rows.append(tuple(cells))
        return tuple(rows)


def _marked(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and cells that hold raised or lowered text or a line break."""
    for element in root.iter("SU", "sup", "sub", "br", "E"):
        if element.tag == "E" and element.get("T") not in _SHIFTED_TYPES:
            continue
        around = element.getparent()
        while around is not None and around.tag in _INLINE:
            around = around.getparent()
        if around is not None:
            yield around


def _joined(element: etree._Element) -> str:
    text = element.text or ""
    for child in element:
        tag = child.tag
        inner = (_joined(child) if len(child) else child.text) or ""
        if tag in _RAISED or (tag == "E" and child.get("T") in _RAISED_TYPES):
            # The source breaks the line before a raised figure; it belongs to the word before it.
            text = text.rstrip() + raised(inner)
        elif tag == "sub" or (tag == "E" and child.get("T") in _LOWERED_TYPES):
            text += lowered(inner)
        else:
            text += " " if tag == "br" else inner
        text += child.tail or ""
    return text


def is_italic(element: etree._Element) -> bool:
    """Whether every word of a paragraph is italic, as in the texts of notes."""
    outside = [element.text or ""]
    for child in element:
        if child.tag != "I":
            outside.append("".join(map(str, child.itertext())))
        outside.append(child.tail or "")
    return len(element) > 0 and not any(map(str.isalpha, "".join(outside)))


def rows_chars(rows: tuple[tuple[str, ...], ...]) -> int:
    """Number of characters in a table that are not white space."""
    return sum(len(cell) - cell.count(" ") for row in rows for cell in row)
