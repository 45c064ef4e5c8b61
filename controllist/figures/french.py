"""The words by which French says "more than", "at least" and "between"."""

from __future__ import annotations

import re

from controllist.figures.phrases import (
    SYMBOLS,
    Phrases,
    compiled,
    counting,
    directions,
    number,
    span,
    word_set,
    words_of,
)

_DIRECTIONS = directions(
    up="plus supérieur supérieure supérieurs supérieures dépassant dépasse dépasser excédant excède excéder",
    down="moins inférieur inférieure inférieurs inférieures",
    best="meilleur meilleure",
    floor="minimum au_moins",
    ceiling="maximum jusqu au_plus",
    even="égal égale",
)
_STEMS = "plus|moins|rieur|meilleur|dépass|excéd|jusqu|entre|de |<|>|≤|≥|="
_BEFORE = rf"""
    (?:{SYMBOLS}
    |(?P<neg>\bne\s+|\bn[e’']\s*|\bsans\s+)?(?P<same2>\bégale?s?\s+ou\s+)?\b
     (?:(?P<word>supérieure?s?|inférieure?s?|plus|moins|meilleure?)
        (?:\s*\((?P<second>[a-zéè]+)\))?(?P<same>\s+ou\s+égale?s?)?\s+(?:à|de|que)
       |(?P<word2>dépass(?:ant|er|e)|excéd(?:ant|er|e)|au\s+moins|au\s+plus|jusqu(?=[’']à))(?:\s+pas|[’']à)?
     ))
    \s*(?:environ\s*)?$
"""
_AFTER = r"""
    \s*[,(]?\s*ou\s+(?P<word>plus|moins|meilleure?)\b(?:\s*\((?P<second>[a-zéè]+)\))?(?!\s+(?:de|que)\b)
"""
_NUMBERS = words_of("deux trois quatre cinq six sept huit neuf dix onze douze")
_STOPS = word_set(
    "un une le la les l des du de d à au aux et ou par pour dans sur avec sans ayant dont qui que est sont ne pas "
    "ce cette ces leur leurs tout toute toutes tous chaque entre comportant possédant utilisant soutenant plus "
    "moins mais capable"
)


def french() -> Phrases:
    """How French compares."""
    return Phrases(
        stems=tuple(_STEMS.split("|")),
        counts=counting(_NUMBERS, "de|moins|plus|à", "ou (?:plus|moins)"),
        number=number(_NUMBERS),
        words={word: float(at) for at, word in enumerate(_NUMBERS, 2)},
        multiples={"mille": 1e3, "millions": 1e6, "milliards": 1e9},
        before=compiled(_BEFORE),
        after=compiled(_AFTER),
        span=span(r"\b(?:entre|de)", r"et|à"),
        directions=_DIRECTIONS,
        weak=frozenset(),
        stops=_STOPS,
        links=word_set("de d d’un d’une est sont à et ou un une le la les mais qui"),
        holders=word_set("ayant avec"),
        participles=frozenset(),
        places=word_set("dans sur"),
        determiners=word_set("le la les tout toute"),
        attributive=word_set("taux angle longueur nombre largeur"),
        dimension=compiled(r"\s*de\s+(?P<noun>diamètre|longueur|largeur|hauteur|épaisseur)\b|(?P<adjective>(?!))"),
        joins=compiled(r"[\s,(]*(?:mais|et|ou)?[\s,(]*(?:d[’'])?"),
        comma=True,
        smaller_is_better=re.compile("précision|résolution|erreur|stabilité|bruit|tolérance", re.IGNORECASE),
        larger_is_better=re.compile("pureté|rendement|densité", re.IGNORECASE),
    )
