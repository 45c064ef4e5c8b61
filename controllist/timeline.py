"""One item through all editions of its list, whatever its code was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from controllist.changes.records import Change, FieldChange, Side
from controllist.codes import canonical
from controllist.comparison import Division
from controllist.errors import WrongUse
from controllist.history.pairs import change_of, load_pair
from controllist.history.records import side_of_facts
from controllist.history.store import History
from controllist.library import Library


class Stretch(msgspec.Struct, frozen=True):
    """A run of editions in which the item bore one code; `last` is null while it still does."""

    code: str
    id: str
    status: str
    first: str
    last: str | None


class Event(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an edition did to the item: its change, what became of the fields beside it, and divided items."""

    edition: str
    before: str
    instrument: str
    in_force: str
    change: Change | None = None
    fields: tuple[FieldChange, ...] = ()
    splits: tuple[Division, ...] = ()
    merges: tuple[Division, ...] = ()


class Timeline(msgspec.Struct, frozen=True):
    """An item's history. `others` are the lineages of other items that bore the same code at another time."""

    list: str
    code: str
    lineage: str
    codes: tuple[Stretch, ...]
    events: tuple[Event, ...]
    others: tuple[str, ...]


def timeline(library: Library, wanted: str, code: str) -> Timeline:
    """The history of the item that bears `code` in the edition `wanted` (LIST@DATE), or bore it last (LIST).

    Raises `WrongUse` where no edition, or not the one named, has the code.
    """
    name, _, date = wanted.partition("@")
    info = library.info(wanted)
    history = library.history(name)
    ident = canonical(code) or code
    at = info.edition if date else _last_bearing(history, ident)
    if not at or ident not in history.facts(at):
        where = f"{name}@{info.edition}" if date else f"no edition of {name}"
        raise WrongUse(f"{where} has {'no ' if date else ''}item {code}; see its items with: controllist tree {wanted}")
    lineage = history.lineages.name(at, ident)
    others = [each for each in dict.fromkeys(_bearers(history, ident)) if each != lineage]
    return Timeline(
        name, ident, lineage, tuple(_stretches(history, lineage)), tuple(_events(library, name, lineage)),
        tuple(others),
    )  # fmt: skip


def _last_bearing(history: History, ident: str) -> str:
    return next((date for date in reversed(history.editions) if ident in history.facts(date)), "")


def _bearers(history: History, ident: str) -> Iterator[str]:
    for date in history.editions:
        if ident in history.facts(date):
            yield history.lineages.name(date, ident)


def _stretches(history: History, lineage: str) -> list[Stretch]:
    found: list[Stretch] = []
    for at, date in enumerate(history.editions):
        ident = _id_in(history, lineage, date)
        if not ident:
            continue
        facts = history.facts(date)[ident]
        before = found[-1] if found else None
        edition_before = history.editions[at - 1] if at else ""
        if before and (before.id, before.status, before.last) == (ident, facts.status, edition_before):
            found[-1] = msgspec.structs.replace(before, last=date)
        else:
            found.append(Stretch(facts.code, ident, facts.status, date, date))
    if found and found[-1].last == history.editions[-1]:
        found[-1] = msgspec.structs.replace(found[-1], last=None)
    return found


def _id_in(history: History, lineage: str, date: str) -> str:
    """The id that a lineage's node bears in an edition; empty where the edition lacks it."""
    ident = history.lineages.id_at(lineage, date)
    return ident if ident in history.facts(date) else ""


def _events(library: Library, name: str, lineage: str) -> Iterator[Event]:
    history = library.history(name)
    style = library.scheme(name).codes.cite
    infos = {info.edition: info for info in library.infos(name)}

    def side_of(date: str, ident: str) -> Side:
        return side_of_facts(ident, history.facts(date)[ident], style)

    for old, new in pairwise(history.editions):
        ids = _id_in(history, lineage, old), _id_in(history, lineage, new)
        record = load_pair(library.lists / name, old, new)
        if record is None or not any(ids):
            continue
        event = Event(
            new, old, infos[new].instrument, infos[new].in_force,
            change=change_of(record, *ids, side_of),
            fields=tuple(field for field in record.fields if field.id == ids[1]),
            splits=tuple(one for one in record.splits if one.whole == ids[0] or ids[1] in one.parts),
            merges=tuple(one for one in record.merges if one.whole == ids[1] or ids[0] in one.parts),
        )  # fmt: skip
        if event.change or event.fields or event.splits or event.merges:
            yield event
