"""Clauses that say the same words in another order but for one choice: "tin or for inns lids" and "lids for inns"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from controllist.changes.language.same.listing import Clause, keys_of
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.meaning import bare
from controllist.changes.records import Evidence, clipped, opposite

_ORS = frozenset(("or", "oder"))
_FEWEST, _MOST = 2, 6
"""Words of a choice with its "or"."""


def lost_choice(old: Clause, new: Clause) -> Evidence | None:
    """What it does that one of two choices is gone, or came, where all other words only stand in another order."""
    if not _FEWEST <= abs(len(old.tokens) - len(new.tokens)) <= _MOST:
        return None
    longer, shorter = (old, new) if len(old.tokens) > len(new.tokens) else (new, old)
    keys, others = keys_of(longer.tokens), keys_of(shorter.tokens)
    if all(keys.count(key) <= others.count(key) for key in _ORS):
        return None
    more = Counter(keys) - Counter(others)
    size = len(keys) - len(others)
    if more.total() != size or any(key.startswith("<") for key in more):
        return None
    start = _stretch(keys, more, size)
    if start is None:
        return None
    first, last = longer.tokens[start], longer.tokens[start + size - 1]
    way = polarity(bare(longer.masked.text), len(bare(longer.masked.text[: first.start])))
    words = clipped(longer.masked.shown(longer.masked.text[first.start : last.end]).strip(" ,;"))
    lost = Evidence("alternative", {1: "relaxed", -1: "tightened", 0: "unclear"}[way], old=words)  # type: ignore[arg-type]
    return lost if longer is old else Evidence("alternative", opposite(lost.effect), new=words)


def _stretch(keys: Sequence[str], more: Counter[str], size: int) -> int | None:
    """Where a run of these keys stands that begins or ends in an "or"; None if they stand in several places."""
    places = [at for at in range(len(keys) - size + 1) if Counter(keys[at : at + size]) == more]
    found = [at for at in places if keys[at + size - 1] in _ORS or keys[at] in _ORS]
    return found[0] if len(found) == 1 else None
