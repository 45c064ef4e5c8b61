"""Purposes of technology that a note says again: those that its item asks for anyway.

Where an item controls "technology" for the "production" of lids, "technology" for the "production" of tin lids and
"technology" for tin lids are the same in its notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

_ACT = (
    r"(?:design|development|production|manufacture|use|operation|installation|maintenance|repair|overhaul"
    r"|refurbishing)"
)
_ACTS = rf"[\"']?{_ACT}[\"']?(?:(?:\s*,)?\s*(?:\b(?:and/or|or|and)\s+)?(?:the\s+)?[\"']?{_ACT}[\"']?)*"
_PURPOSE = pattern(rf"[\"']?(?:the\s+)?(?P<acts>{_ACTS})\s+of[\"']?", re.IGNORECASE)
_ONE_ACT = pattern(rf"\b{_ACT}\b", re.IGNORECASE)
_IS_TECHNOLOGY = pattern(r"\W*(?:other\s+|specific\s+)?[\"']?technology\b", re.IGNORECASE)
_FOR = pattern(
    rf"\W*[\"']?technology\b[\"']?(?:(?!\bfor\b)[^;:])*\bfor\s+(?:the\s+)?(?P<acts>{_ACTS})\s+of\b", re.IGNORECASE
)
_BEFORE = pattern(r"\btechnology[\"']?\s+(?:required\s+)?for\s*$", re.IGNORECASE)
NOTE = "the purposes that its item asks for"


def with_purposes_told(found: Iterable[Evidence], old: Node, new: Node, trees: tuple[Tree, Tree]) -> list[Evidence]:
    """The evidence of a pair of notes, in which purposes of technology that the items above ask for do nothing."""
    told = list(found)
    if {old.kind, new.kind} != {"note"}:
        return told
    return [
        Evidence("wording", "none", old=one.old, new=one.new, note=NOTE) if _is_said(one, old, new, trees) else one
        for one in told
    ]


def _is_said(one: Evidence, old: Node, new: Node, trees: tuple[Tree, Tree]) -> bool:
    if one.effect == "none" or bool(one.old) == bool(one.new):
        return False
    words, text = (one.old, plain(old.text)) if one.old else (one.new, plain(new.text))
    purpose = _PURPOSE.fullmatch(words)
    if not purpose or text.count(words) != 1 or not _BEFORE.search(text[: text.index(words)]):
        return False
    said = _acts(purpose["acts"])
    asked = [_asked_above(node, tree) for node, tree in zip((old, new), trees, strict=True)]
    return all(acts and acts <= said for acts in asked)


def _asked_above(node: Node, tree: Tree) -> set[str]:
    """The purposes of the technology that the items above a note control; empty if they say none."""
    for above in tree.items_above(node):
        text = plain(above.text)
        if _IS_TECHNOLOGY.match(text):
            match = _FOR.match(text)
            return _acts(match["acts"]) if match else set()
    return set()


def _acts(words: str) -> set[str]:
    return {act.lower() for act in _ONE_ACT.findall(words)}
