"""Lists inside one text: lines with labels that are put into it, and leads that make a list of what stood alone.

`<any>`, `<all>` and `<list>` stand for the words that lead into a list ("any of the following").

>>> entry_role("; b. Pans", "1A001 does not apply to <any>: a. Kettles", "")
'alternative'
"""

from __future__ import annotations

import re
from typing import Literal

from controllist.patterns import pattern

_LABEL = r"(?:\(?(?P<{0}letter>[a-z])[.)]|\(?(?P<{0}number>\d{{1,2}})[.)]|(?P<{0}dash>-))"
_ENTRY = pattern(
    rf"^[\s;,.:]*(?:(?:and|or|und|oder)\s+)?{_LABEL.format('')}\s+\S",
)
_NEXT_ENTRY = pattern(
    rf"^[\s;,.\"')]*(?:(?:and|or|und|oder)[\s;,.]*)?(?:$|{_LABEL.format('')}(?:\s|$))",
)
_FIRST = {
    "letter": re.compile(r"(<(?:list|any|all)>|:)(?:\s+\w+){0,4}?[\s:;,]*\(?a[.)]\s"),
    "number": re.compile(
        r"(<(?:list|any|all)>|:|^List\b)(?:[^:;]{0,60}(?=\s1\.\s))?(?:\s+\w+){0,4}?[\s:;,]*\(?1[.)]\s"
    ),
    "dash": re.compile(r"(<(?:list|any|all)>|:)(?:\s+\w+){0,4}?[\s:;,]*-\s"),
}
"""Where a list with labels of one kind begins, and what leads into it."""
_BEFORE_ALL = pattern(r"(<(?:list|any|all)>)[\s:]*$")
_BARE_NEXT = pattern(r"[\s;,.]*(?:\w|\(|-|$)")
_INCLUDES = pattern(r"[^;:]{0,60}\bincludes?\b", re.IGNORECASE)
_GOES_ON = pattern(r"\w")
_COLON = pattern(r"^\s*(:)")
_LABELS = pattern(rf"(?:^|[\s;,:>]){_LABEL.format('')}(?=\s)")
_INNER = pattern(rf"(?:^|[;:,>.]\s+(?:(?:and|or|und|oder)\s+)?){_LABEL.format('')}(?=\s)")
"""Labels where lines begin, not where the parts of another provision are cited."""
_LEAD = pattern(r"<(?:list|any|all)>|:")
_WRAP = pattern(
    r"^[\s,]*(?:\w+\s+)?<(?:any|list)>[\s:]*(?P<entries>.*?)[\s;,]*(?:\b(?:or|oder)\b)?\s*(?:\(?(?:[a-z]|\d{1,2})[.)])?\s*$",
    re.DOTALL,
)
_BY_AND = pattern(r"[;,]\s*(?:and|und)\s*$")


def is_entry(words: str) -> bool:
    """Whether words begin with the label of a line."""
    return _ENTRY.match(words) is not None


def entry_role(words: str, before: str, after: str) -> Literal["alternative", "condition"] | None:
    """Whole lines put into a list inside the text: alternatives or conditions, as the list's lead-in says."""
    first = _ENTRY.match(words)
    if not first or not _NEXT_ENTRY.match(after):
        return None
    kind = _kind(first)
    including = _INCLUDES.match(before) is not None
    if including and not (_BARE_NEXT.match(after) and _FIRST[kind].search(before)):
        return None  # what a note includes may be meant without it
    labels = (_LABELS if including else _INNER).finditer(words)
    if any(_kind(label) != kind and not _LEAD.search(words[: label.start() + 1]) for label in labels):
        return None
    leads = _FIRST[kind].findall(before) or _BEFORE_ALL.findall(before)
    if not leads and _GOES_ON.search(after):
        leads = _COLON.findall(words)
    if not leads:
        return None
    if leads[-1] == ":" and (_BY_AND.search(before) or re.match(r"[\s;,.]*(?:and|und)\s", words)):
        return None
    return "condition" if leads[-1] == "<all>" else "alternative"


def _kind(label: re.Match[str]) -> str:
    return next(kind for kind in ("letter", "number", "dash") if label[kind])


def wrap_role(words: str, after: str) -> Literal["alternative", "neutral"] | None:
    """A lead-in that makes what stood alone one of several lines: the lines that come with it are alternatives."""
    match = _WRAP.match(words)
    if not match or not re.match(rf"[\s:;,]*{_LABEL.format('')}\s", after):
        return None
    entries = match["entries"]
    if not entries:
        return "neutral"
    return "alternative" if _LABELS.match(" " + entries) and not _LEAD.search(entries) else None
