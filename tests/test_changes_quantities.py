"""Values with units on one scale."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controllist.changes.language.text.quantities import comparable, dimension_of, in_unit, measure

SAME = [
    ((1, "t"), (1000, "kg")),
    ((0.00025, "°"), (0.9, "arc second")),
    ((60, "arc minutes"), (1, "°")),
    ((30, "dBm"), (1, "W")),
    ((0, "dBW"), (1000, "mW")),
    ((1, "Gbyte/s"), (8, "Gbit/s")),
    ((1, "billion words per second"), (1, "GSPS")),
    ((1.3, "Giga Samples Per Second"), (1300, "MSPS")),
    ((1, "% by weight"), (1, "weight percent")),
    ((1, "%"), (10000, "ppm")),
    ((20, "°C"), (293.15, "K")),
    ((1, "N/m²"), (1, "Pa")),
    ((3, "mJ per pulse"), (0.003, "J per pulse")),
    ((1, "nT (rms) per square root Hz"), (1000, "pT (rms) per square root Hz")),
    ((1, "degree per second"), (3600, "degrees per hour")),
    ((50, "poise"), (5, "Pa·s")),
    ((500, "rads (Si)"), (5, "Gy (Si)")),
    ((1, "nautical mile"), (1852, "m")),
    ((1, "inch"), (25.4, "mm")),
    ((1, "cm³"), (1, "ml")),
    ((10, "µm/m"), (10e-6, "m/m")),
]
INCOMPARABLE = [
    ("J per pulse", "J"),
    ("kg", "m"),
    ("% by weight", "% by volume"),
    ("frames per second", "Hz"),
    ("nm rms", "nm"),
    ("dB", "dBm"),
    ("Gy (Si)", "Gy"),
    ("", "kg"),
    ("WT", "flops"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_value_in_two_units(one: tuple[float, str], other: tuple[float, str]) -> None:
    first, second = measure(*one), measure(*other)
    assert comparable(first, second)
    assert math.isclose(first.value, second.value, rel_tol=1e-5)


@pytest.mark.parametrize(("one", "other"), INCOMPARABLE)
def test_units_that_measure_different_things(one: str, other: str) -> None:
    assert dimension_of(one) != dimension_of(other)


UNITS = ["kg", "t", "mm", "GHz", "°C", "K", "dBm", "Gbit/s", "arc second", "µm/m", "J per pulse", "% by weight", "psi"]


@given(st.floats(0.01, 1000), st.sampled_from(UNITS))
def test_there_and_back(value: float, unit: str) -> None:
    assert math.isclose(in_unit(measure(value, unit), unit), value, rel_tol=1e-3, abs_tol=1e-2)


@given(st.floats(0.01, 1000), st.floats(0.01, 1000), st.sampled_from(UNITS))
def test_conversion_keeps_the_order(low: float, high: float, unit: str) -> None:
    low, high = sorted((low, high))
    assert measure(low, unit).value <= measure(high, unit).value
