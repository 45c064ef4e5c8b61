"""The lists a folder knows and the editions of each: `lists/<list>/list.toml` and `editions.toml`."""

from __future__ import annotations

import hashlib
import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec

from controllist.errors import WrongUse
from controllist.lines import SourceData
from controllist.model import EditionInfo, Provenance, Source, SourceFile
from controllist.sources.scheme import Scheme, load_scheme

_PACKAGE = Path(__file__).resolve().parents[1]


class EditionRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """One `[[edition]]` of editions.toml. `date` names the edition; the other dates are ISO or left out."""

    date: str
    label: str
    provenance: Provenance
    files: tuple[SourceFile, ...]
    published: str = ""
    in_force: str = ""
    adopted: str = ""
    instrument: str = ""
    url: str = ""

    @property
    def sha256(self) -> str:
        """The source's digest."""
        return digest_of_files(self.files)


class _EditionsFile(msgspec.Struct, frozen=True):
    edition: tuple[EditionRow, ...] = ()
    anchor: str = ""
    """The edition that names lineages."""


def digest_of_files(files: Iterable[SourceFile]) -> str:
    """sha256 of a source: its file's, or for several files the sha256 of their digests, one a line, in order."""
    digests = [file.sha256 for file in files]
    return digests[0] if len(digests) == 1 else hashlib.sha256("\n".join(digests).encode()).hexdigest()


def source_files(sources: Iterable[SourceData]) -> tuple[SourceFile, ...]:
    """Each file's name and sha256."""
    return tuple(SourceFile(source.name, hashlib.sha256(source.data).hexdigest()) for source in sources)


def default_lists() -> Path:
    """The folder of lists: `$CONTROLLIST_LISTS`, the checkout's `lists/`, or what the installed package carries."""
    if named := os.environ.get("CONTROLLIST_LISTS"):
        return Path(named)
    checkout = _PACKAGE.parent / "lists"
    return checkout if (checkout / "captions.toml").exists() else _PACKAGE / "_lists"


def list_ids(lists: Path) -> list[str]:
    """The ids of all lists in a folder, regimes first, then by name."""
    found = sorted(path.parent.name for path in lists.glob("*/list.toml"))
    if not found:
        raise WrongUse(f"{lists}: no list in this folder; name the folder of lists with --lists")
    return sorted(found, key=lambda name: (load_scheme(lists / name).role != "regime", name))


def scheme_of(lists: Path, name: str) -> Scheme:
    """The scheme of one list. Raises `WrongUse` naming the lists there are."""
    if not name or not (lists / name / "list.toml").is_file():
        known = ", ".join(list_ids(lists))
        raise WrongUse(f"{name!r} is no list; the lists are {known}. A new one is a folder in {lists} with a list.toml")
    return load_scheme(lists / name)


def edition_rows(lists: Path, name: str) -> tuple[EditionRow, ...]:
    """The editions of a list, oldest first."""
    return tuple(sorted(_editions_file(lists, name).edition, key=lambda row: row.date))


def anchor_of(lists: Path, name: str) -> str:
    """The edition that names the list's lineages; empty where none was chosen or the chosen one is not there."""
    file = _editions_file(lists, name)
    return file.anchor if any(row.date == file.anchor for row in file.edition) else ""


def _editions_file(lists: Path, name: str) -> _EditionsFile:
    path = lists / name / "editions.toml"
    if not path.exists():
        return _EditionsFile()
    state = path.stat()
    return _read_editions(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _read_editions(path: Path, _changed: int, _size: int) -> _EditionsFile:
    """The file as it is since it was changed: one command asks for it many times."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_EditionsFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongUse(f"{path}: {error}; see docs/dataset.md for the fields of an edition") from None


def editions_toml(path: Path, rows: Iterable[EditionRow], anchor: str) -> str:
    """An editions.toml with these editions: what stands at the file's head is kept, but for the anchor."""
    head = path.read_text(encoding="utf-8").partition("[[edition]]")[0] if path.exists() else ""
    lines = [line for line in head.splitlines() if not re.match(r"anchor\s*=", line)]
    comment = "\n".join(lines).rstrip()
    parts = [f"{comment}\n\n" if comment else "", f"anchor = {_quoted(anchor)}\n\n"]
    return "".join(parts) + "\n".join(edition_toml(row) for row in rows)


def info_of(name: str, row: EditionRow, source_format: str = "") -> EditionInfo:
    """What the catalogue knows of an edition, as the model holds it."""
    return EditionInfo(
        list=name,
        edition=row.date,
        label=row.label,
        provenance=row.provenance,
        source=Source(row.url, row.sha256, source_format, row.files),
        published=row.published,
        in_force=row.in_force,
        adopted=row.adopted,
        instrument=row.instrument,
    )


def edition_toml(row: EditionRow) -> str:
    """One edition as it stands in editions.toml."""
    lines = ["[[edition]]"]
    for field in ("date", "label", "published", "in_force", "adopted", "instrument", "provenance", "url"):
        if value := getattr(row, field):
            lines.append(f"{field} = {_quoted(value)}")
    lines.append("files = [")
    lines += [f'  {{ name = {_quoted(file.name)}, sha256 = "{file.sha256}" }},' for file in row.files]
    return "\n".join([*lines, "]", ""])


def _quoted(value: str) -> str:
    return msgspec.json.encode(value).decode()


def resolve_edition(rows: Iterable[str], wanted: str, name: str) -> str:
    """The date of the edition that `wanted` means: itself, the one in force on that day, or (empty) the newest.

    Raises `WrongUse` naming the nearest editions.
    """
    dates = sorted(rows)
    if not dates:
        raise WrongUse(f"list {name} has no edition yet; add one with: controllist ingest --list {name} FILE")
    if not wanted:
        return dates[-1]
    if not is_date(wanted):
        near = _named(name, _nearest(dates, wanted))
        raise WrongUse(f"{wanted!r} is no date; write {name}@YYYY-MM-DD. The nearest editions: {near}")
    earlier = [date for date in dates if date <= wanted]
    if not earlier:
        raise WrongUse(f"{name} has no edition on or before {wanted}; its first: {_named(name, dates[:2])}")
    return earlier[-1]


def is_date(text: str) -> bool:
    """Whether a text is a day that exists, written YYYY-MM-DD."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _nearest(dates: Sequence[str], wanted: str) -> Sequence[str]:
    """The editions before and after the year that a text names; the newest two where it names none."""
    year = re.search(r"(?:19|20)\d\d[-\d]*", wanted)
    at = min(max(bisect_left(dates, year.group()), 1), len(dates) - 1) if year else len(dates) - 1
    return dates[max(at - 1, 0) : at + 1]


def _named(name: str, dates: Iterable[str]) -> str:
    return ", ".join(f"{name}@{date}" for date in dates)
