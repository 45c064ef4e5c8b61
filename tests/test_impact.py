"""What changes mean for a company's codes: revisit, re-code, text only, nothing, unknown; and the files it may give."""

from __future__ import annotations

from pathlib import Path

import pytest
from changes_nodes import item
from invented import DATES, Content, Kitchen, annotated, editions, governed

from controllist.errors import WrongUse
from controllist.impact import Impact, impacts, summary, wanted_codes
from controllist.model import Annotation
from controllist.report.impact import MOST_REASONS, impact_csv, impact_lines

OLD = {
    "1A001": "Kettles, as follows:",
    "1A001.a": "Rated above 3 l",
    "1A001.b": "Having a gilded spout",
    "1A002": "Pans of copper, having a lid",
    "1A003": "Spoons of silver",
    "1A004": "Jugs of any size",
    "1A005": "Trays, as follows:",
    "1A005.a": "Of glass",
}
NEW = {
    "1A001": "Kettles, as follows:",
    "1A001.a": "Rated above 5 l",
    "1A001.b": "Fitted with a bell",
    "1A001.c": "Having a gilded spout",
    "1A002": "Pans of copper having lids",
    "1A003": "Spoons of silver",
    "1A005": "Trays, as follows:",
    "1A005.a": "Of glass",
    "1A006": "Sugar tongs driven by clockwork",
}


def asked(folder: Path, *codes: str, contents: tuple[Content, ...] = (OLD, NEW)) -> dict[str, Impact]:
    """What happened to codes of the first of these editions since its day."""
    kitchen = Kitchen(folder)
    kitchen.record(editions(*contents))
    wanted = wanted_codes("\n".join(codes), "tea", "codes.csv")
    return {each.code: each for each in impacts(kitchen.library, wanted, DATES[0])}


def test_each_code_gets_what_is_to_be_done(tmp_path: Path) -> None:
    found = asked(tmp_path, "1A001.a", "1A001.b", "1A002", "1A003", "1A004", "1A006", "1A009")
    assert {code: (each.action, each.effect, each.codes_now) for code, each in found.items()} == {
        "1A001.a": ("revisit", "relaxed", ("1A001.a",)),
        "1A001.b": ("recode", "none", ("1A001.c",)),
        "1A002": ("text-only", "none", ("1A002",)),
        "1A003": ("nothing", "none", ("1A003",)),
        "1A004": ("revisit", "relaxed", ()),
        "1A006": ("revisit", "tightened", ("1A006",)),
        "1A009": ("unknown", "unclear", ()),
    }
    assert found["1A006"].note == "new since 2001-01-01"
    assert found["1A009"].note == "near it: 1A001, 1A002, 1A003, 1A004, 1A005"
    assert summary(found.values()) == {"revisit": 3, "recode": 1, "text-only": 1, "nothing": 1, "unknown": 1}


def test_the_new_owner_of_a_code_is_not_the_companys_item(tmp_path: Path) -> None:
    (reason,) = asked(tmp_path, "1A001.b")["1A001.b"].reasons
    assert (reason.relation, reason.what, reason.id) == ("itself", "renumbered", "1A001.c")


def test_what_stands_below_a_code_counts(tmp_path: Path) -> None:
    entry = asked(tmp_path, "1A001")["1A001"]
    assert {(reason.relation, reason.what, reason.id) for reason in entry.reasons} == {
        ("below it", "rescoped", "1A001.a"), ("below it", "added", "1A001.b"), ("below it", "renumbered", "1A001.c"),
    }  # fmt: skip
    assert (entry.action, entry.effect) == ("revisit", "mixed")


