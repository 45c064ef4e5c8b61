"""Limits of a step within a band: "for any change exceeding 2 MHz within the frequency range exceeding 1 GHz".

Whether a greater step is asked for of fewer goods or of more hangs on how "any" is read. Where the band changed so that
it goes the other way in either reading, both ways are sure together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.clause.limits.limits import Limit, LimitPair, region_effect, stated
from controllist.changes.records import Evidence, opposite
from controllist.patterns import pattern

_STEP = pattern(r"\bfor\s+any\s+(?:[\w-]+\s+){0,3}change\s*$", re.IGNORECASE)
_BAND = pattern(r"\s*within\s+(?:the|an?)\s(?:[\w-]+\s){0,2}(?:frequency|wavelength)\s(?:range|band)\b", re.IGNORECASE)
_OF_BAND = pattern(r"\b(?:range|band)\b", re.IGNORECASE)


def with_steps_told(found: Sequence[Evidence], pairs: Sequence[LimitPair]) -> list[Evidence]:
    """The evidence of limits, with that of a step where the band went the other way."""
    told = list(found)
    for old, new in pairs:
        if not (old and new and _is_step(old) and _is_step(new)):
            continue
        effect = region_effect(old, new)
        band = {one.effect for one in found if one.type == "threshold" and _OF_BAND.search(one.parameter)}
        at = next((at for at, one in enumerate(told) if (one.old, one.new) == (stated(old), stated(new))), None)
        if at is not None and effect in ("tightened", "relaxed") and opposite(effect) in band:
            told[at] = Evidence("threshold", effect, told[at].parameter, told[at].old, told[at].new)
    return told


def _is_step(limit: Limit) -> bool:
    before = limit.text[max(0, limit.start - 80) : limit.start]
    return limit.start > 0 and _STEP.search(before) is not None and _BAND.match(limit.text, limit.end) is not None
