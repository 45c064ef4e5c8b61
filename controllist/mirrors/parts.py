"""One item of the regime that a mirror letters in several, and several that a mirror says in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from controllist.alignment import Alignment
from controllist.changes.language.text.plain import stem
from controllist.changes.language.text.quantities import dimension_of
from controllist.codes import entry_of
from controllist.mirrors.linking import Links
from controllist.mirrors.records import Correspondence, Relation
from controllist.mirrors.spelling import in_common
from controllist.mirrors.traced import Traced
from controllist.model import Node
from controllist.wording import tokens

CONTAINED = 0.8
"""The share of a part's words that stand in the whole."""
FEWEST_WORDS = 1
"""A part must say something."""


def parts_between(
    alignment: Alignment, own: dict[str, str], regime: Traced, mirror: Traced, links: Links
) -> Iterator[Correspondence]:
    """The parts of two aligned editions: what the alignment found divided, and what one side letters of the other."""
    at = (regime.date, mirror.date)

    def link(ours: str, theirs: str, relation: Relation, by: str, share: float) -> Correspondence:
        return Correspondence(regime.lineages[ours], mirror.lineages[theirs], relation, by, round(share, 4), at)

    for split in alignment.splits:
        for part in split.new:
            if part.id not in alignment.old_of and _same_entry(split.old, part):
                yield link(split.old.id, own[part.id], "part", "split", split.share)
    for merge in alignment.merges:
        for part in merge.old:
            if part.id not in alignment.new_of and _same_entry(part, merge.new):
                yield link(part.id, own[merge.new.id], "whole", "merge", merge.share)
    if regime.language != mirror.language:
        return
    partners = links.partners(regime, mirror)
    linked, taken = set(partners), set(partners.values())
    for ours, theirs in partners.items():
        for part, share in _lettered(regime.by_id[ours], regime, theirs, mirror, taken):
            yield link(ours, part.id, "part", "lettered", share)
        for part, share in _lettered(mirror.by_id[theirs], mirror, ours, regime, linked):
            yield link(part.id, theirs, "whole", "lettered", share)


def _same_entry(one: Node, other: Node) -> bool:
    return one.kind == other.kind == "item" and entry_of(one.code) == entry_of(other.code)


def _lettered(
    whole: Node, side: Traced, partner: str, other: Traced, linked: set[str]
) -> Iterator[tuple[Node, float]]:
    """The items below the partner of a node without items below it whose words the node says itself; their share."""
    if whole.kind != "item" or whole.status != "active" or side.items_below(whole.id):
        return
    left = [(part, contained(part.text, whole.text)) for part in other.items_below(partner) if part.id not in linked]
    yield from ((part, share) for part, share in left if share >= CONTAINED)
    rest = [(part, share) for part, share in left if share < CONTAINED]
    if len(rest) == 1 < len(left) and _of_one_dimension(whole, rest[0][0]):
        yield rest[0]  # the limit in which the lists differ


def _of_one_dimension(whole: Node, part: Node) -> bool:
    """Whether the one limit of a part is of a dimension that only one limit of the whole has."""
    dimensions = [[dimension_of(limit.unit) for limit in node.thresholds] for node in (whole, part)]
    return len(dimensions[1]) == 1 and bool(dimensions[1][0]) and dimensions[0].count(dimensions[1][0]) == 1


def contained(part: str, whole: str) -> float:
    """The share of a text's words and figures that stand in another, 0 to 1; 0 for a text of hardly a word."""
    words, there = word_counts(part), word_counts(whole)
    if words.total() < FEWEST_WORDS:
        return 0.0
    return (words & there).total() / words.total()


@lru_cache(maxsize=16384)
def word_counts(text: str) -> Counter[str]:
    """The words and figures of a text in one spelling, counted."""
    return Counter(stem(token) for token in tokens(in_common(text)))


def formerly_lettered(regimes: Sequence[Traced], mirrors: Sequence[Traced], links: Links) -> Iterator[Correspondence]:
    """Items of the newest mirror edition whose partners went back into the item above them in the newest regime's.

    The regime once lettered what it now says in one clause, or leaves to a definition; the mirror letters it still.
    """
    newest, mirror = regimes[-1], mirrors[-1]
    partners = links.partners(newest, mirror)
    for node in mirror.edition.nodes:
        if node.kind != "item" or node.status != "active":
            continue
        for gone in links.of_mirror.get(mirror.lineages[node.id], ()):
            if gone in newest.by_lineage or links.relation(gone, mirror.lineages[node.id]) != "same":
                continue
            whole = _stood_under(gone, regimes)
            there = newest.by_lineage.get(whole)
            if there is None or partners.get(there.id) != node.parent or newest.items_below(there.id):
                continue
            at = (newest.date, mirror.date)
            yield Correspondence(whole, mirror.lineages[node.id], "part", "lineage", 1.0, at)


def _stood_under(lineage: str, editions: Sequence[Traced]) -> str:
    """The lineage that another stood under in the last edition that holds it; empty if it stood under none."""
    for edition in reversed(editions):
        node = edition.by_lineage.get(lineage)
        if node is not None:
            return edition.lineages.get(node.parent, "")
    return ""
