"""What words put into a clause do to it: offer one more alternative, add a condition, exclude, or merely explain.

A position counts upwards here; whoever asks turns the answer round where it counts downwards. Everything that is not
certain is None: words put in can also break a clause's grammar, and then nothing follows from them.

>>> role_of(", having a lid", "Kettles", " of copper"), role_of("or pans", "Kettles", " of copper")
('condition', 'alternative')
"""

from __future__ import annotations

import re
from typing import Literal

from controllist.changes.language.phrases.alternatives import names_alternative, names_side_by_side
from controllist.changes.language.phrases.demands import demands_more
from controllist.changes.language.phrases.either_way import is_left_open
from controllist.changes.language.phrases.further_goods import opens_choice
from controllist.changes.language.phrases.insertions import (
    are_neither,
    further_role,
    is_caption,
    is_half_of_either,
    is_only_number_or_pointer,
    prepared,
)
from controllist.changes.language.phrases.led_by_purpose import leads_with_purpose
from controllist.changes.language.phrases.list_elements import UNSURE
from controllist.changes.language.phrases.narrowing import ADJECTIVE, LAST_WORD, narrows, narrows_to_either
from controllist.changes.language.phrases.relative_clauses import narrows_as_clause
from controllist.changes.language.phrases.substances import names_further_substance
from controllist.changes.language.print.debris import adds_nothing
from controllist.changes.language.print.harmless import (
    LIMITED,
    LISTS,
    explains,
    may_leave_aside,
    says_nothing,
    sentence_role,
    spells_out,
)
from controllist.changes.language.print.leftovers import is_leftover
from controllist.changes.language.text.entries import entry_role, is_entry, wrap_role
from controllist.patterns import pattern

Role = Literal["alternative", "condition", "exclusion", "example", "neutral"]

_EXCLUSION = pattern(
    r"^[\s,(]*(?:(?:and|but|which|that|are|is)\s+)*(?:other\s+than|except(?:ing)?\b|excluding|unless|apart\s+from|but\s+not"
    r"|not\s+(?:otherwise\s+|elsewhere\s+)?(?:specified|controlled|described|identified|listed|enumerated|covered|including|elsewhere"
    r"|released|exceeding)|ausgenommen|außer|mit\s+Ausnahme|(?:sofern|soweit|die)\s+nicht|nicht\s+(?:anderweitig|von|erfasst))\b",
    re.IGNORECASE,
)
_FROM = pattern(r"^[\s,(]*(?:(?:and|but)\s+)*<(?:come|gone)>")
_MEASURED = pattern(r"^[^,;:<>]*<(?:come|gone)>\s*,?(?:\s*and)?\s*$")
_CLOSERS = pattern(r"^[.)\]\"']+(?=[\s,;(]|$)")
_ASIDE = pattern(r"^\s*\([^()]{1,40}\)(?=[\s,;]+\S)")
"""A conversion or abbreviation in brackets that belongs to what stands before."""
_DESIGNED_TO = pattern(r"\W*(?:specially\s+)?designed\s+to\W*", re.IGNORECASE)
_HAVE = pattern(r"\s+(?:have|be)\b", re.IGNORECASE)
"""What is designed to have something need not have it, and what has it need not be designed to."""
_SENTENCE = pattern(r"[\s\"')]*[.]\s+(?!and\b|or\b)[A-Z](?![.)])[^;]*$")
_ENDS_TURNED = pattern(r"\b(?:not|no|nor|neither|without|nicht|kein\w*|ohne)\s*$", re.IGNORECASE)
"""Words that turn round what stands behind them: they say nothing without it."""
_SEE_FOR = pattern(r"\W*see\b[^.;:<>]{1,60}\bfor\W*$", re.IGNORECASE)
"""Words at the head of a line that send the reader elsewhere for all that follows."""
_NEXT_ADJECTIVE = pattern(rf"^\s*,\s*{ADJECTIVE}\s*$", re.IGNORECASE)
_AND_MEASURED = pattern(
    r"^[\s,]*(?:and|und)\s+(?:(?:an?|eine[rmn]?)\s+)?[^,;:<>]{0,60}<come>[^,;:<>]{0,30}$|^[\s,]*(?:and|und)\s+[^,;:<>]{0,60}<gone>[^,;:<>]{0,30}$",
    re.IGNORECASE,
)
_HOLDS = pattern(r"\b(?:having|with|possessing|mit)\b(?![^;:.]*\b(?:or|oder)\b)[^;:.]*$", re.IGNORECASE)
_CAS_ONLY = pattern(r"^[\s,(]*(?:CAS\s*)?(?:No\.?\s*)?cas:[\d-]+\)?$|^[\s,(]*\(?CAS\s[\d\s,-]+\)?$", re.IGNORECASE)
_LABEL = pattern(
    r"(?:^|[;.:>]\s+|\b(?:and|or|und|oder)\s+|(?<=\w\s))(?:\(?[a-z]\)|[a-z]\.|\d{1,2}\.|-)\s+(?=\S)", re.I
)
_ABBREVIATED = pattern(r"\b(?:e\.\s?g|i\.\s?e|z\.\s?B|d\.\s?h)\.", re.IGNORECASE)
_TAIL_LIST = pattern(
    r"^[\s,]*(?:and\s+|but\s+)*(?:<(?:any|all)>|(?!and\b|or\b)[\"']?\w[^<>:]*<(?:any|all|list)>)[^<>:]*:?\s*$"
)


