"""Goods that came into a clause, or went from it, and that an item without a counterpart names in the other edition, or
one that moved below that clause, or up from there.

"Lids, and sieves for tea" beside "Sieves for tea", which is gone, may hold no more than both did; "Lids" beside a new
"Sieves" no less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from controllist.changes.language.text.meaning import tokens_of
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.segments import segments, words_at
from controllist.changes.place.ground.editions import Editions
from controllist.changes.place.ground.lineages import is_same_or_below
from controllist.changes.place.ground.neighbours import gone_by_word
from controllist.changes.place.held.goods_of_gone import OF_ANY_GOODS, heads_of, words_of
from controllist.changes.records import NAMED_BEFORE, NAMED_NOW, Evidence
from controllist.codes import entry_of, group_of, subject_of
from controllist.model import Node

_FEWEST = 2
"""Words of a name by which goods are known among other words."""


def unless_named_by_unlinked(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """The evidence of a pair of items; goods that one of them alone names decide nothing where an item that has no
    counterpart names them in the other edition."""
    if evidence.type != "alternative":
        return evidence
    if bool(evidence.old) == bool(evidence.new) or not old.kind == new.kind == "item":
        return evidence
    if evidence.effect != ("tightened" if evidence.new else "relaxed"):
        return evidence
    here, there, ground = (new, old, editions) if evidence.new else (old, new, editions.swapped)
    item = _unlinked_item(evidence.new or evidence.old, here, there, ground)
    if item is None:
        return evidence
    if evidence.new:
        return msgspec.structs.replace(evidence, effect="unclear", old=item.code, note=NAMED_BEFORE)
    return msgspec.structs.replace(evidence, effect="unclear", new=item.code, note=NAMED_NOW)


def _unlinked_item(said: str, here: Node, there: Node, editions: Editions) -> Node | None:
    """The item of the edition of `there` that names goods of which `here` alone says, and has no counterpart or has
    moved below `here`."""
    said = _in_full(said, here, there)
    words, all_words = words_of(said), words_of(plain(here.text))
    index = gone_by_word(editions)
    is_general = _is_general(words) and editions.new.is_list(here.id)
    above = {there.id, *(one.id for one in editions.old.items_above(there))}
    shared = Counter(place for word in words for place in index.get(word, ()))
    for place, count in sorted(shared.items()):
        item = editions.gone[place]
        if count < min(_FEWEST, len(words)) or item.id in above or not is_of_one_part(item.code, here.code):
            continue
        if any(number in said for number in item.cas):
            return item
        names = heads_of(item)
        if any(_is_named(name, words, all_words) for name in names) or (is_general and any(map(words.issubset, names))):
            return item
    return next(_moved_below(words, all_words, here, there, editions), None)


def _moved_below(
    words: frozenset[str], all_words: frozenset[str], here: Node, there: Node, editions: Editions
) -> Iterator[Node]:
    """The items that stand below `here` now and stood elsewhere, of goods that some words name, perhaps in general."""
    for item in editions.new.whole(here):
        before = editions.old.by_id.get(editions.origin.get(item.id, ""))
        if item is here or before is None or before.status != "active" or is_same_or_below(before.code, there.code):
            continue
        is_general = _is_general(words)
        if any(_is_named(name, words, all_words) or (is_general and words <= name) for name in heads_of(before)):
            yield before


def _is_general(words: frozenset[str]) -> bool:
    """Whether some words are a name of goods by which several kinds of them may be meant."""
    return len(words) >= _FEWEST and not words <= OF_ANY_GOODS


def _is_named(name: frozenset[str], words: frozenset[str], all_words: frozenset[str]) -> bool:
    """Whether a name of goods is all that some words of a clause say, or half of it and more; words that it shares with
    what stands beside them may be said there."""
    if not name - OF_ANY_GOODS or ("non" in name) != ("non" in words):
        return False
    is_said = len(name & words) >= _FEWEST and name <= all_words
    return name == words or (is_said and 2 * len(name) >= len(words))


def _in_full(said: str, here: Node, there: Node) -> str:
    """All the words that one text has and the other lacks, of which evidence quotes the first."""
    text = plain(here.text)
    left, right = tokens_of(plain(there.text)), tokens_of(text)
    quoted = tuple(token.key for token in tokens_of(plain(said.removesuffix(" …"))))
    for one in segments(left, right):
        keys = tuple(token.key for token in right[one.new_from : one.new_to])
        if one.is_insertion and quoted and quoted in (keys[: len(quoted)], keys[-len(quoted) :]):
            return words_at(text, right, one.new_from, one.new_to)
    return plain(said)


def is_of_one_part(code: str, other: str) -> bool:
    """Whether two codes are of one product group, or of one entry of a list without groups, and of the same subject."""
    parts = [group_of(entry_of(one)) or entry_of(one) for one in (code, other)]
    return parts[0] == parts[1] and subject_of(code) == subject_of(other)
