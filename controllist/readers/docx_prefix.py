"""What is printed at the head of a Word paragraph: `3.⇥A.⇥1.⇥a.⇥5.⇥` or a run of empty tabs and one label.

>>> prefix_of(("3.", "A.", "1.", "a.", "5.", "Kettles"))
Prefix(labels=('3', 'A', '1', 'a', '5'), start=0, text='Kettles', last=4)
>>> prefix_of(("", "", "", "b.", "Teapots, as follows:"))
Prefix(labels=('b',), start=3, text='Teapots, as follows:', last=3)
>>> prefix_of(("ML7.", "e.", "Spoons"))
Prefix(labels=('ML7', 'e'), start=0, text='Spoons', last=1)
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ONE = r"(?:ML\s?\d{1,3}|\d{1,3}|[A-Za-z]|([a-z])\1)"
_LABELS = re.compile(rf"{_ONE}\s*\.(?:\s*{_ONE}\s*\.)*", re.VERBOSE)
_LABEL = re.compile(r"ML\s?\d{1,3}|\d{1,3}|[A-Za-z]{1,2}")
_BARE = re.compile(r"ML\s?\d{1,3}|\d{1,3}|[A-E]|[a-z]")
_FOOTNOTED = re.compile(r"\.\*+$")  # `ML1.*`: the sign of a footnote is no part of the label
_GLUED = re.compile(r"(ML\s?\d{1,3}|\d{1,2}|[A-Ea-z])\s*\.\s+(?=\S)")
_GLUED_PREFIX = re.compile(r"(\d)\s*\.\s*([A-E])\s*\.\s*(?:(\d{1,2})\s*\.\s*)?(?=[A-Z\"“'(])")


class Prefix(NamedTuple):
    """The labels at a paragraph's head; `start` is the tab position of the first; `text` what follows them."""

    labels: tuple[str, ...]
    start: int
    text: str
    last: int = 0
    """Which field holds the last label."""


def prefix_of(fields: tuple[str, ...]) -> Prefix:
    """The prefix of a paragraph given as its parts between tabs."""
    labels: list[str] = []
    start = at = 0
    rest = list(fields)
    while rest:
        part = _FOOTNOTED.sub(".", rest[0])
        if not part:
            at += 1
            rest.pop(0)
            continue
        # A bare label counts only where labels stand before it or text follows in another field.
        bare = len(rest) > 1 and any(rest[1:]) and bool(labels) and _BARE.fullmatch(part)
        if not (_LABELS.fullmatch(part) or bare) or (len(rest) == 1 and not labels and not part.startswith("ML")):
            break
        found = [label.replace(" ", "").replace("\xa0", "") for label in _LABEL.findall(part)]
        start = start if labels else at
        labels += found
        at += max(len(found), 1)
        rest.pop(0)
    text = " ".join(part for part in rest if part)
    last = len(fields) - len(rest) - 1
    if glued := _glued(labels, text):
        start = start if labels else at
        last = next((i for i in range(last + 1, len(fields)) if fields[i]), last)
        labels += glued[0]
        text = glued[1]
    return Prefix(tuple(labels), start if labels else at, text, max(last, 0))


def _glued(labels: list[str], text: str) -> tuple[list[str], str] | None:
    """Labels that a blank instead of a tab parts from the text: `7.⇥A. SYSTEMS`, `a. Kettles`."""
    if not labels and (match := _GLUED_PREFIX.match(text)):
        return [part for part in match.groups() if part], text[match.end() :]
    match = _GLUED.match(text)
    if match and (not labels or len(labels) < 3):
        return [match[1].replace(" ", "")], text[match.end() :]
    return None
