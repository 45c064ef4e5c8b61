"""Items left over that kept their code though their words were cut off, went on, or were put anew.

Nothing else became either of them. A source that lost the end of a line, or a word now written as one, leaves the
beginning as it was; and a clause that opens with the name of the same goods is about them still.
"""

from __future__ import annotations

from controllist.alignment.forest import ROOT
from controllist.alignment.matching import Matching
from controllist.alignment.siblings import descend

BEGINNING = 8
"""So many letters and digits must a text have that is the beginning of another."""
OPENING_NAME = 1.5
"""So much must the words tell with which both open, if they name the same goods."""


def pair_kept_codes(matching: Matching) -> None:
    """Pair items left over of one code under one item, or entries, of which one begins what the other says."""
    for at in matching.left()[0]:
        to = matching.new.position.get(matching.old.nodes[at].id, ROOT)
        if to == ROOT or matching.new.reserved[to] or matching.old.nodes[at].kind != "item":
            continue
        if not matching.may_pair(at, to) or not _is_at_home(matching, at, to) or not _is_kin(matching, at, to):
            continue
        matching.pair(at, to, "code", matching.comparing.similarity(at, to) or 0.0)
        descend(matching, at, to)


def _is_at_home(matching: Matching, at: int, to: int) -> bool:
    """Whether two items of one code stand under a pair, or are entries, whatever group they stand in."""
    above = matching.old.parent[at]
    return "." not in matching.old.nodes[at].code or matching.new_of.get(above, ROOT) == matching.new.parent[to]


def _is_kin(matching: Matching, at: int, to: int) -> bool:
    """Whether the one begins what the other says, or both open with the same name.

    What only introduces the items below it (`Kettles for:`) begins many a clause.
    """
    comparing = matching.comparing
    short, long = sorted((_letters(node.text) for node in (matching.old.nodes[at], matching.new.nodes[to])), key=len)
    if len(short) >= BEGINNING and long.startswith(short):
        alike = bool(matching.old.items_below(at)) == bool(matching.new.items_below(to))
        return alike or comparing.is_part(at, to)
    return comparing.told_by_opening(at, to) >= OPENING_NAME


def _letters(text: str) -> str:
    """The letters and digits of a text: what is one word here may be two there."""
    return "".join(filter(str.isalnum, text)).lower()
