"""Editions → the dataset: compared with their neighbours, lineages drawn, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import pairwise
from pathlib import Path

import msgspec

from controllist.alignment import Judgement, judgements_between
from controllist.comparing import compare
from controllist.comparison import Comparison, Digests
from controllist.errors import Refused, WrongUse
from controllist.history.flags import flagged_pairs, said
from controllist.history.judged import JUDGEMENTS, load_judgements
from controllist.history.lineages import lineages_of
from controllist.history.pairs import PairRecord, load_pair, record_of
from controllist.history.records import Facts, Reading, reading_of
from controllist.history.store import History, compile_history, save_history
from controllist.library import Library
from controllist.model import Edition
from controllist.sources.catalogue import (
    EditionRow,
    anchor_of,
    edition_rows,
    editions_toml,
    info_of,
)
from controllist.wording import digest

MIN_SHARE_OF_ITEMS = 0.6
"""A new edition with fewer items than this share of the edition before is refused: likelier misread than enacted."""

MAX_SHARE_OF_DOUBTS = 0.05
"""A new edition with more contradictions to its items than this share is refused: the reader did not fit the file."""

Dates = tuple[str, str]
"""Two editions of a list, the older first."""


def record_list(lists: Path, name: str, editions: Sequence[Edition], comparisons: Sequence[Comparison]) -> None:
    """Write a list's dataset made from all its editions and their comparisons with the next."""
    rows = edition_rows(lists, name)
    links = {_dates(each): {link.old: link.new for link in each.links} for each in comparisons}
    records = {_dates(each): record_of(each) for each in comparisons}
    _save(lists, name, compile_history({}, editions), rows, links, records)


def compare_neighbours(
    lists: Path, editions: Sequence[Edition], jobs: int, done: Callable[[Comparison], None]
) -> list[Comparison]:
    """Every edition compared with the next of its list, in parallel; `editions` stand in order, list by list."""
    judgements = {name: _judgements(lists, name) for name in {edition.info.list for edition in editions}}
    tasks = []
    for old, new in pairwise(editions):
        if old.info.list == new.info.list:
            own = judgements_between(judgements[old.info.list], old.info.edition, new.info.edition)
            tasks.append((old, new, own))
    found: dict[tuple[str, str], Comparison] = {}
    with ProcessPoolExecutor(max_workers=max(1, jobs)) as pool:
        futures = [pool.submit(_compare_packed, msgspec.msgpack.encode(task)) for task in tasks]
        for future in as_completed(futures):
            comparison = msgspec.msgpack.decode(future.result(), type=Comparison)
            found[comparison.new.list, comparison.new.edition] = comparison
            done(comparison)
    return [found[new.info.list, new.info.edition] for _, new, _ in tasks]


def _compare_packed(packed: bytes) -> bytes:
    """Compare two editions; runs in a process of its own, so that both ways are bytes."""
    old, new, judgements = msgspec.msgpack.decode(packed, type=tuple[Edition, Edition, tuple[Judgement, ...]])
    return msgspec.msgpack.encode(compare(old, new, judgements))


def add_edition(library: Library, edition: Edition, row: EditionRow, *, replace: bool, accept_loss: bool) -> Reading:
    """Write one more edition into its list's dataset, compared with the editions before and after it; its reading.

    Raises `Refused` where that would lose or falsify something.
    """
    name, date = edition.info.list, row.date
    library = Library(library.lists, library.vault)  # as it is on disk now
    history = library.history(name)
    _refuse_loss(library.lists, history, edition, row, replace=replace, accept_loss=accept_loss)
    dates = sorted({*history.editions, date})
    at = dates.index(date)
    judgements = _judgements(library.lists, name, adding=date)
    links = {dates: kept for dates, kept in _links_kept(history).items() if date not in dates}
    records: dict[Dates, PairRecord] = {}
    for old, new in pairwise(dates):
        if date in (old, new):
            sides = [edition if each == date else library.edition(f"{name}@{each}") for each in (old, new)]
            own = judgements_between(judgements, old, new)
            comparison = compare(sides[0], sides[1], own, _digests_of_unread(sides[0], sides[1], library, edition))
            links[old, new] = {link.old: link.new for link in comparison.links}
            records[old, new] = record_of(comparison)
        elif (record := load_pair(library.lists / name, old, new)) is not None:
            records[old, new] = record
    kept: dict[str, tuple[Reading, dict[str, Facts]]] = {
        each: (history.readings[each], history.facts(each)) for each in history.editions
    }
    rows = {known.date: known for known in edition_rows(library.lists, name)} | {date: row}
    whole = _save(library.lists, name, compile_history(kept, [edition]), [rows[each] for each in sorted(rows)],
                  links, records, with_editions=True)  # fmt: skip
    return whole.readings[dates[at]]


