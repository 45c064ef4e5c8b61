"""Words that add nothing to a clause: nouns behind "the following", symbols of elements, what a source printed with it.

>>> adds_nothing(" salts", "Any of <any>", ":"), adds_nothing("(W", "Lids of tungsten", ") and tin")
(True, True)
"""

from __future__ import annotations

import re

from controllist.changes.language.print.harmless import LIMITED
from controllist.changes.language.print.idle_words import says_no_more
from controllist.patterns import pattern

_FOLLOWING = pattern(r"<(?:any|list|all)>\s*$")
_NOUNS = pattern(r"\s*[\w\"'-]+(?:(?:\s+|,\s*)[\w\"'-]+){0,7}\s*", re.IGNORECASE)
_NOT_NOUNS = pattern(
    r"\b(?:of|for|to|in|by|with|not|no|which|that|than|other|except|are|is|meeting|following|designed|capable|used|using|therefor"
    r"|und|oder|sowie|nicht|mit|ausgenommen|hierfür|dafür|konstruiert\w*|geändert\w*)\b"
    r"|\b\d|^\W*\w+(?:ed|ing)\W*$",
    re.IGNORECASE,
)
_ACT = pattern(r"\W*of\s+the\s+(?:EAR|ITAR)\W*")
_SECTION = pattern(r"(?:§+\s?|\bparts?\s+|\bsection\s+)[\d.]+(?:\([a-z\d]+\))*\W*$", re.IGNORECASE)
_NEXT_ENTRY = pattern(r"[\s,\"']*[.;)][\s.;,)\"']*<refs>\s+[\"']?[A-Z]")
"""The code of an entry with the first word of its caption, behind the end of a clause."""
_CODE_ALONE = pattern(r"\s*[.;][\s.;,]*<refs>[\s;,.]*(?:or|and)?\W*", re.IGNORECASE)
_NOT_FOR = pattern(r"\W*N/A\s+for\s+[A-Z]{2}\W*")
"""A remark of the column beside an item."""
_EITHER = pattern(
    r"\W*(?:an?\s+)?(?:(?P<one>[\w-]+)\s+(?:or|and)\s+non-?(?P=one)|non-?(?P<two>[\w-]+)\s+(?:or|and)\s+(?P=two))\W*",
    re.IGNORECASE,
)
"""Both halves of all there is."""
_SYMBOL = pattern(r"\s*\(\s*(?P<symbol>[A-Z][a-z]?[₂₃₄]?)\s*\)?\s*")
ELEMENTS = {
    "tungsten": "W", "hydrogen": "H", "oxygen": "O", "nitrogen": "N", "carbon": "C", "boron": "B", "fluorine": "F",
    "phosphorus": "P", "sulphur": "S", "sulfur": "S", "potassium": "K", "vanadium": "V", "yttrium": "Y", "iodine": "I",
    "uranium": "U", "cobalt": "Co", "copper": "Cu", "nickel": "Ni", "titanium": "Ti", "tantalum": "Ta", "gallium": "Ga",
    "germanium": "Ge", "silicon": "Si", "aluminium": "Al", "aluminum": "Al", "molybdenum": "Mo", "ruthenium": "Ru",
    "tellurium": "Te", "zirconium": "Zr", "magnesium": "Mg", "indium": "In", "arsenic": "As", "antimony": "Sb",
    "lead": "Pb", "iron": "Fe", "silver": "Ag",
    "gold": "Au", "beryllium": "Be", "lithium": "Li", "bismuth": "Bi", "hafnium": "Hf",
    "niobium": "Nb", "rhenium": "Re", "chromium": "Cr", "cadmium": "Cd", "zinc": "Zn", "mercury": "Hg", "helium": "He",
}  # fmt: skip


