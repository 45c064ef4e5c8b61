"""Further things that words put into a clause can do, where the common rules of `phrases` leave it open.

>>> further_role("tin or copper", "Kettles and", " pans"), further_role(" tubular", "Large", " kettles")
(None, 'condition')
>>> further_role(" and \\"pots\\"", "Kettles", ", having a lid")
'alternative'
"""

from __future__ import annotations

import re
from typing import Literal

from controllist.changes.language.phrases.class_nouns import past_class_noun
from controllist.changes.language.phrases.further_demands import demands_further
from controllist.changes.language.phrases.further_goods import names_further_goods
from controllist.changes.language.phrases.modifiers import names_what_is_measured, said_of_same
from controllist.changes.language.print.harmless import HEAD_ENDS, LIMITED
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

InsertedRole = Literal["alternative", "condition", "neutral"]

_NUMBERS_OR_POINTERS = pattern(
    r"^[\s,;)]*(?:\(\s*(?:CAS\s*(?:No\.?\s*)?\d{2,7}-\d\d-\d|cas:[\d-]+|(?:see|siehe)\s+(?:also|auch)?\s*[^()]*)\s*\)?[\s;]*)+$",
    re.IGNORECASE,
)
"""Nothing but the number of a substance and a pointer to what stands elsewhere, each in brackets."""
_LED_BRACKET = pattern(r"^\s*\([^()]*\)(?=\s+(?:or|and|oder|und)\s)")
_OPENING_MARK = pattern(r"^([\s,]*)[\"'](?=\w)")
_AND_OF_BOTH = pattern(r"^\s*(?:and|und)\s*$", re.IGNORECASE)
_SLASH_OR = pattern(r"^\s*/\s*(?:or|oder)\b", re.IGNORECASE)


def prepared(words: str, before: str, after: str) -> tuple[str, str, str]:
    """The words, and what stands before and behind, with marks and brackets put to the side where they belong.

    A bracket that explains what stands before is no part of an alternative behind it; the marks of a term that leads a
    condition ("specially designed") say nothing here.
    """
    if led := _LED_BRACKET.match(words):
        before, words = before + led.group(), words[led.end() :]
    if _OPENING_MARK.match(words) and LIMITED.match(words.replace('"', "").replace("'", "")):
        after = after[1:] if after[:1] in ("'", '"') and words.count(after[0]) % 2 else after
        words = words.replace('"', "").replace("'", "")
    words, before = past_class_noun(words, before, after)
    return words, before, after


def is_only_number_or_pointer(words: str) -> bool:
    """Whether words give the number of a substance, or send the reader elsewhere, and do nothing else.

    >>> is_only_number_or_pointer(") (see also <refs>"), is_only_number_or_pointer(" (blue)")
    (True, False)
    """
    return "(" in words and _NUMBERS_OR_POINTERS.match(words) is not None


def is_half_of_either(words: str, after: str) -> bool:
    """Whether an "and" is the one of "and/or": with it or without, each alternative is enough."""
    return _AND_OF_BOTH.match(words) is not None and _SLASH_OR.match(after) is not None


_NEITHER = pattern(
    r"[\s.\"']*(?:an?\s+)?non-?[a-z][\w-]+(?:\s*,\s*non-?[a-z][\w-]+)*,?\s+and\s+non-?[a-z][\w-]+\s*", re.IGNORECASE
)


_NOUN_NEXT = pattern(r"\s*[\"']?[a-z]{3,}")


def are_neither(words: str, after: str) -> bool:
    """Whether words before goods say of two kinds that these are of neither: "non-magnetic and non-metallic pots"."""
    return "on-" in words and _NEITHER.fullmatch(words) is not None and _NOUN_NEXT.match(after) is not None


def further_role(words: str, before: str, after: str) -> InsertedRole | None:
    """What words put in between `before` and `after` do; None where that is not certain."""
    if _ACTIVITIES_OF.match(words) or _ACTIVITIES.match(words):
        return "condition" if _of_know_how(words, before, after) else None
    if (
        _goods_beside(words, before, after)
        or _parts_beside(words, before)
        or _goods_before_parts(words, after)
        or _further_kinds(words, before, after)
    ):
        return "alternative"
    if _first_of_choices(words, before, after) or names_further_goods(words, before, after):
        return "alternative"
    if _NEGATED.match(words) and not re.search(r"\b(?:or|and|with)\s*$", before):
        return "condition"
    if _demanded_behind(words, before, after) or demands_further(words, before, after):
        return "condition"
    if _qualifies(words, before, after) or _in_a_form(words, before, after) or _in_a_manner(words, before, after):
        return "condition"
    return None


