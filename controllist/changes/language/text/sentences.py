"""Explaining texts sentence by sentence: which of them one of two texts has more, and what each is about.

>>> [one.text for one in pieces("1. A 'lid' is a cover. 2. For the purposes of 1A001, a 'pot' is a vessel.")]
["1. A 'lid' is a cover.", "2. For the purposes of 1A001, a 'pot' is a vessel."]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from controllist.changes.language.text.meaning import tokens_of
from controllist.changes.language.text.plain import term_key
from controllist.patterns import pattern

_BREAK = pattern(
    r"[.][\"')]{0,2}\s+(?=[\"'(]{0,2}[A-Z\d])|:\s+(?=1\.\s)|;\s+(?=\d{1,2}\.\s+(?:For\s|'))"
)
"""The mark that ends a sentence, with the blanks behind it: by the mark it is found without a look at each letter."""
_NO_END = pattern(
    r"(?:^|[\s(])(?:\(?(?:\d{1,2}|[a-z])|e\.g|i\.e|etc|No|Nr|Nos|Ref|cf|vs|approx|Std|Cat|[A-Z]|z\.\s?B|d\.\s?h|bzw|vgl|Abs|Art|ca|U\.S)\.$"
)
"""What ends in a point without ending a sentence: the label of a paragraph, an abbreviation."""
_LABEL = r"(?:\(?\d{1,2}[.)]\s+)?"
_PLACE = (
    r"(?:(?:[\w.-]*\d[\w.()-]*|this\s+\w+|ML\d*\.?)"
    r"(?:(?:\s+|,\s*)(?:and|or|to|through|Notes?|\d+\.?|Technical))*[\s,]*)+"
)
_LEAD = pattern(
    rf"{_LABEL}(?:(?:For\s+(?:the\s+)?purposes?\s+of|In|Im\s+Sinne\s+(?:von|der))\s+(?P<place>{_PLACE}?)[,:\s]\s*)?(?:\d{{1,2}}\.\s+)?"
    r"(?:(?:the\s+term|der\s+Begriff)\s+)?(?:(?:an?|the|any|eine?|der|die|das)\s+)?",
    re.IGNORECASE,
)
_TERM = pattern(r"(?:'(?P<local>[^'<>]{2,80})'(?!\w)|\"(?P<wide>[^\"<>]{2,80})\")\s*(?:\([^()]{1,60}\)[\s,-]*)*")
_VERB = pattern(
    r"(?:is\s+(?:also\s+)?defined\s+as|defines|means|refers?\s+to|denotes|is|are|ist|sind|bedeute[tn]|bezeichne[tn])\b[\s,:-]*|:\s+",
    re.IGNORECASE,
)
_NAMED_TOO = pattern(
    r"(?:\d{1,2}\.\s)?[^.;]*\b(?:(?:is|are|may|can)(?:\s+be)?\s+(?:also\s+)?(?:commonly\s+)?(?:known|referred\s+to|called)(?:\s+(?:as|on|by))?\b"
    r"|may\s+also\s+refer\s+to\b|(?:is|are)\s+(?:sometimes|often|also)\s+used\s+(?:in\s+place|instead)\s+of\s+the\s+(?:word|term)\b)",
    re.IGNORECASE,
)
_NO_MORE = pattern(
    r"\b(?:not|only|unless|except|other\s+than|if|when|provided|considered|specified|controlled|classified)\b", re.I
)
_ALSO = pattern(
    r"\balso\s+(?:be\s+)?(?:commonly\s+)?(?:known|called|refer|referred)\b|\bused\s+(?:in\s+place|instead)\s+of\s+the\s+(?:word|term)\b",
    re.IGNORECASE,
)
_NO_VERB = pattern(
    r"(?:not|exceeding|having|of|for|with|equal|greater|less|more|up|at|in|on|by|from|and|or|to|than|that|which|when|as"
    r"|specially|designed|functions?|von|mit|für|und|oder|die|der|das)\b|[^a-zä-ü]"
)
"""What follows a term that is not the subject of a sentence."""
_GOES_ON = pattern(r"(?:it|they|this|these|such|those|its|their|dies\w*)\b", re.IGNORECASE)


LONGEST = 1_000
"""Characters of what is still one sentence, and not a list of many lines."""


class Piece(NamedTuple):
    """A sentence of an explaining text: where it stands, what it means, and what it says of what."""

    text: str
    start: int
    end: int
    rest: str
    """Its words without what leads into it: its number, "for the purposes of …"."""
    behind: str
    """Its words behind the term that it is about and a verb that explains it."""
    terms: tuple[str, ...]
    """The keys of the marked terms that it explains: first the one that it is about."""
    place: str
    """The items for whose purposes it speaks, as printed."""
    is_numbered: bool
    goes_on: bool
    """Whether it speaks of what the sentence before it is about."""
    explains: bool
    """Whether the term that it is about is its subject."""
    only_names: bool
    """Whether it does but give other names to something."""

    @property
    def key(self) -> str:
        """What it means without what leads into it."""
        return _meaning(self.rest)

    @property
    def body(self) -> str:
        """What it says of the term that it is about; all that it means where it is about none."""
        return _meaning(self.behind or self.rest)

    @property
    def term(self) -> str:
        """The key of the marked term that it is about, if there is one."""
        return self.terms[0] if self.terms else ""


@lru_cache(maxsize=4096)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a plain text begin and end."""
    cuts = [0]
    for found in _BREAK.finditer(text):
        before = text[max(cuts[-1], found.start() - 7) : found.start()] + found.group().rstrip()
        if not _NO_END.search(before) or before[-1] in ":;":
            cuts.append(found.end())
    cuts.append(len(text))
    return tuple([(start, end) for start, end in pairwise(cuts) if end > start])


