"""Which state of a regime's item the words of a mirror's item are.

A lineage of the regime has states: absent, or words with figures, each from an edition on. The words of a mirror are
those of a state if they are equal. Else whatever two states differ in is looked for in the mirror's words: limits in
common units, references, chemical numbers, then runs of words at the places that differ. Only what is found there
speaks for a state, nothing is concluded from what is missing; so spellings and a mirror's own additions decide nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from controllist.changes.language.text.quantities import measure
from controllist.changes.records import clipped
from controllist.codes import mentions, parent_of
from controllist.history.records import in_words
from controllist.mirrors.parts import contained
from controllist.mirrors.records import Proof
from controllist.mirrors.rules import MirrorRules, regime_code
from controllist.mirrors.spelling import in_common
from controllist.mirrors.traced import Traced
from controllist.model import Node, Threshold
from controllist.wording import normal, tokens

LIKE = 0.5
"""The share of the words of the shorter of two sayings that stand in the longer, where they are about one thing."""
SURE = 3
"""So many times more must speak for one state than for another, where something speaks for both."""
_LABEL = re.compile(r"^[ \t]*(?:[a-z]|\d{1,2})\.\s+(?=\S)", re.MULTILINE)
"""The letter or number of a line within a note: lists put the one for the other."""
_MARKS = re.compile(r"[,;:](?=\s|$)|\.(?=\s|,|;|:|$)|[()\[\]]")
_JOINED = re.compile(r"\b(?:or|and|to) ([a-z]{1,2}|\d{1,2})\b|\b([a-z]{1,2}|\d{1,2})(?= (?:or|and|to)\b)")
"""A label that stands alone beside a conjunction."""
_CAPITAL = re.compile(r"\b[A-Z][a-z]{3,}\b")


class Saying(NamedTuple):
    """What an item says: its words in common form, without marks; and its figures, codes as the regime's."""

    text: str
    limits: tuple[Threshold, ...]
    refs: frozenset[str]
    cas: frozenset[str]


class State(NamedTuple):
    """A state of a regime's lineage: from which edition on, under which code; no words where it is absent."""

    since: str
    code: str
    saying: Saying | None


class Standing(NamedTuple):
    """The states that the words of a mirror may be, by number, and what that rests on."""

    states: frozenset[int]
    proof: tuple[Proof, ...]


def saying_of(node: Node, rules: MirrorRules | None = None, *, with_words: bool = True) -> Saying:
    """What a node says; `rules` are those of its list, None for the regime's own."""
    refs = frozenset(regime_code(ref, rules) if rules else ref for ref in node.refs)
    text = in_common(_LABEL.sub("", node.text), rules) if with_words else ""
    return Saying(_without_marks(normal(text)), node.thresholds, refs, frozenset(node.cas))


def _without_marks(text: str) -> str:
    """A text without commas and the like, brackets and capitals: what only they tell apart are not two states."""
    return " ".join(_CAPITAL.sub(lambda match: match.group().lower(), _MARKS.sub(" ", text)).split())


def content_of(node: Node) -> tuple[object, ...]:
    """What a node's saying is made of: nodes of equal content say the same."""
    return node.text, node.thresholds, node.refs, node.cas


def states_of(lineage: str, regimes: Sequence[Traced]) -> list[State]:
    """The states of a lineage through the regime's editions, oldest first; neighbours differ."""
    states: list[State] = []
    before: object = ()
    for edition in regimes:
        node = edition.by_lineage.get(lineage)
        content = node and (node.status, node.code, content_of(node))
        if content == before:
            continue
        before = content
        saying = saying_of(node) if node is not None and node.status == "active" else None
        code = node.code if node is not None else ""
        if states and states[-1].saying == saying and (saying is None or states[-1].code == code):
            continue
        states.append(State(edition.date, code if saying else "", saying))
    return states


def standing(said: Saying, states: Sequence[State]) -> Standing:
    """Which of the states a mirror's words are. More than one number: the words do not tell them apart."""
    present = {number: state.saying for number, state in enumerate(states) if state.saying is not None}
    equal = frozenset(number for number, saying in present.items() if saying.text and saying.text == said.text)
    if equal:
        return Standing(equal, (Proof("text", note="the same words"),))
    if said.text and not any(_is_like(said, saying) for saying in present.values()):
        return Standing(frozenset(), (Proof("reason", note="the mirror words it otherwise"),))
    left = set(present)
    proofs: dict[int, list[Proof]] = {}
    for one in present:
        for other in present:
            if one < other:
                verdict, found = closer(said, present[one], present[other])
                if verdict:
                    left.discard(other if verdict < 0 else one)
                    proofs.setdefault(one if verdict < 0 else other, []).extend(found)
    best = frozenset(left) or frozenset(present)
    shown = [proof for number in sorted(best) for proof in proofs.get(number, ())]
    return Standing(best, tuple(dict.fromkeys(shown))[:3])


def _is_like(said: Saying, saying: Saying) -> bool:
    """Whether two sayings are about one thing, as far as their words tell."""
    share = max(contained(said.text, saying.text), contained(saying.text, said.text))
    return share >= LIKE


