"""Long notes of many lines of which few differ: what both editions have is left out before they are compared.

A line that differs is read with what stands around it: the words that lead into the whole list, the lines that it
stands under by their labels, the first line of each such list, and its neighbours. Lines that both have and that are
none of these say nothing.

>>> before = "Not controlled:\\na. Pots;\\nb. Pans:\\n1. Of tin;\\n2. Of clay;\\nc. Lids;\\nd. Cups;\\ne. Jugs."
>>> kept = lines_apart(before.split("\\n"), before.replace("Of clay", "Of glass").split("\\n"))
>>> kept[0] == kept[1], sorted(kept[0])
(True, [0, 1, 2, 3, 4, 5, 6])
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from difflib import SequenceMatcher

from controllist.changes.clause.ground.setting import Setting
from controllist.model import Node, Threshold
from controllist.patterns import pattern

_FEWEST = 3
"""Lines that must be left out at least; otherwise the whole is read."""
_BEHIND = 2
"""Lines behind one that tell whether it is the last but one of its list."""
_LABEL = pattern(r"\(?([a-z]|\d{1,2})[.)](?=\s|$)")
_FIRST = ("a", "1")
_ORS = (" or", " oder")
Read = tuple[str, tuple[Threshold, ...]]


def what_is_compared(old: Node, new: Node, setting: Setting) -> tuple[Read, Read]:
    """The texts and limits of two nodes; where few of many lines differ, of these alone with what surrounds them.

    A substance is known wherever in a clause its number stands, a line that cites what bears another number now may
    mean something else although it says the same, and whether an "or" only moved on is told by all lines: then all is
    read.
    """
    whole = (old.text, old.thresholds), (new.text, new.thresholds)
    lines = old.text.split("\n"), new.text.split("\n")
    if min(map(len, lines)) <= _FEWEST or old.cas or new.cas or setting.within[0] != setting.within[1]:
        return whole
    renamed = setting.lineage.renamed
    if any(renamed.get(code, code) != code for code in (*old.refs, *new.refs)):
        return whole
    if any(line.endswith(_ORS) for line in {*lines[0]} ^ {*lines[1]}):
        return whole
    kept = lines_apart(*lines)
    if len(lines[0]) - len(kept[0]) < _FEWEST or _leads_apart(lines[0], kept[0]):
        return whole
    left, right = _read(old, lines[0], kept[0]), _read(new, lines[1], kept[1])
    return (left, right) if left and right else whole


def lines_apart(old: Sequence[str], new: Sequence[str]) -> tuple[Set[int], Set[int]]:
    """The places of the lines that differ between two lists, and of what surrounds them, in either of them."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    partner = {one.a + at: one.b + at for one in blocks for at in range(one.size)}
    origin = {there: here for here, there in partner.items()}
    kept = _surrounding(old, [at for at in range(len(old)) if at not in partner])
    also = _surrounding(new, [at for at in range(len(new)) if at not in origin])
    return kept | {origin[at] for at in also if at in origin}, also | {partner[at] for at in kept if at in partner}


def _surrounding(lines: Sequence[str], differing: Collection[int]) -> set[int]:
    """The places of some lines, of their neighbours, of all that these stand under, and of the first of each list."""
    above = _aboves(lines)
    waiting = [at for one in differing for at in range(one - 1, one + _BEHIND + 1) if at < len(lines)]
    found = {0}
    while waiting:
        at = waiting.pop()
        if at > 0 and at not in found:
            found.add(at)
            waiting += [above[at], above.index(above[at], 1)]
    return found


def _aboves(lines: Sequence[str]) -> list[int]:
    """The place of the line under which each stands, by their labels; what has none goes on with the line before it."""
    found: list[int] = []
    lead = 0
    open_: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        match = _LABEL.match(line)
        if not match:
            found.append(max(at - 1, 0))
            lead = lead if open_ else at
            continue
        label = match[1]
        while open_ and label not in _FIRST and not _follows(open_[-1][1], label):
            open_.pop()
        if open_ and label not in _FIRST:
            open_.pop()
        found.append(open_[-1][0] if open_ else lead)
        open_.append((at, label))
    return found


def _follows(label: str, other: str) -> bool:
    """Whether one label is the next behind another of the same list."""
    if label.isdigit() or other.isdigit():
        return label.isdigit() and other.isdigit() and int(other) == int(label) + 1
    return ord(other) == ord(label) + 1


def _leads_apart(lines: Sequence[str], kept: Set[int]) -> bool:
    """Whether lines that are left out lead into lists while none of the others does."""
    leading = {at for at, line in enumerate(lines) if "ollow" in line}
    return bool(leading) and not leading & kept


def _read(node: Node, lines: Sequence[str], kept: Set[int]) -> Read | None:
    """Some lines of a node and the limits that stand in them; None where it is not known where a limit stands."""
    ends = [0]
    for line in lines:
        ends.append(ends[-1] + len(line) + 1)
    limits: list[Threshold] = []
    at, number = 0, 0
    for threshold in node.thresholds:
        start = node.text.find(threshold.raw, at) if threshold.raw else -1
        if start < 0:
            return None
        at = start + len(threshold.raw)
        while ends[number + 1] <= start:
            number += 1
        limits += [threshold] if number in kept else []
    return "\n".join([line for number, line in enumerate(lines) if number in kept]), tuple(limits)
