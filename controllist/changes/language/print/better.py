"""Where a comparison with a grade stands: "grade III or better" is "equal to or better than grade III".

>>> said = ["Lids of grade III or better;", "Lids equal to or better than grade III or “equal norms”;"]
>>> with_one_comparison(said, ((), ()))[0]
['Lids of grade III;', 'Lids grade III or “equal norms”;']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.language.text.plain import plain
from controllist.model import Threshold
from controllist.patterns import pattern

_COMPARED = (
    r"\b(?:of\s+)?(?:equal\s+to\s+or\s+better\s+than|better\s+than\s+or\s+equal\s+to)\s+|\bgrößer/gleich\s+(?:der\s+)?"
)
_BEFORE = pattern(_COMPARED, re.I)
_BEHIND = pattern(r"\s*,?\s+(?:or\s+better|oder\s+besser)\b(?!\s+than|\s*\()", re.I)
_BEFORE_GRADE = pattern(rf"(?:{_COMPARED})(?=(?:the\s+)?\w*(?:level|class|grade|stufe|klasse)\b)", re.I)
"""The same before the name of a grade."""
Thresholds = Sequence[Threshold]


def with_one_comparison(
    texts: Sequence[str], thresholds: tuple[Thresholds, Thresholds]
) -> tuple[list[str], tuple[Thresholds, Thresholds]]:
    """Two plain texts without the comparison, where one has it before the grade and the other behind it.

    Where one has it before a grade and the other has none, it stands as an alternative: "to or better grade III".
    What was read as a threshold of the words that are left out is none.
    """
    if not any("better than" in text or "größer/gleich" in text for text in texts):
        return list(texts), thresholds
    before = [len(_BEFORE.findall(text)) for text in texts]
    behind = [len(_BEHIND.findall(text)) for text in texts]
    if sorted(before) == [0, 1] and behind == [0, 0]:
        told = [_BEFORE_GRADE.sub(_with_better, text) for text in texts]
    elif sorted(before) == [0, 1] and behind == before[::-1]:
        told = [(_BEFORE if one else _BEHIND).sub("", text, count=1) for text, one in zip(texts, before, strict=True)]
    else:
        return list(texts), thresholds
    left = [[one for one in found if plain(one.raw) in text] for text, found in zip(told, thresholds, strict=True)]
    return told, (left[0], left[1])


def _with_better(match: re.Match[str]) -> str:
    """The comparison before a grade as one more that counts beside it."""
    return "oder besser " if match.group().lower().startswith("größer") else "to or better "


_EQUIVALENT = pattern(
    r"\W*(?:or|oder)\W+(?:(?:to|an?|its|their|national|equal)\s+)*(?:equivalents?|gleichwertige\w*)\b\W*(?:standards?|norm(?:en)?)?\W*",
    re.I,
)


def is_equivalent_standard(words: str) -> bool:
    """Whether words name, behind an "or", nothing but standards that are equivalent to the one before them."""
    return _EQUIVALENT.fullmatch(words) is not None
