"""New items that took the name of their goods from one beside them: "Trays" came where "Cups or trays" is "Cups"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from controllist.changes.language.text.plain import plain, stem, words_of
from controllist.changes.language.text.segments import holds_run
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import ROOT, telling_words
from controllist.changes.place.held.goods_of_gone import HEAD_ENDS, OF_ANY_GOODS, names_of
from controllist.model import Node

OF_KIND_GONE = "beside it goods of the same kind went or came"
NAMED_BESIDE = "in the other edition an item beside it names its goods"


def named_beside(node: Node, editions: Editions) -> Node | None:
    """The old item of the list in which a new one stands now that named goods of it, and names them no more."""
    parent = editions.new.parent_item(node)
    origin = editions.old.by_id.get(editions.origin.get(parent.id, "")) if parent else None
    words = telling_words(node.text) - OF_ANY_GOODS
    for before in editions.old.items_below(origin.id) if origin else ():
        after = editions.new.by_id.get(editions.partner.get(before.id, ""))
        if after is None or after.text == before.text or not words & telling_words(before.text):
            continue
        said = _words(plain(before.text)), _words(plain(after.text))
        if any(holds_run(said[0], name) and not holds_run(said[1], name) for name in _telling_names(node)):
            return before
    return None


def of_kind_gone(node: Node, editions: Editions) -> Node | None:
    """The item of the list in which a new one stands that the new edition lacks, and whose goods bear the same name, or
    one is the other with words put before it: "Lids" came where "Tin lids" went."""
    parent = editions.new.parent_item(node)
    origin = editions.old.by_id.get(editions.origin.get(parent.id, "")) if parent else None
    if parent is None or origin is None or editions.new.is_list(node.id) or editions.new.logic(parent) != "list":
        return None
    end = HEAD_ENDS.search(plain(node.text).lower())
    if end is not None and end.group() == ",":
        return None  # more goods may be named behind a comma
    names = [name for name in map(_words, names_of(node)) if {*name} - OF_ANY_GOODS]
    for before in editions.old.items_below(origin.id) if names else ():
        if before.id in editions.partner or editions.old.is_list(before.id):
            continue
        others = [name for name in map(_words, names_of(before)) if {*name} - OF_ANY_GOODS]
        if all(any(_ends_in(name, other) or _ends_in(other, name) for other in others) for name in names):
            return before
    return None


def _ends_in(name: Sequence[str], other: Sequence[str]) -> bool:
    return list(name[-len(other) :]) == list(other)


def _telling_names(item: Node) -> Iterator[list[str]]:
    """The names of an item's goods by which they are known: of several words, or a long word, not said of any goods."""
    for name in map(_words, names_of(item)):
        if telling_words(" ".join(name)) - OF_ANY_GOODS and (len(name) > 1 or len(name[0]) >= ROOT):
            yield name


def _words(text: str) -> list[str]:
    return [stem(word) for word in words_of(text)]
