"""What changed in a year, everywhere: all lists side by side, and what the mirrors took over from their regimes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from controllist.publish.parts.addresses import YEARS, year_page
from controllist.publish.parts.pair_index import HEAVIEST
from controllist.publish.parts.press import Press
from controllist.publish.parts.writer import Crumb
from controllist.publish.reports.downloads import Offer, write_year_files
from controllist.publish.reports.filtering import Choice, Filter, filter_of
from controllist.publish.reports.summaries import added_up
from controllist.publish.reports.year_adoptions import MirrorAdoptions, adoptions_by_year
from controllist.publish.reports.year_index import ListYear, years_of
from controllist.publish.reports.year_rows import ListReport, list_report, pair_line, weight

_NEWEST = 12
"""Pairs of editions that the first page of all years names."""


class YearCell(NamedTuple):
    """A list's year in the table of years; `changes` is None where there is nothing to compare with."""

    changes: int | None
    editions: int
    href: str


class Turn(NamedTuple):
    """The years beside a year, empty where there is none."""

    before: str
    after: str


def write_years(press: Press) -> None:
    """Write the page of all years, and the report of each."""
    found = years_of(press.shelves)
    newest_first = list(found)
    adopted = adoptions_by_year(press.mirrors)
    cells: dict[str, dict[str, YearCell]] = {}
    for at, (year, lists) in enumerate(found.items()):
        turn = Turn("".join(newest_first[at + 1 : at + 2]), newest_first[at - 1] if at else "")
        _write_year(press, year, lists, adopted.get(year, []), turn)
        cells[year] = {each.shelf.name: _cell(each) for each in lists}
        found[year] = []  # what was compared is let go again
    _write_index(press, cells, {year: sum(each.sure for each in lines) for year, lines in adopted.items()})


def _cell(each: ListYear) -> YearCell:
    changes = len(each.comparison.changes) if each.comparison else None
    return YearCell(changes, len(each.numbers), f"{year_page(each.year)}#{each.shelf.name}")


def _write_index(press: Press, cells: Mapping[str, Mapping[str, YearCell]], adopted: Mapping[str, int]) -> None:
    newest = [pair_line(shelf, number) for shelf in press.shelves for number in range(1, len(shelf.infos))]
    newest.sort(key=lambda pair: (pair.info.edition, pair.shelf.name), reverse=True)
    press.site.page(
        YEARS,
        "years.html",
        title="What changed, year by year",
        crumbs=(Crumb("Lists", "index.html"),),
        shelves=press.shelves,
        cells=cells,
        adopted=adopted,
        newest=newest[:_NEWEST],
    )


def _write_year(
    press: Press, year: str, lists: Sequence[ListYear], adopted: Sequence[MirrorAdoptions], turn: Turn
) -> None:
    weights = {each.shelf.name: weight(each) for each in lists}
    apart = sum(weights.values()) > HEAVIEST
    reports = [list_report(each, apart=apart, in_full=weights[each.shelf.name] <= HEAVIEST) for each in lists]
    files = _files(press, year, lists)
    press.site.page(
        year_page(year),
        "year.html",
        title=f"What changed in {year}",
        crumbs=_crumbs(),
        year=year,
        lists=reports,
        summary=added_up(report.summary for report in reports if report.summary),
        adopted=adopted,
        files=files,
        turn=turn,
        filter=_filter([(each, report) for each, report in zip(lists, reports, strict=True) if each.view]),
    )
    for each, report in zip(lists, reports, strict=True):
        if report.href:
            _write_list_year(press, each, report, files)


def _write_list_year(press: Press, each: ListYear, report: ListReport, files: Sequence[Offer]) -> None:
    short = each.shelf.scheme.short
    press.site.page(
        report.href,
        "year_list.html",
        title=f"What changed in {each.year}: {short}",
        crumbs=(*_crumbs(), Crumb(each.year, year_page(each.year))),
        year=each.year,
        report=report,
        files=files,
        filter=_filter([(each, report)]),
    )


def _crumbs() -> tuple[Crumb, ...]:
    return Crumb("Lists", "index.html"), Crumb("Changes", YEARS)


def _files(press: Press, year: str, lists: Sequence[ListYear]) -> tuple[Offer, ...]:
    found = [(each.shelf, each.comparison) for each in lists if each.comparison]
    return write_year_files(press.site, year, found) if found else ()


def _filter(found: Iterable[tuple[ListYear, ListReport]]) -> Filter | None:
    """What a page with these lists can be narrowed down to."""
    held = list(found)
    changes = [change for each, _ in held if each.comparison for change in each.comparison.changes]
    categories = {part.part: part.title for _, report in held for part in report.categories}
    return filter_of(
        changes,
        ("list", [Choice(each.shelf.name, each.shelf.scheme.short) for each, _ in held]),
        ("category", [Choice(part, title) for part, title in sorted(categories.items())]),
    )
