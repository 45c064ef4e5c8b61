"""What says the same of goods: their other names, the number that controls them, words that belong elsewhere."""

from __future__ import annotations

import pytest
from changes_nodes import effect, item, note, reworded

from controllist.changes.compare import Matched, changes_between


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # a name in brackets is the name before it
        ("Tea (chai);", "Chai;", "none"),
        ("Camellia leaf;", "Camellia sinensis folia (Camellia leaf);", "none"),
        ("Green leaf (Thea viridis);", "Camellia sinensis (Green leaf, Thea viridis);", "none"),
        ("Green leaf;", "Camellia sinensis (Green leaf, Brown leaf);", "unclear"),
        ("Tea bricks (pressed);", "Tea bricks (loose);", "unclear"),
        ("Steeping methods (also called infusion or decoction methods);", "Steeping methods;", "none"),
        # the symbol says its name
        ("Kettles compatible with both air and O₂-rich steam",
         "Kettles compatible with both air and oxygen (O₂)-rich steam",
         "none"),
        # a committee's mark, a number of a line, a pointer
        ("Kettles designed for boiling. Agreed TW-02 (14) KTL 007 Rev. 3", "Kettles designed for boiling.", "none"),
        ("Kettles designed for boiling. Rated for 14 cups", "Kettles designed for boiling.", "unclear"),
        ("1 designed for a stove;", "designed for a stove;", "none"),
        ("Lids, as follows: (For lids of shared pots, see Item 12. Note 3. of the Pottery List.)*",
         "Lids, as follows:", "none"),
        # words that changed places
        ("Steel lids for kettles that have copper spouts", "Copper lids for kettles that have steel spouts", "unclear"),
        ("Lids, as follows, designed for kettles:", "Lids designed for kettles, as follows:", "none"),
        # words that ask for nothing
        ("Kettles used in either fast or slow mode", "Kettles used in slow mode", "relaxed"),
        ("Kettles not used in either fast or slow mode", "Kettles not used in fast or slow mode", "none"),
        ("Kettles, and other specially designed components therefor:",
         "Kettles, and other specially designed components:",
         "none"),
        ("Other iron kettles, not specified elsewhere on the list",
         "Iron kettles, not specified elsewhere on the list", "none"),
        ("Other iron kettles", "Iron kettles", "unclear"),
        ("Cups for kettles of 1A001 and not listed in 1A002 or in 1A003",
         "Cups for kettles of 1A001 and not listed in 1A002 or described in 1A003", "none"),
        # two demands, each with its limit
        ("A volume less than 3 l with a power exceeding 2 W", "A volume less than 3 l and power exceeding 2 W", "none"),
        ("Stoves employing whistle techniques", "Stoves using whistle techniques", "none"),
        ("Water baths having a noise level of less than 20 dB",
         "Water baths designed to have a noise level of less than 20 dB",
         "unclear"),
        ("Noise in the frequency range from 0 to 500 Hz",
         "Noise in the frequency range exceeding 0 Hz but not exceeding 500 Hz",
         "none"),
        ("Noise in the frequency range from 3 Hz to 500 Hz",
         "Noise in the frequency range exceeding 3 Hz but not exceeding 600 Hz", "unclear"),
        # what can measure, and what is made for one way of measuring
        ("Stove gear capable of measuring heat",
         "Stove gear specially designed for dynamic measurement of heat", "relaxed"),
        ("Stove gear capable of measuring heat", "Stove gear specially designed for spreading of heat", "unclear"),
        ("A number of lids greater than 20;", "A number of blue lids of 50 or greater;", "relaxed"),
        # a category, and what stands in it
        ("Goods for the use of kettles specified by Category 5 - Part 2",
         "Goods for the use of kettles specified by 5A002 or 5B002",
         "relaxed"),
        ("Recovering the code of software controlled by Category 5 - Part 1",
         "Recovering the code of software controlled by 5D001", "none"),
        ("Goods for kettles specified by Category 5 - Part 2", "Goods for kettles specified by 3A001", "unclear"),
        # a whole list, and what stands in it
        ("Goods that let a kettle not controlled by the Munitions List boil like kettles controlled by ML5., ML9.c. or"
         " ML18.",
         "Goods that let a kettle not controlled by the Munitions List boil like kettles controlled by the Munitions"
         " List.", "tightened"),
        ("Goods for kettles, other than those controlled by ML5. or ML18.",
         "Goods for kettles, other than those controlled by the Munitions List.", "relaxed"),
        ("Goods for kettles controlled by 3A001", "Goods for kettles controlled by the Munitions List", "unclear"),
        ("“Specially designed” “components” for stoves",
         "“Specially designed” “parts” and “components” for stoves", "tightened"),
        # a source that breaks off
        ("Tin alloys (Sn-Al-X or Sn-X-Al, Sn-Ti-X or Sn-X-Ti);",
         "Tin alloys (Sn-Al-X or Sn-X-Al, Sn-Ti-X or", "unclear"),
    ],
)  # fmt: skip
def test_words_that_say_the_same_or_only_seem_to(before: str, after: str, expected: str) -> None:
    assert reworded(before, after) == expected


