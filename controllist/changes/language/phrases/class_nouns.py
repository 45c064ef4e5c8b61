"""General nouns behind the name of an instrument, which make no other goods of it: "recorders", "recorder systems".

>>> past_class_noun(" systems using tape and", "Data recorder", " <all>")
(' using tape and', 'Data recorder systems')
>>> past_class_noun(" systems", "Tea", " of tin")
(' systems', 'Tea')
"""

from __future__ import annotations

import re

from controllist.changes.language.print.harmless import LIMITED
from controllist.patterns import pattern

_CLASS = pattern(r"[\s\"']*(?:systems?|devices?|equipment|units?|apparatus)(?!\w)[\"']?", re.IGNORECASE)
_INSTRUMENT = pattern(
    r"\b(?!(?:other|number|power|water|order|layer|error|factor|vector|colou?r|paper|matter|manner|user|operator|sensor|reactor"
    r"|under|over|after|whether|either|neither|rather|further|larger|greater|lower|upper|higher|linear|motor)s?\b)"
    r"(?:[a-z]{4,}(?:er|or)|laser|turbine|missile|camera|antenna)s?[\"']?\s*$",
    re.IGNORECASE,
)
_SAID_NEXT = pattern(r"[\s\"']*(?:[,;.]|$|<(?:any|all|list)>)")


def past_class_noun(words: str, before: str, after: str) -> tuple[str, str]:
    """The words and what stands before them, where a general noun at their head goes with the instrument before it."""
    match = _CLASS.match(words) if words else None
    if match is None or _INSTRUMENT.search(before[-_LONGEST:]) is None:
        return words, before
    rest = words[match.end() :]
    if not (LIMITED.match(rest) if rest.strip() else _SAID_NEXT.match(after) or LIMITED.match(after)):
        return words, before
    return rest, before + match.group()


_LONGEST = 30
"""Characters among which the last word of a text stands."""
