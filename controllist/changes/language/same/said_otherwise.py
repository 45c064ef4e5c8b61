"""Differences that say for which item one speaks, what else a thing is called, or where else to look, in other words.

>>> said_otherwise((" this entry, ", " 1A001, "), ("For the purpose of", "For the purposes of"), ("a lid", "a lid"))
'says for which item it speaks'
>>> said_otherwise(("", "; for lids above 3 cm, see Category 2."), ("Lids",) * 2, ("",) * 2)
'points elsewhere'
"""

from __future__ import annotations

import re

from controllist.changes.language.text.openings import Sides
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

LEAD = "says for which item it speaks"
NAMES = "another name of the same thing"
POINTER = "points elsewhere"
ACT = "another form of the word"
_CODE = r"(?:\d[A-E]\d{3}[\w.()-]*|\d\.[A-E]\.[\w.]+|ML\s?\d[\w.]*|00\d\d[\w.]*)"
_TERM_NEXT = r"[\s,:.\"']*(?:(?:an?|the)\s+)?['\"]?"
_THIS = pattern(rf"[\s\"']*this\s+(?:entry|item|ECCN|control|paragraph)\b{_TERM_NEXT}", re.IGNORECASE)
_ITS_CODE = pattern(rf"[\s\"']*(?:(?:ECCN|item|entry|paragraph)\s+)?{_CODE}{_TERM_NEXT}", re.IGNORECASE)
_FOR = pattern(r"(?:^|[.;:]\s)\W*(?:\d{1,2}\.\s+)?(?:for\s+(?:the\s+)?purposes?\s+of|in)\s*$", re.IGNORECASE)
_IM_SINNE = pattern(
    r"\W*im\s+Sinne\s+(?:von|der|des)\s+(?:Unter)?nummern?\s+\w*\d\w*(?:\s+Anmerkung(?:\s+\w{1,2})?)?\W*", re.IGNORECASE
)
_ENDS = ".;:"
_POINTS = pattern(
    r"[\s\"')]*[.;:]?[\s(]*(?:\d{1,2}\.\s+)?(?:(?:for|on|regarding|zu|zur|für)\s[^.;:]{1,120}?,?\s)?"
    r"(?:see|siehe|refer\s+to|vgl\.)\s(?:also\s|auch\s)?(?:[^.;:]|(?<=\d)\.(?=[a-z\d])){2,120}[\s.;:)]*",
    re.IGNORECASE,
)
_SAYS_MORE = pattern(
    r"\b(?:not|no|except|unless|only|provided|other\s+than|must|shall|nicht|kein\w*|nur|ausgenommen|sofern"
    r"|controls?|applies|apply)\b",
    re.IGNORECASE,
)
_SEE = pattern(
    r"[\s\"',;]*\(?\s*(?:see|refer\s+to)(?:\s+also)?(?:\s+(?:the|ECCNs?|items?|entr(?:y|ies)|paragraphs?))*\s*",
    re.IGNORECASE,
)
_TERMS = pattern(
    r"\b(?:known|referred\s+to|called)\s+(?:by|as|under|on)\s+(?:(?:different|other|various|several)\s+)?(?:terms|names)\s+"
    r"(?:including|such\s+as)\W*$",
    re.IGNORECASE,
)
_ALSO = pattern(
    r"[\s,;(]*(?:also|commonly|formerly)\s+(?:known|referred\s+to|called)(?:\s+as)?\s+['\"]?[\w-]+['\"]?[\s,;)]*",
    re.IGNORECASE,
)


