"""A mirror as the pages see it: its list beside its regime's, what is recorded of it, and where each part stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from controllist.codes import canonical, entry_of
from controllist.library import Library
from controllist.mirror_reports import STATUSES, MirrorLag, lags
from controllist.mirrors.records import Adoption, AdoptionStatus, GapRow, Median, Medians, Proof, Shared, Update
from controllist.mirrors.rules import rules_in
from controllist.mirrors.store import load_gaps, load_medians, load_shared, load_updates
from controllist.publish.parts.addresses import entry_page, pair_page, section_page
from controllist.publish.parts.change_rows import Mark
from controllist.publish.parts.pair_index import HEAVIEST, change_anchors, part_of
from controllist.publish.parts.rows import anchor
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.templating import fragment
from controllist.report.view import category_of, entry_of_change
from controllist.sources.catalogue import list_ids

_T = TypeVar("_T")

STATUS_WORDS: dict[AdoptionStatus, str] = {"not-applicable": "not applicable"}
STATUS_MARKS = {status: Mark(status, STATUS_WORDS.get(status, status)) for status in STATUSES}

# Measured: about so many bytes of HTML each takes on the pages of mirrors.
ROW_BYTES, PROOF_BYTES, SHORT_BYTES = 260, 210, 150

DEFINITIONS = "general"
"""The part of a page for definitions and statements, which stand in no category."""


class Regime:
    """A regime with the homes of its changes: where the pages of its editions tell each of them."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    @cached_property
    def homes(self) -> dict[tuple[str, str, str], tuple[str, str]]:
        """The address of each change's page and its anchor there, by the editions before and after and its id."""
        found = {}
        shelf = self.shelf
        for number, (old, new) in enumerate(pairwise(info.edition for info in shelf.infos), 1):
            comparison, counts = shelf.comparison(number), shelf.counts(number)
            if comparison is None or counts is None:
                continue
            for ident, name in change_anchors(comparison.changes).items():
                found[old, new, ident] = pair_page(shelf.name, old, new), name
            if counts.in_parts:
                for change in comparison.changes:
                    entry = entry_of_change(change)
                    part = part_of(category_of(shelf.scheme, entry), entry)
                    found[old, new, change.id] = pair_page(shelf.name, old, new, part), found[old, new, change.id][1]
        return found


