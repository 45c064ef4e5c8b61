"""Words of a heading over a closed list that no item below it bears out: the items are what is controlled.

"Pots and lids, as follows: a. Pots" holds no more than "Pots, as follows: a. Pots". What is asked of all that stands
below ("made of tin"), and what stands behind the list ("as follows, and parts therefor"), is not meant here: that the
heading alone says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from controllist.changes.clause.ground.leads import CLASSES, how_it_counts
from controllist.changes.language.text.meaning import lists_of
from controllist.changes.language.text.plain import plain
from controllist.changes.lists.named_in_list import (
    NAMED_BELOW,
    Name,
    all_items_below,
    goods_of,
    holds,
    names_said,
    stands_in,
    words_in_order,
)
from controllist.changes.lists.summed import Come
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words, telling_words_below
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

NOT_BORNE_OUT = "the list below is closed, and no item of it bears this out"
SAID_OF_THESE = "the items below for these goods say it in both editions"
SAID_BY_TITLE = "the title above it says it"
_THEREFOR = pattern(r"\b(?:therefor|thereof|hierfür|dafür)\b", re.IGNORECASE)
_NO_NAME = pattern(
    r"\W*(?:(?:of|for|with|having|in|on|by|from|to|made|capable|containing|using|manufactured|being|usable|used|operating"
    r"|mit|aus|für|besonders\s+(?:konstruiert|entwickelt))\b"
    r"|(?:e?specially\s+)?(?:designed|modified)\b(?:,|\s+or\s+\w+)*\s+(?:for|to|as|in|by|with)\b)",
    re.IGNORECASE,
)
"""How an item begins that only says which of the goods of its heading it means."""


def unless_not_borne_out(evidence: Evidence, old: Node, new: Node, editions: Editions, come: Come) -> Evidence:
    """The evidence; of words of a heading that its closed list does not bear out, nothing is sure."""
    if evidence.effect not in ("tightened", "relaxed") or evidence.note or bool(evidence.old) == bool(evidence.new):
        return evidence
    if evidence.type not in ("alternative", "condition") or not _head_closed_lists(old, new, editions):
        return evidence
    here, there, ground = (new, old, editions) if evidence.new else (old, new, editions.swapped)
    lead = lists_of(plain(here.text))[0].start
    said = evidence.new or evidence.old
    if evidence.type == "condition":
        note = _why_not_asked(said, here, there, ground, lead)
    elif names := _names_of_goods(said, plain(here.text)[:lead]):
        note = "" if _is_borne_out(names, here, ground, come) else NOT_BORNE_OUT
    else:
        note = _why_not_meant(said, here, there, ground, come)
    return msgspec.structs.replace(evidence, effect="unclear", note=note) if note else evidence


def _head_closed_lists(old: Node, new: Node, editions: Editions) -> bool:
    """Whether both clauses head a closed list of items that name goods of their own."""
    for node, tree in ((old, editions.old), (new, editions.new)):
        below = tree.items_below(node.id) if node.kind == "item" else ()
        if not below or [span.key for span in lists_of(plain(node.text))] != ["list"]:
            return False
        if any(_NO_NAME.match(plain(item.text)) for item in below) or how_it_counts(node, tree) != "list":
            return False
    return True


def _names_of_goods(said: str, head: str) -> list[Name]:
    """The names in a run of names that all stand among the goods of a heading; none if some stand elsewhere."""
    names = [] if _THEREFOR.search(said) else names_said(said)
    goods = goods_of(head)
    return names if all(stands_in(name, goods) for name in names) else []


def _is_borne_out(names: Sequence[Name], here: Node, editions: Editions, come: Come) -> bool:
    """Whether an item below that the old edition lacks holds one of the names, or one that was there names it now.

    A heading of its own among them counts where something new stands below it.
    """
    nouns = [name[-1:] for name in names]
    for item in all_items_below(here, editions.new):
        before = editions.old.by_id.get(editions.origin.get(item.id, ""))
        if before is None or before.status != "active":
            is_held = any(holds(item, noun) for noun in nouns)
            if is_held and come(item, editions).effect == "tightened":
                return True
        elif any(_says(item, noun) and not _says(before, noun) for noun in nouns) and _may_hold_more(item, editions):
            return True
    return False


def _says(item: Node, noun: Name) -> bool:
    return stands_in(noun, words_in_order(plain(item.text)))


def _may_hold_more(item: Node, editions: Editions) -> bool:
    """Whether an item is no mere heading, or one over a list in which something came."""
    if not any(span.key == "list" for span in lists_of(plain(item.text))):
        return True
    below = list(all_items_below(item, editions.new))
    return not below or any(one.id not in editions.origin for one in below)


def _why_not_meant(said: str, here: Node, there: Node, editions: Editions, come: Come) -> str:
    """Why it is not sure what one purpose more does: items of both editions have it, or no item that stayed needs it.

    "Tools for making or testing pots, as follows" lost nothing with "or testing" if "Testing tools" stands below still.
    """
    words = telling_words(said) if not CLASSES.fullmatch(said) else frozenset()
    if not words or _THEREFOR.search(said):
        return ""
    kept, others = _kept_and_others(here, there, editions)
    if any(words <= _goods_words(item) and words <= _goods_words(before) for item, before in kept):
        return NAMED_BELOW
    left = telling_words(_purpose(there))
    is_own = all(left <= telling_words_below(*pair) for both in kept for pair in _with_trees(both, editions))
    if not (left and kept and others and is_own):
        return ""
    return "" if any(come(item, editions).effect == "tightened" for item in others) else NOT_BORNE_OUT


def _kept_and_others(here: Node, there: Node, editions: Editions) -> tuple[list[tuple[Node, Node]], list[Node]]:
    """The items right below a heading that stood right below that of the old edition, with what they were; the rest."""
    before = {item.id: item for item in editions.old.items_below(there.id)}
    kept, others = [], []
    for item in editions.new.items_below(here.id):
        if was := before.get(editions.origin.get(item.id, "")):
            kept.append((item, was))
        else:
            others.append(item)
    return kept, others


def _with_trees(both: tuple[Node, Node], editions: Editions) -> tuple[tuple[Node, Tree], tuple[Node, Tree]]:
    item, before = both
    return (item, editions.new), (before, editions.old)


def _goods_words(item: Node) -> frozenset[str]:
    return frozenset(goods_of(plain(item.text)))


def _purpose(heading: Node) -> str:
    """What the goods of a heading are for, up to its list."""
    text = plain(heading.text)
    head = text[: lists_of(text)[0].start]
    found = _FOR.search(head)
    return head[found.end() :] if found else ""


_FOR = pattern(r"\b(?:for|für)\b", re.IGNORECASE)


def _why_not_asked(said: str, here: Node, there: Node, editions: Editions, lead: int) -> str:
    """Why a condition that came to a heading asks nothing new: the title above says it, or the items for these goods.

    "Pots and lids made of tin, as follows" asks nothing of "Lids made of tin", which said so before.
    """
    words = telling_words(said)
    if words and all(words <= _title(node, tree) for node, tree in ((here, editions.new), (there, editions.old))):
        return SAID_BY_TITLE
    goods = _goods_before(said, plain(here.text)[:lead])
    if not goods:
        return ""
    kept, others = _kept_and_others(here, there, editions)
    asked = [both for both in kept if any(holds(one, goods) for one in both)]
    is_said = all(_asks(one, said) for both in asked for one in both)
    return SAID_OF_THESE if asked and is_said and not any(holds(one, goods) for one in others) else ""


def _title(node: Node, tree: Tree) -> frozenset[str]:
    """The telling words of the titles of the parts of a list that an item stands in."""
    found = frozenset[str]()
    while (above := tree.by_id.get(node.parent)) is not None:
        if above.kind in ("category", "group"):
            found |= telling_words(above.text)
        node = above
    return found


def _goods_before(said: str, head: str) -> Name:
    """The one noun of several goods that a condition stands behind: of "pots and lids made of tin", the lids."""
    at = head.find(said.removesuffix(" …").strip())
    before = head[:at].rstrip(" ,") if at > 0 else ""
    runs = _JOINTS.split(before)
    words = words_in_order(runs[-1])
    return words if len(runs) > 1 and len(words) == 1 else ()


_JOINTS = pattern(r",|\b(?:and|or|und|oder|sowie)\b", re.IGNORECASE)


def _asks(item: Node, said: str) -> bool:
    return said.removesuffix(" …").strip().lower() in plain(item.text).lower()
