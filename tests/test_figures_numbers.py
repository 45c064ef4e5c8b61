"""Numbers and units as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controllist.figures import normal_unit, read_number
from controllist.typography import raised

PRINTED = [
    ("40", 40), ("2.7", 2.7), ("6,8", 6.8), ("1,250", 1250), ("1,250,000.5", 1250000.5), ("1 250", 1250),
    ("1\u00a0250\u202f000", 1250000), ("1\u2009250,5", 1250.5), ("0,125", 0.125), (".5", 0.5), ("-55", -55),
    ("−55", -55), ("± 2.5", 2.5), ("+5", 5), ("5 × 10³", 5000), ("5 x 10-3", 0.005), ("5 x 10⁻⁸", 5e-8),
    ("1,48 × 10^3", 1480), ("4,184 × 10⁶", 4184000), ("2.5x10⁻⁶", 2.5e-6), ("10⁵", 100000), ("10−6", 1e-6),
    ("1.5E-4", 1.5e-4), ("3 · 10²", 300),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "value"), PRINTED)
def test_printed_numbers(printed: str, value: float) -> None:
    number = read_number(printed)
    assert number.value == pytest.approx(value)
    assert not number.doubtful


@pytest.mark.parametrize(("printed", "value"), [("1.250", 1250), ("1,25", 1.25), ("1.250,5", 1250.5), ("0.125", 0.125)])
def test_numbers_with_a_decimal_comma(printed: str, value: float) -> None:
    assert read_number(printed, comma=True).value == value


def test_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="not a number"):
        read_number("tea")


@given(st.integers(0, 10**12))
def test_grouping_does_not_change_a_number(value: int) -> None:
    assert read_number(f"{value:,}").value == value
    assert read_number(f"{value:,}".replace(",", "\u00a0")).value == value
    assert read_number(f"{value:,}".replace(",", "."), comma=True).value == value


@given(st.integers(1, 99), st.integers(-15, 15).filter(bool))
def test_powers_of_ten_in_any_dress(mantissa: int, power: int) -> None:
    expected = float(f"{mantissa}e{power}")
    assert read_number(f"{mantissa} × 10{raised(str(power))}").value == pytest.approx(expected)
    assert read_number(f"{mantissa} x 10^{power}").value == pytest.approx(expected)
    lost = read_number(f"{mantissa} x 10{power}")
    assert lost.value == pytest.approx(expected)
    assert lost.doubtful == (power > 0)


SAME = [
    ("µm", "μm", "micrometers", "micron", "um"),
    ("Gb/s", "Gbit/s", "Gbps", "gigabits per second"),
    ("°C", "degrees C", "degrees Celsius", "℃", "Grad Celsius"),
    ("N/m²", "N/m2", "N/m 2", "newtons per square meter"),
    ("%", "percent", "per cent", "Prozent"),
    ("% by weight", "wt%", "Gew.-%", "weight percent"),
    ("W·h/kg", "W-h/kg", "W•h/kg"),
    ("kg/m", "kg per meter", "kilograms per metre"),
    ("Ω·cm", "ohm-cm", "ohm cm", "Ω·cm"),
    ("K⁻¹", "K-1"),
    ("h", "hours", "hr", "Stunden"),
    ("mm·mrad", "mm mrad", "mm•mrad"),
    ("m³", "cubic meters", "m3"),
    ("µrad", "µr", "μr", "microradians"),
    ("mrad", "mr", "milliradian"),
]
DIFFERENT = [
    ("m", "mm"),
    ("mW", "MW"),
    ("Mbit", "Mbyte"),
    ("g", "G"),
    ("K", "k"),
    ("N/m²", "N/m"),
    ("% by weight", "%"),
]


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_of_one_unit(spellings: tuple[str, ...]) -> None:
    assert {normal_unit(unit) for unit in spellings} == {normal_unit(spellings[0])}


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_units_that_differ(one: str, other: str) -> None:
    assert normal_unit(one) != normal_unit(other)


@given(st.text(max_size=20))
def test_normal_form_is_stable(unit: str) -> None:
    assert normal_unit(normal_unit(unit)) == normal_unit(unit)
