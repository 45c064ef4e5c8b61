"""Lists of words within a clause ("tin, clay or glass") compared as sets: what was put in or taken out, in any order.

>>> before, after = clause_of("Kettles of tin, clay or glass"), clause_of("Kettles of glass, copper, clay or tin")
>>> listed_changes(before, after, segments(before.tokens, after.tokens))[0][1:3]
(frozenset(), frozenset({'copper'}))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from controllist.changes.language.phrases.list_elements import is_list_element, is_list_of_goods
from controllist.changes.language.text.meaning import IDLE, Masked, Token, bare, masked, meaning_of
from controllist.changes.language.text.plain import stem
from controllist.changes.language.text.segments import Segment, segments, words_at
from controllist.changes.language.text.synonyms import folded, german_stem, is_german
from controllist.figures.phrases import word_set
from controllist.patterns import pattern

MOST_GROUPED = 8
"""Differences that are tried together as one list."""
LONGEST = 7
"""Words of an element that stands between a difference and the "or" that makes a list of them."""
_BRACKET = pattern(r"\([^()]*(?:\)|$)|^[^()]*\)|[()]")
_JOINT = r"(?:\band/or\b|\band\b|\bor\b|\bund/oder\b|\bund\b|\boder\b|\bsowie\b)"
_JOINTS = pattern(_JOINT, re.IGNORECASE)
_SEPARATOR = pattern(
    rf"\s*,\s*(?:{_JOINT})?\s*|\s+{_JOINT}\s+|^\s*{_JOINT}\s+|\s+{_JOINT}\s*$|^{_JOINT}$", re.IGNORECASE
)
_WORD = pattern(r"<\w+>|\d[\d.,]*|[^\W\d_][\w'-]*|[=<>%]")
_NEXT = pattern(rf"[\s\"')]*,|\s+{_JOINT}\s", re.IGNORECASE)
_CLOSED = pattern(r"[\"')]*(?=[\s,;]|$)")
_HARD = pattern(r"[;:]|[.]\s|<(?:any|all|list)>")
_LETTER_ALONE = pattern(r"(?:^|[\s,])[b-z](?=[\s,(]|$)")
"""The letter of an item that is cited, not one thing more."""
ORS = word_set("or oder and/or und/oder")
_ANDS = word_set("and und sowie")
JOINTS = ORS | _ANDS
"""What parts the elements of a list."""
ADVERBS = word_set("specially specifically especially exclusively solely besonders speziell")
"""Words that say of what follows a list how it is asked for: they are part of none of its elements."""
_SEPARATED = pattern(rf"(?:,|{_JOINT})[\s\"']*$", re.IGNORECASE)
_LED_UP_TO = pattern(
    r"(?:^|[:,]|\b(?:and|or|und|oder|of|to|for|by|from|in|with|using|mit|aus|made\s+of|the|a|an|following|nicht|keine?|von|für|der|die|das|den|betreffenden))[\s\"']*$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 24
"""Characters in which the last word of a text stands that leads up to a list, with the marks behind it."""
_ENDS_IN_NOUN = pattern(
    r"(?<!\bthe)(?<!\ba)(?<!\ban)(?<!\band)(?<!\bor)(?<!\boder)(?<!\bund)(?<=\w)[\s\"')]*$", re.IGNORECASE
)
_NEXT_NOUN = pattern(r"\s*,\s*[\w-]+(?:\s*,|\s+(?:and|or|und|oder)\s+[\w-]+\s*(?:,|<|$))")
"""A list of single nouns that goes on, so that an adjective before it belongs to all of them."""
_CLAUSE_ENDS = pattern(
    r"[;:.]\s|[;:]|\b(?:having|with|designed|capable|for|which|that|specified|when|where|exceeding|to|wenn|die|mit|besonders)\b",
    re.IGNORECASE,
)


class Clause(NamedTuple):
    """One clause made ready for comparison."""

    masked: Masked
    tokens: list[Token]


class Listed(NamedTuple):
    """Differences that are one change of a list: what only the old list names, and what only the new one does."""

    differences: tuple[Segment, ...]
    gone: frozenset[str]
    come: frozenset[str]
    said: tuple[str, str]
    """What is gone and what came as it is printed, in the order of the alphabet."""


def keys_of(tokens: Sequence[Token]) -> list[str]:
    """What the tokens mean."""
    return [token.key for token in tokens]


def leads_into_list(clause: Clause) -> bool:
    """Whether a clause leads into a list of other clauses."""
    return any(map(clause.masked.text.__contains__, ("<any:", "<all:", "<list:")))


def clause_of(text: str) -> Clause:
    """A clause of plain text in which nothing is compared by other means."""
    held = masked(text, [])
    return Clause(held, meaning_of(held.text))


def listed_changes(old: Clause, new: Clause, differing: Sequence[Segment]) -> list[Listed]:
    """The differences that are changes of lists, one way or in order alone; as many together as can be."""
    found: list[Listed] = []
    at = 0
    while at < len(differing):
        for group, windows in reversed(_groups(old, new, differing[at : at + MOST_GROUPED])):
            if one := _listed(old, new, group, windows):
                found.append(one)
                at += len(group)
                break
        else:
            at += 1
    return found


Group = tuple[tuple[Segment, ...], tuple[str, str]]


def _groups(old: Clause, new: Clause, differing: Sequence[Segment]) -> list[Group]:
    """The first, the first two, … of some differences, each with its words on both sides, while no clause ends in them.

    What ends a clause ends it for all longer groups, too, but for one that shuts a bracket around it.
    """
    found: list[Group] = []
    has_brackets = any("(" in window or ")" in window for window in _windows(old, new, differing))
    for stop in range(1, len(differing) + 1):
        group = tuple(differing[:stop])
        windows = _windows(old, new, group)
        if any(_HARD.search(window.strip(" .;:")) for window in windows):
            break
        if not any(_CLAUSE_ENDS.search(_without_brackets(window)) for window in windows):
            found.append((group, windows))
        elif not has_brackets:
            break
    return found


def _windows(old: Clause, new: Clause, group: Sequence[Segment]) -> tuple[str, str]:
    """The words from the first to the last of some differences, on both sides."""
    gone, come = _spans(group)
    return bare(words_at(old.masked.text, old.tokens, *gone)), bare(words_at(new.masked.text, new.tokens, *come))


def _spans(group: Sequence[Segment]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The tokens from the first to the last of some differences, on both sides."""
    return (group[0].old_from, group[-1].old_to), (group[0].new_from, group[-1].new_to)


