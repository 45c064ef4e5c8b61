"""What each instrument did to a mirror: by the marks on its provisions, or by the changes between its editions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from controllist.changes.records import ChangeKind
from controllist.history.pairs import PairRecord
from controllist.mirrors.marks import Credit, Credits, last_mark, latest_day
from controllist.mirrors.records import Proof, Provision, Update, What
from controllist.mirrors.said import Mirror
from controllist.mirrors.traced import Traced, differently_made
from controllist.model import Node

_WHAT: dict[ChangeKind, What] = {
    "added": "added", "removed": "repealed", "rescoped": "changed", "reworded": "reworded", "renumbered": "renumbered",
    "moved": "renumbered",
}  # fmt: skip
Kinds = Mapping[tuple[str, str], ChangeKind]
"""The kind of change by which a lineage of the regime got its state, by lineage and edition."""


def kinds_of(regimes: Sequence[Traced], records: Iterable[PairRecord]) -> Kinds:
    """The kinds of all recorded changes of the regime by lineage and edition."""
    dated = {each.date: each for each in regimes}
    found: dict[tuple[str, str], ChangeKind] = {}
    for record in records:
        for change in record.changes:
            side, at = (change.new, record.new) if change.new else (change.old, record.old)
            if side is not None and at in dated and side.id in dated[at].lineages:
                found[dated[at].lineages[side.id], record.new] = change.kind
    return found


def updates_by_marks(
    mirror: Mirror, credits_: Credits, kinds: Kinds, missing: Sequence[str] = ()
) -> tuple[Update, ...]:
    """What each instrument did, from the marks on the provisions of the newest edition; newest first.

    Every node that bears an instrument's mark stands under it. Of a provision that was amended again the words tell
    only what the last instrument did.
    """
    newest = mirror.mirrors[-1]
    found: dict[str, list[Provision]] = {name: [] for name in credits_}
    for node in newest.edition.nodes:
        last = last_mark(node, mirror.rules)
        for name in dict.fromkeys(mark.instrument for mark in node.marks if mark.instrument):
            if name == last:
                found[name].append(_last_provision(node, credits_[name], mirror, kinds, missing))
            else:
                later = Proof("mark", note=f"amended again by {last}")
                found[name].append(Provision(node.code or node.id, node.id, "changed", evidence=(later,)))
    updates = [
        Update(name, credit.in_force, tuple(found[name]), base=credit.base) for name, credit in credits_.items()
    ]
    return tuple(reversed(updates))


def _last_provision(
    node: Node, credit: Credit, mirror: Mirror, kinds: Kinds, missing: Sequence[str]
) -> Provision:
    """What the instrument that last amended a provision did to it."""
    code = node.code or node.id
    if node.status == "reserved":
        return Provision(code, node.id, "repealed")
    newest = mirror.mirrors[-1]
    for lineage in mirror.links.of_mirror.get(newest.lineages[node.id], ()):
        said = mirror.said(lineage)[-1]
        if said.node is not None and said.node.id == node.id and len(said.standing.states) == 1:
            since = mirror.states(lineage)[min(said.standing.states)].since
            if not _may_come_from(since, credit, mirror, missing):
                note = Proof("reason", note="the regime came to say so only later")
                return Provision(code, node.id, "changed", evidence=(note,))
            return _from_regime(node, credit, since, kinds.get((lineage, since)), said.standing.proof, mirror)
    note = Proof("reason", note="no state of the regime is told by its words")
    return Provision(code, node.id, "changed", evidence=(note,))


def _may_come_from(since: str, credit: Credit, mirror: Mirror, missing: Sequence[str]) -> bool:
    """Whether an instrument may have brought what an edition of the regime says first, of those that are at hand."""
    day = credit.in_force or latest_day(credit.instrument)
    before = max((each.date for each in mirror.regimes if each.date < since), default="")
    return not day or since < day or any(before < each <= day for each in missing)


def _from_regime(
    node: Node, credit: Credit, since: str, kind: ChangeKind | None, proof: tuple[Proof, ...], mirror: Mirror
) -> Provision:
    code = node.code or node.id
    if since == mirror.regimes[0].date:
        note = Proof("reason", note="it says what the regime has said since its first edition at hand")
        return Provision(code, node.id, "changed", evidence=(note,))
    if credit.base_before and since <= credit.base_before:
        note = Proof("reason", note="the regime's words are older than the instrument before this one")
        return Provision(code, node.id, "changed", since, evidence=(note,))
    what = _WHAT[kind] if kind else "changed"
    if not credit.in_force or since >= credit.in_force:
        note = Proof("reason", note="shown first by this edition of the regime; those before it are not at hand")
        return Provision(code, node.id, what, since, evidence=(*proof[:1], note) if credit.in_force else proof[:1])
    return Provision(code, node.id, what, since, _days(since, credit.in_force), proof[:1])


def updates_by_editions(mirror: Mirror, records: Iterable[PairRecord]) -> tuple[Update, ...]:
    """What each edition's instrument did, from the recorded changes of the mirror; newest first."""
    number = {each.date: at for at, each in enumerate(mirror.mirrors)}
    updates = []
    for record in records:
        if record.old not in number or record.new not in number:
            continue
        edition = mirror.mirrors[number[record.new]]
        doubt = _doubt(mirror.mirrors[number[record.old]], edition)
        provisions = []
        for change in record.changes:
            side, holder = (change.new, edition) if change.new else (change.old, mirror.mirrors[number[record.old]])
            if side is None or side.id not in holder.lineages:
                continue
            since = "" if doubt else _brought(holder.lineages[side.id], number[record.new], mirror)
            known = since and since < edition.in_force
            days = _days(since, edition.in_force) if known else None
            provisions.append(Provision(side.code or side.id, side.id, _WHAT[change.kind], since, days, doubt))
        info = edition.edition.info
        updates.append(Update(info.instrument or info.label, edition.in_force, tuple(provisions)))
    return tuple(reversed(updates))


def _doubt(old: Traced, new: Traced) -> tuple[Proof, ...]:
    """Why an instrument may not have done what two editions differ in; empty where it did."""
    if not differently_made(old, new):
        return ()
    return (Proof("reason", note="one of the two editions is reconstructed: the text may be older"),)


def _brought(mirror_lineage: str, at: int, mirror: Mirror) -> str:
    """The regime's edition whose state a mirror's edition says that the one before it did not; empty if none."""
    for lineage in mirror.links.of_mirror.get(mirror_lineage, ()):
        said = mirror.said(lineage)
        now, before = said[at].standing.states, said[at - 1].standing.states
        if len(now) == 1 and before and not now & before and min(now) > max(before):
            return mirror.states(lineage)[min(now)].since
    return ""


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days
