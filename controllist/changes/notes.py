"""What notes say: what a new one does, and which of them say themselves what is controlled."""

from __future__ import annotations

import re

from controllist.changes.clause.explanations import names_place
from controllist.changes.language.phrases.qualifying import qualifies
from controllist.changes.language.phrases.taken_out import DETERMINED, takes_out
from controllist.changes.language.print.harmless import names_short_form
from controllist.changes.language.text.plain import plain
from controllist.changes.language.text.subjects import takes_from_items
from controllist.changes.place.ground.editions import LIMITS
from controllist.changes.records import Evidence
from controllist.model import Node
from controllist.patterns import pattern

_INCLUDES = pattern(
    r"\b(?:includes?|including|also\s+(?:controls?|applies|apply)|umfass\w*|einschließlich|schließ(?:t|en))\b",
    re.IGNORECASE,
)
_INCLUDES_FIRST = pattern(
    r"\W*(?:(?:note|anmerkung)\b[^:]{0,30}:)?\W*(?:(?:(?:unter)?nummern?|items?|ECCNs?|entry|category|paragraphs?)\s+)?"
    r"(?:[\w.()/-]*\d[\w.()-]*(?:\s+(?:and|or|und|to|bis)\s+[\w.()/-]*\d[\w.()-]*)?|this\s+\w+)\s+"
    r"(?:also\s+)?(?:includes?|controls?\s+also|umfass\w*|schließ(?:t|en))\b",
    re.IGNORECASE,
)
"""A note that says of its item, before all else, what that item includes."""
_EVALUATED = pattern(r"\bstatus\s+of\b.*\bis\s+to\s+be\s+evaluated\s+against\s+the\s+parameters\s+of\b", re.IGNORECASE)
"""A note that subjects goods to the limits of the items that it names."""


def added_note_evidence(node: Node) -> Evidence:
    """The evidence of a note that is new: what it takes out is no longer controlled, what it limits is less."""
    text = plain(node.text)
    if node.kind == "nota-bene":
        if qualifies(text) or not names_place(node):
            return Evidence("note", "unclear", note=NOT_CERTAIN)
        return Evidence("note", "none", note="points elsewhere")
    if node.kind in ("category", "group"):
        return Evidence("heading", "none")
    if node.kind == "definition" and names_short_form(node.label, node.text):
        return Evidence("definition", "none", note="an abbreviation written in full")
    if node.kind == "note" and node.excludes:
        if not takes_from_items(text):
            return Evidence("exclusion", "unclear", note="an exclusion from what is no item")
        if _includes_before_all(text):
            return Evidence("exclusion", "unclear", note="says what is included and what is not")
        return Evidence("exclusion", "relaxed", note="an exclusion")
    if node.kind == "note" and LIMITS.search(text):
        return Evidence("condition", "relaxed", note="limits what it qualifies")
    if node.kind == "note" and _INCLUDES.search(text):
        return Evidence("inclusion", "unclear", note="says what is included")
    return Evidence(
        "definition" if node.kind == "definition" else "note", "unclear", note=NOT_CERTAIN
    )


def _includes_before_all(text: str) -> bool:
    """Whether a note that takes something out tells first, point by point, what is included."""
    included = _INCLUDED_AS_FOLLOWS.search(text)
    return included is not None and not takes_out(text[: included.end()])


_INCLUDED_AS_FOLLOWS = pattern(r"\b(?:includes?|umfass(?:t|en))\s*:", re.IGNORECASE)


NOT_CERTAIN = "what it does is not certain"



_DEFINES = pattern(
    r"(?:1\.\s+)?(?:(?:for\s+the\s+purposes?\s+of|in|im\s+sinne\s+von)\s[^,'\"]{1,60},?\s+)?(?:an?\s|the\s|eine?\s|der\s|die\s|das\s)?"
    r"['\"][^'\"]{2,80}['\"]\s*(?:\([^()]{1,30}\)\s*)?(?:is|are|means|refers?\s+to|have|has|ist|sind|bedeutet|haben|hat)\b"
    r"|(?:for\s+the\s+purposes?\s+of|in)\s[^,'\"]{1,30},\s(?:the\s)?[\w-]+\s(?:have|has)\s+(?:all|any)\s+of\s+the\s+following\b",
    re.IGNORECASE,
)
_ITS_NAME = pattern(r"^technical\s+notes?\b[^:]{0,30}:\s*", re.IGNORECASE)
_NEXT_SENTENCE = pattern(r"[.]\s+(?:\d{1,2}\.\s+)?[A-Z'\"]")


_SENTENCES = pattern(r"(?<=[.])\s+(?=[A-Z])")
_CONTROLLED = pattern(
    r"(?:(?!\b(?:not|if|when|unless|except|only)\b)[^.;:]){3,200}?\b(?:is|are)\s+(?:also\s+)?controlled\s+(?:by|under|in)\s+"
    r"(?:(?:ECCNs?|items?|the)\s+)*\d[A-E]\d{3}[^\s,;]*[.]?$",
    re.IGNORECASE,
)
"""A sentence that says of goods by which item they are controlled."""


def says_scope(node: Node) -> bool:
    """Whether the words of a node say themselves what is controlled: more there never means less, or always.

    A note that includes or takes out does, and so does a technical note that is one definition; what explains does not.
    """
    if node.kind in ("statement", "nota-bene"):
        return node.text.startswith("List ")
    text = plain(node.text)
    if node.kind == "technical-note":
        text = _ITS_NAME.sub("", text)
        if "controlled" in text and all(map(_CONTROLLED.match, _SENTENCES.split(text))):
            return True
        found = _DEFINES.match(text)
        return found is not None and (found[0].endswith("following") or not _NEXT_SENTENCE.search(text))
    if node.kind != "note" or node.excludes or LIMITS.search(text) or DETERMINED.search(text) or takes_out(text):
        return True
    return bool(_INCLUDES_FIRST.match(text) or _EVALUATED.search(text))
