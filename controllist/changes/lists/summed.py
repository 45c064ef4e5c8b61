"""General names of goods in the heading of a list ("systems, equipment and components"), which only sum up its items.

One name more is more goods where an item came that holds more, and one name less is fewer where one went. So it is with
"specially designed components" just before the list: "machines and specially designed components as follows".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from controllist.changes.clause.ground.leads import CLASSES, SUMS_UP
from controllist.changes.language.print.harmless import HEAD_ENDS
from controllist.changes.language.text.meaning import lists_of, tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence
from controllist.model import Node
from controllist.patterns import pattern

Come = Callable[[Node, Editions], Evidence]
"""The evidence of a node that the old edition lacks."""


def summed(evidence: Evidence, old: Node, new: Node, editions: Editions, come: Come) -> Evidence:
    """The evidence; where a heading names one general kind of goods more or less, it is told by the items that do."""
    if names := _parts_led(evidence, new if evidence.new else old):
        return _told_by_items(evidence, names, old, new, editions, come)
    if evidence.note != SUMS_UP or evidence.effect != "unclear" or bool(evidence.old) == bool(evidence.new):
        return evidence
    name = {token.key for token in tokens_of(plain(evidence.old or evidence.new))} - {"and", "or"}
    head = _head(new if evidence.new else old)
    if not name <= {token.key for token in tokens_of(head)}:
        return evidence
    deep = CLASSES.fullmatch(head) is None  # a heading of general names alone says nothing of what stands far below
    more, less = _came_below(new, editions, come, deep=deep), _came_below(old, editions.swapped, come, deep=deep)
    by_name = [[node for node in nodes if name & _words(node)] for nodes in (more, less)]
    more, less = by_name if any(by_name) else (more, less)
    if (more if evidence.new else less) and not (less if evidence.new else more):
        effect: Effect = "tightened" if evidence.new else "relaxed"
        return msgspec.structs.replace(evidence, effect=effect)
    return evidence


def _parts_led(evidence: Evidence, heading: Node) -> set[str]:
    """The general names of parts, put in or taken out, that stand in a heading just before the list below it."""
    if evidence.type != "alternative" or evidence.effect not in ("tightened", "relaxed"):
        return set()
    said = _PARTS.fullmatch(evidence.old + evidence.new)
    led = _LED.search(plain(heading.text)) if said else None
    names = [{token.key for token in tokens_of(one["names"])} - {"and", "or"} for one in (said, led) if one]
    return names[0] if len(names) == 2 and names[0] <= names[1] else set()


def _told_by_items(
    evidence: Evidence, names: set[str], old: Node, new: Node, editions: Editions, come: Come
) -> Evidence:
    """The evidence, if an item below that names parts came or went, or names them in one of its editions alone."""
    here, ground = (new, editions) if evidence.new else (old, editions.swapped)
    if any(names & _words(node) for node in _came_below(here, ground, come, deep=True)):
        return evidence
    for node in _below(here, ground.new):
        before = ground.old.by_id.get(ground.origin.get(node.id, ""))
        if before is not None and names & _words(node) - _words(before):
            return evidence
    return msgspec.structs.replace(evidence, effect="unclear", note=SUMS_UP)


_NAMES = r"(?P<names>(?:\W*\b(?:and|or|components?|equipment|accessor(?:y|ies)|software|technology)\b)+)"
_PARTS = pattern(rf"\W*(?:and|or)\b\W*specially\s+designed\b{_NAMES}\W*(?:as\s+follows\W*)?", re.IGNORECASE)
_LED = pattern(rf"\bspecially\s+designed\b{_NAMES}\W*(?:,?\s*as\s+follows\b|:\s*$)", re.IGNORECASE)


def _came_below(heading: Node, editions: Editions, come: Come, *, deep: bool) -> list[Node]:
    """The items that came below a heading, by which more is controlled; with `deep`, below its items, too."""
    below = _below(heading, editions.new) if deep else editions.new.items_below(heading.id)
    return [node for node in below if node.id not in editions.origin and come(node, editions).effect == "tightened"]


def _head(heading: Node) -> str:
    """The words by which a heading names its goods."""
    text = re.sub(r"\([^()]*\)|,", " ", plain(heading.text))
    end = HEAD_ENDS.search(text)
    marks = lists_of(text)
    return text[: min([end.start() if end else len(text), *(mark.start for mark in marks)])]


def _words(node: Node) -> set[str]:
    return {token.key for token in tokens_of(plain(node.text))}


def _below(heading: Node, tree: Tree) -> Iterator[Node]:
    for node in tree.items_below(heading.id):
        yield node
        yield from _below(node, tree)
