"""New items that the old edition held in another shape: nothing more is controlled by them for certain."""

from __future__ import annotations

from changes_nodes import editions, effect, item, note

from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.records import Effect, opposite
from controllist.model import Node

LIST = item("1A001.b", "Special lids, as follows:")
HEADING = item("1A001.b.1", "Earthenware of harbour kitchens, as follows:")
UNDER = [item("1A001.b.1.a", "Testing, weighing or stirring of seafaring teapots;"), item("1A001.b.1.b", "Jam making;")]
MOVED = item("1A001.b.2", "Lids for jam making;")


def _moved(new: list[Node], ident: str) -> Effect:
    """The effect of an old item under the heading that is gone, whose other item stands in the list now."""
    old = [item("1A001", "Goods as follows:"), LIST, HEADING, *UNDER]
    links = {node.id: node.id for node in old[:2]} | {UNDER[1].id: MOVED.id}
    ground = editions(old, new)
    ground.partner.update(links)
    ground.origin.update({to: before for before, to in links.items()})
    for gone in (HEADING.id, UNDER[0].id):
        ground.partner.pop(gone, None)
    ground.origin.pop("1A001.b.1", None)
    there = effect_of(evidence_of(ground.old.by_id[ident], None, ground))
    assert effect_of(evidence_of(None, ground.old.by_id[ident], ground.swapped)) == opposite(there)
    return there


def test_what_stood_under_a_heading_that_others_left_may_stand_beside_them_in_other_forms_of_its_words() -> None:
    top = [item("1A001", "Goods as follows:"), LIST, MOVED]
    said = item("1A001.b.1", "Lids for inns and for tests by weighing and stirring seafaring teapots;")
    assert _moved([*top, said], "1A001.b.1.a") == "unclear"
    assert _moved([*top, item("1A001.b.1", "Corks for bottles;")], "1A001.b.1.a") == "relaxed"


def test_an_item_that_a_statement_said_before() -> None:
    said = "Teapots and kettles of copper, the export of which\na. the harbour inns agreed to"
    statement = note("1A/statement", said, kind="statement")
    new = [item("1A009", "Teapots and kettles of copper, the export of which the inns agreed to control")]
    assert effect([statement], new, "1A009") == "unclear"
    assert effect([statement], [statement, *new], "1A009") == "tightened"


def test_an_entry_without_words_is_what_its_items_say() -> None:
    statement = note("1A/statement", "Teapots and kettles of copper from harbour inns", kind="statement")
    new = [item("1A009", ""), item("1A009.a", "Teapots and kettles of copper from harbour inns")]
    assert effect([statement], new, "1A009") == effect([statement], new, "1A009.a") == "unclear"


def test_a_list_without_a_kept_item_whose_heading_took_up_what_one_of_them_said() -> None:
    old = [
        item("1A001", "Kettles having any of the following:"),
        item("1A001.a", "A whistle heard beyond the kitchen garden;"),
        item("1A001.b", "A handle of tin;"),
    ]
    new = [
        item("1A001", "Kettles with a whistle heard beyond the garden, having any of the following:"),
        item("1A001.c", "A volume of 2 l or more;"),
    ]
    assert effect(old, new, "1A001.a") == effect(old, new, "1A001.c") == "unclear"
    other = [item("1A001", "Kettles or enamelled saucepans from abroad having any of the following:"), new[1]]
    assert effect(old, other, "1A001.c") == "tightened"
    kept = [*new, old[2]]
    assert effect(old, kept, "1A001.c") == "tightened"


def test_goods_that_split_off_from_an_item_that_takes_them_out_now() -> None:
    old = [item("1A001", "Kettles, of copper or tin")]
    left = item("1A001", "Kettles, of copper or tin, except kettles specified in 1A002")
    split = [left, item("1A002", "Copper kettles")]
    assert effect(old, split, "1A002") == "unclear"
    apart = [left, item("1A002", "Harbour lanterns with whistles")]
    assert effect(old, apart, "1A002") == "tightened"
    assert effect([left], split, "1A002") == "tightened"


KETTLES = [item(f"1A00{number}", f"Kettles of size {number}") for number in range(1, 4)]
WIDE = "Software for the development or use of kettles specified in 1A001 to 1A003"


def test_software_for_goods_that_a_wider_item_names_no_more() -> None:
    new = item("1D002", "Software for the operation of kettles specified in 1A002, that counts cups")
    narrow = item("1D001", "Software for the use of kettles specified in 1A001 or 1A003")
    old = [*KETTLES, item("1D001", WIDE)]
    assert effect(old, [*KETTLES, narrow, new], "1D002") == "unclear"
    for_making = item("1D002", "Software for the production of kettles specified in 1A002, that counts cups")
    assert effect(old, [*KETTLES, narrow, for_making], "1D002") == "tightened"
    assert effect([*KETTLES[:1], item("1D001", "Software for the use of kettles specified in 1A001")],
                  [*KETTLES, narrow, new], "1D002") == "tightened"  # fmt: skip


def test_technology_for_goods_that_are_listed_no_more() -> None:
    gone = item("1A004", "Saucepans with enamelled handles and glass lids")
    wide = item("1E001", "Technology for the production of goods specified in 1A001 to 1A009")
    new = item("1E002", "Technology for the production of saucepans with enamelled handles and glass lids")
    assert effect([gone, wide], [wide, new], "1E002") == "unclear"
    assert effect([wide], [wide, new], "1E002") == "tightened"


def test_a_figure_of_thousands_printed_with_a_space_is_one_word() -> None:
    assert telling_words("Kettles of 3 500 litres, 12 345 678 lids, 20 150 cups") == telling_words(
        "Kettles of 3500 litres, 12345678 lids, 20150 cups"
    )
    assert {"3", "20"} <= telling_words("Kettles 3 20 bar"), "two figures"