def said_otherwise(windows: Sides, befores: Sides, afters: Sides) -> str:
    """Why two stretches, each with the text around it, say nothing of what is controlled; empty if they may."""
    one, other = windows
    lower = one.lower() + other.lower()
    if "this" in lower and _speaks_for_itself(windows, befores):
        return LEAD
    if "sinne" in lower and not (one.strip() and other.strip()) and _IM_SINNE.fullmatch(one.strip() or other.strip()):
        return LEAD if all(before.rstrip().endswith(("'", '"', ")")) for before in befores) else ""
    if "see" in lower or "siehe" in lower or "refer to" in lower:
        if all(map(_SEE.fullmatch, windows)) and all(after.startswith("<refs") for after in afters):
            return POINTER
        if _adds_pointer(windows, befores, afters):
            return POINTER
    if ("ing" in lower and _says_same_act(windows, befores, afters)) or ("where" in lower and _same_place(windows)):
        return ACT
    is_added = not (one.strip(" .:;,\"')") and other.strip(" .:;,\"')"))
    if is_added and ("known" in lower or "called" in lower or "referred" in lower):
        return NAMES if _ALSO.fullmatch(one.strip() or other.strip()) else ""
    if is_added and all(before.rstrip(" :").endswith(("including", "such as")) for before in befores):
        return NAMES if all(map(_TERMS.search, befores)) else ""
    return ""


_ACT = pattern(
    r"[\s,\"']*(?:(?P<lead>to|for|of|that|which)\s+)?(?P<verb>[a-z]{3,})\s*(?:(?:an?|the)\s+)?[\"']?",
    re.IGNORECASE,
)
_CAN = pattern(
    r"\b(?:capable\s+of|able\s+to|ability\s+to|can|capability\s+(?:of|to)|(?:used|designed)\s+(?:to|for))\s*$",
    re.IGNORECASE,
)
_THINGS = word_set(
    "bear wind build coat house cast wire cloth spr str tub fit open line land hold coupl hous castings cover switch "
    "mount set turn be"
)
"""Verbs whose "-ing" may be a thing: a bearing, a winding."""
_USING = dict.fromkeys(("employing", "utilizing", "utilising"), "using") | dict.fromkeys(("employ", "utilize"), "use")
_GOES_ON = pattern(r"(?:in|to|from|at|with|by|for|on)\b", re.IGNORECASE)
_WHERE = pattern(r"[\s,]*where\s+(?:(?:an?|the)\s+)?", re.IGNORECASE)
_IN_WHICH = pattern(r"[\s,]*in\s+which\s+(?:(?:an?|the)\s+)?", re.IGNORECASE)


def _says_same_act(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether both say by one verb what goods do: "that boil" and "boiling", "able to boil", "capable of boiling"; and
    "Result in" and "Resulting in" where an item begins with them."""
    found = [_ACT.fullmatch(window) for window in windows]
    one, other = found
    if not one or not other:
        return False
    verbs = sorted((_USING.get(match["verb"].lower(), match["verb"].lower()) for match in (one, other)), key=len)
    if not verbs[1].endswith("ing") or verbs[0].endswith("ing"):
        return False
    root = verbs[1][:-3]
    if root in _THINGS or verbs[0] not in (root, f"{root}e", f"{root}s", f"{root}es", root[:-1]):
        return False
    leads = {(match["lead"] or "").lower() for match in (one, other)}
    if not any(map(str.strip, befores)) and all(map(_GOES_ON.match, afters)):
        return True
    return bool(leads & {"that", "which"}) or all(map(_CAN.search, befores)) or leads == {"to", "for"}


def _same_place(windows: Sides) -> bool:
    return any(_WHERE.fullmatch(one) and _IN_WHICH.fullmatch(other) for one, other in (windows, windows[::-1]))


def _speaks_for_itself(windows: Sides, befores: Sides) -> bool:
    """Whether one side says "for the purposes of this entry" where the other one gives its number."""
    return all(map(_FOR.search, befores)) and any(
        _THIS.fullmatch(here) and _ITS_CODE.fullmatch(there) for here, there in (windows, windows[::-1])
    )


def _adds_pointer(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether one side has more but a sentence, or what stands behind a semicolon, that sends the reader elsewhere."""
    for here, there, before in ((*windows, befores[0]), (*windows[::-1], befores[1])):
        if there.strip(" .:;,\"')") or not _POINTS.fullmatch(here) or _SAYS_MORE.search(here):
            continue
        starts = not before.strip() or here.lstrip(" \"')")[:1] in _ENDS or before.rstrip(" \"')")[-1:] in _ENDS
        ends = here.rstrip(" \"')")[-1:] in _ENDS or not any(after.strip(" .;") for after in afters)
        if starts and ends:
            return True
    return False
