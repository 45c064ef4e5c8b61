"""The "or" before the last line of a list that is printed in one clause, which a source sets or leaves out.

>>> is_last_or(("; ", "; or "), ("<any> a. cups; b. pans",) * 2, ("lids",) * 2)
True
"""

from __future__ import annotations

import re

from controllist.changes.language.openings import Sides
from controllist.patterns import pattern

_LABEL = r"(?:\(?(?:[a-z]|\d{1,2})[.)]\s*)"
_LINE_ENDS = pattern(rf";\s*{_LABEL}?", re.IGNORECASE)
_OR = pattern(rf";\s*(?:or|oder)\s+{_LABEL}?", re.IGNORECASE)
_FIRST_LINE = pattern(rf"(?:[:>]|^)\s*{_LABEL}\S")
_AND = pattern(r"<all>|;\s*(?:and|und)\b|\b(?:all|both|each)\b", re.IGNORECASE)


def is_last_or(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether two stretches end the last line but one of a list, with "or" and without; none of its lines is needed."""
    if not any(_OR.fullmatch(one) and _LINE_ENDS.fullmatch(other) for one, other in (windows, windows[::-1])):
        return False
    return all(map(_FIRST_LINE.search, befores)) and not any(
        _AND.search(before) or ";" in after.rstrip(" ;") or ":" in after
        for before, after in zip(befores, afters, strict=True)
    )
