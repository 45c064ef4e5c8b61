"""A limit on the average that a heading lost, while the items of its new list put limits on the peak."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item

from controllist.changes.records import Effect

OLD = "Kettles rated for pressures exceeding 3 bar and with an average heat output greater than 4 kW;"
NEW = "Kettles rated for pressures exceeding {} bar, and having any of the following:"
BELOW = "A peak heat output greater than {} at any pressure exceeding {}"


def kettles(pressure: str, *peaks: str) -> Effect:
    """What it does that the heading lost its average, and that each item asks for a peak."""
    below = [item(f"1A001.a.{at}", BELOW.format(peak, f"{at}0 bar;")) for at, peak in enumerate(peaks, 1)]
    new = [item("1A001", "Kettles:"), item("1A001.a", NEW.format(pressure)), *below]
    return effect([item("1A001", "Kettles:"), item("1A001.a", OLD)], new, "1A001.a")


def test_peaks_above_and_below_the_average_hold_less_here_and_more_there() -> None:
    assert kettles("3", "9 kW", "2 kW") == "mixed"


def test_lower_pressures_with_higher_peaks_are_more_and_less() -> None:
    assert kettles("2", "9 kW", "7 kW") == "mixed"


@pytest.mark.parametrize("peaks", [("9 kW", "7 kW"), ("9 kW", "4 kW"), ("2 kW", "1 kW"), ("9 kW", "2 l"), ("2 kW",)])
def test_what_comes_in_or_goes_out_may_be_the_only_change(peaks: tuple[str, ...]) -> None:
    assert kettles("3", *peaks) == "unclear"
