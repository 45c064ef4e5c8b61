"""What a newcomer asks of a jurisdiction: its texts and acts, where it stands apart today, its controls of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from controllist.mirrors.records import GapRow
from controllist.publish.mirrors.gap_pages import Gap, gap_list, origins_of, side_words
from controllist.publish.mirrors.update_pages import WHAT_MARKS
from controllist.publish.parts.change_rows import Mark
from controllist.publish.parts.cited import official
from controllist.publish.parts.latest import Latest, latest
from controllist.publish.parts.mirrored import Mirrored, Mirrors, entry_href

_EDITIONS, _ACTS, _ROWS = 6, 6, 5
"""Editions, instruments, and rows of each stricter side that the page shows; links lead to the others."""

_NATIONAL = "national"


class Act(NamedTuple):
    """An instrument and what it did: counts by what, and the way to its page (empty where it has none)."""

    name: str
    in_force: str
    href: str
    counts: list[tuple[Mark, int]]


class Stricter(NamedTuple):
    """The rows in which one side is surely stricter: who, how many, and the first of them."""

    words: str
    total: int
    rows: list[Gap]


class Own(NamedTuple):
    """An entry of the mirror with items that the regime has not: its code, caption, way, and how many they are."""

    code: str
    caption: str
    href: str
    items: int


def profile(mirrors: Mirrors, mirror: Mirrored) -> dict[str, object]:
    """What the page of a jurisdiction shows beside its lag."""
    shelf = mirror.shelf
    shown = range(len(shelf.infos) - 1, max(-1, len(shelf.infos) - 1 - _EDITIONS), -1)
    editions: list[Latest] = [latest(shelf, number) for number in shown]
    return {
        "texts": editions,
        "official": official(shelf, shelf.infos[-1]),
        "instruments": [_act(mirror, at) for at in range(min(_ACTS, len(mirror.updates)))],
        "stricter": [found for side in ("mirror", "regime") if (found := _stricter(mirror, side))],
        "beyond": _own_entries(mirror, lambda row: row.status == "extra" and not row.origin),
        "national": _own_entries(mirror, lambda row: row.origin == _NATIONAL),
        "origins": origins_of(mirror),
        "shared_controls": [mirrors.shared_places(each) for each in mirrors.shared
                            if any(name == mirror.name for name, _, _ in each.items)],
    }  # fmt: skip


def _act(mirror: Mirrored, at: int) -> Act:
    update = mirror.updates[at]
    counts = Counter(each.what for each in update.provisions)
    marked = [(mark, counts[what]) for what, mark in WHAT_MARKS.items() if counts[what]]
    return Act(update.instrument or "an act that is not known here", update.in_force,
               mirror.update_href(update.instrument, update.in_force), marked)  # fmt: skip


def _stricter(mirror: Mirrored, side: str) -> Stricter | None:
    rows = [row for row in mirror.gaps if row.stricter == side and not row.origin and row.status != "aligned"]
    if not rows:
        return None
    # A figure says more at a glance than an item that one side has and the other has not.
    first = sorted(rows, key=lambda row: (row.status != "differs", not _has_figure(row)))[:_ROWS]
    return Stricter(side_words(mirror, side), len(rows), gap_list(mirror, first))


def _has_figure(row: GapRow) -> bool:
    return any(one.type == "threshold" and one.regime and one.mirror for one in row.differences)


def _own_entries(mirror: Mirrored, wanted: Callable[[GapRow], bool]) -> list[Own]:
    """The mirror's entries with items of a kind, in the order of the list."""
    found: Counter[str] = Counter(_entries(mirror, filter(wanted, mirror.gaps)))
    order = {entry: at for at, entry in enumerate(mirror.shelf.entries)}
    return [
        Own(entry, mirror.shelf.caption(entry), entry_href(mirror.shelf, entry), found[entry])
        for entry in sorted(found, key=lambda code: (order.get(code, len(order)), code))
    ]


def _entries(mirror: Mirrored, rows: Iterable[GapRow]) -> Iterable[str]:
    return (entry for row in rows if (entry := mirror.entry(row.mirror_code)))
