"""Feeds to follow: of all lists, of each list, of each category, and of each entry that ever changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from controllist.changes.records import Change, ChangeKind, Effect
from controllist.mirrors.records import Adoption
from controllist.model import EditionInfo
from controllist.publish.feeds.feed_forms import Feed, Item, write_feed
from controllist.publish.parts.addresses import edition_page, entry_page, list_page, page_name, pair_page
from controllist.publish.parts.change_rows import EFFECTS, KINDS, Mark, marked_counts
from controllist.publish.parts.cited import official
from controllist.publish.parts.mirrored import Mirrors, day_of
from controllist.publish.parts.pair_index import Touch, entry_of_id
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.templating import fragment
from controllist.publish.parts.writer import Crumb, SiteWriter
from controllist.report.view import category_of, entry_of_change

MOST = 60
"""Items of one feed: what is older stands on the pages."""

_NAMED = 40
"""Codes that one item names."""

ALL = "feeds/all"

_Name = TypeVar("_Name", bound=str)


class CategoryFeed(NamedTuple):
    """A category that changed: its feed's address without the ending, and its heading."""

    path: str
    heading: str


def list_feed(name: str) -> str:
    """The address of a list's feed, without its ending."""
    return f"feeds/{name}/all"


def category_feed(name: str, category: str) -> str:
    """That of a category's feed."""
    return f"feeds/{name}/category-{page_name(category)}"


def entry_feed(name: str, entry: str) -> str:
    """That of an entry's feed, which is there only if the entry ever changed."""
    return f"feeds/{name}/{page_name(entry)}"


def write_common_feeds(site: SiteWriter, shelves: Sequence[Shelf]) -> None:
    """Write the feed of all lists, and the page that names all feeds."""
    items = [item for shelf in shelves for item in _edition_items(shelf)]
    items.sort(key=lambda item: (item.day, item.ident), reverse=True)
    subtitle = "Each new edition of each list and what changed in it"
    write_feed(site, Feed(ALL, "Export-control lists: all changes", subtitle, "index.html", items[:MOST]))
    site.page(
        "feeds/index.html",
        "feeds.html",
        title="Feeds to follow",
        crumbs=(Crumb("Lists", "index.html"),),
        most=MOST,
        rows=[(shelf, list_feed(shelf.name), category_feeds(shelf), len(_changed(shelf))) for shelf in shelves],
    )


def write_list_feeds(site: SiteWriter, shelf: Shelf, mirrors: Mirrors) -> None:
    """Write the feeds of a list, its categories and its entries, and the page that names them."""
    short = shelf.scheme.short
    write_feed(site, Feed(list_feed(shelf.name), f"{short}: changes", f"Each new edition of {shelf.scheme.title}",
                          list_page(shelf.name), _edition_items(shelf)[:MOST]))  # fmt: skip
    changed = _changed(shelf)
    _write_category_feeds(site, shelf, changed)
    named = _names_of_changes(shelf)
    for entry in changed:
        items = [
            _touch_item(shelf, entry, touch, named.get((touch.number, entry), ())) for touch in shelf.touches(entry)
        ]
        items += _adoption_items(mirrors, shelf, entry)
        items.sort(key=lambda item: (item.day, item.ident), reverse=True)
        caption = shelf.caption(entry)
        title = f"{short} {entry}{f': {caption}' if caption else ''}"
        write_feed(site, Feed(entry_feed(shelf.name, entry), title, f"What changed in {entry} of {short}",
                              entry_page(shelf.name, entry), items[:MOST]))  # fmt: skip
    site.page(
        f"feeds/{shelf.name}/index.html",
        "feeds_list.html",
        title=f"Feeds of {short}",
        crumbs=(Crumb("Lists", "index.html"), Crumb("Feeds", "feeds/index.html")),
        shelf=shelf,
        whole=list_feed(shelf.name),
        categories=category_feeds(shelf),
        entries=[(entry, shelf.caption(entry), entry_feed(shelf.name, entry)) for entry in changed],
    )


def _changed(shelf: Shelf) -> list[str]:
    """The entries that ever changed, in the order of their codes."""
    return [entry for entry in shelf.entries if shelf.touches(entry)]


