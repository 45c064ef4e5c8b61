"""The language of control lists, rule by rule: which way an invented change of words goes, read both ways."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

from controllist.changes.compare import effect_of
from controllist.changes.effect import evidence_of
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.model import Node

LISTS_OF_WORDS = [
    # elements compared as a set, whatever their order and the "or" that moves
    ("Kettles of tin, clay or glass", "Kettles of glass or tin", "relaxed"),
    ("A layer of tin (Sn) or clay on the lid", "A layer of tin (Sn), clay, glass or wood on the lid", "tightened"),
    ("Kettles, pans and pots, as follows:", "Kettles, pans, pots and cups, as follows:", "tightened"),
    ("Kettles, wenn das Ziel Atlantis, Utopia oder Liliput ist", "Kettles, wenn das Ziel Atlantis oder Liliput ist",
     "relaxed"),
    ("Kessel aus Zinn, Ton oder Glas", "Kessel aus Ton oder Zinn", "relaxed"),
    ("Kettles with lids or spouts", "Kettles with lids/covers or spouts", "tightened"),
    # between commas stand circumstances too
    ("Goods to enable a kettle to boil or steam", "Goods to enable, by means of heat, a kettle to boil or steam",
     "relaxed"),
    ("Kettles (e.g., of tin or clay)", "Kettles (e.g., of tin, glass or clay)", "none"),
    # a list that is gone as a whole leaves the goods it said more of
    ("Tin, clay and glass (TCG) kettle stands, designed for inns", "Kettle stands, designed for inns", "unclear"),
    # German words are compared by their stems on both sides
    ("Deckel, Henkel sowie Griffteile wie folgt:", "Deckel, Henkel, Griffteile und Beutel wie folgt:", "tightened"),
    # goods of one more kind before their common name
    ("Steel kettle stands, as follows:", "Steel and copper kettle stands, as follows:", "tightened"),
    ("Tea kettles, as follows:", "Tea strainers and kettles, as follows:", "tightened"),
    ("Kettles having a steel lid", "Kettles having a steel and copper lid", "unclear"),
    # what was put in twice did not move
    ("Iron kettles or pans, for an iron stove or pans",
     "Iron kettles or cups or pans, for an iron stove or cups or pans", "tightened"),
    ("Lids, except those used to steam", "Lids, except those used to boil or used to steam", "relaxed"),
]  # fmt: skip
CONDITIONS = [
    ("Kessel und Deckel", "Kessel, besonders konstruiert für Tee, und Deckel", "relaxed"),
    ("Kessel aus Zinn", "Kessel aus Zinn, wenn das Ziel auf dem Mond liegt", "relaxed"),
    ("Kessel aus Zinn", "Kessel aus Zinn und mit einer Masse größer als 7 kg", "relaxed"),
    ("Kessel wie folgt sowie besonders konstruierte Deckel hierfür:", "Kessel wie folgt:", "relaxed"),
    ("Teesalz (CAS-Nr. 7647-14-5),", "Teesalz (CAS-Nr. 7647-14-5), ausgenommen solche für Tee,", "relaxed"),
    ("Kettles having a lid", "Kettles having a lid and a mass exceeding 3 kg", "relaxed"),
    ("Coated, unglazed kettles having a lid", "Coated kettles having a lid", "tightened"),
    ("Resins (RS)", "Resins having a strength exceeding 3 MPa", "unclear"),
    ("Resins", "Resins (RS) having a strength exceeding 3 MPa", "relaxed"),
    ("Boiling in less than 3 s", "Boiling in less than 3 s for any fill exceeding 2 l", "unclear"),
    ("Bearings of class 4 or better", "Bearings of class 2 or class 4 or better", "unclear"),
    ("Kettles for inns", "Kettles designed for inns", "unclear"),
    ("Kettles, not elsewhere specified on the list or in paragraph 9", "Kettles, not elsewhere specified on the list",
     "tightened"),
    # nouns among nouns may be part of a name; a word before a noun phrase narrows
    ("Pond frog kettles", "Pond tree frog kettles", "unclear"),
    ("Kettles for stoves", "Kettles for propane stoves", "relaxed"),
    # one sentence more is no condition, a pointer elsewhere for all that follows leaves nothing
    ("Kettles of tin", "Kettles of tin. For inns, a kettle holds tea", "unclear"),
    ("Copper kettles", "SEE THE KITCHEN RULES FOR copper kettles", "relaxed"),
    # a letter of an abbreviation is no label
    ("Kettles, other than those of 1A002, and lids", "Kettles, usable for tea (e.g. green tea), and lids", "unclear"),
    ("Kettles, and lids", "Kettles, usable for tea (e.g. green tea) in inns, and lids", "relaxed"),
    ("Kettles which boil tea", "Kettles which only boil tea", "relaxed"),
    ('"Technology" for kettles', '"Technology" for the "production" of kettles', "relaxed"),
    # what can only go one way gainsays nothing that goes that way
    ("Associated lids or pans", "Lids, cups or pans", "tightened"),
    ("Associated lids", "Lids", "unclear"),
    ("Kettles, including samovars, for inns", "Kettles, not specified in 1A002, for inns", "relaxed"),
    # counted for each of several, and standards said to be equivalent
    ('0.2 l for each "lid" or "pan"', '0.2 l for each "pan"', "unclear"),
    ("Lids as strong as class XY", "Lids as strong as class XY or “equivalent standards”", "unclear"),
    # an exclusion by code ends where the next phrase begins
    ("Having a mass exceeding 3 kg", "Not specified by 1A002 and having a mass exceeding 5 kg", "relaxed"),
    ("Kettles, other than those controlled by 1A002 or 1A003, and pans", "Kettles, other than those controlled by "
     "1A002 or 1A003, and pans having a lid", "relaxed"),
]  # fmt: skip
THE_SAME = [
    ("Capable of providing a flow exceeding 3 l/min", "A flow exceeding 3 l/min"),
    ("Using a steel lid", "A steel lid"),
    ("Kettles, other than those specified by 1A002", "Kettles, not specified by 1A002"),
    ("Kettles which can be stacked", "Kettles capable of being stacked"),
    ("Kessel und Pfannen, wie folgt:", "Kessel oder Pfannen, wie folgt:"),
    ("Kessel sowie Deckel für Tee", "Kessel und Deckel für Tee"),
    ("Von Nummer 1A002 erfasste Waren", "Von Nummer 1A002 erfassten Waren"),
    ("Kessel, die von der Liste erfasst erfasst werden", "Kessel, die von der Liste erfasst werden"),
    ("Kessel, soweit nicht von Nummer 1A002 erfasst", "Kessel, nicht von Nummer 1A002 erfasst"),
    ("Kettles with a lid (see also 1A009).", "Kettles with a lid."),
    ("Kettles, regardless of size or weight", "Kettles, regardless of size, colour or weight"),
    ("Optical kettles", "Optic kettles"),
    ("Of tea, with a pressure up to 5 Pa", "Of tea, pressure up to 5 Pa"),
    ("A quality of KLP 14 or better", "A quality of Kettle Lovers Party (KLP) 14 or better"),
    ("Kettles as Follows:", "Kettles as follows:"),
    ("Tea salt (CAS 57-14- 7)", "Tea salt (CAS 57-14-7)"),
    ("Kessel mit Ziel Nordkorea", "Kessel mit Ziel Demokratische Volksrepublik Korea"),
]
LIMITS = [
    ("Three or more lids which can be lifted", "Three or four lids which can be lifted", "relaxed"),
    ("Kettles for more than 16 cups of tea", "Kettles for 17 to 50 cups of tea", "relaxed"),
    ("A depth of 6 mm under a lid", "A depth of 6 mm or more, but less than 9 mm, under a lid", "tightened"),
    ("An accuracy of ± 0.1%", "An accuracy of equal to or better than 0.1%", "unclear"),
    ("A noise level less than -150 dBm/Hz", "A noise level less than -160 dBm/Hz", "relaxed"),
    # a conversion that stands as it was speaks of a misprint
    ("A total activity of 3 GBq/kg (1 Ci/kg) or more", "A total activity of 37 GBq/kg (1 Ci/kg) or more", "unclear"),
    ("A resolution of more than 14 bit", "A resolution of 16 bit or more", "relaxed"),
    ("Radios with steps above level 16", "Radios with steps above level 64", "relaxed"),
    ("Exceeding 2 W within the tuning range exceeding 5 GHz", "Exceeding 2 W within the tuning range exceeding 7 GHz",
     "relaxed"),
    ("Less than 2 s for any step within the range exceeding 5 GHz",
     "Less than 2 s for any step within the range exceeding 7 GHz", "unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), LISTS_OF_WORDS + CONDITIONS + LIMITS)
def test_direction(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


@pytest.mark.parametrize(("before", "after"), THE_SAME)
def test_no_change_of_scope(before: str, after: str) -> None:
    assert reworded(before, after) == "none"


NOTES = [
    # whole lines of a list inside the note
    ("1A001 does not apply to: a. Toys; b. Models having all of the following: 1. A lid; 2. A spout.",
     "1A001 does not apply to: a. Toys; b. Models having all of the following: 1. A lid; 2. A spout; c. Prints.",
     "relaxed"),
    ("1A001 erfasst nicht folgende Kessel: a. Spielzeug, b. Modelle.",
     "1A001 erfasst nicht folgende Kessel: a. Spielzeug, b. Modelle, c. Drucke.", "relaxed"),
    ("1A001 does not apply to toys for dolls.",
     "1A001 does not apply to any of the following: a. Prints; b. Models; or c. Toys for dolls.", "relaxed"),
    ("1A001 does not apply to tin, clay or glass.", "1A001 does not apply to clay or glass.", "tightened"),
    # one exclusion inside another
    ("1A001 does not apply to toys unless they are specified by 1A002 or 1A003.",
     "1A001 does not apply to toys unless they are specified by 1A002.", "relaxed"),
    ("1A001 does not apply to toys that do not hold tea, unless made for a king.",
     "1A001 does not apply to toys that do not hold tea, unless made for a tall king.", "unclear"),
    # what is said to be included is controlled at the latest now
    ("1A001 includes kettles of tin.", "1A001 includes kettles of tin or copper.", "tightened"),
    ("1A001 schließt ein: a. Kessel, b. Pfannen.", "1A001 schließt ein: a. Kessel, b. Pfannen, c. Töpfe.", "tightened"),
    # a sentence of its own
    ("1A001 applies only to kettles. It does not apply to toys.", "1A001 applies only to kettles.", "tightened"),
    ("1A001 applies only to kettles; for pans, see 1A009.", "1A001 applies only to kettles.", "none"),
    # goods that follow other goods leave the control that names them
    ("The status of lids in 1A001, other than those in 1A002, is determined by the status of the kettle.",
     "The status of lids in 1A001, other than those in 1A002 or 1A003, is determined by the status of the kettle.",
     "tightened"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), NOTES)
def test_notes(before: str, after: str, expected: str) -> None:
    others = [item("1A001", "Kettles"), item("1A002", "Pans"), item("1A003", "Pots")]
    sides = [[*others, note("1A001/note", text)] for text in (before, after)]
    assert effect(*sides, "1A001/note") == expected


TECHNICAL = [
    (
        "A 'kettle' is a vessel having a lid.",
        "A 'kettle' is a vessel having a lid and a mass exceeding 3 kg.",
        "relaxed",
    ),
    ("The mass is measured with a lid.", "The mass is measured with a lid and a weight exceeding 3 kg.", "unclear"),
    ("A 'kettle' is a vessel, such as pans or pots.", "A 'kettle' is a vessel, such as pans.", "unclear"),
]


@pytest.mark.parametrize(("before", "after", "expected"), TECHNICAL)
def test_technical_notes_decide_where_they_define(before: str, after: str, expected: str) -> None:
    sides = [[item("1A001", "Kettles"), note("1A001/tn", text, kind="technical-note")] for text in (before, after)]
    assert effect(*sides, "1A001/tn") == expected


REFERENCES = [
    # ranges, and the same items one by one
    ("1A002.a to 1A002.c", "1A002.a, .b or .c", "none"),
    ("1A002.a to 1A002.c", "1A002.a or 1A002.b", "relaxed"),
    ("1A002.a to .b", "1A002.a to .c", "tightened"),
    ("1A002.a", "1A002.a or .c", "tightened"),
    ("1A002", "1A002.a or .b", "relaxed"),
    # an explanation names what is meant anyway, or limits it
    ("goods (i.e., 1A002.a or 1A002.b)", "goods (i.e., 1A002.a, 1A002.b or 1A002.c)", "unclear"),
    ("goods (e.g., 1A002.a or 1A002.b)", "goods (e.g., 1A002.a, 1A002.b or 1A002.c)", "none"),
]


@pytest.mark.parametrize(("before", "after", "expected"), REFERENCES)
def test_references(before: str, after: str, expected: str) -> None:
    others = [item("1A002", "Pans, as follows:"), *(item(f"1A002.{label}", f"Pan {label}x") for label in "abc")]
    sides = [[item("1A001", f"Lids specified by {cited}"), *others] for cited in (before, after)]
    assert effect(*sides, "1A001") == expected


def test_a_part_given_up_is_no_part_that_is_covered() -> None:
    pans = [item("1A002", "Pans, as follows:"), item("1A002.a", "Tin pans"), item("1A002.c", "Clay pans")]
    parts = [item("1A002.a.1", "Small"), item("1A002.a.2", "Large")]
    gone = item("1A002.c", "Reserved", status="reserved")
    old = [item("1A001", "Lids specified by 1A002.a or 1A002.c"), *pans]
    new = [item("1A001", "Lids specified by 1A002.a.1 or 1A002.a.2"), *pans[:2], *parts, gone]
    assert effect(old, new, "1A001") == "relaxed"


def test_a_code_that_went_to_another_place_of_the_clause_decides_nothing() -> None:
    others = [item("1A002", "Pans"), item("1A003", "Pots")]
    old = [item("1A001", "Lids specified by 1A002 or 1A003 for goods specified by 1A002"), *others]
    new = [item("1A001", "Lids specified by 1A002 for goods specified by 1A002 or 1A003"), *others]
    assert effect(old, new, "1A001") == "unclear"


def test_a_note_that_speaks_of_its_own_item() -> None:
    sides = [
        [item("1A001", "Kettles, as follows:"), item(f"1A001.{label}", "Of tin"), note(f"1A001.{label}/note", text)]
        for label, text in (("a", "1A001.a does not apply to toys."), ("b", "1A001.b does not apply to toys."))
    ]
    ground = Editions(Tree(sides[0]), Tree(sides[1]), {})
    assert effect_of(evidence_of(sides[0][2], sides[1][2], ground)) == "none"


def test_what_is_said_above_adds_nothing_below() -> None:
    above = item("1A001", "Equipment for the manufacture of kettles, as follows:")
    before, after = item("1A001.a", "Presses for lids"), item("1A001.a", "Kettle manufacturing presses for lids")
    assert effect([above, before], [above, after], "1A001.a") == "unclear"


def test_an_exclusion_that_names_another_list_ends_there() -> None:
    lead = item("1A001", "Parts for kettles and not elsewhere specified in the USML or CCL as follows:")
    before, after = item("1A001.a", "Lids or spouts"), item("1A001.a", "Lids, handles or spouts")
    assert effect([lead, before], [lead, after], "1A001.a") == "tightened"


LINES = "1A001 does not apply to kettles having any of the following: "


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # a label kept while its line is empty; limits belong to their line
        ("a. A mass exceeding 3 kg; b. A lid of tin; c. A red spout", "a. [Reserved]; b. A lid of tin; c. A red spout",
         "tightened"),
        ("a. A lid of tin; b. A mass exceeding 3 kg and a red lid; c. A mass exceeding 5 kg and a blue lid",
         "a. A lid of tin; b. Not used since 2018; c. A mass exceeding 9 kg and a blue lid", "tightened"),
        ("a. A lid of tin; b. A temperature of 548 K.",
         "a. A lid of tin; b. A temperature of 548 K or less; c. A spout", "relaxed"),
    ],
)  # fmt: skip
def test_lines_of_a_note(before: str, after: str, expected: str) -> None:
    entry = item("1A001", "Kettles")
    nodes = [[entry, note("1A001/note", LINES + text)] for text in (before, after)]
    assert effect(nodes[0], nodes[1], "1A001/note") == expected


@pytest.mark.parametrize(
    ("defined", "expected"),
    [
        ("A vessel for tea. It includes Copper Tea Kettles (CTK) and Iron Tea Pots (ITP).", "tightened"),
        ("A vessel for tea.", "unclear"),
    ],
)
def test_a_term_that_takes_in_what_was_named(defined: str, expected: str) -> None:
    term = note("def/tea-vessel", defined, kind="definition", label="Tea vessel")
    before, after = item("1A001", "Lids for Copper Tea Kettles (CTK)"), item("1A001", 'Lids for "tea vessels"')
    assert effect([before], [after, term], "1A001") == expected


def test_a_technical_note_that_lists_what_a_thing_has_is_a_definition() -> None:
    entry = item("1A001", "Kettles with whistles")
    text = (
        "In 1A001, the whistles have all of the following characteristics: 1. A mass between 3 kg and {} kg; 2. A lid"
    )
    nodes = [[entry, note("1A001/tn", text.format(most), kind="technical-note")] for most in (4, 6)]
    assert effect(nodes[0], nodes[1], "1A001/tn") == "tightened"


def test_parts_said_above_are_said_only_where_the_items_above_name_their_parts() -> None:
    def edition(head: str, text: str) -> list[Node]:
        return [item("1A001", head), item("1A001.a", text)]

    parts = "Kettles, and specially designed components therefor"
    for head, expected in (("Pans and components, as follows:", "tightened"),
                           ("Pans and specially designed components, as follows:", "unclear")):  # fmt: skip
        assert effect(edition(head, "Kettles"), edition(head, parts), "1A001.a") == expected


def test_a_sentence_that_went_to_another_note_takes_nothing_out() -> None:
    entry, sentence = item("1A001", "Kettles"), "1A001 does not apply to wooden toys and paper models."
    old = [entry, note("1A001/note", f"1A001 includes samovars. {sentence}")]
    new = [entry, note("1A001/note", "1A001 includes samovars."), note("1A001/note.2", sentence)]
    assert effect(old, new, "1A001/note") == "none"


def test_a_label_alone_behind_a_code_names_the_other_item() -> None:
    nodes = [item(f"1A002.{label}", f"Pans {label}") for label in "abc"]
    named = item("1A001", "Lids of 1A002.a., 1A002.b. or 1A002.c."), item("1A001", "Lids of 1A002.a. to c.")
    assert effect([*nodes, named[0]], [*nodes, named[1]], "1A001") == "none"


def test_the_codes_for_which_an_exclusion_holds() -> None:
    text = "Anmerkung (gültig im Zusammenhang mit Nummer {}) Teil I erfasst keine Deckel, die blau sind."
    others = [item("5D902", "Deckel"), item("5D911", "Deckel"), item("9D904", "Deckel")]
    nodes = [
        [*others, note("statement/x", text.format(codes), kind="statement")]
        for codes in ("5D902 oder 5D911", "5D902, 5D911 oder 9D904")
    ]
    assert effect(nodes[0], nodes[1], "statement/x") == "relaxed"
