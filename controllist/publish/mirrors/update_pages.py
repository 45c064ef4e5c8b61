"""The pages of instruments: what each legal act did to a mirror, and which regime edition each provision comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from controllist.mirrors.records import Proof, Provision, Update, What
from controllist.mirrors.rules import REGIME, origin_of
from controllist.model import EditionInfo
from controllist.publish.mirrors.gap_pages import ORIGIN_NAMES
from controllist.publish.parts.addresses import page_name
from controllist.publish.parts.change_rows import Mark, name_of
from controllist.publish.parts.cited import official
from controllist.publish.parts.crumbs import mirror_crumbs
from controllist.publish.parts.mirrored import Mirrored, Mirrors, entry_href, notes_and_figures
from controllist.publish.parts.pair_index import HEAVIEST
from controllist.publish.parts.rows import anchor
from controllist.publish.parts.writer import Crumb, SiteWriter

_ROW_BYTES, _PROOF_BYTES = 270, 160

WHATS: tuple[What, ...] = ("added", "changed", "repealed", "renumbered", "reworded")
_SIGNS: dict[What, str] = {"added": "added", "changed": "rescoped", "repealed": "removed", "renumbered": "renumbered",
                           "reworded": "reworded"}  # fmt: skip
"""The kinds of change whose sign and colour each of them has."""

WHAT_MARKS = {what: Mark(_SIGNS[what], what) for what in WHATS}


class Origin(NamedTuple):
    """A regime edition that an instrument brought words of: after how many days, how many provisions, what was done."""

    edition: str
    href: str
    days: int
    counts: tuple[tuple[Mark, int], ...]
    provisions: int


class Rest(NamedTuple):
    """Provisions whose lag is not told, for one reason; `editions` in words are those that they say the words of."""

    why: str
    provisions: int
    counts: tuple[tuple[Mark, int], ...]
    editions: str


class ProvisionRow(NamedTuple):
    """One provision; `origin` is where an item comes from that is none of the regime's."""

    anchor: str
    name: Markup
    href: str
    what: Mark
    edition: str
    edition_href: str
    days: int | None
    origin: str
    notes: tuple[str, ...]
    evidence: tuple[Proof, ...]


class EntryRows(NamedTuple):
    """The provisions of one entry."""

    code: str
    caption: str
    href: str
    rows: list[ProvisionRow]


class Part(NamedTuple):
    """The entries of one category; `href` is its own page where it has one."""

    part: str
    title: str
    href: str
    counts: tuple[tuple[Mark, int], ...]
    entries: list[EntryRows]


class UpdateRow(NamedTuple):
    """An instrument in the index of a mirror's instruments."""

    update: Update
    name: str
    href: str
    counts: tuple[tuple[Mark, int], ...]
    brought: str


def write_updates(site: SiteWriter, mirrors: Mirrors, mirror: Mirrored) -> None:
    """Write the index of a mirror's instruments, and a page for each that touched a provision."""
    if not mirror.updates:
        return
    site.page(
        f"updates/{mirror.name}/index.html",
        "updates.html",
        title=f"{mirror.short}: what each instrument did",
        crumbs=mirror_crumbs(mirrors, mirror),
        mirror=mirror,
        rows=[_update_row(mirror, update) for update in mirror.updates],
        marked=bool(mirror.rules.instruments),
    )
    told = [update for update in mirror.updates if update.provisions]
    for at, update in enumerate(told):
        _write_update(site, mirrors, mirror, update, (told[at + 1 : at + 2], told[at - 1 : at] if at else []))


def update_name(update: Update) -> str:
    """What an instrument is called; its day where the source does not name it."""
    return update.instrument or (f"Edition of {update.in_force}" if update.in_force else "Instrument without a name")


def _update_row(mirror: Mirrored, update: Update) -> UpdateRow:
    href = mirror.update_href(update.instrument, update.in_force)
    return UpdateRow(update, update_name(update), href, _counts(update.provisions), span_words(dated(update)))


def _counts(provisions: Sequence[Provision]) -> tuple[tuple[Mark, int], ...]:
    counts = Counter(each.what for each in provisions)
    return tuple((mark, counts[what]) for what, mark in WHAT_MARKS.items() if counts[what])


def dated(update: Update) -> list[str]:
    """The regime editions that an instrument brought words of, where the day is known, oldest first."""
    return sorted({each.regime_edition for each in update.provisions if each.days is not None})


