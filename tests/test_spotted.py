"""Patterns sought near the pieces that they need: in long texts as in short ones, what `finditer` finds is found."""

from __future__ import annotations

import pytest

from controllist.changes.language.text.clauses import _PARTS_OF_EXCLUDING, EXCLUDING
from controllist.changes.language.text.spotted import found_near

_SAID = (
    "Kettles other than of tin, not including lids that do not have a knob, except for those of copper; "
    "but not to exceed 3 l, unless not otherwise specified. Notes on another pot; außer Kannen, nicht erfasst. "
)


@pytest.mark.parametrize("text", [_SAID, _SAID * 9, "Pots. " * 99 + _SAID, _SAID + "Pots. " * 99, "İ" * 400 + _SAID])
def test_the_same_places_are_found_as_from_end_to_end(text: str) -> None:
    wanted = [found.span() for found in EXCLUDING.finditer(text)]
    assert wanted
    assert [found.span() for found in found_near(EXCLUDING, text, _PARTS_OF_EXCLUDING)] == wanted


def test_where_no_piece_stands_nothing_is_found_in_a_long_text() -> None:
    assert not [*found_near(EXCLUDING, "Kettles of tin. " * 50, _PARTS_OF_EXCLUDING)]
