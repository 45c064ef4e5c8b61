"""Notes that speak of a code at their head: "7A001 does not control", "7A001.b includes".

Such a note holds for what it names. One that takes goods out, and holds for more items, takes more goods out; one that
says what an item includes says no more of a part of the item, or of the whole that the item is a part of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from controllist.changes.language.text.clauses import Polarity
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import AT_MOST_LESS, AT_MOST_MORE, Effect, Evidence, opposite, turned_note
from controllist.model import Node
from controllist.patterns import pattern

_LEAVES_OUT = pattern(
    r"\W*(?:(?:do|does)\s+not\s+(?:apply|control|include|specify)|erfass(?:t|en)\s+(?:nicht|keine?)|(?:gilt|gelten)\s+nicht)\b",
    re.IGNORECASE,
)
_HOLDS = pattern(r"\W*appl(?:y|ies)\s+to\b")
_INCLUDES = pattern(
    r"\W*(?:also\s+)?(?:includes?|umfass(?:t|en)|erfass(?:t|en)\s+(?!nicht|keine?\b))", re.IGNORECASE
)
_MORE_OR_FEWER = ("refers to more items", "refers to fewer items")


def of_itself(
    evidence: Evidence,
    within: tuple[str, str],
    says: str,
    trees: tuple[Tree, Tree],
    way: Polarity,
    renamed: Mapping[str, str],
) -> Evidence:
    """What it does that a note speaks of other codes; `says` is what follows them, `within` where the note stands.

    A note that takes goods out may be told as one that holds for them (`outside`): then `way` is turned.
    """
    old, new = evidence.old, evidence.new
    wider = within[0].startswith(within[1]) or within[1].startswith(within[0])
    if (old, new) == within and not wider:
        return Evidence("reference", "none", old=old, new=new, note="the item that it stands under")
    if old and new and (is_same_or_below(old, new) or is_same_or_below(new, old)) and _INCLUDES.match(says):
        return Evidence("reference", "none", old=old, new=new, note="what it includes is controlled all the same")
    is_turned = way < 0 and _HOLDS.match(says) is not None
    if (is_turned or _LEAVES_OUT.match(says)) and (wider_out := _part_or_whole(old, new, says, trees, renamed)):
        effect = opposite(wider_out) if is_turned else wider_out
        return Evidence("exclusion", effect, old=old, new=new, note="holds for a part alone, or for the whole")
    if evidence.note in _MORE_OR_FEWER and (is_turned or _LEAVES_OUT.match(says)):
        there, codes = (trees[0], new) if new else (trees[1], old)
        if all(there.is_active(code) and not _is_said_of(code, says, there) for code in codes.split(", ")):
            effect = evidence.effect if is_turned else opposite(evidence.effect)
            return Evidence("exclusion", effect, old=old, new=new, note="holds for other items")
    one_way = _one_way(old, new) if is_turned or _LEAVES_OUT.match(says) else ""
    note = (turned_note(one_way) if is_turned else one_way) or "speaks of another item"
    return Evidence("reference", "unclear", old=old, new=new, note=note)


def _one_way(old: str, new: str) -> str:
    """The only thing that it can do that an exclusion holds for a part alone, for the whole, for more or for fewer."""
    before, after = [[code for code in side.split(", ") if code] for side in (old, new)]
    if all(any(is_same_or_below(code, above) for above in before) for code in after):
        return AT_MOST_MORE
    return AT_MOST_LESS if all(any(is_same_or_below(code, above) for above in after) for code in before) else ""


def _part_or_whole(
    old: str, new: str, says: str, trees: tuple[Tree, Tree], renamed: Mapping[str, str]
) -> Effect | None:
    """What it does that an exclusion holds for the whole of which it named a part, or the reverse.

    Both numbers must bear the same items in either edition. Goods that the part alone is about are left out either way.
    """
    if old == new or not (is_same_or_below(old, new) or is_same_or_below(new, old)):
        return None
    if any(not tree.is_active(code) for tree in trees for code in (old, new)):
        return None
    if any(renamed.get(code, "") != code for code in (old, new)):
        return None
    part = old if is_same_or_below(old, new) else new
    if any(telling_words(says) & telling_words(tree.by_code[part].text) for tree in trees):
        return None
    return "relaxed" if part == old else "tightened"


def _is_said_of(code: str, says: str, tree: Tree) -> bool:
    """Whether a note of an edition says much the same of an item, of one above it or of one below it."""
    words = telling_words(says)
    return any(
        node.excludes and _speaks_of(node, code) and 2 * len(words & telling_words(node.text)) > len(words)
        for ident, nodes in tree.below.items()
        if is_same_or_below(code, ident) or is_same_or_below(ident, code)
        for node in nodes
        if node.kind == "note"
    )


def _speaks_of(note: Node, code: str) -> bool:
    """Whether a note names an item, one above it or one below it, or names none at all."""
    return not note.refs or any(is_same_or_below(code, ref) or is_same_or_below(ref, code) for ref in note.refs)
