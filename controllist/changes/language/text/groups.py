"""Product groups that a clause cites: `3A`, `3.A.`, `3.A` before a comma or at the end of the clause.

>>> groups_in("controlled by 3.A, 3.B. or 3C, at 3 A or less")
((14, 17, '3A'), (19, 23, '3B'), (27, 29, '3C'))
"""

from __future__ import annotations

from functools import lru_cache

from controllist.figures.references import cited
from controllist.patterns import pattern

_LETTER = pattern(r"\d(?<![\w.,].)\s?\.?\s?[A-E](?!\w|\.\d)")
_WITHOUT_POINT = pattern(r"(\d)(?<![\w.$/-].)\.([A-E])(?=[,;)]|\s(?:and|or|to|through)\b|\s*$)")


@lru_cache(maxsize=16384)
def groups_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where a text cites product groups: start, end and canonical code of each."""
    if not _LETTER.search(text):
        return ()
    found = [(start, end, code) for start, end, code in cited(text) if is_group(code)]
    found += [(match.start(), match.end(), match[1] + match[2]) for match in _WITHOUT_POINT.finditer(text)]
    return tuple(sorted(found))


_IN_RUN = pattern(r"(?<![\w.$/-])(\d)\s?\.?\s?([A-E])(?:\s?\.)?(?![\w.])(?!\s\d)")


def groups_in_run(run: str) -> tuple[tuple[int, int, str], ...]:
    """The same for a stretch of text that is known to hold nothing but citations."""
    return tuple((match.start(), match.end(), match[1] + match[2]) for match in _IN_RUN.finditer(run))


def is_group(code: str) -> bool:
    """Whether a code is that of a product group."""
    return len(code) == 2 and code[0].isdigit() and code[1].isalpha()
