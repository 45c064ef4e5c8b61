"""New notes that leave out only what belongs to items which are new, too: nothing that was controlled is let go.

"1E001 does not control technology for lids or spouts specified by 1A003": where 1A003 came with the note, technology
for its spouts was of no item that 1E001 spoke of before; whether lids of any item are meant, is not told.
"""

from __future__ import annotations

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern


def leaves_out_of_new_items(note: Node, editions: Editions) -> bool:
    """Whether an exclusion ends in the items by which it tells what it leaves out, all of them new in its edition."""
    if not note.refs:
        return False
    text = plain(note.text)
    found = [one for one in cited(text, within=note.parent) if not _is_its_own(one[2], note.parent)]
    if not found or text[found[-1][1] :].strip(" .;)\"'") or "\n" in note.text.strip():
        return False
    before = text[: found[0][0]].rpartition(" not ")[2]
    return not _APART.search(before) and all(_came(code, editions) for _, _, code in found)


_APART = pattern(r"[,;:]")
"""What sets apart goods that are left out wherever they stand: "for tin, or for lids specified by 1A003"."""


def _is_its_own(code: str, parent: str) -> bool:
    return is_same_or_below(code, parent) or is_same_or_below(parent, code)


def _came(code: str, editions: Editions) -> bool:
    """Whether an item is in force in the new edition, and its number and what it was paired with are not in the old."""
    item = editions.new.by_code.get(code)
    if item is None or item.kind != "item" or item.status != "active" or editions.old.is_active(code):
        return False
    before = editions.old.by_id.get(editions.origin.get(item.id, ""))
    return before is None or before.status != "active"
