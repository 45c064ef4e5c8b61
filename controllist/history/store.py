"""Reading and writing a list's dataset: what is written beside its list.toml and editions.toml.

`nodes.jsonl` and `readings.jsonl` hold the editions, `lineages.jsonl` which node is which through all of them, and
`changes/` what changed between each two successive ones.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from controllist.codes import Style
from controllist.errors import Refused, WrongUse
from controllist.folders import take_place
from controllist.history.lineages import Lineage, Lineages
from controllist.history.order import common_order, departures, restored
from controllist.history.pairs import FOLDER, PairRecord, encoded_pair, pair_path
from controllist.history.records import Facts, Reading, Version, facts_of, node_of, reading_of
from controllist.model import Edition, Node

_T = TypeVar("_T")

NODES = "nodes.jsonl"
READINGS = "readings.jsonl"
LINEAGES = "lineages.jsonl"


class History:
    """A list's dataset in memory: every node's versions in the list's common order, readings and lineages."""

    def __init__(
        self, versions: Sequence[Version], readings: Sequence[Reading], lineages: Sequence[Lineage] = ()
    ) -> None:
        self._versions = tuple(versions)
        self._lineages = tuple(lineages)
        self.readings = {reading.edition: reading for reading in sorted(readings, key=lambda r: r.edition)}

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every node's versions in the list's common order, older before newer."""
        return self._versions

    @cached_property
    def lineages(self) -> Lineages:
        """Which node is which through all editions."""
        return Lineages(self._lineages, self.editions)

    @property
    def editions(self) -> list[str]:
        """The dates of the editions, oldest first."""
        return list(self.readings)

    @cached_property
    def _facts(self) -> dict[str, dict[str, Facts]]:
        return {}

    def facts(self, edition: str) -> dict[str, Facts]:
        """The facts of each node of an edition, in document order."""
        if edition not in self._facts:
            known = self._holding(edition)
            moved = self.readings[edition].moved
            self._facts[edition] = {ident: known[ident] for ident in restored(list(known), moved)} if moved else known
        return self._facts[edition]

    def nodes(self, edition: str, label: str, style: Style) -> tuple[Node, ...]:
        """The nodes of an edition as far as facts tell them, in document order."""
        return tuple(
            node_of(ident, facts, f"{label}, {facts.code or ident}", style)
            for ident, facts in self.facts(edition).items()
        )


    def _holding(self, edition: str) -> dict[str, Facts]:
        """The facts of each node of an edition, in the list's common order."""
        return {version.id: version.facts for version in self.versions if _holds(version.spans, edition)}


class _Stored(History):
    """A dataset as its folder held it when it was loaded, decoded as far as it is asked for: most answers need the
    nodes of one or two editions, or none."""

    def __init__(self, folder: Path) -> None:
        super().__init__((), _File(folder / READINGS).records(Reading))
        self._nodes, self._lineage_file = _File(folder / NODES), _File(folder / LINEAGES)

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every node's versions. Raises `WrongUse` where the file does not fit, as do the facts of an edition."""
        if not self._versions:
            read = enumerate(self._unread)
            self._versions = tuple(Version(one.id, one.spans, self._facts_of(at)) for at, one in read)
        return self._versions

    @cached_property
    def lineages(self) -> Lineages:
        """Which node is which through all editions. Raises `WrongUse` where the file does not fit."""
        return Lineages(self._lineage_file.records(Lineage), self.editions)

    @cached_property
    def _unread(self) -> list[_Unread]:
        return self._nodes.records(_Unread)

    @cached_property
    def _read(self) -> list[Facts | None]:
        return [None] * len(self._unread)

    def _holding(self, edition: str) -> dict[str, Facts]:
        return {one.id: self._facts_of(at) for at, one in enumerate(self._unread) if _holds(one.spans, edition)}

    def _facts_of(self, at: int) -> Facts:
        facts = self._read[at]
        if facts is None:
            try:
                facts = self._read[at] = _FACTS.decode(self._unread[at].facts)
            except msgspec.ValidationError:
                raise self._nodes.damage(Version) from None
        return facts


class _Unread(msgspec.Struct, frozen=True, gc=False):
    """A version whose facts have not been decoded."""

    id: str
    spans: tuple[tuple[str, ...], ...]
    facts: msgspec.Raw


