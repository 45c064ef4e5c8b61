"""Text on one line with plain marks, so that places in it can be counted and words in it compared."""

from __future__ import annotations

import re
from functools import lru_cache

from controllist.patterns import pattern
from controllist.typography import folded as with_single_blanks
from controllist.typography import with_opening_marks, with_raised_signs

_MARKS = {
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‘’‚‛ʻʼ′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    "μ": "µ",
    "Ω": "Ω",
}
_MARKED = pattern(f"[{''.join(_MARKS)}]")
_CAS = pattern(
    r"C(?<!\wC)\.?\s?A\.?\s?S\b\.?(?:[\s-]{0,2}(?:Reg(?:istry)?\.?\s)?(?:No|Nr)\b\.?)?"
    r"(?=[\s#:]+\d{2,7}\b|\d{2,7}-\d\d-\d)"
)
"""What announces a number of the Chemical Abstracts Service."""
_LINE = r"(?=[A-Z][a-z]|(?:[a-z]\.)?(?:\d{1,2}\.[a-z]?\.?){1,4}\s)"
_GLUED = pattern(rf"and(?<![\w-]and){_LINE}"), pattern(rf"or(?<![\w-]or){_LINE}")
"""A conjunction printed together with the line that it leads to."""
_PREFIXES = "micro|sub|multi|anti|semi|ultra|inter|counter|photo|electro|hydro|thermo|aero|infra|super"
"""What begins a word, with or without a hyphen."""
_BEHIND_PREFIX = "|".join(rf"(?<=(?<![\w-]){prefix}-)" for prefix in _PREFIXES.split("|"))
_PREFIX_HYPHEN = pattern(rf"-(?=[a-z]{{3}})(?:{_BEHIND_PREFIX})", re.IGNORECASE)
_TIMES = pattern(r" x (?<=[\w)²³'] x )(?=[\w('])"), pattern(r"x (?<=\dx )(?=[('])")
"""The letter that stands for the sign: sought by its own letters, and then by what stands before it."""
_OUR = pattern(r"(?<=\w\w)our(?=(?:s|ed|ing|less)?$)")
_METRE = pattern(r"(?<=[a-z]{2}[tb])re(?=s?$)")
_IS = pattern(r"(?<=[a-z]{3})i[sz](?=(?:e|ed|er|ers|es|ing|ation|ations|able)$)|(?<=synthes)i[sz](?=e|ing)")
_YS = pattern(r"(?<=[a-z]{2})y[sz](?=(?:e|ed|er|ers|es|ing)$)")
_DOUBLED = pattern(r"ll(?=(?:ed|ing|er|ers)$)")
_SPELLINGS = (
    ("re", _METRE, "er"), ("our", _OUR, "or"), ("is", _IS, "iz"), ("ys", _YS, "yz"), ("ll", _DOUBLED, "l"),
)  # fmt: skip
"""What a word must hold, the pattern of the spelling, and the spelling that stands for both."""
_WORDS = {
    "aluminium": "aluminum", "caesium": "cesium", "grey": "gray", "antennae": "antenna", "formulae": "formula",
    "gases": "gas", "axes": "axis", "data": "data", "radii": "radius", "maxima": "maximum", "minima": "minimum",
    "useable": "usable", "thru": "through", "licence": "license", "tonne": "ton", "analogue": "analog",
    "catalogue": "catalog", "artefact": "artifact", "cheque": "check", "plough": "plow", "draught": "draft",
    "mould": "mold", "moulds": "mold", "moulding": "molding", "vapour": "vapor", "behaviour": "behavior",
    "aerofoil": "airfoil", "aeroplane": "airplane", "therefore": "therefor", "dependant": "dependent",
    "lambda": "λ",
}  # fmt: skip


