"""Words that change nothing: marks, spellings, citations, lead-ins, looked up in both editions where that is needed."""

from __future__ import annotations

import pytest
from changes_nodes import editions, effect, evidence, item, note, reworded

from controllist.changes.compare import Matched, changes_between
from controllist.changes.kinds import kind_of
from controllist.model import Node
from controllist.wording import normal

SAME_TYPOGRAPHY = [
    ("Kessel mit ‚Deckelsperre‘ und", "Kessel mit ,Deckelsperre‘ und"),  # a comma printed for the low mark
    (",Deckelsperre‘ aus Zinn", "‚Deckelsperreʻ aus Zinn"),
    ("Hüllen (,Deckel´)", "Hüllen (‚Deckel‘)"),
    ("`Tea makers' of tin", "‘Tea makers’ of tin"),
    ("One “tea maker”;", "One “tea maker;”"),
    ("Parts of a ‘tea maker’.", "Parts of a ‘tea maker.’"),
]


@pytest.mark.parametrize(("before", "after"), SAME_TYPOGRAPHY)
def test_marks_alone_are_no_change(before: str, after: str) -> None:
    assert normal(before) == normal(after)


def test_a_comma_before_a_word_is_no_mark_where_nothing_shuts_it() -> None:
    assert normal("Kessel ,Deckel und Henkel") != normal("Kessel ‚Deckel und Henkel")
    assert normal("Kessel, Deckel und ‚Henkel‘") == normal("Kessel, Deckel und ,Henkel‘")


SAME_WORDS = [
    # a slip of the source: a line printed twice
    ("Lids of tin with a handle of clay", "Lids of tin with a handle of clay; or lids of tin with a handle of clay"),
    ("Lids controlled by 1A002", "Lids specified by 1A002"),
    ("Lids controlled under section 1A002", "Lids specified by 1A002"),
    ("Lids, other than that controlled in 1A002", "Lids, other than that specified by 1A002"),
    ("Lids described in Category 3", "Lids controlled by Category 3"),
    ("Goods not controlled elsewhere", "Goods not specified elsewhere"),
    ("Tea salt (57-14-7)", "Tea salt (CAS 57-14-7)"),
    ("Tea salt (C.A.S. #57-14-7)", "Tea salt (CAS 57-14-7)"),
    ("Teesalz (CAS 57-14-7)", "Teesalz (CAS-Nr. 57-14-7)"),
    ("Tea salt (CAS 1344 28-1)", "Tea salt (CAS 1344-28-1)"),
    ("Sweet salt (tea salt or TS) (CAS 57-14-7)", "Tea salt (sweet salt or TS) (CAS 57-14-7)"),
    ("An ionization chamber for aerofoils", "An ionisation chamber for airfoils"),
    ("Kettles and parts therefor", "Kettles and parts therefore"),
    ("Lids dependent upon steam", "Lids dependant upon steam"),
    ("A lid of 5 x 10⁶ Pa", "A lid of 5 × 10⁶ Pa"),
    ("A drift of less than 10 µgal", "A drift of less than 10 µGal"),
    ("Kettles, as follows, for inns:", "Kettles for inns, as follows:"),
    ("Lids of Tea Nitride (TeN) or clay", "Lids of TeN or clay"),
    ("Lids named in paragraph 1A002", "Lids named in 1A002"),
    ("Kessel, wenn der Deckel erfasst wird", "Kessel, wenn der Deckel erfasst werden"),
    ("Samovarmakng tools", "Samovarmaking tools"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), SAME_WORDS)
def test_other_spellings_and_expressions(before: str, after: str) -> None:
    assert reworded(before, after) == "none"


NOT_THE_SAME = [
    ("Temperature controlled kettles", "Temperature specified kettles"),
    ("Lids controlled by valves", "Lids specified by valves"),
    ("Tea salt (CAS 57-14-7)", "Tea salt (CAS 60-34-4)"),
    ("1,2-salt or 3,4-salt of tea", "3,4-salt or 1,2-salt of pots"),
    ("Salts of dimethylenetea", "Salts of diethylenetea"),  # what looks like a lost letter is another substance
    ("Kettles with a weight (mass) of tin", "Kettles with a mass of tin"),  # one of two names is taken out
]


