"""What counts as typography, how alike wordings are, and what a redline shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controllist.wording import conjunction, digest, marked, normal, redline, similarity, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Kettles” for tea", '"kettles" for tea'),
        ("Kettles – with lids", "Kettles - with lids"),
        ("rated at −5 °C", "rated at -5°C"),
        ("Kettles;", "Kettles; or"),
        ("Kettles; and", "Kettles."),
        ("Kessel, oder", "Kessel;"),
        ("exceeding 1 000 kg", "exceeding 1,000 kg"),
        ("exceeding 10 Gbit/s", "exceeding 10 Gb/s"),
        ("above 30 degrees C", "above 30 °C"),
        ("above 12 kilograms", "above 12 kg"),
        ("Kettles (with lids )", "kettles ( with lids)"),
        ("a lid, and\u00a0a\u200b spout", "a lid, and a spout"),
        ("“tea,” “milk”", "“tea”, “milk”"),
        ("boiling at 373 K (100⁰C)", "boiling at 373 K (100°C)"),
        ("boiling at 100° C", "boiling at 100 °C"),
        ("leaks of 2x10-⁹ l", "leaks of 2 × 10⁻⁹ l"),
        ("Kettles with lids; o", "Kettles with lids; or"),
    ],
)
def test_typography_is_folded_away(one: str, other: str) -> None:
    assert normal(one) == normal(other)
    assert digest(one) == digest(other)
    assert similarity(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kettles above 5 l", "Kettles above 6 l"),
        ("Kettles above 5 x 10⁶ Hz", "Kettles above 5 x 106 Hz"),
        ("Kettles for tea", '"Kettles" for tea'),
        ("Kettles not for tea", "Kettles for tea"),
        ("above 5 mPa", "above 5 MPa"),
        ("1.5 mm", "15 mm"),
    ],
)
def test_what_may_mean_something_is_kept(one: str, other: str) -> None:
    assert normal(one) != normal(other)
    assert similarity(one, other) < 1.0


def test_the_conjunction_is_known_though_folded() -> None:
    assert [conjunction(text) for text in ("Kettles; or", "Kettles; and", "Kettles;")] == ["or", "and", ""]


def test_tokens_are_words_numbers_and_comparisons() -> None:
    assert tokens("“Kettles” of 1 200 mm, ≥ 3.5 l;") == ["kettles", "of", "1200", "mm", "≥", "3.5", "l"]


def test_similarity_orders_as_a_reader_would() -> None:
    kettle = "Copper kettles with a lid and a capacity exceeding 5 l"
    other_figure = similarity(kettle, "Copper kettles with a lid and a capacity exceeding 7 l")
    rearranged = similarity(kettle, "Kettles of copper with a capacity exceeding 5 l and a lid")
    other_thing = similarity(kettle, "Umbrellas made from straw")
    assert 1 > other_figure > 0.85
    assert 1 > rearranged > 0.7
    assert other_thing < 0.2


def test_spelling_counts_in_short_texts() -> None:
    assert similarity("Silver sulphide", "Silver sulfide") > 0.75
    assert similarity("Silver sulphide", "Copper chloride") < 0.3


def test_a_redline_takes_out_before_it_puts_in() -> None:
    runs = redline("Kettles above 5 l;", "Copper kettles above 7 litres;")
    assert [op for op, _ in runs] == ["-", "+", "=", "-", "+", "="]
    assert marked(runs) == "[-Kettles-]{+Copper kettles+} above [-5 l-]{+7 litres+};"


def test_a_redline_of_typography_shows_nothing() -> None:
    assert [op for op, _ in redline("“Kettles” – new", '"Kettles" - new')] == ["="]


PIECES = ["tea", "kettle", "lid", "5", "mm", ";", ",", "(", ")", "of", "above"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_a_redline_holds_both_texts(old: str, new: str) -> None:
    runs = redline(old, new)

    def bare(kept: str) -> str:
        return "".join("".join(words for op, words in runs if op in ("=", kept)).split())

    assert bare("-") == "".join(old.split())
    assert bare("+") == "".join(new.split())


@given(st.text(max_size=60), st.text(max_size=60))
def test_similarity_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, one) == 1


@given(st.text(max_size=80))
def test_the_normal_form_is_its_own(text: str) -> None:
    assert normal(text) == normal(f"  {text}\n")
