"""The order of labels: which one comes first, and how far one stands behind another.

>>> opens("a"), opens("1"), opens("b")
(True, True, False)
>>> steps("a", "b"), steps("9", "10"), steps("z", "aa"), steps("aa", "bb"), steps("iv", "v"), steps("c", "a")
(1, 1, 1, 1, 1, -2)
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Literal

LabelType = Literal["letter", "number", "roman", "upper"]

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@lru_cache(maxsize=4096)
def types_of(label: str) -> tuple[LabelType, ...]:
    """The types a label can be of, likeliest first: `i` is a letter or a roman number."""
    if label.isdigit():
        return ("number",)
    if label.isupper():
        if not _roman(label):
            return ("upper",)
        return ("roman", "upper") if len(label) > 1 else ("upper", "roman")
    if _roman(label):
        return ("roman", "letter") if len(label) > 1 else ("letter", "roman")
    return ("letter",)


@lru_cache(maxsize=4096)
def opens(label: str) -> bool:
    """Whether `label` is the first of its kind."""
    return label in ("a", "1", "i", "A", "I")


@lru_cache(maxsize=65536)
def steps(before: str, label: str) -> int | None:
    """How many places `label` stands behind `before` (1: next, 0: the same, negative: earlier); None: other type."""
    distances = [
        ours - theirs
        for kind, earlier in ((k, k) for k in types_of(label))
        if earlier in types_of(before)
        for ours, theirs in product(_ordinals(label, kind), _ordinals(before, kind))
    ]
    if not distances:
        return None
    return min(distances, key=lambda d: (d != 1, d <= 0, abs(d)))


def _ordinals(label: str, kind: LabelType) -> tuple[int, ...]:
    if kind == "number":
        return (int(label),)
    if kind == "roman":
        return (_roman(label),)
    lower = label.lower()
    value = 0
    for char in lower:
        value = value * 26 + ord(char) - 96
    # After `z` some lists print aa, bb, cc, others aa, ab, ac.
    if len(lower) == 2 and lower[0] == lower[1]:
        return (value, 26 + ord(lower[0]) - 96)
    return (value,)


def _roman(label: str) -> int:
    total = 0
    lower = label.lower()
    if not set(lower) <= _ROMAN.keys():
        return 0
    values = [_ROMAN[char] for char in lower]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total
