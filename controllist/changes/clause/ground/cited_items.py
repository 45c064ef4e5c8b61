"""The items behind numbers that one clause cites and the other does not: whether they are new to the citation.

A number may be new while its goods are not: they stood under another number of the same entry, or they are a part of
what the clause named all the time. A number may also have been a slip, which named nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.codes import entry_of, subject_of
from controllist.figures.references import cited, references
from controllist.model import Node
from controllist.patterns import pattern

_AMONG = pattern(
    r"\W*(?:any\s+)?[\w\"'-]+\s+(?:(?:that|which)\s+(?:is|are)\s+)?(?:described|specified|controlled|enumerated)\s+(?:in|by)\b"
    r"(?P<items>.{0,120}?)(?=\W*\b(?:that|which|having|with|and\s+(?:also|meeting|exceeding))\b|$)",
    re.IGNORECASE,
)
"""Goods that are told by the item which names them: "kettles specified by 1A001 and holding 3 l"."""
_FEWEST = 3
"""Telling words by which the goods of an item can be known again."""
_KEPT = 0.8
"""The part of the telling words of an item that stays where the item is not rewritten."""
_SLIP = 0.8
"""How alike a number that was a slip is to the number that was meant."""


def told_by(node: Node) -> tuple[str, ...]:
    """The items by which a node tells, before all else, what its goods are: "any kettle described in 1A001 that"."""
    found = _AMONG.match(plain(node.text)) if node.refs else None
    return references(found["items"]) if found else ()


def is_among(code: str, tree: Tree, is_named: Callable[[str], bool]) -> bool:
    """Whether the goods of an item are, by its own words or those of each item below it, among those of named items."""
    node = tree.by_code.get(code)
    if node is None:
        return False
    if items := told_by(node):
        return all(is_named(item) and subject_of(item) == subject_of(code) for item in items)
    below = tree.items_below(node.id)
    return bool(below) and all(is_among(item.code, tree, is_named) for item in below)


def may_have_stood(
    code: str, present: Tree, absent: Tree, entries: Iterable[str], counterparts: Mapping[str, str]
) -> bool:
    """Whether what a number bears may stand, in the edition that lacks the number, in one of these entries."""
    return stood_in(code, present, absent, entries, counterparts) != frozenset()


def stood_in(
    code: str, present: Tree, absent: Tree, entries: Iterable[str], counterparts: Mapping[str, str]
) -> frozenset[str] | None:
    """The items of these entries in which what a number bears may stand in the edition that lacks the number.

    None where the words are too few to tell. `counterparts` gives the code in `present` of each code of `absent` that
    has been paired. Goods come from an item that has none in force, or whose counterpart says less of what they are.
    """
    nodes = [absent.by_code[one] for entry in entries for one in absent.active_codes(entry)]
    others = [(node, telling_words(node.text)) for node in nodes]
    below = [one for one in present.active_codes(entry_of(code)) if is_same_or_below(one, code)]
    found: set[str] = set()
    known = False
    for node in map(present.by_code.__getitem__, below):
        words = telling_words(node.text)
        if len(words) < _FEWEST:
            if not present.is_list(node.id):
                return None
            continue
        known = True
        said = [one for one, its_words in others if _says_half(words, its_words)]
        found |= {one.code for one in said if not _still_says(words, one, present, counterparts)}
    return frozenset(found) if known else None


def _says_half(words: frozenset[str], said: frozenset[str]) -> bool:
    shared = len(words & said)
    return 2 * shared >= len(words) or (shared >= _FEWEST and 2 * shared >= len(said))


def _still_says(words: frozenset[str], node: Node, present: Tree, counterparts: Mapping[str, str]) -> bool:
    """Whether an item has a counterpart in force that says as much of these words as it does."""
    there = present.by_code.get(counterparts.get(node.code, ""))
    if there is None or there.status != "active":
        return False
    if len(_TAKES_OUT.findall(there.text)) > len(_TAKES_OUT.findall(node.text)):
        return False
    return words & telling_words(node.text) <= telling_words(there.text)


_TAKES_OUT = pattern(r"\b(?:non|not|other\s+than|except|excluding|without|nicht|außer|ausgenommen)\b", re.IGNORECASE)
"""Words by which an item may leave out what it held before."""


def is_split_off(code: str, named: Iterable[str], present: Tree, absent: Tree) -> bool:
    """Whether one of the items named in both editions leaves out, in the edition that has an entry, just this entry.

    What an item leaves out since there is an entry for it, it held before.
    """
    if absent.is_active(code):
        return False
    entry = entry_of(code)
    for node in (present.by_code.get(one) for one in {above for one in named for above in (one, entry_of(one))}):
        before = absent.by_code.get(node.code) if node is not None and entry in node.refs else None
        if node is not None and before is not None and entry not in before.refs:
            text = plain(node.text)
            if any(entry_of(cites) == entry and polarity(text, start) < 0 for start, _, cites in cited(text)):
                return True
    return False


def says_as_much(one: Node, other: Node) -> bool:
    """Whether two texts tell nearly the same of what they are about: a number that bears them bears the same goods."""
    words = telling_words(one.text), telling_words(other.text)
    return _KEPT * len(words[0] | words[1]) <= len(words[0] & words[1])


def is_slip(code: str, meant: str, trees: tuple[Tree, Tree]) -> bool:
    """Whether a number that neither edition knows was put for a number, much like it, that both know."""
    if any(code in tree.by_code for tree in trees) or not all(tree.is_active(meant) for tree in trees):
        return False
    return SequenceMatcher(None, code, meant, autojunk=False).ratio() >= _SLIP
