"""The pages of one mirror: what became of the regime's changes, in all and edition by edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from controllist.mirror_reports import counts_of
from controllist.mirrors.records import Adoption, AdoptionStatus, Median, Proof
from controllist.model import EditionInfo
from controllist.publish.mirrors.jurisdiction import profile
from controllist.publish.mirrors.lag_pages import gap_counts
from controllist.publish.parts.change_rows import EFFECTS, KINDS, Mark, name_of
from controllist.publish.parts.cited import official
from controllist.publish.parts.crumbs import crumbs_to_mirrors, mirror_crumbs
from controllist.publish.parts.mirrored import STATUS_MARKS, Mirrored, Mirrors, day_of, notes_and_figures
from controllist.publish.parts.writer import Crumb, SiteWriter
from controllist.report.mirrors import median_words

_ORDER: tuple[AdoptionStatus, ...] = ("pending", "adopted", "ahead", "unknown", "not-applicable")
"""What is still to do comes first."""


class Fate(NamedTuple):
    """One change and what became of it: `notes` and `evidence` without what its group says already."""

    anchor: str
    name: Markup
    change_href: str
    kind: Mark
    effect: Mark
    mirror_name: Markup
    mirror_href: str
    notes: tuple[str, ...]
    evidence: tuple[Proof, ...]


class Group(NamedTuple):
    """Changes of one fate: adopted by one instrument on one day, or unknown for one reason. `short` are reworded."""

    title: str
    href: str
    lag: str
    rows: list[Fate]
    short: list[Fate]


class Section(NamedTuple):
    """Everything of one status on a page; `counted` leaves out what is only reworded."""

    status: Mark
    counted: int
    groups: list[Group]


class EditionRow(NamedTuple):
    """A regime edition on a mirror's first page."""

    edition: str
    href: str
    counts: dict[AdoptionStatus, int]
    median: str
    instruments: list[tuple[str, str, int]]
    """Each act that adopted some of it: its name, the way to its page, how many changes."""


class Waiting(NamedTuple):
    """What a mirror has not adopted of one regime edition, `age` days after it, on the day of its newest edition."""

    edition: str
    href: str
    age: int
    rows: list[tuple[str, Markup, Mark, Mark]]


class Act(NamedTuple):
    """An instrument and the regime's changes that it adopted."""

    name: str
    href: str
    day: str
    changes: int
    editions: list[str]
    lag: str


def write_mirror(site: SiteWriter, mirrors: Mirrors, mirror: Mirrored) -> None:
    """Write the pages that tell what became of the regime's changes in one mirror."""
    _write_front(site, mirrors, mirror)
    editions = list(mirror.adoptions_of)
    for at, edition in enumerate(editions):
        turn = (editions[at + 1] if at + 1 < len(editions) else "", editions[at - 1] if at else "")
        _write_edition(site, mirrors, mirror, edition, turn)


def _write_front(site: SiteWriter, mirrors: Mirrors, mirror: Mirrored) -> None:
    counted = [each for each in mirror.lag.adoptions if each.kind != "reworded"]
    medians = mirror.medians
    site.page(
        f"lag/{mirror.name}.html",
        "mirror.html",
        title=f"{mirror.shelf.scheme.jurisdiction}: its list beside {mirror.regime_short}",
        crumbs=crumbs_to_mirrors(mirrors, mirror),
        mirror=mirror,
        info=mirror.shelf.infos[-1],
        counts=mirror.lag.counts,
        reworded=len(mirror.lag.adoptions) - len(counted),
        undated=sum(each.status == "adopted" and each.days is None for each in counted),
        statuses=list(STATUS_MARKS.values()),
        median=median_words(medians.all),
        lag_sentence=lag_sentence(medians.all),
        editions=[_edition_row(mirror, edition) for edition in mirror.adoptions_of],
        waiting=[_waiting(mirror, edition) for edition in mirror.adoptions_of if _pending(mirror, edition)],
        acts=_acts(mirror, counted),
        categories=[(_category_title(mirror, name), median_words(median), median) for name, median in
                    medians.by_category.items() if median.adopted or median.pending],
        effects=[(EFFECTS[name].words if name in EFFECTS else name, median_words(median), median)
                 for name, median in medians.by_effect.items() if median.adopted or median.pending],
        gap_counts=gap_counts(mirror),
        **profile(mirrors, mirror),
    )  # fmt: skip


