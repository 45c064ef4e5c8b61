"""The page of all mirrors of a regime: who adopted what, and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from controllist.mirror_reports import counts_of
from controllist.mirrors.records import AdoptionStatus, Median
from controllist.publish.mirrors.curves import category_title, charts_of_mirrors, curves_path, has_curves
from controllist.publish.parts.mirrored import STATUS_MARKS, Mirrored, Mirrors, lag_path
from controllist.publish.parts.shelf import Shelf
from controllist.publish.parts.writer import SiteWriter
from controllist.report.mirrors import median_words

FEW = 5
"""Dated adoptions below which a median is not set beside another."""


class Cell(NamedTuple):
    """A regime edition in one mirror.

    `concerned` are the changes that the mirror ought to have, `shade` the share of them that is surely adopted, in
    tenths; None where there are none, or where not all adoptions are seen. `told` is False where nothing is recorded.
    """

    href: str
    counts: dict[AdoptionStatus, int]
    median: str
    concerned: int
    shade: int | None
    told: bool


class MedianRow(NamedTuple):
    """The medians of one category or effect, a cell for each mirror: median in words, dated and pending changes."""

    name: str
    title: str
    cells: list[tuple[str, int, int]]


class Alignment(NamedTuple):
    """The newest editions of a regime and what became of them in each mirror."""

    regime: Shelf
    href: str
    editions: list[str]
    rows: list[tuple[Mirrored, list[Cell]]]


def write_lag(site: SiteWriter, mirrors: Mirrors, regime: str) -> None:
    """Write the page of a regime's mirrors."""
    shelf = mirrors.regime(regime).shelf
    found = mirrors.of_regime(regime)
    measured = [mirror for mirror in found if not mirror.by_reference]
    editions = sorted({edition for mirror in found for edition in mirror.adoptions_of}, reverse=True)
    site.page(
        lag_path(mirrors, regime),
        "lag.html",
        title=f"Who adopted what, and when: the mirrors of {shelf.scheme.short}",
        regime=shelf,
        mirrors=found,
        statuses=list(STATUS_MARKS.values()),
        editions=[(edition, [_cell(mirror, edition) for mirror in found]) for edition in editions],
        charts=charts_of_mirrors(found),
        curved=[(mirror, curves_path(mirror)) for mirror in found if has_curves(mirror)],
        measured=measured,
        categories=_median_rows(measured, "by_category"),
        effects=_median_rows(measured, "by_effect"),
        compared=[(mirror, compared_words(mirror.medians.by_effect)) for mirror in measured],
        gap_counts=[(mirror, gap_counts(mirror)) for mirror in found],
        shared=[mirrors.shared_places(each) for each in mirrors.shared],
        others=[(mirrors.regime(name).shelf, lag_path(mirrors, name)) for name in mirrors.regimes if name != regime],
        median_words=median_words,
    )


def alignments(mirrors: Mirrors, latest: int = 4) -> list[Alignment]:
    """For the first page: each regime's newest editions in each mirror."""
    found = []
    for regime in mirrors.regimes:
        shelf = mirrors.regime(regime).shelf
        # The first edition of a regime changed nothing that could be adopted.
        editions = [info.edition for info in shelf.infos[1:]][: -latest - 1 : -1]
        rows = [(mirror, [_cell(mirror, edition) for edition in editions]) for mirror in mirrors.of_regime(regime)]
        found.append(Alignment(shelf, lag_path(mirrors, regime), editions, rows))
    return found


def _cell(mirror: Mirrored, edition: str) -> Cell:
    adoptions = mirror.adoptions_of.get(edition, [])
    counts = counts_of(adoptions)
    concerned = counts["adopted"] + counts["pending"] + counts["unknown"]
    median = mirror.median_of(edition)
    words = short_words(median) if median else ""
    seen = edition >= mirror.medians.since
    shade = 10 * counts["adopted"] // concerned if concerned and seen else None
    return Cell(mirror.edition_href(edition), counts, words, concerned, shade, bool(adoptions))


def short_words(median: Median) -> str:
    """A median for a narrow cell: `330 days`, `0 to 1665 days`."""
    if median.days is None:
        return "under half"
    least = f"{median.least} to " if median.least is not None and median.least != median.days else ""
    return f"{least}{median.days} days"


def gap_counts(mirror: Mirrored) -> dict[str, int]:
    """The rows of a mirror beside its regime: aligned, differing, missing, extra, unknown, and who controls more."""
    rows = [row for row in mirror.gaps if not row.origin]
    found = {status: sum(row.status == status for row in rows)
             for status in ("aligned", "differs", "missing", "extra", "unknown")}  # fmt: skip
    for side in ("mirror", "regime"):
        found[side] = sum(row.stricter == side for row in rows)
    return found


def _median_rows(found: Sequence[Mirrored], field: str) -> list[MedianRow]:
    names = {name for mirror in found for name, median in getattr(mirror.medians, field).items()
             if median.adopted or median.pending}  # fmt: skip
    order = ["tightened", "relaxed", "mixed", "none", "unclear"] if field == "by_effect" else []
    ordered = sorted(names, key=lambda name: (order.index(name) if name in order else len(order), name))
    rows = []
    for name in ordered:
        medians: list[Median] = [getattr(mirror.medians, field).get(name, Median(0, 0)) for mirror in found]
        cells = [(median_words(median), median.adopted, median.pending) for median in medians]
        rows.append(MedianRow(name, _row_title(found[0], name, field), cells))
    return rows


def _row_title(mirror: Mirrored, name: str, field: str) -> str:
    return {"none": "no effect"}.get(name, name) if field == "by_effect" else category_title(mirror, name)


def compared_words(by_effect: dict[str, Median]) -> str:
    """Whether relaxations or tightenings were adopted faster, in words, and only where the intervals tell."""
    relaxed, tightened = (by_effect.get(name, Median(0, 0)) for name in ("relaxed", "tightened"))
    if relaxed.adopted < FEW or tightened.adopted < FEW:
        return "too few dated changes to tell"
    if any(median.least is not None and median.least != median.days for median in (relaxed, tightened)):
        return "not told: editions are missing, so the dates are too wide"
    if relaxed.days is None or tightened.days is None:
        return "not told: fewer than half are adopted"
    figures = f"relaxations {median_words(relaxed)} days, tightenings {median_words(tightened)} days"
    if _surely_before(relaxed, tightened):
        return f"relaxations were faster: {figures}"
    if _surely_before(tightened, relaxed):
        return f"tightenings were faster: {figures}"
    return f"no difference is shown, the intervals overlap: {figures}"


def _surely_before(first: Median, second: Median) -> bool:
    """Whether the whole interval of one median lies before that of the other; an open end lies before nothing."""
    return first.high is not None and second.low is not None and first.high < second.low
