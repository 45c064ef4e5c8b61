"""Numbers that a clause cites in one edition alone: new items, slips, parts of what was named, mere pointers."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note
from msgspec.structs import replace

from controllist.changes.clause.ground.pointers import named_in
from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect
from controllist.model import Node

WARE = [
    item("1A001", "Teaware, as follows:"),
    item("1A001.a", "Teapots of glazed porcelain rated above 90 °C"),
    item("1A001.b", "Strainers of woven silver wire"),
    item("1A002", "Samovars heated by charcoal"),
]
GONE = item("1A001.c", "Sugar tongs having a spring hinge")
COSIES = item("1A003", "Quilted cosies of boiled felt")


def lids(codes: str, rest: str = "") -> list[Node]:
    return [item("1B001", f"Lids for ware specified by {codes}{rest}")]


def test_an_item_that_is_new_to_the_edition_is_named_beside_others() -> None:
    old, new = [*WARE, GONE, *lids("1A001 or 1A002")], [*WARE, COSIES, *lids("1A001, 1A002 or 1A003")]
    assert effect(old, new, "1B001") == "tightened"


def test_an_item_whose_goods_another_one_named_before_is_not_certain_to_be_new() -> None:
    moved = item("1A003", "Sugar tongs having a hinge with a spring")
    old, new = [*WARE, GONE, *lids("1A001 or 1A002")], [*WARE, moved, *lids("1A001, 1A002 or 1A003")]
    assert effect(old, new, "1B001") == "unclear"


def test_an_item_divided_from_one_that_is_kept_is_not_certain_to_be_new() -> None:
    lead, _, sieves, urns = WARE
    old = [lead, item("1A001.a", "Teapots of glazed porcelain and milk jugs of pewter"), sieves, urns, GONE]
    new = [lead, item("1A001.a", "Teapots of glazed porcelain"), sieves, urns, item("1A003", "Milk jugs of pewter")]
    assert effect([*old, *lids("1A001.a or 1A002")], [*new, *lids("1A001.a, 1A002 or 1A003")], "1B001") == "unclear"


def test_an_item_whose_goods_are_among_those_named_anyway() -> None:
    part = item("1A001.z", "Any ware described in 1A001.a that also holds more than 3 l")
    old, new = [*WARE, GONE, *lids("1A001.a")], [*WARE, part, *lids("1A001.a or 1A001.z")]
    assert effect(old, new, "1B001") == "none"
    old, new = [*WARE, GONE, *lids("1A001.b")], [*WARE, part, *lids("1A001.b or 1A001.z")]
    assert effect(old, new, "1B001") == "unclear"


def test_a_whole_that_was_named_beside_its_own_part() -> None:
    assert effect([*WARE, *lids("1A001 or 1A001.a")], [*WARE, *lids("1A001.a")], "1B001") == "unclear"
    assert effect([*WARE, *lids("1A001 or 1A002")], [*WARE, *lids("1A002")], "1B001") == "relaxed"


def test_one_item_named_instead_of_another_that_stays_in_force() -> None:
    ware = [*WARE, COSIES]
    assert effect([*ware, *lids("1A002")], [*ware, *lids("1A003")], "1B001") == "mixed"
    assert effect([*ware, *lids("1A001.a")], [*ware, *lids("1A001.b or 1A003")], "1B001") == "mixed"


@pytest.mark.parametrize(("slip", "expected"), [("1A0002", "none"), ("1A022", "none"), ("1C517", "unclear")])
def test_a_number_that_named_nothing_is_put_right(slip: str, expected: Effect) -> None:
    assert effect([*WARE, *lids(slip)], [*WARE, *lids("1A002")], "1B001") == expected


def test_an_exclusion_that_names_one_item_more_can_only_leave_out_more() -> None:
    moved = item("1A003", "Sugar tongs having a hinge with a spring")
    before = note("1B001/note", "1B001 does not apply to lids for ware specified by 1A001 or 1A002.")
    after = note("1B001/note", "1B001 does not apply to lids for ware specified by 1A001, 1A002 or 1A003.")
    old, new = [*WARE, GONE, *lids("1A001"), before], [*WARE, moved, *lids("1A001"), after]
    assert effect(old, new, "1B001/note") == "relaxed"


@pytest.mark.parametrize("words", ["Cosies of silk (refer to {} for urns)", "Cosies of silk (see {} for urns)"])
def test_codes_that_the_reader_is_only_sent_to(words: str) -> None:
    old = [*WARE, COSIES, item("1B001", words.format("1A002"))]
    new = [*WARE, COSIES, item("1B001", words.format("1A002, 1A003"))]
    assert effect(old, new, "1B001") == "none"


GROUP = [
    replace(item("1A", "TEAWARE"), kind="group"),
    *(replace(one, parent="1A") for one in (WARE[0], WARE[3], COSIES)),
]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("1.A or 1.B", "1.A.1., 1.A.2. or 1.B.", "relaxed"),
        ("1.A or 1.B", "1.A.1., 1.A.2., 1.A.3. or 1.B.", "none"),
        ("1A001 or 1A002", "items in 1A", "tightened"),
        ("1.A.", "1A", "none"),
    ],
)
def test_items_of_a_group_instead_of_the_group(before: str, after: str, expected: Effect) -> None:
    old, new = (
        item("1E001", f"Recipes for ware specified by {before}"),
        item("1E001", f"Recipes for ware specified by {after}"),
    )
    assert effect([*GROUP, old], [*GROUP, new], "1E001") == expected


@pytest.mark.parametrize("verb", ["do not apply to", "apply only to"])
def test_a_note_that_speaks_of_an_item_which_came_with_it(verb: str) -> None:
    before = note("1A001/note", f"1A001.a and 1A001.b {verb} ware of tin.")
    after = note("1A001/note", f"1A001.a, 1A001.b and 1A001.c {verb} ware of tin.")
    come = item("1A001.c", "Whisks split from bamboo")
    assert effect([*WARE, before], [*WARE, come, after], "1A001/note") == "none"
    lead, pots, sieves, urns = WARE
    both = item("1A001.b", "Strainers of woven silver wire and infusers of punched steel sheet")
    rest = item("1A001.c", "Infusers of punched steel sheet")
    old, new = [lead, pots, both, urns, before], [lead, pots, sieves, rest, urns, after]
    assert effect(old, new, "1A001/note") == "none"


def test_a_note_that_speaks_of_an_item_moved_there_from_elsewhere() -> None:
    before = note("1A001/note", "1A001.a and 1A001.b do not apply to ware of tin.")
    after = note("1A001/note", "1A001.a, 1A001.b and 1A001.d do not apply to ware of tin.")
    tongs = item("1A001.d", "Sugar tongs having a spring hinge")
    old, new = [*WARE, GONE, before], [*WARE, tongs, after]
    assert effect(old, new, "1A001/note") == "unclear"


def test_an_exclusion_for_a_part_alone_does_not_gainsay_what_tightens() -> None:
    before = note("1A001/note", "1A001 does not apply to ware of tin or zinc.")
    after = note("1A001/note", "1A001.c does not apply to ware of tin.")
    come = item("1A001.c", "Whisks split from bamboo")
    assert effect([*WARE, before], [*WARE, come, after], "1A001/note") == "tightened"


def test_words_that_cite_an_item_whose_goods_stood_in_the_entry_decide_nothing() -> None:
    spouts = "Copper spouts with brazed joints and a strainer of silver wire;"
    old = [item("1A001", "Ware as follows:"), item("1A001.a", spouts), item("1A001.x", "Lids made for this entry")]
    new = [item("1A001", "Ware as follows:"), item("1A001.x", "Lids made for this entry, or for ware of 1A006")]
    new += [item("1A006", spouts)]
    assert effect(old, new, "1A001.x") == "unclear"
    other = [*new[:2], item("1A006", "Clay ovens with glazed shelves and an arched iron door;")]
    assert effect(old, [*other, old[1]], "1A001.x") == "tightened"


def test_an_exception_for_an_entry_that_neither_edition_has_named_nothing() -> None:
    kept = [item("3B001", "Ovens for tiles"), item("3B002", "Kilns for bricks")]
    before, after = "Benches not controlled by 3B001 or {}, for potters", "Benches not controlled by 3B001, for potters"
    gone = [item("3B991", before.format("3B090")), *kept]
    assert effect(gone, [item("3B991", after), *kept], "3B991") == "none"
    there = [item("3B991", before.format("3B002")), *kept]
    assert effect(there, [item("3B991", after), *kept], "3B991") == "tightened"


def test_a_number_named_instead_bears_what_the_other_named_entry_held() -> None:
    """The goods of 5A004 stood under 5A002: to name it instead of all of 5A002 names less."""
    pans = "Iron pans with riveted handles and enamelled rims;"
    old = [item("5A002", "Ware as follows:"), item("5A002.a", "Copper jugs with hinged lids;"), item("5A002.b", pans)]
    old.append(item("5D002", "Recipes for ware specified in 5A002"))
    new = [*old[:2], item("5A004", pans), item("5D002", "Recipes for ware specified in 5A004")]
    partner = {node.id: node.id for node in old if node.id != "5A002.b"} | {"5A002.b": "5A004"}
    ground = Editions(Tree(old), Tree(new), partner)
    assert effect_of(evidence_of(old[3], new[3], ground)) == "relaxed"


def test_goods_that_other_items_control_anyway_and_leave_with_them() -> None:
    left = "1B001 does not apply to ware. Lids that are also controlled in {} remain controlled by those entries."
    ware = [*WARE, COSIES, item("1B001", "Lids for ware")]
    said = [[*ware, note("1B001/note", left.format(codes))] for codes in ("1A001.a", "1A001.a or 1A003")]
    assert effect(said[0], said[1], "1B001/note") == "none"
    left = "1B001 does not apply to ware specified in {}."
    said = [[*ware, note("1B001/note", left.format(codes))] for codes in ("1A001.a", "1A001.a or 1A003")]
    assert effect(said[0], said[1], "1B001/note") == "relaxed"


def test_goods_among_those_named_anyway_beside_a_number_that_the_edition_lacks() -> None:
    part = item("1A001.z", "Any ware described in 1A001.a that also holds more than 3 l")
    old, new = [*WARE, GONE, *lids("1A001.a")], [*WARE, part, *lids("1A001.a, 1A001.y or 1A001.z")]
    assert effect(old, new, "1B001") == "unclear"
    old, new = [*WARE, *lids("1A001.a")], [*WARE, part, COSIES, *lids("1A001.a, 1A001.z or 1A003")]
    assert effect(old, new, "1B001") == "tightened"


def test_an_exclusion_that_goes_with_all_the_items_that_it_cites() -> None:
    said = "1A001.a applies only to pots of clay."
    left = "It does not apply to pots for use as ware specified in 1A001.c."
    old, new = [*WARE, GONE, note("1A001.a/note", f"{said} {left}")], [*WARE, note("1A001.a/note", said)]
    assert effect(old, new, "1A001.a/note") == "unclear"
    assert effect(old, [*new, GONE], "1A001.a/note") == "tightened"
    said, left = "Lids for ware", ", other than lids specified by 1A001.c"
    assert effect([*WARE, GONE, item("1B001", said + left)], [*WARE, item("1B001", said)], "1B001") == "tightened"


def test_a_citation_narrowed_to_the_one_part_that_has_such_goods_names_the_same() -> None:
    head, lids = item("1A001", "Kitchen ware as follows:"), item("1A001.b", "Glass lids and corks, as follows:")
    pots = item("1A001.c", "Pots having lids of tin;")
    whole = item("1A002", "Kettles having lids specified in 1A001 and a whistle.")
    part = item("1A002", "Kettles having lids specified in 1A001.b and a whistle.")
    assert effect([head, lids, pots, whole], [head, lids, pots, part], "1A002") == "none"
    more = item("1A001.d", "Tin lids;")
    assert effect([head, lids, pots, more, whole], [head, lids, pots, more, part], "1A002") == "relaxed"


def test_a_run_that_cites_nothing_after_all_names_nothing() -> None:
    assert named_in("tea and milk", "1A001").codes == frozenset()


def test_an_exception_beside_another_word_for_citing() -> None:
    old, new = lids("1A001"), lids("1A001, other than those specified by 1A001.a")
    new = [replace(new[0], text=new[0].text.replace("specified by", "specified in", 1))]
    assert effect([*WARE, *old], [*WARE, *new], "1B001") == "relaxed"
