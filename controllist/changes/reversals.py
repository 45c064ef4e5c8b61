"""Changes that are undone in the next edition, and editions that only correct the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from controllist.changes.compare import Matched
from controllist.changes.records import Change, change_id
from controllist.model import EditionInfo, Node
from controllist.wording import normal

_CORRIGENDUM = re.compile(r"\b(?:corr(?:igend\w+)?|errat\w+)\b\.?\s*\d*", re.IGNORECASE)


def reversals(before: Sequence[Matched], after: Sequence[Matched]) -> frozenset[str]:
    """The ids of the changes in `after` that undo a change in `before`; the pairs are of three editions in a row.

    An item that comes and goes at once is undone; one that goes comes back where the same code has the same words.
    """
    origin = {pair.new.id: pair.old for pair in before if pair.new}
    lost = {(_says(pair.old), pair.old.code) for pair in before if pair.old and _is_gone(pair)}
    undone = set()
    for pair in after:
        if pair.old is None or pair.old.status == "reserved":
            if pair.new and pair.new.status == "active" and (_says(pair.new), pair.new.code) in lost:
                undone.add(change_id(pair.old, pair.new))
            continue
        if pair.old.id not in origin:
            continue
        first = origin[pair.old.id]
        if _says(first) == _says(pair.new) != _says(pair.old):
            undone.add(change_id(pair.old, pair.new))
    return frozenset(undone)


def flagged(changes: Iterable[Change], ids: frozenset[str], flag: str) -> tuple[Change, ...]:
    """The changes, those with one of `ids` bearing the flag."""
    return tuple(
        msgspec.structs.replace(change, flags=(*change.flags, flag)) if change.id in ids else change
        for change in changes
    )


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
    kinds = {evidence.type for evidence in change.evidence}
    return change.kind == "reworded" and bool(kinds) and kinds <= {"exponent", "spelling", "conversion"}


def _is_gone(pair: Matched) -> bool:
    if pair.old is None or pair.old.status != "active":
        return False
    return pair.new is None or pair.new.status == "reserved"


def _says(node: Node | None) -> str:
    if node is None or node.status != "active":
        return ""
    return normal(node.text) or repr((node.thresholds, node.refs, node.terms))
