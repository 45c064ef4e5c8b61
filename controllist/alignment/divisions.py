"""Splits and merges: one node's words that went to several nodes of the other edition, and the reverse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from controllist.alignment.comparing import Comparing
from controllist.alignment.forest import EXPLAINING, ROOT, Tree
from controllist.alignment.matching import Matching
from controllist.wording import closeness

KEPT = 0.9
"""A pair whose words are alike to this degree was not divided."""
OF_THE_WHOLE = 0.65
"""The share of a part's words that stand in the whole."""
OF_A_FAR_WHOLE = 0.8
"""The same for a part that stands elsewhere in the tree."""
ACCOUNTED = 0.55
"""The share of the whole's words that its parts must account for together."""
EACH_ADDS = 0.1
"""The share of the whole's words that each part accounts for beside the others."""

UNCOMMON = 12
"""A word that stands in more of the free nodes than this leads to no part."""
NEAR = 40
"""Up to so many free nodes near by are weighed as parts, whatever their words."""
PARTS = 10
"""So many nodes that share most uncommon words are weighed as parts."""
WORDS_SHARED = 3
"""So many of them a part shares at least."""


class Division(NamedTuple):
    """Positions of a whole in one tree and of its parts in the other, and the share of its words found in them."""

    whole: int
    parts: tuple[int, ...]
    share: float


class _Side(NamedTuple):
    """The trees seen from the wholes: a whole's partner, and the owner of a part."""

    wholes: Tree
    parts: Tree
    partner: dict[int, int]
    owner: dict[int, int]


def divisions(matching: Matching, *, old_is_whole: bool) -> list[Division]:
    """The nodes of one edition that were divided among several of the other: splits, or seen the other way merges."""
    side = _Side(matching.old, matching.new, matching.new_of, matching.old_of)
    if not old_is_whole:
        side = _Side(matching.new, matching.old, matching.old_of, matching.new_of)
    free = [part for part in matching.left()[old_is_whole] if side.parts.nodes[part].text]
    if not free:
        return []
    found = (_division(matching.comparing, side, whole, near) for whole, near in _near(matching, side, free))
    return [division for division in found if division is not None]


def _near(matching: Matching, side: _Side, free: list[int]) -> Iterator[tuple[int, dict[int, float]]]:
    """Every node that was not kept as it was, with the nodes that may be parts of it and what they must share with it.

    Those are what stands below its partner or its parent's partner, and what shares uncommon words with it.
    """
    comparing = matching.comparing
    below: dict[int, list[int]] = {}
    saying: dict[str, list[int]] = {}
    for part in free:
        above = side.parts.parent[part]
        below.setdefault(above, []).append(part)
        if above != ROOT:
            below.setdefault(side.parts.parent[above], []).append(part)
        for word in comparing.telling_words(side.parts.nodes[part].text):
            saying.setdefault(word, []).append(part)
    saying = {word: parts for word, parts in saying.items() if len(parts) <= UNCOMMON}
    said, said_by_parts = side.wholes.content, side.parts.content
    compared = matching.how if side.wholes is matching.old else map(matching.new_of.__getitem__, matching.how)
    rewritten = [at for at in compared if said[at] != said_by_parts[side.partner[at]]]  # all others are identical
    for whole in sorted([*rewritten, *matching.left()[side.wholes is matching.new]]):
        node, partner = side.wholes.nodes[whole], side.partner.get(whole)
        if not node.text or side.wholes.reserved[whole] or _was_kept(matching, side, whole, partner):
            continue
        above_whole = side.wholes.parent[whole]
        near = [*below.get(partner, ())] if partner is not None else []
        if above_whole != ROOT and above_whole in side.partner:
            near += below.get(side.partner[above_whole], ())
        near = near if len(near) <= NEAR else []  # of many only those that share uncommon words
        sharing = [part for word in comparing.telling_words(node.text) for part in saying.get(word, ())]
        if not near and len(sharing) < WORDS_SHARED:
            continue
        found = {part: OF_A_FAR_WHOLE for part, count in Counter(sharing).most_common(PARTS) if count >= WORDS_SHARED}
        found |= dict.fromkeys(near, OF_THE_WHOLE)
        found = {part: share for part, share in sorted(found.items()) if _may_be_part(matching, side, whole, part)}
        if found:
            yield whole, found | ({partner: OF_THE_WHOLE} if partner is not None else {})


def _may_be_part(matching: Matching, side: _Side, whole: int, part: int) -> bool:
    families = {side.wholes.family[whole], side.parts.family[part]}
    if not (len(families) == 1 or families <= EXPLAINING):
        return False
    return matching.control_alike(*((whole, part) if side.wholes is matching.old else (part, whole)))


def _division(comparing: Comparing, side: _Side, whole: int, near: dict[int, float]) -> Division | None:
    """The near nodes that divide the whole among them; None if fewer than two do."""
    if not comparing.affords(len(near), "splits", side.wholes.nodes[whole].id):
        return None
    comparing.made += len(near)
    all_words, told = comparing.words(side.wholes.nodes[whole].text)
    left = all_words.copy()
    said: dict[int, Counter[str]] = {}
    for part, share in near.items():
        words, told_by_part = comparing.words(side.parts.nodes[part].text)
        if words and comparing.told_by_both(words, left) >= share * told_by_part:
            said[part] = words
    parts: list[int] = []
    shares: list[float] = []
    while len(said) + len(parts) > 1 and said:
        share, best = max((comparing.told_by_both(words, left) / told, -part) for part, words in said.items())
        if share < EACH_ADDS:
            break
        left -= said.pop(-best)
        shares.append(share)
        parts.append(-best)
    if len(parts) < 2 or sum(shares) < ACCOUNTED or shares[0] >= KEPT:
        return None
    return Division(whole, tuple(sorted(parts)), round(sum(shares), 4))


def _was_kept(matching: Matching, side: _Side, whole: int, partner: int | None) -> bool:
    """Whether a node's words are all but the same as its partner's."""
    if partner is None:
        return False
    score = matching.comparing.similarity(*((whole, partner) if side.wholes is matching.old else (partner, whole)))
    if score is None or score < KEPT:
        return score is None
    one, other = side.wholes.nodes[whole], side.parts.nodes[partner]
    wording = matching.comparing.wording  # a chemical's number raises the score of texts that name several
    return not one.cas or closeness(wording(one.text), wording(other.text)) >= KEPT
