"""Words behind a term in marks that say what the term's definition says: "a 'brewing time' (the time to brew a pot)".

Where the other edition has the term alone, and explains it in these words, it says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from controllist.changes.clause.terms.marked_terms import explaining
from controllist.changes.language.same.listing import Clause
from controllist.changes.language.text.meaning import IDLE
from controllist.changes.language.text.plain import plain, stem, term_key
from controllist.changes.language.text.segments import Segment
from controllist.changes.language.text.sentences import pieces
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.model import Node
from controllist.patterns import pattern

SAID = "said by what explains the term"
_TERM = pattern(r"(?:\"(?P<wide>[^\"<>]{3,60})\"|'(?P<local>[^'<>]{3,60})')\s*(?:\([^()]{1,30}\)\s*)?$")
_WORDS = pattern(r"[^\W_]+")
_TELLS = pattern(
    r"\b(?:not|no|except|only|other|than|without|excluding|unless|if|exceeding|less|more|nicht|ohne)\b|<", re.IGNORECASE
)
_SMALL = frozenset(("of", "to", "for", "from", "in", "by", "at", "with", "and", "or", "on"))
_FEWEST = 3
"""Words, the small ones left aside, that tell that an explanation says them."""


def said_by_term(old: Clause, new: Clause, segment: Segment, trees: tuple[Tree, Tree], within: tuple[str, str]) -> str:
    """Why words that one clause has more, right behind a term, say nothing; empty where that is not certain.

    The other clause has the term in marks, and its edition explains it by a sentence that holds all of them.
    """
    if not (segment.is_insertion or segment.is_deletion):
        return ""
    has, (start, stop) = (new, segment[2:]) if segment.is_insertion else (old, segment[:2])
    lacks, at, side = (old, segment.old_from, 0) if segment.is_insertion else (new, segment.new_from, 1)
    if stop - start < _FEWEST or not at:
        return ""
    words = has.masked.text[has.tokens[start - 1].end if start else 0 : has.tokens[stop - 1].end]
    following = lacks.tokens[at].start if at < len(lacks.tokens) else len(lacks.masked.text)
    term = _term_before(lacks.masked.text, lacks.tokens[at - 1].end, following)
    if not term or _TELLS.search(words):
        return ""
    said = _telling(words)
    if len(said) < _FEWEST:
        return ""
    return SAID if any(said <= _telling(one) for one in explained(term, trees[side], within[side])) else ""


def _term_before(text: str, end: int, following: int) -> str:
    """The term in marks that ends at a place of a text; empty if none does."""
    shut = re.match(r"[\"']?\s*(?:\([^()]{1,30}\)\s*)?", text[end:following])
    found = _TERM.search(text, max(0, end - 70), end + (shut.end() if shut else 0))
    return (found["wide"] or found["local"]) if found else ""


def _telling(words: str) -> frozenset[str]:
    return frozenset(key for word in _WORDS.findall(words) if (key := stem(word)) not in IDLE and key not in _SMALL)


def explained(term: str, tree: Tree, within: str) -> Iterable[str]:
    """What an edition says a term means, where it stands in the entry or in the definitions."""
    key = term_key(term)
    for node in explaining(key, tree):
        if node.kind == "definition":
            yield plain(node.text)
        elif node.kind != "item" and _is_near(node, within):
            yield from (one.text for one in pieces(plain(node.text)) if key in one.terms)


def _is_near(node: Node, within: str) -> bool:
    return not within or entry_of(node.parent) == entry_of(within)


def with_terms_said(found: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, where a term came to be marked whose explanation only moved into a note."""
    marked = [one for one in found if one.type == "term" and one.effect == "unclear"]
    if len(marked) != 1 or not any(one.note == SAID for one in found) or not (marked[0].old or marked[0].new):
        return list(found)
    told = Evidence("term", "none", old=marked[0].old, new=marked[0].new, note=SAID)
    return [told if one is marked[0] else one for one in found]
