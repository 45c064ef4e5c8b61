"""One order for all editions of a list, and the few nodes of each edition that depart from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def common_order(editions: Sequence[Sequence[str]]) -> list[str]:
    """An order of all ids that keeps each edition's own where it can: the newest's, older ids put where they stood.

    `editions` are the ids of each edition in document order, oldest edition first.
    """
    following: dict[str | None, str | None] = {None: None}
    for ids in reversed(editions):
        before: str | None = None
        for ident in ids:
            if ident not in following:
                following[ident] = following[before]
                following[before] = ident
            before = ident
    ordered: list[str] = []
    at = following[None]
    while at is not None:
        ordered.append(at)
        at = following[at]
    return ordered


def departures(ids: Sequence[str], common: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The ids of one edition that stand elsewhere than in the common order, each with the id before it ("" if none)."""
    rank = {ident: at for at, ident in enumerate(common)}
    kept = _longest_rising([rank[ident] for ident in ids])
    return tuple((ident, ids[at - 1] if at else "") for at, ident in enumerate(ids) if at not in kept)


def restored(common: Sequence[str], moved: Sequence[tuple[str, str]]) -> list[str]:
    """One edition's document order from the common order of its ids and its departures."""
    elsewhere = {ident for ident, _ in moved}
    following: dict[str, str] = {}
    before = ""
    for ident in common:
        if ident not in elsewhere:
            following[before] = ident
            before = ident
    for ident, after in moved:
        if after in following:
            following[ident] = following[after]
        following[after] = ident
    ordered: list[str] = []
    at = following.get("")
    while at is not None:
        ordered.append(at)
        at = following.get(at)
    return ordered


def _longest_rising(ranks: Sequence[int]) -> set[int]:
    """Positions of a longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for at, rank in enumerate(ranks):
        place = bisect_left(tails, rank)
        previous.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [rank]
        ends[place : place + 1] = [at]
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = previous[at]
    return kept
