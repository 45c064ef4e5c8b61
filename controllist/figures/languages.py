"""The languages whose comparisons can be read."""

from __future__ import annotations

from functools import lru_cache

from controllist.figures.english import english
from controllist.figures.french import french
from controllist.figures.german import german
from controllist.figures.phrases import Phrases


@lru_cache(maxsize=16)
def phrases(language: str) -> Phrases:
    """The phrases of a language, by its ISO 639 code; English for one that is not known."""
    return {"de": german, "fr": french}.get(language[:2].lower(), english)()
