"""Differences of print, of numbering, of lead-ins and of names, which say the same; and those that only look so."""

from __future__ import annotations

import pytest
from changes_nodes import effect, evidence, item, note, reworded

from controllist.changes.language.print.same_letters import same_letters
from controllist.changes.records import Effect

SAME = [
    ("Kettles on line with tea pots", "Kettles online with teapots"),
    ("Kettles of 5 l; orWhether of tin", "Kettles of 5 l; or b. Whether of tin"),
    ("Kettles rated withan output", "Kettles rated with an output"),
    ("Kettles (R c = 40)", "Kettles (Rc = 40)"),
    ("Teapots of haemorrhagic glaze", "Teapots of hemorrhagic glaze"),
    ("Kettles for manoeuvring ships", "Kettles for maneuvering ships"),
    ("Kettles of norm ABC or national equivalents3 in tin", "Kettles of norm ABC or national equivalents in tin"),
    ("Kettles of silicon; ", "Kettles of silicon (Si);"),
    ("Kettles of high pressure tin", "Kettles of high pressure tin (HPT)"),
    ("Hot-Water Jugs (HWJs) and lids", "HWJs and lids"),
    ("Kettles controlled by sub-items 1B002.a or 1B002.b", "Kettles specified by 1B002.a or 1B002.b"),
    ("Kettles specified in Item 1B002.a", "Kettles specified by 1B002.a"),
    ("Kettles of tin or clay or glass", "Kettles of tin, clay or glass"),
    ("Kettles for tea and/or milk", "Kettles for tea or milk"),
    ("Kettles for tea; SAMOVARS", "Kettles for tea;"),
    ("Chlorteekesselan (CAS 50-00-0)", "Methyl-teekesselan, (chlorteekesselan) (CAS 50-00-0)"),
    ("Kessel zu verschließen, d. h. mit Deckel", "Kessel zu verschließen, d.h. mit Deckel"),
    ("Kettles boiling at 373 K (100⁰C)", "Kettles boiling at 373 K (100°C)"),
    ("Kettles specified in 1B002,a,1, or 1B002,a,2, for tea", "Kettles specified in 1B002.a.1. or 1B002.a.2., for tea"),
    ("Kettles of steam (σ(2), sigma 2)", "Kettles of steam (σ⁽²⁾, sigma 2)"),
    ("Brews of two or more of the following: mint, rose", "Brews of 2 or more of the following: mint, rose"),
    ("Urns with a rim of 5 cm or more and a lid over 3 cm", "Urns with a lid over 3 cm and a rim of 5 cm or more"),
    ("Urns for tea, regardless of their age", "Urns for tea, regardless of their age or colour"),
    ("Kettles to the specified sizes of 1B002.a.", "Kettles to the sizes specified in 1B002.a."),
    ("Lids for 'high boilers' (HB) or 'low boilers'", "Lids for 'high boilers' ('HB') or 'low boilers'"),
    ("Kettles for lids of ML.8.f.2.", "Kettles for lids of ML8.f.2."),
    ("Kettles having any of the following sets of characteristics:", "Kettles having any of the following:"),
    ("Kettles, specifically:", "Kettles, as follows:"),
    ("Kettles of 2 x 'lid power' x 'brew length'", "Kettles of 2 × 'lid power' × 'brew length'"),
    ("Kettles whose length is told in millimetres", "Kettles whose length is told in mm"),
    ("Pots to spin lids (such as tin lids);", "Pots to spin lids (such as tin lids and clay lids);"),
    ("Kettles of quality equal or exceeding to 5 dB", "Kettles of quality equal to or exceeding 5 dB"),
    ("Kettles for 60% of Usual Lid Strength (ULS) or more", "Kettles for 60% of usual lid strength or more"),
    ("Kettles tilting about any slanted axis", "Kettles tilting about one or more slanted axis"),
    ("Kettles with two or more spouts", "Kettles with at least two spouts"),
    ("Resulting in a brew with leaves", "Result in a brew with leaves"),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_the_same_in_other_print_or_under_another_name(before: str, after: str) -> None:
    assert reworded(before, after) == "none"


NOT_THE_SAME = [
    ("Urns for tea, regardless of their age", "Urns for tea, regardless of their age, with a mass over 7 kg"),
    ("Urns for tea, regardless of their age", "Urns for tea, regardless of their age, specially designed for inns"),
    ("Urns for tea, regardless of their age", "Urns for tea, regardless of their age, other than those of tin"),
    ("Urns, regardless of age, and lids for such urns", "Urns, regardless of age, and lids for such urns with a rim"),
    ("Urnen, ungeachtet ihres Alters", "Urnen, ungeachtet ihres Alters, mit einer Masse größer als 7 kg"),
    ("Urns with a lid over 5 cm and a rim over 3 cm", "Urns with a lid over 3 cm and a rim over 5 cm"),
    ("Urns (three or more) or pots of 5 kg or less", "Urns (four or more) or pots of 5 kg or less"),
    ("Urns (flat or small) or lids", "Urns (large or small) or lids"),
    ("Urns (tin) or lids", "Urns (clay) or lids"),
    ("Kettles to the usual sizes of 1B002.a.", "Kettles to the sizes specified in 1B002.a."),
    ("Pots to spin lids (such as tin lids);", "Pots to spin lids (such as tin lids), specially designed for war;"),
    ("Pots to spin lids, such as tin lids;", "Pots to spin lids, such as tin lids, specially designed for war;"),
    ("Pots, such as urns, using steam to boil soup;", "Pots, such as urns, using steam to boil soup or to boil tea;"),
    ("Kettles for a load of 2 kg of tin or more", "Kettles for a load of 2 kg of clay or more"),
    ("Kettles for 60% of Usual Lid Strength (ULS) or more", "Kettles for 60% of usual weight or more"),
    ("Kettles tilting about any slanted axis", "Kettles tilting about two or more slanted axes"),
    ("Brew kettles in tin", "Brewing kettles in tin"),
    ("Kettles of value 109 a day", "Kettles of value 10⁹ a day"),
    ("Kettles of class 1 2", "Kettles of class 12"),
    ("Kettles rated at -20", "Kettles rated at 20"),
    ("Kettles < tin", "Kettles ≤ tin"),
    ("Chlorteekesselan (CAS 50-00-0)", "Chlorteekesselan and its salts (CAS 50-00-0)"),
    ("Teapots of tin (HPT)", "Teapots of tin (broken)"),
    ("Kettles controlled in tin", "Kettles specified by weight in tin"),
    ("Hot-Water Jugs (HWJs) and lids", "HWPs and lids"),
]


@pytest.mark.parametrize(("before", "after"), NOT_THE_SAME)
def test_what_only_looks_the_same_is_not_called_so(before: str, after: str) -> None:
    assert reworded(before, after) != "none"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("5 mW", "5 MW", False), ("0.1n W", "0.1 nW", True), ("10⁻ ¹⁴", "10⁻¹⁴", True), ("m 2", "m²", True)],
)
def test_letters_keep_what_tells_units_and_powers_apart(one: str, other: str, same: bool) -> None:
    assert same_letters(one, other) is same


