"""What it does that a list in a clause names more things, fewer, or the same in another order."""

from __future__ import annotations

import re

from controllist.changes.clause.ground.setting import turned
from controllist.changes.language.print.harmless import is_aside
from controllist.changes.language.same.listing import Clause, Listed
from controllist.changes.language.text.clauses import Polarity, polarity
from controllist.changes.language.text.meaning import bare
from controllist.changes.language.text.standards import STANDARD
from controllist.changes.records import AT_MOST_LESS, AT_MOST_MORE, OTHER_STANDARD, Evidence, clipped
from controllist.patterns import pattern


def list_evidence(listed: Listed, old: Clause, new: Clause) -> Evidence:
    """What it does that a list names more, fewer, or the same in another order."""
    if not listed.gone and not listed.come:
        return Evidence("order", "none", note="the same list in another form")
    said = clipped(listed.said[0]), clipped(listed.said[1])
    clause, places = (new, [one[2:] for one in listed.differences]) if listed.come else (
        old, [one[:2] for one in listed.differences])
    named = [at for at, stop in places if stop > at] or [places[0][0]]
    befores = [bare(clause.masked.text[: clause.tokens[at - 1].end if at else 0]) for at in named]
    if all(map(is_aside, befores)):
        return Evidence("example", "none", old=said[0], new=said[1])
    if all(_INCLUDING.search(_BRACKETS.sub("", before)) for before in befores):
        one_way = AT_MOST_MORE if listed.come else AT_MOST_LESS
        among = Evidence("example", "unclear", old=said[0], new=said[1], note=one_way)
        return turned(among, _way_behind(clause, named[0]))
    if STANDARD.search(" ".join(said)):
        return Evidence("standard", "unclear", old=said[0], new=said[1], note=OTHER_STANDARD)
    evidence = Evidence("alternative", "tightened" if listed.come else "relaxed", old=said[0], new=said[1])
    first = listed.differences[0]
    ways = {_way_behind(old, first.old_from), _way_behind(new, first.new_from)}
    return turned(evidence, ways.pop() if len(ways) == 1 else 0)


_BRACKETS = pattern(r"\([^()]*\)")
_INCLUDING = pattern(
    r"(?<!not\s)\b(?:including|einschließlich)\b(?:(?!,\s+(?:and|or|und|oder)\b)[^;:.()])*$", re.IGNORECASE
)
"""A list of what is among the goods named before it: most of it is so anyway."""


def _way_behind(clause: Clause, at: int) -> Polarity:
    """Which way the place behind the words before a token counts."""
    before = bare(clause.masked.text[: clause.tokens[at - 1].end if at else 0])
    return polarity(bare(clause.masked.text), len(before))
