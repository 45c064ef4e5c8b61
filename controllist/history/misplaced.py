"""Nodes that an unofficial source prints under the number of another entry, since it lost the own one of theirs.

`1A007.b` of one edition is `1A006.b` of the next and `1A007.b` again of the one after that, and the edition between has
no entry `1A007`: its heading was lost, and what stood under it was counted to the entry before.
"""

from __future__ import annotations

from controllist.changes.records import Change
from controllist.history.pairs import PairRecord
from controllist.history.standing import entry_of
from controllist.history.store import History


def entry_lost(history: History, pair: PairRecord, change: Change) -> tuple[str, str]:
    """The edition of a pair that lacks the entry under which a node stands in the pair's other edition, and beyond the
    one that lacks it, too; and the edition where it stands beyond. Empty where there is none."""
    old, new = change.old, change.new
    if old is None or new is None or not old.code or entry_of(old.id) == entry_of(new.id):
        return "", ""
    dates = history.editions
    ways = ((pair.new, 1, pair.old, old.id), (pair.old, -1, pair.new, new.id))
    for lacks, step, holds, ident in ways:
        at = dates.index(lacks) + step
        beyond = dates[at] if 0 <= at < len(dates) else ""
        if not beyond or any(entry_of(one) == entry_of(ident) for one in history.facts(lacks)):
            continue
        there = history.lineages.id_at(history.lineages.name(holds, ident), beyond)
        if there and entry_of(there) == entry_of(ident) and there in history.facts(beyond):
            return lacks, beyond
    return "", ""
