"""Goods that can do something, and goods that have so much of a quantity for doing it: the latter are fewer.

>>> able_with(["can"], ["beam", "energy", "<come>", "for"])
('relaxed', 'able with so much of a quantity alone')
>>> able_with(["can"], ["beam", "energy", "for"]) is None
True
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.records import Effect

ABLE_WITH = "able with so much of a quantity alone"
_ABLE = ["can"]
"""The key of "capable of", too."""
_TURNS = frozenset(("or", "not", "other", "than", "<any>", "<all>", "<list>", "<refs>"))


def able_with(old: Sequence[str], new: Sequence[str]) -> tuple[Effect, str] | None:
    """What it does that "capable of" an act became a limit "for" it, or the reverse; None where that is not so."""
    if [*old] == _ABLE and _is_limit_for(new, "<come>"):
        return "relaxed", ABLE_WITH
    if [*new] == _ABLE and _is_limit_for(old, "<gone>"):
        return "tightened", ABLE_WITH
    return None


def _is_limit_for(keys: Sequence[str], limit: str) -> bool:
    return limit in keys and keys[-1] == "for" and _TURNS.isdisjoint(keys) and keys[0] != limit