def _listed(old: Clause, new: Clause, group: tuple[Segment, ...], windows: tuple[str, str]) -> Listed | None:
    spans = _spans(group)
    if any(map(_LETTER_ALONE.search, windows)) or any(
        _differs_in_bracket(clause, *side, is_alone=one.is_insertion or one.is_deletion)
        for one in group
        for clause, side in ((old, one[:2]), (new, one[2:]))
    ):
        return None
    places = zip((old, new), spans, windows, strict=True)
    said = [(clause, span) for clause, span, window in places if window.strip(" ,\"')") or all(windows)]
    if not any(_SEPARATOR.search(_without_brackets(text)) for text in windows) and not any(
        _NEXT.match(clause.masked.text, _bounds(clause, *span)[1]) for clause, span in said
    ):
        return None
    around = [_around(clause, *span) for clause, span in said]
    if not all(windows) and not all(
        _leaves_one(window, *one) for window, one in zip(filter(None, windows), around, strict=False)
    ):
        return None
    if len({window.strip(" ,").lower() in ORS for window in windows}) == 2 and all(map(_joins_limits, around)):
        return None  # whether one limit is enough or all are needed
    german = is_german(old.masked.text) or is_german(new.masked.text)
    printed = [_elements(window, german=german) for window in windows]
    lists = [[key for key, _ in elements] for elements in printed]
    gone, come = frozenset(lists[0]) - frozenset(lists[1]), frozenset(lists[1]) - frozenset(lists[0])
    if (gone and come) or len(set(lists[0])) < len(lists[0]) or len(set(lists[1])) < len(lists[1]):
        return None
    if not all(windows) and any(map(_IS_QUALITY.fullmatch, (words for said in printed for _, words in said[1:]))):
        return None  # "lids, round or oval": which lids are meant, or all of them
    if not all(is_list_element(one) and ADVERBS.isdisjoint(one.split()) for one in gone | come):
        return None
    if not around or not all(_is_whole(windows, *one) and _counts_as_choice(windows, *one) for one in around):
        return None
    return Listed(group, gone, come, (_said(printed[0], gone), _said(printed[1], come)))


def _differs_in_bracket(clause: Clause, start: int, stop: int, *, is_alone: bool) -> bool:
    """Whether some of a stretch of tokens stand in brackets that hold more than a short form, a formula or examples.

    What brackets hold is left out of lists: that does no harm where the goods before it came, or went, with it alone.
    """
    if start == stop:
        return False
    begins, ends = clause.tokens[start].start, clause.tokens[stop - 1].end
    return any(
        (bracket.start() < ends and begins < bracket.end())
        and not (_SAYS_NO_MORE.match(bracket.group()) or (is_alone and begins < bracket.start()))
        for bracket in _BRACKET.finditer(clause.masked.text)
    )


_SAYS_NO_MORE = pattern(r"\(\s*(?:(?i:including|e\.?g|i\.?e|for\s+example|such\s+as)\b|(?=[A-Z])(?!.*[a-z]{3})[^<]*\))")


def _said(elements: Sequence[tuple[str, str]], keys: frozenset[str]) -> str:
    return ", ".join(sorted(words for key, words in elements if key in keys))


def _without_brackets(text: str) -> str:
    """A text with a blank for each bracket and what stands in it."""
    return _BRACKET.sub(" ", text) if "(" in text or ")" in text else text


