"""Words printed in another way, joined or parted, raised or not, in an older spelling: the same letters and figures.

>>> same_letters("the tea pot of 5 m 2", "the teapot of 5 m²"), same_letters("5 mW", "5 MW"), same_letters("1 2", "12")
(True, False, False)
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from controllist.changes.language.text.meaning import IDLE
from controllist.changes.language.text.synonyms import SPELLINGS
from controllist.patterns import pattern

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁻⁺₋₊−–‐‑ΑΒΕΖΗΙΚΜΝΟΡΤΥΧμ", "01234567890123456789-+-+----ABEZHIKMNOPTYXµ")
"""Raised and lowered figures, dashes, and Greek letters that look like Latin ones."""
_POWER = pattern(r"(?<=\d)(?=[⁻⁺₋₊]?[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉])")
"""Between a figure and its power: "10⁹" is not "109"."""
_MARK = pattern(r"(?<!\u0308)[\u0300-\u0307\u0309-\u036f]")
_LABEL = pattern(r"(?<![^\s(:;])(?:[a-z]|\d{1,2})[.)]\s+(?=\S)|(?<=[;:] )-\s")
_SIGN = pattern(r"(?<![^\s(\[,;:=<>≤≥±×~])-\s?(?=\d)|(?<=10)-\s?(?=\d)")
_KEPT = pattern(r"(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+)|(?P<sign>[<>≤≥=±%+×*/√~])")
_DECIMAL = pattern(r",(?=(?:\d{1,2}|\d{4,})$)")
_SUBSTANCE = pattern(
    r"yl|eth|amin|azo|azid|phos|nitr|chlor|fluor|brom|iod|sul[fp]|thi|prop|cycl|oxi|oxy|hydr|carb|aza|kalin|ikr"
)
_IN_WORDS = (("sulph", "sulf"), ("haem", "hem"), ("fluoro", "fluor"), ("chloro", "chlor"), *SPELLINGS)


_MARKS_AND_LABELS = 12
"""Characters that marks and the label of a line may take up."""


def same_letters(one: str, other: str) -> bool:
    """Whether two stretches of text have the same letters, figures and signs, whatever blanks and marks part them."""
    if max(len(one), len(other)) > 2 * min(len(one), len(other)) + _MARKS_AND_LABELS:
        return False
    first, second = _letters(one, idle=True), _letters(other, idle=True)
    if not first or not second:
        return False
    return first == second or (_letters(one, idle=False) == _letters(other, idle=False) != ())


@lru_cache(maxsize=4096)
def _letters(text: str, *, idle: bool) -> tuple[str, ...]:
    """The letters of a text joined, parted only by its figures and signs; articles left out unless `idle`."""
    if text.isascii() and (said := text.lower().split()) and all(map(str.isalpha, said)):
        joined = "".join(said if idle else [word for word in said if word not in IDLE])
        return (_spelled(joined),) if joined else ()
    plain = text if text.isascii() else _with_plain_letters(text)
    if "." in plain or ")" in plain or "-" in plain:
        plain = _SIGN.sub("~", _LABEL.sub("", plain))
    parts: list[str] = []
    was_number = False
    for match in _KEPT.finditer(plain):
        words = match["word"]
        if words is None:
            parts.append(_DECIMAL.sub(".", match.group()) if match["number"] else match.group())
            was_number = match["number"] is not None
            continue
        if words.lower() not in IDLE or idle:
            # the first letter behind a figure may be a unit's prefix, whose case tells mega from milli
            word = (words[0] if was_number and len(words) < 5 else words[0].lower()) + words[1:].lower()
            if parts and parts[-1][-1:].isalpha():
                parts[-1] += word
            else:
                parts.append(word)
            was_number = False
    return tuple(_spelled(part) for part in parts)


def _with_plain_letters(text: str) -> str:
    """A text without raised figures and the marks upon letters, but for the two points."""
    flat = _POWER.sub(" ", text).translate(_RAISED)
    return unicodedata.normalize("NFC", _MARK.sub("", unicodedata.normalize("NFD", flat)))


def _spelled(letters: str) -> str:
    if len(letters) < 4 or not letters.isalpha():
        return letters
    for older, newer in _IN_WORDS:
        letters = letters.replace(older, newer)
    return letters.replace("k", "c") if _SUBSTANCE.search(letters) else letters
