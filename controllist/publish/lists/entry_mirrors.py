"""What an entry's page tells of other lists: in what they differ there, and who adopted the entry's changes."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from controllist.mirrors.records import Adoption, GapRow
from controllist.publish.lists.side_by_side import side_by_side
from controllist.publish.mirrors.gap_pages import Gap, gap_href, gap_list
from controllist.publish.parts.change_rows import Mark
from controllist.publish.parts.mirrored import STATUS_MARKS, Mirrored, Mirrors, day_of, entry_href
from controllist.publish.parts.shelf import Shelf

MOST_GAPS = 6
"""Rows of one list on an entry's page beyond which the page of gaps is named instead."""


class Fates(NamedTuple):
    """What became of an entry's changes of one regime edition in one mirror: counts by status, days on which some
    took force, and the way to the first of them."""

    mirror: Mirrored
    href: str
    counts: list[tuple[Mark, int]]
    days: list[str]


class AdoptionRow(NamedTuple):
    """One regime edition and what became of the entry's changes in each mirror that has a record of them."""

    edition: str
    cells: list[Fates]


class Others(NamedTuple):
    """How one list differs from the regime in an entry: some rows, how many there are, and the way to all."""

    mirror: Mirrored
    total: int
    rows: list[Gap]
    href: str


def mirrors_of_entry(mirrors: Mirrors, shelf: Shelf, entry: str) -> dict[str, object]:
    """What the template of an entry's page needs: for a regime's entry all mirrors, for a mirror's its own rows."""
    found = mirrors.of_regime(shelf.name)
    shared = [mirrors.shared_places(each) for each in mirrors.shared_by_entry.get((shelf.name, entry), ())]
    if found:
        others = [each for mirror in found if (each := _others(mirror, mirror.gaps_by_entry.get(entry, [])))]
        return {"others": others, "adoption": _adoption(found, entry), "shared": shared, "regime_entry": None,
                "beside": side_by_side(shelf, found, entry, "../../")}  # fmt: skip
    if shelf.name not in mirrors.names:
        return {"others": [], "adoption": [], "shared": [], "regime_entry": None, "beside": None}
    mirror = mirrors.of(shelf.name)
    own = _others(mirror, mirror.gaps_by_own_entry.get(entry, []))
    code = mirror.regime_entries.get(entry, "")
    href = entry_href(mirror.regime.shelf, code)
    return {
        "others": [own] if own else [], "adoption": [], "shared": shared, "beside": None,
        "regime_entry": (mirror.regime_short, code, href) if href else None,
    }  # fmt: skip


def _others(mirror: Mirrored, rows: list[GapRow]) -> Others | None:
    if not rows:
        return None
    shown = gap_list(mirror, rows[:MOST_GAPS])
    return Others(mirror, len(rows), shown, gap_href(mirror, mirror.entry(rows[0].code or rows[0].mirror_code)))


def _adoption(found: list[Mirrored], entry: str) -> list[AdoptionRow]:
    """By regime edition, newest first."""
    by_edition: dict[str, list[Fates]] = {}
    for mirror in found:
        groups: dict[str, list[Adoption]] = {}
        for each in mirror.adoptions_by_entry.get(entry, ()):
            if each.kind != "reworded":
                groups.setdefault(each.regime_edition, []).append(each)
        for edition, adoptions in groups.items():
            by_edition.setdefault(edition, []).append(_fates(mirror, adoptions))
    return [AdoptionRow(edition, by_edition[edition]) for edition in sorted(by_edition, reverse=True)]


def _fates(mirror: Mirrored, adoptions: list[Adoption]) -> Fates:
    counts = Counter(each.status for each in adoptions)
    days = sorted({day_of(each) for each in adoptions if each.status == "adopted" and each.days is not None})
    return Fates(
        mirror, mirror.adoption_href(adoptions[0]),
        [(mark, counts[status]) for status, mark in STATUS_MARKS.items() if counts[status]], days,
    )  # fmt: skip
