"""Thresholds as a reader likes to see them: `clock frequency > 40 MHz`, the figure set in bold."""

from __future__ import annotations

from html import escape

from controllist.history.records import ThresholdFact

_OPS = {">": "&gt;", ">=": "≥", "<": "&lt;", "<=": "≤", "=": "="}
_THIN = "\u202f"
_NO_BREAK = "\xa0"
_MOST_PLAIN = 1e7
_LEAST_PLAIN = 1e-3
_FEW_DIGITS = 4


def threshold_html(fact: ThresholdFact) -> str:
    """One threshold as HTML."""
    if isinstance(fact.value, tuple):
        stated = f"{number_html(fact.value[0])} to {number_html(fact.value[1])}"
    else:
        stated = f"{_OPS.get(fact.op, escape(fact.op))}{_NO_BREAK}{number_html(fact.value)}"
    unit = f"{_NO_BREAK}{escape(fact.unit)}" if fact.unit else ""
    doubt = " <em>(exponent lost in the source)</em>" if fact.doubtful else ""
    return f"{escape(fact.parameter)} <b>{stated}{unit}</b>{doubt}".lstrip()


def number_html(value: float) -> str:
    """A number: thousands apart, very large and very small ones as a power of ten.

    >>> number_html(13150.0), number_html(0.25), number_html(1e13)
    ('13\\u202f150', '0.25', '10<sup>13</sup>')
    """
    size = abs(value)
    digits, _, power = f"{value:.11e}".partition("e")
    digits = digits.rstrip("0").rstrip(".")
    long = len(digits.strip("-").replace(".", "")) > _FEW_DIGITS
    if size and (size < _LEAST_PLAIN or (size >= _MOST_PLAIN and not long)):
        raised = f"10<sup>{int(power)}</sup>".replace("-", "−")
        return raised if digits == "1" else f"{digits} × {raised}".replace("-", "−").replace(" ", _NO_BREAK)
    plain = f"{value:.12g}" if size < 1e12 else f"{value:.0f}"
    whole, dot, rest = plain.partition(".")
    if len(whole.strip("-")) > _FEW_DIGITS and "e" not in plain:
        whole = f"{int(whole):,}".replace(",", _THIN)
    return (whole + dot + rest).replace("-", "−")
