"""Two texts that say one thing in two orders: "kettle repair technology", "technology for the repair of kettles".

>>> in_one_order(["Teapot repair software using lids", "Software for the repair of teapots using lids"])[1]
'Teapot repair software using lids'
>>> in_one_order(["Lids of Class 2 or Class 4", "Lids of Class 4 or Class 2"])[1]
'Lids of Class 2 or Class 4'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.text.plain import stem
from controllist.patterns import pattern

_KNOWLEDGE = r"\"?(?:technology|software)(?:,?\"|\"?(?![\w-]))"
_FOR = pattern(
    rf"(?P<noun>{_KNOWLEDGE})(?:,?\s(?P<required>\"required\"))?\sfor\s(?:the\s)?(?P<act>[a-z][a-z\s-]{{3,60}}?)"
    r"(?:\sof\s(?:the\s)?(?P<goods>[a-z][a-z\s-]{2,50}?))?(?:,(?=\s)|(?=\s(?:to|using|directly|specially|having|with|for|in|when|at)\b|[;.]|$))",
    re.IGNORECASE,
)
_BEHIND = pattern(rf"(?:\s(?P<noun>{_KNOWLEDGE}))(?:,?\s(?P<required>\"required\"))?", re.IGNORECASE)
_WORDS = pattern(r"[^\W\d_][\w-]*")
_RUN = pattern(r"[\w\s-]+")
_TWO_CLASSES = pattern(r"\b(?P<noun>Class)\s(?P<one>\d+)\sor\s(?P=noun)\s(?P<other>\d+)(?![\d.])")
_FOR_WHAT = pattern(
    r"(?P<lead>\bIm\sSinne\s(?:von|der|des)\s(?:Unter)?[Nn]ummer\s\w*\d\w*(?:\sAnmerkung(?:\s\w{1,2}\b)?)?)\s"
    r"(?P<verb>ist|sind|bezieht\ssich|beziehen\ssich|bedeutet|bezeichnet|umfasst)\s(?=\S)"
)
"""How a German sentence begins that says for which number it speaks: its verb comes first then."""


def in_one_order(texts: Sequence[str]) -> list[str]:
    """Two plain texts, the second in the order of the first where they say one thing in two."""
    told = list(texts)
    if _differ_in(_PURPOSE, told):
        told = _with_purpose_first(told)
    if all(" or Class " in one for one in told):
        told = _with_classes_alike(told)
    if _differ_in(_COMPARED, told):
        told = _with_measures_named(told)
    if _differ_in(_COUNTED, told):
        told = _with_counts_alike(told)
    if sum("Im Sinne " in one for one in told):
        told = _with_verb_behind(told)
    if sum("he specified " in one for one in told) == 1:
        told = _with_participle_behind(told)
    return told


_PURPOSE = ('echnology" for ', "echnology for ", 'oftware" for ', "oftware for ", 'equired" for ')
_LONGER_THAN = ("onger than ", "ider than ", "eeper than ", "icker than ", "avier than ", "aller than ")
_COUNTED = ("one or more ", "at least ")
_COMPARED = (*_LONGER_THAN, "more than ", *_COUNTED)

ORDERS = (*_PURPOSE, *_COMPARED, " or Class ", "Im Sinne ", "he specified ")
"""Where none of these stands, words stand in one order alone."""


def _differ_in(parts: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether one of two texts holds any of some parts more often than the other."""
    return any(texts[0].count(part) != texts[1].count(part) for part in parts)


def _with_purpose_first(told: list[str]) -> list[str]:
    """The texts, in which what technology is for stands before it where one of them has it there."""
    for at in (0, 1):
        for found in _FOR.finditer(told[at]):
            words = [word for word in _WORDS.findall(f"{found['act']} {found['goods'] or ''}") if word != "the"]
            said = _said_before(words, told[1 - at], is_required=bool(found["required"]))
            if said and said.lower() not in told[at].lower():
                told[at] = told[at][: found.start()] + said + told[at][found.end() :]
                return told
    return told


def _said_before(words: Sequence[str], text: str, *, is_required: bool) -> str:
    """The stretch of a text that says all of some words right before "technology", in whatever order; empty if none."""
    meant = sorted(map(stem, words))
    for found in _BEHIND.finditer(text):
        before = [*_WORDS.finditer(text[: found.start()])][-len(words) :]
        if len(before) < len(words) or bool(found["required"]) != is_required:
            continue
        start = before[0].start()
        is_run = _RUN.fullmatch(text, start, found.start())
        if is_run and sorted(stem(word.group()) for word in before) == meant:
            return text[start : found.end()]
    return ""


