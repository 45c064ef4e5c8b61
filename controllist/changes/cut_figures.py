"""Two texts that begin with a figure, of which one shows only what stands behind the other's decimal point."""

from __future__ import annotations

from controllist.changes.records import FIGURE_CUT, Evidence
from controllist.model import Node
from controllist.patterns import pattern

_FIGURE = pattern(r"(?:\d+[.,])?(\d+)(?![\d.,]*\d)")


def cut_figure(old: str, new: str) -> tuple[str, str] | None:
    """The figures with which two texts begin if one is the end of the other, from its decimal point on; else None.

    A source that was put together from labelled lines may have taken `1. 0.9` for the label `1.0.` before a 9.

    >>> cut_figure("9 litres in all", "0.9 litres in all")
    ('9', '0.9')
    >>> cut_figure("5 litres", "15 litres")
    """
    if not (old[:1].isdecimal() and new[:1].isdecimal()):
        return None
    first, second = _FIGURE.match(old), _FIGURE.match(new)
    if first is None or second is None or first[1] != second[1]:
        return None
    is_cut = (first[0] == first[1]) != (second[0] == second[1])
    return (first[0], second[0]) if is_cut else None


def with_cut_figure(found: list[Evidence], old: Node, new: Node) -> list[Evidence]:
    """The evidence, and that a figure may be cut where it looks so: of official texts that says nothing."""
    figures = cut_figure(old.text, new.text) if found else None
    return [*found, Evidence("wording", "none", "", *figures, FIGURE_CUT)] if figures else found
