"""The isotopes of elements in one form, however a source sets their mass numbers.

>>> with_isotopes("lids of (⁶Li) or ( 3 He), 4 m²")
'lids of (Li-6) or (He-3), 4 m²'
"""

from __future__ import annotations

import re

from controllist.changes.language.print.debris import ELEMENTS
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

_HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIGURES = str.maketrans(_HIGH, "0123456789")
_SYMBOLS = frozenset(ELEMENTS.values()) | word_set(
    "Ac Am At Ba Bk Br Ca Ce Cf Cl Cm Cs Dy Er Es Eu Fm Fr Gd Ho I Kr La Lu Mn Na Nd Ne Np Os Pa Pd Pm Po Pr Pt Pu Ra "
    "Rb Rn Sc Se Sm Sn Sr Tb Tc Th Tl Tm Xe Yb"
)
_SET_HIGH = pattern(rf"(?:(?<=\(\s)|(?<![^\s(,;/-]))(?P<mass>[{_HIGH}]{{1,3}})(?P<gap>\s?)(?P<symbol>[A-Z][a-z]?)\b")
_IN_BRACKETS = pattern(r"\(\s?(?P<mass>\d{1,3})\s(?P<symbol>[A-Z][a-z]?)\)")


def with_isotopes(text: str) -> str:
    """A plain text with each isotope as its symbol and its mass number."""
    if any(map(text.__contains__, _HIGH)):
        text = _SET_HIGH.sub(_named, text)
    return _IN_BRACKETS.sub(_named, text) if "(" in text else text


def _named(found: re.Match[str]) -> str:
    if found["symbol"] not in _SYMBOLS:
        return found.group()
    bracket = "(" if found.group().startswith("(") else ""
    return f"{bracket}{found['symbol']}-{found['mass'].translate(_FIGURES)}{')' if bracket else ''}"
