"""The eCFR's inline markup and tables as plain text: used for whole files and for fragments kept in other formats."""

from __future__ import annotations

from lxml import etree

from controllist.errors import WrongUse
from controllist.typography import lowered, raised

_RAISED = frozenset({"SU", "sup"})
_RAISED_TYPES = frozenset({"51", "53"})
_LOWERED_TYPES = frozenset({"52", "54"})


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


def inline_text(element: etree._Element) -> str:
    """Text of a paragraph, white space folded, raised and lowered figures as Unicode (`10³`)."""
    text = _joined(element) if len(element) else element.text
    return " ".join(text.split()) if text else ""


def _joined(element: etree._Element) -> str:
    text = element.text or ""
    for child in element:
        inner = _joined(child) if len(child) else child.text or ""
        tag = child.tag
        if tag in _RAISED or (tag == "E" and child.get("T") in _RAISED_TYPES):
            # The source breaks the line before a raised figure; it belongs to the word before it.
            text = text.rstrip() + raised(inner)
        elif tag == "sub" or (tag == "E" and child.get("T") in _LOWERED_TYPES):
            text += lowered(inner)
        elif tag == "br":
            text += " "
        else:
            text += inner
        if child.tail:
            text += child.tail
    return text


def is_italic(element: etree._Element) -> bool:
    """Whether every word of a paragraph is italic, as in the texts of notes."""
    outside = [element.text or ""]
    for child in element:
        if child.tag != "I":
            outside.append("".join(child.itertext()))
        outside.append(child.tail or "")
    return len(element) > 0 and not any(map(str.isalpha, "".join(outside)))


def table_rows(table: etree._Element) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, its caption first, each a tuple of cell texts. Empty rows are left out."""
    rows = (
        tuple(map(inline_text, row)) if row.tag in ("TR", "tr") else (inline_text(row),)
        for row in table.iter("CAPTION", "caption", "TR", "tr")
    )
    return tuple(row for row in rows if any(row))


def rows_chars(rows: tuple[tuple[str, ...], ...]) -> int:
    """Number of characters in a table that are not white space."""
    return sum(len(cell) - cell.count(" ") for row in rows for cell in row)
