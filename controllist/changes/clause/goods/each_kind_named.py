"""Several kinds of one sort of goods that share its name, and the name said after each of more kinds: "steam and gas
kettles" are fewer than "steam kettles, oil kettles and oil and gas kettles".

Whether "steam and gas kettles" are kettles of either kind or of both at once, the longer list holds them: it names one
of the two kinds alone, and the other one beside it.

>>> texts = ["Steam and gas kettles having a lid", "Steam kettles, oil kettles and oil and gas kettles having a lid"]
>>> with_each_kind_named(texts)[1][0].effect
'tightened'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from controllist.changes.records import Evidence, clipped
from controllist.patterns import pattern

_HEAD = pattern(
    r"(?P<kinds>[A-Z][a-z]+[a-z\s,]*?)\s(?P<noun>[a-z]{4,}s)(?=\s(?:having|with|which|that|designed)\b|[;:]|$)"
)
_JOINT = pattern(r"\s*,\s*(?:(?:and|or)\s)?|\s(?:and|or)\s")
_JOINT_FIRST = pattern(r"^(?:\s*,\s*(?:(?:and|or)\s)?|\s(?:and|or)\s)")
_KIND = pattern(r"(?!(?:of|for|in|on|by|to|from|at|the|as|not|other|their|specially)\b)[a-z]{3,}(?:\s[a-z]{3,})?")
_NAMED = "the name of the goods said after each of more kinds"


class _Head(NamedTuple):
    """The kinds that a clause names first: those with a name of the goods for themselves, all of them, and the end."""

    noun: str
    alone: frozenset[str]
    kinds: tuple[str, ...]
    end: int


def with_each_kind_named(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts that name the same kinds of goods first, and what it does that one of them named more."""
    if texts[0] == texts[1] or not all(map(_may_join, texts)):
        return list(texts), []
    old, new = map(_head, texts)
    if old is None or new is None or old.noun != new.noun:
        return list(texts), []
    at = 0 if len(old.kinds) > len(new.kinds) else 1
    more, fewer = (old, new) if at == 0 else (new, old)
    if fewer.alone or not set(fewer.kinds) < set(more.kinds) or not more.alone & set(fewer.kinds):
        return list(texts), []
    told = list(texts)
    told[at] = texts[1 - at][: fewer.end] + texts[at][more.end :]
    said = clipped(", ".join(dict.fromkeys(one for one in more.kinds if one not in fewer.kinds)))
    one = Evidence("alternative", "tightened", new=said, note=_NAMED)
    return told, [one if at else Evidence("alternative", "relaxed", old=said, note=_NAMED)]


def _may_join(text: str) -> bool:
    """Whether kinds may be joined at the beginning of a text."""
    begins = text[:_LONGEST]
    return " and " in begins or " or " in begins


_LONGEST = 80


def _head(text: str) -> _Head | None:
    match = _HEAD.match(text)
    if not match or not _JOINT.search(match["kinds"]):
        return None
    alone, kinds = set[str](), list[str]()
    for part in f"{match['kinds'].lower()} ".split(f" {match['noun']}"):
        named = [one.strip() for one in _JOINT.split(_JOINT_FIRST.sub("", part))]
        if not all(map(_KIND.fullmatch, named)):
            return None
        alone |= set(named) if len(named) == 1 else set()
        kinds += named
    return _Head(match["noun"], frozenset(alone), tuple(kinds), match.end())
