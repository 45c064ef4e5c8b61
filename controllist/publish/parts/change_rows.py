"""A report of changes in the form that its templates print: each change with its places, words and evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from controllist.changes.records import CHANGE_KINDS, Change, Evidence, FieldChange, cause_named
from controllist.publish.parts.pair_index import change_anchors, part_of
from controllist.publish.parts.templating import fragment
from controllist.report.view import EFFECTS as EFFECT_NAMES
from controllist.report.view import FLAG_WORDS, Category, Cause, Row, Runs, View

FOLDED = 12
"""Items of one cause beyond which they are folded."""


class Mark(NamedTuple):
    """A kind or an effect: its own name, and the words it is shown with. The style sheet adds a sign."""

    name: str
    words: str


Counts = tuple[tuple[Mark, int], ...]
"""How many there are of each kind or effect; those of none are left out."""

KINDS = {kind: Mark(kind, kind) for kind in CHANGE_KINDS}
EFFECTS = {effect: Mark(effect, "no effect" if effect == "none" else effect) for effect in EFFECT_NAMES}

_MATCHED_BY = {
    "judgement": "a reviewed judgement", "identical": "the same words, with all below", "text": "the same words",
    "code": "the same code", "siblings": "its place among its siblings", "moved": "its words, elsewhere in the list",
    "number": "the number", "lineage": "its lineage",
}  # fmt: skip


class Place(NamedTuple):
    """A node in one of the two editions: its name, the edition's date, the way to it where there is one."""

    name: Markup
    date: str
    href: str


class EvidenceRow(NamedTuple):
    """One piece of evidence. `old` and `new` may be quoted from the list, the rest is in our own words."""

    type: str
    parameter: str
    old: str
    new: str
    note: Markup
    effect: Mark
    edition: str


class ChangeRow(NamedTuple):
    """One change. `redline` is empty where the texts are not shown; then `line` says what its facts tell."""

    anchor: str
    name: Markup
    places: tuple[Place, ...]
    kind: Mark
    effect: Mark
    flags: tuple[str, ...]
    redline: Markup
    line: Markup
    evidence: tuple[EvidenceRow, ...]
    match: str


class EntryRows(NamedTuple):
    """The changes of one entry; `href` leads to its page, where it has one."""

    code: str
    caption: str
    href: str
    rows: tuple[ChangeRow, ...]


class CategoryRows(NamedTuple):
    """The changes of one category: `part` is its anchor, `name` what it is about, `title` its whole heading."""

    part: str
    code: str
    name: str
    title: str
    entries: tuple[EntryRows, ...]
    counts: Counts


class CauseRow(NamedTuple):
    """What changed elsewhere, and the items that it governs."""

    evidence: tuple[EvidenceRow, ...]
    effect: Mark
    items: tuple[Place, ...]
    folded: bool


class FieldRow(NamedTuple):
    """A change of what is stated beside the words of an item."""

    item: Place
    field: str
    what: str
    old: str
    new: str
    note: str


class Links(NamedTuple):
    """How a page of a report leads to a node of the old or new edition and to an entry's page: addresses by id or code,
    empty where there is none. `part` is the page that holds a part of the report, empty for the page itself.
    `line` is what it says of a changed node whose texts are not shown.
    """

    old: Callable[[str], str]
    new: Callable[[str], str]
    entry: Callable[[str], str]
    part: Callable[[str], str]
    line: Callable[[Change], Markup]


def _nowhere(name: str) -> str:
    return ""


NO_LINKS = Links(_nowhere, _nowhere, _nowhere, _nowhere, lambda change: Markup())
"""Those of a report that stands alone."""


