"""Names of goods that came to the heading of a list, or left it, and stand in the items below: the items tell of them.

"Pots and equipment, as follows" and "Pots, lids and equipment, as follows" may control the same where an item for
lids stands below both. Where only an item that came has lids, the name does what that item does.

>>> names_said('lid, other copper pan')
[('lid',), ('pan',)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from controllist.changes.clause.ground.leads import CLASSES, SUMS_UP, how_it_counts
from controllist.changes.language.text.meaning import lists_of
from controllist.changes.language.text.plain import plain, stem
from controllist.changes.lists.summed import Come
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import ROOT
from controllist.changes.place.ground.tree import Tree
from controllist.changes.records import Effect, Evidence, combined, opposite
from controllist.model import Node
from controllist.patterns import pattern

Name = tuple[str, ...]
NAMED_BELOW = "items below name it in both editions"
NAMED_BY_BOTH: Effect = "unclear"
"""What a name in the heading does that the items say in both editions: readers differ, as the heading says more."""
_WORDS = pattern(r"[^\W\d_]+")
_NAMES = pattern(
    r"(?:(?!\b(?:designed|modified|therefor|thereof|not|specified|controlled|hierfür|konstruiert)\b)[\w\s,\"'‘’‚„“”-])+",
    re.IGNORECASE,
)
"""Names of goods alone: nothing is said of what they are for, or of what is asked of them."""
_JOINTS = pattern(r"\s*,\s*|(?:^|\s+)(?:and|or|und|oder|sowie)(?:\s+|$)", re.IGNORECASE)
_OTHER = pattern(r"^(?:other|andere\w*|sonstige\w*)\s", re.IGNORECASE)
_GOODS_END = pattern(
    r"[;:]|\b(?:for|of|in|to|at|by|with|having|incorporating|containing|capable|which|that|used|usable|other\s+than|except"
    r"|für|zum|zur|mit|von|zu)\b",
    re.IGNORECASE,
)
"""Where an item has named its goods, and says what they are for or must be."""
_ASIDE = pattern(r"\([^()]*\)")


def named_in_list(evidence: Evidence, old: Node, new: Node, editions: Editions, come: Come) -> Evidence:
    """The evidence; of names in a heading that the items below it hold, it is told what these items do."""
    if evidence.type != "alternative" or evidence.effect not in ("tightened", "relaxed"):
        return evidence
    said = evidence.old or evidence.new
    if (evidence.old and evidence.new) or CLASSES.fullmatch(said) or not _NAMES.fullmatch(said):
        return evidence
    names = names_said(said)
    if not (names and _lead_into_a_list(names, old, new, editions, is_new=bool(evidence.new))):
        return evidence
    told = _told_by_items(names, old, new, editions, come, is_new=bool(evidence.new))
    if told is None:
        return evidence
    effect, note = (combined(told), SUMS_UP) if told else (NAMED_BY_BOTH, NAMED_BELOW)
    if effect == evidence.effect:
        return evidence
    return Evidence("wording", effect, old=evidence.old, new=evidence.new, note=note)


def names_said(said: str) -> list[Name]:
    """The names in a run of names; of "other copper pans", which sums up what stands beside it, the last word.

    General names beside others ("lids and systems") are left out.
    """
    found = []
    for one in _JOINTS.split(plain(said)):
        words = words_in_order(_OTHER.sub("", one))
        if words:
            found.append((words[-1:] if _OTHER.match(one) else words, CLASSES.fullmatch(one)))
    telling = [words for words, is_general in found if not is_general]
    return telling or [words for words, _ in found]


def words_in_order(text: str) -> Name:
    return tuple(map(stem, _WORDS.findall(text)))


def _lead_into_a_list(names: Sequence[Name], old: Node, new: Node, editions: Editions, *, is_new: bool) -> bool:
    """Whether both clauses head a list of goods, and the one with the names has them before its lead-in."""
    before, after = editions.old, editions.new
    if not (old.kind == new.kind == "item" and before.items_below(old.id) and after.items_below(new.id)):
        return False
    text = plain((new if is_new else old).text)
    leads = lists_of(text)
    if len(leads) != 1 or leads[0].key != "list":
        return False
    words = goods_of(text[: leads[0].start])
    if not all(stands_in(name, words) for name in names):
        return False
    return how_it_counts(old, before) == how_it_counts(new, after) == "list"


def _told_by_items(
    names: Sequence[Name], old: Node, new: Node, editions: Editions, come: Come, *, is_new: bool
) -> list[Effect] | None:
    """What each item does that holds one of the names and came, or went; empty if both editions have items for all of
    the names, None where no item holds one of them."""
    here, there, place = (new, old, editions) if is_new else (old, new, editions.swapped)
    kept, alone = _kept_and_alone(here, there, place)
    told: list[Effect] = []
    for name in names:
        if any(holds(item, name) and holds(before, name) for item, before in kept):
            continue
        holders = [item for item in alone if holds(item, name)]
        if not holders:
            return None
        told += [come(item, place).effect for item in holders]
    return told if is_new else list(map(opposite, told))


def _kept_and_alone(here: Node, there: Node, editions: Editions) -> tuple[list[tuple[Node, Node]], list[Node]]:
    """The items below a heading of the new edition: those that stood below that of the old one, with what they were,
    and those that the old edition lacks."""
    before = {item.id: item for item in all_items_below(there, editions.old)}
    kept, alone = [], []
    for item in all_items_below(here, editions.new):
        origin = editions.origin.get(item.id)
        if origin is None:
            alone.append(item)
        elif origin in before:
            kept.append((item, before[origin]))
    return kept, alone


def all_items_below(heading: Node, tree: Tree) -> Iterator[Node]:
    return chain.from_iterable(tree.whole(item) for item in tree.items_below(heading.id))


def holds(item: Node, name: Name) -> bool:
    """Whether an item names goods: the words of the name stand one after another among its own names."""
    return stands_in(name, goods_of(plain(item.text)))


def goods_of(text: str) -> Name:
    """The words by which a clause names its goods, up to what they are for or must be."""
    return words_in_order(_GOODS_END.split(_ASIDE.sub(" ", text), maxsplit=1)[0])


def stands_in(name: Name, words: Name) -> bool:
    starts = range(len(words) - len(name) + 1)
    return any(all(map(_is_form_of, name, words[at:])) for at in starts)


def _is_form_of(one: str, other: str) -> bool:
    """Whether two words are one, or one of them has an ending more: "Kannendeckelhalterung", "…halterungen"."""
    shorter, longer = sorted((one, other), key=len)
    has_ending = longer.startswith(shorter) and len(longer) - len(shorter) <= _ENDING
    return one == other or (has_ending and len(shorter) >= ROOT)


_ENDING = 2