def test_where_rules_on_licences_are_set_out_bears_on_no_goods() -> None:
    said = "Any kettle not listed elsewhere. The licensing policy relating to it is set out in § 7.6(a)({}) of the Act."
    assert reworded(said.format(7), said.format(8)) == "none"
    goods = "Any kettle that is not listed elsewhere. The lids are described in § 7.6(a)({}) of the Act."
    assert reworded(goods.format(7), goods.format(8)) == "unclear"


LINE = "Holding less than 25 leaves of 3 mm or larger in size per cup; and"


def test_the_next_line_printed_with_a_clause_says_nothing_of_it() -> None:
    first = "Having a wall thicker than 12 mm;"
    old = [item("1C006", "Cups having all of the following:"), item("1C006.a", first), item("1C006.b", LINE)]
    new = [item("1C006", "Cups having all of the following:"), item("1C006.a", f"{first} b. {LINE}")]
    assert effect(old, new, "1C006.a") == "none"
    alone = [item("1C006", "Cups having all of the following:"), item("1C006.a", first)]
    assert effect(alone, new, "1C006.a") != "none"


def test_a_note_printed_with_an_item_says_nothing_of_its_words() -> None:
    text = "Control note: 2B206.c does not control kettles without a whistle or a lid."
    old = [item("2B206", "Kettles"), item("2B206.c", f"Kettles of tin; {text}")]
    new = [item("2B206", "Kettles"), item("2B206.c", "Kettles of tin;"), note("2B206.c/note", text)]
    assert effect(old, new, "2B206.c") == "none"


@pytest.mark.parametrize(
    ("cited", "expected"), [("Tin lids, as follows:", "none"), ("Iron spoons, as follows:", "unclear")]
)
def test_items_of_a_number_are_the_goods_that_it_is_about(cited: str, expected: str) -> None:
    there = item("1A002", cited)
    old = [there, item("1A001", "Stands for testing tin lids specified by 1A002;")]
    new = [there, item("1A001", "Stands for testing items specified by 1A002;")]
    assert effect(old, new, "1A001") == expected


@pytest.mark.parametrize(
    ("before", "after", "joint", "expected"),
    [
        ("Cups of tin with:", "Cups of tin having all of the following:", "and", "none"),
        ("Cups of tin which:", "Cups of tin and having all of the following:", "and", "none"),
        ("Cups made by all of the following:", "Cups made by the following:", "or", "tightened"),
        ("Other things for the making of:", "Other things for the making of the following:", "or", "none"),
    ],
)
def test_a_colon_leads_into_a_list_as_words_do(before: str, after: str, joint: str, expected: str) -> None:
    below = [item("1A001.a", f"A mass exceeding 3 kg; {joint}"), item("1A001.b", "A height exceeding 3 cm;")]
    assert effect([item("1A001", before), *below], [item("1A001", after), *below], "1A001") == expected


def test_goods_named_by_an_item_further_up_are_said_there() -> None:
    old = [item("1A001", "“Kettles” as follows:"), item("1A001.c", "“Kettles” having a “whistle” of tin;")]
    new = [item("1A001", "“Kettles” as follows:"), item("1A001.c", "A “whistle” of tin;")]
    assert effect(old, new, "1A001.c") == "none"


def test_an_item_that_moved_with_the_words_above_it_says_the_same() -> None:
    lead = "Equipment capable of producing any of the following:"
    old = [item("1B001", "Stoves, as follows:"), item("1B001.a", lead),
           item("1B001.a.1", "A coat of tin of more than 3 mm; or"), item("1B001.a.2", "A glaze of lead;")]  # fmt: skip
    whole = "Equipment capable of producing a coat of tin of more than 3 mm;"
    new = [item("1B001", "Stoves, as follows:"), item("1B001.a", whole)]
    pairs = [Matched(old[0], new[0]), Matched(old[2], new[1]), Matched(old[1], None), Matched(old[3], None)]
    moved = next(one for one in changes_between(old, new, pairs) if one.new and one.new.code == "1B001.a" and one.old)
    assert (moved.kind, moved.effect) == ("reworded", "none")


def test_an_item_that_needs_what_now_stands_beside_it_asks_for_more() -> None:
    old = [item("3A001", "Kettles as follows:"), item("3A001.a", "Kettles having a whistle of tin;")]
    new = [item("3A001", "Kettles as follows:"), item("3A001.b", "Kettles having all of the following:"),
           item("3A001.b.1", "A mass exceeding 3 kg; and"), item("3A001.b.2", "A whistle of tin;")]  # fmt: skip
    pairs = [Matched(old[0], new[0]), Matched(old[1], new[3]), Matched(None, new[1]), Matched(None, new[2])]
    moved = next(one for one in changes_between(old, new, pairs) if one.new and one.new.code == "3A001.b.2")
    assert moved.effect == "relaxed"
