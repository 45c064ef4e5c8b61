"""New items for what a kept item does not hold, where that one was narrowed: what it lost is held by the new one.

"Kettles, other than those specified in 1A001.a" came while 1A001.a, which held kettles, now holds tin kettles only: the
copper ones were controlled before and are controlled still.
"""

from __future__ import annotations

from collections.abc import Iterator

from controllist.changes.clause.evidence import clause_evidence
from controllist.changes.clause.ground.setting import setting_of
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.codes import entry_of
from controllist.figures.references import cited
from controllist.model import Node

LEFT_OF_KEPT = "it takes in what an item of its entry, which it leaves out, may have lost"


def left_of_kept(node: Node, editions: Editions) -> Node | None:
    """The old item that may have held goods of a new one: one of its entry, narrower by its own words now, that the
    new item, or a new one above it, leaves out by number; None if there is none."""
    for one in (node, *editions.new.items_above(node)):
        if one.id in editions.origin:
            return None
        for code in _left_out(one):
            after = editions.new.by_code.get(code)
            before = editions.old.by_id.get(editions.origin.get(after.id, "")) if after is not None else None
            if after is not None and before is not None and _is_narrower(before, after, editions):
                return before
    return None


def _left_out(node: Node) -> Iterator[str]:
    """The codes of its own entry that an item takes out of its goods by number."""
    if any(entry_of(code) == entry_of(node.code) for code in node.refs):
        text = plain(node.text)
        for start, _, code in cited(text, within=node.code):
            if entry_of(code) == entry_of(node.code) and polarity(text, start) < 0:
                yield code


def _is_narrower(before: Node, after: Node, editions: Editions) -> bool:
    """Whether an item in force has lost goods by what its own words say."""
    if before.status != "active" or not (before.text and after.text) or before.text == after.text:
        return False
    found = clause_evidence(before, after, setting_of(editions, 1, (before.code, after.code)))
    return any(evidence.effect in ("relaxed", "mixed") for evidence in found)
