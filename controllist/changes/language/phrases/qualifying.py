"""Texts that should only point elsewhere ("See 1A001"), and whether they do."""

from __future__ import annotations

import re

from controllist.changes.language.phrases.taken_out import DETERMINED
from controllist.patterns import pattern

_SENTENCES = pattern(r"(?<=[.;])\s+(?=[(A-Z])")
_QUALIFIES = pattern(
    r"\b(?:do|does|shall)\s+not\s+(?:apply|control|include|release|restrict|specify|cover)\b"
    r"|\b(?:is|are)\s+not\s+(?:controlled|included|specified)\b|\b(?:erfass(?:t|en)|gilt|gelten)\s+(?:nicht|keine?)\b",
    re.IGNORECASE,
)
_POINTS_FIRST = pattern(r"\W*(?:(?:for|für)\b[^.;]*?,?\s)?(?:see|refer\s+to|siehe)\b", re.IGNORECASE)
_REFERS = pattern(
    r"(?:\W*related\s+controls?\s*:)?\W*(?:\d{1,2}\W+)?(?:(?:for|für)\b[^.;:]*?,\s)?(?:also\s+)?(?:see|siehe)\b"
    r"(?!.*\bnot\s+(?:controlled|subject)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_SENDS_FIRST = pattern(r"\W*(?:for|für)\b[^.;:]*,\s(?:see|siehe)\b", re.IGNORECASE)
_CAPTION = pattern(r"(?<=[.])\s*items\s*:\s*$", re.IGNORECASE)


def qualifies(text: str) -> bool:
    """Whether a sentence of a plain text says itself what is not controlled, instead of where to read on.

    >>> qualifies("Tin kettles remain in 1A001. 1A002 does not apply to kettles."), qualifies("See 1A001.")
    (True, False)
    >>> qualifies("For kettles that are not controlled, see 1A002.")
    False
    """
    if "not" not in text and "nicht" not in text and "status" not in text and "kein" not in text:
        return False
    if DETERMINED.search(text):
        return True
    return any(_QUALIFIES.search(one) and not _POINTS_FIRST.match(one) for one in _SENTENCES.split(text))


def only_refers(text: str) -> bool:
    """Whether each sentence of a plain text sends the reader elsewhere: an item that says no more controls nothing.

    >>> only_refers("See also 1A001. (2) See 1E001 for its technology. Items:"), only_refers("See also 1A001. Kettles")
    (True, False)
    >>> only_refers("For lids that fit kettles, see 1A001."), only_refers("For lids of tin, seen from 1A001")
    (True, False)
    """
    if "ee " not in text[:40] and "iehe " not in text[:40] and not _SENDS_FIRST.match(text):
        return False
    return all(map(_REFERS.fullmatch, _SENTENCES.split(_CAPTION.sub("", text))))
