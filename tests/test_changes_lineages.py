"""References that follow their items, notes that speak of codes, and terms that both editions explain."""

from __future__ import annotations

import pytest
from changes_nodes import item, note

from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect
from controllist.model import Node


def verdict(old: list[Node], new: list[Node], partner: dict[str, str], ident: str) -> Effect:
    """The effect on one node of the old edition; `partner` pairs ids that are not the same in both."""
    same = {node.id: node.id for node in old if node.id in {other.id for other in new}}
    pairs = {here: there for here, there in {**same, **partner}.items() if there}
    ground = Editions(Tree(old), Tree(new), pairs)
    return effect_of(evidence_of(ground.old.by_id[ident], ground.new.by_id[pairs[ident]], ground))


TEAPOTS = [item("1A001", "Teaware, as follows:"), item("1A001.a", "Teapots"), item("1A001.b", "Strainers")]


def test_an_item_that_went_below_its_own_number_is_still_cited_by_it() -> None:
    lids = item("1A005", "Lids for teaware specified by 1A001.a")
    new = [TEAPOTS[0], item("1A001.a", "Pots, as follows:"), item("1A001.a.1", "Teapots")]
    new += [item("1A001.a.2", "Coffee pots"), TEAPOTS[2], lids]
    assert verdict([*TEAPOTS, lids], new, {"1A001.a": "1A001.a.1"}, "1A005") == "none"


def test_a_reference_to_all_the_numbers_of_a_divided_item_is_the_same() -> None:
    before, after = item("1A005", "Lids for ware specified by 1A001"), "Lids for ware specified by 1A001, 1A002"
    new = [TEAPOTS[0], TEAPOTS[1], item("1A002", "Sieves, as follows:"), item("1A002.a", "Strainers")]
    pairs = {"1A001.b": "1A002.a"}
    assert verdict([*TEAPOTS, before], [*new, item("1A005", after)], pairs, "1A005") == "none"
    more = [*new, item("1A003", "Urns"), item("1A005", after.replace("1A002", "1A003"))]
    assert verdict([*TEAPOTS, item("1A003", "Urns"), before], more, pairs, "1A005") == "tightened"


def test_a_word_that_lost_its_space_is_no_label() -> None:
    before, after = item("1A005", "Lids for 1A001.or 1A002"), item("1A005", "Lids for 1A001 or 1A002")
    ware = [*TEAPOTS, item("1A002", "Urns")]
    assert verdict([*ware, before], [*ware, after], {}, "1A005") == "none"


def test_an_article_that_was_read_as_a_label_is_no_code() -> None:
    before = note("1A001.b/tn", "For the purposes of 1A001.b, 1A001.a 'strainer' is a sieve.", kind="technical-note")
    after = note("1A001.b/tn", "For the purposes of 1A001.b, a 'strainer' is a sieve.", kind="technical-note")
    assert verdict([*TEAPOTS, before], [*TEAPOTS, after], {}, "1A001.b/tn") == "none"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("1A001 includes pots of tin.", "1A001.a includes pots of tin.", "none"),
        ("1A001.a does not apply to toys.", "1A001.a and 1A001.b do not apply to toys.", "relaxed"),
        ("1A001.a and 1A001.b do not apply to toys.", "1A001.a does not apply to toys.", "tightened"),
    ],
)
def test_a_note_that_speaks_of_other_codes(before: str, after: str, expected: Effect) -> None:
    old, new = note("1A001/note", before), note("1A001/note", after)
    assert verdict([*TEAPOTS, old], [*TEAPOTS, new], {}, "1A001/note") == expected


def test_an_exclusion_that_another_note_made_before_is_no_new_one() -> None:
    said = note("1A001.b/note", "1A001.b does not apply to toys.")
    old = [*TEAPOTS, note("1A001/note", "1A001.a does not apply to toys."), said]
    new = [*TEAPOTS, note("1A001/note", "1A001.a and 1A001.b do not apply to toys.")]
    assert verdict(old, new, {}, "1A001/note") == "unclear"


@pytest.mark.parametrize(("user", "expected"), [("Sieves", "none"), ("Sieves having a 'spout'", "unclear")])
def test_an_explanation_that_names_fewer_items(user: str, expected: Effect) -> None:
    ware = [TEAPOTS[0], item("1A001.a", "Pots having a 'spout'"), item("1A001.b", user)]
    before = note("1A001/tn", "For the purposes of 1A001, a 'spout' is a pipe.", kind="technical-note")
    after = note("1A001/tn", "For the purposes of 1A001.a, a 'spout' is a pipe.", kind="technical-note")
    assert verdict([*ware, before], [*ware, after], {}, "1A001/tn") == expected


EXPLAINED = "The pour point is determined by pouring tea."


@pytest.mark.parametrize(
    ("was", "is_now", "expected"),
    [
        (EXPLAINED, "The 'pour point' is determined by pouring tea.", "none"),
        (EXPLAINED, "The 'pour point' is determined by pouring milk.", "none"),  # that reaches the item from the note
        ("1A001 does not apply to pots with a pour point.", "The 'pour point' is told by pouring tea.", "unclear"),
        ("Toys are no teaware.", "The 'pour point' is determined by pouring tea.", "unclear"),
    ],
)
def test_a_mark_round_a_term_that_a_note_explains_under_another_id(was: str, is_now: str, expected: Effect) -> None:
    old = [item("1A001", "Teapots having a pour point above 3 °C"), note("1A001/tn", was, kind="technical-note")]
    new = [item("1A001", "Teapots having a 'pour point' above 3 °C"), note("1A001/tn~2", is_now, kind="technical-note")]
    assert verdict(old, new, {"1A001/tn": "1A001/tn~2"}, "1A001") == expected


def test_a_term_that_an_edition_without_definitions_marks_elsewhere_too() -> None:
    other = item("1A003", "Lids for “tea makers”")
    before, after = item("1A001", "Parts of tea makers"), item("1A001", "Parts of “tea makers”")
    more = item("1A004", "Urns for “tea makers”")
    assert verdict([before, other, more], [after, other, more], {}, "1A001") == "none"
    assert verdict([before], [after, other], {}, "1A001") == "unclear"


@pytest.mark.parametrize(
    ("was", "is_now", "expected"),
    [
        ("For the purposes of 1A001, a spout means a pipe.", "A 'spout' means a pipe.", "none"),
        ("The spout in pots of clay is a pipe.", "The 'spout' in pots of clay is a pipe.", "none"),
        ("Only pipes bent twice count as spouts.", "Only pipes bent twice count as 'spouts'.", "none"),
        ("Only pipes bent twice count as spouts.", "Only pipes bent thrice and glazed count as 'spouts'.", "unclear"),
    ],
)  # fmt: skip
def test_a_mark_that_came_to_the_words_of_a_note_too(was: str, is_now: str, expected: Effect) -> None:
    old = [item("1A001", "Teapots having a spout"), note("1A001/tn", was, kind="technical-note")]
    new = [item("1A001", "Teapots having a 'spout'"), note("1A001/tn", is_now, kind="technical-note")]
    assert verdict(old, new, {}, "1A001") == expected
