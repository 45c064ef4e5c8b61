"""Lists in the place of one another: where goods stand now, which other items or notes held them before."""

from __future__ import annotations

import pytest
from changes_nodes import editions, effect, evidence, item, note

from controllist.changes.effect import evidence_of
from controllist.changes.place.headings.lead_ins import lead_in_evidence
from controllist.model import Node

ANY, ALL = "having any of the following:", "having all of the following:"


def pots(heading: str, *texts: str, entry: str = "1A001") -> list[Node]:
    """A heading and the items below it, lettered in their order."""
    below = [item(f"{entry}.{label}", text) for label, text in zip("abcdef", texts, strict=False)]
    return [item(entry, heading), *below]


BANDS = "A spout longer than {} cm but not exceeding {} cm and a weight exceeding {} kg"


@pytest.mark.parametrize(
    ("came", "expected"),
    [
        (BANDS.format(20, 30, 3), "none"),
        (BANDS.format(20, 30, 4), "none"),
        ("A spout longer than 20 cm but not exceeding 30 cm and a handle of horn", "unclear"),
        ("A handle of horn", "tightened"),
    ],
)
def test_a_band_that_an_item_beside_it_held(came: str, expected: str) -> None:
    old = pots(f"Pots {ANY}", BANDS.format(10, 30, 3) + "; or", "A lid of tin")
    new = pots(f"Pots {ANY}", BANDS.format(10, 20, 3) + ";", "A lid of tin; or", came)
    assert effect(old, new, "1A001.c") == expected


def test_a_lower_limit_beside_the_upper_one_is_a_part_of_what_was_held() -> None:
    old = pots(f"Pots {ANY}", "A spout of less than 30 cm and a weight exceeding 3 kg; or", "A lid of tin")
    part = "A spout equal to or greater than 20 cm and less than 30 cm and a weight exceeding 3 kg"
    new = pots(f"Pots {ANY}", "A spout of less than 20 cm and a weight exceeding 3 kg;", "A lid of tin; or", part)
    assert effect(old, new, "1A001.c") == "none"


def test_an_item_that_cites_new_items_was_held_by_none() -> None:
    kettles = [item("2A001", "Kettles"), item("2A001.a", "Kettles of tin")]
    old = [*pots(f"Tools {ANY}", "Tools specified for kettles of 2A001; or", "A lid of tin"), *kettles]
    more = [*kettles, item("2A001.b", "Kettles of clay")]
    new = [*pots(f"Tools {ANY}", "Tools specified for kettles of 2A001.a;", "A lid of tin; or"), *more]
    new.append(item("1A001.c", "Tools specified for kettles of 2A001.b"))
    assert effect(old, new, "1A001.c") == "tightened"


@pytest.mark.parametrize(
    ("above", "below", "heading", "child"),
    [(ALL, ANY, "none", "tightened"), (ANY, ALL, "none", "relaxed")],
)
def test_a_heading_that_only_leads_into_a_list(above: str, below: str, heading: str, child: str) -> None:
    joint = "and" if above == ALL else "or"
    old = pots(f"Pots {above}", f"A spout longer than 12 cm; {joint}", "A lid of tin")
    new = pots(f"Pots {above}", f"A spout longer than 12 cm; {joint}", below.capitalize())
    new += [item("1A001.b.1", "A lid of tin;"), item("1A001.b.2", "A handle of horn")]
    ground = editions(old, new)
    ground.partner.pop("1A001.b")
    ground.partner["1A001.b"] = "1A001.b.1"
    ground.origin = {"1A001": "1A001", "1A001.a": "1A001.a", "1A001.b.1": "1A001.b"}
    assert [one.effect for one in evidence_of(None, ground.new.by_id["1A001.b"], ground)] == [heading]
    assert [one.effect for one in evidence_of(None, ground.new.by_id["1A001.b.2"], ground)] == [child]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            [f"Pots {ALL}", "A spout longer than 12 cm; and", "Two or more lids of tin"],
            [f"Pots having two or more lids of tin {ANY}", "A spout longer than 20 cm with a width below 3 m; or",
             "A spout longer than 12 cm with a width of 3 m or more"],
            "relaxed",
        ),
        (
            [f"A volume of 3 l or more with a 'brewing rate' of greater than 12 W and {ANY}",
             "A spout longer than 9 cm; or", "A handle of horn"],
            [f"A volume of 3 l or more and {ANY}", f"A 'brewing rate' exceeding 12 W but not exceeding 35 W, and {ANY}",
             "A 'brewing rate' exceeding 35 W"],
            "tightened",
        ),
    ],
)  # fmt: skip
def test_two_lists_read_item_by_item(old: list[str], new: list[str], expected: str) -> None:
    after = pots(*new)
    if "brewing" in new[1]:
        after += [item("1A001.a.1", "A spout longer than 9 cm; or"), item("1A001.a.2", "A handle of horn; or")]
    assert effect(pots(*old), after, "1A001") == expected