def category_feeds(shelf: Shelf) -> list[CategoryFeed]:
    """The categories with an entry that ever changed."""
    found = dict.fromkeys(category_of(shelf.scheme, entry) for entry in _changed(shelf))
    return [CategoryFeed(category_feed(shelf.name, code), _heading(shelf, code)) for code in found if code]


def _heading(shelf: Shelf, category: str) -> str:
    heading = f"Category {category}" if category[:1].isdigit() else category
    return ": ".join(filter(None, (heading, shelf.title(category))))


def _edition_items(shelf: Shelf) -> list[Item]:
    """The editions of a list, newest first."""
    touched: dict[int, list[str]] = {}
    for entry in shelf.entries:
        for touch in shelf.touches(entry):
            touched.setdefault(touch.number, []).append(entry)
    return [_edition_item(shelf, number, touched.get(number, [])) for number in range(len(shelf.infos) - 1, -1, -1)]


def _edition_item(shelf: Shelf, number: int, entries: list[str]) -> Item:
    info, counts = shelf.infos[number], shelf.counts(number)
    name = f"{shelf.scheme.short} {info.edition}"
    ident = f"{shelf.name}/{info.edition}"
    way = official(shelf, info)["url"]
    if not number:
        first = f"The first edition that is read here: {shelf.readings[0].items} items."
        return Item(ident, edition_page(shelf.name, info.edition), info.edition, f"{name}: first edition here",
                    (first, *_document(info)), (), way)  # fmt: skip
    before = shelf.infos[number - 1].edition
    page = pair_page(shelf.name, before, info.edition)
    if counts is None:
        return Item(ident, page, info.edition, f"{name}: changes not recorded", _document(info), (), way)
    named = f"Entries touched ({len(entries)}): {_some(entries)}." if entries else "No entry is touched."
    said = (_compared(before, counts.effects), *_document(info), named)
    return Item(ident, page, info.edition, f"{name}: {_counted(counts.kinds, KINDS) or 'no change'}", said,
                _tags(counts.kinds, counts.effects), way)  # fmt: skip


def _document(info: EditionInfo) -> tuple[str, ...]:
    instrument = f" Instrument: {info.instrument}." if info.instrument and info.instrument != info.label else ""
    force = f" In force: {info.in_force}." if info.in_force else ""
    return (f"Document: {info.label}.{instrument}{force}",)


def _compared(before: str, effects: Mapping[Effect, int]) -> str:
    effect = _counted(effects, EFFECTS)
    return f"Against the edition of {before}.{f' Effect on control: {effect}.' if effect else ''}"


def _write_category_feeds(site: SiteWriter, shelf: Shelf, changed: Sequence[str]) -> None:
    members: dict[str, list[str]] = {}
    for entry in changed:
        members.setdefault(category_of(shelf.scheme, entry), []).append(entry)
    for category, entries in members.items():
        if category:
            heading = _heading(shelf, category)
            feed = Feed(
                category_feed(shelf.name, category), f"{shelf.scheme.short}, {heading}",
                f"What changed in {heading} of {shelf.scheme.short}", list_page(shelf.name),
                _category_items(shelf, category, entries)[:MOST],
            )  # fmt: skip
            write_feed(site, feed)


def _category_items(shelf: Shelf, category: str, entries: Sequence[str]) -> list[Item]:
    """What each pair of editions did to a category, newest first."""
    by_pair: dict[int, list[tuple[str, Touch]]] = {}
    for entry in entries:
        for touch in shelf.touches(entry):
            by_pair.setdefault(touch.number, []).append((entry, touch))
    items = []
    for number, touches in sorted(by_pair.items(), reverse=True):
        kinds: Counter[ChangeKind] = Counter()
        effects: Counter[Effect] = Counter()
        for _, touch in touches:
            kinds.update(touch.kinds)
            effects.update(touch.effects)
        info, before = shelf.infos[number], shelf.infos[number - 1].edition
        part = next((touch.part for _, touch in touches if touch.part), "")
        told = _counted(kinds, KINDS) or "governed by changes elsewhere"
        named = f"Entries touched ({len(touches)}): {_some([entry for entry, _ in touches])}."
        items.append(Item(
            f"{shelf.name}/{info.edition}/category-{page_name(category)}",
            pair_page(shelf.name, before, info.edition, part), info.edition,
            f"{shelf.scheme.short} {category}, {info.edition}: {told}",
            (_compared(before, effects), *_document(info), named), _tags(kinds, effects), official(shelf, info)["url"],
        ))  # fmt: skip
    return items


