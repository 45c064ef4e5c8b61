"""A clause that became a list of items, or the reverse, where one says more than the other.

Each item of the list is read as a clause of its own, with the words of the heading before it, and compared with the
one clause of the other edition. Under "any" the list holds more than the clause where one of its items holds all that
the clause did, and less where none goes beyond it; under "all" one item that the clause asked for with a further one
beside it holds less.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from controllist.changes.clause import Setting, clause_evidence
from controllist.changes.editions import Editions
from controllist.changes.meaning import lists_of
from controllist.changes.neighbours import telling_words
from controllist.changes.plain import plain
from controllist.changes.records import Effect, Evidence, decided_by, opposite
from controllist.changes.tree import Tree
from controllist.figures import figures_of
from controllist.model import Node

_END = re.compile(r"[\s;,.:]*(?:\b(?:and/or|and|or|und|oder)\b)?[\s;,.]*$", re.IGNORECASE)
_NOUN = re.compile(r"(?:an?|the)\s|['\"]|[A-Z][\w-]*\s+of\s", re.IGNORECASE)
_HAVING = re.compile(r"\b(?:having|with|meeting)\b", re.IGNORECASE)
_LONGEST_LIST = 12

Needs = tuple[str, ...]
"""Clauses that are all needed."""


class Ways(NamedTuple):
    """How an item can be controlled: each entry is enough by itself, and gives the code that it ends in."""

    codes: tuple[str, ...]
    needs: tuple[Needs, ...]


def ways_of(heading: Node, tree: Tree) -> Ways | None:
    """A heading with the items below it as clauses, None where its logic is not certain or takes goods out."""
    items = tree.items_below(heading.id)
    lead = plain(heading.text)
    marks = lists_of(lead)
    if not items or len(items) > _LONGEST_LIST or not marks or tree.way_of_lead(heading) != 1:
        return None
    start, end = marks[-1].start, marks[-1].end
    before, after = lead[:start].rstrip(" ,"), lead[end:].strip(" :;.")
    joint = " having " if _HAVING.match(lead[start:]) else " "
    logic = tree.logic(heading)
    codes: list[str] = []
    needs: list[Needs] = []
    for item in items:
        below = ways_of(item, tree) if tree.is_list(item.id) else Ways((item.code,), ((_clause(item),),))
        if below is None or (logic == "all" and len(below.needs) > 1):
            return None
        codes += below.codes
        needs += [tuple(_joined(before, joint, one, after) for one in need) for need in below.needs]
    if logic == "all":
        return Ways((heading.code,), (tuple(one for need in needs for one in need),))
    return Ways(tuple(codes), tuple(needs)) if logic in ("any", "list") else None


def _clause(node: Node) -> str:
    return _END.sub("", plain(node.text))


def _joined(before: str, joint: str, clause: str, after: str) -> str:
    words = f"{before}{joint if _NOUN.match(clause) else ' '}{clause}" if before else clause
    return f"{words}, {after}" if after else words


def provision_evidence(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of a clause that became a heading with items, or the reverse; empty where it is not certain."""
    was, now = editions.old.is_list(old.id), editions.new.is_list(new.id)
    if was == now or not (old.text and new.text) or old.kind != "item" or new.kind != "item":
        return []
    found = _itemized(old, new, editions) if now else _itemized(new, old, editions.swapped)
    if found is None:
        return []
    effect, note, code = found
    kind = "condition" if note == ALL_ASKED else "alternative"
    if now:
        return [Evidence(kind, effect, old=old.code, new=code, note=note)]
    return [Evidence(kind, opposite(effect), old=code, new=new.code, note=f"{note}, read backwards")]


ALL_ASKED = "the list asks for what the clause did and for more"
GOES_BEYOND = "the list holds what the clause did and more"
WITHIN = "the list holds no more than the clause did"
ITS_ONLY_ITEM = "the one item of the list says so"
SAME = "the list holds what the clause did"


def _itemized(clause: Node, heading: Node, editions: Editions) -> tuple[Effect, str, str] | None:
    """What it does that a clause became a heading with items, why, and the item that tells."""
    ways = ways_of(heading, editions.new)
    if ways is None:
        return None
    setting = Setting((editions.old, editions.new), editions.renamed, 1, (clause.code, heading.code))
    told = [[_effect(clause, text, setting) for text in need] for need in ways.needs]
    within = [any(one in ("none", "relaxed") for one in effects) for effects in told]
    covers = [all(one in ("none", "tightened") for one in effects) for effects in told]
    codes = ways.codes
    if len(told) == 1:
        return _one_way(told[0], codes[0])
    beyond = [at for at, is_within in enumerate(within) if not is_within]
    whole = [at for at, is_covered in enumerate(covers) if is_covered]
    if whole and not beyond:
        return "none", SAME, codes[whole[0]]
    if whole and not any(_was_elsewhere(codes[at], editions) for at in beyond):
        return "tightened", GOES_BEYOND, codes[whole[0]]
    if not beyond and not _may_fill(ways, clause) and not _taken_up(clause, heading, editions):
        return "relaxed", WITHIN, codes[0]
    return None


def _one_way(effects: list[Effect], code: str) -> tuple[Effect, str, str] | None:
    """What a list that asks for all does, or one with a single item."""
    if all(one == "none" for one in effects):
        return "none", SAME, code
    if len(effects) == 1 and effects[0] != "unclear":
        return effects[0], ITS_ONLY_ITEM, code
    if len(effects) > 1 and any(one in ("none", "relaxed") for one in effects):
        return "relaxed", ALL_ASKED, code
    return None


def _effect(clause: Node, text: str, setting: Setting) -> Effect:
    """What it does that a text takes the place of a clause."""
    return decided_by(clause_evidence(clause, _node_of(text, setting.within[1]), setting))


def _node_of(text: str, code: str) -> Node:
    """A clause that is put together from several."""
    found = figures_of(text, within=code)
    return Node("", "item", code, code, "", "", "active", "", text, found.thresholds, found.refs, found.terms, found.cas)


def _was_elsewhere(code: str, editions: Editions) -> bool:
    """Whether an item of the list stood elsewhere before: that the list names it adds nothing."""
    node = editions.new.by_code.get(code)
    if node is None or node.id in editions.origin:
        return node is not None
    words = telling_words(node.text)
    return any(_says(words, gone) for gone in editions.gone)


def _taken_up(clause: Node, heading: Node, editions: Editions) -> bool:
    """Whether a new neighbour of the heading may hold what the list leaves of the clause."""
    words = telling_words(clause.text)
    beside = editions.new.items_below(heading.parent)
    return any(_says(words, node) for node in beside if node.id != heading.id and node.id not in editions.origin)


def _says(words: frozenset[str], node: Node) -> bool:
    return bool(words) and 2 * len(words & telling_words(node.text)) > len(words)


def _may_fill(ways: Ways, clause: Node) -> bool:
    """Whether the clauses of a list may together hold all that one clause did: they part the values of one quantity."""
    signs: dict[tuple[str, str], set[str]] = {}
    said = {plain(one.raw) for one in clause.thresholds}
    for needs in ways.needs:
        for text in needs:
            for one in figures_of(text).thresholds:
                if plain(one.raw) not in said:
                    signs.setdefault((one.parameter, one.unit), set()).add(one.op[0])
    return any(len(ops - {"="}) > 1 or "b" in ops for ops in signs.values()) or not signs


