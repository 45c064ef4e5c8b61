"""Lines of a list within one text that went, or came, while the limits of another line grew, or shrank, over them.

"a. above 3 l up to 5 l; b. above 5 l up to 8 l" and "a. above 3 l up to 8 l": the second line went into the first.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from controllist.changes.records import Evidence, opposite
from controllist.patterns import pattern

TAKEN_IN = "another line whose limits moved may hold it"
_DIGIT = pattern(r"\d")


def without_taken_in(found: Sequence[Evidence]) -> list[Evidence]:
    """The evidence of a pair of clauses, in which such a line decides nothing."""
    moved = {one.effect for one in found if one.type == "threshold"}
    return [
        msgspec.structs.replace(one, effect="unclear", note=TAKEN_IN)
        if one.type == "alternative" and one.effect in ("tightened", "relaxed") and opposite(one.effect) in moved
        and _DIGIT.search(one.old or one.new)
        else one
        for one in found
    ]  # fmt: skip
