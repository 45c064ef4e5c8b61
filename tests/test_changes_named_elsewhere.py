"""Goods that one edition names in another item: in one beside a clause that took or lost them, or under one number."""

from __future__ import annotations

from changes_nodes import editions, effect, evidence, item, note

from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.records import NAMED_BEFORE, NAMED_NOW, Effect, opposite
from controllist.model import Node

TOP = item("1A001", "Goods for harbour kitchens, as follows:")
KETTLES = item("1A001.a", "Copper kettles;")
SIEVES = item("1A001.a", "Copper kettles and straw sieves;")
TEA = item("1A001.b", "Straw sieves for tea;")


def test_goods_that_a_clause_took_from_an_item_that_is_gone_are_no_news_for_certain() -> None:
    assert effect([TOP, KETTLES], [TOP, SIEVES], "1A001.a") == "tightened"
    assert effect([TOP, KETTLES, TEA], [TOP, SIEVES], "1A001.a") == "unclear"
    (found,) = evidence([TOP, KETTLES, TEA], [TOP, SIEVES], "1A001.a")
    assert (found.old, found.note) == ("1A001.b", NAMED_BEFORE)
    (found,) = evidence([TOP, SIEVES], [TOP, KETTLES, TEA], "1A001.a")
    assert (found.new, found.note) == ("1A001.b", NAMED_NOW)


def test_goods_of_a_like_name_or_of_another_part_of_the_list_are_others() -> None:
    for other in ("Straw baskets for tea;", "Non-straw sieves;", "Tin plates;"):
        assert effect([TOP, KETTLES, item("1A001.b", other)], [TOP, SIEVES], "1A001.a") == "tightened", other
    far = [item("5A001", "Goods of inns, as follows:"), item("5A001.a", "Straw sieves for tea;")]
    assert effect([TOP, KETTLES, *far], [TOP, SIEVES, far[0]], "1A001.a") == "tightened"


def test_what_only_takes_its_goods_from_a_gone_item_leaves_what_else_tightened_sure() -> None:
    hot = item("1A001.a", "Copper kettles, rated above 90 °C;")
    hotter = item("1A001.a", "Copper kettles and straw sieves, rated above 80 °C;")
    assert effect([TOP, hot, TEA], [TOP, hotter], "1A001.a") == "tightened"


def test_a_heading_from_which_goods_went_to_a_new_heading_beside_it() -> None:
    cups = item("1A001.a", "Kettles and saucers, as follows:")
    left = [item("1A001.a", "Kettles, as follows:"), item("1A001.b", "Saucers, as follows:")]
    assert effect([TOP, cups], [TOP, *left[:1]], "1A001.a") == "relaxed"
    assert effect([TOP, cups], [TOP, *left], "1A001.a") == "unclear"


def test_a_substance_named_by_its_number_in_an_item_of_its_own() -> None:
    both = item("1A001.a", "Starch (CAS 9005-25-8), sugar (CAS 57-50-1);")
    one, other = item("1A001.a", "Starch (CAS 9005-25-8);"), item("1A001.b", "Sweet sugar (CAS 57-50-1);")
    assert effect([TOP, both], [TOP, one], "1A001.a") == "relaxed"
    assert effect([TOP, both], [TOP, one, other], "1A001.a") == "unclear"


def test_an_item_whose_name_one_beside_it_took_up() -> None:
    pots = item("1A001.a", "Teapots (earthenware, samovars and urns)")
    jars = item("1A001.a", "Teapots;")
    gone = item("1A001.b", "Samovar and copper boilers of inns;")
    assert effect([TOP, jars, gone], [TOP, pots], "1A001.b") == "unclear"
    assert effect([TOP, pots, gone], [TOP, pots], "1A001.b") == "relaxed"
    assert effect([TOP, jars, gone], [TOP, item("1A001.a", "Teapots and urns;")], "1A001.b") == "relaxed"


