"""One grammar for item codes: the canonical form, and each list's way of citing it.

>>> canonical("3.A.1.a.5.a.1."), canonical("3A001(a)(5)(a)(1)"), canonical("3A1901a15"), canonical("ML7.e.1.")
('3A001.a.5.a.1', '3A001.a.5.a.1', '3A1901.a.15', 'ML7.e.1')
>>> cite("3A001.a.5", "wassenaar"), cite("3A001.a.5", "brackets"), cite("3A1901.a.15", "compact")
('3.A.1.a.5.', '3A001(a)(5)', '3A1901a15')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

Style = Literal["dotted", "wassenaar", "brackets", "compact"]

_ENTRY = re.compile(
    r"""
      (?P<dual>   \d [A-EYZ] \d{3,4} (?!\d) )            # 3A001, 4A1906, 0Y521
    | (?P<wa>     \d \s*\.\s* [A-E] \s*\.\s* \d{1,3} (?!\d) )   # 3.A.1
    | (?P<ml>     ML \.? \s* \d{1,3} (?!\d) )            # ML7, ML101, and the slip ML.7
    | (?P<plain>  \d{4} (?!\d) )                         # 0010 (Germany's munitions), 5506 (Canada)
    | (?P<guide>  \d - \d{1,2} (?!\d | \s*\.\s*[A-E]) )  # 3-01, 9-1 (Canada)
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"[.\s(]*([A-Za-z]{1,5}|\d{1,3})(?=$|[.\s()\d]|(?<=\d)[a-z])[)]?")
_DUAL_USE = re.compile(r"\d[A-Z]\d{3}")
_COMPACT_LABEL = re.compile(r"[a-z]+|\d+")


def _entry_from(match: re.Match[str]) -> str:
    if match["wa"]:
        category, group, number = (part.strip() for part in match["wa"].split("."))
        return f"{category}{group}{int(number):03d}"
    return match.group().replace(" ", "").replace("\xa0", "").replace("ML.", "ML")


_LETTERS_AND_FIGURES = re.compile(r"(?:[a-z]+|\d+)+")


@lru_cache(maxsize=65536)
def canonical(printed: str) -> str:
    """Canonical form of one printed code, or the empty string if `printed` is not a code."""
    text = printed.strip().rstrip(".")
    match = _ENTRY.match(text)
    if not match:
        return ""
    labels: list[str] = []
    rest = text[match.end() :]
    if rest and _LETTERS_AND_FIGURES.fullmatch(rest) and (match["dual"] or match["plain"]):
        labels = _COMPACT_LABEL.findall(rest)
    else:
        at = 0
        while at < len(rest):
            label = _LABEL.match(rest, at)
            if not label:
                return ""
            labels.append(label[1])
            at = label.end()
            if rest[at:].strip(". )") == "":
                break
    return ".".join([_entry_from(match), *labels])


def entry_of(code: str) -> str:
    """The entry a canonical code belongs to: `3A001` for `3A001.a.5`."""
    return code.partition(".")[0]


def labels_of(code: str) -> tuple[str, ...]:
    """The labels of a canonical code below its entry: `("a", "5")` for `3A001.a.5`."""
    return tuple(code.split(".")[1:])


def parent_of(code: str) -> str:
    """The canonical code one level up: `3A001.a` for `3A001.a.5`, empty for an entry."""
    return code.rpartition(".")[0]


def group_of(entry: str) -> str:
    """The product group a dual-use entry stands in: `3A` for `3A001`; empty for other codes."""
    return entry[:2] if _DUAL_USE.match(entry) else ""


@lru_cache(maxsize=4096)
def subject_of(code: str) -> str:
    """What a code controls: `software` (group D, ML21), `technology` (group E, ML22), else `goods`; empty if unknown.

    >>> subject_of("8A001.f"), subject_of("8E002.c"), subject_of("ML21.b")
    ('goods', 'technology', 'software')
    """
    entry = entry_of(code)
    if group := group_of(entry):
        return {"D": "software", "E": "technology"}.get(group[1], "goods")
    if entry.startswith("ML"):
        return {"ML21": "software", "ML22": "technology"}.get(entry, "goods")
    return ""


