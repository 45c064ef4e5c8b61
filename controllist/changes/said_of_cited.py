"""Goods that came into an item and, in the same edition, into one that it cites: a doubt there is a doubt here.

"Lids for kettles and pots specified by 1A001" says of pots no more than 1A001 does, which may have held them before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from controllist.changes.language.clauses import polarity
from controllist.changes.language.plain import plain
from controllist.changes.place.editions import Editions
from controllist.changes.place.neighbours import telling_words
from controllist.changes.records import Evidence, decided_by
from controllist.figures.references import cited
from controllist.model import Node

IN_DOUBT_THERE = "what these words do is in doubt in the item that it cites"
Compare = Callable[[Node, Node, Editions], Sequence[Evidence]]


def unless_in_doubt_there(evidence: Evidence, old: Node, new: Node, editions: Editions, compare: Compare) -> Evidence:
    """The evidence; that an item names more goods, or fewer, decides nothing where an item that it cites does so, too,
    and it is not certain what this does there."""
    decided = evidence.type == "alternative" and evidence.effect in ("tightened", "relaxed")
    if not decided or not (old.refs and new.refs and old.kind == "item") or bool(evidence.old) == bool(evidence.new):
        return evidence
    words = telling_words(evidence.old or evidence.new)
    for before, after in _cited_pairs(old, new, editions) if words else ():
        here, there = (after, before) if evidence.new else (before, after)
        gained = telling_words(here.text) - telling_words(there.text)
        if words <= gained and _is_in_doubt(before, after, editions, compare):
            return msgspec.structs.replace(evidence, effect="unclear", note=IN_DOUBT_THERE)
    return evidence


def _cited_pairs(old: Node, new: Node, editions: Editions) -> Iterator[tuple[Node, Node]]:
    """The pairs of items that both texts name as those of their goods."""
    text = plain(new.text)
    for start, _, code in cited(text, within=new.code):
        after = editions.new.by_code.get(code)
        before = editions.old.by_id.get(editions.origin.get(after.id, "")) if after is not None else None
        if after is None or before is None or before.code not in old.refs or after.id == new.id:
            continue
        if after.text != before.text and polarity(text, start) > 0:
            yield before, after


def _is_in_doubt(before: Node, after: Node, editions: Editions, compare: Compare) -> bool:
    """Whether it is not certain what became of a cited item. Of items that cite one another, none is asked twice."""
    if before.id in editions.weighed:
        return False
    editions.weighed.add(before.id)
    found = decided_by(compare(before, after, editions)) == "unclear"
    editions.weighed.discard(before.id)
    return found
