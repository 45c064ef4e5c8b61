"""Raised and lowered characters as plain Unicode, so that `10³` survives outside its markup."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−–()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−–()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₍₎", "0123456789+-()n0123456789+-()")
_RAISABLE = frozenset("0123456789+-−–()n")
_LOWERABLE = frozenset("0123456789+-−–()")


def raised(text: str) -> str:
    """`text` as superscript: `raised("-6")` is `⁻⁶`; what Unicode cannot raise stays as it is."""
    core = text.strip()
    return text.replace(core, core.translate(_RAISED)) if core and _RAISABLE.issuperset(core) else text


def lowered(text: str) -> str:
    """`text` as subscript: `lowered("2")` is `₂`; what Unicode cannot lower stays as it is."""
    core = text.strip()
    return text.replace(core, core.translate(_LOWERED)) if core and _LOWERABLE.issuperset(core) else text


def flat(text: str) -> str:
    """`text` with raised and lowered characters brought back to the line."""
    return text.translate(_PLAIN)


def folded(text: str) -> str:
    """`text` with every run of white space (no-break and thin spaces included) as one blank, ends trimmed."""
    return " ".join(text.split())
