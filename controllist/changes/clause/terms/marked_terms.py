"""Words that stand in quotation marks in one edition alone: whether that makes a defined term of them.

A mark points at a definition. Where both editions define the term alike, or neither defines it at all, the mark alone
changes nothing; where only one does, or the two differ, what the mark does is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from controllist.changes.language.text.meaning import Token, marks_of, meaning_of
from controllist.changes.language.text.plain import label_keys, label_parts, plain, term_key
from controllist.changes.place.ground.explained import (
    Alike,
    explained_in_both,
    marked_in_both,
    sentences,
    with_counterparts,
)
from controllist.changes.place.ground.term_uses import TermUses
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence, clipped
from controllist.figures.terms import global_terms, local_terms
from controllist.model import Node
from controllist.patterns import pattern

MOST_WORDS = 8
"""Words of a term; a longer stretch between two marks was not closed where it ought to be."""
_TOLD_APART = frozenset({'"', "'"})


class Ground(NamedTuple):
    """Where marked words stand: both editions, the new node's id of each old one and the reverse, and the entry.

    `alike` says whether two paired nodes say the same.
    """

    trees: tuple[Tree, Tree]
    partner: Mapping[str, str]
    origin: Mapping[str, str]
    entry: str
    alike: Alike


def mark_evidence(kept: Sequence[tuple[Token, Token]], texts: tuple[str, str], ground: Ground) -> list[Evidence]:
    """What it does that words of two plain texts stand in quotation marks on one side alone, or in other ones."""
    if not any('"' in text or "'" in text for text in texts):
        return []
    found: dict[Evidence, None] = {}
    if abs(texts[0].count('"') - texts[1].count('"')) == 1:
        return [Evidence("term", "none", note="a quotation mark was lost")] if _differ(kept) else []
    runs = _runs(kept)
    if not runs:
        return []
    marks = marks_of(texts[0]), marks_of(texts[1])
    for run in runs:
        sides = {(left.mark, right.mark) for left, right in run}
        if sides == {("", "")} or all(left == right for left, right in sides):
            continue
        found[_of_run(run, texts, marks, ground)] = None
    return list(found)


def _differ(kept: Iterable[tuple[Token, Token]]) -> bool:
    return any(left.mark != right.mark for left, right in kept)


def _runs(kept: Sequence[tuple[Token, Token]]) -> list[list[tuple[Token, Token]]]:
    """Kept tokens whose marks differ, those of one quoted stretch together."""
    runs: list[list[tuple[Token, Token]]] = []
    differing = [at for at, (left, right) in enumerate(kept) if left.mark != right.mark]
    for before, at in pairwise([-2, *differing]):
        if at == before + 1:
            runs[-1].append(kept[at])
        else:
            runs.append([kept[at]])
    return runs


def _of_run(
    run: Sequence[tuple[Token, Token]],
    texts: tuple[str, str],
    marks: tuple[Sequence[tuple[int, int, str]], Sequence[tuple[int, int, str]]],
    ground: Ground,
) -> Evidence:
    """The evidence of kept words that stand next to each other and whose marks differ."""
    if all({left.mark, right.mark} == _TOLD_APART for left, right in run):
        return Evidence("term", "none", note="a term is defined elsewhere")
    terms: list[set[str]] = [set(), set()]
    for pair in run:
        for side, token in enumerate(pair):
            terms[side] |= {texts[side][at + 1 : end - 1] for at, end, _ in marks[side] if at < token.start < end}
    named = sorted(terms[0] | terms[1])
    whole = sum(len(meaning_of(term)) for term in named) == len(run)
    is_no_term = any("<" in term or len(term.split()) > MOST_WORDS or not term_key(term) for term in named)
    if (terms[0] and terms[1]) or not whole or not named or is_no_term:
        return Evidence("term", "unclear", note="a word became a defined term, or ceased to be one")
    said = {"old" if terms[0] else "new": clipped(", ".join(named))}
    if all(_is_short_for_marked(term, texts) for term in named):
        return Evidence("term", "none", **said, note="the short form of a term that is marked in both editions")
    is_global = any('"' in pair for pair in ((left.mark, right.mark) for left, right in run))
    notes = {_told_alike(term_key(term), ground, is_global=is_global) for term in named}
    if "" in notes:
        return Evidence("term", "unclear", **said, note="a word became a defined term, or ceased to be one")
    return Evidence("term", "none", **said, note=sorted(notes)[0])


def _is_short_for_marked(term: str, texts: tuple[str, str]) -> bool:
    """Whether a short form stands in brackets behind a marked term in both texts: 'high lid' (HL) and ('HL')."""
    short = rf"[^\W\d_]['\"] \(['\"]?{re.escape(term)}['\"]?\)"
    return term.isupper() and all(re.search(short, text) for text in texts)


def _told_alike(key: str, ground: Ground, *, is_global: bool) -> str:
    """Why a mark around a term says nothing; empty if it may say something.

    Terms of the whole list may be defined outside the editions; then it is known of them at most that both mark them.
    """
    trees = ground.trees
    if is_global and not all(_defines_terms(tree) for tree in trees):
        return "a term that both editions mark elsewhere" if marked_in_both(key, trees) else ""
    key = _basic_form(key, trees)
    nodes = explaining(key, trees[0]), explaining(key, trees[1])
    own = [[node for node in some if _defines(node, key)] for some in nodes]
    places = {node.id for some in (own if is_global and all(own) else nodes) for node in some}
    old, new = (_said_of(key, tree, places) for tree in trees)
    if old != new:
        links, entry = (ground.partner, ground.origin), "" if is_global else ground.entry
        if explained_in_both(key, nodes, trees, links, entry, ground.alike):
            return "a term that both editions explain"
        if (is_global and all(own)) or explained_in_both(key, nodes, trees, links, entry, _in_any_words):
            return "a term that both editions explain, each in its words"
        return _UNMARKED if _stood_unmarked(key, nodes, ground) else ""
    return "a term that both editions define alike" if old else "marked, but defined in neither edition"


_ENDINGS = ("en", "es", "er", "n", "e", "s")
"""What German puts behind a noun for its number and case."""
_LEAST_STEM = 6


def _basic_form(key: str, trees: tuple[Tree, Tree]) -> str:
    """A term without an ending of German, if one edition defines it so and neither defines it with the ending."""
    if not all(map(_is_german, trees)) or any(explaining(key, tree) for tree in trees):
        return key
    stems = [key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending)]
    stems = [one for one in stems if len(one.split()[-1]) >= _LEAST_STEM]
    return next((one for one in stems if any(explaining(one, tree) for tree in trees)), key)


@lru_cache(maxsize=2)
def _is_german(tree: Tree) -> bool:
    """Whether one of the first definitions of an edition is in German."""
    return any(_GERMAN.search(node.text) for node in islice((n for n in tree.others if n.kind == "definition"), 20))


_GERMAN = pattern(r"\b(?:der|das|und|wird|ein)\b")
_UNMARKED = "marks alone came to the words, or went"


def _stood_unmarked(key: str, nodes: tuple[Sequence[Node], Sequence[Node]], ground: Ground) -> bool:
    """Whether every note that marks a term in one edition alone has a counterpart that says the same without marks."""
    pairs = with_counterparts(nodes, ground.trees, (ground.partner, ground.origin))
    told = [pair for pair in pairs if not any(map(_only_points_or_takes_out, pair))]
    return bool(told) and all(
        old is not None
        and new is not None
        and all(f" {key} " in f" {term_key(plain(one.text))} " for one in (old, new))
        and ground.alike(old, new)
        for old, new in told
    )


def _only_points_or_takes_out(node: Node | None) -> bool:
    return node is not None and (node.kind == "nota-bene" or (node.kind == "note" and node.excludes))


def _in_any_words(_old: Node, _new: Node) -> bool:
    """What explains a term in both editions changed by itself, and reaches the items that use it from there."""
    return True


def _said_of(key: str, tree: Tree, places: Iterable[str]) -> frozenset[str]:
    """What the definitions and notes of these ids say of a term, sentence by sentence, marked or not."""
    found: set[str] = set()
    for node in filter(None, map(tree.by_id.get, places)):
        texts = [one.text for one in node.annotations] if node.kind == "item" else [node.text]
        is_its_own = _defines(node, key)
        told = [one for text in texts for one in sentences(text)]
        found |= {meaning for words, meaning in told if is_its_own or f" {key} " in f" {words} "}
    return frozenset(found)


def _defines(node: Node, key: str) -> bool:
    """Whether a node is the definition of a term."""
    return node.kind == "definition" and key in label_keys(node.label)


def explaining(key: str, tree: Tree) -> Sequence[Node]:
    """What an edition explains a term in: definitions, notes, and items with a field of definitions."""
    defining = {node.id for node in _labelled(tree).of(key)}
    definitions = [node for node in tree.others if node.id in defining] if defining else []
    others = [node for node in tree.marks.of(key) if node.kind != "item"]
    return [*others, *_with_fields(tree).of(key), *definitions]


@lru_cache(maxsize=2)
def _with_fields(tree: Tree) -> TermUses:
    """The items with a field of definitions, by the terms that they mark there."""
    items = [node for node in tree.nodes if node.annotations and node.kind == "item"]
    return TermUses(items, map(_defined_beside, items))


@lru_cache(maxsize=2)
def _labelled(tree: Tree) -> TermUses:
    """The definitions by the terms that their labels name."""
    nodes = [node for node in tree.others if node.kind == "definition"]
    return TermUses(nodes, [label_parts(node.label) for node in nodes])


def _defined_beside(item: Node) -> Sequence[str]:
    """The terms that an item marks in a field of definitions."""
    fields = [one.text for one in item.annotations if one.name == "related-definitions"]
    return [term for text in fields for term in (*global_terms(text), *local_terms(text))]


@lru_cache(maxsize=2)
def _defines_terms(tree: Tree) -> bool:
    """Whether an edition holds the definitions of its terms itself."""
    return any(node.kind == "definition" for node in tree.others)
