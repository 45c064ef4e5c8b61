"""What changes of a list mean for a company's codes: revisit, re-code, text only, nothing, or unknown.

The codes are taken as those of the edition in force on the day since when changes are asked for. A code's report
covers the item itself, all that stands below it, the notes that qualify them, and the clauses it stands under.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from controllist.changes.records import Change, Effect, FieldChange, combined
from controllist.changes.words import evidence_words, field_words
from controllist.codes import canonical, entry_of, parent_of
from controllist.comparison import Comparison
from controllist.errors import WrongUse
from controllist.library import Library

Action = Literal["revisit", "recode", "text-only", "nothing", "unknown"]
Relation = Literal["itself", "below it", "above it"]

ACTIONS: dict[Action, str] = {
    "revisit": "the determination must be made again: what is controlled, or on what terms, may differ",
    "recode": "the same provision under another code: put the new code on the records",
    "text-only": "words changed, not what is controlled",
    "nothing": "nothing changed",
    "unknown": "the list did not know this code on that day",
}
"""What each action asks for."""


class Wanted(NamedTuple):
    """One code to look up, with its list and the line it stands on; `written` is the code as the company writes it."""

    written: str
    list: str
    line: int


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change that touches a code: where it stands towards the code, and the change or field itself."""

    relation: Relation
    what: str
    id: str
    effect: Effect
    carried: bool = False
    note: str = ""


class Impact(msgspec.Struct, frozen=True):
    """What happened to one code. `codes_now` are its codes in the newest edition, empty where it is gone."""

    code: str
    list: str
    action: Action
    effect: Effect
    codes_now: tuple[str, ...]
    reasons: tuple[Reason, ...]
    note: str = ""


