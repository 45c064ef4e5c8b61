"""Differences between two clauses that no reader would take for one of meaning, by the words around them.

A word that only joins two demands, the number of a paragraph in a sentence about licences, and the like.
"""

from __future__ import annotations

import re

from controllist.changes.language.phrases.modifiers import names_what_is_measured
from controllist.changes.language.text.openings import Sides
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

_WITH_OR_AND = pattern(r"[\s,]*(?:with|and|and\s+with|and\s+having|having)\s+(?:(?:an?|the)\s+)?[\"']?", re.IGNORECASE)
_BEHIND_LIMIT = pattern(r"<limit\w*:\d+>[\s\"'),]*$")
_LIMIT_NEXT = pattern(r"[^,;:<>]{2,60}<limit")


_LONGEST = 24
"""Characters of two stretches that only join what stands around them."""


_JOINING = word_set("having using employing utilizing utilising with and or and/or und oder")
"""The words of which one stands in such a stretch."""


def only_joins(windows: Sides, befores: Sides, afters: Sides) -> str:
    """Why two short stretches only join what stands around them; empty where they may do more."""
    one, other = windows
    if len(one) > _LONGEST or len(other) > _LONGEST or not _JOINING.intersection(one.lower().replace(",", " ").split()):
        return ""
    if both_hold(windows):
        return "another expression for the same"
    joins = joins_demands(windows, befores, afters) or joins_kinds(windows, befores, afters)
    return "joined by a comma or by a word" if joins else ""


def joins_demands(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether "with" and "and" stand for one another between one limit and the next: each is asked for anyway."""
    return (
        all(map(_WITH_OR_AND.fullmatch, windows))
        and all(map(_BEHIND_LIMIT.search, befores))
        and all(map(_LIMIT_NEXT.match, afters))
        and all(names_what_is_measured(after.split("<", 1)[0] + "<limit>") for after in afters)
        and not any(re.search(r"\bor\b", _last_clause(before), re.IGNORECASE) for before in befores)
    )


def _last_clause(before: str) -> str:
    return re.split(r"[;:]", before)[-1]


_JOINT = pattern(r"[\s,]*\b(?:and|or|and/or|und|oder)\b[\s,]*", re.IGNORECASE)
_KIND = r"(?:[\w\"'-]+\s+){0,3}(?:[\w\"'-]*[^\Ws]s|machinery|equipment|\w+en)[\"']?"
_KINDS_BEFORE = pattern(rf"[^\W\d_]\W*\(\s*{_KIND}$", re.IGNORECASE)
_KINDS_NEXT = pattern(rf"{_KIND}\s*\)", re.IGNORECASE)
_LABEL_BEFORE = pattern(r"\bparagraphs?\s+\(?[a-z.]{1,4}[\d.()a-z]{0,6}$", re.IGNORECASE)
_LABEL_NEXT = pattern(r"\(?[a-z.]{1,4}\d[\d.()a-z]{0,6}(?![\w-])", re.IGNORECASE)


def joins_kinds(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether "and" and "or" stand for one another between the kinds that goods are, in brackets behind their name, or
    between two paragraphs that are cited: each of both is meant."""
    if not all(map(_JOINT.fullmatch, windows)):
        return False
    return any(
        all(map(before.search, befores)) and all(map(after.match, afters))
        for before, after in ((_KINDS_BEFORE, _KINDS_NEXT), (_LABEL_BEFORE, _LABEL_NEXT))
    )


_HOLDS = pattern(r"\s*(?:having|using|employing|utili[sz]ing|with)\s+(?:(?:an?|the)\s+)?[\"']?", re.IGNORECASE)


def both_hold(windows: Sides) -> bool:
    """Whether two stretches are but the word by which goods have what follows: "having a lid", "using a lid"."""
    return all(map(_HOLDS.fullmatch, windows))


_LICENCES = pattern(
    r"^\W*(?:the\s+|all\s+|any\s+)?(?:export\s+)?licen[cs](?:e|es|ing)\s+(?:requirements?|polic(?:y|ies)|exceptions?|applications?|review)\b",
    re.IGNORECASE,
)
_TAKES_OUT = pattern(r"\b(?:(?:is|are)\s+not\s+controlled|does\s+not\s+(?:apply|control|include))\b", re.IGNORECASE)
_SENTENCE_ENDS = pattern(r"[.;]\s+(?=[A-Z\"(])")


_WHEN = pattern(r"\s*(?:when|where|if)\s+", re.IGNORECASE)
_PARTICIPLE = pattern(r"(?:speci(?:al|fical)ly\s+)?(?:designed|rated|specified|configured|modified)\b", re.IGNORECASE)


def only_opens(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether a "when" that alone leads one of two clauses stands before what both begin with: "[When] designed to"."""
    one = "".join(windows).strip()
    return (
        not all(window.strip() for window in windows)
        and _WHEN.fullmatch(f"{one} ") is not None
        and not any(before.strip() for before in befores)
        and all(map(_PARTICIPLE.match, afters))
    )


def speaks_of_licences(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether a difference lies in a sentence, not the first, that says where the rules on licences are set out."""
    if not all("icen" in before for before in befores) or any(_SENTENCE_ENDS.search(window) for window in windows):
        return False
    for window, before, after in zip(windows, befores, afters, strict=True):
        parts = _SENTENCE_ENDS.split(before)
        said = parts[-1] + window + _SENTENCE_ENDS.split(after)[0]
        if len(parts) < 2 or not _LICENCES.match(parts[-1]) or _TAKES_OUT.search(said):
            return False
    return True
