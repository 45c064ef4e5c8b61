"""An edition's tree, cut into pages, each a nested list that opens and closes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from controllist.codes import entry_of
from controllist.history.records import Facts
from controllist.publish.parts.addresses import page_name
from controllist.publish.parts.rows import NAMES, WORDS_ONLY, anchor
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.templating import fragment

GENERAL = "general"
"""The page of what stands outside the categories: statements, general notes, definitions."""


class Place(NamedTuple):
    """An entry or group in a page's navigation."""

    anchor: str
    code: str
    caption: str
    level: int


class Section(NamedTuple):
    """One page of an edition's tree."""

    ident: str
    page: str
    heading: str
    title: str
    parent: str
    items: int
    reserved: int
    rows: int
    """The nodes on the page itself, without those of its parts."""


class EditionTree:
    """One edition's nodes, and the pages they are published on."""

    def __init__(self, shelf: Shelf, number: int) -> None:
        self.shelf = shelf
        self.number = number
        self.facts = shelf.facts(number)
        self._entry_link = "all editions" if len(shelf.infos) > 1 else "entry’s page"
        self.below: dict[str, list[str]] = {}
        for ident, facts in self.facts.items():
            above = shelf.parent(facts)
            parent = above if above in self.facts else ""
            self.below.setdefault(parent, []).append(ident)
        self.sections = {section.ident: section for section in self._sections("")}

    def _sections(self, above: str) -> Iterator[Section]:
        for ident in self.below.get(above, ()):
            facts = self.facts[ident]
            if self.shelf.starts_page(ident, facts):
                heading, title = self.shelf.heading(ident, facts), self.shelf.title(facts.code)
                yield Section(ident, page_name(ident), heading, title, above, *self._counts(ident))
                yield from self._sections(ident)

    def _counts(self, ident: str) -> tuple[int, int, int]:
        items = reserved = rows = 0
        for child in self.below.get(ident, ()):
            facts = self.facts[child]
            more = self._counts(child)
            items += more[0] + (facts.kind == "item")
            reserved += more[1] + (facts.kind == "item" and facts.status == "reserved")
            rows += 0 if self.shelf.starts_page(child, facts) else more[2] + 1
        return items, reserved, rows

    def outside(self) -> dict[str, list[str]]:
        """What stands outside the categories, by what it is."""
        found: dict[str, list[str]] = {"Statements and general notes": [], "Definitions": [], "Other items": []}
        for ident in self.below.get("", ()):
            kind = self.facts[ident].kind
            if ident in self.sections:
                continue
            heading = {"definition": "Definitions", "item": "Other items", "group": "Other items"}
            found[heading.get(kind, "Statements and general notes")].append(ident)
        return {heading: idents for heading, idents in found.items() if idents}

    def parts(self, ident: str) -> list[Section]:
        """The pages right below a page."""
        return [section for section in self.sections.values() if section.parent == ident]

    def entries(self, ident: str) -> list[Place]:
        """Groups and entries below a node, for navigation; nothing of what has a page of its own."""
        found: list[Place] = []
        for child in self.below.get(ident, ()):
            facts = self.facts[child]
            if self.shelf.starts_page(child, facts):
                continue
            if facts.kind == "group":
                found.append(Place(fragment(anchor(child)), facts.code, self.shelf.title(facts.code), 1))
                found += self.entries(child)
            elif facts.kind == "item":
                found.append(Place(fragment(anchor(child)), facts.code, self.shelf.caption(facts.code), 2))
        return found

    def body(self, idents: list[str], level: int) -> Markup:
        """Nodes that stand on one page, with all below them; groups and entries under headings from `level` on."""
        parts: list[str] = []
        inside = False
        for ident in idents:
            facts = self.facts[ident]
            if self.shelf.starts_page(ident, facts):
                continue
            row = not (facts.kind == "group" or self._is_entry(facts))
            if row != inside:
                parts.append('<ul class="t">' if row else "</ul>")
                inside = row
            if row:
                self._write(ident, facts, parts)
            elif facts.kind == "group":
                parts.append(self._group(ident, facts, level))
            else:
                self._entry(ident, facts, level, parts)
        return Markup("".join([*parts, "</ul>" if inside else ""]))

    def _is_entry(self, facts: Facts) -> bool:
        above = self.facts.get(self.shelf.parent(facts))
        return facts.kind == "item" and (above is None or above.kind != "item")

    def _group(self, ident: str, facts: Facts, level: int) -> str:
        title = self.shelf.title(facts.code)
        body = self.body(self.below.get(ident, []), level + 1)
        return (
            f'<section class="g" id="{escape(anchor(ident))}"><h{level}><a href="#{escape(fragment(anchor(ident)))}">'
            f"<b>{escape(facts.code or NAMES['group'])}</b> {escape(title)}</a></h{level}>{body}</section>"
        )

    def _entry(self, ident: str, facts: Facts, level: int, parts: list[str]) -> None:
        writer, below = self.shelf.rows, self.below.get(ident, ())
        state = " r" if facts.status == "reserved" else ""
        line, said = " ".join(writer.parts(facts)), writer.annotations(facts)
        parts.append(f'<section class="e{state}" id="{escape(anchor(ident))}">{self._entry_head(ident, facts, level)}')
        if line or not below:
            parts.append(f'<p class="l">{line or WORDS_ONLY}</p>')
        if said:
            said_html = "".join(f"<div><dt>{escape(name)}</dt><dd>{value or 'yes'}</dd></div>" for name, value in said)
            parts.append(f'<dl class="an">{said_html}</dl>')
        if below:
            counted = f"{provisions(len(below))} below {escape(facts.code)}"
            parts.append(f'<details open><summary>{counted}</summary><ul class="t">')
            for child in below:
                self._write(child, self.facts[child], parts)
            parts.append("</ul></details>")
        parts.append("</section>")

    def _entry_head(self, ident: str, facts: Facts, level: int) -> str:
        writer, entry = self.shelf.rows, entry_of(facts.code)
        caption = f'<span class="cap">{escape(self.shelf.caption(facts.code))}</span>'
        link = (
            f'<a class="all" href="../{page_name(entry)}/index.html">{self._entry_link}'
            f'<span class="vh"> of {escape(entry)}</span></a>'
        )
        head = f"<h{level}>{writer.chip(ident, facts)} {caption}</h{level}>{writer.own_cite(facts)}{link}"
        return f'<div class="eh">{head}</div>'

    def _write(self, ident: str, facts: Facts, parts: list[str]) -> None:
        row = self.shelf.rows.row(ident, facts)
        below = self.below.get(ident)
        if not below:
            parts.append(row.leaf)
            return
        parts.append(row.opened(f'<span class="m">{provisions(len(below))} below</span>'))
        for child in below:
            self._write(child, self.facts[child], parts)
        parts.append("</ul></details></li>")


def provisions(number: int) -> str:
    """A number of provisions, in words."""
    return f"{number} {'provision' if number == 1 else 'provisions'}"
