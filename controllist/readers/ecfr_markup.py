"""The eCFR's inline markup and tables as plain text: used for whole files and for fragments kept in other formats."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from controllist.errors import WrongUse
from controllist.typography import lowered, raised

_RAISED = frozenset({"SU", "sup"})
_RAISED_TYPES = frozenset({"51", "53"})
_LOWERED_TYPES = frozenset({"52", "54"})
_SHIFTED_TYPES = _RAISED_TYPES | _LOWERED_TYPES
_INLINE = frozenset({"I", "B", "E", "SU", "sup", "sub", "strong", "em", "FR", "AC"})
_ROWS = frozenset({"TR", "tr"})


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document, read without entities, DTD or network.

    Raises `WrongUse` where `data` is empty, cut off, or not XML, with the place of the fault.
    """
    if not data.strip():
        raise WrongUse(f"{name}: the file is empty; fetch it again from its publisher")
    try:
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise WrongUse(
            f"{name}, line {error.lineno}: {error.msg}; the file is cut off or is not XML; fetch it again"
        ) from None


def parse_fragment(markup: str) -> etree._Element | None:
    """The element of a fragment, or None if it cannot be read. Unclosed tags are closed rather than refused."""
    try:
        return etree.fromstring(markup, _parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def text_chars(element: etree._Element) -> int:
    """Number of characters in an element, its descendants included, that are not white space."""
    data: bytes = etree.tostring(element, method="text", encoding="utf-8", with_tail=False)
    text = data.translate(None, b" \t\n\r\f\v").decode()
    # What is white space and not ASCII is not printable; where nothing of the kind is left, there is nothing to count.
    return len(text) if text.isprintable() else sum(map(len, text.split()))


class Texts:
    """The texts of a document's paragraphs and cells.

    Most of them hold no markup that changes how they read; these are found beforehand, and the rest is read fast.
    """

    def __init__(self, root: etree._Element) -> None:
        self._marked = set(_marked(root))

    def of(self, element: etree._Element) -> str:
        """Text of a paragraph, white space folded, raised and lowered figures as Unicode (`10³`)."""
        if not len(element):
            text = element.text or ""
        elif element in self._marked:
            text = _joined(element)
        else:
            text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
        text = text.strip()
        # No white space but the blank is printable: most paragraphs need no folding, and it would cost the most time.
        return text if text.isprintable() and "  " not in text else " ".join(text.split())

    def rows(self, table: etree._Element) -> tuple[tuple[str, ...], ...]:
        """The rows of a table, its caption first, each a tuple of cell texts. Empty rows are left out."""
        rows = (
            tuple(map(self.of, row)) if row.tag in _ROWS else (self.of(row),)
            for row in table.iter("CAPTION", "caption", "TR", "tr")
        )
        return tuple(row for row in rows if any(row))


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
