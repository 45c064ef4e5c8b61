"""Ways to be controlled that two lists or items leave, compared clause by clause: which holds what the other does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.clause.evidence import clause_evidence
from controllist.changes.clause.ground.setting import Setting, setting_of
from controllist.changes.language.print.print_slips import without_slips
from controllist.changes.lists.itemizing import are_far_apart, may_fill, said_above, taken_up, words_missing
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.provisions import CLAUSE_END, Joined, Way, is_torn, node_of
from controllist.changes.place.held.boxes import Box, box_of, has_gap
from controllist.changes.records import Effect, Evidence, decided_by
from controllist.model import Node
from controllist.patterns import pattern

_MOST = 36
"""Pairs of clauses that are compared for the sake of two lists."""


def are_too_many(before: Sequence[Way], after: Sequence[Way]) -> bool:
    """Whether comparing each clause of some ways with each of others costs more than it tells."""
    return sum(len(way.needs) for way in before) * sum(len(way.needs) for way in after) > _MOST


class ComparedWays:
    """The clauses of two lists, compared with one another when they are asked for."""

    def __init__(self, old: Node, new: Node, editions: Editions) -> None:
        self.old, self.new, self.editions = old, new, editions
        self.setting: Setting = setting_of(editions, 1, (old.code, new.code), until_doubt=True)
        self.known: dict[tuple[str, str], Sequence[Evidence]] = {}

    def effect(self, one: Joined, other: Joined) -> Effect:
        """What the clause `other` does in the place of `one`."""
        return decided_by(self._found(one, other))

    def _found(self, one: Joined, other: Joined) -> Sequence[Evidence]:
        key = (one.text, other.text)
        if key not in self.known:
            self.known[key] = () if one.text == other.text else self._compare(one, other)
        return self.known[key]

    def _compare(self, one: Joined, other: Joined) -> Sequence[Evidence]:
        if are_far_apart(one.text, other.text) or _is_torn(one, other):
            return _UNLIKE
        first, second = (
            node_of(_OF.sub("", text), code) for text, code in ((one.text, self.old.code), (other.text, self.new.code))
        )
        return clause_evidence(first, second, self.setting)

    def covers(self, way: Way, other: Way) -> bool:
        """Whether a new way holds all that an old one did."""
        return all(any(self.effect(one, need) in _ALL for one in way.needs) for need in other.needs)

    def hold_together(self, way: Way, others: Sequence[Way]) -> bool:
        """Whether new ways that each hold a part of the values that an old one did hold all of them together."""
        whole = _box(way)
        parts = [_box(other) for other in others if self._differs_in_limits(way, other)]
        boxes = [part for part in parts if part is not None]
        return whole is not None and len(boxes) > 1 and has_gap(whole, boxes) is False

    def _differs_in_limits(self, way: Way, other: Way) -> bool:
        """Whether a new way holds all that an old one did, but for what limits of its own leave out."""
        return all(
            any(all(piece.effect in _ALL or _is_limit(piece) for piece in self._found(one, need)) for one in way.needs)
            for need in other.needs
        )

    def is_within(self, way: Way, other: Way) -> bool:
        """Whether a new way holds no more than an old one did."""
        return all(any(self.effect(one, need) in _NO_MORE for need in other.needs) for one in way.needs)

    def goes_beyond(self, way: Way, other: Way) -> bool:
        """Whether a new way is sure to hold what an old one did not."""
        return any(
            all(self.effect(one, need) in _MORE for need in other.needs) and _is_apart(one, other.needs)
            for one in way.needs
        )

    def falls_short(self, way: Way, other: Way) -> bool:
        """Whether a new way is sure to leave out what an old one held."""
        return any(
            all(self.effect(one, need) in _LESS for one in way.needs) and _is_apart(need, way.needs)
            for need in other.needs
        )

    def stood_elsewhere(self, before: Sequence[Way], after: Sequence[Way], beyond: Sequence[Way]) -> bool:
        """Whether what new ways hold beyond the old ones may have been held by these together, or by an old item."""
        return self._may_be_held(self.new, self.old, self.editions.swapped, after, before, beyond)

    def stands_elsewhere(self, before: Sequence[Way], after: Sequence[Way], lost: Sequence[Way]) -> bool:
        """The same of what old ways held."""
        return self._may_be_held(self.old, self.new, self.editions, before, after, lost)

    @staticmethod
    def _may_be_held(
        heading: Node, other: Node, editions: Editions, ways: Sequence[Way], others: Sequence[Way], over: Sequence[Way]
    ) -> bool:
        clauses = [node_of(need.text, heading.code) for way in over for need in way.needs]
        if taken_up(heading, other, editions) or any(_may_be_filled(way, others) for way in over):
            return True
        needs = [need for way in others for need in way.needs]
        missing = frozenset[str]().union(*(words_missing(clause, needs) for clause in clauses))
        return bool(missing & said_above(other, editions.new))


_OF = pattern(r"\bof\s+(?=(?:(?:less|more|greater|lower|higher)\s+than|equal\s+to)\b)")
"""The joint before a limit: with a second limit before it none is printed."""
_UNLIKE = (Evidence("wording", "unclear"),)
_LIMIT = pattern(
    r"\W*(?:(?:and|but|with|having|of|an?)\s+)*(?:not\s+)?(?:exceeding|(?:less|more|greater|lower|higher)\s+than|equal\s+to\s+or"
    r"(?:\s+(?:less|more|greater)\s+than)?|up\s+to(?:\s+and\s+including)?)"
    r"\s+-?\d(?:[\d.,]|\s(?=\d{3}\b))*\s?[^\s\d]{1,6}\W*",
    re.IGNORECASE,
)


def _is_limit(evidence: Evidence) -> bool:
    """Whether evidence is about a limit alone, by which less is controlled."""
    if evidence.effect != "relaxed" or (evidence.old and evidence.type != "threshold"):
        return False
    return evidence.type == "threshold" or (evidence.type == "condition" and _LIMIT.fullmatch(evidence.new) is not None)


def _box(way: Way) -> Box | None:
    texts = [without_slips(need.text) for need in way.needs]
    return box_of(limit for text in texts for limit in node_of(text, way.code).thresholds)


def _may_be_filled(way: Way, others: Sequence[Way]) -> bool:
    """Whether several ways may together hold all that another one does."""
    if not any(may_fill(others, node_of(need.text, way.code)) for need in way.needs):
        return False
    whole, parts = _box(way), [_box(other) for other in others]
    boxes = [part for part in parts if part is not None]
    return whole is None or len(boxes) < len(parts) or not has_gap(whole, boxes)


def _is_torn(one: Joined, other: Joined) -> bool:
    """Whether words that differ reach over a seam, values of limits apart; the "and" that ends the words of a heading
    belongs to neither side of it."""
    if not (one.seams or other.seams):
        return False
    first, second = (
        Joined(_without_values(each.text), tuple([_without_values(CLAUSE_END.sub("", seam)) for seam in each.seams]))
        for each in (one, other)
    )
    return is_torn(first.text, second) or is_torn(second.text, first)


def _without_values(text: str) -> str:
    return _FIGURE.sub("1", _ABOVE.sub("exceeding", text))


_ABOVE = pattern(r"\b(?:of\s+)?(?:greater|more|higher)\s+than\b|\babove\b", re.IGNORECASE)
_FIGURE = pattern(r"\d(?:[\d.,]|\s(?=\d{3}\b))*(?=\s)")
_ALL = ("none", "tightened")
_NO_MORE = ("none", "relaxed")
_MORE = ("tightened", "mixed")
_LESS = ("relaxed", "mixed")


def _is_apart(one: Joined, needs: Sequence[Joined]) -> bool:
    """Whether several clauses together do not say all of another one; a single one was compared with it."""
    return len(needs) == 1 or bool(words_missing(node_of(one.text, ""), needs))
