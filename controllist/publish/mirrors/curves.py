"""Curves of what is not yet adopted: of each mirror in all, and by the regime's edition and by category."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from controllist.mirrors.records import Adoption, Median
from controllist.mirrors.survival import category_of, median_of, survival_steps
from controllist.publish.mirrors.charts import Curve, Row, rows_of, survival_chart, years_shown
from controllist.publish.parts.addresses import page_name
from controllist.publish.parts.crumbs import mirror_crumbs
from controllist.publish.parts.mirrored import Mirrored, Mirrors
from controllist.publish.parts.writer import SiteWriter
from controllist.report.mirrors import median_words


class Chart(NamedTuple):
    """A curve, drawn and in figures; `median` is in words. `href` leads from the site's root to what it is of."""

    name: str
    title: str
    href: str
    svg: Markup
    rows: list[Row]
    pending: int
    adopted: int
    median: str


class _Group(NamedTuple):
    """Changes of a mirror that share a curve; `told` ends a sentence that names them."""

    mirror: Mirrored
    name: str
    title: str
    told: str
    href: str
    adoptions: list[Adoption]
    median: Median


def curves_path(mirror: Mirrored) -> str:
    """The page of a mirror's curves by edition and category."""
    return f"lag/{mirror.name}/curves.html"


def has_curves(mirror: Mirrored) -> bool:
    """Whether a mirror has such a page: not where it takes the list by reference."""
    return not mirror.by_reference and bool(_counted(mirror))


def charts_of_mirrors(found: Sequence[Mirrored]) -> list[Chart]:
    """A curve for each mirror in which anything is adopted, all over the same years."""
    groups = [
        _Group(mirror, mirror.name, mirror.short, f"{mirror.regime_short} changes", f"lag/{mirror.name}.html",
               _counted(mirror), mirror.medians.all)
        for mirror in found
    ]  # fmt: skip
    return _charts(groups)


def write_curves(site: SiteWriter, mirrors: Mirrors, mirror: Mirrored) -> None:
    """Write a mirror's curves by the regime's edition and by category, where it has any."""
    if not has_curves(mirror):
        return
    editions = _grouped(mirror, lambda each: each.regime_edition, lambda day: day, mirror.edition_href)
    categories = _grouped(mirror, category_of, lambda name: category_title(mirror, name), lambda name: "")
    site.page(
        curves_path(mirror),
        "curves.html",
        title=f"{mirror.short}: how long adoption takes, by edition and category",
        crumbs=mirror_crumbs(mirrors, mirror),
        mirror=mirror,
        groups=[
            (name, title, _charts(found), _open(found))
            for name, title, found in (
                ("editions", f"By edition of {mirror.regime_short}", editions[::-1]),
                ("categories", "By category", categories),
            )
        ],
    )


def category_title(mirror: Mirrored, name: str) -> str:
    """What the changes of a category, as medians have them, are called."""
    return "Definitions and general notes" if name == "definitions" else mirror.part_title(name)


def _counted(mirror: Mirrored) -> list[Adoption]:
    """As in all figures, reworded changes are left out, and those of editions whose quick adoptions are not seen."""
    since = mirror.medians.since
    return [each for each in mirror.lag.adoptions if each.kind != "reworded" and each.regime_edition >= since]


def _grouped(
    mirror: Mirrored, key: Callable[[Adoption], str], title: Callable[[str], str], href: Callable[[str], str]
) -> list[_Group]:
    found: dict[str, list[Adoption]] = {}
    for each in _counted(mirror):
        found.setdefault(key(each), []).append(each)
    return [
        _Group(mirror, f"{mirror.name}-{page_name(name)}", title(name), f"changes of {title(name)}", href(name),
               adoptions, median_of(adoptions, mirror.until))
        for name, adoptions in sorted(found.items())
    ]  # fmt: skip


def _open(groups: Iterable[_Group]) -> list[_Group]:
    """The groups that have no curve, because nothing of them is dated, and something is pending."""
    return [group for group in groups if not group.median.adopted and group.median.pending]


def _charts(groups: Sequence[_Group]) -> list[Chart]:
    """The charts of those groups in which anything is adopted, over the same years."""
    drawn = [(group, curve) for group in groups if (curve := _curve(group)).steps]
    years = years_shown([curve for _, curve in drawn])
    return [
        Chart(group.name, group.title, group.href, survival_chart(curve, years), rows_of(curve, years),
              group.median.pending, group.median.adopted, median_words(group.median))
        for group, curve in drawn
    ]  # fmt: skip


def _curve(group: _Group) -> Curve:
    """The curve of what is not yet adopted."""
    steps = survival_steps(group.adoptions, group.mirror.until)
    open_ended = any(each.days_least is not None and each.days_least != each.days for each in group.adoptions)
    earliest = survival_steps(group.adoptions, group.mirror.until, earliest=True) if open_ended else []
    median = group.median
    described = (
        f"A curve that begins at 100 % and falls by a step whenever changes were adopted. It rests on {median.adopted} "
        f"adopted and {median.pending} pending changes. Median in days, with its 95 % interval: {median_words(median)}."
    )
    title = f"{group.mirror.short}: share of {group.told} not yet adopted, by years"
    return Curve(group.name, title, described, steps, earliest)