_ACTIVITY = r"[\"']?(?:development|production|use|manufacture|design|operation|installation|maintenance|repair)[\"']?"
_ACTIVITY_LIST = rf"(?:{_ACTIVITY}\s*,\s*)*{_ACTIVITY}(?:\s*,?\s*(?:and/or|and|or)\s*{_ACTIVITY})?"
_ACTIVITIES_OF = pattern(rf"^\s*(?:the\s+)?{_ACTIVITY_LIST}\s+of\s*$", re.IGNORECASE)
_ACTIVITIES = pattern(rf"^\s*{_ACTIVITY_LIST}\s*$", re.IGNORECASE)
_KNOW_HOW = r"[\"']?(?:technology|software)[\"']?"
_KNOW_HOW_FOR = pattern(rf"{_KNOW_HOW}\s+for\s*$", re.IGNORECASE)
_KNOW_HOW_NEXT = pattern(rf"^\s*{_KNOW_HOW}", re.IGNORECASE)
_SAYS_FOR_WHICH = pattern(r"\b(?:applies|apply|includes?|control|umfass\w*)\b", re.IGNORECASE)


def _of_know_how(words: str, before: str, after: str) -> bool:
    """Whether technology or software for goods became that for some activities alone.

    A note speaks of an item that may be about these activities anyway: there nothing follows.
    """
    if _SAYS_FOR_WHICH.search(before):
        return False
    if _ACTIVITIES_OF.match(words):
        return _KNOW_HOW_FOR.search(before) is not None
    return _KNOW_HOW_NEXT.match(after) is not None


_NEGATED = pattern(
    r"^[\s,(]*(?:(?:but|and|which|that|are|is|do|does)\s+)*(?:not\s+(?:using|incorporating|employing|requiring|usable|capable|fitted|equipped|provided\s+with|having|containing|designed"
    r"|intended|suitable|certified|approved)"
    r"|without)\s+(?!limit|prejudice|further|exception)[^;:]*$",
    re.IGNORECASE,
)
"""A demand that something be lacking: fewer goods meet it."""

_PARTICIPLE = pattern(
    r"^[\s,]*(?:which\s+are\s+|that\s+are\s+)?(?P<verb>[a-z]{3,}ed)\s+(?:for|to|in|by|with|from|as|on|into)\s+[^;:<>\"']+$",
    re.IGNORECASE,
)
_NO_DEMAND = word_set(
    "compared measured determined calculated expressed related defined referred called known based averaged described "
    "specified controlled enumerated listed identified subject"
)
"""Participles that say how one measures, or that goods are named elsewhere."""


def _demanded_behind(words: str, before: str, after: str) -> bool:
    """A participle with what belongs to it behind the goods, at the end of the clause: "pans [painted by hand]"."""
    match = _PARTICIPLE.match(words)
    if not match or match["verb"].lower() in _NO_DEMAND or after.strip(" \"'.,;"):
        return False
    last = re.search(r"([^\W\d_][\w-]{2,})[\"')]*\s*$", before)
    return last is not None and last[1].lower() not in _NO_NOUN and not re.search(r"\b(?:or|oder)\s*$", words)


_CAPTION = r"[A-Z][\w-]*(?:\s+(?:[A-Z][\w-]*|and|of|or)){0,5}"
_CAPTION_BEHIND = pattern(
    rf"^[\"']?(?:\.?[a-z])?[.;]\s+{_CAPTION}\s*$|^[.;]?\s+(?:[A-Z]{{4,}}|AND|OR)(?:\s+[A-Z]{{2,}})*\s*$"
)
_OF_KNOW_HOW = pattern(r"^\W*(?:software|source\s+code|technology)\b|[.]\s+none$", re.IGNORECASE)


