"""Differences within citations that do not bear on what is cited: verbs and conjunctions.

>>> cites_elsewhere_alike((" and ", " or "), ("named in paragraphs i.1",) * 2, ("i.2 of this entry",) * 2)
True
"""

from __future__ import annotations

import re

from controllist.changes.language.openings import Sides
from controllist.patterns import pattern

_JOINT = pattern(r"\s*(?:and|or|and/or|und|oder)\s*", re.IGNORECASE)
_BEHIND_CITED = pattern(
    r"\b(?:specified|controlled|described|listed|named|enumerated|identified)\s+(?:in|by|under)\s+(?:sub-?)?(?:paragraphs?|items?|entries)"
    r"\s+\.?[a-z](?:\.\w{1,2})*(?:\s*,\s*\.?[a-z](?:\.\w{1,2})*)*\s*,?$",
    re.IGNORECASE,
)
_SHORT_CODE = pattern(r"\.?[a-z]\.\w{1,2}\b|\.[a-z]\b")
_VERB = pattern(r"\s*(?:specified|controlled|described|listed|enumerated|identified)\s*", re.IGNORECASE)
_BEHIND_JOINT = pattern(r"(?:[,;]|\b(?:and|or))\s*$", re.IGNORECASE)
_IN_LIST = pattern(r"(?:in|on)\s+(?:the\s+)?(?:USML|U\.S\.\s+Munitions|[A-Z]\w+\s+Munitions\s+List)\b")


def cites_elsewhere_alike(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether two stretches differ only in how they cite: "and" or "or" between codes, or a verb more.

    `befores` and `afters` are the texts around them.
    """
    if all(map(_JOINT.fullmatch, windows)):
        return all(map(_BEHIND_CITED.search, befores)) and all(map(_SHORT_CODE.match, afters))
    more, here = (windows[0], 0) if windows[0].strip() else (windows[1], 1)
    return (
        not windows[1 - here].strip()
        and _VERB.fullmatch(more) is not None
        and _BEHIND_JOINT.search(befores[here]) is not None
        and _IN_LIST.match(afters[here]) is not None
    )
