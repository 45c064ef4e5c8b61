"""Two editions of one list compared: aligned, then each pair's change with its kind, effect and evidence."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from controllist.alignment import Alignment, Judgement, align
from controllist.alignment.result import Pair
from controllist.changes.compare import AnyPair, Matched, changes_between
from controllist.changes.records import Change, Evidence, RunnerUp, change_id, combined, side_of
from controllist.changes.structured import field_changes
from controllist.codes import in_short
from controllist.comparison import Comparison, Digests, Division, Link, is_active
from controllist.errors import WrongUse
from controllist.memory import without_cycle_collection
from controllist.model import Edition


def compare(
    old: Edition, new: Edition, judgements: Sequence[Judgement] = (), digests: Digests | None = None
) -> Comparison:
    """The changes from `old` to `new`. Raises `WrongUse` where the two have no code in common."""
    _refuse_strangers(old, new)
    with without_cycle_collection():
        return _compared(old, new, judgements, digests)


def _compared(old: Edition, new: Edition, judgements: Sequence[Judgement], digests: Digests | None) -> Comparison:
    alignment = align(old.nodes, new.nodes, judgements, digests=digests)
    matched = _in_order(old, new, alignment)
    found = {change.id: change for change in changes_between(old.nodes, new.nodes, matched)}
    for pair in matched if digests else ():
        known = found.get(change_id(pair.old, pair.new))
        if _differs_unread(pair, digests) and (known is None or known.kind in ("renumbered", "moved") or known.flags):
            found[change_id(pair.old, pair.new)] = _unread_change(pair, known)
    _mark_divided(found, alignment)
    rivals = {f"{pair.old.id}>{pair.new.id}": pair for pair in alignment.pairs if pair.runner_up}
    # changes come in the order of their pairs, but for those put in just now
    in_order = {ident: found[ident] for ident in _ids(matched) if ident in found} if digests else found
    ordered = [_condensed(_with_runner_up(change, rivals.get(ident))) for ident, change in in_order.items()]
    return Comparison(
        old=old.info,
        new=new.info,
        changes=tuple(change for change in ordered if "carried" not in change.flags),
        carried=tuple(change for change in ordered if "carried" in change.flags),
        fields=field_changes((pair.old, pair.new) for pair in matched),
        links=tuple([Link(one.old.id, one.new.id, one.matched_by, round(one.score, 4)) for one in alignment.pairs]),
        splits=tuple(Division(one.old.id, tuple(n.id for n in one.new), round(one.share, 4))
                     for one in alignment.splits),
        merges=tuple(Division(one.new.id, tuple(n.id for n in one.old), round(one.share, 4))
                     for one in alignment.merges),
        undone=alignment.undone,
    )  # fmt: skip


def _ids(matched: Sequence[AnyPair]) -> list[str]:
    """The ids that the pairs' changes would have, in their order."""
    return [change_id(pair.old, pair.new) for pair in matched]


def _mark_divided(found: dict[str, Change], alignment: Alignment) -> None:
    """Say of an item that came from a division, or went into one, that it is no new control, or none that is lost."""
    for split in alignment.splits:
        for part in split.new:
            _put_division(found, f">{part.id}", Evidence("split", "unclear", note=f"part of what {split.old.id} said"))
    for merge in alignment.merges:
        for part in merge.old:
            _put_division(found, f"{part.id}>", Evidence("merge", "unclear", note=f"now said by {merge.new.id}"))


def _put_division(found: dict[str, Change], ident: str, reason: Evidence) -> None:
    if known := found.get(ident):
        evidence = (reason, *known.evidence)
        found[ident] = msgspec.structs.replace(known, effect="unclear", evidence=evidence)


def _in_order(old: Edition, new: Edition, alignment: Alignment) -> list[AnyPair]:
    """All pairs and singles in the new edition's order, what is gone last."""
    matched: list[AnyPair] = [*alignment.pairs]
    matched += [Matched(None, node) for node in alignment.added]
    matched += [Matched(node, None) for node in alignment.removed]
    by_new = {pair.new.id: pair for pair in matched if pair.new is not None}
    gone = {pair.old.id: pair for pair in matched if pair.old is not None and pair.new is None}
    ordered = [by_new[node.id] for node in new.nodes if node.id in by_new]
    return ordered + [gone[node.id] for node in old.nodes if node.id in gone]


MOST_PLACES = 5
"""Places of words that a change's evidence quotes; what is beyond them is counted, so that no text is handed on."""
_QUOTING = frozenset({"wording", "condition", "alternative", "inclusion", "exclusion", "example", "spelling", "term"})


MOST_CODES = 3
"""Codes that a piece of evidence names."""


def with_few_codes(evidence: Evidence) -> Evidence:
    """The evidence of references with a bounded number of codes, in short."""
    if evidence.type != "reference":
        return evidence
    sides = []
    for side in (evidence.old, evidence.new):
        codes = [code for code in side.split(", ") if code]
        more = f" and {len(codes) - MOST_CODES} more" if len(codes) > MOST_CODES else ""
        sides.append(in_short(codes[:MOST_CODES]) + more)
    return msgspec.structs.replace(evidence, old=sides[0], new=sides[1])


def _condensed(change: Change) -> Change:
    """The change with a bounded number of quoted places."""
    if any(one.type == "reference" for one in change.evidence):
        change = msgspec.structs.replace(change, evidence=tuple(with_few_codes(one) for one in change.evidence))
    places = [one for one in change.evidence if one.type in _QUOTING and (one.old or one.new)]
    beyond = places[MOST_PLACES:]
    if not beyond:
        return change
    effect = combined(one.effect for one in beyond)
    rest = Evidence("wording", effect, note=f"and {len(beyond)} more places of its words")
    kept = tuple(one for one in change.evidence if not any(one is other for other in beyond))
    return msgspec.structs.replace(change, evidence=(*kept, rest))


def _with_runner_up(change: Change, pair: Pair | None) -> Change:
    if pair is None or pair.runner_up is None:
        return change
    rival = RunnerUp(pair.runner_up.id, pair.runner_up.side, round(pair.runner_up.score, 4))
    return msgspec.structs.replace(change, runner_up=rival)


def _differs_unread(pair: AnyPair, digests: Digests | None) -> bool:
    """Whether two texts differ of which at least one is not on this machine."""
    if not (digests and pair.old and pair.new):
        return False
    known = digests[0].get(pair.old.id, ""), digests[1].get(pair.new.id, "")
    is_unread = (known[0] and not pair.old.text) or (known[1] and not pair.new.text)
    return bool(is_unread) and known[0] != known[1]


def _unread_change(pair: AnyPair, known: Change | None) -> Change:
    reason = Evidence("wording", "unclear", note="the words differ; the texts are not on this machine")
    return Change(
        change_id(pair.old, pair.new), "rescoped", "unclear", side_of(pair.old), side_of(pair.new),
        pair.matched_by, pair.score, (reason, *(known.evidence if known else ())),
    )  # fmt: skip


def _refuse_strangers(old: Edition, new: Edition) -> None:
    codes = {node.code for node in old.nodes if is_active(node)}
    if not any(node.code in codes and is_active(node) for node in new.nodes):
        names = " and ".join(f"{edition.info.list}@{edition.info.edition}" for edition in (old, new))
        raise WrongUse(f"{names} have no code in common: these lists number differently and cannot be compared by diff")
