"""The words by which each language says "more than", "at least" and "between": data for `thresholds`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from controllist.figures.numbers import NUMBER


class Phrases(NamedTuple):
    """One language, compiled.

    `before` matches at the end of what stands before a number, `after` at what follows a number and its unit;
    both have the groups `neg`, `same` ("or equal"), `word`, `second` (the word in brackets in "less (better) than").
    """

    stems: tuple[str, ...]
    """A text in which none of these lower-case pieces stands states no limit: a cheap look before the real one."""
    counts: re.Pattern[str]
    number: re.Pattern[str]
    words: dict[str, float]
    multiples: dict[str, float]
    before: re.Pattern[str]
    after: re.Pattern[str]
    span: re.Pattern[str]
    directions: dict[str, str]
    weak: frozenset[str]
    """Comparisons that count only before a number with a known unit: prepositions with other meanings."""
    stops: frozenset[str]
    links: frozenset[str]
    holders: frozenset[str]
    """Links after which the figure is not about the noun before them: "boxes having more than 5 kg"."""
    participles: frozenset[str]
    """Words that may stand inside a noun phrase but not end it: "operating frequency", not "devices operating"."""
    places: frozenset[str]
    determiners: frozenset[str]
    attributive: frozenset[str]
    dimension: re.Pattern[str]
    joins: re.Pattern[str]
    comma: bool
    smaller_is_better: re.Pattern[str]
    larger_is_better: re.Pattern[str]


def _directions(**words: str) -> dict[str, str]:
    return {word.replace("_", " "): way for way, listed in words.items() for word in listed.split()}


_EN_DIRECTIONS = _directions(
    up="more greater larger higher bigger longer wider thicker heavier faster deeper hotter stronger later above over "
    "beyond exceed exceeds exceeding exceeded excess upwards upward surpassing",
    down="less lower smaller fewer shorter narrower thinner lighter slower finer colder weaker tighter below under",
    best="better",
    floor="least minimum min no-less",
    ceiling="most maximum max to including within",
    even="equal equals",
)
_DE_DIRECTIONS = _directions(
    up="mehr größer grösser höher länger dicker schwerer schneller breiter tiefer stärker weiter über oberhalb darüber "
    "überschreitet überschreiten übersteigt übersteigen übersteigenden überschreitenden",
    down="weniger kleiner niedriger geringer kürzer dünner leichter langsamer unter unterhalb darunter "
    "unterschreitet unterschreiten",
    best="besser",
    floor="mindestens wenigstens minimal ab minimum",
    ceiling="höchstens maximal zu einschließlich bis maximum",
    even="gleich",
)
_FR_DIRECTIONS = _directions(
    up="plus supérieur supérieure supérieurs supérieures dépassant dépasse excédant excède excédent",
    down="moins inférieur inférieure inférieurs inférieures",
    best="meilleur meilleure",
    floor="minimum moins-floor",
    ceiling="maximum jusqu",
    even="égal égale",
)

_EN_MORE = "|".join(
    [
        "more",
        "greater",
        "larger",
        "higher",
        "bigger",
        "longer",
        "wider",
        "thicker",
        "heavier",
        "faster",
        "deeper",
        "less",
        "lower",
        "smaller",
        "fewer",
        "shorter",
        "narrower",
        "thinner",
        "lighter",
        "slower",
        "finer",
        "better",
    ]
)
_SYMBOLS = r"(?P<symbol>[<>≤≥⩽⩾≦≧=]=?)"
_EN_BEFORE = rf"""
    (?:{_SYMBOLS}
    |(?P<neg>\b(?:not|no|nor)\s+(?:to\s+|be\s+)?)?
     (?:(?P<same>\bequal(?:\s+to)?,?\s+or\s+)?
        \b(?P<word>{_EN_MORE})(?:\s*[(/]\s*(?:i\.e\.,?\s*)?(?P<second>[a-z]+)\s*\)?)?
        (?:\s+than,?(?P<same2>\s+or\s+equals?(?:\s+to)?)?|(?P<same3>\s+or\s+equal\s+(?:to|than)))
       |(?P<same4>\bequal(?:\s+to)?,?\s+or\s+)?\b(?:in\s+)?(?P<word2>exceed(?:ing|s|ed)?|excess(?=\s+of)|surpassing)
        (?:\s+of)?(?P<same5>\s+or\s+equal\s+to)?
       |\b(?P<word3>above|over|beyond|below|under|within|equals?(?=\s+to)|at\s+(?:least|most)|up\s+to(?:\s+and\s+including)?
          |(?:minimum|maximum|excess)(?=\s+of))(?:\s+(?:to|of)(?=\s))?
     ))
    \s*(?:\(?(?:a|an|about|approximately|approx\.|that\s+of|plus\s+or\s+minus|\+/-|level|the\s+equivalent\s+of|a\s+total\s+of|either|Mach|DN|NPS|US\$|\$|€)\s*)?$
"""
_EN_AFTER = rf"""
    \s*(?P<gap>)[,(]?\s*
    (?:(?:or|and/or|and(?=\s+(?:above|below|over|higher|lower|more|less|up(?:wards?)?|under|greater)\s*(?:[,;.)]|$)))\s+(?P<neg>not\s+)?
       (?P<word>{_EN_MORE}|above|below|over|under|upwards?)\b
       (?:\s*[(/]\s*(?:i\.e\.,?\s*)?(?P<second>{_EN_MORE})\s*\)?)?(?!\s+than\b)(?!\s+(?:of\s+)?the\s+following|\s+of\s+the\s+following)
    |(?P<word2>(?:minimum|maximum|min|max)\b\.?)(?=\s*[,;.)]|\s+(?:and|or|in|at)\b|\s*$))\)?
