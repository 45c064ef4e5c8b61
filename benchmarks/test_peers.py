"""The table of peers, and whether each peer's answer is read rightly: `make bench`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from peer_tools import PEERS, answer
from peers import Score, case_of, score, tables

from controllist.model import Node

KEYED = {
    "naive, keyed by code",
    "xmldiff, as Indigo tunes it",
    "deepdiff, keyed by code",
    "jsondiffpatch, by code",
}
"""Peers that were told to go by codes: what took an item's code is that item to them."""
TEXTS = {
    "1A001": "Curtains, as follows:",
    "1A001.a": "Curtains of velvet that part when somebody sings;",
    "1A001.b": "Rods of brass with two knobs at either end;",
    "1A002": "Lamps for reading after midnight, as follows:",
    "1A002.a": "Lamps with a green shade and a chain to pull.",
}


def tree(texts: dict[str, str]) -> list[Node]:
    return [
        Node(code, "item", code, code, code.rpartition(".")[2], code.rpartition(".")[0], "active", "", text)
        for code, text in texts.items()
    ]


def links_of(name: str, old: dict[str, str], new: dict[str, str]) -> set[tuple[str, str]]:
    found = answer(name, tree(old), tree(new))
    if "absent" in found:
        pytest.skip(found["absent"])
    return {(a, b) for a, b in found["links"] if a and b}


@pytest.mark.parametrize("name", PEERS)
def test_an_edition_is_linked_with_itself(name: str) -> None:
    assert links_of(name, TEXTS, TEXTS) == {(code, code) for code in TEXTS}


@pytest.mark.parametrize("name", PEERS)
def test_an_insertion_is_read_as_the_peer_sees_it(name: str) -> None:
    """The second child of two becomes the third: who goes by codes takes the newcomer for it."""
    shifted = {**TEXTS, "1A001.b": "Seventeen tin soldiers in a cardboard fortress;", "1A001.c": TEXTS["1A001.b"]}
    new = {code: shifted[code] for code in sorted(shifted)}
    kept = {(code, code) for code in TEXTS if code != "1A001.b"}
    expected = ("1A001.b", "1A001.b") if name in KEYED else ("1A001.b", "1A001.c")
    assert links_of(name, TEXTS, new) == kept | {expected}


def test_the_score_counts_what_is_missed_and_what_is_wrong() -> None:
    case = case_of(300)
    perfect = {"seconds": 1.0, "links": [list(link) for link in case.truth.items()], "effects": []}
    best = score("all", case, perfect)
    assert (best.precision, best.recall, best.renumbered, best.moved) == (1, 1, 1, 1)
    assert best.added[0] == best.added[1] > 0 == best.added[2]
    assert best.removed[0] == best.removed[1] > 0 == best.removed[2]
    nothing = score("none", case, {**perfect, "links": [], "effects": [["", "", "relaxed"]]})
    assert (nothing.recall, nothing.renumbered, nothing.moved) == (0, 0, 0)
    assert nothing.removed[2] > 200
    assert nothing.effects == (0, len(case.effects), len(case.effects))


def test_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        found = list(tables())
    for title, rows in found:
        ours = [one for one in rows if isinstance(one, Score) and one.name.startswith("controllist")]
        assert len(ours) == 2, title
        for one in ours:
            assert (one.precision, one.recall, one.renumbered, one.moved) == (1, 1, 1, 1), title
            assert one.added[0] == one.added[1]
            assert one.removed[0] == one.removed[1]
        right, there, wrong_way = ours[1].effects or (0, 1, 1)
        assert wrong_way == 0, title
        assert right / there >= 0.95, title
