"""How many of the things that a list names goods must have: "any of the following" is fewer than "any two of them".

>>> with_needs_counted(["Pots having any of the following:", "Pots having two or more of the following:"])[1][0].effect
'relaxed'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.text.clauses import polarity
from controllist.changes.records import Effect, Evidence, clipped, opposite
from controllist.patterns import pattern

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_NEEDED = pattern(
    r"\b(?:(?:any|either|one\s+or\s+more|at\s+least\s+one)"
    rf"|(?:(?:any|at\s+least|a\s+minimum\s+of)\s+)?(?P<count>{'|'.join(_NUMBERS)})(?:\s+or\s+more)?)"
    r"\s+of\s+(?:the\s+)?following\b",
    re.IGNORECASE,
)


def with_needs_counted(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts, the second with the first one's words before a list of which it asks for more or for fewer,
    and what that does."""
    old, new = texts
    if old == new or not all("following" in text for text in texts):
        return [old, new], []
    found = [[*_NEEDED.finditer(text)] for text in texts]
    counts = [[_NUMBERS.get((match["count"] or "").lower(), 1) for match in matches] for matches in found]
    if counts[0] == counts[1] or len(counts[0]) != len(counts[1]):
        return [old, new], []
    told: list[Evidence] = []
    for was, now, before, after in [*zip(*found, *counts, strict=True)][::-1]:
        if before != after:
            told.append(_evidence(was, now, polarity(new, now.start()), is_more=after > before))
            new = new[: now.start()] + was.group() + new[now.end() :]
    return [old, new], told


def _evidence(was: re.Match[str], now: re.Match[str], way: int, *, is_more: bool) -> Evidence:
    effect: Effect = "relaxed" if is_more else "tightened"
    effect = effect if way == 1 else opposite(effect) if way == -1 else "unclear"
    note = f"{'more' if is_more else 'fewer'} of the list are needed now"
    return Evidence("logic", effect, old=clipped(was.group()), new=clipped(now.group()), note=note)
