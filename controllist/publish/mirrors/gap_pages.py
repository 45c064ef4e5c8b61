"""The page of a mirror's gaps: its newest edition beside the regime's, entry by entry, only where they differ."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from controllist.mirrors.records import Difference, GapRow
from controllist.publish.mirrors.lag_pages import gap_counts
from controllist.publish.parts.addresses import page_name
from controllist.publish.parts.change_rows import Mark, name_of
from controllist.publish.parts.cited import official
from controllist.publish.parts.crumbs import mirror_crumbs
from controllist.publish.parts.mirrored import Mirrored, Mirrors, entry_href
from controllist.publish.parts.pair_index import HEAVIEST
from controllist.publish.parts.templating import fragment
from controllist.publish.parts.writer import Crumb, SiteWriter

_ROW_BYTES, _DIFFERENCE_BYTES = 420, 210

GAP_MARKS = {name: Mark(name, name) for name in ("aligned", "differs", "missing", "extra", "unknown")}
ORIGIN_NAMES = {
    "mtcr": "Missile Technology Control Regime (MTCR)", "nsg": "Nuclear Suppliers Group (NSG)",
    "ag": "Australia Group (AG)", "cwc": "Chemical Weapons Convention (CWC)", "att": "Arms Trade Treaty (ATT)",
    "national": "national controls", "munitions": "munitions of the regime’s list, taken over in another form",
}  # fmt: skip


class Side(NamedTuple):
    """One of the two sides of a row: a node's name and the way to it; no name where it has none."""

    name: Markup
    href: str


class DifferenceRow(NamedTuple):
    """In what two items differ, with the regime's figures or words, then the mirror's, and who controls more by it."""

    type: str
    parameter: str
    regime: str
    mirror: str
    note: str
    side: str


class Gap(NamedTuple):
    """A row in which the mirror is not like the regime."""

    anchor: str
    status: Mark
    side: Mark
    regime: Side
    mirror: Side
    differences: list[DifferenceRow]


class Lead(NamedTuple):
    """The rows in which one side is surely stricter: who, and each row's name with the way to it."""

    words: str
    rows: list[tuple[Markup, str]]


class Entry(NamedTuple):
    """The rows of one entry."""

    code: str
    caption: str
    href: str
    rows: list[Gap]


class Part(NamedTuple):
    """The entries of one category; `href` is its own page where it has one."""

    part: str
    title: str
    href: str
    entries: list[Entry]


def write_gaps(site: SiteWriter, mirrors: Mirrors, mirror: Mirrored) -> None:
    """Write the page of a mirror's gaps, and one for each category where it would be too heavy."""
    rows = [row for rows in mirror.gaps_by_entry.values() for row in rows]
    heavy = sum(_ROW_BYTES + _DIFFERENCE_BYTES * len(row.differences) for row in rows) > HEAVIEST
    parts = _parts(mirror, heavy)
    origins: dict[str, int] = {}
    for row in mirror.gaps:
        if row.origin:
            origins[row.origin] = origins.get(row.origin, 0) + 1
    own, regime = mirror.shelf.infos[-1], mirror.regime.shelf.infos[-1]
    shared = {"mirror": mirror, "info": own, "regime_info": regime, "official": official(mirror.shelf, own),
              "official_regime": official(mirror.regime.shelf, regime)}  # fmt: skip
    title = f"Where {mirror.short} and {mirror.regime_short} differ"
    site.page(
        f"gaps/{mirror.name}.html", "gaps.html", title=title, crumbs=mirror_crumbs(mirrors, mirror), **shared,
        counts=gap_counts(mirror), parts=parts, heavy=heavy,
        notes=_reference_note(mirror), leads=_leads(mirror, parts),
        origins=[(ORIGIN_NAMES.get(name, name), count) for name, count in sorted(origins.items())],
        shared_controls=[mirrors.shared_places(each) for each in mirrors.shared
                         if any(name == mirror.name for name, _, _ in each.items)],
    )  # fmt: skip
    for part in parts if heavy else ():
        way = mirror_crumbs(mirrors, mirror, Crumb("Differences", f"gaps/{mirror.name}.html"))
        site.page(part.href, "gaps_part.html", title=f"{part.title}. {title}", crumbs=way, **shared, part=part)


