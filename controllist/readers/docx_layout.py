"""Where the parts of a Word paragraph stand on the page: indents and tab stops, from the paragraph or its style.

Words are not measured, only guessed at: what counts is which tab stop a part of the paragraph has reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS = 20.0
"""Units of an indent in a point."""
_LETTER = 5.0
"""A letter's usual width in points."""
_DEFAULT_STOP = 36.0


class _Layout(NamedTuple):
    """Indents in points and tab stops; None where nothing is said."""

    left: float | None = None
    first: float | None = None
    """Of the first line against the others; negative where it hangs."""
    stops: frozenset[float] = frozenset()

    def under(self, own: _Layout, cleared: frozenset[float]) -> _Layout:
        """This layout with what a style or paragraph based on it says of its own."""
        return _Layout(
            self.left if own.left is None else own.left,
            self.first if own.first is None else own.first,
            (self.stops - cleared) | own.stops,
        )


class Layouts:
    """The layouts of a file's styles, and the places of a paragraph's parts."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._by_style: dict[str, _Layout] = {}
        self._default = _Layout()
        found = {} if styles is None else {
            style.get(f"{_W}styleId", ""): style
            for style in styles.iter(f"{_W}style")
            if style.get(f"{_W}type") == "paragraph"
        }  # fmt: skip
        for ident in found:
            self._by_style[ident] = _style_layout(ident, found)
        for ident, style in found.items():
            if style.get(f"{_W}default") in ("1", "true"):
                self._default = self._by_style[ident]

    def positions(
        self, block: etree._Element, fields: tuple[str, ...], numbered: etree._Element | None = None
    ) -> tuple[float, ...]:
        """Where each of a paragraph's parts between tabs begins, in points from the margin.

        `numbered` are the properties that the level of an automatic numbering gives its paragraphs.
        """
        properties = block.find(f"{_W}pPr")
        layout = self._default
        if properties is not None:
            style = properties.find(f"{_W}pStyle")
            if style is not None:
                layout = self._by_style.get(style.get(f"{_W}val", ""), layout)
            if numbered is not None:
                layout = layout.under(*_own(numbered))
            layout = layout.under(*_own(properties))
        left, first = layout.left or 0.0, layout.first or 0.0
        stops = sorted({*layout.stops, left} if first < 0 else layout.stops)
        found = [left + first]
        for field in fields[:-1]:
            at = found[-1] + len(field) * _LETTER
            found.append(next((stop for stop in stops if stop > at + 0.5), (at // _DEFAULT_STOP + 1) * _DEFAULT_STOP))
        return tuple(found)


def _style_layout(ident: str, styles: dict[str, etree._Element]) -> _Layout:
    chain = list(_chain(ident, styles))
    layout = _Layout()
    for style in reversed(chain):
        properties = style.find(f"{_W}pPr")
        if properties is not None:
            layout = layout.under(*_own(properties))
    return layout


def _chain(ident: str, styles: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """A style and those it is based on, nearest first."""
    seen: set[str] = set()
    while ident in styles and ident not in seen:
        seen.add(ident)
        yield styles[ident]
        base = styles[ident].find(f"{_W}basedOn")
        ident = base.get(f"{_W}val", "") if base is not None else ""


def _own(properties: etree._Element) -> tuple[_Layout, frozenset[float]]:
    """The indents and stops that paragraph properties state themselves, and the stops they take away."""
    indent = properties.find(f"{_W}ind")
    left = first = None
    if indent is not None:
        left = _points(indent.get(f"{_W}start", indent.get(f"{_W}left")))
        hanging, ahead = _points(indent.get(f"{_W}hanging")), _points(indent.get(f"{_W}firstLine"))
        first = -hanging if hanging is not None else ahead
    stops = [(stop.get(f"{_W}val"), _points(stop.get(f"{_W}pos"))) for stop in properties.iterfind(f"{_W}tabs/{_W}tab")]
    added = frozenset(at for kind, at in stops if at is not None and kind != "clear")
    return _Layout(left, first, added), frozenset(at for kind, at in stops if at is not None and kind == "clear")


def _points(twips: str | None) -> float | None:
    return int(twips) / _TWIPS if twips and re.fullmatch(r"-?\d+", twips) else None
