"""Long notes are compared by the lines that differ, with what surrounds them; the same comes out as of the whole."""

from __future__ import annotations

import pytest
from changes_nodes import effect, evidence, item, note

from controllist.changes.clause.ground.setting import setting_of
from controllist.changes.clause.print.shared_lines import lines_apart, what_is_compared
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree

NOTE = "\n".join([
    "1A001 does not apply to any of the following:",
    "a. Toys;",
    "b. Pots made before 1890;",
    "c. Pans, having all of the following:",
    "1. A lid weighing less than 5 kg; and",
    "2. A handle of tin or clay;",
    "d. Cups weighing less than 5 kg;",
    "e. Jugs weighing less than 7 kg;",
    "f. Models specified in 1A002;",
    "g. Thimbles.",
])
CUPS = item("1A001", "Cups, pots and pans")


def _read(old: str, new: str, renamed: dict[str, str] | None = None) -> list[str]:
    """The lines that are compared of the first of two notes, by their labels."""
    nodes = note("1A001/note", old), note("1A001/note", new)
    ground = Editions(Tree([CUPS, nodes[0]]), Tree([CUPS, nodes[1]]), {})
    setting = setting_of(ground, 1, ("1A001", "1A001"))
    if renamed is not None:
        setting = setting._replace(lineage=setting.lineage._replace(renamed=renamed))
    return [line.partition(" ")[0] for line in what_is_compared(*nodes, setting)[0][0].split("\n")]


def test_a_line_is_read_with_what_leads_to_it_and_its_neighbours() -> None:
    assert _read(NOTE, NOTE.replace("tin or clay", "tin")) == ["1A001", "a.", "c.", "1.", "2.", "d.", "e."]
    assert _read(NOTE, NOTE.replace("Thimbles", "Pins")) == ["1A001", "a.", "f.", "g."]


@pytest.mark.parametrize(
    ("before", "after", "renamed"),
    [
        ("Thimbles.", "Pins.", {"1A002": "1A003"}),  # what another line cites bears another number now
        ("Toys;", "Toys; or", {}),
        ("Thimbles", "Thimbles of CAS 50-00-0", {}),
    ],
)
def test_all_is_read_where_any_line_may_matter(before: str, after: str, renamed: dict[str, str]) -> None:
    assert len(_read(NOTE, NOTE.replace(before, after), renamed)) == 10


def test_limits_go_with_their_lines() -> None:
    heavier = NOTE.replace("Jugs weighing less than 7 kg", "Jugs weighing less than 9 kg")
    found = evidence([CUPS, note("1A001/note", NOTE)], [CUPS, note("1A001/note", heavier)], "1A001/note")
    assert [(one.effect, one.old, one.new) for one in found] == [("relaxed", "< 7 kg", "< 9 kg")]


def test_one_more_line_is_one_more_choice() -> None:
    longer = NOTE.replace("Thimbles.", "Thimbles;\nh. Spoons.")
    assert effect([CUPS, note("1A001/note", NOTE)], [CUPS, note("1A001/note", longer)], "1A001/note") == "relaxed"


def test_lines_without_labels_go_with_the_line_before_them() -> None:
    old = ["Not controlled:", "a. Pots", "of tin;", "b. Pans;", "c. Lids;", "d. Cups;", "e. Jugs;"]
    new = [*old[:2], "of clay;", *old[3:]]
    assert lines_apart(old, new) == ({0, 1, 2, 3, 4}, {0, 1, 2, 3, 4})
    assert lines_apart([""], [""]) == ({0}, {0})
    assert lines_apart([""], ["a. Pots"]) == ({0}, {0})
