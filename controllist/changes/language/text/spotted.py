"""A pattern sought in a long text near the pieces alone without which it cannot match: plain strings are found at once.

>>> import re
>>> [found.start() for found in found_near(re.compile(r"(?:do )?not have"), "Pots " * 90 + "do not have", ("not",))]
[450]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LONG = 300
"""Characters from which on a text is not simply searched from end to end."""
_BEFORE, _BEHIND = 16, 64
"""Characters before and behind the beginning of a piece among which a match lies, with all that it looks at."""


def found_near(wanted: re.Pattern[str], text: str, pieces: Sequence[str]) -> Iterator[re.Match[str]]:
    """The matches of a short pattern, as `finditer` gives them; each holds one of some pieces, in small letters."""
    lower = text.lower()
    if len(text) < _LONG or len(lower) != len(text):
        yield from wanted.finditer(text)
        return
    past = 0
    for place in _places(lower, pieces):
        found = wanted.search(text, max(past, place - _BEFORE), place + _BEHIND) if place >= past else None
        if found and found.start() <= place:  # one that begins behind it is cut short here, and has a piece of its own
            past = found.end()
            yield found


def _places(lower: str, pieces: Sequence[str]) -> list[int]:
    """Where one of the pieces begins, in order."""
    found: list[int] = []
    for piece in pieces:
        at = lower.find(piece)
        while at >= 0:
            found.append(at)
            at = lower.find(piece, at + 1)
    return sorted(found)
