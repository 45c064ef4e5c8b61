"""Words that one text says within a limit and the other beside it: "above 3 kg of tea", "3 kg of tea or more"."""

from __future__ import annotations

from controllist.changes.language.listing import Clause, keys_of
from controllist.changes.language.meaning import meaning_of
from controllist.changes.language.segments import Segment

WITHIN = "said within the limit beside it"


def said_in_limit(old: Clause, new: Clause, segment: Segment) -> str:
    """Why a difference says nothing new: its words stand in the other text's words of the same limit; else empty."""
    if segment.is_deletion:
        clause, other, start, stop = old, new, segment.old_from, segment.old_to
    elif segment.is_insertion:
        clause, other, start, stop = new, old, segment.new_from, segment.new_to
    else:
        return ""
    words = keys_of(clause.tokens[start:stop])
    beside = [at for at in (start - 1, stop) if 0 <= at < len(clause.tokens)]
    limits = {clause.tokens[at].key for at in beside if clause.tokens[at].key.startswith("<limit")}
    if not limits or any(word.startswith("<") for word in words):
        return ""
    for token in other.tokens:
        if token.key in limits:
            held = other.masked.held[other.masked.text[token.start : token.end]]
            inside = [one.key for one in meaning_of(held)]
            if any(inside[at : at + len(words)] == words for at in range(len(inside) - len(words) + 1)):
                return WITHIN
    return ""
