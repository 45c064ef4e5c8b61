"""The pages of successive editions: which codes came and went, and which numbers became reserved."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from controllist.codes import entry_of, parent_of, sort_key
from controllist.publish.edition_pages import crumbs
from controllist.publish.presence import CodeChanges
from controllist.publish.rows import anchor, page_name
from controllist.publish.shelf import Shelf
from controllist.publish.templating import fragment
from controllist.publish.writer import SiteWriter


class Kind(NamedTuple):
    """One way in which a code differs between two editions; `side` 1 is shown in the newer edition, 0 in the older."""

    field: str
    sign: str
    word: str
    side: int


KINDS = (
    Kind("came", "+", "came", 1),
    Kind("went", "−", "went", 0),
    Kind("became_reserved", "○", "became reserved", 1),
    Kind("taken_up", "●", "taken up again", 1),
    Kind("listed_reserved", "○", "newly listed as reserved", 1),
    Kind("dropped_reserved", "−", "reserved number dropped", 0),
)


class CodeRow(NamedTuple):
    """A code with all below it that share its fate."""

    kind: Kind
    code: str
    name: Markup
    href: str
    line: Markup
    below: list[tuple[str, str]]


class EntryRows(NamedTuple):
    """The changes of one entry."""

    entry: str
    page: str
    caption: str
    rows: list[CodeRow]


class CategoryRows(NamedTuple):
    """The changes of one category."""

    ident: str
    title: str
    entries: list[EntryRows]
    counts: dict[str, int]


def write_changes(site: SiteWriter, shelf: Shelf, number: int) -> None:
    """Write the page of the n-th edition against the one before."""
    old, new = shelf.infos[number - 1], shelf.infos[number]
    changes = shelf.changes(number)
    site.page(
        f"lists/{shelf.name}/changes/{old.edition}_{new.edition}.html",
        "changes.html",
        title=f"Codes that came and went, {shelf.scheme.short}, {old.edition} to {new.edition}",
        crumbs=crumbs(shelf),
        shelf=shelf,
        old=old,
        new=new,
        changes=changes,
        counts=[(kind, len(getattr(changes, kind.field))) for kind in KINDS],
        categories=_by_category(shelf, number, changes),
        before=(shelf.infos[number - 2].edition, old.edition) if number > 1 else None,
        after=(new.edition, shelf.infos[number + 1].edition) if number + 1 < len(shelf.infos) else None,
    )


def _by_category(shelf: Shelf, number: int, changes: CodeChanges) -> list[CategoryRows]:
    found: dict[str, dict[str, list[CodeRow]]] = {}
    counts: dict[str, dict[str, int]] = {}
    for kind in KINDS:
        at = number - 1 + kind.side
        for code, below in _by_root(getattr(changes, kind.field)).items():
            ident = shelf.presence.id_at(code, at)
            category = shelf.category_at(ident, at)
            found.setdefault(category, {}).setdefault(entry_of(code), []).append(_row(shelf, kind, ident, at, below))
            count = counts.setdefault(category, {})
            count[kind.word] = count.get(kind.word, 0) + 1 + len(below)
    return [
        CategoryRows(category, _title(shelf, category), _entries(shelf, found[category]), counts[category])
        for category in sorted(found, key=_category_order(shelf, number))
    ]


def _category_order(shelf: Shelf, number: int) -> Callable[[str], tuple[int, str]]:
    order: dict[str, int] = {}
    for at in (number, number - 1):
        for ident, facts in shelf.facts(at).items():
            if facts.kind == "category":
                order.setdefault(ident, len(order))
    return lambda category: (order.get(category, len(order)), category)


def _title(shelf: Shelf, category: str) -> str:
    if not category:
        return "Outside the categories"
    heading = f"Category {category}" if category[:1].isdigit() else category
    return f"{heading}: {title}" if (title := shelf.title(category)) else heading


def _entries(shelf: Shelf, entries: dict[str, list[CodeRow]]) -> list[EntryRows]:
    return [
        EntryRows(entry, page_name(entry), shelf.caption(entry), sorted(rows, key=lambda row: sort_key(row.code)))
        for entry, rows in sorted(entries.items(), key=lambda pair: sort_key(pair[0]))
    ]


def _by_root(codes: list[str]) -> dict[str, list[str]]:
    """Codes under the topmost code that shares their fate, which stands for them."""
    known = set(codes)
    roots: dict[str, list[str]] = {}
    for code in sorted(codes, key=sort_key):
        root, above = code, parent_of(code)
        while above in known:
            root, above = above, parent_of(above)
        below = roots.setdefault(root, [])
        if root != code:
            below.append(code)
    return roots


def _row(shelf: Shelf, kind: Kind, ident: str, at: int, below: list[str]) -> CodeRow:
    facts = shelf.presence.facts_at(ident, at)
    writer = shelf.rows
    parts = writer.parts(facts)
    caption = shelf.caption(facts.code) if facts.code == entry_of(facts.code) else ""
    line = Markup(" ").join([Markup('<span class="cap">{}</span>').format(caption)] if caption else [])
    return CodeRow(
        kind=kind,
        code=facts.code,
        name=Markup(writer.name(facts)),
        href=_href(shelf, ident, at),
        line=line + Markup(" " if caption else "") + Markup(" ".join(parts)),
        below=[(code, _href(shelf, shelf.presence.id_at(code, at), at)) for code in below],
    )


def _href(shelf: Shelf, ident: str, at: int) -> str:
    page = shelf.page_of(ident, at)
    return f"../{shelf.infos[at].edition}/{page}.html#{fragment(anchor(ident))}"