@lru_cache(maxsize=16384)
def group_and_subject(code: str) -> tuple[str, str]:
    """The letter of a dual-use code's product group, empty for other codes, and what the code controls.

    >>> group_and_subject("8A001.f"), group_and_subject("ML21.b")
    (('A', 'goods'), ('', 'software'))
    """
    return group_of(entry_of(code))[1:], subject_of(code)


def in_short(codes: Iterable[str]) -> str:
    """Codes in their order as one line, those of one parent drawn together.

    >>> in_short(["3A001.a.2", "3A001.a.1", "3A002"])
    '3A001.a.1 .2, 3A002'
    """
    parts: list[str] = []
    above = ""
    for code in sorted(codes, key=sort_key):
        parent, _, label = code.rpartition(".")
        if parent and parent == above:
            parts[-1] += f" .{label}"
        else:
            parts.append(code)
        above = parent
    return ", ".join(parts)


@lru_cache(maxsize=65536)
def cite(code: str, style: Style) -> str:
    """A canonical code as a list of that style prints it."""
    entry, labels = entry_of(code), labels_of(code)
    if style == "wassenaar":
        if match := re.fullmatch(r"(\d)([A-E])(\d{3})", entry):
            entry = f"{match[1]}.{match[2]}.{int(match[3])}"
        return ".".join([entry, *labels]) + "."
    if style == "brackets":
        return entry + "".join(f"({label})" for label in labels)
    if style == "compact":
        return entry + "".join(labels)
    return code


def sort_key(code: str) -> tuple[tuple[int, int, str], ...]:
    """Key that sorts codes as a list does: `a.9` before `a.10`, `z` before `aa`."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, len(part) if len(part) < 3 else 0, part)
        for part in re.findall(r"\d+|[A-Za-z]+", code)
    )


_MENTION_BEGINS = re.compile(r"[\dM](?<![\w.-].)(?=\s?\.?\s?[A-E]|[YZ]\d|L\.?\s?\d|0\d\d|\d{3}\(\d)")
"""The first character of a code, which is looked for much faster than the whole."""
_MENTION = re.compile(
    r"""
    (?: \d \s?\.\s? [A-E] \s?\.\s? \d{1,3} (?!\d)      # 3.A.1
      | \d [A-EYZ] \d{3,4} (?!\d)                       # 3A001
      | ML \.? \s? \d{1,3} (?!\d)                       # ML7, and the slip ML.7
      | 00\d\d (?!\d)                                   # 0010
      | \d{4} (?=\(\d)                                  # 5506(2)
    )
    (?: \s? \( (?:[a-z]{1,4}|[A-Z]|\d{1,3}) \)          # (a)(5)
      | \. (?: (?:[a-z]{1,2}|\d{1,3}) (?!\w) | \s (?:[a-z]|\d{1,2}) (?=\.) )   # .a.5, . a. 5.
      | , [a-z] , \d{1,2} (?!\w)                        # 3A001,a,5: commas for points
      | (?<=\d) [a-z] (?![a-z]) | (?<=[a-z]) \d{1,2}    # 0001a1
    )*
    """,
    re.VERBOSE,
)


def mentions(text: str) -> list[tuple[int, int, str]]:
    """Item codes printed in `text`: (start, end, canonical code) of each, in order."""
    found = []
    past = 0
    for begin in _MENTION_BEGINS.finditer(text):
        match = _MENTION.match(text, begin.start()) if begin.start() >= past else None
        if match is None:
            continue
        past = match.end()
        if code := canonical("".join(match.group().replace(",", ".").split())):
            found.append((match.start(), match.end(), code))
    return found
