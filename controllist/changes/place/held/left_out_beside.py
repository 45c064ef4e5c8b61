"""New technology that an item beside it leaves out by number: "Technology, other than in b, for jugs" held b's before.

What is left out of technology for all goods of a list stands in an item of its own, or is held with the rest.
"""

from __future__ import annotations

import re

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern

_TECHNOLOGY = pattern(r"\W*(?:technolog|technical\s+data)", re.IGNORECASE)


def left_out_beside(node: Node, editions: Editions) -> Node | None:
    """The item that may have held new technology: one of technology, without a list of its own, that leaves out by
    number what the new item is or stands under, and was in force before; None if there is none."""
    if not _TECHNOLOGY.match(node.text):
        return None
    for named in (node, *editions.new.items_above(node)):
        above = editions.new.parent_item(named)
        for near in editions.new.items_below(above.id) if above else ():
            before = editions.old.by_id.get(editions.origin.get(near.id, ""))
            if near is not named and before is not None and before.status == "active" and _leaves_out(near, named.code):
                return None if editions.new.is_list(near.id) else before
    return None


def _leaves_out(node: Node, code: str) -> bool:
    """Whether an item of technology takes out of what it says the item of a code."""
    if code not in node.refs or not _TECHNOLOGY.match(node.text):
        return False
    text = plain(node.text)
    return any(cites == code and polarity(text, start) < 0 for start, _, cites in cited(text, within=node.code))
