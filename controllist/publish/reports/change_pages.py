"""The pages of successive editions: the report of what changed, on one page or, where it is long, on several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from controllist.changes.records import Change
from controllist.model import EditionInfo
from controllist.publish.parts.addresses import page_name, pair_page, year_page
from controllist.publish.parts.change_rows import Counts, Links, Rows, category_title, kinds_in, part_in
from controllist.publish.parts.cited import cited, official
from controllist.publish.parts.crumbs import crumbs
from controllist.publish.parts.pair_index import PairCounts
from controllist.publish.parts.rows import anchor
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.templating import fragment
from controllist.publish.parts.writer import Crumb, SiteWriter
from controllist.publish.reports.downloads import write_reclassification_files, write_report_files
from controllist.publish.reports.filtering import categories_of, filter_of, tally
from controllist.publish.reports.summaries import summary
from controllist.report.view import Category, Row, View, Words, view_of


class PartRow(NamedTuple):
    """A category that stands on a page of its own, as the first page shows it."""

    part: str
    code: str
    name: str
    title: str
    href: str
    counts: Counts
    entries: tuple[EntryLine, ...]


class EntryLine(NamedTuple):
    """An entry whose changes stand elsewhere: their number, and their tally for the filter. What stands in no entry has
    no code."""

    code: str
    caption: str
    changes: int
    tally: str


class Pair(NamedTuple):
    """The n-th edition of a list against the one before it."""

    shelf: Shelf
    number: int
    counts: PairCounts

    @property
    def old(self) -> EditionInfo:
        """The edition before."""
        return self.shelf.infos[self.number - 1]

    @property
    def new(self) -> EditionInfo:
        """The edition itself."""
        return self.shelf.infos[self.number]

    @property
    def path(self) -> str:
        """The address of its first page, without the ending."""
        return pair_page(self.shelf.name, self.old.edition, self.new.edition).removesuffix(".html")

    @property
    def title(self) -> str:
        """The name of its first page."""
        return f"What changed in {self.shelf.scheme.short}, {self.old.edition} to {self.new.edition}"


def write_changes(site: SiteWriter, shelf: Shelf, number: int) -> None:
    """Write the pages of the n-th edition against the one before."""
    comparison, counts = shelf.net_comparison(number - 1, number), shelf.counts(number)
    if comparison is None or counts is None:
        _write_unrecorded(site, shelf, number)
        return
    pair = Pair(shelf, number, counts)
    words = Words(shelf.scheme, shelf.captions, shelf.texts(number - 1), shelf.texts(number))
    view = view_of(comparison, words)
    if counts.in_parts:
        for at in range(len(view.categories)):
            _write_part(site, pair, view, at)
    _write_first(site, pair, view)


def _write_first(site: SiteWriter, pair: Pair, view: View) -> None:
    name = f"{pair.old.edition}_{pair.new.edition}"
    rows = Rows(view, _links(pair, "../", lambda part: f"{name}/{part}.html"))
    whole = not pair.counts.in_parts
    site.page(
        f"{pair.path}.html",
        "changes.html",
        title=pair.title,
        crumbs=crumbs(pair.shelf),
        **_shared(pair.shelf, pair.number, "../"),
        summary=summary(view),
        filter=filter_of([row.change for row in _changes(view)], categories_of(view)),
        has_texts=any(row.runs for row in _changes(view)) and whole,
        report=write_report_files(site, pair.shelf, view.comparison),
        reclassification=write_reclassification_files(site, pair.shelf, pair.number, view.comparison),
        categories=[rows.category(category) for category in view.categories] if whole else [],
        parts=[] if whole else [_part_row(pair, category) for category in view.categories],
        causes=rows.causes(),
        fields=rows.fields(),
    )


def _write_part(site: SiteWriter, pair: Pair, view: View, at: int) -> None:
    names = [part_in(category) for category in view.categories]
    rows = Rows(view, _links(pair, "../../", "{}.html".format))
    category = rows.category(view.categories[at])
    path = f"{pair.old.edition}_{pair.new.edition}"
    site.page(
        f"{pair.path}/{names[at]}.html",
        "changes_part.html",
        title=f"{category.title}, {pair.title}",
        crumbs=crumbs(pair.shelf, Crumb(f"{pair.old.edition} to {pair.new.edition}", f"{pair.path}.html")),
        **_shared(pair.shelf, pair.number, "../../"),
        category=category,
        filter=filter_of([row.change for entry in view.categories[at].entries for row in entry.rows]),
        has_texts=any(row.runs for entry in view.categories[at].entries for row in entry.rows),
        up=f"../{path}.html",
        before=_neighbour(view, names, at - 1),
        after=_neighbour(view, names, at + 1),
    )


def _neighbour(view: View, names: list[str], at: int) -> tuple[str, str, str] | None:
    """The way to another part, in two pieces, and its heading."""
    if not 0 <= at < len(names):
        return None
    return names[at], "", category_title(view.categories[at])


def _part_row(pair: Pair, category: Category) -> PartRow:
    return PartRow(
        part_in(category),
        category.code,
        category.title,
        category_title(category),
        f"{pair.old.edition}_{pair.new.edition}/{part_in(category)}.html",
        kinds_in(category),
        tuple(
            EntryLine(entry.code, entry.caption, len(entry.rows), tally(row.change for row in entry.rows))
            for entry in category.entries
        ),
    )


def _changes(view: View) -> Iterator[Row]:
    return (row for category in view.categories for entry in category.entries for row in entry.rows)


def _write_unrecorded(site: SiteWriter, shelf: Shelf, number: int) -> None:
    """Write the page of a pair that the dataset has no record of."""
    old, new = shelf.infos[number - 1].edition, shelf.infos[number].edition
    site.page(
        pair_page(shelf.name, old, new),
        "changes_unrecorded.html",
        title=f"What changed in {shelf.scheme.short}, {old} to {new}",
        crumbs=crumbs(shelf),
        **_shared(shelf, number, "../"),
    )


def _shared(shelf: Shelf, number: int, up: str) -> dict[str, object]:
    """What all pages of a pair know; `up` is the way to the list's folder."""
    old, new = shelf.infos[number - 1], shelf.infos[number]
    last = number + 1 == len(shelf.infos)
    return {
        "shelf": shelf,
        "old": old,
        "new": new,
        "to_list": up,
        "official_old": official(shelf, old),
        "official_new": official(shelf, new),
        "cited": cited(shelf, pair_page(shelf.name, old.edition, new.edition), "what changed", new, old=old),
        "before_pair": (shelf.infos[number - 2].edition, old.edition) if number > 1 else None,
        "after_pair": None if last else (new.edition, shelf.infos[number + 1].edition),
        "language": shelf.scheme.language,
        "year": new.edition[:4],
        "year_href": year_page(new.edition[:4]),
    }


def _links(pair: Pair, up: str, part: Callable[[str], str]) -> Links:
    """The ways from a page of a pair: `up` leads to the list's folder, `part` to the page of a part."""
    shelf, rows = pair.shelf, pair.shelf.rows_from(up)

    def node(number: int, ident: str) -> str:
        if not shelf.presence.editions_of(ident) >> number & 1:
            return ""
        page = f"{up}{shelf.infos[number].edition}/{shelf.page_of(ident, number)}.html"
        heads_page = shelf.starts_page(ident, shelf.presence.facts_at(ident, number))
        return page if heads_page else f"{page}#{fragment(anchor(ident))}"

    def line(change: Change) -> Markup:
        side, number = (change.new, pair.number) if change.new else (change.old, pair.number - 1)
        if side is None or not shelf.presence.editions_of(side.id) >> number & 1:
            return Markup()
        return Markup(" ".join(rows.parts(shelf.presence.facts_at(side.id, number))))

    return Links(
        old=lambda ident: node(pair.number - 1, ident),
        new=lambda ident: node(pair.number, ident),
        entry=lambda code: f"{up}{page_name(code)}/index.html" if code in shelf.entries else "",
        part=part if pair.counts.in_parts else lambda name: "",
        line=line,
    )
