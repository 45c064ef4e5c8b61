"""Why words that one clause alone has may do nothing, although by themselves they do something.

They stand in what the other clause made a term, whose definition may say them; they name the place of goods that the
other clause points to with "those"; they spell out a purpose that it names, too; or the other clause says the one word
of a choice elsewhere, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from controllist.changes.clause.limits.limits import MEASURED
from controllist.changes.clause.replacement import EACH_FOR_ITSELF
from controllist.changes.language.same.listing import ADVERBS, Clause, keys_of
from controllist.changes.language.text.meaning import bare
from controllist.changes.language.text.segments import Segment
from controllist.changes.records import Evidence
from controllist.patterns import pattern

IN_TERM = "a word within a term"
POINTED_TO = "points to what is named"
MOVED = "words moved and changed"
OF_BOTH = "may be meant of both without saying so twice"
_POINTS = pattern(r"\b(?:those|such|these|said)\s+[\"']?(?:[\w-]+[\"']?\s*){1,3}$", re.IGNORECASE)
_PLACED = pattern(
    r"\W*(?:specified|controlled|described|listed|identified|enumerated)\s+(?:in|by|under)\s", re.IGNORECASE
)
_JOINTS = frozenset(("or", "and", "and/or", "oder", "und"))


def doubt(evidence: Evidence, one: Segment, old: Clause, new: Clause, differing: Sequence[Segment]) -> str:
    """Why evidence from words that one clause alone has decides nothing; empty if nothing is against it."""
    if evidence.note in EACH_FOR_ITSELF and any(_says_elsewhere(one, old, new, differing)):
        return MOVED
    if not (one.is_insertion or one.is_deletion) or evidence.type not in ("condition", "alternative"):
        return ""
    has, lacks, start, at = (
        (new, old, one.new_from, one.old_from) if one.is_insertion else (old, new, one.old_from, one.new_from)
    )
    stop = one.new_to if one.is_insertion else one.old_to
    words = evidence.old or evidence.new
    if _is_within_term(lacks, at - 1, at, words) and not _is_within_term(has, start - 1, stop, words):
        return IN_TERM
    if evidence.type == "condition" and _MEASURED.match(words):
        return MEASURED
    if evidence.type == "condition" and _is_adverb_again(has, start, words):
        return OF_BOTH
    if evidence.type == "condition" and _DESIGNED.fullmatch(words) and all(
        map(_stands_before_purpose, (has, lacks), (stop, at))
    ):
        return SPELT_OUT
    if evidence.type == "condition":
        before = bare(lacks.masked.text[: lacks.tokens[at - 1].end]) if at else ""
        return POINTED_TO if _PLACED.match(words) and _POINTS.search(before) else ""
    return MOVED if _says_elsewhere(one, old, new, differing)[one.is_insertion] else ""


_MEASURED = pattern(
    r"\W*(?:when|if|with|after)\s+(?:being\s+)?(?:compensat|correct|normali[sz])\w+\s+(?:for|to)\b", re.IGNORECASE
)
"""What a figure is corrected for before it is compared asks nothing of the goods."""


def _stands_before_purpose(clause: Clause, index: int) -> bool:
    """Whether a purpose follows the first so many tokens of a clause: "for the serving of tea"."""
    return _PURPOSE.match(bare(clause.masked.text[clause.tokens[index - 1].end if index else 0 :])) is not None


SPELT_OUT = "a purpose that both name, spelt out in one of them"
_DESIGNED = pattern(r"[\W_]*(?:designed|intended)(?:\s+(?:and/or|and|or)\s+(?:modified|adapted))?[\W_]*", re.IGNORECASE)
"""What goods "for" something are as a rule anyway; what is *specially* designed is another matter."""
_PURPOSE = pattern(r"[\s\"',]*for\s+[a-z\"']", re.IGNORECASE)


def _is_adverb_again(clause: Clause, start: int, words: str) -> bool:
    """Whether an adverb stands before the second of two joined words as before the first: "specially made or specially
    painted" may ask for no more than "specially made or painted"."""
    adverb = words.strip(" ,\"'").lower()
    if adverb not in ADVERBS or not start or clause.tokens[start - 1].key not in _JOINTS:
        return False
    before = bare(clause.masked.text[: clause.tokens[start - 1].start]).lower()
    return re.search(rf"\b{adverb}\s+[\w-]+\s+$", before) is not None


def _says_elsewhere(one: Segment, old: Clause, new: Clause, differing: Sequence[Segment]) -> tuple[bool, bool]:
    """Whether the one word of a choice that went stands among other words that came, and the reverse.

    At their end it would be a narrower name: "pots" and "tin pots".
    """
    others = [other for other in differing if other != one]
    if not others:
        return False, False
    gone, come = _choice(old, one.old_from, one.old_to), _choice(new, one.new_from, one.new_to)
    came = [_besides_a_name(_choice(new, other.new_from, other.new_to)) for other in others]
    went = [_besides_a_name(_choice(old, other.old_from, other.old_to)) for other in others]
    return (
        len(gone) == 1 and any(gone[0] in keys for keys in came),
        len(come) == 1 and any(come[0] in keys for keys in went),
    )


def _besides_a_name(keys: list[str]) -> list[str]:
    return keys[:-1] if len(keys) <= _LONGEST_NAME else keys


_LONGEST_NAME = 3


def _choice(clause: Clause, start: int, stop: int) -> list[str]:
    return [key for key in keys_of(clause.tokens[start:stop]) if key not in _JOINTS]


def _is_within_term(clause: Clause, left: int, right: int, words: str) -> bool:
    """Whether words have their place between two words of one marked term."""
    if left < 0 or right >= len(clause.tokens):
        return False
    before, after = clause.tokens[left], clause.tokens[right]
    between = clause.masked.text[before.end : after.start]
    return bool(before.mark) and before.mark == after.mark and before.mark not in between + words
