"""Values with units, brought to one scale where that can be done.

>>> measure(0.00025, "°") == measure(0.9, "arc second"), measure(1, "t") == measure(1000, "kg")
(True, True)
>>> comparable(measure(3, "kg"), measure(3, "m")), round(measure(30, "dBm").value, 6)
(False, 1.0)

A unit is a product of factors with powers; a word that is no unit ("pulse", "lens") is a dimension of its own, so that
3 J per pulse and 3 J cannot be compared while 3 mJ per pulse and 3 J per pulse can.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from controllist.figures.units import normal_unit
from controllist.patterns import pattern

Dimension = tuple[tuple[str, float], ...]
"""Powers of base dimensions, in order of their names."""

SIGNIFICANT = 6
"""Digits that count: a value converted and printed again agrees in so many."""


class Measure(NamedTuple):
    """A value on the base scale of its dimension, rounded to the digits that count."""

    value: float
    dimension: Dimension


class _Unit(NamedTuple):
    factor: float
    powers: tuple[tuple[str, float], ...]


_PREFIXES = {
    "Y": 1e24, "Z": 1e21, "E": 1e18, "P": 1e15, "T": 1e12, "G": 1e9, "M": 1e6, "k": 1e3, "K": 1e3, "h": 1e2, "d": 1e-1,
    "c": 1e-2, "m": 1e-3, "µ": 1e-6, "u": 1e-6, "n": 1e-9, "p": 1e-12, "f": 1e-15,
}  # fmt: skip
_PREFIX_WORDS = {
    "exa": 1e18, "peta": 1e15, "tera": 1e12, "giga": 1e9, "mega": 1e6, "kilo": 1e3, "milli": 1e-3, "micro": 1e-6,
    "nano": 1e-9, "pico": 1e-12, "femto": 1e-15, "trillion": 1e12, "billion": 1e9, "million": 1e6, "thousand": 1e3,
}  # fmt: skip
_KG, _M, _S, _A = ("kg", 1.0), ("m", 1.0), ("s", 1.0), ("A", 1.0)


def _powers(**named: float) -> tuple[tuple[str, float], ...]:
    return tuple(named.items())


_ENERGY = _powers(kg=1, m=2, s=-2)
_POWER = _powers(kg=1, m=2, s=-3)
_PRESSURE = _powers(kg=1, m=-1, s=-2)
_DOSE = _powers(m=2, s=-2, dose=1)
_PREFIXED: dict[str, _Unit] = {
    "m": _Unit(1, (_M,)), "g": _Unit(1e-3, (_KG,)), "s": _Unit(1, (_S,)), "A": _Unit(1, (_A,)),
    "K": _Unit(1, (("K", 1.0),)), "mol": _Unit(1, (("mol", 1.0),)), "cd": _Unit(1, (("cd", 1.0),)),
    "Hz": _Unit(1, _powers(cycle=1, s=-1)), "Pa": _Unit(1, _PRESSURE), "bar": _Unit(1e5, _PRESSURE),
    "N": _Unit(1, _powers(kg=1, m=1, s=-2)), "J": _Unit(1, _ENERGY), "W": _Unit(1, _POWER), "Wh": _Unit(3600, _ENERGY),
    "eV": _Unit(1.602176634e-19, _ENERGY), "C": _Unit(1, _powers(A=1, s=1)), "Ah": _Unit(3600, _powers(A=1, s=1)),
    "V": _Unit(1, _powers(kg=1, m=2, s=-3, A=-1)), "Ω": _Unit(1, _powers(kg=1, m=2, s=-3, A=-2)),
    "S": _Unit(1, _powers(kg=-1, m=-2, s=3, A=2)), "F": _Unit(1, _powers(kg=-1, m=-2, s=4, A=2)),
    "T": _Unit(1, _powers(kg=1, s=-2, A=-1)), "H": _Unit(1, _powers(kg=1, m=2, s=-2, A=-2)),
    "Bq": _Unit(1, _powers(decay=1, s=-1)), "Ci": _Unit(3.7e10, _powers(decay=1, s=-1)), "Gy": _Unit(1, _DOSE),
    "rads": _Unit(1e-2, _DOSE), "rad": _Unit(1, (("angle", 1.0),)), "sr": _Unit(1, (("solid", 1.0),)),
    "l": _Unit(1e-3, _powers(m=3)), "t": _Unit(1e3, (_KG,)), "bit": _Unit(1, (("bit", 1.0),)),
    "byte": _Unit(8, (("bit", 1.0),)), "Gal": _Unit(1e-2, _powers(m=1, s=-2)), "St": _Unit(1e-4, _powers(m=2, s=-1)),
    "P": _Unit(0.1, _powers(kg=1, m=-1, s=-1)), "SPS": _Unit(1, _powers(sample=1, s=-1)),
    "lm": _Unit(1, (("lm", 1.0),)),
    "flops": _Unit(1, _powers(flop=1, s=-1)), "lx": _Unit(1, (("lx", 1.0),)),
}  # fmt: skip
_PLAIN: dict[str, _Unit] = {
    "min": _Unit(60, (_S,)), "h": _Unit(3600, (_S,)), "d": _Unit(86400, (_S,)), "week": _Unit(604800, (_S,)),
    "in": _Unit(0.0254, (_M,)), "ft": _Unit(0.3048, (_M,)), "mile": _Unit(1609.344, (_M,)), "nmi": _Unit(1852, (_M,)),
    "Å": _Unit(1e-10, (_M,)), "kn": _Unit(1852 / 3600, _powers(m=1, s=-1)), "lb": _Unit(0.45359237, (_KG,)),
    "oz": _Unit(0.028349523125, (_KG,)), "psi": _Unit(6894.757293168, _PRESSURE), "atm": _Unit(101325, _PRESSURE),
    "Torr": _Unit(133.322368421, _PRESSURE), "gauss": _Unit(1e-4, _powers(kg=1, s=-2, A=-1)),
    "hp": _Unit(745.69987158227, _POWER), "°": _Unit(math.pi / 180, (("angle", 1.0),)),
    "arcmin": _Unit(math.pi / 10800, (("angle", 1.0),)), "arcsec": _Unit(math.pi / 648000, (("angle", 1.0),)),
    "poise": _Unit(0.1, _powers(kg=1, m=-1, s=-1)), "rpm": _Unit(1 / 60, _powers(rev=1, s=-1)),
    "rps": _Unit(1, _powers(rev=1, s=-1)), "Nm": _Unit(1, _ENERGY), "Ns": _Unit(1, _powers(kg=1, m=1, s=-1)),
    "°C": _Unit(1, (("K", 1.0),)), "coulomb": _Unit(1, _powers(A=1, s=1)), "µcoulomb": _Unit(1e-6, _powers(A=1, s=1)),
    "mgal": _Unit(1e-5, _powers(m=1, s=-2)), "µgal": _Unit(1e-8, _powers(m=1, s=-2)),
    "%": _Unit(1e-2, (("share", 1.0),)), "ppm": _Unit(1e-6, (("share", 1.0),)), "ppb": _Unit(1e-9, (("share", 1.0),)),
    "‰": _Unit(1e-3, (("share", 1.0),)), "parts/million": _Unit(1e-6, (("share", 1.0),)),
    "% by weight": _Unit(1e-2, (("share by weight", 1.0),)), "% by volume": _Unit(1e-2, (("share by volume", 1.0),)),
    # a word of a converter is one sample
    "word": _Unit(1, (("sample", 1.0),)), "sample": _Unit(1, (("sample", 1.0),)),
}  # fmt: skip
_NOT_PREFIXED = frozenset({"min", "ft", "Pa", "cd", "mol", "nmi", "hp", "dB", "ppm", "ppb", "h", "d", "kn", "in"})
_OFFSETS = {"°C": (1.0, 273.15), "K": (1.0, 0.0), "°F": (5 / 9, 459.67 * 5 / 9)}
_LEVELS = {"dBm": 1e-3, "dBW": 1.0}
"""Levels above one milliwatt, above one watt; other levels stay on their own scale."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MANNER = pattern(r"\s?\(?\b(rms|Si|peak)\b\)?$", re.IGNORECASE)
"""How a value is meant, printed behind its unit: it is no factor, but values meant otherwise are not compared."""
_ATOM = pattern(r"(.*?)([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*)")
_PER_FIRST = pattern(r"\bPer\b")
_ROOT = pattern(r"(?:square root(?: of)?(?: an?| one)?|√)\s?(\w+)")


