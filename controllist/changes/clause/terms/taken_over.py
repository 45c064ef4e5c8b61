"""A term behind a name of goods that its definition went into: the goods alone are marked now, and explained so.

Where "hardened for travel" means any change made to withstand a fall, cups "hardened for travel" are the same as
'cups' of which a note says that they are those changed to withstand a fall.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.clause.terms.marked_terms import explaining
from controllist.changes.clause.terms.said_by_term import explained
from controllist.changes.language.text.plain import plain, term_key
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.patterns import pattern

TAKEN_OVER = "what explains the goods says what the term behind them did"
_TERM = pattern(r"(?P<mark>[\"'])(?P<term>[a-z][^\"'<>()]{5,40})(?P=mark)")
_GOODS = pattern(r"(?<![^\W\d_])[A-Za-z]+(?:\s[a-z]+){0,2}\s$")
_IN_BRACKETS = pattern(r"\([^()]*\)")
_TELLS = pattern(r"\b(?:not|no|except|only|other\s+than|without|excluding|unless|if)\b|<", re.IGNORECASE)
_FEWEST = 5
"""Telling words of a definition by which it is known in what explains something else."""
_MOST_MORE = 3
"""Telling words that the explanation of goods may have besides: what kind of goods they are."""
_ROOT = 5
"""Letters by which "modification" and "modified", "selection" and "selected" are known as one word."""


def with_terms_taken_over(
    texts: Sequence[str], trees: tuple[Tree, Tree], within: tuple[str, str]
) -> tuple[list[str], list[Evidence]]:
    """Two plain texts, in which such goods bear the one name that is a term of the other text, and why."""
    told = list(texts)
    found: list[Evidence] = []
    if texts[0] == texts[1] or not all('"' in text or "'" in text for text in texts):
        return told, []
    for at in (0, 1):
        for match in _TERM.finditer(told[at]):
            if match["term"] in told[1 - at] or not told[at][match.start() - 2 : match.start()].strip().isalpha():
                continue
            goods, alone = _goods_before(told[at][: match.start()], told[1 - at])
            if alone and _is_taken_over(match["term"], goods, at, trees, within[1 - at]):
                told[at] = told[at].replace(f"{goods} {match[0]}", alone)
                said = {("old", "new")[at]: match["term"]}
                found.append(Evidence("term", "none", **said, note=TAKEN_OVER))
    return told, found


def _goods_before(text: str, other: str) -> tuple[str, str]:
    """The most words at the end of a text that another one has in marks, and these with their marks there."""
    found = _GOODS.search(text, max(0, len(text) - _LONGEST))
    words = found.group().split() if found else []
    for first in range(len(words)):
        goods = " ".join(words[first:])
        marked = re.search(rf"\"{goods}\"|(?<!\w)'{goods}'", other, re.IGNORECASE)
        if marked:
            return goods, marked.group()
    return "", ""


_LONGEST = 80
"""Characters of a name of goods."""


def _is_taken_over(term: str, goods: str, at: int, trees: tuple[Tree, Tree], within: str) -> bool:
    """Whether one edition defines a term and explains no goods so named, and the other does by that definition."""
    definition = trees[at].definitions.get(term.lower())
    if definition is None or explaining(term_key(goods), trees[at]):
        return False
    meant = _roots(definition.text)
    if len(meant) < _FEWEST or _TELLS.search(definition.text):
        return False
    return any(
        meant <= (said := _roots(one)) and len(said - meant - _roots(goods)) <= _MOST_MORE and not _TELLS.search(one)
        for one in explained(goods, trees[1 - at], within)
    )


def _roots(text: str) -> frozenset[str]:
    """The beginnings of the telling words of a text, examples in brackets left aside."""
    words = telling_words(_IN_BRACKETS.sub("", plain(text)))
    return frozenset(word[:_ROOT] for word in words if word.isalpha()) - _IDLE


_IDLE = frozenset(("means", "mean", "those", "their", "purpo", "modif"))
"""What tells nothing here; "modified" is no telling word, and so "modification" is none."""
