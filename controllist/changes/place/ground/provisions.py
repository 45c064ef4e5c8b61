"""A provision as the clauses that it is made of: a heading and the items below it, each a clause of its own."""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

from controllist.changes.language.text.meaning import tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.segments import segments
from controllist.changes.place.ground.leads_split import (
    behind_class,
    behind_same_head,
    lead_of,
    names_examples,
    says_what_it_asks,
    without_examples,
)
from controllist.changes.place.ground.tree import Tree
from controllist.figures import figures_of
from controllist.model import Node
from controllist.patterns import pattern

CLAUSE_END = pattern(r"[\s;,.:]*(?:\b(?:and/or|and|or|und|oder)\b)?[\s;,.]*$", re.IGNORECASE)
PART_OF_A_SENTENCE = pattern(
    r"(?:specially|specifically|not|being|made|with|having|for|of|in|on|at|to|by|from|which|that|capable|(?!range)\w+(?:ed|ing|able))\b",
    re.IGNORECASE,
)
"""How an item begins that goes on with the words of its heading; what else it says the goods have."""
_SPECIFIED_BY = pattern(r"\s+as\s+specified\s+(?:by|in)\s*$", re.IGNORECASE)
"""Words before "any of the following" that add nothing to it: the limits of a quantity stand there."""
_HAVING = pattern(r"\b(?:having|with|meeting)\b", re.IGNORECASE)
_MOST_WAYS = 12


class Joined(NamedTuple):
    """A clause put together from a heading and an item: `seams` are the ends of the words of each heading."""

    text: str
    seams: tuple[str, ...] = ()


class Way(NamedTuple):
    """One way to be controlled: clauses that are all needed, and the code of the item that they end in."""

    code: str
    needs: tuple[Joined, ...]


def ways_of(heading: Node, tree: Tree) -> tuple[Way, ...]:
    """A heading with the items below it as clauses: empty where its logic is not certain or takes goods out."""
    items = tree.items_below(heading.id)
    lead = lead_of(plain(heading.text))
    logic = tree.logic(heading)
    if not 0 < len(items) <= _MOST_WAYS or lead is None or logic == "unknown" or tree.way_of_lead(heading) != 1:
        return ()
    before, mark, after = lead
    below = [_ways_of_item(item, tree) for item in items]
    if not all(below):
        return ()
    if logic == "all":
        found = [Way(heading.code, tuple(one for way in ways for one in way.needs)) for ways in product(*below)]
    else:
        found = [way for ways in below for way in ways]
    if len(found) > _MOST_WAYS:
        return ()
    return tuple(way._replace(needs=tuple(joined(before, one, mark, after) for one in way.needs)) for way in found)


def _ways_of_item(item: Node, tree: Tree) -> tuple[Way, ...]:
    if tree.is_list(item.id):
        text = plain(item.text)
        return (Way(item.code, (Joined(without_examples(text)),)),) if names_examples(text) else ways_of(item, tree)
    return (Way(item.code, (Joined(CLAUSE_END.sub("", plain(item.text))),)),) if item.text else ()


def joined(before: str, clause: Joined, mark: str, after: str) -> Joined:
    """A clause behind the words of its heading: `mark` leads into the list, and `after` stands behind that."""
    before, after = _SPECIFIED_BY.sub("", before).rstrip(" ,:;"), after.strip(" ,:;.")
    if before and (_says_all(clause.text, before) or says_what_it_asks(clause.text, before)):
        before = ""
    if told := behind_same_head(before, clause.text) or behind_class(before, mark, clause.text):
        return Joined(f"{told}, {after}" if after else told)
    joint = " having " if _HAVING.match(mark) and not PART_OF_A_SENTENCE.match(clause.text) else " "
    text = f"{before}{joint}{clause.text}" if before else clause.text
    seams = (before, *(f"{before}{joint}{seam}" for seam in clause.seams)) if before else clause.seams
    return Joined(f"{text}, {after}" if after else text, seams)


def _says_all(item: str, before: str) -> bool:
    """Whether an item says all words of its heading itself."""
    return {token.key for token in tokens_of(before)} <= {token.key for token in tokens_of(item)}


def is_torn(clause: str, joined: Joined) -> bool:
    """Whether words that differ from a clause's reach over a seam: it is not certain then what belongs to what."""
    if not joined.seams:
        return False
    left, right = tokens_of(clause), tokens_of(joined.text)
    seams = [len(tokens_of(seam)) for seam in joined.seams]
    return any(one.new_from < seam < one.new_to for one in segments(left, right) for seam in seams)


def node_of(text: str, code: str) -> Node:
    """An item that says what is put together from several."""
    found = figures_of(text, within=code)
    place = {"id": "", "kind": "item", "code": code, "cite": code, "label": "", "parent": "", "status": "active"}
    said = {"thresholds": found.thresholds, "refs": found.refs, "terms": found.terms, "cas": found.cas}
    return Node(**place, where="", text=text, **said)  # type: ignore[arg-type]  # fields of a node
