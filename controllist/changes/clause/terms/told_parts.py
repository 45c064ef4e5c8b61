"""Sentences of explaining notes that one edition has more, and that bear on nothing that both editions control.

The same words stand elsewhere in the other edition; or they explain a term that no text of the other edition uses in
the entry, or speak for items that the other edition lacks: what they bear on came or went with them. Or they do but
give other names to something.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from controllist.changes.clause.ground.cited_items import stood_in
from controllist.changes.clause.ground.pointers import CAME_WITH
from controllist.changes.clause.ground.setting import Setting
from controllist.changes.clause.print.doubled import thresholds_in
from controllist.changes.clause.terms.marked_terms import explaining
from controllist.changes.language.text.plain import plain, term_key
from controllist.changes.language.text.sentences import Piece, only_in_one, pieces
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.figures.references import references
from controllist.model import Node, Threshold

ELSEWHERE = "the same words stand elsewhere"
WITH_TERM = "explains a term that came or went with it"
OTHER_NAMES = "gives other names alone"
_EXPLAINING = ("technical-note", "note", "definition", "statement")
Limits = tuple[Sequence[Threshold], Sequence[Threshold]]


def without_told_parts(
    texts: list[str], limits: Limits, nodes: tuple[Node, Node], setting: Setting
) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits without the sentences that change nothing, and the evidence of these."""
    old, new = nodes
    if old.kind not in _EXPLAINING or new.kind not in _EXPLAINING or not all(texts):
        return texts, limits, []
    if not any(". " in text or "; " in text for text in texts):
        return texts, limits, []
    more = only_in_one(*texts)
    if not any(more) or sum(map(len, more)) > _MOST:
        return texts, limits, []
    told = [_told(more[side], nodes, setting, side) for side in (0, 1)]
    if not any(told):
        return texts, limits, []
    left = [_without(text, [one.piece for one in some]) for text, some in zip(texts, told, strict=True)]
    if bool(left[0]) != bool(left[1]):
        return texts, limits, []
    found = [Evidence("definition", "none", note=one.note) for some in told for one in some]
    kept = thresholds_in(left[0], limits[0]), thresholds_in(left[1], limits[1])
    return left, kept, list(dict.fromkeys(found))


_MOST = 12
"""Sentences that two versions of one note may have more: others were written anew."""


def _without(text: str, some: Sequence[Piece]) -> str:
    for one in reversed(some):
        text = text[: one.start] + text[one.end :]
    return text.strip()


class Told(NamedTuple):
    """A sentence that changes nothing, why, and the notes of the other edition that say it, too."""

    piece: Piece
    note: str
    said_by: tuple[Node, ...] = ()


def _told(more: Sequence[Piece], nodes: tuple[Node, Node], setting: Setting, side: int) -> list[Told]:
    """The sentences of one side that change nothing. One that only goes on with what stands right before it goes
    with that."""
    found: list[Told] = []
    for one in more:
        before = found[-1] if found and found[-1].piece.end == one.start and not one.is_numbered else None
        if before and before.note == ELSEWHERE and (said_by := _that_say(one, before.said_by)):
            found.append(Told(one, ELSEWHERE, said_by))
        elif told := Told(one, OTHER_NAMES) if one.only_names else _reason(one, nodes, setting, side):
            found.append(told)
        elif before and before.note in (WITH_TERM, CAME_WITH) and (one.goes_on or _is_about(before.piece.term, one)):
            found.append(Told(one, before.note))
    return found


def _is_about(term: str, one: Piece) -> bool:
    return bool(term) and f" {term} " in f" {term_key(one.text)} "


def _reason(one: Piece, nodes: tuple[Node, Node], setting: Setting, side: int) -> Told | None:
    """Why a sentence that stands on one side alone changes nothing; None where that is not certain."""
    absent = setting.trees[1 - side]
    here, there = nodes[side], nodes[1 - side]
    if one.place and not here.excludes and _speaks_for_new(one, setting, side):
        return Told(one, CAME_WITH)
    entries = {entry_of(node.parent) for node in nodes}
    known = all(entry in absent.by_code for entry in entries)
    if not one.term:
        names = one.place or one.key.startswith("<refs>")
        near = [node for entry in entries for node in absent.all_below(entry)] if names and known else []
        said_by = _that_say(one, [node for node in near if node.kind in _EXPLAINING and node.id != there.id])
        return Told(one, ELSEWHERE, said_by) if said_by else None
    near = [node for node in explaining(one.term, absent) if node.id != there.id]
    near = [node for node in near if node.kind == "definition" or entry_of(node.parent) in entries]
    if said_by := _that_say(one, near):
        return Told(one, ELSEWHERE, said_by)
    if here.kind == "definition" or here.excludes or not (known and one.explains):
        return None
    near = [there, *(node for entry in entries for node in absent.all_below(entry))]
    return None if any(_uses(term, node) for node in near for term in one.terms) else Told(one, WITH_TERM)


def _that_say(one: Piece, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Those of some nodes that say a sentence, too; where it is about no term, of the same items."""
    return tuple([node for node in nodes if any(_say_the_same(one, other) for other in pieces(_definition(node)))])


def _say_the_same(one: Piece, other: Piece) -> bool:
    if one.term:
        return one.body in (other.body, other.key)
    return one.key == other.key and (one.goes_on or references(one.text) == references(other.text))


def _speaks_for_new(one: Piece, setting: Setting, side: int) -> bool:
    """Whether all items for whose purposes a sentence speaks are in one edition alone, as far as their goods are."""
    codes = references(one.place, within=setting.within[side])
    present, absent = setting.trees[side], setting.trees[1 - side]
    counterparts, paired = (
        (setting.lineage.origins, setting.partner) if side == 0 else (setting.lineage.renamed, setting.origin)
    )
    return bool(codes) and all(
        present.is_active(code)
        and present.by_code[code].id not in paired
        and not absent.is_active(code)
        and stood_in(code, present, absent, {entry_of(code)}, counterparts) == frozenset()
        for code in codes
    )


def _definition(node: Node) -> str:
    """A definition behind the verb that joins it to its name."""
    text = plain(node.text)
    for verb in ("means ", "is ", "are ", "refers to "):
        if node.kind == "definition" and text.startswith(verb):
            return text[len(verb) :]
    return text


def _uses(term: str, node: Node) -> bool:
    """Whether a node uses a term, marked or not; of an item any form of its words is enough, in any order."""
    words = term.split()
    text = node.text.lower()
    if not all(word[:_ROOT] in text for word in words):
        return False
    return node.kind not in _EXPLAINING or node.excludes or f" {term} " in f" {term_key(plain(node.text))} "


_ROOT = 5
"""Letters by which forms of one word are known."""
