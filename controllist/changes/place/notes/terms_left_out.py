"""Explanations of terms that only exclusions use: more items named there may well mean that less is controlled."""

from __future__ import annotations

from collections.abc import Iterator, Set

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import label_keys, plain, term_key
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.figures.terms import local_terms
from controllist.model import Node

LEFT_OUT = "explains what only exclusions use"


def unless_left_out(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of references in an explanation; it decides nothing where only exclusions use what is explained."""
    explains = {old.kind, new.kind} <= {"technical-note", "definition"}
    if not explains or evidence.effect not in ("tightened", "relaxed"):
        return evidence
    uses = [*_uses(old, editions.old), *_uses(new, editions.new)]
    if not uses or not all(uses):
        return evidence
    return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note=LEFT_OUT)


def _uses(note: Node, tree: Tree) -> Iterator[bool]:
    """Of each item and note that uses a term which a note explains: whether it does so in what it leaves out."""
    terms = {term_key(term) for term in local_terms(plain(note.text))}
    if note.kind == "definition":
        terms = set(label_keys(note.label))
    entry = entry_of(note.parent) if note.kind == "technical-note" else ""
    for node in tree.nodes:
        if node.id != note.id and node.kind in ("item", "note") and (not entry or _is_in(node, entry)):
            yield from _uses_of(node, terms)


def _is_in(node: Node, entry: str) -> bool:
    return entry_of(node.code or node.parent) == entry


def _uses_of(node: Node, terms: Set[str]) -> Iterator[bool]:
    keys = {term_key(term.strip("'")): term.strip("'") for term in node.terms}
    text = plain(node.text) if keys else ""
    for key in terms & keys.keys():
        yield node.excludes or polarity(text, max(text.lower().find(keys[key].lower()), 0)) < 0
