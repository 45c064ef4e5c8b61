"""The words by which English says "more than", "at least" and "between"."""

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
    up="more greater larger higher bigger longer wider thicker heavier faster deeper hotter stronger above over "
    "beyond exceed exceeds exceeding exceeded excess upwards upward surpassing",
    down="less lower smaller fewer shorter narrower thinner lighter slower finer colder below under",
    best="better",
    floor="least minimum min",
    ceiling="most maximum max to including within",
    even="equal equals",
)
_MORE = (
    "more|greater|larger|higher|bigger|longer|wider|thicker|heavier|faster|deeper|less|lower|smaller|fewer|shorter|"
    "narrower|thinner|lighter|slower|finer|better"
)
_STEMS = (
    "exceed|than|excess|or more|or less|or great|or high|or better|or fewer|or low|or large|or small|or long|or short|"
    "or above|or below|or over|or under|or thick|or thin|or fast|or slow|or wide|or fine|or deep|or heav|or up|least|"
    "most|up to|minimum|maximum|between|from|range|above|below|beyond|over|under|within|equal|surpassing|"
    "<|>|≤|≥|⩽|⩾|≦|≧|=|(more|(less| min| max| to "
)
_FILLER = (
    r"a|an|about|approximately|approx\.|that\s+of|plus\s+or\s+minus|\+/-|level|the\s+equivalent\s+of|a\s+total\s+of|either"
    r"|Mach|DN|NPS|US\$|\$|€"
)
_BEFORE = rf"""
    (?:{SYMBOLS}
    |(?P<neg>\b(?:not|no|nor)\s+(?:to\s+|be\s+)?)?
     (?:(?P<same>\bequal(?:\s+to)?,?\s+or\s+)?
        \b(?P<word>{_MORE})(?:\s*[(/]\s*(?:i\.e\.,?\s*)?(?P<second>[a-z]+)\s*\)?)?
        (?:\s+than,?(?P<same2>\s+or\s+equals?(?:\s+to)?)?|(?P<same3>\s+or\s+equal\s+(?:to|than)))
       |(?P<same4>\bequal(?:\s+to)?,?\s+or\s+)?\b(?:in\s+)?
        (?P<word2>exceed(?:ing|s|ed)?|excess(?=\s+of)|surpassing)(?:\s+of|\s+to(?=\s*$))?(?P<same5>\s+or\s+equal\s+to)?
       |\b(?P<word3>above|over|beyond|below|under|within|equals?(?=\s+to)|at\s+(?:least|most)
          |up\s+to(?:\s+and\s+including)?|(?:minimum|maximum|excess)(?=\s+of))(?:\s+(?:to|of)(?=\s))?
     ))
    \s*(?:\(?(?:{_FILLER})\s*)?$
"""
_FOLLOWING = r"(?!\s+(?:of\s+)?the\s+following)"
_AFTER = rf"""
    \s*(?:,|(?P<bracket>\())?\s*
    (?:(?:or|and/or
        |and(?=\s+(?:above|below|over|higher|lower|more|less|up(?:wards?)?|under|greater)\s*(?:[,;.)]|$)))\s+(?P<neg>not\s+)?
       (?P<word>{_MORE}|above|below|over|under|upwards?)\b
       (?:\s*[(/]\s*(?:i\.e\.,?\s*)?(?P<second>{_MORE})\s*\)?)?(?!\s+than\b){_FOLLOWING}
    |(?P<word2>(?:minimum|maximum|min|max)\b\.?)(?=\s*[,;.)]|\s+(?:and|or|in|at)\b|\s*$))(?(bracket)\)?)
"""
_NUMBERS = words_of("one two three four five six seven eight nine ten eleven twelve fifteen twenty")
_STOPS = word_set(
    "a an the no any all each every its their his whose this that these those which who where when while with "
    "without having has have had for in at on by from to into onto of and or nor but not as is are was were be "
    "been being if than then using used containing contain contains consisting consist comprising incorporating "
    "including include includes providing provide capable designed operate operates measuring made able through "
    "between within under over above below per via due up down both either neither following other only also can "
    "may must shall will would could such so it they one two three exceeding exceed greater less more least most "
    "equal defined described developed producing produce produces generating imparting delivering achieving "
    "maintaining withstanding withstand possessing meets meeting during after before until except unless respect "
    "supporting give giving given gives remaining demonstrating employing caused resulting along across about"
)
_LINKS = word_set(
    "of is are be being to that which a an the at with having has in by for as value values equal not does do it "
    "can from and or either any than been set consisting about exhibits exhibiting up but"
)
_PARTICIPLES = word_set(
    "operating rated measured specified controlled modified determined exceeding limited applied melting tuned "
    "loaded weighs weighing use operation operations available rotating"
)
_ATTRIBUTIVE = word_set(
    "rate angle length number range radius degree speed ratio field depth moment time level coefficient width "
    "size modulus area centre center point deviation accuracy stability variation resolution distance strength "
    "density energy power output temperature pressure thickness loss velocity frequency volume mass weight "
    "capacity duration content product"
)
_DIMENSION = r"""
    \s*(?:\([^()]*\)\s*)?
    (?:(?:or\s+(?:more|less|greater|larger)\s+)?(?:in\s+)?(?:any\s+)?
       (?P<noun>diameter|length|width|height|thickness|depth|size|weight|mass|area|volume|radius|altitude)\b
    |(?P<adjective>long|wide|thick|deep|high)\b)
"""
_SMALLER = (
    "accura|repeatab|resolution|stabil|error|drift|uncertain|noise|toleranc|deviation|bias|linearity|hysteresis|flatness|"
    "roughness|circularity|runout|loss|time|figure|vacuum|pressure|sensitivit|distortion"
)


def english() -> Phrases:
    """How English compares."""
    return Phrases(
        stems=tuple(_STEMS.split("|")),
        counts=counting(_NUMBERS, "than|least|most|exceeding|of|to", "or (?:more|greater|less|fewer)"),
        number=number(_NUMBERS),
        words=dict(zip(_NUMBERS, map(float, (*range(1, 13), 15, 20)), strict=True)),
        multiples={"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
        before=compiled(_BEFORE),
        after=compiled(_AFTER),
        span=span(
            r"\b(?:between|from|of|range(?:\s+(?:of|from|between))?)",
            r"and|to(?:\s+and\s+including)?|through|up\s+to(?:\s+and\s+including)?|[-–—]",
        ),
        directions=_DIRECTIONS,
        weak=word_set("over under within equal equals above below beyond"),
        stops=_STOPS,
        links=_LINKS,
        holders=word_set("having with has exhibits exhibiting"),
        participles=_PARTICIPLES,
        places=word_set("of along in at on for per over between across under within around about"),
        determiners=word_set("any each the all either both every"),
        attributive=_ATTRIBUTIVE,
        dimension=compiled(_DIMENSION),
        joins=compiled(r"[\s,(]*(?:but|and|or|yet|to)?[\s,(]*(?:that\s+is\s+|is\s+|are\s+|with\s+)?"),
        comma=False,
        smaller_is_better=re.compile(_SMALLER, re.IGNORECASE),
        larger_is_better=re.compile("purity|uniformity|efficien|transmi|yield|dynamic range|density", re.IGNORECASE),
    )
