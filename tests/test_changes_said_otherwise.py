"""Clauses that say one thing in two ways: no change of what is controlled, and near them those that are one."""

from __future__ import annotations

import pytest
from changes_nodes import effect, evidence, item, note, reworded

SAME = [
    ("Lids of mass number 6 (⁶Li) or helium-3 ( 3 He)", "Lids of mass number 6 (Li-6) or helium-3 (³He)"),
    ("Teapots holding 3 l ot more", "Teapots holding 3 l or more"),
    ("Teapots of 20 W X 10 cm, i.e.,they are flat", "Teapots of 20 W × 10 cm, i.e., they are flat"),
    (
        "Teapots not subject to the tea act (parts 120-130)",
        "Teapots not subject to the tea act (parts 120 through 130)",
    ),
    (
        "Teapots according to TEA 492 Class 4 or Class 2, or better",
        "Teapots according to TEA 492 Class 2 or Class 4, or better",
    ),
    (
        'Glazed lid painting "technology", "required" to make teapots shine',
        '"Technology" "required" for the painting of glazed lids to make teapots shine',
    ),
    ('Teapot repair "technology" using glue', '"Technology" for the repair of teapots using glue'),
    ("Camellia minor (syn. Camellia parva)", "Thea minor (Camellia minor, Camellia parva)"),
    ("Camellia minor (Camellia parva)", "Camellia minor (Camellia parva, Thea parva)"),
    ("Poly-1,2-theinol formal (PTF-3)", "PTF-3 (poly-1,2-theinol formal)"),
    (
        "Teapots described in an entry for lids (See ECCN 2B005.b)",
        "Teapots described in an entry for lids (refer to 2B005.b)",
    ),
    ("Teapots specially designed for use as warmers of rooms", "Teapots specially designed for warming rooms"),
    ("Teapots able to withstand a pressure above 3 MPa", "Teapots capable of withstanding a pressure above 3 MPa"),
    ("Teapots that meet the demands of 2B005", "Teapots meeting the demands of 2B005"),
    ("Teapots where the lid opens by hand", "Teapots in which the lid opens by hand"),
    ("Teapots for the protection of tea", "Teapots to protect tea"),
    ("Teapots possessing a lid", "Teapots having a lid"),
    ("Teapots whose volume exceeds 3 l", "Teapots having a volume exceeding 3 l"),
    ("Teapots made of tin", "Teapots of tin"),
    ("Teapots having more than one lid", "Teapots having two or more lids"),
    ("Teapots longer than 3 m", "Teapots having a length exceeding 3 m"),
    ("Teapots boiling at a temperature of 90 °C", "Teapots boiling at 90 °C"),
    ("Teapots fulfilling all of the following", "Teapots having all of the following"),
    ("Teapots, in particular samovars", "Teapots"),
    ("All teapots in boxes", "Teapots in boxes"),
    ("Teapots excluding tin teapots", "Teapots except tin teapots"),
    ("Teapots not covered by 2B005", "Teapots not specified in 2B005"),
]
OTHER = [
    ("Teapots boiling for more than two hours", "Teapots boiling for three or more hours"),
    ("Camellia minor (variety of the north)", "Camellia minor (variety of the south)"),
    ("Teapots of lithium (⁶Li)", "Teapots of lithium (⁷Li)"),
    ('Teapot repair "technology" using glue', '"Technology" for the repair of samovars using glue'),
    ("Teapots that wind", "Teapots winding"),
    ("Teapots made by hand", "Teapots by hand"),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_one_thing_said_in_two_ways_is_no_change(before: str, after: str) -> None:
    assert reworded(before, after) == "none"


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_what_only_looks_alike_is_not_told_as_none(before: str, after: str) -> None:
    assert reworded(before, after) != "none"


def of_note(before: str, after: str, kind: str = "technical-note") -> str:
    top = item("1A001", "Teapots")
    old, new = (note("1A001/tn", text, kind=kind) for text in (before, after))  # type: ignore[arg-type]  # one of the kinds
    return effect([top, old], [top, new], "1A001/tn")


NOTES = [
    (
        "For the purpose of this entry, lids are flat. They shine.",
        "For the purposes of 1A001, lids are flat. They shine.",
    ),
    (
        "Eine ,Kanne‘ ist voll‘, wenn sie überläuft.",
        "Im Sinne von Nummer 1A001 ist eine ,Kanne‘ voll‘, wenn sie überläuft.",
    ),
    (
        "Lids are tight. The 'pouring rate' may be referred to by different terms including:",
        "Lids are tight. The 'pouring rate' may be referred to by different terms including: • flow rate • tea rate.",
    ),
    ("1. The word cup is sometimes used in place of the word mug. 2. Mugs are round.", "Mugs are round."),
    ("Lids of 3 cm or less are heavy.", "Lids of 3 cm or less are heavy; for lids of more than 5 cm, see Category 2."),
]


@pytest.mark.parametrize(("before", "after"), NOTES)
def test_notes_that_name_their_item_or_point_elsewhere_otherwise_say_the_same(before: str, after: str) -> None:
    assert of_note(before, after) == "none"


def test_this_entry_is_the_item_that_a_note_stands_under_and_no_other() -> None:
    assert of_note("This entry does not control lids.", "1A001 does not control lids.", "note") == "none"
    assert of_note("This entry does not control lids.", "2B005 does not control lids.", "note") != "none"


def test_words_behind_a_term_may_move_into_what_explains_it() -> None:
    old = [item("1A001", "Teapots having a brewing time (the time needed to brew a full pot) of less than 3 s")]
    new = [item("1A001", "Teapots having a 'brewing time' of less than 3 s")]
    said = note("1A001/tn", "'Brewing time' is the time needed to brew a full pot.", kind="technical-note")
    other = note("1A001/tn", "'Brewing time' is the time needed to fill a cup.", kind="technical-note")
    assert {one.effect for one in evidence(old, [*new, said], "1A001")} == {"none"}
    assert "unclear" in {one.effect for one in evidence(old, [*new, other], "1A001")}


def test_the_label_of_a_next_line_is_no_shortened_code() -> None:
    said = "Tell whether it is like 1A001.a.1, 1A001.a.2; or {}Whether it is tight"
    assert reworded(said.format("b. "), said.format("")) == "none"


def test_what_comes_to_arrive_at_or_within_a_value_comes_to_it() -> None:
    old = "Kettles with a cooling time of less than 9 s to 3 % of the warmth of a stove"
    assert reworded(old, old.replace("to 3 %", "to arrive at or within 3 %")) == "none"
    assert reworded(old, old.replace("to 3 %", "to arrive at or within 2 %")) == "unclear"
