"""One condition that a clause says in another place with more words: "tin kettles", "kettles made of brass or tin".

That "tin" went from before the noun and that something came behind it are no two conditions: the one that came says
"tin" again, among what else it lets in or asks for. Which of the two holds more goods, the words do not show.

>>> _is_said_among(("tin",), ("made", "of", "brass", "or", "tin"))
False
>>> _is_said_among(("copper",), ("made", "of", "brass", "or", "copper"))
True
"""

from __future__ import annotations

from collections.abc import Sequence

from controllist.changes.language.same.listing import Clause, keys_of
from controllist.changes.language.text.plain import stem
from controllist.changes.language.text.segments import Segment
from controllist.changes.records import Evidence

RESTATED = "said with more words in another place"
_TELLING = 5
"""The letters that a word has at the least which names a material, a use or a kind, not a relation."""


def without_restated(told: Sequence[tuple[Segment, Evidence]], old: Clause, new: Clause) -> list[Evidence]:
    """The evidence of differences; of a condition of one word and another that says it again, neither decides."""
    conditions = [(one, evidence) for one, evidence in told if evidence.type == "condition"]
    restated = {
        segment
        for gone, lost in conditions
        for come, gained in conditions
        if gone.is_deletion and come.is_insertion and {lost.effect, gained.effect} == {"tightened", "relaxed"}
        if _is_restated(_keys(old, gone.old_from, gone.old_to), _keys(new, come.new_from, come.new_to))
        for segment in (gone, come)
    }
    return [_in_doubt(evidence) if one in restated else evidence for one, evidence in told]


def _keys(clause: Clause, start: int, end: int) -> list[str]:
    return keys_of(clause.tokens[start:end])


def _in_doubt(evidence: Evidence) -> Evidence:
    return Evidence(evidence.type, "unclear", evidence.parameter, evidence.old, evidence.new, RESTATED)


def _is_restated(gone: Sequence[str], come: Sequence[str]) -> bool:
    return _is_said_among(gone, come) or _is_said_among(come, gone)


def _is_said_among(word: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a run is one telling word that stands, in whatever form, among several others."""
    if len(word) != 1 or len(words) < 2 or len(word[0]) < _TELLING or not word[0].isalpha():
        return False
    return stem(word[0]) in map(stem, words)