def _apart(old: list[Node], new: list[Node], ident: str) -> tuple[Effect, Effect]:
    """The effects of what bears one number in the two editions, where it is no pair."""
    ground = editions(old, new)
    ground.partner.pop(ident)
    ground.origin.pop(ident)
    gone = effect_of(evidence_of(ground.old.by_id[ident], None, ground))
    assert effect_of(evidence_of(None, ground.old.by_id[ident], ground.swapped)) == opposite(gone)
    return gone, effect_of(evidence_of(None, ground.new.by_id[ident], ground))


def test_what_bears_one_number_and_names_the_same_goods_in_its_notes() -> None:
    before, after = item("1A001.b", "Brass samovars and other boilers;"), item("1A001.b", "'Tea urns' of inns;")
    assert _apart([TOP, before], [TOP, after], "1A001.b") == ("relaxed", "tightened")
    told = note("1A001.b/tn", "'Tea urns' are also called brass samovars.", kind="technical-note")
    assert _apart([TOP, before], [TOP, after, told], "1A001.b") == ("unclear", "unclear")


def test_what_bears_one_number_and_has_a_term_of_its_own() -> None:
    before = item("1A001.b", 'Whistles that by "steam signalling" call the cook;')
    after = item("1A001.b", "Being a kitchen caller;")
    told = note("1A001.b/tn", 'A kitchen caller makes, by "steam signalling", any cook listen.', kind="technical-note")
    assert _apart([TOP, before], [TOP, after, told], "1A001.b") == ("unclear", "unclear")
    many = [item(f"1A001.c.{at}", 'Jars for "steam signalling";') for at in range(13)]
    others = [TOP, item("1A001.c", "Jars:"), *many]
    assert _apart([*others, before], [*others, after, told], "1A001.b") == ("relaxed", "tightened")


def test_few_words_one_of_which_no_other_item_says() -> None:
    sugars = [item("1A001.a", "Sugars, as follows:"), item("1A001.a.9", "Brown candy;")]
    tops = [TOP, *sugars, item("1A001.b", "Syrups, as follows:"), item("1A001.b.9", "Treacle;")]
    before, after = item("1A001.a.1", "Caramelose (CARO) and its sweets;"), item("1A001.b.1", "Caramelose syrups;")
    both = item("1A001.b.1", "CARO (caramelose and its sweets), as seen in 1A001.c;")
    assert effect([*tops, before], [*tops, both], "1A001.a.1") == "unclear"
    assert effect([*tops, before], [*tops, after], "1A001.a.1") == "relaxed"
    again = item("1A001.b.2", "Caramelose without lumps;")
    assert effect([*tops, before, again], [*tops, both, again], "1A001.a.1") == "relaxed"


GALLEYS = [TOP, item("1A001.a", "Tea urns;"), item("1A009", "Galleys"), item("1A009.e", "Ship lamps with cork feet;")]
VALVES = "Pressure kettle valves designed for the stoves of ferries and to hold a pressure of 3 bar over a whole day."


def test_goods_of_the_same_name_and_figures_in_an_item_that_is_still_there_are_no_more_for_certain() -> None:
    of_ferries = [*GALLEYS, item("1A009.f", VALVES)]
    text = "Pressure kettle valves designed for stoves in 1A001.a and to hold a pressure of 3 bar a whole day."
    new = item("1A001.b", text)
    assert effect(of_ferries, [*of_ferries, new], "1A001.b") == "unclear"
    assert "most of it of goods of the same name" in evidence(of_ferries, [*of_ferries, new], "1A001.b")[0].note
    other = item("1A001.b", new.text.replace("3 bar", "5 bar"))
    assert effect(of_ferries, [*of_ferries, other], "1A001.b") == "tightened"
    covers = item("1A001.b", new.text.replace("valves", "covers"))
    assert effect(of_ferries, [*of_ferries, covers], "1A001.b") == "tightened"
