"""New items whose goods are named by a chemical element that the name of an item of the same entry has which is gone.

"Nd: glass lids that can be folded" are some of the "Neodymium glass lids" that are gone: the one name has further
modifiers, and its element as a symbol.
"""

from __future__ import annotations

from controllist.changes.language.print.elements import ELEMENT_NAMES, with_names
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.held.goods_of_gone import heads_of, names_in, words_of
from controllist.codes import entry_of
from controllist.model import Node

WIDER_NAME = "goods of the same or a wider name stand in its entry in the other edition alone"


def wider_name_gone(node: Node, editions: Editions) -> Node | None:
    """The item of the same entry that the new edition lacks and whose name of goods, with an element in it, a new
    item's name holds in full; None if there is none."""
    heads = [words_of(name) for name in names_in(with_names(plain(node.text)))]
    named = [head for head in heads if head & ELEMENT_NAMES]
    for gone in editions.gone if named else ():
        if entry_of(gone.code) == entry_of(node.code):
            wider = [head for head in heads_of(gone) if len(head) > 1 and head & ELEMENT_NAMES]
            if any(head <= name for head in wider for name in named):
                return gone
    return None