def _bounds(clause: Clause, start: int, stop: int) -> tuple[int, int]:
    """Where a stretch of tokens begins, with the idle words and marks that lead into it, and where it ends."""
    opens = clause.tokens[start - 1].end if start else 0
    return opens, clause.tokens[stop - 1].end if stop > start else opens


def _around(clause: Clause, start: int, stop: int) -> tuple[str, str]:
    opens, shuts = _bounds(clause, start, stop)
    text = clause.masked.text
    closed = _CLOSED.match(text, opens)
    return bare(text[: closed.end() if closed else opens]), bare(text[shuts:])


def _elements(window: str, *, german: bool) -> list[tuple[str, str]]:
    """The words between the separators, folded so that equal ones are equal, each with what is printed there."""
    parts = []
    for part in _SEPARATOR.split(_without_brackets(window)):
        words = [word for word in _WORD.findall(part) if stem(word) not in IDLE]
        keys = [german_stem(stem(word)) if german else stem(word) for word in words]
        parts.append((" ".join(folded(keys)), " ".join(words).lower()))
    return [part for part in parts if part[0]]


def _is_whole(windows: Sequence[str], before: str, after: str) -> bool:
    """Whether the differing words begin and end where elements do, so that no element is cut in two."""
    if names_parts(before, after):
        return all(map(_ENDS_IN_NOUN.search, windows))
    if not (_LED_UP_TO.search(before, len(before) - _LONGEST_LEAD) or _NEXT_NOUN.match(after)) and not all(
        _begins_apart(window, after) for window in windows
    ):
        return False
    said = [window for window in windows if window]
    if len(said) < len(windows) and not any(_begins_apart(one, after) or _SEPARATED.search(one) for one in said):
        return bool(re.match(rf"(?:$|[,;:.<]|{_JOINT})", after.lstrip(" \"')")))
    ends = not after.strip() or re.match(rf"[\s\"')]*(?:$|[,;:.)<]|{_JOINT})", after) is not None
    return ends or all(_ENDS_IN_NOUN.search(_without_brackets(window)) for window in windows)


_IS_QUALITY = pattern(r"[a-z-]*(?:ed|able|ible|al|ive|ic|ous|less|ful)")
"""How a word ends that says of what sort goods are."""


def _joins_limits(around: tuple[str, str]) -> bool:
    """Whether a limit stands on either side of a place."""
    return _LIMIT_BEFORE.search(around[0]) is not None and _LIMIT_NEXT.match(around[1]) is not None


_LIMIT_BEFORE = pattern(r"<limit\w*>(?:\s[\w-]+){0,3}[\s,]*$")
_LIMIT_NEXT = pattern(r"\s*<limit\w*>")


def _leaves_one(window: str, before: str, after: str) -> bool:
    """Whether a list without the words of `window` still names something: before them or behind them."""
    if before.rstrip(" \"')").endswith(",") or _begins_apart(window, after):
        return True
    rest = [part for part in _SEPARATOR.split(after, maxsplit=2) if part.strip()]
    return bool(rest) and is_list_element(" ".join(rest[0].split()[:2]))


def _begins_apart(window: str, after: str) -> bool:
    text = _without_brackets(window) if window.strip() else after
    return _APART.match(text) is not None


_APART = pattern(rf"[\s\"')]*(?:,|{_JOINT}|$)", re.IGNORECASE)


def names_parts(before: str, after: str) -> bool:
    """Whether what stands in between names parts of the goods: "and specially designed [lids and spouts] therefor".

    >>> names_parts("Kettles having a lid, and specially designed", " therefor"), names_parts("Kettles of", ", blue")
    (True, False)
    """
    leads = _PARTS_LED.search(before, len(before) - _LONGEST_LEAD)
    return leads is not None and _THEREFOR_NEXT.match(after) is not None


_PARTS_LED = pattern(r"\bspecially\s+designed\s*$", re.IGNORECASE)
_THEREFOR_NEXT = pattern(r"\s*therefor\b", re.IGNORECASE)


def _counts_as_choice(windows: Sequence[str], before: str, after: str) -> bool:
    """Whether the list is one of alternatives: joined by "or", or naming goods side by side."""
    if names_parts(before, after):
        return True
    goes_on = _CLAUSE_ENDS.split(_without_brackets(after), maxsplit=1)[0]
    while _JOINTS.search(goes_on) and any(len(part.split()) > LONGEST for part in _SEPARATOR.split(goes_on)[:-1]):
        goes_on = goes_on[: [*_JOINTS.finditer(goes_on)][-1].start()]
    text = " ".join(windows) + " " + goes_on
    words = {word.lower() for word in re.findall(r"and/or|und/oder|[^\W\d_]+", text)}
    if words & ORS:
        return not (words & _ANDS) or is_list_of_goods(before)
    return bool(words & _ANDS) and is_list_of_goods(before)


__all__ = ["Clause", "Listed", "clause_of", "listed_changes", "segments"]