def lag_sentence(median: Median) -> str:
    """A median as a sentence without figures of confidence."""
    if not median.adopted:
        return "No adoption here has a day, so no median can be told."
    if median.days is None:
        return "Fewer than half of the changes are adopted yet, so there is no median."
    if median.least is not None and median.least != median.days:
        return (
            f"Half of the changes were adopted within {median.days} days at the latest; editions between are missing, "
            f"so it may have been {median.least} days."
        )
    return f"Half of the changes were adopted within {median.days} days of the regime’s edition."


def lag_words(days: int | None, least: int | None) -> str:
    """The days that an adoption took: `179 days`, `between 0 and 1665 days`; empty where they are not known."""
    if days is None:
        return ""
    return f"{days} days" if least is None or least == days else f"between {least} and {days} days"


def _category_title(mirror: Mirrored, name: str) -> str:
    return "Definitions and general notes" if name == "definitions" else mirror.part_title(name)


def _pending(mirror: Mirrored, edition: str) -> list[Adoption]:
    return [each for each in mirror.adoptions_of[edition] if each.status == "pending" and each.kind != "reworded"]


def _waiting(mirror: Mirrored, edition: str) -> Waiting:
    age = (date.fromisoformat(mirror.until) - date.fromisoformat(edition)).days
    rows = [
        (mirror.adoption_href(each), name_of(each.code), KINDS[each.kind], EFFECTS[each.effect])  # type: ignore[index]
        for each in _pending(mirror, edition)
    ]
    return Waiting(edition, mirror.edition_href(edition), age, rows)


def _edition_row(mirror: Mirrored, edition: str) -> EditionRow:
    adoptions = mirror.adoptions_of[edition]
    median = mirror.median_of(edition)
    acts = Counter(
        (each.instrument, each.by) for each in adoptions
        if each.status == "adopted" and each.kind != "reworded" and each.days is not None
    )  # fmt: skip
    return EditionRow(
        edition,
        mirror.edition_href(edition),
        counts_of(adoptions),
        median_words(median) if median else "",
        [(name or day, _act_href(mirror, name, day), count) for (name, day), count in acts.most_common(4)],
    )


def _act_href(mirror: Mirrored, instrument: str, day: str) -> str:
    return mirror.update_href(instrument, day) or mirror.update_href(instrument) if instrument else ""


def _acts(mirror: Mirrored, counted: Sequence[Adoption]) -> list[Act]:
    """The instruments that adopted something, newest first."""
    found: dict[tuple[str, str], list[Adoption]] = {}
    for each in counted:
        if each.status == "adopted" and each.days is not None:
            found.setdefault((each.instrument, day_of(each)), []).append(each)
    acts = []
    for (name, day), adoptions in sorted(found.items(), key=lambda item: item[0][1], reverse=True):
        most = max(each.days or 0 for each in adoptions)
        least = min((each.days if each.days_least is None else each.days_least) or 0 for each in adoptions)
        editions = sorted({each.regime_edition for each in adoptions})
        lag = lag_words(most, least)
        acts.append(Act(name, _act_href(mirror, name, day), day, len(adoptions), editions, lag))
    return acts


def _write_edition(site: SiteWriter, mirrors: Mirrors, mirror: Mirrored, edition: str, turn: tuple[str, str]) -> None:
    adoptions = mirror.adoptions_of[edition]
    parts: dict[str, list[Adoption]] = {}
    if edition in mirror.split_editions:
        for each in adoptions:
            parts.setdefault(mirror.part(each.code), []).append(each)
    regime_info = _regime_info(mirror, edition)
    shared = {
        "mirror": mirror, "edition": edition, "regime_info": regime_info,
        "official": official(mirror.shelf, mirror.shelf.infos[-1]),
        "official_regime": official(mirror.regime.shelf, regime_info or mirror.regime.shelf.infos[-1]),
        "statuses": list(STATUS_MARKS.values()),
    }  # fmt: skip
    way = mirror_crumbs(mirrors, mirror)
    title = f"{mirror.short}: what became of {mirror.regime_short} {edition}"
    site.page(
        mirror.edition_href(edition), "mirror_edition.html", title=title, crumbs=way, **shared,
        counts=counts_of(adoptions), median=_edition_sentence(mirror, edition),
        reworded=sum(each.kind == "reworded" for each in adoptions), turn=turn, part="",
        sections=[] if parts else sections(mirror, adoptions),
        parts=[(mirror.part_title(part), mirror.edition_href(edition, part), counts_of(found), len(found))
               for part, found in parts.items()],
    )  # fmt: skip
    for part, found in parts.items():
        site.page(
            mirror.edition_href(edition, part), "mirror_edition.html",
            title=f"{mirror.part_title(part)}. {title}", crumbs=(*way, Crumb(edition, mirror.edition_href(edition))),
            **shared, counts=counts_of(found), median="", reworded=sum(each.kind == "reworded" for each in found),
            turn=("", ""), part=mirror.part_title(part), sections=sections(mirror, found), parts=[],
        )  # fmt: skip