_INSIDE = (
    ("sulph", "sulf"), ("focuss", "focus"), ("haem", "hem"), ("fuze", "fuse"), ("fuzing", "fusing"),
    ("suppresser", "suppressor"), ("microprogramme", "microprogram"),
)  # fmt: skip
"""Spellings that differ inside a word."""
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
"""Figures that a source prints lowered, or not: `H₂` and `H2` are one."""
_MANOEUVRE = pattern(r"^man(?:oe|e)uv(?:er|re|r(?=i|a|ed))")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` on one line with straight quotes and plain hyphens."""
    folded = with_raised_signs(with_opening_marks(text))
    if not folded.isascii() or "`" in folded:
        folded = _MARKED.sub(lambda match: _MARKS[match.group()], folded)
    folded = folded.replace("''", '"')
    if " x " in folded or "x (" in folded or "x '" in folded:
        folded = _TIMES[1].sub(" × ", _TIMES[0].sub(" × ", folded))
    if "CAS" in folded or "C." in folded:
        folded = _CAS.sub("CAS ", folded)
    if "d. h." in folded or "z. B." in folded:
        folded = folded.replace("d. h.", "d.h.").replace("z. B.", "z.B.")
    if "-" in folded:
        folded = _PREFIX_HYPHEN.sub("", folded)
    for glued in _GLUED:
        if glued.search(folded):
            folded = glued.sub(r"\g<0> ", folded)
    return with_single_blanks(folded)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One form for the spellings and numbers of a word: British and American, singular and plural."""
    lower = word.lower().rstrip("'")
    lower = lower.removesuffix("'s")
    lower = lower if lower.isascii() else lower.translate(_LOWERED)
    if lower.startswith("programme"):
        lower = "program" + lower[9:].lstrip("m") if lower != "programmed" else lower
    for part, spelled, spelling in _SPELLINGS:
        if part in lower:
            lower = spelled.sub(spelling, lower)
    for older, newer in _INSIDE:
        if older in lower:
            lower = lower.replace(older, newer)
    if "uv" in lower and lower.startswith("man"):
        lower = _MANOEUVRE.sub("maneuver", lower)
    lower = _WORDS.get(lower, lower)
    if lower == "dies":
        return lower  # tools that press; the singular is an article in German
    if lower.endswith(("ical", "ional")) and len(lower) > 6:
        return lower[:-2]
    if len(lower) > 4 and lower.endswith("ies"):
        return lower[:-3] + "y"
    if len(lower) > 4 and lower.endswith(("sses", "ches", "shes", "xes")):
        return lower[:-2]
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        singular = lower[:-1]
        return _WORDS.get(singular, singular)
    return lower


_WORD = pattern(r"\w+")


@lru_cache(maxsize=16384)
def term_key(term: str) -> str:
    """One form for a term however it is spelled and marked, singular or plural."""
    return " ".join(map(stem, words_of(term)))


def words_of(term: str) -> list[str]:
    """The words of a term as they are printed."""
    return _WORD.findall(term)


def initial_of(term: str) -> str:
    """The same letter for all terms of one key: most others are left aside by it before their keys are made."""
    first = term.lstrip("\"'")[:1]
    first = first if first.isascii() and first.isalnum() else term_key(term)[:1]
    return first.lower().replace("λ", "l")  # no other spelling changes the first letter


@lru_cache(maxsize=4096)
def label_keys(label: str) -> frozenset[str]:
    """The terms that a definition's label names: the whole, and what stands in brackets or behind an "or"."""
    return frozenset(term_key(part) for part in label_parts(label)) - {""}


def label_parts(label: str) -> tuple[str, ...]:
    """A definition's label, and what stands in it in brackets or behind an "or"."""
    return (label, *_PARTED.split(label)) if "(" in label or "or" in label else (label,)


_PARTED = pattern(r"[()]|\bor\b")


_CITED = r"(?:[A-ZÄÖÜ]{2,5}|(?:Cat|Kat)\.?|\d{4}|\d{1,2}|\d[A-EYZ]\d{3,4}(?:\.?[a-z]\d{0,2})?)(?:\s?[a-z])?"
_INDEX = pattern(rf"((?:\([^()]*\)\s*)*?)\({_CITED}(?:[\s,;]+{_CITED})*\)\s*")


_INDEX_BEFORE = pattern(r"\A(?:(?:GTN|NTN|GSN|GISN|ML\d{0,2})[\s,;&]+)+(?=[A-Z][a-z\s])")
_INDEX_BEHIND = pattern(
    r"(?<=[.)\"])\s+(?:(?:Cat\.?|ML|GTN|GSN)\s?\d{0,2}[a-z]?(?:\s?(?:,|&|and)\s?(?:(?:Cat\.?|ML|GTN|GSN)\s?)?\d{0,2})*[\s,;]*)+$"
)
_NEXT_DEFINITION = pattern(
    rf"(?<=[.)])\s+\"[^\"]{{3,60}}\"(?:\s[a-z]+)?\s\({_CITED}(?:[\s,;]+{_CITED})*\)[,\s-]+(?:means?|is|are|refers?|defines?|see|as\s+applied)\b.*$",
    re.DOTALL,
)
"""Another definition, with its own index, that a source prints on behind one."""


def without_index(text: str) -> str:
    """A definition without what only lists where it is used, before or behind it, and without the next definition.

    >>> without_index("(ABC 0012 3D004) (kettle): a vessel"), without_index("(see 3D004): a vessel")
    ('(kettle): a vessel', '(see 3D004): a vessel')
    >>> without_index("A vessel. Cat 3 & 4"), without_index('A vessel. "Lid" (3 5) means a cover.')
    ('A vessel.', 'A vessel.')
    """
    if found := _INDEX.match(text):
        text = found[1] + text[found.end() :]
    elif text[:2].isupper():
        text = _INDEX_BEFORE.sub("", text, count=1)
    if '"' in text:
        text = _NEXT_DEFINITION.sub("", text)
    return _INDEX_BEHIND.sub("", text) if "Cat" in text or "ML" in text or "GTN" in text else text