def span_words(editions: Sequence[str]) -> str:
    """Editions in words: `of 2016-04-04`, `of 2016-04-04 to 2018-12-06`; empty for none."""
    if len(editions) < 3:
        return f"of {' and '.join(editions)}" if editions else ""
    return f"of {editions[0]} to {editions[-1]}"


def summary(mirror: Mirrored, update: Update) -> str:
    """An instrument in a few sentences: when it took force, how much it touched, which regime editions it brought."""
    name, editions = update_name(update), dated(update)
    when = f" on {update.in_force}" if update.in_force else " (the day is not known here)"
    number = "1 provision" if len(update.provisions) == 1 else f"{len(update.provisions)} provisions"
    brought = sum(each.days is not None for each in update.provisions)
    later = _seen_later(update)
    regime = f"the {mirror.regime_short} {'lists' if len(editions) > 1 else 'list'} {span_words(editions)}"
    if brought and brought >= len(later):
        says = "says" if brought == 1 else "say"
        told = [
            f"{name} brought wording of {regime} into force{when}: {brought} of the {number} that it touched {says} so."
        ]
    else:
        told = [f"{name} took force{when} and touched {number}."]
        told += [f"{brought} {'brings' if brought == 1 else 'bring'} wording of {regime}."] if brought else []
    return " ".join([*told, *_later_words(mirror, later)])


def _seen_later(update: Update) -> list[str]:
    """The regime edition of each provision whose words are seen first in one younger than the instrument."""
    day = update.in_force
    return [each.regime_edition for each in update.provisions if day and each.regime_edition > day]


def _later_words(mirror: Mirrored, later: Sequence[str]) -> list[str]:
    if not later:
        return []
    count = f"{len(later)} {'says' if len(later) == 1 else 'say'}"
    editions = sorted(set(later))
    lists, are = ("lists", "are") if len(editions) > 1 else ("list", "is")
    return [
        f"{count} what is seen first in the {mirror.regime_short} {lists} {span_words(editions)}, which {are} "
        "younger than the act: it came from a list that is not at hand, or the mirror was first, so no lag can be told."
    ]


def _write_update(
    site: SiteWriter, mirrors: Mirrors, mirror: Mirrored, update: Update, turn: tuple[list[Update], list[Update]]
) -> None:
    weight = sum(_ROW_BYTES + _PROOF_BYTES * len(each.evidence) for each in update.provisions)
    path = mirror.update_href(update.instrument, update.in_force)
    parts = _parts(mirror, update, path.removesuffix(".html") if weight > HEAVIEST else "")
    name = update_name(update)
    way = mirror_crumbs(mirrors, mirror, Crumb("Instruments", f"updates/{mirror.name}/index.html"))
    way_out = official(mirror.shelf, _text_of(mirror, update))
    shared = {"mirror": mirror, "update": update, "name": name, "official": way_out}
    site.page(
        path, "update.html", title=f"{name}: what it did to the list of {mirror.short}", crumbs=way, **shared,
        summary=summary(mirror, update), counts=_counts(update.provisions), origins=_origins(mirror, update),
        rest=_rest(mirror, update), marked=bool(mirror.rules.instruments), parts=parts,
        turn=[[(update_name(each), mirror.update_href(each.instrument, each.in_force)) for each in side]
              for side in turn],
        edition=_edition_of(mirror, update),
    )  # fmt: skip
    for part in parts:
        if part.href:
            site.page(
                part.href, "update_part.html", title=f"{part.title}. {name}, {mirror.short}",
                crumbs=(*way, Crumb(name, path)), **shared, part=part,
            )  # fmt: skip


def _text_of(mirror: Mirrored, update: Update) -> EditionInfo:
    """The text to read beside an instrument: as it left it, or the newest where that is not at hand."""
    edition = _edition_of(mirror, update)
    return next((info for info in mirror.shelf.infos if info.edition == edition), mirror.shelf.infos[-1])


def _edition_of(mirror: Mirrored, update: Update) -> str:
    """The edition that shows the text as an instrument left it; empty where it is not at hand."""
    return next((info.edition for info in mirror.shelf.infos if update.in_force in (info.in_force, info.edition)), "")


