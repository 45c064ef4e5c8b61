"""Numbers as lists print them: thousands, decimals, powers of ten, and the exponents that a source has lost.

>>> read_number("6 × 10⁻³"), read_number("1,250.5"), read_number("1 250,5")
(Number(value=0.006, doubtful=False), Number(value=1250.5, doubtful=False), Number(value=1250.5, doubtful=False))
>>> read_number("6 x 104"), read_number("1.250", comma=True)
(Number(value=60000.0, doubtful=True), Number(value=1250.0, doubtful=False))
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from controllist.patterns import pattern
from controllist.typography import flat


class Number(NamedTuple):
    """A value, and whether its exponent had to be guessed."""

    value: float
    doubtful: bool = False


_MINUS = "-−–‑⁻"
_GAP = r"[ \u00a0\u2009\u202f]"
_RAISED = r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
_SIGNED = rf"[{_MINUS}]{_GAP}?\d{{1,2}}(?!\d)"
_DIGITS = (
    rf"(?:\d{{1,3}}(?:{_GAP}\d{{3}}(?!\d))+(?:[.,]\d+)?"
    r"|\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d+)?|\d{1,3}(?:\.\d{3}(?!\d)){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+(?:[.,]\d+)?|\.\d+)"
)
# A power after a times sign: 10⁶, 10^6, 10-6, 10 6 (detached), and 106 (joined: the exponent was lost).
_TIMES = (
    rf"{_GAP}?[x×X·⋅*]{_GAP}?10(?:{_GAP}?{_RAISED}|\^{_GAP}?[{_MINUS}]?\d+|{_SIGNED}"
    rf"|{_GAP}[{_MINUS}]?\d{{1,2}}(?![\d.,]*\d)|[1-9]\d?(?!\d))"
)
_BARE = rf"10(?:{_GAP}?{_RAISED}|\^[{_MINUS}]?\d+|{_SIGNED}|{_GAP}\d{{1,2}}(?![\d.,]*\d))"
_GLUED = rf"\d+[.,]\d+?10{_RAISED}"  # the times sign was lost: 3.310⁻¹¹
_SMALL = rf"\d+(?:[.,]\d+)?[eE][{_MINUS}+]?\d{{1,3}}(?!\w)"

NUMBER = rf"(?:[±∓+]{_GAP}?|[-−–+](?=\d))?(?:{_SMALL}|{_GLUED}|{_BARE}|{_DIGITS}(?:{_TIMES})?)"
"""Pattern of a printed number, without groups."""

_PARTS = pattern(
    rf"(?P<sign>[±∓+]|[-−–])?{_GAP}?(?:"
    rf"(?P<small>{_SMALL})"
    rf"|(?P<glued>\d+[.,]\d+?)10(?P<glued_power>{_RAISED})"
    rf"|10(?P<bare>{_GAP}?{_RAISED}|\^[{_MINUS}]?\d+|{_SIGNED}|{_GAP}\d{{1,2}}(?![\d.,]*\d))"
    rf"|(?P<digits>{_DIGITS})(?P<times>{_TIMES})?)"
)
_TO_MINUS = str.maketrans(dict.fromkeys(_MINUS, "-"))


@lru_cache(maxsize=16384)
def read_number(printed: str, *, comma: bool = False) -> Number:
    """The value of a printed number; `comma` says that a lone comma is a decimal sign and a lone dot is not.

    Raises `ValueError` if `printed` is not a number of this grammar.
    """
    parts = _PARTS.fullmatch(printed)
    if not parts:
        raise ValueError(f"not a number: {printed!r}")
    sign = -1.0 if parts["sign"] in ("-", "−", "–") else 1.0
    if parts["small"]:
        mantissa, _, power = parts["small"].lower().partition("e")
        return Number(sign * _scaled(_plain(mantissa, comma, True), _integer(power)))
    if parts["glued"]:
        return Number(sign * _scaled(_plain(parts["glued"], comma, True), _integer(parts["glued_power"])), True)
    if parts["bare"]:
        power, printed_power = _integer(parts["bare"]), parts["bare"]
        guessed = printed_power[0].isspace() and printed_power.strip().isdigit() and printed_power.strip().isascii()
        # `10-5` can only be a power; `10-12` might as well be a range.
        return Number(sign * _scaled(1.0, power), guessed or (printed_power[0] in "-−–‑" and power < -10))
    if not parts["times"]:
        return Number(sign * _plain(parts["digits"], comma, False))
    after = parts["times"].partition("10")[2]
    lost = after.isascii() and after[0].isdigit()
    return Number(sign * _scaled(_plain(parts["digits"], comma, True), _integer(after)), lost)


_GAPS = pattern(_GAP)


def _plain(digits: str, comma: bool, mantissa: bool) -> float:
    """Value of digits with thousands separators and a decimal sign."""
    digits = _GAPS.sub("", digits)
    if "," in digits and "." in digits:
        thousands, decimal = (",", ".") if digits.rindex(".") > digits.rindex(",") else (".", ",")
        return float(digits.replace(thousands, "").replace(decimal, "."))
    for mark in ",.":
        if mark not in digits:
            continue
        whole, _, rest = digits.partition(mark)
        groups = mark in rest or (len(rest) == 3 and whole.strip("0") != "" and not mantissa)
        if groups and (mark in rest or comma == (mark == ".")):
            return float(digits.replace(mark, ""))
        return float(digits.replace(mark, "."))
    return float(digits)


def _integer(power: str) -> int:
    return int(re.sub(r"[\s^+]", "", flat(power).translate(_TO_MINUS)))


def _scaled(value: float, power: int) -> float:
    """`value` × 10 to the `power`, rounded as a person would write it."""
    return float(f"{value!r}e{power}") if "e" not in repr(value) else value * 10.0**power
