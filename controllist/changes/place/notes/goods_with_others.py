"""Lists of goods that are not controlled themselves, but what contains them or what is for them.

"Trays containing any of the following: a. Cups specified in 1A001" controls trays, which "Cups" never held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from controllist.changes.language.text.plain import plain
from controllist.changes.place.ground.tree import Tree
from controllist.model import Node
from controllist.patterns import pattern

GOODS_WITH_THEM = "its goods are in, or for, those that its heading names"
_WITH_THEM = pattern(
    r"\b(?:contain\w*|incorporat\w*|embod\w+|employ\w*|using|for|from|enthalten\w*|für)"
    r"(?:\W+(?:at|least|any|all|one|or|more|some|either|both|of|the|those|items?|goods|commodities|eines?|der|die)){0,8}"
    r"(?:\W+(?:following|folgenden?)\b|\W*$)",
    re.IGNORECASE,
)
"""Words of a heading that say of its list: what contains one of these, or what is for one of these."""


def are_only_held_or_served(node: Node, tree: Tree) -> bool:
    """Whether a heading of an item, or of the items below it, speaks of what contains the goods that are listed."""
    return any(_WITH_THEM.search(plain(heading.text)) for heading in (*tree.items_above(node), *_headings(node, tree)))


def _headings(node: Node, tree: Tree) -> Iterator[Node]:
    """An item and those below it that lead into a list."""
    below = tree.items_below(node.id)
    if below:
        yield node
    for item in below:
        yield from _headings(item, tree)
