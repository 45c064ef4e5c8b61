"""Entries that say of themselves that nothing is controlled by them at present."""

from __future__ import annotations

import re

from controllist.changes.language.text.plain import plain
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

_WORD = "currently"
_DELETED = pattern(
    r"\W*(?:deleted|not\s+used|entfallen|repealed)\b\W*(?:$|\(|since\b|transferred\b|moved\b)", re.IGNORECASE
)
_EMPTY = pattern(
    r"(?:^|[.;:]\s)\W*no\s+[\"']?[\w-]+[\"']?(?:\s+[\w-]+){0,2}?\s+(?:(?:is|are)\s+currently|currently\s+(?:is|are))\s+"
    r"(?:(?:controlled|specified|listed|included|enumerated)\s+(?:by|in|under|on)|in|under|on)\s+(?:this|the)\b",
    re.IGNORECASE,
)


_FORMERLY = pattern(r"\bimmediately\s+prior\s+to\s+[A-Z][a-z]+\s+\d{1,2},\s+\d{4}\b")
"""A day of which an entry says what it held before: it may be long past."""
_SENT_ON = pattern(r"\b(?:formerly|previously)\s+(?:controlled|classified|specified|listed)\b", re.IGNORECASE)
"""How an entry that holds nothing any more says of its goods under which numbers they are controlled now."""


def says_it_is_empty(text: str) -> bool:
    """Whether a sentence of an entry says that there is nothing in it: whatever else it names, it controls nothing.

    >>> says_it_is_empty("Deleted (transferred to 1A002)")
    True
    >>> says_it_is_empty("Kettles of tin. No kettles are currently controlled by this entry. See 3A001.")
    True
    """
    return _DELETED.match(text) is not None or (_WORD in text and _EMPTY.search(text) is not None)


def emptied_evidence(old: Node, new: Node) -> list[Evidence]:
    """The evidence of an entry that says that it is empty in one edition or in both; none of any other."""
    if old.kind != "item" or new.kind != "item":
        return []
    was, is_now = says_it_is_empty(plain(old.text)), says_it_is_empty(plain(new.text))
    if was and is_now:
        return [Evidence("wording", "none", note="says as before that nothing is controlled by it")]
    if (was or is_now) and _FORMERLY.search(plain(new.text if is_now else old.text)):
        return [Evidence("status", "unclear", note="says of a past day what it held then")]
    empty = new if is_now else old
    if (was or is_now) and any(code != empty.code for code in empty.refs) and _SENT_ON.search(plain(empty.text)):
        return [Evidence("status", "unclear", note="says itself where its goods are controlled instead")]
    if is_now:
        return [Evidence("status", "relaxed", note="says now that nothing is controlled by it")]
    return [Evidence("status", "tightened", note="says no more that nothing is controlled by it")] if was else []