@lru_cache(maxsize=16384)
def measure(value: float, unit: str) -> Measure:
    """`value` in `unit` on the base scale of its dimension."""
    name = _name(unit)
    if name in _OFFSETS:
        factor, offset = _OFFSETS[name]
        return Measure(_rounded(value * factor + offset), (("K", 1.0),))
    if name in _LEVELS:
        return Measure(_rounded(_LEVELS[name] * 10 ** (value / 10)), tuple(sorted(_POWER)))
    scale = _scale(name)
    return Measure(_rounded(value * scale.factor), scale.powers)


def in_unit(base: Measure, unit: str) -> float:
    """A measure's value in `unit`; the inverse of `measure`. The unit must be of the measure's dimension."""
    name = _name(unit)
    if name in _OFFSETS:
        factor, offset = _OFFSETS[name]
        return (base.value - offset) / factor
    if name in _LEVELS:
        return 10 * math.log10(base.value / _LEVELS[name])
    return base.value / _scale(name).factor


def comparable(one: Measure, other: Measure) -> bool:
    """Whether two measures are of one dimension."""
    return one.dimension == other.dimension


def dimension_of(unit: str) -> Dimension:
    """The dimension of a unit."""
    return measure(1.0, unit).dimension


def _name(unit: str) -> str:
    return normal_unit(_PER_FIRST.sub("per", unit))


