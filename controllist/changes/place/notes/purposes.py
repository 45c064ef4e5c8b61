"""Explanations that name the items for which they hold: "For the purposes of 7A001.b, a 'spout' is".

Where more or fewer items are named, and the terms that are explained stand in the same items as before, nothing
changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from controllist.changes.language.text.plain import plain, term_key
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.tree import Tree
from controllist.changes.place.notes.terms_left_out import unless_left_out
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.figures.references import references
from controllist.figures.terms import local_terms
from controllist.model import Node
from controllist.patterns import pattern

_FOR = pattern(
    r"(?:^|[.:]\s+)(?:\d{1,2}\.\s+)?(?:for\s+the\s+purposes?\s+of|in|im\s+sinne\s+(?:von|der))\s+"
    r"(?P<codes>(?:[\w-]+\s)?\d[^'\"]{3,80}?),?\s+(?:an?\s|the\s|[\w-]+\s){0,3}['\"]",
    re.IGNORECASE,
)


def held_alike(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence; where an explanation names other items, it is decided if its terms stand in the same ones."""
    if evidence.type != "reference" or evidence.effect == "none":
        return evidence
    evidence = unless_left_out(evidence, old, new, editions)
    if not {old.kind, new.kind} <= {"technical-note", "note"}:
        return evidence
    if old.excludes or new.excludes:
        return evidence
    codes = [_codes(side) for side in (evidence.old, evidence.new)]
    texts = plain(old.text), plain(new.text)
    told = [_told_for(text) for text in texts]
    if (
        not all(told)
        or not set(codes[0]) <= _cited(told[0], editions)
        or not set(codes[1]) <= _cited(told[1], editions)
    ):
        return evidence
    terms = {term_key(term) for text in texts for term in local_terms(text)}
    trees = editions.old, editions.new
    users = [code for tree, node in zip(trees, (old, new), strict=True) for code in _users(terms, node, tree)]
    if not users or any(_is_in(user, codes[0]) != _is_in(user, codes[1]) for user in users):
        return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note="explains for other items")
    return Evidence("reference", "none", old=evidence.old, new=evidence.new, note="its terms stand in the same items")


def _codes(said: str) -> list[str]:
    return [code for code in said.split(", ") if code]


def _told_for(text: str) -> list[str]:
    """What a text says of the items for which it explains a term, each time it does."""
    return [match["codes"] for match in _FOR.finditer(text)]


def _cited(told: Iterable[str], editions: Editions) -> set[str]:
    codes = {code for one in told for code in references(one)}
    return codes | {editions.renamed[code] for code in codes if code in editions.renamed}


def _users(terms: set[str], node: Node, tree: Tree) -> Iterable[str]:
    """The codes of the items in the entry of a note that use one of its terms, marked or not."""
    entry = entry_of(node.parent)
    for code in tree.active_codes(entry):
        words = f" {term_key(plain(tree.by_code[code].text))} "
        if any(f" {term} " in words for term in terms):
            yield code


def _is_in(user: str, codes: Iterable[str]) -> bool:
    return any(is_same_or_below(user, code) for code in codes)