"""
_EN_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
]
_DE_NUMBERS = ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_FR_NUMBERS = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]

_DE_MORE = "|".join(
    [
        "mehr",
        "größer",
        "grösser",
        "höher",
        "länger",
        "dicker",
        "schwerer",
        "schneller",
        "breiter",
        "tiefer",
        "weniger",
        "kleiner",
        "niedriger",
        "geringer",
        "kürzer",
        "dünner",
        "leichter",
        "langsamer",
        "besser",
    ]
)
_DE_BEFORE = rf"""
    (?:{_SYMBOLS}
    |(?P<neg>\bnicht\s+)?
     (?:(?P<same>\bgleich\s*(?:oder|/)\s*)?\b(?P<word>{_DE_MORE})
        (?:\s*[(/]\s*(?P<second>(?!gleich)[a-zäöüß]+)\s*\)?)?
        (?P<same2>\s*(?:/|oder|\(oder)\s*gleich\)?)?(?:(?<!gleich)\s+als|(?<=gleich))(?:\s+als)?(?P<same3>\s*(?:oder|/)\s*gleich)?
       |\b(?P<word2>über|oberhalb|unter|unterhalb|mindestens|wenigstens|minimal|höchstens|maximal|ab|gleich
          |bis\s+(?:zu(?:\s+einschließlich)?|einschließlich)|(?:minimum|maximum)(?=\s+von))(?:\s+von)?
     ))
    \s*(?:(?:ca\.|etwa|einem|einer|Mach)\s*)?$
