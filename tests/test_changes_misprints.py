"""Figures that stand with a unit a thousand times as large, which one of two sources may have misprinted."""

from __future__ import annotations

import pytest
from changes_nodes import editions, item

from controllist.changes.clause.limits.limits import UNIT_SLIP
from controllist.changes.effect import evidence_of
from controllist.changes.records import Evidence

SLIPS = [
    ("Kettles with a power exceeding 600 W", "Kettles with a power exceeding 600 µW", "tightened"),
    ("Kettles that boil within less than 100 s", "Kettles that boil within less than 100 ms", "relaxed"),
]


def _of(before: str, after: str) -> Evidence:
    ground = editions([item("1A001", before)], [item("1A001", after)])
    return next(one for one in evidence_of(*ground.old.nodes, *ground.new.nodes, ground) if one.type == "threshold")


@pytest.mark.parametrize(("before", "after", "effect"), SLIPS)
def test_a_number_that_stands_with_another_unit_may_be_a_misprint_but_counts(
    before: str, after: str, effect: str
) -> None:
    found = _of(before, after)
    assert (found.effect, found.note) == (effect, UNIT_SLIP)
    assert _of(after, before).note == UNIT_SLIP


def test_a_unit_that_is_near_or_comes_with_another_number_is_no_misprint() -> None:
    assert _of("Kettles wider than 60 cm", "Kettles wider than 60 mm").note == ""
    assert _of("Kettles with a power exceeding 600 W", "Kettles with a power exceeding 500 mW").note == ""
