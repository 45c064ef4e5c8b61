"""Changes that are no change of law, or may be none: undone in the next edition, in a corrigendum, a mere correction,
or the two ends of a gap in a source that is no official text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

import msgspec

from controllist.changes.compare import effect_of
from controllist.changes.place.notes.notes_of_new import WITH_PARENT
from controllist.changes.records import GAP, Change, Effect, Evidence, EvidenceType, cause_name, cause_named, combined
from controllist.history.gaps import End, Gaps
from controllist.history.pairs import Carried, PairRecord
from controllist.history.records import Facts
from controllist.history.store import History
from controllist.model import EditionInfo

_FLAGS = ("reversal", "corrigendum", "correction", GAP)
_CORRIGENDUM = re.compile(r"\b(?:corr(?:igend\w+)?|errat\w+)\b\.?\s*\d*", re.IGNORECASE)
_CORRECTIONS = frozenset({"exponent", "spelling", "conversion"})


def flagged_pairs(history: History, infos: Sequence[EditionInfo], pairs: Iterable[PairRecord]) -> list[PairRecord]:
    """The records of a list with each change marked that is a `reversal`, a `corrigendum`, a `correction`, or the end
    of a gap: its evidence says why, and what it does is `unclear`, unless it does nothing either way."""
    gaps = Gaps(history, infos)
    info_of = {info.edition: info for info in infos}
    dates = history.editions
    found = []
    for pair in pairs:
        before = dates[dates.index(pair.old) - 1] if pair.old != dates[0] else ""
        marked = is_corrigendum(info_of[pair.old], info_of[pair.new])
        lost = gaps.ends_of(pair)
        names = {_name(history, pair, change) for change, end in zip(pair.changes, lost, strict=True) if end}
        changes = tuple(
            _flagged(_with_end(change, end), [
                *(["reversal"] if before and _is_reversal(history, before, pair, change) else []),
                *(["corrigendum"] if marked else []),
                *(["correction"] if is_correction(change) else []),
                *([GAP] if end and end.is_plain else []),
            ])
            for change, end in zip(pair.changes, lost, strict=True)
        )  # fmt: skip
        carried = tuple(_carried_from(group, names) for group in pair.carried)
        found.append(msgspec.structs.replace(pair, changes=changes, carried=carried))
    return found


_END: EvidenceType = "steps"
"""The type of the evidence that tells of the end of a gap."""


def _with_end(change: Change, end: End | None) -> Change:
    """The change with what is said of the end of a gap, or without what was said of one before.

    What does nothing by itself does nothing either where the source had lost it.
    """
    own = tuple(one for one in change.evidence if one.type != _END)
    if end:
        stands_alone = not any(one.note == WITH_PARENT for one in own)
        effect: Effect = "none" if stands_alone and effect_of(own) == "none" else "unclear"
        own = (Evidence(_END, effect, note=end.note), *own)
        return msgspec.structs.replace(change, effect=effect, evidence=own)
    return change if own == change.evidence else msgspec.structs.replace(change, effect=effect_of(own), evidence=own)


def _name(history: History, pair: PairRecord, change: Change) -> str:
    """What the evidence of governed items calls a node that came or went."""
    side, date = (change.new, pair.new) if change.new else (change.old, pair.old)
    assert side is not None
    facts = history.facts(date)[side.id]
    return cause_name(facts.kind, facts.label, side.id)


def _carried_from(group: Carried, lost: Collection[str]) -> Carried:
    """A cause's items: what the end of a gap carries to them is unclear, too."""
    own = tuple(one for one in group.evidence if one.type != _END)
    found = [one for one in own if one.effect != "none" and cause_named(one.note)[0] in lost]
    if found:
        ends = tuple(Evidence(_END, "unclear", note=f"{one.note}, but its source may have a gap") for one in found)
        return msgspec.structs.replace(group, effect="unclear", evidence=(*own, *ends))
    if own == group.evidence:
        return group
    return msgspec.structs.replace(group, effect=combined(one.effect for one in own), evidence=own)


def _flagged(change: Change, flags: Sequence[str]) -> Change:
    wanted = (*(flag for flag in change.flags if flag not in _FLAGS), *flags)
    return change if wanted == change.flags else msgspec.structs.replace(change, flags=wanted)


def _is_reversal(history: History, before: str, pair: PairRecord, change: Change) -> bool:
    """Whether a change undoes one of the pair before: the node says again what it said, or is gone as it was."""
    side, date = (change.new, pair.new) if change.new else (change.old, pair.old)
    assert side is not None
    name = history.lineages.name(date, side.id)
    first, middle, last = (_facts_of(history, name, each) for each in (before, pair.old, pair.new))
    return said(first) == said(last) != said(middle)


def _facts_of(history: History, lineage: str, date: str) -> Facts | None:
    return history.facts(date).get(history.lineages.id_at(lineage, date))


def said(facts: Facts | None) -> tuple[object, ...]:
    """What a node says, as far as facts tell; empty where there is none or its number is kept empty."""
    if facts is None or facts.status != "active":
        return ()
    return (facts.digest, facts.code) if facts.digest else (facts.thresholds, facts.refs, facts.terms, facts.code)


def is_corrigendum(before: EditionInfo, after: EditionInfo) -> bool:
    """Whether an edition is the one before it with corrections: its label is the other's, marked as corrected.

    A label like "LIST (4) Corr." after "LIST (3)" is a new list that was issued once more, no corrigendum.
    """
    marked = _CORRIGENDUM.search(after.label)
    same = _without_mark(after.label) == _without_mark(before.label)
    return marked is not None and same and after.label != before.label


def _without_mark(label: str) -> str:
    return " ".join(_CORRIGENDUM.sub("", label).split())


def is_correction(change: Change) -> bool:
    """Whether a change only mends what a publisher or a reader had lost: exponents, spelling, a conversion."""
    kinds = {evidence.type for evidence in change.evidence} - {"code"}
    return change.kind == "reworded" and bool(kinds) and kinds <= _CORRECTIONS
