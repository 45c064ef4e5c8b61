"""Words and figures that two sources print in different ways: a space, a hyphen, a raised sign, a unit left out.

>>> printed_alike("less than 0.1n W", "less than 0.1 nW"), printed_alike("3 m", "3 mm")
('the same, printed in another way', '')
>>> printed_alike("exceeding 3.5", "exceeding 3.5 kg")
'a unit that one of the texts leaves out'
"""

from __future__ import annotations

import re
from functools import lru_cache

from controllist.changes.language.plain import plain
from controllist.figures.units import unit_end
from controllist.patterns import pattern

ANOTHER_WAY = "the same, printed in another way"
EXPONENT_LOST = "an exponent was lost by the source"
UNIT_LEFT_OUT = "a unit that one of the texts leaves out"
_DIGIT = pattern(r"\d")
_SPACE = pattern(r"(?<!\d)\s+|\s+(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])")
_HYPHEN = pattern(r"(?<=[a-z])-(?=[a-z])")
_PASCAL = pattern(r"(?<![^\W\d_])([hkMG])pa(?![^\W\d_])")
_RADIAN = pattern(r"(?<=[\d\s][mµ])r(?=\s?\(\s?(?:milli|micro)radians?)|(?<=[\d\s])r(?=\s?\(\s?radians?)")
"""A unit cut short that is written in full in the bracket behind it."""
_BY_WEIGHT = pattern(r"\s?(?:weight\s+(?:per\s?cent|%)|(?:per\s?cent|%)\s+by\s+weight|wt\.?\s?%)", re.IGNORECASE)
_PER_UNIT = pattern(r"(?<=[A-Za-z\d¹²³])\s?[·•.]?\s?([A-Za-z]{1,3})(?:⁻¹|\s?-1(?![\d.,]))|(?<=/h)r(?![^\W\d_])")
"""A unit by which another one is divided, with its power or behind a stroke; the hour in two letters."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_POWER = pattern(r"(?:^|[^\d.x×·*])\d+-?[⁰¹²³⁴⁵⁶⁷⁸⁹]")
"""A power without a factor, which may be another number without its mark: "10⁹" and "109"."""
_EDGES = " ,;()[]"


@lru_cache(maxsize=4096)
def printed_alike(one: str, other: str) -> str:
    """Why two stretches of text with figures say the same although their marks differ; empty if they do not."""
    if not (_DIGIT.search(one) and _DIGIT.search(other)):
        return ""
    first, second = _squeezed(one), _squeezed(other)
    if first == second:
        return ANOTHER_WAY
    if first.translate(_RAISED) == second.translate(_RAISED) and not (
        _POWER.search(first) or _POWER.search(second)
    ):
        return EXPONENT_LOST
    if _squeezed(_in_one_form(one)) == _squeezed(_in_one_form(other)):
        return ANOTHER_WAY
    return UNIT_LEFT_OUT if _adds_unit(one, other) or _adds_unit(other, one) else ""


def _in_one_form(text: str) -> str:
    """The text with its units of division behind a stroke and percentages of weight in one form."""
    return _PER_UNIT.sub(_divided, _BY_WEIGHT.sub("% by weight", plain(text)))


def _squeezed(text: str) -> str:
    """The text without spaces, hyphens within words, and what else depends on the printer alone."""
    text = _PASCAL.sub(r"\1Pa", _RADIAN.sub("rad", plain(text).replace("⁻", "-")))
    return _HYPHEN.sub("", _SPACE.sub("", text)).strip(_EDGES)


def _divided(match: re.Match[str]) -> str:
    return f"/{match[1]}" if match[1] else ""


def _adds_unit(shorter: str, longer: str) -> bool:
    """Whether one text is the other with a unit behind its last figure, which had none."""
    shorter, longer = plain(shorter).strip(_EDGES), plain(longer).strip(_EDGES)
    if not longer.startswith(shorter) or not shorter[-1:].translate(_RAISED).isdigit():
        return False
    start = len(shorter) + (longer[len(shorter) : len(shorter) + 1] == " ")
    return start < len(longer) and unit_end(longer, start) == len(longer) and not longer[start].isdigit()
