"""What words before a noun do: whether the noun names goods or what is measured of them, and what a phrase shares.

>>> names_what_is_measured(" data link exceeding <limit>"), names_what_is_measured(" pulse width <limit>")
(False, True)
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_QUANTITY = pattern(
    r"(?:power|energ(?:y|ies)|rates?|widths?|lengths?|heights?|time|duration|frequenc(?:y|ies)|ranges?|ratio|densit(?:y|ies)"
    r"|bandwidth|speeds?|velocity|pressures?|temperatures?|accurac(?:y|ies)|uncertainty|stability|errors?|noise|gain|loss(?:es)?"
    r"|capacity|volumes?|area|mass|weight|diameter|thickness|resolutions?|strength|modulus|life|yield|currents?|voltages?"
    r"|wavelengths?|apertures?|angles?|factor|coefficient|distances?|depths?|levels?|output|input|performance|repeatability"
    r"|sensitivity|throughput|sizes?|status|numbers?|conditions|characteristics|parameters|criteria|values?|tolerances?"
    r"|dimensions?|drift|bias|dose|flux|efficiency|purity|content|concentration|states?|products?)",
    re.IGNORECASE,
)
"""What is measured: another name for it is another measure, not fewer goods."""
_GOODS = pattern(
    r"(?:[\w-]+[^s\W]s|equipment|machinery|apparatus|software|technology|hardware|tooling|link|system|device|instrument"
    r"|laser|antenna|sensor|camera|vehicle|material|receiver|machine)",
    re.IGNORECASE,
)
_NAME_ENDS = pattern(
    r"[,;:()]|\b(?:of|at|within|to|from|having|with|designed|capable|rated|operating|specified|specially|made|using|incorporating"
    r"|containing|for|and|in|by|on|which|that|exceeding|less|greater|more|equal|above|below|not|between|over|under|per)\b|<",
    re.IGNORECASE,
)
_JOINT = pattern(r"\b(?:and|or)\b")
_WORD = pattern(r"[^\W\d_][\w-]*")
_LIMIT = pattern(r"<(?:limit\w*|come|gone)>")
_LIMITED = pattern(r"[\s\"']*(?:of\s+)?<(?:limit\w*|come|gone)>")


def names_what_is_measured(after: str) -> bool:
    """Whether the noun that words stand before names a quantity, or may do so since a limit follows it at once."""
    start = len(after) - len(after.lstrip(" \"'"))
    end = _NAME_ENDS.search(after, start)
    stop = end.start() if end else len(after)
    names = [words for part in _JOINT.split(after[start:stop]) if (words := _WORD.findall(part))]
    if not names:
        return _LIMIT.search(after[:60]) is not None
    if any(_QUANTITY.fullmatch(words[-1]) for words in names):
        return True
    return _LIMITED.match(after[stop:]) is not None and not _GOODS.fullmatch(names[-1][-1])


_SHARED = pattern(r"\s*[\w-]+(?:\s+[\w-]+){0,2}?\s+(?P<joint>of|with|to|for|in|from|by)[\s,]*", re.IGNORECASE)


def shares_object(rest: str, before: str) -> bool:
    """Whether words behind an "or" share with those before it what comes behind: "sale of, [or trade with,] inns"."""
    return (
        _SHARED.fullmatch(rest) is not None and re.search(r"\b(?:of|with|to|for|in|from|by)[\s,]*$", before) is not None
    )


def said_of_same(words: str, noun: str, text: str) -> bool:
    """Whether words that stand before a noun are said of it elsewhere in a text too, or of nothing that can be told."""
    lower, head = text.lower(), noun.lower().rstrip("s")
    found = [lower[match.end() :] for match in re.finditer(rf"{re.escape(words)}", lower)]
    return any(
        not (next_word := re.match(r"[\s\"']+([^\W\d_]{3,})", rest)) or next_word[1].startswith(head) for rest in found
    )
