"""The shape of a language's comparing words, and the pattern builders that the languages share.

`english`, `german` and `french` fill it, `languages` picks, `thresholds` reads it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from controllist.figures.numbers import NUMBER


class Phrases(NamedTuple):
    """One language, compiled.

    `before` matches at the end of what stands before a number, `after` at what follows a number and its unit. Both name
    their parts alike: `word` (`word2`, `word3`) compares, `neg` denies, `same` (`same2` …) says "or equal", `second` is
    the word in brackets in "less (better) than".
    """

    stems: tuple[str, ...]
    """A text in which none of these lower-case pieces stands states no limit: a cheap look before the real one."""
    counts: re.Pattern[str]
    """What a text without digits must hold to state a limit."""
    number: re.Pattern[str]
    words: dict[str, float]
    """Numbers in words."""
    multiples: dict[str, float]
    before: re.Pattern[str]
    after: re.Pattern[str]
    span: re.Pattern[str]
    """A range up to its second number."""
    directions: dict[str, str]
    """Comparing words: `up`, `down`, `best` (either), `floor`, `ceiling`, `even`."""
    weak: frozenset[str]
    """Comparisons that count only before a number with a known unit: prepositions with other meanings."""
    stops: frozenset[str]
    """Words that cannot belong to the noun phrase before a limit."""
    links: frozenset[str]
    """Words that may stand between that noun phrase and the comparison."""
    holders: frozenset[str]
    """Links after which the figure is not about the noun before them: "boxes having more than 5 kg"."""
    participles: frozenset[str]
    """Words that may stand inside a noun phrase but not end it: "operating frequency", not "devices operating"."""
    places: frozenset[str]
    determiners: frozenset[str]
    """With `places`: "accuracy along any axis of" is about the accuracy."""
    attributive: frozenset[str]
    """Nouns that keep what follows their "of": "rate of climb"."""
    dimension: re.Pattern[str]
    joins: re.Pattern[str]
    """What may stand between two limits of the same thing."""
    comma: bool
    """Whether numbers have a decimal comma."""
    smaller_is_better: re.Pattern[str]
    larger_is_better: re.Pattern[str]


SYMBOLS = r"(?P<symbol>[<>≤≥⩽⩾≦≧=]=?)"
"""Pattern of the signs of comparison."""


def words_of(line: str) -> tuple[str, ...]:
    """The words of a line of words."""
    return tuple(line.split())


def word_set(line: str) -> frozenset[str]:
    """The words of a line of words, for looking up."""
    return frozenset(line.split())


def directions(**words: str) -> dict[str, str]:
    """Which way each word points, from lists of words by direction; `a_b` stands for the two words "a b"."""
    return {word.replace("_", " "): way for way, listed in words.items() for word in listed.split()}


def compiled(pattern: str) -> re.Pattern[str]:
    """A spaced-out pattern, compiled without regard to case."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def number(words: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern of the numbers that may be figures: not those within codes, dates or names of substances."""
    ratio = r"(?P<ratio>\d+(?:[.,]\d+)?:1(?![\d:])|1:\d[\d.,]*\d|1:\d(?!\d))"
    part = r"(?:λ|lambda)\s?/\s?(?P<part>\d+)(?!\w)"
    spelled = rf"(?P<spelled>(?i:{'|'.join(words)})(?!\w))"
    not_after, not_before = (
        r"(?<![\w.,/§:±])(?<![A-Za-z\d][-–‑])",
        r"(?![A-Za-z]?\d|[.:/]\d|\.[A-E]\.|-\d{2,}-\d|-[A-Z(\[])",
    )
    return re.compile(rf"{not_after}(?:{ratio}|{part}|{NUMBER}|{spelled}){not_before}")


def counting(words: tuple[str, ...], cues: str, after: str) -> re.Pattern[str]:
    """Pattern that finds whether a text without digits can state a limit at all."""
    spelled = "|".join(words)
    return re.compile(rf"(?:{cues})\s+(?:{spelled})\b|\b(?:{spelled})\s+(?:\w+\s+){{0,5}}(?:{after})", re.IGNORECASE)


def span(opening: str, joining: str) -> re.Pattern[str]:
    """Pattern of a range: the word that opens it, its first number and unit, the word that joins, its second number."""
    bracket = r"(?:\s*\([^()]{1,24}\))?"
    return re.compile(
        rf"(?P<opening>{opening})\s*(?P<first>{NUMBER})(?P<unit>.{{0,24}}?){bracket}"
        rf"\s*(?P<joining>{joining})\s*(?P<second>{NUMBER})(?![\w]*\.\d)",
        re.IGNORECASE,
    )
