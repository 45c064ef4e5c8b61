"""A thing under another of its names, each in brackets behind the other: "Tea (chai)" and "Chai".

>>> names_one_thing("Tea (chai);", "Chai"), names_one_thing("Tea (black)", "Tea (green)")
(True, False)
"""

from __future__ import annotations

import re
from functools import lru_cache

from controllist.changes.language.text.plain import term_key
from controllist.patterns import pattern

_NUMBER = pattern(r"[\s,]*\(?\s*\bCAS\s[\d\s,-]+\)?", re.IGNORECASE)
_NAMED = pattern(r"(?P<outer>[^()]{2,120}?)\s*(?P<inner>(?:\([^()]{2,160}\)\s*){1,3})")
_PARTS = pattern(r"\s*[,;](?:\s+|$)|\s+or\s+", re.IGNORECASE)
_CALLED = pattern(r"^(?:(?:also|formerly|commonly)\s+(?:known\s+as|called)|or|syn\.?)\s+", re.IGNORECASE)
_RANK = pattern(r"\b(?:pv|ssp|subsp|var|bv|biovar|subspecies|pathovar)\b\.?\s", re.IGNORECASE)
"""What joins the name of a species and that of a kind of it."""
_KIND = pattern(r"(?<=[a-z])\s[A-Z]$")
"""The letter of a strain."""
_ENDS = " ;,.:"
_LAST_JOINT = pattern(r"[\s;,]+(?:and|or)$", re.IGNORECASE)
_NO_NAME = pattern(
    r"\b(?:and|und|oder|other|than|except\w*|exclud\w*|unless|ausgenommen|außer|not|no|with|without|having|of|for|by|in|on|to|at|from|using|used|containing|including"
    r"|mixtures?|derivatives?|only|see|e\.g|i\.e|such|designed|capable|specified|controlled|less|more|a|an|the|their|its|which)\b"
    r"|[<>%=:\"]|\.\s",
    re.IGNORECASE,
)
"""What stands in no name: the words of a phrase."""
_LEAST = 2
"""Letters of a name."""
_LONGEST = 240
"""Characters of a text that holds names alone."""


def names_one_thing(one: str, other: str) -> bool:
    """Whether two plain texts hold names alone, and one gives in brackets the name that the other leads with.

    All names in brackets must be names that the other text has: a further one may be a further thing.
    """
    if "(" not in one and "(" not in other:
        return False
    if len(one) > _LONGEST or len(other) > _LONGEST or "<" in one or "<" in other:
        return False
    return _names_one_thing(one, other)


@lru_cache(maxsize=4096)
def _names_one_thing(one: str, other: str) -> bool:
    first, second = _names(one), _names(other)
    if first is None or second is None:
        return False
    if first[0] == second[0]:  # further names of what has another name in both
        return bool(first[1] and second[1]) and (first[1] < second[1] or second[1] < first[1])
    return any(
        here[0] in there[1] and there[1] <= {here[0], *here[1]} for here, there in ((first, second), (second, first))
    )


def _names(text: str) -> tuple[str, frozenset[str]] | None:
    """The name that a text leads with and those that it gives in brackets; None where it holds anything else."""
    words = (_NUMBER.sub("", text) if "CAS" in text else text).strip(_ENDS)
    words = _LAST_JOINT.sub("", words).strip(_ENDS) if words.endswith(("and", "or")) else words
    words = _RANK.sub("", words)
    found = _NAMED.fullmatch(words)
    outer, inner = (found["outer"], found["inner"].replace(")", ",").replace("(", "")) if found else (words, "")
    if "(" in outer or ")" in outer or ", " in outer or ";" in outer:
        return None
    parts = [_CALLED.sub("", part) for part in _PARTS.split(inner.strip(_ENDS))] if inner else []
    if any(_NO_NAME.search(_KIND.sub("", part)) for part in (outer, *parts)):
        return None
    keys = [term_key(part) for part in (outer, *parts)]
    if not all(len(key) >= _LEAST and re.search(r"[^\W\d_]", key) for key in keys):
        return None
    return keys[0], frozenset(keys[1:])