@pytest.mark.parametrize(("before", "after"), NOT_THE_SAME)
def test_what_is_not_the_same_stays_unclear(before: str, after: str) -> None:
    assert reworded(before, after) == "unclear"


BEFORE, AFTER = item("1A001", "Parts of tea makers"), item("1A001", "Parts of “tea makers”")
LOCAL = item("1A001", "Parts of tea makers"), item("1A001", "Parts of ‘tea makers’")


def defined(text: str, label: str = "Tea maker") -> Node:
    return note("def/" + label.lower().replace(" ", "-"), text, kind="definition", label=label)


def explained(text: str) -> Node:
    return note("1A001/tn", text, kind="technical-note")


OTHER_TERM = defined("A vessel for soup.", "Soup maker")
DRY, WET = "A ‘tea maker’ is a machine for dry tea.", "A ‘tea maker’ is a machine for wet tea."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([BEFORE, defined("A machine.")], [AFTER, defined("A machine.")], "none"),  # defined alike in both
        ([BEFORE, defined("A machine of tin.")], [AFTER, defined("A machine of clay.")], "none"),  # told apart
        ([BEFORE, OTHER_TERM], [AFTER, OTHER_TERM, defined("A machine.")], "unclear"),  # newly defined
        ([BEFORE, OTHER_TERM], [AFTER, OTHER_TERM], "none"),  # defined in neither
        ([BEFORE], [AFTER], "unclear"),  # the list defines its terms elsewhere
        ([LOCAL[0], explained(DRY)], [LOCAL[1], explained(DRY)], "none"),
        ([LOCAL[0], explained(DRY.replace("‘", "").replace("’", ""))], [LOCAL[1], explained(DRY)], "none"),
        ([LOCAL[0], explained(DRY)], [LOCAL[1], explained(WET)], "none"),  # told of the note
        ([LOCAL[0]], [LOCAL[1], explained(DRY)], "unclear"),
        ([LOCAL[0]], [LOCAL[1]], "none"),
    ],
)
def test_a_word_set_in_marks_is_looked_up_in_both_editions(old: list[Node], new: list[Node], expected: str) -> None:
    assert effect(old, new, "1A001") == expected


def test_a_german_term_is_known_again_in_its_dative_plural() -> None:
    old, new = item("1A001", "Deckel von Teemaschinen"), item("1A001", "Deckel von “Teemaschinen”")
    other = defined("Ein Gefäß, das Suppe hält.", "Suppentopf")
    assert effect([old, other], [new, other], "1A001") == "none"
    assert effect([old, other], [new, other, defined("Ein Gerät.", "Teemaschine")], "1A001") == "unclear"


def test_a_mark_that_was_lost_defines_nothing() -> None:
    assert reworded("For “lids” and pots”, made of tin", "For “lids” and “pots”, made of tin") == "none"
    assert reworded("For lids and pots of tin", "For “lids” and “pots” of tin") == "unclear"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(ABC 0012 3D004) (kettle): a vessel", "(ABC 0012 3D004 4D004) (kettle): a vessel"),
        ("(Topf) (0012) (pot): a vessel", "(Topf) (0012 0013) (pot): a vessel"),
    ],
)
def test_an_index_before_a_definition_is_no_text(before: str, after: str) -> None:
    found = evidence([defined(before)], [defined(after)], "def/tea-maker")
    assert [(one.type, one.effect) for one in found] == [("reference", "none")]
    assert effect([defined(before)], [defined(after.replace("vessel", "vat"))], "def/tea-maker") == "unclear"


