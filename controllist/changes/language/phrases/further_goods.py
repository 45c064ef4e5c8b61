"""Goods and activities put into a list at its head or behind its last member, where commas alone join them.

>>> names_further_goods("Pots, other than those of tin", "", ", kettles and pans for inns")
True
>>> names_further_goods(", cups, tea and coffee pots", "Kettles and pans", ";")
True
>>> names_further_goods("\\", \\"production\\" or \\"use", "\\"Technology\\" for the \\"development", "\\" of kettles")
True
"""

from __future__ import annotations

import re

from controllist.changes.language.print.harmless import HEAD_ENDS, LIMITED
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

_WORD = r"[\"']?[^\W\d_][\w/-]*[\"']?"
_PLURAL = r"[\"']?(?:[\w/-]*[^\Ws_]s|equipment|machinery|apparatus)[\"']?"
_NAMES = rf"(?:{_WORD}\s+){{0,4}}?{_PLURAL}"
_SAID_OF_IT = r"(?:\s+(?:with|having|of|for)\s+[^,;:]{2,50})?"
_FIRST = pattern(rf"{_NAMES}{_SAID_OF_IT}(?:,\s+other\s+than\s+[^,;:]{{3,70}})?\s*", re.IGNORECASE)
_BESIDE_OTHERS = pattern(rf"{_NAMES}{_SAID_OF_IT},\s+other\s*", re.IGNORECASE)
_GOES_ON = pattern(rf"\s*,\s*{_NAMES}(?:\s*,\s*{_NAMES})*\s*,?\s+(?:and|or)\s+{_WORD}", re.IGNORECASE)
_OTHERS = pattern(rf"\s*{_NAMES}\b", re.IGNORECASE)
_LAST = pattern(
    rf"\s*,\s*{_NAMES}(?:\s*,\s*(?:{_WORD}\s+){{0,3}}?{_WORD})*\s*,?\s+(?:and|or)\s+{_NAMES}\s*", re.IGNORECASE
)
_ENDS_IN_GOODS = pattern(rf"{_PLURAL}\s*$", re.IGNORECASE)
_CITES_OR_LEADS = pattern(r"<(?!come|gone)")
_END = pattern(r"[\s.;]*$")
_ACT = (
    r"(?:development|production|use|manufacture|design|operation|installation|maintenance|repair|overhaul|refurbishing)"
)
_MORE_ACTS = pattern(
    rf"[\"']?(?:\s*,\s*[\"']?{_ACT}[\"']?)*\s*,?\s+(?:and/or|or|and)\s+[\"']?{_ACT}[\"']?\s*", re.IGNORECASE
)
_ENDS_IN_ACT = pattern(rf"\b(?:for|of)\s+(?:the\s+)?[\"']?{_ACT}[\"']?\s*$", re.IGNORECASE)
_NO_GOODS = word_set(
    "of as other others such following those these its their not no nor all any thus plus less"
)


def names_further_goods(words: str, before: str, after: str) -> bool:
    """Whether words put in between `before` and `after` name goods, or activities, beside those of a list."""
    if "(" in words or _CITES_OR_LEADS.search(words) or LIMITED.match(words.lstrip(" ,")):
        return False
    if "," not in words and "," not in after[:2]:
        return _is_one_of_three(words, before, after)
    if _ENDS_IN_ACT.search(before[-_LONGEST_ACT:]):
        return "," in words and _MORE_ACTS.fullmatch(words) is not None
    if _NO_GOODS.intersection(words.lower().replace(",", " ").split()) - {"other", "those", "of"}:
        return False
    if not before.strip():
        if _BESIDE_OTHERS.fullmatch(words):
            return _OTHERS.match(after) is not None and not LIMITED.match(after)
        return _FIRST.fullmatch(words) is not None and _GOES_ON.match(after) is not None
    head = _LEAD.sub("", before)
    is_head = not HEAD_ENDS.search(head.replace(",", " ")) and _ENDS_IN_GOODS.search(head) is not None
    is_shut = _END.match(after) is not None or LIMITED.match(after) is not None
    return is_head and is_shut and _LAST.fullmatch(words) is not None


def _is_one_of_three(words: str, before: str, after: str) -> bool:
    """Whether goods joined by "and" stand between goods and others behind "or": "pots [and pans] or kettles"."""
    if not _JOINED.fullmatch(words) or not _OR_GOODS.match(after):
        return False
    head = _LEAD.sub("", before)
    return not HEAD_ENDS.search(head) and _ENDS_IN_GOODS.search(head) is not None


def opens_choice(words: str, before: str, after: str) -> bool:
    """Whether words make a choice of what was asked for: "with [or without]", "[lined with or] made of".

    >>> opens_choice("or without", "Kettles with", " lids"), opens_choice(" lined with or", "Pots", " made of tin")
    (True, True)
    """
    if "or" not in words:
        return False
    if _OR_WITHOUT.fullmatch(words):
        return _WITH.search(before) is not None
    if _WHETHER.fullmatch(words):
        return LIMITED.match(after) is not None
    if _OR_MADE.fullmatch(words):
        return _MADE.match(after) is not None
    match = _OR_ANOTHER.fullmatch(words)
    return match is not None and re.search(rf"\w+(?:ed|ing|ble)\s+{match['joint']}$", before.rstrip(" ,")) is not None


_OR_WITHOUT, _WITH = pattern(r"\s*or\s+without\s*", re.IGNORECASE), pattern(r"(?:^|\s)with$", re.IGNORECASE)
_WHETHER = pattern(r"[\s,]*whether\s+or\s+not\s*", re.IGNORECASE)
_JOINT = r"(?P<joint>with|by|in|of|for|to|from)"
_OR_MADE = pattern(rf"\s*[a-z]+(?:ed|ing)\s+{_JOINT}\s+or\s*", re.IGNORECASE)
_MADE = pattern(r"\s*(?:[a-z]+(?:ed|ing)|made|built|wound)\s+(?:with|by|in|of|for|to|from)\s")
_OR_ANOTHER = pattern(rf"\s*,?\s*or\s+(?!not\b)(?:[a-z]+\s+){{1,7}}?{_JOINT}\s*,?\s*", re.IGNORECASE)
_JOINED = pattern(rf"[\"']?\s+and\s+{_NAMES}[\"']?", re.IGNORECASE)
_OR_GOODS = pattern(rf"[\"']?\s+or\s+{_NAMES}\b", re.IGNORECASE)
_LEAD = pattern(r"^.*\bapplies\s+to\b", re.IGNORECASE | re.DOTALL)
_LONGEST_ACT = 40
"""Characters among which the last word of a text stands with what leads to it."""