class Rows:
    """Makes the rows of one report."""

    def __init__(self, view: View, links: Links) -> None:
        self._view = view
        self._links = links
        self._dates = view.comparison.old.edition, view.comparison.new.edition
        self._anchors = change_anchors(view.comparison.changes)
        self._homes = self._homes_of_changes()

    def _homes_of_changes(self) -> dict[str, str]:
        """Where the change of each node stands, by its new id, or its old one where no other item has that now."""
        found: dict[str, str] = {}
        old: dict[str, str] = {}
        for category in self._view.categories:
            page = self._links.part(part_in(category))
            for change in (row.change for entry in category.entries for row in entry.rows):
                home = f"{page}#{fragment(self._anchors[change.id])}"
                if change.new:
                    found[change.new.id] = home
                if change.old:
                    old[change.old.id] = home
        return old | found

    def category(self, category: Category) -> CategoryRows:
        """A category with all its changes."""
        entries = tuple(
            EntryRows(entry.code, entry.caption, self._links.entry(entry.code),
                      tuple(self._change(row.change, row.runs) for row in entry.rows))
            for entry in category.entries
        )  # fmt: skip
        part, title = part_in(category), category_title(category)
        return CategoryRows(part, category.code, category.title, title, entries, kinds_in(category))

    def causes(self) -> list[CauseRow]:
        """What changed elsewhere."""
        return [self._cause(cause) for cause in self._view.causes]

    def fields(self) -> list[FieldRow]:
        """What changed beside the words."""
        return [self._field(field) for field in self._view.fields]

    def _change(self, change: Change, runs: Runs) -> ChangeRow:
        return ChangeRow(
            anchor=self._anchors[change.id],
            name=Markup(" → ").join(name_of(ident) for ident in _ids(change)),
            places=self._places(change),
            kind=KINDS[change.kind],
            effect=EFFECTS[change.effect],
            flags=tuple(FLAG_WORDS.get(flag, flag) for flag in change.flags),
            redline=redline_html(runs),
            line=Markup() if runs else self._links.line(change),
            evidence=tuple(self._evidence(one) for one in change.evidence if not _is_told(one, change)),
            match=match_words(change),
        )

    def _places(self, change: Change) -> tuple[Place, ...]:
        sides = ((change.old, self._dates[0], self._links.old), (change.new, self._dates[1], self._links.new))
        return tuple(Place(name_of(side.id), date, href(side.id)) for side, date, href in sides if side)

    def _evidence(self, evidence: Evidence) -> EvidenceRow:
        return EvidenceRow(
            evidence.type, evidence.parameter, evidence.old, evidence.new, self._note(evidence),
            EFFECTS[evidence.effect], evidence.edition,
        )  # fmt: skip

    def _note(self, evidence: Evidence) -> Markup:
        """What a piece of evidence says; a cause elsewhere is named, and leads to its own change."""
        ident = cause_id(evidence)
        if not ident:
            return escape_markup(evidence.note)
        called, turn = cause_named(evidence.note)
        name = name_of(ident) if evidence.type == "note" else escape_markup(called)
        home = self._homes.get(ident, "")
        return Markup('<a href="{}">{}</a> {}').format(home, name, turn) if home else name + f" {turn}"

    def _cause(self, cause: Cause) -> CauseRow:
        return CauseRow(
            tuple(self._evidence(one) for one in cause.evidence),
            EFFECTS[cause.effect],
            tuple(self._new_place(ident) for ident in cause.items),
            len(cause.items) > FOLDED,
        )

    def _new_place(self, ident: str) -> Place:
        return Place(name_of(ident), self._dates[1], self._links.new(ident))

    def _field(self, field: FieldChange) -> FieldRow:
        name = field.field.replace("-", " ")
        return FieldRow(self._new_place(field.id), name, field.what, field.old, field.new, field.note)


def _ids(change: Change) -> dict[str, None]:
    return dict.fromkeys(side.id for side in (change.old, change.new) if side)


def part_in(category: Category) -> str:
    """The part of the report that a category is."""
    return part_of(category.code, category.entries[0].code)


def category_title(category: Category) -> str:
    """A category's heading: `Category 3: Electronics`."""
    heading = f"Category {category.code}" if category.code[:1].isdigit() else category.code
    return ": ".join(part for part in (heading, category.title) if part)


def kinds_in(category: Category) -> Counts:
    """How many changes of each kind a category has."""
    return kinds_of_rows(row for entry in category.entries for row in entry.rows)


