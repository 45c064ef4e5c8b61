"""Items whose goods a note of their entry names anew in the other edition: "1A001.b includes jugs and straw cups".

Where straw cups were an item of their own, and are named now among what another item includes, they are not gone.
"""

from __future__ import annotations

from controllist.changes.language.plain import plain
from controllist.changes.place.editions import Editions
from controllist.changes.place.goods_of_gone import OF_ANY_GOODS, names_of, words_of
from controllist.codes import entry_of
from controllist.model import Node

INCLUDED_BY_NOTE = "a note of the other edition includes its goods in another item"
_OPENS = ("other ", "any ", "all ")


def included_by_note(node: Node, editions: Editions) -> Node | None:
    """The note of the old edition that names the goods of a new item among what its own item includes, and has no
    counterpart that does so."""
    if not editions.inclusions_left:
        return None
    names = [_bare(name) for name in names_of(node)]
    named = [name for name in names if " " in name and words_of(name) - OF_ANY_GOODS]
    for note, after in editions.inclusions_left if named else ():
        if note is None or entry_of(note.parent) != entry_of(node.code) or note.parent == node.code:
            continue
        said, kept = _bare(plain(note.text).lower()), _bare(plain(after.text).lower()) if after is not None else ""
        if all(name in said and name not in kept for name in named):
            return note
    return None


def _bare(text: str) -> str:
    """A text in small letters without quotation marks, and without what opens a name and adds nothing to it."""
    text = text.replace('"', "").replace("'", "")
    return next((text.removeprefix(word) for word in _OPENS if text.startswith(word)), text)
