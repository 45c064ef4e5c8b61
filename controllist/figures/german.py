"""The words by which German says "more than", "at least" and "between"."""

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
    up="mehr größer grösser höher länger dicker schwerer schneller breiter tiefer stärker über oberhalb darüber "
    "überschreitet überschreiten überschreitenden übersteigt übersteigen übersteigenden",
    down="weniger kleiner niedriger geringer kürzer dünner leichter langsamer unter unterhalb darunter "
    "unterschreitet unterschreiten",
    best="besser",
    floor="mindestens wenigstens minimal ab minimum",
    ceiling="höchstens maximal zu einschließlich bis maximum",
    even="gleich",
)
_MORE = (
    "mehr|größer|grösser|höher|länger|dicker|schwerer|schneller|breiter|tiefer|weniger|kleiner|niedriger|geringer|kürzer|"
    "dünner|leichter|langsamer|besser"
)
_STEMS = (
    "als|gleich|mehr|weniger|besser|größer|höher|länger|kleiner|kürzer|niedriger|geringer|darüber|darunter|mindestens|"
    "wenigstens|höchstens|maximal|minimal|über|oberhalb|unter|ab |bis|zwischen|minimum|maximum|schreite|steig|<|>|≤|≥|="
)
_BEFORE = rf"""
    (?:{SYMBOLS}
    |(?P<neg>\bnicht\s+)?
     (?:(?P<same>\bgleich\s*(?:oder|/)\s*)?\b(?P<word>{_MORE})
        (?:\s*[(/]\s*(?P<second>(?!gleich)[a-zäöüß]+)\s*\)?)?
        (?P<same2>\s*(?:/|oder|\(oder)?\s*gleich\)?)?(?:(?<!gleich)\s+als|(?<=gleich))(?:\s+als)?
        (?P<same3>\s*(?:oder|/)\s*gleich)?
       |\b(?P<word2>über|oberhalb|unter|unterhalb|mindestens|wenigstens|minimal|höchstens|maximal|ab|gleich
          |bis\s+(?:zu(?:\s+einschließlich)?|einschließlich)|(?:minimum|maximum)(?=\s+von))(?:\s+von)?
     ))
    \s*(?:(?:ca\.|etwa|einem|einer|Mach)\s*)?$
"""
_AFTER = rf"""
    \s*[,(]?\s*
    (?:(?:oder|und)\s+(?P<word>{_MORE}|darüber|darunter)\b(?:\s*[(/]\s*(?P<second>{_MORE})\s*\)?)?
       (?!\s+als\b)(?!\s+der\s+folgenden)
    |(?P<neg>nicht\s+)?(?P<word2>überschreite(?:t|n|nden)|übersteig(?:t|en|enden)|unterschreite(?:t|n))
    |(?P<word3>minimal|maximal)\b)
"""
_NUMBERS = words_of("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
_STOPS = word_set(
    "der die das den dem des ein eine einer eines einem einen mit ohne von vom bei beim für in im am an auf aus "
    "zu zum zur und oder sowie jede jeder jedes jedem jeden ist sind war als haben hat hatte besitzt besitzen "
    "beträgt nicht kein keine deren dessen welche welcher welches dass wenn bis ab über unter zwischen durch nach "
    "vor gemessen innerhalb je pro ihre ihrer seiner sein seine um alle aller allen einschließlich wie folgt "
    "enthalten enthält mehr weniger aber jedoch sich konstruiert entwickelt geeignet ausgelegt besonders andere "
    "anderen anderer jeweils erreichen"
)
_LINKS = word_set(
    "von vom bei mit ist sind der die das den dem des ein eine einer eines einem einen zu und oder jedoch aber "
    "als beträgt haben auf in im um enthält"
)
_WEAK = word_set(
    "über oberhalb unter unterhalb ab gleich bis einschließlich zu maximal minimal mindestens höchstens wenigstens"
)
_DIMENSION = r"""
    \s*(?:\([^()]*\)\s*)?
    (?:(?P<noun>Länge|Breite|Höhe|Durchmesser|Dicke|Tiefe)\b|(?P<adjective>lang|breit|hoch|dick|tief)\b)
"""


def german() -> Phrases:
    """How German compares."""
    return Phrases(
        stems=tuple(_STEMS.split("|")),
        counts=counting(_NUMBERS, "als|mindestens|höchstens|über|wenigstens|gleich", "oder (?:mehr|weniger)"),
        number=number(_NUMBERS),
        words={word: float(at) for at, word in enumerate(_NUMBERS, 2)},
        multiples={"tausend": 1e3, "millionen": 1e6, "mio.": 1e6, "milliarden": 1e9},
        before=compiled(_BEFORE),
        after=compiled(_AFTER),
        span=span(
            r"\b(?:zwischen|von|im\s+Bereich(?:\s+von)?|Bereich\s+von)", r"und|bis(?:\s+(?:zu|einschließlich))?|[-–—]"
        ),
        directions=_DIRECTIONS,
        weak=_WEAK,
        stops=_STOPS,
        links=_LINKS,
        holders=word_set("mit haben"),
        participles=word_set("konstruiert gemessen betrieb einsatz wiegt"),
        places=word_set("in im an bei entlang auf"),
        determiners=word_set("jeder jede jedem der dem den die allen"),
        attributive=frozenset(),
        dimension=compiled(_DIMENSION),
        joins=compiled(r"[\s,(]*(?:oder\s+mehr,?\s+)?(?:jedoch|und|oder|aber)?[\s,(]*"),
        comma=True,
        smaller_is_better=re.compile(
            "genauigkeit|auflösung|stabilität|fehler|drift|rauschen|abweichung|toleranz|zeit", re.IGNORECASE
        ),
        larger_is_better=re.compile("reinheit|wirkungsgrad|dichte", re.IGNORECASE),
    )