def role_of(words: str, before: str, after: str, *, alone: bool = True) -> Role | None:
    """What `words`, put in between `before` and `after`, do to the clause; None where that is not certain.

    Words that took the place of others do not stand `alone`: fewer conclusions follow.
    """
    if is_caption(words, before, after) or is_leftover(words, before, after):
        return "neutral"
    if sentence := sentence_role(words, before, after):
        return sentence
    if are_neither(words, after) or leads_with_purpose(words, before, after):
        return "condition"
    if opens_choice(words, before.rstrip(), after):
        return "alternative"
    if _SENTENCE.match(words) or _ENDS_TURNED.search(words, len(words) - LAST_WORD):
        return None
    if shut := _CLOSERS.match(words):
        before, words = before + shut.group(), words[shut.end() :]
    words, before, after = prepared(words, before, after)
    behind = _ASIDE.sub("", words)
    if behind != words and (after[:1] in (",", ";", "") or is_entry(behind) or LIMITED.match(behind)):
        words = behind
    bare = words.strip(" ,;")
    if not before.strip() and after.strip() and _SEE_FOR.match(words):
        return "exclusion"
    if says_nothing(bare, before, after) or _CAS_ONLY.match(words) or is_half_of_either(words, after):
        return "neutral"
    if is_only_number_or_pointer(words) or is_left_open(words, after) or adds_nothing(words, before, after):
        return "neutral"
    if names_further_substance(words, before, after):
        return "alternative"
    if spells_out(bare, after):
        return "neutral"
    if explains(words, before, after):
        return None if may_leave_aside(words, before) else "example"
    if _EXCLUSION.match(words):
        return "exclusion"
    if bare.startswith("(") and (bare.endswith(")") or after.lstrip().startswith(")")):
        return None  # a remark: whether it limits or explains cannot be told
    if wrapped := wrap_role(words, after):
        return wrapped
    if _ONLY.match(words) and not re.search(r"\bnot\s*$", before) and re.match(r"\s+[a-z]{4,}", after, re.IGNORECASE):
        return "condition"
    if is_entry(words):
        return entry_role(words, before, after)
    return _role_of_phrase(words, before, after, alone=alone)


def _role_of_phrase(words: str, before: str, after: str, *, alone: bool) -> Role | None:
    """The same of words that are no sentence, no line of a list and no remark, and that say something."""
    bare = words.strip(" ,;")
    if not before.strip() and _OF_WHAT.fullmatch(bare):
        return None
    is_held = _DESIGNED_TO.fullmatch(bare) and _HAVE.match(after)
    if is_held or _holds_label(words) or _is_garbled(words, after) or UNSURE.search(words):
        return None
    if _is_narrower_use(bare, before):
        return "condition"
    return (
        names_alternative(words, before, after)
        or names_side_by_side(words, before, after)
        or _condition(words, before, after)
        or (further_role(words, before, after) if alone else None)
    )


