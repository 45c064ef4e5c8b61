"""New goods that split off from a kept item: it takes them out by their number now, and held them before.

"Kettles, except the copper kettles of 1A002" beside a new "1A002 Copper kettles" holds with it what "Kettles" held. An
item that says nothing of the new item's goods only tells itself apart from it.
"""

from __future__ import annotations

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.excepted import excepts_more
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.neighbours import telling_words, telling_words_below
from controllist.codes import subject_of
from controllist.model import Node


def split_off_from(node: Node, editions: Editions) -> Node | None:
    """The old item that said at least half of what a new item of goods says, and whose successor alone takes it out by
    its number; None if there is none."""
    code, words = node.code, telling_words(node.text)
    if subject_of(code) != "goods":
        return None
    for after in editions.new.citing.get(code, ()):
        if subject_of(after.code) == "goods":
            before = editions.old.by_id.get(editions.origin.get(after.id, ""))
            if before is None or before.status != "active" or not _takes_out_now(code, before, after):
                continue
            if 2 * len(words & telling_words_below(before, editions.old)) >= len(words):
                return before
    return None


def _takes_out_now(code: str, before: Node, after: Node) -> bool:
    """Whether an item takes out a code that it did not name before, not even by what it stands under."""
    return code in excepts_more(before, after) and not any(is_same_or_below(code, one) for one in before.refs)
