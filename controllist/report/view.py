"""A comparison arranged for reading: by category and entry, with redlines where the texts are at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from controllist.changes.records import CHANGE_KINDS, GAP, Change, ChangeKind, Effect, Evidence, FieldChange
from controllist.codes import entry_of
from controllist.comparison import Comparison
from controllist.sources.captions import Captions
from controllist.sources.scheme import Scheme
from controllist.wording import Op, redline

Runs = tuple[tuple[Op, str], ...]
"""A redline: what was kept (`=`), taken out (`-`) and put in (`+`)."""

EFFECTS: tuple[Effect, ...] = ("tightened", "relaxed", "mixed", "none", "unclear")
FLAG_WORDS = {
    "reversal": "undoes the change before",
    "corrigendum": "corrigendum",
    "correction": "correction of the print, no change of law",
    GAP: "its source may have a gap",
    "carried": "carried",
    "governed": "a text that governs it changed too",
}


NO_ENTRY = "Definitions and general notes"
OTHER_ENTRIES = "Other entries"
"""What stands in an entry whose category the list's scheme does not name."""


class Wanted(NamedTuple):
    """Which changes are asked for; empty means all. `entry` is a code: that item and what stands below it."""

    kind: ChangeKind | None = None
    entry: str = ""

    def takes(self, change: Change) -> bool:
        """Whether a change is asked for."""
        if self.kind and change.kind != self.kind:
            return False
        return not self.entry or any(self.holds(side.id) for side in (change.old, change.new) if side)

    def holds(self, ident: str) -> bool:
        """Whether a node is the item asked for, or stands below it."""
        return not self.entry or ident == self.entry or ident.startswith((f"{self.entry}.", f"{self.entry}/"))


ALL = Wanted()
"""Every change."""


class Row(NamedTuple):
    """One change with the redline of its texts, empty where they are not at hand or stand as they were."""

    change: Change
    runs: Runs

    @property
    def name(self) -> str:
        """The item's code; `3A002.d.5 → 3A002.d.6` where it changed."""
        return " → ".join(dict.fromkeys(side.id for side in (self.change.old, self.change.new) if side))


class Entry(NamedTuple):
    """The changes of one entry, in the new edition's order."""

    code: str
    caption: str
    rows: tuple[Row, ...]


class Category(NamedTuple):
    """The changes of one category; what stands outside all categories has a title and no code."""

    code: str
    title: str
    entries: tuple[Entry, ...]


class Cause(NamedTuple):
    """A definition or note that changed, and the items of unchanged words that it governs."""

    evidence: tuple[Evidence, ...]
    effect: Effect
    items: tuple[str, ...]


class View(NamedTuple):
    """A comparison as a report shows it. The counts are of all changes, the rest of those asked for."""

    comparison: Comparison
    kinds: dict[ChangeKind, int]
    effects: dict[Effect, int]
    categories: tuple[Category, ...]
    causes: tuple[Cause, ...]
    fields: tuple[FieldChange, ...]


class Words(NamedTuple):
    """What a view takes from elsewhere: the list's scheme, captions, and the texts of both editions by node."""

    scheme: Scheme
    captions: Captions
    old: Mapping[str, str] = {}
    new: Mapping[str, str] = {}


def view_of(comparison: Comparison, words: Words, wanted: Wanted = ALL) -> View:
    """A comparison arranged for reading."""
    rows = [Row(change, runs_of(change, words)) for change in comparison.changes if wanted.takes(change)]
    counts = dict.fromkeys(EFFECTS, 0)
    for change in comparison.changes:
        counts[change.effect] += 1
    return View(
        comparison=comparison,
        kinds={kind: comparison.summary[kind] for kind in CHANGE_KINDS},
        effects=counts,
        categories=tuple(_categories(rows, words)),
        causes=_causes(change for change in comparison.carried if wanted.takes(change)),
        fields=tuple(field for field in comparison.fields if not wanted.kind and wanted.holds(field.id)),
    )


def _categories(rows: Iterable[Row], words: Words) -> list[Category]:
    found: dict[tuple[str, str], dict[str, list[Row]]] = {}
    for row in rows:
        entry = entry_of_change(row.change)
        code = category_of(words.scheme, entry)
        title = words.scheme.categories[code] if code else OTHER_ENTRIES if entry else NO_ENTRY
        found.setdefault((code, title), {}).setdefault(entry, []).append(row)
    name = words.scheme.id
    return [
        Category(
            code,
            title,
            tuple(Entry(entry, words.captions.caption(name, entry), tuple(own)) for entry, own in entries.items()),
        )
        for (code, title), entries in found.items()
    ]


def entry_of_change(change: Change) -> str:
    """The entry that a change stands in; empty for definitions, statements and general notes."""
    side = change.new or change.old
    if side is None or side.id.startswith(("def/", "statement/")):
        return ""
    return entry_of(side.code or side.id.partition("/")[0])


def category_of(scheme: Scheme, entry: str) -> str:
    """The category of an entry as the list's scheme names them; empty where it names none."""
    ends = range(len(entry), 0, -1)
    return next((entry[:end] for end in ends if entry[:end] in scheme.categories and not _is_group(entry[:end])), "")


def _is_group(code: str) -> bool:
    return len(code) == 1 and code.isalpha()


def runs_of(change: Change, words: Words) -> Runs:
    """The redline of a change; empty where the texts are not at hand or stand as they were."""
    old = _text(words.old, change.old.id if change.old else "")
    new = _text(words.new, change.new.id if change.new else "")
    if change.kind in ("renumbered", "moved"):
        return ()
    if old and new:
        return _spaced(redline(old, new)) if old != new else ()
    if change.kind == "added":
        return (("+", new),) if new else ()
    if change.kind == "removed":
        return (("-", old),) if old else ()
    return ()


def _spaced(runs: Runs) -> Runs:
    """A redline in which a word that was taken out before a kept one does not run into it."""
    following = [*runs[1:], ("=", "")]
    return tuple(
        (op, f"{words} " if op == "-" and after == "=" and words[-1].isalnum() and kept[:1].isalnum() else words)
        for (op, words), (after, kept) in zip(runs, following, strict=True)
    )


def _text(texts: Mapping[str, str], ident: str) -> str:
    return " ".join(texts.get(ident, "").split())


def _causes(carried: Iterable[Change]) -> tuple[Cause, ...]:
    found: dict[tuple[tuple[Evidence, ...], Effect], list[str]] = {}
    for change in carried:
        side = change.new or change.old
        own = tuple(one for one in change.evidence if one.type != "code")
        found.setdefault((own, change.effect), []).append(side.id if side else "")
    return tuple(Cause(evidence, effect, tuple(items)) for (evidence, effect), items in found.items())


def undone_line(view: View) -> str:
    """What the alignment's budget cut off."""
    parts = (f"{undone.where or 'whole list'} ({undone.work})" for undone in view.comparison.undone)
    return "The work was cut short; these parts were not compared: " + ", ".join(parts)


def verdict(change: Change) -> str:
    """A change's kind and effect in words, with what qualifies them."""
    marks = [FLAG_WORDS.get(flag, flag) for flag in change.flags]
    return ", ".join([change.kind, change.effect, *marks])


Show = Callable[[Runs], str]
"""Shows a redline in one form."""
