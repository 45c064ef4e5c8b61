"""Words before a noun that say which of its kind are meant: "copper kettles" are fewer than "kettles"."""

from __future__ import annotations

import re

from controllist.changes.language.phrases.insertions import NEVER_NARROWS
from controllist.changes.language.phrases.modifiers import names_what_is_measured
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

ADJECTIVE = r"[\w-]*(?:ed|ing|able|ible|al|ive|ic|ous|less|ful)"
"""Pattern of how an English adjective ends."""
LAST_WORD = 24
"""Characters in which the last word of a text stands, with the blanks and marks behind it."""
_GERMAN_ADJECTIVE = pattern(r"[a-zäöüß-]{4,}e[nrsm]?")
_GERMAN_NOUN = pattern(r"\W*[A-ZÄÖÜ]")
_ONE_WORD = pattern(r"^\s*[^\W\d_][\w-]{3,}(?:\s+[^\W\d_][\w-]{3,}){0,2}\s*$")
_NOT_A_NOUN = word_set(
    "of for with having in on at by to from and or nor as is are was were be been not than when where which that "
    "whose who exceeding designed specially capable specified < > = % also but if into using used sowie wie"
)
_TURNED = pattern(r"\b(?:not|no|non|without|than|less|more|very|in|as|to|by)\s*[\"']?\s*$", re.IGNORECASE)
_LEADING_WORD = pattern(r"([^\W\d_][\w-]*)[\"']?\s*$")
_LONGEST_WORD = 60
_ARTICLE = pattern(r"^\s*(?:an?|the)\s", re.IGNORECASE)
_VERB = pattern(r"\w+ing|with")
_ADJECTIVE = pattern(ADJECTIVE, re.IGNORECASE)
_FOLLOWS = pattern(r"\s*[\"']?([^\W\d_][\w-]*|<\w+>)")


def narrows(words: str, before: str, after: str) -> bool:
    """Whether one or two words put before a noun say which of its kind are meant."""
    bare = _ARTICLE.sub(" ", words.replace('"', " ").replace("'", " "))
    if not _ONE_WORD.match(bare) or any(
        word.lower().rstrip("s,") in NEVER_NARROWS or word.lower() in NEVER_NARROWS for word in bare.split()
    ):
        return False
    if _VERB.fullmatch(bare.strip()) or bare.strip().lower() in f"{before} {after}".lower():
        return False  # a verb between the words, or a word that is only said once more
    last = bare.split()[-1]
    is_german = _GERMAN_ADJECTIVE.fullmatch(last) and _GERMAN_NOUN.match(after)
    is_adjective = _ADJECTIVE.fullmatch(last) or is_german
    leads = _LEADING_WORD.search(before, len(before) - _LONGEST_WORD)
    if not is_adjective and leads and leads[1].lower() not in _NOT_A_NOUN:
        return False  # a noun among nouns may be part of a name, or say in full what was meant
    follows = _FOLLOWS.match(after)
    if not follows or follows[1].lower() in _NOT_A_NOUN or follows[1].startswith("<"):
        return False
    if _TURNED.search(before, len(before) - LAST_WORD):
        return False
    return not names_what_is_measured(after)


_EITHER = pattern(r"\W*(?P<one>[^\W\d_][\w-]{2,})\s+or\s+(?P<other>[^\W\d_][\w-]{2,})\W*", re.IGNORECASE)
_PLAIN_ADJECTIVES = word_set(
    "open new old wet dry hot cold solid liquid high low left right whole full thick thin complete manned civil"
)


def narrows_to_either(words: str, before: str, after: str) -> bool:
    """Whether two nouns before the first noun of a clause say of which kinds it is: "steel or copper kettles".

    Adjectives in such a pair may be all that there are: "open or closed kettles".

    >>> narrows_to_either("Steel or copper", "", " kettles"), narrows_to_either("Open or closed", "", " kettles")
    (True, False)
    """
    match = _EITHER.fullmatch(words) if not before.strip() else None
    if not match or not _PLURAL_NEXT.match(after):
        return False
    return all(
        one.lower() not in _PLAIN_ADJECTIVES
        and not _ADJECTIVE.fullmatch(one)
        and not one.lower().endswith(("ly", "s", "ent", "ant", "ary", "ern", "ior"))
        and narrows(one, before, after)
        for one in (match["one"], match["other"])
    )


_PLURAL_NEXT = pattern(r"\s+[a-z]{3,}s\b")
_KINDS_APART = pattern(r"(?:^|[.;:]\s+)(?:(?:\d{1,2}|[a-z])\.\s+)?[A-Za-z]{3,}(?<!s)$")
_KIND_AND_GOODS = pattern(r"\s+[a-z-]{3,}(?<!s)\s+[a-z]{3,}s\b")


def parts_kinds(words: str, before: str, after: str) -> bool:
    """Whether an "or" comes between two nouns that together said of which kind goods are, at the head of a clause.

    "Tin copper kettles" are of both, "tin or copper kettles" of either.

    >>> parts_kinds(" or", "Tin", " copper kettles"), parts_kinds(" or", "Lids", " copper kettles")
    (True, False)
    """
    return (
        words.strip() == "or"
        and _KINDS_APART.search(before.rstrip()) is not None
        and _KIND_AND_GOODS.match(after) is not None
    )
