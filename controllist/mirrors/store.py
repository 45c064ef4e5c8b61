"""The files in which the dataset keeps what was found of a mirror, beside its list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from controllist.errors import WrongUse
from controllist.mirrors.records import Adoption, Correspondence, GapRow, Medians, MirrorRecords, Shared, Update
from controllist.sources.vault import write_whole

_T = TypeVar("_T")

CORRESPONDENCES = "correspondences.jsonl"
ADOPTIONS = "adoptions.jsonl"
GAPS = "gaps.jsonl"
UPDATES = "updates.jsonl"
MEDIANS = "medians.json"
SHARED = "shared.jsonl"


def save_mirror(folder: Path, records: MirrorRecords, medians: Medians) -> None:
    """Write the records of one mirror into the folder of its list, each file whole."""
    write_whole(folder / CORRESPONDENCES, _lines(records.correspondences))
    write_whole(folder / ADOPTIONS, _lines(records.adoptions))
    write_whole(folder / GAPS, _lines(records.gaps))
    write_whole(folder / UPDATES, _lines(records.updates))
    write_whole(folder / MEDIANS, msgspec.json.format(msgspec.json.encode(medians), indent=1) + b"\n")


def save_shared(lists: Path, shared: Sequence[Shared]) -> None:
    """Write the national controls that several lists share, into the folder of lists."""
    write_whole(lists / SHARED, _lines(shared))


def load_correspondences(folder: Path) -> list[Correspondence]:
    """The correspondences of a mirror; empty where none were found yet."""
    return _read(folder / CORRESPONDENCES, Correspondence)


def load_adoptions(folder: Path) -> list[Adoption]:
    """What became of each change of the regime in a mirror."""
    return _read(folder / ADOPTIONS, Adoption)


def load_gaps(folder: Path) -> list[GapRow]:
    """The rows of a mirror's newest edition against the regime's newest."""
    return _read(folder / GAPS, GapRow)


def load_updates(folder: Path) -> list[Update]:
    """What each instrument did, newest first."""
    return _read(folder / UPDATES, Update)


def load_shared(lists: Path) -> list[Shared]:
    """The national controls that several lists share."""
    return _read(lists / SHARED, Shared)


def load_medians(folder: Path) -> Medians | None:
    """The medians of a mirror's lag; None where they were not computed yet."""
    path = folder / MEDIANS
    if not path.exists():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Medians)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongUse(f"{path}: {error}; write it anew with controllist ingest") from None


def _lines(records: Sequence[msgspec.Struct]) -> bytes:
    encoder = msgspec.json.Encoder()
    return b"".join(encoder.encode(record) + b"\n" for record in records)


def _read(path: Path, kind: type[_T]) -> list[_T]:
    if not path.exists():
        return []
    try:
        return msgspec.json.Decoder(kind).decode_lines(path.read_bytes())
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise WrongUse(f"{path}: {error}; write it anew with controllist ingest") from None
