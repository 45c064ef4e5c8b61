"""Words and figures that two sources print in different ways: a space, a hyphen, a raised sign, a unit left out.

>>> printed_alike("less than 0.1n W", "less than 0.1 nW"), printed_alike("3 m", "3 mm")
('the same, printed in another way', '')
>>> printed_alike("exceeding 3.5", "exceeding 3.5 kg")
'a unit that one of the texts leaves out'
"""

from __future__ import annotations

import re
from functools import lru_cache

from controllist.changes.language.text.plain import plain
from controllist.figures.chemicals import is_cas_number
from controllist.figures.units import unit_end
from controllist.patterns import pattern

ANOTHER_WAY = "the same, printed in another way"
EXPONENT_LOST = "an exponent was lost by the source"
PUT_RIGHT = "a number with a slip, put right"
ANOTHER_SCALE = "the same temperature on another scale"
UNIT_LEFT_OUT = "a unit that one of the texts leaves out"
_DIGIT = pattern(r"\d")
_OF_SUBSTANCE = pattern(r"(?<!\d)\d{2,7}-\d{2}-\d(?!\d)")
_TEMPERATURE = pattern(r"(-?\d{1,4}(?:\.\d+)?)(K|°C)")
_ZERO = 273.15
"""The freezing point of water, in kelvins."""
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
    if "-" in one and _is_number_put_right(one, other):
        return PUT_RIGHT
    if _is_same_temperature(first, second):
        return ANOTHER_SCALE
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


def _is_number_put_right(one: str, other: str) -> bool:
    """Whether texts differ in the number of a substance alone, of which one has a false check digit and is much like
    the other."""
    found = [_OF_SUBSTANCE.findall(plain(text)) for text in (one, other)]
    if [len(some) for some in found] != [1, 1] or found[0] == found[1]:
        return False
    rests = [_OF_SUBSTANCE.sub("", plain(text)).strip(_EDGES) for text in (one, other)]
    if rests[0] != rests[1] or is_cas_number(found[0][0]) == is_cas_number(found[1][0]):
        return False
    short, long = sorted((some[0].replace("-", "") for some in found), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1 or _is_swapped(short, long)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _is_swapped(one: str, other: str) -> bool:
    """Whether two neighbours changed their places."""
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(unlike) == 2 and unlike[1] == unlike[0] + 1 and sorted(one) == sorted(other)


def _is_same_temperature(one: str, other: str) -> bool:
    """Whether both are one temperature, in kelvins and in degrees, whole degrees being rounded."""
    first, second = _TEMPERATURE.fullmatch(one), _TEMPERATURE.fullmatch(other)
    if not first or not second or first[2] == second[2]:
        return False
    kelvins, degrees = (first, second) if first[2] == "K" else (second, first)
    return abs(float(kelvins[1]) - _ZERO - float(degrees[1])) <= (0.15 if "." not in kelvins[1] + degrees[1] else 0.01)
