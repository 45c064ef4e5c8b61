"""Words behind the end of an item that a note says in the other edition: they moved, or a source had glued them on.

Only notes of the same entry that explain count, and only words that stand there in one run: what they ask for is asked
of the item in either edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from controllist.changes.clause.print.doubled import thresholds_in
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.model import Node
from controllist.patterns import pattern

LEAST = 4
"""So many words in one run tell that a note says them."""
_ENDS = pattern(r"[;.,)]\s+|\s(?=\()|\s(?=where\b)")
"""Where words may begin that are no part of the item."""
_CAPTION = pattern(r"^ (?:\w+ )?notes? (?:\d{1,2} )?")
_WORD = pattern(r"[^\W_]+")
BEGINNING = 20
"""So many characters of both texts are alike at their beginning, or they are no two forms of one item."""
_SAID = Evidence("wording", "none", note="a note of the entry says what stands behind its end")


def without_glued(old: Node, new: Node, editions: Editions) -> tuple[Node, Node, list[Evidence]]:
    """Both items of a pair without what one of them has more at its end and a note of the other edition says."""
    if old.kind != "item" or new.kind != "item" or abs(len(old.text) - len(new.text)) < 2 * LEAST:
        return old, new, []
    if len(old.text) > len(new.text):
        shorter = _without_tail(old, new, editions.new)
        return (shorter, new, [_SAID]) if shorter else (old, new, [])
    shorter = _without_tail(new, old, editions.old)
    return (old, shorter, [_SAID]) if shorter else (old, new, [])


def _without_tail(node: Node, counterpart: Node, other: Tree) -> Node | None:
    """An item without the longest end of its text that its counterpart has not and a note of that edition says."""
    text, said = plain(node.text), _words(plain(counterpart.text))
    for match in _ENDS.finditer(text):
        tail = _CAPTION.sub(" ", _words(text[match.end() :]))
        if tail.count(" ") <= LEAST:
            return None
        if tail in said or not said.startswith(_words(text[: match.start()])[:BEGINNING].rstrip()):
            continue
        longest = max(tail.split(), key=len)
        if any(
            longest in note and tail in _words(note) and _is_said_for_itself(tail, note)
            for note, explains in _notes(other, entry_of(counterpart.code))
            if explains or _is_sentence(match)
        ):
            rest = text[: match.end()].rstrip(" (")
            return msgspec.structs.replace(node, text=rest, thresholds=thresholds_in(rest, node.thresholds))
    return None


def _is_said_for_itself(tail: str, note: str) -> bool:
    """Whether words make up half of a sentence of a note, or say what a sign in it means: they are not merely those in
    which it speaks of other goods."""
    sentences = (_words(one) for one in _SENTENCE_END.split(note))
    alone = [one for one in sentences if tail in one]
    return not alone or tail.startswith(" where ") or any(_SHARE * tail.count(" ") >= one.count(" ") for one in alone)


_SENTENCE_END = pattern(r"(?<!\.\w)(?<!\d)[.;:]\s")
"""The point behind a code (1A001.c., ML1.) ends no sentence."""
_SHARE = 2


def _is_sentence(end: re.Match[str]) -> bool:
    """Whether what follows begins behind a full stop: no clause of the item goes on there."""
    return end.group().startswith(".")


@lru_cache(maxsize=1024)
def _words(text: str) -> str:
    """The words of a text in one form, a space around each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


@lru_cache(maxsize=64)
def _notes(tree: Tree, entry: str) -> tuple[tuple[str, bool], ...]:
    """Each note of an entry in small letters, and whether it explains: what takes something out does not."""
    return tuple((plain(note.text).lower(), not note.excludes) for note in _notes_below(tree, entry))


def _notes_below(tree: Tree, ident: str) -> Iterator[Node]:
    for node in tree.below.get(ident, ()):
        if node.kind in ("technical-note", "note"):
            yield node
        yield from _notes_below(tree, node.id)
