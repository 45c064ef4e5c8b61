"""The lines of a list that stands inside one text: empty ones left out, and differences cut where a line begins.

>>> without_empty_lines("1A001 does not apply to: a. Toys; b. Not used since 2018; c. Models")
'1A001 does not apply to: a. Toys; c. Models'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from controllist.changes.language.text.meaning import Token, lists_of
from controllist.changes.language.text.segments import Segment
from controllist.patterns import pattern

_EMPTY = pattern(
    r"(?<![\w.])(?:\(?[a-z]\)|[a-z]\.|\d{1,2}\.)\s+"
    r"(?:\[?\s*(?:reserved|not\s+used(?:\s+since\s+\d{4})?|intentionally\s+left\s+blank|deleted|repealed|entfallen|nicht\s+belegt)\s*\]?)"
    r"\s*(?:[;,.]\s*(?:(?:and|or|und|oder)\b\s*)?)?(?=$|[\s(]*(?:[a-z]|\d{1,2})[.)])",
    re.IGNORECASE,
)
_PARTS_OF_EMPTY = ("eserved", "ot used", "eleted", "epealed", "left blank", "ntfallen", "icht belegt", "[")
"""Where none of these stands, no line is empty."""
_LINE = pattern(
    r"[;:.][\s\"')]*(?:(?:and|or|und|oder)[\s,]+)?(?:\(?[a-z]\)|[a-z]\.|\d{1,2}\.)\s+(?:(?:an?|the)\s+)?$", re.I
)
_LABEL_ENDS = pattern(r"[.)]\s+(?=\S)")
_LABEL = pattern(r"(?:^|[;:.,>]\s+|\b(?:and|or|und|oder)\s+)\(?([a-z]|\d{1,2})$")
_LONGEST_LABEL = 12
"""Characters of a label with the conjunction and the blanks before it."""


def without_empty_lines(text: str) -> str:
    """A plain text without the lines whose label is kept while nothing stands in them."""
    return _EMPTY.sub("", text) if any(part in text for part in _PARTS_OF_EMPTY) else text


_LINE_JOINT = pattern(
    r"(?P<mark>[;,.])\s+(?:and/or|and|or|und|oder)(?=\s+(?:\(?[a-z]\)|[a-z]\.|\d{1,2}\.)\s)", re.IGNORECASE
)
_ANY_OR_ALL = frozenset(("any", "all"))


def without_line_joints(texts: list[str]) -> list[str]:
    """Two plain texts without the conjunctions before the lines of lists, where what leads into a list tells of each
    whether all of its lines are asked for or any.

    >>> without_line_joints(["Any of the following: a. Tin; or b. Wax", "Any of the following: a. Tin; and b. Wax"])
    ['Any of the following: a. Tin; b. Wax', 'Any of the following: a. Tin; b. Wax']
    """
    if texts[0] == texts[1] or not all("ollowing" in text for text in texts):
        return texts
    found = [_LINE_JOINT.search(text) for text in texts]
    if not all(found):
        return texts
    for text, first in zip(texts, found, strict=True):
        marks = lists_of(text)
        if not marks or first is None or marks[0].start > first.start() or {one.key for one in marks} - _ANY_OR_ALL:
            return texts
    return [_LINE_JOINT.sub(r"\g<mark>", text) for text in texts]


def cut_at_lines(
    differing: Sequence[Segment], texts: tuple[str, str], tokens: tuple[Sequence[Token], Sequence[Token]]
) -> list[Segment]:
    """The differences; where a replacement goes on into a line that only one side has, that line stands apart."""
    found: list[Segment] = []
    for one in differing:
        if one.is_insertion or one.is_deletion:
            found.append(one)
            continue
        cuts = (
            _line_within(texts[0], tokens[0], one.old_from, one.old_to),
            _line_within(texts[1], tokens[1], one.new_from, one.new_to),
        )
        if cuts[1] is not None and cuts[0] is None:
            found += [one._replace(new_to=cuts[1]), Segment(one.old_to, one.old_to, cuts[1], one.new_to)]
        elif cuts[0] is not None and cuts[1] is None:
            found += [one._replace(old_to=cuts[0]), Segment(cuts[0], one.old_to, one.new_to, one.new_to)]
        else:
            found.append(one)
    return found


def _line_within(text: str, tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """The first token behind `start` that begins a line."""
    for at in range(start + 1, stop):
        if _LINE.search(text[tokens[at - 1].end : tokens[at].start]):
            return at
    return None


def line_at(text: str, at: int) -> str:
    """The label of the line in which a place stands, empty for a text without such lines."""
    label = ""
    for end, found in _labels_of(text):
        if end >= at:
            break
        if found.isalpha() or not label.isalpha():
            label = found
    return label


@lru_cache(maxsize=4096)
def _labels_of(text: str) -> tuple[tuple[int, str], ...]:
    """The labels of a text's lines, each with the place where it ends."""
    found: list[tuple[int, str]] = []
    past = 0
    for mark in _LABEL_ENDS.finditer(text):
        if label := _LABEL.search(text, max(past, mark.start() - _LONGEST_LABEL), mark.start()):
            past = mark.end()
            found.append((past, label[1]))
    return tuple(found)
