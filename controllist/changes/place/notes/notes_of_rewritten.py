"""Exclusions that came or went while the item that they speak of was rewritten: they limit other goods than before.

"a does not apply to toys" under "Kettles", which "Machines for boiling water" had not, takes nothing out of kettles for
sure: whether toys were among the machines is not told by the note. "a does not apply to toy kettles" does where both
wordings name kettles.
"""

from __future__ import annotations

import re

from controllist.changes.language.text.plain import plain, stem
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.held.goods_of_gone import OF_ANY_GOODS, names_in
from controllist.changes.place.moved.elsewhere import is_rewritten
from controllist.model import Node
from controllist.patterns import pattern

REWRITTEN_ITEM = "the item that it speaks of was rewritten"


def rewritten_item(note: Node, editions: Editions) -> Node | None:
    """The old item of which a new note speaks, if it asked for other things, counted its items in another way, or was
    one clause where the new one is a list, or the reverse."""
    item = editions.new.by_id.get(note.parent)
    before = editions.old.by_id.get(editions.origin.get(note.parent, ""))
    if item is None or before is None or item.kind != "item" or item.text == before.text:
        return None
    is_recounted = {editions.old.logic(before), editions.new.logic(item)} == {"any", "all"}
    is_recut = editions.old.is_list(before.id) != editions.new.is_list(item.id)
    if not is_recounted and not is_recut and not is_rewritten(before, item):
        return None
    return None if _names_goods_of_both(note, before, item) else before


def _names_goods_of_both(note: Node, before: Node, item: Node) -> bool:
    """Whether all goods that a note takes out are of a kind that both wordings of its item name."""
    names = names_in(goods) if (goods := goods_left_out(note)) else []
    kinds = frozenset(stem(words[-1]) for name in names if (words := name.replace('"', "").split()))
    return bool(kinds - OF_ANY_GOODS) and kinds <= telling_words(before.text) & telling_words(item.text)


def goods_left_out(note: Node) -> str:
    """What stands behind the verb by which an exclusion leaves goods out."""
    found = _NOT.search(plain(note.text))
    return (found["goods"] or found["german"]) if found else ""


_NOT = pattern(
    r"\b(?:do|does)\s+not\s+(?:apply\s+to|control|include)\s+(?P<goods>.*)|\b(?:erfass(?:t|en)|g(?:i|e)lt(?:en)?)\s+nicht\s+"
    r"(?:für\s+)?(?P<german>.*)",
    re.IGNORECASE | re.DOTALL,
)