_FACTS = msgspec.json.Decoder(Facts)


def _holds(spans: tuple[tuple[str, ...], ...], edition: str) -> bool:
    for span in spans:  # noqa: SIM110 - called for every version: a generator takes three times as long
        if span[0] <= edition and (len(span) == 1 or edition <= span[1]):
            return True
    return False


def compile_history(kept: Mapping[str, tuple[Reading, dict[str, Facts]]], editions: Sequence[Edition]) -> History:
    """The history of a list from the editions that are kept as facts and those that were just read (which win)."""
    parts = dict(kept)
    for edition in editions:
        facts = {node.id: facts_of(node) for node in edition.nodes}
        parts[edition.info.edition] = (reading_of(edition), facts)
    dates = sorted(parts)
    order = common_order([list(parts[date][1]) for date in dates])
    readings = []
    for date in dates:
        reading, facts = parts[date]
        ids = list(facts)
        readings.append(msgspec.structs.replace(reading, moved=departures(ids, order)))
    return History(_versions(dates, {date: parts[date][1] for date in dates}, order), readings)


def _versions(dates: list[str], facts: Mapping[str, Mapping[str, Facts]], order: list[str]) -> list[Version]:
    versions: list[Version] = []
    for ident in order:
        spans: dict[Facts, list[list[str]]] = {}
        before: Facts | None = None
        for date in dates:
            now = facts[date].get(ident)
            if now is not None:
                if now == before:
                    spans[now][-1][-1] = date
                else:
                    spans.setdefault(now, []).append([date, date])
            before = now
        for content, found in spans.items():
            closed = tuple((first,) if last == dates[-1] else (first, last) for first, last in found)
            versions.append(Version(ident, closed, content))
    return versions


def load_history(folder: Path) -> History:
    """The dataset of the list in `folder`; empty where none was written yet.

    Raises `WrongUse` naming the file and line that do not fit: for nodes and lineages, when they are asked for.
    """
    return _Stored(folder)


class _File:
    """A file of records, one a line, as it was when it was read; empty where there is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path.read_bytes() if path.exists() else b""

    def records(self, kind: type[_T]) -> list[_T]:
        """The records. Raises `WrongUse` naming the line that does not fit."""
        try:
            return msgspec.json.Decoder(kind).decode_lines(self.data)
        except (msgspec.ValidationError, msgspec.DecodeError):
            raise self.damage(kind) from None

    def damage(self, kind: type[_T]) -> WrongUse:
        """What is wrong with the file, and on which line."""
        decoder = msgspec.json.Decoder(kind)
        for number, line in enumerate(self.data.splitlines(), 1):
            try:
                decoder.decode(line)
            except (msgspec.ValidationError, msgspec.DecodeError) as error:
                return WrongUse(f"{self.path}:{number}: {error}; write the list anew with controllist ingest")
        return WrongUse(f"{self.path}: damaged; write the list anew with controllist ingest")


def save_history(
    folder: Path, history: History, pairs: Iterable[PairRecord] = (), editions_toml: str | None = None
) -> None:
    """Write a list's dataset whole or not at all: a new folder is filled, then takes the old one's place.

    Raises `Refused` where the folder cannot be written.
    """
    fresh = folder.with_name(f".{folder.name}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(folder, fresh)
        _fill(fresh, history, pairs)
        if editions_toml is not None:
            (fresh / "editions.toml").write_text(editions_toml, encoding="utf-8")
        take_place(fresh, folder)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise Refused(f"{folder}: cannot be written ({error}); name a folder of your own with --lists") from None


def _fill(folder: Path, history: History, pairs: Iterable[PairRecord]) -> None:
    (folder / NODES).write_bytes(_encoded(history.versions))
    (folder / READINGS).write_bytes(_encoded(list(history.readings.values())))
    (folder / LINEAGES).write_bytes(_encoded(list(history.lineages.recorded.values())))
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    for pair in pairs:
        path = pair_path(folder, pair.old, pair.new)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(encoded_pair(pair))


def _encoded(records: Sequence[msgspec.Struct]) -> bytes:
    encoder = msgspec.json.Encoder()
    return b"".join(encoder.encode(record) + b"\n" for record in records)
