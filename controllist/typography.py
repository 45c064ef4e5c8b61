"""Raised and lowered characters as plain Unicode, so that `10³` survives outside its markup."""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-−–()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−–()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₍₎", "0123456789+-()n0123456789+-()")
_RAISABLE = frozenset("0123456789+-−–()n")
_LOWERABLE = frozenset("0123456789+-−–()")

SYMBOL_FONT = {
    **{0xF000 + code: chr(code) for code in range(0x20, 0x40)},  # digits and marks stand where ASCII has them
    **{
        0xF000 + code: char
        for code, char in {
            0x2D: "-",
            0x41: "A", 0x42: "B", 0x44: "Δ", 0x45: "E", 0x46: "Φ", 0x47: "Γ", 0x48: "H", 0x49: "I", 0x4B: "K",
            0x4C: "Λ", 0x4D: "M", 0x4E: "N", 0x4F: "O", 0x50: "Π", 0x51: "Θ", 0x52: "P", 0x53: "Σ", 0x54: "T",
            0x57: "Ω", 0x58: "Ξ", 0x59: "Ψ", 0x5A: "Z",
            0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ", 0x68: "η", 0x69: "ι",
            0x6A: "φ", 0x6B: "κ", 0x6C: "λ", 0x6D: "µ", 0x6E: "ν", 0x6F: "o", 0x70: "π", 0x71: "θ", 0x72: "ρ",
            0x73: "σ", 0x74: "τ", 0x75: "υ", 0x77: "ω", 0x78: "ξ", 0x79: "ψ", 0x7A: "ζ",
            0xA0: " ", 0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
            0xB4: "×", 0xB7: "-", 0xB9: "≠", 0xBB: "≈", 0xBE: "—", 0xD6: "√", 0xD7: "·",
            0xF2: "∫",
        }.items()
    },
}  # fmt: skip
"""Letters of the Symbol font, which word processors store in a private range; for `str.translate`."""


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
    if "  " not in text and text.isprintable():  # no white space but single blanks
        return text.strip()
    return " ".join(text.split())


_COMMA_FOR_MARK = re.compile(r",(?<![^\s(\[/„“\"-],)(?=[^\W\d_][^\n,‚ʻ‘’´]{0,60}[ʻ‘’´](?!\w))")
_CLOSING = ("ʻ", "‘", "’", "´")


def with_opening_marks(text: str) -> str:
    """`text` with a low quotation mark where a comma was printed for it: `,Kessel‘` is `‚Kessel‘`."""
    if text.isascii() or "," not in text or not any(mark in text for mark in _CLOSING):
        return text
    return _COMMA_FOR_MARK.sub("‚", text)


_DEGREE = re.compile(r"[⁰º˚](?:(?<=\d.)|(?<=\d\s.))\s?(?=[CF]\b)")
_RAISED_BRACKET = re.compile(r"⁽([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})⁾")
_ON_THE_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LINE_MINUS = re.compile(r"[-‐‑‒–—―−](?<=10.)(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])")


def with_raised_signs(text: str) -> str:
    """`text` with signs raised as they ought to be, where a source failed to: `20⁰C` is `20°C`, `10-⁹` is `10⁻⁹`, and
    `σ⁽²⁾` is `σ(2)`."""
    if text.isascii():
        return text
    if "⁽" in text:
        text = _RAISED_BRACKET.sub(lambda found: f"({found[1].translate(_ON_THE_LINE)})", text)
    return _LINE_MINUS.sub("⁻", _DEGREE.sub("°", text))
