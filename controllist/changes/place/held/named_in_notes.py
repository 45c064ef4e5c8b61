"""Items whose goods a note of their entry names anew in the other edition: "1A001.b includes jugs and straw cups".

Where straw cups were an item of their own, and are named now among what another item includes, they are not gone.
"""

from __future__ import annotations

from controllist.changes.language.text.plain import plain, stem
from controllist.changes.language.text.plain import words_of as spelled
from controllist.changes.place.ground.editions import INCLUDES, Editions
from controllist.changes.place.held.goods_of_gone import OF_ANY_GOODS, names_of, words_of
from controllist.codes import entry_of
from controllist.model import Node

INCLUDES_GONE = "its own note includes goods of an item that the other edition alone has"
INCLUDED_BY_NOTE = "a note of the other edition includes its goods in another item"
_OPENS = (["other"], ["any"], ["all"])


def included_by_note(node: Node, editions: Editions) -> Node | None:
    """The note of the old edition that names the goods of a new item among what its own item includes, and has no
    counterpart that does so."""
    if not editions.inclusions_left:
        return None
    named = _telling_names(node)
    for note, after in editions.inclusions_left if named else ():
        if note is None or entry_of(note.parent) != entry_of(node.code) or note.parent == node.code:
            continue
        said, kept = _bare(plain(note.text)), _bare(plain(after.text)) if after is not None else ""
        if all(name in said and name not in kept for name in named):
            return note
    return None


def includes_gone(node: Node, editions: Editions) -> Node | None:
    """The item of a new item's entry that the new edition lacks, and whose goods a note of the new item includes."""
    for note in editions.new.below.get(node.id, ()):
        if note.kind == "note" and not note.excludes and INCLUDES.search(note.text):
            said = _bare(plain(note.text))
            for gone in editions.gone:
                named = _telling_names(gone) if entry_of(gone.code) == entry_of(node.code) else []
                if named and all(name in said for name in named):
                    return gone
    return None


def _telling_names(item: Node) -> list[str]:
    """The names of an item's goods, of several words each, that are not said of any goods."""
    names = [_bare(name) for name in names_of(item)]
    return [name for name in names if " " in name.strip() and words_of(name) - OF_ANY_GOODS]


def _bare(text: str) -> str:
    """The words of a text, in one spelling and between spaces, without what opens a name and adds nothing to it."""
    said = [stem(word) for word in spelled(text)]
    return f" {' '.join(said[said[:1] in _OPENS :])} "
