"""The page of an entry through all editions of its list, and the index of entries."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from controllist.codes import entry_of, labels_of
from controllist.history.records import Facts
from controllist.model import EditionInfo
from controllist.publish.feeds.feeds import entry_feed
from controllist.publish.lists.entry_mirrors import mirrors_of_entry
from controllist.publish.lists.history_chart import Point, history_chart
from controllist.publish.parts.addresses import entries_page, entry_page, page_name
from controllist.publish.parts.change_rows import EFFECTS, KINDS, Mark, marked_counts
from controllist.publish.parts.cited import cited, official
from controllist.publish.parts.crumbs import crumbs
from controllist.publish.parts.mirrored import Mirrors
from controllist.publish.parts.presence import runs
from controllist.publish.parts.rows import WORDS_ONLY
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.structured_data import page_data
from controllist.publish.parts.templating import fragment
from controllist.publish.parts.trees import provisions
from controllist.publish.parts.writer import Crumb, SiteWriter

_DEEPEST = 7


class Line(NamedTuple):
    """A row of an entry's page."""

    kind: str
    chip: Markup
    cite: Markup
    line: Markup
    attributes: Markup
    depth: int
    spans: list[str]
    bar: Markup
    last: str
    """The newest edition in which it stands."""


class Where(NamedTuple):
    """An edition in which the entry stands."""

    date: str
    label: str
    page: str
    anchor: str
    items: int


class Touched(NamedTuple):
    """What an edition did to the entry against the one before, and the way to its place in the report of the two."""

    old: str
    new: EditionInfo
    href: str
    kinds: list[tuple[Mark, int]]
    effects: list[tuple[Mark, int]]
    governed: int
    fields: int


def write_entry(site: SiteWriter, shelf: Shelf, entry: str, mirrors: Mirrors) -> None:
    """Write the page of one entry."""
    idents = shelf.entries[entry]
    presence = shelf.presence
    stands = {ident: presence.editions_of(ident) for ident in idents}
    bits = 0
    for ident in idents:
        if presence.stands[ident][0].facts.kind == "item":
            bits |= stands[ident]
    newest = bits.bit_length() - 1
    now = [ident for ident in idents if stands[ident] >> newest & 1]
    former = [ident for ident in idents if not stands[ident] >> newest & 1]
    below = Counter(presence.facts_at(ident, newest).parent for ident in now)
    caption, info, page = shelf.caption(entry), shelf.infos[newest], entry_page(shelf.name, entry)
    former_lines = [_line(shelf, ident, stands[ident].bit_length() - 1) for ident in former]
    way = crumbs(shelf, Crumb("Entries", entries_page(shelf.name)))
    last_editions = {line.last for line in former_lines}
    site.page(
        page,
        "entry.html",
        title=f"{entry}{f': {caption}' if caption else ''} ({shelf.scheme.short})",
        crumbs=way,
        cited=cited(
            shelf, page, _named(shelf, entry), info, more=[one for one in shelf.infos if one.edition in last_editions]
        ),
        structured=page_data(site, shelf, info, _named(shelf, entry), way),
        feed=entry_feed(shelf.name, entry) if shelf.touches(entry) else "",
        turn=_neighbours(shelf, entry),
        shelf=shelf,
        entry=entry,
        caption=caption,
        bits=bits.bit_count(),
        spans=shelf.span_words(bits),
        ended=newest < len(shelf.infos) - 1,
        info=info,
        official=official(shelf, info),
        now=[_line(shelf, ident, newest, below[ident]) for ident in now],
        former=former_lines,
        editions=_editions(shelf, idents, stands, bits),
        changes=_changes(shelf, entry),
        chart=_chart(shelf, entry, bits),
        **mirrors_of_entry(mirrors, shelf, entry),
    )


def _changes(shelf: Shelf, entry: str) -> list[Touched]:
    """The pairs of editions that touched an entry, newest first."""
    found = []
    for touch in reversed(shelf.touches(entry)):
        old, info = shelf.infos[touch.number - 1].edition, shelf.infos[touch.number]
        page = f"{old}_{info.edition}/{touch.part}" if touch.part else f"{old}_{info.edition}"
        kinds, effects = marked_counts(touch.kinds, KINDS), marked_counts(touch.effects, EFFECTS)
        href = f"../changes/{page}.html#{fragment(touch.anchor)}"
        found.append(Touched(old, info, href, kinds, effects, touch.governed, touch.fields))
    return found


