"""Sentences of notes that limit goods by a double negative: "1A001 does not control jugs that are not usable for tea".

Such a sentence asks of the goods what "jugs, usable for tea" asks of them. Where it went from a note that is still
there while an item took its words in, or the reverse, the one says what the other said, in more or fewer words:
neither the note nor the item decides anything then.

>>> bool(_LIMIT.search("7A001 does not control jugs that are not usable for tea."))
True
>>> bool(_LIMIT.search("7A001 does not control jugs that are usable for tea."))
False
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.sentences import only_in_one
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

SAID_BY_EITHER = "a note says it in the one edition, an item in the other"
_LIMIT = pattern(
    r"\bdo(?:es)?\s+not\s+(?:control|apply\s+to)\b[^.;]*?\b(?:that|which)\s+(?:are|is|do|does|can|have|has)\s*not\b"
)
_NOTES = ("note", "technical-note")
_FEWEST = 3
_MOST = 0.6
"""The part of the words which a sentence of a note has beside those of an item that an item which says it took in."""


def with_double_negatives(found: list[Evidence], old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a pair; what a note asked for by a double negative and an item asks for now is in doubt."""
    return [_told(one, old, new, editions) for one in found]


def _told(one: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """Which of the two editions has the words in its item, and which in its note, is read off the evidence."""
    if one.effect not in ("tightened", "relaxed") or bool(one.old) == bool(one.new):
        return one
    if old.kind == new.kind == "item" and one.type == "condition":
        here, place = (old, editions) if one.new else (new, editions.swapped)
        is_told = _was_in_note(telling_words(one.new or one.old), here, place)
    elif old.kind == new.kind and old.kind in _NOTES and one.type == "exclusion":
        is_told = _is_in_item(old, new, editions) if one.old else _is_in_item(new, old, editions.swapped)
    else:
        return one
    return msgspec.structs.replace(one, effect="unclear", note=SAID_BY_EITHER) if is_told else one


def _was_in_note(words: frozenset[str], item: Node, editions: Editions) -> bool:
    """Whether a note of an old item, or of one above it, lost a limit that says all of some words."""
    if len(words) < _FEWEST:
        return False
    for above in (item, *editions.old.items_above(item)):
        for note in editions.old.below.get(above.id, ()):
            kept = editions.new.by_id.get(editions.partner.get(note.id, ""))
            if note.kind in _NOTES and kept is not None and any(words <= lost for lost in _limits_lost(note, kept)):
                return True
    return False


def _is_in_item(note: Node, kept: Node, editions: Editions) -> bool:
    """Whether an item below what a note stands under took in what the note asked for and asks for no more."""
    limits = list(_limits_lost(note, kept))
    parent = editions.old.by_id.get(note.parent)
    for item in editions.old.whole(parent) if limits and parent is not None else ():
        now = editions.new.by_id.get(editions.partner.get(item.id, ""))
        if now is None or now.text == item.text:
            continue
        said = telling_words(item.text)
        took_in = telling_words(now.text) - said
        for words in limits:
            asked = words - said
            if len(asked) >= _FEWEST and len(asked & took_in) >= _MOST * len(asked):
                return True
    return False


def _limits_lost(note: Node, kept: Node) -> Iterator[frozenset[str]]:
    """The telling words of each limit by a double negative that a note lost."""
    if note.text != kept.text and _LIMIT.search(plain(note.text)):
        for sentence in only_in_one(plain(note.text), plain(kept.text))[0]:
            if _LIMIT.search(sentence.text):
                yield telling_words(sentence.text)
