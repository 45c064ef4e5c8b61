"""Text, labels and tables of Justice Laws XML elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from controllist.lines import Line, count_chars
from controllist.typography import folded, lowered, raised

_BRACKETS = "(). \t\n\xa0"


def plain_text(element: etree._Element | None) -> str:
    """All text of an element, folded, markup ignored; empty for no element."""
    return folded("".join(map(str, element.itertext()))) if element is not None else ""


def printed_text(element: etree._Element) -> str:
    """The text of an element as printed, raised and lowered characters as such."""
    return folded("".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in ("Sup", "Sub"):
            text = "".join(map(str, child.itertext()))
            yield raised(text) if child.tag == "Sup" else lowered(text)
        else:
            yield from _pieces(child)
        yield child.tail or ""


def texts_of(provision: etree._Element) -> str:
    """The text of a provision without that of the provisions inside it."""
    return folded(" ".join(printed_text(text) for text in provision.findall("Text")))


def label_of(element: etree._Element) -> str:
    """The label of an element as printed; empty if it has none."""
    return plain_text(element.find("Label"))


def bare(label: str) -> str:
    """A label without its brackets and dot: `(a)`, `a)` and `a.` are `a`."""
    return label.strip(_BRACKETS)


def size(element: etree._Element) -> int:
    """Characters of an element and all that it holds."""
    return sum(count_chars(str(text)) for text in element.itertext())


def own_size(provision: etree._Element) -> int:
    """Characters of a provision's label and text, and of what stands loose in it."""
    loose = count_chars(provision.text or "") + sum(count_chars(child.tail or "") for child in provision)
    return loose + sum(size(child) for child in provision if child.tag in ("Label", "Text"))


def furniture(element: etree._Element, name: str) -> Line:
    """A whole element as furniture."""
    return Line("furniture", where=name, name=name, chars=size(element))


def table_rows(element: etree._Element) -> tuple[tuple[str, ...], ...]:
    """The rows of the tables in an element (CALS `row` and `entry`, or `tr` and `td`), empty ones left out."""
    rows = (
        tuple(printed_text(cell) for cell in row if cell.tag in ("entry", "td", "th"))
        for row in element.iter("row", "tr")
    )
    return tuple(row for row in rows if any(row))
