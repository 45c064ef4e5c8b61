"""Words that replace others: which of two expressions takes in more.

>>> relation(["can", "producing"], ["designed", "or", "modified", "to", "produce"])
('relaxed', 'a narrower expression')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.names.able_with import able_with
from controllist.changes.language.text.plain import stem
from controllist.changes.records import Effect
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

_FITNESS = (
    # from the narrowest to the widest
    ("specially designed for", "specially designed to", "specially designed"),
    ("specially designed or modified for", "specially designed or modified to", "specially designed or modified"),
    ("designed for", "designed to", "designed"),
    ("designed or modified for", "designed or modified to", "designed or modified"),
    ("can", "usable in", "usable for", "usable by", "usable with", "suitable for", "suitable for use in"),
)
_RANK = {phrase: rank for rank, phrases in enumerate(_FITNESS) for phrase in phrases}
_SAME: tuple[set[str], ...] = (
    {"<any>", "of <any>", "<list>"},
    {"with", "<any>"},
    {"with", "<list>"},
    {"e.g", "such as", "for example", "including"},
    {"capacity", "internal volume", "total internal volume"},
    {"relating to", "for"},
    {"using", "to use"},
    {"less", "lower", "fewer"},
    {"more", "greater", "higher"},
    {"more than", "greater than", "exceeding", "above"},
    {"less than", "below", "under"},
    {"by", "in"},
    {"and/or", "or"},
    {"and", "but"},
    {"operating", "rated for operation"},
    {"than", "then"},
    {"in", "within"},
    {"for", "anywhere within range of", "anywhere within range"},
    {"to", "for"},
    {"for use", "to used"},
)
_CITING = frozenset(
    map(stem, ("specified", "controlled", "described", "enumerated", "identified", "listed", "covered", "falling"))
)
_CITED_BY = frozenset(("by", "in", "under", "on", "section"))
_CITED = pattern(
    r"\W*(?:(?:by|in|under|on)\s+)?(?:(?:the|an?|this|ECCNs?|(?:sub-?)?items?|entry|entries|paragraphs?|sections?)\s+)*"
    r"(?:<refs>|\d\s?\.?\s?[A-E]\b|Category\b|this\s(?i:item|entry|ECCN)\b|USML\b|CCL\b"
    r"|(?:[\w-]+\s+){0,3}List\b|elsewhere\b|otherwise\b)"
)
"""A code, a category or the name of a list, with what leads to it: what a verb before it cites."""
_NAMED_LIST = pattern(r"\W*(?:the\s+)?(?:(?:[A-Z][\w-]+\s+){1,3}List\b|USML\b|CCL\b)")
_ENDING = pattern(r"(?:ing|e)$")


def relation(old: Sequence[str], new: Sequence[str]) -> tuple[Effect, str] | None:
    """What replacing some words by others does where the place counts upwards; None if that is not certain."""
    left, right = " ".join(old), " ".join(new)
    for same in _SAME:
        if left in same and right in same:
            return "none", "another expression for the same"
    if {left, right} == {"<all>", "<any>"}:
        return ("tightened", "one is enough now") if right == "<any>" else ("relaxed", "all are needed now")
    if len(old) == len(new) == 1 and _without_ending(left) == _without_ending(right):
        return "none", "another form of the word"
    if len(old) == len(new) == 1 and is_slip(left, right):
        return "none", "a letter lost or put right"
    if _names_same_act(old, new) or _is_same_verb(old, new):
        return "none", "another form of the word"
    if any(_names_doer(*sides) or _names_purpose(*sides) or _to_a_level(*sides) for sides in ((old, new), (new, old))):
        return "none", "another form of the word"
    if (number := _count(old)) is not None and number == _count(new):
        return "none", "a number in words"
    if whole := _names_whole_kind(old, new):
        return whole
    if narrowed := _fit_for_same_act(old, new) or able_with(old, new):
        return narrowed
    first, second = _fitness(old), _fitness(new)
    if first and second and first[1] == second[1] and first[0] != second[0]:
        wider = second[0] > first[0]
        return ("tightened", "a wider expression") if wider else ("relaxed", "a narrower expression")
    return None


_ACT = pattern(r"(?:ing|ion|ment|al|ure|ance|e)$")
_ROOT = 5
"""Letters that two forms of a verb share at the least."""


def _names_same_act(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether both name what is done, by the verb or by its noun: "producing" and "production of"."""
    left, right = ([key for key in keys if key != "of"] for keys in (old, new))
    if len(left) != 1 or len(right) != 1 or not all(_ACT.search(word[0]) for word in (left, right)):
        return False
    if not any(word[0].endswith("ing") for word in (left, right)):
        return False
    one, other = (_ACT.sub("", word[0]) for word in (left, right))
    return min(len(one), len(other)) >= _ROOT - 1 and (one.startswith(other[:-1]) or other.startswith(one[:-1]))


