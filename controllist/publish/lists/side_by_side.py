"""A regime's entry beside those of its mirrors, item by item: the figures of each, and its words where they show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from markupsafe import Markup

from controllist.history.records import Facts
from controllist.mirrors.records import GapRow
from controllist.publish.mirrors.gap_pages import GAP_MARKS
from controllist.publish.parts.addresses import edition_page
from controllist.publish.parts.change_rows import Mark, name_of
from controllist.publish.parts.mirrored import Mirrored, node_href
from controllist.publish.parts.rows import RowWriter
from controllist.publish.parts.shelf import Shelf


class Head(NamedTuple):
    """A list in the table: its short name, the edition that is shown, the way to it, and its language."""

    short: str
    edition: str
    href: str
    language: str


class Side(NamedTuple):
    """An item in one list: `line` says its facts, `words` are its text where the list's texts show.

    `status` is set where it is not as in the regime, `same` where it states the same facts.
    """

    name: Markup
    href: str
    line: Markup
    words: str
    status: Mark | None
    same: bool


class SideRow(NamedTuple):
    """An item of the regime, or of a mirror alone, and what each list has of it."""

    regime: Side | None
    mirrors: list[list[Side]]


class Beside(NamedTuple):
    """The table. `alike` counts the items that state nothing in figures and are alike everywhere: they are not in it.

    `by_reference` are the lists that take the entry over without words of their own.
    """

    heads: list[Head]
    rows: list[SideRow]
    alike: int
    by_reference: list[str]


class _List:
    """One list at its newest edition, as the table reads it."""

    def __init__(self, shelf: Shelf, up: str) -> None:
        self.shelf = shelf
        self.number = len(shelf.infos) - 1
        self._rows: RowWriter = shelf.rows_from(f"{up}{shelf.name}/")
        self._texts = shelf.texts(self.number)

    @property
    def head(self) -> Head:
        info = self.shelf.infos[-1]
        return Head(self.shelf.scheme.short, info.edition, edition_page(self.shelf.name, info.edition),
                    self.shelf.scheme.language)  # fmt: skip

    def facts(self, ident: str) -> Facts | None:
        """The facts of a node where it stands today."""
        presence = self.shelf.presence
        return presence.facts_at(ident, self.number) if presence.editions_of(ident) >> self.number & 1 else None

    def side(self, ident: str, status: Mark | None, beside: Side | None) -> Side:
        """A node of the list, compared with the regime's."""
        facts = self.facts(ident)
        # A mark of amendment says when, not what; it belongs to the list's own page.
        said = self._rows.parts(msgspec.structs.replace(facts, marks=())) if facts else []
        line = Markup(" ".join(said))
        same = bool(line) and beside is not None and _bare(line) == _bare(beside.line)
        return Side(name_of(ident), node_href(self.shelf, ident), line, self._texts.get(ident, ""), status, same)


def side_by_side(regime: Shelf, found: Sequence[Mirrored], entry: str, up: str) -> Beside | None:
    """A regime's entry as it stands today beside its mirrors; None where no mirror has anything to show.

    `up` is the way from the page to the site's root.
    """
    own = _List(regime, up)
    shown = [mirror for mirror in found if any(row.mirror_code for row in mirror.rows_of(entry))]
    by_reference = [mirror.short for mirror in found if mirror not in shown and mirror.by_reference]
    if not shown:
        return None
    lists = [_List(mirror.shelf, up) for mirror in shown]
    by_item = [_by_item(mirror.rows_of(entry)) for mirror in shown]
    rows, alike = [], 0
    for ident in _items(own, entry):
        regime_side = own.side(ident, None, None)
        sides = [[_side(one, row, regime_side) for row in rows_of.get(ident, ())]
                 for one, rows_of in zip(lists, by_item, strict=True)]  # fmt: skip
        row = SideRow(regime_side, sides)
        if _tells(row):
            rows.append(row)
        elif any(sides):
            alike += 1
    rows += _extras(lists, shown, entry)
    heads = [own.head, *(one.head for one in lists)]
    return Beside(heads, rows, alike, by_reference) if rows else None


def _items(own: _List, entry: str) -> list[str]:
    """The ids of an entry's items that stand today, in the list's order."""
    idents = own.shelf.entries.get(entry, [])
    return [ident for ident in idents if (facts := own.facts(ident)) and facts.kind == "item"]


def _by_item(rows: Sequence[GapRow]) -> dict[str, list[GapRow]]:
    found: dict[str, list[GapRow]] = {}
    for row in rows:
        if row.id or row.code:
            found.setdefault(row.id or row.code, []).append(row)
    return found


def _side(one: _List, row: GapRow, beside: Side) -> Side:
    status = None if row.status == "aligned" else GAP_MARKS[row.status]
    ident = row.mirror_id or row.mirror_code
    if ident:
        return one.side(ident, status, beside)
    taken = Mark("aligned", "by reference") if status is None else status
    return Side(Markup(), "", Markup(), "", taken, same=False)


def _extras(lists: Sequence[_List], shown: Sequence[Mirrored], entry: str) -> list[SideRow]:
    """What mirrors have in the entry beyond the regime."""
    found = []
    for at, (one, mirror) in enumerate(zip(lists, shown, strict=True)):
        for row in mirror.rows_of(entry):
            if not (row.id or row.code) and (ident := row.mirror_id or row.mirror_code):
                sides: list[list[Side]] = [[] for _ in shown]
                sides[at] = [one.side(ident, GAP_MARKS["extra"], None)]
                found.append(SideRow(None, sides))
    return found


def _tells(row: SideRow) -> bool:
    """Whether a row says more than that all are alike, or that a number is empty in one list."""
    sides = [row.regime, *(side for sides in row.mirrors for side in sides)]
    return len(sides) > 1 and any(side is not None and _says(side) for side in sides)


def _says(side: Side) -> bool:
    return bool(side.line or side.words or (side.status and side.status.name != "aligned"))


def _bare(line: Markup) -> str:
    """A line without its markup."""
    return re.sub(r"<[^>]*>", "", line)
