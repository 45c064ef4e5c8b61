"""The pages of one edition: what is known of it, and its tree."""

from __future__ import annotations

from functools import partial

from controllist.model import EditionInfo
from controllist.publish.parts.addresses import edition_page, section_page
from controllist.publish.parts.cited import cited, official
from controllist.publish.parts.crumbs import crumbs
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.structured_data import edition_data, page_data
from controllist.publish.parts.trees import GENERAL, EditionTree, Section
from controllist.publish.parts.writer import Crumb, SiteWriter


def write_edition(site: SiteWriter, shelf: Shelf, number: int) -> None:
    """Write the pages of the n-th edition of a list."""
    tree = EditionTree(shelf, number)
    _write_front(site, tree)
    for section in tree.sections.values():
        _write_section(site, tree, section)
    if tree.outside():
        _write_general(site, tree)


def _edition_crumb(shelf: Shelf, info: EditionInfo) -> Crumb:
    return Crumb(info.edition, edition_page(shelf.name, info.edition))


def _write_front(site: SiteWriter, tree: EditionTree) -> None:
    shelf, number = tree.shelf, tree.number
    info, reading = shelf.infos[number], shelf.readings[number]
    outside = tree.outside()
    way = crumbs(shelf)
    site.page(
        edition_page(shelf.name, info.edition),
        "edition.html",
        title=f"{shelf.scheme.short}, edition of {info.edition}",
        crumbs=way,
        cited=cited(shelf, edition_page(shelf.name, info.edition), "", info),
        structured=edition_data(site, shelf, info, way, info.edition),
        shelf=shelf,
        info=info,
        reading=reading,
        official=official(shelf, info),
        sections=[section for section in tree.sections.values() if not section.parent],
        parts={section.ident: tree.parts(section.ident) for section in tree.sections.values()},
        outside={heading: len(idents) for heading, idents in outside.items()},
        before=shelf.infos[number - 1] if number else None,
        after=shelf.infos[number + 1] if number + 1 < len(shelf.infos) else None,
        counts=shelf.counts(number),
    )


def _write_section(site: SiteWriter, tree: EditionTree, section: Section) -> None:
    shelf, info = tree.shelf, tree.shelf.infos[tree.number]
    path = partial(section_page, shelf.name, info.edition)
    above = [_edition_crumb(shelf, info)]
    if section.parent:
        parent = tree.sections[section.parent]
        above.append(Crumb(parent.heading, path(parent.page)))
    parts = tree.parts(section.ident)
    way = crumbs(shelf, *above)
    site.page(
        path(section.page),
        "section.html",
        title=f"{section.heading}: {section.title}, {shelf.scheme.short} {info.edition}",
        crumbs=way,
        cited=cited(shelf, path(section.page), section.heading, info),
        structured=page_data(site, shelf, info, section.heading, way),
        shelf=shelf,
        info=info,
        section=section,
        official=official(shelf, info),
        body=tree.body(tree.below.get(section.ident, []), 2),
        places=tree.entries(section.ident),
        parts=[(part, [place for place in tree.entries(part.ident) if place.level == 2]) for part in parts],
        **_neighbours(tree, section),
    )


def _write_general(site: SiteWriter, tree: EditionTree) -> None:
    shelf, info = tree.shelf, tree.shelf.infos[tree.number]
    way = crumbs(shelf, _edition_crumb(shelf, info))
    site.page(
        section_page(shelf.name, info.edition, GENERAL),
        "general.html",
        title=f"Definitions and general notes, {shelf.scheme.short} {info.edition}",
        crumbs=way,
        shelf=shelf,
        info=info,
        official=official(shelf, info),
        cited=cited(shelf, section_page(shelf.name, info.edition, GENERAL), "Definitions and general notes", info),
        structured=page_data(site, shelf, info, "Definitions and general notes", way),
        groups=[(heading, len(idents), tree.body(idents, 3)) for heading, idents in tree.outside().items()],
    )


def _neighbours(tree: EditionTree, section: Section) -> dict[str, object]:
    """The same page in the edition before and after, where it stands there."""
    shelf = tree.shelf
    return {
        name: (shelf.infos[at].edition, section.page) if shelf.has_page(section.ident, at) else None
        for name, at in (("before", tree.number - 1), ("after", tree.number + 1))
    }
