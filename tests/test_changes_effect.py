"""Which way a change of words goes: one invented pair of clauses for each rule, read both ways."""

from __future__ import annotations

import pytest
from changes_nodes import effect, evidence, item, note, reworded
from hypothesis import given
from hypothesis import strategies as st

LIMITS = [
    ("Kettles with a capacity exceeding 3 l", "Kettles with a capacity exceeding 5 l", "relaxed"),
    ("Kettles with a mass less than 3 kg", "Kettles with a mass less than 2 kg", "relaxed"),
    ("Kettles not exceeding 3 l", "Kettles not exceeding 5 l", "tightened"),
    ("Spouts for use between 5 °C and 60 °C", "Spouts for use between 0 °C and 90 °C", "tightened"),
    ("Flow exceeding 2 l/min and noise less than 3 dB", "Flow exceeding 3 l/min and noise less than 4 dB", "mixed"),
    ("Power exceeding 1 W", "Power exceeding 33 dBm", "relaxed"),
    ("Saucers with a rate exceeding 200 kg/h", "Saucers with a rate exceeding 0.1 t/h", "tightened"),
    ("Trays for more than two cups", "Trays for more than four cups", "relaxed"),
    # an exclusion turns the direction round
    ("Kettles other than those above 3 l", "Kettles other than those above 5 l", "tightened"),
    ("Kettles (except kettles below 3 l)", "Kettles (except kettles below 5 l)", "relaxed"),
    ("Kettles unless rated below 5 W", "Kettles unless rated below 9 W", "relaxed"),
]
UNITS_ALONE = [
    ("Kettles with a mass exceeding 1 t", "Kettles with a mass exceeding 1 000 kg"),
    ("Lids with an error less than 0.00025°", "Lids with an error less than 0.9 second of arc"),
    ("Kettles delivering more than 30 dBm", "Kettles delivering more than 1 W"),
    ("Heated to more than 873 K (600 °C)", "Heated to more than 873 K (599.85 °C)"),
    ("Leaves withstanding 5 x 10⁵ Gy or more", "Leaves withstanding 5 x 105 Gy or more"),
]
WORDS = [
    ("Kettles having a lid or a spout", "Kettles having a lid, a handle or a spout", "tightened"),
    ("Kettles for tea or milk", "Kettles for tea", "relaxed"),
    ("Kettles of tin or clay", "Kettles of tin, clay or glass", "tightened"),
    ("Kettles of tin, pans that hold milk, pots or cups", "Kettles of tin, pots or cups", "relaxed"),
    (
        "Kettles of tin, other than those of tin or clay",
        "Kettles of tin, other than those of tin, clay or glass",
        "relaxed",
    ),
    ("Kettles", "Kettles specially designed for tea", "relaxed"),
    ("Kettles capable of boiling tea", "Kettles designed or modified to boil tea", "relaxed"),
    ("Kettles with a lid, and having a spout", "Kettles with a lid", "tightened"),
    ("Kettles and components, as follows:", "Kettles and specially designed components, as follows:", "relaxed"),
    ("Kettles", "Kettles and specially designed lids therefor", "tightened"),
    ("Kettles made of steel", "Kettles made of stainless steel", "relaxed"),
    ("Kettles, other than electric kettles", "Kettles", "tightened"),
    ("Kettles (except toy kettles)", "Kettles (except toy or model kettles)", "relaxed"),
    ("Kettles having all of the following:", "Kettles having any of the following:", "tightened"),
]
NOTHING = [
    ("Kettles (e.g., of tin and copper)", "Kettles (e.g., of tin or copper)"),
    ("Colour-coded programmes for kettles", "Color-coded programs for kettles"),
    ("Kettles and the pans", "Kettles and pans"),
    ("Kettles designed as a “tea maker”", "Kettles designed as a 'tea maker'"),
    (
        "Tea (CAS 7732-18-5), sugar (CAS 57-50-1) or salt (CAS 7647-14-5)",
        "Salt (CAS 7647-14-5), sugar (CAS 57-50-1) or tea (CAS 7732-18-5)",
    ),
]
NOT_SURE = [
    ("Flow measured to ISO 1234 above 5 l/min", "Flow measured to ISO 4321 above 5 l/min"),
    ("Kettles exceeding 3 kg", "Kettles exceeding 3 m"),
    ("Average flow exceeding 3 l/min", "Peak flow exceeding 5 l/min"),
    ("Leaves withstanding 5 x 10⁵ Gy or more", "Leaves withstanding 7 x 105 Gy or more"),
    ("Kettles free of lead above 5 ppm", "Kettles free of lead above 9 ppm"),
    ("Kettles for any pour exceeding 5 ml/s", "Kettles for any pour exceeding 7 ml/s"),
    ("Spouts outside the range from 5 °C to 60 °C", "Spouts outside the range from 0 °C to 90 °C"),
    ("Kettles without a lid", "Kettles without a lid or spout"),
    ("Kettles, other than toys, exceeding 5 l", "Kettles, other than toys, exceeding 7 l"),
    ("Error less than (2 + L/300) mm", "Error less than (3 + L/400) mm"),
    ("Kettles for tea", "Pans for milk"),
    ("Kettles as a tea maker", "Kettles as a “tea maker”"),
]


