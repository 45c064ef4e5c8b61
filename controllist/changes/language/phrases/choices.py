"""Words behind "or" that perhaps offer no further choice: the letter of an item, another name, another purpose.

>>> is_no_choice("drones", " or drones", "Cups for UAVs", ""), is_no_choice("pots", " or pots", "Cups", "")
(True, False)
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_OTHER_NAMES = {"drones": ("uavs", "vehicles"), "unmanned aerial vehicles": ("drones",), "uavs": ("drones",)}
"""Names that may stand for the very goods named before them: whether "or" offers more there cannot be told."""
_OWN_PURPOSE = pattern(r"[\s,]*or\s+(?:(?:specially|otherwise)\s+)?\w+ed\s+(?:for|to)\b", re.IGNORECASE)
_PURPOSE_NEXT = pattern(r"[\s,]*(?:for|to)\b", re.IGNORECASE)


def is_no_choice(rest: str, words: str, before: str, after: str) -> bool:
    """Whether `rest`, behind the "or" with which `words` begin, is perhaps nothing to choose beside what stood before.

    A second way of making that comes with a purpose of its own puts a condition, too.
    """
    if len(rest.strip(" .,")) == 1 or _is_other_name(rest, before):
        return True
    return _OWN_PURPOSE.match(words) is not None and _PURPOSE_NEXT.match(after) is not None


def _is_other_name(rest: str, before: str) -> bool:
    words = before.lower().replace('"', "").split()
    return bool(words) and words[-1] in _OTHER_NAMES.get(rest.strip(' ,"').lower(), ())
