"""What goes on behind a limit: the other sides of a size, and a formula of which the limit is the first figure.

>>> other_sides("not exceeding 50 cm × 90 cm.", 19, measure(50, "cm"))
((0.9,), 27)
"""

from __future__ import annotations

import re

from controllist.changes.language.text.quantities import Measure, comparable, measure
from controllist.figures.numbers import NUMBER, read_number
from controllist.figures.units import unit_end
from controllist.patterns import pattern

_SIDE = pattern(rf"\s*[×x]\s*(?P<number>{NUMBER})\s*(?=[^\W\d])")
_FORMULA_GOES_ON = pattern(r"\s*(?:[+×*/÷]|divided\s+by\b|times\b|multiplied\s+by\b|plus\b|minus\b)\s*[\w(]")
_IN_FORMULA = pattern(r"[-+×*/÷(]\s*$|\bL\s*/\s*$")
_CLAUSE_ENDS = pattern(r"[;:]|[.](?:\s|$)|$")


def other_sides(text: str, end: int, first: Measure) -> tuple[tuple[float, ...], int]:
    """The other sides of a size whose first side ends at `end`, on the base scale, and where the last one ends."""
    sides: list[float] = []
    while (match := _SIDE.match(text, end)) and (stop := unit_end(text, match.end())) > match.end():
        number = read_number(match["number"])
        side = measure(number.value, text[match.end() : stop])
        if number.doubtful or not comparable(side, first):
            break
        sides.append(side.value)
        end = stop
    return tuple(sides), end


def have_one_rest(old: tuple[str, int, int], new: tuple[str, int, int]) -> bool:
    """Whether two limits, each a text with start and end, are the first figures of formulas that go on in one way.

    Such a limit grows with its first figure, whatever the rest comes to: lengths and frequencies are above zero.
    """
    rests = [text[end : _CLAUSE_ENDS.search(text, end).start()].strip(" ,").lower() for text, _, end in (old, new)]  # type: ignore[union-attr]  # the end of the text always matches
    starts = [text[max(0, start - 8) : start] for text, start, _ in (old, new)]
    return (
        rests[0] == rests[1]
        and _FORMULA_GOES_ON.match(rests[0]) is not None
        and all(start >= 0 for _, start, _ in (old, new))
        and not any(map(_IN_FORMULA.search, starts))
    )


_SHARE_AT_MOST = pattern(
    r"\b(?:(?:no|not)\s+more|less|fewer)\s+than\s+[\d.,]+\s?(?:%|per\s?cent)\s+of\s+(?:(?:the|all)\s+)?[\w-]+\s+$",
    re.IGNORECASE,
)


_FARTHEST = 60
"""Characters before a limit among which the share stands that it is counted for."""


def is_of_share(before: str) -> bool:
    """Whether the words before a limit bound the share of what has it: the more have it, the less is controlled.

    >>> is_of_share("Tea with no more than 5% of the leaves "), is_of_share("Tea with leaves ")
    (True, False)
    """
    near = before[-_FARTHEST:]
    return " of " in near and ("%" in near or "cent" in near) and _SHARE_AT_MOST.search(near) is not None
