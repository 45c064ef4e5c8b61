"""Changes that are no change of law: undone in the next edition, in a corrigendum, or a mere correction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from controllist.changes.records import Change
from controllist.history.pairs import PairRecord
from controllist.history.records import Facts
from controllist.history.store import History
from controllist.model import EditionInfo

_FLAGS = ("reversal", "corrigendum", "correction")
_CORRIGENDUM = re.compile(r"\b(?:corr(?:igend\w+)?|errat\w+)\b\.?\s*\d*", re.IGNORECASE)
_CORRECTIONS = frozenset({"exponent", "spelling", "conversion"})


def flagged_pairs(history: History, infos: Sequence[EditionInfo], pairs: Iterable[PairRecord]) -> list[PairRecord]:
    """The records of a list with each change marked that is a `reversal`, a `corrigendum` or a `correction`."""
    info_of = {info.edition: info for info in infos}
    dates = history.editions
    found = []
    for pair in pairs:
        before = dates[dates.index(pair.old) - 1] if pair.old != dates[0] else ""
        marked = is_corrigendum(info_of[pair.old], info_of[pair.new])
        changes = tuple(
            _flagged(change, [
                *(["reversal"] if before and _is_reversal(history, before, pair, change) else []),
                *(["corrigendum"] if marked else []),
                *(["correction"] if is_correction(change) else []),
            ])
            for change in pair.changes
        )  # fmt: skip
        found.append(msgspec.structs.replace(pair, changes=changes))
    return found


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
