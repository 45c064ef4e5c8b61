"""What is done by one means without a safeguard, and what is done by any means but the safe one: the latter is more.

>>> one, other = "opened by means of a lid not using a tight mechanism", "opened by any means other than a tight lid"
>>> with_means_told([one, other])[1][0].effect
'tightened'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.text.clauses import polarity
from controllist.changes.records import Effect, Evidence, clipped, opposite
from controllist.patterns import pattern

_ONE = pattern(
    r"\bby\s+means\s+of\s+(?:an?\s+)?(?P<what>[\"']?\w[\w\s-]{2,60}?[\"']?)\s+not\s+(?:employing|using)"
    r"\s+an?\s+(?P<how>\w+)\s+(?:mechanism|method)\b",
    re.IGNORECASE,
)
_ANY_OTHER = pattern(
    r"\bby\s+any\s+means\s+other\s+than\s+(?:an?\s+)?(?P<how>\w+)\s+(?P<what>[\"']?\w[\w\s-]{2,60}?(?:[\"']|(?=[,;.]|$)))",
    re.IGNORECASE,
)
_NOTE = "any other means is more than one of them"


def with_means_told(texts: Sequence[str]) -> tuple[list[str], list[Evidence]]:
    """Two plain texts with one of the two forms in both, and what it does that the other one stood there."""
    old, new = texts
    if ("any means other" in old) == ("any means other" in new):
        return [old, new], []
    turned = "any means other" in old
    narrow, wide = _ONE.search(new if turned else old), _ANY_OTHER.search(old if turned else new)
    if not (narrow and wide and narrow["how"].lower() == wide["how"].lower() and _name(narrow) == _name(wide)):
        return [old, new], []
    was, now = (wide, narrow) if turned else (narrow, wide)
    effect: Effect = "relaxed" if turned else "tightened"
    way = polarity(new, now.start())
    effect = effect if way == 1 else opposite(effect) if way == -1 else "unclear"
    old = old[: was.start()] + now.group() + old[was.end() :]
    return [old, new], [Evidence("wording", effect, old=clipped(was.group()), new=clipped(now.group()), note=_NOTE)]


def _name(means: re.Match[str]) -> str:
    return means["what"].strip("\"' ").lower()
