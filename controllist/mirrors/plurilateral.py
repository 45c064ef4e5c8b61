"""National controls that several lists hold without the regime: the same goods under different codes.

Items are compared by what is rare among national items: limits, chemical numbers, abbreviations, and in one language
words. In two languages figures decide; items of the same number, once each list's way of numbering is set aside,
are taken for the same unless their limits contradict.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from controllist.changes.language.text.plain import stem
from controllist.changes.language.text.quantities import measure
from controllist.mirrors.records import Proof, Shared
from controllist.mirrors.rules import REGIME, MirrorRules, origin_of, regime_code
from controllist.mirrors.traced import Traced
from controllist.model import Node

ALIKE = 0.5
"""Likeness at which two items are the same."""
ALIKE_BELOW = 0.25
"""The same where the items stand under two that are the same."""
FEWEST_FIGURES = 2
"""So many figures and abbreviations must items of two languages share."""
SAME_CODE = 0.3
"""What the same number adds, where limits do not contradict."""
COMMON = 40
"""A feature of more items than this leads to no partner."""
_ABBREVIATION = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Z][\w-]{2,}\b")
_WORD = re.compile(r"[a-z]{4,}")

Feature = tuple[str, ...]


class Control(NamedTuple):
    """A national item of a list with what tells it from others; `code` is free of its list's way of numbering."""

    list: str
    edition: str
    language: str
    node: Node
    code: str
    features: frozenset[Feature]
    words: frozenset[Feature]


class Holder(NamedTuple):
    """A list's edition with its rules, and the lineages of its items that answer one of the regime's."""

    side: Traced
    rules: MirrorRules
    linked: Set[str]


def shared_controls(holders: Sequence[Holder]) -> tuple[Shared, ...]:
    """The items without the regime that at least two of the lists hold, in the order of the first list's.

    These are national items, and items under the regime's numbers that answer none of the regime's.
    """
    controls = [control for holder in holders for control in _controls(holder)]
    weights = _weights(controls)
    matches = [match for pair in _pairs_of_lists(controls) for match in _matches(*pair, weights)]
    return tuple(_groups(controls, matches))


def _key(control: Control) -> tuple[str, str]:
    return control.list, control.node.id


def _is_own(node: Node, holder: Holder) -> bool:
    origin = origin_of(node.code, holder.rules)
    own = origin in holder.rules.national or origin == REGIME
    is_item = node.kind == "item" and node.status == "active"
    return is_item and own and holder.side.lineages[node.id] not in holder.linked


def _controls(holder: Holder) -> Iterator[Control]:
    side, rules, _ = holder
    below = _subtrees(side)
    info = side.edition.info
    for node in side.edition.nodes:
        if not _is_own(node, holder):
            continue
        whole = [side.by_id[ident] for ident in below[node.id]]
        features = frozenset(feature for each in whole for feature in _features(each))
        words = frozenset(("word", stem(word)) for word in _WORD.findall(node.text.lower()))
        yield Control(
            info.list, info.edition, side.language, node, regime_code(node.code, rules), features, words
        )


def _subtrees(side: Traced) -> dict[str, list[str]]:
    """The ids of each item and of the items below it."""
    found: dict[str, list[str]] = {node.id: [] for node in side.edition.nodes}
    for node in side.edition.nodes:
        at = node.id if node.kind == "item" else ""
        while at:
            found[at].append(node.id)
            at = side.by_id[at].parent if side.by_id[at].parent in side.by_id else ""
    return found


@lru_cache(maxsize=8192)
def _features(node: Node) -> tuple[Feature, ...]:
    limits = []
    for limit in node.thresholds:
        for value in limit.value if isinstance(limit.value, tuple) else (limit.value,):
            base = measure(value, limit.unit)
            limits.append(("limit", repr(base)))
    names = [("name", name.lower()) for name in _ABBREVIATION.findall(node.text)]
    return (*limits, *(("cas", each) for each in node.cas), *names)


def _weights(controls: Sequence[Control]) -> dict[Feature, float]:
    counts = Counter(feature for control in controls for feature in control.features | control.words)
    return {feature: math.log(1 + len(controls) / count) for feature, count in counts.items()}


