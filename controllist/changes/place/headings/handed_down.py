"""Conditions that a heading gave up, which some items below it say now, while the others ask for something else.

"Tools for ships, as follows: a. Saws; b. Drills" and "Tools, as follows: a. Saws for ships; b. Drills of steel": saws
are as they were, and drills for ships went for those of steel. So neither the heading nor the drills tell which holds
more; had the drills no condition of their own, the heading would hold more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from controllist.changes.language.text.meaning import tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.segments import segments
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.neighbours import telling_words
from controllist.changes.place.headings.resettled import phrase_of, says_phrase
from controllist.changes.records import Evidence
from controllist.model import Node

EvidenceOf = Callable[[Node, Node, Editions], Sequence[Evidence]]
OTHERS_TOOK_IT = "some items below took it, the others ask for something else"
HEADING_GAVE_IT_UP = "the heading lost a condition that items beside this one took"
_FEWEST = 2
"""Telling words by which a condition is known again in another item."""


def with_handed_down(
    found: Sequence[Evidence], old: Node, new: Node, editions: Editions, evidence_of: EvidenceOf
) -> list[Evidence]:
    """The evidence of a pair of items, in which a condition handed down to some of them only decides nothing.

    `evidence_of` gives the evidence of a pair of items.
    """
    if old.kind != "item" or not any(map(_is_sure, found)):
        return list(found)
    before, above = editions.old.parent_item(old), editions.new.parent_item(new)
    other_heading = before is not None and above is not None and before.text != above.text
    if other_heading or _all_below_differ(new, editions):
        return [_handed(one, old, new, editions, evidence_of) if _is_sure(one) else one for one in found]
    return list(found)


def _all_below_differ(new: Node, editions: Editions) -> bool:
    """Whether all items below that were there before have other words now, and are several."""
    olds, origin = editions.old.by_id, editions.origin
    below = [item for item in editions.new.items_below(new.id) if item.id in origin]
    return len(below) > 1 and all(item.text != olds[origin[item.id]].text for item in below)


def _is_sure(one: Evidence) -> bool:
    is_one_sided = bool(one.old) != bool(one.new)
    return one.type == "condition" and one.effect in ("tightened", "relaxed") and is_one_sided


def _handed(one: Evidence, old: Node, new: Node, editions: Editions, evidence_of: EvidenceOf) -> Evidence:
    if _all_below_differ(new, editions):
        lost = (old, new, editions) if one.old else (new, old, editions.swapped)
        if _others_ask(one, *lost, evidence_of):
            return msgspec.structs.replace(one, effect="unclear", note=OTHERS_TOOK_IT)
    came = (old, new, editions) if one.new else (new, old, editions.swapped)
    if _was_given_up(*came):
        return msgspec.structs.replace(one, effect="unclear", note=HEADING_GAVE_IT_UP)
    return one


def _others_ask(one: Evidence, old: Node, new: Node, editions: Editions, evidence_of: EvidenceOf) -> bool:
    """Whether some items below a heading say words that it lost, and each of the others got a condition of its own."""
    phrase = phrase_of(one.old or one.new, old, new)
    olds, origin = editions.old.by_id, editions.origin
    pairs = [(olds[origin[item.id]], item) for item in editions.new.items_below(new.id) if item.id in origin]
    left = [pair for pair in pairs if not says_phrase(pair[1], phrase)] if phrase else []
    if not left or all(pair in left or says_phrase(pair[0], phrase) for pair in pairs):
        return False
    return all(any(map(_asks_anew, evidence_of(*pair, editions))) for pair in left)


def _asks_anew(one: Evidence) -> bool:
    """Whether an item got a condition of its own."""
    return one.type == "condition" and bool(one.new) and (_is_sure(one) or one.note == HEADING_GAVE_IT_UP)


def _was_given_up(old: Node, new: Node, editions: Editions) -> bool:
    """Whether the heading of a kept item lost words that an item beside it, but not the item itself, took in."""
    above, before = editions.new.parent_item(new), editions.old.parent_item(old)
    if above is None or before is None or editions.partner.get(before.id) != above.id:
        return False
    lost = [*_lost(before, above)]
    beside = [item for item in editions.new.items_below(above.id) if item.id in editions.origin] if lost else []
    return any(
        not words & telling_words(new.text) - telling_words(old.text)
        and any(words <= telling_words(item.text) and not _said_most(words, item, editions) for item in beside)
        for words in lost
    )


def _said_most(words: frozenset[str], item: Node, editions: Editions) -> bool:
    """Whether an item said most of some words in the old edition."""
    return 2 * len(words & telling_words(editions.old.by_id[editions.origin[item.id]].text)) > len(words)


def _lost(old: Node, new: Node) -> Iterator[frozenset[str]]:
    """The telling words of each run that a heading says no more, as far as something is known by them."""
    left, right = tokens_of(plain(old.text)), tokens_of(plain(new.text))
    for one in segments(left, right):
        words = telling_words(" ".join(token.key for token in left[one.old_from : one.old_to]))
        if one.is_deletion and len(words) >= _FEWEST:
            yield words
