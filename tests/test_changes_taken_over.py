"""Items and notes of one edition alone whose goods something that stays holds: headings, siblings, empty numbers."""

from __future__ import annotations

from changes_nodes import editions, effect, item, note

from controllist.changes.effect import evidence_of
from controllist.changes.records import Evidence
from controllist.model import Node


def linked(old: list[Node], new: list[Node], ident: str, links: dict[str, str]) -> list[Evidence]:
    """The evidence of a node, where `links` pairs old ids with new ones; what is given "" has no counterpart."""
    ground = editions(old, new)
    for before, after in links.items():
        ground.origin.pop(ground.partner.pop(before, ""), None)
        if after:
            ground.origin.pop(after, None)
            ground.partner[before], ground.origin[after] = after, before
    return evidence_of(ground.old.by_id.get(ident), ground.new.by_id.get(ident), ground)


WARES = item("1A001", "Kitchenware, as follows:")


def test_what_a_sibling_says_now_is_not_gone_though_its_heading_led_into_a_list() -> None:
    bare = item("1A001.a", "")
    tins = [item("1A001.b", "Copper kettles, as follows:"), item("1A001.b.1", "Copper kettles with a whistle;")]
    now = item("1A001.a", "Any copper kettle that has, or any spoon that fits, any of the following:")
    assert effect([WARES, bare, *tins], [WARES, now], "1A001.b") == "unclear"
    assert effect([WARES, item("1A001.a", "Spoons"), *tins], [WARES, item("1A001.a", "Spoons")], "1A001.b") == "relaxed"


def test_a_heading_that_its_item_said_alone_before_leaves_the_item_beside_it_new() -> None:
    clause = item("1A001.a", "Kettles designed for silent outdoor cooking, holding 1 l or more")
    heading = item("1A001.a", "Kettles designed for silent outdoor cooking, as follows:")
    parts = [item("1A001.a.1", "Vessels holding 1 l or more;"), item("1A001.a.2", "Cords for hanging them from trees;")]
    links = {"1A001.a": "1A001.a.1"}
    assert linked([WARES, clause], [WARES, heading, *parts], "1A001.a.2", links)[0].effect == "tightened"
    all_of = item("1A001", "Kitchenware having all of the following:")
    assert linked([all_of, clause], [all_of, heading, *parts], "1A001.a.2", links)[0].effect == "unclear"


def test_a_note_under_a_number_that_is_empty_does_not_fall_with_it() -> None:
    empty = item("1A001.a", "", status="reserved")
    told = note("1A001.a/tn", "1. A mixture of teas is tea. 2. Tea of this entry has leaves.", kind="technical-note")
    assert effect([WARES, empty, told], [WARES, empty], "1A001.a/tn") == "unclear"
    own = note("1A001.a/tn", "1A001.a is in force until May.", kind="technical-note")
    assert effect([WARES, empty, own], [WARES, empty], "1A001.a/tn") == "none"
    kept, jugs = [WARES, item("1A001.b", "Pans")], item("1A001.a", "Jugs of tin")
    assert effect([*kept, jugs, told], kept, "1A001.a/tn") == "none"


def test_what_a_list_asks_for_is_not_sure_where_its_heading_stands_under_another_one() -> None:
    pots = item("1A001.a", "Pots for open fires, being any of the following:")
    rated = item("1A001.a.1", "Rated for more than 9 l and having all of the following:")
    jugs = item("1A001.b", "Jugs for cold tea, rated for more than 9 l and having all of the following:")
    old = [WARES, pots, rated, item("1A001.a.1.a", "A lid; and"), item("1A001.a.1.b", "A spout.")]
    new = [WARES, pots, jugs, item("1A001.b.1", "A lid;"), item("1A001.b.2", "A spout; and")]
    new += [item("1A001.b.3", "A whistle made of horn.")]
    links = {"1A001.a.1": "1A001.b", "1A001.a.1.a": "1A001.b.1", "1A001.a.1.b": "1A001.b.2"}
    assert linked(old, new, "1A001.b.3", links)[0].effect == "unclear"
    above = item("1A001.c", "Wares for the kitchen, as follows:")
    moved = [WARES, above, item("1A001.c.1", "Jugs having all of the following:"), item("1A001.c.1.a", "A lid; and")]
    moved += [item("1A001.c.1.b", "A whistle made of horn.")]
    had = [WARES, item("1A001.a", "Jugs having all of the following:"), item("1A001.a.1", "A lid.")]
    links = {"1A001.a": "1A001.c.1", "1A001.a.1": "1A001.c.1.a"}
    assert linked(had, moved, "1A001.c.1.b", links)[0].effect == "relaxed"


def test_a_new_item_to_which_a_new_nota_bene_of_a_kept_one_sends_its_goods_may_not_be_new() -> None:
    jugs, pots = item("1A001.a", "Straw jugs, of any size"), item("1A001.b", "Sealed pots with two lids")
    told = note("1A001.a/nb", "For straw jugs that hold and store tea, see 1A001.b.", kind="nota-bene")
    assert effect([WARES, jugs], [WARES, jugs, told, pots], "1A001.b") == "unclear"
    also = note("1A001.a/nb", "For straw jugs that hold and store tea, see also 1A001.b.", kind="nota-bene")
    others = note("1A001.a/nb", "For straw jugs not specified by 1A001.a, see 1A001.b.", kind="nota-bene")
    spoons = note("1A001.a/nb", "For glass pots, see 1A001.b.", kind="nota-bene")
    for said in (also, others, spoons):
        assert effect([WARES, jugs], [WARES, jugs, said, pots], "1A001.b") == "tightened"


