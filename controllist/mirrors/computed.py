"""Gap rows that were computed on this machine before, kept beside the texts that they were computed from.

Rows of two editions with texts take seconds, and the dataset records those of the newest editions alone. What is kept
counts only as long as everything it was made from has the same bytes: both lists' records, both texts, this program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from controllist.mirrors.records import GapRow
from controllist.sources.vault import write_whole

_PACKAGE = Path(__file__).resolve().parents[1]


class _Kept(msgspec.Struct, frozen=True):
    made_from: str
    rows: tuple[GapRow, ...]


def made_from(files: Iterable[Path]) -> str:
    """sha256 of what rows are made from: some files, a missing one counting as empty, and this program's own."""
    found = hashlib.sha256()
    for path in [*files, *sorted(_PACKAGE.rglob("*.py"))]:
        data = path.read_bytes() if path.exists() else b""
        found.update(f"{path.name} {len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


def kept_rows(path: Path, made: str) -> tuple[GapRow, ...] | None:
    """The rows kept in a file, if they were made from just this; else None."""
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.ValidationError, msgspec.DecodeError):
        return None  # not there, or kept by another version
    return kept.rows if kept.made_from == made else None


def keep_rows(path: Path, made: str, rows: Sequence[GapRow]) -> None:
    """Keep rows for the next time; where nothing can be written, nothing is kept."""
    try:
        write_whole(path, msgspec.json.encode(_Kept(made, tuple(rows))))
    except OSError:
        return
