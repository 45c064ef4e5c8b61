"""Changes of invented clauses with what they do to control (`effect_pairs.tsv`), alone and within other clauses.

What a change does is turned round where an exclusion holds it, and stays where other goods are told by it. `open` marks
what a reader can decide and the rules leave `unclear`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from changes_nodes import effect, item, note, reworded

from controllist.changes.records import Effect, opposite


class Known(NamedTuple):
    """The words of a clause before and after, what the change does, and whether the rules decide it."""

    effect: Effect
    answer: str
    old: str
    new: str


def _known() -> list[Known]:
    with (Path(__file__).parent / "effect_pairs.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Known(cast(Effect, row["effect"]), row["answer"], row["old"], row["new"]) for row in rows]


KNOWN = _known()
LEFT_OUT = (
    "Vessels, other than {}", "Vessels (except {})", "Vessels not containing {}", "Vessels, unless equipped with {}",
    "1A001 does not apply to {}.", "1A001.a does not control {}.",
)  # fmt: skip
"""Clauses and notes that take goods out of control."""
HELD = (
    "Equipment for the production of {}", "Vessels incorporating {}", '"Software" specially designed for {}',
    "{}; and racks therefor", "1A001 only applies to {}.", "1A001 does not apply to vessels other than {}.",
)  # fmt: skip
"""Clauses and notes in which more of the goods is more that is controlled."""


@pytest.mark.parametrize("known", KNOWN, ids=lambda one: f"{one.old} -> {one.new}")
def test_what_a_change_of_words_does(known: Known) -> None:
    assert reworded(known.old, known.new) == (known.effect if known.answer == "decided" else "unclear")


@pytest.mark.parametrize("frame", LEFT_OUT)
def test_what_is_left_out_counts_the_other_way(frame: str) -> None:
    told = [(known, _framed(frame, known)) for known in _framable(frame)]
    wrong = [(known, found) for known, found in told if found not in ("unclear", opposite(known.effect))]
    assert not wrong
    assert sum(found != "unclear" for _, found in told) > 0.7 * len(told)


@pytest.mark.parametrize("frame", HELD)
def test_what_holds_goods_counts_as_they_do(frame: str) -> None:
    told = [(known, _framed(frame, known)) for known in _framable(frame)]
    wrong = [(known, found) for known, found in told if found not in ("unclear", known.effect)]
    assert not wrong
    assert sum(found != "unclear" for _, found in told) > 0.7 * len(told)


def _framable(frame: str) -> Iterator[Known]:
    """Those that are one phrase; behind a comma it is not certain how far "other than" reaches."""
    for known in KNOWN:
        words = known.old + known.new
        if not any(mark in words for mark in (":", ";")) and ("," not in words or "other than" not in frame):
            yield known


def _framed(frame: str, known: Known) -> Effect:
    said = [frame.format(words[0].lower() + words[1:]) for words in (known.old, known.new)]
    if not frame.startswith("1A001"):
        return reworded(*said)
    above = [item("1A001", "Pots"), item("1A001.a", "Tin pots"), item("1A001.b", "Tea pots")]
    old, new = ([*above, note("1A001/note.1", words)] for words in said)
    return effect(old, new, "1A001/note.1")


ASKING = (
    "having", "with", "containing", "incorporating", "using", "employing", "comprising", "equipped with", "made of",
    "consisting of", "designed for", "specially designed for", "capable of accepting", "suitable for", "to hold",
    "coated with", "meeting", "providing", "operating with", "protected by", "that contain", "whose walls hold", "mit",
)  # fmt: skip
"""Verbs behind goods, of which what follows is the object."""
REFUSING = (
    "not having", "without", "not containing", "not using", "other than those having", "except those containing",
    "unless equipped with", "which do not contain", "not designed for",
)  # fmt: skip
ASKED = {
    ("lids", "tin lids"): "relaxed",
    ("lids", "lids and spouts"): "relaxed",
    ("lids", "lids or spouts"): "tightened",
    ("lids, spouts or knobs", "lids or knobs"): "relaxed",
    ("lids", "lids having a knob"): "relaxed",
    ("lids", "lids of more than 3 kg"): "relaxed",
    ("lids", "lids other than tin lids"): "relaxed",
    ("lids of more than 3 kg", "lids of more than 5 kg"): "relaxed",
    ("any of the following:", "all of the following:"): "relaxed",
}
"""What is asked of goods before and after, and what the change does."""


@pytest.mark.parametrize("asking", ASKING)
def test_what_goods_must_have_is_no_further_goods(asking: str) -> None:
    found = {(old, new): reworded(f"Kettles {asking} {old}", f"Kettles {asking} {new}") for old, new in ASKED}
    assert [pair for pair, told in found.items() if told not in ("unclear", ASKED[pair])] == []


@pytest.mark.parametrize("refusing", REFUSING)
def test_what_goods_must_not_have_counts_the_other_way(refusing: str) -> None:
    pairs = {pair: told for pair, told in ASKED.items() if pair != ("lids", "lids and spouts")}
    found = {(old, new): reworded(f"Kettles {refusing} {old}", f"Kettles {refusing} {new}") for old, new in pairs}
    wrong = [pair for pair, told in found.items() if told not in ("unclear", opposite(cast(Effect, pairs[pair])))]
    assert wrong == []