def kinds_of_rows(rows: Iterable[Row]) -> Counts:
    """How many changes there are of each kind."""
    return tuple(marked_counts(Counter(row.change.kind for row in rows), KINDS))


_Name = TypeVar("_Name", bound=str)


def marked_counts(counts: Mapping[_Name, int], marks: Mapping[_Name, Mark]) -> list[tuple[Mark, int]]:
    """Counts with the marks they are shown with, in the order of the marks; those of nothing left out."""
    return [(mark, counts[name]) for name, mark in marks.items() if counts.get(name)]


def _is_told(evidence: Evidence, change: Change) -> bool:
    """Whether a piece of evidence says no more than the heading of a renumbered or moved item."""
    return evidence.type == "code" and change.kind in ("renumbered", "moved")


_TERM, _NODE = re.compile(r"“(.+)”"), re.compile(r"\S+/\S+")


def cause_id(evidence: Evidence) -> str:
    """The id of the note or definition whose change is the evidence; empty where it names none."""
    name = cause_named(evidence.note)[0] if evidence.type in ("note", "definition") else ""
    if term := _TERM.fullmatch(name):
        return "def/" + re.sub(r"\W+", "-", term[1].lower()).strip("-")
    return name if _NODE.fullmatch(name) else ""


def match_words(change: Change) -> str:
    """How the two sides of a change were recognised as one item; empty where it has one side."""
    if not change.matched_by or not (change.old and change.new):
        return ""
    rival = change.runner_up
    next_best = f"; next best {rival.id} at {_hundredths(rival.score)}" if rival else ""
    means = _MATCHED_BY.get(change.matched_by, change.matched_by)
    return f"matched by {means}, alike {_hundredths(change.score)}{next_best}"


def _hundredths(score: float) -> str:
    """A score with two digits, never rounded up to that of equal wordings."""
    return f"{int(score * 100 + 1e-9) / 100:.2f}"


_SUFFIXES = {"note": "note", "tn": "technical note", "nb": "N.B."}
_SUFFIX = re.compile(r"(?P<kind>[a-z]+)(?:\.(?P<number>\w+))?(?:~(?P<copy>\d+))?")


def name_of(ident: str) -> Markup:
    """A node's id as people say it.

    >>> str(name_of("3A001.c/tn~2")), str(name_of("def/flat-lid"))
    ('<code>3A001.c</code> technical note (2)', 'definition “flat lid”')
    """
    first, *rest = ident.split("/")
    head = Markup("<code>{}</code>").format(first)
    if first in ("def", "statement") and rest:
        slug, _, copy = rest.pop(0).partition("~")
        words = slug.replace("-", " ") + (f" ({copy})" if copy else "")
        head = escape_markup(f"definition “{words}”" if first == "def" else f"statement “{words}”")
    return Markup(" ").join([head, *(escape_markup(_suffix_words(part)) for part in rest)])


def escape_markup(text: str) -> Markup:
    """The text as markup that shows it."""
    return Markup(escape(text, quote=False))


def _suffix_words(part: str) -> str:
    match = _SUFFIX.fullmatch(part)
    if not match or match["kind"] not in _SUFFIXES:
        return part
    number, copy = match["number"], match["copy"]
    return " ".join(filter(None, (_SUFFIXES[match["kind"]], number, f"({copy})" if copy else "")))


_EDITS = {"-": ("del", "removed: "), "+": ("ins", "added: ")}


def redline_html(runs: Runs) -> Markup:
    """A redline as HTML: `<del>`, `<ins>`, each said in hidden words too."""
    parts = []
    for op, words in runs:
        if op not in _EDITS or not words.strip():
            parts.append(escape(words, quote=False))
            continue
        tag, said = _EDITS[op]
        core = words.strip()
        blanks = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        shown = f'<{tag}><span class="vh">{said}</span>{escape(core, quote=False)}</{tag}>'
        parts.append(f"{blanks[0]}{shown}{blanks[1]}")
    return Markup("".join(parts))
