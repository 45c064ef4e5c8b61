"""A list that asks for all of its items as one clause: "a lid having all of: A; B" is "a lid having A and B"."""

from __future__ import annotations

import re

from controllist.changes.language.text.meaning import tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.leads_split import lead_of
from controllist.changes.place.ground.provisions import CLAUSE_END, Joined, joined
from controllist.changes.place.ground.tree import Tree
from controllist.model import Node
from controllist.patterns import pattern

_MOST = 6
"""Conditions that are put together: the order of more of them is the source's own."""
_CHOICE = pattern(
    r"\b(?:or|oder)\b(?!\s+(?:equal|more|less|greater|better|lower|higher|larger|smaller"
    r"|(?:its\s+|their\s+|other\s+)?(?:national\s+)?equivalents?)\b)",
    re.I,
)


def gathered(heading: Node, clause: str, tree: Tree) -> Joined | None:
    """A heading with its items, all of which are needed, as one clause: the items stand in the order in which `clause`
    says them. None where not all are needed, or an item leads into a list itself or leaves a choice."""
    items = tree.items_below(heading.id)
    lead = lead_of(plain(heading.text))
    if not 1 < len(items) <= _MOST or lead is None or tree.logic(heading) != "all" or tree.way_of_lead(heading) != 1:
        return None
    texts = [CLAUSE_END.sub("", plain(item.text)) for item in items]
    if any(tree.is_list(item.id) for item in items) or not all(texts) or any(map(_CHOICE.search, texts)):
        return None
    before, mark, after = lead
    said = " and ".join(sorted(texts, key=lambda text: _place(text, clause)))
    return joined(before, Joined(said), mark, after)


def _place(text: str, clause: str) -> int:
    """Where a clause says most of another text: the middle of the words that both have; behind all where none are."""
    keys = {token.key for token in tokens_of(text)}
    there = sorted(at for at, token in enumerate(tokens_of(clause)) if token.key in keys)
    return there[len(there) // 2] if there else len(clause)
