"""Expressions that say the same, and German endings: folded, so that only what differs in meaning is left.

>>> expressions(["lid", "other", "than", "specified", "by"]), folded(["lid", "other", "than", "specified", "by"])
([(1, 4, ('not', 'specified'))], ['lid', 'not', 'specified', 'by'])
>>> german_stem("erfassten") == german_stem("erfasste")
True
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from controllist.changes.language.text.plain import stem
from controllist.patterns import pattern

_BY_CODE = "specified controlled described listed enumerated identified"
_SYMBOLS = (
    ("millimeter", "mm"), ("centimeter", "cm"), ("kilometer", "km"), ("micrometer", "µm"), ("nanometer", "nm"),
    ("kilogram", "kg"), ("kilohertz", "khz"), ("megahertz", "mhz"), ("gigahertz", "ghz"), ("kilowatt", "kw"),
    ("kilopascal", "kpa"),
)  # fmt: skip
"""Units in words where no figure stands before them: "the length in millimetres"."""
_SAME: dict[str, str] = {
    **{f"other than {word}": f"not {word}" for word in _BY_CODE.split()},
    **{f"except {word}": f"not {word}" for word in _BY_CODE.split()},
    **{f"{word} in {what}": f"{word} by {what}" for word in _BY_CODE.split() for what in ("<refs>", "eccn")},
    **{f"{done} from": "made of" for done in ("made", "manufactured", "fabricated")},
    **{f"{done} of": "made of" for done in ("manufactured", "fabricated", "consisting", "composed")},
    "n.e.s": "not elsewhere specified", "n e s": "not elsewhere specified",
    "capable of": "can", "allowing for": "can", "able to": "can", "u s munition list": "usml",
    "with the exception of": "except", "except for": "except", "other than": "except", "with exception of": "except",
    "in accordance with": "according to", "e g": "e.g", "for example": "e.g", "such as": "e.g", "zum beispiel": "z.b",
    "z b": "z.b", "d h": "d.h", "later than": "after", "prior to": "before",
    "unmanned aerial vehicle": "uav", "unmanned airborne vehicle": "uav", "unmanned air vehicle": "uav",
    "electromagnetic wave": "electromagnetic radiation",
    "nr": "nummer", "excluding": "except", "not including": "except", "via": "through",
    "fitted with": "equipped with", "provided with": "equipped with",
    "furnished with": "equipped with", "subject to control under": "controlled by",
    "having capability of": "can", "capability of": "can",
    "capability to": "can", "irrespective of": "regardless of", "by reason of": "because of", "due to": "because of",
    "owing to": "because of", "every": "each", "may used": "usable", "can used": "usable",
    "inside diameter": "inner diameter", "internal diameter": "inner diameter", "outside diameter": "outer diameter",
    "external diameter": "outer diameter", "civilian use": "civil use", "for instance": "e.g",
    "as well as": "and", "ability to": "can",
    # the average power of a continuous wave is its power
    "average or cw": "average", "average or continuous wave cw": "average", "average or continuous wave": "average",
    "control threshold": "threshold", "underwater vehicle": "submersible vehicle", "referred to in": "specified in",
    "referred to by": "specified by", "associated": "related", "employing": "using", "utilizing": "using",
    **{f"{kind} engine": f"{kind} motor" for kind in ("electric propulsion", "superconductive propulsion")},
    "wassenaar arrangement participating state": "participating state",
    "solid propellant rocket engine": "solid propellant rocket motor", "whilst": "while", "control status": "status",
    "zugehörig": "verwandt", "their": "its", "gilt nicht für": "erfasst nicht", "gelten nicht für": "erfasst nicht",
    "democratic people republic of korea": "north korea", "demokratisch volksrepublik korea": "nordkorea",
    "apply to": "control", "ref": "reference", "authority in": "authority of",
    "russian federation": "russia", "russisch föderation": "russland", "syrian arab republic": "syria",
    "arabisch republik syrien": "syrien", "islamic republic of iran": "iran", "islamisch republik iran": "iran",
    **dict(_SYMBOLS), "elektromagnetisch puls": "elektromagnetisch impuls",
    "sowi": "und", "wird": "werd", "sind": "ist", "hat": "haben",
    # acts of the European Union under the numbers of those that recast them
    "eg nr 428 2009": "eu 2021 821", "ec no 428 2009": "eu 2021 821",
    "anhang iia teil 2 verordnung eg nr 428 2009": "anhang ii abschnitt teil 2 verordnung eu 2021 821",
}  # fmt: skip
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
for _said, _meant in sorted(_SAME.items(), key=lambda pair: -len(pair[0].split())):
    _words = tuple(map(stem, _said.split()))
    _BY_FIRST.setdefault(_words[0], []).append((_words, tuple(map(stem, _meant.split()))))
_GERMAN = (
    " und ",
    " oder ",
    " der ",
    " für ",
    " von ",
    " mit ",
    " nicht ",
    " aus ",
    "erfass",
    "ummer ",
)
_NOT_ENGLISH = (*_GERMAN, "ä", "ö", "ü", "ß")
_ENDING = pattern(r"(?<=[a-zäöüß]{4})(?:en|e|er|es|em|n|s)$")
SPELLINGS = (
    ("jod", "iod"), ("pikr", "picr"), ("chlath", "clath"), ("fluoro", "fluor"), ("chloro", "chlor"), ("äth", "eth"),
    ("oxyd", "oxid"), ("zyan", "cyan"), ("zyklo", "cyclo"), ("ß", "ss"),
)  # fmt: skip
"""Older and newer spellings of one word, mostly of chemical names."""


@lru_cache(maxsize=16384)
def is_german(text: str) -> bool:
    """Whether a clause is German: one of its commonest words stands in it, or a letter that English lacks."""
    return any(map(text.__contains__, _GERMAN if text.isascii() else _NOT_ENGLISH))


@lru_cache(maxsize=32768)
def german_stem(key: str) -> str:
    """A German word without the ending that case, gender and number give it, in one spelling."""
    if not key.isalpha():
        return key
    for older, newer in SPELLINGS:
        if older in key:
            key = key.replace(older, newer)
    return _ENDING.sub("", key)


def expressions(keys: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Where expressions stand that have another form: first word, behind the last word, and the words of that form."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    past = 0
    for at in [at for at, key in enumerate(keys) if key in _BY_FIRST]:
        if at < past:
            continue
        for words, meant in _BY_FIRST[keys[at]]:
            if tuple(keys[at : at + len(words)]) == words:
                past = at + len(words)
                found.append((at, past, meant))
                break
    return found


def folded(keys: Sequence[str]) -> list[str]:
    """The words with each expression in its one form."""
    left = list(keys)
    for first, last, meant in reversed(expressions(keys)):
        left[first:last] = meant
    return left