def _edition_sentence(mirror: Mirrored, edition: str) -> str:
    """The lag of one edition in a sentence; empty where there is nothing to be adopted."""
    if edition < mirror.medians.since:
        return (
            f"Adoptions are seen here from {mirror.medians.since} on: only those changes stand here that are pending "
            "or whose day is known, so no median can be told."
        )
    median = mirror.medians.by_edition.get(edition)
    return lag_sentence(median) if median and not mirror.by_reference else ""


def _regime_info(mirror: Mirrored, edition: str) -> EditionInfo | None:
    return next((info for info in mirror.regime.shelf.infos if info.edition == edition), None)


def sections(mirror: Mirrored, adoptions: Sequence[Adoption]) -> list[Section]:
    """Adoptions by status, and in each by what dates or explains them: the largest group first."""
    found = []
    for status in _ORDER:
        groups: dict[tuple[str, str, str], list[Adoption]] = {}
        for each in adoptions:
            if each.status == status:
                groups.setdefault(_group_key(each), []).append(each)
        if groups:
            counted = sum(each.kind != "reworded" for group in groups.values() for each in group)
            ordered = sorted(groups.values(), key=len, reverse=True)
            found.append(Section(STATUS_MARKS[status], counted, [_group(mirror, group) for group in ordered]))
    return found


def _group_key(adoption: Adoption) -> tuple[str, str, str]:
    if adoption.status == "adopted":
        return adoption.instrument, day_of(adoption), lag_words(adoption.days, adoption.days_least)
    if adoption.status == "ahead":
        return adoption.instrument, adoption.by, ""
    return "", "", _reason(adoption)


def _reason(adoption: Adoption) -> str:
    """Why nothing more is known of a change; empty where the evidence differs from change to change."""
    if adoption.status == "pending":
        return ""
    return next((proof.note for proof in adoption.evidence if proof.type == "reason"), "")


def _group(mirror: Mirrored, adoptions: Sequence[Adoption]) -> Group:
    first = adoptions[0]
    rows = [_fate(mirror, each) for each in adoptions if each.kind != "reworded"]
    short = [_fate(mirror, each) for each in adoptions if each.kind == "reworded"]
    if first.status == "adopted":
        title = _adopted_title(first)
    elif first.status == "ahead":
        title = f"stood in its edition of {first.by} already"
    else:
        title = _reason(first)
    href = _act_href(mirror, first.instrument, first.by)
    return Group(title, href, lag_words(first.days, first.days_least), rows, short)


def _adopted_title(first: Adoption) -> str:
    if first.days is None and not first.after:
        where = f"in its edition of {first.by}, on what day is not known"
        return f"{first.instrument}: {where}" if first.instrument else f"seen {where}"
    return f"{first.instrument}, {day_of(first)}" if first.instrument else f"by the edition of {day_of(first)}"


def _fate(mirror: Mirrored, adoption: Adoption) -> Fate:
    told = _reason(adoption)
    shown = adoption.mirror_code
    other = shown != adoption.code
    notes, figures = notes_and_figures(proof for proof in adoption.evidence if not told or proof.note != told)
    return Fate(
        mirror.anchor(adoption),
        name_of(adoption.code),
        mirror.change_href(adoption),
        KINDS[adoption.kind],  # type: ignore[index]
        EFFECTS[adoption.effect],  # type: ignore[index]
        name_of(shown) if shown and other else Markup(),
        _mirror_item_href(mirror, adoption),
        notes,
        figures,
    )


def _mirror_item_href(mirror: Mirrored, adoption: Adoption) -> str:
    """The way to the mirror's item in the edition that shows the change, or the newest where none does."""
    if not adoption.mirror_code:
        return ""
    return mirror.node_href(adoption.mirror_code, adoption.by) or mirror.node_href(adoption.mirror_code)
