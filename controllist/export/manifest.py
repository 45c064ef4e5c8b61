"""`manifest.json`: every file of an export with its size and digest, by which an export also knows its own folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from controllist.errors import WrongUse
from controllist.export.shape import DATASET_VERSION, NAME

FILE = "manifest.json"


class FileRow(msgspec.Struct, frozen=True):
    """One file: its path below the export, its size in bytes, its digest."""

    path: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """An export: the version of its shape, the newest edition of each list in it, its forms, and its files."""

    dataset: str
    version: str
    lists: dict[str, str]
    forms: tuple[str, ...]
    files: tuple[FileRow, ...]


def files_below(folder: Path) -> dict[str, FileRow]:
    """Every file below a folder but the manifest, by its path."""
    paths = sorted(str(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file())
    return {path: _row(folder, path) for path in paths if path != FILE}


def _row(folder: Path, path: str) -> FileRow:
    with (folder / path).open("rb") as source:
        digest = hashlib.file_digest(source, "sha256").hexdigest()
    return FileRow(path, (folder / path).stat().st_size, digest)


def encoded_manifest(folder: Path, lists: dict[str, str], forms: tuple[str, ...]) -> bytes:
    """The manifest of the files below a folder."""
    manifest = Manifest(NAME, DATASET_VERSION, lists, forms, tuple(files_below(folder).values()))
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def load_manifest(folder: Path) -> Manifest:
    """The manifest of an export."""
    return msgspec.json.decode((folder / FILE).read_bytes(), type=Manifest)


def refuse_foreign(out: Path) -> None:
    """Raise `WrongUse` where `out` is neither new, nor empty, nor an export of ours with nothing else in it."""
    remedy = "name a new folder, or one that was exported before, with --out"
    if out.exists() and not out.is_dir():
        raise WrongUse(f"{out}: is a file; {remedy}")
    if not out.is_dir() or not any(out.iterdir()):
        return
    try:
        known = load_manifest(out)
    except (FileNotFoundError, msgspec.ValidationError, msgspec.DecodeError):
        raise WrongUse(f"{out}: holds something that controllist did not export; {remedy}") from None
    ours = {FILE, *(file.path for file in known.files)}
    found = (path.relative_to(out).as_posix() for path in sorted(out.rglob("*")) if not path.is_dir())
    foreign = next((path for path in found if path not in ours), "")
    if known.dataset != NAME or foreign:
        raise WrongUse(f"{out}: holds something that controllist did not export ({foreign or FILE}); {remedy}")