def is_caption(words: str, before: str, after: str) -> bool:
    """Whether words behind an item of software or technology are the caption of the next group, printed with it.

    >>> is_caption("; Cups and Saucers", '"Software" for kettles', ""), is_caption("; Cups", "Kettles", "")
    (True, False)
    """
    return (
        not after.strip(" .;")
        and _CAPTION_BEHIND.match(words) is not None
        and bool(_OF_KNOW_HOW.search(before.strip()))
    )


_NEXT_DEMAND = pattern(
    r"^[\s\"']*(?:,\s*)?(?:specially|specifically|designed|having|with|capable|for|which|that|usable|used|modified|rated|made|operating|weighing|containing|incorporating|using|intended|suitable|equipped|fitted"
    r"|<(?:list|any|all)>)\b"
    r"|^[\s\"',]*<(?:list|any|all|limit\w*)>|^[\s\"']*$",
    re.IGNORECASE,
)
"""What says more of all the goods named before it, or the end of the clause."""
_GOODS_AND = pattern(r"^[\s,]*(?:and|und)\s+(?P<goods>[\w\s\"'-]*[^\W\d_][\"']?)\s*,?\s*$", re.IGNORECASE)
_LEAD_OF_GOODS = pattern(r"^.*\bapplies\s+to\b(?![^.;]*\b(?:having|with|that|which)\b)", re.IGNORECASE | re.DOTALL)
_PART_OF_PHRASE = word_set(
    "of in on at by to from for with than or and not no only alone also either both thereof therefor their its any all "
    "following other"
)


def _goods_beside(words: str, before: str, after: str) -> bool:
    """Goods of another kind beside the first, at the head of a clause, with what is said of both behind them."""
    if after[:1] in ("'", '"') and words.count(after[0]) % 2:
        words, after = words + after[0], after[1:]
    match = _GOODS_AND.match(words)
    if not match or not before.strip() or not _NEXT_DEMAND.match(after) or LIMITED.match(words):
        return False
    goods = match["goods"].replace('"', " ").replace("'", " ").lower().split()
    if (
        _PART_OF_PHRASE.intersection(goods)
        or len(goods) > _LONGEST_NAME
        or re.fullmatch(r"\w+(?:ing|ed|ly)", goods[-1])
    ):
        return False
    lead = _LEAD_OF_GOODS.sub("", before)
    return not HEAD_ENDS.search(re.sub(r"\([^()]*\)", " ", lead)) and len(lead.split()) <= _LONGEST_NAME


_LONGEST_NAME = 5
"""Words of the name of one kind of goods."""
_PARTS = pattern(
    r"^\s*,\s*and\s+[\"']?specially[\s\"']+designed[\s\"']+(?:or\s+modified\s+)?[\"']?(?:components?|parts|accessories)[\"']?"
    r"(?:\s*,?\s+(?:and|or)\s+[\"']?(?:components?|accessories|parts)[\"']?)?(?:\s+therefor)?[\s,]*(?:<list>)?\s*$",
    re.IGNORECASE,
)


def _parts_beside(words: str, before: str) -> bool:
    """Specially designed parts that are named beside the goods, behind a comma."""
    return _PARTS.match(words) is not None and not re.search(r"\([^()]*$", before)


_GOODS_DEMANDED = pattern(
    r"^\s*,\s*(?P<goods>[\w\s\"'-]{2,40}?[^\W\d_]s[\"']?)\s+(?:[\"']?specially[\"']?\s+[\"']?designed|designed|capable|having|with)\b[^;:]*$",
    re.IGNORECASE,
)
_THEN_PARTS = pattern(r"^[\s.,]*,\s*and\s+[\"']?specially[\s\"']+designed\b", re.IGNORECASE)


def _goods_before_parts(words: str, after: str) -> bool:
    """Goods with what is asked of them, put into a list of goods that ends with the parts of all of them."""
    match = _GOODS_DEMANDED.match(words)
    if not match or not _THEN_PARTS.match(after):
        return False
    return not _PART_OF_PHRASE.intersection(match["goods"].lower().split()) and not re.search(
        r"<(?:any|all|list)>", words
    )


