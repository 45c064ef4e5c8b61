"""Words put in that can but name more: a kind of which the goods are one, further goods whose list stands below, and
"e.g." before what was the whole.

>>> names_more_at_most("Tin pots including", "", " kettles (of tin)"), names_more_at_most("including", "Pots", " lids")
('more', '')
>>> names_more_at_most("; and lids <list>", "Kettles", ""), names_more_at_most("(e.g.", "Kettles", " teapots)")
('more', 'more')
"""

from __future__ import annotations

import re
from typing import Literal

from controllist.patterns import pattern

_KIND = pattern(r"\W*(?:[\w()/-]+\s+){0,4}?[\w-]*[^\Ws]s\s*,?\s+(?:including|such\s+as)\s*", re.IGNORECASE)
_ALSO_LISTED = pattern(
    r"[\s,;]*\b(?:and|or)\s+[\"']?[\w-]+[\"']?\s*,?\s*<list>\s*(?:\(\s*see\b[^()]*\)?)?", re.IGNORECASE
)
_FOR_EXAMPLE = pattern(r"\s*\(\s*(?:e\.\s?g\.?|for\s+example|such\s+as|z\.\s?B\.?)\s*,?\s*", re.IGNORECASE)


def names_more_at_most(words: str, before: str, after: str) -> Literal["more", ""]:
    """Whether words put in between `before` and `after` can name more, and nothing else."""
    if "(" in words and ")" in after and _FOR_EXAMPLE.fullmatch(words):
        return "more"
    if "<list>" in words:
        return "more" if before.strip() and not after.strip(" .;:)") and _ALSO_LISTED.fullmatch(words) else ""
    is_kind = ("includ" in words or "such" in words) and not before.strip() and _KIND.fullmatch(words)
    return "more" if is_kind and re.match(r"\s*[\"']?\w", after) else ""
