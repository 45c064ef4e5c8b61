"""Histories with their texts → what the dataset keeps of mirrors: who adopted what and when, where they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

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
    with ProcessPoolExecutor(max_workers=max(1, jobs)) as pool:
        tasks = [pool.submit(_record_mirror, library.lists, library.vault.folder, name) for name in names]
        for task in as_completed(tasks):
            missing = task.result()
            if missing.editions:
                unread.append(missing)
            done(missing.list)
    if names and not unread:
        save_shared(library.lists, shared_controls(_holders(library)))
    return unread


def _record_mirror(lists: Path, vault: Path, name: str) -> Unread:
    library = Library(lists, Vault(vault))
    rules = rules_in(library.scheme(name).mirror)
    assert rules is not None
    sides = [_traced(library, each) for each in (rules.regime, name)]
    missing = [f"{each.edition.info.list}@{each.date}" for side in sides for each in side if not _has_texts(each)]
    if missing:
        return Unread(name, tuple(missing))
    regimes, mirrors = sides
    verdicts = [Verdict(*each) for each in load_correspondence_verdicts(lists / name)]
    found = records_of_mirror(
        regimes, mirrors, rules,
        regime_changes=_changes(library, rules.regime), mirror_changes=_changes(library, name),
        verdicts=verdicts, missing=library.scheme(rules.regime).missing,
    )  # fmt: skip
    kept = worth_keeping(found.adoptions, first_told(regimes, mirrors, rules))
    records = MirrorRecords(found.correspondences, kept, found.gaps, found.updates)
    save_mirror(lists / name, records, medians_of(kept, mirrors[-1].date, seen_since(mirrors, rules)))
    return Unread(name, ())


def _traced(library: Library, name: str) -> list[Traced]:
    language = library.scheme(name).language
    return [
        traced(library.edition(f"{name}@{info.edition}"), library.history(name), language)
        for info in library.infos(name)
    ]


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
        newest = library.infos(name)[-1]
        side = traced(
            library.edition(f"{name}@{newest.edition}"), library.history(name), library.scheme(name).language
        )
        linked = {link.mirror for link in load_correspondences(library.lists / name)}
        found.append(Holder(side, rules, linked))
    return found
