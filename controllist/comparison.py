"""Two editions of one list compared: aligned, then each pair's change with its kind, effect and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from controllist.alignment import Alignment, Judgement, align
from controllist.alignment.result import Pair, Undone
from controllist.changes.compare import Matched, changes_between
from controllist.changes.records import (
    CHANGE_KINDS,
    Change,
    ChangeKind,
    Evidence,
    RunnerUp,
    change_id,
    combined,
    opposite,
    side_of,
)
from controllist.changes.structured import FieldChange, field_changes
from controllist.codes import in_short
from controllist.errors import WrongUse
from controllist.model import Edition, EditionInfo, Node


class Link(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A node's id in both editions, how it was recognised, and how alike its words are (0 to 1)."""

    old: str
    new: str
    matched_by: str
    score: float


class Division(msgspec.Struct, frozen=True, array_like=True):
    """One node whose words stand in several of the other edition; `share` is the part of its words found there."""

    whole: str
    parts: tuple[str, ...]
    share: float


class Comparison(msgspec.Struct, frozen=True):
    """What changed from one edition to another, in the new edition's order, what is gone last.

    `changes` stand in a node's own words or place. `carried` are items whose own words stand as they were, while a
    definition or note that governs them changed. `fields` are changes of what is stated beside the words (reasons for
    control, exceptions, marks). `splits` are old nodes with their new parts, `merges` new ones with their old parts.
    `undone` is what the budget cut off.
    """

    old: EditionInfo
    new: EditionInfo
    changes: tuple[Change, ...]
    carried: tuple[Change, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    links: tuple[Link, ...] = ()
    splits: tuple[Division, ...] = ()
    merges: tuple[Division, ...] = ()
    undone: tuple[Undone, ...] = ()

    @property
    def summary(self) -> dict[str, int]:
        """The number of changes of each kind."""
        counts = Counter(change.kind for change in self.changes)
        return {kind: counts[kind] for kind in CHANGE_KINDS}


def mirrored(comparison: Comparison) -> Comparison:
    """The comparison read backwards: what was added is removed, what tightened relaxes."""
    changes = (*comparison.changes, *comparison.carried)
    codes = {change.new.id: change.old.code for change in changes if change.old and change.new}
    ids = {link.new: link.old for link in comparison.links}
    return Comparison(
        old=comparison.new,
        new=comparison.old,
        changes=tuple(_mirrored_change(change) for change in comparison.changes),
        carried=tuple(_mirrored_change(change) for change in comparison.carried),
        fields=tuple(
            _mirrored_field(field, ids.get(field.id, field.id), codes.get(field.id, field.code))
            for field in comparison.fields
        ),
        links=tuple(Link(link.new, link.old, link.matched_by, link.score) for link in comparison.links),
        splits=comparison.merges,
        merges=comparison.splits,
        undone=comparison.undone,
    )


def _mirrored_change(change: Change) -> Change:
    kinds: dict[ChangeKind, ChangeKind] = {"added": "removed", "removed": "added"}
    rival = change.runner_up
    return msgspec.structs.replace(
        change,
        id=">".join(reversed(change.id.split(">"))),
        kind=kinds.get(change.kind, change.kind),
        effect=opposite(change.effect),
        old=change.new,
        new=change.old,
        evidence=tuple(
            msgspec.structs.replace(one, effect=opposite(one.effect), old=one.new, new=one.old)
            for one in change.evidence
        ),
        runner_up=RunnerUp(rival.id, "old" if rival.side == "new" else "new", rival.score) if rival else None,
    )


def _mirrored_field(field: FieldChange, ident: str, code: str) -> FieldChange:
    """The field's change read backwards, of the node with this id and code."""
    what = {"added": "removed", "removed": "added"}.get(field.what, field.what)
    return msgspec.structs.replace(field, id=ident, code=code, what=what, old=field.new, new=field.old)


Digests = tuple[Mapping[str, str], Mapping[str, str]]
"""Digests of the texts of both editions by node, for nodes whose words are not at hand."""


def compare(
    old: Edition, new: Edition, judgements: Sequence[Judgement] = (), digests: Digests | None = None
) -> Comparison:
    """The changes from `old` to `new`. Raises `WrongUse` where the two have no code in common."""
    _refuse_strangers(old, new)
    alignment = align(old.nodes, new.nodes, judgements, digests=digests)
    matched = _in_order(old, new, alignment)
    found = {change.id: change for change in changes_between(old.nodes, new.nodes, matched)}
    for pair in matched if digests else ():
        known = found.get(change_id(pair.old, pair.new))
        if _differs_unread(pair, digests) and (known is None or known.kind in ("renumbered", "moved") or known.flags):
            found[change_id(pair.old, pair.new)] = _unread_change(pair, known)
    _mark_divided(found, alignment)
    rivals = {f"{pair.old.id}>{pair.new.id}": pair for pair in alignment.pairs if pair.runner_up}
    ordered = [
        _condensed(_with_runner_up(found[ident], rivals.get(ident)))
        for pair in matched
        if (ident := change_id(pair.old, pair.new)) in found
    ]
    return Comparison(
        old=old.info,
        new=new.info,
        changes=tuple(change for change in ordered if "carried" not in change.flags),
        carried=tuple(change for change in ordered if "carried" in change.flags),
        fields=field_changes((pair.old, pair.new) for pair in matched),
        links=tuple(Link(pair.old.id, pair.new.id, pair.matched_by, round(pair.score, 4)) for pair in alignment.pairs),
        splits=tuple(Division(one.old.id, tuple(n.id for n in one.new), round(one.share, 4))
                     for one in alignment.splits),
        merges=tuple(Division(one.new.id, tuple(n.id for n in one.old), round(one.share, 4))
                     for one in alignment.merges),
        undone=alignment.undone,
    )  # fmt: skip


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


def _in_order(old: Edition, new: Edition, alignment: Alignment) -> list[Matched]:
    """All pairs and singles in the new edition's order, what is gone last."""
    matched = [Matched(pair.old, pair.new, pair.matched_by, round(pair.score, 4)) for pair in alignment.pairs]
    matched += [Matched(None, node) for node in alignment.added]
    matched += [Matched(node, None) for node in alignment.removed]
    rank = {node.id: at for at, node in enumerate(new.nodes)}
    gone = {node.id: len(rank) + at for at, node in enumerate(old.nodes)}
    matched.sort(key=lambda pair: rank[pair.new.id] if pair.new else gone[pair.old.id] if pair.old else 0)
    return matched


MOST_PLACES = 5
"""Places of words that a change's evidence quotes; what is beyond them is counted, so that no text is handed on."""
_QUOTING = frozenset({"wording", "condition", "alternative", "inclusion", "exclusion", "example", "spelling", "term"})


MOST_CODES = 3
"""Codes that a piece of evidence names."""


def _few_codes(evidence: Evidence) -> Evidence:
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
        change = msgspec.structs.replace(change, evidence=tuple(_few_codes(one) for one in change.evidence))
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


def _differs_unread(pair: Matched, digests: Digests | None) -> bool:
    """Whether two texts differ of which at least one is not on this machine."""
    if not (digests and pair.old and pair.new):
        return False
    known = digests[0].get(pair.old.id, ""), digests[1].get(pair.new.id, "")
    is_unread = (known[0] and not pair.old.text) or (known[1] and not pair.new.text)
    return bool(is_unread) and known[0] != known[1]


def _unread_change(pair: Matched, known: Change | None) -> Change:
    reason = Evidence("wording", "unclear", note="the words differ; the texts are not on this machine")
    return Change(
        change_id(pair.old, pair.new), "rescoped", "unclear", side_of(pair.old), side_of(pair.new),
        pair.matched_by, pair.score, (reason, *(known.evidence if known else ())),
    )  # fmt: skip


def _refuse_strangers(old: Edition, new: Edition) -> None:
    codes = [{node.code for node in edition.nodes if is_active(node)} for edition in (old, new)]
    if not codes[0] & codes[1]:
        names = " and ".join(f"{edition.info.list}@{edition.info.edition}" for edition in (old, new))
        raise WrongUse(f"{names} have no code in common: these lists number differently and cannot be compared by diff")


def is_active(node: Node) -> bool:
    """Whether a node is an item in force."""
    return node.kind == "item" and node.status == "active"