def _origins(mirror: Mirrored, update: Update) -> list[Origin]:
    """The regime editions that the instrument brought words of, where the lag is known, newest first."""
    found: dict[tuple[str, int], list[Provision]] = {}
    for each in update.provisions:
        if each.regime_edition and each.days is not None:
            found.setdefault((each.regime_edition, each.days), []).append(each)
    return [
        Origin(edition, _edition_href(mirror, edition), days, _counts(provisions), len(provisions))
        for (edition, days), provisions in sorted(found.items(), reverse=True)
    ]


def _edition_href(mirror: Mirrored, edition: str) -> str:
    return mirror.edition_href(edition) if edition in mirror.adoptions_of else ""


def _rest(mirror: Mirrored, update: Update) -> list[Rest]:
    """The provisions whose lag is not told, by the reason; the most frequent first."""
    found: dict[str, list[Provision]] = {}
    for each in update.provisions:
        if each.days is None:
            found.setdefault(_why(mirror, update, each), []).append(each)
    rows = []
    for why, provisions in sorted(found.items(), key=lambda item: -len(item[1])):
        editions = sorted({each.regime_edition for each in provisions if each.regime_edition})
        rows.append(Rest(why, len(provisions), _counts(provisions), span_words(editions)))
    return rows


def _why(mirror: Mirrored, update: Update, provision: Provision) -> str:
    """Why a provision tells no lag."""
    edition = provision.regime_edition
    origin = origin_name(mirror, provision)
    if origin and not edition:
        return f"not from {mirror.regime_short}: {origin}"
    notes = [proof.note for proof in provision.evidence if proof.note and proof.type in ("reason", "mark")]
    if notes:
        return notes[0]
    if edition and update.in_force and edition > update.in_force:
        return f"seen first in a younger list of {mirror.regime_short}"
    if edition:
        return f"the words of a list of {mirror.regime_short}, on what day they came is not known"
    if provision.what == "repealed":
        return "repealed: no words are left that could tell"
    return f"no adopted change of {mirror.regime_short} is recorded for it"


def _parts(mirror: Mirrored, update: Update, folder: str) -> list[Part]:
    """The provisions by category and entry; each category on a page in `folder`, where that is given."""
    found: dict[str, dict[str, list[Provision]]] = {}
    for each in update.provisions:
        entry = mirror.entry(each.id or each.code)
        found.setdefault(mirror.part_of_entry(entry), {}).setdefault(entry, []).append(each)
    order = {entry: at for at, entry in enumerate(mirror.shelf.entries)}
    taken: dict[str, int] = {}
    parts = []
    for part, entries in sorted(found.items(), key=lambda item: (item[0] in ("general", "other"), item[0])):
        ordered = sorted(entries, key=lambda code: (order.get(code, len(order)), code))
        rows = [_entry(mirror, update, code, entries[code], taken) for code in ordered]
        flat = [each for provisions in entries.values() for each in provisions]
        href = f"{folder}/{page_name(part)}.html" if folder else ""
        parts.append(Part(part, mirror.part_title(part), href, _counts(flat), rows))
    return parts


def _entry(
    mirror: Mirrored, update: Update, code: str, provisions: Sequence[Provision], taken: dict[str, int]
) -> EntryRows:
    rows = [_row(mirror, update, each, taken) for each in provisions]
    return EntryRows(code, mirror.shelf.caption(code), entry_href(mirror.shelf, code) if code else "", rows)


def _row(mirror: Mirrored, update: Update, each: Provision, taken: dict[str, int]) -> ProvisionRow:
    ident = each.id or each.code
    taken[ident] = taken.get(ident, 0) + 1
    copy = f"~again-{taken[ident]}" if taken[ident] > 1 else ""
    edition = _edition_of(mirror, update)
    origin = origin_name(mirror, each)
    notes, figures = notes_and_figures(each.evidence)
    return ProvisionRow(
        anchor(f"p-{ident}{copy}"),
        name_of(ident),
        (mirror.node_href(ident, edition) if edition else "") or mirror.node_href(ident),
        WHAT_MARKS[each.what],
        each.regime_edition,
        _edition_href(mirror, each.regime_edition) if each.regime_edition else "",
        each.days,
        origin,
        () if origin and not each.regime_edition else notes,
        figures,
    )


def origin_name(mirror: Mirrored, provision: Provision) -> str:
    """Where a provision's item comes from, if not from the regime."""
    origin = origin_of(mirror.entry(provision.id or provision.code), mirror.rules)
    return "" if origin == REGIME else ORIGIN_NAMES.get(origin, origin)
