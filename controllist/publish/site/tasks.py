"""All pages of a site as tasks that processes can share: what there is to write, how much of it, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from controllist.publish.feeds.feeds import write_common_feeds, write_list_feeds
from controllist.publish.finding.code_pages import write_code_data, write_codes, write_search
from controllist.publish.finding.search_index import write_search_index
from controllist.publish.lists.data_pages import write_data, write_tables
from controllist.publish.lists.edition_pages import write_edition
from controllist.publish.lists.entry_pages import write_entry, write_entry_index
from controllist.publish.lists.front_page import write_front
from controllist.publish.lists.list_pages import write_about, write_assets, write_list
from controllist.publish.lists.method_pages import write_method
from controllist.publish.mirrors.curves import write_curves
from controllist.publish.mirrors.gap_pages import write_gaps
from controllist.publish.mirrors.lag_pages import write_lag
from controllist.publish.mirrors.mirror_pages import write_mirror
from controllist.publish.mirrors.update_pages import write_updates
from controllist.publish.parts.press import Press
from controllist.publish.reports.change_pages import write_changes
from controllist.publish.reports.deltas import write_deltas
from controllist.publish.reports.year_pages import write_years
from controllist.publish.site.hosting import write_hosting


class Task(NamedTuple):
    """A part of the work of one kind for one list: the units from `first` up to `end`.

    `list` is empty for the whole site.
    """

    list: str
    kind: str
    first: int
    end: int


class Kind(NamedTuple):
    """A kind of pages: how many units of it a list has, how many make a task, and what writes one of them."""

    units: Callable[[Press, str], int]
    a_task: int
    write: Callable[[Press, str, int], None]


def _mirror(press: Press, name: str, number: int) -> None:
    mirror = press.mirrors.of(name)
    write_mirror(press.site, press.mirrors, mirror)
    write_curves(press.site, press.mirrors, mirror)
    write_gaps(press.site, press.mirrors, mirror)
    write_updates(press.site, press.mirrors, mirror)


def _entry(press: Press, name: str, number: int) -> None:
    shelf = press.shelf(name)
    write_entry(press.site, shelf, list(shelf.entries)[number], press.mirrors)


def _list(press: Press, name: str, number: int) -> None:
    write_list(press.site, press.shelf(name), press.mirrors)
    write_entry_index(press.site, press.shelf(name))


def _common(press: Press, name: str, number: int) -> None:
    write_front(press.site, press.shelves, press.mirrors)
    write_common_feeds(press.site, press.shelves)
    write_method(press.site, press.shelves, press.mirrors)
    write_codes(press.site, press.shelves)
    write_search(press.site, press.shelves)
    write_about(press.site)
    write_assets(press.site)


def _data(press: Press, name: str, number: int) -> None:
    tables = write_tables(press.site, press.library) if press.options.downloads else None
    write_data(press.site, press.library.lists, press.shelves, tables)
    write_deltas(press)


SITE: dict[str, Kind] = {
    "data": Kind(lambda press, name: 1, 1, _data),
    "common": Kind(lambda press, name: 1, 1, _common),
    "years": Kind(lambda press, name: 1, 1, lambda press, name, number: write_years(press)),
}
"""What is written once for the whole site."""

LISTS: dict[str, Kind] = {
    "lag": Kind(lambda press, name: int(name in press.mirrors.regimes), 1,
                lambda press, name, number: write_lag(press.site, press.mirrors, name)),
    "mirror": Kind(lambda press, name: int(name in press.mirrors.names), 1, _mirror),
    "list": Kind(lambda press, name: 1, 1, _list),
    "codes": Kind(lambda press, name: len(press.shelf(name).infos), 10,
                  lambda press, name, number: write_code_data(press.site, press.library, press.shelf(name), number)),
    "editions": Kind(lambda press, name: len(press.shelf(name).infos), 3,
                     lambda press, name, number: write_edition(press.site, press.shelf(name), number)),
    "changes": Kind(lambda press, name: len(press.shelf(name).infos) - 1, 10,
                    lambda press, name, number: write_changes(press.site, press.shelf(name), number + 1)),
    "entries": Kind(lambda press, name: len(press.shelf(name).entries), 80, _entry),
    "feeds": Kind(lambda press, name: 1, 1,
                  lambda press, name, number: write_list_feeds(press.site, press.shelf(name), press.mirrors)),
}  # fmt: skip
"""What is written for each list."""


LAST: dict[str, Callable[[Press], None]] = {
    "search": lambda press: write_search_index(press.site.folder),
    "hosting": lambda press: write_hosting(press.site, press.shelves),
}
"""What is written when all that is above stands, in this order."""


def tasks(press: Press) -> Iterator[Task]:
    """All tasks; a list after the other, so that a process seldom loads more than one."""
    for kind in SITE:
        yield from _shares("", kind, SITE[kind], press)
    for name in press.names:
        for kind in LISTS:
            yield from _shares(name, kind, LISTS[kind], press)


def _shares(name: str, kind: str, what: Kind, press: Press) -> Iterator[Task]:
    units = what.units(press, name)
    for first in range(0, units, what.a_task):
        yield Task(name, kind, first, min(first + what.a_task, units))


def run(press: Press, task: Task) -> None:
    """Write the pages of a task."""
    kind = (LISTS if task.list else SITE)[task.kind]
    for number in range(task.first, task.end):
        kind.write(press, task.list, number)
