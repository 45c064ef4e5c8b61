"""The labels that United States lists print in full before a paragraph: `b.1.a.`, `b.1.a`, `d. through f. [Reserved]`.

>>> printed_path("b.1.a. A rim of 0.9 m")
(('b', '1', 'a'), 7)
>>> printed_path("a.1. 0.9 GPa"), printed_path("0.9 GPa or more"), printed_path("e.g., a spout")
((('a', '1'), 5), ((), 0), ((), 0))
>>> follows(("a", "2", "c"), ("a", "3")), follows(("a", "2"), ("c",)), resolved(("b", "1"), ("2",))
(True, False, ('b', '2'))
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

Path = tuple[str, ...]

_PART = r"(?:[a-z]{1,2}|\d{1,3})"
_LABEL = re.compile(
    rf"""( [a-z]{{1,2}} (?:\.+{_PART})*      # b.1.a
         | \d{{1,2}} (?:\.[a-z](?:\.+{_PART})*)?   # 1, or 2.c.1 in the list of a note
         )
         (\.*) (?=[\s\[(“"'‘A-Z–—-]|$) \s*""",
    re.VERBOSE,
)
_RANGE = re.compile(
    rf"\s*(?:through|thru|to|and|[-–—,])\s*\.?({_PART}(?:\.{_PART})*)\.?[\s,]*(?=\[?reserved)", re.IGNORECASE
)
_BARE = re.compile(rf"({_PART}(?:\.{_PART})*)\.?")
_LONGEST_RANGE = 60
_OPENERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_FIRST = frozenset({"a", "1"})


def printed_path(text: str) -> tuple[Path, int]:
    """The labels at the head of `text` and where the text goes on after them; `((), 0)` if it bears none."""
    if text[:1] not in _OPENERS or not (match := _LABEL.match(text)):
        return (), 0
    label, dots = match.groups()
    if not dots and "." not in label:
        # "a thickness of" is text; without its dot a single letter is a label only where it opens a reserved range.
        return ((label,), match.end()) if _RANGE.match(text, match.end(1)) else ((), 0)
    path = _path_of(label)
    return path, match.end() if path else 0


@lru_cache(maxsize=8192)
def _path_of(label: str) -> Path:
    """The parts of a printed label; none where two different letters stand together, as in no label."""
    path = tuple(filter(None, label.split(".")))
    return () if any(len(part) == 2 and part.isalpha() and part[0] != part[1] for part in path) else path


def reserved_range(first: Path, rest: str) -> tuple[tuple[Path, ...], str]:
    """The paths of a range such as `d. through f. [Reserved]`, and the words after it; no paths if it is none.

    `first` is the path at the head, `rest` the text after it.
    """
    match = _RANGE.match(rest)
    if not match:
        return (), rest
    last = match[1].split(".")[-1]
    labels = _labels_between(first[-1], last)
    return tuple((*first[:-1], label) for label in labels), rest[match.end() :]


def leftover_range(path: Path, text: str) -> tuple[tuple[Path, ...], str]:
    """Like `reserved_range`, where a converter cut the text inside its labels (`2 to y.5. [Reserved]`)."""
    head = _BARE.match(text)
    if head and path[-1:] == (head[1].split(".")[-1],) and (found := reserved_range(path, text[head.end() :]))[0]:
        return found
    return reserved_range(path, text)


def _labels_between(first: str, last: str) -> list[str]:
    labels = [first]
    while labels[-1] != last and len(labels) < _LONGEST_RANGE:
        following = _next(labels[-1])
        if not following:
            return [first]
        labels.append(following)
    return labels if labels[-1] == last else [first]


def _next(label: str) -> str:
    return _NEXT.get(label, "")


def _successors() -> dict[str, str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    order = [*letters, *(letter * 2 for letter in letters)]
    numbers = [str(number) for number in range(1000)]
    return {**dict(pairwise(order)), **dict(pairwise(numbers))}


_NEXT = _successors()


@lru_cache(maxsize=16384)
def follows(before: Path, path: Path) -> bool:
    """Whether `path` comes next after `before` in a list whose labels are printed in full."""
    depth = 0
    for old, new in zip(before, path, strict=False):
        depth += 1
        if old != new:
            return _NEXT.get(old) == new and (depth == len(path) or _all_first(path[depth:]))
    return len(path) > len(before) and _all_first(path[depth:])


@lru_cache(maxsize=16384)
def resolved(before: Path, path: Path) -> Path:
    """The full path of labels that may be printed from some ancestor on only; empty if they follow from nothing."""
    return path if follows(before, path) else in_list(before, path)


@lru_cache(maxsize=16384)
def in_list(before: Path, path: Path) -> Path:
    """Where `path` stands in a list that prints each label alone, the deepest place first; empty if nowhere."""
    for depth in range(len(before), -1, -1):
        if follows(before, full := (*before[:depth], *path)):
            return full
    return ()


def _all_first(path: Path) -> bool:
    return not path or _FIRST.issuperset(path)
