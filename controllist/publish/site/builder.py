"""The dataset as a static site: a new folder takes the old one's place; where nothing changed, nothing is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from controllist.errors import Refused, WrongUse
from controllist.folders import take_place
from controllist.library import Library
from controllist.publish.parts.options import Options, options_of
from controllist.publish.parts.templating import default_templates
from controllist.publish.site.record import (
    digest_of_inputs,
    keep_unchanged,
    load_record,
    shown_texts,
    stands,
    write_record,
)

if TYPE_CHECKING:
    from controllist.publish.site.printing import Step

GENERATOR = b'<meta name="generator" content="controllist'
"""Stands in every page; a folder whose first page has it is a site of ours and may be replaced."""


def build_site(
    library: Library,
    out: Path,
    jobs: int,
    *,
    with_texts: bool = False,
    base_url: str = "",
    downloads: bool = False,
    tell: Callable[[Step], None] = lambda step: None,
) -> Path:
    """Write the site of all lists that hold an edition to `out`, whole or not at all; the path of its first page.

    Where `out` holds the site of the same lists, templates and options already, no file is touched and `tell` is told
    nothing; else it is told each step. `with_texts`, `base_url`, `downloads`: see `Options`.
    Raises `WrongUse` where `out` holds something that is not a site of ours or the options make no site, `Refused`
    where a template is wrong or `out` cannot be written.
    """
    options = options_of(with_texts=with_texts, base_url=base_url, downloads=downloads)
    out = out.absolute()
    _refuse_foreign(out)
    _refuse_without_texts(library, options)
    inputs = digest_of_inputs(library, options, default_templates())
    last = load_record(out)
    if last is None or last.inputs != inputs or not stands(out, last):
        with _fresh_folder(out) as fresh:
            _write_whole(library, fresh, jobs, options, tell)
            record = write_record(fresh, inputs, options)
            if last is not None:
                keep_unchanged(fresh, out, record.files, last)
            _replace(fresh, out)
    return out / "index.html"


def _write_whole(library: Library, fresh: Path, jobs: int, options: Options, tell: Callable[[Step], None]) -> None:
    from controllist.publish.site.printing import (
        print_site,  # all kinds of pages, which nothing needs that did not change
    )

    print_site(library, fresh, jobs, options, tell)


def _refuse_foreign(out: Path) -> None:
    remedy = "name a new folder, or one that was built before, with --out"
    if out.exists() and not out.is_dir():
        raise WrongUse(f"{out}: is a file; {remedy}")
    if out.is_dir() and any(out.iterdir()):
        front = out / "index.html"
        if not front.is_file() or GENERATOR not in front.read_bytes():
            raise WrongUse(f"{out}: holds something that controllist did not build; {remedy}")


def _refuse_without_texts(library: Library, options: Options) -> None:
    if options.with_texts and not shown_texts(library, options):
        raise WrongUse(
            f"{library.vault.folder}: this vault holds the text of no edition; fill it with: controllist ingest --from "
            "FOLDER, name another with --vault before the command, or leave out --with-texts"
        )


@contextmanager
def _fresh_folder(out: Path) -> Iterator[Path]:
    """A new folder beside `out`, gone afterwards; what a build left that was killed goes with it."""
    start = f".{out.name}.new-"
    fresh = out.with_name(f"{start}{os.getpid()}")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for left in out.parent.glob(f"{start}*"):
            if not _alive(left.name.removeprefix(start)):
                shutil.rmtree(left, ignore_errors=True)
        fresh.mkdir()
    except OSError as error:
        raise _unwritable(out, error) from None
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _alive(process: str) -> bool:
    """Whether the process of that id runs, other than this one."""
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return int(process) != os.getpid()


def _replace(fresh: Path, out: Path) -> None:
    try:
        take_place(fresh, out)
    except OSError as error:
        raise _unwritable(out, error) from None


def _unwritable(out: Path, error: OSError) -> Refused:
    return Refused(f"{out}: cannot be written ({error}); name a folder of your own with --out")
