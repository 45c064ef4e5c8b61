"""Three choices of which two were left, the first of them with a limit: "open, has been opened, or can be opened by
hand" holds all that "open without a key or has been opened" does.

>>> texts = ["Lids open, was shut, or can be cut, of tin", "Lids open without a key or was shut, of tin"]
>>> with_choices_narrowed(texts)[1][0].effect
'relaxed'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.text.clauses import polarity
from controllist.changes.records import Effect, Evidence, clipped, opposite
from controllist.patterns import pattern

_VERB = r"(?:has|have|is|are|was|were|can)\s"
_NARROW = pattern(
    rf"\b(?P<first>\w{{3,}})\s+without\s+[^\s\d,;:.][^,;:.]{{2,60}}?\s+or\s+(?P<second>{_VERB}[^,;:.]{{3,60}})(?=,|;|$)"
)
_WIDE = pattern(
    rf"\b(?P<first>\w{{3,}}),\s+(?P<second>{_VERB}[^,;:.]{{3,60}}?),?\s+or\s+{_VERB}[^,;:.]{{3,120}}(?=,|;|$)"
)
_BEFORE = re.compile(r"\w+")
_AROUND = 4
_FEWER, _MORE = "fewer choices, the first with a limit", "more choices, the first without its limit"


def with_choices_narrowed(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts with the same choices in both, and what it does that fewer or more of them stood there."""
    old, new = texts
    if (" without " in old) == (" without " in new):
        return [old, new], []
    turned = " without " in old
    narrow, wide = _NARROW.search(old if turned else new), _WIDE.search(new if turned else old)
    if not (narrow and wide) or _said(narrow) != _said(wide):
        return [old, new], []
    was, now = (narrow, wide) if turned else (wide, narrow)
    effect: Effect = "tightened" if turned else "relaxed"
    way = polarity(new, now.start())
    effect = effect if way == 1 else opposite(effect) if way == -1 else "unclear"
    told = old[: was.start()] + now.group() + old[was.end() :]
    said = {"old": clipped(was.group()), "new": clipped(now.group()), "note": _MORE if turned else _FEWER}
    return [told, new], [Evidence("alternative", effect, **said)]


def _said(choices: re.Match[str]) -> tuple[str, ...]:
    """The first two choices, however they are spelt, and the last words before them."""
    before = _BEFORE.findall(choices.string[: choices.start()].lower())[-_AROUND:]
    return (choices["first"].lower().replace("eable", "able"), choices["second"].lower().strip(), *before)
