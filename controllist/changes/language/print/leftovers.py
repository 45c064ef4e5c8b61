"""What a source left in a clause: marks of committees, numbers of lines, words that repeat what is said.

>>> is_leftover(". Agreed TW-02 (14) KTL 7 Rev. 1", "Kettles", ";"), is_leftover("either", "lids of ", " tin or clay")
(True, True)
"""

from __future__ import annotations

import re

from controllist.changes.language.print.debris import ELEMENTS
from controllist.changes.language.print.idle_words import is_all
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

_DOCUMENT = pattern(r"(?:corrigendum|agreed|adopted|approved|rev(?:ision)?\.?)|(?-i:[A-Z\d/.-]+)", re.IGNORECASE)
_AGREED = pattern(r"(?:corrigendum|agreed|adopted|approved)\b|.*\brev\b", re.IGNORECASE)
_MARK_BEHIND = pattern(r"\s*[.;]\s+(?:\d{1,2}|<refs>[.,\s]*(?:technical\s+)?notes?)\W*", re.IGNORECASE)
"""A number alone, or the name of another note, behind the end of a clause."""
_LONGEST_MARK = 9
"""Words of the mark of a committee's document."""
_EITHER = pattern(r"\s*either\s*", re.IGNORECASE)
_OR_FOLLOWS = pattern(r"[^;:]*\b(?:or|and/or)\b", re.IGNORECASE)
_DENIED = pattern(r"\b(?:not|nor|no|without)\W*$", re.IGNORECASE)
_THEREFOR = pattern(r"\s*there(?:for|of)\s*", re.IGNORECASE)
_MADE_FOR_IT = pattern(
    r"\bspecially[\s\"']+designed[\s\"']+(?:or\s+modified\s+)?(?:[\w\"'-]+(?:,\s|\s+(?:and|or)\s+|\s+)){0,6}[\w\"'-]+\s*$",
    re.IGNORECASE,
)
_COMPONENTS = pattern(r"\w[\s,]+(?:and|or)\s+(?:components?|parts|accessories)\s*$", re.IGNORECASE)
"""Parts that are listed behind, with what they are parts of."""
_OTHER = pattern(r"\s*other\s*", re.IGNORECASE)
_ELSEWHERE = pattern(
    r"\bnot\s+(?:(?:specified|controlled|listed|described|covered|identified)\s+)?elsewhere\b", re.IGNORECASE
)
_CITES = pattern(
    r"\s*(?:otherwise\s+)?(?:specified|controlled|listed|described|enumerated|identified)\s*", re.IGNORECASE
)
_CITED_NEXT = pattern(
    r"\s+(?:in|by|under)\s+(?:(?:the|an?|this|ECCNs?|items?|entry|entries|paragraphs?|sections?)\s+)*"
    r"(?:<refs>|USML\b|CCL\b|Category\b|[.][a-z]\b)",
    re.IGNORECASE,
)
_CITED_BEFORE = pattern(
    r"\b(?:specified|controlled|listed|described|enumerated|identified)\s+(?:in|by|under)\s[^;:]*\b(?:or|and|nor)\s*$",
    re.IGNORECASE,
)
_NUMBER = pattern(r"\s*\d{1,2}\s*")
_GOES_ON = pattern(r"\s*(?:designed|specially|having|capable|using|incorporating|made|equipped)\b")
_BRACKETED_SYMBOL = pattern(r"[\s\"']*\(\s*(?P<symbol>[A-Z][a-z]?)[₂₃₄234]?\s*\)")
_NAME = pattern(r"\s*(?P<name>[a-z]{3,12})\s*", re.IGNORECASE)
_SEE = pattern(
    r"[\s:;,.]*\(\s*(?:for|on|as\s+to)\s[^()]{1,160}?,\s*see\s(?:[^()]|\([^()]*\)){1,160}\)?[\s*.;]*", re.IGNORECASE
)


def is_leftover(words: str, before: str, after: str) -> bool:
    """Whether words put in between `before` and `after` ask for nothing and name nothing."""
    if before and not after.strip(" .;,)*") and _MARK_BEHIND.fullmatch(words):
        return True
    if not before.strip() and is_all(words, after):
        return True
    lower = words.lower()
    if before and any(map(lower.__contains__, _MARKS)) and not after.strip(" .;,)*"):
        return _is_document(words) or ("see" in lower and _SEE.fullmatch(words) is not None)
    if len(words) > _LONGEST or not (_FIRST.intersection(lower.split()) or "(" in after[:3] or not before.strip()):
        return False
    return _is_idle(words, before, after)


_MARKS = ("rev", "agreed", "see", "corrigendum")
"""Without one of these, nothing is the mark of a document or points elsewhere."""
_LONGEST = 28
"""Characters of the words, blanks included, that ask for nothing."""
_FIRST = word_set("either therefor thereof specified controlled listed described enumerated identified")


def _is_idle(words: str, before: str, after: str) -> bool:
    if _EITHER.fullmatch(words):
        return _OR_FOLLOWS.match(after) is not None and not _DENIED.search(before)
    if _THEREFOR.fullmatch(words):
        ends = not after.strip(" .;:,") or after.lstrip(" ,").startswith(("<list>", "<any>", "<all>"))
        is_of_list = after.lstrip(" ,").startswith("<list>") and _COMPONENTS.search(before) is not None
        return is_of_list or (ends and _MADE_FOR_IT.search(before) is not None)
    if _CITES.fullmatch(words):
        return bool(_CITED_NEXT.match(after) and _CITED_BEFORE.search(before))
    if not before.strip():
        if _OTHER.fullmatch(words):
            return _ELSEWHERE.search(after) is not None
        return _NUMBER.fullmatch(words) is not None and _GOES_ON.match(after) is not None
    symbol = _BRACKETED_SYMBOL.match(after) if "(" in after[:3] else None
    name = _NAME.fullmatch(words) if symbol else None
    return bool(name and symbol and ELEMENTS.get(name["name"].lower()) == symbol["symbol"])


def _is_document(words: str) -> bool:
    """Whether words are the mark of a document in which a committee agreed on a text, with its number."""
    parts = [part for word in words.split() if (part := word.strip("()[].,;:\"'"))]
    if not 1 < len(parts) <= _LONGEST_MARK or not any(map(str.isdigit, parts)):
        return False
    return _AGREED.match(" ".join(parts)) is not None and all(map(_DOCUMENT.fullmatch, parts))
