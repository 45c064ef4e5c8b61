"""Words of another provision that a source printed at the end of a clause."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item
from changes_nodes import note as explaining

from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree

LEAD = "Lids of clay, as follows:"
APART = [
    item("1A001", "Kettles as follows:"),
    item("1A001.c", "Pots having all of the following:"),
    item("1A001.c.1", "A handle of tin;"),
    item("1A001.c.2", "A spout by which it can be emptied without any dripping;"),
    item("1A002", "Lids as follows:"),
    item("1A002.c", LEAD),
    item("1A002.c.1", "Glazed lids;"),
]


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("\n1. A handle of tin;", "none"),  # the line of that label below the number that the lids bear here
        ("\n2. A spout by which it can be emptied without any dripping;", "none"),
        ("\n2. A handle of tin;", "tightened"),  # short, and of another label there
        ("\n1. A handle of gold;", "tightened"),
    ],
)
def test_a_labelled_line_of_the_item_whose_number_the_clause_has_in_one_edition(line: str, way: str) -> None:
    mixed = [APART[0], item("1A001.c", LEAD + line), item("1A001.c.1", "Glazed lids;")]
    ground = Editions(Tree(APART), Tree(mixed), {"1A001": "1A001", "1A002.c": "1A001.c", "1A002.c.1": "1A001.c.1"})
    assert effect_of(evidence_of(APART[5], mixed[1], ground)) == way
    back = {"tightened": "relaxed"}.get(way, way)
    assert effect_of(evidence_of(mixed[1], APART[5], ground.swapped)) == back


TOLD = "Kettles for divers"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("A 'diver' is: one who takes tea below the water line.", "none"),
        ("The only pots for cooks that 1A001.c. means are urns of one who takes tea below the water line.", "unclear"),
        ("'Modified' means any change by which a pot serves like one who takes tea below the water line.", "unclear"),
    ],
)
def test_words_behind_the_end_are_those_of_a_note_that_says_little_else(note: str, expected: str) -> None:
    noted = explaining("1A001/tn", note, kind="technical-note")
    old = [item("1A001", f"{TOLD}; one who takes tea below the water line"), noted]
    new = [item("1A001", TOLD), noted]
    assert effect(old, new, "1A001") == expected
