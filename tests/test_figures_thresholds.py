"""Limits read from clauses, one invented clause for each wording that lists use."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from controllist.figures import thresholds
from controllist.figures.thresholds import RAW_WORDS

ENGLISH = [
    # comparison before the figure
    ("A kettle with a capacity exceeding 3 litres", [("capacity", ">", 3, "litres")]),
    ("Weight not exceeding 40 kg", [("weight", "<=", 40, "kg")]),
    ("A lid that does not exceed 10 g", [("lid", "<=", 10, "g")]),
    ("Spouts with a flow in excess of 2 l/min", [("flow", ">", 2, "l/min")]),
    ("Brewing time greater than 90 s", [("brewing time", ">", 90, "s")]),
    ("Brewing time not greater than 90 s", [("brewing time", "<=", 90, "s")]),
    ("Price of more than US$ 5,000", [("price", ">", 5000, "US$")]),
    ("Wall thickness less than 0.5 mm", [("wall thickness", "<", 0.5, "mm")]),
    ("Wall thickness no less than 0.5 mm", [("wall thickness", ">=", 0.5, "mm")]),
    ("Heating power equal to or greater than 2 kW", [("heating power", ">=", 2, "kW")]),
    ("Heating power greater than or equal to 2 kW", [("heating power", ">=", 2, "kW")]),
    ("Heating power equal to or exceeding 2 kW", [("heating power", ">=", 2, "kW")]),
    ("Levelling accuracy less (better) than 3 µm", [("levelling accuracy", "<", 3, "µm")]),
    ("Levelling accuracy better (less) than 3 µm", [("levelling accuracy", "<", 3, "µm")]),
    ("Levelling accuracy equal to or less (better) than 3 µm", [("levelling accuracy", "<=", 3, "µm")]),
    ("Levelling accuracy better than 3 µm", [("levelling accuracy", "<", 3, "µm")]),
    ("Tin of a purity better than 99.9 %", [("purity", ">", 99.9, "%")]),
    ("Tea leaves better than 5 ppm in purity", [("tea leaves", "<", 5, "ppm")]),
    ("At least 4 cups per tray", [("cups", ">=", 4, "cups per tray")]),
    ("A volume of up to 20 l", [("volume", "<=", 20, "l")]),
    ("A maximum of 12 saucers", [("saucers", "<=", 12, "")]),
    ("Steam pressure above 3 bar", [("steam pressure", ">", 3, "bar")]),
    ("Tilt of less than 20 µr (microradians)", [("tilt", "<", 20, "µr")]),
    ("Tilt of 2.5 mr or less", [("tilt", "<=", 2.5, "mr")]),
    ("Operating temperature below 218 K (-55 °C)", [("operating temperature", "<", 218, "K")]),
    ("Pouring height ≥ 12 cm and ≤ 40 cm", [("pouring height", ">=", 12, "cm"), ("pouring height", "<=", 40, "cm")]),
    ("Trays keeping level to within ±0.5°", [("", "<=", 0.5, "°")]),
    ("Sugar lumps flying at speeds exceeding Mach 0.9", [("speeds", ">", 0.9, "Mach")]),
    # comparison after the figure
    ("A resolution of 12 bit or more", [("resolution", ">=", 12, "bit")]),
    ("A boiling time of 95 ns or less", [("boiling time", "<=", 95, "ns")]),
    ("A boiling time of 95 ns or less (better)", [("boiling time", "<=", 95, "ns")]),
    ("A service life of 10 000 cycles or more", [("service life", ">=", 10000, "cycles")]),
    ("Flatness of 2 µm or better", [("flatness", "<=", 2, "µm")]),
    ("Flatness of λ/10 or better", [("flatness", "<=", 0.1, "λ")]),
    ("Tins of 85% purity or higher", [("purity", ">=", 85, "%")]),
    ("A viscosity of 5 Pa·s (50 poise) or higher", [("viscosity", ">=", 5, "Pa·s")]),
    ("Teapots with spouts 500 mm or more in length", [("length", ">=", 500, "mm")]),
    ("Cups rated at Mach 3 or less", [("", "<=", 3, "Mach")]),
    ("An aspect ratio of 3:1 or greater", [("aspect ratio", ">=", 3, "")]),
    # several in one clause
    ("Depth of 8 bit or more, but less than 10 bit", [("depth", ">=", 8, "bit"), ("depth", "<", 10, "bit")]),
    (
        "A whistle at any frequency exceeding 2.7 kHz up to and including 2.9 kHz",
        [("frequency", ">", 2.7, "kHz"), ("frequency", "<=", 2.9, "kHz")],
    ),
    (
        "Exceeding 80 mm in diameter and 20 mm in thickness",
        [("diameter", ">", 80, "mm"), ("thickness", ">", 20, "mm")],
    ),
    ("Spoons of more than 25 % nickel and 20 % tin", [("spoons", ">", 25, "%"), ("tin", ">", 20, "%")]),
    # ranges
    ("Saucers between 75 mm and 120 mm in diameter", [("diameter", "between", (75, 120), "mm")]),
    ("Water at temperatures from 60 to 80 °C", [("temperatures", "between", (60, 80), "°C")]),
    ("A tilt range of -5° to 30°", [("tilt", "between", (-5, 30), "°")]),
    ("A hum between 20 Hz and 2 kHz", [("hum", ">=", 20, "Hz"), ("hum", "<=", 2, "kHz")]),
    # what the figure is about
    ("Pouring accuracy along any axis of less than 4 µm", [("pouring accuracy", "<", 4, "µm")]),
    ("Bore of the pouring spouts of more than 25 mm", [("bore", ">", 25, "mm")]),
    ("Impurities, leaving out tannin, of less than 50 ppm", [("impurities", "<", 50, "ppm")]),
    ("Viscosity at 303 K (30 °C) of less than 47 poise", [("viscosity", "<", 47, "poise")]),
    ("A total internal (geometric) volume greater than 1 m³", [("total internal volume", ">", 1, "m³")]),
    ('A "steeping time" of less than 3 minutes', [("steeping time", "<", 3, "minutes")]),
    ("Trays having more than 256 cups", [("cups", ">", 256, "")]),
    # numbers in words
    ("Trolleys with two or more axles", [("axles", ">=", 2, "")]),
    ("Trolleys with more than three wheels", [("wheels", ">", 3, "")]),
    # units
    ("Heat loss less than 3 x 10⁻⁶/K", [("heat loss", "<", 3e-6, "/K")]),
    ("Dose of 5 × 10³ Gy (Si)/s or more", [("dose", ">=", 5000, "Gy (Si)/s")]),
    ("Hum less than 2 pT rms per square root Hz", [("hum", "<", 2, "pT rms per square root Hz")]),
    ("Crumbs greater than 200 parts per million", [("crumbs", ">", 200, "parts per million")]),
    ("Thirst of 0,15 kg N–1 h–1 or less", [("thirst", "<=", 0.15, "kg N–1 h–1")]),
    ("Drift of 8 miles per hour (mph) “tea” rate or less (better)", [("drift", "<=", 8, "miles per hour")]),
    ("Clinking exceeding 4 clinks per minute", [("clinking", ">", 4, "clinks per minute")]),
    ("Energy density exceeding 300 W·h/kg", [("energy density", ">", 300, "W·h/kg")]),
    ("Density exceeding 17.5 g/cm 3;", [("density", ">", 17.5, "g/cm 3")]),
    ("Sugar of 40 % by weight or more", [("sugar", ">=", 40, "% by weight")]),
    ("More than 2 million tea bags", [("tea bags", ">", 2e6, "")]),
    # number formats
    ("Width greater than 1 250,5 mm", [("width", ">", 1250.5, "mm")]),
    ("Width greater than 14,000 mm", [("width", ">", 14000, "mm")]),
    ("Purity greater than 99,999 %", [("purity", ">", 99.999, "%")]),
    ("Bore greater than .50 inches", [("bore", ">", 0.5, "inches")]),
]  # fmt: skip

GERMAN = [
    ("Kannen mit einem Inhalt größer als 1,5 l", [("inhalt", ">", 1.5, "l")]),
    ("Kannen mit einem Inhalt größer/gleich 1.500 ml", [("inhalt", ">=", 1500, "ml")]),
    ("Inhalt kleiner/gleich 2 l", [("inhalt", "<=", 2, "l")]),
    ("Inhalt größer oder gleich 2 l", [("inhalt", ">=", 2, "l")]),
    ("Ziehdauer von mehr als 3 Minuten", [("ziehdauer", ">", 3, "Minuten")]),
    ("Ziehdauer von nicht mehr als 3 Minuten", [("ziehdauer", "<=", 3, "Minuten")]),
    ("Ziehdauer von weniger als 3 Minuten", [("ziehdauer", "<", 3, "Minuten")]),
    ("ein Gewicht von mindestens 2 kg", [("gewicht", ">=", 2, "kg")]),
    ("ein Gewicht von höchstens 2 kg", [("gewicht", "<=", 2, "kg")]),
    ("Temperaturen über 80 °C", [("temperaturen", ">", 80, "°C")]),
    ("Temperaturen unter 80 °C", [("temperaturen", "<", 80, "°C")]),
    ("Wassertiefen ab 20 Meter", [("wassertiefen", ">=", 20, "Meter")]),
    ("ein Durchmesser von 20 mm oder größer", [("durchmesser", ">=", 20, "mm")]),
    ("100 oder mehr Löffel", [("löffel", ">=", 100, "")]),
    ("Genauigkeit kleiner (besser) als 30 nm", [("genauigkeit", "<", 30, "nm")]),
    ("ein Pfeifton zwischen 100 und 400 Hz", [("pfeifton", "between", (100, 400), "Hz")]),
    ("Längen von 5 bis 10 mm", [("längen", "between", (5, 10), "mm")]),
    ("eine Masse, die 3 kg überschreitet", [("masse", ">", 3, "kg")]),
    ("eine Masse, die 3 kg nicht überschreitet", [("masse", "<=", 3, "kg")]),
    ("Frequenz größer als 2 Hz bis einschließlich 15 Hz", [("frequenz", ">", 2, "Hz"), ("frequenz", "<=", 15, "Hz")]),
]  # fmt: skip

NONE = [
    "",
    "Teapots, other than those specified in 3A001.b.2 or 3.B.1.a.",
    "Measured at 20 °C and 1 bar with a spoon of 5 g",
    "Tested to ISO 230-2:1988, ASTM E-1640 or better national standards",
    "Regulation (EU) 2021/821 of 20 May 2021, in force not before 9.9.2021",
    "Sucrose (CAS 57-50-1) and 2,4-dinitrotea in more than a pinch",
    "Having at least one of the following, or two or more of the following:",
    "Notes 1 to 3 and paragraphs a. to c. of Category 5",
    "No more than a spoonful; less is better than more",
    "Kettles manufactured earlier than 1890",
]

DOUBTFUL = [
    ("Dose of 5 x 106 Gy or more", 5e6),
    ("More than 10 3 Gy", 1e3),
    ("Fluence of more than 1013 n/cm2", 1e13),
    ("Coefficient of 3.310⁻¹¹ m/V or more", 3.3e-11),
]

CERTAIN = [
    ("Dose of 5 x 10 3 Gy or more", 5e3),
    ("Dose of 5 x 10⁶ Gy or more", 5e6),
    ("Loss of less than 10-5 cm-1", 1e-5),
    ("Loss of less than 2 x 10-3 dB", 2e-3),
    ("Width exceeding 1013 mm", 1013),
]

Expected = list[tuple[str, str, float | tuple[float, float], str]]


def read(text: str, language: str = "en") -> Expected:
    return [(limit.parameter, limit.op, limit.value, limit.unit) for limit in thresholds(text, language)]


@pytest.mark.parametrize(("text", "limits"), ENGLISH)
def test_english_wordings(text: str, limits: Expected) -> None:
    assert read(text) == limits


@pytest.mark.parametrize(("text", "limits"), GERMAN)
def test_german_wordings(text: str, limits: Expected) -> None:
    assert read(text, "de") == limits


def test_french_wordings() -> None:
    assert read("une théière d’un poids supérieur ou égal à 2,5 kg", "fr") == [("poids", ">=", 2.5, "kg")]
    assert read("un volume d’au moins 3 l, mais d’au plus 5 l", "fr") == [
        ("volume", ">=", 3, "l"),
        ("volume", "<=", 5, "l"),
    ]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_limit(text: str) -> None:
    assert thresholds(text) == ()


@pytest.mark.parametrize(("text", "value"), DOUBTFUL)
def test_lost_exponents_are_flagged(text: str, value: float) -> None:
    (limit,) = thresholds(text)
    assert limit.doubtful
    assert limit.value == pytest.approx(value)


@pytest.mark.parametrize(("text", "value"), CERTAIN)
def test_other_numbers_are_not_flagged(text: str, value: float) -> None:
    (limit,) = thresholds(text)
    assert not limit.doubtful
    assert limit.value == pytest.approx(value)


def test_the_equivalent_in_brackets_belongs_to_the_limit_before_it() -> None:
    (limit,) = thresholds("Steam of more than 398 K (125 °C) at the spout")
    assert limit.raw == "more than 398 K (125 °C)"


@pytest.mark.parametrize(
    ("text", "raw"), [("Spouts (Rc = 40 or more) of tin", "40 or more"), ("Pots of 5 kg (or more)", "5 kg (or more)")]
)
def test_a_bracket_around_a_limit_is_no_part_of_it(text: str, raw: str) -> None:
    assert [limit.raw for limit in thresholds(text)] == [raw]


@pytest.mark.parametrize(
    ("name", "litres"),
    [
        ("1,3-teadiol", 2_500), ("2,2[bis 2-teanol]", 2_500), ("4,5 diteamethyl-", 2_500), ("3,3\u2019-teanal", 2_500),
        ("1,1H-teaphthaloyl", 2_500), ("7 amino 4,6 dinitrotea", 2_500), ("tea[4,5 d]cup", 2_500),
        ("a lid of 1,25 mm", 2.5), ("0,5 % tannin", 2.5),
    ],
)  # fmt: skip
def test_the_places_in_the_name_of_a_substance_make_no_decimal_comma(name: str, litres: float) -> None:
    (limit,) = [one for one in thresholds(f"Urns for {name} with a volume exceeding 2,500 l") if one.unit == "l"]
    assert limit.value == litres


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "Nl", "No"]), max_size=80))
@example("more than λ/ or better")
def test_without_digits_and_number_words_there_is_no_limit(text: str) -> None:
    words = r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b"
    if not re.search(words, text, re.IGNORECASE):
        assert thresholds(text) == ()


@given(
    st.floats(min_value=0.001, max_value=99999).map(lambda value: float(f"{value:.4g}")),
    st.sampled_from(["kg", "mm", "°C"]),
)
def test_english_and_german_say_the_same(value: float, unit: str) -> None:
    plain = f"{value:.6f}".rstrip("0").rstrip(".")
    whole, _, rest = plain.partition(".")
    if len(rest) == 3 and whole != "0":  # 1,234 is ambiguous without its language
        plain += "1"
    (english,) = thresholds(f"A mass exceeding {plain} {unit}", "en")
    (german,) = thresholds(f"eine Masse größer als {plain.replace('.', ',')} {unit}", "de")
    assert (english.value, english.unit, english.op) == (german.value, german.unit, german.op)


@given(st.text(alphabet="0123456789., ×x10⁻³%() kgµm/or moretlessthanbetween-and'\"ABC", max_size=120))
def test_any_text_is_read_without_error_and_quoted_briefly(text: str) -> None:
    for limit in thresholds(text):
        assert len(limit.raw.split()) <= RAW_WORDS
        assert len(limit.parameter.split()) <= 6


@pytest.mark.corpus
def test_limits_of_a_real_list_are_short_and_many(corpus: Path) -> None:
    """A rough count that a broken pattern would miss by far, and the promise that no sentence is quoted."""
    packed = (corpus / "us" / "ccl_2024-09-06.jsonl.gz").read_bytes()
    texts = (json.loads(line)["text"] or "" for line in gzip.decompress(packed).splitlines())
    found = [limit for text in texts for limit in thresholds(text)]
    assert 1800 < len(found) < 2800
    assert max(len(limit.raw.split()) for limit in found) <= RAW_WORDS
    assert sum(bool(limit.parameter) for limit in found) > 0.75 * len(found)
