"""Headings that only lead into a list ("Having any of the following:") and came over an item that stood there before.

"a. Tin; b. A lid" became "a. Tin; b. Any of: 1. A lid; 2. A cork": the heading asks for nothing itself, and the cork is
one more of several that are each enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.text.meaning import lists_of
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Logic
from controllist.model import Node


def logic_over_kept(heading: Node, editions: Editions) -> Logic:
    """How the items below a new heading count that leads into a list and does no more; "unknown" for any other.

    At least one of them stood, before, in the list in which the heading stands. Where that list counts otherwise, it is
    one alone: several that were all needed may each be enough now.
    """
    parent = editions.new.parent_item(heading)
    logic = editions.new.logic(heading)
    if parent is None or heading.id in editions.origin or not _only_leads(heading) or logic in ("unknown", "list"):
        return "unknown"
    kept = _kept_below(heading, editions)
    origin = editions.origin.get(parent.id, "")
    if not kept or any(node.parent != origin for node in kept):
        return "unknown"
    above = editions.new.logic(parent)
    return logic if len(kept) == 1 or ("all" in (above, logic) and above == logic) else "unknown"


def _kept_below(heading: Node, editions: Editions) -> Sequence[Node]:
    """The old nodes of the items below a heading, as far as they were there."""
    below = [editions.origin.get(node.id, "") for node in editions.new.items_below(heading.id)]
    return [editions.old.by_id[ident] for ident in below if ident]


def _only_leads(heading: Node) -> bool:
    text = plain(heading.text)
    marks = lists_of(text)
    return len(marks) == 1 and not (text[: marks[0].start] + text[marks[0].end :]).strip(" ,:;.")
