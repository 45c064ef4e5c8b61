"""Quotes in the spelling of the texts that they are from: comparing folds words as nobody prints them (`controled`)."""

from __future__ import annotations

import re
from functools import lru_cache

from controllist.changes.language.text.plain import plain
from controllist.mirrors.spelling import one_spelling

_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)


def as_printed(quote: str, *texts: str) -> str:
    """A quote whose words are spelled as the texts spell them; what they do not have stays as it is."""
    known: dict[str, str] = {}
    for text in reversed(texts):
        known |= _spellings(text)

    def spelled(match: re.Match[str]) -> str:
        word = match.group()
        found = known.get(word.lower(), word)
        return found.capitalize() if word[0].isupper() and not found[0].isupper() else found

    return _WORD.sub(spelled, quote) if quote and known else quote


@lru_cache(maxsize=4096)
def _spellings(text: str) -> dict[str, str]:
    """How a text spells each word that comparing folds; a word that it prints in the folded spelling, too, is kept."""
    words = dict.fromkeys(_WORD.findall(plain(text)))
    folded = {one_spelling(word).lower(): word.lower() for word in reversed(words)}
    printed = {word.lower() for word in words}
    return {form: word for form, word in folded.items() if form != word and form not in printed}
