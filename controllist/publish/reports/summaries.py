"""What a report of changes comes to: counts by kind, effect and category, and one sentence that says them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from controllist.alignment.result import Undone
from controllist.changes.records import Change, ChangeKind, Effect
from controllist.codes import canonical
from controllist.publish.parts.change_rows import (
    EFFECTS,
    KINDS,
    Counts,
    Mark,
    category_title,
    kinds_in,
    marked_counts,
    part_in,
)
from controllist.publish.parts.templating import thousands
from controllist.report.view import Category, View, entry_of_change


class CategoryLine(NamedTuple):
    """A category in the summary of a report: its name, the entries touched, the changes by kind and effect."""

    part: str
    title: str
    entries: int
    kinds: Counts
    effects: Counts
    changes: int


class Summary(NamedTuple):
    """What the head of a report shows: the counts of all changes in figures and in a sentence, and what was cut off."""

    lead: str
    kinds: Counts
    effects: Counts
    entries: int
    governed: int
    beside: int
    undone: tuple[Undone, ...] = ()
    categories: tuple[CategoryLine, ...] = ()


def summary(view: View) -> Summary:
    """The summary of a report."""
    comparison = view.comparison
    entries = entries_touched(comparison.changes)
    return Summary(
        lead_words(view.kinds, view.effects, entries),
        tuple(marked_counts(view.kinds, KINDS)),
        tuple(marked_counts(view.effects, EFFECTS)),
        entries,
        len(comparison.carried),
        len(comparison.fields),
        comparison.undone,
        tuple(_category_line(category) for category in view.categories),
    )


def added_up(summaries: Iterable[Summary]) -> Summary:
    """The summary of several reports: an entry of two lists counts as two."""
    found = list(summaries)
    kinds, effects = _total((each.kinds for each in found), KINDS), _total((each.effects for each in found), EFFECTS)
    entries = sum(each.entries for each in found)
    return Summary(
        lead_words(kinds, effects, entries),
        tuple(marked_counts(kinds, KINDS)),
        tuple(marked_counts(effects, EFFECTS)),
        entries,
        sum(each.governed for each in found),
        sum(each.beside for each in found),
    )


_Name = TypeVar("_Name", bound=str)


def _total(found: Iterable[Counts], marks: Mapping[_Name, Mark]) -> dict[_Name, int]:
    total: Counter[str] = Counter()
    for counts in found:
        total.update({mark.name: count for mark, count in counts})
    return {name: total[name] for name in marks}


def entries_touched(changes: Iterable[Change]) -> int:
    """The number of entries that changes stand in; a heading is none: the grammar of codes does not know its code."""
    return len({entry for change in changes if (entry := canonical(entry_of_change(change)))})


def _category_line(category: Category) -> CategoryLine:
    changes = [row.change for entry in category.entries for row in entry.rows]
    effects = tuple(marked_counts(Counter(change.effect for change in changes), EFFECTS))
    return CategoryLine(
        part_in(category), category_title(category), entries_touched(changes), kinds_in(category), effects, len(changes)
    )


_VERBS: dict[Effect, tuple[str, str]] = {
    "tightened": ("tightens control", "tighten control"),
    "relaxed": ("relaxes it", "relax it"),
    "mixed": ("both tightens and relaxes it", "both tighten and relax it"),
    "none": ("leaves it as it was", "leave it as it was"),
    "unclear": ("is unclear from the texts", "are unclear from the texts"),
}


def lead_words(kinds: Mapping[ChangeKind, int], effects: Mapping[Effect, int], entries: int) -> str:
    """A report in one sentence; empty where nothing changed.

    >>> lead_words({"added": 3}, {"tightened": 2, "none": 1}, 1)
    '3 changes in 1 entry: 2 tighten control, 1 leaves it as it was.'
    """
    total = sum(kinds.values())
    if not total:
        return ""
    told: list[str] = []
    for effect, verbs in _VERBS.items():
        if count := effects.get(effect, 0):
            verb = verbs[count > 1]
            told.append(f"{thousands(count)} {verb if told else verb.replace(' it', ' control', 1)}")
    where = f" in {thousands(entries)} {'entry' if entries == 1 else 'entries'}" if entries else ""
    return f"{thousands(total)} {'change' if total == 1 else 'changes'}{where}: {', '.join(told)}."
