"""What the marks on a mirror's provisions tell: which instrument last amended each, and what instruments brought."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from controllist.mirrors.rules import MirrorRules
from controllist.mirrors.said import Mirror
from controllist.model import Node

_YEAR = re.compile(r"\b(?:of\s+)?((?:19|20)\d\d)\b")
ENOUGH = 3
"""So many provisions under one mark must say what a regime's edition brought, for it to be the mark's base."""


class Credit(NamedTuple):
    """An instrument, the day it took force, and the newest edition of the regime that it brought; empty: unknown."""

    instrument: str
    in_force: str
    base: str
    base_before: str


Credits = dict[str, Credit]
"""By instrument, in the order in which they took force."""


def last_mark(node: Node, rules: MirrorRules) -> str:
    """The instrument that last amended a provision; empty where no mark says so."""
    named = [mark.instrument for mark in node.marks if mark.instrument]
    return max(named, key=lambda name: _order(name, rules), default="")


def _order(instrument: str, rules: MirrorRules) -> str:
    """What sorts instruments by time: the day in force, else the year in the name."""
    if instrument in rules.instruments:
        return rules.instruments[instrument]
    year = _YEAR.search(instrument)
    return year[1] if year else ""


def latest_day(instrument: str) -> str:
    """The last day of the year after the one in an instrument's name: it took force by then; empty without a year."""
    year = _YEAR.search(instrument)
    return f"{int(year[1]) + 1}-12-31" if year else ""


def instruments_in_order(names: Sequence[str], rules: MirrorRules) -> list[str]:
    """Instruments by the day they took force, else by the year in their name, oldest first."""
    return sorted(set(names), key=lambda name: (_order(name, rules), name))


def credits_of(mirror: Mirror) -> Credits:
    """What each instrument brought of the regime, from what the provisions that it last amended say.

    The base of an instrument is the newest edition of the regime, of a day before it took force, whose words several
    of its provisions say and that the instruments before it had not brought; empty where there is none at hand.
    """
    newest = mirror.mirrors[-1]
    begun: dict[str, Counter[str]] = {}
    for lineage in mirror.links.of_regime:
        said = mirror.said(lineage)[-1]
        if said.node is None or len(said.standing.states) != 1:
            continue
        since = mirror.states(lineage)[min(said.standing.states)].since
        instrument = last_mark(said.node, mirror.rules)
        if instrument:
            begun.setdefault(instrument, Counter())[since] += 1
    found: Credits = {}
    before = ""
    names = [mark.instrument for node in newest.edition.nodes for mark in node.marks if mark.instrument]
    for name in instruments_in_order(names, mirror.rules):
        in_force = mirror.rules.instruments.get(name, "")
        fitting = [since for since, count in begun.get(name, Counter()).items()
                   if count >= ENOUGH and in_force and since < in_force]  # fmt: skip
        base = max((since for since in fitting if since > before), default="")
        found[name] = Credit(name, in_force, base, before)
        before = max(before, base) if in_force else before
    return found


def credited(credits_: Credits, node: Node, regime_edition: str) -> Credit | None:
    """The instrument that brought a regime's change into a provision; None where its marks do not tell.

    It is the last to amend the provision, if it took force after the regime's edition and the instrument before it
    was not yet of that edition.
    """
    named = [credits_[mark.instrument] for mark in node.marks if mark.instrument in credits_]
    last = max(named, key=lambda credit: (credit.in_force, credit.instrument), default=None)
    if last is None or not last.in_force or last.in_force <= regime_edition:
        return None
    return last if not last.base_before or last.base_before < regime_edition else None
