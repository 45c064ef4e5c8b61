"""Substances with their numbers in a list of substances: each is one more that is named.

>>> names_further_substance("; tea salt (CAS 57-14-7", "Pan salt (CAS 60-34-4)", ")")
True
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_NUMBER = r"\(\s*CAS\s*\d{2,7}-\d\d-\d(?:\s*(?:,|and|or|/)\s*(?:CAS\s*)?\d{2,7}-\d\d-\d)*\s*\)?"
_SUBSTANCES = pattern(
    rf"[\s;,]*(?:(?:and|or)\s+)?(?:\(?[a-z]\)\s+|[a-z]\.\s+)?(?P<names>[^;<>:]+?\s?{_NUMBER}(?:\s*[;,]\s*(?:(?:and|or)\s+)?[^;<>:]+?\s?{_NUMBER})*)"
    r"[\s;,]*(?:and|or)?\s*",
    re.IGNORECASE,
)
_NO_NAME = pattern(
    r"\b(?:other|than|except|excluding|not|no|without|having|containing|purity|weight|less|more|exceeding|see|which|that|when|if|only)\b",
    re.IGNORECASE,
)
_BEGINS = pattern(r"(?:^|[;,:)]|\b(?:and|or|of))\s*$", re.IGNORECASE)


def names_further_substance(words: str, before: str, after: str) -> bool:
    """Whether words are whole entries of a list of substances, each with its number."""
    if "CAS" not in words:
        return False
    match = _SUBSTANCES.fullmatch(words)
    if not match or _NO_NAME.search(match["names"]) or re.match(r"\s*\(\s*CAS", match["names"]):
        return False
    separated = re.match(r"\s*(?:[;,]|(?:and|or)\b)", words) or re.search(r"[;,]\s*$", before)
    parted = re.search(r"[;,]\s*$", words) or not re.match(r"\)?\s*(?!(?:which|that|and|or)\b)[\w-]", after)
    return bool((separated or not before.strip()) and _BEGINS.search(before + words[: match.start("names")]) and parted)
