"""One thing more or less in a list that says what a term means, in a note to an item that asks for that term.

"'Fine pots' means any of the following: a. Tin pots; b. Clay pots" below "Lids for 'fine pots'": with a third line
more lids are controlled. Where the item takes out what the term names, or does not name it, nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

_MEANS = pattern(r"(?P<term>'[^']{3,90}'|\"[^\"]{3,90}\")\s+means\s+any\s+of\s+the\s+following\b[^:.;]{0,30}:")
_NEXT_PARAGRAPH = pattern(r"[.]\s+\d{1,2}[.)]\s+[A-Z'\"]")


def told_by_meaning(evidence: Evidence, old: Node, new: Node, trees: Sequence[Tree]) -> Evidence | None:
    """The evidence of a technical note, where it is about a line of such a list; None where it is not."""
    if evidence.type != "alternative" or evidence.effect not in ("tightened", "relaxed"):
        return None
    if {old.kind, new.kind} != {"technical-note"} or bool(evidence.old) == bool(evidence.new):
        return None
    texts = plain(old.text), plain(new.text)
    if "means any of" not in texts[0] or "means any of" not in texts[1]:
        return None
    meant = [list(_MEANS.finditer(text)) for text in texts]
    side = 1 if evidence.new else 0
    term = _term_at(texts[side], (evidence.new or evidence.old).removesuffix(" …").lstrip(" ).,;"))
    terms = [[match["term"] for match in matches] for matches in meant]
    if not term or len(terms[0]) != len(terms[1]):
        return None
    at = terms[side].index(term)
    asked = (_asks_for(terms[0][at], old, trees[0]), _asks_for(terms[1][at], new, trees[1]))
    return evidence if all(asked) else None


def _term_at(text: str, words: str) -> str:
    """The term in whose list some words stand, empty if that is not certain."""
    start = text.find(words)
    if start < 0 or text.find(words, start + 1) >= 0:
        return ""
    before = [match for match in _MEANS.finditer(text) if match.end() <= start]
    if not before or _NEXT_PARAGRAPH.search(text, before[-1].end(), start):
        return ""
    return before[-1]["term"]


def _asks_for(term: str, note: Node, tree: Tree) -> bool:
    """Whether the item above a note names a term, and only where what it names is asked for."""
    item = tree.by_id.get(note.parent)
    if item is None or item.kind != "item":
        return False
    text, at, found = plain(item.text), -1, False
    while (at := text.find(term, at + 1)) >= 0:
        if polarity(text, at) != 1:
            return False
        found = True
    return found
