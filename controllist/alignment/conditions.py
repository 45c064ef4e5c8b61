"""Conditions that name no goods: `a volume above 3 l` is said of many things, and which one the heading tells.

Such a clause goes along with its heading. By its words alone it is no more recognised under another heading than a
number is, unless the headings speak of the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from controllist.alignment.disjoint import is_frame
from controllist.alignment.forest import ROOT, Tree
from controllist.alignment.matching import Matching

KIN = 0.5
"""The share of telling words that two headings have in common which speak of the same."""
AT_HOME = 0.8
"""Likeness at which an item under what it stood under yields to none that says the same elsewhere."""


def part_strays(matching: Matching, recoded: Iterable[tuple[int, int]]) -> None:
    """Take back the pairs of conditions that stand under headings of other things, unless they say quite the same."""
    for at, to in recoded:
        if matching.new_of.get(at) == to and matching.found_by(at)[0] == "moved" and _is_stray(matching, at, to):
            matching.part(at)


def _is_stray(matching: Matching, at: int, to: int) -> bool:
    old, new = matching.old, matching.new
    if not old.nodes[at].thresholds or not new.nodes[to].thresholds or old.children[at] or new.children[to]:
        return False
    if old.nodes[at].kind != "item" or not is_frame(matching, at, to):
        return False
    above = _heading(matching, old, at), _heading(matching, new, to)
    if ROOT in above or matching.new_of.get(above[0]) == above[1]:
        return False
    return not _in_line(matching, *above) and matching.comparing.telling(*above) < KIN


def _heading(matching: Matching, tree: Tree, at: int) -> int:
    """The next item above a node that itself tells of something (`having any of the following` does not)."""
    at = tree.parent[at]
    while at != ROOT and not matching.comparing.telling_words(tree.nodes[at].text):
        at = tree.parent[at]
    return at


def _in_line(matching: Matching, above_old: int, above_new: int) -> bool:
    """Whether one heading stands below what the other became."""
    lines = ((matching.old, above_old, matching.old_of.get(above_new)),
             (matching.new, above_new, matching.new_of.get(above_old)))
    for tree, start, sought in lines:
        while sought is not None and start != ROOT:
            if start == sought:
                return True
            start = tree.parent[start]
    return False


def uncross(matching: Matching, recoded: Iterable[tuple[int, int]]) -> None:
    """Exchange the partners of two items, each of which has the other's code now, if both stand under what they stood
    under and say nearly the same there: a figure set in other type had been taken for a mark of identity."""
    for at, to in recoded:
        if matching.new_of.get(at) != to:
            continue
        home = matching.new.position.get(matching.old.nodes[at].id, ROOT)
        guest = matching.old_of.get(home, ROOT)
        if home == ROOT or guest == ROOT or matching.old.nodes[guest].id != matching.new.nodes[to].id:
            continue
        pairs = (at, home), (guest, to)
        if all(_stands_at_home(matching, *pair) for pair in pairs) and not {*pairs} & matching.forbidden:
            matching.part(at)
            matching.part(guest)
            for pair in pairs:
                matching.pair(*pair, "code", matching.comparing.similarity(*pair) or 0.0)


def _stands_at_home(matching: Matching, at: int, to: int) -> bool:
    """Whether two items of one code without anything below them stand under a pair, and say nearly the same."""
    if matching.old.children[at] or matching.new.children[to]:
        return False
    if matching.new_of.get(matching.old.parent[at]) != matching.new.parent[to]:
        return False
    return (matching.comparing.similarity(at, to) or 0.0) >= AT_HOME
