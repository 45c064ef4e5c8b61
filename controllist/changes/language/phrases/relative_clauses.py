"""Relative clauses behind goods, which leave fewer of them: "kettles that whistle" are no more than "kettles".

>>> narrows_as_clause(" that whistle", "Kettles", ""), narrows_as_clause(" that may whistle", "Kettles", "")
(True, False)
>>> narrows_as_clause(", which whistle", "Kettles", ""), narrows_as_clause(" that whistle", "Kettles so", "")
(False, False)
"""

from __future__ import annotations

import re

from controllist.patterns import pattern

_CLAUSE = pattern(
    r"\s*(?:which|that|who)\s+(?!(?:may|might|could|would|also|otherwise|is\s+to|are\s+to)\b)[a-z]+(?:ly)?\b[^;:()]*",
    re.IGNORECASE,
)
"""Behind a comma such a clause may only tell more of the goods."""
_LEAVES_OPEN = pattern(r"\b(?:not|no|nor|or|may|also|otherwise|such|elsewhere|<refs\w*>|<list\w*>)\b|<(?:refs|list)")
_GOODS_BEFORE = pattern(
    r"(?<![\w-])(?!(?:so|such|than|those|for|and|are|ensure|note)\b)[^\W\d_][\w-]{2,}[\"')]*\s*$", re.IGNORECASE
)
_ENDS = pattern(r"[\s\"')]*(?:$|[;.,])")


def narrows_as_clause(words: str, before: str, after: str) -> bool:
    """Whether words put in between `before` and `after` are a relative clause that narrows the goods before it."""
    return (
        _CLAUSE.fullmatch(words) is not None
        and _LEAVES_OPEN.search(words) is None
        and _GOODS_BEFORE.search(before[-_LONGEST_WORD:]) is not None
        and _ENDS.match(after) is not None
    )


_LONGEST_WORD = 40
"""Characters in which the last word before the clause stands."""