def _rounded(value: float) -> float:
    return float(f"{value:.{SIGNIFICANT}g}")


@lru_cache(maxsize=4096)
def _scale(name: str) -> _Unit:
    """Factor and dimension of a unit in its normal form; one that is not understood is a dimension of its own."""
    if name in _PLAIN:
        return _Unit(_PLAIN[name].factor, tuple(sorted(_PLAIN[name].powers)))
    factor = 1.0
    powers: dict[str, float] = {}
    for place, over in enumerate(name.split("/")):
        for part in filter(None, over.split("·")):
            atom = _atom(part, divisor=place > 0)
            sign = -1 if place else 1
            factor *= atom.factor**sign
            for base, power in atom.powers:
                powers[base] = powers.get(base, 0.0) + sign * power
    return _Unit(factor, tuple(sorted((base, power) for base, power in powers.items() if power)))


def _atom(part: str, *, divisor: bool) -> _Unit:
    """One factor of a unit with its power: `cm²`, `square root Hz`, `mega samples`, `pulse`."""
    if manner := _MANNER.search(part):
        inner = _atom(part[: manner.start()], divisor=divisor)
        return _Unit(inner.factor, (*inner.powers, (manner[1].lower(), 1.0)))
    part = part.strip(" ()")
    root = _ROOT.fullmatch(part)
    if root:
        inner = _atom(root[1], divisor=divisor)
        return _Unit(inner.factor**0.5, tuple((base, power / 2) for base, power in inner.powers))
    match = _ATOM.fullmatch(part)
    symbol, raised = (match[1], match[2]) if match else (part, "")
    power = int(raised.translate(_RAISED)) if raised.strip("⁻") else 1
    unit = _symbol(symbol.strip(), divisor=divisor)
    return _Unit(unit.factor**power, tuple((base, one * power) for base, one in unit.powers))


def _symbol(symbol: str, *, divisor: bool) -> _Unit:
    for name in (symbol, normal_unit(symbol)):
        if name in _PLAIN:
            return _PLAIN[name]
        if name in _PREFIXED:
            return _PREFIXED[name]
        if len(name) > 1 and name[0] in _PREFIXES and name[1:] in _PREFIXED and name not in _NOT_PREFIXED:
            unit = _PREFIXED[name[1:]]
            return _Unit(unit.factor * _PREFIXES[name[0]], unit.powers)
    word, _, rest = symbol.partition(" ")
    lower = word.lower()
    if rest and lower in _PREFIX_WORDS:
        unit = _symbol(rest, divisor=divisor)
        return _Unit(unit.factor * _PREFIX_WORDS[lower], unit.powers)
    for prefix, factor in _PREFIX_WORDS.items():
        inner = normal_unit(lower.removeprefix(prefix))
        if lower.startswith(prefix) and (inner in _PREFIXED or inner in _PLAIN):
            unit = _PREFIXED.get(inner) or _PLAIN[inner]
            return _Unit(unit.factor * factor, unit.powers)
    bare = symbol.lower()
    bare = bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare
    return _PLAIN.get(bare) or _Unit(1.0, ((bare, 1.0),) if bare else ())
