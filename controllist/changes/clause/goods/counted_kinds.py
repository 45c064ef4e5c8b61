"""Things that are counted, of which one text counts those of a kind alone: "three or more 'turned' lids".

Who has so many of the kind has so many of all. The reverse may be so, too, where the text meant that kind anyway: at
the same number less is controlled at most, and a higher one is one more reason for less.

>>> with_counted_kinds(["Pots with three or more lids", "Pots with five or more 'turned' lids"], ((), ()))[0]
['Pots with three or more lids', 'Pots with five or more lids']
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from controllist.changes.clause.ground.setting import turned
from controllist.changes.clause.terms.second_names import Limits
from controllist.changes.language.text.clauses import polarity
from controllist.changes.language.text.plain import plain
from controllist.changes.records import AT_MOST_LESS, AT_MOST_MORE, Evidence
from controllist.model import Threshold
from controllist.patterns import pattern

_OF_A_KIND = pattern(
    r"(?P<count>\b\w+\s+or\s+more)\s+(?P<kind>'[^']{3,60}'|\"[^\"]{3,60}\")\s+(?P<things>[a-z]{3,}s)\b"
)


def with_counted_kinds(texts: Sequence[str], limits: Limits) -> tuple[list[str], Limits, list[Evidence]]:
    """Two plain texts and their limits, in which both count the same things, and what the name of a kind does."""
    told, bounds, found = list(texts), list(limits), []
    for at in (0, 1):
        if " or more " not in told[at] or told[at].count(" or more ") != told[1 - at].count(" or more "):
            continue
        match = _OF_A_KIND.search(told[at])
        if match is None or match["kind"] in told[1 - at] or f" or more {match['things']}" not in told[1 - at]:
            continue
        one_way = AT_MOST_LESS if at else AT_MOST_MORE
        said = {("old", "new")[at]: match["kind"]}
        found.append(turned(Evidence("wording", "unclear", **said, note=one_way), polarity(told[at], match.start())))
        counted = f"{match['count']} {match['things']}"
        told[at] = told[at][: match.start()] + counted + told[at][match.end() :]
        bounds[at] = [_of_things(one, match["count"], counted) for one in bounds[at]]
    return told, (bounds[0], bounds[1]), found


def _of_things(one: Threshold, count: str, counted: str) -> Threshold:
    """A limit on a number of things, if the count is its own."""
    if one.unit or not plain(one.raw).startswith(count):
        return one
    return msgspec.structs.replace(one, parameter=counted.removeprefix(count).strip(), raw=counted)