LEADS = [
    ("'Kettles' are vessels.", "For the purposes of 1A001, 'kettles' are vessels."),
    (
        "1. A kettle is a vessel. 2. A jug is not.",
        "For the purposes of 1A001: 1. A kettle is a vessel. 2. A jug is not.",
    ),
    ("In 1A001, 'kettles' are vessels.", "For the purposes of 1A001, the term 'kettles' are vessels."),
    ("A vessel for tea.", "'Kettle' is a vessel for tea."),
    ("Technical Note to 1A001: A kettle is a vessel.", "Technical Note 1 to 1A001: A kettle is a vessel."),
    ("A kettle is closed, i.e. it has a lid.", "A kettle is closed, i.e., it has a lid."),
]


@pytest.mark.parametrize(("before", "after"), LEADS)
def test_what_leads_into_an_explanation_changes_nothing(before: str, after: str) -> None:
    assert _explained(before, after) == "none"


def test_another_term_defined_is_no_lead() -> None:
    assert _explained("'Jug' is a vessel.", "'Kettle' is a vessel.") == "unclear"


def _explained(before: str, after: str) -> Effect:
    """The effect of a change in a technical note to 1A001."""
    sides = [[note("1A001/tn", text, kind="technical-note")] for text in (before, after)]
    return effect(sides[0], sides[1], "1A001/tn")


def test_a_military_use_in_one_word_or_in_many() -> None:
    before, after = "Military cups and saucers;", "Cups and saucers, specially designed or modified for military use;"
    assert reworded(before, after) == "none"
    assert reworded("Cups and saucers;", after) == "relaxed"


def test_the_average_power_of_a_continuous_wave_is_its_power() -> None:
    before, after = "Kettles of an average or CW power exceeding 3 W", "Kettles of an average power exceeding 3 W"
    assert reworded(before, after) == "none"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The kettle of 1 t;", "Kettles of 1 000 kg", "spelling, articles, marks or units alone"),
        ("Kettles with a heat above 9 kW", "Kettles with a heat greater than 9 kW", "other words for the same"),
    ],
)
def test_the_evidence_says_whether_words_or_only_their_print_differ(before: str, after: str, told: str) -> None:
    found = evidence([item("1B001.a", before)], [item("1B001.a", after)], "1B001.a")
    assert [(one.effect, one.note) for one in found] == [("none", told)]
