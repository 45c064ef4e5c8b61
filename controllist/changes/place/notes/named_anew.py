"""Exclusions of goods that their item came to name in the same step: what it held before may all be held still.

"1A001 does not control toy drums" that comes when "Kettles" became "Kettles, drums and cans" frees no kettle.
"""

from __future__ import annotations

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.held.goods_of_gone import KINDS, OF_ANY_GOODS
from controllist.changes.place.notes.notes_of_rewritten import goods_left_out
from controllist.model import Node

NAMED_ANEW = "its item came to name such goods with it"


def takes_out_named_anew(note: Node, editions: Editions) -> Node | None:
    """The old item of which a new exclusion speaks, if it came to name more goods, of which this takes some out."""
    item = editions.new.by_id.get(note.parent)
    before = editions.old.by_id.get(editions.origin.get(note.parent, ""))
    if item is None or before is None or item.kind != "item" or item.text == before.text:
        return None
    named, named_before = _parts(item.text), _parts(before.text)
    if not named_before < named:
        return None
    left_out = telling_words(goods_left_out(note)) - OF_ANY_GOODS
    return before if any(left_out & telling_words(part) for part in named - named_before) else None


def _parts(text: str) -> set[str]:
    """The stretches of a text between commas and conjunctions."""
    return {part.strip(" .;:") for part in KINDS.split(plain(text).lower())}