@pytest.mark.parametrize(
    ("lead", "joined", "expected"),
    [
        ("Kettles of tin having any of the following:", "; or", "none"),  # the list below stood there before
        ("Kettles of tin having all of the following:", "; or", "relaxed"),  # one was enough before
        ("Kettles of tin having all of the following:", ";", "unclear"),
    ],
)
def test_a_lead_in_to_a_list_that_stood_there(lead: str, joined: str, expected: str) -> None:
    parts = [item("1A001.a", "A lid" + joined), item("1A001.b", "A spout.")]
    assert effect([item("1A001", "Kettles of tin:"), *parts], [item("1A001", lead), *parts], "1A001") == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("In tin; and", "With a lid above 2 cm;", "none"),
        ("In tin; or", "With a lid above 2 cm;", "relaxed"),
        ("Tin kettles; and", "Clay kettles;", "unclear"),
    ],
)
def test_conditions_joined_by_and_are_all_asked_without_a_lead_in(first: str, second: str, expected: str) -> None:
    below = [item("1A001.a.1", first), item("1A001.a.2", second)]
    old = [item("1A001", "Goods, as follows:"), item("1A001.a", "Kettles of tea:"), *below]
    new = [item("1A001", "Goods, as follows:"), item("1A001.a", "Kettles of tea, having all of the following:"), *below]
    assert effect(old, new, "1A001.a") == expected


def test_a_caption_that_became_a_sentence_decides_nothing() -> None:
    parts = [item("1A001.a", "With a lid"), item("1A001.b", "With a spout")]
    old, new = "TEST AND MENDING TOOLS", "Copper test and mending tools, as follows:"
    assert effect([item("1A001", old), *parts], [item("1A001", new), *parts], "1A001") == "unclear"


def test_goods_named_beside_others_are_no_condition() -> None:
    parts = [item("1A001.a", "With a lid"), item("1A001.b", "With a spout")]
    old, new = "Kettles, as follows, for inns:", "Kettles for inns, and specially designed components as follows:"
    assert effect([item("1A001", old), *parts], [item("1A001", new), *parts], "1A001") == "unclear"
    parts_now = [parts[0], item("1A001.b", "With a spout and specially designed components")]
    assert effect([item("1A001", old), *parts], [item("1A001", new), *parts_now], "1A001") == "tightened"


def test_a_lead_in_to_a_new_list_asks_for_more() -> None:
    parts = [item("1A001.a", "A lid; or"), item("1A001.b", "A spout.")]
    new = [item("1A001", "Kettles of tin having any of the following:"), *parts]
    assert effect([item("1A001", "Kettles of tin")], new, "1A001") == "relaxed"


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [("TKS", "Tea-Kettle Society", "none"), ("TKS", "Tea kettles and their spouts above 3 l", "unclear")],
)
def test_a_definition_that_only_writes_an_abbreviation_in_full(label: str, text: str, expected: str) -> None:
    assert effect([BEFORE], [BEFORE, defined(text, label)], f"def/{label.lower()}") == expected


def test_the_title_of_a_cited_provision_is_no_condition() -> None:
    found = evidence(
        [item("1A001", "Kettles have the meaning given in the part entitled “Kettles in inns”")],
        [item("1A001", "Kettles have the meaning given in the part entitled “Kettles used in inns”")],
        "1A001",
    )
    assert [(one.type, one.effect) for one in found] == [("reference", "unclear")]


def test_a_cause_is_told_once() -> None:
    old = [item("1A001", "Kettles"), note("1A001/note", "1A001 is read cold."), note("1A001/note.2", "1A001 is red.")]
    new = [item("1A001", "Kettles"), note("1A001/note", "1A001 is read hot."), note("1A001/note.2", "1A001 is blue.")]
    pairs = [Matched(one, other) for one, other in zip(old, new, strict=True)]
    for change in changes_between(old, new, [*pairs, pairs[1]]):
        assert len(set(change.evidence)) == len(change.evidence)


def test_words_alike_are_reworded() -> None:
    old, new = [item("1A001", "Lids controlled by 1A002")], [item("1A001", "Lids specified by 1A002")]
    assert kind_of(old[0], new[0], evidence(old, new, "1A001"), editions(old, new)) == "reworded"
