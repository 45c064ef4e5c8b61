"""Chemical names of which one takes in the other: "oxides of tin" are all its oxides, "tin dioxide" is one of them.

>>> [(wide.pattern[:0], narrow.findall("tin dioxide (SnO2) of any colour")) for wide, narrow in compounds_in(
...     "powders of oxides of tin", "powders of tin dioxide (SnO2)")]
[('', ['tin dioxide (SnO2)'])]
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_OF_METAL = pattern(
    r"\b(?P<salt>(?:ox|bor|carb|nitr|silic|fluor|chlor|sulph|sulf|hydr|alumin)ides)\s+of\s+(?P<metal>[a-z]+)\b"
    r"(?!\s*(?:,\s*[a-z]+\s*,|,?\s*(?:or|and|und|oder)\b))",
    re.IGNORECASE,
)
_SORTS = r"(?:\b(?:all|any|simple|single|complex)(?:\s+(?:or|and)\s+(?:simple|single|complex))?\s+)?"
_COUNTS = "(?:mono|di|tri|tetra|penta|hexa|dodeca)?"


def compounds_in(one: str, other: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """The wide names of compounds of a metal that stand in one of two texts alone, each with its narrower ones."""
    found: list[tuple[re.Pattern[str], re.Pattern[str]]] = []
    for text, against in ((one, other), (other, one)):
        if "ides of " not in text:
            continue
        for match in _OF_METAL.finditer(text):
            if match.group().lower() not in against.lower():
                found.append(_names(match["salt"].lower(), match["metal"].lower()))
    return found


def _names(salt: str, metal: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The wide name of the compounds, and the name of a single one, with its formula and its CAS number."""
    wide = rf"{_SORTS}\b{salt}\s+of\s+{metal}\b"
    one = rf"\b{metal}\s+{_COUNTS}{salt[:-1]}\b(?:\s*\((?!CAS)[A-Z]\w{{1,9}}\))?(?:\s*\(CAS\s[\d-]+\))?"
    return re.compile(wide, re.IGNORECASE), re.compile(one, re.IGNORECASE)
