"""What people decided about two nodes, which no pass overrules."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Judgement(msgspec.Struct, frozen=True, omit_defaults=True):
    """One verdict: whether the node `old` of edition `from_edition` is the node `new` of `to_edition`, and why."""

    from_edition: str
    to_edition: str
    old: str
    new: str
    same: bool
    reason: str = ""


def judgements_between(judgements: Iterable[Judgement], old: str, new: str) -> tuple[Judgement, ...]:
    """The judgements on this pair of editions, those made in the other direction turned round."""
    found = []
    for verdict in judgements:
        if (verdict.from_edition, verdict.to_edition) == (old, new):
            found.append(verdict)
        elif (verdict.from_edition, verdict.to_edition) == (new, old):
            found.append(Judgement(old, new, verdict.new, verdict.old, verdict.same, verdict.reason))
    return tuple(found)
