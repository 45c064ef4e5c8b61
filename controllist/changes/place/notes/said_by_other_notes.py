"""Points that went from one note of an entry to another: what one names no more, another one names now.

"1A001 includes: a. Kettles" beside "1A001 includes urns" and, in the next edition, "1A001 includes: a. Kettles;
b. Urns" alone hold the same. Only notes that do the same to the goods are asked, those of the item itself and of the
items above it, and of these only such as came, went or changed in the same step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from controllist.changes.place.ground.editions import INCLUDES, LIMITS, Editions
from controllist.changes.place.ground.neighbours import ROOT, telling_roots
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.headings.resettled import phrase_of
from controllist.changes.place.notes.said_instead import OF_ALL_NOTES
from controllist.changes.records import Evidence
from controllist.model import Node

ANOTHER_NOTE = "another note says it in the other edition"
_SAID_OF_GOODS = ("alternative", "condition", "exclusion")
_ITS_OWN = frozenset(word[:ROOT] for word in OF_ALL_NOTES)
"""Beginnings of the words of any note."""


def as_other_notes_say(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of a pair of notes; words of one side decide nothing where another note took or gave them."""
    is_sure = evidence.type in _SAID_OF_GOODS and evidence.effect in ("tightened", "relaxed")
    if not is_sure or bool(evidence.old) == bool(evidence.new) or not old.kind == new.kind == "note":
        return evidence
    came = not evidence.old
    here, there = (new, old) if came else (old, new)
    sort = _sort(here)
    if not sort or sort != _sort(there):
        return evidence
    tree, other, links = (
        (editions.old, editions.new, editions.partner) if came else (editions.new, editions.old, editions.origin)
    )
    around = [note for note in _notes_around(there, tree) if _differs(note, links, other) and _sort(note) == sort]
    if not around:
        return evidence
    of_item = _ITS_OWN.union(*(telling_roots(item.text) for item in tree.items_above(there)))
    words = telling_roots(_said(evidence, here, there)) - of_item
    if any(_most(words, telling_roots(note.text)) and not _most(words, _before(note, links, other)) for note in around):
        return msgspec.structs.replace(evidence, effect="unclear", note=ANOTHER_NOTE)
    return evidence


def _said(evidence: Evidence, here: Node, there: Node) -> str:
    """All words of one side of which evidence quotes the first."""
    quoted = evidence.old or evidence.new
    return " ".join(phrase_of(quoted, here, there)) or quoted


def _sort(note: Node) -> str:
    """What a note does to the goods that its item names; empty where it only explains."""
    if note.excludes:
        return "excludes"
    return "limits" if LIMITS.search(note.text) else "includes" if INCLUDES.search(note.text) else ""


def _notes_around(note: Node, tree: Tree) -> Iterator[Node]:
    """The other notes of the item that a note speaks of, and of the items above it."""
    for item in tree.items_above(note):
        for near in tree.below.get(item.id, ()):
            if near.kind in ("note", "technical-note") and near.id != note.id:
                yield near


def _differs(note: Node, links: Mapping[str, str], other: Tree) -> bool:
    """Whether a note has no counterpart, or one of other words."""
    before = other.by_id.get(links.get(note.id, ""))
    return before is None or before.text != note.text


def _before(note: Node, links: Mapping[str, str], other: Tree) -> frozenset[str]:
    """What the counterpart of a note says; nothing if it has none."""
    before = other.by_id.get(links.get(note.id, ""))
    return telling_roots(before.text) if before is not None else frozenset()


def _most(words: frozenset[str], said: frozenset[str]) -> bool:
    return 2 * len(words & said) > len(words)
