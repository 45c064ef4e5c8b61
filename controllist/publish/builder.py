"""The dataset as a static site: pages written by parallel processes into a new folder, which then takes its place."""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from controllist.errors import Refused, WrongUse
from controllist.folders import take_place
from controllist.library import Library
from controllist.publish.addresses import OTHERS
from controllist.publish.press import Press
from controllist.publish.tasks import Task, run, tasks
from controllist.sources.vault import Vault

GENERATOR = b'<meta name="generator" content="controllist'
"""Stands in every page; a folder whose first page has it is a site of ours and may be replaced."""


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
    if not press.names:
        raise WrongUse(f"{library.lists}: no list here holds an edition; write one with: controllist ingest")
    if taken := OTHERS.intersection(press.names):
        raise WrongUse(f"{library.lists / min(taken)}: the site has a folder of that name; call the list something else")
    if jobs <= 1:
        for task in tasks(press):
            run(press, task)
        return
    given = (library.lists, library.vault.folder, folder, with_texts)
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=given) as pool:
        for future in [pool.submit(_run, task) for task in tasks(press)]:
            future.result()


_press: Press | None = None
"""The press of a worker process."""


def _start(lists: Path, vault: Path, folder: Path, with_texts: bool) -> None:
    global _press
    _press = Press(Library(lists, Vault(vault)), folder, with_texts)


def _run(task: Task) -> None:
    assert _press is not None
    run(_press, task)
