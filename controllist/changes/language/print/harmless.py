"""Words that change nothing, or can only go one way: articles, abbreviations, examples, asides, pointers.

>>> explains("blue", "Kettles (e.g., red, ", ")"), at_most("associated")
(True, 'less')
"""

from __future__ import annotations

import re
from typing import Literal

from controllist.patterns import pattern

LIMITED = pattern(
    r"^[\s,(]*(?:(?:and|but|which|that|is|are|also|und(?=\s+mit\b))\s+)*"
    r"(?:having|with|possessing|specially|specifically|expressly|designed|modified|capable|rated|operating|consisting|containing"
    r"|incorporating|employing|using|used|intended|configured|optimi[sz]ed|made|usable|suitable|provided|when|where|whose|meeting"
    r"|equipped|fitted|providing|performing|offering|oriented|programmed|anywhere|ha(?:s|ve)(?!\s+(?:been|no|not|the\s+same)\b)"
    r"|the\s+\w+\s+of\s+which|exceeding|limited|specified|controlled\s+by|described\s+in|produced|manufactured|exhibiting|producing|for\s+use|for\s+the|for"
    r"|issued\s+by|at|in|within|by\s+means|based\s+on|according\s+to|but|designated|classified"
    r"|besonders|konstruiert|entwickelt|ausgelegt|geeignet|bestimmt|hergestellt|geändert|bestehend|mit|wenn|sofern|falls|für"
    r"|zum|zur|bei|gemäß|soweit\s+(?!nicht))\b",
    re.IGNORECASE,
)
_IDLE = pattern(
    r"(?:any|one)\s+of(?:\s+the)?|(?:of|in|on|at|as|to|by|for|with|von|in|auf|für|mit)?(?:\s*\b(?:the|a|an|any|der|die|das))?",
    re.IGNORECASE,
)
"""Words that join others and say nothing by themselves."""
_LIGHT = pattern(
    r"(?:according|accordance|to\s+(?:its|their)|its|their|soweit|ECCNs?|this\s+(?:ECCN|entry|item)|(?:sub-?)?items?|(?:sub-?)?paragraphs?|Nummern?|Unternummern?|-?Nr|cas|compounds?|said)",
    re.IGNORECASE,
)
_OPENS_LIGHTLY = pattern(
    r"(?:using|employing|having|with|capable\s+of\s+(?:providing|producing|having|achieving))", re.IGNORECASE
)
"""Words at the head of a line that only lead to what it asks for."""
_PLACES = pattern(
    r"(?:in|for(?:\s+the\s+purposes?\s+of)?|im\s+sinne\s+(?:von|der)|in\s+bezug\s+auf)\s+[^<>,;]{0,30}<refs>\W*",
    re.IGNORECASE,
)
"""Words at the head of a note that say for which item it speaks: it stands there anyway."""
_POINTS = pattern(
    r"(?:(?:for|zu|zur)\s[^.;]{1,90},?\s)?(?:see\b|siehe\b)|(?:some|certain)\s+of\s+these\s+items\s+are\s+(?:controlled|subject)"
    r"|nota\s+bene\b|n\.?b\.?[\s:]",
    re.IGNORECASE,
)
_TAKES_OUT = pattern(
    r"(?:\d{1,2}\.\s+)?(?:it|they|this\s+\w+|these\s+\w+|(?:items?\s+)?<refs>\.?|diese\w?\s+\w+|(?:unter)?nummern?\s+<refs>)\s+"
    r"(?:(?:do|does)\s+not\s+(?:apply|control|include|restrict)|(?:is|are)\s+not\s+controlled|erfass(?:t|en)\s+(?:nicht|kein)"
    r"|gilt\s+nicht|gelten\s+nicht)\b",
    re.IGNORECASE,
)
_BUT = pattern(r"\b(?:unless|however|except|only|jedoch|es\s+sei\s+denn|ausgenommen)\b", re.IGNORECASE)
_REGARDLESS = pattern(
    r"\b(?:regardless|irrespective|independent(?:ly)?)\s+of\b[^;:.]*$|\b(?:unabhängig\s+von|ungeachtet)\b[^;:.]*$",
    re.IGNORECASE,
)
_PARTS_OF_REGARDLESS = ("regardless", "irrespective", "independent", "unabhängig", "ungeachtet")
_CALLED = pattern(
    r"^\s*\((?:also|formerly|commonly|previously|auch|früher)\s+(?:called|known|referred|named|bekannt|genannt|bezeichnet)[^()]*$"
    r"|^\s*\((?:see|siehe)\b[^()]*$",
    re.IGNORECASE,
)
_ARE_NEXT = pattern(r"\s*(?:which|that)\s+(?:is|are|meet)\s+<(?:any|all)>", re.IGNORECASE)
_IN_PARTICULAR = pattern(
    r"\s*,\s*(?:in\s+particular|particularly|notably|for\s+instance|inter\s+alia|insbesondere|namentlich)\b(?:(?!\bonly\b)[^;:.])*$",
    re.IGNORECASE,
)
_AND_ALONE = pattern(r"and|but|und|et", re.IGNORECASE)
PARTICIPLE = pattern(r"^[\s,]*\w{3,}(?:ing|ed)\b")
HEAD_ENDS = pattern(
    r"[,;:(]|\b(?:of|for|with|having|specially|designed|capable|which|that|in|by|to|at|exceeding|specified|consisting"
    r"|whose|where|providing|performing|producing|generating|exhibiting|containing|incorporating|comprising|possessing"
    r"|using|utili[sz]ing|employing|meeting|operating|between|from|on"
    r"|mit|ohne|aus|für|von|zum|zur|enthaltend|besonders)\b(?!-)",
    re.I,
)
_EXAMPLE = pattern(
    r"\((?:e\.?g\.?|i\.?e\.?|such\s+as|for\s+example|see|z\.?\s?B\.?|d\.?\s?h\.?)[^()]*$|\bsuch\s+as\s[^;:]*$|(?<!\()\be\.g\.,?\s[^;:]*$",
    re.I,
)
_ABBREVIATION = pattern(
    r"^\s*\(?\s*\"?'?[A-Z][A-Za-z0-9./-]{0,8}[A-Z0-9]s?'?\"?\s*$|^\s*\((?:CAS|see\b|e\.g\.|i\.e\.)[^()]*$"
)
LISTS = pattern(r"<(?:list|any|all)>|:")


