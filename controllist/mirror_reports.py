"""What the dataset tells of mirrors, for commands and pages: adoptions and lag, updates by instrument, gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from controllist.codes import canonical
from controllist.errors import WrongUse
from controllist.history.store import LINEAGES, NODES, READINGS
from controllist.library import Library
from controllist.mirrors.computed import keep_rows, kept_rows, made_from
from controllist.mirrors.divergence import Divergence, divergence
from controllist.mirrors.records import Adoption, AdoptionStatus, GapRow, Medians, Update, counted
from controllist.mirrors.rules import MirrorRules, rules_in
from controllist.mirrors.store import (
    CORRESPONDENCES,
    load_adoptions,
    load_correspondences,
    load_gaps,
    load_medians,
    load_updates,
)
from controllist.mirrors.survival import medians_of_part
from controllist.model import EditionInfo
from controllist.sources.catalogue import list_ids

STATUSES: tuple[AdoptionStatus, ...] = ("adopted", "pending", "ahead", "not-applicable", "unknown")


class MirrorLag(msgspec.Struct, frozen=True):
    """What became of a regime's changes in one mirror. Reworded changes are in `adoptions`, not in the counts."""

    mirror: str
    counts: dict[AdoptionStatus, int]
    medians: Medians | None
    adoptions: tuple[Adoption, ...]


class Gaps(msgspec.Struct, frozen=True):
    """A mirror's edition against the regime's, row by row; `counts` are of rows that are no other regime's items."""

    mirror: str
    regime: str
    counts: dict[str, int]
    other_origins: dict[str, int]
    rows: tuple[GapRow, ...]


def mirror_names(library: Library, regime: str) -> list[str]:
    """The lists that mirror a regime and have editions. Raises `WrongUse` where none does."""
    known = library.scheme(regime).id
    found = [
        name for name in list_ids(library.lists)
        if (rules := rules_in(library.scheme(name).mirror)) and rules.regime == known
        and (library.lists / name / READINGS).exists()  # to ask for its editions would load them all
    ]  # fmt: skip
    if not found:
        raise WrongUse(f"no list here mirrors {regime}; the table [mirror] of a mirror's list.toml names its regime")
    return found


def regime_of(library: Library, name: str) -> MirrorRules:
    """The rules of a mirror. Raises `WrongUse` where the list mirrors nothing, or has no edition yet."""
    rules = rules_in(library.scheme(name).mirror)
    if rules is None:
        raise WrongUse(f"{name} mirrors no other list; a mirror's list.toml has a table [mirror] that names its regime")
    library.info(name)
    return rules


def lags(library: Library, regime: str, mirrors: Sequence[str], since: str = "") -> list[MirrorLag]:
    """What became of the regime's changes in each mirror: all, those that `regime` as LIST@DATE brought, or those of
    editions after the day `since`.

    Raises `WrongUse` where the regime has no such edition, or a mirror was not compared with it yet.
    """
    name, _, day = regime.partition("@")
    edition = library.info(regime).edition if day else ""
    if since:
        _check_since(library, name, since)
    found = []
    for mirror in mirrors:
        medians = load_medians(library.lists / mirror)
        if medians is None or (medians.by_effect and not medians.from_edition):  # of a version before this
            raise WrongUse(f"{mirror} was not compared with {name} yet; run controllist ingest --from FOLDER")
        adoptions = [
            each for each in load_adoptions(library.lists / mirror)
            if each.regime_edition > since and edition in ("", each.regime_edition)
        ]  # fmt: skip
        if since or edition:
            medians = medians_of_part(medians, edition, since)
        found.append(MirrorLag(mirror, counts_of(adoptions), medians, tuple(adoptions)))
    return found


def _check_since(library: Library, name: str, since: str) -> None:
    editions = [info.edition for info in library.infos(name)]
    try:
        day = date.fromisoformat(since).isoformat()
    except ValueError:
        raise WrongUse(f"{since!r} is no day; write it as 2021-12-22") from None
    if day < editions[0]:
        raise WrongUse(f"{name} has no edition before {editions[0]}; give a later day than {since}")
    if day >= editions[-1]:
        raise WrongUse(f"{name} has no edition after {editions[-1]}; give an earlier day than {since}")


def counts_of(adoptions: Iterable[Adoption]) -> dict[AdoptionStatus, int]:
    """How many changes have each status; reworded ones are not counted."""
    counts = Counter(adoption.status for adoption in adoptions if adoption.kind != "reworded")
    return {status: counts[status] for status in STATUSES}


