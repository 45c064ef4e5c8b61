"""Which labelled paragraphs of a provision are its sub-items, and which belong to a note among them.

hklm prints the numbers of a note's own list like those of sub-items, and beside them: a provision may hold "Note:",
"X does not apply to the following:", (a), (b), and then its own (a). What decides is, in this order: the number that
directly follows a note's head, the sequence of the note's numbers and list (unless the number is printed in another
way), a colon that announces a list, and the sequence of the provision's own items.

>>> labels_in("(a)"), labels_in("2."), labels_in("(c)-(e)"), labels_in("—")
(('a',), ('2',), ('c', 'd', 'e'), ())
>>> follows("9", "10"), follows("z", "aa"), follows("c", "a")
(True, True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from controllist.lines import Role

Belongs = Literal["own", "numbered", "listed"]

_BRACKETED = re.compile(r"\(([0-9A-Za-z]{1,4})\)")
_DOTTED = re.compile(r"(\d{1,3}|[A-Za-z]{1,2})\.")
_RANGE = re.compile(r"\(?([0-9]{1,3}|[A-Za-z]{1,2})\)?\s*[-–—]\s*\(?([0-9]{1,3}|[A-Za-z]{1,2})\)?\.?")
_ANNOUNCING = (":", "—", "–")


def labels_in(number: str) -> tuple[str, ...]:
    """The labels a displayed number stands for: one, or all of a range; none for a dash or an empty number."""
    if match := _BRACKETED.fullmatch(number) or _DOTTED.fullmatch(number):
        return (match[1],)
    if match := _RANGE.fullmatch(number):
        return tuple(_between(match[1], match[2]))
    return ()


def _between(first: str, last: str) -> Iterable[str]:
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first), int(last) + 1)]
    labels = [first]
    while labels[-1] != last and len(labels) < 60:
        labels.append(_next_letter(labels[-1]))
    return labels


def _next_letter(label: str) -> str:
    if label[-1] in "zZ":
        return chr(ord(label[-1]) - 25) * (len(label) + 1)
    if len(label) == 2 and label[0] == label[1]:
        return chr(ord(label[0]) + 1) * 2
    return label[:-1] + chr(ord(label[-1]) + 1)


def follows(before: str, label: str) -> bool:
    """Whether `label` is the next after `before`: 2 after 1, b after a, aa after z, ab or bb after aa."""
    if not before or before.isdigit() != label.isdigit():
        return False
    if label.isdigit():
        return int(label) == int(before) + 1
    return label in (_next_letter(before), before[:-1] + chr(ord(before[-1]) + 1))


def opens_list(label: str) -> bool:
    """Whether `label` is the first of a sequence."""
    return label in ("1", "a", "i", "A")


@dataclass
class Note:
    """A note that is open among the blocks of one provision, and how far its numbers and its list have come."""

    role: Role
    name: str = ""
    has_text: bool = False
    numbered: str = ""
    listed: str = ""
    dotted: bool = False
    """Whether the numbers of its list are printed `1.`, not `(1)`."""
    last_text: str = ""

    def announces_list(self) -> bool:
        """Whether its last words promise a list."""
        return self.last_text.rstrip().endswith(_ANNOUNCING)


@dataclass
class Siblings:
    """The blocks of one provision so far: its last text, its last own item, the note that is open."""

    last_text: str = ""
    last_item: str = ""
    note: Note | None = None

    def awaits_items(self) -> bool:
        """Whether the provision's own text has promised items that have not begun."""
        return not self.last_item and self.last_text.rstrip().endswith(_ANNOUNCING)

    def belongs(self, label: str, *, dotted: bool) -> Belongs:
        """Where a labelled block among these siblings belongs."""
        note = self.note
        if note is None:
            return "own"
        if not note.has_text or (dotted and follows(note.numbered, label)):
            return "numbered"
        if follows(note.listed, label):
            return "own" if follows(self.last_item, label) and dotted != note.dotted else "listed"
        if not note.listed and opens_list(label) and note.announces_list():
            return "listed"
        if follows(note.numbered, label):
            return "numbered"
        return "listed" if dotted and not self.awaits_items() else "own"