def _names_doer(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether goods are used as what does an act, or for the act: "use as absorbers of" and "absorbing"."""
    if len(long) != 4 or len(short) != 1 or (*long[:2], long[3]) != ("use", "as", "of"):
        return False
    root = long[2][:-2]
    return len(root) >= _ROOT - 1 and long[2].endswith(("er", "or")) and short[0] in (f"{root}ing", f"{root}e")


def _names_purpose(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether goods are for an act, named by its noun and by its verb: "for protection of" and "to protect"."""
    if len(long) != 3 or len(short) != 2 or (long[0], long[2], short[0]) != ("for", "of", "to"):
        return False
    root, verb = _ACT.sub("", long[1]), short[1].removesuffix("e")
    return min(len(root), len(verb)) >= _ROOT - 1 and (root.startswith(verb) or verb.startswith(root))


def _to_a_level(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether goods are tested "to a safety level exceeding" a class, or "to exceed" it."""
    is_level = tuple(long[-2:]) == ("level", "exceeding") and tuple(short) == ("exceed",)
    return is_level and len(long) <= _LEVEL_NAMED and _ASSURED.issuperset(long[:-2])


_LEVEL_NAMED = 3
_ASSURED = word_set("assurance integrity protection safety security")
"""What is tested to a level, not measured."""
_VERBS = word_set(
    "achieve acquire activate allow combine comprise consist contain control convert create deliver detect determine "
    "disable emit employ enable exploit fabricate generate implement include incorporate maintain manufacture measure "
    "operate perform permit prevent produce protect provide receive require restrict transmit utilize"
)
_LEADS_TO_VERB = frozenset(("to", "for", "by", "each"))


def _is_same_verb(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether both are one verb: "to provide", "providing", "provides"."""
    words = [keys[1:] if len(keys) > 1 and keys[0] in _LEADS_TO_VERB else keys for keys in (old, new)]
    if any(len(keys) != 1 for keys in words):
        return False
    roots = {_base_of(keys[0]) for keys in words}
    return len(roots) == 1 and not roots - _VERBS


def _base_of(word: str) -> str:
    """A verb without the "-ing" of its participle."""
    if not word.endswith("ing"):
        return word
    root = word[:-3]
    return next((form for form in (root, root + "e", root[:-1]) if form in _VERBS), word)


def _names_whole_kind(old: Sequence[str], new: Sequence[str]) -> tuple[Effect, str] | None:
    """What it does that one name became all members of its kind, or the reverse."""
    if _WHOLE.intersection(old) and _is_member(new, old):
        return "relaxed", "one of a kind"
    if _WHOLE.intersection(new) and _is_member(old, new):
        return "tightened", "all members of a kind"
    return None


_WHOLE = frozenset(("genus", "family", "group", "species"))


def _is_member(name: Sequence[str], kind: Sequence[str]) -> bool:
    """Whether a kind "all members of the genus" is said of a name: it begins with the same word."""
    if "all" not in kind or "member" not in kind or "all" in name or not name or not kind:
        return False
    return kind[0] in (name[0], "".join(name)) and len(name) < MOST_OF_A_NAME


MOST_OF_A_NAME = 4
"""Words of the name of one member."""


def _without_ending(word: str) -> str:
    """A word without what makes an adverb of it."""
    return word.removesuffix("ly").removesuffix("al") if word.endswith("ally") else word.removesuffix("ly")


_NAMES_A_SUBSTANCE = pattern(
    r"yl|eth|amin|azo|phos|nitr|chlor|fluor|brom|jod|iod|sul[fp]|thi|prop|cycl|zykl|oxi|oxy|hydr|carb|toxi|vir"
)


def is_slip(one: str, other: str) -> bool:
    """Whether one long word is the other with a letter lost inside; names of substances differ by less.

    >>> is_slip("teaketle", "teakettle"), is_slip("samovarmaker", "samovarmakers"), is_slip("dimethylen", "diethylen")
    (False, False, False)
    >>> is_slip("samovarmakng", "samovarmaking")
    True
    """
    short, long = sorted((one, other), key=len)
    if len(short) == len(long) >= _LONG:
        return _has_another_vowel(short, long)
    if len(short) < 9 or len(long) - len(short) != 1 or not long.isalpha() or _NAMES_A_SUBSTANCE.search(long):
        return False
    return (
        short[:2] == long[:2]
        and short[-2:] == long[-2:]
        and any(long[:at] + long[at + 1 :] == short for at in range(2, len(long) - 2))
    )


_LONG = 10


def _has_another_vowel(one: str, other: str) -> bool:
    """Whether two long words differ in one vowel inside: "refarbished"."""
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(unlike) != 1 or not one.isalpha() or _NAMES_A_SUBSTANCE.search(one) or _NAMES_A_SUBSTANCE.search(other):
        return False
    return 2 < unlike[0] < len(one) - 3 and {one[unlike[0]], other[unlike[0]]} <= set("aeiou")


_ALL_MEANT = frozenset(map(stem, ("control", "controlled", "specified")))
_BEFORE_MEANT = pattern(r"(?:^|\b(?:an?|the|in|with|any|of|for|only|not|are|is|to)|,)\s*$", re.IGNORECASE)


def means_controlled(old: Sequence[str], new: Sequence[str], before: Sequence[str]) -> bool:
    """Whether both words say that goods are on the list: "a controlled kettle", "a specified kettle".

    `before` is the text before them in either clause: behind a noun the words may say what controls it.
    """
    return len(old) == len(new) == 1 and _ALL_MEANT.issuperset((*old, *new)) and all(map(_BEFORE_MEANT.search, before))


def cites_alike(old: Sequence[str], new: Sequence[str], after: Sequence[str]) -> bool:
    """Whether both words only say that what follows is cited: "controlled by 1A001" and "specified in 1A001".

    `after` is the text that follows in either clause.
    """
    if {*old, *new} <= _CITED_BY and len(old) == len(new) == 1:
        return all(map(_NAMED_LIST.match, after))
    verbs = [_without_second_verb(said) for said in (old, new)]
    return len(verbs[0][:2]) == len(verbs[1][:2]) and all(
        said and said[0] in _CITING and _CITED_BY.issuperset(said[1:]) and _CITED.match(rest)
        for said, rest in zip(verbs, after, strict=True)
    )


def _without_second_verb(said: Sequence[str]) -> Sequence[str]:
    """Words that cite, with one verb alone: "described in" for "enumerated or otherwise described in"."""
    while len(said) > 2 and said[0] in _CITING and said[1] in ("or", "otherwise"):
        said = said[2:] if said[1] == "or" and said[2] != "otherwise" else said[3:] if said[1] == "or" else said[1:]
    return said


_MORE_BEFORE = pattern(r"\b(?:more\s+than|exceeding|greater\s+than|at\s+least|over|above)\s*$", re.IGNORECASE)
_LESS_BEFORE = pattern(
    r"\b(?:(?:less|fewer)\s+than|at\s+most|up\s+to|not\s+exceeding|below|under)\s*$", re.IGNORECASE
)
_MORE_AFTER = pattern(r"^\W*(?:[\w-]+\s+){0,3}?or\s+(?:more|greater|higher)\b", re.IGNORECASE)
_LESS_AFTER = pattern(r"^\W*(?:[\w-]+\s+){0,3}?or\s+(?:less|fewer|lower)\b", re.IGNORECASE)
SPELLED = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def counted(old: Sequence[str], new: Sequence[str], before: str, after: str) -> tuple[Effect, str] | None:
    """What another count does where words before or after it compare: "more than two", "five or more"."""
    first, second = _count(old), _count(new)
    if first is None or second is None or first == second:
        return None
    downward = _LESS_BEFORE.search(before) or _LESS_AFTER.search(after)
    upward = not downward and (_MORE_BEFORE.search(before) or _MORE_AFTER.search(after))
    if not (upward or downward):
        return None
    return ("relaxed" if (second > first) == bool(upward) else "tightened"), f"{first:g} became {second:g}"


def _count(keys: Sequence[str]) -> float | None:
    if len(keys) != 1:
        return None
    if keys[0] in SPELLED:
        return float(SPELLED.index(keys[0]))
    return float(keys[0]) if keys[0].isdigit() else None


def _fit_for_same_act(old: Sequence[str], new: Sequence[str]) -> tuple[Effect, str] | None:
    """What it does that goods that can do something became goods made for doing it, or for one way of doing it."""
    parts = [_made_for(keys) for keys in (old, new)]
    if not all(parts):
        return None
    (first, one), (second, other) = (part for part in parts if part)
    if first == second or not _names_same_act(one[-1:], other[-1:]):
        return None
    wide, narrow = (one, other) if first > second else (other, one)
    if len(wide) > 1 or any(not _MANNER.fullmatch(key) for key in narrow[:-1]):
        return None
    return ("relaxed", "a narrower expression") if second < first else ("tightened", "a wider expression")


_MANNER = pattern(r"[a-z]{4,}(?:ic|ous|ive|ed|al|ly)")


def _made_for(keys: Sequence[str]) -> tuple[int, list[str]] | None:
    """How closely goods must be made for an act, and the words that name the act."""
    for length in range(min(len(keys) - 1, 5), 0, -1):
        rank = _RANK.get(" ".join(keys[:length]))
        if rank is not None:
            act = [key for key in keys[length:] if key != "of"]
            return (rank, act) if act else None
    return None


def _fitness(keys: Sequence[str]) -> tuple[int, str] | None:
    """How closely goods must be made for a purpose, and the purpose's verb."""
    for length in range(len(keys), 0, -1):
        rank = _RANK.get(" ".join(keys[:length]))
        if rank is not None and len(keys) - length <= 1:
            verb = keys[length] if length < len(keys) else ""
            return rank, _ENDING.sub("", verb)
    return None
