"""A limit on the average of something that became one on its peak, or the reverse."""

from __future__ import annotations

import pytest
from changes_nodes import reworded

AVERAGE = "Rated for boiling at pressures exceeding 3 bar and with an average heat output greater than 4 kW (5.4 hp);"
PEAK = "Rated for boiling with a peak saturated heat output greater than 4 kW (5.4 hp) at any pressure exceeding 3 bar;"


def test_no_peak_lies_below_the_average() -> None:
    assert reworded(AVERAGE, PEAK) == "tightened"


def test_the_lower_the_peak_that_is_asked_for_the_more_reach_it() -> None:
    assert reworded(AVERAGE, PEAK.replace("than 4 kW (5.4 hp)", "than 3.0 kW (4 hp)")) == "tightened"


def test_less_than_a_limit_lie_fewer_peaks_than_averages() -> None:
    old, new = ("Pots with a(n) average flow less than 4 l/min", "Pots with a peak flow less than 4 l/min")
    assert reworded(old.replace("a(n)", "an"), new) == "relaxed"


@pytest.mark.parametrize(
    "other",
    [
        PEAK.replace("than 4 kW (5.4 hp)", "than 9 kW (12 hp)"),  # some of both are below the other
        PEAK.replace("heat", "steam"),
        PEAK.replace("greater than 4", "less than 4"),
        PEAK.replace("4 kW (5.4 hp)", "4 l"),
    ],
)
def test_what_cannot_be_compared_is_not_certain(other: str) -> None:
    assert reworded(AVERAGE, other) == "unclear"


def test_lower_pressures_with_a_higher_peak_are_more_and_less() -> None:
    higher = PEAK.replace("than 4 kW (5.4 hp)", "than 9 kW (12 hp)")
    assert reworded(AVERAGE, higher.replace("exceeding 3 bar", "exceeding 2 bar")) == "mixed"
