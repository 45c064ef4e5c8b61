"""XML read safely: without entities, DTD or network, and refused with its place where it is not whole."""

from __future__ import annotations

from lxml import etree

from controllist.errors import WrongUse


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document, read without entities, DTD or network.

    Raises `WrongUse` where `data` is empty, cut off, or not XML, with the place of the fault.
    """
    if not data.strip():
        raise WrongUse(f"{name}: the file is empty; fetch it again from its publisher")
    try:
        return etree.fromstring(data, safe_parser())
    except etree.XMLSyntaxError as error:
        raise WrongUse(
            f"{name}, line {error.lineno}: {error.msg}; the file is cut off or is not XML; fetch it again"
        ) from None


def parse_fragment(markup: str) -> etree._Element | None:
    """The element of a fragment, or None if it cannot be read. Unclosed tags are closed rather than refused."""
    try:
        return etree.fromstring(markup, safe_parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def safe_parser(recover: bool = False) -> etree.XMLParser:
    """A parser that expands no entity and fetches nothing."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
