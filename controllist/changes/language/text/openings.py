"""What leads into an explaining sentence, and says nothing itself: its number, for which items it speaks, "the term".

>>> leads_alike((" ", "For the purposes of 1A001, "), ("", ""), ("kettles", "kettles"))
True
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

Sides = tuple[str, str]

_PLACE = (
    r"(?:(?:this|these)\s+(?:notes?|items?|entry|ECCN|category|paragraphs?)"
    r"|(?:technical\s+)?notes?(?:\s\d[\w.]{0,8}|\s[a-z]\b\.?)?"
    r"|(?:the\s+)?(?:ECCNs?|items?|entry|category|paragraphs?|nummern?|unternummern?|Cat\.)\s[\w.()-]{1,24}"
    r"|\d?[A-Z]{0,3}[\w.()-]*\d[\w.()-]*(?:\s(?:materials|items|equipment|goods))?|\d\.?\s?[A-E]\.?)"
)
_LABEL = r"[\s\"'.:;,)]*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+)?"
_SPEAKS = r"(?:for\s+the\s+purposes?\s+of|for\s+purposes\s+of|in|im\s+sinne\s+(?:von|der|des))"
_LEAD = pattern(
    rf"{_LABEL}(?:{_SPEAKS}\s+{_PLACE}(?:(?:\s+|,\s*|\s+(?:and|or|to|through|und|oder|bis)\s+){_PLACE})*)?"
    r"(?:\s+gilt\b)?(?:[\s,:]*\b(?:the\s+terms?|der\s+begriff|die\s+begriffe)\b)?"
    r"[\s,:\"']*(?:\d{1,2}\.\s+)?(?:(?:any|an?|the|der|die|das)\s*)?[\"']?",
    re.IGNORECASE,
)
_OPENS = pattern(rf"{_LABEL}{_SPEAKS}\s*", re.IGNORECASE)
"""The words before a code that stands in both clauses."""
_DEFINES = pattern(
    r"[\s,.:]*(?P<term>'[^'<>]{2,80}'|\"[^\"<>]{2,80}\")?\s*(?:\([^()]{1,30}\)\s*)?"
    r"(?:\b(?:is\s+defined\s+as|is|are|means|applies\s+to|refers\s+to|ist|sind|bedeutet)\b|(?<=['\"]):)"
    r"[\s,:-]*(?:(?:any|an?|the|der|die|das)\s*)?[\"']?$",
    re.IGNORECASE,
)
"""The term that a definition is about, with its verb: where the term is the definition's name, both are left out."""
_TERM_ALONE = pattern(r"\s*(?:'[^'<>]{2,80}'|\"[^\"<>]{2,80}\")?\s*")
_VERB = pattern(r"(?:means|refers?\s+to)\b")
_FOR = pattern(r"\bfor\s*$", re.IGNORECASE)
_PURPOSES = pattern(r"\s*(?:(?:the\s+)?purposes?\s+of\s*)?", re.IGNORECASE)
_TERM = pattern(r"[\s.,:]*(?:\b(?:the\s+terms?|der\s+begriff|die\s+begriffe)\b)?[\s,\"']*", re.IGNORECASE)
_NOTE = pattern(r"\W*(?:technical\s+)?(?:notes?|anmerkung)\W*$", re.IGNORECASE)
_NUMBER = pattern(r"\s*(?:\d{1,2}\s*)?")
_ITS_PLACE = pattern(r"\s*(?:to\b|zu\b|:)", re.IGNORECASE)


def leads_alike(windows: Sides, befores: Sides, afters: Sides) -> bool:
    """Whether two stretches, each with the text around it, hold nothing but what leads into the same sentence."""
    if all(map(_starts_sentence, windows, befores)):
        if all(map(_LEAD.fullmatch, windows)):
            return True
        at_code = all(after.startswith("<refs") for after in afters)
        if at_code and all(map(_OPENS.fullmatch, windows)):
            return True
        if not any(before.strip() for before in befores):
            if _defines_alike(*windows):
                return True
            if all(map(_VERB.match, afters)) and {bool(window.strip()) for window in windows} == {True, False}:
                return all(map(_TERM_ALONE.fullmatch, windows))
    if _joins_alike(windows, befores) or _names_place_alike(windows, befores):
        return True
    if all(map(_TERM.fullmatch, windows)) and all(before.endswith(">") for before in befores):
        return True
    if all(map(_PURPOSES.fullmatch, windows)) and all(map(_FOR.search, befores)):
        return all(after.startswith("<refs") for after in afters)
    return (
        all(map(_NUMBER.fullmatch, windows))
        and all(map(_NOTE.fullmatch, befores))
        and all(map(_ITS_PLACE.match, afters))
    )


_JOIN = pattern(
    r"[\s\"']*(?:\([^()]{1,30}\)\s*)?(?P<verb>[:,-]|(?:means|is\s+defined\s+as|refers\s+to|denotes|is|are)\b)?[\s:]*(?:(?:an?|the)\b)?\s*",
    re.IGNORECASE,
)
_HEAD = pattern(r"\W*(?:\d{1,2}\.\s+)?[^.;:\d]{3,80}")
_NOTE_TO = pattern(r"\W*(?:technical\s+)?notes?(?:\s+\d{1,2})?\s+to\s+paragraphs?\W*$", re.IGNORECASE)
_ITS_LABEL = pattern(r"\W*[a-z](?:\.[a-z\d]{1,2})*\W*:\W*")


def _joins_alike(windows: Sides, befores: Sides) -> bool:
    """Whether a definition only has another verb, or a colon, behind the same term at its head."""
    if not all(map(str.strip, windows)):
        return False
    found = [_JOIN.fullmatch(window) for window in windows]
    verbs = [match["verb"] or "" for match in found if match]
    return len(verbs) == 2 and all(verbs) and any(map(_DEFINING.match, verbs)) and all(map(_HEAD.fullmatch, befores))


_DEFINING = pattern(r"means|is\s+defined\s+as|refers\s+to|denotes", re.IGNORECASE)


def _names_place_alike(windows: Sides, befores: Sides) -> bool:
    """Whether nothing but the label differs to which a note says that it belongs: "Note to paragraph b: …"."""
    return all(map(_NOTE_TO.fullmatch, befores)) and all(map(_ITS_LABEL.fullmatch, windows))


def _starts_sentence(window: str, before: str) -> bool:
    if not before.strip():
        return True
    marks = window[: len(window) - len(window.lstrip(" .:;)\"'"))]
    return (before + marks).rstrip(" \"')")[-1:] in ("", *".:;")


def _defines_alike(one: str, other: str) -> bool:
    """Whether two openings of a definition differ in that one of them names the term."""
    found = [_DEFINES.search(window) for window in (one, other)]
    rest = [window[: match.start()] if match else window for window, match in zip((one, other), found, strict=True)]
    terms = [match["term"] for match in found if match and match["term"]]
    return len(terms) < 2 and any(found) and all(map(_LEAD.fullmatch, rest))
