"""Words that name one more of several goods or ways, of which each is enough.

>>> names_alternative("or pans", "Kettles", " of copper"), names_alternative("having a lid", "Kettles", "")
('alternative', None)
"""

from __future__ import annotations

import re
from typing import Literal

from controllist.changes.language.phrases.choices import is_no_choice
from controllist.changes.language.phrases.list_elements import is_list_element, is_list_of_goods, is_phrase
from controllist.changes.language.phrases.members import is_member
from controllist.changes.language.phrases.modifiers import shares_object
from controllist.changes.language.phrases.narrowing import parts_kinds
from controllist.changes.language.print.harmless import ASKED_BEHIND_COMMA, HEAD_ENDS, LIMITED
from controllist.patterns import pattern

_SLASH = pattern(r"^\s*/\s*[A-Za-z][\w-]{2,}\s*$")
_PLURAL = pattern(r"^[\s,]*and\s+(?:[\w'\"-]+\s+){0,3}?[\w'\"-]*[^s\W]s\b", re.IGNORECASE)
_IN_EXCEPTION = pattern(
    r"\((?:except|other\s+than|excluding|ausgenommen|außer)\b[^()]*(?:\([^()]*\)[^()]*)*$", re.IGNORECASE
)
_VERB = pattern(
    r"^[\s,]*\w{3,}(?:ing\b|ed\b(?:\s+(?:by|to|for|in|with|at|of|from|on|as|the|an?)\b|\W*$))", re.IGNORECASE
)
"""A participle that leads a phrase: one in "-ed" before a noun merely says more of it."""
_OR = pattern(
    r"^[\s,;(]*(?:and/or|or|oder|ou)\b\s*(?!(?:equal|more|less|greater|better|lower|higher)\b)(?P<rest>.*)$",
    re.I | re.S,
)
_ENDS_OR = pattern(r"^(?P<rest>.*\S)\s*,?\s*\b(?:or|oder|ou)\s*$", re.IGNORECASE | re.DOTALL)
_COMMA = pattern(r"^\s*,\s*(?P<rest>[^;:]*\S)\s*,?\s*$", re.DOTALL)
_ENDS_COMMA = pattern(r"^\s*(?P<rest>[^;:]*[^\s,])\s*,\s*$", re.DOTALL)
_AND = pattern(r"^[\s,]*(?:and|und|sowie|et)\b\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_THEREFOR = pattern(r"\b(?:therefor|thereof|dafür|hierfür|for\s+them|for\s+(?:their|its)\s+\w+ing)\b")
_NEXT_THEREFOR = pattern(r"\s*(?:specially\s+designed\s+)?(?:therefor|dafür|hierfür)\b", re.IGNORECASE)
_GOODS = pattern(
    r"\b(?:components?|accessor(?:y|ies)|parts|equipment|assemblies|software|tape|recorders?|arrays|devices)\b", re.I
)
_CLAUSE_END = pattern(
    r"[;:.]\s|[;:]|\b(?:having|with|designed|capable|for|which|that|specified|when|where|exceeding)\b", re.IGNORECASE
)
_CONJUNCTION = pattern(r"\b(and/or|and|or|nor|und|oder|et|ou)\b", re.IGNORECASE)
_JOINED = pattern(r"[\s,]*(?:and|or|und|oder)\b")
_DEMANDS = pattern(r"<limit\w*>|\b(?:having|with|containing|which|that|capable|rated|mit)\b", re.IGNORECASE)
"""What is asked of goods: an "and" behind it asks for more."""


def names_alternative(words: str, before: str, after: str) -> Literal["alternative", "condition"] | None:
    """Whether words put in between `before` and `after` name one more alternative, or what is asked of those that an
    exception names; None where that is not certain."""
    if _SLASH.match(words) and before[-1:].isalpha():
        return "alternative"
    if after.lstrip()[:1] == ")" and _JOINED.match(words) and (left_out := _IN_EXCEPTION.search(before)):
        return "condition" if _AND.match(words) and _DEMANDS.search(left_out.group()) else "alternative"
    if match := _OR.match(words):
        if is_no_choice(match["rest"], words, before, after) or _ASKED_OF_BOTH.search(match["rest"]):
            return None
        shared = is_phrase(match["rest"]) or shares_object(match["rest"], before)
        return "alternative" if shared else None
    if (match := _ended_by_or(words)) and not before.rstrip().endswith(("either", "whether")):
        parallel = not LIMITED.match(words) or _starts_alike(words, after)
        return "alternative" if is_phrase(match["rest"]) and parallel else None
    if (match := _AND.match(words)) and (
        _THEREFOR.search(words) or (_NEXT_THEREFOR.match(after) and _GOODS.search(words))
    ):
        return "alternative"
    if _among_goods(words, before, after) or is_member(words, before, after):
        return "alternative"
    ends = words.rstrip().endswith(",") and not words.lstrip().startswith("(")
    match = _COMMA.match(words) or (_ENDS_COMMA.match(words) if ends else None)
    if match and not LIMITED.match(words) and not _AND.match(words):
        return _listed(match["rest"], before, after)
    if (match := _AND.match(words)) and not LIMITED.match(words) and re.match(r"[\s,]*<(?:list|any|all)>", after):
        return "alternative" if not HEAD_ENDS.search(before) and is_phrase(match["rest"]) else None
    if _PLURAL.match(words) and not HEAD_ENDS.search(re.sub(r"\([^()]*\)|,", " ", before)) and not after.strip(" .;,"):
        return "alternative"
    return None


_ASKED_OF_BOTH = pattern(ASKED_BEHIND_COMMA.format(more="that|which|intended"), re.IGNORECASE)
"""What stands behind a comma may be asked of what was named before, too: "urns [or pots, designed for inns and]"."""


def _ended_by_or(words: str) -> re.Match[str] | None:
    """Words that end in an "or"; their last letters are looked at first, as the pattern tries every blank."""
    return _ENDS_OR.match(words) if words.rstrip()[-4:].lower().endswith(("or", "oder", "ou")) else None


_GOODS_BETWEEN = pattern(r"\s*,?\s*(?P<goods>[\w\"'()-]+(?:\s+[\w\"'()-]+){0,5}?[^\Ws]s[\"')]*)\s*(?P<shut>,?)\s*$")
_ASKS = pattern(r"\b(?:having|with|containing|incorporating|consisting|using|by|from)\b|[;:<]", re.IGNORECASE)


def _among_goods(words: str, before: str, after: str) -> bool:
    """Whether a name in the plural stands between commas among others: ", tea kettles, [tin pans,] large pots, …"."""
    match = _GOODS_BETWEEN.match(words) if "," in before else None
    if not match or LIMITED.match(words.lstrip(" ,")) or not is_list_element(match["goods"].replace('"', " ")):
        return False
    if not re.search(r"[^\Ws]s[\"')]*\s*,?\s*$", before) or "," not in before.rstrip()[-1:] + words.lstrip()[:1]:
        return False
    goes_on = re.match(r"\s*,?\s*(?:[\w\"'()-]+\s+){0,4}?[\w\"'()-]*[^\Ws]s\b", after)
    is_shut = match["shut"] or after.lstrip().startswith(",")
    return bool(is_shut and goes_on) and not _ASKS.search(before)


def _starts_alike(words: str, after: str) -> bool:
    """Whether two phrases begin with the same word: "used to boil or [used to steam]"."""
    first = [re.match(r"[\s,\"']*(\w+)", text) for text in (words, after)]
    return all(first) and len({match[1].lower() for match in first if match}) == 1


_ALSO = pattern(r"^\s*(?:and|und)\s+(?P<word>[^\W\d_][\w-]{2,}(?:\s[^\W\d_][\w-]{2,})?)\s*$", re.IGNORECASE)
_VERB_OR_SMALL = pattern(r"\w(?:ing|ed)\b|\b(?:the|for|with|its|their|all|any|other|not|from|such)\b", re.IGNORECASE)
_GOODS_AND = pattern(r"^\s*(?P<goods>[\w\s,\"'-]*[^\W\d_]s)[\"']?\s*,?\s+and\s*$", re.IGNORECASE)
_MODIFIED = pattern(
    r"^\s+(?:[\w-]+\s+){0,3}?[\"']?(?:[\w-]{3,}s|equipment|machinery|software|technology|[a-z]{3,}tion)\b", re.I
)


def names_side_by_side(words: str, before: str, after: str) -> Literal["alternative"] | None:
    """Goods of one more kind, named by another word before their common name: "steel [and copper] kettles"."""
    if parts_kinds(words, before, after):
        return "alternative"
    if match := _ALSO.match(words):
        fits = re.search(r"[^\W\d_][\"']?\s*$", before) and _MODIFIED.match(after) and not LIMITED.match(words)
        verb = _VERB_OR_SMALL.search(match["word"])
        at_head = is_list_of_goods(_HEAD_LEAD.sub("", before))
        return "alternative" if fits and not verb and at_head else None
    match = _GOODS_AND.match(words) if words.rstrip()[-3:].lower() == "and" else None
    if match and is_list_of_goods(_HEAD_LEAD.sub("", before)) and _MODIFIED.match(after) and not LIMITED.match(words):
        return "alternative" if is_list_element(match["goods"].replace(",", " ").replace('"', " ")) else None
    return None


_HEAD_LEAD = pattern(
    r"^\W*specially\W+designed(?:\W+or\W+modified)?\W*$|^.*\b(?:applies\s+to|does\s+not\s+(?:apply\s+to|control)|(?:specially\s+)?designed\s+for|(?:software|technology)[\"']?\s+for)\b"
    r"(?![^.;]*\b(?:having|with)\b)", re.I | re.S,
)  # fmt: skip
"""Words behind which goods are named as at the head of a clause."""


def _listed(rest: str, before: str, after: str) -> Literal["alternative"] | None:
    """An element put between commas: one more alternative where the list goes on to an "or", or names goods."""
    if re.search(r"[;:]", rest) or LIMITED.match(rest) or _VERB.match(rest) or not is_phrase(rest):
        return None
    if not re.match(r"[\s\"']*(?:$|[,;:.)<]|(?:or|and|and/or|oder|und|sowie|ou|et)\b)", after):
        return None  # it says more of the word behind it
    goes_on = _CLAUSE_END.split(after, maxsplit=1)[0]
    found = _CONJUNCTION.search(goes_on)
    if found and found[1].lower() in ("or", "and/or", "oder", "ou"):
        return "alternative"
    if found and found[1].lower() in ("and", "und", "et") and is_list_of_goods(_NOTE_LEAD.sub("", before)):
        return "alternative"
    return None


_NOTE_LEAD = pattern(r"^[^;:]*\bapplies\s+to\b", re.IGNORECASE)
