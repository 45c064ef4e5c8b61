"""A name that has another one behind it in brackets, where the other text has that one alone: both mean the same.

"A spout width (clear opening) of less than 3 cm" is bounded like "a clear opening of less than 3 cm".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from controllist.changes.language.text.plain import stem
from controllist.changes.records import Evidence
from controllist.model import Threshold
from controllist.patterns import pattern

_IN_BRACKETS = pattern(r"(?<=[a-z])\s\((?P<name>[a-z]{3,}(?:[\s-][a-z]{3,}){1,3})\)(?=\s)")
_HEAD = pattern(r"(?:^|(?<=\s))(?:[Aa]n?|[Tt]he)\s+(?P<head>[a-z]{3,}(?:[\s-][a-z]{3,}){0,3})$")
_NO_NAME = pattern(r"\b(?:and|or|not|other|than|for|with|without|including|only|less|more|better|except|measured)\b")
Limits = tuple[Sequence[Threshold], Sequence[Threshold]]


def with_second_names(texts: Sequence[str], limits: Limits) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits, in which such a thing bears the one name that both texts have, and why."""
    if texts[0].count("(") == texts[1].count("("):
        return list(texts), limits, []
    told, bounds, found = list(texts), list(limits), []
    for at in (0, 1):
        if told[at].count("(") <= told[1 - at].count("("):
            continue
        for match in _IN_BRACKETS.finditer(told[at]):
            head = _HEAD.search(told[at][: match.start()])
            if head is None or not _stands_for(match, head, told[at], told[1 - at]):
                continue
            told[at] = told[at][: head.start("head")] + match["name"] + told[at][match.end() :]
            bounds[at] = [_renamed(one, head["head"], match["name"]) for one in bounds[at]]
            said = {("old", "new")[at]: head["head"]}
            found.append(Evidence("wording", "none", **said, note="another name beside it"))
            break
    return told, (bounds[0], bounds[1]), found


def _stands_for(match: re.Match[str], head: re.Match[str], text: str, other: str) -> bool:
    """Whether the other text has the name in brackets where this one has both: behind an article, before the same."""
    if _NO_NAME.search(match["name"]):
        return False
    behind = text[match.end() :].split(maxsplit=1)[:1]
    alone = re.findall(rf"\b(?:[Aa]n?|[Tt]he)\s+{match['name']}\s+(\S+)", other)
    return head["head"] not in other and len(alone) == 1 and alone == behind


def _renamed(one: Threshold, name: str, other: str) -> Threshold:
    is_meant = [*map(stem, one.parameter.split())] == [*map(stem, name.split())]
    return msgspec.structs.replace(one, parameter=other) if is_meant else one