_PREPOSITION = pattern(r"(?:for|of|in|to|at|from|on|für|von|zu|bei|auf)", re.IGNORECASE)
"""What alone, between words that stay, only joins them."""
_OF_ANNEX = pattern(
    r"(?:des\s+Anhangs|der\s+Anlage|of\s+Annex)\s+[IVX]+(?:\s+(?:der|zur|of|to)\s+(?:Verordnung|Regulation)"
    r"\s+\(E[UG]\)\s+(?:(?:Nr|No)\.?\s+)?\d+/\d+)?(?:\s+in\s+der\s+jeweils\s+(?:geltenden|gültigen)\s+Fassung)?",
    re.IGNORECASE,
)
"""Behind a code: the act in which it stands."""


_OR_NOT = pattern(r"(?:an?\s+)?(?P<one>[a-z]{3,})\s+or\s+non-?(?P=one)", re.IGNORECASE)
"""Whatever it is, it is one or the other."""


def says_nothing(bare: str, before: str, after: str) -> bool:
    """Whether words without their marks add nothing: articles, light verbs, a word said twice, a joining "and"."""
    if " or non" in bare and _OR_NOT.fullmatch(bare):
        return True
    if not bare or _IDLE.fullmatch(bare) or _LIGHT.fullmatch(bare) or _PREPOSITION.fullmatch(bare):
        return True
    if before.rstrip(" .").endswith(">") and _OF_ANNEX.fullmatch(bare):
        return True
    if (_OPENS_LIGHTLY.fullmatch(bare) or _PLACES.fullmatch(bare)) and not before.strip(" ,;"):
        return True
    if " " not in bare and _ends_in(before, bare):
        return True
    if not _AND_ALONE.fullmatch(bare):
        return False
    return bool(
        not HEAD_ENDS.search(before.replace(",", " "))
        or LISTS.match(after.strip())
        or LIMITED.match(after)
        or PARTICIPLE.match(after)
        or _ARE_NEXT.match(after)
    )