class Mirrored:
    """One mirror beside its regime; all addresses are counted from the site's root, empty where there is none."""

    def __init__(self, library: Library, shelf: Shelf, regime: Regime) -> None:
        self.name = shelf.name
        self.shelf = shelf
        self.regime = regime
        self._library = library
        self._folder = library.lists / shelf.scheme.id
        rules = rules_in(shelf.scheme.mirror)
        assert rules is not None
        self.rules = rules

    @property
    def short(self) -> str:
        """What people call the list."""
        return self.shelf.scheme.short

    @property
    def regime_short(self) -> str:
        """What people call the regime."""
        return self.regime.shelf.scheme.short

    @property
    def until(self) -> str:
        """The day of its newest edition: until then pending changes were observed."""
        return self.shelf.infos[-1].edition

    @cached_property
    def lag(self) -> MirrorLag:
        """What became of the regime's changes here."""
        return lags(self._library, self.regime.shelf.name, [self.name])[0]

    @property
    def medians(self) -> Medians:
        """The medians of its lag."""
        assert self.lag.medians is not None
        return self.lag.medians

    @property
    def by_reference(self) -> bool:
        """Whether it takes over the regime's list by reference, so that it follows without an act of its own."""
        return bool(self.rules.by_reference)

    @cached_property
    def gaps(self) -> list[GapRow]:
        """Its newest edition against the regime's, row by row."""
        return load_gaps(self._folder)

    @cached_property
    def updates(self) -> list[Update]:
        """What each instrument did, newest first."""
        return load_updates(self._folder)

    @cached_property
    def adoptions_of(self) -> dict[str, list[Adoption]]:
        """What became of the changes of each regime edition, newest edition first."""
        found: dict[str, list[Adoption]] = {}
        for each in self.lag.adoptions:
            found.setdefault(each.regime_edition, []).append(each)
        return dict(sorted(found.items(), reverse=True))

    @cached_property
    def adoptions_by_entry(self) -> dict[str, list[Adoption]]:
        """What became of the changes of each of the regime's entries."""
        return _grouped(self.lag.adoptions, lambda each: self.entry(each.code))

    @cached_property
    def gaps_by_entry(self) -> dict[str, list[GapRow]]:
        """The rows that are no mere agreement, by the regime's entry, or the mirror's where the regime has none."""
        rows = [row for row in self.gaps if not row.origin and row.status != "aligned"]
        return _grouped(rows, lambda row: self.entry(row.code or row.mirror_code))

    @cached_property
    def gaps_by_own_entry(self) -> dict[str, list[GapRow]]:
        """The same rows by the mirror's own entry."""
        rows = [row for row in self.gaps if not row.origin and row.status != "aligned" and row.mirror_code]
        return _grouped(rows, lambda row: self.entry(row.mirror_code))

    def rows_of(self, entry: str) -> list[GapRow]:
        """All rows of one of the regime's entries, those that are alike too; nothing that comes from elsewhere."""
        return self._rows_by_entry.get(entry, [])

    @cached_property
    def _rows_by_entry(self) -> dict[str, list[GapRow]]:
        rows = (row for row in self.gaps if not row.origin)
        return _grouped(rows, lambda row: self.entry(row.code or row.mirror_code))

    @cached_property
    def regime_entries(self) -> dict[str, str]:
        """The regime's entry that each of the mirror's own answers, by most of their items."""
        found: dict[str, Counter[str]] = {}
        for row in self.gaps:
            if row.code and row.mirror_code:
                found.setdefault(self.entry(row.mirror_code), Counter())[self.entry(row.code)] += 1
        return {own: counts.most_common(1)[0][0] for own, counts in found.items()}

    @cached_property
    def split_editions(self) -> set[str]:
        """The regime editions whose page here would be too heavy: they have a page for each category."""
        return {edition for edition, found in self.adoptions_of.items() if _weight(found) > HEAVIEST}

    @cached_property
    def update_slugs(self) -> dict[tuple[str, str], str]:
        """The name of each instrument's page, by the instrument and its day; those that touched nothing have none."""
        slugs: dict[tuple[str, str], str] = {}
        for each in self.updates:
            if each.provisions:
                slug = re.sub(r"\W+", "-", each.instrument).strip("-").lower() or each.in_force or "unnamed"
                taken = slug in slugs.values()
                slugs[each.instrument, each.in_force] = f"{slug}-{each.in_force or len(slugs)}" if taken else slug
        return slugs

    def entry(self, ident: str) -> str:
        """The entry that a code or an id belongs to; empty for definitions and statements."""
        return entry_of_ident(ident)

    def part(self, ident: str) -> str:
        """The part of a page, a category of the regime's list, that a node stands in."""
        return self.part_of_entry(self.entry(ident))

    def part_of_entry(self, entry: str) -> str:
        """The part of a page that an entry stands in."""
        if not entry:
            return DEFINITIONS
        own, regime = self.shelf.scheme, self.regime.shelf.scheme
        return part_of(category_of(regime, entry) or category_of(own, entry), entry)

    def part_title(self, part: str) -> str:
        """The heading of a part."""
        if part == DEFINITIONS:
            return "Definitions and general notes"
        if part == "other":
            return "Other entries"
        title = self.regime.shelf.title(part) or self.shelf.title(part)
        return ": ".join(filter(None, (f"Category {part}" if part[:1].isdigit() else part, title)))

    def caption(self, entry: str) -> str:
        """The caption of one of the regime's entries, or of its own where the regime has none."""
        return self.regime.shelf.caption(entry) or self.shelf.caption(entry)

    def anchor(self, adoption: Adoption) -> str:
        """The id of an adoption's element: that of the change in the regime's report."""
        home = self.regime.homes.get((adoption.regime_from, adoption.regime_edition, adoption.change))
        if home:
            return home[1]
        old, _, new = adoption.change.partition(">")
        return anchor(f"c-{new or old}")

    def median_of(self, edition: str) -> Median | None:
        """The median lag of a regime edition; None where none is dated, or where its quick adoptions are not seen."""
        median = self.medians.by_edition.get(edition)
        return median if median and median.adopted and edition >= self.medians.since else None

    def change_href(self, adoption: Adoption) -> str:
        """The way to the change in the regime's report."""
        home = self.regime.homes.get((adoption.regime_from, adoption.regime_edition, adoption.change))
        return f"{home[0]}#{fragment(home[1])}" if home else ""

    def edition_href(self, edition: str, part: str = "") -> str:
        """The way to the page that tells what became of a regime edition, or of one part of it."""
        return f"lag/{self.name}/{edition}{f'/{part}' if part and edition in self.split_editions else ''}.html"

    def status_href(self, edition: str, status: str) -> str:
        """The way to the changes of one status; to the whole page where that is in parts."""
        page = self.edition_href(edition)
        return page if edition in self.split_editions else f"{page}#s-{status}"

    def adoption_href(self, adoption: Adoption) -> str:
        """The way to an adoption's own element."""
        page = self.edition_href(adoption.regime_edition, self.part(adoption.code))
        return f"{page}#{fragment(self.anchor(adoption))}"

    def update_href(self, instrument: str, in_force: str = "") -> str:
        """The way to an instrument's page; any day of its will do where none is given."""
        for (name, day), slug in self.update_slugs.items():
            if name == instrument and in_force in ("", day):
                return f"updates/{self.name}/{slug}.html"
        return ""

    def node_href(self, ident: str, edition: str = "") -> str:
        """The way to one of its nodes in one of its editions; in the newest where none is given."""
        return node_href(self.shelf, ident, edition)

    def regime_href(self, ident: str, edition: str = "") -> str:
        """The way to one of the regime's nodes in one of its editions; in the newest where none is given."""
        return node_href(self.regime.shelf, ident, edition)


