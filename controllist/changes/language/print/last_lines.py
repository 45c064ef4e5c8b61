"""Conjunctions and labels at the ends of lines printed in one clause, that a source sets or leaves out."""

from __future__ import annotations

import re

from controllist.changes.language.text.openings import Sides
from controllist.patterns import pattern

_LINE_LABEL = r"\(?(?P<label>[a-z]|\d{1,2})[.)]\s+(?:(?:an?|the|der|die|das|des|dem|den)\s+)?"
_JOINED = pattern(rf"[\s\"')]*[;,.]?\s*(?P<joint>and|or|und|oder)\s+{_LINE_LABEL}", re.IGNORECASE)
_NOT_JOINED = pattern(rf"[\s\"')]*(?P<mark>[;,.])?\s*{_LINE_LABEL}", re.IGNORECASE)
_LEADS = pattern(r"<(any|all|list)(?::\d+)?>|(?<!>):(?=\s)")


def joins_lines(windows: Sides, befores: Sides) -> bool:
    """Whether two stretches end a line of a list, one of them with the conjunction that the list has anyway.

    >>> joins_lines(("; and 2. ", "; 2. "), ("<all:0>: 1. lids", "<all:0>: 1. lids"))
    True
    """
    for one, other in (windows, windows[::-1]):
        found = _JOINED.fullmatch(one)
        bare = _NOT_JOINED.fullmatch(other) if found else None
        if found and bare and (bare["mark"] or bare["label"] == found["label"]):
            ways = ("all", "list") if found["joint"].lower() in ("and", "und") else ("any", "list", "")
            leads = [_LEADS.findall(before) for before in befores]
            return all(some and some[-1] in ways for some in leads)
    return False


_LABEL_ALONE = pattern(r"[\s\"'),.;:²³]*\(?([a-z]|\d{1,2})[.):\s]*(?:(?:[Aa]n?|[Tt]he)\s+)?")
_OPENS = pattern(r"\s*\(?\d{1,2}[.):]+[\s:]*")


def is_label(windows: Sides, befores: Sides) -> bool:
    """Whether two stretches hold nothing but the label of a line, in one of them without the mark behind it.

    >>> is_label((" b ", ", b. "), ("cups", "cups")), is_label((" b ", ", "), ("cups", "cups"))
    (True, False)
    """
    if not any(before.strip() for before in befores) and "" in windows:
        return _OPENS.fullmatch(windows[0] or windows[1]) is not None
    found = [_LABEL_ALONE.fullmatch(window) for window in windows]
    labels = {match[1] for match in found if match}
    return all(found) and len(labels) == 1 and any(re.search(r"\w[.)]", window) for window in windows)


_DATE = pattern(r"\s*(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\W*")
_VALID_UNTIL = pattern(r"\bis\s+valid\s+until\s*(?:\d{1,2}\s*)?(?:[A-Z][a-z]+\s*)?$")


def is_date_of_validity(windows: Sides, befores: Sides) -> bool:
    """Whether two stretches are the dates until which a text is agreed: it stands in both editions.

    >>> is_date_of_validity(("2010", "2012"), ("The text is valid until 5 May ",) * 2)
    True
    """
    if not all("valid until" in before[-40:] for before in befores):
        return False
    return all(map(_VALID_UNTIL.search, befores)) and all(map(_DATE.fullmatch, windows))
