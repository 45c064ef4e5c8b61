"""Rules that a nota bene states in one edition while a note beside it, or above, states them in the other.

A sentence that left a note to stand by itself, or went into one, says what it said before.
"""

from __future__ import annotations

from controllist.changes.language.text.meaning import tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.segments import holds_run
from controllist.changes.place.ground.editions import Editions
from controllist.model import Node

_FEWEST = 8
"""Words by which a rule is known in the midst of others."""


def stated_in_note(rule: Node, editions: Editions) -> Node | None:
    """The old note, of the item of a new nota bene or of an item above, that stated all of it word for word."""
    words = _keys(rule)
    if len(words) < _FEWEST:
        return None
    item = editions.old.by_id.get(editions.origin.get(rule.parent, ""))
    if item is None or item.kind != "item":
        return None
    for above in (item, *editions.old.items_above(item)):
        for note in editions.old.below.get(above.id, ()):
            if note.kind in ("note", "technical-note", "nota-bene") and holds_run(_keys(note), words):
                return note
    return None


def _keys(note: Node) -> list[str]:
    return [token.key for token in tokens_of(plain(note.text))]
