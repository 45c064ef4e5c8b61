"""Adoptions, updates, gaps and divergences for the terminal and as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from controllist.mirror_reports import STATUSES, Gaps, MirrorLag
from controllist.mirrors.divergence import Divergence
from controllist.mirrors.records import Adoption, Difference, GapRow, Median, Proof, Provision, Shared, Update


def lag_lines(regime: str, lags: Sequence[MirrorLag], today: date, *, details: bool) -> Iterator[str]:
    """What became of a regime's changes: a row for each mirror, medians by edition, then what is pending."""
    yield f"Changes of {regime} and what became of them"
    yield f"{'':10}" + "".join(f"{status:>16}" for status in STATUSES) + "     median days (95 %)"
    for lag in lags:
        counts = "".join(f"{lag.counts[status]:>16}" for status in STATUSES)
        yield f"{lag.mirror:10}{counts}     {median_words(lag.medians.all if lag.medians else None)}"
    for lag in lags:
        if lag.medians and (lag.medians.all.adopted or lag.medians.all.pending or len(lag.medians.by_edition) == 1):
            yield ""
            seen = f"adoptions are seen from {lag.medians.since} to {lag.medians.until}"
            yield f"{lag.mirror}: median days by edition of {regime} and by effect ({seen})"
            for name, median in [*lag.medians.by_edition.items(), *lag.medians.by_effect.items()]:
                if (median.adopted or median.pending) and name >= lag.medians.since:  # a word stands after any date
                    yield f"  {name:12}{median.adopted:>5} adopted {median.pending:>5} pending   {median_words(median)}"
    for lag in lags:
        yield from _pending_lines(lag, today) if not details else _adoption_lines(lag)


def median_words(median: Median | None) -> str:
    """A median with its interval: `330 (290 to 402)`; a bound that is open says so."""
    if median is None or (median.days is None and not median.adopted):
        return "none dated"
    if median.days is None:
        return "fewer than half adopted"
    if median.least is not None and median.least != median.days:
        return f"between {median.least} and {median.days}: editions are missing"
    ends = " to ".join("open" if end is None else str(end) for end in (median.low, median.high))
    return f"{median.days} ({ends})"


def _pending_lines(lag: MirrorLag, today: date) -> Iterator[str]:
    waiting = [each for each in lag.adoptions if each.status == "pending" and each.kind != "reworded"]
    if not waiting:
        return
    yield ""
    yield f"{lag.mirror}: not yet adopted in the newest edition"
    for edition, count in sorted(Counter(each.regime_edition for each in waiting).items()):
        age = (today - date.fromisoformat(edition)).days
        seen = (date.fromisoformat(lag.medians.until) - date.fromisoformat(edition)).days if lag.medians else None
        told = f"{age} days old today" + (f", {seen} at the mirror's newest edition" if seen is not None else "")
        codes = ", ".join(dict.fromkeys(each.code for each in waiting if each.regime_edition == edition))
        yield f"  {edition} ({told}) {count}: {codes}"


def _adoption_lines(lag: MirrorLag) -> Iterator[str]:
    yield ""
    yield lag.mirror
    for each in lag.adoptions:
        when = f" by {each.by}" if each.by else ""
        after = f" after {each.after}" if each.after else ""
        days = f" {each.days} days" if each.days is not None else ""
        act = f" [{each.instrument}]" if each.instrument else ""
        yield f"  {each.regime_edition} {each.code} {each.kind}, {each.effect}: {each.status}{when}{after}{days}{act}"
        yield from (f"      {_proof_words(one)}" for one in each.evidence)


def _proof_words(proof: Proof) -> str:
    sides = f"{proof.old or '(none)'} → {proof.new or '(none)'}" if proof.old or proof.new else ""
    mirror = f"mirror: {proof.mirror}" if proof.mirror else ""
    return " ".join(part for part in (proof.type, sides, mirror, proof.note) if part)


def updates_lines(name: str, found: Sequence[Update]) -> Iterator[str]:
    """What each instrument did to a list, newest first."""
    for update in found:
        counts = Counter(provision.what for provision in update.provisions)
        yield f"{name}  {update.instrument or '(no instrument known)'}" + (
            f", in force {update.in_force}" if update.in_force else ""
        )
        base = f"; it brings the list of {update.base}" if update.base else ""
        yield f"  {len(update.provisions)} provisions: " + ", ".join(f"{n} {what}" for what, n in counts.items()) + base
        yield from (f"    {provision_words(provision)}" for provision in update.provisions)
        yield ""


