"""A thing under two names of which the notes of either edition say that it is also called a third: "jug" and "pitcher".

Where one edition says that a jug may also be referred to as a ewer, and the other that a pitcher is also known as a
ewer, "jugs of tin" and "pitchers of tin" are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from controllist.changes.language.text.plain import plain, term_key
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.codes import entry_of
from controllist.model import Node, Threshold
from controllist.patterns import pattern

ONE_NAME = "both bear a third name, by what explains them"
_REFER_TO = pattern(
    r"\b(?:may|can)\s+also\s+refer\s+to\s+(?:the\s+|an?\s+)?(?P<name>[a-z][\w\s-]{2,40}?)\s+as\s+(?P<names>[^.:;]+)"
)
_KNOWN_AS = pattern(
    r"(?:[\"'](?P<term>[^\"'<>]{3,40})[\"']|\b(?:[Tt]he|[Aa]n?)\s+(?:parameter\s+)?(?P<name>[a-z][\w\s-]{2,40}?))\s+"
    r"(?:(?:is|are|may\s+be|can\s+be)\s+also|(?:may|can)\s+also\s+be)\s+(?:known|referred\s+to|called)(?:\s+as)?\s+"
    r"(?P<names>[^.:;]+)"
)
_HINTS = ("also refer", "also be known", "also be refer", "also be called", "also known", "also called")
"""Without one of these a note gives no other names."""
_JOINT = pattern(r"\s*,\s*(?:or\s+)?|\s+or\s+")
_A_NAME = pattern(r"[\"']?[a-z][a-z-]+(?:\s[a-z-]+){1,3}[\"']?")
"""A name of two words at least: one alone may mean many things."""
Limits = tuple[Sequence[Threshold], Sequence[Threshold]]


class Named(NamedTuple):
    """What a note says is also called by other names: its name, and the keys of the others."""

    name: str
    others: frozenset[str]


def with_names_told(
    texts: Sequence[str], limits: Limits, trees: tuple[Tree, Tree], within: tuple[str, str]
) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits, the old one with the new one's name of such a thing, and why."""
    old, new = texts
    if old == new or not (firsts := _of(trees[0], within[0], old, new)):
        return [old, new], limits, []
    for one in firsts:
        for other in _of(trees[1], within[1], new, old):
            shown = re.search(rf"[\"']?\b{re.escape(other.name)}s?\b[\"']?", new, re.IGNORECASE)
            if one.others & other.others and shown and term_key(one.name) != term_key(other.name):
                said = re.compile(rf"[\"']?\b{re.escape(one.name)}\b[\"']?", re.IGNORECASE)
                bounds = [_renamed(limit, one.name, other.name) for limit in limits[0]]
                evidence = Evidence("wording", "none", old=one.name, new=other.name, note=ONE_NAME)
                return [said.sub(shown.group().replace("\\", ""), old), new], (bounds, limits[1]), [evidence]
    return [old, new], limits, []


def _of(tree: Tree, within: str, text: str, other: str) -> list[Named]:
    """What an edition tells for an entry, or for all of them, that is named in a text and not in the other one."""
    here, there, entry = text.lower(), other.lower(), entry_of(within)
    named = (*_named(tree, ""), *(_named(tree, entry) if entry else ()))
    return [one for one in named if one.name.lower() in here and one.name.lower() not in there]


def _renamed(limit: Threshold, name: str, other: str) -> Threshold:
    if name.lower() not in limit.parameter.lower():
        return limit
    return msgspec.structs.replace(limit, parameter=limit.parameter.lower().replace(name.lower(), other.lower()))


@lru_cache(maxsize=1024)
def _named(tree: Tree, entry: str) -> tuple[Named, ...]:
    """What the notes of an entry say is also called by other names; of no entry, what the definitions say."""
    found = []
    for node in _telling(tree, entry):
        for match in _namings(node.text) if " also " in node.text else ():
            name = (match.groupdict().get("term") or match["name"] or "").strip()
            others = frozenset(
                term_key(part) for part in _JOINT.split(match["names"]) if _A_NAME.fullmatch(part.strip())
            )
            if name and others:
                found.append(Named(name, others))
    return tuple(found)


def _telling(tree: Tree, entry: str) -> list[Node]:
    """The notes of an entry; of no entry, the definitions and what stands under nothing."""
    if not entry:
        return [node for node in tree.others if node.kind == "definition" or not node.parent]
    below = (node for node in tree.all_below(entry) if node.kind not in ("item", "definition"))
    return [node for node in below if entry_of(node.parent) == entry]


def _namings(text: str) -> Iterator[re.Match[str]]:
    """Where a text gives other names to something, looked for around the words that do so."""
    for hint in _HINTS:
        at = text.find(hint)
        while at >= 0:
            near = plain(text[max(0, at - _BEFORE) : at + _BEHIND])
            yield from (match for one in (_REFER_TO, _KNOWN_AS) if (match := one.search(near)))
            at = text.find(hint, at + _BEHIND)


_BEFORE, _BEHIND = 60, 300
"""Characters before and behind such words among which it is said."""
