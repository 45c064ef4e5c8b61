"""Text on one line with plain marks, so that places in it can be counted and words in it compared."""

from __future__ import annotations

import re
from functools import lru_cache

_MARKS = {
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‘’‚‛ʻʼ′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    "μ": "µ",
    "Ω": "Ω",
}
_MARKED = re.compile(f"[{''.join(_MARKS)}]")
_OUR = re.compile(r"(?<=\w\w)our(?=(?:s|ed|ing|less)?$)")
_METRE = re.compile(r"(?<=[a-z]{2}[tb])re(?=s?$)")
_IS = re.compile(r"(?<=[a-z]{3}[ai-oq-z])i[sz](?=(?:e|ed|er|ers|es|ing|ation|ations|able)$)|(?<=synthes)i[sz](?=e|ing)")
_YS = re.compile(r"(?<=[a-z]{2})y[sz](?=(?:e|ed|er|ers|es|ing)$)")
_DOUBLED = re.compile(r"ll(?=(?:ed|ing|er|ers)$)")
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
}  # fmt: skip


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` on one line with straight quotes and plain hyphens."""
    return " ".join(_MARKED.sub(lambda match: _MARKS[match.group()], text).replace("''", '"').split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One form for the spellings and numbers of a word: British and American, singular and plural."""
    lower = word.lower().rstrip("'")
    lower = lower.removesuffix("'s")
    if lower.startswith("programme"):
        lower = "program" + lower[9:].lstrip("m") if lower != "programmed" else lower
    for part, pattern, spelling in _SPELLINGS:
        if part in lower:
            lower = pattern.sub(spelling, lower)
    lower = lower.replace("sulph", "sulf").replace("focuss", "focus")
    lower = _WORDS.get(lower, lower)
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
