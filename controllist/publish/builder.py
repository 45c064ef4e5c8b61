"""The dataset as a static site: pages written by parallel processes into a new folder, which then takes its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Literal, NamedTuple

from controllist.errors import Refused, WrongUse
from controllist.folders import take_place
from controllist.library import Library
from controllist.publish.change_pages import write_changes
from controllist.publish.edition_pages import write_edition
from controllist.publish.entry_pages import write_entry, write_entry_index
from controllist.publish.gap_pages import write_gaps
from controllist.publish.lag_pages import write_lag
from controllist.publish.list_pages import write_about, write_data, write_front, write_list
from controllist.publish.mirror_pages import write_mirror
from controllist.publish.mirrored import Mirrors, lag_path
from controllist.publish.shelf import Shelf
from controllist.publish.templating import default_templates
from controllist.publish.update_pages import write_updates
from controllist.publish.writer import SiteWriter
from controllist.sources.catalogue import list_ids
from controllist.sources.vault import Vault

GENERATOR = b'<meta name="generator" content="controllist'
"""Stands in every page; a folder whose first page has it is a site of ours and may be replaced."""

_EDITIONS_A_TASK = 3
_CHANGES_A_TASK = 10
_ENTRIES_A_TASK = 80


class Task(NamedTuple):
    """Some pages of one list: the n-th editions, the changes that made them, or the entries so numbered; what it did as
    a mirror, or the page of its mirrors, whatever the numbers."""

    list: str
    what: Literal["editions", "changes", "entries", "mirror", "lag"]
    first: int
    end: int


def build_site(library: Library, out: Path, jobs: int, *, with_texts: bool = False) -> Path:
    """Write the site of all lists that hold an edition to `out`, whole or not at all; the path of its first page.

    `with_texts` shows the vault's texts of all lists, for this machine alone: each page says so.
    Raises `WrongUse` where `out` holds something that is not a site of ours, `Refused` where it cannot be written.
    """
    out = out.absolute()
    _refuse_foreign(out)
    fresh = out.with_name(f".{out.name}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        _write_all(library, fresh, jobs, with_texts)
        take_place(fresh, out)
    except OSError as error:
        raise Refused(f"{out}: cannot be written ({error}); name a folder of your own with --out") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return out / "index.html"


def _refuse_foreign(out: Path) -> None:
    remedy = "name a new folder, or one that was built before, with --out"
    if out.exists() and not out.is_dir():
        raise WrongUse(f"{out}: is a file; {remedy}")
    if out.is_dir() and any(out.iterdir()):
        front = out / "index.html"
        if not front.is_file() or GENERATOR not in front.read_bytes():
            raise WrongUse(f"{out}: holds something that controllist did not build; {remedy}")


def _write_all(library: Library, folder: Path, jobs: int, with_texts: bool) -> None:
    press = Press(library, folder, with_texts)
    names = [name for name in list_ids(library.lists) if library.infos(name)]
    if not names:
        raise WrongUse(f"{library.lists}: no list here holds an edition; write one with: controllist ingest")
    if jobs <= 1:
        for task in _tasks(press, names):
            press.run(task)
        press.common(names)
        return
    given = (library.lists, library.vault.folder, folder, with_texts)
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=given) as pool:
        futures = [pool.submit(_run, task) for task in _tasks(press, names)]
        press.common(names)
        for future in futures:
            future.result()


def _tasks(press: Press, names: list[str]) -> Iterator[Task]:
    """All tasks, a list after the other, so that a process seldom loads more than one; long ones first."""
    for regime in press.mirrors.regimes:
        yield Task(regime, "lag", 0, 0)
    for name in press.mirrors.names:
        yield Task(name, "mirror", 0, 0)
    for name in names:
        shelf = press.shelf(name)
        for first in range(0, len(shelf.infos), _EDITIONS_A_TASK):
            yield Task(name, "editions", first, min(first + _EDITIONS_A_TASK, len(shelf.infos)))
        for first in range(1, len(shelf.infos), _CHANGES_A_TASK):
            yield Task(name, "changes", first, min(first + _CHANGES_A_TASK, len(shelf.infos)))
        for first in range(0, len(shelf.entries), _ENTRIES_A_TASK):
            yield Task(name, "entries", first, min(first + _ENTRIES_A_TASK, len(shelf.entries)))


class Press:
    """Writes pages of any list into one folder."""

    def __init__(self, library: Library, folder: Path, with_texts: bool) -> None:
        self._library = library
        self._with_texts = with_texts
        self._shelves: dict[str, Shelf] = {}
        self.mirrors = Mirrors(library, self.shelf)
        first = next(iter(self.mirrors.regimes), "")
        self._site = SiteWriter(folder, local=with_texts, mirrors=lag_path(self.mirrors, first) if first else "")

    def shelf(self, name: str) -> Shelf:
        """One list."""
        if name not in self._shelves:
            self._shelves[name] = Shelf(self._library, name, with_texts=self._with_texts)
        return self._shelves[name]

    def run(self, task: Task) -> None:
        """Write the pages of a task."""
        if task.what in ("lag", "mirror"):
            self._run_mirrors(task)
            return
        shelf = self.shelf(task.list)
        if task.what == "entries":
            for entry in list(shelf.entries)[task.first : task.end]:
                write_entry(self._site, shelf, entry, self.mirrors)
            return
        write = write_edition if task.what == "editions" else write_changes
        for number in range(task.first, task.end):
            write(self._site, shelf, number)

    def _run_mirrors(self, task: Task) -> None:
        if task.what == "lag":
            write_lag(self._site, self.mirrors, task.list)
            return
        mirror = self.mirrors.of(task.list)
        write_mirror(self._site, self.mirrors, mirror)
        write_gaps(self._site, self.mirrors, mirror)
        write_updates(self._site, self.mirrors, mirror)

    def common(self, names: list[str]) -> None:
        """Write what is no task: the pages above the editions, the dataset, the assets."""
        shelves = [self.shelf(name) for name in names]
        write_front(self._site, shelves, self.mirrors)
        for shelf in shelves:
            write_list(self._site, shelf)
            write_entry_index(self._site, shelf)
        write_about(self._site)
        write_data(self._site, self._library.lists, shelves)
        for path in sorted((default_templates() / "assets").iterdir()):
            self._site.data(f"assets/{path.name}", path.read_bytes())


_press: Press | None = None
"""The press of a worker process."""


def _start(lists: Path, vault: Path, folder: Path, with_texts: bool) -> None:
    global _press
    _press = Press(Library(lists, Vault(vault)), folder, with_texts)


def _run(task: Task) -> None:
    assert _press is not None
    _press.run(task)