def _leads(mirror: Mirrored, parts: list[Part]) -> list[Lead]:
    """What a reader looks for first: where one side is surely stricter."""
    found: dict[str, list[tuple[Markup, str]]] = {"mirror": [], "regime": []}
    for part in parts:
        for row in (row for entry in part.entries for row in entry.rows):
            if row.side.name in found:
                name = row.regime.name or row.mirror.name
                found[row.side.name].append((name, f"{part.href}#{fragment(row.anchor)}"))
    return [Lead(side_words(mirror, side), rows) for side, rows in found.items() if rows]


def _reference_note(mirror: Mirrored) -> int:
    """How many of the regime's items the mirror takes over by reference."""
    if not mirror.by_reference:
        return 0
    return sum(row.status == "aligned" and not row.mirror_code for row in mirror.gaps)


def _parts(mirror: Mirrored, heavy: bool) -> list[Part]:
    found: dict[str, list[Entry]] = {}
    order = {entry: at for at, entry in enumerate(mirror.regime.shelf.entries)}
    for entry in sorted(mirror.gaps_by_entry, key=lambda code: (order.get(code, len(order)), code)):
        found.setdefault(mirror.part_of_entry(entry), []).append(_entry(mirror, entry))
    return [
        Part(part, mirror.part_title(part), f"gaps/{mirror.name}/{page_name(part)}.html" if heavy else "", entries)
        for part, entries in sorted(found.items(), key=lambda item: (item[0] in ("general", "other"), item[0]))
    ]


def gap_href(mirror: Mirrored, entry: str) -> str:
    """The way to an entry on the page of gaps; a script leads on where the page is in parts."""
    return f"gaps/{mirror.name}.html#e-{entry}"


def _entry(mirror: Mirrored, entry: str) -> Entry:
    href = entry_href(mirror.regime.shelf, entry) or entry_href(mirror.shelf, entry)
    return Entry(entry, mirror.caption(entry), href, gap_list(mirror, mirror.gaps_by_entry[entry]))


def gap_list(mirror: Mirrored, rows: list[GapRow]) -> list[Gap]:
    """Rows as the pages print them, each with an id of its own."""
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        ident = row.id or row.code or f"own-{row.mirror_id or row.mirror_code}"
        seen[ident] = seen.get(ident, 0) + 1
        copy = f"~{seen[ident]}" if seen[ident] > 1 else ""
        found.append(_gap(mirror, row, f"g-{ident}{copy}".replace(" ", "_")))
    return found


def _gap(mirror: Mirrored, row: GapRow, ident: str) -> Gap:
    ours, theirs = row.mirror_id or row.mirror_code, row.id or row.code
    return Gap(
        ident,
        GAP_MARKS[row.status],
        Mark(row.stricter, side_words(mirror, row.stricter)),
        Side(name_of(theirs) if theirs else Markup(), mirror.regime_href(theirs)),
        Side(name_of(ours) if ours else Markup(), mirror.node_href(ours)),
        [_difference(mirror, one) for one in row.differences],
    )


def _difference(mirror: Mirrored, one: Difference) -> DifferenceRow:
    told = one.stricter in ("mirror", "regime")
    side = side_words(mirror, one.stricter) if told else ""
    return DifferenceRow(one.type, one.parameter, one.regime, one.mirror, one.note, side)


def side_words(mirror: Mirrored, stricter: str) -> str:
    """Who controls more, by name: `Hong Kong is stricter`."""
    names = {"mirror": f"{mirror.short} is stricter", "regime": f"{mirror.regime_short} is stricter",
             "neither": "neither is stricter", "unclear": "unclear which is stricter"}  # fmt: skip
    return names[stricter]


def origins_of(mirror: Mirrored) -> list[tuple[str, int]]:
    """Where those items of a mirror come from that its regime does not have, in words, and how many there are."""
    found: dict[str, int] = {}
    for row in mirror.gaps:
        if row.origin:
            found[row.origin] = found.get(row.origin, 0) + 1
    return [(ORIGIN_NAMES.get(name, name), count) for name, count in sorted(found.items())]