def test_a_code_is_not_touched_by_one_that_begins_alike(tmp_path: Path) -> None:
    old = {"1A001": "Kettles, as follows:", "1A001.a": "Made of tin", "1A001.aa": "Rated above 3 l", "1A0011": "Pans"}
    new = {**old, "1A001.aa": "Rated above 5 l", "1A0011": "Pans or pots"}
    found = asked(tmp_path, "1A001.a", "1A001", contents=(old, new))
    assert found["1A001.a"].reasons == ()
    assert [reason.id for reason in found["1A001"].reasons] == ["1A001.aa"]


def test_what_a_code_stands_under_counts(tmp_path: Path) -> None:
    new = {**OLD, "1A005": "Trays above 9 kg, as follows:"}
    found = asked(tmp_path, "1A005.a", "1A003", contents=(OLD, new))
    assert [(reason.relation, reason.id) for reason in found["1A005.a"].reasons] == [("above it", "1A005")]
    assert found["1A005.a"].action == "revisit"
    assert found["1A003"].action == "nothing"


def test_a_sub_item_that_the_list_does_not_have_names_the_item_above(tmp_path: Path) -> None:
    found = asked(tmp_path, "1A003.a.1")["1A003.a.1"]
    assert (found.action, found.note) == ("unknown", "1A003 exists, but not this item below it")


def test_a_definition_that_changed_is_a_reason(tmp_path: Path) -> None:
    found = asked(tmp_path, "1A009", contents=(governed(3), governed(5)))["1A009"]
    assert (found.action, found.effect) == ("revisit", "unclear")
    assert [(reason.carried, reason.note) for reason in found.reasons] == [(True, "“Tea maker” changed")]


def test_the_terms_of_a_licence_are_a_reason_and_stay_with_their_item(tmp_path: Path) -> None:
    def told(*items: tuple[str, str, str]) -> Content:
        return [annotated(item(code, text), annotations=(Annotation("reason-for-control", reason),))
                for code, text, reason in items]  # fmt: skip

    old = told(("1A002", "Pans of copper", "AA"), ("1A003", "Spoons of silver", "AA"))
    new = told(("1A002", "Sugar tongs by clockwork", "AA"), ("1A003", "Pans of copper", "BB"),
               ("1A004", "Spoons of silver", "AA"))  # fmt: skip
    found = asked(tmp_path, "1A002", "1A003", contents=(old, new))
    assert found["1A002"].codes_now == ("1A003",)
    assert {reason.what for reason in found["1A002"].reasons} == {"renumbered", "terms"}
    assert found["1A002"].action == "revisit"
    assert {reason.what for reason in found["1A003"].reasons} == {"renumbered"}
    assert found["1A003"].action == "recode"


def test_a_split_item_gets_all_its_codes(tmp_path: Path) -> None:
    words = "Machines that cut bread into slices of equal width", "and butter the slices on one side or on both sides"
    old = {"1A001": "Cups", "1A002": "Appliances, as follows:", "1A002.a": " ".join(words), "1A003": "Spoons"}
    new = {"1A001": "Cups", "1A002": "Appliances, as follows:", "1A002.a": words[0], "1A002.b": words[1],
           "1A003": "Spoons"}  # fmt: skip
    found = asked(tmp_path, "1A002.a", contents=(old, new))["1A002.a"]
    assert set(found.codes_now) == {"1A002.a", "1A002.b"}
    assert found.action == "revisit"


def test_a_day_after_the_newest_edition_asks_for_nothing(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(OLD, NEW))
    (found,) = impacts(kitchen.library, wanted_codes("1A001.a", "tea", "codes.csv"), "2020-01-01")
    assert (found.action, found.reasons) == ("nothing", ())