def updates(library: Library, name: str, instrument: str = "") -> list[Update]:
    """What each instrument did to a mirror, newest first. Raises `WrongUse` for an instrument that nobody knows."""
    regime_of(library, name)
    found = load_updates(library.lists / name)
    if not found:
        raise WrongUse(f"{name}: no instrument is recorded; run controllist ingest --from FOLDER")
    wanted = [each for each in found if _same_name(each.instrument, instrument)] if instrument else found
    if not wanted:
        known = "; ".join(each.instrument for each in found[:6])
        raise WrongUse(f"{name} knows no instrument {instrument!r}; it knows {known}")
    return wanted


def _same_name(known: str, wanted: str) -> bool:
    """Whether an instrument is meant: by its name, or by its numbers (`89/2021` for L.N. 89 of 2021)."""
    bare = known.casefold()
    numbers = [part for part in wanted.replace("/", " ").split() if part]
    return wanted.casefold() in bare or (len(numbers) == 2 and f"{numbers[0]} of {numbers[1]}" in bare)


def gaps(library: Library, mirror: str, regime: str) -> Gaps:
    """A mirror's edition (LIST[@DATE]) against an edition of its regime, row by row.

    The newest against the newest is recorded; other editions are compared now, by figures alone where the vault has
    no texts.
    """
    ours, theirs = library.info(mirror), library.info(regime)
    rules = regime_of(library, ours.list)
    if rules.regime != theirs.list:
        raise WrongUse(f"{ours.list} mirrors {rules.regime}, not {theirs.list}; give --against {rules.regime}")
    newest = ours == library.infos(ours.list)[-1] and theirs == library.infos(theirs.list)[-1]
    rows = tuple(load_gaps(library.lists / ours.list)) if newest else ()
    if not rows:
        rows = _compared(library, theirs, ours, rules)
    origins = Counter(row.origin for row in rows if row.origin)
    return Gaps(
        f"{ours.list}@{ours.edition}", f"{theirs.list}@{theirs.edition}", counted(rows), dict(sorted(origins.items())),
        rows,
    )  # fmt: skip


def _compared(
    library: Library, regime: EditionInfo, mirror: EditionInfo, rules: MirrorRules
) -> tuple[GapRow, ...]:
    """The rows of two editions that the dataset does not record; with texts they are computed once."""
    if not all(library.vault.edition_path(info.list, info.edition).exists() for info in (regime, mirror)):
        return _compare(library, regime, mirror, rules)
    names = (mirror.list, mirror.edition, regime.list, regime.edition)
    path = library.vault.folder / "gaps" / f"{'@'.join(names[:2])}, {'@'.join(names[2:])}.json"
    made = made_from(_sources(library, regime, mirror))
    rows = kept_rows(path, made)
    if rows is None:
        rows = _compare(library, regime, mirror, rules)
        keep_rows(path, made, rows)
    return rows


def _sources(library: Library, regime: EditionInfo, mirror: EditionInfo) -> Iterator[Path]:
    """All files that the rows of two editions are made from."""
    yield library.lists / mirror.list / CORRESPONDENCES
    for info in (regime, mirror):
        for name in (NODES, READINGS, LINEAGES, "list.toml", "editions.toml"):
            yield library.lists / info.list / name
        yield library.vault.edition_path(info.list, info.edition)


def _compare(library: Library, regime: EditionInfo, mirror: EditionInfo, rules: MirrorRules) -> tuple[GapRow, ...]:
    from controllist.mirrors.gaps import gap_rows  # recorded rows need no engine, and it takes long to load
    from controllist.mirrors.linking import links_of
    from controllist.mirrors.traced import traced

    links = links_of(load_correspondences(library.lists / mirror.list))
    sides = [
        traced(library.edition_of(info), library.history(info.list), library.scheme(info.list).language)
        for info in (regime, mirror)
    ]  # fmt: skip
    return gap_rows(sides[0], sides[1], links, rules)


def divergences(library: Library, code: str, regime: str) -> tuple[Divergence, ...]:
    """An entry in all lists side by side, only where some list differs. Raises `WrongUse` where no list has it."""
    wanted = canonical(code) or code
    rows = {name: load_gaps(library.lists / name) for name in mirror_names(library, regime)}
    known = {code for each in rows.values() for row in each for code in (row.code, row.mirror_code) if code}
    if not any(f"{each}.".startswith(f"{wanted}.") for each in known):
        near = sorted(each for each in known if each.startswith(wanted[:3]) and "." not in each)[:5]
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise WrongUse(f"no list has an item {code}{hint}")
    return divergence(rows, wanted)
