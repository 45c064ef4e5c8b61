"""The kind of a change: added, removed, rescoped, reworded, renumbered or moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import ChangeKind, Evidence
from controllist.codes import parent_of
from controllist.model import Node

NOTES = ("note", "technical-note", "nota-bene")


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
    """`renumbered` where an item has another code under the same parent, `moved` where the parent is another.

    A note has no code: it moved where it stands under another item, unless it is printed where it was: between the
    same two nodes it was only taken to belong to another one of those before it. Nor did a note move that says itself
    for which items it speaks, and stands under these or above them, as before. Definitions stand in one place.
    """
    found = _place_of_parents(old, new, editions)
    if found is None or old is None or new is None or old.code:
        return found
    return None if _is_between_the_same(old, new, editions) or _says_whose_it_is(old, new) else found


def _says_whose_it_is(old: Node, new: Node) -> bool:
    """Whether a note names the items for which it speaks, the same in both editions, and stands in their line in both:
    sources print such a note above its items or behind them."""
    stem = _stem(old.refs)
    return bool(stem) and stem == _stem(new.refs) and all(
        is_same_or_below(node.parent, stem) or is_same_or_below(stem, node.parent) for node in (old, new)
    )


def _stem(codes: Sequence[str]) -> str:
    """The code of the item that the items among some codes are, or stand below; empty if there is none in an entry."""
    items = [code for code in codes if "." in code]
    stem = items[0] if items else ""
    while "." in stem and not all(is_same_or_below(code, stem) for code in items):
        stem = parent_of(stem)
    return stem if "." in stem else ""


def _place_of_parents(old: Node | None, new: Node | None, editions: Editions) -> ChangeKind | None:
    """The change of place by codes and by what the two nodes stand under."""
    if old is None or new is None:
        return None
    is_under_same = editions.partner.get(old.parent, old.parent) == new.parent
    if not old.code and not new.code:
        notes = old.kind in NOTES and new.kind in NOTES
        return "moved" if notes and old.parent and new.parent and not is_under_same else None
    if old.code == new.code or not old.code or not new.code:
        return None
    return "renumbered" if is_under_same else "moved"


def _is_between_the_same(old: Node, new: Node, editions: Editions) -> bool:
    """Whether a node follows and precedes the same two nodes in the order of both editions; what one of them alone
    has, such as headings that came, is passed over."""
    ways = (-1, 1)
    before = [_next_paired(old, step, editions.old, editions.partner) for step in ways]
    after = [_next_paired(new, step, editions.new, editions.origin) for step in ways]
    return all(
        one is not None and other is not None and editions.partner[one] == other
        for one, other in zip(before, after, strict=True)
    )


def _next_paired(node: Node, step: int, tree: Tree, links: Mapping[str, str]) -> str | None:
    """The id of the next node before or behind another one that has a counterpart."""
    at = tree.order[node.id] + step
    while 0 <= at < len(tree.nodes):
        if tree.nodes[at].id in links:
            return tree.nodes[at].id
        at += step
    return None


def is_moved(old: Node | None, new: Node | None, editions: Editions) -> bool:
    """Whether an item in force, or a note, stands under another parent than before, wherever it is printed."""
    both = old is not None and new is not None and old.status == new.status == "active"
    return both and _place_of_parents(old, new, editions) == "moved"


def place_evidence(old: Node | None, new: Node | None, editions: Editions) -> list[Evidence]:
    """What a change of words says beside it where the code changed too."""
    change = place_change(old, new, editions)
    if change is None or old is None or new is None:
        return []
    if not old.code:
        return [Evidence("parent", "none", old=old.parent, new=new.parent, note=change)]
    return [Evidence("code", "none", old=old.code, new=new.code, note=change)]
