"""Names that gave way to a defined term whose definition takes them in among others, or the reverse.

Where a definition says "a vessel; it includes kettles and pans", then "kettles" that became "vessels" are more goods.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain, term_key
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence, opposite
from controllist.codes import entry_of
from controllist.patterns import pattern

_QUOTED = pattern(r"[\"'](?:(?<=\")([^\"]{3,60})\"|(?<=')(?<!\w')([^']{3,60})'(?!\w))")
_TAKES_IN = pattern(
    r"\b(?:includes?|comprises?|umfasst)\s+(?P<names>[^.:;]*)|\bin\s+the\s+form\s+of\s+(?P<forms>[^.:;]*)"
)
_JOINT = pattern(r"\s*,\s*(?:(?:and|or|und|oder)\s+)?|\s+(?:and|or|und|oder)\s+")
_BRACKET = pattern(r"\s*\((?P<short>[A-Z][\w-]{1,9})\b[^()]*\)")
_ARTICLE = pattern(r"^(?:an?|the|eine?|der|die|das)\s+", re.IGNORECASE)


class Name(NamedTuple):
    """What a definition takes in: its words, and the short form printed behind them, if any."""

    words: str
    short: str


def with_wider_terms(
    texts: Sequence[str], trees: tuple[Tree, Tree], within: tuple[str, str]
) -> tuple[list[str], list[Evidence]]:
    """Two plain texts with such a name replaced by the other text's term, and what that change does."""
    old, new = texts
    if '"' not in old + new and "'" not in old + new:
        return [old, new], []
    old, evidence = _told_by_terms(old, new, trees[1], within[1])
    if not evidence:
        new, turned = _told_by_terms(new, old, trees[0], within[0])
        evidence = [Evidence("term", opposite(one.effect), old=one.new, new=one.old, note=one.note) for one in turned]
    return [old, new], evidence


def _told_by_terms(text: str, other: str, tree: Tree, within: str) -> tuple[str, list[Evidence]]:
    """`text` told in the terms of `other`: the terms that only `other` quotes, for the names they take in."""
    found: list[Evidence] = []
    for match in _QUOTED.finditer(other):
        term = match[1] or match[2]
        if match.group() in text or _quoted(term, text) or len(names := _taken_in(term, tree, within)) < 2:
            continue
        for name in names:
            pattern = _pattern(name)
            if pattern.search(other) or not (places := list(pattern.finditer(text))):
                continue
            effect: Effect = {1: "tightened", -1: "relaxed"}.get(polarity(text, places[0].start()), "unclear")  # type: ignore[assignment]  # three effects
            found.append(Evidence("term", effect, old=name.words, new=term, note="a term that takes in more"))
            text = pattern.sub(match.group().replace("\\", ""), text)
    return text, found


def _quoted(term: str, text: str) -> bool:
    return term_key(term) in _quoted_in(text)


@lru_cache(maxsize=4096)
def _quoted_in(text: str) -> frozenset[str]:
    """The keys of what stands in quotation marks in a text."""
    if '"' not in text and "'" not in text:
        return frozenset()
    return frozenset([term_key(match[1] or match[2]) for match in _QUOTED.finditer(text)])


def _taken_in(term: str, tree: Tree, within: str) -> tuple[Name, ...]:
    """The names that the definition of a term takes in; none where the term has no such definition."""
    name = term.lower()
    for form in (name, name.removesuffix("s")):
        if form in tree.definitions:
            return _names(plain(tree.definitions[form].text))
    for node in tree.technical_notes.get(entry_of(within), ()):
        text = plain(node.text)
        if _quoted(term, text):
            return _names(text)
    return ()


@lru_cache(maxsize=1024)
def _names(text: str) -> tuple[Name, ...]:
    text = _BRACKET.sub(lambda one: f" ({one['short']})", text)
    match = _TAKES_IN.search(text)
    if not match:
        return ()
    said = match["names"] or match["forms"] or ""
    found = []
    for part in _JOINT.split(said):
        short = _BRACKET.search(part)
        words = _ARTICLE.sub("", re.sub(r"\([^()]*\)", "", part)).strip(" \"'")
        if re.fullmatch(r"[\w-]+(?: [\w-]+){0,5}", words) and not re.search(r"\b(?:not|limited)\b", words):
            found.append(Name(words, short["short"] if short else ""))
    return tuple(found)


@lru_cache(maxsize=1024)
def _pattern(name: Name) -> re.Pattern[str]:
    """A name where it stands in a text, with its short form behind it, or the short form alone."""
    words = r"\s+".join(rf"{re.escape(word.removesuffix('s'))}s?" for word in name.words.split())
    if not name.short:
        return re.compile(rf"(?<![\w'\"-]){words}(?![\w'\"-])", re.IGNORECASE)
    short = re.escape(name.short)
    return re.compile(rf"\b(?:(?i:{words})(?:\s*\({short}\b(?:[^()]|\([^()]*\))*\))?|{short})(?!\w)")