"""
_DE_AFTER = rf"""
    \s*(?P<gap>)[,(]?\s*
    (?:(?:oder|und)\s+(?P<word>{_DE_MORE}|darüber|darunter)\b(?:\s*[(/]\s*(?P<second>{_DE_MORE})\s*\)?)?(?!\s+als\b)
       (?!\s+der\s+folgenden)
    |(?P<neg>nicht\s+)?(?P<word2>überschreite(?:t|n|nden)|übersteig(?:t|en|enden)|unterschreite(?:t|n))
    |(?P<word3>minimal|maximal)\b)
"""
_FR_BEFORE = rf"""
    (?:{_SYMBOLS}
    |(?P<neg>\bne\s+|\bn[e’']\s*)?\b(?:(?P<word>supérieure?s?|inférieure?s?|plus|moins|meilleure?)
        (?:\s*\((?P<second>[a-zéè]+)\))?(?P<same>\s+ou\s+égale?s?)?\s+(?:à|de|que)
       |(?P<word2>dépass(?:ant|e)|excéd(?:ant|e)|au\s+moins|au\s+plus|jusqu(?=[’']à))(?:\s+pas|[’']à)?
     ))
    \s*(?:environ\s*)?$
"""
_FR_AFTER = r"""
    \s*(?P<gap>)[,(]?\s*ou\s+(?P<word>plus|moins|meilleure?)\b(?:\s*\((?P<second>[a-zéè]+)\))?(?!\s+(?:de|que)\b)
"""


def _span(opening: str, joining: str) -> str:
    """Pattern of what stands before the first number of a range, and between its numbers."""
    bracket = r"(?:\s*\([^()]{1,24}\))?"
    return re.compile(
        rf"(?P<opening>{opening})\s*(?P<first>{NUMBER})(?P<unit>.{{0,24}}?){bracket}"
        rf"\s*(?P<joining>{joining})\s*(?P<second>{NUMBER})(?![\w]*\.\d)",
        re.IGNORECASE,
    )


_EN_STOPS = (
    "a an the any all each every its their his whose this that these those which who where when while with without having has have "
    "had for in at on by from to into onto of and or nor but not as is are was were be been being if than then using used "
    "containing contain contains consisting consist comprising incorporating including include includes providing provide "
    "capable designed operate operates measuring made able through between "
    "within under over above below per via due up down both either neither following other only also can may must shall "
    "will would could such so it they one two three exceeding exceed greater less more least most equal "
    "defined described developed producing produce produces generating delivering achieving maintaining "
    "withstanding withstand possessing meets meeting during after before until except unless respect supporting give "
    "giving given gives remaining demonstrating employing caused resulting along across about"
)
_EN_LINKS = (
    "of is are be being to that which a an the at with having has in by for as value values equal not does do it can from "
    "and or either any than been set consisting about exhibits exhibiting up but"
)
_DE_STOPS = (
    "der die das den dem des ein eine einer eines einem einen mit ohne von vom bei beim für in im am an auf aus zu zum zur und "
    "oder sowie jede jeder jedes jedem jeden ist sind war als haben hat hatte besitzt besitzen beträgt nicht kein keine "
    "deren dessen welche welcher welches die dass wenn bis ab über unter zwischen durch nach vor gemessen innerhalb je pro "
    "ihre ihrer seiner sein seine um alle aller allen einschließlich wie folgt enthalten enthält mehr weniger aber jedoch sich "
    "konstruiert entwickelt geeignet ausgelegt besonders andere anderen anderer jeweils erreichen"
)
_DE_LINKS = "von vom bei mit ist sind der die das den dem des ein eine einer eines einem einen zu und oder jedoch aber als beträgt haben auf in im um enthält"
_FR_STOPS = (
    "un une le la les l des du de d à au aux et ou par pour dans sur avec sans ayant dont qui que est sont ne pas ce cette ces "
    "leur leurs tout toute toutes tous chaque entre comportant possédant utilisant soutenant plus moins mais capable"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _number(words: list[str]) -> re.Pattern[str]:
    """Pattern of the numbers that may be figures: not those within codes, dates, fractions of names."""
    spelled = "|".join(words)
    return re.compile(
        rf"(?<![\w.,/§:±])(?<!\d[-–])(?:(?P<ratio>\d+(?:[.,]\d+)?:1(?![\d:])|1:\d[\d.,]*\d|1:\d(?!\d))|(?:λ|lambda)\s?/\s?(?P<part>\d+)(?!\w)"
        rf"|{NUMBER}|(?P<spelled>(?i:{spelled})(?!\w)))(?![A-Za-z]?\d|[.:/]\d|\.[A-E]\.|-\d{{2,}}-\d|-[A-Z(\[])"
    )


def _counts(words: list[str], cues: str, after: str) -> re.Pattern[str]:
    """Pattern that finds whether a text without digits can state a limit at all."""
    spelled = "|".join(words)
    return re.compile(rf"(?:{cues})\s+(?:{spelled})\b|\b(?:{spelled})\s+(?:\w+\s+){{0,5}}(?:{after})", re.IGNORECASE)


@lru_cache(maxsize=4)
def phrases(language: str) -> Phrases:
    """The phrases of a language, by its ISO 639 code; English for one that is not known."""
    return {"de": _german, "fr": _french}.get(language[:2], _english)()


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _english() -> Phrases:
    return Phrases(
        stems=tuple(["exceed", "than", "excess", "or more", "or less", "or great", "or high", "or better", "or fewer", "or low", "or large", "or small", "or long", "or short", "or above", "or below", "or over", "or under", "or thick", "or thin", "or fast", "or slow", "or wide", "or fine", "or deep", "or heav", "or up", "least", "most", "up to", "minimum", "maximum", "between", "from", "range", "above", "below", "beyond", "over", "under", "within", "equal", "surpassing", "<", ">", "≤", "≥", "⩽", "⩾", "=", "(more", "(less", " min", " max", " to "]),
        counts=_counts(_EN_NUMBERS, "than|least|most|exceeding|of|to", "or (?:more|greater|less|fewer)"),
        number=_number(_EN_NUMBERS),
        words={word: float(at) for word, at in zip(_EN_NUMBERS, [*range(1, 13), 15, 20], strict=True)},
        multiples={"thousand": 1e3, "million": 1e6, "billion": 1e9},
        before=_compiled(_EN_BEFORE),
        after=_compiled(_EN_AFTER),
        span=re.compile(_span(r"\b(?:between|from|of|range(?:\s+(?:of|from|between))?)", r"and|to(?:\s+and\s+including)?|through|up\s+to(?:\s+and\s+including)?|[-–—]"), re.IGNORECASE),
        directions=_EN_DIRECTIONS,
        weak=_set("over under within equal equals above below beyond"),
        stops=_set(_EN_STOPS),
        links=_set(_EN_LINKS),
        holders=_set("having with has exhibits exhibiting"),
        participles=_set("operating rated measured specified controlled modified determined exceeding limited applied melting tuned loaded weighs weighing use operation operations available rotating"),
        places=_set("along in at on for per over between across under within around about"),
        determiners=_set("any each the all either both every"),
        attributive=_set("rate angle length number range radius degree speed ratio field depth moment time level coefficient width size modulus area centre center point deviation accuracy stability variation resolution distance strength density energy power output temperature pressure thickness loss velocity frequency volume mass weight capacity duration content product"),
        dimension=re.compile(
            r"\s*(?:\([^()]*\)\s*)?(?:(?:or\s+(?:more|less|greater|larger)\s+)?in\s+(?:any\s+)?(?P<noun>diameter|length|width|height|thickness|depth|size|weight|mass|area|volume|radius|altitude)\b"
            r"|(?P<adjective>long|wide|thick|deep|high)\b)", re.IGNORECASE),
        joins=re.compile(r"[\s,(]*(?:but|and|or|yet|to)?[\s,(]*(?:that\s+is\s+|is\s+|are\s+|with\s+)?", re.IGNORECASE),
        comma=False,
        smaller_is_better=re.compile(r"accura|repeatab|resolution|stabil|error|drift|uncertain|noise|toleranc|deviation|bias|linearity|hysteresis|flatness|roughness|circularity|runout|loss|time|figure", re.IGNORECASE),
        larger_is_better=re.compile(r"purity|efficien|transmi|yield|dynamic range|density", re.IGNORECASE),
    )  # fmt: skip


def _german() -> Phrases:
    return _english()._replace(
        stems=tuple(["als", "gleich", "mehr", "weniger", "besser", "größer", "höher", "länger", "kleiner", "kürzer", "niedriger", "geringer", "darüber", "darunter", "mindestens", "wenigstens", "höchstens", "maximal", "minimal", "über", "oberhalb", "unter", "ab ", "bis", "zwischen", "minimum", "maximum", "schreite", "steig", "<", ">", "≤", "≥", "="]),
        counts=_counts(_DE_NUMBERS, "als|mindestens|höchstens|über|wenigstens|gleich", "oder (?:mehr|weniger)"),
        number=_number(_DE_NUMBERS),
        words={word: float(at) for at, word in enumerate(_DE_NUMBERS, 2)},
        multiples={"tausend": 1e3, "millionen": 1e6, "mio.": 1e6, "milliarden": 1e9},
        before=_compiled(_DE_BEFORE),
        after=_compiled(_DE_AFTER),
        span=re.compile(_span(r"\b(?:zwischen|von|im\s+Bereich(?:\s+von)?|Bereich\s+von)", r"und|bis(?:\s+(?:zu|einschließlich))?|[-–—]"), re.IGNORECASE),
        directions=_DE_DIRECTIONS,
        weak=_set("über oberhalb unter unterhalb ab gleich bis einschließlich zu maximal minimal mindestens höchstens wenigstens"),
        stops=_set(_DE_STOPS),
        links=_set(_DE_LINKS),
        holders=_set("mit haben"),
        participles=_set("konstruiert gemessen betrieb einsatz wiegt"),
        places=_set("in im an bei entlang auf"),
        determiners=_set("jeder jede jedem der dem den die allen"),
        attributive=frozenset(),
        dimension=re.compile(r"\s*(?:\([^()]*\)\s*)?(?:(?P<noun>(?:Länge|Breite|Höhe|Durchmesser|Dicke|Tiefe))\b|(?P<adjective>lang|breit|hoch|dick|tief)\b)"),
        joins=re.compile(r"[\s,(]*(?:oder\s+mehr,?\s+)?(?:jedoch|und|oder|aber)?[\s,(]*", re.IGNORECASE),
        comma=True,
        smaller_is_better=re.compile(r"genauigkeit|auflösung|stabilität|fehler|drift|rauschen|abweichung|toleranz|zeit", re.IGNORECASE),
        larger_is_better=re.compile(r"reinheit|wirkungsgrad|dichte", re.IGNORECASE),
    )  # fmt: skip


def _french() -> Phrases:
    return _english()._replace(
        stems=("plus", "moins", "rieur", "meilleur", "dépass", "excéd", "jusqu", "entre", "de ", "<", ">", "≤", "≥", "="),
        counts=_counts(_FR_NUMBERS, "de|moins|plus|à", "ou (?:plus|moins)"),
        number=_number(_FR_NUMBERS),
        words={word: float(at) for at, word in enumerate(_FR_NUMBERS, 2)},
        multiples={"mille": 1e3, "millions": 1e6, "milliards": 1e9},
        before=_compiled(_FR_BEFORE),
        after=_compiled(_FR_AFTER),
        span=re.compile(_span(r"\b(?:entre|de)", r"et|à"), re.IGNORECASE),
        directions=_FR_DIRECTIONS,
        weak=frozenset(),
        stops=_set(_FR_STOPS),
        links=_set("de d est sont à et ou un une le la les mais qui"),
        holders=_set("ayant avec"),
        participles=frozenset(),
        places=_set("dans sur"),
        determiners=_set("le la les tout toute"),
        attributive=_set("taux angle longueur nombre largeur"),
        joins=re.compile(r"[\s,(]*(?:mais|et|ou)?[\s,(]*", re.IGNORECASE),
        comma=True,
        smaller_is_better=re.compile(r"précision|résolution|erreur|stabilité|bruit|tolérance", re.IGNORECASE),
        larger_is_better=re.compile(r"pureté|rendement|densité", re.IGNORECASE),
    )  # fmt: skip
