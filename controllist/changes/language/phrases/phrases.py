"""What words put into a clause do to it: offer one more alternative, add a condition, exclude, or merely explain.

A position counts upwards here; whoever asks turns the answer round where it counts downwards. Everything that is not
certain is None: words put in can also break a clause's grammar, and then nothing follows from them.

>>> role_of(", having a lid", "Kettles", " of copper"), role_of("or pans", "Kettles", " of copper")
('condition', 'alternative')
"""

from __future__ import annotations

import re
from typing import Literal

from controllist.changes.language.phrases.choices import is_no_choice
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
from controllist.changes.language.phrases.members import is_member
from controllist.changes.language.phrases.modifiers import shares_object
from controllist.changes.language.phrases.narrowing import ADJECTIVE, LAST_WORD, narrows, narrows_to_either, parts_kinds
from controllist.changes.language.phrases.substances import names_further_substance
from controllist.changes.language.print.debris import adds_nothing
from controllist.changes.language.print.harmless import (
    ASKED_BEHIND_COMMA,
    HEAD_ENDS,
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
_UNSURE = pattern(
    r"\b(?:class|grade|klasse|güteklasse)\b|^[\s,(]*for\s+(?:any|each|every|all)\b|^\W*(?:designed|modified|rated|capable\s+of|able\s+to)\W*$",
    re.IGNORECASE,
)
"""Words whose weight hangs on what is measured, or on how the clause is read."""
_SENTENCE = pattern(r"[\s\"')]*[.]\s+(?!and\b|or\b)[A-Z](?![.)])[^;]*$")
_ENDS_TURNED = pattern(r"\b(?:not|no|nor|neither|without|nicht|kein\w*|ohne)\s*$", re.IGNORECASE)
"""Words that turn round what stands behind them: they say nothing without it."""
_SEE_FOR = pattern(r"\W*see\b[^.;:<>]{1,60}\bfor\W*$", re.IGNORECASE)
"""Words at the head of a line that send the reader elsewhere for all that follows."""
_SLASH = pattern(r"^\s*/\s*[A-Za-z][\w-]{2,}\s*$")
_NEXT_ADJECTIVE = pattern(rf"^\s*,\s*{ADJECTIVE}\s*$", re.IGNORECASE)
_AND_MEASURED = pattern(
    r"^[\s,]*(?:and|und)\s+(?:(?:an?|eine[rmn]?)\s+)?[^,;:<>]{0,60}<come>[^,;:<>]{0,30}$|^[\s,]*(?:and|und)\s+[^,;:<>]{0,60}<gone>[^,;:<>]{0,30}$",
    re.IGNORECASE,
)
_HOLDS = pattern(r"\b(?:having|with|possessing|mit)\b(?![^;:.]*\b(?:or|oder)\b)[^;:.]*$", re.IGNORECASE)
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
    if is_held or _holds_label(words) or _is_garbled(words, after) or _UNSURE.search(words):
        return None
    if _is_narrower_use(bare, before):
        return "condition"
    return (
        _alternative(words, before, after)
        or _side_by_side(words, before, after)
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
_JOINED = pattern(r"[\s,]*(?:and|or|und|oder)\b")


def _alternative(words: str, before: str, after: str) -> Role | None:
    if _SLASH.match(words) and before[-1:].isalpha():
        return "alternative"
    if after.lstrip()[:1] == ")" and _JOINED.match(words) and _IN_EXCEPTION.search(before):
        return "alternative"
    if match := _OR.match(words):
        if is_no_choice(match["rest"], words, before, after) or _ASKED_OF_BOTH.search(match["rest"]):
            return None
        shared = _is_phrase(match["rest"]) or shares_object(match["rest"], before)
        return "alternative" if shared else None
    if (match := _ended_by_or(words)) and not before.rstrip().endswith(("either", "whether")):
        parallel = not LIMITED.match(words) or _starts_alike(words, after)
        return "alternative" if _is_phrase(match["rest"]) and parallel else None
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
        return "alternative" if not HEAD_ENDS.search(before) and _is_phrase(match["rest"]) else None
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


_ONLY = pattern(r"[\s;,]*(?:(?:which|that)\s+)?(?:(?:[a-z]|\d{1,2})[.)]\s+)?only\s*$", re.IGNORECASE)
_USE_OF = pattern(
    r"(?:the\s+)?[\"']?(?:development|production|use|manufacture|design|operation|installation|maintenance|repair"
    r"|assembly|integration)[\"']?\s+of", re.IGNORECASE,
)  # fmt: skip
_TECHNOLOGY = pattern(r"\b(?:technology|software|equipment|data)\b[\"']?\s+(?:\w+\s+){0,2}for\s*$", re.IGNORECASE)
_ALSO = pattern(r"^\s*(?:and|und)\s+(?P<word>[^\W\d_][\w-]{2,}(?:\s[^\W\d_][\w-]{2,})?)\s*$", re.IGNORECASE)
_VERB_OR_SMALL = pattern(r"\w(?:ing|ed)\b|\b(?:the|for|with|its|their|all|any|other|not|from|such)\b", re.IGNORECASE)
_GOODS_AND = pattern(r"^\s*(?P<goods>[\w\s,\"'-]*[^\W\d_]s)[\"']?\s*,?\s+and\s*$", re.IGNORECASE)
_MODIFIED = pattern(
    r"^\s+(?:[\w-]+\s+){0,3}?[\"']?(?:[\w-]{3,}s|equipment|machinery|software|technology|[a-z]{3,}tion)\b", re.I
)


def _is_narrower_use(bare: str, before: str) -> bool:
    """Whether technology for goods became technology for one activity alone."""
    return _USE_OF.fullmatch(bare) is not None and _TECHNOLOGY.search(before) is not None


def _side_by_side(words: str, before: str, after: str) -> Role | None:
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


def _listed(rest: str, before: str, after: str) -> Role | None:
    """An element put between commas: one more alternative where the list goes on to an "or", or names goods."""
    if re.search(r"[;:]", rest) or LIMITED.match(rest) or _VERB.match(rest) or not _is_phrase(rest):
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
    if narrows(words, before, after) or narrows_to_either(words, before, after):
        return "condition"
    return None


_LEFT_OPEN = pattern(r"\b(?:or|and|of|than|to|not|for|be)\s*$", re.IGNORECASE)
_MAY_START = pattern(r"(?:,|\band|\bhaving|\bwith)\s*$")


def _starts(before: str) -> bool:
    """Whether a measure may begin behind these words."""
    return not before.strip() or _MAY_START.search(before, len(before) - LAST_WORD) is not None


_LED = pattern(
    r"^\W*(?:by|of|in|on|with|for|to|at|from|through|under|via|as|if|when|durch|mit|von|zu|aus|bei|auf|im|als)\b"
    r"|^\W*\w+ing\s+(?:the|an?|of|to|at)\b|^\W*\w+ed\s+(?:by|to|for|in|with|at|of|from)\b",
    re.IGNORECASE,
)
"""How what is no thing begins: circumstances, manner, verbs."""


_NO_NAME = pattern(r"[<>;:=]|\d(?<![\w-].)")
_OPEN_END = pattern(r"\b(?:with|by|of|to|for|in|from|mit|von|zu|für)[\s,]*$", re.IGNORECASE)
_TURNS_ROUND = pattern(r"\b(?:not|no|unless|except|without|only)\b|<(?:list|any|all)>", re.IGNORECASE)


def is_list_element(words: str) -> bool:
    """Whether words can be one element of a list of things: a short phrase without limits, conditions, codes."""
    return (
        not _NO_NAME.search(words)
        and not LIMITED.match(words)
        and not _LED.match(words)
        and not _UNSURE.search(words)
        and len(words.split()) < 8
        and _is_phrase(words)
    )


def is_list_of_goods(before: str) -> bool:
    """Whether a list that goes on after `before` stands at the head of its clause, where goods are named."""
    return not HEAD_ENDS.search(re.sub(r"\([^()]*\)|,", " ", before))


def _is_phrase(rest: str) -> bool:
    """Whether words can be an element of a list: they hold no clause of their own that turns round."""
    if not rest.strip(" ,;") or _OPEN_END.search(rest, len(rest.rstrip(" ,")) - LAST_WORD):
        return False
    return not _TURNS_ROUND.search(rest)
