"""All pages of a site into a folder, written by processes side by side."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

from controllist.errors import WrongUse
from controllist.library import Library
from controllist.publish.parts.addresses import OTHERS
from controllist.publish.parts.options import Options
from controllist.publish.parts.press import Press
from controllist.publish.parts.templating import forget_templates
from controllist.publish.site.tasks import LAST, Task, run, tasks
from controllist.sources.vault import Vault


class Step(NamedTuple):
    """How far a build is: the tasks that are done, all there are, and what the last one was about."""

    done: int
    total: int
    what: str


Tell = Callable[[Step], None]


def print_site(library: Library, folder: Path, jobs: int, options: Options, tell: Tell) -> None:
    """Write all files of the site into `folder`.

    Raises `WrongUse` where the lists make no site, `Refused` where a template is wrong or a file cannot be written.
    """
    forget_templates()
    press = Press(library, folder, options)
    if not press.names:
        raise WrongUse(f"{library.lists}: no list here holds an edition; write one with: controllist ingest")
    if taken := OTHERS.intersection(press.names):
        folder_of_list = library.lists / min(taken)
        raise WrongUse(f"{folder_of_list}: the site has a folder of that name; call the list something else")
    wanted = list(tasks(press))
    total = len(wanted) + len(LAST)
    if jobs <= 1:
        for done, task in enumerate(wanted, 1):
            run(press, task)
            tell(Step(done, total, _what(task)))
    else:
        _print_side_by_side(press, folder, wanted, jobs, lambda done, task: tell(Step(done, total, _what(task))))
    for done, (name, write) in enumerate(LAST.items(), len(wanted) + 1):
        write(press)
        tell(Step(done, total, name))


def _print_side_by_side(
    press: Press, folder: Path, wanted: list[Task], jobs: int, tell: Callable[[int, Task], None]
) -> None:
    given = (press.library.lists, press.library.vault.folder, folder, press.options)
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=given) as pool:
        futures = {pool.submit(_run, task): task for task in wanted}
        try:
            for done, future in enumerate(as_completed(futures), 1):
                future.result()
                tell(done, futures[future])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)  # what is wrong with one page need not wait for the others
            raise


def _what(task: Task) -> str:
    return f"{task.list} {task.kind}".strip()


_press: Press | None = None
"""The press of a worker process."""


def _start(lists: Path, vault: Path, folder: Path, options: Options) -> None:
    global _press
    _press = Press(Library(lists, Vault(vault)), folder, options)


def _run(task: Task) -> None:
    assert _press is not None
    run(_press, task)
