"""Lines of a list within one text that went, or came, while the limits of another line grew, or shrank, over them.

"a. above 3 l up to 5 l; b. above 5 l up to 8 l" and "a. above 3 l up to 8 l": the second line went into the first. One
for "above 9 l" would not have done so: no line that is left has values between its limits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from controllist.changes.place.held.boxes import Box, box_of
from controllist.changes.records import AT_MOST_LESS, AT_MOST_MORE, Effect, Evidence, clipped, opposite
from controllist.figures.thresholds import thresholds
from controllist.patterns import pattern

TAKEN_IN = "another line whose limits moved may hold it"
HELD = "another line holds it by its limits"
_DIGIT = pattern(r"\d")
_LABEL = pattern(r"[;:,.]\s+(?:(?:and|or)\s+)?[a-z]\.\s+(?=\S)")
_FIGURE = pattern(r"\d[\d.,]*\s*[^\W\d_]*")
Told = Literal["apart", "held", ""]
"""Whether a line's values are in no other line, or are all in one; empty where that is not certain."""


def without_taken_in(found: Sequence[Evidence], texts: Sequence[str]) -> list[Evidence]:
    """The evidence of a pair of clauses, in which such a line decides nothing, unless the limits of all lines tell."""
    moved = {one.effect for one in found if one.type == "threshold"}
    doubted = [one for one in found if _may_be_taken_in(one) and opposite(one.effect) in moved]
    lines = [*doubted, *[one for one in found if moved and _may_be_lines(one)]]
    if told := _told_by_limits(lines, texts) if lines else []:
        return [*told, *[one for one in found if one not in lines]]
    return [
        msgspec.structs.replace(one, effect="unclear", note=TAKEN_IN) if one in doubted else one for one in found
    ]


def _may_be_taken_in(one: Evidence) -> bool:
    is_sure = one.type == "alternative" and one.effect in ("tightened", "relaxed")
    return is_sure and _DIGIT.search(one.old or one.new) is not None


def _may_be_lines(one: Evidence) -> bool:
    """Whether evidence is about words of one side alone, with figures, of which nothing is certain."""
    is_open = one.type == "wording" and one.effect == "unclear" and one.note not in (AT_MOST_LESS, AT_MOST_MORE)
    return is_open and bool(one.old) != bool(one.new) and _DIGIT.search(one.old or one.new) is not None


def _told_by_limits(doubted: Sequence[Evidence], texts: Sequence[str]) -> list[Evidence]:
    """What the lines do that one text has more, where the limits of all lines tell; empty where they do not."""
    side = 0 if doubted[0].old else 1
    if any(bool(one.new) != bool(side) or bool(one.old) == bool(side) for one in doubted):
        return []
    lines, others = lines_of(texts[side]), lines_of(texts[1 - side])
    forms = {_form(other) for other in others}
    more = [line for line in lines if _form(line) not in forms and not _moved(line, others)]
    if not more or not all(any(shown(one) in line for line in more) for one in doubted):
        return []
    told = [_told(line, others) for line in more]
    return [_evidence(clipped(line), side, what) for line, what in zip(more, told, strict=True)] if all(told) else []


def _evidence(said: str, side: int, what: Told) -> Evidence:
    effect: Effect = "none" if what == "held" else "tightened" if side else "relaxed"
    old, new = ("", said) if side else (said, "")
    return Evidence("alternative", effect, old=old, new=new, note=HELD if what == "held" else "")


def lines_of(text: str) -> list[str]:
    """The lines of a text's list, without their labels."""
    return [line.strip(" ;,.") for line in _LABEL.split(text)[1:]]


def _form(line: str) -> str:
    return re.sub(r"\W+", " ", line).lower()


def shown(one: Evidence) -> str:
    """The beginning of what evidence quotes, without the label before it."""
    return re.sub(r"^\W*(?:[a-z]\.\s+)?", "", (one.old or one.new).removesuffix(" …"))


def _words(line: str) -> str:
    """The words of a line without its figures."""
    return _form(_FIGURE.sub("", line))


def _moved(line: str, others: Sequence[str]) -> bool:
    """Whether a line stands in the other text with one of its limits moved: it begins or ends as it did."""
    box = _box(line)
    return box is not None and any(_begins_alike(box, _box(other)) for other in others if _words(other) == _words(line))


def _begins_alike(box: Box, other: Box | None) -> bool:
    return other is not None and box.keys() == other.keys() and all(box[one][0] == other[one][0] for one in box)


def _box(line: str) -> Box | None:
    return box_of(thresholds(line, "en"))


def _told(line: str, others: Sequence[str]) -> Told:
    """Whether the limits of a line are apart from those of all others, or within those of one that says no more."""
    box, boxes = _box(line), [_box(other) for other in others]
    if not box or not all(boxes):
        return ""
    for quantity, (low, high) in box.items():
        bands = [other.get(quantity) for other in boxes if other]
        if all(band is not None and (band[1] <= low or high <= band[0]) for band in bands):
            return "apart"
    for other, words in zip(boxes, map(_words, others), strict=True):
        if other and words == _words(line) and other.keys() == box.keys() and _holds(other, box):
            return "held"
    return ""


def _holds(wider: Box, box: Box) -> bool:
    return all(wider[one][0] <= low and high <= wider[one][1] for one, (low, high) in box.items())
