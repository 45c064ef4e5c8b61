"""Words for goods of which the codes behind them say which are meant: "equipment controlled by 3A001".

>>> name_equipment((" equipment ", " commodities "))
True
>>> is_of_groups(("controlled by 3A001 or 3B002", "controlled by 3A001"))
True
"""

from __future__ import annotations

import re

from controllist.changes.language.text.openings import Sides
from controllist.patterns import pattern

_GOODS = pattern(r"\W*(?:equipment|commodities|items|goods|products)\W*", re.IGNORECASE)
_CITED = pattern(
    r"\W*(?i:specified|controlled|described)\s+(?i:by|in|under)\s+(?i:the\s+)?(?:(?:ECCNs?|entries|items?)\s+)?\d[A-E]"
)
_GROUPS = pattern(r"\b\d([A-E])(?:\d{3}|\b)")
_CLAUSE_ENDS = pattern(r"[;:]|\.\s")


def name_equipment(windows: Sides) -> bool:
    """Whether two stretches are words for equipment, or for goods of any sort."""
    return all(map(_GOODS.fullmatch, windows))


def is_of_groups(afters: Sides) -> bool:
    """Whether the codes behind such words name goods of the groups A and B alone.

    Of materials, software and technology "equipment" would leave something out.
    """
    return all(map(_CITED.match, afters)) and all(
        {*_GROUPS.findall(_CLAUSE_ENDS.split(after)[0])} <= {"A", "B"} for after in afters
    )