class Mirrors:
    """All mirrors whose comparison with their regime is recorded, in the order of their names."""

    def __init__(self, library: Library, shelf: Callable[[str], Shelf]) -> None:
        self._library = library
        self._shelf = shelf
        self._regimes: dict[str, Regime] = {}
        self._mirrors: dict[str, Mirrored] = {}
        self.names: list[str] = []
        self.regimes: dict[str, list[str]] = {}
        """The mirrors of each regime."""
        known = list_ids(library.lists)
        for name in known:
            rules = rules_in(library.scheme(name).mirror)
            held = rules and rules.regime in known and library.infos(name) and library.infos(rules.regime)
            if rules and held and load_medians(library.lists / name) is not None:
                self.names.append(name)
                self.regimes.setdefault(rules.regime, []).append(name)

    def of(self, name: str) -> Mirrored:
        """One mirror."""
        if name not in self._mirrors:
            shelf = self._shelf(name)
            rules = rules_in(shelf.scheme.mirror)
            assert rules is not None
            self._mirrors[name] = Mirrored(self._library, shelf, self.regime(rules.regime))
        return self._mirrors[name]

    def regime(self, name: str) -> Regime:
        """One regime."""
        if name not in self._regimes:
            self._regimes[name] = Regime(self._shelf(name))
        return self._regimes[name]

    def of_regime(self, regime: str) -> list[Mirrored]:
        """The mirrors of a regime; none for a list that is no regime."""
        return [self.of(name) for name in self.regimes.get(regime, ())]

    @cached_property
    def shared(self) -> list[Shared]:
        """The national controls that several lists share, those of lists that are here."""
        shared = load_shared(self._library.lists)
        return [each for each in shared if all(name in self.names for name, _, _ in each.items)]

    @cached_property
    def shared_by_entry(self) -> dict[tuple[str, str], list[Shared]]:
        """Those controls by list and entry."""
        found: dict[tuple[str, str], list[Shared]] = {}
        for each in self.shared:
            for name, _, ident in each.items:
                group = found.setdefault((name, entry_of_ident(ident)), [])
                if each not in group:
                    group.append(each)
        return found

    def shared_places(self, shared: Shared) -> list[tuple[str, str, str]]:
        """The lists that hold a shared control: each list's short name, the item's id there, and the way to it."""
        places = ((self.of(name), date, ident) for name, date, ident in shared.items)
        return [(mirror.short, ident, mirror.node_href(ident, date)) for mirror, date, ident in places]


def lag_path(mirrors: Mirrors, regime: str) -> str:
    """The page of a regime's mirrors: the first regime's is the front of all."""
    return "lag/index.html" if regime == next(iter(mirrors.regimes)) else f"lag/of-{regime}.html"


def entry_of_ident(ident: str) -> str:
    """The entry that a code or an id belongs to; empty for definitions and statements."""
    first = re.split(r"[/~]", ident, maxsplit=1)[0]
    return "" if first in ("def", "statement") else entry_of(first)


def node_href(shelf: Shelf, ident: str, edition: str = "") -> str:
    """The way to a node of a list in one of its editions; empty where it does not stand there."""
    dates = [info.edition for info in shelf.infos]
    number = dates.index(edition) if edition in dates else len(dates) - 1
    if edition not in ("", *dates) or not ident or not shelf.presence.editions_of(ident) >> number & 1:
        return ""
    page = section_page(shelf.name, dates[number], shelf.page_of(ident, number))
    heads_page = shelf.starts_page(ident, shelf.presence.facts_at(ident, number))
    return page if heads_page else f"{page}#{fragment(anchor(ident))}"


def entry_href(shelf: Shelf, code: str) -> str:
    """The way to an entry's page; empty where the list never had it."""
    known = canonical(code) or code
    return entry_page(shelf.name, known) if known in shelf.entries else ""


def day_of(adoption: Adoption) -> str:
    """The day an adoption took force: that of the edition that shows it, or the one its days tell."""
    if adoption.days is None:
        return adoption.by
    return date.fromordinal(date.fromisoformat(adoption.regime_edition).toordinal() + adoption.days).isoformat()


def notes_and_figures(evidence: Iterable[Proof]) -> tuple[tuple[str, ...], tuple[Proof, ...]]:
    """Evidence that is a remark alone, and evidence that shows what was compared."""
    notes, figures = [], []
    for proof in evidence:
        if proof.old or proof.new or proof.mirror:
            figures.append(proof)
        elif proof.note:
            notes.append(proof.note)
    return tuple(dict.fromkeys(notes)), tuple(figures)


def _grouped(rows: Iterable[_T], key: Callable[[_T], str]) -> dict[str, list[_T]]:
    found: dict[str, list[_T]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _weight(adoptions: Iterable[Adoption]) -> int:
    """About how many bytes a page of adoptions takes."""
    total = 0
    for each in adoptions:
        total += SHORT_BYTES if each.kind == "reworded" else ROW_BYTES + PROOF_BYTES * len(each.evidence)
    return total