def _touch_item(shelf: Shelf, entry: str, touch: Touch, named: Sequence[str]) -> Item:
    """What a pair of editions did to an entry."""
    info, before = shelf.infos[touch.number], shelf.infos[touch.number - 1].edition
    told = _counted(touch.kinds, KINDS)
    said = [_compared(before, touch.effects)]
    if named:
        said.append(f"{_some(named, '; ')}.")
    if touch.governed:
        said.append(f"{touch.governed} of its items stand as before, while what governs them changed elsewhere.")
    if touch.fields:
        said.append(f"Stated beside the words: {touch.fields} changed.")
    page = f"{pair_page(shelf.name, before, info.edition, touch.part)}#{fragment(touch.anchor)}"
    return Item(f"{shelf.name}/{info.edition}/{entry}", page, info.edition,
                f"{entry}, {info.edition}: {told or 'changed beside its words, or elsewhere'}",
                (*said, *_document(info)), _tags(touch.kinds, touch.effects), official(shelf, info)["url"])  # fmt: skip


def _names_of_changes(shelf: Shelf) -> dict[tuple[int, str], list[str]]:
    """The changes of each pair and entry in words: `3A001.a.5 rescoped, tightened`."""
    found: dict[tuple[int, str], list[str]] = {}
    for number in range(1, len(shelf.infos)):
        record = shelf.record(number)
        for change in record.changes if record else ():
            own = entry_of_change(change)
            left = entry_of_id(change.old.id) if change.old else own
            for entry in dict.fromkeys((left, own)):
                found.setdefault((number, entry), []).append(_change_words(change))
    return found


def _change_words(change: Change) -> str:
    names = dict.fromkeys(side.id for side in (change.old, change.new) if side)
    effect = "" if change.effect == "none" else f", {change.effect}"
    return f"{' → '.join(names)} {change.kind}{effect}"


def _adoption_items(mirrors: Mirrors, shelf: Shelf, entry: str) -> list[Item]:
    """The days on which a mirror took over changes of a regime's entry."""
    items = []
    for mirror in mirrors.of_regime(shelf.name):
        groups: dict[tuple[str, str, str], list[Adoption]] = {}
        for each in mirror.adoptions_by_entry.get(entry, ()):
            if each.status == "adopted" and each.days is not None and each.kind != "reworded":
                groups.setdefault((day_of(each), each.regime_edition, each.instrument), []).append(each)
        for (day, edition, instrument), found in sorted(groups.items()):
            act = f" by {instrument}" if instrument else ""
            count = f"{len(found)} change{'' if len(found) == 1 else 's'}"
            items.append(Item(
                f"{shelf.name}/{edition}/{entry}/{mirror.name}/{day}{f'/{instrument}' if instrument else ''}",
                mirror.edition_href(edition), day,
                f"{entry}: {mirror.short} adopted {count} of {edition}",
                (f"In force {day}{act}: {_some([each.mirror_code or each.code for each in found])}.",),
                ("adopted", mirror.name), official(mirror.shelf, mirror.shelf.infos[-1])["url"],
            ))  # fmt: skip
    return items


def _counted(counts: Mapping[_Name, int], marks: Mapping[_Name, Mark]) -> str:
    return ", ".join(f"{count} {mark.words}" for mark, count in marked_counts(counts, marks))


def _tags(kinds: Mapping[ChangeKind, int], effects: Mapping[Effect, int]) -> tuple[str, ...]:
    found = [*marked_counts(kinds, KINDS), *marked_counts(effects, EFFECTS)]
    return tuple(mark.words for mark, _ in found)


def _some(names: Iterable[str], between: str = ", ") -> str:
    """The first names, and how many more there are."""
    found = list(names)
    more = f"{between}and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return between.join(found[:_NAMED]) + more
