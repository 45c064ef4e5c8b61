"""Changes that are no change of law, or may be none: undone in the next edition, in a corrigendum, a mere correction,
or the two ends of a gap in a source that is no official text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

import msgspec

from controllist.changes.compare import effect_of
from controllist.changes.records import GAP, WORDS_LOST, Change, Evidence, EvidenceType, Side, combined
from controllist.history.pairs import Carried, PairRecord
from controllist.history.records import Facts
from controllist.history.store import History
from controllist.model import EditionInfo

_FLAGS = ("reversal", "corrigendum", "correction", GAP)
_CORRIGENDUM = re.compile(r"\b(?:corr(?:igend\w+)?|errat\w+)\b\.?\s*\d*", re.IGNORECASE)
_CORRECTIONS = frozenset({"exponent", "spelling", "conversion"})


def flagged_pairs(history: History, infos: Sequence[EditionInfo], pairs: Iterable[PairRecord]) -> list[PairRecord]:
    """The records of a list with each change marked that is a `reversal`, a `corrigendum`, a `correction`, or the end
    of a gap: what such an end does is `unclear`, and its evidence says why."""
    gaps = _Gaps(history, infos)
    info_of = {info.edition: info for info in infos}
    dates = history.editions
    found = []
    for pair in pairs:
        before = dates[dates.index(pair.old) - 1] if pair.old != dates[0] else ""
        marked = is_corrigendum(info_of[pair.old], info_of[pair.new])
        lost = [gaps.end_of(pair, change) for change in pair.changes]
        names = {_name(history, pair, change) for change, end in zip(pair.changes, lost, strict=True) if end}
        changes = tuple(
            _flagged(_with_end(change, end), [
                *(["reversal"] if before and _is_reversal(history, before, pair, change) else []),
                *(["corrigendum"] if marked else []),
                *(["correction"] if is_correction(change) else []),
                *([GAP] if end else []),
            ])
            for change, end in zip(pair.changes, lost, strict=True)
        )  # fmt: skip
        carried = tuple(_carried_from(group, names) for group in pair.carried)
        found.append(msgspec.structs.replace(pair, changes=changes, carried=carried))
    return found


class _Gaps:
    """Where a list's nodes stand with the same words, and which of its editions may lack what the law holds."""

    def __init__(self, history: History, infos: Sequence[EditionInfo]) -> None:
        self._unofficial = {info.edition for info in infos if info.provenance == "reconstructed"}
        self._history = history
        self._ends: dict[tuple[str, str], tuple[str, str]] = {}
        for version in history.versions if self._unofficial else ():
            if version.facts.status == "active" and version.facts.digest:
                first, last = version.spans[0][0], (*version.spans[-1], history.editions[-1])[1]
                known = self._ends.get((version.id, version.facts.digest), (first, last))
                self._ends[version.id, version.facts.digest] = (min(first, known[0]), max(last, known[1]))

    def end_of(self, pair: PairRecord, change: Change) -> Evidence | None:
        """What is to be said of a node that an unofficial edition lacks, where one on its far side has it as it is."""
        if change.kind not in ("added", "removed"):
            return self._words_lost(pair, change) if loses_words(change) else None
        lacks, holds = (pair.old, pair.new) if change.kind == "added" else (pair.new, pair.old)
        side = change.new if change.kind == "added" else change.old
        if side is None or lacks not in self._unofficial or side.id in self._history.facts(lacks):
            return None  # a number that is kept empty is not lost
        first, last = self._ends.get((side.id, self._history.facts(holds)[side.id].digest), (holds, holds))
        if change.kind == "added" and first < lacks:
            return Evidence(_END, "unclear", note=f"stood here in {first}, too: the source between may lack it")
        if change.kind == "removed" and last > lacks:
            return Evidence(_END, "unclear", note=f"stands here in {last} again: the source between may lack it")
        if self._is_skipped(side, lacks, holds):
            return Evidence(_END, "unclear", note="its number is skipped, not kept empty: the source may lack it")
        return None

    def _words_lost(self, pair: PairRecord, change: Change) -> Evidence | None:
        """What is to be said of a node whose words an unofficial edition lacks."""
        old, new = change.old, change.new
        if old is None or new is None:
            return None
        before, after = self._history.facts(pair.old)[old.id], self._history.facts(pair.new)[new.id]
        lacks, ident, digest = (pair.new, old.id, before.digest) if before.digest else (pair.old, new.id, after.digest)
        if lacks not in self._unofficial:
            return None
        first, last = self._ends.get((ident, digest), (lacks, lacks))
        if last > lacks > first:
            there = f"stood here in {first}, too" if lacks == pair.old else f"stand here in {last} again"
            return Evidence(_END, "unclear", note=f"its words {there}: the source between left them out")
        return Evidence(_END, "unclear", note="its words are not in the source, which may have a gap")

    def _is_skipped(self, side: Side, lacks: str, holds: str) -> bool:
        """Whether the number after an item's stands in both editions for the same item, and in one of them alone.

        An act that takes an item out keeps its number empty or moves the next ones up, and so the reverse.
        """
        following = _number_after(side.id)
        if not following or not {following} <= self._history.facts(lacks).keys() & self._history.facts(holds).keys():
            return False
        names = self._history.lineages
        return names.name(lacks, following) == names.name(holds, following)


def loses_words(change: Change) -> bool:
    """Whether one of the two editions has no words of an item that is in force in both."""
    return any(one.note == WORDS_LOST for one in change.evidence)


def _number_after(ident: str) -> str:
    """The id of the item that would follow an item among its siblings: `2A290.b` after `2A290.a`; else nothing."""
    stem, dot, label = ident.rpartition(".")
    if not dot or "/" in ident:
        return ""
    if label.isdigit():
        return f"{stem}.{int(label) + 1}"
    return f"{stem}.{chr(ord(label) + 1)}" if len(label) == 1 and "a" <= label < "x" else ""


_END: EvidenceType = "steps"


def _with_end(change: Change, end: Evidence | None) -> Change:
    """The change with what is said of the end of a gap, or without what was said of one before."""
    own = tuple(one for one in change.evidence if one.type != _END)
    if end:
        return msgspec.structs.replace(change, effect="unclear", evidence=(end, *own))
    return change if own == change.evidence else msgspec.structs.replace(change, effect=effect_of(own), evidence=own)


def _name(history: History, pair: PairRecord, change: Change) -> str:
    """What the evidence of governed items calls a node that came or went."""
    side, date = (change.new, pair.new) if change.new else (change.old, pair.old)
    assert side is not None
    facts = history.facts(date)[side.id]
    return f"“{facts.label}”" if facts.kind == "definition" and facts.label else side.id


def _carried_from(group: Carried, lost: Collection[str]) -> Carried:
    """A cause's items: what the end of a gap carries to them is unclear, too."""
    own = tuple(one for one in group.evidence if one.type != _END)
    found = [one for one in own if one.effect != "none" and one.note.removesuffix(" changed") in lost]
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
