"""German goods whose place stands before or behind them."""

from __future__ import annotations

from changes_nodes import reworded

BEFORE = "Deckel für die „Verwendung“ der von Nummer 1A001a erfassten Kessel."
BEHIND = "Deckel für die „Verwendung“ von Kessel, die von Nummer 1A001a erfasst werden."


def test_the_place_of_goods_before_or_behind_them() -> None:
    assert reworded(BEFORE, BEHIND) == "none"


def test_what_is_asked_for_behind_is_asked_for_still() -> None:
    assert reworded(BEFORE, BEHIND.replace("werden.", "werden, wenn das Ziel außerhalb des Landes liegt.")) == "relaxed"
    assert reworded(BEFORE, BEHIND.replace("Kessel", "Töpfe")) == "unclear"
