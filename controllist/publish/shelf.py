"""One list as the pages see it: its scheme, editions, entries, captions, and where each part of it is published."""

from __future__ import annotations

import re
from functools import cached_property

from controllist.codes import cite, entry_of, sort_key
from controllist.history.records import Facts
from controllist.library import Library
from controllist.model import EditionInfo
from controllist.publish.presence import CodeChanges, Presence, Span, runs
from controllist.publish.rows import RowWriter, page_name
from controllist.sources.captions import Captions

MOST_ROWS = 1000
"""A category with more nodes than this in any edition has a page for each of its groups."""


class Shelf:
    """One list, with all that its pages share."""

    def __init__(self, library: Library, name: str, captions: Captions) -> None:
        self.name = name
        self.scheme = library.scheme(name)
        self.history = library.history(name)
        self.infos: list[EditionInfo] = library.infos(name)
        self.readings = [self.history.readings[info.edition] for info in self.infos]
        self._captions = captions

    @cached_property
    def presence(self) -> Presence:
        """Where each node and code stands."""
        return Presence(self.history)

    @cached_property
    def entries(self) -> dict[str, list[str]]:
        """The ids that belong to each entry, in the list's order; entries in the order of their codes."""
        codes = {entry_of(v.facts.code) for v in self.history.versions if v.facts.kind == "item"}
        found: dict[str, list[str]] = {code: [] for code in sorted(codes, key=sort_key)}
        for ident in self.presence.stands:
            entry = re.split(r"[./~]", ident, maxsplit=1)[0]
            if entry in found:
                found[entry].append(ident)
        return found

    @cached_property
    def rows(self) -> RowWriter:
        """Writes this list's rows."""
        known = {ident for idents in self.entries.values() for ident in idents}
        return RowWriter(self.scheme, self.entries.keys(), known)

    @cached_property
    def split(self) -> set[str]:
        """The categories that are published group by group, so that no page grows too heavy.

        Decided over all editions, so that a part of the list has the same address in each of them.
        """
        found: set[str] = set()
        for date in self.history.editions:
            sizes: dict[str, int] = {}
            category_of: dict[str, str] = {}
            for ident, facts in self.history.facts(date).items():
                own = ident if facts.kind == "category" else category_of.get(facts.parent, "")
                category_of[ident] = own
                sizes[own] = sizes.get(own, 0) + 1
            found |= {category for category, size in sizes.items() if category and size > MOST_ROWS}
        return found

    def starts_page(self, ident: str, facts: Facts) -> bool:
        """Whether a node has a page of its own: every category, and every group of a category that is split."""
        return facts.kind == "category" or (facts.kind == "group" and facts.parent in self.split)

    def page_of(self, ident: str, number: int) -> str:
        """The page of the n-th edition on which a node stands."""
        while ident:
            facts = self.presence.facts_at(ident, number)
            if self.starts_page(ident, facts):
                return page_name(ident)
            ident = facts.parent
        return "general"

    def category_at(self, ident: str, number: int) -> str:
        """The category a node stands in, in the n-th edition; empty if in none."""
        while ident:
            facts = self.presence.facts_at(ident, number)
            if facts.kind == "category":
                return ident
            ident = facts.parent
        return ""

    def caption(self, code: str) -> str:
        """The caption of an entry."""
        return self._captions.caption(self.name, entry_of(code))

    def cite(self, code: str) -> str:
        """The list's own citation of a code."""
        return cite(code, self.scheme.codes.cite)

    def title(self, code: str) -> str:
        """The name of a category or group in our own words; the code where the scheme has none."""
        names = self.scheme.categories
        letters = re.findall(r"[A-Z]", code)
        return names.get(code) or (names.get(letters[0], "") if letters else "")

    def heading(self, ident: str, facts: Facts) -> str:
        """What a category or group is called on a page: `Category 3`, `3A`."""
        code = facts.code or ident
        return f"Category {code}" if facts.kind == "category" and code[:1].isdigit() else code

    def changes(self, number: int) -> CodeChanges:
        """How the codes of the n-th edition differ from those of the one before."""
        return self._changes[number]

    @cached_property
    def _changes(self) -> list[CodeChanges]:
        nothing = CodeChanges([], [], [], [], [], [], 0)
        return [nothing] + [self.presence.changes(number) for number in range(1, len(self.infos))]

    def span_words(self, bits: int) -> list[str]:
        """The editions in `bits` as runs of dates: `1997-12-19 to 2006-12-06`, `since 2013-12-04`."""
        return [self._run_words(span) for span in runs(bits)]

    def _run_words(self, span: Span) -> str:
        first, last = self.infos[span.first].edition, self.infos[span.last].edition
        if span.last == len(self.infos) - 1:
            return f"since {first}"
        return first if span.first == span.last else f"{first} to {last}"
