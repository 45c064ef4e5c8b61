"""Levels of a standard: "or better" before and behind, one more standard; and the step of which any will do."""

from __future__ import annotations

import pytest
from changes_nodes import reworded

from controllist.changes.records import Effect

GRADE = "grade III (Tea Board 108.01, May 1985)"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (f"to {GRADE} or better", f"equal to or better than {GRADE}", "none"),
        (f"to {GRADE} or better", f'equal to or better than {GRADE} or "equivalent standards"', "tightened"),
        (f"equal to or better than {GRADE}", f"to {GRADE}", "relaxed"),
    ],
)
def test_a_level_or_better(before: str, after: str, expected: Effect) -> None:
    assert reworded(f"Cups made to be proof {before};", f"Cups made to be proof {after};") == expected


def test_a_german_level_or_better() -> None:
    level = "der Brühklasse FB 6/BR6 nach DIN EN 15 bzw. DIN EN 10"
    before = f"Kannen, die einen Schutz {level} oder besser bewirken."
    after = f"Kannen, die einen Schutz größer/gleich {level} oder „gleichwertige Standards“ bewirken."
    assert reworded(before, after) == "tightened"


def test_a_greater_step_within_a_wider_band_goes_both_ways_however_any_is_read() -> None:
    words = "Stirs in less than 100 µs for any frequency change exceeding {} within the frequency range exceeding {}"
    assert reworded(words.format("1.6 GHz", "5 GHz"), words.format("2.2 GHz", "5 GHz")) == "unclear"
    assert reworded(words.format("1.6 GHz", "5 GHz"), words.format("2.2 GHz", "4 GHz")) == "mixed"
    assert reworded(words.format("1.6 GHz", "5 GHz"), words.format("2.2 GHz", "6 GHz")) == "unclear"


def test_an_equivalent_standard_beside_a_level_that_goods_stay_below_is_not_certain() -> None:
    before, after = (
        "Cups giving less than grade IV protection",
        'Cups giving less than grade IV or "equivalent standards" protection',
    )
    assert reworded(before, after) == "unclear"


def test_a_level_that_cannot_be_read_in_one_text_is_left_in_both() -> None:
    before = f"Cups proof equal to or better than {GRADE} or national ones;"
    after = 'Cups proof equal to or better than grade III (Tea Board 108.01, May 1985 or "equivalent standards");'
    assert reworded(before, after) == "unclear"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Urns boiling down more than 10 kg of tea in 24 hours",
            "Urns boiling down 10 kg of tea or more in 24 hours",
            "tightened",
        ),
        ("Urns boiling down 10 kg of tea in 24 hours", "Urns boiling down 10 kg in 24 hours", "unclear"),
        ("Cups of 60 weight per cent or more tin", "Cups of 60% by weight or more tin", "none"),
        ("Urns wasting 0.15 kg/N/hr or less", "Urns wasting 0.15 kg N⁻¹ h⁻¹ or less", "none"),
        ("Urns wasting 0.15 kg/N/hr or less", "Urns wasting 0.15 kg N⁻¹ s⁻¹ or less", "unclear"),
        ("Urns wasting 0.15 kg N -1 h -1 or less", "Urns wasting 0.15 kg N⁻¹ h⁻¹ or less", "none"),
        ("Looms weaving in three or more axes", "Looms weaving in three or more 'main weaving' axes", "unclear"),
    ],
)
def test_words_and_units_of_a_limit_in_another_form(before: str, after: str, expected: Effect) -> None:
    assert reworded(before, after) == expected
