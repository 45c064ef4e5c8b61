"""Terms that both editions explain alike, and terms that both mark: a mark beside them says nothing more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from controllist.changes.language.text.meaning import meaning_of
from controllist.changes.language.text.plain import label_keys, plain, term_key, without_index
from controllist.changes.place.ground.tree import Tree
from controllist.codes import entry_of
from controllist.model import Node
from controllist.patterns import pattern

_VERB = pattern(
    r"\s(?:is|are|means?|refers?|includes?|consists?|compris\w+|denotes?|describes?|has|have|shall|will|can|may"
    r"|ist|sind|bedeute[nt]|bezeichne[nt]|umfass(?:t|en)|haben|hat)\b|\s?[=:]",
    re.IGNORECASE,
)
"""What follows a term where a sentence explains it."""
_SENTENCE = pattern(r"(?<=[.;])\s+(?=[A-Z\"'(\d])")
Alike = Callable[[Node, Node], bool]
_EXPLAINING = ("definition", "technical-note", "note", "statement")


def explained_in_both(
    key: str,
    explaining: tuple[Sequence[Node], Sequence[Node]],
    trees: tuple[Tree, Tree],
    links: tuple[Mapping[str, str], Mapping[str, str]],
    entry: str,
    alike: Alike,
) -> bool:
    """Whether what explains a term in either edition stood in the other one and explained it alike, marked or not.

    `explaining` are the nodes that mark the term; of those that stand in `entry`, if there are any, the others are
    left aside: one word may be explained otherwise in each entry. `links` give the new node's id of each old one, and
    the reverse.
    """
    near = [_nearest([node for node in nodes if _explains(key, node)], entry) for nodes in explaining]
    pairs = with_counterparts((near[0], near[1]), trees, links)
    return bool(pairs) and all(
        old is not None
        and new is not None
        and _explains(key, old)
        and _explains(key, new)
        and ((_said_of(key, old) == _said_of(key, new) != []) or alike(old, new))
        for old, new in pairs
    )


def with_counterparts(
    nodes: tuple[Sequence[Node], Sequence[Node]],
    trees: tuple[Tree, Tree],
    links: tuple[Mapping[str, str], Mapping[str, str]],
) -> list[tuple[Node | None, Node | None]]:
    """Old and new nodes, each with its counterpart in the other edition or None; every pair once."""
    partner, origin = links
    pairs: list[tuple[Node | None, Node | None]] = []
    pairs += [(node, trees[1].by_id.get(partner.get(node.id, ""))) for node in nodes[0]]
    pairs += [(trees[0].by_id.get(origin.get(node.id, "")), node) for node in nodes[1]]
    return list(dict.fromkeys(pairs))


def _said_of(key: str, node: Node) -> list[str]:
    """What a note says in the sentences that hold a term."""
    return sorted(meaning for words, meaning in sentences(node.text) if f" {key} " in f" {words} ")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[str, str], ...]:
    """The sentences of a text: the words of each, and what they mean."""
    parts = _SENTENCE.split(without_index(plain(text)))
    return tuple((term_key(part), " ".join(token.key for token in meaning_of(part))) for part in parts)


def _nearest(nodes: Sequence[Node], entry: str) -> Sequence[Node]:
    return [node for node in nodes if entry and entry_of(node.parent) == entry] or nodes


def _explains(key: str, node: Node) -> bool:
    """Whether a note says what a term means, whether it marks the term or not."""
    if node.kind not in _EXPLAINING or node.excludes:
        return False
    if node.kind == "definition" and key in label_keys(node.label):
        return True
    return _says_of(key, plain(node.text))


@lru_cache(maxsize=4096)
def _says_of(key: str, text: str) -> bool:
    """Whether a term is the subject of a sentence: "a 'kettle' is", "the rating (R) of spouts, in litres, is"."""
    if key[:3] not in text.lower():
        return False
    length = len(key.split())
    for verb in _VERB.finditer(text):
        before = text[max(0, verb.start() - 160) : verb.start()]
        bare = before if verb.group().strip() in ("=", ":") else _ASIDE.sub("", before)
        for said in (before, _BRACKET.sub("", before), bare, _BRACKET.sub("", bare), *_subject_of(before)):
            words = _WORDS.findall(said)[-length:]
            if " ".join(words) and term_key(" ".join(words)) == key:
                return True
    return False


_SUBJECT = pattern(
    r"(?:^|[.;:]\s+|\A\d\.\s+)(?:for\s+the\s+purposes?\s+of\s[^,]{3,40},\s+)?(?:the\s+|an?\s+)?(?P<term>[^,.;:]{3,80}?)"
    r"\s+(?:in|for|of)\s+[^,;:]{2,60}$",
    re.IGNORECASE,
)
"""The subject of a sentence, with what says more of it behind: "the rating of spouts", "the dripping for 1A001"."""


def _subject_of(before: str) -> list[str]:
    found = _SUBJECT.search(before)
    return [found["term"], _BRACKET.sub("", found["term"])] if found else []


_ASIDE = pattern(r",[^,.;:]{1,60},?\s*$")
_BRACKET = pattern(r"['\"\s]*\([^()]{1,60}\)['\"\s]*$")
_WORDS = pattern(r"\w+")


def marked_in_both(key: str, trees: Iterable[Tree]) -> bool:
    """Whether more than one place of either edition marks a term of the whole list."""
    return all(_places(tree).get(key, 0) > 1 for tree in trees)


@lru_cache(maxsize=2)
def _places(tree: Tree) -> dict[str, int]:
    """How many nodes mark each term of the whole list."""
    printed: dict[str, int] = {}
    for node in tree.nodes:
        for term in node.terms:
            if not term.startswith("'"):
                printed[term] = printed.get(term, 0) + 1
    found: dict[str, int] = {}
    for term, count in printed.items():
        found[term_key(term)] = found.get(term_key(term), 0) + count
    return found
