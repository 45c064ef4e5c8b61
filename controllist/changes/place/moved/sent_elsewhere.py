"""Nota benes of one edition alone that send the reader for goods to another item, or away from an empty number.

"For tin jugs, see 1A001.f" under "Jugs" says where jugs are held that one may look for here: that 1A001.f came with it
does not tell that such jugs were free before. A number that is empty now and says "For jugs, see Part 2" did not lose
its jugs for sure.
"""

from __future__ import annotations

import re

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.held.goods_of_gone import OF_ANY_GOODS, heads_of, names_in, words_of
from controllist.figures.references import references
from controllist.model import Node
from controllist.patterns import pattern

SENT_HERE = "a nota bene of this edition alone sends its goods there"
SENDS_GOODS = "the exclusion itself says where such goods are controlled"
SENT_AWAY = "a nota bene under its number, empty there, says where such goods are"
_SENDS = pattern(
    r"\b(?:for|für)\s(?P<goods>[^;]*?)[,:]?\s(?:see|siehe)\b(?!\s+(?:also|auch)\b)(?P<there>[^;]*)"
    r"|\b(?:see|siehe)\b(?!\s+(?:also|auch)\b)(?P<place>[^;]*?)\s(?:for|für)\s(?P<what>[^;]*)",
    re.IGNORECASE,
)
_OTHERS = pattern(r"\bnot\s+(?:specified|controlled|described|listed)\b|\bnicht\b", re.IGNORECASE)
"""What says of goods that the item under which they are named does not hold them."""
_MOST = 0.7
"""The part of an item's telling words by which a nota bene names its goods."""


def sent_here(node: Node, editions: Editions) -> Node | None:
    """The nota bene, of the new edition alone, that sends the reader of an item that was there, and that names the same
    kind of goods, to a new one."""
    for note in editions.pointers_come:
        goods, there = _sent(note)
        named = [code for code in there if is_same_or_below(node.code, code)]
        if not named or _OTHERS.search(goods) or not _may_have_held(note, goods, editions):
            continue
        if all(_is_new(code, editions) and not is_same_or_below(note.parent, code) for code in named):
            return note
    return None


def sent_away(node: Node, editions: Editions) -> Node | None:
    """The nota bene, of the old edition alone, under the empty number of a new item that says where its goods are."""
    for note in editions.pointers_gone:
        number = editions.old.by_id.get(note.parent)
        if number is None or number.status != "reserved" or not is_same_or_below(node.code, number.code):
            continue
        if _names(note, node):
            return note
    return None


def sends_goods_away(note: Node, editions: Editions) -> str:
    """The number of another item, in force in both editions, to which an exclusion sends for the goods that it takes
    out, or its words that they remain controlled; empty if it says neither: some may be controlled all the time."""
    _, there = _sent(note)
    if remain := _REMAIN.search(plain(note.text)):
        return remain[0]
    for code in there:
        is_own = is_same_or_below(note.parent, code) or is_same_or_below(code, note.parent)
        if not is_own and editions.old.is_active(code) and editions.new.is_active(code):
            return code
    return ""


_REMAIN = pattern(r"\bremains?\s+(?:controlled|classified|specified|listed)\b")


def _sent(note: Node) -> tuple[str, list[str]]:
    """The goods of which a nota bene tells where they are, and the codes of the items there."""
    found = _SENDS.search(plain(note.text))
    if found is None:
        return "", []
    place = found["there"] or found["place"] or ""
    return found["goods"] or found["what"] or "", list(references(place, within=note.parent))


def _may_have_held(note: Node, goods: str, editions: Editions) -> bool:
    """Whether a note stands under an item that was in force before, though it may be empty now, and whose words, with
    those of the items above it, held each name of the goods of which the note tells, or the noun of all."""
    item = editions.new.by_id.get(note.parent)
    ident = editions.origin.get(note.parent) or (note.parent if item is not None and item.status == "reserved" else "")
    before = editions.old.by_id.get(ident)
    if item is None or before is None or before.kind != "item" or before.status != "active":
        return False
    said = frozenset[str]().union(*(telling_words(one.text) for one in (before, *editions.old.items_above(before))))
    names = names_in(goods)
    class_noun = words_of(names[-1].rpartition(" ")[2]) - OF_ANY_GOODS  # "film and still cameras" are cameras
    heads = map(words_of, names)
    return bool(class_noun & said) or all(head and head - OF_ANY_GOODS and head <= said for head in heads)


def _is_new(code: str, editions: Editions) -> bool:
    item = editions.new.by_code.get(code)
    before = editions.old.by_id.get(editions.origin.get(item.id, "")) if item is not None else None
    return item is not None and item.kind == "item" and (before is None or before.status != "active")


def _names(note: Node, node: Node) -> bool:
    """Whether a note tells of the goods of an item: by the name with which it begins, or in most of its words."""
    goods, said = telling_words(_sent(note)[0]), telling_words(note.text)
    heads = [head for head in heads_of(node) if len(head) > 1 and head - OF_ANY_GOODS]
    if any(head <= goods and len(goods - head) < 2 for head in heads):
        return True
    words = frozenset(filter(str.isalpha, telling_words(node.text)))
    return bool(goods) and bool(words) and len(words & said) >= _MOST * len(words)
