"""A term in marks that gave way to another one: what their explanations tell of it.

"Having a 'strong lid'" became "having a 'safe cover'". Where one edition says that a 'strong lid' is a lid of tin, and
the other that a 'safe cover' is a lid of tin or copper, the second holds more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from controllist.changes.clause.ground.setting import Setting, turned
from controllist.changes.clause.print.doubled import kept_limits
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain, term_key
from controllist.changes.language.text.unlike import unlike
from controllist.changes.place.ground.provisions import node_of
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence, clipped, decided_by
from controllist.codes import entry_of
from controllist.model import Node, Threshold
from controllist.patterns import pattern

RENAMED = "another name for what is explained alike"
EXPLAINED = "another term, told by what explains both"
_QUOTED = pattern(r"\"([^\"<>]{3,80})\"|(?<!\w)'([^'<>]{3,80})'(?!\w)")
_VERB = r"\s*(?:\([^()]{1,40}\)\s*)?(?:means|refers\s+to|is|are)\s"
_NEXT_TERM = pattern(rf"[.;]\s+(?:\d{{1,2}}\.\s+)?[^.;:\"']{{0,60}}(?:\"[^\"<>]{{3,80}}\"|'[^'<>]{{3,80}}'){_VERB}")
_LIGHT = pattern(r"^(?:having|with|of)\s+", re.IGNORECASE)
Limits = tuple[Sequence[Threshold], Sequence[Threshold]]
Compare = Callable[[Node, Node, Setting], list[Evidence]]
"""What a change of wording between two nodes does."""


def with_renamed_terms(
    texts: Sequence[str], limits: Limits, setting: Setting, compare: Compare
) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits, the old one in the new one's term where that took the place of one of its
    own, and what that change does; as they are where no explanations tell it."""
    old, new = texts
    if old == new or not all("'" in one or '"' in one for one in texts):
        return [old, new], limits, []
    if not all("'" in one or '"' in one for one in unlike(old, new)):
        return [old, new], limits, []
    gone = _only_in(old, new)
    come = _only_in(new, old) if len(gone) == 1 else []
    if len(gone) != 1 or len(come) != 1 or gone[0][:1] != come[0][:1]:
        return [old, new], limits, []
    terms = _LIGHT.sub("", _marked(gone[0])), _marked(come[0])
    said = [
        _explanation(term, tree, within)
        for term, tree, within in zip(terms, setting.trees, setting.within, strict=True)
    ]
    if not all(said) or _explains(terms[0], old):
        return [old, new], limits, []
    effect = _effect(said, setting, compare)
    if effect == "unclear":
        return [old, new], limits, []
    evidence = Evidence(
        "term", effect, old=clipped(terms[0]), new=clipped(terms[1]), note=RENAMED if effect == "none" else EXPLAINED
    )
    led = _LIGHT.match(gone[0][1:-1])
    told = old.replace(gone[0], f"{led.group() if led else ''}{come[0]}")
    kept = kept_limits(limits[0], gone[0], old.replace(gone[0], " ")), limits[1]
    return [told, new], kept, [turned(evidence, polarity(new, new.index(come[0])))]


def _effect(said: Sequence[str], setting: Setting, compare: Compare) -> Effect:
    """What it does that one explanation has the place of the other."""
    if said[0] == said[1]:
        return "none"
    words = [{*text.lower().split()} for text in said]
    if 3 * len(words[0] & words[1]) < 2 * min(map(len, words)) or any(map(_only_in, said, said[::-1])):
        return "unclear"
    one, other = (node_of(text, within) for text, within in zip(said, setting.within, strict=True))
    return decided_by(compare(one, other, setting._replace(way=1, until_doubt=True)))


def _marked(quoted: str) -> str:
    """A term without its marks and the comma that American print sets before the last of them."""
    return quoted[1:-1].rstrip(",")


def _only_in(text: str, other: str) -> list[str]:
    """The terms that one text alone quotes, with their marks; each once."""
    there = _quoted(other)
    return [words for key, words in _quoted(text).items() if key not in there]


@lru_cache(maxsize=4096)
def _quoted(text: str) -> dict[str, str]:
    """What stands in quotation marks in a text, by its key."""
    return {term_key(match[1] or match[2]): match.group() for match in _QUOTED.finditer(text)}


def _explanation(term: str, tree: Tree, within: str) -> str:
    """What an edition says a term means, in the entry or in the definitions; empty where it says nothing of it."""
    defined = tree.definitions.get(term.lower()) or tree.definitions.get(term.lower().removesuffix("s"))
    if defined is not None:
        return plain(defined.text)
    for node in tree.technical_notes.get(entry_of(within), ()):
        text = plain(node.text)
        if found := _explains(term, text):
            end = _NEXT_TERM.search(text, found.end())
            return text[found.end() : end.start() if end else len(text)].strip()
    return ""


def _explains(term: str, text: str) -> re.Match[str] | None:
    """Where a text says itself what a term means, up to the verb."""
    return re.search(rf"([\"']){re.escape(term)}\1{_VERB}", text) if term in text else None
