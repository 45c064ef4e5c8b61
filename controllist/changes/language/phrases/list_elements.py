"""What can be one element of a list: a short name of goods, without limits, conditions and codes."""

from __future__ import annotations

import re

from controllist.changes.language.phrases.narrowing import LAST_WORD
from controllist.changes.language.print.harmless import HEAD_ENDS, LIMITED
from controllist.patterns import pattern

UNSURE = pattern(
    r"\b(?:class|grade|klasse|güteklasse)\b|^[\s,(]*for\s+(?:any|each|every|all)\b|^\W*(?:designed|modified|rated|capable\s+of|able\s+to)\W*$",
    re.IGNORECASE,
)
"""Words whose weight hangs on what is measured, or on how the clause is read."""
_LED = pattern(
    r"^\W*(?:by|of|in|on|with|for|to|at|from|through|under|via|as|if|when|durch|mit|von|zu|aus|bei|auf|im|als)\b"
    r"|^\W*\w+ing\s+(?:the|an?|of|to|at)\b|^\W*\w+ed\s+(?:by|to|for|in|with|at|of|from)\b",
    re.IGNORECASE,
)
"""How what is no thing begins: circumstances, manner, verbs."""


_NO_NAME = pattern(r"[<>;:=]|\d(?<![\w-].)")
_OPEN_END = pattern(r"\b(?:with|by|of|to|for|in|from|mit|von|zu|für)[\s,]*$", re.IGNORECASE)
_TURNS_ROUND = pattern(r"\b(?:not|no|unless|except|without|only)\b|<(?:list|any|all)>", re.IGNORECASE)


def is_list_element(words: str) -> bool:
    """Whether words can be one element of a list of things: a short phrase without limits, conditions, codes."""
    return (
        not _NO_NAME.search(words)
        and not LIMITED.match(words)
        and not _LED.match(words)
        and not UNSURE.search(words)
        and len(words.split()) < 8
        and is_phrase(words)
    )


def is_list_of_goods(before: str) -> bool:
    """Whether a list that goes on after `before` stands at the head of its clause, where goods are named."""
    return not HEAD_ENDS.search(re.sub(r"\([^()]*\)|,", " ", before))


def is_phrase(rest: str) -> bool:
    """Whether words can be an element of a list: they hold no clause of their own that turns round."""
    if not rest.strip(" ,;") or _OPEN_END.search(rest, len(rest.rstrip(" ,")) - LAST_WORD):
        return False
    return not _TURNS_ROUND.search(rest)
