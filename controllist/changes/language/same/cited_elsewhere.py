"""A verb that says once more that the name of another list is cited: "named in 1A001 or [described] in" that list.

>>> cites_elsewhere_alike(("", "described "), ("named in 1A001 or ",) * 2, ("in USML Category III",) * 2)
True
"""

from __future__ import annotations

import re

from controllist.changes.language.text.openings import Sides
from controllist.patterns import pattern

_VERB = pattern(r"\s*(?:specified|controlled|described|listed|enumerated|identified)\s*", re.IGNORECASE)
_BEHIND_JOINT = pattern(r"(?:[,;]|\b(?:and|or))\s*$", re.IGNORECASE)
_IN_LIST = pattern(r"(?:in|on)\s+(?:the\s+)?(?:USML|U\.S\.\s+Munitions|[A-Z]\w+\s+Munitions\s+List)\b")


def cites_elsewhere_alike(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether one of two stretches only has a verb more by which the list behind it is cited.

    `befores` and `afters` are the texts around them.
    """
    more, here = (windows[0], 0) if windows[0].strip() else (windows[1], 1)
    return (
        not windows[1 - here].strip()
        and _VERB.fullmatch(more) is not None
        and _BEHIND_JOINT.search(befores[here]) is not None
        and _IN_LIST.match(afters[here]) is not None
    )
