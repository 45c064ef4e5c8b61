"""Which side of a change of the regime each edition of a mirror says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from controllist.changes.records import Change
from controllist.history.pairs import PairRecord
from controllist.mirrors.rules import regime_code
from controllist.mirrors.said import Mirror, Said
from controllist.model import Node

Voice = Literal["old", "new", "unsure"]
"""Which side of a change an edition of the mirror says."""

SAID_ALIKE = 0.8
"""The share of words that an added item and the mirror's must have in common, if the mirror is to have been first."""


class Case(NamedTuple):
    """A change with the lineage it is of, the states before and after, and the node as the regime last had it."""

    record: PairRecord
    change: Change
    lineage: str
    old: int
    new: int
    node: Node
    owner: str


def voices_of(case: Case, said: Sequence[Said], mirror: Mirror) -> list[Voice]:
    """Which side of a change each edition says. What was added once stays added while the mirror has it."""
    if _never_had(case, said, mirror):
        return ["unsure"] * len(said)
    voices = [_voice(case, each, mirror) for each in said]
    if case.change.kind == "added" and "new" in voices:
        first = voices.index("new")
        voices[first:] = ["new" if each.node is not None else voice
                          for each, voice in zip(said[first:], voices[first:], strict=True)]  # fmt: skip
    return voices


def _never_had(case: Case, said: Sequence[Said], mirror: Mirror) -> bool:
    """Whether the mirror's lack of a node tells nothing: it never had what the regime words anew now, or its notes are
    of another language and may be there without being recognised."""
    if any(each.node is not None for each in said):
        return False
    is_of_words = case.change.kind in ("rescoped", "reworded") and mirror.states(case.lineage)[-1].saying is not None
    return is_of_words or (case.node.kind != "item" and not mirror.same_language)


def _voice(case: Case, said: Said, mirror: Mirror) -> Voice:
    """Which side of a change an edition says."""
    if is_of_place(case, mirror):
        code = regime_code(said.node.code, mirror.rules) if said.node else ""
        voices: dict[str, Voice] = {code_of(case, "old"): "old", code_of(case, "new"): "new"}
        return voices.get(code, "unsure") if code else "unsure"
    states = said.standing.states
    if case.change.kind == "added" and said.node is not None and case.old != case.new:
        return _voice_of_new(case, said, mirror)
    if not states or case.old == case.new:
        return "unsure"
    if (case.new in states) != (case.old in states):
        return "new" if case.new in states else "old"
    if case.new in states:
        return "unsure"
    if min(states) > case.new:
        return "new"
    return "old" if max(states) < case.old else "unsure"


def _voice_of_new(case: Case, said: Said, mirror: Mirror) -> Voice:
    """Whether what a mirror has at the place of an item that the regime added is that item, or what was there before.

    An item whose words or limits are unlike the new one's is another, if the mirror said the new one at another time;
    where it never did, the words decide alone.
    """
    new = mirror.states(case.lineage)[case.new].saying
    if new is None or not mirror.same_language:
        return "new" if said.standing.states or not mirror.same_language else "unsure"
    states = said.standing.states
    equal = any(proof.type == "text" for proof in said.standing.proof)
    if states and (min(states) > case.new or (equal and min(states) == case.new)):
        return "new"
    here = mirror.likeness(said, new)
    if here >= SAID_ALIKE:
        return "new"
    best = mirror.best_likeness(case.lineage, new)
    if best >= SAID_ALIKE or here == 0.0:
        return "old"
    return "new" if said.standing.states else "unsure"


def is_of_place(case: Case, mirror: Mirror) -> bool:
    """Whether a change gives an item another code, and other words in marks or spelling at most."""
    if case.change.kind in ("renumbered", "moved"):
        return True
    states = mirror.states(case.lineage)
    kept = case.change.kind in ("reworded", "rescoped") and states[case.old].saying == states[case.new].saying
    return kept and code_of(case, "old") != code_of(case, "new")


def code_of(case: Case, which: Literal["old", "new"]) -> str:
    side = case.change.old if which == "old" else case.change.new
    return side.code if side else ""