_KIND = r"[\"']?[^\W\d_][\w-]{2,}[\"']?(?:\s[\"']?[^\W\d_][\w-]{2,}[\"']?)?"
_KINDS = pattern(rf"^(?:\s*,\s*{_KIND})+\s*,?\s+(?:or|oder)\s+{_KIND}\s*$", re.IGNORECASE)


def _further_kinds(words: str, before: str, after: str) -> bool:
    """More words of one sort joined by "or" behind one that says which kind: "steam[, gas or oil] kettles"."""
    if not _KINDS.match(words):
        return False
    last = re.search(r"([^\W\d_][\w-]*)[\"']?\s*$", before)
    noun = re.match(r"[\s\"']*([^\W\d_][\w-]{2,})", after)
    if not (last and noun) or _PART_OF_PHRASE.intersection((last[1].lower(), noun[1].lower())):
        return False
    return not LIMITED.match(words.lstrip(" ,")) and not re.search(r"\b(?:not|no|non|without)\b", words + before[-12:])


_CHOICES = pattern(r"^\s*,\s*[^,;:.<>]{3,60}(?:,[^,;:.<>]{2,60})*?,?\s+(?:or|oder)\s+\w")
_LEADS_TO_CHOICES = pattern(r"\b(?:for|of|in|by|from)\s*$", re.IGNORECASE)


def _first_of_choices(words: str, before: str, after: str) -> bool:
    """A thing put before others that are joined by "or": "for [boiling], steaming or cooling"."""
    if not _LEADS_TO_CHOICES.search(before) or not _CHOICES.match(after):
        return False
    name = words.replace('"', " ").split()
    return (
        0 < len(name) <= 2
        and re.fullmatch(r"\s*[\w\s\"-]+", words) is not None
        and not _PART_OF_PHRASE.intersection(word.lower() for word in name)
        and not re.search(r"\d", words)
    )


_FORMS = r"(?:films?|foils?|boules?|powders?|sheets?|plates?|rods?|wires?|ribbons?|flakes?|ingots?|fibres?|fibers?)"
_IN_FORM = pattern(rf"^\s*(?:(?:the|a|an|thin|single)\s+){{0,2}}{_FORMS}\s+of\s*$", re.IGNORECASE)


def _in_a_form(words: str, before: str, after: str) -> bool:
    """A material that is meant in one form alone: "lids of [sheets of] tin"."""
    if not _IN_FORM.match(words) or not re.match(r"\s*[\"']?[^\W\d_]{3,}", after):
        return False
    return (
        not re.search(r"<(?:any|all|list|limit\w*)>", after[:40])
        and re.search(r"\b(?:of|to|from|for|or|and)\s*$|^$", before) is not None
    )


_MANNER = pattern(r"^\s*[a-z]{5,}ly\s*$")
_VAGUE_MANNER = word_set(
    "only nearly partially potentially approximately substantially optionally typically generally usually possibly "
    "mainly primarily specially specifically respectively additionally alternatively essentially mostly normally "
    "commonly separately directly fully equally similarly merely expressly anomaly assembly family supply early"
)


def _in_a_manner(words: str, before: str, after: str) -> bool:
    """An adverb before a verb that is asked for: only what does it so is meant."""
    if not _MANNER.match(words) or words.strip() in _VAGUE_MANNER:
        return False
    return bool(re.search(r"\b(?:to|and|or|capable\s+of)\s*$", before) and re.match(r"\s*[\"']?[a-z]{4,}", after))