def _digests_of_unread(old: Edition, new: Edition, library: Library, added: Edition) -> Digests | None:
    """The digests of both editions' texts where one is without its texts; `added` is not in the dataset yet."""
    if all(any(node.text for node in edition.nodes) for edition in (old, new)):
        return None
    own = {node.id: digest(node.text) for node in added.nodes}
    first, second = (own if edition is added else library.digests(edition) or {} for edition in (old, new))
    return first, second


def _save(
    lists: Path, name: str, history: History, rows: Sequence[EditionRow], links: Mapping[Dates, Mapping[str, str]],
    records: Mapping[Dates, PairRecord], *, with_editions: bool = False,
) -> History:  # fmt: skip
    """Draw the lineages and write everything together. A list without an anchor gets its newest edition for one."""
    chosen = anchor_of(lists, name)
    anchor = chosen or history.editions[-1]
    lineages = lineages_of(
        [(date, list(history.facts(date))) for date in history.editions],
        links,
        lambda date, ident: repr(said(history.facts(date).get(ident))),
        anchor,
    )
    whole = History(history.versions, list(history.readings.values()), lineages)
    infos = [info_of(name, row) for row in rows]
    pairs = flagged_pairs(whole, infos, (records[dates] for dates in sorted(records)))
    toml = editions_toml(lists / name / "editions.toml", rows, anchor) if with_editions or not chosen else None
    save_history(lists / name, whole, pairs, toml)
    return whole


def _links_kept(history: History) -> dict[Dates, dict[str, str]]:
    """The links between successive editions that a dataset's lineages tell."""
    found = {}
    for old, new in pairwise(history.editions):
        after = {lineage: ident for ident, lineage in history.lineages.names(new, history.facts(new)).items()}
        before = history.lineages.names(old, history.facts(old))
        found[old, new] = {ident: after[lineage] for ident, lineage in before.items() if lineage in after}
    return found


def _judgements(lists: Path, name: str, adding: str = "") -> tuple[Judgement, ...]:
    """The judgements of a list. Raises `WrongUse` where one names an edition that it neither has nor is to have."""
    dates = {row.date for row in edition_rows(lists, name)} | {adding}
    found = load_judgements(lists / name)
    for verdict in found:
        for date in (verdict.from_edition, verdict.to_edition):
            if date not in dates:
                raise WrongUse(f"{lists / name / JUDGEMENTS}: {name} has no edition {date}; see controllist editions")
    return found


def _dates(comparison: Comparison) -> Dates:
    return comparison.old.edition, comparison.new.edition


def _refuse_loss(
    lists: Path, history: History, edition: Edition, row: EditionRow, *, replace: bool, accept_loss: bool
) -> None:
    name = edition.info.list
    known = {known.date: known for known in edition_rows(lists, name)}.get(row.date)
    if known is not None and known.sha256 != row.sha256 and not replace:
        raise Refused(
            f"{name}@{row.date} exists with other content (sha256 {known.sha256[:12]}…, this one {row.sha256[:12]}…); "
            "give another date with --date, or --replace if the source was corrected"
        )
    before = [date for date in history.editions if date < row.date]
    items = reading_of(edition).items
    if before and not accept_loss:
        earlier = history.readings[before[-1]].items
        if items < earlier * MIN_SHARE_OF_ITEMS:
            raise Refused(
                f"{name}@{row.date} has {items} items, the edition before ({before[-1]}) {earlier}; "
                "the file may be cut off or misread. Look at it with controllist parse; "
                "if the list did shrink so, give --accept-loss"
            )
    if len(edition.problems) > max(5, items * MAX_SHARE_OF_DOUBTS) and not accept_loss:
        raise Refused(
            f"{name}@{row.date} was read with {len(edition.problems)} contradictions in {items} items; it may be an "
            "edition of another list, or misread. Look at it with controllist parse; if it is right, give --accept-loss"
        )
