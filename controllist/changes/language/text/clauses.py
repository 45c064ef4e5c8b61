"""Which way a place in a clause counts: whether more there means more goods controlled, fewer, or cannot be said.

>>> text = "Kettles above 3 l, other than kettles of copper above 9 l"
>>> polarity(text, text.index("above 3")), polarity(text, text.index("above 9"))
(1, -1)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from controllist.changes.language.text.meaning import runs_of
from controllist.changes.language.text.spotted import found_near
from controllist.patterns import pattern

Polarity = Literal[1, -1, 0]
"""1: what widens here widens control; -1: it narrows control; 0: not to be said."""

EXCLUDING = pattern(
    r"(?=[oeuabndmshàw][txnpuoiah\s])\b(?:other\s+than|except(?:ing)?(?:\s+(?:for|that))?|excluding|excludes?|exclusive\s+of|unless|apart\s+from"
    r"|but\s+not(?!\s+(?:to\s+)?(?:exceed|more|less|greater|lower|larger|smaller|higher|fewer|above|below|over|limited))"
    r"|not\s+(?:(?:elsewhere|otherwise)\s+)?(?:specified|controlled|described|identified|listed|enumerated|covered|including|having|capable|being|meeting|released)"
    r"|(?:do|does|shall|will)\s+not\s+(?:include|apply|control|have|meet)|not\s+(?:including|consisting|containing)"
    r"|ausgenommen|außer|mit\s+Ausnahme|andere[nrs]?\s+als|nicht\s+(?:erfasst|enthalten)|sauf|hormis|à\s+l['’]exception)\b",
    re.IGNORECASE,
)
"""Words that take what follows them out of control."""

_PARTS_OF_EXCLUDING = (
    "other", "exc", "unless", "apart", "not", "ausge", "außer", "ausnahme", "andere", "nicht", "sauf", "hormis",
)  # fmt: skip
"""Where none of these pieces stands, there are no such words."""
_STOP = pattern(r"[;:.,]\s")
_DOUBTFUL = pattern(
    r"\b(?:without|not|no|nor|neither|never|cannot|unable|incapable|impossible|inoperable|prevent(?:s|ed|ing)?|preclud(?:e[sd]?|ing)"
    r"|lack(?:s|ing)?|free\s+of|outside|instead|rather\s+than|only|whichever|respectively"
    r"|ohne|nicht|kein\w*|unfähig|ungeeignet|verhinder\w*|sans|incapables)\b",
    re.IGNORECASE,
)
_PARTS_OF_DOUBTFUL = (
    "no", "out", "never", "neither", "unable", "lack", "free", "instead", "rather", "only", "whichever", "respectively",
    "incapab", "impossib", "inoperab", "prevent", "preclud",
    "ohne", "nicht", "kein", "unfähig", "ungeeignet", "verhinder", "sans",
)  # fmt: skip
"""Where none of these pieces stands, there are no such words."""
_NOT_COMPARED = pattern(
    r"\b(?:not|no|nor)\s+(?:to\s+|be\s+)?(?=exceed|more|less|greater|lower|larger|smaller|higher|fewer|better|above|below|over\b|only\b)",
    re.IGNORECASE,
)
_LIMITS = pattern(r"\b(?:(?:appl(?:y|ies)|controls?)\s+only|only\s+(?:appl(?:y|ies)|controls?))\b", re.IGNORECASE)
"""Words by which an item holds no more than what follows: more there is more that is controlled."""
_ENDS = pattern(r"[;:]|[.](?=\s)|\)(?![\w.])")
_PASSIVE = pattern(r"\b(?:is|are|was|were|wird|werden|ist|sind)\s+(?:therefore\s+|also\s+)?$", re.IGNORECASE)
_LONGEST_PASSIVE = 40
"""Characters at the end of a text in which such a verb stands."""
_LEFT_OUT = pattern(r"(?:not\s+(?:specified|controlled|covered|included|caught)|nicht\s+erfasst)\b", re.IGNORECASE)
"""What "is not controlled" is told before these words."""
_RELATIVE = pattern(r"\b(?:which|that|who|provided|if|where|when|die|der|das|welche\w*|sofern|wenn)\b", re.IGNORECASE)
_BRACKET = pattern(r"\([^()]*\)")
"""What opens and shuts within an exclusion ends none."""
_COMMA = pattern(r",(?!\w)")
"""A comma between words: one in a number or in the name of a substance parts nothing."""
_LIST = r"(?:the\s+)?(?:USML|CCL|Munitions\s+List)(?:\s+(?:Categor(?:y|ies)|paragraph)\s+[\w()]+)?+"
_BY_CODE = pattern(
    r"^\W*(?:(?:that|those|items?|goods|equipment|materials|software|technology|any|as)\W+)*"
    r"(?:(?:specified|controlled|described|identified|listed|enumerated)\s+)?(?:by|in)\s+"
    r"(?:(?:paragraphs?|(?:sub-?)?items?|ECCNs?|entr(?:y|ies))\s+)?(?:<refs(?::\d+)?>|§+)(?:\W*\s(?!or\b|and\b)"
    r"|\W*\s(?:and|but)\s+(?:having|with|being|which|that|capable|specially|designed|usable)\b"
    r"|,\s+and\s+(?!in\b|by\b|those\b|<|§))"
    r"|^\W*elsewhere(?:\s+(?:on|in|by)\s+(?:the\s+|this\s+)?(?:[\w-]+\s+){0,3}(?:list|category|schedule))?\s*,"
    rf"|^\W*(?:specified|controlled|described|identified|listed|enumerated)\s+(?:by|in|on)\s+{_LIST}"
    rf"(?:(?:\s+(?:or|and)|\s*,)\s+(?:elsewhere\s+)?(?:(?:by|in|on)\s+)?{_LIST})*(?![\s,]*(?:,|or\b|and\b)|\w)\s",
    re.IGNORECASE,
)
"""An exclusion that names codes, or another list, ends where these do."""

_BY_FIGURES = pattern(
    r"^\W*[<\d][^;:]*?\s(?:and|but)\s+(?:having|with|meeting|capable|(?:specially\s+)?designed|that|which)\b", re.I
)
"""An exclusion that names figures ends where another condition is joined to it."""

_LONGEST_JOINT = 12
"""Characters within which a conjunction stands that joins two exclusions."""
_GOES_ON = pattern(r"\b(?:and|or|but|und|oder)\s+$", re.IGNORECASE)
"""What joins a second exclusion to a first one: whether it stands in it or beside it cannot be told."""
_OF_ANY = pattern(r"\bof\s+(?:any|all)\s+[\w-]+\s*$", re.IGNORECASE)
_NAMED_ALONE = pattern(r"\s+[\w-]+\s+(?:with|having)\b", re.IGNORECASE)
"""In "a layer of any metal other than tin with a thickness" it is not said what has the thickness."""
_LONGEST_ANY = 30
_CONDITION = pattern(
    r"\b(?:for\s+(?:any|each|every|all)|over\s+(?:a|an|any|the|each)"
    r"|when(?!\s+(?:specified|rated)\s+to\s+(?:function|operate)\s)|while|whilst|where|measured|tested|averaged|determined"
    r"|after|before|during|(?<!anywhere\s)within\s+(?:a|an|the|any)\b(?!\s(?:[\w-]+\s){0,2}(?:range|band)\b)[\w\s-]*|under|in\s+the\s+presence|with\s+respect|at\s+a\s+(?:temperature|pressure|distance"
    r"|rate|duration|wavelength)|based\s+on|compared|relative\s+to|if|provided)\b(?:(?!\bhaving\b|,\s*and\b)[^;,])*$",
    re.IGNORECASE,
)
"""What goods are specified to work at is a property of theirs: "when specified to operate at 3 bar"."""


def polarity(text: str, at: int) -> Polarity:
    """Which way the place `at` of a clause counts. An exclusion inside an exclusion counts up again.

    Behind a comma it is not certain whether an exclusion still holds.
    """
    return _polarity_at(_codes_hidden(text), at)


@lru_cache(maxsize=32768)
def _polarity_at(text: str, at: int) -> Polarity:
    way: Polarity = 1
    for excluding in _excluding(text):
        start, end = excluding.span()
        if end > at:
            return _before(text[at:start], excluding.group(), text[:at], _near(text, at, way))
        reach = text[end:at]
        if ":" in reach and _in_list_taken_out(text[:start], excluding.group(), reach):
            way = -1 if way == 1 else 1
            continue
        if _has_ended(excluding.group(), reach) or _is_enclosed(excluding.group(), text[:start], reach):
            continue
        if _NAMED_ALONE.match(reach) and _OF_ANY.search(text, max(0, start - _LONGEST_ANY), start):
            return 0
        if _COMMA.search(reach) or (way < 0 and _GOES_ON.search(text[max(0, start - _LONGEST_JOINT) : start])):
            return 0
        way = -1 if way == 1 else 1
    return _near(text, at, way)


def _before(reach: str, excluding: str, before: str, way: Polarity) -> Polarity:
    """Which way a place counts, `reach` before the next excluding words, which may mean what precedes."""
    is_left_out = _LEFT_OUT.match(excluding) and _ends_in_passive(reach) and not _ENDS.search(reach)
    if not is_left_out or _RELATIVE.search(_ENDS.split(before)[-1] + reach):
        return way
    return -1 if way == 1 else 0


def _near(text: str, at: int, way: Polarity) -> Polarity:
    """The way of a place, unless words near it leave a doubt."""
    near = _STOP.split(text[max(0, at - 90) : at])[-1]
    if not any(map(near.lower().__contains__, _PARTS_OF_DOUBTFUL)):
        return way
    near = _LIMITS.sub("", _NOT_COMPARED.sub("", near))
    if _may_exclude(near):
        near = EXCLUDING.sub("", near)
    return 0 if _DOUBTFUL.search(near) else way


@lru_cache(maxsize=16384)
def _excluding(text: str) -> tuple[re.Match[str], ...]:
    """Where words stand in a text that take what follows them out of control."""
    return tuple(found_near(EXCLUDING, text, _PARTS_OF_EXCLUDING)) if _may_exclude(text) else ()


def _may_exclude(text: str) -> bool:
    lower = text.lower()
    return any(map(lower.__contains__, _PARTS_OF_EXCLUDING))


_TAKEN_OUT = pattern(
    r"(?:do|does|shall|will)\s+not\s+(?:apply|control|include)|not\s+(?:controlled|included|specified)", re.IGNORECASE
)
_LIST_TAKEN_OUT = pattern(r"\s*(?:to\s*)?(?:<\w+>\s*)?:[^;:.]*$")


def _in_list_taken_out(before: str, excluding: str, reach: str) -> bool:
    """Whether a place stands in a list that a verb takes out as a whole: "the following is not controlled: pots, pans".

    Its commas part things that are all taken out alike.
    """
    if not _TAKEN_OUT.fullmatch(excluding) or not _LIST_TAKEN_OUT.match(reach):
        return False
    return not excluding.lower().startswith("not") or _ends_in_passive(before)


def _ends_in_passive(words: str) -> bool:
    return _PASSIVE.search(words, len(words) - _LONGEST_PASSIVE) is not None


def _has_ended(excluding: str, reach: str) -> bool:
    """Whether an exclusion has ended within the words behind it."""
    whole = _BRACKET.sub("", reach) if "(" in reach else reach
    if _ENDS.search(whole) or _BY_CODE.match(excluding.split()[-1] + " " + reach) or _BY_CODE.match(reach):
        return True
    return not _VERB.search(excluding) and _BY_FIGURES.match(reach) is not None


_ENCLOSED = pattern(
    r"\s+(?:(?:those|that|for)\s+)?[^,;:<>]{2,60},\s+(?:and\s+)?(?:having|with|designed|specially|capable|weighing|exceeding|rated"
    r"|operating|measuring|made|usable|intended|which|that)\b",
    re.IGNORECASE,
)
"""A short exclusion between two commas, and what is asked of the goods before it."""


def _is_enclosed(excluding: str, before: str, reach: str) -> bool:
    """Whether an exclusion stands between commas, so that what follows speaks of the goods before it."""
    if before.rstrip()[-1:] != "," or _VERB.search(excluding) or not excluding.lower().startswith(("other", "exc")):
        return False
    return _ENCLOSED.match(reach) is not None


_CLOSED = pattern(
    r"\w.*(?P<by>,|\b(?:and|but))(?:\s+(?:that\s+)?(?:having|with|meets?|meeting|performing))?\s*$", re.IGNORECASE
)
"""An exclusion that is shut, by a comma or a conjunction, right before the words that lead into a list."""
_OF_GOODS = pattern(
    r"\b(?:those|that|which|having|with|designed|capable|made|used|usable|intended|performing|exceeding)\b", re.I
)
"""Words behind which "and having any of the following" may go on with what is left out."""
_TOLD_ELSEWHERE = pattern(
    r"\b(?:specified|controlled|described|identified|listed|enumerated|covered|erfasst)$", re.IGNORECASE
)
_BEHIND_CODES = pattern(
    r".*(?:§|\belsewhere\b[^,;]*\blist\b)(?:\W*$|\W*\s(?!(?:and|or)\s+(?:by|in|those|that|any|items?)\b)\S)", re.I
)
"""What is controlled elsewhere is told by codes: no list belongs to them."""
_DIRECTLY = pattern(
    r"\W*(?:(?:for|to|by|in|those|that|which|are|is|items?|goods|equipment|having|meeting|with|any)\b\W*)*", re.I
)
"""What may stand between excluding words and the list that they govern."""
_VERB = pattern(r"\b(?:do|does|unless|including|consisting|containing|having|capable|being|meeting)\b", re.I)
"""Excluding words of which all that follows is the object."""


def way_of_list(lead: str, at: int) -> Polarity:
    """Which way the entries count of the list into which a clause leads at `at`.

    A list belongs to what is controlled, unless the excluding words govern it themselves.

    >>> text = "Kettles other than of tin, having any of the following"
    >>> way_of_list(text, text.index("having")), polarity(text, text.index("having"))
    (1, 0)
    """
    return _way_of_list(_codes_hidden(lead)[:at])


@lru_cache(maxsize=16384)
def _way_of_list(before: str) -> Polarity:
    for match in reversed(_excluding(before)):
        if _VERB.search(match.group()):
            break
        reach = before[match.end() :]
        shut = _CLOSED.match(reach.strip())
        if shut and shut["by"] != ",":
            shut = None if _OF_GOODS.search(reach[: reach.rindex(shut["by"])]) else shut
        told = _TOLD_ELSEWHERE.search(match.group()) and _BEHIND_CODES.match(reach)
        if shut or told:
            before = before[: match.start()]
        elif not _DIRECTLY.fullmatch(reach):
            way = _polarity_at(before, len(before))
            return way if way > 0 else 0
    return _polarity_at(before, len(before))


@lru_cache(maxsize=16384)
def _codes_hidden(text: str) -> str:
    """The text with the codes of items blotted out: their dots and commas end nothing."""
    runs = runs_of(text)
    if not runs:
        return text
    ends = [0, *[span.end for span in runs]]
    parts = [text[end : span.start] + "§" * (span.end - span.start) for end, span in zip(ends, runs, strict=False)]
    return "".join([*parts, text[ends[-1] :]])


def is_condition(text: str, at: int) -> bool:
    """Whether what stands at `at` says under which circumstances something is measured, not what is controlled."""
    return _ends_in_condition(text[max(0, at - 110) : at])


@lru_cache(maxsize=16384)
def _ends_in_condition(words: str) -> bool:
    return _CONDITION.search(words) is not None
