"""Quoted terms, chemical numbers, exclusions, reserved numbers and last days of validity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controllist.figures import (
    cas_numbers,
    excludes,
    expiry,
    figures_of,
    global_terms,
    is_cas_number,
    local_terms,
    reserved,
    terms,
)

QUOTED = [
    ('A "kettle" or "tea pot",', ["kettle", "tea pot"], []),
    ("A “kettle,” a ‘rated spout’ and a “kettle”", ["kettle"], ["rated spout"]),
    ("„Kannen“ mit ‚gebogener Tülleʻ und ‚Deckel‘", ["Kannen"], ["gebogener Tülle", "Deckel"]),
    ("'Spout length' is the maker's figure for the user's spout", [], ["Spout length"]),
    ("the operators' manuals and the makers' marks", [], []),
    ('a 12" tray and a 14" tray named "salver"', ["salver"], []),
    ("3,3'-dinitrotea and 5',6'-saucerine", [], []),
    ("the 'stated \"pouring accuracy\"' of a cup", ["pouring accuracy"], ["stated pouring accuracy"]),
    ("‘brewer’s yeast’", [], ["brewer’s yeast"]),
    ("no terms at all", [], []),
]


@pytest.mark.parametrize(("text", "everywhere", "here"), QUOTED)
def test_terms_in_double_and_single_marks(text: str, everywhere: list[str], here: list[str]) -> None:
    assert list(global_terms(text)) == everywhere
    assert list(local_terms(text)) == here
    assert list(terms(text)) == [*everywhere, *(f"'{term}'" for term in here)]


def test_a_long_quotation_is_no_term() -> None:
    assert global_terms("“" + "tea " * 30 + "”") == ()


def test_cas_numbers_with_any_hyphen_and_a_right_check_digit() -> None:
    assert cas_numbers("water (CAS 7732-18-5), sucrose (CAS 57‑50‑1), salt 7647–14–5") == (
        "7732-18-5",
        "57-50-1",
        "7647-14-5",
    )
    assert cas_numbers("7732-18-4, 2020-10-06, 12-34-5") == ()
    assert cas_numbers("no number") == ()


@given(st.integers(10, 9_999_999), st.integers(0, 99))
def test_exactly_one_check_digit_is_right(first: int, second: int) -> None:
    assert sum(is_cas_number(f"{first}-{second:02d}-{digit}") for digit in range(10)) == 1


def test_excluding_notes() -> None:
    patterns = ("does not apply", r"not (?:be )?controlled")
    assert excludes("This entry Does not apply to toy teapots.", patterns)
    assert excludes("Toy teapots are not controlled.", patterns)
    assert not excludes("This entry applies to teapots.", patterns)
    assert not excludes("This entry applies to teapots.", ())


def test_reserved_numbers_and_their_year() -> None:
    patterns = (r"not used(?: since (?P<year>\d{4}))?", r"\(?\s*repealed\b.*", r"\[?reserved\]?\.?")
    assert reserved("Not used since 2010", patterns) == (2010,)
    assert reserved("Not used.", patterns) == (None,)
    assert reserved("[Reserved]", patterns) == (None,)
    assert reserved("(Repealed L.N. 1 of 2017)", patterns) == (2017,)
    assert reserved("Kettles not used since 2010", patterns) is None
    assert reserved("", patterns) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The wording of 1.A.1.b. is valid until 31 December 2029 unless renewed.", "2029-12-31"),
        ("Expires on March 1, 2030.", "2030-03-01"),
        ("gültig bis zum 5. Oktober 2028", "2028-10-05"),
        ("valid until 2031-01-31", "2031-01-31"),
        ("valid until 31 February 2029", ""),
        ("Kettles made before 31 December 2029", ""),
    ],
)
def test_last_day_of_validity(text: str, day: str) -> None:
    assert expiry(text) == day


def test_all_figures_of_a_clause() -> None:
    figures = figures_of(
        'A "kettle" of 3A001.a exceeding 2 kg, filled with water (CAS 7732-18-5); see paragraph b.2.', within="3A001.c"
    )
    assert [limit.value for limit in figures.thresholds] == [2]
    assert figures.refs == ("3A001.a", "3A001.b.2")
    assert figures.terms == ("kettle",)
    assert figures.cas == ("7732-18-5",)
    assert figures_of("") == ((), (), (), ())