_ADJECTIVE = pattern(
    r"[\w-]*(?:ed|ing|able|ible|al|ive|ic|ous|less|ful|ant|ary|ory)|(?!radar|sonar)[\w-]{3,}ar|non-[\w-]+|large|small"
)
_NAME = pattern(r"^\s*(?:(?:an?|the)\s)?(?P<name>[\w-]+(?:\s[\w-]+)?)(?:\s+\([^()<>]{1,40}\))?\s*$")
NEVER_NARROWS = word_set(
    "minimum maximum average peak total single nominal typical mean overall any all every each only alone "
    "approximately about nearly up potential possible optional optionally former partial partially part semi non "
    "pseudo quasi least most other another further additional following similar equivalent related associated "
    "without lacking free except including substantially and or nor not less more equal either neither both than "
    "between through from into onto upon under over above below within outside whether component components part "
    "parts accessory accessories assembly assemblies software technology equipment system systems material "
    "materials subsystem subsystems element elements feature unit units combined effective relative absolute "
    "simulated plus minus first second third one two three four five six several multiple various certain some "
    "same different individual separate sowie thereof therefor therein where when while whose which that this these "
    "those whichever smaller larger lower higher better"
)
_NEVER = NEVER_NARROWS | word_set(
    "designed modified rated specified output input synthesized synthesised saturated with having for of to in on at "
    "by as is are be been item items goods commodities product products end use also control controlled type types "
    "class grade level levels number model series note notes column table category paragraph government country state "
    "federal tolerance code"
)
"""Words that narrow nothing for certain, or that name what is measured."""
_NO_NOUN = word_set(
    "of for with having in on at by to from and or nor as is are was were be been not than when where which that whose "
    "who exceeding designed specially capable specified also but if into using used via per"
)
_UP_TO_DEMAND = pattern(
    r"[,;:]|\b(?:having|with|designed|capable|rated|operating|specified|specially|made|using|incorporating|containing|for|and)\b|<(?:any|all|list|refs)>",
    re.I,
)
_MEASURED = pattern(r"<(?:limit\w*|come|gone)>")

def _qualifies(words: str, before: str, after: str) -> bool:
    """Whether an adjective before the name of goods says which of their kind are meant: "[molecular] kettles".

    A noun before another noun may be part of a name, or say in full what was meant anyway: it decides nothing.
    """
    match = _NAME.match(words)
    if not match or re.search(r"\d|\b[A-Z]{2,}\b", match["name"]):
        return False
    name = match["name"].lower()
    if _NEVER.intersection(name.split()) or not _ADJECTIVE.fullmatch(name.split()[-1]):
        return False
    noun = re.match(r"\s*[\"']?([^\W\d_][\w-]{2,})", after)
    if not noun or noun[1].lower() in _NO_NOUN or noun[1].lower() in _NEVER_A_HEAD:
        return False
    if re.fullmatch(r"\w+ing|\w+ly", name) or said_of_same(name, noun[1], f"{before} {after}"):
        return False
    goods = _UP_TO_DEMAND.split(after.lstrip(), maxsplit=1)[0] or " ".join(after.split()[:3])
    if _MEASURED.search(goods) or names_what_is_measured(after):
        return False
    return not re.search(r"\b(?:not|no|non|without|than|less|more|very|in|as)\s*[\"']?\s*$", before, re.IGNORECASE)


_NEVER_A_HEAD = word_set("following foregoing above said such other any all each therefor thereof only")


_BEFORE_NOUN = pattern(
    r"^\s*(?:(?:an?|the)\s)?(?P<name>[^\W\d_][\w-]+(?:\s(?!and\b|or\b)[\w-]+){0,2})(?:\s+\([^()<>]{1,40}\)?)?\s*$",
    re.IGNORECASE,
)
_TURNS = pattern(r"\b(?:not|no|non|without|than|less|more|very|in|as|to|by)\s*[\"']?\s*$", re.IGNORECASE)
_VERB_OR_SMALL = pattern(r"\w+(?:ly|ing)|(?:is|are|can|may|shall|will|has|have)", re.IGNORECASE)


def says_which(words: str, before: str, after: str) -> bool:
    """Whether words before a noun can but say which of its kind are meant, of goods or of what is measured.

    >>> says_which("A steady", "", " flow <limit>"), says_which("peak", "A", " flow <limit>")
    (True, False)
    """
    match = _BEFORE_NOUN.match(words)
    if not match or _TURNS.search(before):
        return False
    names = match["name"].lower().split()
    if _NEVER.intersection(names) - _MEASURED_SO or any(_VERB_OR_SMALL.fullmatch(name) for name in names):
        return False
    noun = re.match(r"[)\s\"']*([^\W\d_][\w-]{2,})", after)
    if noun is None or noun[1].lower() in _NO_NOUN | _NEVER_A_HEAD:
        return False
    return not _VERB_OR_SMALL.fullmatch(noun[1])


_MEASURED_SO = frozenset(("synthesized", "synthesised"))
"""Ways in which something is made that is measured: what is not made so is not meant."""
