"""The structure of control lists: what a new, lost or moved item means by what it stands under and beside."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import effect, evidence, item

from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.model import Node

ANY, ALL = "having any of the following:", "having all of the following:"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Kettles rated other than 5 to 9 W inclusive and having any of the following:", "tightened"),
        ("Kettles other than of tin, having any of the following:", "tightened"),
        ("Kettles other than of tin or clay and having any of the following:", "tightened"),
        ("Kettles, other than those named in Part 2 of the Guide, as follows:", "tightened"),
        ("Kettles not specified by 1A002, 1A003 or 1A004, designed to perform any of the following:", "tightened"),
        ("Kettles not controlled elsewhere on the Kitchen List as follows:", "tightened"),
        ("Kettles, other than those having any of the following:", "relaxed"),
        ("Kettles, except the following:", "relaxed"),
        ("Kettles not including the following:", "relaxed"),
        ("Kettles other than those made of tin and having any of the following:", "unclear"),
        ("Kettles other than tin kettles having any of the following:", "unclear"),
    ],
)
def test_a_list_counts_as_what_it_belongs_to(lead: str, expected: str) -> None:
    old = [item("1A001", lead), item("1A001.a", "A lid"), item("1A001.b", "A spout")]
    assert effect(old, [*old, item("1A001.c", "A handle")], "1A001.c") == expected


@pytest.mark.parametrize(
    ("lead", "expected"), [("Kettles having {}:", "relaxed"), ("Kettles other than those having {}:", "tightened")]
)
def test_a_list_of_exceptions_that_asks_for_all(lead: str, expected: str) -> None:
    parts = [item("1A001.a", "A lid"), item("1A001.b", "A spout")]
    sides = [[item("1A001", lead.format(f"{how} of the following")), *parts] for how in ("any", "all")]
    found = evidence(*sides, "1A001")
    assert {one.effect for one in found if one.type == "logic"} == {expected}


@pytest.mark.parametrize(
    ("leads", "expected"),
    [
        (("Kettles for inns (see the kitchen's list)",) * 2, "tightened"),
        (("", ""), "tightened"),
        (("Kettles, as follows:", "Kettles having any of the following:"), "tightened"),
        (("Kettles, as follows:", "Kettles of copper having any of the following:"), "unclear"),
        (("Kettles, as follows:", "Kettles having all of the following:"), "unclear"),
    ],
)
def test_a_long_list_without_a_lead_in_is_a_list(leads: tuple[str, str], expected: str) -> None:
    parts = [item(f"1A001.z.{number}", text) for number, text in enumerate(["Lids;", "Spouts;", "Handles."], start=1)]
    old, new = ([item("1A001", "Kettles, as follows:"), item("1A001.z", lead), *parts] for lead in leads)
    assert effect(old, [*new, item("1A001.z.4", "Whistles.")], "1A001.z.4") == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Kettle parts, as follows:", "Kettle items, as follows:", "none"),
        ("Kettle systems, equipment and parts, as follows:", "Kettle equipment and parts, as follows:", "unclear"),
        ("Kettles and parts, as follows:", "Kettles, pans and parts, as follows:", "unclear"),
    ],
)
def test_general_names_in_a_heading_sum_up_the_list_below(before: str, after: str, expected: str) -> None:
    parts = [item("1A001.a", "Lids of tin"), item("1A001.b", "Spouts of tin")]
    assert effect([item("1A001", before), *parts], [item("1A001", after), *parts], "1A001") == expected


def test_what_a_new_entry_takes_out_or_explains_is_not_controlled_by_it() -> None:
    old = [item("1A001", "Pans")]
    new = [
        *old,
        item("1A002", "Kitchenware described in the Guide"),
        item("1A002.1", "Kitchenware as described in Part 2:"),
        item("1A002.1.a", "for boiling;"),
        item("1A002.2", "Paragraph 1 does not include kitchenware that contains"),
        item("1A002.2.a", "a lid of clay;"),
        item("1A002.3", "For the purpose of paragraph 2, a lid is counted as"),
        item("1A002.3.a", "one half where it is of tin."),
        item("1A002.4", "Kettles that do not include a lid"),
        item("1A002.5", "Kettles, other than those having any of the following:"),
        item("1A002.5.a", "A whistle;"),
    ]
    found = {node.id: effect(old, new, node.id) for node in new[1:]}
    assert found == {
        "1A002": "tightened",
        "1A002.1": "tightened",
        "1A002.1.a": "tightened",
        "1A002.2": "relaxed",
        "1A002.2.a": "relaxed",
        "1A002.3": "none",
        "1A002.3.a": "none",
        "1A002.4": "tightened",
        "1A002.5": "tightened",
        "1A002.5.a": "relaxed",
    }


def test_one_more_part_of_an_exclusion_takes_more_out() -> None:
    old = [item("1A001", "Part 1 does not include kitchenware that contains any of the following:")]
    old += [item("1A001.a", "a lid of clay; or"), item("1A001.b", "a spout of tin.")]
    assert effect(old, [*old, item("1A001.c", "a handle of horn.")], "1A001.c") == "relaxed"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Copper kettles with a whistle and copper pots with a spout", "Copper kettles with a whistle", "unclear"),
        ("Copper kettles and copper pots with a spout", "Copper kettles", "none"),
    ],
)
def test_what_a_neighbour_said_before_is_not_new(before: str, after: str, expected: str) -> None:
    lead = item("1A001", "Kitchenware, as follows:")
    old = [lead, item("1A001.a", before), item("1A001.b", "Pans")]
    new = [lead, item("1A001.a", after), item("1A001.b", "Pans"), item("1A001.c", "Copper pots with a spout")]
    assert effect(old, new, "1A001.c") == expected
    assert effect([lead, *new[1:3]], new, "1A001.c") == "tightened"


def test_what_the_item_above_says_now_is_not_gone() -> None:
    lead = item("1A001", "Kitchenware, as follows:")
    old = [lead, item("1A001.a", "Kettles with:"), item("1A001.a.1", "A whistle of brass;"), item("1A001.b", "Pans")]
    new = [lead, item("1A001.a", "Kettles with a whistle of brass;"), item("1A001.b", "Pans")]
    assert effect(old, new, "1A001.a.1") == "unclear"


def test_the_same_words_in_another_place_are_neither_new_nor_gone() -> None:
    leads = [item("1A001", "Kitchenware, as follows:"), item("1A001.a", "Pans"), item("1A002", "Toys, as follows:")]
    old = [*leads, item("1A002.a", "Dolls"), item("1A002.b", "Copper kettles with a whistle")]
    new = [*leads, item("1A002.a", "Dolls"), item("1A001.b", "Copper kettles with a whistle;")]
    assert effect(old, new, "1A001.b") == effect(old, new, "1A002.b") == "unclear"
    made = [item("1E001", "Technology, as follows:"), item("1E001.a", "Spoons")]
    there, here = [*made, *old], [*made, *new[:-1], item("1E001.b", "Copper kettles with a whistle")]
    assert effect(there, here, "1E001.b") == "tightened"


@pytest.mark.parametrize(
    ("clause", "lead", "parts", "whole", "each"),
    [
        ("Tin cups and brass pots", "Wares, as follows:", ["Tin cups", "Brass pots"], "unclear", ["none", "none"]),
        ("Tin cups and brass pots", "Any of the following:", ["Tin cups", "Jugs"], "unclear", ["none", "unclear"]),
        ("Kettles having a lid or a spout", f"Kettles {ANY}", ["A lid; or", "A spout"], "none", ["none", "none"]),
        ("Kettles having a lid or a spout", f"Kettles {ALL}", ["A lid", "A spout"], "relaxed", ["relaxed", "relaxed"]),
        ("Kettles having a lid or a spout", f"Kettles {ANY}", ["A lid", "A bow"], "unclear", ["none", "unclear"]),
        ("Kettles having a lid and a spout", f"Kettles {ALL}", ["A lid", "A spout"], "none", ["none", "none"]),
        ("Kettles of tin", f"Kettles of tin, {ANY}", ["A lid; or", "A spout"], "relaxed", ["none", "none"]),
        ("Kettles of tin", f"Kettles of tin, {ALL}", ["A lid; and", "A spout"], "relaxed", ["relaxed", "relaxed"]),
        ("Kettles of tin", f"Kettles, {ANY}", ["A lid; or", "A spout"], "unclear", ["unclear", "unclear"]),
    ],
)
def test_a_clause_that_became_a_list(clause: str, lead: str, parts: list[str], whole: str, each: list[str]) -> None:
    items = [item(f"1A001.a.{at}", part) for at, part in enumerate(parts, 1)]
    above = item("1A001", "Kitchenware, as follows:")
    old, new = [above, item("1A001.a", clause)], [above, item("1A001.a", lead), *items]
    assert [effect(old, new, one.id) for one in items] == each
    assert effect(old, new, "1A001.a") == whole


def test_a_reference_follows_its_items_below_another_number() -> None:
    lids = item("1A002", "Lids for kettles specified by 1A001")
    old = [lids, item("1A001", "Kettles, as follows:"), item("1A001.a", "Of tin"), item("1A001.b", "Of clay")]
    new = [item("1A002", "Lids for kettles specified by 1A001.a"), item("1A001", "Kettles and pots, as follows:")]
    new += [
        item("1A001.a", "Kettles, as follows:"),
        item("1A001.a.1", "Of tin"),
        item("1A001.a.2", "Of clay"),
        item("1A001.b", "Pots"),
    ]
    paired = {"1A002": "1A002", "1A001": "1A001", "1A001.a": "1A001.a.1", "1A001.b": "1A001.a.2"}
    ground = Editions(Tree(old), Tree(new), paired)
    assert effect_of(evidence_of(lids, new[0], ground)) == "none"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("Ware", "Glaze*"), ("Cups", "Salt"), ("Jugs", "Tin")], []),
        ([("Ware", "Glaze"), ("Cups", "Salt"), ("Ware", "Glaze"), ("Jugs", "T in")], ["none"]),
        ([("Ware", "Glaze"), ("Cups", "Salt"), ("Jugs", "Lead")], ["unclear"]),
        ([("Ware", "Glaze"), ("Cups", "Tin"), ("Jugs", "Salt")], ["unclear", "unclear"]),
    ],
)
def test_a_table_is_compared_by_its_words_in_their_order(rows: list[tuple[str, ...]], expected: list[str]) -> None:
    glazes = ("Ware", "Glaze"), ("Cups", "Salt"), ("Jugs", "Tin")
    old = Node("statement/table", "statement", "", "", "Table", "", "active", "", rows=glazes)
    new = msgspec.structs.replace(old, rows=tuple(rows))
    assert [one.effect for one in evidence([old], [new], old.id)] == expected
