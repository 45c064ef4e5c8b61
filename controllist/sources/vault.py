"""The local vault: official files by their sha256, and the editions read from them. It never leaves this machine."""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from platformdirs import user_data_path

from controllist.lines import SourceData
from controllist.model import Edition, SourceFile


class FileRecord(msgspec.Struct, frozen=True):
    """What the vault notes beside a file: its name, where it came from, when."""

    name: str
    url: str
    retrieved: str


def default_vault() -> Path:
    """`$CONTROLLIST_VAULT`, or the user's own data folder."""
    named = os.environ.get("CONTROLLIST_VAULT")
    return Path(named) if named else user_data_path("controllist") / "vault"


class Vault:
    """A folder of official files (`files/<sha256>`) and of editions read from them (`editions/<list>/<date>`)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add_file(self, source: SourceData, urls: Mapping[str, str]) -> SourceFile:
        """Keep a file with its address, found by its digest; one that is there already stays as it is."""
        digest = hashlib.sha256(source.data).hexdigest()
        path = self.folder / "files" / digest
        if not path.exists():
            now = datetime.now(UTC).isoformat(timespec="seconds")
            write_whole(path, source.data)
            record = FileRecord(source.name, urls.get(digest, ""), now)
            write_whole(path.with_suffix(".json"), msgspec.json.encode(record))
        return SourceFile(source.name, digest)

    def file(self, wanted: SourceFile) -> SourceData | None:
        """A kept file under the name the edition gives it; None where it is not kept or no longer has its digest."""
        path = self.folder / "files" / wanted.sha256
        if not path.exists():
            return None
        data = path.read_bytes()
        return SourceData(wanted.name, data) if hashlib.sha256(data).hexdigest() == wanted.sha256 else None

    def add_edition(self, edition: Edition) -> None:
        """Keep an edition with its texts."""
        packed = gzip.compress(msgspec.json.encode(edition), compresslevel=5, mtime=0)
        write_whole(self.edition_path(edition.info.list, edition.info.edition), packed)

    def edition(self, name: str, date: str, sha256: str) -> Edition | None:
        """A kept edition read from the source with that digest, or None."""
        path = self.edition_path(name, date)
        if not path.exists():
            return None
        try:
            edition = msgspec.json.decode(gzip.decompress(path.read_bytes()), type=Edition)
        except (OSError, EOFError, msgspec.ValidationError, msgspec.DecodeError):
            return None  # kept by another version: as if it were not there
        return edition if edition.info.source.sha256 == sha256 else None

    def edition_files(self, name: str) -> list[Path]:
        """The files of a list's kept editions, oldest first."""
        return sorted((self.folder / "editions" / name).glob("*.json.gz"))

    def edition_path(self, name: str, date: str) -> Path:
        """Where an edition is kept, if it is."""
        return self.folder / "editions" / name / f"{date}.json.gz"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    temporary.write_bytes(data)
    temporary.replace(path)