def _ends_in(text: str, word: str) -> bool:
    """Whether a word is the last one of a text, whatever marks follow it."""
    if word.lower() not in text.lower():
        return False
    return re.search(rf"\b{re.escape(word)}\W*$", text, re.IGNORECASE) is not None


_VAGUE = pattern(
    r"\W*(?:the\s+)?(?:associated|related|respective|corresponding|relevant|appropriate|zugehörige[rsnm]?)\W*$", re.I
)
_MADE = pattern(r"\W*(?:designed|modified|rated)\W*$", re.IGNORECASE)
_ABLE = pattern(r"\W*(?:capable\s+of|able\s+to)\W*$", re.IGNORECASE)
"""What is able to do something need not do it."""
_AT_MOST_MORE = pattern(
    r"[\s,()]*(?:(?:wholly|fully|completely|entirely|directly)\s+or\s+(?:in\s+part|partly|partially|indirectly)\s*$"
    r"|(?:including|einschließlich|any\s+\w+$)\b[^;:.<>]*|(?:of\s+which|von\s+denen)\s+(?:at\s+least|mindestens)\s+\w+\s*)$",
    re.IGNORECASE,
)
"""Of several things at least so many: without these words all of them must."""


def at_most(words: str) -> Literal["more", "less", ""]:
    """The only thing that words can do where they are put in: name more, or fewer; empty where that is not certain."""
    if _VAGUE.match(words) or _MADE.match(words):
        return "less"
    return "more" if _AT_MOST_MORE.match(words) or _ABLE.match(words) else ""


_SHORT_FORM = pattern(r"[\s\"']*\(\s*[\"']?([A-Z][A-Za-z0-9]{0,6}[A-Z0-9])s?[\"']?\s*\)")


def spells_out(bare: str, after: str) -> bool:
    """Whether words give in full what stands behind them in brackets for short."""
    short = _SHORT_FORM.match(after)
    if not short:
        return False
    bare = re.sub(r"^(?:(?:having|with|an?|the)\s)+", "", bare.lstrip("), (;-"), flags=re.IGNORECASE).lstrip("'\"")
    if re.search(r"[<>;:()\d]", bare) or short[1][0] != bare[:1].upper():
        return False
    letters = iter(bare.upper())
    return all(letter in letters for letter in short[1].upper()) and len(bare.split()) <= len(short[1]) + 4


_SMALL = frozenset(("of", "the", "for", "and", "to", "in"))


def names_short_form(label: str, text: str) -> bool:
    """Whether a text is the name whose first letters make the label, and nothing more.

    >>> names_short_form("TKS", "Tea-Kettle Society"), names_short_form("TKS", "A society for kettles")
    (True, False)
    """
    short = label.strip()
    if len(short) < 2 or not (short.isascii() and short.isalpha() and short.isupper()):
        return False  # most labels are words
    words = [word for word in _LETTERS.findall(text) if word.lower() not in _SMALL]
    return "".join(word[0] for word in words).upper() == short


_LETTERS = pattern(r"[^\W\d_]+")
_AFTER_STOP = pattern(r"[\s\"')]*[.;]\s")


def sentence_role(words: str, before: str, after: str) -> Literal["exclusion", "example"] | None:
    """A whole sentence: one that takes goods out of control, or that only points elsewhere."""
    starts = not before.strip() or before.rstrip()[-1] in ".:;)" or _AFTER_STOP.match(words)
    if not starts:
        return None
    if after.strip(" ).;,") and not words.rstrip().endswith((".", ";", ")")) and after.lstrip()[:1] not in ".;":
        return None
    text = words.strip(" .;,()\"'")
    if _POINTS.match(text):
        return "example"
    if _TAKES_OUT.match(text) and not _BUT.search(text):
        return "exclusion"
    return None