def test_a_number_that_is_empty_and_says_where_its_goods_are_did_not_lose_them_for_sure() -> None:
    jugs = item("1A001.a", "Woven straw jugs with lids, a handle and a whistle")
    empty = item("1A001.a", "", status="reserved")
    pots = item("1A002", "Pots")
    told = note("1A001.a/nb", "For woven straw jugs, see 1A002.", kind="nota-bene")
    fewer = note("1A001.a/nb", "For woven straw jugs of antique coloured glass, see 1A002.", kind="nota-bene")
    kept = [WARES, pots, item("1A001.b", "Pans")]
    assert effect([*kept, jugs], [*kept, empty, told], "1A001.a") == "unclear"
    assert effect([*kept, jugs], [*kept, empty, fewer], "1A001.a") == "relaxed"


def test_software_for_goods_that_kept_their_old_limit_there_alone_was_held_before() -> None:
    goods, wider = "Copper kettles holding a volume exceeding {} l", "Copper kettles holding a volume exceeding 9 l"
    made = item("1D001", 'Software for the "development" or "production" of goods specified by 1A001')
    old = [WARES, item("1A001.a", goods.format(2)), made]
    new = [WARES, item("1A001.a", wider), made, item("1D002", 'Software for the "development" of:')]
    same = item("1D002.a", goods.format(2))
    assert effect(old, [*new, same], "1D002") == effect(old, [*new, same], "1D002.a") == "unclear"
    other = item("1D002.a", goods.format(1))
    assert effect(old, [*new, other], "1D002") == effect(old, [*new, other], "1D002.a") == "tightened"


def test_an_exclusion_of_an_item_that_was_rewritten_tells_nothing_alone() -> None:
    old = [WARES, item("1A001.a", "Machines for boiling river water over open fires")]
    new = [WARES, item("1A001.a", "Copper kettles holding nine cups, and jugs")]
    toys = note("1A001.a/note", "1A001.a does not apply to toys of painted straw.")
    assert effect(old, [*new, toys], "1A001.a/note") == "unclear"
    assert effect(old, [*old, toys], "1A001.a/note") == "relaxed"
    pots = [WARES, item("1A001.a", "Kettles that boil river water on open fires")]
    kettles = note("1A001.a/note", "1A001.a does not apply to kettles of painted straw.")
    assert effect(pots, [*new, kettles], "1A001.a/note") == "relaxed"


def test_an_exclusion_tells_nothing_alone_where_a_clause_became_a_list() -> None:
    old = [WARES, item("1A001.a", "Ovens for river clay that bake above 900 K")]
    new = [
        WARES, item("1A001.a", "Ovens for river clay, as follows:"), item("1A001.a.1", "That bake above 900 K;"),
        item("1A001.a.2", "That have two doors;"),
    ]  # fmt: skip
    toys = note("1A001.a/note", "1A001.a does not apply to toys of painted straw.")
    assert effect(old, [*new, toys], "1A001.a/note") == "unclear"
    assert effect(new, [*new, toys], "1A001.a/note") == "relaxed"


def test_neither_of_two_items_of_one_number_that_say_much_the_same_is_sure_to_be_new_or_gone() -> None:
    was = item("1A001.a", "Lids which permit loosening of clamps and hinges for undisturbed tea brewing")
    now = item("1A001.a", "Tools to recognise broken spouts and to loosen clamps and hinges while tea brewing goes on")
    other = item("1A001.a", "Tools to recognise broken spouts on copper kettles while tea brewing goes on")
    apart = {"1A001.a": ""}
    for old, new in ((was, now), (now, was)):
        assert linked([WARES, old], [WARES, new], "1A001.a", apart)[0].effect == "unclear"
    ground = editions([WARES, was], [WARES, other])
    ground.partner.pop("1A001.a"), ground.origin.pop("1A001.a")
    assert evidence_of(None, other, ground)[0].effect == "tightened"


def test_goods_that_a_note_names_anew_among_what_another_item_includes_are_not_gone() -> None:
    jugs, cups = item("1A001.a", "Jugs that hold tea"), item("1A001.b", "Clay and other straw cups, having a lid")
    told = note("1A001.a/note", "1A001.a includes glass jugs, clay cups, and straw cups.")
    others = note("1A001.a/note", "1A001.a includes glass jugs and clay cups.")
    assert effect([WARES, jugs, cups], [WARES, jugs, told], "1A001.b") == "unclear"
    assert effect([WARES, jugs, others, cups], [WARES, jugs, told], "1A001.b") == "unclear"
    assert effect([WARES, jugs, cups], [WARES, jugs, others], "1A001.b") == "relaxed"


def test_an_item_that_sends_its_goods_to_another_list_controls_nothing() -> None:
    pointer = item("1A001.b", "For kettles of tin that fit wide jugs, see Part 2 of the other list.")
    jugs = item("1A001.a", "Jugs of clay")
    assert effect([WARES, jugs], [WARES, jugs, pointer], "1A001.b") == "none"


def test_goods_named_by_an_element_are_known_by_its_symbol() -> None:
    was = [item("1A001.a", "Neodymium glass kettles, as follows:"), item("1A001.a.1", "Holding more than 9 l.")]
    now = item("1A001.b", "Whistling painted Nd: glass kettles holding more than 9 l")
    pans = item("1A001.c", "Pans")
    assert effect([WARES, pans, *was], [WARES, pans, now], "1A001.b") == "unclear"
    other = item("1A001.b", "Whistling painted Er: glass kettles holding more than 9 l")
    assert effect([WARES, pans, *was], [WARES, pans, other], "1A001.b") == "tightened"
