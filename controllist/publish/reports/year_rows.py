"""What changed in a list over a year, in the form that the reports of years print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from controllist.model import EditionInfo
from controllist.publish.parts.addresses import entry_page, pair_page, year_page
from controllist.publish.parts.change_rows import (
    EFFECTS,
    KINDS,
    Counts,
    Mark,
    category_title,
    kinds_in,
    kinds_of_rows,
    name_of,
    part_in,
)
from controllist.publish.parts.pair_index import PairCounts
from controllist.publish.parts.shelf import Shelf
from controllist.publish.reports.filtering import tally
from controllist.publish.reports.summaries import Summary, summary
from controllist.publish.reports.year_index import ListYear
from controllist.report.view import Category, Entry, Row

# Measured: about so many bytes of HTML each takes on the page of a year.
_CHANGE_BYTES, _STEP_BYTES, _ENTRY_BYTES = 240, 100, 330


class NetRow(NamedTuple):
    """What became of a node over a year: `steps` are the editions that changed it with the addresses of the changes in
    their reports, oldest first."""

    name: Markup
    kind: Mark
    effect: Mark
    steps: tuple[tuple[str, str], ...]


class NetEntry(NamedTuple):
    """An entry that changed in a year, with the address of its page. Where the page has no room for the changes of each
    entry, `rows` is empty and `report` leads to the newest report that tells one."""

    code: str
    caption: str
    href: str
    report: str
    changes: int
    kinds: Counts
    tally: str
    rows: tuple[NetRow, ...]


class NetCategory(NamedTuple):
    """A category of a list with its entries that changed."""

    part: str
    title: str
    counts: Counts
    tally: str
    entries: tuple[NetEntry, ...]


class PairLine(NamedTuple):
    """An edition of a list against the one before it; both `before` and `href` are empty for a list's first."""

    shelf: Shelf
    info: EditionInfo
    before: str
    counts: PairCounts | None
    href: str


class ListReport(NamedTuple):
    """A list's year. `href` is its own page, where that of the year has no room for it; `summary` is None without a
    pair of editions, or without its record. `in_full` says that each change is named."""

    shelf: Shelf
    href: str
    pairs: tuple[PairLine, ...]
    summary: Summary | None
    categories: tuple[NetCategory, ...]
    in_full: bool


def list_report(each: ListYear, *, apart: bool, in_full: bool) -> ListReport:
    """A list's year; `apart` on its own page, `in_full` with each change, else with each entry's counts."""
    return ListReport(
        each.shelf,
        year_page(each.year, each.shelf.name) if apart and each.view else "",
        tuple(pair_line(each.shelf, number) for number in each.numbers),
        summary(each.view)._replace(categories=()) if each.view else None,
        tuple(_category(each, found, in_full) for found in each.view.categories) if each.view else (),
        in_full,
    )


def pair_line(shelf: Shelf, number: int) -> PairLine:
    """The n-th edition of a list against the one before it."""
    info = shelf.infos[number]
    before = shelf.infos[number - 1].edition if number else ""
    href = pair_page(shelf.name, before, info.edition) if number else ""
    return PairLine(shelf, info, before, shelf.counts(number) if number else None, href)


def weight(each: ListYear) -> int:
    """About how many bytes a list's year takes in full."""
    if each.view is None:
        return 0
    entries = [entry for category in each.view.categories for entry in category.entries]
    rows = [row for entry in entries for row in entry.rows]
    several = (len(steps) for row in rows if len(steps := each.steps_of(row.change)) > 1)
    return len(entries) * _ENTRY_BYTES + len(rows) * _CHANGE_BYTES + sum(several) * _STEP_BYTES


def _category(each: ListYear, category: Category, in_full: bool) -> NetCategory:
    entries = tuple(_entry(each, entry, in_full) for entry in category.entries)
    own = tally(row.change for entry in category.entries for row in entry.rows)
    return NetCategory(part_in(category), category_title(category), kinds_in(category), own, entries)


def _entry(each: ListYear, entry: Entry, in_full: bool) -> NetEntry:
    shelf = each.shelf
    rows = entry.rows
    return NetEntry(
        entry.code,
        entry.caption,
        entry_page(shelf.name, entry.code) if entry.code in shelf.entries else "",
        "" if in_full else max(_newest_steps(each, rows), default=("", ""))[1],
        len(rows),
        kinds_of_rows(rows),
        tally(row.change for row in rows),
        tuple(_row(each, row) for row in rows) if in_full else (),
    )


def _newest_steps(each: ListYear, rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    """The newest step of each change."""
    return (steps[-1] for row in rows if (steps := each.steps_of(row.change)))


def _row(each: ListYear, row: Row) -> NetRow:
    change = row.change
    idents = dict.fromkeys(side.id for side in (change.old, change.new) if side)
    name = Markup(" → ").join(name_of(ident) for ident in idents)
    return NetRow(name, KINDS[change.kind], EFFECTS[change.effect], tuple(each.steps_of(change)))