_OF_WHAT = pattern(r"(?:made|composed|consisting|produced|built|formed)\s+(?:from|of|by|with)", re.IGNORECASE)
"""What begins an item and says no more than that its goods are of what follows."""


def _holds_label(words: str) -> bool:
    """Whether a line begins within the words."""
    may_hold = any(map(words.__contains__, (". ", ") ", "- ")))
    return may_hold and _LABEL.search(_ABBREVIATED.sub(" ", words)) is not None


def _is_garbled(words: str, after: str) -> bool:
    """Whether the words open or close a bracket on their own, hold whole sentences, or compare with no figure: they are
    no phrase."""
    text = words.rstrip()
    if LISTS.search(text) and not _TAIL_LIST.match(text):
        return True
    if text[-3:] in _ENDS_COMPARING and _NO_FIGURE.search(text) and re.match(r"[\s\"']*[a-z]", after):
        return True
    open_ = text.count("(") - text.count(")")
    closes = after.lstrip().startswith(")")
    return not (open_ == 0 or (open_ == 1 and closes))


_ENDS_COMPARING = (" of", "ing", "han")
_NO_FIGURE = pattern(r"\b(?:in\s+excess\s+of|exceeding|(?:more|less|greater|higher|lower)\s+than)$")
_ONLY = pattern(r"[\s;,]*(?:(?:which|that)\s+)?(?:(?:[a-z]|\d{1,2})[.)]\s+)?only\s*$", re.IGNORECASE)
_USE_OF = pattern(
    r"(?:the\s+)?[\"']?(?:development|production|use|manufacture|design|operation|installation|maintenance|repair"
    r"|assembly|integration)[\"']?\s+of", re.IGNORECASE,
)  # fmt: skip
_TECHNOLOGY = pattern(r"\b(?:technology|software|equipment|data)\b[\"']?\s+(?:\w+\s+){0,2}for\s*$", re.IGNORECASE)
def _is_narrower_use(bare: str, before: str) -> bool:
    """Whether technology for goods became technology for one activity alone."""
    return _USE_OF.fullmatch(bare) is not None and _TECHNOLOGY.search(before) is not None


_MORE_GOODS = pattern(
    r"[\s\"',]*(?:and|or)\s+[\"']?(?:specially|specifically)[\s\"']+designed[\s\"']+(?:or\s+modified\s+)?(?:[\w-]+\s+)?"
    r"(?:components?|parts|accessories|equipment|software|assemblies)\b",
    re.IGNORECASE,
)
"""Goods that are named beside others, not a demand on these."""


def _condition(words: str, before: str, after: str) -> Role | None:
    if _MORE_GOODS.match(words):
        return None
    if (
        _TAIL_LIST.match(words)
        and not after.strip(" ,;.:")
        and re.match(r"[\s,]*(?:and\s+|but\s+)*<(?:any|all)>", words)
    ):
        return "condition"
    if _MEASURED.match(words) and _starts(before) and not (
        re.search(r"\bor\b", words) or re.match(r"[\s,]*or\b", after)
    ):
        return "condition"
    if _AND_MEASURED.match(words) and _HOLDS.search(before) and not re.search(r"\b(?:or|oder)\b", words + after[:4]):
        return "condition"
    if demands_more(words, before, after):
        return "condition"
    if _NEXT_ADJECTIVE.match(words) and re.search(rf"\b{ADJECTIVE}$", before, re.I) and re.match(r"\s\w{4,}", after):
        return "condition"
    if (LIMITED.match(words) or _FROM.match(words)) and (
        not _LEFT_OPEN.search(before, len(before) - LAST_WORD) or re.match(r"\s*(?:specially|specifically)\b", words)
    ):
        if re.search(r"\b(?:or|oder|ou)\s*$", words):
            return None
        return "condition"
    narrowing = (narrows, narrows_to_either, narrows_as_clause)
    return "condition" if any(one(words, before, after) for one in narrowing) else None


_LEFT_OPEN = pattern(r"\b(?:or|and|of|than|to|not|for|be)\s*$", re.IGNORECASE)
_MAY_START = pattern(r"(?:,|\band|\bhaving|\bwith)\s*$")


def _starts(before: str) -> bool:
    """Whether a measure may begin behind these words."""
    return not before.strip() or _MAY_START.search(before, len(before) - LAST_WORD) is not None
