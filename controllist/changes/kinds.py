"""The kind of a change: added, removed, rescoped, reworded, renumbered or moved."""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.editions import Editions
from controllist.changes.records import ChangeKind, Evidence
from controllist.model import Node


def kind_of(old: Node | None, new: Node | None, evidence: Sequence[Evidence], editions: Editions) -> ChangeKind | None:
    """The kind of a pair whose own evidence is given; None where nothing changed.

    A reserved number is no item: one that becomes reserved is removed, one that is taken up is added.
    """
    before = old is not None and old.status == "active"
    after = new is not None and new.status == "active"
    if not before and not after:
        return None
    if not before:
        return "added"
    if not after:
        return "removed"
    if any(one.effect != "none" for one in evidence):
        return "rescoped"
    if evidence:
        return "reworded"
    return place_change(old, new, editions)


def place_change(old: Node | None, new: Node | None, editions: Editions) -> ChangeKind | None:
    """`renumbered` where an item has another code under the same parent, `moved` where the parent is another."""
    if old is None or new is None or old.code == new.code:
        return None
    if not old.code or not new.code:
        return None
    return "renumbered" if editions.partner.get(old.parent, old.parent) == new.parent else "moved"


def is_moved(old: Node | None, new: Node | None, editions: Editions) -> bool:
    """Whether an item in force stands under another parent than before."""
    both = old is not None and new is not None and old.status == new.status == "active"
    return both and place_change(old, new, editions) == "moved"


def place_evidence(old: Node | None, new: Node | None, editions: Editions) -> list[Evidence]:
    """What a change of words says beside it where the code changed too."""
    change = place_change(old, new, editions)
    if change is None or old is None or new is None:
        return []
    return [Evidence("code", "none", old=old.code, new=new.code, note=change)]