def _pairs_of_lists(controls: Sequence[Control]) -> Iterator[tuple[list[Control], list[Control]]]:
    names = list(dict.fromkeys(control.list for control in controls))
    for number, name in enumerate(names):
        for other in names[number + 1 :]:
            yield [c for c in controls if c.list == name], [c for c in controls if c.list == other]


_Match = tuple[Control, Control, float, tuple[Proof, ...]]


def _matches(ones: Sequence[Control], others: Sequence[Control], weights: dict[Feature, float]) -> Iterator[_Match]:
    """The pairs of two lists, best first, each item once; then what stands below a pair, of which less is asked."""
    scored = [match for match in _scored(ones, others, weights) if match is not None]
    scored.sort(key=lambda match: (-match[2], len(match[0].code), match[0].node.id, match[1].node.id))
    taken: dict[tuple[str, str], tuple[str, str]] = {}
    sure = [match for match in scored if match[2] >= ALIKE]
    for match in [*sure, *scored]:
        one, other = _key(match[0]), _key(match[1])
        if one in taken or other in taken:
            continue
        above = (one[0], match[0].node.parent), (other[0], match[1].node.parent)
        if match[2] >= ALIKE or taken.get(above[0]) == above[1]:
            taken[one], taken[other] = other, one
            yield match


def _scored(
    ones: Sequence[Control], others: Sequence[Control], weights: dict[Feature, float]
) -> Iterator[_Match | None]:
    index: dict[Feature, list[int]] = {}
    by_code: dict[str, int] = {}
    for number, other in enumerate(others):
        by_code[other.code] = number
        for feature in other.features | other.words:
            index.setdefault(feature, []).append(number)
    for one in ones:
        found = {number for feature in one.features | one.words if len(index.get(feature, ())) <= COMMON
                 for number in index.get(feature, ())}  # fmt: skip
        found |= {by_code[one.code]} if one.code in by_code else set()
        for number in sorted(found):
            yield _match(one, others[number], weights)


def _match(one: Control, other: Control, weights: dict[Feature, float]) -> _Match | None:
    """Two items as a pair, if enough speaks for it."""
    same_language = one.language == other.language
    mine = one.features | one.words if same_language else one.features
    theirs = other.features | other.words if same_language else other.features
    shared = mine & theirs
    limits = [{f for f in each.features if f[0] == "limit"} for each in (one, other)]
    contradict = bool(limits[0] and limits[1] and not limits[0] & limits[1])
    same_code = one.code == other.code and not contradict
    score = _cosine(mine, theirs, weights) + SAME_CODE * same_code
    figures = sorted(f for f in shared if f[0] != "word")
    if not same_language and same_code:
        score = max(score, ALIKE)
    enough = score >= ALIKE_BELOW and (same_language or same_code or len(figures) >= FEWEST_FIGURES)
    if not enough or contradict:
        return None
    proof = Proof("threshold", mirror=f"{len(figures)} figures and names in common") if figures else Proof(
        "code" if same_code else "wording", note="the same number" if same_code else "the same words"
    )  # fmt: skip
    return one, other, round(min(score, 1.0), 4), (proof,)


def _cosine(one: frozenset[Feature], other: frozenset[Feature], weights: dict[Feature, float]) -> float:
    norms = [math.sqrt(sum(weights[feature] ** 2 for feature in side)) for side in (one, other)]
    if not all(norms):
        return 0.0
    return sum(weights[feature] ** 2 for feature in one & other) / (norms[0] * norms[1])


def _groups(controls: Sequence[Control], matches: Sequence[_Match]) -> Iterator[Shared]:
    """The items that are matched with one another, directly or by a third, one of each list; best matches first."""
    group_of = {_key(control): [control] for control in controls}
    weakest: dict[int, _Match] = {}
    for match in sorted(matches, key=lambda each: (-each[2], _key(each[0]), _key(each[1]))):
        one, other = group_of[_key(match[0])], group_of[_key(match[1])]
        if one is other or {each.list for each in one} & {each.list for each in other}:
            continue
        one += other
        for each in other:
            group_of[_key(each)] = one
        weakest[id(one)] = match
    for control in controls:
        group = group_of[_key(control)]
        if group[0] is control and len(group) > 1:
            items = tuple((each.list, each.edition, each.node.id) for each in group)
            yield Shared(items, weakest[id(group)][2], weakest[id(group)][3])
