"""Slips of print that no word list finds: a word of a comparison mistyped, a mark of multiplication, a lost blank.

Words that stand for one are put in its form, too: what comes "to arrive at or within 3 %" comes "to 3 %".

>>> without_slips("20 W X 10 cm, i.e.,it holds 3 l ot more, less then 4 l")
'20 W × 10 cm, i.e., it holds 3 l or more, less than 4 l'
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_OR_MORE = pattern(r"(?<=\s)ot(?=\s(?:more|less|greater|better|lower|higher)\b)")
_THAN = pattern(r"\b(less|more|greater|better|lower|higher|other|rather)\sthen\b", re.IGNORECASE)
_EQUAL_TO = pattern(r"\b(equal\sto\sor\s(?:more|less|greater|better))\s(?=\d)")
_TIMES = pattern(r"(?<=\d)(\s?[A-Za-zµ°%/]{0,6})\sX\s(?=\d)")
_THAT_IS = pattern(r"\.,(?<=\b(?:i\.e|e\.g)\.,)(?=\w)")
_LABEL = pattern(r"\b(and|or)(\d{1,2}\.)\s?(?=[\"'A-Z])")
_RANGE = pattern(r"\b((?:[Pp]arts|[Ss]ections|§§)\s\d{1,4})\s?-\s?(?=\d{1,4}\b)")
_BELOW = pattern(
    r",?\s(?:as\s)?(?:listed|set\s(?:out|forth)|given)\s(?:below|hereafter|hereunder)(?=\s*[:.;]?$)", re.IGNORECASE
)
_NAMELY = pattern(r",?\s(?:specifically|namely)(?=\s*:$)", re.IGNORECASE)
_EITHER = pattern(r"\b(?:and\s?/\s?or|or\s?/\s?and)\b"), pattern(r"\b(?:und\s?/\s?oder|oder\s?/\s?und)\b")
"""Whether one or both: an "or" says no less in a list, where what is of both kinds is of either."""
_ARRIVES = pattern(r"\bto\s(?:arrive|settle)\sat\sor\swithin\s(?=\d)")
_FORMS = (
    (" ot ", _OR_MORE, "or"), (" then ", _THAN, r"\1 than"), ("equal to or ", _EQUAL_TO, r"\1 than "),
    (" at or within ", _ARRIVES, "to "), (" X ", _TIMES, r"\1 × "),
    *((f"{joint}{stroke}", _EITHER[0], "or") for joint in ("and", "or") for stroke in ("/", " /")),
    *((f"{joint}{stroke}", _EITHER[1], "oder") for joint in ("und", "oder") for stroke in ("/", " /")),
    ("i.e.,", _THAT_IS, "., "), ("e.g.,", _THAT_IS, "., "),
    *((f"{joint}{number}", _LABEL, r"\1 \2 ") for joint in ("and", "or") for number in "123"),
    ("arts ", _RANGE, r"\1 through "), ("ections ", _RANGE, r"\1 through "), ("§ ", _RANGE, r"\1 through "),
    ("below", _BELOW, ", as follows"), ("hereafter", _BELOW, ", as follows"), ("hereunder", _BELOW, ", as follows"),
    ("specifically", _NAMELY, ", as follows"), ("namely", _NAMELY, ", as follows"),
)  # fmt: skip
"""What a text must hold, the slip, and what was meant."""
SLIPS = tuple([part for part, _, _ in _FORMS])
"""Where none of these stands, there is no slip."""


def without_slips(text: str) -> str:
    """A plain text as it was meant to be printed."""
    for part, slip, meant in _FORMS:
        if part in text:
            text = slip.sub(meant, text)
    return text
