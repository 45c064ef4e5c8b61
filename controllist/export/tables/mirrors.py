"""Tables of the mirrors: `correspondences`, `adoptions`, `gaps`, `updates`, what stands under each, `lag_medians`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from controllist.changes.records import CHANGE_KINDS, Effect
from controllist.export.shape import (
    LIST,
    POSITION,
    TO_LIST,
    Column,
    Filling,
    Reference,
    Row,
    Table,
    count,
    day,
    number,
    text,
)
from controllist.export.source import ListSource
from controllist.mirrors.records import AdoptionStatus, GapStatus, Median, Proof, ProofType, Relation, Stricter, What
from controllist.mirrors.store import load_adoptions, load_correspondences, load_gaps, load_medians, load_updates

_REGIME = text("regime", "Id of the list it mirrors.", "wa", required=True)
PROOF: tuple[Column, ...] = (
    text("type", "What the evidence is about.", "threshold", values=get_args(ProofType), required=True),
    text("old", "What the regime said before: a limit, a code, a few words.", "volume >= 1 l"),
    text("new", "What it says since.", "volume >= 2 l"),
    text("mirror", "What the mirror says.", "volume >= 2 l"),
    text("note", "The reason in our own words.", "the same words"),
)
_STRICTER: tuple[str, ...] = get_args(Stricter)

CORRESPONDENCES = Table("correspondences", "One row for each node of a mirror that answers one of its regime.", (
    LIST, _REGIME,
    text("regime_lineage", "Lineage of the regime's node.", "3A001.a", required=True),
    text("lineage", "Lineage of the mirror's node.", "3A001.a", required=True),
    text("relation", "The mirror's node says the same, a part of it, that and more, or it in another form.", "same",
         values=get_args(Relation), required=True),
    text("matched_by", "How they were known to answer each other.", "identical", required=True),
    number("score", "How alike their words are; for `part` and `whole` the share of the smaller that stands in the "
           "larger.", 0.97, unit="share, 0 to 1", required=True),
    day("regime_edition", "The regime's edition that was compared.", required=True),
    day("edition", "The mirror's edition that was compared.", required=True),
), ("list", "regime_lineage", "lineage", "relation"), (
    TO_LIST, Reference(("list", "edition"), "editions", ("list", "edition")),
))  # fmt: skip

_ADOPTION_KEY = ("list", "regime_from", "regime_edition", "change")
_ADOPTION = (
    LIST,
    day("regime_from", "The regime's edition before the change.", "2017-12-07", required=True),
    day("regime_edition", "The regime's edition that brought it.", required=True),
    text("change", "Id of the change between these two: the node's ids before and after.", "3A001.a>3A001.a",
         required=True),
)  # fmt: skip
ADOPTIONS = Table("adoptions", "One row for what became of each change of a regime in each mirror.", (
    *_ADOPTION, _REGIME,
    text("code", "Canonical code of the regime's node.", "3A001.a", required=True),
    text("kind", "Kind of the change.", "rescoped", values=CHANGE_KINDS, required=True),
    text("effect", "Effect of the change.", "relaxed", values=get_args(Effect), required=True),
    text("status", "Taken over, not yet, before the regime, not to be taken over, or not to be told.", "adopted",
         values=get_args(AdoptionStatus), required=True),
    text("mirror_code", "Canonical code of the mirror's node.", "3A001.a"),
    text("instrument", "The act that took it over.", "Order 5 of 2019"),
    day("after_edition", "Last edition of the mirror that says the old; without it, it is known only that the new "
        "stood there by the next date.", "2019-01-01"),
    day("by_edition", "First edition of the mirror that says the new.", "2019-07-01"),
    count("days", "From the regime's document date to the day that edition took force.", 207, unit="days"),
    count("days_least", "The least lag, where editions of the mirror may be missing.", 26, unit="days"),
), _ADOPTION_KEY, (TO_LIST,))  # fmt: skip
ADOPTION_EVIDENCE = Table("adoption_evidence", "One row for each reason for an adoption's status.",
                          (*_ADOPTION, POSITION, *PROOF), (*_ADOPTION_KEY, "position"),
                          (Reference(_ADOPTION_KEY, "adoptions", _ADOPTION_KEY),))  # fmt: skip

_GAP = count("gap_number", "Number of the gap in its list, from 1, in the regime's order.", required=True)
GAPS = Table("gaps", "One row for each item of a mirror's newest edition and its regime's newest, side by side.", (
    LIST, _GAP, _REGIME,
    text("code", "Canonical code of the regime's item.", "3A001.a"),
    text("mirror_code", "Canonical code of the mirror's item.", "3A001.a"),
    text("status", "Whether the two say the same, differ, or one side has none.", "differs",
         values=get_args(GapStatus), required=True),
    text("stricter", "Which side controls more.", "mirror", values=_STRICTER, required=True),
    text("origin", "Where an item of the mirror comes from, if not from the regime.", "national"),
    text("id", "Id of the regime's node.", "3A001.a"),
    text("mirror_id", "Id of the mirror's node.", "3A001.a"),
), ("list", "gap_number"), (TO_LIST,))  # fmt: skip
DIFFERENCES = Table("gap_differences", "One row for each thing in which the two sides of a gap differ.", (
    LIST, _GAP, POSITION,
    text("type", "What the difference is about.", "threshold", required=True),
    text("stricter", "Which side controls more by it.", "mirror", values=_STRICTER, required=True),
    text("parameter", "The quantity it is about.", "volume"),
    text("regime", "What the regime says: a limit, a code, a few words.", ">= 2 l"),
    text("mirror", "What the mirror says.", ">= 1 l"),
    text("note", "The reason in our own words.", "an item the regime does not have"),
), ("list", "gap_number", "position"), (
    Reference(("list", "gap_number"), "gaps", ("list", "gap_number")),
))  # fmt: skip

_UPDATE = count("update_number", "Number of the instrument in its list, from 1, newest first.", required=True)
UPDATES = Table("updates", "One row for each instrument that amended a mirror.", (
    LIST, _UPDATE,
    text("instrument", "The legal act.", "Order 5 of 2019", required=True),
    day("in_force", "Day on which it took force.", "2019-07-01"),
    day("base", "Newest edition of the regime that it brought in full."),
    count("provisions", "Provisions that it touched.", 40, unit="provisions", required=True),
), ("list", "update_number"), (TO_LIST,))  # fmt: skip
_PROVISION_KEY = ("list", "update_number", "provision_number")
_PROVISION = (
    LIST, _UPDATE,
    count("provision_number", "Number of the provision under its instrument, from 1.", required=True),
)  # fmt: skip
PROVISIONS = Table("provisions", "One row for each provision that an instrument touched.", (
    *_PROVISION,
    text("code", "Canonical code, or the id of a note or definition.", "3A001.a", required=True),
    text("id", "Id of the node.", "3A001.a", required=True),
    text("what", "What the instrument did to it.", "changed", values=get_args(What), required=True),
    day("regime_edition", "The regime's edition that brought what the provision says since."),
    count("days", "From that edition's document date to the day the instrument took force.", 207, unit="days"),
), _PROVISION_KEY, (Reference(("list", "update_number"), "updates", ("list", "update_number")),))  # fmt: skip
PROVISION_EVIDENCE = Table("provision_evidence", "One row for each reason for what is said of a provision.",
                           (*_PROVISION, POSITION, *PROOF), (*_PROVISION_KEY, "position"),
                           (Reference(_PROVISION_KEY, "provisions", _PROVISION_KEY),))  # fmt: skip

MEDIANS = Table("lag_medians", "Median lag of each mirror by Kaplan and Meier, of all changes and of groups.", (
    LIST,
    text("grouping", "By what the changes are grouped.", "category", values=("all", "edition", "category", "effect"),
         required=True),
    text("member", "The group: the regime's edition, the category, the effect; `all` for all.", "3", required=True),
    day("since", "Day from which on adoptions are seen; older changes count by edition alone.", required=True),
    day("until", "Day until which pending changes were observed.", required=True),
    count("adopted", "Adopted changes of known day.", 20, unit="changes", required=True),
    count("pending", "Changes not yet adopted.", 5, unit="changes", required=True),
    count("days", "The median; empty while fewer than half are adopted.", 400, unit="days"),
    count("low", "Lower bound of its 95 % confidence interval.", 300, unit="days"),
    count("high", "Upper bound; empty where the interval is open.", 500, unit="days"),
    count("least", "The median if all were adopted as early as the mirror's editions allow, where some may be "
          "missing.", 350, unit="days"),
), ("list", "grouping", "member"), (TO_LIST,))  # fmt: skip


def _correspondences(source: ListSource) -> Iterator[Row]:
    for each in load_correspondences(source.folder):
        yield (source.name, source.regime, each.regime, each.mirror, each.relation, each.matched_by, each.score,
               *each.at)  # fmt: skip


def _proofs(key: Row, proofs: Iterable[Proof]) -> Iterator[Row]:
    for position, one in enumerate(proofs, 1):
        yield *key, position, one.type, one.old, one.new, one.mirror, one.note


def _adoptions(source: ListSource) -> Iterator[Row]:
    for each in load_adoptions(source.folder):
        yield (source.name, each.regime_from, each.regime_edition, each.change, source.regime, each.code, each.kind,
               each.effect, each.status, each.mirror_code, each.instrument, each.after, each.by, each.days,
               each.days_least)  # fmt: skip


def _adoption_evidence(source: ListSource) -> Iterator[Row]:
    for each in load_adoptions(source.folder):
        yield from _proofs((source.name, each.regime_from, each.regime_edition, each.change), each.evidence)


def _gaps(source: ListSource) -> Iterator[Row]:
    for gap, row in enumerate(load_gaps(source.folder), 1):
        yield (source.name, gap, source.regime, row.code, row.mirror_code, row.status, row.stricter, row.origin,
               row.id, row.mirror_id)  # fmt: skip


def _differences(source: ListSource) -> Iterator[Row]:
    for gap, row in enumerate(load_gaps(source.folder), 1):
        for position, one in enumerate(row.differences, 1):
            yield (source.name, gap, position, one.type, one.stricter, one.parameter, one.regime, one.mirror,
                   one.note)  # fmt: skip


def _updates(source: ListSource) -> Iterator[Row]:
    for update, each in enumerate(load_updates(source.folder), 1):
        yield source.name, update, each.instrument, each.in_force, each.base, len(each.provisions)


def _provisions(source: ListSource) -> Iterator[Row]:
    for update, each in enumerate(load_updates(source.folder), 1):
        for provision, one in enumerate(each.provisions, 1):
            yield source.name, update, provision, one.code, one.id, one.what, one.regime_edition, one.days


def _provision_evidence(source: ListSource) -> Iterator[Row]:
    for update, each in enumerate(load_updates(source.folder), 1):
        for provision, one in enumerate(each.provisions, 1):
            yield from _proofs((source.name, update, provision), one.evidence)


def _medians(source: ListSource) -> Iterator[Row]:
    medians = load_medians(source.folder)
    if medians is None:
        return
    groups = {"all": {"all": medians.all}, "edition": medians.by_edition, "category": medians.by_category,
              "effect": medians.by_effect}  # fmt: skip
    for grouping, members in groups.items():
        for member, median in members.items():
            yield source.name, grouping, member, medians.since, medians.until, *_figures(median)


def _figures(median: Median) -> Row:
    return median.adopted, median.pending, median.days, median.low, median.high, median.least


FILLINGS = (
    Filling(CORRESPONDENCES, _correspondences),
    Filling(ADOPTIONS, _adoptions),
    Filling(ADOPTION_EVIDENCE, _adoption_evidence),
    Filling(GAPS, _gaps),
    Filling(DIFFERENCES, _differences),
    Filling(UPDATES, _updates),
    Filling(PROVISIONS, _provisions),
    Filling(PROVISION_EVIDENCE, _provision_evidence),
    Filling(MEDIANS, _medians),
)
