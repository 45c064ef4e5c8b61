"""Notes that take out nothing that was controlled, or whose words stand farther off, and goods that went elsewhere."""

from __future__ import annotations

import msgspec
import pytest
from changes_nodes import effect, item, note

from controllist.changes.effect import evidence_of
from controllist.changes.language.text.subjects import takes_from_items
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.model import Node

SUBJECTS = [
    ("1A001.b and 1A001.c do not apply to toys.", True),
    ("This entry does not control toys.", True),
    ("1A001 controls cups. It does not apply to toys.", True),
    ("Paragraph (a) applies to cups made of tin or clay, or jugs with lids, but does not apply to toys.", True),
    ("Toys are not controlled by 1A001.", True),
    ("This presumption does not apply to innkeepers, who show that the cup is not specified in 1A001.", False),
    ("'Cups' does not include thimbles.", False),
    ("Notes 1 and 2 to Category 1 mean that 1A001 does not apply to toys.", False),
]


@pytest.mark.parametrize(("text", "is_of_items"), SUBJECTS)
def test_what_a_note_takes_something_out_of(text: str, is_of_items: bool) -> None:
    assert takes_from_items(text) == is_of_items


def test_a_note_that_takes_nothing_out_of_items_does_not_decide() -> None:
    cups = [item("1A001", "Cups")]
    for subject, way in (("1A001", "relaxed"), ("This presumption", "unclear")):
        out = note("1A001/note", f"{subject} does not apply to toys.")
        assert effect(cups, [*cups, out], "1A001/note") == way


def test_an_exclusion_of_items_alone_that_came_with_it_takes_nothing_out() -> None:
    old = [item("1A001", "Cups"), item("1E001", "Technology for cups"), item("1A002", "Jugs")]
    text = "1E001 does not apply to technology specified for 1A003."
    lost = [*old, item("1A003", "Kettles"), note("1E001/note", text)]
    assert effect(old, lost, "1E001/note") == effect(lost, old, "1E001/note") == "none"
    kept = [*old, note("1E001/note", "1E001 does not apply to technology specified for 1A002.")]
    assert effect(old, kept, "1E001/note") == "relaxed"
    more = [*lost[:-1], note("1E001/note", "1E001 does not apply to technology for tin, or specified for 1A003.")]
    assert effect(old, more, "1E001/note") == "relaxed"


def test_a_note_whose_condition_the_item_has_that_its_own_item_names_now() -> None:
    own = "1A001 does not apply to lids with a radiant cobalt glaze of fired enamel."
    old = [item("1B001", "Kilns for lids"), note("1B001/note", own.replace("1A001", "1B001"))]
    lids = [item("1A001", "Lids of clay"), note("1A001/note", own)]
    new = [item("1B001", "Kilns for lids specified in 1A001")]
    assert effect([*old, *lids], [*new, *lids], "1B001/note") == "unclear"
    assert effect([*old, *lids[:1]], [*new, *lids[:1]], "1B001/note") == "tightened"


def test_software_that_an_exception_of_another_entry_lets_go() -> None:
    goods = [item("1B001", "Kilns"), item("1B002", "Wheels")]
    whole = item("1D001", "Software for the development of goods specified in 1B")
    less = item("1D001", "Software for the development of goods specified in 1B (except 1B002)")
    own = item("1D002", "Software for the development of goods specified in 1B002")
    assert effect([*goods, whole], [*goods, less, own], "1D002") == "unclear"
    assert effect([*goods, less, own], [*goods, whole], "1D002") == "unclear"
    assert effect([*goods, whole], [*goods, whole, own], "1D002") == "tightened"
    new = [goods[0], whole], [*goods, less, own]
    assert effect(*new, "1D002") == "tightened"


def test_an_item_that_excepts_what_a_new_entry_names_holds_no_less_for_certain() -> None:
    goods = [item("1B001", "Kilns"), item("1B002", "Wheels"), item("1B003", "Plates")]
    whole = item("1D001", "Software for the development of goods specified in 1B")
    less = item("1D001", "Software for the development of goods specified in 1B (except 1B002)")
    own = item("1D002", "Software for the development of goods specified in 1B002")
    assert effect([*goods, whole], [*goods, less, own], "1D001") == "unclear"
    assert effect([*goods, whole], [*goods, less], "1D001") == "relaxed"
    more = item("1D001", "Software for the development of goods specified in 1B (except 1B002 or 1B003)")
    assert effect([*goods, whole], [*goods, more, own], "1D001") == "relaxed"  # nobody names the plates


def test_a_note_of_a_definition_comes_and_goes_with_it() -> None:
    cups = item("1A001", "Cups")
    new = [cups, note("def/cup", "A vessel with a handle.", kind="definition", label="cup")]
    exclusion = note("def/cup/note", "1A001 does not apply to thimbles.")
    assert effect([cups], [*new, exclusion], "def/cup/note") == "unclear"
    assert effect(new, [*new, exclusion], "def/cup/note") == "relaxed"


def test_a_note_of_a_whole_category_that_new_items_of_it_may_say() -> None:
    top = note("1", "Pottery", kind="category")
    cups = item("1A001", "Cups of clay")
    held = [_under("1", item("1A002", "Cups whose chief purpose is brewing coffee in seafaring kitchens"))]
    text = "Category 1 does not apply to cups with a chief purpose other than brewing in kitchens."
    out = [top, _under("1", cups), note("1/note", text)]
    assert effect(out, [*out[:2], *held], "1/note") == "unclear"
    assert effect(out, out[:2], "1/note") == "tightened"


def _under(parent: str, node: Node) -> Node:
    return msgspec.structs.replace(node, parent=parent)


HEADING = "Kilns, as follows:"
LIST = [item("1B090", HEADING), item("1B090.a", "Kilns fired with peat"), item("1B090.b", "Kilns for cobalt enamel")]


@pytest.mark.parametrize(
    ("kept", "come", "way"),
    [
        ("Kilns fired with peat", "Ovens to burn enamel made with cobalt", "unclear"),
        ("Kilns fired with peat", "Wheels", "tightened"),
        ("Ovens burning peat or turf", "Wheels", "unclear"),
    ],
)
def test_what_is_left_over_of_a_list_that_went_to_another_entry(kept: str, come: str, way: str) -> None:
    new = [item("1B001", HEADING), item("1B001.a", kept), item("1B001.b", come)]
    ground = Editions(Tree(LIST), Tree(new), {"1B090": "1B001", "1B090.a": "1B001.a"})
    back = {"tightened": "relaxed"}.get(way, way)
    assert [one.effect for one in evidence_of(None, new[2], ground)] == [way]
    assert [one.effect for one in evidence_of(LIST[2], None, ground)] == [back]


def test_an_exception_that_is_gone_with_its_number_while_the_items_stand_elsewhere() -> None:
    wheels, plates = item("1B991", "Wheels"), item("1B992", "Plates")
    text = "Technology for goods specified in 1B (except 1B990, 1B991 or 1B992)"
    old = [item("1B990", "Kilns"), wheels, plates, item("1E001", text)]
    after = item("1E001", text.replace("1B990, ", ""))
    links = {"1E001": "1E001", "1B991": "1B991", "1B992": "1B992"}
    moved = Editions(Tree(old), Tree([item("1B002", "Kilns"), wheels, plates, after]), {**links, "1B990": "1B002"})
    assert {one.effect for one in evidence_of(old[3], after, moved)} == {"unclear"}
    stays = Editions(Tree(old), Tree([*old[:3], after]), {**links, "1B990": "1B990"})
    assert {one.effect for one in evidence_of(old[3], after, stays)} == {"tightened"}
