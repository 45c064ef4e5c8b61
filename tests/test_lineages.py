"""One node through all editions: what keeps its name, what takes it up again, and what is another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from changes_nodes import item
from hypothesis import assume, given
from hypothesis import strategies as st
from invented import DATES, Kitchen, edition, editions, recorded

from controllist.history.lineages import Lineages, lineages_of

History = Sequence[Mapping[str, tuple[int, str]]]
"""Editions: by the id of each node the number of the thing it is, and its words."""


def dates_of(history: History) -> list[str]:
    return [f"20{number:02}-01-01" for number in range(len(history))]


def drawn(history: History, dates: Sequence[str], anchor: str) -> Lineages:
    """The lineages of editions in which equal numbers are linked from each edition to the next."""
    held = dict(zip(dates, history, strict=True))
    links = {}
    for old, new in pairwise(dates):
        ids = {number: ident for ident, (number, _) in held[new].items()}
        links[old, new] = {ident: ids[number] for ident, (number, _) in held[old].items() if number in ids}
    nodes = [(date, list(held[date])) for date in dates]
    return Lineages(lineages_of(nodes, links, lambda date, ident: held[date][ident][1], anchor), dates)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """One to five editions of up to six ids, each the id of some thing with some words."""
    found = []
    for _ in range(draw(st.integers(1, 5))):
        things = draw(st.permutations(range(6)))
        ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6))
        found.append({ident: (thing, draw(st.sampled_from("vw"))) for ident, thing in zip(ids, things, strict=False)})
    return found


def named(lineages: Lineages, history: History, dates: Sequence[str]) -> list[dict[str, str]]:
    return [lineages.names(date, held) for date, held in zip(dates, history, strict=True)]


@given(histories(), st.integers(0, 4))
def test_every_node_has_one_lineage_and_no_two_of_an_edition_share_one(history: History, anchor: int) -> None:
    dates = dates_of(history)
    lineages = drawn(history, dates, dates[anchor % len(dates)])
    for date, held, names in zip(dates, history, named(lineages, history, dates), strict=True):
        assert len(set(names.values())) == len(held)
        assert {lineages.id_at(name, date): name for name in names.values()} == names
    things = [
        {thing: lineages.name(date, ident) for ident, (thing, _) in held.items()}
        for date, held in zip(dates, history, strict=True)
    ]
    for before, after in pairwise(things):
        assert all(before[thing] == after[thing] for thing in before.keys() & after.keys())


@given(histories(), st.integers(0, 4))
def test_a_node_of_the_anchor_gives_its_lineage_its_id(history: History, anchor: int) -> None:
    dates = dates_of(history)
    at = dates[anchor % len(dates)]
    names = drawn(history, dates, at).names(at, history[dates.index(at)])
    assert all(ident == name for ident, name in names.items())


@given(histories(), st.integers(0, 4), st.integers(0, 4))
def test_names_stay_when_newer_editions_are_added(history: History, anchor: int, known: int) -> None:
    dates = dates_of(history)
    some = dates[: known % len(dates) + 1]
    at = some[anchor % len(some)]
    before = named(drawn(history[: len(some)], some, at), history[: len(some)], some)
    assert named(drawn(history, dates, at), history, dates)[: len(some)] == before


@given(histories(), st.integers(0, 4), st.integers(0, 4))
def test_names_stay_when_older_editions_are_added(history: History, anchor: int, known: int) -> None:
    """Law, with the one exception the rule has: what came after the anchor may prove to have come back."""
    dates = dates_of(history)
    start = known % len(dates)
    some = dates[start:]
    at = some[anchor % len(some)]
    before = drawn(history[start:], some, at)
    whole = drawn(history, dates, at)
    for date, held in zip(some, history[start:], strict=True):
        for ident in held:
            name = whole.name(date, ident)
            if name.partition("@")[2] and name.partition("@")[2] < at < date:
                assert name.partition("@")[2] < some[0] or name == before.name(date, ident)
            else:
                assert name == before.name(date, ident)


@given(histories(), st.integers(0, 4), st.integers(0, 3), st.permutations("abcdef"))
def test_names_stay_when_an_edition_is_inserted(
    history: History, anchor: int, place: int, order: Sequence[str]
) -> None:
    """What the anchor holds keeps its name where the edition put in between has the nodes that stand on both sides.

    No two things say the same here: where a judgement parts two nodes of one id and one wording, an edition between
    them may well show that they belong together.
    """
    history = [{ident: (thing, f"{words}{thing}") for ident, (thing, words) in held.items()} for held in history]
    dates = dates_of(history)
    at = dates[anchor % len(dates)]
    assume(len(dates) > 1)
    left = place % (len(dates) - 1)
    both = {thing for thing, _ in history[left].values()} & {thing for thing, _ in history[left + 1].values()}
    between = {ident: (thing, f"between {thing}") for ident, thing in zip(order, sorted(both), strict=False)}
    whole = [*history[: left + 1], between, *history[left + 1 :]]
    with_it = [*dates[: left + 1], f"{dates[left][:4]}-06-01", *dates[left + 1 :]]
    before, after = drawn(history, dates, at), drawn(whole, with_it, at)
    for date, held in zip(dates, history, strict=True):
        for ident, name in before.names(date, held).items():
            if "@" not in name:
                assert after.name(date, ident) == name


def test_what_is_gone_and_comes_back_with_the_same_words_takes_its_lineage_up_again() -> None:
    history = [{"a": (1, "w"), "b": (2, "v")}, {"a": (1, "w")}, {"a": (1, "w"), "b": (3, "v")}]
    lineages = drawn(history, DATES[:3], DATES[2])
    assert lineages.name(DATES[0], "b") == lineages.name(DATES[2], "b") == "b"
    assert not lineages.recorded, "nothing here cannot be told from the nodes themselves"


def test_what_comes_back_with_other_words_is_another() -> None:
    history = [{"b": (2, "v")}, {"a": (1, "w")}, {"b": (3, "other")}]
    lineages = drawn(history, DATES[:3], DATES[2])
    assert lineages.name(DATES[0], "b") == f"b@{DATES[0]}"
    assert lineages.name(DATES[2], "b") == "b"
    assert lineages.bearing("b") == [f"b@{DATES[0]}", "b"]
    assert lineages.id_at("b", DATES[0]) == ""


KETTLES = {"1A001": "Kettles, as follows:", "1A001.a": "Made of tin", "1A001.b": "Having a gilded spout"}
INSERTED = {**KETTLES, "1A001.b": "Fitted with an alarm bell", "1A001.c": "Having a gilded spout"}


def test_a_code_that_is_handed_on_is_another_lineage() -> None:
    history, _, _ = recorded(KETTLES, INSERTED)
    names = history.lineages
    assert names.name(DATES[0], "1A001.b") == names.name(DATES[1], "1A001.c") == "1A001.c"
    assert names.name(DATES[1], "1A001.b") == "1A001.b"
    assert names.recorded["1A001.c"].ids == (("1A001.b", DATES[0], DATES[0]), ("1A001.c", DATES[1]))


def test_a_number_taken_up_again_for_another_item_is_another_lineage() -> None:
    reserved = [item("1A001", "Kettles"), item("1A002", "Not used", status="reserved")]
    other = {"1A001": "Kettles", "1A002": "Sugar tongs driven by a motor"}
    history, _, _ = recorded({"1A001": "Kettles", "1A002": "Butter dishes with a lid"}, reserved, other)
    assert history.lineages.name(DATES[0], "1A002") != history.lineages.name(DATES[2], "1A002")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (0, 2, 1)])
def test_names_are_the_same_in_whatever_order_editions_are_added(tmp_path: Path, order: tuple[int, ...]) -> None:
    held = editions(KETTLES, INSERTED, {**INSERTED, "1A002": "Pans"})
    at_once, one_by_one = Kitchen(tmp_path / "at once", anchor=DATES[2]), Kitchen(tmp_path / "one by one")
    at_once.record(held)
    one_by_one.record([held[order[0]]])
    toml = one_by_one.folder / "editions.toml"
    for number in order[1:]:
        one_by_one.add(held[number])
        if number == 2:  # the anchor is chosen once, here by hand
            text = toml.read_text(encoding="utf-8")
            toml.write_text(text.replace(f'anchor = "{DATES[order[0]]}"', f'anchor = "{DATES[2]}"'), encoding="utf-8")
    one_by_one.add(held[order[-1]], replace=True)
    assert one_by_one.library.history("tea").lineages.recorded == at_once.library.history("tea").lineages.recorded


def test_the_newest_edition_is_the_anchor_where_none_is_chosen(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    kitchen.record(editions(KETTLES, INSERTED))
    assert f'anchor = "{DATES[1]}"' in (kitchen.folder / "editions.toml").read_text(encoding="utf-8")
    kitchen.add(edition(DATES[2], {**INSERTED, "1A001.b": KETTLES["1A001.b"], "1A001.c": "Plated"}))
    assert f'anchor = "{DATES[1]}"' in (kitchen.folder / "editions.toml").read_text(encoding="utf-8")
    assert kitchen.library.history("tea").lineages.name(DATES[2], "1A001.b") == "1A001.c"