def closer(said: Saying, old: Saying, new: Saying) -> tuple[int, tuple[Proof, ...]]:
    """Whether words are nearer to `old` (-1) or to `new` (1), 0 if they do not tell, and by what.

    Figures decide where they can; where they speak for both, nothing does.
    """
    if old == new or (old.text == new.text and old.text):
        return 0, ()
    for compare in (_by_limits, _by_references, _by_chemicals):
        verdict, proofs, conflict = compare(said, old, new)
        if verdict or conflict:
            return verdict, proofs
    return _by_words(said.text, old.text, new.text)


_Verdict = tuple[int, tuple[Proof, ...], bool]
"""Nearer to the old (-1), to the new (1) or neither (0); the proof; whether both are there."""


def _by_limits(said: Saying, old: Saying, new: Saying) -> _Verdict:
    """By the limits that only one of the states has: the same comparison and value, else the same value."""
    for exact in (True, False):
        keys = [{_key(limit, exact=exact): limit for limit in saying.limits} for saying in (said, old, new)]
        shared = keys[1].keys() & keys[2].keys()
        mine = keys[0].keys()
        for_old, for_new = mine & keys[1].keys() - shared, mine & keys[2].keys() - shared
        if for_old and for_new:
            return 0, (), True
        if for_old or for_new:
            proofs = tuple(
                Proof("threshold", _stated(keys[1].keys() - shared, keys[1]), _stated(keys[2].keys() - shared, keys[2]),
                      in_words(keys[0][key]))
                for key in sorted(for_old | for_new)[:2]
            )  # fmt: skip
            return (-1 if for_old else 1), proofs, False
    return 0, (), False


def shared_limits(one: Saying, other: Saying) -> bool:
    """Whether two sayings have a limit of the same value in common."""
    keys = [{_key(limit, exact=False) for limit in saying.limits} for saying in (one, other)]
    return bool(keys[0] & keys[1])


def _stated(keys: set[str], limits: Mapping[str, Threshold]) -> str:
    return "; ".join(in_words(limits[key]) for key in sorted(keys)[:2])


def _key(limit: Threshold, *, exact: bool) -> str:
    value = limit.value
    ends = value if isinstance(value, tuple) else (value,)
    bases = [measure(end, limit.unit) for end in ends]
    return repr((limit.op if exact else "", [base.value for base in bases], bases[0].dimension, limit.doubtful))


def _by_references(said: Saying, old: Saying, new: Saying) -> _Verdict:
    named = [saying.refs | _named_in_short(saying, old.refs | new.refs) for saying in (old, new)]
    return _by_members("reference", said.refs, named[0], named[1])


def _named_in_short(saying: Saying, codes: frozenset[str]) -> frozenset[str]:
    """The codes, of some, that a saying may name by their last label alone: `1A001.a, b or d`."""
    beside = {parent_of(code) for code in saying.refs} - {""}
    there = {label for pair in _JOINED.findall(saying.text) for label in pair if label}
    return frozenset(
        code for code in codes - saying.refs if parent_of(code) in beside and code.rpartition(".")[2] in there
    )


def _by_chemicals(said: Saying, old: Saying, new: Saying) -> _Verdict:
    return _by_members("chemical", said.cas, old.cas, new.cas)


def _by_members(kind: str, said: frozenset[str], old: frozenset[str], new: frozenset[str]) -> _Verdict:
    for_old, for_new = said & old - new, said & new - old
    if for_old and for_new:
        return 0, (), True
    if not for_old and not for_new:
        return 0, (), False
    shown = ", ".join(sorted(for_old | for_new)[:3])
    proof = Proof("reference" if kind == "reference" else "chemical", _few(old - new), _few(new - old), shown)
    return (-1 if for_old else 1), (proof,), False


def _few(members: frozenset[str]) -> str:
    return ", ".join(sorted(members)[:3])


def _by_words(said: str, old: str, new: str) -> tuple[int, tuple[Proof, ...]]:
    """By the pairs of neighbouring words that only one of the states has."""
    if not said or not old or not new:
        return 0, ()
    mine, before, after = _runs(said), _runs(old), _runs(new)
    for_old = mine & (before - after)
    for_new = mine & (after - before)
    old_count, new_count = for_old.total(), for_new.total()
    if (not old_count and not new_count) or max(old_count, new_count) < SURE * min(old_count, new_count):
        return 0, ()
    proof = Proof("wording", _quoted(before - after), _quoted(after - before), _quoted(for_old or for_new))
    return (-1 if old_count > new_count else 1), (proof,)


def _quoted(runs: Counter[tuple[str, str]]) -> str:
    """A place of the words that runs stand for: at most eight of them."""
    words: list[str] = []
    for run in runs:
        shown = [word.strip("§") for word in run if word not in ("⊢", "⊣")]
        words += shown[1:] if words and shown and words[-1] == shown[0] else ["…", *shown] if words else shown
        if len(words) >= 7:
            break
    return clipped(" ".join(words[:8]))


@lru_cache(maxsize=32768)
def _runs(text: str) -> Counter[tuple[str, str]]:
    """Pairs of neighbouring words, with marks for the beginning and the end."""
    words: list[str] = ["⊢"]
    done = 0
    for start, end, code in mentions(text):
        words += [*tokens(text[done:start]), f"§{code}"]
        done = end
    words += [*tokens(text[done:]), "⊣"]
    return Counter(pairwise(words))