def pieces(text: str) -> list[Piece]:
    """The sentences of a plain text."""
    return [_piece(text, start, end) for start, end in _spans(text)]


def only_in_one(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """The sentences that one of two plain texts has more, on either side."""
    spans = _spans(old), _spans(new)
    if len(spans[0]) == len(spans[1]) == 1:
        return [], []
    said = [[text[start:end].strip() for start, end in some] for text, some in zip((old, new), spans, strict=True)]
    left = _without(said[0], said[1]), _without(said[1], said[0])
    if len(left[0]) == len(left[1]):
        return [], []  # as many sentences in the place of others are these sentences altered
    more = [[_piece(text, *some[at]) for at in ats] for text, some, ats in zip((old, new), spans, left, strict=True)]
    if not all(left):
        return more[0], more[1]
    if any(one.end - one.start > LONGEST for some in more for one in some):
        return [], []
    keys = [[one.key for one in some] for some in more]
    return [more[0][at] for at in _without(*keys)], [more[1][at] for at in _without(*keys[::-1])]


def _without(some: Sequence[str], others: Sequence[str]) -> list[int]:
    """The places of what is not among others, each of which counts once."""
    there = Counter(others)
    left = []
    for at, one in enumerate(some):
        if there[one]:
            there[one] -= 1
        else:
            left.append(at)
    return left


@lru_cache(maxsize=4096)
def _piece(text: str, start: int, end: int) -> Piece:
    said = text[start:end].rstrip()
    lead = _LEAD.match(said)
    rest = said[lead.end() :] if lead else said
    term = _TERM.match(rest)
    verb = _VERB.match(rest, term.end()) if term else None
    named = (term["local"] or term["wide"]) if term else ""
    return Piece(
        said,
        start,
        end,
        rest,
        rest[verb.end() :] if verb else "",
        (term_key(named), *_further(said, lead.end() + term.end() if lead else 0)) if term else (),
        (lead["place"] or "").strip(" ,:") if lead else "",
        said[:1].isdigit(),
        _GOES_ON.match(said.lstrip(" \"'(")) is not None,
        term is not None and (verb is not None or _NO_VERB.match(rest, term.end()) is None),
        _gives_names(said),
    )


def _gives_names(said: str) -> bool:
    """Whether a sentence does but give other names to something."""
    if "lso " not in said and "used in" not in said:
        return False
    return _NAMED_TOO.match(said) is not None and _ALSO.search(said) is not None and not _NO_MORE.search(said)


def _further(said: str, start: int) -> list[str]:
    """The keys of other terms that a sentence explains behind a place."""
    found = [one for one in _TERM.finditer(said, start) if _VERB.match(said, one.end()) and said[one.end()] != ":"]
    return [term_key(one["local"] or one["wide"]) for one in found]


@lru_cache(maxsize=4096)
def _meaning(words: str) -> str:
    return " ".join(token.key for token in tokens_of(words))