def provision_words(provision: Provision) -> str:
    """One provision in one line."""
    origin = f" from the regime's edition of {provision.regime_edition}" if provision.regime_edition else ""
    days = f", {provision.days} days" if provision.days is not None else ""
    notes = "; ".join(one.note for one in provision.evidence if one.note)
    return f"{provision.id or provision.code}  {provision.what}{origin}{days}" + (f" ({notes})" if notes else "")


def gaps_lines(gaps: Gaps, *, aligned: bool = False) -> Iterator[str]:
    """A mirror against its regime, row by row; rows that are aligned only if asked for."""
    yield f"{gaps.mirror} against {gaps.regime}"
    yield ", ".join(f"{count} {status}" for status, count in gaps.counts.items()) or "no row"
    if gaps.other_origins:
        told = ", ".join(f"{count} {origin}" for origin, count in gaps.other_origins.items())
        yield f"items of other origin, no gaps: {told}"
    for row in gaps.rows:
        if not row.origin and (aligned or row.status != "aligned"):
            yield from gap_row_lines(row)


def gap_row_lines(row: GapRow) -> Iterator[str]:
    """One row: the codes, who is stricter, and in what they differ."""
    names = " / ".join(dict.fromkeys(code for code in (row.code, row.mirror_code) if code))
    side = {"mirror": "the mirror is stricter", "regime": "the regime is stricter"}.get(row.stricter, row.stricter)
    yield f"  {names}  {row.status}, {side}"
    yield from (f"      {difference_words(one)}" for one in row.differences)


def difference_words(one: Difference) -> str:
    """In what two items differ: the regime's words or figures, then the mirror's."""
    sides = f"regime {one.regime or '(none)'}, mirror {one.mirror or '(none)'}" if one.regime or one.mirror else ""
    return " ".join(part for part in (one.type, one.parameter, sides, one.note) if part)


def divergence_lines(code: str, found: Sequence[Divergence], shared: Iterable[Shared] = ()) -> Iterator[str]:
    """An entry in all lists side by side, differences only."""
    yield f"{code}: where lists differ from the regime" if found else f"{code}: no list differs from the regime"
    for each in found:
        yield each.code
        for name, row in each.rows.items():
            lines = list(gap_row_lines(row))
            yield f"  {name:8}{lines[0].strip()}"
            yield from (f"        {line.strip()}" for line in lines[1:])
    for control in shared:
        places = ", ".join(f"{name} {ident}" for name, _, ident in control.items)
        yield f"Controlled alike by several lists, and not by the regime: {places}"


def adoptions_csv(lags: Iterable[MirrorLag]) -> str:
    """A row for each change and mirror."""
    fields = ("mirror", "regime_edition", "code", "kind", "effect", "status", "edition", "instrument", "after", "by",
              "days", "days_least", "mirror_code")  # fmt: skip
    found = (each for lag in lags for each in lag.adoptions)
    rows = (
        (*("" if getattr(each, name) is None else getattr(each, name) for name in fields), _proofs(each))
        for each in found
    )
    return _csv((*fields, "evidence"), rows)


def _proofs(adoption: Adoption) -> str:
    return " | ".join(_proof_words(one) for one in adoption.evidence)


def gaps_csv(gaps: Gaps) -> str:
    """A row for each item of the regime and of the mirror; those of other origin say so."""
    rows = (
        (row.code, row.mirror_code, row.status, row.stricter, row.origin,
         " | ".join(difference_words(one) for one in row.differences))
        for row in gaps.rows
    )  # fmt: skip
    return _csv(("code", "mirror_code", "status", "stricter", "origin", "differences"), rows)


def divergence_csv(found: Iterable[Divergence]) -> str:
    """A row for each item and each list that differs from the regime in it."""
    rows = (
        (each.code, name, row.mirror_code, row.status, row.stricter,
         " | ".join(difference_words(one) for one in row.differences))
        for each in found for name, row in each.rows.items()
    )  # fmt: skip
    return _csv(("code", "list", "list_code", "status", "stricter", "differences"), rows)


def updates_csv(found: Iterable[Update]) -> str:
    """A row for each provision that bears an instrument's mark."""
    rows = (
        (update.instrument, update.in_force, each.code, each.id, each.what, each.regime_edition,
         "" if each.days is None else each.days)
        for update in found for each in update.provisions
    )  # fmt: skip
    return _csv(("instrument", "in_force", "code", "id", "what", "regime_edition", "days"), rows)


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return target.getvalue()