_LONGER = pattern(r"\b(?P<more>longer|wider|deeper|thicker|heavier|taller)\sthan\s(?=[\d<])")
_MEASURES = {
    "longer": ("length",), "wider": ("width",), "deeper": ("depth",), "thicker": ("thickness",), "taller": ("height",),
    "heavier": ("weight", "mass"),
}  # fmt: skip
_MORE_THAN = pattern(r"more\sthan\s(?<!\wmore\sthan\s)(?P<count>one|two|three|four|five)\s(?P<noun>[a-z]{3,})")
_NEXT = {"one": "two", "two": "three", "three": "four", "four": "five", "five": "six"}
_NO_COUNT = pattern(
    r"(?:hour|minute|second|day|week|month|year|met(?:er|re)|kilo|milli|centi|micro|degree|percent|per|inch|feet|foot"
    r"|lit|gram|ton|times)"
)
"""What is measured and not counted: between two and three of them there is more."""


def _with_measures_named(told: list[str]) -> list[str]:
    """The texts, with "longer than" said as a length and "more than one" as "two or more" where the other does so."""
    for at in (0, 1):
        other = told[1 - at].lower()
        longer = _LONGER.finditer(told[at]) if any(map(told[at].__contains__, _LONGER_THAN)) else ()
        for found in reversed([*longer]):
            name = next((one for one in _MEASURES[found["more"]] if f" {one} " in other), "")
            if name and found["more"] not in other:
                told[at] = f"{told[at][: found.start()]}having a {name} greater than {told[at][found.end() :]}"
        for found in reversed([*_MORE_THAN.finditer(told[at])]):
            more = _NEXT[found["count"]]
            if not _NO_COUNT.match(found["noun"]) and (f"{more} or more {found['noun']}" in other):
                told[at] = f"{told[at][: found.start()]}{more} or more {found['noun']}{told[at][found.end() :]}"
    return told


_ANY = pattern(r"\bone\sor\smore\s(?=(?P<noun>[a-z]{3,}))"), pattern(r"\bat\sleast\sone\s(?=(?P<noun>[a-z]{3,}))")
_AT_LEAST = pattern(r"\b[Aa]t\sleast\s(?P<count>two|three|four|five|six)\s(?=(?P<noun>[a-z]{3,}))")


def _with_counts_alike(told: list[str]) -> list[str]:
    """The texts, with "one or more lids" said as "any lid", "at least one lid" as "a lid" and "at least two lids" as
    "two or more lids" where the other does so."""
    for at in (0, 1):
        other = told[1 - at].lower()
        for found in [one for form in _ANY for one in form.finditer(told[at])]:
            if f"any {found['noun']}" in other and found.group().lower() not in other:
                told[at] = told[at].replace(found.group(), "any ")
            elif (one := re.search(rf"\ban?\s(?={found['noun']}\b)", other)) and found.group().lower() not in other:
                told[at] = told[at].replace(found.group(), one.group())
        for found in reversed([*_AT_LEAST.finditer(told[at])]):
            if f"{found['count']} or more {found['noun']}" in other and f"at least {found['count']}" not in other:
                told[at] = f"{told[at][: found.start()]}{found['count']} or more {told[at][found.end() :]}"
    return told


def _with_classes_alike(told: list[str]) -> list[str]:
    """The texts, in which two classes that are each enough stand in one order."""
    found = [_TWO_CLASSES.search(text) for text in told]
    one, other = found
    if one and other and one["noun"] == other["noun"] and (one["one"], one["other"]) == (other["other"], other["one"]):
        told[1] = told[1][: other.start()] + one.group() + told[1][other.end() :]
    return told


_SPECIFIED_OF = pattern(r"\bspecified (?P<what>[a-z]{4,}) of (?=\d[\w.]|ML)")


def _with_participle_behind(told: list[str]) -> list[str]:
    """The texts, with "the specified lids of 1A001" as "the lids specified by 1A001" where the other says it so."""
    for at in (0, 1):
        for found in reversed([*_SPECIFIED_OF.finditer(told[at])]):
            said = f"{found['what']} specified "
            if said in told[1 - at]:
                told[at] = f"{told[at][: found.start()]}{said}by {told[at][found.end() :]}"
    return told


def _with_verb_behind(told: list[str]) -> list[str]:
    """The texts without the words that say for which number a sentence speaks, where one alone has them."""
    for at in (0, 1):
        for found in reversed([*_FOR_WHAT.finditer(told[at])]):
            rest = told[at][found.end() :]
            place = told[1 - at].lower().find(rest[:_HEAD].lower())
            verb = told[1 - at].find(f" {found['verb']} ", place) if place >= 0 else -1
            subject = told[1 - at][place:verb]
            if verb > 0 and found["lead"] not in told[1 - at] and rest.lower().startswith(f"{subject.lower()} "):
                told[at] = f"{told[at][: found.start()]}{subject} {found['verb']}{rest[len(subject) :]}"
    return told


_HEAD = 12
"""Characters by which the subject of a sentence is found again."""