def wanted_codes(text: str, default_list: str, name: str) -> list[Wanted]:
    """The codes of a CSV file: its column `code` (or `eccn`, `item`), its column `list` or else `default_list`.

    Without such a head the first column is taken. Raises `WrongUse` naming the line that does not fit.
    """
    rows = _rows(text.removeprefix("\ufeff"), name)
    if not rows:
        raise WrongUse(f"{name}: holds no code; give one code a line, or a column named code")
    head = [cell.strip().casefold() for cell in rows[0][1]]
    column = next((head.index(each) for each in ("code", "eccn", "item", "control code") if each in head), -1)
    list_column = head.index("list") if "list" in head else -1
    found = []
    for line, row in rows if column < 0 else rows[1:]:
        written = row[max(column, 0)].strip() if len(row) > max(column, 0) else ""
        named = row[list_column].strip() if 0 <= list_column < len(row) else ""
        if not written:
            raise WrongUse(f"{name}:{line}: no code in this line; complete it or take it out")
        if not (named or default_list):
            raise WrongUse(f"{name}:{line}: of which list is {written}? Add a column named list, or give --list")
        found.append(Wanted(written, named or default_list, line))
    return found


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """The rows of a CSV file that hold anything, each with its line; parted by what its first row has most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    found = []
    try:
        line = 1
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise WrongUse(f"{name}:{reader.line_num}: {error}; save the codes as a plain CSV file") from None
    return found


def impacts(library: Library, wanted: Sequence[Wanted], since: str) -> list[Impact]:
    """What happened to each code since the edition in force on the day `since`, in the order given."""
    comparisons = {name: library.comparison(f"{name}@{since}", name) for name in {each.list for each in wanted}}
    grounds = {name: Ground(library, comparison) for name, comparison in comparisons.items()}
    return [_impact(grounds[each.list], each) for each in wanted]


class Ground:
    """Two editions of a list with their items, and the changes between them by the nodes they touch."""

    def __init__(self, library: Library, comparison: Comparison) -> None:
        self.comparison = comparison
        self.old = library.active_items(comparison.old)
        self.new = library.active_items(comparison.new)
        self.link: dict[str, str] = {link.old: link.new for link in comparison.links}
        self.parts: dict[str, tuple[str, ...]] = {split.whole: split.parts for split in comparison.splits}
        for merge in comparison.merges:
            self.parts |= {part: (*self.parts.get(part, ()), merge.whole) for part in merge.parts}
        self.changes = (*comparison.changes, *comparison.carried)


def _impact(ground: Ground, wanted: Wanted) -> Impact:
    code = canonical(wanted.written) or wanted.written
    if code in ground.old:
        now = _codes_now(ground, code)
        reasons = tuple(_reasons(ground, code, ground.link.get(code, "")))
        action = _action(ground, code, now, reasons)
        effect = combined(reason.effect for reason in reasons)
        return Impact(wanted.written, wanted.list, action, effect, now, reasons)
    if code in ground.new:
        reasons = tuple(_reasons(ground, "", code))
        effect = combined(reason.effect for reason in reasons)
        note = f"new since {ground.comparison.old.edition}"
        return Impact(wanted.written, wanted.list, "revisit", effect, (code,), reasons, note)
    return Impact(wanted.written, wanted.list, "unknown", "unclear", (), (), _near(ground, code))


def _codes_now(ground: Ground, code: str) -> tuple[str, ...]:
    linked = ground.link.get(code, "")
    found = [linked, *ground.parts.get(code, ())]
    return tuple(dict.fromkeys(ground.new[ident] for ident in found if ident in ground.new))


def _reasons(ground: Ground, old: str, new: str) -> Iterator[Reason]:
    above_old, above_new = _above(old), _above(new)
    for change in ground.changes:
        ids = change.old.id if change.old else "", change.new.id if change.new else ""
        relation = _relation(((ids[0], old, above_old), (ids[1], new, above_new)))
        if relation and not (relation == "above it" and change.kind in ("renumbered", "moved")):
            ident = ids[1] or ids[0]
            yield Reason(relation, change.kind, ident, change.effect, "carried" in change.flags, note_of(change))
    for field in ground.comparison.fields:
        relation = _relation(((field.id, new, above_new),))
        if relation:
            yield Reason(relation, "terms", field.id, "unclear" if weighs(field) else "none", note=field_words(field))


def _relation(sides: Iterable[tuple[str, str, Sequence[str]]]) -> Relation | None:
    found: list[Relation] = []
    for ident, code, above in sides:
        if not ident or not code:
            continue
        if ident == code:
            found.append("itself")
        elif ident.startswith((f"{code}.", f"{code}/")):
            found.append("below it")
        elif any(ident == each or ident.startswith(f"{each}/") for each in above):
            found.append("above it")
    order: tuple[Relation, ...] = ("itself", "below it", "above it")
    return next((each for each in order if each in found), None)


def _above(code: str) -> tuple[str, ...]:
    """The codes that an item stands under, up to its entry."""
    found = []
    while code and code != entry_of(code):
        code = parent_of(code)
        found.append(code)
    return tuple(found)


def _action(ground: Ground, code: str, now: Sequence[str], reasons: Sequence[Reason]) -> Action:
    if not now or any(reason.effect != "none" for reason in reasons):
        return "revisit"
    if list(now) != [code]:
        return "recode"
    return "text-only" if reasons else "nothing"


def weighs(field: FieldChange) -> bool:
    """Whether a field is one on which the terms of a licence hang; a pointer to other entries is not."""
    return not field.field.startswith("related")


def note_of(change: Change) -> str:
    """What the evidence of a change says in words; of its code and place the change itself tells."""
    return "; ".join(evidence_words(one) for one in change.evidence if one.type not in ("code", "parent"))


def _near(ground: Ground, code: str) -> str:
    above = code
    while above and above != entry_of(above):
        above = parent_of(above)
        if above in ground.old:
            return f"{above} exists, but not this item below it"
    near = sorted(known for known in ground.old if known.startswith(code[:3]) and known == entry_of(known))[:5]
    return f"near it: {', '.join(near)}" if near else "no code is near it"


def summary(found: Iterable[Impact]) -> Mapping[Action, int]:
    """The number of codes for each action."""
    counts: dict[Action, int] = dict.fromkeys(ACTIONS, 0)
    for each in found:
        counts[each.action] += 1
    return counts
