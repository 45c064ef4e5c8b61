"""One list as the pages see it: its scheme, editions, entries, captions, and where each part of it is published."""

from __future__ import annotations

import re
from functools import cache, cached_property

from controllist.codes import cite, entry_of, group_of, sort_key
from controllist.comparison import Comparison
from controllist.history.chained import chained
from controllist.history.pairs import PairRecord, carried_changes, load_pair
from controllist.history.records import Facts, side_of_facts
from controllist.library import Library
from controllist.model import EditionInfo
from controllist.publish.parts.addresses import page_name
from controllist.publish.parts.pair_index import PairCounts, Touch, counts_of, touches_of
from controllist.publish.parts.presence import Presence, Span, runs
from controllist.publish.parts.rows import RowWriter

MOST_ROWS = 1000
"""A category with more nodes than this in any edition has a page for each of its groups."""


class Shelf:
    """One list, with all that its pages share. `with_texts` shows its texts, whether or not the list allows that."""

    def __init__(self, library: Library, name: str, *, with_texts: bool = False) -> None:
        self.name = name
        self.scheme = library.scheme(name)
        self.shows_texts = with_texts or self.scheme.publish == "text"
        self._library = library
        self.history = library.history(name)
        self.infos: list[EditionInfo] = library.infos(name)
        self.readings = [self.history.readings[info.edition] for info in self.infos]
        self.captions = library.captions
        self._texts: dict[int, dict[str, str]] = {}

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
        """Writes this list's rows, for pages right below one of its folders."""
        return self.rows_from("../")

    def rows_from(self, up: str) -> RowWriter:
        """Writes this list's rows for pages from which `up` leads to its folder."""
        return RowWriter(self.scheme, self.entries.keys(), self._known, up)

    @cached_property
    def _known(self) -> set[str]:
        return {ident for idents in self.entries.values() for ident in idents}

    def parent(self, facts: Facts) -> str:
        """The id a node stands under; an item printed without headings goes under the one that its code implies."""
        if facts.parent or facts.kind != "item":
            return facts.parent
        return self._implied(entry_of(facts.code))

    @cache  # noqa: B019  (a shelf lives as long as its process)
    def _implied(self, entry: str) -> str:
        """The group, else the category, that an entry code stands in; empty where the scheme names none."""
        category = next((entry[:end] for end in range(len(entry), 0, -1) if entry[:end] in self._categories), "")
        group = group_of(entry)
        return group if category and group.startswith(category) else category

    @cached_property
    def _categories(self) -> set[str]:
        """The codes of categories that the scheme names; single letters name groups."""
        return {code for code in self.scheme.categories if code not in ("A", "B", "C", "D", "E") or len(code) > 1}

    def facts(self, number: int) -> dict[str, Facts]:
        """The facts of the n-th edition in document order, with the headings that its items imply."""
        found: dict[str, Facts] = {}
        known = self.history.facts(self.infos[number].edition)
        for ident, facts in known.items():
            if not facts.parent and facts.kind == "item":
                for heading in self._headings_above(facts):
                    if heading not in known:
                        found.setdefault(heading, self._heading(heading))
            found[ident] = facts
        return found

    def _headings_above(self, facts: Facts) -> list[str]:
        above = self.parent(facts)
        return [above[:1], above] if group_of(above + "000") else [above] if above else []

    @cache  # noqa: B019  (a shelf lives as long as its process)
    def _heading(self, ident: str) -> Facts:
        """A heading that a source does not print."""
        if group_of(ident + "000"):
            return Facts(kind="group", code=ident, parent=ident[:1])
        return Facts(kind="category", code=ident)

    def facts_at(self, ident: str, number: int) -> Facts:
        """The facts of a node or of an implied heading in the n-th edition."""
        if self.presence.editions_of(ident) >> number & 1:
            return self.presence.facts_at(ident, number)
        return self._heading(ident)

    @cached_property
    def _survey(self) -> list[dict[str, int]]:
        """For each edition its categories with the nodes in them (those of a part apart), and its groups with none."""
        found = []
        for number in range(len(self.infos)):
            sizes: dict[str, int] = {}
            category_of: dict[str, str] = {}
            for ident, facts in self.facts(number).items():
                own = ident if facts.kind == "category" else category_of.get(self.parent(facts), "")
                category_of[ident] = own
                sizes[own] = sizes.get(own, 0) + 1
                if facts.kind == "group":
                    sizes.setdefault(ident, 0)
            found.append(sizes)
        return found

    @cached_property
    def split(self) -> set[str]:
        """The categories that are published group by group, so that no page grows too heavy.

        Decided over all editions, so that a part of the list has the same address in each of them.
        """
        return {category for sizes in self._survey for category, size in sizes.items() if category and size > MOST_ROWS}

    def has_page(self, ident: str, number: int) -> bool:
        """Whether a category or group stands in the n-th edition, if there is one."""
        return 0 <= number < len(self.infos) and ident in self._survey[number]

    def starts_page(self, ident: str, facts: Facts) -> bool:
        """Whether a node has a page of its own: every category, and every group of a category that is split."""
        return facts.kind == "category" or (facts.kind == "group" and facts.parent in self.split)

    def page_of(self, ident: str, number: int) -> str:
        """The page of the n-th edition on which a node stands."""
        while ident:
            facts = self.facts_at(ident, number)
            if self.starts_page(ident, facts):
                return page_name(ident)
            ident = self.parent(facts)
        return "general"

    def caption(self, code: str) -> str:
        """The caption of an entry."""
        return self.captions.caption(self.name, entry_of(code))

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

    def counts(self, number: int) -> PairCounts | None:
        """What changed from the edition before to the n-th, in figures; None where the dataset has no record of it."""
        return self._pairs[0][number]

    def touches(self, entry: str) -> list[Touch]:
        """The changes of an entry, oldest first."""
        return self._pairs[1].get(entry, [])

    @cached_property
    def _pairs(self) -> tuple[list[PairCounts | None], dict[str, list[Touch]]]:
        """All pairs in figures, and what they did to each entry; each record is read and let go again."""
        counts: list[PairCounts | None] = [None]
        touches: dict[str, list[Touch]] = {}
        for number in range(1, len(self.infos)):
            record = self.record(number)
            counts.append(counts_of(record) if record else None)
            for entry, touch in touches_of(record, number, self.scheme) if record else ():
                touches.setdefault(entry, []).append(touch)
        return counts, touches

    def record(self, number: int) -> PairRecord | None:
        """What is recorded of the n-th edition against the one before."""
        old, new = self.infos[number - 1], self.infos[number]
        return load_pair(self._library.lists / self.scheme.id, old.edition, new.edition)

    def comparison(self, number: int) -> Comparison | None:
        """What changed from the edition before to the n-th, as recorded; None where the dataset has no record of it."""
        record = self.record(number)
        if record is None:
            return None
        style = self.scheme.codes.cite
        carried = carried_changes(
            record, lambda date, ident: side_of_facts(ident, self.history.facts(date)[ident], style)
        )
        return Comparison(
            self.infos[number - 1], self.infos[number], record.changes, tuple(carried), record.fields,
            splits=record.splits, merges=record.merges, undone=record.undone,
        )  # fmt: skip

    def net_comparison(self, first: int, last: int) -> Comparison | None:
        """What changed from one edition to a later one, as `controllist diff` tells it: several pairs made one.

        None where the dataset has no record of a pair between.
        """
        records = [self.record(number) for number in range(first + 1, last + 1)]
        known = [record for record in records if record is not None]
        if len(known) < len(records):
            return None
        return chained(self.history, self.scheme.codes.cite, self.infos[first], self.infos[last], known)

    def active_items(self, number: int) -> dict[str, str]:
        """The codes of the n-th edition's items in force, by id."""
        return self._library.active_items(self.infos[number])

    def texts(self, number: int) -> dict[str, str]:
        """The texts of the n-th edition's nodes by id; empty where they may not be shown or are not at hand."""
        if not self.shows_texts:
            return {}
        if number not in self._texts:
            # A page needs those of two editions, and the next page one of them again.
            self._texts = {at: texts for at, texts in self._texts.items() if abs(at - number) <= 1}
            self._texts[number] = self._library.texts(self.infos[number])
        return self._texts[number]

    def span_words(self, bits: int) -> list[str]:
        """The editions in `bits` as runs of dates: `1997-12-19 to 2006-12-06`, `since 2013-12-04`."""
        return [self._run_words(span) for span in runs(bits)]

    def _run_words(self, span: Span) -> str:
        first, last = self.infos[span.first].edition, self.infos[span.last].edition
        if span.last == len(self.infos) - 1:
            return f"since {first}"
        return first if span.first == span.last else f"{first} to {last}"
