"""Exclusions that speak of goods which came into their item in the same edition: these were not controlled before.

"1A001 does not apply to model kettles or model teapots" takes out more than "… to model kettles", by its own words. But
where "Kettles" became "Kettles or teapots" in the same edition, no teapots were named before. And where the item's own
"kettles" became "vessels" with the exclusion's, that one follows the item. Neither is sure to let anything go.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words, telling_words_below
from controllist.changes.place.notes.said_instead import own_words
from controllist.changes.records import Evidence
from controllist.model import Node

NOT_NAMED_BEFORE = "its item did not name these goods before"
NAMED_NO_MORE = "its item names these goods no more"
FOLLOWS_ITS_ITEM = "its item changed the same name"


def with_its_goods(found: list[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of two exclusions; goods more, or fewer, in them are in doubt if their item names these in the same
    edition alone, and so is a wider or narrower name if their item took up the same."""
    if not (old.excludes and new.excludes) or old.text == new.text:
        return found
    told = [_told(one, old, new, editions) if one.type == "alternative" else one for one in found]
    return [_following(one, old, new, editions) if one.old and one.new else one for one in told]


def _following(one: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of one name in the place of another, which decides nothing where an item above did the same."""
    if one.type not in ("term", "wording") or one.effect not in ("tightened", "relaxed"):
        return one
    parent = editions.new.by_id.get(new.parent)
    for item in (parent, *editions.new.items_above(parent)) if parent is not None else ():
        before = editions.old.by_id.get(editions.origin.get(item.id, ""))
        if before is not None and _took_up(one, before, item):
            return msgspec.structs.replace(one, effect="unclear", note=FOLLOWS_ITS_ITEM)
    return one


def _took_up(one: Evidence, before: Node, item: Node) -> bool:
    """Whether an item that said the one name alone says the other alone now. A name may stand in the other."""
    texts = [plain(node.text).lower() for node in (before, item)]
    names = [plain(name).lower() for name in (one.old, one.new)]
    apart = sorted(names, key=len, reverse=True)
    found = [{name for name in names if name in _without(text, name, apart)} for text in texts]
    return found == [{names[0]}, {names[1]}]


def _without(text: str, name: str, names: Sequence[str]) -> str:
    """The text without the longer ones of some names, in which a name may stand."""
    for other in names:
        text = text.replace(other, "") if name != other and name in other else text
    return text


def _told(one: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    note = NOT_NAMED_BEFORE
    if one.effect == "tightened":
        old, new, editions, note = new, old, editions.swapped, NAMED_NO_MORE
    if one.effect not in ("tightened", "relaxed") or bool(one.old) == bool(one.new):
        return one
    words = own_words(new) - telling_words(old.text)
    if not words or not words <= _gained(new, editions):
        return one
    return msgspec.structs.replace(one, effect="unclear", note="; ".join(filter(None, [one.note, note])))


def _gained(note: Node, editions: Editions) -> frozenset[str]:
    """The telling words that the item of a note, with all below it, says now and did not say before."""
    item = editions.new.by_id.get(note.parent)
    before = editions.old.by_id.get(editions.origin.get(note.parent, ""))
    if item is None or before is None or item.kind != "item":
        return frozenset()
    return telling_words_below(item, editions.new) - telling_words_below(before, editions.old)