def test_items_below_a_heading_that_asks_for_more_than_the_clause_did() -> None:
    new = pots(f"Kettles of tin rated for ships and {ANY}", "A spout of tin; or", "A handle of horn")
    assert effect([item("1A001", "Kettles of tin;")], new, "1A001.b") == "none"


def test_a_need_beside_one_that_says_all_that_the_clause_did() -> None:
    new = pots(f"Kettles {ALL}", "A spout longer than 12 cm; and", "Handles that are joined to a lid of clay")
    assert effect([item("1A001", "Kettles having a spout longer than 12 cm;")], new, "1A001.b") == "relaxed"


def test_goods_that_stood_between_semicolons() -> None:
    old = [item("1A001", "Kettles of 3 l or more; teapots of clay; pans of tin;")]
    new = pots("Kettles and others, as follows:", "Pans of tin;", "Teapots of clay")
    assert effect(old, new, "1A001.b") == "none"


def test_the_condition_behind_an_exclusion_of_codes_is_none_of_the_exclusion() -> None:
    old, new = "Kettles not specified by 1A002.b and designed for tables with a lid", "Kettles not specified by 1A002.b"
    assert effect([item("1A001", old)], [item("1A001", new)], "1A001") == "tightened"


ONLY = "1A001 only applies to kettles whose handle or spout is directly joined to the cover."


def test_a_note_that_limits_items_which_became_conditions_of_theirs() -> None:
    entry = item("1A001", "Kettles as follows:")
    old = [entry, item("1A001.a", "Kettles of tin having a volume exceeding 3 l"), note("1A001/note", ONLY)]
    new = [entry, item("1A001.a", f"Kettles of tin {ALL}"), item("1A001.a.1", "A volume exceeding 3 l; and")]
    new.append(item("1A001.a.2", "A spout directly joined to the cover"))
    assert effect(old, new, "1A001.a") == effect(old, new, "1A001.a.2") == "none"
    assert effect(old, new, "1A001/note") == "none"
    without = [entry, old[1], note("1A001/note", ONLY.replace("cover", "stand"))]
    assert evidence(without, new, "1A001.a")[0].effect == "relaxed"


def test_a_note_that_limits_as_another_one_did() -> None:
    entry = [item("1A001", "Kettles as follows:"), item("1A001.a", "Kettles of tin")]
    old = [*entry, note("1A001.a/note", "1A001.a applies only to kettles with lids.")]
    new = [*entry, note("1A001/note.1", "1A001.a controls only kettles with lids.")]
    assert effect(old, new, "1A001/note.1") == "none"


def test_an_item_that_moved_to_where_more_is_asked_beside_it() -> None:
    old = pots(f"Kettles {ANY}", "A spout longer than 12 cm; or", "A handle of horn")
    new = [*pots(f"Kettles {ANY}", "A spout longer than 12 cm; or", f"Kettles {ALL}")]
    new += [item("1A001.b.1", "A lid of clay; and"), item("1A001.b.2", "A handle of horn")]
    ground = editions(old, new)
    ground.partner["1A001.b"] = "1A001.b.2"
    ground.origin = {"1A001": "1A001", "1A001.a": "1A001.a", "1A001.b.2": "1A001.b"}
    found = lead_in_evidence(ground.old.by_id["1A001.b"], ground.new.by_id["1A001.b.2"], ground)
    assert [one.effect for one in found] == ["relaxed"]


def test_an_item_that_says_what_its_heading_says() -> None:
    heading = "Tools for the repair of kettles controlled by 1A002 (see List of Items Controlled)."
    old = [item("1B001", heading), item("1B001.b", "Tools of horn")]
    new = [*old, item("1B001.a", "Tools for the repair of kettles controlled by 1A002.")]
    assert effect(old, new, "1B001.a") == "none"


def test_an_item_that_begins_with_what_it_is_designed_for_has_its_goods_from_its_heading() -> None:
    for words, expected in (("Specially designed to boil eggs in an inn;", ["unclear"]), ("Tin egg pots;", [])):
        old = [item("1A001", "Kettles, as follows:"), item("1A001.a", words)]
        new = [item("1A002", "Enamelled kettles, as follows:"), item("1A002.a", words)]
        ground = editions(old, new)
        ground.partner["1A001.a"], ground.origin["1A002.a"] = "1A002.a", "1A001.a"
        assert [one.effect for one in lead_in_evidence(old[1], new[1], ground)] == expected