def _chart(shelf: Shelf, entry: str, bits: int) -> Markup:
    """The history as a drawing; none where a list has one edition, or nothing ever changed."""
    touches = shelf.touches(entry)
    if not touches:
        return Markup()
    points = [Point(shelf.infos[touch.number].edition, touch.effects) for touch in touches]
    return history_chart(entry, [info.edition for info in shelf.infos], list(runs(bits)), points)


def _named(shelf: Shelf, entry: str) -> str:
    """An entry in the list's own citation, with the canonical code where that is another."""
    own = shelf.cite(entry)
    return entry if own == entry else f"{own} ({entry})"


def _neighbours(shelf: Shelf, entry: str) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The entries before and after: the file name and the code of each, None at the ends."""
    entries = list(shelf.entries)
    at = entries.index(entry)
    before = entries[at - 1] if at else ""
    after = entries[at + 1] if at + 1 < len(entries) else ""
    first, second = ((page_name(code), code) if code else None for code in (before, after))
    return first, second


def write_entry_index(site: SiteWriter, shelf: Shelf) -> None:
    """Write the index of a list's entries: all that ever stood in it."""
    rows = []
    for entry, idents in shelf.entries.items():
        bits = 0
        for ident in idents:
            bits |= shelf.presence.editions_of(ident)
        drawn = bar(shelf, [(bits, False)])
        rows.append((entry, page_name(entry), shelf.caption(entry), shelf.span_words(bits), drawn))
    site.page(
        entries_page(shelf.name),
        "entries.html",
        title=f"Entries of {shelf.scheme.short}",
        crumbs=crumbs(shelf),
        shelf=shelf,
        rows=rows,
    )


def _line(shelf: Shelf, ident: str, number: int, below: int = 0) -> Line:
    presence = shelf.presence
    facts = presence.facts_at(ident, number)
    row = shelf.rows.row(ident, facts)
    bits = presence.editions_of(ident)
    reserved = [(stand.bits, stand.facts.status == "reserved") for stand in presence.stands[ident]]
    return Line(
        kind=facts.kind,
        chip=Markup(row.chip),
        cite=Markup(row.cite),
        line=Markup(row.line or _nothing_told(shelf, facts, below)),
        attributes=Markup(row.attributes),
        depth=min(_depth(shelf, facts, number), _DEEPEST),
        spans=shelf.span_words(bits),
        bar=bar(shelf, reserved),
        last=shelf.infos[number].edition,
    )


def _nothing_told(shelf: Shelf, facts: Facts, below: int) -> str:
    if facts.code and facts.code == entry_of(facts.code):
        return f'<span class="cap">{escape(shelf.caption(facts.code))}</span>'
    return f'<span class="m">{provisions(below)} below</span>' if below else WORDS_ONLY


def _depth(shelf: Shelf, facts: Facts, number: int) -> int:
    """How deep a node stands below its entry: an item by its labels, a note one below the item it qualifies."""
    if facts.kind == "item":
        return len(labels_of(facts.code))
    if not facts.parent:
        return 1
    return 1 + _depth(shelf, shelf.presence.facts_at(facts.parent, number), number)


def bar(shelf: Shelf, stands: list[tuple[int, bool]]) -> Markup:
    """The editions of a list as a bar, filled where the node stands, a gap where its recorded content changes."""
    total = len(shelf.infos)
    gap = total * 0.012
    parts = []
    for bits, hollow in stands:
        for first, last in runs(bits):
            width = last - first + 1 - gap
            parts.append(f'<rect x="{first:g}" width="{width:.3g}" height="1"{" class=h" if hollow else ""}/>')
    return Markup(
        f'<svg class="sp" viewBox="0 0 {total} 1" preserveAspectRatio="none" aria-hidden="true">{"".join(parts)}</svg>'
    )


def _editions(shelf: Shelf, idents: list[str], stands: dict[str, int], bits: int) -> list[Where]:
    found = []
    items = [ident for ident in idents if shelf.presence.stands[ident][0].facts.kind == "item"]
    for number in range(len(shelf.infos) - 1, -1, -1):
        if bits >> number & 1:
            there = [ident for ident in items if stands[ident] >> number & 1]
            info = shelf.infos[number]
            found.append(Where(info.edition, info.label, shelf.page_of(there[0], number), there[0], len(there)))
    return found