@pytest.mark.parametrize(("before", "after", "expected"), LIMITS + WORDS)
def test_direction(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


@pytest.mark.parametrize(("before", "after"), UNITS_ALONE + NOTHING)
def test_no_change_of_scope(before: str, after: str) -> None:
    assert reworded(before, after) == "none"
    assert evidence([item("1A001", before)], [item("1A001", after)], "1A001"), "the reason stands in the evidence"


@pytest.mark.parametrize(("before", "after"), NOT_SURE)
def test_rather_unclear_than_wrong(before: str, after: str) -> None:
    assert reworded(before, after) == "unclear"


def test_typography_alone_leaves_no_evidence() -> None:
    before, after = item("1A001", "“Kettles” of copper; or"), item("1A001", '"Kettles" of copper.')
    assert evidence([before], [after], "1A001") == []


LISTS = [
    ("Kettles having any of the following:", "tightened"),
    ("Kettles, as follows:", "tightened"),
    ("Kettles having all of the following:", "relaxed"),
    ("Kettles other than any of the following:", "relaxed"),
]


@pytest.mark.parametrize(("lead", "expected"), LISTS)
def test_an_item_added_to_a_list(lead: str, expected: str) -> None:
    before = [item("1A001", lead), item("1A001.a", "A lid"), item("1A001.b", "A spout")]
    assert effect(before, [*before, item("1A001.c", "A handle")], "1A001.c") == expected


def test_the_conjunction_between_siblings_decides_where_the_lead_in_is_silent() -> None:
    before = [item("1A001", "Kettles having the following:"), item("1A001.a", "A lid; and"), item("1A001.b", "A spout")]
    assert effect(before, [*before, item("1A001.c", "A handle")], "1A001.c") == "relaxed"


def test_entries() -> None:
    old = [item("1A001", "Kettles")]
    assert effect(old, [*old, item("1A002", "Pans")], "1A002") == "tightened"
    below = [item("1A002", "Pans having all of the following:"), item("1A002.a", "A lid")]
    assert effect(old, [*old, *below], "1A002.a") == "tightened", "goes with the entry that is new"


def test_a_clause_that_became_a_list_is_compared_with_its_items() -> None:
    old = [item("1A001", "Kettles with a mass exceeding 3 kg")]
    new = [item("1A001", "Kettles having any of the following:"), item("1A001.a", "A mass exceeding 5 kg")]
    assert effect(old, new, "1A001") == "relaxed"
    assert effect(old, new, "1A001.a") == "none", "the clause above tells"


def test_reserved_numbers() -> None:
    lead, kept = item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin")
    empty, taken = item("1A001.b", "Reserved", status="reserved"), item("1A001.b", "Of copper")
    assert effect([lead, kept, empty], [lead, kept, taken], "1A001.b") == "tightened"
    assert effect([lead, kept], [lead, kept, empty], "1A001.b") == "none"


NOTES = [
    ("1A001 does not apply to kettles below 3 l.", "1A001 does not apply to kettles below 5 l.", "relaxed"),
    ("1A001 does not apply to toys.", "1A001 does not apply to toys or models.", "relaxed"),
    ("1A001 does not apply to toys.", "1A001 does not apply to toys specially designed for dolls.", "tightened"),
    (
        "1A001 does not apply to any of the following: a. Toys; b. Models.",
        "1A001 does not apply to any of the following: a. Toys; b. Models; c. Prints.",
        "relaxed",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), NOTES)
def test_notes(before: str, after: str, expected: str) -> None:
    entry = item("1A001", "Kettles")
    assert effect([entry, note("1A001/note", before)], [entry, note("1A001/note", after)], "1A001/note") == expected


def test_an_exclusion_note_that_is_added_relaxes() -> None:
    entry = item("1A001", "Kettles")
    assert effect([entry], [entry, note("1A001/note", "1A001 does not apply to toys.")], "1A001/note") == "relaxed"
    assert effect([entry], [entry, note("1A001/note", "1A001 includes toys.")], "1A001/note") == "unclear"


REFERENCES = [
    ("specified by 1A002 or 1A003", "specified by 1A002", "relaxed"),
    ("specified by 1A002", "specified by 1A002, 1A003 or 1A004", "tightened"),
    ("specified by 1A004", "specified by 1A004.a", "relaxed"),
    ("specified by 1A004", "specified by 1A004.a or 1A004.b", "none"),
    ("specified by 1A002", "specified by 1A003", "mixed"),
    ("other than those specified by 1A002", "other than those specified by 1A002 or 1A003", "relaxed"),
    ("of 1A004 (other than 1A004.a) or 1A002", "of 1A004 (other than 1A004.a), 1A003 or 1A002", "tightened"),
    ("of 1A004 (other than 1A004.a) or 1A002", "of 1A004 (other than 1A004.a or 1A004.b) or 1A002", "relaxed"),
]


@pytest.mark.parametrize(("before", "after", "expected"), REFERENCES)
def test_references(before: str, after: str, expected: str) -> None:
    others = [
        item("1A002", "Pans"),
        item("1A003", "Pots"),
        item("1A004", "Cups, as follows:"),
        item("1A004.a", "Of tin"),
        item("1A004.b", "Of clay"),
    ]
    old, new = item("1A001", f"Lids for goods {before}"), item("1A001", f"Lids for goods {after}")
    assert effect([old, *others], [new, *others], "1A001") == expected


def test_a_reference_that_follows_its_item_has_not_changed() -> None:
    from controllist.changes.effect import evidence_of
    from controllist.changes.place.ground.editions import Editions
    from controllist.changes.place.ground.tree import Tree

    pans = item("1A002.d", "Pans"), item("1A002.e", "Pans")
    lids = item("1A001", "Lids specified by 1A002.d"), item("1A001", "Lids specified by 1A002.e")
    ground = Editions(Tree([lids[0], pans[0]]), Tree([lids[1], pans[1]]), {"1A001": "1A001", "1A002.d": "1A002.e"})
    assert all(one.effect == "none" for one in evidence_of(*lids, ground))


SIGNS = st.sampled_from(["exceeding", "less than", "not exceeding", "not less than"])
PLACES = st.sampled_from(
    ["Kettles with a mass {}", "Kettles other than those with a mass {}", "Lids, having a mass {}"]
)


@given(SIGNS, PLACES, st.integers(1, 900), st.integers(1, 900), st.sampled_from(["kg", "g", "t"]))
def test_backwards_is_the_opposite(sign: str, place: str, before: int, after: int, unit: str) -> None:
    assert reworded(place.format(f"{sign} {before} {unit}"), place.format(f"{sign} {after} kg")) in (
        "tightened",
        "relaxed",
        "none",
    )


PHRASES = ["of tin", "or pans", "having a lid", "other than toys", ", as follows:", "exceeding 5 kg", "(e.g., blue)"]


@given(st.lists(st.sampled_from(PHRASES), max_size=4), st.lists(st.sampled_from(PHRASES), max_size=4))
def test_any_two_clauses_mirror(before: list[str], after: list[str]) -> None:
    reworded(" ".join(["Kettles", *before]), " ".join(["Kettles", *after]))
