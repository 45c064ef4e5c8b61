"""What a page of changes can be narrowed down to, in the browser: `assets/filters.js` does it.

Each change on a page says its kind and effect by the classes of its marks; a line that stands for several changes says
them in `data-tally`. What they stand in says its category in `data-category`, its list in `data-list`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from controllist.changes.records import Change
from controllist.publish.parts.change_rows import EFFECTS, KINDS, Counts, category_title, marked_counts, part_in
from controllist.report.view import View


class Choice(NamedTuple):
    """One of several things that a page can be narrowed down to: its name in an address, and what it is called."""

    value: str
    words: str


class Filter(NamedTuple):
    """What a page offers: kinds and effects with their numbers, and choices by the name of what they choose from."""

    kinds: Counts
    effects: Counts
    choices: tuple[tuple[str, tuple[Choice, ...]], ...]
    changes: int


def filter_of(changes: Sequence[Change], *choices: tuple[str, Sequence[Choice]]) -> Filter | None:
    """The filter of a page with these changes; None where there is nothing to choose between."""
    if len(changes) < 2:
        return None
    return Filter(
        tuple(marked_counts(Counter(change.kind for change in changes), KINDS)),
        tuple(marked_counts(Counter(change.effect for change in changes), EFFECTS)),
        tuple((name, tuple(found)) for name, found in choices if len(found) > 1),
        len(changes),
    )


def categories_of(view: View) -> tuple[str, Sequence[Choice]]:
    """The categories of a report as a choice."""
    return "category", [Choice(part_in(category), category_title(category)) for category in view.categories]


def tally(changes: Iterable[Change]) -> str:
    """Changes by kind and effect, in the form that the filter reads.

    >>> tally([])
    ''
    """
    counts = Counter((change.kind, change.effect) for change in changes)
    return ",".join(f"{kind} {effect} {count}" for (kind, effect), count in sorted(counts.items()))
