"""What a note that takes something out speaks of: the items of a list, or a term, a rule or another note.

>>> takes_from_items("1A001 does not apply to toys.")
True
>>> takes_from_items("Cups are glazed. This presumption does not apply to innkeepers.")
False
>>> takes_from_items("Notes 1 and 2 to Category 1 mean that 1A001 does not control toys.")
False
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_VERB = pattern(
    r"\b(?:do|does|shall)\s+not\s+(?:apply|control|include|restrict|specify|cover|extend)\b"
    r"|\b(?:erfass(?:t|en)|gilt|gelten)\s+(?:nicht|keine?)\b",
    re.IGNORECASE,
)
_PASSIVE = pattern(
    r"\b(?:is|are|shall)\s+not\s+(?:be\s+)?(?:controlled|specified|subject)\b"
    r"|\b(?:nicht|keine?)\b[^.;]*\b(?:erfasst|unterliegen)\b",
    re.IGNORECASE,
)
"""Goods are left out, whatever words name them."""
_SUBORDINATE = pattern(r"\b(?:that|which|who|if|when|where|whether|unless|die|der|das|wenn)\s+(?:\S+\s+){0,4}$", re.I)
_SENTENCE = pattern(r"(?<=[.;:])\s+(?=[\"'“‘(]?[A-ZÄÖÜ\d])")
_OF_ITEMS = pattern(
    r"\d\.?[A-E]\.?\d|\bML\s?\d|\b\d{4}\s?[a-z]?\d*\b"
    r"|\b(?:(?:sub)?items?|(?:sub-)?categor(?:y|ies)|entry|entries|(?:sub)?paragraphs?|ECCNs?|lists?|controls?|headings?"
    r"|(?:Unter)?nummern?|Kategorien?|Listen?|Positionen?|Teile?|Abschnitte?)\b",
    re.IGNORECASE,
)
_SAYS_WHAT_IS_MEANT = pattern(r"\bmeans?\s+that\b|\bbedeute[nt]\W+dass\b", re.IGNORECASE)
_PRONOUN = pattern(r"\W*(?:it|they|es|sie)\s+", re.IGNORECASE)
_SECOND_VERB = pattern(r"\b(?:but|and|aber|und)\s+$", re.IGNORECASE)
_SUBJECT = 60
"""Letters before a verb in which its subject is looked for."""


def takes_from_items(text: str) -> bool:
    """Whether a plain text that takes something out says so of items, entries, a category or the list, or of goods.

    Of what holds no verb that is known here, it is taken to be so.
    """
    sentences = _SENTENCE.split(text)
    verbs = [(sentence, verb) for sentence in sentences for verb in _VERB.finditer(sentence)]
    if not verbs:
        return True
    is_told = any(_SAYS_WHAT_IS_MEANT.search(sentence[: verb.start()]) for sentence, verb in verbs)
    if not is_told and any(map(_leaves_goods_out, sentences)):
        return True
    return any(_is_of_items(sentence[: verb.start()]) for sentence, verb in verbs)


def _is_of_items(before: str) -> bool:
    """Whether words up to a verb end in a subject that is items, or that takes up what was said of them."""
    if _SAYS_WHAT_IS_MEANT.search(before):
        return False
    subject = before[:_SUBJECT] if _SECOND_VERB.search(before) else before[-_SUBJECT:]
    return _OF_ITEMS.search(subject) is not None or _PRONOUN.fullmatch(before) is not None


def _leaves_goods_out(sentence: str) -> bool:
    found = _PASSIVE.search(sentence)
    return found is not None and not _SUBORDINATE.search(sentence[: found.start()])
