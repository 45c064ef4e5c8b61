"""Histories with their texts → what the dataset keeps of mirrors: who adopted what and when, where they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import pairwise
from pathlib import Path
from typing import ClassVar, NamedTuple

from controllist.history.judged import load_correspondence_verdicts
from controllist.history.pairs import PairRecord, load_pair
from controllist.library import Library
from controllist.mirrors.build import first_told, records_of_mirror, seen_since, worth_keeping
from controllist.mirrors.correspondence import Verdict
from controllist.mirrors.plurilateral import Holder, shared_controls
from controllist.mirrors.records import MirrorRecords
from controllist.mirrors.rules import rules_in
from controllist.mirrors.store import load_correspondences, save_mirror, save_shared
from controllist.mirrors.survival import medians_of
from controllist.mirrors.traced import Traced, traced
from controllist.sources.catalogue import list_ids
from controllist.sources.vault import Vault


class Unread(NamedTuple):
    """A mirror that could not be compared with its regime, and the editions whose texts are not in the vault."""

    list: str
    editions: tuple[str, ...]


def mirrors_of(library: Library, names: Sequence[str]) -> list[str]:
    """The mirrors that an ingest of these lists touches: those named, and those of a regime that is named."""
    known = list_ids(library.lists)
    found = []
    for name in known:
        rules = rules_in(library.scheme(name).mirror)
        if rules is None or rules.regime not in known or not {name, rules.regime} & {*names}:
            continue
        if library.infos(name) and library.infos(rules.regime):
            found.append(name)
    return found


def record_mirrors(library: Library, names: Sequence[str], jobs: int, done: Callable[[str], None]) -> list[Unread]:
    """Write the records of some mirrors, in parallel, and the controls that lists share; what lacks texts is told.

    `done` is called with the name of each mirror.
    """
    unread = []
    longest_first = sorted(names, key=lambda name: (-len(library.infos(name)), name))
    place = (library.lists, library.vault.folder)
    with ProcessPoolExecutor(max(1, jobs), initializer=_Desk.open, initargs=place) as pool:
        for task in as_completed([pool.submit(_found, name) for name in longest_first]):
            found = task.result()
            if isinstance(found, Unread):
                unread.append(found)
            else:
                medians = medians_of(found.records.adoptions, found.until, found.since)
                save_mirror(library.lists / found.list, found.records, medians)
            done(found.list)
    if names and not unread:
        save_shared(library.lists, shared_controls(_holders(library)))
    return sorted(unread)


class _Found(NamedTuple):
    """The records of a mirror; its adoptions are seen `since` a day, its newest edition is of the day `until`."""

    list: str
    records: MirrorRecords
    since: str
    until: str


class _Desk:
    """What one process needs for every mirror that it compares: the library, and regimes once read."""

    here: ClassVar[_Desk]

    def __init__(self, lists: Path, vault: Path) -> None:
        self.library = Library(lists, Vault(vault))
        self._regimes: dict[str, list[Traced]] = {}

    @classmethod
    def open(cls, lists: Path, vault: Path) -> None:
        """Make the desk of this process."""
        cls.here = cls(lists, vault)

    def regime(self, name: str) -> list[Traced]:
        """The editions of a regime, oldest first."""
        if name not in self._regimes:
            self._regimes[name] = _traced(self.library, name)
        return self._regimes[name]


def _found(name: str) -> _Found | Unread:
    """What there is to record of a mirror; runs in a process that has a desk."""
    desk = _Desk.here
    library = desk.library
    rules = rules_in(library.scheme(name).mirror)
    assert rules is not None
    regimes, mirrors = desk.regime(rules.regime), _traced(library, name)
    missing = [f"{each.edition.info.list}@{each.date}" for each in [*regimes, *mirrors] if not _has_texts(each)]
    if missing:
        return Unread(name, tuple(missing))
    verdicts = [Verdict(*each) for each in load_correspondence_verdicts(library.lists / name)]
    found = records_of_mirror(
        regimes, mirrors, rules,
        regime_changes=_changes(library, rules.regime), mirror_changes=_changes(library, name),
        verdicts=verdicts, missing=library.scheme(rules.regime).missing,
    )  # fmt: skip
    kept = worth_keeping(found.adoptions, first_told(regimes, mirrors, rules))
    return _Found(name, found._replace(adoptions=kept), seen_since(mirrors, rules), mirrors[-1].date)


def _traced(library: Library, name: str) -> list[Traced]:
    language = library.scheme(name).language
    return [traced(library.edition_of(info), library.history(name), language) for info in library.infos(name)]


def _has_texts(side: Traced) -> bool:
    return any(node.text for node in side.edition.nodes)


def _changes(library: Library, name: str) -> list[PairRecord]:
    records = (load_pair(library.lists / name, *pair) for pair in pairwise(library.history(name).editions))
    return [record for record in records if record is not None]


def _holders(library: Library) -> list[Holder]:
    """The newest edition of every mirror, with the lineages of its items that answer one of the regime's."""
    found = []
    for name in list_ids(library.lists):
        rules = rules_in(library.scheme(name).mirror)
        if rules is None or not library.infos(name):
            continue
        newest = library.edition_of(library.infos(name)[-1])
        side = traced(newest, library.history(name), library.scheme(name).language)
        linked = {link.mirror for link in load_correspondences(library.lists / name)}
        found.append(Holder(side, rules, linked))
    return found
