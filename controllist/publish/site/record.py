"""The record that a build leaves in its site: what it was made from, and each of its files.

By it the next build sees that there is nothing to do, and which files it need not touch. It says nothing of the clock,
so two builds of the same data leave the same record.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

import controllist
from controllist.library import Library
from controllist.publish.parts.options import Options
from controllist.sources.catalogue import list_ids

RECORD = ".controllist.json"


class FileMark(msgspec.Struct, frozen=True, array_like=True):
    """A file of the site: its length in bytes and the sha256 of what it says."""

    size: int
    sha256: str


class Record(msgspec.Struct, frozen=True):
    """What a site was made from, as one digest and the options, and its files by path."""

    inputs: str
    options: Options
    files: Mapping[str, FileMark]

    @property
    def pages(self) -> int:
        """How many of the files are pages."""
        return sum(path.endswith(".html") for path in self.files)


def load_record(site: Path) -> Record | None:
    """The record of the build that wrote a site; None where there is none that this version can read."""
    try:
        return msgspec.json.decode((site / RECORD).read_bytes(), type=Record)
    except (OSError, msgspec.DecodeError):
        return None


def write_record(site: Path, inputs: str, options: Options) -> Record:
    """Record a site that stands whole in its folder; to be written last, since it is older than no file of the site."""
    files = {path: FileMark(os.path.getsize(site / path), _digest(site / path)) for path in site_files(site)}
    record = Record(inputs, options, files)
    (site / RECORD).write_bytes(msgspec.json.encode(record))
    return record


def site_files(site: Path) -> list[str]:
    """The paths of all files below a folder in their order, but for what is hidden at its top."""
    found = (os.path.relpath(path, site) for path in _files(site))
    return sorted(Path(path).as_posix() for path in found if not path.startswith("."))


def stands(site: Path, record: Record) -> bool:
    """Whether a site is as its record says: each file with the bytes it had, and none beside them."""
    return site_files(site) == sorted(record.files) and all(
        _unaltered(site, path, mark) for path, mark in record.files.items()
    )


def keep_unchanged(fresh: Path, site: Path, marks: Mapping[str, FileMark], last: Record) -> int:
    """Put the last site's own file in the place of each new one that says the same; how many there were.

    A file that did not change thus keeps its time, and whoever copies the site on copies only what changed.
    """
    kept = 0
    for path, mark in marks.items():
        if last.files.get(path) == mark and _unaltered(site, path, mark):
            _take_over(site / path, fresh / path)
            kept += 1
    return kept


def _take_over(old: Path, new: Path) -> None:
    """Make `new` the file `old`, whose bytes it has; where the file system has no links, with its time at least."""
    link = new.with_name(f"{new.name}.kept")
    try:
        os.link(old, link)
    except OSError:
        shutil.copystat(old, new)
        return
    os.replace(link, new)


def _unaltered(site: Path, path: str, mark: FileMark) -> bool:
    """Whether a file has the bytes of its mark: one older than the record is told by its length, as make does it."""
    try:
        found = os.stat(site / path)
        if found.st_size != mark.size:
            return False
        return found.st_mtime_ns < os.stat(site / RECORD).st_mtime_ns or _digest(site / path) == mark.sha256
    except OSError:
        return False


def digest_of_inputs(library: Library, options: Options, templates: Path) -> str:
    """One digest of all that a site's bytes come from: lists, templates, programs, options, the texts it shows."""
    whole = hashlib.sha256(msgspec.json.encode([options, sys.version_info[:2], _packages()]))
    folders = [library.lists, templates, Path(controllist.__file__).parent]
    for folder in folders:
        for path in sorted(_files(folder)):
            whole.update(f"{path.relative_to(folder).as_posix()}\0{_digest(path)}\n".encode())
        whole.update(b"\n")
    for path in shown_texts(library, options):
        whole.update(f"{path.parent.name}/{path.name}\0{_digest(path)}\n".encode())
    return whole.hexdigest()


def shown_texts(library: Library, options: Options) -> list[Path]:
    """The vault's editions whose texts a site shows."""
    names = (name for name in list_ids(library.lists) if options.with_texts or library.scheme(name).publish == "text")
    return [path for name in names for path in library.vault.edition_files(name)]


def _packages() -> list[str]:
    """All packages of this Python with their versions, as their folders are called: any of them may shape a page."""
    folders = {Path(entry) for entry in sys.path if entry and Path(entry).is_dir()}
    return sorted({path.name for folder in folders for path in folder.glob("*.dist-info")})


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder, but for caches."""
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            yield Path(above, name)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
