"""Codes that passed from one note of an item to another, which does the same to the goods.

"The status of the goods of 1A, other than those of 1A001.a, made for others is that of the others" beside "The status
of the goods of 1A001.a made for one use is that of the others": a code that both name now was the first note's before.
"""

from __future__ import annotations

import re

import msgspec

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.records import Evidence
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern

PASSED = "another note beside it, which does the same, names it or excepts it at once"
_TAIL = 5
"""Words at their end by which two notes do the same."""
_EXCEPTS = pattern(r"\b(?:other\s+than|except(?:\s+for)?|excluding|ausgenommen|außer)\b", re.IGNORECASE)
_WORD = pattern(r"\w+")


def unless_passed_to_note(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of a pair of notes; codes decide nothing that a note beside it took, or left, in the same step."""
    if evidence.type != "reference" or evidence.effect not in ("tightened", "relaxed"):
        return evidence
    if not old.kind == new.kind == "note" or _differs_in_more(old, new):
        return evidence
    for near in editions.new.below.get(new.parent, ()):
        before = editions.old.by_id.get(editions.origin.get(near.id, ""))
        if near.kind != "note" or near.id == new.id or before is None or _differs_in_more(before, near):
            continue
        if near.text != before.text and _ends_alike(near, new) and _excepts(near) != _excepts(new):
            return msgspec.structs.replace(evidence, effect="unclear", note=PASSED)
    return evidence


def _differs_in_more(old: Node, new: Node) -> bool:
    """Whether more than the codes that they cite differs in two notes."""
    return _without_codes(old.text) != _without_codes(new.text)


def _without_codes(text: str) -> list[str]:
    """The words of a text without the codes it cites and what joins them."""
    text = plain(text)
    for start, stop, _ in reversed(cited(text)):
        text = f"{text[:start]} {text[stop:]}"
    return [word for word in _WORD.findall(text.lower()) if word not in ("or", "and", "to", "und", "oder", "bis")]


def _ends_alike(one: Node, other: Node) -> bool:
    tails = [_without_codes(node.text)[-_TAIL:] for node in (one, other)]
    return tails[0] == tails[1] and len(tails[0]) == _TAIL


def _excepts(note: Node) -> bool:
    return _EXCEPTS.search(note.text) is not None
