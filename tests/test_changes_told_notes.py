"""Notes whose sentences came or went with what they explain, stand elsewhere, or merely look other; lists in notes."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

from controllist.changes.language.text.sentences import pieces
from controllist.changes.records import Effect
from controllist.model import Kind, Node

HEAD = item("1A001", "Teaware, as follows:")
POTS = item("1A001.a", "Teapots with a 'spout'")
LIDS = item("1A001.b", "Lids for pots, tested by hand")
SPOUT = "For the purposes of 1A001.a, a 'spout' is a pipe bent twice."


def noted(old: list[Node], new: list[Node], before: str, after: str, kind: Kind = "technical-note") -> Effect:
    """The effect of a note of 1A001 that changes with the items around it."""
    ident = "1A001/tn"
    return effect([HEAD, *old, note(ident, before, kind=kind)], [HEAD, *new, note(ident, after, kind=kind)], ident)


def test_a_term_that_came_with_its_users_is_explained() -> None:
    infusers = item("1A001.c", "Baskets for 'slow infusion'")
    more = f"1. {SPOUT} 2. 'Slow infusion' is steeping for an hour. It includes cold brews."
    assert noted([POTS], [POTS, infusers], SPOUT, more) == "none"


def test_a_term_that_was_used_before_may_now_mean_less() -> None:
    infusers = item("1A001.c", "Baskets for slow infusion")
    more = f"1. {SPOUT} 2. 'Slow infusion' is steeping for an hour."
    assert noted([POTS, infusers], [POTS, infusers], SPOUT, more) == "unclear"


def test_a_second_term_of_the_sentence_that_was_used_before() -> None:
    more = f"1. {SPOUT} 2. 'Slow infusion' is steeping for an hour and a 'lid' is a cover."
    assert noted([POTS, LIDS], [POTS, LIDS], SPOUT, more) == "unclear"


def test_a_sentence_that_speaks_for_a_new_item() -> None:
    strainers = item("1A001.c", "Strainers of woven silver wire")
    more = f"1. {SPOUT} 2. For the purposes of 1A001.c, wire is weighed dry."
    assert noted([POTS], [POTS, strainers], SPOUT, more) == "none"
    more = f"1. {SPOUT} 2. For the purposes of 1A001.b, lids are weighed dry."
    assert noted([POTS, LIDS], [POTS, LIDS], SPOUT, more) == "unclear"


def test_a_sentence_that_moved_to_another_note_of_the_entry() -> None:
    both = f"1. {SPOUT} 2. 'Testing by hand' should be done by two persons. Each should be rested."
    alone = note("1A001.b/tn", "For the purposes of 1A001.b, 'testing by hand' should be done by two persons. "
                               "Each should be rested.", kind="technical-note")  # fmt: skip
    assert noted([POTS, LIDS], [POTS, LIDS, alone], both, SPOUT) == "none"
    assert noted([POTS, LIDS], [POTS, LIDS], both, SPOUT) == "unclear"


def test_a_line_with_a_term_is_no_explanation() -> None:
    before = "1A001 does not apply to pots having all of the following: a. A lid; and b. 'Slow infusion' not above 3 h."
    after = "1A001 does not apply to pots having all of the following: a. A lid."
    old, new = note("1A001/note", before), note("1A001/note", after)
    assert effect([HEAD, POTS, old], [HEAD, POTS, new], "1A001/note") in ("relaxed", "unclear")


def test_other_names_say_nothing_more() -> None:
    assert noted([POTS], [POTS], SPOUT, f"{SPOUT} 'Spouts' are also known as beaks.") == "none"
    assert noted([POTS], [POTS], SPOUT, f"{SPOUT} 'Spouts' not bent are also known as beaks.") == "unclear"


def test_sentences_are_told_apart_from_labels_and_abbreviations() -> None:
    said = [one.text for one in pieces("1. Pots (e.g. Tea pots) boil. 2. Lids close, see No. 5 below. They are round.")]
    assert said == ["1. Pots (e.g. Tea pots) boil.", "2. Lids close, see No. 5 below.", "They are round."]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('1A001 does not apply to: a. "Tin pots"; b. Toys.', "1A001 does not apply to: a. Toys.", "tightened"),
        ('1A001 does not apply to any of the following: a. Lids; b. "Toys".',
         '1A001 does not apply to any of the following: a. Lids; b. "Toys"; or c. Pots of parts 2. to 5. of Note 3.',
         "relaxed"),
        ("1A001 does not apply to pots having all of the following: a. A lid; b. A spout.",
         "1A001 does not apply to pots having all of the following: a. A lid; b. A spout; and c. A saucer.",
         "tightened"),
        ("1A001 does not apply to: a. Lids; b. Toys.", "1A001 does not apply to: a. Lids; or b. Toys.", "none"),
        ("1A001 does not apply to: a. Lids; b. Toys; c. Cups.",
         "1A001 does not apply to: a. Lids; b. Deleted; c. Cups.", "tightened"),
        ("1A001 does not apply to: a. Lids; 1 Round ones; b. Toys.",
         "1A001 does not apply to: a. Lids; 1. Round ones; b. Toys.", "none"),
        ("1A001 controls pots of tin.", "1A001 applies to pots of tin.", "none"),
        ("1A001 does not apply to pots certified by the authority in a Member State.",
         "1A001 does not apply to pots certified by authorities of one or more Member States.", "none"),
        ("1A001 does not apply to pots bearing a certificate.",
         "1A001 does not apply to pots bearing a certificate issued by the guild.", "tightened"),
    ],
)  # fmt: skip
def test_lists_and_words_of_notes(before: str, after: str, expected: Effect) -> None:
    old, new = note("1A001/note", before), note("1A001/note", after)
    assert effect([HEAD, POTS, old], [HEAD, POTS, new], "1A001/note") == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("For pots of tin, see 1A002.", "For pots of tin or clay, see 1A003.", "none"),
        ("Pots are weighed wet.", "Pots are weighed dry.", "unclear"),
        ("Pots specified in 1A002 remain controlled.", "Pots or pans specified in 1A002 remain controlled.", "unclear"),
    ],
)  # fmt: skip
def test_a_nota_bene_that_points_and_one_that_says_more(before: str, after: str, expected: Effect) -> None:
    assert noted([POTS], [POTS], before, after, "nota-bene") == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Length of a spout: the way from end to end.", "'Length of a spout' means the way from end to end.", "none"),
        ("The text of 1A001 is valid until 1 May 2001.", "The text of 1A001 is valid until 3 June 2004.", "none"),
    ],
)
def test_verbs_of_definitions_and_dates(before: str, after: str, expected: Effect) -> None:
    assert noted([POTS], [POTS], before, after) == expected


def test_an_index_of_short_names_before_a_definition() -> None:
    old = note("def/pot", "GTN A vessel with a lid.", kind="definition", label="pot")
    new = note("def/pot", "A vessel with a lid.", kind="definition", label="pot")
    assert effect([old], [new], "def/pot") == "none"
    assert reworded("GTN pots with lids", "Pots with lids") != "none"


def test_a_nota_bene_that_states_a_rule_sends_nobody_elsewhere() -> None:
    rule = "If a \"tea set\" has several lids, the status of each lid is assessed by itself."
    entry = [item("1A001", "Tea sets"), note("1A001/note", "1A001 does not apply to tea sets of paper.")]
    said = [*entry, note("1A001/nb", rule, kind="nota-bene")]
    assert effect(entry, said, "1A001/nb") == "unclear"
    in_note = [entry[0], note("1A001/note", f"1A001 does not apply to tea sets of paper. {rule} It includes cups.")]
    assert effect(in_note, said, "1A001/nb") == "none"
    pointer = note("1A001/nb", "See Category 5 for the lids of tea sets.", kind="nota-bene")
    assert effect(entry, [*entry, pointer], "1A001/nb") == "none"
