"""What an item holds more now, and old items that are gone held before; or what is left of it in new items beside it.

Such evidence does not decide what became of the list: the goods, the band or the parts of a cited item only stand in
another place.
"""

from __future__ import annotations

import re
from collections.abc import Set

from controllist.changes.clause.pointers import MORE, PARTS
from controllist.changes.language.harmless import HEAD_ENDS
from controllist.changes.language.plain import plain
from controllist.changes.place.bands import taken_from_beside
from controllist.changes.place.editions import Editions
from controllist.changes.place.lineages import is_same_or_below
from controllist.changes.place.neighbours import gone_with_many_of, telling_words
from controllist.changes.place.resettled import resettled
from controllist.changes.records import Evidence
from controllist.codes import subject_of
from controllist.figures.references import cited
from controllist.model import Node
from controllist.patterns import pattern

OTHER_LIMITS = "another line whose limits moved may hold it"
OTHER_ITEM = "an item that only one edition has names these goods"
ALL_PARTS = "all its parts are named, an item each"
SOME_PARTS = "other parts of what was named stand in items beside it"
_FEWEST = 2
"""Telling words by which goods are known in another item."""


def settled(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of one item as those around it leave it; it decides nothing where what only one edition has may hold
    the same."""
    evidence = resettled(evidence, old, new, editions)
    if evidence.effect not in ("tightened", "relaxed"):
        return evidence
    if evidence.type == "threshold":
        if taken_from_beside(evidence, old, new, editions):
            return Evidence("threshold", "unclear", evidence.parameter, evidence.old, evidence.new, OTHER_LIMITS)
    elif evidence.type == "reference":
        if evidence.note.startswith(PARTS):
            return _with_other_parts(evidence, new, evidence.old, editions)
        if evidence.note.startswith(MORE):
            return _with_other_parts(evidence, old, evidence.new, editions.swapped)
    elif evidence.type in ("alternative", "exclusion") and bool(evidence.old) != bool(evidence.new):
        ground = editions if evidence.effect == "tightened" else editions.swapped
        if named := _item_of_goods(evidence.old or evidence.new, new, ground):
            note = f"{OTHER_ITEM}: {named.code}"
            return Evidence(evidence.type, "unclear", old=evidence.old, new=evidence.new, note=note)
    return evidence


def _with_other_parts(evidence: Evidence, item: Node, whole: str, editions: Editions) -> Evidence:
    """The evidence of an item that names parts of a `whole`: new items beside it may say the same of the others."""
    said = _without_references(item.text)
    beside = [
        near
        for near in editions.new.items_below(item.parent)
        if near.id not in editions.origin and near.refs and _without_references(near.text) == said
    ]
    named = {code for near in (item, *beside) for _, _, code in cited(plain(near.text), within=near.code)}
    parts = {
        one.code for code in whole.split(", ") if (node := editions.new.by_code.get(code))
        for one in editions.new.items_below(node.id)
    }  # fmt: skip
    if not any(_is_of(one, parts) for near in beside for _, _, one in cited(plain(near.text), within=near.code)):
        return evidence
    if parts and all(any(is_same_or_below(part, code) for code in named) for part in parts):
        return Evidence("reference", "none", old=evidence.old, new=evidence.new, note=ALL_PARTS)
    return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=SOME_PARTS)


def _is_of(code: str, parts: Set[str]) -> bool:
    return any(is_same_or_below(code, part) or is_same_or_below(part, code) for part in parts)


def _without_references(text: str) -> str:
    """The words of an item with one mark for each run of references, without the joint at its end."""
    text = plain(text)
    for start, stop, _ in reversed(cited(text)):
        text = f"{text[:start]}§{text[stop:]}"
    return _END.sub("", _RUN.sub("§", text)).lower()


_RUN = pattern(r"§(?:(?:\s*,)?\s*(?:\b(?:and|or|und|oder)\b)?\s*§)+", re.IGNORECASE)
_END = pattern(r"[\s.;,]*(?:\b(?:and|or|und|oder)\b)?[\s.;,]*$", re.IGNORECASE)


def _item_of_goods(said: str, item: Node, editions: Editions) -> Node | None:
    """The item that the new edition lacks and whose own goods are those that some words name."""
    words = telling_words(_head(_JOINT.sub("", plain(said))))
    if len(words) < _FEWEST:
        return None
    for gone in gone_with_many_of(words, editions, 0.0):
        head = telling_words(_head(plain(gone.text)))
        is_within = is_same_or_below(gone.code, item.code)  # what a heading names stands below it
        if words == head and not is_within and subject_of(gone.code) == subject_of(item.code):
            return gone
    return None


def _head(text: str) -> str:
    """The words that name goods, without what they are for or ask for."""
    ends = [found.start() for found in (HEAD_ENDS.search(text), _ASKS.search(text)) if found]
    return text[: min(ends, default=len(text))]


_ASKS = pattern(r"\b(?:rated|using|used|usable|containing|employing|as|from|on|other|not)\b", re.IGNORECASE)
_JOINT = pattern(
    r"^[\s,;]*(?:(?:and/or|or|and|und|oder|other\s+than|except|excluding|not|ausgenommen|außer)\b[\s,]*)+",
    re.IGNORECASE,
)