def adds_nothing(words: str, before: str, after: str) -> bool:
    """Whether words put in between `before` and `after` say nothing that was not said."""
    if _FOLLOWING.search(before) and after.strip(" .:;")[:1] in ("", "a", "1", "-"):
        return _NOUNS.fullmatch(words) is not None and not _NOT_NOUNS.search(words) and not LIMITED.match(words)
    if not before.strip():
        return _OWN_NAME.fullmatch(words) is not None or (
            _INDEX_WORD.fullmatch(words) is not None and _SENTENCE.match(after) is not None
        )
    if _ASIDES.fullmatch(words) and re.search(r"[^\W\d_][\"']?\s*$", before) and re.match(r"\)|[\s,;.]*$|\s", after):
        return "(" in words
    if _UNIT.fullmatch(words) or _explains_term(words, before, after) or _only_cites(words, before, after):
        return True
    if words.strip() == "EU" and _MEMBER_STATE.match(after):
        return True
    if says_no_more(words, before, after):
        return True
    if _EITHER.fullmatch(words) and re.match(r"\s*[\"']?[^\W\d_]{3,}", after):
        return True
    if _ACT.fullmatch(words):
        return _SECTION.search(before + words[: len(words) - len(words.lstrip(" )"))]) is not None
    if not after.strip(" .;,)\"'") and before.strip():
        return bool(_NEXT_ENTRY.match(words) or _CODE_ALONE.fullmatch(words) or _NOT_FOR.fullmatch(words))
    return _is_symbol(words, before, after)


_MEMBER_STATE = pattern(r"\s*Member\s+States?\b")
_CITES = pattern(
    r"\s*(?:(?:which|that)\s+(?:is|are)\s+)?(?:specified|controlled|described|identified|listed|enumerated)\s*",
    re.IGNORECASE,
)
_PLACE_NEXT = pattern(
    r"\s*(?:in|by|under)\s+(?:(?:the|ECCNs?|items?|entr(?:y|ies)|paragraphs?)\s+)*<refs>", re.IGNORECASE
)
_NOT_CITED = pattern(r"\b(?:not|otherwise|elsewhere|no|only|or|and)\s*$", re.IGNORECASE)


def _only_cites(words: str, before: str, after: str) -> bool:
    """Whether words are but the verb by which a place is cited: "lids [specified] in 1A001"."""
    return (
        _CITES.fullmatch(words) is not None
        and _PLACE_NEXT.match(after) is not None
        and _NOT_CITED.search(before) is None
    )


_INDEX_WORD = pattern(r"\s*[A-Z]{3,6}\s*")
_SENTENCE = pattern(r"\s*(?:An?|The|All|Any|Each|Those|This|These)\s+\w")
"""How a sentence begins: what stands in capitals before it is an index word, printed beside it."""
_OWN_NAME = pattern(
    r"\W*(?:(?:technical|control)\s+)?notes?(?:\s\d{1,2})?\s+to\s+(?:(?:the|ECCNs?|items?|paragraphs?)\s+)*(?:<refs>|[.\da-z]{1,8}|(?:Cat|Category)\.?\s\d"
    r"(?:\s+Product\s+Group\s+[A-E])?|Cryptography\s+Note)\W*",
    re.IGNORECASE,
)
"""The name of a note, printed before its text."""
_ASIDES = pattern(
    r"\s*\(\s*(?P<short>[A-Z][A-Z\d-]{1,9}s?)\s*\)\s*\((?:e\.g\.?|such\s+as|for\s+example)[^()]*\)?\s*", re.IGNORECASE
)
"""A short form and examples, each in brackets."""
_UNIT = pattern(r"\s*\(\s*(?:parts\s+per\s+(?:million|billion)|(?:micro|milli)radians?)\s*\)?\s*", re.IGNORECASE)
_MEANT = pattern(r"\s*\((?P<words>[^\W\d_][\w\s-]{4,60})\)?\s*")
_TELLS = pattern(
    r"\b(?:not|no|except|only|other|than|with|without|having|excluding|including|and|or|of|to|by|for|at|in|if|when|see|also|un\w+)\b",
    re.IGNORECASE,
)


def _explains_term(words: str, before: str, after: str) -> bool:
    """Whether words in brackets, behind a term in marks, only say in other words what the term's definition says."""
    match = _MEANT.fullmatch(words)
    if not match or not (words.rstrip().endswith(")") or after.startswith(")")) or _TELLS.search(match["words"]):
        return False
    return re.search(r"(?:\"[^\"]{3,60}\"|'[^']{3,60}')\s*$", before) is not None


def _is_symbol(words: str, before: str, after: str) -> bool:
    """Whether words give, in brackets, the symbol of the element that is named before them."""
    match = _SYMBOL.fullmatch(words)
    name = re.search(r"([^\W\d_]+)\W*$", before[-40:]) if match else None
    if not match or not name or not (words.rstrip().endswith(")") or after.lstrip().startswith(")")):
        return False
    return ELEMENTS.get(name[1].lower()) == match["symbol"].rstrip("₂₃₄")