def explains(words: str, before: str, after: str) -> bool:
    """Whether the words stand in an example, or give an abbreviation or a number of what stands before."""
    if in_example(before) and ")" not in words.rstrip(" )"):
        return True
    if _makes_no_difference(before) or (
        _CALLED.match(words.rstrip(" )")) and re.match(r".?\s*\)|.*\)\s*$", words[-1:] + after)
    ):
        return True
    if _IN_PARTICULAR.match(words) and after.lstrip()[:1] in ("", ",", ";", "."):
        return True
    inside = (before.rstrip().endswith("(") or words.lstrip().startswith("(")) and after.lstrip().startswith(")")
    return inside and _ABBREVIATION.match(words) is not None


def is_aside(before: str) -> bool:
    """Whether what follows `before` stands in an example, or among what makes no difference."""
    return in_example(before) or _makes_no_difference(before)


def in_example(before: str) -> bool:
    """Whether what follows `before` stands in an example: in a bracket that is open, or in the clause that is."""
    start = _last_of(";:", before) + 1
    bracket = before.rfind("(")
    if bracket > before.rfind(")"):
        start = min(start, bracket)
    elif not any(map(before[start:].lower().__contains__, ("such", "e.g."))):
        return False
    else:
        before, start = _SHUT_BRACKET.sub("", before[start:]), 0
    return _EXAMPLE.search(before, start) is not None


def may_leave_aside(words: str, before: str) -> bool:
    """Whether words behind an example, or behind what makes no difference, may be said of more than of that.

    What stands in brackets stays there.
    """
    if before.rfind("(") > before.rfind(")") or words.lstrip().startswith("("):
        return False
    if _makes_no_difference(before):
        return any(one.match(words) for one in (LIMITED, _EXCEPTS)) or _GOODS_AGAIN.search(before) is not None
    return in_example(before) and (_ASKED_BEHIND.match(words) is not None or _ASKED_BEFORE.search(before) is not None)


_EXCEPTS = pattern(
    r"[\s,]*(?:and\s+|but\s+)?(?:other\s+than|except|excluding|unless|not|ausgenommen|außer|mit\s+Ausnahme|sofern|soweit|die)\b",
    re.IGNORECASE,
)
_GOODS_AGAIN = pattern(
    r"\b(?:regardless|irrespective|independent(?:ly)?|unabhängig|ungeachtet)\b[^;:.]*,\s+(?:and|as\s+well\s+as|und|sowie)\s+"
    r"(?!whether\b|ob\b|of\b|regardless\b|irrespective\b)[^;:.]*$",
    re.IGNORECASE,
)
"""What makes no difference to the goods before it, and further goods behind that."""
_SHUT_BRACKET = pattern(r"\([^()]*\)")
_OR_EXCEPTED = r"other\s+than|except"
ASKED_BEHIND_COMMA = (
    r"\s*,\s*(?:and\s+)?(?:(?:specially|specifically)\s+)?(?:designed|modified|having|with|capable|rated|{more})\b"
)
"""How a demand begins that a comma parts from the goods before it; `more` are further words that may lead it."""
_ASKED_BEHIND = pattern(ASKED_BEHIND_COMMA.format(more=_OR_EXCEPTED), re.IGNORECASE)
_ASKED_BEFORE = pattern(
    r"\bsuch\s+as\b[^;:]*" + ASKED_BEHIND_COMMA.format(more=f"{_OR_EXCEPTED}|using|employing|utili[sz]ing"),
    re.IGNORECASE,
)


def _makes_no_difference(before: str) -> bool:
    start = _last_of(";:.", before) + 1
    clause = before[start:].lower()
    return any(map(clause.__contains__, _PARTS_OF_REGARDLESS)) and _REGARDLESS.search(before, start) is not None


def _last_of(marks: str, text: str) -> int:
    """Where the last of some marks stands in a text, -1 if none does."""
    return max(map(text.rfind, marks))