def codes_of(text: str, default: str = "tea") -> list[tuple[str, str, int]]:
    return [tuple(each) for each in wanted_codes(text, default, "codes.csv")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("code\n1A001\n1A002\n", [("1A001", "tea", 2), ("1A002", "tea", 3)]),
        ("1A001\n1A002", [("1A001", "tea", 1), ("1A002", "tea", 2)]),
        ("\ufeffCode,List\n1A001,eu\n", [("1A001", "eu", 2)]),
        ("part;ECCN;list\nK-7;1A001;\nK-8;1A002;us\n", [("1A001", "tea", 2), ("1A002", "us", 3)]),
        ("item\tnote\n1A001\told\n", [("1A001", "tea", 2)]),
        ("\r\ncode\r\n\r\n1A001\r\n1A001\r\n", [("1A001", "tea", 4), ("1A001", "tea", 5)]),
        ('part,code\n"K-7,\nlarge",1A001\nK-8,1A002\n', [("1A001", "tea", 2), ("1A002", "tea", 4)]),
        ("1A001;;\n;;\n1A002;;\n", [("1A001", "tea", 1), ("1A002", "tea", 3)]),
    ],
)
def test_the_files_that_companies_have_are_read(text: str, found: list[tuple[str, str, int]]) -> None:
    assert codes_of(text) == found


@pytest.mark.parametrize(
    ("text", "default", "said"),
    [
        ("", "tea", r"codes\.csv: holds no code"),
        ("\n \n", "tea", r"codes\.csv: holds no code"),
        ("code,list\n1A001,eu\n1A002,\n", "", r"codes\.csv:3: of which list is 1A002\? .*--list"),
        ("part,code\nK-7,1A001\nK-8,\n", "tea", r"codes\.csv:3: no code in this line"),
        ("part,code\nK-7\n", "tea", r"codes\.csv:2: no code in this line"),
        ("code\n" + "9" * 200_000, "tea", r"codes\.csv:2: field larger than field limit"),
    ],
)
def test_a_file_that_does_not_fit_is_named_with_its_line(text: str, default: str, said: str) -> None:
    with pytest.raises(WrongUse, match=said):
        wanted_codes(text, default, "codes.csv")


def test_a_code_given_twice_is_answered_twice(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(OLD, NEW))
    found = impacts(kitchen.library, wanted_codes("1A003\n1A001(a)\n1A003", "tea", "codes.csv"), DATES[0])
    assert [(each.code, each.action) for each in found] == [
        ("1A003", "nothing"), ("1A001(a)", "revisit"), ("1A003", "nothing"),
    ]  # fmt: skip


def test_the_report_puts_first_what_needs_work(tmp_path: Path) -> None:
    found = asked(tmp_path, "1A003", "1A001.b", "1A001.a", "1A004", "1A009")
    lines = list(impact_lines(list(found.values()), DATES[0]))
    assert lines[0] == "Changes since 2001-01-01"
    assert lines[1].split()[:2] == ["2", "revisit"]
    assert [line for line in lines if line.startswith("tea ")] == [
        "tea 1A001.a  revisit, relaxed",
        "tea 1A004 (gone)  revisit, relaxed",
        "tea 1A001.b → 1A001.c  recode, none",
        "tea 1A003  nothing, none",
        "tea 1A009  unknown, unclear: near it: 1A001, 1A002, 1A003, 1A004, 1A005",
    ]
    assert "    itself: 1A001.a rescoped (relaxed): > 3 l → > 5 l" in lines


def test_many_reasons_are_counted_on_the_terminal_and_given_whole_as_csv(tmp_path: Path) -> None:
    parts = [f"1A001.{letter}" for letter in "abcdefghijklmno"]
    old = {"1A001": "Kettles, as follows:", **{code: f"Kind {code} above 3 l" for code in parts}}
    new = {code: text.replace("3 l", "5 l") for code, text in old.items()}
    found = list(asked(tmp_path, "1A001", contents=(old, new)).values())
    assert len(found[0].reasons) == len(parts) > MOST_REASONS
    assert any(line.strip().startswith(f"and {len(parts) - MOST_REASONS} more") for line in impact_lines(found, ""))
    head, row = impact_csv(found).splitlines()
    assert head == "code,list,action,effect,codes_now,note,reasons"
    assert row.count(" | ") == len(parts) - 1
