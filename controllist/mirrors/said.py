"""What each edition of a mirror says for each lineage of the regime, and which states of the regime that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from controllist.mirrors.linking import Links
from controllist.mirrors.parts import contained
from controllist.mirrors.records import Proof, Relation
from controllist.mirrors.rules import REGIME, MirrorRules, origin_of
from controllist.mirrors.states import (
    Saying,
    Standing,
    State,
    content_of,
    saying_of,
    shared_limits,
    standing,
    states_of,
)
from controllist.mirrors.traced import Traced
from controllist.model import Node

_DROPPED = Standing(frozenset(), (Proof("presence", note="the mirror lacks it at times"),))
_EMPTY = Standing(frozenset(), (Proof("reason", note="the mirror's words are not at hand"),))


class Said(NamedTuple):
    """What one mirror edition says for a lineage of the regime: its node, None where it has none; and its standing."""

    edition: Traced
    node: Node | None
    standing: Standing


class Mirror:
    """A mirror through its editions, seen from the regime."""

    def __init__(
        self, regimes: Sequence[Traced], mirrors: Sequence[Traced], links: Links, rules: MirrorRules
    ) -> None:
        self.regimes = tuple(regimes)
        self.mirrors = tuple(mirrors)
        self.links = links
        self.rules = rules
        self.same_language = mirrors[0].language == regimes[0].language
        self._states: dict[str, list[State]] = {}
        self._standings: dict[tuple[object, ...], Standing] = {}
        self._sayings: dict[tuple[str, str], Saying] = {}
        self._likeness: dict[tuple[Saying, Saying], float] = {}
        self._said: dict[str, tuple[Said, ...]] = {}

    def states(self, lineage: str) -> list[State]:
        """The states of a lineage of the regime, oldest first."""
        if lineage not in self._states:
            self._states[lineage] = states_of(lineage, self.regimes)
        return self._states[lineage]

    def state_at(self, lineage: str, date: str) -> int:
        """The number of a lineage's state in the regime's edition of this date."""
        return max((n for n, state in enumerate(self.states(lineage)) if state.since <= date), default=0)

    def said(self, lineage: str) -> tuple[Said, ...]:
        """What every mirror edition says for a lineage of the regime, oldest first."""
        if lineage not in self._said:
            self._said[lineage] = self._all_said(lineage)
        return self._said[lineage]

    def _all_said(self, lineage: str) -> tuple[Said, ...]:
        links = [(other, relation) for other in self.links.of_regime.get(lineage, ())
                 if (relation := self.links.relation(lineage, other))]  # fmt: skip
        found = [self._nodes(links, mirror) for mirror in self.mirrors]
        holds = [number for number, nodes in enumerate(found) if nodes]
        said = []
        for number, (mirror, nodes) in enumerate(zip(self.mirrors, found, strict=True)):
            if nodes:
                said.append(Said(mirror, nodes[0], self._standing(lineage, nodes)))
            else:
                before, after = bool(holds) and holds[0] < number, bool(holds) and holds[-1] > number
                said.append(Said(mirror, None, self._absent(lineage, before=before, after=after)))
        return tuple(said)

    def _nodes(self, links: Sequence[tuple[str, Relation]], mirror: Traced) -> list[Node]:
        """The mirror's nodes of linked lineages: the same one, else a whole that says it too, with the parts.

        What stood in the mirror as a national control, before the regime's item took its place, is not counted.
        """
        ranked: dict[Relation, list[Node]] = {"same": [], "whole": [], "derived": [], "part": []}
        for other, relation in links:
            node = mirror.by_lineage.get(other)
            if node is None or node.status != "active":
                continue
            if relation == "derived" or origin_of(mirror.owner[node.id], self.rules) == REGIME:
                ranked[relation].append(node)
        main = ranked["same"] or ranked["whole"] or ranked["derived"]
        return [*main[:1], *ranked["part"]]

    def saying(self, said: Said) -> Saying:
        """The words of the mirror's node alone."""
        assert said.node is not None
        key = (said.edition.date, said.node.id)
        if key not in self._sayings:
            self._sayings[key] = saying_of(said.node, self.rules, with_words=self.same_language)
        return self._sayings[key]

    def likeness(self, said: Said, state: Saying) -> float:
        """How alike a mirror's words are to a state, 0 to 1; 0 where both have limits and none is the same."""
        own = self.saying(said)
        if (own, state) not in self._likeness:
            self._likeness[own, state] = _likeness(own, state)
        return self._likeness[own, state]

    def best_likeness(self, lineage: str, state: Saying) -> float:
        """How alike the mirror's words for a lineage ever were to a state."""
        return max((self.likeness(one, state) for one in self.said(lineage) if one.node is not None), default=0.0)

    def _standing(self, lineage: str, nodes: Sequence[Node]) -> Standing:
        if not any(node.text or node.thresholds for node in nodes):
            return _EMPTY
        key = (lineage, *(content_of(node) for node in nodes))
        if key not in self._standings:
            parts = [saying_of(node, self.rules, with_words=self.same_language) for node in nodes]
            whole = parts[0] if len(parts) == 1 else _together(parts)
            self._standings[key] = standing(whole, self.states(lineage))
        return self._standings[key]

    def _absent(self, lineage: str, *, before: bool, after: bool) -> Standing:
        """The standing of an edition that has nothing for a lineage, though editions before or after it may have."""
        states = self.states(lineage)
        absent = [number for number, state in enumerate(states) if state.saying is None]
        first = next((number for number, state in enumerate(states) if state.saying is not None), len(states))
        if before and after:
            return _DROPPED
        fitting = [number for number in absent if (number < first) != before] if before or after else absent
        if not fitting:
            return _DROPPED
        return Standing(frozenset(fitting), (Proof("presence", note="the mirror has no such item"),))


def _likeness(own: Saying, state: Saying) -> float:
    if own.text == state.text:
        return 1.0
    if own.limits and state.limits and not shared_limits(own, state):
        return 0.0
    return min(contained(own.text, state.text), contained(state.text, own.text))


def _together(parts: Sequence[Saying]) -> Saying:
    """What several nodes say as one."""
    return Saying(
        " ".join(part.text for part in parts),
        tuple(limit for part in parts for limit in part.limits),
        frozenset().union(*(part.refs for part in parts)),
        frozenset().union(*(part.cas for part in parts)),
    )
