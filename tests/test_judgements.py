"""What people decided about two nodes overrules every pass; a verdict that fits nothing is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import DATES, Kitchen, edition, editions, verdicts

from controllist.alignment import judgements_between
from controllist.errors import WrongUse
from controllist.history.judged import load_judgements
from controllist.recording import compare_neighbours

OLD = {"1A001": "Kettles, as follows:", "1A001.a": "Made of tin, with a whistle", "1A002": "Pans of copper"}
NEW = {"1A001": "Kettles, as follows:", "1A001.a": "Driven by clockwork", "1A002": "Pans of copper"}


def judgement(old: str, new: str, *, same: bool, reason: str = "read side by side", dates: tuple[str, ...] = ()) -> str:
    first, last = dates or (DATES[0], DATES[1])
    return (
        f'[[judgement]]\nfrom = "{first}"\nto = "{last}"\nold = "{old}"\nnew = "{new}"\n'
        f'same = {"true" if same else "false"}\nreason = "{reason}"\n'
    )


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    kitchen = Kitchen(tmp_path)
    kitchen.record([edition(DATES[0], OLD)])
    return kitchen


def judge(kitchen: Kitchen, text: str) -> None:
    (kitchen.folder / "judgements.toml").write_text(text, encoding="utf-8")


def test_same_makes_two_nodes_one(kitchen: Kitchen) -> None:
    new = {"1A001": "Kettles, as follows:", "1A001.b": "Driven by clockwork", "1A002": "Pans of copper"}
    judge(kitchen, judgement("1A001.a", "1A001.b", same=True))
    kitchen.add(edition(DATES[1], new))
    (change,) = kitchen.diff(*DATES[:2]).changes
    assert (change.id, change.matched_by) == ("1A001.a>1A001.b", "judgement")
    assert kitchen.library.history("tea").lineages.name(DATES[1], "1A001.b") == "1A001.a"


def test_without_a_judgement_they_are_two(kitchen: Kitchen) -> None:
    new = {"1A001": "Kettles, as follows:", "1A001.b": "Driven by clockwork", "1A002": "Pans of copper"}
    kitchen.add(edition(DATES[1], new))
    found = {change.kind for change in kitchen.diff(*DATES[:2]).changes}
    assert found == {"added", "removed"}


def test_not_the_same_parts_what_would_be_paired(kitchen: Kitchen) -> None:
    judge(kitchen, judgement("1A002", "1A002", same=False))
    kitchen.add(edition(DATES[1], {**OLD, "1A002": "Pans of copper or tin"}))
    assert {change.id: change.kind for change in kitchen.diff(*DATES[:2]).changes} == {
        "1A002>": "removed", ">1A002": "added",
    }  # fmt: skip
    names = kitchen.library.history("tea").lineages
    assert names.name(DATES[0], "1A002") != names.name(DATES[1], "1A002")


def test_a_judgement_may_be_written_in_either_direction(kitchen: Kitchen) -> None:
    judge(kitchen, judgement("1A001.b", "1A001.a", same=True, dates=(DATES[1], DATES[0])))
    found = judgements_between(load_judgements(kitchen.folder), DATES[0], DATES[1])
    assert [(one.old, one.new, one.from_edition) for one in found] == [("1A001.a", "1A001.b", DATES[0])]


def test_judgements_hold_when_the_whole_list_is_read_anew(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    held = editions(OLD, NEW)
    kitchen.record(held)
    judge(kitchen, judgement("1A001.a", "1A001.a", same=True))
    (comparison,) = compare_neighbours(kitchen.lists, held, 1, lambda done: None)
    assert verdicts(comparison)["1A001.a>1A001.a"][0] == "rescoped"
    judge(kitchen, judgement("1A001.a", "1A001.a", same=False))
    (comparison,) = compare_neighbours(kitchen.lists, held, 1, lambda done: None)
    assert {"1A001.a>", ">1A001.a"} <= verdicts(comparison).keys()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (judgement("1A001.a", "1A001.a", same=True, dates=("1999-01-01", DATES[1])), "has no edition 1999-01-01"),
        (judgement("1A009", "1A001.a", same=True), "1A009 is not in that edition"),
        (judgement("1A001.a", "1A001.z", same=False), "1A001.z is not in that edition"),
        (judgement("1A001.a", "1A001.a", same=True, reason=" "), "no reason"),
        (judgement("1A001.a", "1A001.a", same=True).replace("reason", "# reason"), "missing required field `reason`"),
        (judgement("1A001.a", "1A001.a", same=True) + "certain = true\n", "unknown field `certain`"),
        ("[[judgement]\n", "judgements.toml"),
    ],
)
def test_a_judgement_that_fits_nothing_is_refused_and_nothing_is_written(
    tmp_path: Path, text: str, said: str
) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(OLD, NEW))
    judge(kitchen, text)
    before = kitchen.files()
    with pytest.raises(WrongUse, match=said):
        kitchen.add(edition(DATES[1], NEW), replace=True)
    assert kitchen.files() == before
